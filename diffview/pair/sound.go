package pair

import "strings"

// sounds writes the ways in which one sound of a name is transcribed as one.
var sounds = strings.NewReplacer("ph", "f", "gh", "g", "kh", "k", "th", "t", "dh", "d", "ck", "k", "q", "k", "c", "k", "x", "ks", "w", "v",
	"iy", "i", "yi", "i", "ij", "i", "yy", "i", "y", "i", "ee", "i", "ei", "i", "ai", "i", "ou", "u", "oo", "u", "o", "u", "j", "i", "z", "s", "e", "a")

// SameSound reports whether two spellings, in small letters, differ only as
// transcriptions of one name do ("yanukovich", "yanukovych"), or in number.
func SameSound(a, b string) bool {
	if len(a) > 1 && len(b) > 1 && firstSound(a[0]) != firstSound(b[0]) {
		return false
	}
	plain := func(s string) string {
		s = strings.TrimSuffix(s, "s")
		if strings.HasSuffix(s, "ah") || strings.HasSuffix(s, "eh") {
			s = s[:len(s)-1]
		}
		s = sounds.Replace(s)
		out := ""
		for k := range len(s) {
			if k == 0 || s[k] != s[k-1] {
				out += s[k : k+1]
			}
		}
		return out
	}
	return plain(a) == plain(b)
}

// firstSound returns one letter for all that may begin one sound, whatever comes
// after them.
func firstSound(letter byte) byte {
	switch letter {
	case 'p', 'f':
		return 'f'
	case 'k', 'c', 'q', 'x':
		return 'k'
	case 'w', 'v':
		return 'v'
	case 'i', 'y', 'j', 'e', 'a':
		return 'i'
	case 'o', 'u':
		return 'u'
	case 'z', 's':
		return 's'
	}
	return letter
}
