package conflict

import (
	"fmt"

	"parallax/diffview/doc"
	"parallax/diffview/sides"
	"parallax/diffview/stance"
)

// Stance: one article denies what the other states, or is not sure of it. Both can
// be right about what they know, so these are minor.

// stanceWords is, by class of stance, the kind of conflict, the share of the facts
// reported that were right on pairs that nobody labelled (3 of 4 and 22 of 25, and of
// 79 reports on them 72; read.tsv, draw 8), and what the reason says. None is core:
// where somebody denies a thing, the other article nearly always cites somebody too.
//
// The other classes are no conflict. What is planned in one article has happened by
// the time of the other; who is accused of a deed leaves no doubt that it was done;
// and what one has not confirmed or does not answer was, on 5,000 pairs, nowhere what
// the other states.
var stanceWords = map[stance.Class]struct {
	kind       sides.ConflictKind
	confidence float64
	says       string
}{
	stance.Denied:   {sides.PolarityConflict, .75, "one denies what the other states"},
	stance.Alleged:  {sides.CertaintyConflict, .85, "one is not sure of what the other states"},
	stance.Supposed: {sides.CertaintyConflict, .85, "one is not sure of what the other states"},
}

// When a sentence states what the other doubts.
const (
	leastStated   = .5 // of the weight of the doubted words, the share that has a partner
	leastDoubted  = 2  // content words that have one
	leastPartner  = .5 // the score of two words that are partners
	surelyTheSame = .85
	spreadStated  = 2 // times as long as what is doubted, and
	spreadMore    = 6 // tokens: what is scattered farther is not stated in one place
)

// stanceClashes finds what one of two linked sentences doubts or denies and the
// other states.
func stanceClashes(f Finding) (out []Clash) {
	for side, at := range [2]int{f.Link.Left, f.Link.Right} {
		for _, s := range f.Stances[side] {
			if s.Sentence != at || stanceWords[s.Class].says == "" {
				continue
			}
			d := doubted{f, sides.Side(side), s}
			if said, ok := d.statement(); ok && !d.weak(said) && !d.elsewhere() {
				out = append(out, d.clash(said))
			}
		}
	}
	return out
}

// A doubted is what one sentence of a link doubts.
type doubted struct {
	Finding
	side sides.Side
	stance.Stance
}

// A statement is where the other sentence states it.
type statement struct {
	doc.Stretch
	head int // the partner of the main word
}

// statement returns the words of the other sentence that state what is doubted.
func (d doubted) statement() (said statement, ok bool) {
	for k := d.Scope.First; k < d.Head; k++ {
		if negating.Has(d.Pair.Docs[d.side].Tokens[k].Text) { // "claims that he did not"
			return said, false
		}
	}
	total, got, count := 0., 0., 0
	for k := d.Scope.First; k < d.Scope.Last; k++ {
		total += d.weight(k)
	}
	said = statement{doc.Stretch{First: -1}, -1}
	had := map[int]bool{}
	for _, w := range d.Words {
		k, to := w.Tokens[d.side], w.Tokens[d.side.Other()]
		if !d.Scope.Has(k) || d.weight(k) == 0 || w.Loose || w.Score < leastPartner || had[k] {
			continue
		}
		had[k] = true
		got += d.weight(k)
		count++
		if k == d.Head {
			said.head = to
		}
		if said.First < 0 || to < said.First {
			said.First = to
		}
		said.Last = max(said.Last, to+1)
	}
	switch {
	case said.head < 0, got < leastStated*total, said.Last-said.First > spreadStated*(d.Scope.Last-d.Scope.First)+spreadMore:
		return said, false
	case count < leastDoubted && (d.Reach != stance.Phrase || d.Link.Score < surelyTheSame): // "an alleged contact"
		return said, false
	}
	return said, d.sameSubject(said.head)
}

// weight returns what a token of the article that doubts is worth.
func (d doubted) weight(k int) float64 {
	if t := d.Pair.Terms[d.side][k]; t >= 0 && d.Pair.Docs[d.side].Tokens[k].Matters() {
		return d.Pair.Weight[t]
	}
	return 0
}

// subjectReach is how many words before "allegedly" its subject is looked for.
const subjectReach = 6

// sameSubject reports whether both sentences say it of the same. The subject of
// "allegedly" is before it, and must have a partner, or be a pronoun in sentences that
// are surely one; that of a clause comes before its verb in both.
func (d doubted) sameSubject(head int) bool {
	l, o := d.Pair.Docs[d.side], d.Pair.Docs[d.side.Other()]
	turned := afterBe(l, d.Head) != afterBe(o, head) // one may be in the passive
	switch d.Reach {
	case stance.Phrase:
		return true
	case stance.Predicate:
		return !turned && d.hasSubject()
	}
	for _, w := range d.Words {
		k, to := w.Tokens[d.side], w.Tokens[d.side.Other()]
		if k >= d.Scope.First && k < d.Head && l.Tokens[k].Matters() && !w.Loose && (to < head) == turned {
			return false // "officers fired at the teenager", "the teenager fired"
		}
	}
	return true
}

// hasSubject reports whether what comes before a cue has a partner.
func (d doubted) hasSubject() bool {
	l := d.Pair.Docs[d.side]
	first := max(l.Sentences[d.Sentence].First, d.Cue.First-subjectReach)
	for _, w := range d.Words {
		if k := w.Tokens[d.side]; !w.Loose && k >= first && k < d.Cue.First && l.Tokens[k].Matters() {
			return true
		}
	}
	for k := first; k < d.Cue.First; k++ {
		switch l.Tokens[k].Text {
		case "he", "she", "they":
			return d.Link.Score > surelyTheSame
		}
	}
	return false
}

// afterBe reports whether a form of "be" comes right before a token: a verb is in the
// passive, or in the continuous form.
func afterBe(d *doc.Doc, k int) bool {
	for n := k - 1; n >= max(0, k-3); n-- {
		if w := d.Tokens[n].Text; doc.Beings.Has(w) || w == "'s" || w == "'re" {
			return true
		}
	}
	return false
}

// shownAround is how many words around the main one of a statement are quoted.
const shownAround = 6

// clash makes the report.
func (d doubted) clash(said statement) Clash {
	words := stanceWords[d.Class]
	out := Clash{
		kind: words.kind, confidence: words.confidence, Grade: sides.Minor, Unsure: true,
		reason: func(left, right string) string {
			return fmt.Sprintf("‘%s’ vs ‘%s’: %s", left, right, words.says)
		},
	}
	out.Tokens[d.side] = [2]int{min(d.Cue.First, d.Head), max(d.Cue.Last, d.Head+1)}
	out.Tokens[d.side.Other()] = [2]int{max(said.First, said.head-shownAround), min(said.Last, said.head+shownAround)}
	return out
}
