package diffview_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"parallax/corpus/prose"
	"parallax/corpus/sample"
	"parallax/diffview"
	"parallax/diffview/lexicon"
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
			"nor in another voice",
			"The man was shot by police near the mill in Tolvane.",
			"The man shot police near the mill in Tolvane.",
			"The man [was shot by] police [near the mill in Tolvane.]",
		},
		{
			"nor where names are known to be of the same",
			"Halden beat Orde in the cup final on Thursday.",
			"Orde beat Halden in the cup final on Thursday.",
			"Halden [beat] Orde [in the cup final on Thursday.]",
		},
		{
			"a number differs as a whole",
			"The new bridge in Tolvane cost 12 crore rupees.",
			"The new bridge in Tolvane cost 11 crore rupees.",
			"[The new bridge in Tolvane cost] 12 crore rupees.",
		},
		{
			"and with its sign",
			"Temperatures in Tolvane fell to −5 degrees on Monday.",
			"Temperatures in Tolvane fell to 5 degrees on Monday.",
			"[Temperatures in Tolvane fell to] −5 [degrees on Monday.]",
		},
		{
			"a share differs as a whole",
			"One in three households in Tolvane lost power in the storm.",
			"One in five households in Tolvane lost power in the storm.",
			"One in three [households in Tolvane lost power in the storm.]",
		},
		{
			"a life is no number of years",
			"The man from Tolvane was jailed for life on Monday.",
			"The man from Tolvane was jailed for 10 years on Monday.",
			"[The man from Tolvane was jailed for] life [on Monday.]",
		},
		{
			"what is alleged is not reported as a fact",
			"The minister allegedly took the money in Tolvane.",
			"The minister reportedly took the money in Tolvane.",
			"[The minister] allegedly [took the money in Tolvane.]",
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

// What the reader is told corresponds is marked so on both sides, and of words
// that both sentences of a sure link have as the same word none is a detail but
// frequent ones that stand alone.
func TestPairsAreAsMarked(t *testing.T) {
	c, err := sample.Open()
	if err != nil {
		t.Fatal(err)
	}
	labels, err := sample.Labels()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range labels {
		found := compared(diffview.Prepare(sample.Article(c, p.Left)), diffview.Prepare(sample.Article(c, p.Right)))
		for _, l := range found.Links {
			for _, w := range l.Words {
				left, right := found.Marked(diffview.Left, w.Spans[0]), found.Marked(diffview.Right, w.Spans[1])
				if found.Corresponds(w) != (left == right && (left == diffview.Agree || left == diffview.Differ)) {
					t.Fatalf("%s, %s: corresponds %v, marked %v and %v", p.Left, p.Right, found.Corresponds(w), left, right)
				}
				word := w.Spans[0].Of(found.Articles[0].Text)
				e := lexicon.Lookup(strings.ToLower(word))
				if l.Sure && w.Kind == diffview.Same && (left == diffview.Detail || right == diffview.Detail) && !lexicon.Function(e) && unicode.IsLetter([]rune(word)[0]) && e.Rank > 1500 {
					t.Errorf("%s, %s: %q is in both sentences of a sure link and a detail", p.Left, p.Right, word)
				}
			}
		}
	}
}

// TestUnclear holds that of words it is left open whether the other article says
// them too only in sentences that both report, that some are so, and that versions
// of a text leave nothing open.
func TestUnclear(t *testing.T) {
	c, err := sample.Open()
	if err != nil {
		t.Fatal(err)
	}
	labels, err := sample.Labels()
	if err != nil {
		t.Fatal(err)
	}
	open := 0
	for _, p := range labels {
		found := compared(diffview.Prepare(sample.Article(c, p.Left)), diffview.Prepare(sample.Article(c, p.Right)))
		for side, spans := range found.Spans {
			matching := found.Matching(diffview.Side(side))
			a := found.Articles[side]
			for _, s := range spans {
				if s.Mark != diffview.Unclear {
					continue
				}
				open++
				n := slices.IndexFunc(a.Sentences, func(of prose.Sentence) bool { return of.End >= s.End })
				if matching[n] == diffview.Unmatched || found.Exact != nil {
					t.Errorf("%s, %s: %q is unclear, in a sentence without a match or in a version", p.Left, p.Right, s.Of(a.Text))
				}
			}
		}
	}
	if open == 0 {
		t.Error("nothing is unclear")
	}
}
