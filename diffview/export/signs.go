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
