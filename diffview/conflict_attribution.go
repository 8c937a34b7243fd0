package diffview

import "fmt"

// Attribution: one quotation, and the articles give it to two persons.

// The share of reported attributions that are a conflict. The benchmark has
// too few to measure.
const attributionConfidence = .7

// When two speakers of one quotation are a conflict, and not two persons who
// said much the same.
const (
	sameSaying  = .9 // the least share of the shorter passage's words
	leastSaying = 4  // content words
)

// attributionClashes finds quotations that the two articles give to two persons.
func attributionClashes(f finding) []clash {
	var out []clash
	m := f.match
	for _, n := range m.quotes().at[[2]int{f.link.i, f.link.j}] {
		s := m.quotes().found[n]
		if s.share < sameSaying || s.content < leastSaying || len(m.alterations(s)) > 0 {
			continue
		}
		var who [2]speaker
		var tokens [2][2]int
		inside := true
		for side, p := range m.sides {
			t := p.passages[s.passages[side]]
			who[side] = p.quotations[t.quotation].speaker
			tokens[side] = [2]int{who[side].first, who[side].last}
			own := p.sentences[t.sentence]
			inside = inside && who[side].known && !who[side].carried && who[side].first >= own.first && who[side].last <= own.last
		}
		if !inside || !m.otherPersons(who[Left], who[Right]) {
			continue
		}
		out = append(out, clash{
			kind:       AttributionConflict,
			tokens:     tokens,
			confidence: attributionConfidence,
			reason: func(left, right string) string {
				return fmt.Sprintf("‘%s’ against ‘%s’, both given the same words", left, right)
			},
		})
	}
	return out
}

// otherPersons reports whether two speakers are two persons: both named, as
// persons, and not the same by any form of the name or the role.
func (m *match) otherPersons(a, b speaker) bool {
	if !a.known || !b.known || a.entity < 0 || b.entity < 0 {
		return false
	}
	l, r := m.sides[Left], m.sides[Right]
	e, f := &l.entities[a.entity], &r.entities[b.entity]
	if e.kind != person || f.kind != person || e.likeness(f, l, r) > 0 || e.last() == f.last() {
		return false
	}
	for _, x := range e.roles {
		for _, y := range f.roles {
			if x.head == y.head {
				return false
			}
		}
	}
	return true
}
