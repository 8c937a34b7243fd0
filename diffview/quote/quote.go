// Package quote finds what an article gives as somebody's words, and whose they
// are: a prepared article goes in, a Doc comes out with its quotations, the
// passages they are compared by, and their speakers.
//
//	quote    quotations, found by their marks
//	words    their words as they are compared
//	speaker  who speaks
//	said     speech without marks
//
// A quotation may run over several sentences and paragraphs, each paragraph
// opening with a mark again; in each sentence it has a passage, and passages are what two
// articles are compared by. Marks around a name or a word or two that nobody
// is said to have said ("so-called", titles of works) make no quotation.
package quote

import (
	"unicode"
	"unicode/utf8"

	"parallax/corpus/fold"
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

// A Standing says what the other article has of a quotation, in quotation
// marks too.
type Standing uint8

// The standings.
const (
	Absent  Standing = iota // nothing
	Whole                   // all its words
	Cut                     // some of its words, those unchanged
	Altered                 // its words with some of them changed
)

var standingNames = [...]string{"absent", "whole", "cut", "altered"}

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
	inside     []bool // by token: whether a quotation has it
}

// A Doc is an article with its quotations.
type Doc struct {
	*doc.Doc
	quoting
}

// A mark of quotation as it opens: what closes it.
var closers = map[string]string{
	"“": "”\"", "„": "“”", "«": "»", "‹": "›", "``": "''", `"`: `"”`, "»": "«", "‘": "’", "'": "'", "‚": "‘’",
}

// A quoter finds the quotations of one article.
type quoter struct {
	*Doc
	from int    // the first token of the open quotation, or -1
	by   string // the mark that opened it
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
	for k := range p.Quotations {
		p.speak(k)
	}
	for k := range q.Passages {
		t := &q.Passages[k]
		t.Words = p.words(t.First, t.Last)
		for _, w := range t.Words {
			if w.Content {
				t.Content++
			}
		}
	}
	return p
}

// sentence opens and closes quotations at the marks of a sentence.
func (q *quoter) sentence(k int) {
	s := q.Sentences[k]
	skip := -1
	if q.from >= 0 && q.beginsParagraph(k) {
		if again := q.raw(s.First); again == q.by || again == "“" && q.by == "”" {
			skip = s.First
		} else {
			q.finish(s.First)
		}
	}
	for t := s.First; t < s.Last; t++ {
		mark := q.raw(t)
		if q.Tokens[t].Class != doc.Punctuation || t == skip {
			continue
		}
		switch {
		case q.from < 0 && q.opens(t, s):
			q.from, q.by = t+1, mark
		case q.from >= 0 && q.closes(t, s):
			q.close(t)
		}
	}
}

// raw returns a token as the article has it.
func (p *Doc) raw(k int) string { return fold.Letters(p.Tokens[k].Of(p.Article.Text)) }

func (q *quoter) beginsParagraph(k int) bool {
	all := q.Article.Sentences
	return k > 0 && all[q.Sentences[k].Index].Paragraph != all[q.Sentences[k-1].Index].Paragraph
}

// before and after report whether white space, or what may be outside of
// quotation marks in its stead, is beside a token.
func (q *quoter) before(t int) bool {
	r, _ := utf8.DecodeLastRuneInString(q.Article.Text[:q.Tokens[t].Start])
	return q.Tokens[t].Start == 0 || unicode.IsSpace(r) || r == '(' || r == '[' || r == '—' || r == '–' || r == '“' || r == '"'
}

func (q *quoter) after(t int) bool {
	r, _ := utf8.DecodeRuneInString(q.Article.Text[q.Tokens[t].End:])
	return q.Tokens[t].End == len(q.Article.Text) || !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '$' && r != '['
}

// opens reports whether a mark opens a quotation. Straight marks and those
// that are apostrophes too are told by the space beside them and by what
// would close them.
func (q *quoter) opens(t int, s doc.Sentence) bool {
	mark := q.raw(t)
	if closers[mark] == "" || t+1 >= s.Last {
		return false
	}
	switch mark {
	case `"`:
		return q.before(t) || !q.after(t)
	case "»":
		return q.before(t) && !q.after(t)
	case "‘", "'", "‚":
		return q.before(t) && !q.after(t) && q.closedBy(t, s)
	}
	return true
}

// closedBy reports whether a single mark is closed in its sentence, at the end
// of a word that no apostrophe ends.
func (q *quoter) closedBy(t int, s doc.Sentence) bool {
	for k := t + 2; k < s.Last; k++ {
		if contains(closers[q.raw(t)], q.raw(k)) && q.after(k) && !q.before(k) {
			return q.Tokens[k-1].Class == doc.Punctuation || !q.plural(k)
		}
	}
	return false
}

// plural reports whether the mark after a word is likelier an apostrophe:
// "the players’ union".
func (q *quoter) plural(k int) bool {
	w := q.Tokens[k-1].Text
	return w[len(w)-1] == 's' && k+1 < len(q.Tokens) && q.Tokens[k+1].Class == doc.Content
}

// closes reports whether a mark closes the open quotation.
func (q *quoter) closes(t int, s doc.Sentence) bool {
	mark := q.raw(t)
	switch {
	case q.by == "“" && mark == "“":
		return !q.before(t) // the wrong mark, at the end of a word
	case !contains(closers[q.by], mark):
		return false
	case q.by == "“" && mark == `"`: // straight after a curly one: where it closes, or opens within
		return !q.before(t)
	case q.by == "‘" || q.by == "'" || q.by == "‚":
		return q.after(t) && !q.before(t) && (q.Tokens[t-1].Class == doc.Punctuation || !q.plural(t))
	}
	return true
}

func contains(marks, mark string) bool {
	for k := 0; k+len(mark) <= len(marks); k++ {
		if marks[k:k+len(mark)] == mark {
			return true
		}
	}
	return false
}

// finish ends a quotation that its paragraph leaves open. A straight mark
// without its fellow tells nothing; after a curly one, the rest of the
// paragraph is what is quoted.
func (q *quoter) finish(t int) {
	if q.from >= 0 && q.by == "“" {
		q.close(t)
	}
	q.from = -1
}

// close notes the quotation [from, last), with a passage a sentence.
func (q *quoter) close(last int) {
	at := len(q.Passages)
	k := q.SentenceAt(q.from)
	for ; k < len(q.Sentences) && q.Sentences[k].First < last; k++ {
		lo, hi := max(q.from, q.Sentences[k].First), min(last, q.Sentences[k].Last)
		for lo < hi && closers[q.raw(lo)] != "" {
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
	q.from = -1
}

// The most words of what is marked for another reason than being quoted.
const (
	scareWords = 2 // a word used with a grain of salt, without a verb of speech
	titleWords = 6 // the title of a work, written with capitals
)

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
