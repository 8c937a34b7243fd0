package exact

// Making edits readable, on tokens: never on characters, which would split
// words and numbers.

// tidy returns the edits of a group as a reader would name them. of are the
// tokens of the group.
func (c *comparer) tidy(edits []edit, of [2][2]int) []edit {
	for n := range edits {
		c.slide(edits, n, of)
	}
	edits = c.divide(edits)
	edits = c.joinCrumbs(edits)
	for n := range edits {
		c.lean(edits, n, of)
	}
	return edits
}

// slide moves an edit of one side along equal tokens to where it begins and
// ends best: at the ends of a sentence or a clause. Of equally good places the
// first is taken, so that of "was not not" it is the first that was put in.
func (c *comparer) slide(edits []edit, n int, of [2][2]int) {
	e := &edits[n]
	if e.replaces() {
		return
	}
	side := 0
	if e.size(0) == 0 {
		side = 1
	}
	ids := c.ids[side]
	lo, hi := of[side][0], of[side][1]
	other := [2]int{of[1-side][0], of[1-side][1]}
	if n > 0 {
		lo, other[0] = edits[n-1].of[side][1]+1, edits[n-1].of[1-side][1]+1
	}
	if n+1 < len(edits) {
		hi, other[1] = edits[n+1].of[side][0]-1, edits[n+1].of[1-side][0]-1
	}
	first, last, at := e.of[side][0], e.of[side][1], e.of[1-side][0]
	best, score := 0, c.boundary(side, first)+c.boundary(side, last)
	consider := func(by int) {
		if s := c.boundary(side, first+by) + c.boundary(side, last+by); s > score || s == score && by < best {
			best, score = by, s
		}
	}
	for by := -1; first+by >= lo && at+by >= other[0] && ids[first+by] == ids[last+by]; by-- {
		consider(by)
	}
	for by := 1; last+by <= hi && at+by <= other[1] && ids[first+by-1] == ids[last+by-1]; by++ {
		consider(by)
	}
	for s := range e.of {
		e.of[s][0] += best
		e.of[s][1] += best
	}
}

// boundary says how good it is that an edit begins or ends before token k: at
// the end of a sentence best, at a mark well.
func (c *comparer) boundary(side, k int) int {
	t := c.texts[side]
	switch {
	case k <= 0 || k >= len(t.tokens) || t.tokens[k-1].sentence != t.tokens[k].sentence:
		return 4
	case t.tokens[k].class == mark && t.tokens[k].text != `"`:
		return 2
	case t.tokens[k-1].class == mark:
		return 1
	}
	return 0
}

// divide takes replaced tokens apart where each became another of its kind:
// "Monday, 5" and "Tuesday, 6" are a date and a number.
func (c *comparer) divide(edits []edit) []edit {
	var out []edit
	for _, e := range edits {
		n := e.size(0)
		if n < 2 || n != e.size(1) || n > 8 {
			out = append(out, e)
			continue
		}
		from := 0
		cut := func(to int) {
			if from < to {
				out = append(out, edit{[2][2]int{{e.of[0][0] + from, e.of[0][0] + to}, {e.of[1][0] + from, e.of[1][0] + to}}})
			}
			from = to
		}
		for k := range n {
			one := edit{[2][2]int{{e.of[0][0] + k, e.of[0][0] + k + 1}, {e.of[1][0] + k, e.of[1][0] + k + 1}}}
			if kind := c.kind(one); kind == Number || kind == Date || kind == Punctuation || kind == Case {
				cut(k)
				cut(k + 1)
			}
		}
		cut(n)
	}
	return out
}

// mostCrumb is how many equal tokens between two changes can be a crumb.
const mostCrumb = 3

// joinCrumbs joins changes between which only a few small words are equal: they
// read as one. Changes that each say what they are stay apart.
func (c *comparer) joinCrumbs(edits []edit) []edit {
	var out []edit
	for _, e := range edits {
		if n := len(out); n > 0 && c.crumb(out[n-1], e) {
			out[n-1].of[0][1], out[n-1].of[1][1] = e.of[0][1], e.of[1][1]
			continue
		}
		out = append(out, e)
	}
	return out
}

// crumb reports whether what is between two edits is one.
func (c *comparer) crumb(a, b edit) bool {
	from, to := a.of[0][1], b.of[0][0]
	if to == from || to-from > mostCrumb || !a.replaces() && !b.replaces() {
		return false
	}
	for side, t := range c.texts {
		first, last := a.of[side][0], b.of[side][1]-1
		if t.tokens[first].sentence != t.tokens[last].sentence {
			return false
		}
	}
	words := 0
	for _, x := range c.texts[0].tokens[from:to] {
		if x.class == mark && x.text != "-" && x.text != "/" {
			return false // a phrase ends there
		}
		if x.class != mark {
			words++
			if !functionWords.Has(x.text) {
				return false
			}
		}
	}
	if words > max(a.size(0), a.size(1)) && words > max(b.size(0), b.size(1)) {
		return false
	}
	ka, kb := c.kind(a), c.kind(b)
	return !(ka.telling() && kb.telling()) && ka != Punctuation && kb != Punctuation && ka != Case && kb != Case
}

// lean makes a replacement of an inserted "not" or "reportedly": with the word
// it is next to, so that both articles can be pointed at.
func (c *comparer) lean(edits []edit, n int, of [2][2]int) {
	e := &edits[n]
	if e.replaces() || !c.turns(*e) {
		return
	}
	l, r := e.of[0], e.of[1]
	free := [2]int{of[0][0], of[1][0]}
	if n > 0 {
		free = [2]int{edits[n-1].of[0][1], edits[n-1].of[1][1]}
	}
	if l[0] > free[0] && r[0] > free[1] && c.beside(l[0]-1, r[0]-1, e) {
		e.of[0][0]--
		e.of[1][0]--
		return
	}
	end := [2]int{of[0][1], of[1][1]}
	if n+1 < len(edits) {
		end = [2]int{edits[n+1].of[0][0], edits[n+1].of[1][0]}
	}
	if l[1] < end[0] && r[1] < end[1] && c.beside(l[1], r[1], e) {
		e.of[0][1]++
		e.of[1][1]++
	}
}

// beside reports whether tokens i and j are words of the sentences that the
// edit is in.
func (c *comparer) beside(i, j int, e *edit) bool {
	a, b := &c.texts[0].tokens[i], &c.texts[1].tokens[j]
	if a.class == mark || b.class == mark {
		return false
	}
	if e.size(0) > 0 {
		return a.sentence == c.texts[0].tokens[e.of[0][0]].sentence
	}
	return b.sentence == c.texts[1].tokens[e.of[1][0]].sentence
}
