// Package byline reads the lines that say who wrote an article: "By Ann Lee and
// Bo Cho, 3 March 2026 · 5 min read" goes in, the names and the dates come out.
//
//	byline.go    the line → names
//	authors.go   a value that is known to be a byline → names
//	position.go  what somebody is or writes for, beside a name
//	beside.go    agencies, names on the web and helpers beside a name
//	labels.go    what stands before, between and after names, in each language
package byline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/corpus/dates"
)

// The longest name and the longest line of names, in characters and words.
const (
	maxName  = 60
	maxWords = 6
	maxLine  = 300
)

// Names returns the names in a line, and the dates beside them. Of what is
// no name nothing is left: agencies after a name, jobs, reading times.
func Names(line string, order dates.Order) (names []string, found []dates.Date) {
	if utf8.RuneCountInString(line) > maxLine {
		return nil, nil
	}
	if strings.Contains(line, "@") || strings.Contains(line, "://") {
		line = addresses.ReplaceAllString(line, " ")
		line = handles.ReplaceAllString(line, " ")
	}
	if strings.Contains(line, ":") {
		line = withCreditsApart(line)
	}
	line, found = dates.Cut(line, order)
	if strings.IndexFunc(line, unicode.IsDigit) >= 0 {
		line = readingTime.ReplaceAllString(line, " | ")
	}
	if strings.ContainsAny(line, dividers) || strings.Contains(line, "   ") {
		line = divider.ReplaceAllString(line, "\n")
	}
	for part := range strings.SplitSeq(line, "\n") {
		for _, n := range namesIn(part, cutLabel) {
			if isName(n) && !contains(names, n) {
				names = append(names, n)
			}
		}
	}
	return withoutAgencies(names), found
}

// Labelled reports whether a line begins with a label such as "By" or "Von", and
// a name follows it.
func Labelled(line string) bool {
	rest, label := cutLabel(strings.TrimSpace(line))
	first, _ := utf8.DecodeRuneInString(rest)
	return label && (unicode.IsUpper(first) || unicode.Is(unicode.Lo, first))
}

// namesIn returns the names in a part of a line that is divided from others;
// cut is what takes labels off it.
func namesIn(part string, cut func(string) (string, bool)) []string {
	part = strings.Trim(strings.Join(strings.Fields(part), " "), " ,;:–—-")
	if (strings.Contains(part, ":") || strings.Count(part, " ") > 2) && others.MatchString(part) {
		return nil
	}
	for range 3 { // "Written by: By Ann Lee"
		rest, had := cut(part)
		if !had {
			break
		}
		part = strings.Trim(rest, " ,;:–—-")
	}
	part = ourOwn.ReplaceAllString(withoutSuffix(withoutStop(part)), "$1")
	var out []string
	for _, list := range conjunction(part) {
		names := strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ';' || r == '、' })
		for i := range names {
			names[i] = strings.TrimSpace(names[i])
		}
		names = withGeneration(names)
		if len(names) == 2 && isOneWord(names[0]) && len(strings.Fields(names[1])) <= 2 && !isJob(names[1]) {
			names = []string{list} // "Lee, Ann"
		}
		for i, n := range names {
			if i == 0 || !isOneWord(n) || isOneWord(names[0]) || !isLatin(n) { // "Ann Lee, Lorne"
				if i == 0 {
					n = withoutPosition(n)
				}
				out = append(out, withoutSuffix(withoutPlace(withoutTail(n))))
			}
		}
	}
	return out
}

// withGeneration puts "Jr." back after the name that it belongs to.
func withGeneration(names []string) []string {
	out := names[:0]
	for i, n := range names {
		if i > 0 && generations.Has(strings.ToLower(n)) {
			out[len(out)-1] += ", " + n
			continue
		}
		out = append(out, n)
	}
	return out
}

// withoutStop cuts a full stop, unless that of an initial or of "Jr.".
func withoutStop(s string) string {
	short := s[strings.LastIndexByte(s, ' ')+1:]
	if utf8.RuneCountInString(short) > 3 {
		return strings.TrimRight(s, ".")
	}
	return s
}

// conjunction divides a text at its words for "and". A short word such as "y"
// or "e" is one only between names of two words each: Ortega y Gasset is one man.
func conjunction(s string) []string {
	for i, w := range words(s) {
		if i == 0 || !conjunctions.Has(strings.ToLower(w.text)) {
			continue
		}
		left, right := strings.TrimSpace(s[:w.start]), strings.TrimSpace(s[w.end:])
		long := strings.EqualFold(w.text, "and") || w.text == "&" || strings.EqualFold(w.text, "und")
		_, rest, _ := strings.Cut(right, " ")
		if right == "" || !long && (isOneWord(left) || rest == "" || !startsLarge(right) || strings.ToLower(w.text) != w.text) {
			continue
		}
		return append([]string{left}, conjunction(right)...)
	}
	return []string{s}
}

// A span of text is a word of it.
type word struct {
	text       string
	start, end int
}

func words(s string) []word {
	var out []word
	at := 0
	for w := range strings.FieldsSeq(s) {
		at += strings.Index(s[at:], w)
		out = append(out, word{strings.TrimRight(w, ","), at, at + len(w)})
		at += len(w)
	}
	return out
}

// withoutPlace cuts where a name's bearer works: "Ann Lee in Brussels", "Ann Lee
// for The Herald".
func withoutPlace(n string) string {
	ws := words(n)
	for i := 2; i+1 < len(ws); i++ {
		if places.Has(ws[i].text) && startsLarge(ws[i+1].text) {
			return strings.TrimRight(n[:ws[i].start], " ")
		}
	}
	return n
}

// isName reports whether a text can be the name of a person or of an agency.
func isName(n string) bool {
	if utf8.RuneCountInString(n) > maxName || len(strings.Fields(n)) > maxWords || isJob(n) || isAddress(n) || otherPart(n) {
		return false
	}
	letters, small, large := 0, false, false
	for _, r := range n {
		switch {
		case unicode.IsLetter(r):
			letters++
			small, large = small || unicode.IsLower(r), large || !unicode.IsLower(r)
		case unicode.IsDigit(r), strings.ContainsRune("!?:;<>[]{}=|/@#%", r):
			return false
		}
	}
	if small && !large { // "the free encyclopedia"
		return false
	}
	low := strings.ToLower(n)
	if first, _, more := strings.Cut(n, " "); more && (places.Has(first) && !large || first == "à" || strings.EqualFold(first, "by")) { // "à Lorne", "By the Editorial Board"
		return false
	}
	return letters > 1 && !nobody.Has(low) && !conjunctions.Has(low) && !isPosition(n)
}

// isAddress reports whether a text is an address of mail or of the web.
func isAddress(n string) bool {
	return strings.ContainsAny(n, "@") || strings.Contains(n, "://") || strings.HasPrefix(n, "www.") || domainEnd.MatchString(n)
}

func isOneWord(s string) bool { return !strings.Contains(strings.TrimSpace(s), " ") }

func isLatin(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.Is(unicode.Latin, r)
}

// startsLarge reports whether a text begins with a capital, or with a letter of
// a script that has none.
func startsLarge(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || unicode.Is(unicode.Lo, r)
}

func contains(list []string, s string) bool {
	for _, e := range list {
		if strings.EqualFold(e, s) {
			return true
		}
	}
	return false
}
