package raw

import (
	"strings"
	"testing"
)

func TestLooksURL(t *testing.T) {
	for in, want := range map[string]bool{
		"https://herald.example/a": true, "HTTP://HERALD.EXAMPLE": true, "www.herald.example": true, "herald.example/2025/a": true,
		"herald.example": false, "The Herald": false, "AP/Reuters": false, "Herald. A daily": false, "": false,
	} {
		if got := IsURL(in); got != want {
			t.Errorf("isURL(%q) = %v", in, got)
		}
	}
}

// TestOneLine holds the quick way against the plain one.
func TestOneLine(t *testing.T) {
	for _, s := range []string{
		"", " ", "a", "a b", " a b ", "a  b", "a\nb", "\ta\v b\f", "a\u00a0b", "\u00a0a", "a\u0085b", "a\u2003b", "a\u2028b", "a\u202fb", "a\u205fb", "a\u3000b", "a\u1680b",
		"“a” – ’b’", "déjà vu", "東京 都", "a\x00b", "\xe2\x80", "a \xc2",
	} {
		if got, want := OneLine(s), strings.Join(strings.Fields(s), " "); got != want {
			t.Errorf("%q is %q, want %q", s, got, want)
		}
	}
}
