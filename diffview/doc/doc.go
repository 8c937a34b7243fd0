// Package doc analyses one article: an article goes in, a Doc comes out, with
// its sentences and words, its terms, numbers, times, and the persons, places
// and things it names. A Doc is independent of other
// articles, and any two can be compared.
//
//	doc           sentences and words
//	vocabulary    terms and letter trigrams, numbered
//	part          kinds of function words
//	quantity      numbers: what they are of, how exact, which can both be right;
//	              counted: what befell those counted; when: times of day
//	moment        days and times
//	name          whom and what the article names
//	surroundings  the words around a number or a moment
package doc

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/corpus"
	"parallax/corpus/fold"
	"parallax/corpus/prose"
	"parallax/diffview/lexicon"
)

// A Doc is an article that is ready to be compared with any other: tokens, stems,
// weights and quantities are worked out once. It never changes, and may be
// used by several comparisons at a time.
type Doc struct {
	Article *corpus.Article

	language   lexicon.Language
	Sentences  []Sentence // those that are compared, in order
	Tokens     []Token    // of all those sentences, in order
	Quantities []Quantity // in order
	vocabulary            // its terms and trigrams, numbered
	moments    []Moment   // in order
	naming                // the persons, places and things it speaks of
}

// A Sentence is one compared sentence of an article.
type Sentence struct {
	Index       int    // into Article.Sentences
	First, Last int    // its tokens: [first, last) of Doc.Tokens
	Content     int    // how many of them are content words or numbers
	Text        string // its words as they are compared, one space between
}

// Length returns how many tokens a sentence has.
func (s *Sentence) Length() int { return s.Last - s.First }

// A class says what a token can do in a comparison.
type class uint8

const (
	Content     class = iota // a word that carries meaning of its own
	Function                 // an article, a preposition, an auxiliary, a pronoun
	Number                   // written in digits
	Punctuation              // punctuation; never aligned
)

// A Token is a prose.Word with what the lexicon knows of it.
type Token struct {
	prose.Span
	Text     string // folded: lower case, straight apostrophes
	Entry    lexicon.Entry
	Class    class
	Upper    bool // begins with a capital
	Capital  bool // begins with a capital and does not begin a sentence
	Quoted   bool // is inside quotation marks
	Quantity int  // the quantity it is part of: an index into Doc.Quantities, or -1
}

// Matters reports whether the token contributes to what a sentence says.
func (t *Token) Matters() bool { return t.Class == Content || t.Class == Number }

// mostTokens is how much of an article is prepared: as much as can be compared
// with as much again; see mostSteps.
const mostTokens = 400_000

// bytesOfToken is fewer than the bytes of a text for each of its tokens: English
// has 4.5 to 5, so that they need not be copied to larger room.
const bytesOfToken = 4

// Prepare computes what comparisons need to know about an article. What is
// beyond mostTokens is left out.
func Prepare(a *corpus.Article) *Doc {
	p := Read(a)
	p.Number()
	return p
}

// Read computes what an article says, without the vocabulary: Number adds that,
// a third of the work, which versions of one text do without.
func Read(a *corpus.Article) *Doc {
	p := &Doc{Article: a, language: lexicon.Detect(a.Text)}
	p.Tokens = make([]Token, 0, len(a.Text)/bytesOfToken)
	p.Sentences = make([]Sentence, 0, len(a.Sentences))
	seen := make(map[string]lookedUp, len(a.Text)/12)
	quoting, paragraph := false, int32(-1)
	for i, s := range a.Sentences {
		if !s.Kind.Compared() {
			continue
		}
		if len(p.Tokens) > mostTokens {
			p.Article = Beginning(a, i)
			break
		}
		if s.Paragraph != paragraph { // a quotation left open ends with its paragraph
			quoting, paragraph = false, s.Paragraph
		}
		first := len(p.Tokens)
		quoting = p.tokenize(s.Span, quoting, seen)
		last := len(p.Tokens)
		n := 0
		for k := first; k < last; k++ {
			if p.Tokens[k].Matters() {
				n++
			}
		}
		text := foldSentence(p.Tokens[first:last])
		if text == "" { // "…": nothing but marks
			text = prose.Fold(s.Of(a.Text))
		}
		p.Sentences = append(p.Sentences, Sentence{Index: i, First: first, Last: last, Content: n, Text: text})
		p.findQuantities(first, last)
		p.findMoments(first, last)
	}
	p.findNames()
	return p
}

// SentenceAt returns the sentence that has a token.
func (p *Doc) SentenceAt(t int) int {
	lo, hi := 0, len(p.Sentences)
	for lo < hi {
		if mid := (lo + hi) / 2; p.Sentences[mid].Last <= t {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// A lookedUp is a word as it is compared, with what the lexicon knows of it.
type lookedUp struct {
	text  string
	entry lexicon.Entry
}

// tokenize appends the tokens of one sentence. quoting says whether it begins
// inside a quotation; what comes back is whether it ends inside one. seen has the
// words looked up so far: most of an article's are said more than once.
func (p *Doc) tokenize(s prose.Span, quoting bool, seen map[string]lookedUp) bool {
	begins := true
	for _, w := range prose.Words(p.Article.Text, s) {
		raw := w.Of(p.Article.Text)
		known, ok := seen[raw]
		if !ok {
			known.text = strings.ReplaceAll(Fold(raw), " ", "") // “O’ Neill”
			if !w.Punct {
				known.entry = lexicon.LookupIn(p.language, known.text)
			}
			seen[raw] = known
		}
		t := Token{Span: w.Span, Text: known.text, Quantity: -1, Quoted: quoting}
		if w.Punct {
			switch raw {
			case "“", "„", "«":
				quoting = true
			case "”", "»":
				quoting = false
			case `"`:
				quoting = !quoting
			}
			t.Class = Punctuation
			t.Entry = lexicon.Entry{ID: -1, Rank: lexicon.UnknownRank}
			p.Tokens = append(p.Tokens, t)
			continue
		}
		r, _ := utf8.DecodeRuneInString(raw)
		t.Upper = unicode.IsUpper(r)
		t.Capital = t.Upper && !begins
		begins = false
		t.Entry = known.entry
		switch {
		case unicode.IsDigit(r):
			t.Class = Number
		case lexicon.Function(t.Entry):
			t.Class = Function
		}
		p.Tokens = append(p.Tokens, t)
	}
	return quoting
}

// foldApostrophes makes the two apostrophes news texts use one.
var foldApostrophes = strings.NewReplacer("’", "'", "‘", "'", "ʼ", "'")

// Fold returns a word in the form that is compared: as fold.Letters has it,
// lower case, straight apostrophes.
func Fold(word string) string {
	word = strings.ToLower(fold.Letters(word))
	for k := range len(word) {
		if word[k] >= utf8.RuneSelf { // else it has no such apostrophe, and a replacer copies it
			return foldApostrophes.Replace(word)
		}
	}
	return word
}

// foldSentence returns a sentence's words as they are compared, one space
// between each and without punctuation: equal when two sentences say the same
// word for word.
func foldSentence(tokens []Token) string {
	size := 0
	for i := range tokens {
		size += len(tokens[i].Text) + 1
	}
	var b strings.Builder
	b.Grow(size)
	for i := range tokens {
		if tokens[i].Class == Punctuation {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(tokens[i].Text)
	}
	return b.String()
}

// Stem returns what two forms of one word have in common.
func (t *Token) Stem() string {
	if t.Entry.Stem != "" {
		return t.Entry.Stem
	}
	return t.Text
}

// Beginning returns an article of which the sentences from one on are not compared.
func Beginning(whole *corpus.Article, from int) *corpus.Article {
	a := *whole
	a.Sentences = slices.Clone(a.Sentences)
	for k := from; k < len(a.Sentences); k++ {
		if a.Sentences[k].Kind.Compared() {
			a.Sentences[k].Kind = prose.Uncompared
		}
	}
	return &a
}
