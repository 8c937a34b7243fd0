package session

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/story"
	"parallax/diffview"
	"parallax/diffview/coverage"
)

// A Figure is what the matrix tells of a pair.
type Figure struct {
	Shared    [2]int // by side: how much of its words the other says too, in percent; -1 when it has no words
	Conflicts int
}

// Story returns the story that is read, or was before a pair of choice.
func (d *Deck) Story() *story.Story { return &d.Stories[d.story] }

// Figure returns what is known of a pair; false when it was not compared yet.
func (d *Deck) Figure(p Pair) (f Figure, known bool) {
	k, known := d.pairings[p]
	if !known {
		k, known = d.pairings[p.Mirror()]
		k.Shares[0], k.Shares[1] = k.Shares[1], k.Shares[0]
	}
	for side, s := range k.Shares {
		f.Shared[side] = -1
		if s.Words > 0 {
			f.Shared[side] = Percent(s.Agree, s.Words)
		}
	}
	f.Conflicts = k.CountConflicts()
	return f, known
}

// Pairing returns what is kept of the comparison of a pair, its first article on
// the left; false when it was not compared yet.
func (d *Deck) Pairing(p Pair) (coverage.Pairing, bool) {
	if k, ok := d.pairings[p]; ok {
		return k, true
	}
	k, ok := d.pairings[p.Mirror()]
	return k.Mirror(), ok
}

// paired reports whether a pair was compared.
func (d *Deck) paired(p Pair) bool {
	_, there := d.pairings[p]
	_, mirrored := d.pairings[p.Mirror()]
	return there || mirrored
}

// Settled reports whether a pair was compared, or cannot be.
func (d *Deck) Settled(p Pair) bool {
	return d.paired(p) || d.failed[p] != "" || d.failed[p.Mirror()] != ""
}

// unknown returns the first pair of the survey that was not compared and is
// not under way.
func (d *Deck) unknown() (Pair, bool) {
	for i := 0; i < len(d.survey); i++ {
		p := d.survey[i]
		switch {
		case d.Settled(p):
			d.survey = slices.Delete(d.survey, i, i+1)
			i--
		case d.underWay[p] == nil && d.underWay[p.Mirror()] == nil:
			return p, true
		}
	}
	return Pair{}, false
}

// Survey asks for the figures of pairs, in their order, in place of those that
// were asked for before, and returns the command that looks them up. Those that no
// earlier run has found come with the comparison of each pair.
func (d *Deck) Survey(pairs []Pair) tea.Cmd {
	d.survey = slices.Clone(pairs)
	return d.recall()
}

// Surveying reports whether figures are asked for that are not there yet.
func (d *Deck) Surveying() bool {
	return slices.ContainsFunc(d.survey, func(p Pair) bool { return !d.Settled(p) })
}

// surveying returns the commands that compare what the survey asks for, as
// many as may run now.
func (d *Deck) surveying() tea.Cmd {
	var cmds []tea.Cmd
	for d.room() && d.recalling == nil {
		p, ok := d.unknown()
		if !ok {
			break
		}
		cmds = append(cmds, d.Work(p))
	}
	return tea.Batch(cmds...)
}

// sideOf returns the side of a pair that an article is on.
func (p Pair) sideOf(article int) (diffview.Side, bool) {
	for side, i := range p {
		if i == article {
			return diffview.Side(side), true
		}
	}
	return 0, false
}

// Percent returns part of all in whole percent, rounded; never 0 or 100 unless
// it is none or all.
func Percent(part, all int) int {
	p := (part*200 + all) / (2 * all)
	switch {
	case p == 0 && part > 0:
		return 1
	case p == 100 && part < all:
		return 99
	}
	return p
}
