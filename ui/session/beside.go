package session

import (
	"fmt"
	"slices"

	"parallax/diffview"
)

// Around returns the pair in which to read an article, and its side there:
// beside what is read now, where that belongs together; else beside the next
// of its own story.
func (d *Deck) Around(article int) (Pair, diffview.Side) {
	now := d.Wanted()
	if side, open := now.sideOf(article); open {
		return now, side
	}
	for _, i := range []int{1, 0} {
		if slices.Contains(d.Story().Articles, article) && slices.Contains(d.Story().Articles, now[i]) {
			return Pair{article, now[i]}, diffview.Left
		}
	}
	for _, s := range d.Stories {
		if at := slices.Index(s.Articles, article); at >= 0 {
			return Pair{article, s.Articles[(at+1)%len(s.Articles)]}, diffview.Left
		}
	}
	return Pair{article, now[1]}, diffview.Left
}

// Companion returns an article to read beside one: another of its story, or
// else of the corpus.
func (d *Deck) Companion(i int) int {
	for _, s := range d.Stories {
		if !slices.Contains(s.Articles, i) {
			continue
		}
		for _, j := range s.Articles {
			if j != i {
				return j
			}
		}
	}
	if i > 0 {
		return 0
	}
	return min(1, len(d.Articles)-1)
}

// Listed returns all articles: first those of the story that is read, in its
// order, then the others.
func (d *Deck) Listed() []int {
	order := slices.Clone(d.Story().Articles)
	in := make([]bool, len(d.Articles))
	for _, i := range order {
		in[i] = true
	}
	for i := range d.Articles {
		if !in[i] {
			order = append(order, i)
		}
	}
	return order
}

// Kinship says of the articles that are versions or copies of a text which of
// them they are.
func (d *Deck) Kinship() map[int]string {
	kin := make(map[int]string)
	for _, s := range d.Stories {
		for _, group := range s.Copies {
			for k, i := range group {
				kin[i] = fmt.Sprintf("copy %d/%d", k+1, len(group))
			}
		}
		for _, group := range s.Versions {
			for k, i := range group {
				kin[i] = fmt.Sprintf("version %d/%d", k+1, len(group))
			}
		}
	}
	return kin
}
