package slot

import (
	"slices"
	"testing"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/diffview/difftest"
	"parallax/diffview/doc"
	"parallax/diffview/link"
	"parallax/diffview/pair"
	"parallax/diffview/quote"
)

func TestModelFits(t *testing.T) {
	if !slices.Equal(judge().Features, featureNames[:]) {
		t.Errorf("%s was fitted on other features; fit it anew", judgeFile)
	}
	for kind, l := range verdicts() {
		for n, r := range reasons[kind] {
			if len(l.Features) != len(reasons[kind]) || l.Features[n] != r.name {
				t.Fatalf("%s was fitted on other reasons; fit it anew", verdictFiles[kind])
			}
		}
	}
}

// Values that fill one slot and differ are rivals; those of another person,
// another spelling of one name, and what the other article has as well are none.
func TestRivals(t *testing.T) {
	const frame = "The regional council of Tolvane met in the old town hall. "
	for _, tt := range []struct {
		name, left, right string
		want              string // "left/right", "" for none
	}{
		{"a count", "Police arrested 14 dock workers in Tolvane after the strike.", "Police in Tolvane arrested 22 dock workers after the strike.", "14/22"},
		{"a sum", "The new bridge in Tolvane will cost $500 million.", "The new bridge in Tolvane will cost $520 million.", "500 million/520 million"},
		{"a weekday", "The harbour master closed the pier on Tuesday.", "The harbour master closed the pier on Friday.", "Tuesday/Friday"},
		{"a month alone", "The harbour master closed the pier in March.", "The harbour master closed the pier in August.", "March/August"},
		{"a surname", "The mayor of Tolvane, Ada Marsh, opened the bridge.", "The mayor of Tolvane, Ada Quillfeather, opened the bridge.", "Marsh/Quillfeather"},
		{"a denial", "The minister said the council should approve the plan.", "The minister said the council should not approve the plan.", "should/should not"},
		{"an opposite", "The council voted for the harbour plan.", "The council voted against the harbour plan.", "for/against"},
		{"a short form", "The mayor of Tolvane, Robert Marsh, opened the bridge.", "The mayor of Tolvane, Bob Marsh, opened the bridge.", ""},
		{"two persons' ages", "Ada Marsh, 43, was hurt in the crash with Bert Moss.", "Bert Moss, 51, was hurt in the crash with Ada Marsh.", ""},
		{"hedged", "Police arrested about 20 dock workers in Tolvane.", "Police arrested 21 dock workers in Tolvane.", ""},
		{"told elsewhere", "Police arrested 14 dock workers in Tolvane.", "Police arrested 22 dock workers in Tolvane. Of them 14 were freed.", ""},
		{"in another currency", "The fire in Tolvane did $1 million of damage.", "The fire in Tolvane did damage of C$1 million ($650,000).", ""},
		{"in another unit", "The camp lies 20 miles from the border at Tolvane.", "The camp lies 80 km (50 miles) from the border at Tolvane.", "20/80"},
		{"denied opposites", "It is unclear how the council will pay for the bridge.", "It is not clear how the council will pay for the bridge.", ""},
	} {
		rivals := find(t, frame+tt.left, tt.right+" "+frame)
		got := ""
		if len(rivals) > 0 && rivals[0].Score >= .4 && rivals[0].Lone {
			l, r := rivals[0].Values[0], rivals[0].Values[1]
			got = wordsOf(docs[0], l) + "/" + wordsOf(docs[1], r)
		}
		if got != tt.want {
			t.Errorf("%s: %q and %q: %q, want %q", tt.name, tt.left, tt.right, got, tt.want)
		}
	}
}

// A conversion in brackets is not a value of its own, which may be the rival of
// another.
func TestConvertedIsNoRival(t *testing.T) {
	for _, r := range find(t, "The camp lies 31 miles from the border and 12 miles from the river.", "The camp lies 80 km (50 miles) from the border and the river.") {
		if got := wordsOf(docs[1], r.Values[1]); got == "50" {
			t.Errorf("%q is a rival of %q", got, wordsOf(docs[0], r.Values[0]))
		}
	}
}

// A day is set against that of the same act, however far off, and not against the day
// before of another act.
func TestDaysOfOneAct(t *testing.T) {
	rivals := find(t, "The council of Tolvane approved the plan for the harbour on Monday. The mayor of Tolvane visited the harbour on Thursday.",
		"The council of Tolvane approved the plan for the harbour on Friday.")
	for _, r := range rivals {
		if r.Kind != Day {
			continue
		}
		if got := wordsOf(docs[0], r.Values[0]) + "/" + wordsOf(docs[1], r.Values[1]); got != "Monday/Friday" {
			t.Errorf("%s", got)
		}
		return
	}
	t.Error("no days")
}

// docs are the articles that find compared last.
var docs [2]*doc.Doc

func find(t *testing.T, left, right string) []Rival {
	for side, text := range [2]string{left, right} {
		docs[side] = doc.Prepare(&corpus.Article{Text: text, Sentences: prose.Sentences(text)})
	}
	m, err := pair.New(difftest.Unlimited(), quote.Find(docs[0]), quote.Find(docs[1]))
	if err != nil {
		t.Fatal(err)
	}
	found, err := link.Find(difftest.Unlimited(), m)
	if err != nil {
		t.Fatal(err)
	}
	rivals, err := Find(difftest.Unlimited(), m, ledgersOf(m), found)
	if err != nil {
		t.Fatal(err)
	}
	return rivals
}
