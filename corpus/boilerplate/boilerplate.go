// Package boilerplate knows the lines that pages have around their articles in
// languages other than English: a line goes in, what it is comes out. The tables
// are in languages.go.
package boilerplate

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// A Kind is what a line of a page is.
type Kind int

const (
	None       Kind = iota // the article's, as far as this package knows
	Label                  // a button, a heading of a list: no article has it
	Rights                 // who owns the text
	Pointer                // to another article: "Lesen Sie auch: …"
	Credit                 // of a picture or a source: "Foto: …"
	Invitation             // to subscribe, follow, share
)

// The longest lines looked at, in characters.
const (
	maxLine       = 240
	maxShort      = 80  // of an invitation that does not say to what
	maxPointer    = 160 // of a pointer without a colon
	maxCreditLine = 120
	maxRights     = 80 // bytes of a line without ©
)

// Of returns what a line is. It should be a paragraph by itself. The first word
// decides for most lines, so that those of an article cost next to nothing.
func Of(line string) Kind {
	if len(line) > maxLine*utf8.UTFMax || utf8.RuneCountInString(line) > maxLine {
		return None
	}
	t := tables()
	first, _, _ := strings.Cut(strings.TrimLeft(line, openers), " ")
	phrases := t.phrases[strings.ToLower(strings.TrimRight(first, ":.,!"))]
	if len(phrases) == 0 && len(line) > maxRights && !strings.Contains(line, "©") {
		return None
	}
	low := bare(line)
	if t.labels[low] {
		return Label
	}
	for _, r := range t.rights {
		if strings.Contains(low, r) {
			return Rights
		}
	}
	for _, p := range phrases {
		if kind := p.of(line, low); kind != None {
			return kind
		}
	}
	return None
}

// of returns what a line is that may begin with a phrase.
func (p phrase) of(line, low string) Kind {
	rest, begins := strings.CutPrefix(low, p.text)
	if !begins || rest != "" && !endOfWord(rest) {
		return None
	}
	after := strings.TrimLeft(rest, " .")
	colon := after != "" && strings.ContainsRune(":|>»/–—-", firstRune(after))
	switch p.kind {
	case Pointer:
		capitals := isCapitals(line, len(p.text))
		if after == "" || colon || (capitals || p.sure) && utf8.RuneCountInString(line) <= maxPointer && !endsSentence(line) {
			return Pointer
		}
	case Credit:
		if n := utf8.RuneCountInString(line); colon && n <= maxCreditLine && !endsSentence(line) && isCredit(strings.Trim(after, ":|>»/–—- ")) {
			return Credit
		}
	case Invitation:
		if p.sure || hasAny(low, tables().offers) || utf8.RuneCountInString(line) <= maxShort && !endsSentence(line) {
			return Invitation
		}
	}
	return None
}

// openers are what may come before the first word of a line.
const openers = " .…»›>→▶►▼▾•·|*-–—_=+#[](){}<«‹"

// isCredit reports whether what follows the label of a credit can be whom or what
// it names: it is short. "Sources: …" begins headlines, too.
func isCredit(named string) bool {
	const longest = 7 // words
	return len(named) > 1 && len(strings.Fields(named)) <= longest
}

// bare returns a line in lower case, with one space between words, without the
// bullets and arrows around it.
func bare(line string) string {
	low := strings.ToLower(strings.Join(strings.Fields(line), " "))
	return strings.Trim(strings.ReplaceAll(low, "’", "'"), openers+"!")
}

func endOfWord(rest string) bool {
	r := firstRune(rest)
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-'
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// isCapitals reports whether about the first n bytes of a line have letters and
// no small one.
func isCapitals(line string, n int) bool {
	letters := false
	for _, r := range line[:min(n, len(line))] {
		if unicode.IsLower(r) {
			return false
		}
		letters = letters || unicode.IsUpper(r)
	}
	return letters
}

func endsSentence(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, `"'”’»)]`))
	return strings.ContainsRune(".!", r)
}

func hasAny(s string, parts []string) bool {
	for _, p := range parts {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}

// A phrase is what a line of a kind begins with; sure says that it needs no
// more.
type phrase struct {
	text string
	kind Kind
	sure bool
}

type table struct {
	labels  map[string]bool
	rights  []string
	offers  []string // what one is invited to
	phrases map[string][]phrase
}

var tables = sync.OnceValue(func() table {
	t := table{labels: make(map[string]bool), phrases: make(map[string][]phrase)}
	each := func(list string, do func(string)) {
		for line := range strings.Lines(list) {
			for p := range strings.SplitSeq(strings.TrimSpace(line), "|") {
				if p != "" {
					do(p)
				}
			}
		}
	}
	each(labels, func(s string) { t.labels[s] = true })
	each(rights, func(s string) { t.rights = append(t.rights, s) })
	each(offers, func(s string) { t.offers = append(t.offers, s) })
	for _, list := range []struct {
		text string
		kind Kind
	}{{pointers, Pointer}, {credits, Credit}, {invitations, Invitation}} {
		each(list.text, func(s string) {
			text, weak := strings.CutSuffix(s, "?")
			first, _, _ := strings.Cut(text, " ")
			t.phrases[first] = append(t.phrases[first], phrase{text, list.kind, !weak})
		})
	}
	return t
})
