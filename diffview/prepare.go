package diffview

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/diffview/lexicon"
)

// A Prepared article is ready to be compared with any other: tokens, stems,
// weights and quantities are worked out once. It never changes, and may be
// used by several comparisons at a time.
type Prepared struct {
	Article *corpus.Article

	language   lexicon.Language
	sentences  []sentence // those that are compared, in order
	tokens     []token    // of all those sentences, in order
	quantities []quantity // in order
	vocabulary            // its terms and trigrams, numbered
	moments    []moment   // in order
	naming                // the persons, places and things it speaks of
	quoting               // what it gives as somebody's words
}

// A sentence is one compared sentence of an article.
type sentence struct {
	index       int            // into Article.Sentences
	first, last int            // its tokens: [first, last) of Prepared.tokens
	content     int            // how many of them are content words or numbers
	text        string         // its words as they are compared, one space between
	grams       []gramCount    // its letter trigrams, ascending
	vector      lexicon.Vector // the sum of its content words, by rarity in the language, of unit length
}

// length returns how many tokens a sentence has.
func (s *sentence) length() int { return s.last - s.first }

// A class says what a token can do in a comparison.
type class uint8

const (
	content  class = iota // a word that carries meaning of its own
	function              // an article, a preposition, an auxiliary, a pronoun
	number                // written in digits
	punct                 // punctuation; never aligned
)

// A token is a prose.Word with what the lexicon knows of it.
type token struct {
	prose.Span
	text     string // folded: lower case, straight apostrophes
	entry    lexicon.Entry
	class    class
	upper    bool // begins with a capital
	capital  bool // begins with a capital and does not begin a sentence
	quoted   bool // stands inside quotation marks
	quantity int  // the quantity it is part of: an index into Prepared.quantities, or -1
}

// matters reports whether the token takes part in deciding what a sentence says.
func (t *token) matters() bool { return t.class == content || t.class == number }

// mostTokens is how much of an article is prepared: as much as can be compared
// with as much again; see mostSteps.
const mostTokens = 400_000

// Prepare works out what comparisons need of an article. What is beyond
// mostTokens is left out.
func Prepare(a *corpus.Article) *Prepared {
	p := &Prepared{Article: a, language: lexicon.Detect(a.Text)}
	p.tokens = make([]token, 0, len(a.Text)/5)
	quoting, paragraph := false, -1
	for i, s := range a.Sentences {
		if !s.Kind.Compared() {
			continue
		}
		if len(p.tokens) > mostTokens {
			p.Article = cut(a, i)
			break
		}
		if s.Paragraph != paragraph { // a quotation left open ends with its paragraph
			quoting, paragraph = false, s.Paragraph
		}
		first := len(p.tokens)
		quoting = p.tokenize(s.Span, quoting)
		last := len(p.tokens)
		n := 0
		for k := first; k < last; k++ {
			if p.tokens[k].matters() {
				n++
			}
		}
		text := foldSentence(p.tokens[first:last])
		if text == "" { // "…": nothing but marks
			text = prose.Fold(s.Of(a.Text))
		}
		p.sentences = append(p.sentences, sentence{index: i, first: first, last: last, content: n, text: text})
		p.findQuantities(first, last)
		p.findMoments(first, last)
	}
	p.number()
	p.findNames()
	p.findQuotations()
	return p
}

// tokenize appends the tokens of one sentence. quoting says whether it begins
// inside a quotation; what comes back is whether it ends inside one.
func (p *Prepared) tokenize(s prose.Span, quoting bool) bool {
	begins := true
	for _, w := range prose.Words(p.Article.Text, s) {
		raw := w.Of(p.Article.Text)
		t := token{Span: w.Span, text: fold(raw), quantity: -1, quoted: quoting}
		if w.Punct {
			switch raw {
			case "“", "„", "«":
				quoting = true
			case "”", "»":
				quoting = false
			case `"`:
				quoting = !quoting
			}
			t.class = punct
			t.entry = lexicon.Entry{ID: -1, Rank: lexicon.UnknownRank}
			p.tokens = append(p.tokens, t)
			continue
		}
		r, _ := utf8.DecodeRuneInString(raw)
		t.upper = unicode.IsUpper(r)
		t.capital = t.upper && !begins
		begins = false
		t.entry = lexicon.LookupIn(p.language, t.text)
		switch {
		case unicode.IsDigit(r):
			t.class = number
		case lexicon.Function(t.entry):
			t.class = function
		}
		p.tokens = append(p.tokens, t)
	}
	return quoting
}

// foldApostrophes makes the two apostrophes news texts use one.
var foldApostrophes = strings.NewReplacer("’", "'", "‘", "'", "ʼ", "'")

// fold returns a word as it is compared: lower case, straight apostrophes.
func fold(word string) string { return foldApostrophes.Replace(strings.ToLower(word)) }

// foldSentence returns a sentence's words as they are compared, one space
// between each and without punctuation: equal when two sentences say the same
// word for word.
func foldSentence(tokens []token) string {
	var b strings.Builder
	for i := range tokens {
		if tokens[i].class == punct {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(tokens[i].text)
	}
	return b.String()
}

// stem returns what two forms of one word have in common.
func (t *token) stem() string {
	if t.entry.Stem != "" {
		return t.entry.Stem
	}
	return t.text
}

// cut returns an article of which the sentences from one on are not compared.
func cut(whole *corpus.Article, from int) *corpus.Article {
	a := *whole
	a.Sentences = slices.Clone(a.Sentences)
	for k := from; k < len(a.Sentences); k++ {
		if a.Sentences[k].Kind.Compared() {
			a.Sentences[k].Kind = prose.Uncompared
		}
	}
	return &a
}
