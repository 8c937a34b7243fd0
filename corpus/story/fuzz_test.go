package story_test

import (
	"slices"
	"testing"

	"parallax/corpus"
	"parallax/corpus/story"
)

// Whatever three texts say, each is in one story, and the same texts in
// another order are in the same ones.
func FuzzGroup(f *testing.F) {
	f.Add("", "", "")
	f.Add("The bridge is shut.", "The bridge is shut.", "A vote on herring.")
	f.Add("…", "12 1.2 O’Neill U.S.", "\u202e\x00\xff")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		articles := []*corpus.Article{corpus.FromText("a", a), corpus.FromText("b", b), corpus.FromText("c", c)}
		one := together(t, articles)
		slices.Reverse(articles)
		other := together(t, articles)
		slices.Reverse(other)
		for i := range one {
			for j := range one {
				if (one[i] == one[j]) != (other[i] == other[j]) {
					t.Errorf("%q and %q are in one story in one order only", articles[2-i].Text, articles[2-j].Text)
				}
			}
		}
	})
}

// together returns the story of each article.
func together(t *testing.T, articles []*corpus.Article) []int {
	of := make([]int, len(articles))
	for n, s := range story.Group(articles) {
		for _, i := range s.Articles {
			if of[i] != 0 {
				t.Fatalf("article %d is in two stories", i)
			}
			of[i] = n + 1
		}
	}
	if slices.Contains(of, 0) {
		t.Fatal("an article is in no story")
	}
	return of
}
