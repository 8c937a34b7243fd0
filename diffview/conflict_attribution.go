package diffview

import "fmt"

// Attribution: one quotation, or one statement in indirect speech, and the
// articles give it to two persons. Only persons named in the very sentence
// count: titles, "officials", organisations and pronouns may stand for whomever
// the other article names.

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
func attributionClashes(f finding) []clash {
	out := statementClashes(f)
	m := f.match
	for _, n := range m.quoted.at[[2]int{f.link.i, f.link.j}] {
		s := m.quoted.found[n]
		if s.share < sameSaying || s.content < leastSaying || len(s.alterations) > 0 {
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
		if !inside || !m.otherPersons(who[Left], who[Right]) || m.jointly(s, who) || !m.sides[Left].byName(who[Left]) || !m.sides[Right].byName(who[Right]) {
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

// statementClashes finds statements in indirect speech that the two articles
// give to two persons: "Quist said that the company had been told", "Saal said
// the company had been told".
func statementClashes(f finding) []clash {
	if f.link.score < sureFloor {
		return nil
	}
	var who [2]speaker
	var said [2][2]int
	for side, i := range [2]int{f.link.i, f.link.j} {
		var ok bool
		if who[side], said[side], ok = f.match.sides[side].saidIn(i); !ok {
			return nil
		}
	}
	m := f.match
	if !m.otherPersons(who[Left], who[Right]) || !m.sides[Left].byName(who[Left]) || !m.sides[Right].byName(who[Right]) || f.named(who) {
		return nil
	}
	aligned := 0
	for _, w := range f.words {
		if m.sides[Left].tokens[w.tokens[Left]].matters() && within(w.tokens[Left], said[Left]) && within(w.tokens[Right], said[Right]) {
			aligned++
		}
	}
	for side, p := range m.sides {
		all := 0
		for k := said[side][0]; k < said[side][1]; k++ {
			if p.tokens[k].matters() {
				all++
			}
		}
		if aligned < leastSaying || float64(aligned) < sameStatement*float64(all) {
			return nil
		}
	}
	return []clash{{
		kind:       AttributionConflict,
		tokens:     [2][2]int{{who[Left].first, who[Left].last}, {who[Right].first, who[Right].last}},
		confidence: attributionConfidence,
		reason: func(left, right string) string {
			return fmt.Sprintf("‘%s’ against ‘%s’, both said to have stated the same", left, right)
		},
	}}
}

// sameStatement is the least share of either statement's content words that
// correspond.
const sameStatement = .6

func within(k int, at [2]int) bool { return k >= at[0] && k < at[1] }

// named reports whether a sentence names the other's speaker too.
func (f finding) named(who [2]speaker) bool {
	for side, i := range [2]int{f.link.i, f.link.j} {
		p, other := f.match.sides[side], f.match.sides[1-side]
		for _, x := range p.mentionsOf(i) {
			if p.entities[x.entity].last() == other.entities[who[1-side].entity].last() {
				return true
			}
		}
	}
	return false
}

// otherPersons reports whether two speakers are two persons: both named, as
// persons, and not the same by any form of the name or the role.
func (m *match) otherPersons(a, b speaker) bool {
	if !a.known || !b.known || a.entity < 0 || b.entity < 0 {
		return false
	}
	l, r := m.sides[Left], m.sides[Right]
	e, f := &l.entities[a.entity], &r.entities[b.entity]
	if !l.mayBePerson(a) || !r.mayBePerson(b) || e.likeness(f, l, r) > 0 || e.last() == f.last() {
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

// jointly reports whether a sentence names the other article's speaker too:
// two persons who spoke together, or one who quotes the other.
func (m *match) jointly(s shared, who [2]speaker) bool {
	for side, p := range m.sides {
		other := m.sides[1-side]
		e := &other.entities[who[1-side].entity]
		for _, x := range p.mentionsOf(p.passages[s.passages[side]].sentence) {
			if f := &p.entities[x.entity]; f.last() == e.last() {
				return true
			}
		}
	}
	return false
}
