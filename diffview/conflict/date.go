package conflict

import (
	"fmt"
	"slices"
	"strings"

	"parallax/diffview/align"
	"parallax/diffview/doc"
	"parallax/diffview/link"
	"parallax/diffview/sides"
	"parallax/diffview/slot"
)

// Dates and times conflict when they tell when the same thing happened: the
// words around both are of the same event, and no way to read the one, with
// what is known of the articles' publication, lies within the other.

// dateConfidence is the share of reported date conflicts that are right. None
// of the four labelled in the benchmark is found; of those read on other
// reports of one event all four were right, which is too few to say more.
const dateConfidence = .75

// momentWords is how many words before and after a moment are looked at for
// what happened then.
const momentWords = 7

// dateClashes finds moments of the same event that cannot both be right.
func dateClashes(f Finding) (out []Clash) {
	if f.Link.Score < link.FirmFloor {
		return nil
	}
	l, r := f.Pair.Docs[sides.Left], f.Pair.Docs[sides.Right]
	xs, ys := l.MomentsOf(f.Link.Left), r.MomentsOf(f.Link.Right)
	for _, x := range xs {
		for _, y := range ys {
			what := slot.Disagree(l, r, x, y)
			if what == "" || agrees(l, r, x, ys) || agrees(r, l, y, xs) || !f.sameEvent(x, y) {
				continue
			}
			grade := sides.Core
			if doubtfulTimes(f.Pair, [2]int{f.Link.Left, f.Link.Right}, x, y) {
				grade = sides.Minor
			}
			out = append(out, Clash{
				kind:       sides.DateConflict,
				confidence: dateConfidence,
				Grade:      grade,
				Tokens:     [2][2]int{{x.First, x.Last}, {y.First, y.Last}},
				reason: func(left, right string) string {
					return fmt.Sprintf("‘%s’ vs ‘%s’: %s", left, right, what)
				},
			})
		}
	}
	return out
}

// agrees reports whether one of the other side's moments is compatible with m
// and of its kind.
func agrees(p, other *doc.Doc, m doc.Moment, of []doc.Moment) bool {
	for _, o := range of {
		if slot.Comparable(p, other, m, o) && slot.Disagree(p, other, m, o) == "" {
			return true
		}
	}
	return false
}

// sameEvent reports whether two moments are of the same event: one of the
// words right beside the one corresponds to one right beside the other, two
// words around them do, neither moment is that of saying so, and not each has a
// name beside it that the other sentence lacks.
func (f Finding) sameEvent(x, y doc.Moment) bool {
	l, r := f.Pair.Docs[sides.Left], f.Pair.Docs[sides.Right]
	if slot.OfSpeech(l, x) || slot.OfSpeech(r, y) {
		return false
	}
	a, b := aroundMoment(l, x), aroundMoment(r, y)
	besideX, besideY := beside(l, x), beside(r, y)
	shared, anchored := 0, false
	for _, w := range f.Words {
		i, j := w.Tokens[sides.Left], w.Tokens[sides.Right]
		if a.Has(i) && b.Has(j) && f.tellsEvent(w) {
			shared++
		}
		anchored = anchored || slices.Contains(besideX, i) && slices.Contains(besideY, j) && w.Kind <= sides.Synonym && happens(l, i) && happens(r, j)
	}
	if !anchored || shared < 2 {
		return false
	}
	has := f.partners()
	return !l.NameAlone(a, has[sides.Left]) || !r.NameAlone(b, has[sides.Right])
}

// How many words of meaning beside a moment can name the event.
const (
	besideBefore = 3
	besideAfter  = 1
	besideReach  = 2 // words after it
	openingReach = 6 // words after it where it opens the sentence
)

// beside returns the words right before and after a moment that can name what
// happened then: words of meaning, but no names.
func beside(p *doc.Doc, m doc.Moment) (out []int) {
	whole, n := p.WholeSentence(m.First), 0
	for k := m.First - 1; k >= whole.First && n < besideBefore && p.Tokens[k].Text != "," && !p.Ends(k) && !doc.ClauseEnds()[p.Tokens[k].Text]; k-- {
		if t := &p.Tokens[k]; doc.TellsWhat(t) && !t.Upper {
			out = append(out, k)
			n++
		}
	}
	n = 0
	if m.First <= whole.First+1 && p.TextAt(m.Last, whole.Last) == "," { // "On Wednesday, the House voted"
		for k := m.Last + 1; k < min(whole.Last, m.Last+1+openingReach) && !p.Ends(k) && p.Tokens[k].Text != ","; k++ {
			if t := &p.Tokens[k]; doc.TellsWhat(t) && !t.Upper && happens(p, k) {
				return append(out, k)
			}
		}
	}
	for k := m.Last; k < min(whole.Last, m.Last+besideReach) && n < besideAfter && p.Tokens[k].Class != doc.Punctuation && !doc.ClauseEnds()[p.Tokens[k].Text]; k++ {
		if t := &p.Tokens[k]; doc.TellsWhat(t) && !t.Upper {
			out = append(out, k)
			n++
		}
	}
	return out
}

// happens reports whether a word, by its form, tells that something happens:
// "reached", "warning", "sent", "to apologize".
func happens(p *doc.Doc, k int) bool {
	w := p.Tokens[k].Text
	if strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing") {
		return true
	}
	if lemma := p.Tokens[k].Entry.Lemma(); lemma != w && !doc.IsPlural(w) {
		return true
	}
	if k == 0 {
		return false
	}
	switch p.Tokens[k-1].Text {
	case "to", "will", "would", "did", "could", "n't":
		return true
	}
	return false
}

// tellsEvent reports whether two aligned words tell what happened.
func (f Finding) tellsEvent(w align.Aligned) bool {
	t := &f.Pair.Docs[sides.Left].Tokens[w.Tokens[sides.Left]]
	_, day := doc.Weekdays[t.Text]
	return doc.TellsWhat(t) && !day && doc.Months()[t.Text] == 0
}

// aroundMoment returns the words around a moment; after one that opens its
// sentence twice as many, as there are none before it.
func aroundMoment(p *doc.Doc, m doc.Moment) doc.Stretch {
	if m.First <= p.WholeSentence(m.First).First+1 {
		return p.Widen(doc.Stretch{First: m.First, Last: m.Last}, 2*momentWords)
	}
	return p.Widen(doc.Stretch{First: m.First, Last: m.Last}, momentWords)
}
