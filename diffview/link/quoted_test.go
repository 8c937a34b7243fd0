package link

import (
	"testing"

	"parallax/corpus"
	"parallax/diffview/difftest"
	"parallax/diffview/doc"
)

// TestQuotedLinks holds that sentences with the same words of one speaker are
// linked surely, whatever is around the words, and not for a phrase of them.
func TestQuotedLinks(t *testing.T) {
	const around = "\n\nThe council meets on Friday in Lorne. Twelve divers searched the harbour. The ropeway stood still for nine days.\n\n"
	for _, test := range []struct {
		name, left, right string
		want              bool
	}{
		{"in a long sentence of something else", "“The inspectors ignored every warning about the frayed cable,” Holt said.",
			"Asked on the steps of the museum, where she had opened an exhibition of maps and instruments of the last century, whether she would run again, Marguerite Holt spoke of those who had “ignored every warning about the frayed cable” and left.", true},
		{"in indirect speech", "“The inspectors ignored every warning about the frayed cable for years,” Holt said.",
			"At the opening of an exhibition of maps and old instruments in the museum, Marguerite Holt told some visitors the inspectors ignored every warning about the frayed cable for years and left soon after.", true},
		{"a phrase", "“The inspectors ignored every warning about the frayed cable,” Holt said.",
			"The museum shows a “frayed cable” among its maps and instruments of the last century, said the curator.", false},
	} {
		l, r := doc.Prepare(corpus.FromText("l.txt", around+test.left)), doc.Prepare(corpus.FromText("r.txt", test.right+around))
		f, err := Find(difftest.Unlimited(), difftest.Match(l, r))
		if err != nil {
			t.Fatal(err)
		}
		got := false
		for _, k := range f.Links {
			got = got || k.Left == len(l.Sentences)-1 && k.Right == 0 && k.Score >= SureFloor
		}
		if got != test.want {
			t.Errorf("%s: linked surely %v, want %v", test.name, got, test.want)
		}
	}
}
