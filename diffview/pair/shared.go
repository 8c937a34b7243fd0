package pair

import (
	"parallax/diffview/doc"
	"parallax/diffview/quote"
	"parallax/diffview/sides"
)

// A SharedPassage is a passage of either article with the words both have.
type SharedPassage struct {
	Passages [2]int   // by side
	words    [][2]int // by side: indexes into the passages' words, in order
	Share    float64  // of the shorter passage's words, content words counted twice, 0 to 1
	Content  int      // how many of the words carry meaning

	amid        bool   // another passage of the same two quotations is shared too
	common      [2]int // words and content words shared, with the passages right before and after
	Loose       bool   // in other words: the same only because one person speaks
	Alterations []Alteration
}

// What makes two passages one quotation of which every word counts.
const (
	mostAltered   = 2   // changes of the sense in a passage, or one for three content words that both have (two, of one speaker); more are another occasion
	mostChanges   = 5   // changes, those of the form too, or one for two such words
	changedShare  = .85 // the most words of the changes, of those both have
	leastAltered  = 4   // words both must have, in a passage whose neighbours the other has not
	alteredShare  = .66 // the least share of the shorter passage's words that both have,
	alteredWords  = 5   // unless they have as many content words: phrases are repeated by everyone
	verbatim      = 7   // or content words that nobody says by chance who was not given the same text
	strangerShare = .75 // the least share when it is not told that one person speaks
)

// OneQuotation reports whether two passages are surely one quotation, of which
// every word counts.
func (m *Pair) OneQuotation(s *SharedPassage) bool {
	if s.Loose || len(s.Alterations) > max(mostChanges, s.Content/2) || s.Share < alteredShare && s.Content < alteredWords || len(s.words) < leastAltered && !s.amid {
		return false
	}
	altered := 0
	var changed [2]int // by side: the words of the changes
	for _, a := range s.Alterations {
		if !a.Form {
			altered++
		}
		for side := range changed {
			changed[side] += a.words[side]
		}
	}
	many := s.Content / 3
	if s.Content >= verbatim && m.SameSpeaker(s) {
		many = s.Content / 2
	}
	if altered > max(mostAltered, many) || float64(max(changed[sides.Left], changed[sides.Right])) > changedShare*float64(len(s.words)) {
		return false
	}
	return s.Share >= strangerShare || s.Share >= alteredShare && s.Content >= verbatim || m.SameSpeaker(s)
}

// When two passages can only be one quotation: the more they have in common, the more
// may be altered. A few words in common somebody may have said on two occasions. Of 18
// reports that this takes from the core, on pairs that nobody labelled, 2 were right.
const (
	mostPerWord  = .125 // altered words by shared ones, for each shared word of meaning, where one person speaks
	mostStranger = .06  // where that is not told
	leastRun     = 3    // words in a row that both have
	wholeWords   = 12   // words that nobody says by chance who was not given the same text, where they are all of a passage

	mostOfText = .2 // altered words by shared ones, where only one article gives them to a person
)

// Surely reports whether two passages share so much, for what is altered in them,
// that they can only be one quotation.
func (m *Pair) Surely(s *SharedPassage) bool {
	var altered [2]int
	for _, a := range s.Alterations {
		for side := range altered {
			altered[side] += a.words[side]
		}
	}
	most := mostStranger
	if s.Content >= verbatim || s.Share >= wholeShare && len(s.words) >= wholeWords || m.SameSpeaker(s) {
		most = mostPerWord
	}
	changed := float64(max(altered[sides.Left], altered[sides.Right]))
	if changed > mostOfText*float64(len(s.words)) && !m.SameSpeaker(s) && m.personAgainstText(s) {
		return false
	}
	return (s.run() >= leastRun || s.amid && s.common[1] >= verbatim) && changed <= most*float64(s.common[0]*s.common[1])
}

// personAgainstText reports whether only one article gives a passage to a person: what
// he said of a letter or a suit has words of it, and is another text.
func (m *Pair) personAgainstText(s *SharedPassage) bool {
	var person [2]bool
	for side, p := range m.Quoted {
		who := p.Quotations[p.Passages[s.Passages[side]].Quotation].Speaker
		person[side] = who.Entity >= 0 && p.Entities[who.Entity].Kind != doc.Organisation && p.Entities[who.Entity].Kind != doc.Place
	}
	return person[sides.Left] != person[sides.Right]
}

// run returns how many words in a row both passages have, at most.
func (s *SharedPassage) run() (most int) {
	for n := len(s.words) - 1; n >= 0; {
		run := s.runTo(n)
		most, n = max(most, run), n-run
	}
	return most
}

// runTo returns how many words in a row both passages have, to the shared word n.
func (s *SharedPassage) runTo(n int) int {
	k := n
	for k > 0 && s.words[k][sides.Left]-s.words[k-1][sides.Left] == 1 && s.words[k][sides.Right]-s.words[k-1][sides.Right] == 1 {
		k--
	}
	return n - k + 1
}

// When a shared passage makes its sentences report the same.
const (
	linkingShare   = .8 // the least share of one that makes its sentences report the same
	linkingContent = 4  // content words of it
	linkingWords   = 6  // words of it
)

// Links reports whether two passages make their sentences report the same:
// what somebody said is one fact, whatever stands around it.
func (m *Pair) Links(s *SharedPassage) bool {
	return s.Share >= linkingShare && s.Content >= linkingContent && len(s.words) >= linkingWords && m.OneQuotation(s)
}

// SameSpeaker reports whether both articles name one person or organisation as
// the speaker of a shared passage.
func (m *Pair) SameSpeaker(s *SharedPassage) bool {
	var who [2]quote.Speaker
	for side, p := range m.Quoted {
		who[side] = p.Quotations[p.Passages[s.Passages[side]].Quotation].Speaker
		if !who[side].Known || who[side].Entity < 0 {
			return false
		}
	}
	l, r := m.Docs[sides.Left], m.Docs[sides.Right]
	return EntityLikeness(&l.Entities[who[sides.Left].Entity], &r.Entities[who[sides.Right].Entity], l, r) >= sameShort
}

// What a change takes from a quotation's content words when the likeliest
// partner of a passage is looked for.
const (
	alterationCost = .5
	formCost       = .1 // where only the form differs
)

// cost returns what the changes of a shared passage take from it.
func (s *SharedPassage) cost() (c float64) {
	for _, a := range s.Alterations {
		if a.Form {
			c += formCost
		} else {
			c += alterationCost
		}
	}
	return c
}

// holds reports whether all words of a side's tokens are among those shared.
func (m *Pair) holds(s *SharedPassage, side sides.Side, tokens [2]int) bool {
	words := m.Quoted[side].Passages[s.Passages[side]].Words
	has := 0
	for _, w := range s.words {
		if t := words[w[side]].Token; t >= tokens[0] && t < tokens[1] {
			has++
		}
	}
	all := 0
	for _, w := range words {
		if w.Token >= tokens[0] && w.Token < tokens[1] {
			all++
		}
	}
	return has == all
}
