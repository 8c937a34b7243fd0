package lexicon

import "unicode/utf8"

// maxForm is more than the bytes of the longest form in the tables. What is
// longer is not looked up.
const maxForm = 48

// plain are the letters the tables have for those from U+00C0 to U+017F; a
// space stands for one that is not an accented letter or becomes two.
const plain = "aaaaaa ceeeeiiiidnooooo ouuuuy  aaaaaa ceeeeiiiidnooooo ouuuuy y" +
	"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii  jjkkklllllll" +
	"lllnnnnnn nnoooooo  rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"

// double are those that become two letters.
var double = [...]struct {
	from rune
	to   string
}{{'Æ', "ae"}, {'æ', "ae"}, {'Œ', "oe"}, {'œ', "oe"}, {'ß', "ss"}, {'Þ', "th"}, {'þ', "th"}}

// capitals are words that mean something else when all their letters are
// capitals.
var capitals = [...]struct{ from, to string }{{"US", "u.s."}, {"WHO", "w.h.o."}}

// foldWord appends a word to form in the spelling of the tables: lower case,
// without accents, apostrophes straight. It reports whether the word could
// be one of the tables': in Latin letters, and no longer than maxForm.
func foldWord(form []byte, word string) ([]byte, bool) {
	for _, c := range capitals {
		if word == c.from {
			return append(form, c.to...), true
		}
	}
	for _, r := range word {
		if len(form) > maxForm-utf8.UTFMax {
			return form, false
		}
		switch {
		case 'A' <= r && r <= 'Z':
			form = append(form, byte(r-'A'+'a'))
		case r < utf8.RuneSelf:
			form = append(form, byte(r))
		case r == '’' || r == '‘' || r == '‛' || r == 'ʼ' || r == '´':
			form = append(form, '\'')
		default:
			letters := foldLatin(r)
			if letters == "" {
				return form, false
			}
			form = append(form, letters...)
		}
	}
	return form, true
}

// foldLatin returns a letter without its accent, or "".
func foldLatin(r rune) string {
	for _, d := range double {
		if d.from == r {
			return d.to
		}
	}
	if i := int(r) - 0xC0; i >= 0 && i < len(plain) && plain[i] != ' ' {
		return plain[i : i+1]
	}
	return ""
}
