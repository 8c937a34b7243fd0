package quote

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"parallax/corpus/fold"
	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
)

// Where quotations begin and end, by their marks. Marks are forgotten, typed
// the wrong way round, and repeated at every paragraph of one that runs on; an
// apostrophe is one too.

// A mark of quotation as it opens: what closes it.
var closers = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"“": "”\"", "„": "“”", "«": "»", "‹": "›", "``": "''", `"`: `"”`, "»": "«", "”": "”", "「": "」", "『": "』", "‘": "’", "'": "'", "‚": "‘’",
	}
})

// A quoter finds the quotations of one article.
type quoter struct {
	*Doc
	from int    // the first token of the open quotation, or -1
	by   string // the mark that opened it

	read  int // no quoting clause stands in the open quotation before this token
	depth int // how many quotations with the same marks are open within it
}

// sentence opens and closes quotations at the marks of a sentence.
func (q *quoter) sentence(k int) {
	s := q.Sentences[k]
	skip := -1
	if q.from >= 0 && q.beginsParagraph(k) {
		switch again := q.raw(s.First); {
		case again == q.by && q.clauseIn(s.First) < 0:
			skip = s.First
		case !q.runsOn(k):
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
		case q.from >= 0 && q.reopens(t, s):
			switch missing := q.clauseIn(t) >= 0; {
			case !missing && q.nests(t):
				q.depth++
			case missing || t > s.First:
				q.finish(t)
				q.from, q.by = t+1, mark
			}
		case q.from >= 0 && q.closes(t, s):
			if q.depth > 0 {
				q.depth--
			} else {
				q.close(t)
			}
		}
	}
}

// reopens reports whether a mark can only open a quotation although the one
// before, with the same mark, is not closed: its closing mark was forgotten, or
// it runs on and every sentence opens with a mark again.
func (q *quoter) reopens(t int, s doc.Sentence) bool {
	return q.raw(t) == q.by && (q.by == `"` || q.by == "“") && t+1 < s.Last && q.before(t) && !q.after(t) && q.Tokens[t+1].Class != doc.Punctuation
}

// nests reports whether a curly mark opens a quotation within the open one: both
// are closed before another opens.
func (q *quoter) nests(t int) bool {
	closed := 0
	for t++; t < len(q.Tokens) && closed < 2; t++ {
		switch q.raw(t) {
		case "“":
			return false
		case "”":
			closed++
		}
	}
	return closed == 2 && q.by == "“"
}

// clauseIn returns the token of the comma before a quoting clause that stands
// in the open quotation before a token, or -1: what its closing mark should
// have ended at. "We will rebuild it, Paula Quist said.
func (q *quoter) clauseIn(end int) int {
	for k := q.SentenceAt(max(q.from, q.read)); k < len(q.Sentences) && q.Sentences[k].First < end; k++ {
		s := q.Sentences[k]
		for t := max(s.First, q.from, q.read); t < min(end, s.Last); t++ {
			if q.raw(t) == "," && t > q.from && q.clauseAt(t+1, s) {
				return t
			}
		}
	}
	q.read = end
	return -1
}

// clauseAt reports whether a token begins a quoting clause that ends its
// sentence: a name, a noun that can speak or a pronoun of the third person with
// a verb of speech after it, or before it.
func (q *quoter) clauseAt(from int, s doc.Sentence) bool {
	end := s.Last
	for end > from && q.Tokens[end-1].Class == doc.Punctuation {
		end--
	}
	if end-from < 2 || end-from > clauseReach {
		return false
	}
	if plainSpeech.Has(q.Tokens[from].Text) {
		all := q.phrases(from+1, end)
		return len(all) > 0 && all[0].first == from+1
	}
	for v := from + 1; v < end; v++ {
		if plainSpeech.Has(q.Tokens[v].Text) && q.speaks(v, s) {
			all := q.phrases(from, v)
			return len(all) == 1 && all[0].first == from && all[0].last == v && all[0].preposition == "" && q.thirdPerson(from)
		}
	}
	return false
}

// thirdPerson reports whether a phrase may name a speaker in the reporter's
// words: "I said" and "you said" are the speaker's own.
func (q *quoter) thirdPerson(t int) bool {
	switch q.Tokens[t].Text {
	case "i", "we", "you", "it", "they":
		return false
	}
	return true
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
	if closers()[mark] == "" || t+1 >= s.Last {
		return false
	}
	switch mark {
	case `"`:
		return q.before(t) || !q.after(t)
	case "»", "”": // Danish and Swedish
		return q.before(t) && !q.after(t)
	case "‘", "'", "‚":
		return !q.elides(t) && q.before(t) && !q.after(t) && q.closedBy(t, s)
	}
	return true
}

// closedBy reports whether a single mark is closed in its sentence, at the end
// of a word that no apostrophe ends.
func (q *quoter) closedBy(t int, s doc.Sentence) bool {
	for k := t + 2; k < s.Last; k++ {
		if contains(closers()[q.raw(t)], q.raw(k)) && q.after(k) && !q.before(k) {
			if q.Tokens[k-1].Class == doc.Punctuation || !q.plural(k) {
				return true
			}
		}
	}
	return false
}

// elides reports whether a single mark before a word stands for letters left
// out: ’em, ’til, rock ’n’ roll, the ’90s.
func (q *quoter) elides(t int) bool {
	next := &q.Tokens[t+1]
	return next.Class == doc.Number || elided.Has(next.Text)
}

var elided = lexicon.WordSet("n em til tis twas cause bout round cos cuz neath")

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
	case !contains(closers()[q.by], mark):
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

// mostRunOn is how many paragraphs a quotation goes on for at most without a mark
// at their beginning.
const mostRunOn = 3

// runsOn reports whether the open quotation, which began as a sentence that is
// said does, goes on in a paragraph that does not open with a mark again: the
// next mark, there or a little further on, can only close it.
func (q *quoter) runsOn(k int) bool {
	first := q.Sentences[k].First
	if q.by != "“" && q.by != `"` || !q.begunAsSaid() || q.clauseIn(first) >= 0 {
		return false
	}
	for n, paragraphs := k, 1; n < len(q.Sentences); n++ {
		if n > k && q.beginsParagraph(n) {
			paragraphs++
		}
		if paragraphs > mostRunOn {
			return false
		}
		for t := q.Sentences[n].First; t < q.Sentences[n].Last; t++ {
			switch mark := q.raw(t); {
			case q.by == "“" && mark == "“" && q.before(t), q.by == `"` && mark == `"` && q.before(t):
				return false
			case contains(closers()[q.by], mark) && mark != "'":
				return q.after(t) && q.clauseIn(t) < 0
			}
		}
	}
	return false
}

// finish ends a quotation whose closing mark is missing before a token: at the
// quoting clause in it, if there is one. A straight mark without its fellow
// tells nothing else. After a curly one the rest of the paragraph is what is
// quoted where it begins as a sentence that is said does; a few words inside a
// sentence end with that.
func (q *quoter) finish(t int) {
	if q.from < 0 {
		return
	}
	switch at := q.clauseIn(t); {
	case at >= 0:
		q.close(at + 1)
	case q.by != "“":
	case q.begunAsSaid():
		q.close(t)
	default:
		q.close(min(t, q.Sentences[q.SentenceAt(q.from)].Last))
	}
	q.from, q.depth = -1, 0
}

// begunAsSaid reports whether the open quotation begins as a sentence does.
func (q *quoter) begunAsSaid() bool {
	first := q.from
	for first+1 < len(q.Tokens) && q.Tokens[first].Class == doc.Punctuation {
		first++
	}
	k := q.from - 2
	return k < 0 || q.Sentences[q.SentenceAt(q.from)].First >= q.from-1 || q.Tokens[first].Upper && (q.raw(k) == "," || q.raw(k) == ":")
}
