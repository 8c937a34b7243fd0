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
		{"in a long sentence of something else", "The company, which runs eleven ropeways in four valleys and was sold to a fund in Lorne two years ago, answered no questions, but Holt, who used to lead its workshop, said of its board in an interview on the radio that it had “told the people to stay away from the water that night” and paid itself a dividend.",
			"Asked on the steps of the museum, where she had opened an exhibition of maps and instruments of the last century, whether she would run again, she spoke of officials who had “told the people to stay away from the water that night” and left.", true},
		{"in indirect speech", "“They told the people to stay away from the water that night,” Holt said, and with that the hearing on eleven ropeways in four valleys, their owners and their dividends ended for the summer.",
			"At the opening of an exhibition of maps and old instruments in the museum, Marguerite Holt remarked to some visitors that they told the people to stay away from the water that night, and then she talked of painters, frames and the price of canvas.", true},
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
