package corpus

import (
	_ "embed" // for outlets.tsv
	"net/url"
	"path"
	"regexp"
	"strings"
	"sync"
	"unicode"
)

//go:embed outlets.tsv
var outletsTSV string

// An outletTable says how well-known outlets are called.
type outletTable struct {
	byDomain map[string]string
	byWord   map[string]string // by the words that stand for one in file names
	byName   map[string]string // by squeezed name
	plain    map[string]bool   // words of byWord that are common words, too
}

var outlets = sync.OnceValue(func() outletTable {
	t := outletTable{map[string]string{}, map[string]string{}, map[string]string{}, map[string]bool{}}
	for line := range strings.Lines(outletsTSV) {
		cells := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || len(cells) != 3 {
			continue
		}
		domain, name := cells[0], cells[1]
		t.byDomain[domain] = name
		t.byName[squeeze(name)] = name
		for w := range strings.FieldsSeq(cells[2]) {
			w, common := strings.CutSuffix(w, "*")
			t.byWord[w] = name
			t.plain[w] = common
		}
	}
	return t
})

// squeeze returns the letters and digits of a name in lower case, without the
// article before it: "The Hill" is "hill".
func squeeze(name string) string {
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

var archived = regexp.MustCompile(`^https?://web\.archive\.org/web/[0-9a-z_*]+/`)

// parseURL returns an address as one that has a host, or false. An address in
// the Web Archive is that of the page archived.
func parseURL(s string) (*url.URL, bool) {
	s = strings.TrimSpace(s)
	if m := archived.FindString(s); m != "" {
		s = s[len(m):]
	}
	if !strings.Contains(s, "://") {
		s = "https://" + s
	}
	u, err := url.Parse(s)
	if err != nil || !strings.Contains(u.Hostname(), ".") {
		return nil, false
	}
	return u, true
}

var hostLead = regexp.MustCompile(`^(?:www\d*|m|amp|mobile|edition)\.`)

// outletOfHost returns the name of the outlet at a host, or, of one unknown,
// its domain.
func outletOfHost(host string) string {
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	for h := host; strings.Contains(h, "."); _, h, _ = strings.Cut(h, ".") {
		if name, ok := outlets().byDomain[h]; ok {
			return name
		}
	}
	return hostLead.ReplaceAllString(host, "")
}

var (
	domainOnly = regexp.MustCompile(`^(?i)[a-z0-9-]+(\.[a-z0-9-]+)+$`)
	datePrefix = regexp.MustCompile(`^(?:\d{4}[-.]\d{1,2}[-.]\d{1,2}|\d{8})[-_. ]+`)
	nameParts  = regexp.MustCompile(`[^\pL\pN]+`)
	hasDigit   = regexp.MustCompile(`\d`)
)

// outletOfPath returns the outlet that a file's name or the folder it is in
// names, and which of the two does. A common word ("fox", "time") counts only
// where nothing else could be meant: alone, but for numbers, or behind a date.
func outletOfPath(p string) (name, from string) {
	p = strings.ReplaceAll(p, "\\", "/")
	stem := path.Base(p)
	if i := strings.IndexByte(stem, '#'); i > 0 {
		stem = stem[:i]
	}
	stem = strings.TrimSuffix(stem, path.Ext(stem))
	dated := datePrefix.MatchString(stem)
	var words []string
	for _, w := range nameParts.Split(strings.ToLower(datePrefix.ReplaceAllString(stem, "")), -1) {
		if w != "" && (!hasDigit.MatchString(w) || outlets().byWord[w] != "") {
			words = append(words, w)
		}
	}
	if name := outletOfWords(words, dated); name != "" {
		return name, "file name"
	}
	folder := path.Base(path.Dir(p))
	if name := outletNamed(folder); name != "" {
		return name, "folder name"
	}
	return "", ""
}

// outletOfWords returns the outlet that the words of a file name begin or end
// with.
func outletOfWords(words []string, dated bool) string {
	t := outlets()
	for n := min(4, len(words)); n > 0; n-- {
		for i, part := range [][]string{words[:n], words[len(words)-n:]} {
			key := strings.TrimPrefix(strings.Join(part, ""), "the")
			if name := t.byName[key]; name != "" && n > 1 {
				return name
			}
			alone := n == len(words) || dated && i == 0
			if name := t.byWord[key]; name != "" && n == 1 && (alone || !t.plain[key]) {
				return name
			}
		}
	}
	return ""
}

// outletNamed returns the outlet of a text that is nothing but its name, its
// short name or its domain, or "".
func outletNamed(s string) string {
	t := outlets()
	if domainOnly.MatchString(s) {
		if host := outletOfHost(s); t.byName[squeeze(host)] != "" {
			return host
		}
		return ""
	}
	key := squeeze(s)
	if name := t.byName[key]; name != "" {
		return name
	}
	return t.byWord[key]
}
