package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/story"
	"parallax/diffview"
)

// A figure is what the matrix tells of a pair.
type figure struct {
	shared    [2]int // by side: how much of its words the other says too, in percent; -1 when it has no words
	conflicts int
}

// mirror returns the figure of the pair with its sides swapped.
func (f figure) mirror() figure {
	f.shared[0], f.shared[1] = f.shared[1], f.shared[0]
	return f
}

// read returns the story that is read, or was before a pair of choice.
func (d *deck) read() *story.Story { return &d.stories[d.story] }

// figure returns what is known of a pair; false when it was not compared yet.
func (d *deck) figure(p pair) (figure, bool) {
	if f, ok := d.figures[p]; ok {
		return f, true
	}
	f, ok := d.figures[p.mirror()]
	return f.mirror(), ok
}

// note keeps the figure of a comparison.
func (d *deck) note(r *reading) {
	var f figure
	for side, s := range r.share {
		f.shared[side] = -1
		if s.Words > 0 {
			f.shared[side] = percent(s.Agree, s.Words)
		}
	}
	f.conflicts = r.CountConflicts()
	d.figures[r.pair] = f
}

// unknown returns the first pair of the survey that was not compared and is
// not under way.
func (d *deck) unknown() (pair, bool) {
	for i := 0; i < len(d.survey); i++ {
		p := d.survey[i]
		_, known := d.figure(p)
		switch {
		case known || d.failed[p] != "" || d.failed[p.mirror()] != "":
			d.survey = slices.Delete(d.survey, i, i+1)
			i--
		case d.underWay[p] == nil && d.underWay[p.mirror()] == nil:
			return p, true
		}
	}
	return pair{}, false
}

// figuresOf asks for the figures of pairs, in their order, in place of those that
// were asked for before. They come with the comparison of each pair.
func (d *deck) figuresOf(pairs []pair) { d.survey = pairs }

// surveying returns the commands that compare what the survey asks for, as
// many as may run now.
func (d *deck) surveying() tea.Cmd {
	var cmds []tea.Cmd
	for d.room() {
		p, ok := d.unknown()
		if !ok {
			break
		}
		cmds = append(cmds, d.work(p))
	}
	return tea.Batch(cmds...)
}

// sideOf returns the side of a pair that an article is on.
func (p pair) sideOf(article int) (diffview.Side, bool) {
	for side, i := range p {
		if i == article {
			return diffview.Side(side), true
		}
	}
	return 0, false
}
