package diffview

import "parallax/diffview/lexicon"

// saidIn returns who is said to have stated what, in a sentence of the form
// "X said Y" without quotation marks.
func (p *Prepared) saidIn(i int) (who speaker, said [2]int, ok bool) {
	s := p.sentences[i]
	q := &quoter{Prepared: p, quoting: p.quoting}
	for k := s.first; k < s.last; k++ {
		if q.inside[k] {
			return who, said, false
		}
	}
	for k := s.first; k < s.last; k++ {
		if q.speaks(k, s) && statingVerbs[p.tokens[k].text] {
			who = q.subject(k, s)
			return who, [2]int{k + 1, s.last}, who.known && who.entity >= 0 && p.entities[who.entity].kind == person
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

// speech returns the plain verbs of speech of a sentence whose speaker stands
// in it.
func (p *Prepared) speech(i int) (out []utterance) {
	s := p.sentences[i]
	q := &quoter{Prepared: p, quoting: p.quoting}
	for k := s.first; k < s.last; k++ {
		if q.inside[k] || !plainSpeech[p.tokens[k].text] || !q.speaks(k, s) {
			continue
		}
		if who := q.subject(k, s); who.known && !who.carried {
			out = append(out, utterance{k, who})
		}
	}
	return out
}

// An utterance is a verb of speech with its speaker.
type utterance struct {
	verb int
	who  speaker
}
