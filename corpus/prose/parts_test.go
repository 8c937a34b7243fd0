package prose

import (
	"strings"
	"testing"
	"unicode"
)

// What has no full stop for pages is cut between words, and nothing of it is
// lost.
func TestLongSentences(t *testing.T) {
	for _, tt := range []struct {
		name, text, end string // end: how all parts but the last end
	}{
		{"a list of numbers", strings.Repeat("1204 ", 4000), "1204"},
		{"a transcript", strings.Repeat("and then he said, well no ", 800), ","},
		{"no space at all", strings.Repeat("[", 20000), "["},
		{"no space, two bytes each", strings.Repeat("é", 20001), "é"},
		{"spaces that are wide", strings.Repeat("word"+strings.Repeat(" ", 3000), 5), "word"},
	} {
		all := Sentences(tt.text)
		var joined strings.Builder
		for k, s := range all {
			part := s.Of(tt.text)
			if s.Len() > mostBytes || part != strings.TrimSpace(part) || k < len(all)-1 && !strings.HasSuffix(part, tt.end) {
				t.Errorf("%s: part %d has %d bytes and ends with %.9q", tt.name, k, s.Len(), part[max(0, len(part)-9):])
			}
			joined.WriteString(part)
		}
		if len(all) < 5 || squeeze(joined.String()) != squeeze(tt.text) {
			t.Errorf("%s: %d parts do not hold the text", tt.name, len(all))
		}
	}
}

func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}
