package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/corpus/fold"
)

// Sentences returns the sentences of text in order, all of kind Body. Together
// they hold every byte of the paragraphs that is not white space. A paragraph ends a sentence;
// inside one, a full stop, a question mark, an exclamation mark or an ellipsis
// does if what is around it says so. Marks that close a quotation or a
// bracket belong to the sentence they close, and so does the speaker who
// follows a question: “Why now?” he asked.
func Sentences(text string) []Sentence {
	c := splitter{text: text, out: make([]Sentence, 0, len(text)/120+1)}
	for i, p := range Paragraphs(text) {
		c.paragraph(p, i)
	}
	return c.out
}

// A splitter cuts one text into sentences, a paragraph at a time.
type splitter struct {
	text    string
	out     []Sentence
	s       string          // the paragraph
	start   int             // where the sentence at hand begins in s
	read    int             // s[start:read] holds no letter or digit
	quotes  int             // straight double quotation marks so far
	common  map[string]bool // words of the text in lower case; nil until asked for
	samples int             // offset up to which quotes are counted
	tongue  *tongue         // the language of the text, when known is set
	known   bool

	tongueHere *tongue // that of the paragraph, when knownHere is set
	knownHere  bool
}

// paragraph cuts the paragraph p, which is the one of number n.
func (c *splitter) paragraph(p Span, n int) {
	c.s, c.start, c.read, c.quotes, c.samples, c.knownHere = p.Of(c.text), 0, 0, 0, 0, false
	first := len(c.out)
	add := func(end int) {
		for _, part := range parts(c.s[:end], c.start) {
			c.out = append(c.out, Sentence{Span: Span{p.Start + part.Start, p.Start + part.End}, Paragraph: int32(n)})
		}
	}
	for i := 0; i < len(c.s); {
		size := terminal(c.s[i:])
		if size == 0 && c.s[i] == ';' && greekAsks(c.s, i) {
			size = 1
		}
		if size == 0 {
			i++
			continue
		}
		m := c.measure(i, i+size)
		if m.next < len(c.s) && c.ends(m) && c.hasWord(m.closed) {
			add(m.closed)
			c.start, c.read = m.next, m.next
		}
		i = m.closed
	}
	if len(c.out) > first && !c.hasWord(len(c.s)) {
		c.out[len(c.out)-1].End = p.End // marks alone are no sentence
		return
	}
	add(len(c.s))
}

// hasWord reports whether the sentence at hand holds a letter or digit before
// end. Each byte is read once for it.
func (c *splitter) hasWord(end int) bool {
	for c.read < end {
		_, cl, n := classify(c.s[c.read:])
		if cl.wordlike() || cl == glyph {
			return true
		}
		c.read += n
	}
	return false
}

// terminal returns the length of the mark at the start of s that may end a
// sentence, and 0 if there is none.
func terminal(s string) int {
	switch s[0] {
	case '.', '!', '?':
		return 1
	case 0xE2, 0xE3, 0xEF, 0xE0, 0xD8, 0xDB, 0xD6, 0xE1: // the first bytes of those below
		r, n := utf8.DecodeRuneInString(s)
		if strings.ContainsRune("…‼⁇⁈⁉‽", r) || wide(r) {
			return n
		}
	}
	return 0
}

// wide reports whether r ends a sentence in a script that has no capitals, so
// that nothing else is needed.
func wide(r rune) bool { return strings.ContainsRune("。！？।॥؟۔｡։።។။", r) }

// greekAsks reports whether the semicolon at s[i] is the question mark of Greek.
func greekAsks(s string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s[:i], "»”\""))
	return unicode.Is(unicode.Greek, r)
}

// An ending is a place where a sentence may end, as offsets into the paragraph.
type ending struct {
	mark   int  // the first terminal mark
	closed int  // after the last mark and what it closes
	next   int  // the next character that is not white space
	points int  // full stops, an ellipsis counting as three
	loud   bool // a question mark or an exclamation mark is among the marks
	wide   bool // a mark that always ends a sentence is
	quote  bool // quotation marks were closed
	round  bool // brackets were closed
}

// measure reads the marks from offset mark on; the first one ends at i.
func (c *splitter) measure(mark, i int) ending {
	m := ending{mark: mark}
	m.count(c.s[mark:i])
	for i < len(c.s) {
		if n := terminal(c.s[i:]); n > 0 {
			m.count(c.s[i : i+n])
			i += n
			continue
		}
		if n := spacedPoint(c.s[i:]); n > 0 && !m.loud {
			m.points++
			i += n
			continue
		}
		break
	}
	m.closed, m.next = i, i
	for m.closed < len(c.s) {
		if n, _ := fold.Unseen(c.s[m.closed:]); n > 0 {
			m.closed += n
			continue
		}
		n, r := c.closer(m.closed)
		if n == 0 {
			break
		}
		m.closed += n
		if strings.ContainsRune(")]}）", r) {
			m.round = true
		} else if r != '*' && r != '_' {
			m.quote = true
		}
	}
	m.next = len(c.s) - len(strings.TrimLeftFunc(c.s[m.closed:], unicode.IsSpace))
	return m
}

// count takes note of one terminal mark.
func (m *ending) count(s string) {
	r, _ := utf8.DecodeRuneInString(s)
	switch {
	case r == '.':
		m.points++
	case r == '…':
		m.points += 3
	case wide(r):
		m.wide = true
	default:
		m.loud = true
	}
}

// spacedPoint returns the length of the " ." at the start of s that goes on
// with an ellipsis written ". . .", and 0 if there is none.
func spacedPoint(s string) int {
	for _, p := range [...]string{" .", "\u00a0.", "\u202f."} {
		if strings.HasPrefix(s, p) && classAt(s, len(p)) != digit && classAt(s, len(p)) != letter {
			return len(p)
		}
	}
	return 0
}

// closer returns the length of the closing mark at s[i:], with the space that
// a French or a carelessly set one has before it, and the mark itself.
func (c *splitter) closer(i int) (int, rune) {
	s := c.s
	gap := 0
	r, n := utf8.DecodeRuneInString(s[i:])
	if unicode.IsSpace(r) {
		gap = n
		if r, n = utf8.DecodeRuneInString(s[i+gap:]); n == 0 {
			return 0, 0
		}
	}
	after := i + gap + n
	alone := after == len(s) || !classAt(s, after).wordlike() && classAt(s, after) != glyph
	switch r {
	case '”', '’', '»', '›', ')', ']', '}', '」', '』', '）':
		if gap > 0 && classAt(s, after) != space {
			return 0, 0 // »Nein« and ”Nej” begin with these
		}
		if r == '’' && !alone {
			return 0, 0
		}
	case '\'':
		if !alone || gap > 0 && !(strings.HasPrefix(s[after:], `"`) && classAt(s, after+1) == space && !c.even(after)) {
			return 0, 0
		}
	case '"':
		if (gap > 0 || !alone) && c.even(i+gap) || gap > 0 && classAt(s, after) != space {
			return 0, 0
		}
	case '“', '‘', '«', '‹': // close a German or Danish quotation
		if gap > 0 || !alone || opensWord(s[after:]) {
			return 0, 0
		}
	case '*', '_':
		if gap > 0 || !alone {
			return 0, 0
		}
	case '[': // a footnote: [12]
		d := digitsAt(s, after)
		if gap > 0 || d == 0 || after+d >= len(s) || s[after+d] != ']' {
			return 0, 0
		}
		n += d + 1
		return n, '*'
	default:
		return 0, 0
	}
	return gap + n, r
}

// opensWord reports whether s begins with marks followed by a word.
func opensWord(s string) bool {
	rest := strings.TrimLeft(s[:min(len(s), 12)], "“‘«‹\"'")
	return len(rest) < len(s) && classAt(rest, 0).wordlike()
}

// even reports whether an even number of straight double quotation marks stand
// before offset i: the next one opens a quotation.
func (c *splitter) even(i int) bool {
	if i < c.samples {
		return (c.quotes-strings.Count(c.s[i:c.samples], `"`))%2 == 0
	}
	c.quotes += strings.Count(c.s[c.samples:i], `"`)
	c.samples = i
	return c.quotes%2 == 0
}

// ends reports whether a sentence ends at m.
func (c *splitter) ends(m ending) bool {
	if m.wide {
		return !m.quote || !attributedWide(c.s[m.next:])
	}
	if m.next == m.closed {
		return c.lostSpace(m)
	}
	rest := c.s[m.next:]
	kind, word, opened := look(rest)
	switch kind {
	case nothing, inner:
		return false
	case bullet:
		return true
	case dash:
		return m.points == 1 && !m.loud && !m.quote && c.afterPoint(m, sign, "", true)
	case lowerCase:
		// Only a quotation begins in lower case: He agreed. “it had to be,” ...
		return opened && m.points == 1 && !m.loud && !m.quote && c.afterPoint(m, sign, "", true)
	}
	switch {
	case m.loud:
		if m.quote && kind == capital && !opened && attributed(rest) {
			return false
		}
		return m.quote || !exclaiming.Has(c.wordBefore(m.mark)) || c.begins(word)
	case m.points > 1:
		return !(m.quote && kind == capital && !opened && attributed(rest))
	}
	return c.afterPoint(m, kind, word, opened)
}

// quotatives are what follows a quotation in Japanese, and wideSpeech the verbs of
// speech of Chinese: “我们不等。”市长说。
var (
	quotatives = strings.Fields("と って など という といった とも")
	wideSpeech = strings.Fields("说 說 表示 称 稱 指出 道 问道 問道 回答 强调 強調 补充 補充 告诉 告訴 写道 寫道")
)

// attributedWide reports whether what follows a closed quotation says, in a few
// characters, whose it is.
func attributedWide(rest string) bool {
	const longest = 24 // characters
	end := strings.IndexFunc(rest, func(r rune) bool { return wide(r) || strings.ContainsRune("，、：「“", r) })
	if end < 0 {
		end = len(rest)
	}
	clause := rest[:end]
	if utf8.RuneCountInString(clause) > longest {
		return false
	}
	for _, q := range quotatives {
		if strings.HasPrefix(clause, q) && !strings.HasPrefix(clause, "ところ") {
			return true
		}
	}
	for _, v := range wideSpeech {
		if strings.HasSuffix(clause, v) {
			return true
		}
	}
	return false
}

// lostSpace reports whether a sentence ends at m although no space follows.
func (c *splitter) lostSpace(m ending) bool {
	kind, word, opened := look(c.s[m.next:])
	if kind != capital {
		return false
	}
	if m.quote || m.round {
		return true
	}
	before := c.wordBefore(m.mark)
	if m.points > 1 || len(before) < 2 || strings.Contains(before, ".") || address(c.s[max(0, m.mark-longestAddress):m.mark]) {
		return false
	}
	if opened {
		return c.lookup(before) == ordinary
	}
	if m.loud {
		return !exclaiming.Has(before)
	}
	if c.lookup(before) != ordinary || domainEnds()[strings.ToLower(word)] {
		return false
	}
	r, _ := utf8.DecodeRuneInString(before)
	return c.begins(word) || unicode.IsLower(r) && len(word) > 1 && !upperAt(word, 1)
}

// address reports whether s ends inside a URL.
func address(s string) bool {
	s = s[strings.LastIndexFunc(s, unicode.IsSpace)+1:]
	return strings.Contains(s, "://") || strings.Contains(s, "www.") || strings.Contains(s, "@")
}

// wordBefore returns the letters, digits and inner points that end at s[i],
// the last 24 bytes of them at most.
func (c *splitter) wordBefore(i int) string {
	start := i
	for start > c.start && i-start < 24 {
		r, n := utf8.DecodeLastRuneInString(c.s[c.start:start])
		if !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r) && r != '.' {
			break
		}
		start -= n
	}
	return strings.TrimLeft(c.s[start:i], ".")
}
