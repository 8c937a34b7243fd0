package conflict

import (
	"fmt"

	"parallax/diffview/link"
	"parallax/diffview/pair"
	"parallax/diffview/quote"
	"parallax/diffview/sides"
)

// Attribution: one quotation, or one statement in indirect speech, and the
// articles give it to two persons. Only persons that are named there count, in the
// very sentence unless the quotation is long: titles, "officials", organisations and
// pronouns may stand for whomever the other article names.

// The share of reported attributions that are a conflict: a guess. The
// benchmark labels none of this kind, and of the same-event pairs of 300
// articles none is reported, rightly.
const attributionConfidence = .7

// When two speakers of one quotation are a conflict, and not two persons who
// said much the same.
const (
	sameSaying  = .9 // the least share of the shorter passage's words
	leastSaying = 4  // content words
)

// attributionClashes finds quotations that the two articles give to two persons.
func attributionClashes(f Finding) []Clash {
	out := statementClashes(f)
	m := f.Pair
	for _, n := range m.Quotations.At[[2]int{f.Link.Left, f.Link.Right}] {
		s := m.Quotations.Shared[n]
		if (s.Share < sameSaying || s.Content < leastSaying || len(s.Alterations) > 0) && (s.Content < verbatim || !m.OneQuotation(&s)) {
			continue
		}
		var who [2]quote.Speaker
		var tokens [2][2]int
		inside := true
		for side, p := range m.Quoted {
			t := p.Passages[s.Passages[side]]
			who[side] = p.Quotations[t.Quotation].Speaker
			tokens[side] = [2]int{who[side].First, who[side].Last}
			own := p.Sentences[t.Sentence]
			inside = inside && who[side].Known && (s.Content >= verbatim || !who[side].Carried && who[side].First >= own.First && who[side].Last <= own.Last)
		}
		if !inside || !otherPersons(m, who[sides.Left], who[sides.Right]) || jointly(m, s, who) || !m.Quoted[sides.Left].ByName(who[sides.Left]) || !m.Quoted[sides.Right].ByName(who[sides.Right]) {
			continue
		}
		out = append(out, Clash{
			kind:       sides.AttributionConflict,
			Tokens:     tokens,
			confidence: attributionConfidence,
			reason: func(left, right string) string {
				return fmt.Sprintf("‘%s’ vs ‘%s’: both credited with the same words", left, right)
			},
		})
	}
	return out
}

// statementClashes finds statements in indirect speech that the two articles
// give to two persons: "Quist said that the company had been told", "Saal said
// the company had been told".
func statementClashes(f Finding) []Clash {
	if f.Link.Score < link.FirmFloor {
		return nil
	}
	var who [2]quote.Speaker
	var said [2][2]int
	for side, i := range [2]int{f.Link.Left, f.Link.Right} {
		var ok bool
		if who[side], said[side], ok = f.Pair.Quoted[side].Statement(i); !ok {
			return nil
		}
	}
	m := f.Pair
	if !otherPersons(m, who[sides.Left], who[sides.Right]) || !m.Quoted[sides.Left].ByName(who[sides.Left]) || !m.Quoted[sides.Right].ByName(who[sides.Right]) || f.named(who) {
		return nil
	}
	aligned := 0
	for _, w := range f.Words {
		if m.Docs[sides.Left].Tokens[w.Tokens[sides.Left]].Matters() && within(w.Tokens[sides.Left], said[sides.Left]) && within(w.Tokens[sides.Right], said[sides.Right]) {
			aligned++
		}
	}
	for side, p := range m.Quoted {
		all := 0
		for k := said[side][0]; k < said[side][1]; k++ {
			if p.Tokens[k].Matters() {
				all++
			}
		}
		if aligned < leastSaying || float64(aligned) < sameStatement*float64(all) {
			return nil
		}
	}
	return []Clash{{
		kind:       sides.AttributionConflict,
		Tokens:     [2][2]int{{who[sides.Left].First, who[sides.Left].Last}, {who[sides.Right].First, who[sides.Right].Last}},
		confidence: attributionConfidence,
		reason: func(left, right string) string {
			return fmt.Sprintf("‘%s’ vs ‘%s’: both credited with the same statement", left, right)
		},
	}}
}

// sameStatement is the least share of either statement's content words that
// correspond. Two witnesses who each tell of one thing share some words, too.
const sameStatement = .7

func within(k int, at [2]int) bool { return k >= at[0] && k < at[1] }

// named reports whether a sentence names the other's speaker too.
func (f Finding) named(who [2]quote.Speaker) bool {
	for side, i := range [2]int{f.Link.Left, f.Link.Right} {
		p, other := f.Pair.Docs[side], f.Pair.Docs[1-side]
		for _, x := range p.MentionsOf(i) {
			if p.Entities[x.Entity].LastName() == other.Entities[who[1-side].Entity].LastName() {
				return true
			}
		}
	}
	return false
}

// otherPersons reports whether two speakers are two persons: both named, as
// persons, and not the same by any form of the name or the role.
func otherPersons(m *pair.Pair, a, b quote.Speaker) bool {
	if !a.Known || !b.Known || a.Entity < 0 || b.Entity < 0 {
		return false
	}
	l, r := m.Quoted[sides.Left], m.Quoted[sides.Right]
	e, f := &l.Entities[a.Entity], &r.Entities[b.Entity]
	if !l.MayBePerson(a) || !r.MayBePerson(b) || pair.EntityLikeness(e, f, l.Doc, r.Doc) > 0 || e.LastName() == f.LastName() {
		return false
	}
	if l.NameWord(a) == r.NameWord(b) {
		return false
	}
	for _, x := range e.Roles {
		for _, y := range f.Roles {
			if x.Head == y.Head {
				return false
			}
		}
	}
	return true
}

// jointly reports whether a sentence of a quotation, or the one that names its speaker,
// names the other article's speaker too: two persons who spoke together, or one who
// quotes the other.
func jointly(m *pair.Pair, s pair.SharedPassage, who [2]quote.Speaker) bool {
	for side, p := range m.Quoted {
		other := m.Docs[1-side]
		e := &other.Entities[who[1-side].Entity]
		for _, sentence := range [2]int{p.Passages[s.Passages[side]].Sentence, p.SentenceAt(who[side].First)} {
			for _, x := range p.MentionsOf(sentence) {
				if f := &p.Entities[x.Entity]; f.LastName() == e.LastName() {
					return true
				}
			}
		}
	}
	return false
}
