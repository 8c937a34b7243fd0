package prose

import (
	"strings"
	"testing"
)

// A word in two lists would be what the later one says, unseen.
func TestAbbreviationsOnce(t *testing.T) {
	seen := make(map[string]int)
	for kind, words := range abbreviationWords {
		for _, w := range strings.Fields(words) {
			if other, ok := seen[w]; ok {
				t.Errorf("%q is in lists %d and %d", w, other, kind)
			}
			seen[w] = kind
			if strings.HasSuffix(w, ".") || lookup(w) != abbreviation(kind) {
				t.Errorf("%q in list %d is looked up as %d", w, kind, lookup(w))
			}
		}
	}
}

func TestLookup(t *testing.T) {
	for word, want := range map[string]abbreviation{
		"Mr": title, "mr": title, "MR": title, "Gen": title, "gen": ordinary, "Ft": title, "ft": measure, "No": numbering, "vs": joining,
		"VS": ordinary, "CA": ordinary, "Miss": name, "miss": ordinary, "sun": ordinary, "Sun": name, "JAN": name, "dam": ordinary, "": ordinary,
		"é": ordinary, "abbreviations": ordinary,
	} {
		if got := lookup(word); got != want {
			t.Errorf("lookup(%q) = %d, want %d", word, got, want)
		}
	}
}

func TestDotted(t *testing.T) {
	for s, want := range map[string]string{
		"U.S. ships": "U.S.", "U.S": "U.S", "a.m.": "a.m.", "Ph.D.’s": "Ph.D.", "J.K. Marsh": "J.K.", "said.The": "", "no.I": "", "3.7": "",
		"U.S.Senate": "U.S.", "A.": "", "": "", "É.U.": "É.U.",
	} {
		if got := s[:dotted(s)]; got != want {
			t.Errorf("dotted(%q) = %q, want %q", s, got, want)
		}
	}
}
