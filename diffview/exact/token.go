package exact

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/corpus"
	"parallax/corpus/fold"
	"parallax/corpus/prose"
)

// A Text is an article ready to be compared: its compared sentences as tokens.
// It never changes, and may be used by several comparisons at a time.
type Text struct {
	Article   *corpus.Article
	sentences []sentence
	tokens    []token
	grams     []uint64 // ascending: hashes of each few words in a row, with where in the text; see decide.go
	count     int      // words, marks not counted
	headline  *Text    // that the text does not have; nil for none
}

// A sentence is one compared sentence: the tokens [first, last).
type sentence struct {
	index       int // into the article's Sentences
	first, last int
}

func (s sentence) size() int { return s.last - s.first }

// A token is a whole word, a whole number or a mark.
type token struct {
	start, end int    // its place in the article
	text       string // as it is compared
	sentence   int32  // into Text.sentences
	class      class
	first      bool // the first word of its sentence
	quoted     bool // inside quotation marks
}

// A class is what a token is made of.
type class uint8

const (
	word   class = iota
	number       // begins with a digit, a sign or a currency sign; or a number word and its magnitude
	mark
)

// New cuts an article into tokens.
func New(a *corpus.Article) *Text {
	t := cutArticle(a)
	t.headline = headline(a)
	t.findGrams()
	return t
}

// cutArticle cuts an article's compared sentences into tokens.
func cutArticle(a *corpus.Article) *Text {
	// English has 4.5 to 5 bytes for each token: they need not be copied to larger room.
	t := &Text{Article: a, tokens: make([]token, 0, len(a.Text)/4)}
	open, paragraph := false, int32(-1)
	for i, s := range a.Sentences {
		if !s.Kind.Compared() {
			continue
		}
		if s.Paragraph != paragraph { // a quotation left open ends with its paragraph
			open, paragraph = false, s.Paragraph
		}
		first := len(t.tokens)
		t.cut(s.Span)
		t.sentences = append(t.sentences, sentence{i, first, len(t.tokens)})
		open = t.findQuoted(first, open)
	}
	return t
}

// cut appends the tokens of one sentence.
func (t *Text) cut(s prose.Span) {
	f := fold.Of(t.Article.Text, s.Start, s.End)
	words := prose.Words(f.Text, prose.Span{End: len(f.Text)})
	begun := false
	for k := 0; k < len(words); {
		n := join(f.Text, words[k:])
		start, end := words[k].Start, words[k+n-1].End
		for ; k+n < len(words) && f.Overlaps(end, words[k+n].Start); n++ {
			end = words[k+n].End // one sign of the article became several words: "⒈" is "1" and "."
		}
		c := classOf(f.Text[start:end], words[k:k+n])
		if end-start > 1 && f.Text[end-1] == '.' && c != mark && !f.Overlaps(end-1, end-1) {
			end-- // "Co." ends a sentence here and is in one there: its point is a mark of its own
		}
		t.add(&f, start, end, c, !begun && c != mark)
		begun = begun || c != mark
		if end < words[k+n-1].End {
			t.add(&f, end, end+1, mark, false)
		}
		k += n
	}
}

// add appends the bytes [start, end) of a folded sentence as a token.
func (t *Text) add(f *fold.Text, start, end int, c class, first bool) {
	k := token{text: f.Text[start:end], sentence: int32(len(t.sentences)), class: c, first: first}
	k.start, k.end = f.Span(start, end)
	switch {
	case c == mark && end-start > 1:
		k.text = foldRun(k.text)
	case c == word && strings.IndexByte(k.text, ' ') >= 0, c == number && setOff(k.text): // of an apostrophe
		k.text = strings.ReplaceAll(k.text, " ", "")
	case c == number && strings.ContainsAny(k.text, " \n\u00a0\u2009\u202f"):
		k.text = prose.Fold(k.text)
	}
	t.tokens = append(t.tokens, k)
}

// foldRun folds a mark that is written by repeating another.
func foldRun(s string) string {
	switch s {
	case "''":
		return `"`
	case "--", "---":
		return "-"
	}
	return s
}

// findQuoted notes which tokens, from first on, stand inside quotation marks.
// open says whether the sentence begins inside; what comes back is whether it
// ends inside.
func (t *Text) findQuoted(first int, open bool) bool {
	for k := first; k < len(t.tokens); k++ {
		x := &t.tokens[k]
		if x.class == mark && x.text == `"` {
			switch t.Article.Text[x.start:x.end] {
			case "“", "„", "«":
				open = true
			case "”", "»":
				open = false
			default:
				open = !open
			}
			continue
		}
		x.quoted = open
	}
	return open
}

// join returns how many of the words, from the first on, make one token.
func join(s string, words []prose.Word) int {
	n := 1
	if k := amount(s, words); k > 0 {
		n = k
	}
	for n < len(words) && !words[n-1].Punct && (words[n].Start == words[n-1].End || spaceBefore(s, words[n])) && clings(words[n].Of(s)) {
		n++ // "Mexico’s", "don’t", "don ’t"
	}
	if n+1 < len(words) && !words[n-1].Punct && words[n].Of(s) == "'" && ending(words[n+1].Of(s)) && (spaceBefore(s, words[n]) || spaceBefore(s, words[n+1])) {
		n += 2 // "Mexico’ s", "don ’t", "we ’ ll"
	}
	return n
}

// setOff reports whether s ends in an apostrophe that a space sets off from what
// follows it or comes before.
func setOff(s string) bool {
	at := strings.LastIndexByte(s, '\'')
	if at < 0 || !ending(strings.TrimPrefix(s[at+1:], " ")) {
		return false
	}
	return s[at+1] == ' ' || at > 0 && s[at-1] == ' '
}

// spaceBefore reports whether there is a space before a word.
func spaceBefore(s string, w prose.Word) bool { return w.Start > 0 && s[w.Start-1] == ' ' }

// ending reports whether w is what comes after the apostrophe of a word, and no
// word itself.
func ending(w string) bool { return endings.Has(w) }

var endings = set("s t d m ll re ve")

// clings reports whether w is the end of the word before it.
func clings(w string) bool {
	return len(w) > 1 && w[0] == '\'' || w == "n't" || w == "N'T" || w == "n'T"
}

// amount returns how many words, from the first on, make one number with its
// sign, its unit and its magnitude: "−5", "$12.5 million", "45%", "12 000",
// "1/2", "3-1", "two million". It is 0 when they do not begin with one.
func amount(s string, words []prose.Word) int {
	adjacent := func(k int) bool { return k < len(words) && words[k].Start == words[k-1].End }
	is := func(k int, set string) bool { return strings.Contains(set, words[k].Of(s)) }
	n := 0
	if is(0, "-+±") && adjacent(1) && (words[0].Start == 0 || !wordEnds(s[:words[0].Start])) {
		n = 1
	}
	if (n == 0 || adjacent(n)) && currency(words[n].Of(s)) && adjacent(n+1) {
		n++
	}
	if w := words[n].Of(s); !digitFirst(w) {
		if n == 0 && numberWords.Has(strings.ToLower(w)) && magnitudeAt(s, words, 1) {
			return 2
		}
		return 0
	}
	for n++; n < len(words); {
		switch w := words[n].Of(s); {
		case adjacent(n) && (w == "%" || w == "‰" || currency(w)):
			n++
		case adjacent(n) && (w == "/" || w == "-") && adjacent(n+1) && digitFirst(words[n+1].Of(s)):
			n += 2
		case grouped(words[n-1].Of(s), w) && words[n].Start-words[n-1].End <= len("\u202f") && !adjacent(n):
			n++
		case magnitudeAt(s, words, n):
			return n + 1
		default:
			return n
		}
	}
	return n
}

// wordEnds reports whether s ends with a letter or digit.
func wordEnds(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsNumber(r)
}

func digitFirst(w string) bool {
	r, n := utf8.DecodeRuneInString(w)
	if r == '.' {
		r, _ = utf8.DecodeRuneInString(w[n:])
	}
	return unicode.IsNumber(r)
}

func currency(w string) bool {
	r, n := utf8.DecodeRuneInString(w)
	return n == len(w) && unicode.Is(unicode.Sc, r)
}

// grouped reports whether b goes on with the digits of a, as in "12 000".
func grouped(a, b string) bool {
	return len(a) <= 3 && len(b) == 3 && digits(a) && digits(b)
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// magnitudeAt reports whether word k is a magnitude of the number before it.
func magnitudeAt(s string, words []prose.Word, k int) bool {
	return k < len(words) && words[k].Start > words[k-1].End && magnitudes.Has(strings.ToLower(words[k].Of(s)))
}

// classOf returns what a token is made of.
func classOf(s string, words []prose.Word) class {
	switch last := words[len(words)-1]; {
	case len(words) == 1 && last.Punct:
		return mark
	case digitFirst(s), len(words) > 1 && !clings(s[last.Start-words[0].Start:]) && !setOff(s):
		return number
	case currency(s), s == "%":
		return mark
	}
	return word
}
