package exact

import (
	"slices"
	"strings"

	"parallax/corpus"
	"parallax/corpus/fold"
	"parallax/corpus/prose"
)

// A line is a sentence of the page that is not compared and that the other
// article does not have.
type line struct {
	index int // into the article's Sentences
	text  string
}

// pageLines returns those of either article. What one has twice must stand in
// the other twice.
func pageLines(articles [2]*corpus.Article) (out [2][]line) {
	for side, a := range articles {
		for i, s := range a.Sentences {
			if !s.Kind.Compared() {
				out[side] = append(out[side], line{i, fold.String(s.Of(a.Text))})
			}
		}
	}
	trimLines(&out)
	if len(out[0])+len(out[1]) == 0 {
		return out
	}
	known := [2]map[string]int{{}, {}} // by side: how often it has a line
	for side, a := range articles {
		for _, l := range out[side] {
			known[side][l.text]++
		}
		for _, s := range a.Sentences {
			if s.Kind.Compared() {
				known[side][fold.String(s.Of(a.Text))]++
			}
		}
	}
	for side, lines := range out {
		out[side] = slices.DeleteFunc(lines, func(l line) bool {
			known[1-side][l.text]--
			return known[1-side][l.text] >= 0
		})
	}
	return out
}

// trimLines leaves out the lines that both have at the beginning and at the
// end, so that of a line that stands twice the one that was edited is left.
func trimLines(lines *[2][]line) {
	l, r := lines[0], lines[1]
	for len(l) > 0 && len(r) > 0 && l[0].text == r[0].text {
		l, r = l[1:], r[1:]
	}
	for len(l) > 0 && len(r) > 0 && l[len(l)-1].text == r[len(r)-1].text {
		l, r = l[:len(l)-1], r[:len(r)-1]
	}
	*lines = [2][]line{l, r}
}

// Which doubtful lines of two texts are versions of each other.
const (
	sameLine  = .6  // the least share of the words of both that both have
	mostLines = 100 // lines a side that are looked at
)

// takeIn compares captions and other doubtful lines that were edited: those of
// which either text has one of its own, nearly the same. What only one has is
// the page's as much as the article's, and stays aside.
func takeIn(texts [2]*Text) (taken [2]*Text, left [2][]line) {
	articles := [2]*corpus.Article{texts[0].Article, texts[1].Article}
	left = pageLines(articles)
	var doubtful [2][]line
	for side, a := range articles {
		for _, l := range left[side] {
			if a.Sentences[l.index].Kind == prose.Doubtful && len(doubtful[side]) < mostLines {
				doubtful[side] = append(doubtful[side], l)
			}
		}
	}
	var edited [2]map[int]bool
	for _, l := range doubtful[0] {
		k := slices.IndexFunc(doubtful[1], func(r line) bool { return !edited[1][r.index] && alike(l.text, r.text) })
		if k < 0 {
			continue
		}
		if edited[0] == nil {
			edited = [2]map[int]bool{{}, {}}
		}
		edited[0][l.index], edited[1][doubtful[1][k].index] = true, true
	}
	if edited[0] == nil {
		return texts, left
	}
	for side, a := range articles {
		whole := *a
		whole.Sentences = slices.Clone(a.Sentences)
		for i := range edited[side] {
			whole.Sentences[i].Kind = prose.Body
		}
		taken[side] = cutArticle(&whole)
		left[side] = slices.DeleteFunc(left[side], func(l line) bool { return edited[side][l.index] })
	}
	return taken, left
}

// alike reports whether two lines are versions of one.
func alike(a, b string) bool {
	count := make(map[string]int)
	words := strings.Fields(a)
	for _, w := range words {
		count[w]++
	}
	both, all := 0, len(words)
	for _, w := range strings.Fields(b) {
		all++
		if count[w] > 0 {
			count[w]--
			both++
		}
	}
	return all > 0 && 2*float64(both) >= sameLine*float64(all)
}
