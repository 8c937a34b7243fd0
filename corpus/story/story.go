// Package story finds which articles are about one event.
package story

import "parallax/corpus"

// A Story is the articles about one event.
type Story struct {
	Articles []int // indexes into the slice given to Group, in reading order
}

// Group sorts articles into stories. Every article is in exactly one.
func Group(articles []*corpus.Article) []Story { panic("unwritten") }

// Pairs returns the story's pairs of articles in the order a reader steps
// through them: each step changes one side only.
func (s Story) Pairs() [][2]int { panic("unwritten") }
