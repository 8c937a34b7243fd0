// Package outlets identifies news outlets by domain, name and short name: a
// host, an address, a path or a name goes in, the outlet's name comes out.
package outlets

import (
	_ "embed" // for outlets.tsv
	"fmt"
	"net/url"
	"path"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"parallax/corpus/clean"
	"parallax/corpus/dates"
	"parallax/corpus/lazyregexp"
)

//go:embed outlets.tsv
var outletsTSV string

// A Table says how outlets are called.
type Table struct {
	byDomain map[string]string
	byWord   map[string]string // by the words that stand for one in file names
	byName   map[string]string // by squeezed name
	plain    map[string]bool   // words of byWord that are common words, too
}

// Shipped is the built-in table of well-known outlets.
var Shipped = sync.OnceValue(func() *Table {
	t := newTable()
	if err := t.read(outletsTSV); err != nil {
		panic("outlets.tsv: " + err.Error())
	}
	return t
})

// With returns the built-in table with the lines of tsv added or put in place
// of its own. The error says which line of tsv, counted from 1, is wrong, and
// what it should be.
func With(tsv string) (*Table, error) {
	t := newTable()
	if err := t.read(outletsTSV + "\n"); err != nil {
		return nil, err
	}
	if err := t.read(tsv); err != nil {
		return nil, err
	}
	return t, nil
}

func newTable() *Table {
	room := strings.Count(outletsTSV, "\n") // at most; maps that grow cost twice as much
	return &Table{make(map[string]string, room), make(map[string]string, room), make(map[string]string, room), map[string]bool{}}
}

// read adds lines of the form of outlets.tsv to the table: a domain, a name
// and, if there are any, words for file names, with tabs between. Blank lines
// and those that begin with # say nothing. A later line wins over an earlier.
// The error says which line is wrong, counted from 1, and what it should be.
func (t *Table) read(tsv string) error {
	n := 0
	for line := range strings.Lines(strings.TrimPrefix(tsv, "\ufeff")) {
		n++
		line = strings.TrimRight(line, "\r\n")
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if tabs := strings.Count(line, "\t"); tabs < 1 || tabs > 2 {
			return fmt.Errorf("line %d has %d columns; write a domain, a tab and a name: herald.example, tab, The Lorne Herald", n, tabs+1)
		}
		host, rest, _ := strings.Cut(line, "\t")
		name, words, _ := strings.Cut(rest, "\t")
		domain := strings.TrimPrefix(strings.ToLower(strings.TrimSpace(host)), "www.")
		name = clean.Line(name)
		squeezed := squeeze(name)
		switch {
		case !IsDomain(domain):
			return fmt.Errorf("line %d: %q is not a domain; write it without https:// and path, as in herald.example", n, clean.Line(host))
		case squeezed == "":
			return fmt.Errorf("line %d has no name for %s; write it after the tab", n, domain)
		}
		t.byDomain[domain] = name
		t.byName[squeezed] = name
		t.addWords(name, words)
	}
	return nil
}

func (t *Table) addWords(name, words string) {
	for w := range strings.FieldsSeq(strings.ToLower(words)) {
		w, common := strings.CutSuffix(w, "*")
		t.byWord[w] = name
		if common {
			t.plain[w] = true
		} else {
			delete(t.plain, w)
		}
	}
}

// squeeze returns the letters and digits of a name in lower case, without the
// article before it: "The Hill" is "hill".
func squeeze(name string) string {
	var room [32]byte // most names are short and of ASCII
	out := room[:0]
	for k := range len(name) {
		switch c := name[k]; {
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
			out = append(out, c)
		case 'A' <= c && c <= 'Z':
			out = append(out, c|0x20)
		case c >= utf8.RuneSelf:
			return squeezeAny(name)
		}
		if k == 3 && string(out) == "the" && (name[k] == ' ' || name[k] == '-') {
			out = out[:0]
		}
	}
	return string(out)
}

// squeezeAny is squeeze for any letters.
func squeezeAny(name string) string {
	low := strings.ToLower(name)
	low = strings.TrimPrefix(low, "the ")
	low = strings.TrimPrefix(low, "the-")
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, low)
}

var hostLead = lazyregexp.New(`^(?:www\d*|m|amp|mobile|edition)\.`)

// OfHost returns the name of the outlet at a host or its parent domain, or the
// host if it is unknown.
func (t *Table) OfHost(host string) string {
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	for h := host; strings.Contains(h, "."); _, h, _ = strings.Cut(h, ".") {
		if name, ok := t.byDomain[h]; ok {
			return name
		}
	}
	return hostLead.ReplaceAllString(host, "")
}

// IsDomain reports whether a text is nothing but a domain: "herald.example".
func IsDomain(s string) bool {
	dots, part := 0, 0 // bytes since the last dot
	for i := range len(s) {
		switch c := s[i]; {
		case c == '.' && part > 0:
			dots, part = dots+1, 0
		case 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c == '-':
			part++
		default:
			return false
		}
	}
	return dots > 0 && part > 0
}

// betweenWords reports whether a character divides the words of a name.
func betweenWords(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }

// OfPath returns the outlet that a file's name or the folder it is in names,
// and which of the two does. A common word ("fox", "time") counts only where
// nothing else could be meant: alone, but for numbers, or after a date.
func (t *Table) OfPath(p string) (name, from string) {
	p = strings.ReplaceAll(p, "\\", "/")
	stem := path.Base(p)
	if i := strings.IndexByte(stem, '#'); i > 0 {
		stem = stem[:i]
	}
	stem = strings.TrimSuffix(stem, path.Ext(stem))
	stem, dated := dates.CutPrefix(stem)
	var words []string
	for w := range strings.FieldsFuncSeq(strings.ToLower(stem), betweenWords) {
		if !strings.ContainsAny(w, "0123456789") || t.byWord[w] != "" {
			words = append(words, w)
		}
	}
	if name := t.ofWords(words, dated); name != "" {
		return name, "file name"
	}
	folder := path.Base(path.Dir(p))
	if name := t.Named(folder); name != "" {
		return name, "folder name"
	}
	return "", ""
}

// ofWords returns the outlet that the words of a file name begin or end with.
// Of a name of one word the words must be in the table: "people", "nation" and
// "the sun" are other things, too.
func (t *Table) ofWords(words []string, dated bool) string {
	for n := min(5, len(words)); n > 0; n-- {
		for i, part := range [][]string{words[:n], words[len(words)-n:]} {
			alone := n == len(words) || dated && i == 0
			if part[0] == "the" && len(part) > 1 {
				part = part[1:]
			}
			key := strings.Join(part, "")
			if name := t.byName[key]; name != "" && (len(part) > 1 || n > 1 && alone) {
				return name
			}
			if name := t.byWord[key]; name != "" && len(part) == 1 && (alone || !t.plain[key]) {
				return name
			}
		}
	}
	return ""
}

// Named returns the outlet of a text that is nothing but its name, its short
// name or its domain, or "". A name of one word counts with "the" before it or
// if it is in the table as a word, too: a folder called "science" holds no
// articles of Science.
func (t *Table) Named(s string) string {
	if IsDomain(s) {
		if host := t.OfHost(s); t.byName[squeeze(host)] != "" {
			return host
		}
		return ""
	}
	key := squeeze(s)
	if name := t.byName[key]; name != "" && strings.ContainsFunc(strings.TrimSpace(s), betweenWords) {
		return name
	}
	return t.byWord[key]
}

// Known returns the outlet that a name is another spelling of, "WSJ" or "TheHill", or
// "". A word that is common is none: "Science" is a section of many.
func (t *Table) Known(name string) string {
	if IsDomain(name) {
		return t.Named(name)
	}
	several := strings.ContainsFunc(strings.TrimSpace(name), betweenWords)
	for _, key := range []string{squeeze(name), strings.TrimPrefix(squeeze(name), "the")} {
		if known := t.byName[key]; known != "" && (several || t.byWord[key] != "" && !t.plain[key] || key != strings.ToLower(name)) {
			return known
		}
		if known := t.byWord[key]; known != "" && !t.plain[key] {
			return known
		}
	}
	return ""
}

// Knows reports whether the table has the name of the outlet at an address.
func (t *Table) Knows(u *url.URL) bool {
	host := strings.ToLower(u.Hostname())
	return t.OfHost(host) != hostLead.ReplaceAllString(host, "")
}

var (
	newsNoun = lazyregexp.New(`(?i)\b(?:times|post|news|herald|tribune|gazette|chronicle|journal|mail|telegraph|guardian|independent|observer|star|sun|mirror|standard|press|courier|examiner|dispatch|record|bulletin|argus|echo|globe|monitor|register|sentinel|review|magazine|weekly|today)$`)
	rights   = lazyregexp.New(`(?i)[ .,]*all rights reserved.*$`)
)

// OfName returns the outlet that a proper name is: a known one, or one that is
// called as newspapers are. Of a name that is a common word, too, as People is,
// sure says that nothing else can be meant.
func (t *Table) OfName(s string, sure bool) string {
	s = strings.TrimRight(rights.ReplaceAllString(s, ""), " .,")
	key, several := squeeze(s), len(strings.Fields(s)) > 1
	if name := t.byName[key]; name != "" && (sure || several || t.byWord[key] != "" && !t.plain[key]) {
		return name
	}
	if newsNoun.MatchString(s) && several {
		return s
	}
	return ""
}
