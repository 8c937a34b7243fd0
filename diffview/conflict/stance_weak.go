package conflict

import (
	"strings"

	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
	"parallax/diffview/sides"
	"parallax/diffview/stance"
)

// When a sentence that has the words of what the other doubts does not state it.

// Words that make less of a statement: weakening ones in it or right before it, asking
// ones anywhere before its end, disputing and citing ones anywhere in its sentence. A
// negating one is looked for in what the other sentence doubts: "claims that he did not".
var (
	weakening = lexicon.WordSet("not n't never no what how would could may might should refused will")
	negating  = lexicon.WordSet("not n't no never")
	asking    = lexicon.WordSet("if whether")
	disputing = lexicon.WordSet("denied denies deny denying denial disputed disputes rejected rejects refuted allegation allegations allege alleges accusation accusations")
	citing    = lexicon.WordSet(`according assertion assertions alleging charge charges charged charging indicted indictment accused accuses accusing
		suspected suspect suspects report reports reported claims claim claimed maintained argued testified trial believed believes believe belief rumor rumors rumours rumored`)
)

// beforeStated is how many words before a statement can turn it.
const beforeStated = 4

// weak reports whether the other sentence does not state what is doubted: it doubts
// it as well, quotes it, or cites somebody for it, unless it is denied.
func (d doubted) weak(said statement) bool {
	other := d.side.Other()
	o := d.Pair.Docs[other]
	j := [2]int{d.Link.Left, d.Link.Right}[other]
	s := o.Sentences[j]
	switch {
	case said.head > s.First && o.Tokens[said.head-1].Text == "to": // the purpose, or what is to be
		return true
	case strings.HasSuffix(o.Tokens[said.head].Text, "ing") && !afterBe(o, said.head) && d.Reach != stance.Phrase: // named only: "opposed leaving"
		return true
	}
	for _, also := range d.Stances[other] {
		if also.Sentence == j && also.Class != stance.Unanswered && min(also.Cue.First, also.Scope.First) < said.Last && said.First < max(also.Cue.Last, also.Scope.Last) {
			return true
		}
	}
	for k := s.First; k < s.Last; k++ {
		w := o.Tokens[k].Text
		switch {
		case disputing.Has(w), d.Class != stance.Denied && (citing.Has(w) || doc.SpeechWords.Has(w)):
			return true
		case k < said.Last && asking.Has(w):
			return true
		case k >= said.First-beforeStated && k < said.Last && (weakening.Has(w) || d.Pair.Quoted[other].Quotes(k)):
			return true
		}
	}
	return o.Tokens[s.Last-1].Text == "?"
}

// The least shares of what is doubted that another place has that doubts it too, or
// states it.
const (
	alsoDoubted = .4
	alsoStated  = .7
)

// elsewhere reports whether the other article doubts it too, in any place, or the one
// that doubts it states it in another place. What an article says somebody denies it
// often states itself, so the second is not asked of denials.
func (d doubted) elsewhere() bool {
	other := d.side.Other()
	for _, s := range d.Stances[other] {
		if s.Class != stance.Unanswered && d.has(other, s.Scope, alsoDoubted) {
			return true
		}
	}
	if d.Class == stance.Denied {
		return false
	}
	doubts := map[int]bool{}
	for _, s := range d.Stances[d.side] {
		doubts[s.Sentence] = doubts[s.Sentence] || s.Class != stance.Unanswered
	}
	for n, s := range d.Pair.Docs[d.side].Sentences {
		if !doubts[n] && d.has(d.side, doc.Stretch{First: s.First, Last: s.Last}, alsoStated) {
			return true
		}
	}
	return false
}

// has reports whether a stretch has the main word of what is doubted, and of the
// weight of its words a share.
func (d doubted) has(side sides.Side, at doc.Stretch, least float64) bool {
	stands := func(k int) bool {
		for n := at.First; n < at.Last; n++ {
			if d.Pair.Terms[side][n] == d.Pair.Terms[d.side][k] {
				return true
			}
		}
		return false
	}
	if !stands(d.Head) {
		return false
	}
	total, got := 0., 0.
	for k := d.Scope.First; k < d.Scope.Last; k++ {
		w := d.weight(k)
		total += w
		if w > 0 && stands(k) {
			got += w
		}
	}
	return got >= least*total
}
