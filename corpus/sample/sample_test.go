package sample

import (
	"io/fs"
	"slices"
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/corpus/prose"
)

// body returns the text of a file of the sample without its front matter, on
// one line, as the labels quote it.
func body(t *testing.T, file string) string {
	t.Helper()
	b, err := files.ReadFile("articles/" + file)
	if err != nil {
		t.Fatalf("an article named in the labels: %v", err)
	}
	text := string(b)
	if head, ok := strings.CutPrefix(text, "---\n"); ok {
		_, after, closed := strings.Cut(head, "\n---\n")
		if !closed {
			t.Fatalf("%s: the front matter has no end", file)
		}
		text = after
	}
	return prose.Fold(text)
}

func labels(t *testing.T) []Pair {
	t.Helper()
	pairs, err := Labels()
	if err != nil {
		t.Fatal(err)
	}
	return pairs
}

// A label is checkable by eye only if its words lead to one place.
func TestBeginningsOccurOnce(t *testing.T) {
	for _, p := range labels(t) {
		left, right := body(t, p.Left), body(t, p.Right)
		for _, l := range p.Links {
			for _, s := range []struct{ file, text, words string }{
				{p.Left, left, l.Left}, {p.Right, right, l.Right},
			} {
				if n := strings.Count(s.text, s.words); n != 1 {
					t.Errorf("%s: %q stands there %d times, want once", s.file, s.words, n)
				}
				short := len(strings.Fields(s.words)) < 4
				if short && !strings.HasSuffix(s.words, ".") {
					t.Errorf("%s: %q is shorter than four words and no whole sentence", s.file, s.words)
				}
			}
		}
	}
}

func TestLabelsAreWellFormed(t *testing.T) {
	kinds := []string{"number", "date", "name", "quote", "attribution", "polarity", "certainty", "other"}
	for _, p := range labels(t) {
		seen := map[[2]string]bool{}
		for _, l := range p.Links {
			at := p.Left + " " + l.Left + " / " + p.Right + " " + l.Right
			if seen[[2]string{l.Left, l.Right}] {
				t.Errorf("%s: labelled twice", at)
			}
			seen[[2]string{l.Left, l.Right}] = true
			if !slices.Contains([]Grade{Core, Optional, None}, l.Grade) {
				t.Errorf("%s: grade %q", at, l.Grade)
			}
			if l.Grade == None && (len(l.Guards) == 0 || len(l.Conflicts) > 0) {
				t.Errorf("%s: grade none is only there to hold guards", at)
			}
			for _, d := range slices.Concat(l.Conflicts, l.Guards) {
				if !slices.Contains(kinds, d.Kind) {
					t.Errorf("%s: kind %q", at, d.Kind)
				}
			}
			for _, d := range l.Conflicts {
				if l.Grade == Optional && !d.Optional {
					t.Errorf("%s: a conflict that must be found on a link that need not be", at)
				}
			}
			for _, d := range l.Guards {
				if d.Why == "" {
					t.Errorf("%s: the guard %q against %q gives no reason", at, d.Left, d.Right)
				}
			}
		}
	}
}

// The sample is there to show what is hard; this keeps each hard thing in it.
func TestEveryHardThingIsThere(t *testing.T) {
	conflicts, guards := map[string]int{}, map[string]int{}
	var split, reordered int
	for _, p := range labels(t) {
		text := body(t, p.Right)
		partners := map[string]int{}
		last := 0
		for _, l := range p.Links {
			if l.Grade != Core {
				continue
			}
			partners[l.Left]++
			if partners[l.Left] == 2 {
				split++
			}
			at := strings.Index(text, l.Right)
			if at < last {
				reordered++
			}
			last = at
			for _, d := range l.Conflicts {
				conflicts[d.Kind]++
			}
			for _, d := range l.Guards {
				guards[d.Kind]++
			}
		}
	}
	for _, kind := range []string{"number", "date", "name", "quote", "attribution", "polarity", "certainty"} {
		if conflicts[kind] == 0 {
			t.Errorf("no conflict of kind %s", kind)
		}
	}
	for _, kind := range []string{"number", "date", "quote", "polarity", "certainty"} {
		if guards[kind] == 0 {
			t.Errorf("nothing that looks like a conflict of kind %s and is none", kind)
		}
	}
	if split < 10 || reordered < 20 {
		t.Errorf("%d sentences with two partners and %d links out of order, want at least 10 and 20", split, reordered)
	}
}

func TestEveryArticleIsLabelled(t *testing.T) {
	used := map[string]int{}
	for _, p := range labels(t) {
		used[p.Left]++
		used[p.Right]++
	}
	entries, err := fs.ReadDir(files, "articles")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if used[e.Name()] == 0 {
			t.Errorf("%s is in no labelled pair", e.Name())
		}
	}
	if len(entries) < 8 {
		t.Errorf("%d articles, want at least 8", len(entries))
	}
}

// Find must not choose between two sentences that begin alike.
func TestFind(t *testing.T) {
	a := &corpus.Article{Text: "He said no.\nThe  vote\nfailed. He said yes."}
	for _, s := range []prose.Span{{Start: 0, End: 11}, {Start: 12, End: 29}, {Start: 30, End: 42}} {
		a.Sentences = append(a.Sentences, prose.Sentence{Span: s})
	}
	for _, c := range []struct {
		beginning string
		want      int
	}{
		{"The vote failed", 1},
		{"He said yes", 2},
		{"He said", -1},
		{"She said", -1},
	} {
		if got := Find(a, c.beginning); got != c.want {
			t.Errorf("Find(%q) = %d, want %d", c.beginning, got, c.want)
		}
	}
}
