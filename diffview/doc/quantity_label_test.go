package doc

import "testing"

// A number that is joined to a name or a code, or is part of one, measures nothing.
// What looks like one and counts is read as before.
func TestLabels(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		// codes
		{"He carried patch MS08-078 and model 09 home.", "label 78; label 9"},
		{"The 40-78 range and 900 boats are known.", "count 40-78 range; count 900 boats"},
		{"It runs on Intel HD 4000 graphics today.", "label 4000"},
		{"In the UK 500 boats sank.", "count 500 boats"},
		{"They sold a 9400M to 1,200m of people.", "label 9.4e+09; measure 1.2 km"},
		{"The screen has 1680 x 1050 dots.", "label 1680; label 1050"},
		{"She sold 1680 boats and 50 oars.", "count 1680 boats; count 50 oars"},
		{"In 20[[11]] or 20[11] it sank.", "label 20; label 11; label 20; label 11"},
		{"“[Fifty] boats or [50] oars sank,” she said.", "count 50; count 50"},
		{"See www. a. com/2013/03/ and dial 1-800-273-8255 now.", "label 2013; label 3; label 1-800; label 273-8255"},
		{"Their record is 45-7-2, or 45-50 boats.", "tally 45-7; count 45-50 boats"},
		// shots, heights and weights
		{"He was 7-for-14 and hit 29-of-34 shots.", "label 7; label 14; label 29; label 34"},
		{"-for-34 shots, said Quist.", "count 34 shots"}, // cut off at the start of the text
		{"-foot-9 guards.", "count 9 guards"},
		{"Seven of 14 boats sank.", "count 7 boats; count 14 boats whole"},
		{"The guard stands 6-foot-9 tall.", "measure 0.0018288 km; label 9"},
		{"A six-foot wall has 9 gates.", "measure 0.0018288 km; count 9 gates"},
		{"He is 5-11,220 pounds.", "label 5"},
		{"His record is 43-1,33 of them knockouts.", "tally 43-1"},
		{"It holds 5-11 boats, 12-1,220 oars.", "count 5-11 boats; count 12-1220 oars"},
		// names with an ordinal
		{"It lies in a quiet stretch of Second Avenue near the corner of 83rd Street.", "ordinal 2 names; ordinal 83 names"},
		{"It cites the First Amendment in the second half of the 19th century.", "ordinal 1 names; ordinal 2 names; ordinal 19 names"},
		{"She is the 45th President and his second American boss.", "ordinal 45; ordinal 2"},
		{"It was the second boat and the 21st race.", "ordinal 2; ordinal 21"},
	} {
		if got := quantitiesIn(c.text); got != c.want {
			t.Errorf("%s\n\tgot  %s\n\twant %s", c.text, got, c.want)
		}
	}
}

// Results, sums and sizes as they are written in sports pages and among goods.
func TestResultsAndSizes(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"It passed by a vote of 228 to 191.", "tally 228-191"},
		{"Members voted 191 to 228.", "tally 191-228"},
		{"They voted for 40 to 60 boats.", "count 40-60 boats"},
		{"They fell to 0-13 after a 3-7 start.", "tally 0-13; tally 3-7"},
		{"The Gulls are 7-7 now.", "tally 7"},
		{"They met Lund (7-9) and boys (7-9).", "tally 7-9; count 7-9"},
		{"It rose 0-5 percent, to 3-7 boats.", "percent 0-5; count 3-7 boats"},
		{"A $2.6-million boat, a $200MM loss and a 200mm pipe.", "money 2.6e+06 $; money 2e+08 $; measure 0.0002 km"},
		{"It has 2.4GHz, 512MB and a 5400rpm drive.", "measure 2.4 GHz; measure 512 MB; measure 5400 rpm"},
		{"Two helicopters took the injured away.", "count 2 helicopters"},
		{"Two helicopters took the injured; 4 men were injured.", "count 2 helicopters; count 4 men (the injured)"},
		{"Half the roofs in seven villages were destroyed.", "about percent 50; count 7 villages"},
		{"Some seven villages were destroyed.", "about count 7 villages (what was destroyed)"},
	} {
		if got := quantitiesIn(c.text); got != c.want {
			t.Errorf("%s\n\tgot  %s\n\twant %s", c.text, got, c.want)
		}
	}
}
