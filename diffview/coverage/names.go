package coverage

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/corpus"
)

// ShortNames returns names for the columns of a table, each of at most most
// letters and different from the others: the initials of a name of several
// words, or the beginning of one. Where that does not tell two apart they end
// in numbers, and so do the further articles of one outlet: "Herald", "Herald 2".
func ShortNames(articles []*corpus.Article, most int) []string {
	out := make([]string, len(articles))
	taken := make(map[string]bool)
	first := make(map[string]string) // the short name of the first article of a name
	for i, a := range articles {
		words := nameWords(a.Name())
		names := append(shorter(words, most), numbered(strings.Join(words, ""), most, len(articles))...)
		if short, again := first[a.Name()]; again && len(words) > 0 {
			names = append(numbered(short, most, len(articles)), names...)
		}
		for _, name := range names {
			if !taken[name] {
				out[i], taken[name] = name, true
				break
			}
		}
		if _, again := first[a.Name()]; !again {
			first[a.Name()] = out[i]
		}
	}
	return out
}

// nameWords returns the words of a name without its article.
func nameWords(name string) []string {
	words := strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(words) > 1 && strings.EqualFold(words[0], "the") {
		words = words[1:]
	}
	return words
}

// shorter returns short forms of a name, the best first.
func shorter(words []string, most int) (out []string) {
	if len(words) == 0 {
		return nil
	}
	if joined := strings.Join(words, " "); utf8.RuneCountInString(joined) <= most {
		out = append(out, joined)
	}
	initials := ""
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		initials += string(unicode.ToUpper(r))
	}
	initials, first := beginning(initials, most), beginning(words[0], most)
	if len(words) > 2 || utf8.RuneCountInString(words[0]) < 3 {
		out = append(out, initials)
	}
	out = append(out, first)
	if len(words) > 1 {
		out = append(out, initials)
	}
	return out
}

// roomForSpace is how many letters a name has from which there is a space before
// its number: of fewer it would take too much.
const roomForSpace = 7

// numbered returns names that end in numbers, from 2 on.
func numbered(name string, most, n int) (out []string) {
	space := ""
	if most >= roomForSpace {
		space = " "
	}
	for k := range n + 1 {
		end := space + strconv.Itoa(k+2)
		out = append(out, beginning(name, most-len(end))+end)
	}
	return out
}

// beginning returns the first letters of a word.
func beginning(s string, most int) string {
	n := 0
	for i := range s {
		if n == most {
			return s[:i]
		}
		n++
	}
	return s
}
