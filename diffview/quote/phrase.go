package quote

import (
	"sort"
	"strings"

	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
)

// Noun phrases that can speak: names with what stands before them, roles, plain
// words for persons and institutions, pronouns.

// phrases returns the noun phrases within tokens that can be a subject, in order.
func (q *Doc) phrases(from, to int) (out []phrase) {
	ms := q.mentionsIn(from, to)
	for t := from; t < to; {
		p := phrase{first: t, last: t + 1, who: unknown}
		for len(ms) > 0 && ms[0].First < t {
			ms = ms[1:]
		}
		w := q.Tokens[t].Text
		switch {
		case len(ms) > 0 && ms[0].First == t && ms[0].Manner != doc.ByPronoun:
			p.last, p.who = ms[0].Last, q.speakerOf(ms[0])
			if q.doubtful(ms[0]) {
				p.who = Speaker{Entity: -1, First: t, Last: p.last, Known: true}
			}
			if p.last+1 < to && q.raw(p.last) == "-" && q.Tokens[p.last].End == q.Tokens[p.last+1].Start { // "Wu Chi-wai"
				p.last += 2
			}
		case doc.IsPronoun(w) && (w == "he" || w == "she"):
			p.who, p.pronoun = q.person(t), true
		case months.Has(w) && q.Tokens[t].Capital && t+1 < len(q.Tokens) && q.speechAt(t+1):
			p.who = Speaker{Entity: -1, First: t, Last: t + 1, Known: true}
		case w == "another" && !q.modified(t):
			p.who = Speaker{Entity: -1, First: t, Last: t + 1, Known: true}
		case w == "they" || w == "it" || w == "we" || w == "i" || w == "you":
			p.who.First, p.who.Last, p.pronoun = t, t+1, true
		case q.speaking(t):
			p.who = Speaker{Entity: -1, First: t, Last: t + 1, Known: true}
		default:
			t++
			continue
		}
		t = p.last
		q.complete(&p, from)
		if n := len(out); n > 0 && q.compound(&out[n-1], &p) { // "Quist’s spokesman"
			p.first, p.preposition = out[n-1].first, out[n-1].preposition
			if p.who.Entity < 0 {
				p.who.First = p.first
			}
			out[n-1] = p
			continue
		}
		out = append(out, p)
	}
	return out
}

// modified reports whether a determiner stands before the word it determines.
func (q *Doc) modified(t int) bool {
	return t+1 < len(q.Tokens) && q.Tokens[t+1].Class == doc.Content && !q.speechAt(t+1)
}

// compound reports whether a phrase goes on with the one before: that one only
// says whose or of what it is.
func (q *Doc) compound(before, p *phrase) bool {
	if before.pronoun || p.pronoun {
		return false
	}
	head := p.last - 1
	if p.who.Known {
		head = p.who.First
		if p.who.Entity < 0 {
			head = p.who.Last - 1
		}
	}
	return before.last >= p.first && head-before.last <= 1 || before.owned && before.last >= p.first-1
}

// speaking reports whether a token in small letters is a noun for somebody who
// speaks, or for what words are read from.
func (q *Doc) speaking(t int) bool {
	w := &q.Tokens[t]
	return w.Class == doc.Content && (personNouns.Has(w.Text) || doc.RoleWords.Has(w.Text) || documents.Has(w.Text))
}

// complete takes the modifiers before a phrase into it and notes the
// preposition before them, and whether ’s follows.
func (q *Doc) complete(p *phrase, from int) {
	first := p.first
	if !p.pronoun {
		for first > from && p.first-first < subjectReach && q.modifies(first-1) {
			first--
			if determiners.Has(q.Tokens[first].Text) {
				break
			}
		}
	}
	if first < p.first && p.who.Entity >= 0 && documents.Has(q.Tokens[p.first-1].Text) { // "In the statement Quist said"
		first = p.first
	}
	if first > from && prepositions.Has(q.Tokens[first-1].Text) {
		p.preposition = q.Tokens[first-1].Text
	}
	if p.who.Known && p.who.Entity < 0 { // as far back as it is surely one phrase
		p.who.First = q.worded(first, p.first)
	}
	p.first = first
	p.owned = p.last < len(q.Tokens) && (q.Tokens[p.last].Text == "'s" || q.Tokens[p.last].Text == "'" || q.raw(p.last) == "’")
}

// worded returns where the words of a phrase begin that are shown as the
// speaker: at its determiner, or at the modifiers that are surely its own.
func (q *Doc) worded(first, head int) int {
	if determiners.Has(q.Tokens[first].Text) && head-first < subjectReach {
		return first
	}
	for head > first && q.Tokens[head-1].Upper {
		head--
	}
	return head
}

// modifies reports whether a token can be a modifier inside a noun phrase.
func (q *Doc) modifies(t int) bool {
	w := &q.Tokens[t]
	switch {
	case q.inside[t] || q.speechAt(t):
		return false
	case w.Text == "then" && q.raw(t+1) == "-":
		return true
	case determiners.Has(w.Text) || w.Class == doc.Number || w.Text == "'s" || q.raw(t) == "-":
		return true
	}
	return w.Class == doc.Content && !q.beside(t)
}

var determiners = lexicon.WordSet("the a an his her their its our one some two three several many other another this these those both no any most")

// doubtful reports whether a role in words, "the president", is taken for
// somebody who only had it, or for another than the article mostly speaks of.
func (q *Doc) doubtful(m doc.Mention) bool {
	if m.Manner == doc.ByName || m.Manner == doc.ByPronoun {
		return false
	}
	head := doc.NameWord(q.Tokens[m.Last-1].Text)
	if e, ok := q.holders[head]; ok && e != m.Entity {
		return true
	}
	for _, r := range q.Entities[m.Entity].Roles {
		for t := r.First; t < r.Last && r.Head == head; t++ {
			if doc.PastOffices.Has(q.Tokens[t].Text) {
				return true
			}
		}
	}
	return false
}

// months are names of persons, too, right before a verb of speech.
var months = lexicon.WordSet("may april june august")

// speakerOf returns a mention as a speaker.
func (q *Doc) speakerOf(m doc.Mention) Speaker {
	return Speaker{Entity: m.Entity, First: m.First, Last: m.Last, Known: true}
}

// mentionsIn returns the mentions within [from, to).
func (q *Doc) mentionsIn(from, to int) (out []doc.Mention) {
	first := sort.Search(len(q.Mentions), func(k int) bool { return q.Mentions[k].First >= from })
	for _, m := range q.Mentions[first:] {
		if m.First >= to {
			break
		}
		if m.Last <= to && (len(out) == 0 || m.First >= out[len(out)-1].Last) {
			out = append(out, m)
		}
	}
	return out
}

// stopsPhrase are words that end a noun phrase after a verb.
var stopsPhrase = lexicon.WordSet("in on at after before during when while who whom that as to about by from with because if where which said told but and of for")

// after returns who is named right after "said" or "according to": the last
// name or noun of the phrase there. After "according to" any noun will do.
func (q *Doc) after(from int, s doc.Sentence, any bool) Speaker {
	end := from
	for end < s.Last && end < from+subjectReach+4 && !q.inside[end] && (q.Tokens[end].Class != doc.Punctuation || q.raw(end) == "-") && !stopsPhrase.Has(q.Tokens[end].Text) && !q.foreignStop(from, end) {
		end++
	}
	for end > from && q.beside(end-1) {
		end--
	}
	all := q.phrases(from, end)
	if len(all) == 0 {
		if any && end > from && end-from <= subjectReach && q.Tokens[end-1].Class == doc.Content {
			return Speaker{Entity: -1, First: from, Last: end, Known: true}
		}
		return unknown
	}
	p := all[0]
	for _, next := range all[1:] { // "Lorne city pollster Dan Jones"
		if next.first > p.last && !q.plain(p.last, next.first) {
			break
		}
		p = next
	}
	if determiners.Has(q.Tokens[from].Text) && p.who.Entity >= 0 && end == p.last+1 && q.acts(p.last) {
		return Speaker{Entity: -1, First: from, Last: end, Known: true} // "the Quist campaigner"
	}
	return q.identified(p.who)
}

// acts reports whether a token in small letters ends as nouns do for somebody who does
// something: "campaigner", "organizer", "loyalist".
func (q *Doc) acts(t int) bool {
	w := &q.Tokens[t]
	if w.Upper || w.Class != doc.Content {
		return false
	}
	for _, ending := range [...]string{"er", "or", "ist", "ers", "ors", "ists"} {
		if strings.HasSuffix(w.Text, ending) {
			return true
		}
	}
	return false
}

// plain reports whether tokens are all content words, or ’s.
func (q *Doc) plain(from, to int) bool {
	for t := from; t < to; t++ {
		if q.Tokens[t].Class != doc.Content && q.Tokens[t].Text != "'s" {
			return false
		}
	}
	return true
}

// withOffice adds to "a spokesman" for whom he speaks.
func (q *Doc) withOffice(who Speaker, s doc.Sentence) Speaker {
	if t := who.Last; t+1 < s.Last && (q.Tokens[t].Text == "for" || q.Tokens[t].Text == "of") {
		named := q.mentionsIn(t+1, min(s.Last, t+subjectReach))
		if len(named) == 0 || named[0].Manner != doc.ByName {
			return who
		}
		if m := named[0]; q.onlyTitles(t+1, m.First) || determiners.Has(q.Tokens[t+1].Text) && q.onlyTitles(t+2, m.First) {
			who.Last = m.Last
		}
	}
	return who
}
