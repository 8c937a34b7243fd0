package exact

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"parallax/corpus"
	"parallax/corpus/fold"
)

func newText(s string) *Text { return New(corpus.FromText("a.txt", s)) }

// TestCases compares the two texts of each file of testdata.
func TestCases(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			section := make(map[string]string)
			for _, f := range a.Files {
				section[f.Name] = strings.TrimSuffix(string(f.Data), "\n")
			}
			if got := describe(newText(section["left"]), newText(section["right"])); got != section["want"] {
				t.Errorf("got:\n%s\nwant:\n%s", got, section["want"])
			}
		})
	}
}

// describe says in lines what differs between two texts.
func describe(left, right *Text) string {
	if !Versions(left, right) {
		return "different texts"
	}
	d := diffOf(left, right)
	lines := []string{"versions"}
	add := func(format string, args ...any) { lines = append(lines, fmt.Sprintf(format, args...)) }
	if d.Identical() {
		add("identical")
	}
	for _, c := range d.Changes {
		var said [2]string
		for side, s := range c.Spans {
			if said[side] = s.Of(d.Articles[side].Text); said[side] == "" {
				said[side] = "nothing"
			}
		}
		quoted := ""
		if c.Quoted && c.Kind != Punctuation {
			quoted = " (quoted)"
		}
		add("%v: %s → %s%s", c.Kind, said[0], said[1], quoted)
	}
	for side, name := range []string{"left", "right"} {
		for _, s := range d.Sentences[side] {
			said := d.Articles[side].Sentences[s.Index].Of(d.Articles[side].Text)
			switch {
			case s.Moved:
				add("%s moved: %s", name, said)
			case s.Repeats >= 0:
				add("%s repeats: %s", name, said)
			case len(s.Partners) == 0 && !s.Equal:
				add("%s only: %s", name, said)
			case len(s.Partners) > 1:
				add("%s in %d: %s", name, len(s.Partners), said)
			}
		}
	}
	for side, name := range []string{"left", "right"} {
		for _, at := range d.Breaks[side] {
			add("%s paragraph: %s", name, strings.Join(strings.Fields(d.Articles[side].Text[at:])[:3], " "))
		}
	}
	if d.Aside != [2]int{} {
		add("lines of the page: %d, %d", d.Aside[0], d.Aside[1])
	}
	for k, n := range d.Excused {
		if n > 0 {
			add("excused %v: %d", fold.Kind(k), n)
		}
	}
	return strings.Join(lines, "\n")
}

// diffOf compares two texts that are wanted.
func diffOf(left, right *Text) *Diff {
	d, err := Compare(context.Background(), left, right)
	if err != nil {
		panic(err)
	}
	return d
}

// A late context is done after it was asked that often.
type lateContext struct {
	context.Context
	asked, after int
}

func (c *lateContext) Err() error {
	if c.asked++; c.asked > c.after {
		return context.Canceled
	}
	return nil
}

// A comparison that is no longer wanted ends, wherever it is, and soon: what is
// left to do then asks no more than once a sentence or range.
func TestCanceled(t *testing.T) {
	old := strings.Repeat("The council met on Monday. It voted for the plan, and nobody spoke. Then the mayor left for home. ", 40)
	changed := strings.NewReplacer("Monday", "Tuesday", "plan", "scheme", "home", "work").Replace(old) + old
	left, right := New(corpus.FromText("a", old)), New(corpus.FromText("b", changed))
	whole := &lateContext{Context: t.Context(), after: 1 << 30}
	if d, err := Compare(whole, left, right); d == nil || err != nil {
		t.Fatal(err)
	}
	if whole.asked < 10 {
		t.Errorf("asked %d times only whether it is still wanted", whole.asked)
	}
	for after := range whole.asked {
		if d, err := Compare(&lateContext{Context: t.Context(), after: after}, left, right); d != nil || err != context.Canceled {
			t.Fatalf("after %d of %d: %v, %v", after, whole.asked, d, err)
		}
	}
}
