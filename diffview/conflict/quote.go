package conflict

import (
	"fmt"

	"parallax/diffview/pair"
	"parallax/diffview/quote"
	"parallax/diffview/sides"
)

// Altered quotations: the same words of one speaker, and some of them are
// others in the other article. What is cut from a quotation, inserted in
// brackets or left out for dots changes nothing that was said and is none.

// The share of reported alterations that are labelled a conflict, over the
// labelled links of the benchmark of 52 pairs; TestFindersUnseen says what holds elsewhere: of changed quotations nine
// of ten. Of those worded otherwise three of three are, all of one story.
const alteredConfidence = .9

// What makes a change of words one that is reported.
const (
	mostAlterations = 2   // in a passage; more are another wording of it, or another occasion
	alteredShare    = .66 // the least share of the shorter passage's words that both have,
	alteredContent  = 5   // unless they have as many content words: phrases are repeated by everyone
	strangerShare   = .75 // the least share when it is not told that one person speaks
)

// quoteClashes finds altered words in the quotations that both sentences have.
func quoteClashes(f Finding) []Clash {
	var out []Clash
	for _, n := range f.Pair.Quotations.At[[2]int{f.Link.Left, f.Link.Right}] {
		s := f.Pair.Quotations.Shared[n]
		who, same := speakerOf(f.Pair, s)
		weak := s.Share < alteredShare && s.Content < alteredContent
		one := f.Pair.SameSpeaker(s)
		if s.Loose || !same || weak || !one && s.Share < strangerShare || len(s.Alterations) > mostAlterations {
			continue
		}
		for _, a := range s.Alterations {
			out = append(out, Clash{
				kind:       sides.QuoteConflict,
				Tokens:     a.Tokens,
				confidence: alteredConfidence,
				reason: func(left, right string) string {
					return fmt.Sprintf("‘%s’ vs ‘%s’: different words in the same quotation%s", left, right, who)
				},
			})
		}
	}
	return out
}

// speakerOf returns " by" and the speaker of a shared quotation, "" when
// neither article names one, and whether the two articles can mean one.
func speakerOf(m *pair.Pair, s pair.SharedPassage) (string, bool) {
	var who [2]quote.Speaker
	var names [2]string
	for side, p := range m.Quoted {
		who[side] = p.Quotations[p.Passages[s.Passages[side]].Quotation].Speaker
		names[side] = p.SpeakerName(who[side])
	}
	if otherPersons(m, who[sides.Left], who[sides.Right]) {
		return "", false
	}
	name := names[sides.Left]
	if len(names[sides.Right]) > len(name) && (who[sides.Right].Entity >= 0 || who[sides.Left].Entity < 0) || who[sides.Left].Entity < 0 && who[sides.Right].Entity >= 0 {
		name = names[sides.Right]
	}
	if name == "" {
		return "", true
	}
	return " by " + name, true
}
