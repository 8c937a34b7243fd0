package diffview

import "fmt"

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
func quoteClashes(f finding) []clash {
	var out []clash
	for _, n := range f.match.quoted.at[[2]int{f.link.i, f.link.j}] {
		s := f.match.quoted.found[n]
		who, same := f.match.speakerOf(s)
		weak := s.share < alteredShare && s.content < alteredContent
		one := f.match.sameSpeaker(s)
		if s.loose || !same || weak || !one && s.share < strangerShare || len(s.alterations) > mostAlterations {
			continue
		}
		for _, a := range s.alterations {
			out = append(out, clash{
				kind:       QuoteConflict,
				tokens:     a.tokens,
				confidence: alteredConfidence,
				reason: func(left, right string) string {
					return fmt.Sprintf("‘%s’ against ‘%s’, in the same quotation%s", left, right, who)
				},
			})
		}
	}
	return out
}

// speakerOf returns " by" and the speaker of a shared quotation, "" when
// neither article names one, and whether the two articles can mean one.
func (m *match) speakerOf(s shared) (string, bool) {
	var who [2]speaker
	var names [2]string
	for side, p := range m.sides {
		who[side] = p.quotations[p.passages[s.passages[side]].quotation].speaker
		names[side] = p.speakerName(who[side])
	}
	if m.otherPersons(who[Left], who[Right]) {
		return "", false
	}
	name := names[Left]
	if len(names[Right]) > len(name) && (who[Right].entity >= 0 || who[Left].entity < 0) || who[Left].entity < 0 && who[Right].entity >= 0 {
		name = names[Right]
	}
	if name == "" {
		return "", true
	}
	return " by " + name, true
}
