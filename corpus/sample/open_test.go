package sample

import (
	"slices"
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/corpus/prose"
)

func open(t *testing.T) *corpus.Corpus {
	t.Helper()
	c, err := Open()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range c.Problems {
		t.Errorf("an article of the sample cannot be read: %v", p)
	}
	return c
}

func sentence(a *corpus.Article, i int) string {
	return prose.Fold(a.Sentences[i].Of(a.Text))
}

// Labels name sentences, so each must lead to one sentence as the corpus cuts
// it, and what differs must stand in that sentence.
func TestLabelsNameSentences(t *testing.T) {
	c := open(t)
	for _, p := range labels(t) {
		left, right := Article(c, p.Left), Article(c, p.Right)
		if left == nil || right == nil {
			t.Fatalf("%s and %s: not both in the corpus", p.Left, p.Right)
		}
		for _, l := range p.Links {
			i, j := Find(left, l.Left), Find(right, l.Right)
			if i < 0 {
				t.Errorf("%s: no one sentence begins with %q", p.Left, l.Left)
			}
			if j < 0 {
				t.Errorf("%s: no one sentence begins with %q", p.Right, l.Right)
			}
			if i < 0 || j < 0 {
				continue
			}
			if !left.Sentences[i].Kind.Compared() || !right.Sentences[j].Kind.Compared() {
				t.Errorf("%q / %q: furniture is labelled", l.Left, l.Right)
			}
			for _, d := range slices.Concat(l.Conflicts, l.Guards) {
				if n := strings.Count(sentence(left, i), d.Left); n != 1 {
					t.Errorf("%s: %q stands %d times in %q, want once", p.Left, d.Left, n, sentence(left, i))
				}
				if n := strings.Count(sentence(right, j), d.Right); n != 1 {
					t.Errorf("%s: %q stands %d times in %q, want once", p.Right, d.Right, n, sentence(right, j))
				}
			}
		}
	}
}

// The lines of the page around the articles are kept and told from the prose.
func TestFurnitureIsKeptApart(t *testing.T) {
	want := map[string][]string{
		"gondola-meridian-wire.md":   nil,
		"gondola-tolvane-courier.md": {"Share this article", "Advertisement", "Read more: How the rescue team trains for the day it hopes will never come", "Most Viewed"},
		"gondola-northlight-1.md":    {"Share this story", "Most Viewed"},
		"gondola-pasted.txt":         nil,
		"stadium-brackwater-post.md": {"Advertisement", "Read more: Ten nights at Mill Lane that nobody will forget"},
		"stadium-harbour-radio.md":   {"More on this story"},
		"trawler-brackwater-post.md": {"Share this article"},
	}
	c := open(t)
	for file, lines := range want {
		a := Article(c, file)
		if a == nil {
			t.Errorf("%s: not in the corpus", file)
			continue
		}
		var got []string
		for i, s := range a.Sentences {
			if s.Kind == prose.Furniture {
				got = append(got, sentence(a, i))
			}
		}
		if !slices.Equal(got, lines) {
			t.Errorf("%s: furniture\n  %q\nwant\n  %q", file, got, lines)
		}
	}
}

// The files are of the kinds a reader has: known by front matter, or by
// nothing at all, and twice from one address.
func TestWhatIsKnownOfTheArticles(t *testing.T) {
	c := open(t)
	first, later := Article(c, "gondola-northlight-1.md"), Article(c, "gondola-northlight-2.md")
	if first.Meta.URL.Value != later.Meta.URL.Value {
		t.Errorf("the two versions have the addresses %q and %q", first.Meta.URL.Value, later.Meta.URL.Value)
	}
	if !later.Meta.Published.Value.After(first.Meta.Published.Value) {
		t.Errorf("the later version is dated %v, the first %v", later.Meta.Published.Value, first.Meta.Published.Value)
	}
	pasted := Article(c, "gondola-pasted.txt")
	if pasted.Meta.Published.Known() || pasted.Meta.URL.Known() || pasted.Meta.Outlet.Known() && !pasted.Meta.Outlet.Guess {
		t.Errorf("the pasted article says of itself nothing that could be known, got %+v", pasted.Meta)
	}
	if strings.Contains(pasted.Meta.Outlet.Value, "Courier") {
		t.Errorf("“told the Tolvane Courier” does not make an article the Courier’s, got %+v", pasted.Meta.Outlet)
	}
	if pasted.Sentences[0].Kind != prose.Title {
		t.Errorf("the pasted article’s headline %q is %v", sentence(pasted, 0), pasted.Sentences[0].Kind)
	}
	if got := Article(c, "gondola-capital-ledger.md").Meta.Authors.Value; !slices.Equal(got, []string{"Miriam Oake", "Stellan Fry"}) {
		t.Errorf("the Ledger’s authors are %q", got)
	}
}
