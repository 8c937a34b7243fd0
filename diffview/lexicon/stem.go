package lexicon

import (
	"strings"

	"github.com/kljensen/snowball/english"
)

// Stem returns the stem of a lower-case English word by Snowball's rules
// (Porter 2): "consid" for "considering". Function words stay as they are.
func Stem(lower string) string {
	if strings.IndexByte(lower, '.') >= 0 { // "u.s.": an abbreviation has no endings
		return lower
	}
	return english.Stem(lower, false)
}
