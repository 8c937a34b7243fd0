package ui

import (
	"fmt"
	"slices"

	"parallax/diffview"
)

// around returns the pair in which to read an article, and its side there:
// beside what is read now, where that belongs together; else beside the next
// of its own story.
func (d *deck) around(article int) (pair, diffview.Side) {
	now := d.wanted()
	if side, open := now.sideOf(article); open {
		return now, side
	}
	for _, i := range []int{1, 0} {
		if slices.Contains(d.read().Articles, article) && slices.Contains(d.read().Articles, now[i]) {
			return pair{article, now[i]}, diffview.Left
		}
	}
	for _, s := range d.stories {
		if at := slices.Index(s.Articles, article); at >= 0 {
			return pair{article, s.Articles[(at+1)%len(s.Articles)]}, diffview.Left
		}
	}
	return pair{article, now[1]}, diffview.Left
}

// companion returns an article to read beside one: another of its story, or
// else of the corpus.
func (d *deck) companion(i int) int {
	for _, s := range d.stories {
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
	return min(1, len(d.articles)-1)
}

// listed returns all articles: first those of the story that is read, in its
// order, then the others.
func (d *deck) listed() []int {
	order := slices.Clone(d.read().Articles)
	in := make([]bool, len(d.articles))
	for _, i := range order {
		in[i] = true
	}
	for i := range d.articles {
		if !in[i] {
			order = append(order, i)
		}
	}
	return order
}

// kinship says of the articles that are versions or copies of a text which of
// them they are.
func (d *deck) kinship() map[int]string {
	kin := make(map[int]string)
	for _, s := range d.stories {
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
