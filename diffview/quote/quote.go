// Package quote finds what an article gives as somebody's words, and whose they
// are: a prepared article goes in, a Doc comes out with its quotations, the
// passages they are compared by, and their speakers.
//
//	marks    where quotations begin and end
//	quote    quotations and their passages; words: as they are compared
//	speaker  who speaks: the clause that says so, its subject, the phrases that
//	         can be one, relative clauses, whom a pronoun means
//	said     speech without marks
//
// A quotation may run over several sentences and paragraphs, each paragraph
// opening with a mark again; in each sentence it has a passage, and passages are what two
// articles are compared by. Marks around a name or a word or two that nobody
// is said to have said ("so-called", titles of works) make no quotation.
package quote

import (
	"parallax/corpus/prose"
	"parallax/diffview/doc"
)

// A Quotation is a passage of an article that it gives as somebody's words.
type Quotation struct {
	prose.Span             // from its first word to its last mark within, quotation marks left out
	Sentences   [2]int     // its first and its last sentence: indexes into the article's Sentences
	Speaker     string     // whose words they are, as fully as the article names them; "" when it does not say
	SpeakerSpan prose.Span // the words nearest the quotation that name the speaker: "she"; empty when there are none
	Standing    Standing   // what the other article has of it
	Partner     int        // the quotation of the other article that has most of it, or -1
}

// A Standing says what the other article has of a quotation.
type Standing uint8

// The standings.
const (
	Absent   Standing = iota // nothing
	Whole                    // all its words
	Cut                      // some of its words, those unchanged
	Altered                  // its words with some of them changed
	Reported                 // its words, or most of them, without quotation marks
)

var standingNames = [...]string{"absent", "whole", "cut", "altered", "reported"}

// String returns the name the JSON form uses.
func (s Standing) String() string { return standingNames[s] }

// A quotation is one quotation of a prepared article.
type quotation struct {
	First, Last int    // its tokens, marks left out: [first, last)
	Passages    [2]int // in Doc.Passages: [first, last)
	Speaker     Speaker
}

// A Passage is the part of a quotation that lies in one sentence.
type Passage struct {
	Quotation   int
	Sentence    int
	First, Last int    // its tokens: [first, last)
	Words       []Word // as they are compared
	Content     int    // how many of them carry meaning
}

// A quoting holds the quotations of an article, in order.
type quoting struct {
	Quotations []quotation
	Passages   []Passage
	Plain      []Passage       // of each sentence, what stands outside of quotations
	utterances [][]Utterance   // by sentence
	inside     []bool          // by token: whether a quotation has it
	persons    map[int]Speaker // by token of a pronoun outside of quotations: whom it means
	personal   []bool          // by entity: whether it is a person by more than a guess
	holders    map[string]int  // by the noun of a role: who has it and is named most
	namesake   []bool          // by entity: whether another person has the same surname: a surname alone does not tell which is meant
}

// A Doc is an article with its quotations.
type Doc struct {
	*doc.Doc
	quoting
}

// Find finds the quotations of a prepared article and who speaks.
func Find(d *doc.Doc) *Doc {
	p := &Doc{d, quoting{inside: make([]bool, len(d.Tokens))}}
	q := &quoter{Doc: p, from: -1}
	for k := range p.Sentences {
		q.sentence(k)
	}
	q.finish(len(p.Tokens))
	q.dropScares()
	p.findSpeakers()
	p.findUtterances()
	for k := range p.Passages {
		p.readWords(&p.Passages[k])
	}
	for k, s := range p.Sentences {
		if first, last := p.outside(s); first < last {
			p.Plain = append(p.Plain, Passage{Quotation: -1, Sentence: k, First: first, Last: last})
			p.readWords(&p.Plain[len(p.Plain)-1])
		}
	}
	return p
}

// Quotes reports whether a token stands in a quotation. Token.Quoted only knows
// whether it stands between marks.
func (p *Doc) Quotes(k int) bool { return p.inside[k] }

// close notes the quotation [from, last), with a passage a sentence.
func (q *quoter) close(last int) {
	at := len(q.Passages)
	k := q.SentenceAt(q.from)
	for ; k < len(q.Sentences) && q.Sentences[k].First < last; k++ {
		lo, hi := max(q.from, q.Sentences[k].First), min(last, q.Sentences[k].Last)
		for lo < hi && closers()[q.raw(lo)] != "" {
			lo++
		}
		if lo < hi {
			q.Passages = append(q.Passages, Passage{Quotation: len(q.Quotations), Sentence: k, First: lo, Last: hi})
		}
	}
	if n := len(q.Passages); n > at {
		q.Quotations = append(q.Quotations, quotation{First: q.Passages[at].First, Last: q.Passages[n-1].Last, Passages: [2]int{at, n}})
		for t := q.from; t < last; t++ {
			q.inside[t] = true
		}
	}
	q.from, q.depth = -1, 0
}

// The most words of what is marked for another reason than being quoted.
const (
	scareWords = 2 // a word used with a grain of salt, without a verb of speech
	titleWords = 6 // the title of a work, written with capitals
)

// readWords works out the words of a passage.
func (p *Doc) readWords(t *Passage) {
	t.Words = p.words(t.First, t.Last)
	for _, w := range t.Words {
		if w.Content {
			t.Content++
		}
	}
}

// outside returns the longest stretch of a sentence outside of quotations.
func (p *Doc) outside(s doc.Sentence) (first, last int) {
	for t := s.First; t < s.Last; t++ {
		if p.inside[t] {
			continue
		}
		from := t
		for t < s.Last && !p.inside[t] {
			t++
		}
		if t-from > last-first {
			first, last = from, t
		}
	}
	return first, last
}

// dropScares drops what marks stand around for another reason than quoting.
func (q *quoter) dropScares() {
	kept := quoting{inside: q.inside}
	for k, x := range q.Quotations {
		if q.scare(x) {
			for t := x.First; t < x.Last; t++ {
				q.inside[t] = false
			}
			continue
		}
		at := len(kept.Passages)
		for _, t := range q.Passages[q.Quotations[k].Passages[0]:q.Quotations[k].Passages[1]] {
			t.Quotation = len(kept.Quotations)
			kept.Passages = append(kept.Passages, t)
		}
		x.Passages = [2]int{at, len(kept.Passages)}
		kept.Quotations = append(kept.Quotations, x)
	}
	q.quoting = kept
}

func (q *quoter) scare(x quotation) bool {
	words, capitals, meant := 0, 0, 0
	for t := x.First; t < x.Last; t++ {
		switch tok := &q.Tokens[t]; {
		case tok.Class == doc.Punctuation:
		case tok.Matters():
			meant++
			if tok.Upper {
				capitals++
			}
			fallthrough
		default:
			words++
		}
	}
	s := q.Sentences[q.SentenceAt(x.First)]
	switch {
	case words == 0:
		return true
	case meant > 0 && capitals == meant && words <= titleWords && x.First > s.First+1:
		if before := q.raw(x.First - 2); before != "," && before != ":" {
			return true
		}
	}
	return words <= scareWords && q.speechIn(s, x) < 0
}

// QuotationList converts an article's quotations to the public type, without
// what the other article has of them.
func (p *Doc) QuotationList() []Quotation {
	out := make([]Quotation, len(p.Quotations))
	for k, q := range p.Quotations {
		out[k] = Quotation{
			Span:      prose.Span{Start: p.Tokens[q.First].Start, End: p.Tokens[q.Last-1].End},
			Sentences: [2]int{p.Sentences[p.SentenceAt(q.First)].Index, p.Sentences[p.SentenceAt(q.Last-1)].Index},
			Speaker:   p.SpeakerName(q.Speaker),
			Partner:   -1,
		}
		if s := q.Speaker; s.Known && !s.Carried {
			out[k].SpeakerSpan = prose.Span{Start: p.Tokens[s.First].Start, End: p.Tokens[s.Last-1].End}
		}
	}
	return out
}
