package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/corpus/fold"
)

// Paragraphs returns the paragraphs of text in order, without the white space
// around them. Together they hold every byte that is not white space, but for
// lines of nothing but invisible characters: they are blank too.
//
// Blank lines always divide paragraphs. Whether a single line break does
// depends on the block it is in: in most files each line is a paragraph, but
// mail and old archives break lines at a fixed width, inside sentences. Such
// blocks are told by lines that go on in lower case; in them a line break
// divides paragraphs only where the next word would still have fitted. The
// line breaks inside a paragraph read as spaces.
func Paragraphs(text string) []Span {
	lines := splitLines(text)
	file := measureWrap(text, lines)
	var out []Span
	for i := 0; i < len(lines); {
		end := i + 1
		for end < len(lines) && !lines[end].gap {
			end++
		}
		block := lines[i:end]
		w := measureWrap(text, block)
		if w.long = file.long; !w.certain() {
			if w = file; !file.certain() || file.long {
				w = wrap{}
			}
		}
		out = append(out, block[0].Span)
		for k := 1; k < len(block); k++ {
			if w.joins(text, block[k-1], block[k]) {
				out[len(out)-1].End = block[k].End
			} else {
				out = append(out, block[k].Span)
			}
		}
		i = end
	}
	return out
}

// A line is one line of a text that is not blank, trimmed.
type line struct {
	Span
	width  int  // in runes
	indent int  // white space before it, in bytes
	gap    bool // the first of a block: a blank line or nothing comes before it
}

func splitLines(text string) []line {
	var lines []line
	gap := true
	for i := 0; i < len(text); {
		end, next := len(text), len(text)
		if n := strings.IndexFunc(text[i:], isBreak); n >= 0 {
			end = i + n
			_, size := utf8.DecodeRuneInString(text[end:])
			next = end + size
			if text[end] == '\r' && next < len(text) && text[next] == '\n' {
				next++
			}
		}
		s := strings.TrimSpace(text[i:end])
		if fold.Blank(s) {
			gap = true
		} else {
			start := end - len(strings.TrimLeftFunc(text[i:end], unicode.IsSpace))
			indent := start - i
			lines = append(lines, line{Span{start, start + len(s)}, widthOf(s), indent, gap})
			gap = false
		}
		i = next
	}
	return lines
}

// widthOf returns how wide a text was where its lines were broken, in runes.
func widthOf(s string) int { return utf8.RuneCountInString(fold.Letters(s)) }

// isBreak reports whether r ends a line.
func isBreak(r rune) bool {
	return r >= '\n' && r <= '\r' || r == '\u0085' || r == '\u2028' || r == '\u2029'
}

const (
	narrowestWrap = 40  // runes; shorter lines are lists and addresses
	widestWrap    = 100 // runes; mail wraps at 60 to 80, some archives at 99
)

// A wrap is what some lines tell about being broken at a fixed width.
type wrap struct {
	width int  // the widest line known to be broken inside a sentence, in runes
	full  int  // line breaks where the next word would not have fitted
	onto  int  // those of them after which a sentence goes on in lower case
	long  bool // the file has prose in longer lines too
}

// measureWrap looks at the breaks between lines that no blank line divides.
func measureWrap(text string, lines []line) wrap {
	var w wrap
	for k, l := range lines {
		if l.width > widestWrap && strings.Count(l.Of(text)[:widestWrap], " ") > 5 {
			w.long = true
		}
		if k > 0 && !l.gap && lines[k-1].width <= widestWrap && goesOn(text, lines[k-1], l) {
			w.width = max(w.width, lines[k-1].width)
		}
	}
	for k := 1; k < len(lines); k++ {
		a, b := lines[k-1], lines[k]
		if b.gap || a.width > widestWrap || fits(text, a, b, w.width) {
			continue
		}
		w.full++
		if goesOn(text, a, b) {
			w.onto++
		}
	}
	return w
}

// certain reports whether the lines are broken at a fixed width. In English
// prose two of three lines so broken go on in lower case; in German one of two.
func (w wrap) certain() bool {
	if w.width < narrowestWrap || w.onto*5 < w.full*2 {
		return false
	}
	return !w.long || w.onto >= 3
}

// joins reports whether line b goes on with the paragraph of line a above it.
func (w wrap) joins(text string, a, b line) bool {
	if w.width == 0 || a.width > widestWrap || b.indent >= a.indent+2 || startsItem(a.Of(text), b.Of(text)) {
		return false
	}
	if endsSentence(a.Of(text)) {
		return !fits(text, a, b, w.width)
	}
	// Lines are filled to the last word only by machines that wrap strictly;
	// text taken from a page layout is ragged.
	slack := w.width / 8
	if goesOn(text, a, b) {
		slack = w.width * 3 / 4 // a line that was cut short later
	}
	return !fits(text, a, b, w.width-slack)
}

// fits reports whether the first word of b could have stood on line a.
func fits(text string, a, b line, width int) bool {
	word := b.Of(text)
	if n := strings.IndexFunc(word, unicode.IsSpace); n >= 0 {
		word = word[:n]
	}
	return a.width+1+widthOf(word) <= width
}

// goesOn reports whether a sentence of line a plainly goes on in line b.
func goesOn(text string, a, b line) bool {
	s := b.Of(text)
	return lowerAt(s, 0) && !camel(s) && !endsSentence(a.Of(text))
}

// endsSentence reports whether a sentence may end with the last mark of s.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "\"”’'»)]*_ ")
	return strings.HasSuffix(s, "…") || s != "" && strings.IndexByte(".!?:", s[len(s)-1]) >= 0
}

// startsItem reports whether the line s below the line above begins with a
// bullet, a quoting mark or the number of a list.
func startsItem(above, s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	if strings.ContainsRune("•‣▪●◦*>", r) {
		return true
	}
	if (r == '-' || r == '–' || r == '—') && strings.HasPrefix(s[n:], " ") {
		return endsSentence(above) || strings.HasPrefix(above, s[:n]) // else it is an aside
	}
	d := digitsAt(s, 0)
	return d > 0 && d < 3 && len(s) > d+1 && (s[d] == '.' || s[d] == ')') && s[d+1] == ' '
}

// camel reports whether s begins with a name like iPhone or eBay, which starts
// sentences as it is.
func camel(s string) bool {
	_, n := utf8.DecodeRuneInString(s)
	return lowerAt(s, 0) && upperAt(s, n)
}
