package quote

import (
	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
)

// Relative clauses: whom one with a verb of speech is about, and that the verb of the
// sentence comes after one.

// related returns whom a relative clause that begins before end is about.
func (q *Doc) related(all []phrase, from, end int) Speaker {
	word := q.Tokens[end-1].Text
	that := word == "that"
	end--
	for end > from && q.raw(end-1) == "," {
		end--
	}
	k := endingAt(all, end)
	switch {
	case k < 0 && that:
		return unknown
	case k < 0:
		return q.apposed(all, end)
	case documents.Has(q.head(all[k])): // "released a statement that read"
		return q.principal(all[:k], all[k].first)
	case that:
		return unknown
	case all[k].who.Entity >= 0 && placing.Has(all[k].preposition) && word == "which" && q.Entities[all[k].who.Entity].Kind != doc.Person:
		return unknown // "the storm in Lorne, which claimed twenty lives"
	case all[k].who.Entity >= 0:
		if all[k].preposition != "" && q.Entities[all[k].who.Entity].Kind != doc.Person {
			if who := q.apposed(all[:k], end); who.Known {
				return who
			}
		}
		return all[k].who
	}
	return q.headed(all, k, false).who
}

// placing are prepositions after which a name is where something happened.
var placing = lexicon.WordSet("in at near outside around across")

// apposed returns the person named last before a comma and the apposition that ends
// at end: "Paula Quist, the head of the Office of Bridges, who said". What the
// apposition names is of it, and does not speak.
func (q *Doc) apposed(all []phrase, end int) Speaker {
	for k := len(all) - 1; k >= 0; k-- {
		p := all[k]
		if q.raw(p.last) != "," || !determiners.Has(q.Tokens[p.last+1].Text) {
			continue
		}
		for t := p.last + 1; t < end; t++ {
			if q.inside[t] || q.speechAt(t) || clauseWords.Has(q.Tokens[t].Text) {
				return unknown
			}
		}
		if p.who.Entity >= 0 && q.MayBePerson(p.who) {
			return p.who
		}
		return unknown
	}
	return unknown
}

// pastRelative returns the verb of speech right after the relative clause that a verb
// of speech after a quotation lies in, or that verb: “…,” Quist, who on Monday
// announced her run, said.
func (q *Doc) pastRelative(end, v int, s doc.Sentence) int {
	t := v
	for t > end && q.Tokens[t].Text != "who" {
		t--
	}
	if t <= end || q.raw(t-1) != "," {
		return v
	}
	for t = v + 1; t+1 < min(s.Last, v+longestClause) && !q.inside[t]; t++ {
		if q.raw(t) == "," && q.speaks(t+1, s) {
			return t + 1
		}
	}
	return v
}
