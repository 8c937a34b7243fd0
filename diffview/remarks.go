package diffview

import (
	"fmt"
	"sort"
	"strings"

	"parallax/corpus"
	"parallax/corpus/fold"
	"parallax/corpus/prose"
	"parallax/diffview/exact"
)

// Remarks says, a line each, what of two versions or copies of one text the
// marks do not show: that they are compared exactly, what was moved, repeated
// or divided otherwise, and which differences do not count. Of two texts of their
// own it says what an outside judge added, if one was asked. Sentences are numbered
// as everywhere, articles called A and B.
func (c *Comparison) Remarks() []string {
	if c.Exact == nil {
		return c.Judged.remarks()
	}
	if c.Exact.Identical() {
		return append([]string{"identical: the same words, marks and paragraphs in the same order"}, append(c.aside(), c.excused()...)...)
	}
	out := []string{"one text in two versions or copies: compared word by word, every difference marked"}
	out = append(out, c.changed()...)
	out = append(out, c.headline()...)
	r := newNumbering(c)
	out = append(out, r.list("moved", func(s exact.Sentence) bool { return s.Moved })...)
	out = append(out, r.list("repeated", func(s exact.Sentence) bool { return s.Repeats >= 0 })...)
	out = append(out, r.list("only here", func(s exact.Sentence) bool { return len(s.Partners) == 0 && s.Repeats < 0 && !s.Equal })...)
	out = append(out, r.list("as several sentences in the other", func(s exact.Sentence) bool { return len(s.Partners) > 1 })...)
	out = append(out, r.breaks()...)
	out = append(out, c.aside()...)
	return append(out, c.excused()...)
}

// Headlines returns the headlines that are not in the texts, and whether they
// differ; as much as a quotation mark's form does not count.
func (c *Comparison) Headlines() (both [2]string, differ bool) {
	for side, a := range c.Articles {
		both[side] = prose.Fold(a.Meta.Title.Value)
	}
	if c.Exact != nil {
		return both, c.Exact.Headlines != nil && !c.Exact.Headlines.Identical()
	}
	return both, false
}

// headline says how the headlines differ that are not in the texts.
func (c *Comparison) headline() []string {
	both, differ := c.Headlines()
	if !differ {
		return nil
	}
	counts := make(map[exact.Kind]int)
	for _, x := range c.Exact.Headlines.Changes {
		counts[x.Kind]++
	}
	return []string{fmt.Sprintf("headline: ‘%s’ → ‘%s’ (%s)", both[Left], both[Right], byKind(counts))}
}

// aside counts the lines of the page that differ.
func (c *Comparison) aside() []string {
	if c.Exact.Aside == [2]int{} {
		return nil
	}
	return []string{fmt.Sprintf("lines of the page that only one has, which are not compared: A %d; B %d", c.Exact.Aside[Left], c.Exact.Aside[Right])}
}

// changed counts the changes inside sentences by what they are about.
func (c *Comparison) changed() []string {
	all := make([]int, len(c.Exact.Changes))
	for n := range all {
		all[n] = n
	}
	if counts := c.CountChanges(all); counts != "" {
		return []string{"changed inside sentences: " + counts}
	}
	return nil
}

// excused counts the differences that do not count.
func (c *Comparison) excused() []string {
	var parts []string
	for k, n := range c.Exact.Excused {
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", fold.Kind(k), n))
		}
	}
	if parts == nil {
		return nil
	}
	return []string{"written differently, which does not count: " + strings.Join(parts, ", ")}
}

// A numbering gives sentences their numbers.
type numbering struct {
	*Comparison
	number [2][]int // by side and sentence: its place among the compared ones, from 1
}

func newNumbering(c *Comparison) numbering {
	r := numbering{Comparison: c}
	for side, a := range c.Articles {
		r.number[side] = SentenceNumbers(a)
	}
	return r
}

// SentenceNumbers returns by sentence its place among those that are compared,
// counted from 1, by which a reader knows it; 0 for the others.
func SentenceNumbers(a *corpus.Article) []int {
	numbers := make([]int, len(a.Sentences))
	n := 0
	for i, s := range a.Sentences {
		if s.Kind.Compared() {
			n++
			numbers[i] = n
		}
	}
	return numbers
}

// list names the sentences of both articles that are so, as in "moved: A 8–9,
// B 2–3".
func (r numbering) list(what string, so func(exact.Sentence) bool) []string {
	var parts []string
	for side := range r.Exact.Sentences {
		var numbers []int
		for _, s := range r.Exact.Sentences[side] {
			if so(s) {
				numbers = append(numbers, r.number[side][s.Index])
			}
		}
		if numbers != nil {
			parts = append(parts, sideNames[side]+" "+ranges(numbers))
		}
	}
	if parts == nil {
		return nil
	}
	return []string{what + ": " + strings.Join(parts, "; ")}
}

// Breaks returns the sentences of a side, by their indexes, that begin a
// paragraph though the other of two versions has them within one.
func (c *Comparison) Breaks(side Side) (sentences []int) {
	if c.Exact == nil {
		return nil
	}
	for _, at := range c.Exact.Breaks[side] {
		sentences = append(sentences, sentenceAt(c.Articles[side], at))
	}
	return sentences
}

// Begins reports whether a sentence is one of Breaks.
func (c *Comparison) Begins(side Side, sentence int) bool {
	if c.Exact == nil {
		return false
	}
	at := c.Exact.Breaks[side]
	all := c.Articles[side].Sentences
	from := sort.SearchInts(at, all[sentence].Start)
	return from < len(at) && sentenceAt(c.Articles[side], at[from]) == sentence
}

// breaks names the sentences that begin a paragraph in one article only.
func (r numbering) breaks() []string {
	var parts []string
	for side := range r.Exact.Breaks {
		var numbers []int
		for _, i := range r.Breaks(Side(side)) {
			numbers = append(numbers, r.number[side][i])
		}
		if numbers != nil {
			parts = append(parts, sideNames[side]+" "+ranges(numbers))
		}
	}
	if parts == nil {
		return nil
	}
	return []string{"begins a paragraph only here: " + strings.Join(parts, "; ")}
}

var sideNames = [2]string{"A", "B"}

// mostRanges is how many numbers or ranges a remark lists.
const mostRanges = 12

// ranges writes ascending numbers: "3, 5–7".
func ranges(numbers []int) string {
	var parts []string
	for k := 0; k < len(numbers); {
		n := k + 1
		for n < len(numbers) && numbers[n] == numbers[n-1]+1 {
			n++
		}
		if len(parts) == mostRanges {
			return strings.Join(parts, ", ") + fmt.Sprintf(" and %d more", len(numbers)-k)
		}
		if n-k > 1 {
			parts = append(parts, fmt.Sprintf("%d–%d", numbers[k], numbers[n-1]))
		} else {
			parts = append(parts, fmt.Sprint(numbers[k]))
		}
		k = n
	}
	return strings.Join(parts, ", ")
}
