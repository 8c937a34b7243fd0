package diffview

import (
	"unicode"
	"unicode/utf8"

	"parallax/corpus/prose"
)

// Quotations: what an article puts between quotation marks as somebody's
// words.
//
// They are found once an article, when its tokens are there. A quotation may
// run over several sentences and paragraphs, each paragraph opening with a
// mark again; in each sentence it has a passage, and passages are what two
// articles are compared by. Marks around a name or a word or two that nobody
// is said to have said ("so-called", titles of works) make no quotation.

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
	first, last int    // its tokens, marks left out: [first, last)
	passages    [2]int // in Prepared.passages: [first, last)
	speaker     speaker
}

// A passage is the part of a quotation that lies in one sentence.
type passage struct {
	quotation   int
	sentence    int
	first, last int     // its tokens: [first, last)
	words       []qword // as they are compared
	content     int     // how many of them carry meaning
}

// A quoting holds the quotations of an article, in order.
type quoting struct {
	quotations []quotation
	passages   []passage
	inside     []bool // by token: whether a quotation has it
}

// A mark of quotation as it opens: what closes it.
var closers = map[string]string{
	"“": "”\"", "„": "“”", "«": "»", "‹": "›", "``": "''", `"`: `"”`, "»": "«", "‘": "’", "'": "'", "‚": "‘’",
}

// A quoter finds the quotations of one article.
type quoter struct {
	*Prepared
	quoting
	from int    // the first token of the open quotation, or -1
	by   string // the mark that opened it
}

// findQuotations finds the quotations of the prepared article and who speaks,
// once its names are there.
func (p *Prepared) findQuotations() {
	q := &quoter{Prepared: p, from: -1, quoting: quoting{inside: make([]bool, len(p.tokens))}}
	for k := range p.sentences {
		q.sentence(k)
	}
	q.finish(len(p.tokens))
	q.dropScares()
	for k := range q.quotations {
		q.speak(k)
	}
	for k := range q.passages {
		t := &q.passages[k]
		t.words = p.qwords(t.first, t.last)
		for _, w := range t.words {
			if w.content {
				t.content++
			}
		}
	}
	p.quoting = q.quoting
}

// sentence opens and closes quotations at the marks of a sentence.
func (q *quoter) sentence(k int) {
	s := q.sentences[k]
	skip := -1
	if q.from >= 0 && q.beginsParagraph(k) {
		if again := q.raw(s.first); again == q.by || again == "“" && q.by == "”" {
			skip = s.first
		} else {
			q.finish(s.first)
		}
	}
	for t := s.first; t < s.last; t++ {
		mark := q.raw(t)
		if q.tokens[t].class != punct || t == skip {
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
func (q *quoter) raw(k int) string { return q.tokens[k].Of(q.Article.Text) }

func (q *quoter) beginsParagraph(k int) bool {
	all := q.Article.Sentences
	return k > 0 && all[q.sentences[k].index].Paragraph != all[q.sentences[k-1].index].Paragraph
}

// before and after report whether white space, or what may stand outside of
// quotation marks in its stead, is beside a token.
func (q *quoter) before(t int) bool {
	r, _ := utf8.DecodeLastRuneInString(q.Article.Text[:q.tokens[t].Start])
	return q.tokens[t].Start == 0 || unicode.IsSpace(r) || r == '(' || r == '[' || r == '—' || r == '–' || r == '“' || r == '"'
}

func (q *quoter) after(t int) bool {
	r, _ := utf8.DecodeRuneInString(q.Article.Text[q.tokens[t].End:])
	return q.tokens[t].End == len(q.Article.Text) || !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '$' && r != '['
}

// opens reports whether a mark opens a quotation. Straight marks and those
// that are apostrophes too are told by the space beside them and by what
// would close them.
func (q *quoter) opens(t int, s sentence) bool {
	mark := q.raw(t)
	if closers[mark] == "" || t+1 >= s.last {
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
func (q *quoter) closedBy(t int, s sentence) bool {
	for k := t + 2; k < s.last; k++ {
		if contains(closers[q.raw(t)], q.raw(k)) && q.after(k) && !q.before(k) {
			return q.tokens[k-1].class == punct || !q.plural(k)
		}
	}
	return false
}

// plural reports whether the mark after a word is likelier an apostrophe:
// "the players’ union".
func (q *quoter) plural(k int) bool {
	w := q.tokens[k-1].text
	return w[len(w)-1] == 's' && k+1 < len(q.tokens) && q.tokens[k+1].class == content
}

// closes reports whether a mark closes the open quotation.
func (q *quoter) closes(t int, s sentence) bool {
	mark := q.raw(t)
	switch {
	case q.by == "“" && mark == "“":
		return !q.before(t) // the wrong mark, at the end of a word
	case !contains(closers[q.by], mark):
		return false
	case q.by == "“" && mark == `"`: // straight after a curly one: where it closes, or opens within
		return !q.before(t)
	case q.by == "‘" || q.by == "'" || q.by == "‚":
		return q.after(t) && !q.before(t) && (q.tokens[t-1].class == punct || !q.plural(t))
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
	at := len(q.passages)
	k := q.sentenceAt(q.from)
	for ; k < len(q.sentences) && q.sentences[k].first < last; k++ {
		lo, hi := max(q.from, q.sentences[k].first), min(last, q.sentences[k].last)
		for lo < hi && closers[q.raw(lo)] != "" {
			lo++
		}
		if lo < hi {
			q.passages = append(q.passages, passage{quotation: len(q.quotations), sentence: k, first: lo, last: hi})
		}
	}
	if n := len(q.passages); n > at {
		q.quotations = append(q.quotations, quotation{first: q.passages[at].first, last: q.passages[n-1].last, passages: [2]int{at, n}})
		for t := q.from; t < last; t++ {
			q.inside[t] = true
		}
	}
	q.from = -1
}

// sentenceAt returns the sentence that has a token.
func (p *Prepared) sentenceAt(t int) int {
	lo, hi := 0, len(p.sentences)
	for lo < hi {
		if mid := (lo + hi) / 2; p.sentences[mid].last <= t {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// The most words of what is marked for another reason than being quoted.
const (
	scareWords = 2 // a word used with a grain of salt, without a verb of speech
	titleWords = 6 // the title of a work, written with capitals
)

// dropScares drops what marks stand around for another reason than quoting.
func (q *quoter) dropScares() {
	kept := quoting{inside: q.inside}
	for k, x := range q.quotations {
		if q.scare(x) {
			for t := x.first; t < x.last; t++ {
				q.inside[t] = false
			}
			continue
		}
		at := len(kept.passages)
		for _, t := range q.passages[q.quotations[k].passages[0]:q.quotations[k].passages[1]] {
			t.quotation = len(kept.quotations)
			kept.passages = append(kept.passages, t)
		}
		x.passages = [2]int{at, len(kept.passages)}
		kept.quotations = append(kept.quotations, x)
	}
	q.quoting = kept
}

func (q *quoter) scare(x quotation) bool {
	words, capitals, meant := 0, 0, 0
	for t := x.first; t < x.last; t++ {
		switch tok := &q.tokens[t]; {
		case tok.class == punct:
		case tok.matters():
			meant++
			if tok.upper {
				capitals++
			}
			fallthrough
		default:
			words++
		}
	}
	s := q.sentences[q.sentenceAt(x.first)]
	switch {
	case words == 0:
		return true
	case meant > 0 && capitals == meant && words <= titleWords && x.first > s.first+1:
		if before := q.raw(x.first - 2); before != "," && before != ":" {
			return true
		}
	}
	return words <= scareWords && q.speechIn(s, x) < 0
}

// quotationList writes an article's quotations as the public form has them,
// without what the other article has of them.
func (p *Prepared) quotationList() []Quotation {
	out := make([]Quotation, len(p.quotations))
	for k, q := range p.quotations {
		out[k] = Quotation{
			Span:      prose.Span{Start: p.tokens[q.first].Start, End: p.tokens[q.last-1].End},
			Sentences: [2]int{p.sentences[p.sentenceAt(q.first)].index, p.sentences[p.sentenceAt(q.last-1)].index},
			Speaker:   p.speakerName(q.speaker),
			Partner:   -1,
		}
		if s := q.speaker; s.known && !s.carried {
			out[k].SpeakerSpan = prose.Span{Start: p.tokens[s.first].Start, End: p.tokens[s.last-1].End}
		}
	}
	return out
}
