package judge

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/corpus"
	"parallax/corpus/fold"
	"parallax/corpus/prose"
	"parallax/diffview"
)

// Findings are what of one or more answers about a pair can be believed. Sentences
// are indexes into the articles' Sentences, words are spans of their texts.
type Findings struct {
	links     []foundLink
	conflicts []foundConflict
	only      []foundOnly
	refused   [][2]int
	Dropped   []string // what was not believed, in words, in the order of the answers
}

type foundLink struct {
	sentences [2]int
	core      bool
	differ    bool
}

type foundConflict struct {
	sentences [2]int
	spans     [2]prose.Span
	kind      diffview.ConflictKind
	core      bool
	reason    string
}

type foundOnly struct {
	side     diffview.Side
	sentence int
	words    []prose.Span
}

// kinds are the kinds of conflicts by the names an answer has for them.
var kinds = map[string]diffview.ConflictKind{
	"number": diffview.NumberConflict, "date": diffview.DateConflict, "name": diffview.NameConflict, "quote": diffview.QuoteConflict,
	"attribution": diffview.AttributionConflict, "polarity": diffview.PolarityConflict, "certainty": diffview.CertaintyConflict, "other": diffview.OtherConflict,
}

// Check reads an answer about a comparison and returns what of it can be believed.
// The error is ErrForm when nothing can be read at all.
func Check(c *diffview.Comparison, text string) (Findings, error) {
	said, err := read(text)
	if err != nil {
		return Findings{}, err
	}
	k := checker{articles: c.Articles, Findings: Findings{Dropped: said.dropped}}
	for side, a := range c.Articles {
		k.sentences[side] = compared(a)
	}
	for _, l := range said.links {
		k.link(l)
	}
	for _, x := range said.conflicts {
		k.conflict(x)
	}
	for _, o := range said.only {
		k.onlyHere(o)
	}
	for _, l := range said.refuse {
		if s, ok := k.pair("refuse", l.Left, l.Right); ok {
			k.refused = append(k.refused, s)
		}
	}
	return k.Findings, nil
}

// Join returns the findings of several answers about one pair.
func Join(all ...Findings) (out Findings) {
	for _, f := range all {
		out.links = append(out.links, f.links...)
		out.conflicts = append(out.conflicts, f.conflicts...)
		out.only = append(out.only, f.only...)
		out.refused = append(out.refused, f.refused...)
		out.Dropped = append(out.Dropped, f.Dropped...)
	}
	return out
}

// Mirror returns findings about the pair with its sides exchanged.
func (f Findings) Mirror() Findings {
	out := Findings{Dropped: f.Dropped}
	for _, l := range f.links {
		l.sentences[0], l.sentences[1] = l.sentences[1], l.sentences[0]
		out.links = append(out.links, l)
	}
	for _, x := range f.conflicts {
		x.sentences[0], x.sentences[1] = x.sentences[1], x.sentences[0]
		x.spans[0], x.spans[1] = x.spans[1], x.spans[0]
		out.conflicts = append(out.conflicts, x)
	}
	for _, o := range f.only {
		o.side = o.side.Other()
		out.only = append(out.only, o)
	}
	for _, r := range f.refused {
		out.refused = append(out.refused, [2]int{r[1], r[0]})
	}
	return out
}

// A checker holds an answer against the articles.
type checker struct {
	articles  [2]*corpus.Article
	sentences [2][]int // by side: the sentence of each number, from 1
	Findings
}

func (k *checker) drop(format string, args ...any) {
	k.Dropped = append(k.Dropped, fmt.Sprintf(format, args...))
}

// pair returns the sentences of two numbers, if they exist.
func (k *checker) pair(what string, left, right int) (s [2]int, ok bool) {
	for side, n := range [2]int{left, right} {
		if n < 1 || n > len(k.sentences[side]) {
			k.drop("%s L%d-R%d: the %s article has no sentence %d", what, left, right, [2]string{"left", "right"}[side], n)
			return s, false
		}
		s[side] = k.sentences[side][n-1]
	}
	return s, true
}

func (k *checker) link(l saidLink) {
	s, ok := k.pair("link", l.Left, l.Right)
	switch {
	case !ok:
	case l.Grade != "core" && l.Grade != "loose":
		k.drop("link L%d-R%d: unknown grade %s", l.Left, l.Right, quoted(l.Grade))
	case l.Relation != "agree" && l.Relation != "detail" && l.Relation != "differ":
		k.drop("link L%d-R%d: unknown relation %s", l.Left, l.Right, quoted(l.Relation))
	default:
		k.links = append(k.links, foundLink{s, l.Grade == "core", l.Relation == "differ"})
	}
}

func (k *checker) conflict(x saidConflict) {
	s, ok := k.pair("conflict", x.Left, x.Right)
	if !ok {
		return
	}
	kind, ok := kinds[x.Kind]
	if !ok || x.Grade != "core" && x.Grade != "minor" {
		k.drop("conflict L%d-R%d: unknown kind or grade %s %s", x.Left, x.Right, quoted(x.Kind), quoted(x.Grade))
		return
	}
	out := foundConflict{sentences: s, kind: kind, core: x.Grade == "core", reason: reason(x.Reason)}
	for side, words := range [2]string{x.LeftWords, x.RightWords} {
		if out.spans[side], ok = k.find(side, s[side], words); !ok {
			k.drop("conflict L%d-R%d: the %s sentence does not have %s", x.Left, x.Right, [2]string{"left", "right"}[side], quoted(words))
			return
		}
	}
	if k.same(out) {
		k.drop("conflict L%d-R%d: both have %s", x.Left, x.Right, quoted(x.LeftWords))
		return
	}
	k.conflicts = append(k.conflicts, out)
}

// same reports whether the words of a conflict are the same, so that nothing
// conflicts. Who did it may differ with the words the same: that is said of other
// words than these.
func (k *checker) same(x foundConflict) bool {
	var words [2]string
	for side, s := range x.spans {
		words[side] = strings.ToLower(fold.String(prose.Fold(s.Of(k.articles[side].Text))))
	}
	return words[0] == words[1]
}

func (k *checker) onlyHere(o saidOnly) {
	side := slices.Index([]string{"left", "right"}, o.Side)
	if side < 0 {
		k.drop("only: unknown side %s", quoted(o.Side))
		return
	}
	if o.Sentence < 1 || o.Sentence > len(k.sentences[side]) {
		k.drop("only: the %s article has no sentence %d", o.Side, o.Sentence)
		return
	}
	out := foundOnly{side: diffview.Side(side), sentence: k.sentences[side][o.Sentence-1]}
	for _, words := range o.Words {
		if strings.TrimSpace(words) == "" {
			continue
		}
		at, ok := k.find(side, out.sentence, words)
		if !ok {
			k.drop("only: sentence %d of the %s article does not have %s", o.Sentence, o.Side, quoted(words))
			return // what it says of this sentence cannot be trusted
		}
		out.words = append(out.words, at)
	}
	k.only = append(k.only, out)
}

// find returns where words stand in a sentence: the same letters, whatever the
// form of quotation marks, dashes and white space, from the beginning of a word to
// the end of one. Words in other letters than these are found where nothing else
// is.
func (k *checker) find(side, sentence int, words string) (prose.Span, bool) {
	text, at := k.articles[side].Text, k.articles[side].Sentences[sentence].Span
	want := newForm(strings.TrimSpace(words), 0)
	if len(want.text) == 0 {
		return prose.Span{}, false
	}
	here := newForm(at.Of(text), at.Start)
	for _, lower := range []bool{false, true} {
		a, b := here.text, want.text
		if lower {
			a, b = lowered(a), lowered(b)
		}
		for from := 0; ; {
			n := strings.Index(a[from:], b)
			if n < 0 {
				break
			}
			n += from
			if whole(a, n, n+len(b)) {
				return prose.Span{Start: here.starts[n], End: here.ends[n+len(b)-1]}, true
			}
			from = n + 1
		}
	}
	return prose.Span{}, false
}

// A form is a passage as it is compared, with the place in the article of each
// byte.
type form struct {
	text         string
	starts, ends []int
}

// newForm returns the folded form of a passage that begins at an offset, each run
// of white space as one space.
func newForm(s string, offset int) (f form) {
	var b strings.Builder
	for i := 0; i < len(s); {
		letters, n := fold.Next(s[i:])
		if r, _ := utf8.DecodeRuneInString(s[i:]); unicode.IsSpace(r) {
			letters = " "
		}
		if letters == " " && strings.HasSuffix(b.String(), " ") {
			letters = ""
		}
		b.WriteString(letters)
		for range len(letters) {
			f.starts, f.ends = append(f.starts, offset+i), append(f.ends, offset+i+n)
		}
		i += n
	}
	f.text = b.String()
	return f
}

// lowered returns a text in small letters, those that stay as many bytes.
func lowered(s string) string {
	return strings.Map(func(r rune) rune {
		if l := unicode.ToLower(r); utf8.RuneLen(l) == utf8.RuneLen(r) {
			return l
		}
		return r
	}, s)
}

// whole reports whether no word begins or ends outside [from, to).
func whole(s string, from, to int) bool {
	letter := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }
	before, _ := utf8.DecodeLastRuneInString(s[:from])
	first, _ := utf8.DecodeRuneInString(s[from:])
	last, _ := utf8.DecodeLastRuneInString(s[:to])
	after, _ := utf8.DecodeRuneInString(s[to:])
	return !(from > 0 && letter(before) && letter(first)) && !(to < len(s) && letter(last) && letter(after))
}

// mostReason is how many bytes of a reason are kept.
const mostReason = 240

// reason returns a model's reason as one line that can be shown.
func reason(said string) string {
	said = corpus.Printable(prose.Fold(strings.ToValidUTF8(said, "�")))
	if len(said) > mostReason {
		said = strings.ToValidUTF8(said[:mostReason], "") + "…"
	}
	return said
}

// quoted returns what an answer says in quotation marks, as one short line.
func quoted(said string) string {
	said = corpus.Printable(prose.Fold(strings.ToValidUTF8(said, "�")))
	if len(said) > 60 {
		said = strings.ToValidUTF8(said[:60], "") + "…"
	}
	return "“" + said + "”"
}
