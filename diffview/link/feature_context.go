package link

import (
	"slices"
	"sort"

	"parallax/diffview/arena"
	"parallax/diffview/budget"
	"parallax/diffview/sides"
)

// The features that look beyond the two sentences: at those around them, and
// at their rivals.

// context fills in the features that look at the words of the sentences
// around. They follow from the products of plain sentences, of which three
// rows are held at a time.
func (m *linker) context(b *budget.Budget, t *table, words index) error {
	var half, lead, merge [2]blend
	for side := range m.profile {
		half[side] = m.newBlend(sides.Side(side), .5, .5)
		lead[side] = m.newBlend(sides.Side(side), .6, 0)
		merge[side] = m.newBlend(sides.Side(side), 0, 1)
	}
	w := window{right: m.profile[sides.Right]}
	for i := range t.n {
		if err := b.Spend(t.k + len(m.profile[sides.Left][i].words.keys)*(t.start[i+1]-t.start[i])); err != nil {
			return err
		}
		w.move(m, words, i)
		for r := t.start[i]; r < t.start[i+1]; r++ {
			x, j := t.rows[r], int(t.right[r])
			x[fWords] = w.at(0, j)
			sum := 0.
			for a, c := range [3]float64{.5, 1, .5} {
				for b, d := range [3]float64{.5, 1, .5} {
					sum += c * d * w.at(a-1, j+b-1)
				}
			}
			x[fContext] = sum / (half[sides.Left].norm[i] * half[sides.Right].norm[j])
			x[fLead] = max((w.at(0, j)+.6*w.at(-1, j))/lead[sides.Left].norm[i], (w.at(0, j)+.6*w.at(0, j-1))/lead[sides.Right].norm[j])
			left := (w.at(0, j) + w.at(1, j)) / merge[sides.Left].norm[i]
			if i > 0 {
				left = max(left, (w.at(-1, j)+w.at(0, j))/merge[sides.Left].norm[i-1])
			}
			right := (w.at(0, j) + w.at(0, j+1)) / merge[sides.Right].norm[j]
			if j > 0 {
				right = max(right, (w.at(0, j-1)+w.at(0, j))/merge[sides.Right].norm[j-1])
			}
			x[fMergeLess], x[fMergeMore] = order(left, right)
		}
	}
	return nil
}

// A window holds the word cosines of one left sentence, the one before and the
// one after, with every right sentence.
type window struct {
	right []profile
	rows  [3]*cosines // before, own, after; nil outside the article
}

// move makes sentence i the middle of the window. Sentences come in order.
func (w *window) move(m *linker, words index, i int) {
	left := m.profile[sides.Left]
	row := func(at int, old *cosines) *cosines {
		if at >= len(left) {
			return nil
		}
		if old == nil {
			c := newCosines(m.Arena, words, len(w.right))
			old = &c
		}
		old.of(left[at].words)
		return old
	}
	if i == 0 {
		w.rows[1], w.rows[2] = row(0, nil), row(1, nil)
		return
	}
	w.rows[0], w.rows[1], w.rows[2] = w.rows[1], w.rows[2], row(i+1, w.rows[0])
}

// at returns the cosine of the left sentence d from the middle with right
// sentence j; 0 outside the articles.
func (w *window) at(d, j int) float64 {
	row := w.rows[d+1]
	if row == nil || j < 0 || j >= len(w.right) {
		return 0
	}
	return row.with(j, w.right[j].words)
}

// rivalry fills in how each pair ranks among those that share a sentence with
// it, and how alike the articles are as wholes.
func (t *table) rivalry() {
	t.byRight()
	t.rank(fBase, fRankLess)
	t.rank(fRarity, fRarityRankLess)
	t.rank(fCentred, fCentredRankLess)
	all := arena.Empty[float64](t.arena, len(t.rows))
	for _, x := range t.rows {
		all = append(all, x[fBase])
	}
	slices.Sort(all)
	slices.Reverse(all)
	n, total := min(t.n, t.k), 0.
	for _, v := range all[:min(n, len(all))] {
		total += v
	}
	for _, x := range t.rows {
		x[fBest] = all[0]
		x[fMean] = total / float64(max(1, n))
	}
}

// rank fills in, from feature to on, the rank and the share of a feature
// among its rivals: lesser and greater rank, lesser and greater share.
func (t *table) rank(f, to feature) {
	// The values of a sentence's pairs stand together, ascending.
	values := t.values
	if values[0] == nil {
		values = [2][]float64{arena.Make[float64](t.arena, len(t.rows)), arena.Make[float64](t.arena, len(t.rows))}
		t.values = values
	}
	for r, x := range t.rows {
		values[0][r], values[1][t.place[r]] = x[f], x[f]
	}
	for i := range t.n {
		slices.Sort(values[0][t.start[i]:t.start[i+1]])
	}
	for j := range t.k {
		slices.Sort(values[1][t.startRight[j]:t.startRight[j+1]])
	}
	t.each(func(r, i, j int) {
		x := t.rows[r]
		a := standing(values[0][t.start[i]:t.start[i+1]], x[f])
		b := standing(values[1][t.startRight[j]:t.startRight[j+1]], x[f])
		x[to], x[to+1] = order(a.better, b.better)
		x[to+2], x[to+3] = order(a.share, b.share)
	})
}

// byRight works out where the pairs of each right sentence stand when they are
// ordered by it.
func (t *table) byRight() {
	t.startRight = arena.Make[int](t.arena, t.k+1)
	for _, j := range t.right {
		t.startRight[j+1]++
	}
	for j := range t.k {
		t.startRight[j+1] += t.startRight[j]
	}
	next := append(arena.Empty[int](t.arena, t.k+1), t.startRight...)
	t.place = arena.Make[int](t.arena, len(t.right))
	for r, j := range t.right {
		t.place[r] = next[j]
		next[j]++
	}
}

// A rivalStanding is how many rivals are better, and the value as a share of
// the best.
type rivalStanding struct{ better, share float64 }

// standing finds a value among ascending ones.
func standing(values []float64, v float64) rivalStanding {
	above := len(values) - sort.Search(len(values), func(n int) bool { return values[n] > v })
	return rivalStanding{float64(above), v / max(values[len(values)-1], 1e-9)}
}
