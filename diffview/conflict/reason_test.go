package conflict

import (
	"testing"

	"parallax/corpus"
	"parallax/diffview/difftest"
	"parallax/diffview/doc"
	"parallax/diffview/ledger"
)

// A reason names what is counted as English has it in the plural.
func TestPlural(t *testing.T) {
	for noun, want := range map[string]string{
		"word": "words", "words": "words", "convoy": "convoys", "city": "cities", "company": "companies", "church": "churches", "class": "classes",
		"bus": "buses", "box": "boxes", "tax": "taxes", "aircraft": "aircraft", "spacecraft": "spacecraft", "staff": "staff", "crew": "crew", "people": "people", "police": "police", "sheep": "sheep",
		"man": "men", "woman": "women", "policeman": "policemen", "child": "children", "grandchildren": "grandchildren", "person": "people", "human": "humans", "German": "Germans",
		"life": "lives", "foot": "feet", "Democrat": "Democrats", "series": "series", "gas": "gases", "y": "ys",
	} {
		if got := plural(noun); got != want {
			t.Errorf("%s: %s, want %s", noun, got, want)
		}
	}
}

// What two numbers are both of reads as English, and the same in either order.
func TestNumbersOf(t *testing.T) {
	for _, tt := range []struct{ left, right, want string }{
		{"The army sent six aircraft to Orde.", "The army sent nine convoys to Orde.", "counts of aircraft and of convoys"},
		{"The army sent six aircraft to Orde.", "The army sent nine aircraft to Orde.", "both count aircraft"},
		{"The vote had 40 Democrats on its side.", "The vote had 50 Democrats on its side.", "both count Democrats"},
		{"He swore the 38-word oath.", "He swore the 35-word oath.", "both count words"},
		{"It closed six city offices.", "It closed nine companies.", "counts of companies and of offices"},
		{"Six people were killed.", "Eight people were killed.", "both count the dead"},
		{"A 12-year-old boy was hurt.", "A 13-year-old boy was hurt.", "both are ages of the same person"},
		{"It cost $6 million.", "It cost $8 million.", "both are sums of money for the same thing"},
	} {
		l, r := doc.Prepare(corpus.FromText("l", tt.left)), doc.Prepare(corpus.FromText("r", tt.right))
		x, y := number(t, l), number(t, r)
		if got, turned := numbersOf(difftest.Match(l, r), x, y), numbersOf(difftest.Match(r, l), y, x); got != tt.want || turned != got {
			t.Errorf("%q and %q: %q, turned %q; want %q", tt.left, tt.right, got, turned, tt.want)
		}
	}
}

// number returns the first number of an article's ledger.
func number(t *testing.T, d *doc.Doc) *ledger.Entry {
	l := ledger.New(d)
	for k := range l.Entries {
		if l.Entries[k].Quantity != nil {
			return &l.Entries[k]
		}
	}
	t.Fatalf("no number in %q", d.Article.Text)
	return nil
}
