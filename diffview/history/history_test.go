package history_test

import (
	"context"
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"parallax/corpus"
	"parallax/diffview"
	"parallax/diffview/history"
)

const dam = `The Halden city council approved a plan on Tuesday to repair the Orde dam, which supplies water to 40,000 homes. Mayor Ann Lund said the work would start in June and last two years.

"We will not wait for another flood in 2031," Lund told reporters. "The dam is safe for now, but it is old."

Engineers found cracks in the eastern wall last autumn, and one in three sluice gates no longer closes.

Residents who live below the dam asked the council to move faster. Farmer Jon Mora said he did not trust the estimate. The plan to repair the Orde dam is to be voted on in May.`

// between returns the changes from one text to another, a line each.
func between(t *testing.T, from, to string) (lines []string) {
	t.Helper()
	h, err := history.New(t.Context(), []*corpus.Article{corpus.FromText("a.md", from), corpus.FromText("b.md", to)})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range h.Steps[0].Changes {
		lines = append(lines, c.Label()+" "+c.Where()+": "+c.Say())
	}
	return lines
}

// TestChanges edits a text as editors do. Numbers and quotations come first,
// whatever was edited first; the same change in two places is one.
func TestChanges(t *testing.T) {
	for _, tt := range []struct {
		name  string
		edits []string // old, new, …
		want  []string
	}{
		{"a name, a quotation and a number", []string{"Ann Lund", "Anna Lund", "is old", "is weak", "40,000", "42,000"},
			[]string{"number 1: ‘40,000’ → ‘42,000’", "quotation 4: ‘old’ → ‘weak’", "name 2: ‘Ann’ → ‘Anna’"}},
		{"a number in a quotation", []string{"in 2031", "in 2032", "two years", "three years"},
			[]string{"number 2: ‘two’ → ‘three’", "date, quoted 3: ‘2031’ → ‘2032’"}},
		{"a word in two places", []string{"repair", "rebuild"}, []string{"words 1, 8: ‘repair’ → ‘rebuild’"}},
		{"a sentence added", []string{"Farmer Jon", "Nobody answered them. Farmer Jon"}, []string{"added 7: Nobody answered them."}},
		{"a sentence removed", []string{" Farmer Jon Mora said he did not trust the estimate.", ""}, []string{"removed 7: Farmer Jon Mora said he did not trust the estimate."}},
		{"a comma", []string{"for now, but", "for now but"}, []string{"punctuation, quoted 4: ‘,’ removed"}},
		{"a paragraph", []string{" Farmer", "\n\nFarmer"}, []string{"paragraph 7: a paragraph now begins here"}},
		{"nothing", nil, nil},
	} {
		got := between(t, dam, strings.NewReplacer(tt.edits...).Replace(dam))
		if !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s:\ngot  %q\nwant %q", tt.name, got, tt.want)
		}
	}
}

// A text that was written anew is compared by meaning, and what is only likely to
// be told of one thing is not told as what changed.
func TestMinorConflictsAreNamed(t *testing.T) {
	const anew = `The Orde dam, which gives about 39,500 homes their water, will be repaired: Halden's city council approved the plan on Tuesday. The work is to start in June, mayor Ann Lund said, and to last two years.

Lund said to reporters: "We will never wait for another flood in 2031. The dam is old, but it is safe for now."

The eastern wall has had cracks since last autumn, engineers found, and one in three of the sluice gates does not close.

The council should move faster, residents who live below the dam said. The estimate is not to be trusted, said Jon Mora, a farmer.`
	want := []string{"minor, number 1: ‘40,000’ → ‘about 39,500’", "quotation 3: ‘not’ → ‘never’"}
	got := between(t, dam, anew)
	if len(got) < len(want) || !reflect.DeepEqual(got[:len(want)], want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// A headline of the metadata is compared as the text is: what does not count
// there does not count here.
func TestHeadlines(t *testing.T) {
	titled := func(title string, guess bool) *corpus.Article {
		a := corpus.FromText("a.md", dam)
		a.Meta.Title = corpus.Field[string]{Value: title, From: "front matter", Guess: guess}
		return a
	}
	for _, tt := range []struct {
		from, to string
		guess    bool
		want     int
	}{
		{"Orde dam ‘safe’", "Orde dam 'safe'", false, 0},
		{"Orde dam safe", "Orde dam old", false, 1},
		{"Orde dam safe", "Ministers to vote", false, 1},
		{"Orde dam safe", "Orde dam old", true, 0},
		{"", "Orde dam old", false, 0},
	} {
		for _, order := range [][2]string{{tt.from, tt.to}, {tt.to, tt.from}} {
			h, err := history.New(t.Context(), []*corpus.Article{titled(order[0], tt.guess), titled(order[1], tt.guess)})
			if err != nil {
				t.Fatal(err)
			}
			got := h.Steps[0].Changes
			if len(got) != tt.want || h.Same() != (tt.want == 0) || tt.want == 1 && (got[0].Kind != history.Headline || got[0].Words != order) {
				t.Errorf("%q: %v, the same: %v", order, got, h.Same())
			}
		}
	}
}

// A moved paragraph is told once, sentence by sentence.
func TestMoved(t *testing.T) {
	p := strings.Split(dam, "\n\n")
	got := between(t, dam, strings.Join([]string{p[2], p[0], p[1], p[3]}, "\n\n"))
	want := []string{"moved 5 → 1: Engineers found cracks in the eastern wall last autumn, and one in three sluice gates no longer closes."}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Versions are in the order of their times when each has one, and nothing else
// moves them.
func TestInOrder(t *testing.T) {
	at := func(day int) *corpus.Article {
		a := corpus.FromText("dam.md", dam)
		if day > 0 {
			a.Meta.Published = corpus.Field[time.Time]{Value: time.Date(2031, 5, day, 0, 0, 0, 0, time.UTC), From: "front matter"}
		}
		return a
	}
	late, early, undated := at(5), at(4), at(0)
	if got := history.InOrder([]*corpus.Article{late, early}); got[0] != early {
		t.Error("the later version comes first")
	}
	if got := history.InOrder([]*corpus.Article{late, early, undated}); got[0] != late || got[2] != undated {
		t.Error("not as they were given")
	}
	h := &history.History{Versions: []*corpus.Article{early, late}}
	if got := h.Heading(0); got != "1 → 2, 1 day later" {
		t.Errorf("got %q", got)
	}
}

// A context that ended ends the work.
func TestCanceled(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), time.Hour)
	cancel()
	a := corpus.FromText("a.md", dam)
	if _, err := history.New(ctx, []*corpus.Article{a, a}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// Every change that the comparison has is told, and none that it has not.
func TestNothingIsLeftOut(t *testing.T) {
	words := strings.Fields(dam)
	for n := 0; n+3 < len(words); n += 3 {
		edited := strings.Join(words[:n], " ") + " new words " + strings.Join(words[n+2:], " ")
		c, err := diffview.Compare(t.Context(), diffview.Prepare(corpus.FromText("a", dam)), diffview.Prepare(corpus.FromText("b", edited)))
		if err != nil || c.Exact == nil {
			t.Fatal(err)
		}
		told := 0
		for _, x := range history.Changes(c) {
			if !x.Whole() && x.Kind != history.Paragraph {
				told += len(x.Places)
			}
		}
		if told != len(c.Exact.Changes) {
			t.Errorf("after word %d: %d changes told of %d", n, told, len(c.Exact.Changes))
		}
	}
}
