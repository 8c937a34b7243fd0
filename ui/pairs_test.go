package ui

import (
	"slices"
	"testing"

	"parallax/corpus/story"
)

// TestStepAcrossStories walks through two stories and a lone article, and back.
func TestStepAcrossStories(t *testing.T) {
	articles := corpusOf(nil).Articles
	for range 6 {
		articles = append(articles, testArticle(0))
	}
	d, err := newDeck(articles, []story.Story{{Articles: []int{0, 2}}, {Articles: []int{1}}, {Articles: []int{3, 4, 5}}})
	if err != nil {
		t.Fatal(err)
	}
	seen := []pair{d.wanted()}
	for d.step(1) {
		seen = append(seen, d.wanted())
	}
	if want := []pair{{0, 2}, {3, 4}, {3, 5}, {4, 5}}; !slices.Equal(seen, want) {
		t.Errorf("forward: %v, want %v", seen, want)
	}
	back := []pair{d.wanted()}
	for d.step(-1) {
		back = append(back, d.wanted())
	}
	slices.Reverse(back)
	if !slices.Equal(seen, back) {
		t.Errorf("back: %v, want %v", back, seen)
	}
}

func TestCache(t *testing.T) {
	c := newCache[string, int](2)
	c.put("a", 1)
	c.put("b", 2)
	c.get("a")
	c.put("c", 3)
	if _, ok := c.get("b"); ok {
		t.Error("b was used longest ago and is still there")
	}
	if v, ok := c.get("a"); !ok || v != 1 {
		t.Errorf("a is %d, %v", v, ok)
	}
	c.put("a", 4)
	if v, _ := c.get("a"); v != 4 || len(c.values) != 2 || len(c.order) != 2 {
		t.Errorf("a is %d in %v", v, c.values)
	}
}
