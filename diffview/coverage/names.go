package coverage

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/corpus"
)

// ShortNames returns names for the columns of a table, each of at most most
// letters and different from the others: the initials of a name of several
// words, or the beginning of one. Where that does not tell two apart their
// ends are numbers.
func ShortNames(articles []*corpus.Article, most int) []string {
	out := make([]string, len(articles))
	taken := make(map[string]bool)
	for i, a := range articles {
		for _, name := range append(shorter(a.Name(), most), numbered(out, a.Name(), most)...) {
			if !taken[name] {
				out[i], taken[name] = name, true
				break
			}
		}
	}
	return out
}

// shorter returns short forms of a name, the best first.
func shorter(name string, most int) []string {
	words := strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(words) > 1 && strings.EqualFold(words[0], "the") {
		words = words[1:]
	}
	if len(words) == 0 {
		return nil
	}
	var out []string
	if joined := strings.Join(words, " "); utf8.RuneCountInString(joined) <= most {
		out = append(out, joined)
	}
	if len(words) > 2 || len(words) == 2 && len(words[0]) < 3 {
		initials := ""
		for _, w := range words {
			r, _ := utf8.DecodeRuneInString(w)
			initials += string(r)
		}
		out = append(out, beginning(strings.ToUpper(initials), most))
	}
	return append(out, beginning(words[0], most), beginning(strings.Join(words, ""), most))
}

// numbered returns names with a number for an end.
func numbered(out []string, name string, most int) (all []string) {
	for n := range len(out) {
		end := strings.TrimSpace(string(rune('2' + n%8)))
		if n >= 8 {
			end = string(rune('1'+n/10%9)) + string(rune('0'+n%10))
		}
		all = append(all, beginning(name, most-len(end))+end)
	}
	return all
}

// beginning returns the first letters of a word.
func beginning(s string, most int) string {
	n := 0
	for i := range s {
		if n == most {
			return strings.TrimSpace(s[:i])
		}
		n++
	}
	return s
}
