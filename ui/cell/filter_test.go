package cell

import (
	"slices"
	"testing"
)

func TestFilter(t *testing.T) {
	texts := []string{ // each as one reads it
		"Lorne Herald Fire closes Lorne harbour",
		"Coast Courier Eight hurt in harbour blaze",
		"Island Post? Smoke was seen as far as the islands",
		"釜山日报 港口火灾",
	}
	for _, tt := range []struct {
		query string
		want  []int
	}{
		{"", []int{0, 1, 2, 3}},
		{"  ", []int{0, 1, 2, 3}},
		{"harbour", []int{0, 1}}, // equally good: in their order
		{"harbour co", []int{1}},
		{"land", []int{2}},
		{"COURIER", []int{1}},
		{"harbour lorne", []int{0}},
		{"lorne harbour courier", nil},
		{"hrld", []int{0}}, // no text has it whole: its letters are enough
		{"火灾", []int{3}},
		{"zebra", nil},
	} {
		got := Filter(tt.query, plainly(texts...))
		if !slices.Equal(got, tt.want) {
			t.Errorf("%q passes %v, want %v", tt.query, got, tt.want)
		}
	}
}

// FuzzFilter holds that what passes is among the texts, each once, and that
// the letters found are in the text.
func FuzzFilter(f *testing.F) {
	f.Add("harbour", "Fire closes Lorne harbour", "Eight hurt")
	f.Add("İ ß", "İstanbul STRASSE", "\xff")
	f.Add("\x00 \u202e", "火灾 👩‍🚒", "")
	f.Fuzz(func(t *testing.T, query, a, b string) {
		got := Filter(query, plainly(a, b))
		slices.Sort(got)
		if len(slices.Compact(slices.Clone(got))) != len(got) || len(got) > 0 && (got[0] < 0 || got[len(got)-1] > 1) {
			t.Fatalf("%q passes %v", query, got)
		}
		for _, s := range Letters(query, a) {
			if s.Start < 0 || s.Start >= s.End || s.End > len(a) {
				t.Fatalf("%q found %v of %q", query, s, a)
			}
		}
	})
}

// plainly returns texts as a list keeps them.
func plainly(texts ...string) []string {
	for i := range texts {
		texts[i], _ = Loose.Of(texts[i], false)
	}
	return texts
}
