package session

import (
	"slices"

	"parallax/corpus/story"
)

// All returns all stories, those of one article too.
func (d *Deck) All() []story.Story {
	if d.moved != nil {
		return d.moved
	}
	return d.sorted
}

// StoryOf returns the articles of the story that an article is in.
func (d *Deck) StoryOf(article int) []int {
	for _, s := range d.All() {
		if slices.Contains(s.Articles, article) {
			return s.Articles
		}
	}
	return nil
}

// Moved reports whether articles of the deck were moved.
func (d *Deck) Moved() bool { return d.moved != nil }

// WithMoves returns a deck of the same articles, with all that was worked out about
// them, in the stories as they were grouped and then changed by moves. The pair
// that is wanted stays.
func (d *Deck) WithMoves(moves []story.Move) *Deck {
	next, _ := New(d.Articles, d.sorted) // there are two articles: this deck has them
	next.Compare = d.Compare
	if len(moves) > 0 {
		next.moved = story.Moved(d.Articles, d.sorted, moves)
		next.setStories(next.moved)
	}
	return next
}
