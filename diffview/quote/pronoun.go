package quote

import (
	"sort"
	"strings"
	"sync"

	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
)

// Whom "he said" and "she said" mean: who spoke last, or whom the sentence
// before is about. News keep to one speaker until they name another.

// pronounSentences is how many sentences back a pronoun's person is looked for;
// those whose subject is the same pronoun do not count.
const pronounSentences = 4

// findSpeakers finds who speaks each quotation and whom the pronouns outside of
// quotations mean, in order, because either tells the other.
func (q *Doc) findSpeakers() {
	q.findPersonal()
	q.persons = map[int]Speaker{}
	t := 0
	until := func(end int) {
		for ; t < end; t++ {
			if w := q.Tokens[t].Text; (w == "he" || w == "she") && !q.inside[t] {
				q.persons[t] = q.meant(t)
			}
		}
	}
	for k, x := range q.Quotations {
		until(q.Sentences[q.SentenceAt(x.Last-1)].Last)
		q.speak(k)
		q.woven(k)
	}
	until(len(q.Tokens))
}

// woven gives the quotation before quotation k the speaker of k where nobody else can
// have it: it opens the sentence, ends in the middle of a clause, and no verb of speech
// parts the two: “They act based on” a “plan of theirs,” said Quist.
func (q *Doc) woven(k int) {
	if k == 0 || q.Quotations[k-1].Speaker.Known || !q.Quotations[k].Speaker.Known {
		return
	}
	before, x := &q.Quotations[k-1], q.Quotations[k]
	n := q.SentenceAt(x.First)
	s := q.Sentences[n]
	if before.First < s.First || !q.opening(before.First, n) || q.sentenceLike(s, *before) || q.raw(before.Last-1) == "." || x.Speaker.First < x.Last || x.Speaker.First >= s.Last {
		return
	}
	for t := before.Last; t < x.First; t++ {
		if q.speechAt(t) || clauseWords.Has(q.Tokens[t].Text) {
			return
		}
	}
	before.Speaker = x.Speaker
}

// findPersonal notes which entities are persons by more than a guess: by a
// role, a given name, a form of address, or a surname that stands alone.
func (q *Doc) findPersonal() {
	q.personal, q.namesake = make([]bool, len(q.Entities)), make([]bool, len(q.Entities))
	q.holders = map[string]int{}
	named := make([]int, len(q.Entities)) // by entity: how often
	for _, m := range q.Mentions {
		if m.Manner == doc.ByName {
			named[m.Entity]++
		}
	}
	first := map[string]int{} // by surname: the first person who has it
	for k := range q.Entities {
		e := &q.Entities[k]
		if e.Kind == doc.Person && len(e.Words) > 1 {
			if n, ok := first[e.LastName()]; ok {
				q.namesake[n], q.namesake[k] = true, true
			} else {
				first[e.LastName()] = k
			}
		}
		for _, r := range e.Roles {
			if h, ok := q.holders[r.Head]; !ok || named[k] > named[h] {
				q.holders[r.Head] = k
			}
		}
		q.personal[k] = len(e.Roles) > 0 || doc.GivenName(e.Words[0]) && len(e.Words) > 1
	}
	for _, m := range q.Mentions {
		e := &q.Entities[m.Entity]
		if m.Manner == doc.ByName && (m.First > 0 && doc.AddressWords.Has(doc.NameWord(q.Tokens[m.First-1].Text)) ||
			m.Last == m.First+1 && len(e.Words) > 1 && doc.NameWord(q.Tokens[m.First].Text) == e.LastName() || q.aged(m.Last)) {
			q.personal[m.Entity] = true
		}
	}
}

// aged reports whether an age between commas stands at a token: "Abara, 47, …".
func (q *Doc) aged(t int) bool {
	return t+2 < len(q.Tokens) && q.raw(t) == "," && q.Tokens[t+1].Class == doc.Number && len(q.Tokens[t+1].Text) == 2 && q.raw(t+2) == ","
}

// person returns whom the pronoun at a token means, when one person only
// comes into question.
func (q *Doc) person(t int) Speaker {
	if who := q.persons[t]; who.Known {
		return who
	}
	return Speaker{Entity: -1, First: t, Last: t + 1}
}

func (q *Doc) meant(t int) Speaker {
	here := q.SentenceAt(t)
	for n, left := here, pronounSentences; n >= max(0, here-3*pronounSentences) && left >= 0; n-- {
		end := q.Sentences[n].Last
		if n == here {
			end = t
		}
		e, same := q.about(n, end, t)
		switch {
		case e == nobody:
			return unknown
		case e >= 0:
			return Speaker{Entity: e, First: t, Last: t + 1, Known: true}
		case !same:
			left--
		}
	}
	return unknown
}

// nobody is what a sentence is about when its subject may be a person, and
// whether it is one is not told.
const nobody = -2

// about returns the person of the pronoun's sex that a sentence, up to a token,
// is about: the speaker of what it quotes, or the first person it names who is
// not governed by a preposition. same says that its subject is the same
// pronoun, so that the sentence before tells.
func (q *Doc) about(n, end, t int) (entity int, same bool) {
	s := q.Sentences[n]
	s.First = max(s.First, end-sentenceReach)
	for k := q.quotationBefore(end); k >= 0; k-- {
		x := &q.Quotations[k]
		if x.Last <= s.First {
			break
		}
		if x.Speaker.Known && x.Speaker.Entity >= 0 && q.fits(x.Speaker.Entity, t, true) {
			return x.Speaker.Entity, false
		}
		if q.someone(x.Speaker) {
			return nobody, false
		}
	}
	if spoke := q.spokeIn(s, end, t); spoke >= 0 {
		return spoke, false
	}
	weak := -1
	for _, m := range q.mentionsIn(s.First, end) {
		switch {
		case q.inside[m.First], m.First > s.First && q.Tokens[m.First-1].Text == "the" && m.Manner == doc.ByName:
		case m.Manner == doc.ByPronoun:
			if q.Tokens[m.First].Text == q.Tokens[t].Text {
				if weak >= 0 { // "Quist’s remarks suggested that she"
					return weak, false
				}
				same = true
			}
		case weak < 0 && !same && q.unsure(m, t) && q.onlyTitles(s.First, m.First) && !q.governed(m, s):
			return nobody, false
		case !q.fits(m.Entity, t, false):
		case q.governed(m, s):
			if weak < 0 {
				weak = m.Entity
			}
		case same:
			// "He told Saal": the pronoun is the subject
			return -1, true
		default:
			return m.Entity, false
		}
	}
	if weak >= 0 && !same && q.alone(weak, s, end, t) {
		return weak, false
	}
	return -1, same
}

// someone reports whether a speaker is one person whom the article does not tell
// from others: "one engineer", or a surname that two persons have. The pronoun after
// it means that person, and nobody named before.
func (q *Doc) someone(who Speaker) bool {
	if !who.Known || who.Entity >= 0 || who.First >= who.Last {
		return false
	}
	t := &q.Tokens[who.Last-1]
	return !doc.IsPlural(t.Text) && !documents.Has(t.Text) && (t.Upper && t.Class == doc.Content && who.Last == who.First+1 || doc.RoleWords.Has(t.Text) || unnamed.Has(t.Text))
}

// unnamed are nouns for one person that are no offices.
var unnamed = lexicon.WordSet("official source lawyer witness expert analyst aide staffer investigator resident engineer person man woman")

// spokeIn returns who is said to have spoken in a sentence, up to a token, and
// fits a pronoun: the first one that is surely a person, else the first; or -1.
func (q *Doc) spokeIn(s doc.Sentence, end, t int) int {
	out, most := -1, 4 // verbs that are looked at: a sentence has no more that tell
	for v := s.First; v < end && most > 0; v++ {
		if q.inside[v] || q.Tokens[v].Text == "according" || !q.speaks(v, s) {
			continue
		}
		most--
		who := q.subject(v, s)
		if who.Known && who.Entity >= 0 && who.First < end && q.fits(who.Entity, t, true) && (out < 0 || q.personal[who.Entity] && !q.personal[out]) {
			out = who.Entity
		}
	}
	return out
}

// governed reports whether a preposition or ’s makes a mention no subject.
func (q *Doc) governed(m doc.Mention, s doc.Sentence) bool {
	p := phrase{first: m.First, last: m.Last}
	q.complete(&p, s.First)
	return p.owned || p.preposition != "" && !conjunctions.Has(p.preposition)
}

// alone reports whether a sentence names no other person the pronoun fits.
func (q *Doc) alone(entity int, s doc.Sentence, end, t int) bool {
	for _, m := range q.mentionsIn(s.First, end) {
		if m.Entity != entity && m.Manner != doc.ByPronoun && q.fits(m.Entity, t, false) {
			return false
		}
	}
	return true
}

// fits reports whether an entity can be the person a pronoun means; one that
// has spoken needs no other sign of being a person.
func (q *Doc) fits(entity, t int, spoke bool) bool {
	e := &q.Entities[entity]
	if e.Kind == doc.Organisation || e.Kind == doc.Place || regions()[e.Words[0]] || doc.TownWords()[e.Words[0]] {
		return false
	}
	if !q.personal[entity] && (!spoke || len(e.Words) == 1 && strings.HasSuffix(e.Words[0], "s")) || len(e.Words) > 4 {
		return false // "Democrats" are not he
	}
	return e.Sex == doc.AnySex || e.Sex == doc.PronounSex(q.Tokens[t].Text)
}

// unsure reports whether a mention may name a person the pronoun fits, by its
// form alone.
func (q *Doc) unsure(m doc.Mention, t int) bool {
	e := &q.Entities[m.Entity]
	return !q.personal[m.Entity] && len(e.Words) > 1 && len(e.Words) < 4 && q.fits(m.Entity, t, true)
}

// regions are first words of the names of countries and states.
var regions = sync.OnceValue(func() map[string]bool {
	return map[string]bool{"north": true, "south": true, "east": true, "west": true, "new": true, "united": true, "saudi": true, "white": true}
})

// quotationBefore returns the last quotation that begins before a token, or -1.
func (q *Doc) quotationBefore(t int) int {
	return sort.Search(len(q.Quotations), func(k int) bool { return q.Quotations[k].First >= t }) - 1
}
