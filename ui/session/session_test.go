package session

import (
	"slices"
	"testing"

	"parallax/corpus"
	"parallax/corpus/story"
)

// TestStepAcrossStories walks through two stories and a lone article, and back.
func TestStepAcrossStories(t *testing.T) {
	var articles []*corpus.Article
	for range 6 {
		articles = append(articles, &corpus.Article{})
	}
	d, err := New(articles, []story.Story{{Articles: []int{0, 2}}, {Articles: []int{1}}, {Articles: []int{3, 4, 5}}})
	if err != nil {
		t.Fatal(err)
	}
	seen := []Pair{d.Wanted()}
	for d.Step(1) {
		seen = append(seen, d.Wanted())
	}
	if want := []Pair{{0, 2}, {3, 4}, {3, 5}, {4, 5}}; !slices.Equal(seen, want) {
		t.Errorf("forward: %v, want %v", seen, want)
	}
	back := []Pair{d.Wanted()}
	for d.Step(-1) {
		back = append(back, d.Wanted())
	}
	slices.Reverse(back)
	if !slices.Equal(seen, back) {
		t.Errorf("back: %v, want %v", back, seen)
	}
}

func TestCache(t *testing.T) {
	c := NewCache[string, int](2)
	c.Put("a", 1)
	c.Put("b", 2)
	c.Get("a")
	c.Put("c", 3)
	if _, ok := c.Get("b"); ok {
		t.Error("b was used longest ago and is still there")
	}
	if v, ok := c.Get("a"); !ok || v != 1 {
		t.Errorf("a is %d, %v", v, ok)
	}
	c.Put("a", 4)
	if v, _ := c.Get("a"); v != 4 || len(c.values) != 2 || len(c.order) != 2 {
		t.Errorf("a is %d in %v", v, c.values)
	}
}
