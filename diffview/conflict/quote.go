package conflict

import (
	"fmt"

	"parallax/diffview/pair"
	"parallax/diffview/quote"
	"parallax/diffview/sides"
)

// Altered quotations: the same words of one speaker, and some of them are
// others in the other article. What is cut from a quotation, inserted in
// brackets or left out for dots changes nothing that was said and is none. Core is
// what makes it say another thing, where it is surely one quotation.

// The share of core alterations that are right, of those read on pairs of both halves
// of the stories, labelled and not, each counted once: 38 of 39 where both articles name
// one speaker, 15 of 18 where that is not told. Those read came before the last rules, so
// somewhat less is claimed. Most of the others differ in form alone.
const (
	alteredConfidence  = .9
	strangerConfidence = .8
)

// verbatim is how many content words two passages have in common that nobody
// says by chance who was not given the same text.
const verbatim = 7

// quoteClashes finds altered words in the quotations that both sentences have.
func quoteClashes(f Finding) []Clash {
	var out []Clash
	for _, n := range f.Pair.Quotations.At[[2]int{f.Link.Left, f.Link.Right}] {
		s := &f.Pair.Quotations.Shared[n]
		who, same := speakerOf(f.Pair, *s)
		if !same && s.Content < verbatim || !f.Pair.OneQuotation(s) {
			continue
		}
		confidence, surely := strangerConfidence, f.Pair.Surely(s)
		if f.Pair.SameSpeaker(s) {
			confidence = alteredConfidence
		}
		for _, a := range s.Alterations {
			c := Clash{kind: sides.QuoteConflict, Tokens: a.Tokens, confidence: confidence, Grade: sides.Minor}
			said := "different words in the same quotation"
			switch {
			case a.Form:
				said = "another form of the same words in a quotation"
			case !a.Change.Tells():
			case !surely:
				said = "different words in what may be the same quotation"
			default:
				c.Grade = sides.Core
			}
			c.reason = func(left, right string) string {
				return fmt.Sprintf("‘%s’ vs ‘%s’: %s%s", left, right, said, who)
			}
			out = append(out, c)
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
