package ui

import (
	"slices"
	"strings"

	"github.com/sahilm/fuzzy"
)

// filter returns which texts pass a query, by their index, the best first and
// among equals in their order. Each word of the query must be found, in any
// order, as its letters in a row or with others between; case does not count.
// Where some texts have a word whole, those that only have its letters do not
// pass: long headlines have most letters somewhere. All pass an empty query.
func filter(query string, texts []string) []int {
	passed := make([]int, len(texts))
	for i := range texts {
		passed[i] = i
	}
	score := make([]int, len(texts))
	for _, word := range strings.Fields(query) {
		whole := slices.DeleteFunc(slices.Clone(passed), func(i int) bool { return !hasWord(texts[i], word) })
		if len(whole) > 0 {
			passed = whole
		}
		among := make([]string, len(passed))
		for k, i := range passed {
			among[k] = texts[i]
		}
		var next []int
		for _, match := range fuzzy.FindNoSort(word, among) {
			score[passed[match.Index]] += match.Score
			next = append(next, passed[match.Index])
		}
		passed = next
	}
	slices.SortStableFunc(passed, func(i, j int) int { return score[j] - score[i] })
	return passed
}

// hasWord reports whether a text has a word whole, in any case.
func hasWord(text, word string) bool {
	return strings.Contains(strings.ToLower(text), strings.ToLower(word))
}

// letters returns which bytes of a text begin a letter that a query found.
func letters(query, text string) map[int]bool {
	found := make(map[int]bool)
	for _, word := range strings.Fields(query) {
		if at := strings.Index(strings.ToLower(text), strings.ToLower(word)); at >= 0 && len(strings.ToLower(text)) == len(text) {
			for i := range word {
				found[at+i] = true
			}
			continue
		}
		for _, match := range fuzzy.FindNoSort(word, []string{text}) {
			for _, i := range match.MatchedIndexes {
				found[i] = true
			}
		}
	}
	return found
}
