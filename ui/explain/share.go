package explain

import (
	"fmt"

	"parallax/ui/cell"
	"parallax/ui/look"
	"parallax/ui/page"
	"parallax/ui/session"
)

// shareForms are how it is told how much of a side is shared, the longest first,
// for versions: 1 is the percentage of words shared, 2 of those only here, 3 of
// those that differ; so many sentences are matched (4) of so many (5).
var shareForms = []string{
	"%[1]d %% of words shared · %[2]d %% only here · %[3]d %% differ · %[4]d of %[5]d sentences matched",
	"%[1]d %% of words shared · %[2]d %% only here · %[3]d %% differ", "words: %[1]d%% shared · %[2]d%% only here · %[3]d%% differ",
	"words: %[1]d%% both, %[2]d%% only here, %[3]d%% differ", "%[1]d%% of words shared, %[2]d%% only here", "%[1]d%% of words shared", "%[1]d%% shared",
}

// boundForms are the same for two different texts: first the sentences, which
// one can count. Of the words at least so many are shared: the same said in
// other words is not always noticed.
var boundForms = []string{
	"%[4]d of %[5]d sentences also there · words: at least %[1]d %% shared, at most %[2]d %% only here, %[3]d %% differ",
	"%[4]d of %[5]d sentences also there · ≥%[1]d %% of words shared, %[3]d %% differ",
	"%[4]d of %[5]d sentences also there · ≥%[1]d %% of words shared",
	"%[4]d of %[5]d sentences also there", "%[4]d of %[5]d also there", "≥%[1]d%% shared",
}

// Shares tells how much of each side is shared, both in the longest form that
// fits so many cells; the shortest may fit only one of them.
func Shares(p *page.Page, left, right int) (said [2]look.Piece) {
	forms := boundForms
	if p.Exact != nil {
		forms = shareForms
	}
	for _, f := range forms {
		fit := 0
		for side, room := range []int{left, right} {
			said[side] = look.Piece{}
			s := p.Shares[side]
			if s.Words == 0 {
				fit++
				continue
			}
			text := fmt.Sprintf(f, session.Percent(s.Agree, s.Words), session.Percent(s.Detail+s.Unclear, s.Words), session.Percent(s.Wording+s.Conflict, s.Words), s.Matched, s.Sentences)
			if cell.Width(p.Key.Method, text) <= room {
				said[side] = look.Quiet.Of(text)
				fit++
			}
		}
		if fit == len(said) {
			break
		}
	}
	return said
}

// Position says which pair of which story is read, with what joins the two.
func Position(at session.Position, joint string) string {
	if at.Free {
		return "a pair of your choice"
	}
	words := fmt.Sprintf("pair %d of %d", at.Pair+1, at.Pairs)
	if at.Stories > 1 {
		words += fmt.Sprintf("%sstory %d of %d", joint, at.Story+1, at.Stories)
	}
	return words
}
