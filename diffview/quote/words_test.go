package quote

import (
	"testing"

	"parallax/corpus"
	"parallax/diffview/doc"
)

// Contracted words are the same wherever spaces stand in them.
func TestSetOff(t *testing.T) {
	words := func(text string) string {
		d := Find(doc.Prepare(corpus.FromText("a.txt", text)))
		return JoinWords(d.words(0, len(d.Tokens)))
	}
	for spaced, want := range map[string]string{
		"We won ’ t go.":    "We won’t go.",
		"We can ’ t go.":    "We can’t go.",
		"We do n ’ t go.":   "We don’t go.",
		"We did n't go.":    "We didn’t go.",
		"We don ’t go.":     "We don’t go.",
		"We ’ ll go.":       "We’ll go.",
		"We ’re off.":       "We’re off.",
		"The dogs ’ tails.": "The dogs’ tails.",
	} {
		if got, want := words(spaced), words(want); got != want {
			t.Errorf("%q: %q, want %q", spaced, got, want)
		}
	}
}
