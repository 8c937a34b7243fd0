package conflict

import (
	"testing"

	"parallax/corpus"
	"parallax/diffview/difftest"
	"parallax/diffview/doc"
	"parallax/diffview/sides"
)

func TestStanceClashes(t *testing.T) {
	checkClashes(t, stanceClashes, []clashCase{
		{"denied and stated", "The mayor denied that he had ordered the closure of the bridge.", "The mayor had ordered the closure of the bridge, a witness said.", "denied that he had ordered|ordered the closure of the bridge"},
		{"denied in both", "The mayor denied that he had ordered the closure of the bridge.", "The mayor has denied ordering the closure of the bridge.", ""},
		{"an adverb", "The clerk allegedly forged the letters to the bank.", "The clerk forged the letters to the bank.", "allegedly forged|forged the letters to the bank"},
		{"a passive", "The flaw is believed to have infected thousands of computers.", "The flaw has infected thousands of computers.", "is believed to have infected|infected thousands of computers"},
		{"a phrase", "An alleged smuggling boss was found dead in his cell.", "A smuggling boss was found dead in his cell.", "alleged smuggling boss|smuggling boss"},
		{"a belief", "Police believe the fire was set by a guest of the hotel.", "The fire was set by a guest of the hotel.", "believe the fire was set|fire was set by a guest of the"},
		{"may have", "The fire may have damaged the roof of the church.", "The fire damaged the roof of the church.", "may have damaged|damaged the roof of the church"},

		{"cited in the other", "The clerk allegedly forged the letters to the bank.", "The clerk forged the letters to the bank, police said.", ""},
		{"alleged in the other", "The clerk allegedly forged the letters to the bank.", "The clerk is accused of having forged the letters to the bank.", ""},
		{"alleged in the other elsewhere", "The clerk allegedly forged the letters to the bank.", "The clerk forged the letters to the bank.\n\nHe is charged because he allegedly forged letters to the bank.", ""},
		{"stated by the same article", "The clerk allegedly forged the letters to the bank.\n\nThe clerk forged the letters to the bank.", "The clerk forged the letters to the bank.", ""},
		{"another subject", "The clerk allegedly forged the letters to the bank.", "Somebody forged the letters to the bank.", ""},
		{"the victim alone", "The clerk allegedly shot the owner of the bank.", "The owner of the bank was shot.", ""},
		{"turned round", "Police believe that the teenager fired at the officers.", "The officers fired at the teenager.", ""},
		{"only a condition", "The fire may have damaged the roof of the church.", "If the fire damaged the roof of the church, it will be closed.", ""},
		{"a purpose", "The clerk reportedly forged the letters to the bank.", "The clerk had to forge the letters to the bank.", ""},
		{"denied inside the claim", "The clerk claims that he has not forged the letters to the bank.", "The clerk forged the letters to the bank.", ""},
		{"a plan", "The city plans to close the bridge on Friday.", "The city closed the bridge on Friday.", ""},
		{"attribution", "The clerk forged the letters to the bank, police said.", "The clerk forged the letters to the bank.", ""},
	})
}

// What one article is not sure of is listed for the reader, and neither counted nor
// lit in the text.
func TestStanceIsMinor(t *testing.T) {
	left, right := corpus.FromText("left.txt", "The clerk allegedly forged the letters to the bank."), corpus.FromText("right.txt", "The clerk forged the letters to the bank.")
	m := difftest.Match(doc.Prepare(left), doc.Prepare(right))
	found := Find(linked(t, m, 0, 0))
	if len(found) != 1 {
		t.Fatalf("%d conflicts, want 1", len(found))
	}
	k := found[0].Conflict(m, 0)
	if want := "‘allegedly forged’ vs ‘forged the letters to the bank’: one is not sure of what the other states"; k.Reason != want || k.Kind != sides.CertaintyConflict || k.Grade != sides.Minor || !found[0].Unsure {
		t.Errorf("%v %v, marked %v: %s", k.Kind, k.Grade, !found[0].Unsure, k.Reason)
	}
}
