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
		got := Filter(tt.query, nil, plainly(texts...))
		if !slices.Equal(got, tt.want) {
			t.Errorf("%q passes %v, want %v", tt.query, got, tt.want)
		}
	}
}

// TestTerms narrows the rows of a list as those who know fzf write it.
func TestTerms(t *testing.T) {
	heads := []string{"outlet", "what differs", "date", "date"}
	rows := plainly(
		"BBC News\x1fSix dead in ferry fire\x1f9 Apr 2025\x1f2025-04-09",
		"Le Monde\x1fLa BBC change de directeur\x1f10 Apr 2025\x1f2025-04-10",
		"New York Post\x1fFerry fire: captain’s account\x1f3 May 2025\x1f2025-05-03",
		"Post Online\x1fElection on 2025-04-30\x1f\x1f",
	)
	for _, tt := range []struct {
		query string
		want  []int
	}{
		{"ferry fire", []int{0, 2}}, // all of them
		{"fire ferry", []int{0, 2}},
		{"bbcn", []int{0, 1}}, // letters in their order …
		{"'bbcn", nil},        // … but not of what is to be as written
		{"'captain's", []int{2}},
		{"’captain’s", []int{2}},
		{"bbc", []int{0, 1}},
		{"!bbc", []int{2, 3}},
		{"fire !bbc", []int{2}},
		{"!bbc fire", []int{2}},
		{"courier !coast", nil},
		{"^bbc", []int{0}},
		{"!^bbc", []int{1, 2, 3}},
		{"^post", []int{3}},
		{"post$", []int{2}},
		{"^six fire$", []int{0}},
		{"^ferry$", nil},
		{"outlet:bbc", []int{0}},
		{"out:bbc", []int{0}},
		{"OUTLET:BBC", []int{0}},
		{"!outlet:bbc", []int{1, 2, 3}},
		{"outlet:!bbc", []int{1, 2, 3}},
		{"outlet:^post", []int{3}},
		{"outlet:bn", nil}, // as it is written
		{"differs:bbc", []int{1}},
		{"what:fire", []int{0, 2}},
		{"date:2025-04", []int{0, 1}},
		{"date:apr", []int{0, 1}},
		{"date:2025 outlet:post", []int{2}},
		{`outlet:york\ post`, []int{2}},
		{`outlet:new\ post`, nil},
		{"o:bbc", nil},                 // too short for a name
		{"fire:", []int{2}},            // no name: a word
		{"outlet:", []int{0, 1, 2, 3}}, // nothing is asked yet
		{"! ' ^ $ !' ^$", []int{0, 1, 2, 3}},
		{"!zebra", []int{0, 1, 2, 3}},
	} {
		if got := Filter(tt.query, heads, rows); !slices.Equal(got, tt.want) {
			t.Errorf("%q passes %v, want %v", tt.query, got, tt.want)
		}
	}
	const row = "BBC News\x1fThe BBC’s fire\x1f9 Apr 2025"
	for query, want := range map[string]string{"bbc": "BBC", "differs:bbc": "BBC", "!bbc": "", "fire$": "fire", "'news !zebra": "News", "bw": "Bw", "'bw": ""} {
		var got string
		for _, s := range Letters(query, heads, row) {
			got += row[s.Start:s.End]
			if query == "differs:bbc" && s.Start < len("BBC News") {
				t.Errorf("%q is found in another field", query)
			}
		}
		if got != want {
			t.Errorf("%q lights %q, want %q", query, got, want)
		}
	}
}

// FuzzFilter holds that what passes is among the texts, each once, and that
// the letters found are in the text.
func FuzzFilter(f *testing.F) {
	f.Add("harbour", "Fire closes Lorne harbour", "Eight hurt")
	f.Add("!one:^harbour$ 'fire two:x", "Fire closes\x1fLorne harbour", "Eight hurt\x1f")
	f.Add("İ ß", "İstanbul STRASSE", "\xff")
	f.Add("\x00 \u202e", "火灾 👩‍🚒", "")
	f.Fuzz(func(t *testing.T, query, a, b string) {
		got := Filter(query, []string{"one", "two"}, plainly(a, b))
		slices.Sort(got)
		if len(slices.Compact(slices.Clone(got))) != len(got) || len(got) > 0 && (got[0] < 0 || got[len(got)-1] > 1) {
			t.Fatalf("%q passes %v", query, got)
		}
		for _, s := range Letters(query, []string{"one", "two"}, a) {
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
