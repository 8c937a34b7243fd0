package diffview_test

import (
	"strings"
	"testing"

	"parallax/diffview"
)

// highlighted returns a side's text with its agreed spans in brackets.
func highlighted(c *diffview.Comparison, side diffview.Side) string {
	var b strings.Builder
	for _, s := range c.Spans[side] {
		text := s.Of(c.Articles[side].Text)
		if s.Mark == diffview.Agree {
			text = "[" + strings.TrimRight(text, " ") + "]" + text[len(strings.TrimRight(text, " ")):]
		}
		b.WriteString(text)
	}
	return b.String()
}

func TestHighlights(t *testing.T) {
	for _, c := range []struct{ name, left, right, want string }{
		{
			"one function word does not break a run",
			"Rescuers lowered the passengers of the cable car to the ground by rope.",
			"All were safe by noon: rescuers lowered the passengers from the cable car to the ground by rope, police said.",
			"[Rescuers lowered the passengers of the cable car to the ground by rope.]",
		},
		{
			"other words in the same place do not agree",
			"The minister for transport resigned on Tuesday after the ferry sank off Tolvane.",
			"The minister for fishing resigned on Tuesday after the ferry sank off Tolvane.",
			"[The minister for] transport [resigned on Tuesday after the ferry sank off Tolvane.]",
		},
		{
			"another form of a word agrees",
			"The council is considering closing the harbour bridge in Tolvane.",
			"The council considers closing the harbour bridge in Tolvane.",
			"[The council is considering closing the harbour bridge in Tolvane.]",
		},
		{
			"a name said more fully is the same name",
			"Police said Raj K. Chohan was struck by a grey van in Tolvane on Friday.",
			"Chohan was struck by a grey van in Tolvane on Friday, police said.",
			"[Police said Raj K. Chohan was struck by a grey van in Tolvane on Friday.]",
		},
		{
			"another person of the name is another",
			"Police said Anna Chohan was struck by a grey van in Tolvane on Friday.",
			"Police said Peter Chohan was struck by a grey van in Tolvane on Friday.",
			"[Police said] Anna [Chohan was struck by a grey van in Tolvane on Friday.]",
		},
		{
			"a word said twice is no news the second time",
			"The mayor met engineers in Tolvane with the Tolvane council’s consent.",
			"The mayor met engineers with the consent of Tolvane’s council.",
			"[The mayor met engineers in Tolvane with the Tolvane council’s consent.]",
		},
		{
			"a small word that turns the meaning does not follow its neighbours",
			"The council voted for the new harbour bridge in Tolvane.",
			"The council voted against the new harbour bridge in Tolvane.",
			"[The council voted] for [the new harbour bridge in Tolvane.]",
		},
		{
			"who does it to whom does not agree when turned round",
			"Police shot the man near the mill in Tolvane.",
			"The man shot police near the mill in Tolvane.",
			"Police [shot the] man [near the mill in Tolvane.]",
		},
		{
			"a day by its name and as today is one",
			"The council closed the harbour bridge in Tolvane today.",
			"The council closed the harbour bridge in Tolvane on Friday.",
			"[The council closed the harbour bridge in Tolvane today.]",
		},
		{
			"of two days neither is surely that of the other article",
			"The council closed the harbour bridge today and will open it on Monday.",
			"The council closed the harbour bridge in Tolvane on Friday.",
			"[The council closed the harbour bridge] today and will open it on Monday.",
		},
		{
			"according to somebody is what somebody said",
			"The harbour bridge in Tolvane was closed at noon, according to the police.",
			"The harbour bridge in Tolvane was closed at noon, police said.",
			"[The harbour bridge in Tolvane was closed at noon, according to the police.]",
		},
		{
			"according to somebody else is not",
			"The harbour bridge in Tolvane was closed at noon, according to a fisherman.",
			"The harbour bridge in Tolvane was closed at noon, police said.",
			"[The harbour bridge in Tolvane was closed at noon,] according to a fisherman.",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := highlighted(comparison(c.left, c.right), diffview.Left); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}
