package quote

import (
	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
)

// Statement returns who is said to have stated what, in a sentence of the form
// "X said Y" without quotation marks.
func (p *Doc) Statement(i int) (who Speaker, said [2]int, ok bool) {
	s := p.Sentences[i]
	for k := s.First; k < s.Last; k++ {
		if p.inside[k] {
			return who, said, false
		}
	}
	for k := s.First; k < s.Last; k++ {
		if p.speaks(k, s) && statingVerbs.Has(p.Tokens[k].Text) {
			who = p.subject(k, s)
			return who, [2]int{k + 1, s.Last}, who.Known && who.Entity >= 0 && p.Entities[who.Entity].Kind == doc.Person
		}
	}
	return who, said, false
}

// statingVerbs are the verbs of speech after which a statement follows in
// indirect speech.
var statingVerbs = lexicon.WordSet("said says told confirmed announced denied claimed warned stated insisted added")

// plainSpeech are the verbs of speech that say no more than that somebody
// spoke, and "according".
var plainSpeech = lexicon.WordSet("said says say saying told tells telling according reported reports stated announced added")

// Utterances returns the plain verbs of speech of a sentence whose speaker stands
// in it.
func (p *Doc) Utterances(i int) []Utterance { return p.utterances[i] }

// findUtterances finds those of all sentences: each comparison asks for them,
// some several times.
func (p *Doc) findUtterances() {
	p.utterances = make([][]Utterance, len(p.Sentences))
	for i, s := range p.Sentences {
		for k := s.First; k < s.Last; k++ {
			if p.inside[k] || !plainSpeech.Has(p.Tokens[k].Text) || !p.speaks(k, s) {
				continue
			}
			if who := p.subject(k, s); who.Known && !who.Carried {
				p.utterances[i] = append(p.utterances[i], Utterance{k, who})
			}
		}
	}
}

// An Utterance is a verb of speech with its speaker.
type Utterance struct {
	Verb int
	Who  Speaker
}
