// Package judge is the question about a pair of articles that an outside model is
// asked, and what its answer adds to a comparison: a Comparison goes in, one or
// more Questions come out; an answer's text goes in, checked Findings come out;
// both together make a new Comparison.
//
//	judge.go    a pair in questions: what is asked about at a time
//	prompt.go   a question in words, with the form of the answer
//	answer.go   an answer read, piece by piece
//	check.go    what of it can be believed: sentences that exist, words that stand there
//	merge.go    links and conflicts added to a comparison
//	paint.go    marks, which stay spans of the articles
//
// Nothing an answer says is believed. A sentence must exist, words must stand in
// their sentence, a kind must be known; whatever fails is dropped and counted, and
// costs nothing else. An answer never overrides what is exact: versions of one
// text, equal numbers, quotations that both print. Only an explicit refusal
// removes anything, and only what the comparison itself was unsure of, so that an
// answer without content changes nothing.
//
// Everything here is pure. Who answers is the business of package ask below.
package judge

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"sort"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/diffview"
)

const (
	// window is how many bytes of both articles together are asked about at a
	// time, about 6,000 tokens. Longer pairs are asked about in parts.
	window = 24_000

	// overlap is how many sentences two neighbouring parts of an article share, so
	// that what refers to the sentence before is read with it at least once.
	overlap = 3

	// mostQuestions is how many questions are asked about one pair; those with the
	// most candidates are asked, and the others left out.
	mostQuestions = 16
)

// A Question is one question about a pair: a part of either article, all of it
// for most. Sentences keep their numbers in every part.
type Question struct {
	Comparison *diffview.Comparison
	Parts      [2][]int // by side: indexes into the article's Sentences
	Count, Of  int      // which question of the pair this is, from 1, and of how many
}

// Questions returns what is to be asked about a comparison, and how many more
// questions would cover the whole of it. Versions and copies of one text are
// compared exactly: there is nothing to ask.
func Questions(c *diffview.Comparison) (all []Question, unasked int) {
	if c.Exact != nil {
		return nil, 0
	}
	var parts [2][][]int
	sizes := [2]int{}
	for side, a := range c.Articles {
		sizes[side] = size(a, compared(a))
	}
	for side, a := range c.Articles {
		room := max(window/2, window-sizes[1-side])
		parts[side] = divide(a, compared(a), room)
	}
	for _, left := range parts[diffview.Left] {
		for _, right := range parts[diffview.Right] {
			all = append(all, Question{Comparison: c, Parts: [2][]int{left, right}})
		}
	}
	if len(all) > mostQuestions {
		sort.SliceStable(all, func(x, y int) bool { return len(all[x].hints()) > len(all[y].hints()) })
		all, unasked = all[:mostQuestions], len(all)-mostQuestions
	}
	for n := range all {
		all[n].Count, all[n].Of = n+1, len(all)
	}
	return all, unasked
}

// Unasked says that two articles are too long to be asked about as a whole.
func Unasked(asked, unasked int) string {
	return fmt.Sprintf("too long to ask about whole: only %d of %d combinations of their parts, those with the most candidates, are asked about", asked, asked+unasked)
}

// compared returns the sentences of an article that are asked about.
func compared(a *corpus.Article) (sentences []int) {
	for i, s := range a.Sentences {
		if s.Kind.Compared() {
			sentences = append(sentences, i)
		}
	}
	return sentences
}

// size returns how many bytes some sentences take in a question.
func size(a *corpus.Article, sentences []int) (n int) {
	for _, i := range sentences {
		n += a.Sentences[i].Len() + len("L123 \n")
	}
	return n
}

// divide returns sentences in parts of at most room bytes, each of one sentence at
// least, that overlap.
func divide(a *corpus.Article, sentences []int, room int) (parts [][]int) {
	for from := 0; from < len(sentences); {
		to, used := from, 0
		for to < len(sentences) && (to == from || used+size(a, sentences[to:to+1]) <= room) {
			used += size(a, sentences[to:to+1])
			to++
		}
		parts = append(parts, sentences[from:to])
		if to == len(sentences) {
			break
		}
		from = max(from+1, to-overlap)
	}
	return parts
}

// hints returns the links of the comparison between the parts asked about:
// indexes into its Links.
func (q Question) hints() (links []int) {
	has := [2]map[int]bool{{}, {}}
	for side, part := range q.Parts {
		for _, i := range part {
			has[side][i] = true
		}
	}
	for n, l := range q.Comparison.Links {
		if has[diffview.Left][l.Sentences[diffview.Left]] && has[diffview.Right][l.Sentences[diffview.Right]] {
			links = append(links, n)
		}
	}
	return links
}

// Hash names the text of an article by its sentences, as questions number them:
// an answer belongs to the text it was given for, wherever its file is.
func Hash(a *corpus.Article) string {
	h := sha256.New()
	for _, i := range compared(a) {
		h.Write([]byte(prose.Fold(a.Sentences[i].Of(a.Text)) + "\n"))
	}
	return "sha256:" + hex.EncodeToString(h.Sum(nil))
}
