package exact

import (
	"cmp"
	"slices"

	"parallax/corpus"
	"parallax/corpus/prose"
)

// result writes what was found as the public form has it.
func (c *comparer) result() *Diff {
	d := &Diff{Articles: [2]*corpus.Article{c.texts[0].Article, c.texts[1].Article}}
	d.Sentences = c.sentences()
	partner := c.partners()
	var states [2][]State
	var changes [2][]int
	for side, t := range c.texts {
		states[side], changes[side] = make([]State, len(t.tokens)), make([]int, len(t.tokens))
		for k := range t.tokens {
			changes[side][k] = -1
			g := c.grouped[side][t.tokens[k].sentence]
			switch {
			case g < 0:
				states[side][k] = Only
			case c.groups[g].moved:
				states[side][k] = Moved
			}
		}
	}
	for n, e := range c.edits {
		d.Changes = append(d.Changes, c.change(e))
		for side, r := range e.of {
			state := Replaced
			if !e.replaces() {
				state = Only
			}
			for k := r[0]; k < r[1]; k++ {
				states[side][k], changes[side][k] = state, n
			}
		}
	}
	for side := range d.Spans {
		d.Spans[side] = c.spans(side, states[side], changes[side])
	}
	d.Same = c.same(partner)
	d.Breaks = c.breaks(partner)
	d.Excused = c.excused(partner)
	d.Aside[0], d.Aside[1] = len(c.aside[0]), len(c.aside[1])
	return d
}

// sentences says what became of each sentence.
func (c *comparer) sentences() (out [2][]Sentence) {
	for side, t := range c.texts {
		partnered := make(map[int32]int) // by key: the first sentence of the other side that has a partner
		for n := len(c.keys[1-side]) - 1; n >= 0; n-- {
			if c.grouped[1-side][n] >= 0 {
				partnered[c.keys[1-side][n]] = n
			}
		}
		out[side] = make([]Sentence, len(t.sentences))
		for n, s := range t.sentences {
			x := Sentence{Index: s.index, Tokens: s.size(), Equal: s.size() == 0, Repeats: -1}
			if g := c.grouped[side][n]; g >= 0 {
				x.Equal, x.Moved = c.groups[g].equal, c.groups[g].moved
				for k := c.groups[g].of[1-side][0]; k < c.groups[g].of[1-side][1]; k++ {
					x.Partners = append(x.Partners, c.texts[1-side].sentences[k].index)
				}
			} else if k, ok := partnered[c.keys[side][n]]; ok && s.size() > 0 {
				x.Repeats = c.texts[1-side].sentences[k].index
			}
			out[side][n] = x
		}
	}
	return out
}

// partners returns for each left token the equal right one, -1 for none.
func (c *comparer) partners() []int {
	out := make([]int, len(c.texts[0].tokens))
	for k := range out {
		out[k] = -1
	}
	for _, g := range c.groups {
		i := c.texts[0].sentences[g.of[0][0]].first
		j := c.texts[1].sentences[g.of[1][0]].first
		equal := func(end int) {
			for ; i < end; i, j = i+1, j+1 {
				out[i] = j
			}
		}
		for _, e := range c.edits[g.edits[0]:g.edits[1]] {
			equal(e.of[0][0])
			i, j = e.of[0][1], e.of[1][1]
		}
		equal(c.texts[0].sentences[g.of[0][1]-1].last)
	}
	return out
}

// same writes the equal tokens as the public form has them.
func (c *comparer) same(partner []int) (out []Pair) {
	for i, j := range partner {
		if j >= 0 {
			a, b := &c.texts[0].tokens[i], &c.texts[1].tokens[j]
			out = append(out, Pair{prose.Span{Start: a.start, End: a.end}, prose.Span{Start: b.start, End: b.end}})
		}
	}
	return out
}

// change writes an edit as the public form has it.
func (c *comparer) change(e edit) Change {
	x := Change{Kind: c.kind(e), Quoted: true}
	for side, r := range e.of {
		tokens := c.texts[side].tokens
		if r[0] == r[1] {
			x.Spans[side] = c.place(side, r[0])
			continue
		}
		x.Spans[side] = prose.Span{Start: tokens[r[0]].start, End: tokens[r[1]-1].end}
		for _, t := range tokens[r[0]:r[1]] {
			x.Quoted = x.Quoted && t.quoted
		}
	}
	return x
}

// place returns the empty span at token k of a side.
func (c *comparer) place(side, k int) prose.Span {
	at := 0
	switch tokens := c.texts[side].tokens; {
	case k > 0:
		at = tokens[k-1].end
	case len(tokens) > 0:
		at = tokens[0].start
	}
	return prose.Span{Start: at, End: at}
}

// spans writes the tokens' states of a side as spans that tile each sentence.
// The white space goes with the word before it.
func (c *comparer) spans(side int, states []State, changes []int) (out []Span) {
	t := c.texts[side]
	for _, s := range t.sentences {
		whole := t.Article.Sentences[s.index].Span
		if s.size() == 0 { // nothing to be seen in it, so nothing differs
			out = append(out, Span{whole, Equal, -1})
			continue
		}
		from := len(out)
		for k := s.first; k < s.last; k++ {
			if last := len(out) - 1; last >= from {
				if out[last].State == states[k] && out[last].Change == changes[k] {
					continue
				}
				out[last].End = t.tokens[k].start
			}
			out = append(out, Span{prose.Span{Start: t.tokens[k].start}, states[k], changes[k]})
		}
		out[from].Start = whole.Start
		out[len(out)-1].End = whole.End
	}
	return out
}

// breaks returns, by side, where a paragraph begins between two tokens that
// are side by side on the other side in one paragraph.
func (c *comparer) breaks(partner []int) (out [2][]int) {
	for i := 1; i < len(partner); i++ {
		j := partner[i]
		if j < 1 || partner[i-1] != j-1 {
			continue
		}
		l, r := c.begins(0, i), c.begins(1, j)
		switch {
		case l && !r:
			out[0] = append(out[0], c.texts[0].tokens[i].start)
		case r && !l:
			out[1] = append(out[1], c.texts[1].tokens[j].start)
		}
	}
	slices.Sort(out[1])
	return out
}

// begins reports whether a paragraph begins between token k-1 and token k.
func (c *comparer) begins(side, k int) bool {
	t := c.texts[side]
	paragraph := func(k int) int32 {
		return t.Article.Sentences[t.sentences[t.tokens[k].sentence].index].Paragraph
	}
	return t.tokens[k-1].sentence != t.tokens[k].sentence && paragraph(k-1) != paragraph(k)
}

// excused counts the differences that do not count.
func (c *comparer) excused(partner []int) (e Excused) {
	l, r := c.texts[0], c.texts[1]
	for i, j := range partner {
		if j < 0 {
			continue
		}
		a, b := &l.tokens[i], &r.tokens[j]
		e.count(l.Article.Text[a.start:a.end], r.Article.Text[b.start:b.end])
		if i == 0 || j == 0 || partner[i-1] != j-1 || c.begins(0, i) || c.begins(1, j) {
			continue
		}
		e.count(l.Article.Text[l.tokens[i-1].end:a.start], r.Article.Text[r.tokens[j-1].end:b.start])
	}
	return e
}

// mirror returns the comparison with its sides exchanged.
func (d *Diff) mirror() *Diff {
	d.Articles[0], d.Articles[1] = d.Articles[1], d.Articles[0]
	d.Sentences[0], d.Sentences[1] = d.Sentences[1], d.Sentences[0]
	d.Breaks[0], d.Breaks[1] = d.Breaks[1], d.Breaks[0]
	d.Aside[0], d.Aside[1] = d.Aside[1], d.Aside[0]
	if d.Headlines != nil {
		d.Headlines = d.Headlines.mirror()
	}
	d.Spans[0], d.Spans[1] = d.Spans[1], d.Spans[0]
	for n := range d.Same {
		d.Same[n][0], d.Same[n][1] = d.Same[n][1], d.Same[n][0]
	}
	slices.SortFunc(d.Same, func(x, y Pair) int { return cmp.Compare(x[0].Start, y[0].Start) })
	order := make([]int, len(d.Changes))
	for n := range order {
		order[n] = n
		s := &d.Changes[n].Spans
		s[0], s[1] = s[1], s[0]
	}
	slices.SortStableFunc(order, func(x, y int) int {
		a, b := d.Changes[x].Spans, d.Changes[y].Spans
		return cmp.Or(cmp.Compare(a[0].Start, b[0].Start), cmp.Compare(a[1].Start, b[1].Start))
	})
	changes, place := slices.Clone(d.Changes), make([]int, len(order))
	for to, from := range order {
		changes[to], place[from] = d.Changes[from], to
	}
	d.Changes = changes
	for side := range d.Spans {
		for n, s := range d.Spans[side] {
			if s.Change >= 0 {
				d.Spans[side][n].Change = place[s.Change]
			}
		}
	}
	return d
}
