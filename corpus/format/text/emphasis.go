package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const escapable = "\\`*_{}[]()<>#+-.!|~=&\"'$%,/:;?@^"

// escapeBase is where escaped signs are kept while a line is worked on: in
// the last private plane, which no text uses.
const escapeBase = 0x10FE00

// hideEscapes replaces a backslash and the sign it escapes by one character
// without a meaning.
func hideEscapes(line string) string {
	if !strings.Contains(line, "\\") {
		return line
	}
	var b strings.Builder
	for i := 0; i < len(line); i++ {
		if line[i] == '\\' && i+1 < len(line) && strings.IndexByte(escapable, line[i+1]) >= 0 {
			b.WriteRune(escapeBase + rune(line[i+1]))
			i++
			continue
		}
		b.WriteByte(line[i])
	}
	return b.String()
}

// showEscapes undoes hideEscapes, without the backslashes.
func showEscapes(line string) string {
	return strings.Map(func(r rune) rune {
		if r >= escapeBase && r < escapeBase+utf8.RuneSelf {
			return r - escapeBase
		}
		return r
	}, line)
}

// A run is a row of one sign of emphasis in a line.
type run struct {
	start, end  int
	sign        byte
	opens, ends bool
	drop        bool
}

// dropEmphasis takes the signs away that open and close emphasis, code or
// strike-through. As in CommonMark a run opens before a word and ends after
// one; unlike there a single * or _ inside a word ("f*cking", "snake_case")
// is the author's own.
func dropEmphasis(line string) string {
	runs := emphasisRuns(line)
	for i := range runs {
		if !runs[i].opens || runs[i].drop {
			continue
		}
		for j := i + 1; j < len(runs); j++ {
			c := &runs[j]
			if c.ends && !c.drop && c.sign == runs[i].sign && c.end-c.start == runs[i].end-runs[i].start {
				runs[i].drop, c.drop = true, true
				break
			}
		}
	}
	var b strings.Builder
	from := 0
	for _, r := range runs {
		if r.drop {
			b.WriteString(line[from:r.start])
			from = r.end
		}
	}
	b.WriteString(line[from:])
	return b.String()
}

// maxRuns is how many rows of signs a line may have that are looked at: no line
// that people write has as many, and what opens is sought among all that follow.
const maxRuns = 1000

// emphasisRuns returns the rows of signs in a line, none when there are too many.
func emphasisRuns(line string) []run {
	var out []run
	for i := 0; i < len(line); {
		sign := line[i]
		if strings.IndexByte("*_`~=", sign) < 0 {
			i++
			continue
		}
		j := i
		for j < len(line) && line[j] == sign {
			j++
		}
		if r := (run{start: i, end: j, sign: sign}); r.isEmphasis() {
			before, _ := utf8.DecodeLastRuneInString(line[:i])
			after, _ := utf8.DecodeRuneInString(line[j:])
			inner := before != utf8.RuneError && after != utf8.RuneError && isWordRune(before) && isWordRune(after)
			single := j-i == 1 || sign == '_'
			r.opens = j < len(line) && !unicode.IsSpace(after) && !(inner && single) && !(isWordRune(before) && !isWordRune(after) && i > 0)
			r.ends = i > 0 && !unicode.IsSpace(before) && !(inner && single)
			if out = append(out, r); len(out) > maxRuns {
				return nil
			}
		}
		i = j
	}
	return out
}

// isEmphasis reports whether a row of signs of this length means anything.
func (r run) isEmphasis() bool {
	n := r.end - r.start
	switch r.sign {
	case '*', '_':
		return n <= 3
	case '`':
		return n <= 2
	}
	return n == 2 // ~~struck~~, ==marked==
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
