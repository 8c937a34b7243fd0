package export

import (
	"strings"

	"parallax/diffview/layout"
)

// The signs of the text export. They are of the family that wdiff and
// CriticMarkup write, so that those who know them can read ours, and ASCII, so
// that they survive mail and print. Only braces and the backslash are special,
// which news hardly uses (square brackets, asterisks and dashes it does), and
// those get a backslash when the article has them: so a sign is never text,
// and text never a sign.
const (
	detailSign   = "{+"
	wordingSign  = "{~"
	conflictSign = "{!"
	closingSign  = "}"
	escapeSign   = `\`
)

// signs returns the signs as layout takes them.
func signs() *layout.Signs {
	s := &layout.Signs{Escape: escape.Replace, Cut: escapeSign}
	for role, open := range map[layout.Role]string{
		layout.Detail: detailSign, layout.Wording: wordingSign, layout.Conflicting: conflictSign,
	} {
		s.Open[role], s.Close[role] = open, closingSign
	}
	return s
}

var escape = strings.NewReplacer("{", `\{`, "}", `\}`, `\`, `\\`)

// Unmark removes the signs from text that Text wrote: what is left are the
// words of the articles. A word that was cut at the end of a line, where a
// backslash says so, is whole again.
func Unmark(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '{':
			if i+1 < len(s) && strings.IndexByte("+~!", s[i+1]) >= 0 {
				i++
			}
		case '}':
		case '\\':
			if i+1 < len(s) && strings.IndexByte(`{}\`, s[i+1]) >= 0 {
				i++
				b.WriteByte(s[i])
				continue
			}
			for i+1 < len(s) && (s[i+1] == ' ' || s[i+1] == '\n') {
				i++
			}
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String()
}
