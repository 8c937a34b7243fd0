package diffview_test

import (
	"slices"
	"testing"

	"parallax/corpus"
	"parallax/diffview"
)

// Two outlets on one event; what they say of it last is the case.
const (
	frameLeft = "Mayor answers questions on Orde dam\n\nThe Orde dam broke on Monday night and four people were hurt, police said. " +
		"The lower town was under water until noon on Tuesday.\n\n"
	frameRight = "Orde dam: what the mayor told her critics\n\nFour people were hurt when the dam in Orde broke on Monday night, according to police. " +
		"Until Tuesday noon the lower part of the town stood under water.\n\n"
)

// TestLastSentences: two sentences that say not quite the same, as short pairs of
// words that may not be lit as agreed; without them nothing is surely in conflict.
func TestLastSentences(t *testing.T) {
	for _, c := range []struct{ left, right, differsLeft, differsRight string }{
		// numbers
		{"Prices in Orde doubled in June, the bank said.", "The bank said prices in Orde tripled in June.", "doubled", "tripled"},
		{"The fine is A$5 million, the court said.", "The court said the fine is US$5 million.", "A$5", "US$5"},
		{"Die Brücke kostet drei Milliarden Euro.", "Die Brücke kostet drei Millionen Euro.", "Milliarden", "Millionen"},
		{"Pope Leo XIV visited Orde on Monday.", "On Monday Pope Leo XIII visited Orde.", "XIV", "XIII"},
		{"The loan is worth USD34.6 million, the bank said.", "The bank said the loan is worth USD34.6 billion.", "million", "billion"},
		{"The repair cost $2.5m, the state said.", "The state said the repair cost $2.5 million.", "", ""},
		{"One in four voters backed the plan, the poll found.", "The poll found 25 percent of voters backed the plan.", "", ""},
		{"It was 86 degrees Fahrenheit in Orde on Monday.", "On Monday it was 30 degrees Celsius in Orde.", "", ""},
		{"He served 18 months in prison.", "He served a year and a half in prison.", "", ""},
		// what excludes the other
		{"Nobody was hurt in the fire on Thursday.", "Everybody was hurt in the fire on Thursday.", "Nobody", "Everybody"},
		{"At least 40 people were hurt in the crash.", "At most 40 people were hurt in the crash.", "least", "most"},
		{"The road is open until Friday.", "The road is open from Friday.", "until", "from"},
		{"The majority backed the plan.", "The minority backed the plan.", "majority", "minority"},
		{"The bomb exploded at noon.", "The bomb failed to explode at noon.", "exploded", "failed"},
		{"The bill passed the lower house.", "The bill passed the upper house.", "lower", "upper"},
		// who does it to whom
		{"The firm moved the plant from Halden to Vale in June.", "In June the firm moved the plant from Vale to Halden.", "Halden to Vale", "Vale to Halden"},
		{"Orde is larger than Halden, the survey found.", "Halden is larger than Orde, the survey found.", "Orde is", "Halden is"},
		{"Brand gave the file to Vale on Monday.", "Vale gave the file to Brand on Monday.", "Brand gave", "Vale gave"},
		{"Halden drew level after Orde had scored.", "Orde drew level after Halden had scored.", "Halden", "Orde"},
		{"Police arrested Jon Mora on Thursday.", "Jon Mora was arrested by police on Thursday.", "", ""},
		{"Ann Lund and Jon Mora left on Thursday.", "On Thursday Jon Mora and Ann Lund left.", "", ""},
	} {
		got := compared(diffview.Prepare(corpus.FromText("a.txt", frameLeft+c.left+"\n")), diffview.Prepare(corpus.FromText("b.txt", frameRight+c.right+"\n")))
		for side, phrase := range []string{c.differsLeft, c.differsRight} {
			if phrase != "" && !slices.ContainsFunc(marksOfLast(got, side, phrase), isMarked) {
				t.Errorf("%s | %s: %q is agreed", c.left, c.right, phrase)
			}
		}
		core := func(k diffview.Conflict) bool { return k.Grade == diffview.Core }
		if c.differsLeft == "" && slices.ContainsFunc(got.Conflicts, core) {
			t.Errorf("%s | %s: a conflict", c.left, c.right)
		}
	}
}
