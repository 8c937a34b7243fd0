package web

import (
	"cmp"
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"parallax/corpus/format/raw"
)

// places are where web pages say what is to be known of them, for each field
// the place to trust most first:
//
//	JSON-LD is written for machines and by the outlet's own system; it comes
//	first, but for the outlet: there og:site_name is the name readers know,
//	the publisher in JSON-LD often the company behind it
//	meta tags come next, those for articles before those for any page
//	elements of the page that are labelled (itemprop) or made for it (<time>)
//	then what only looks so: <h1>, a class "byline"
//	the tool that saved the page knows its address, nothing else
//
// "ld:" is a property of JSON-LD, "meta:" a meta tag, "item:" an element or
// meta tag with that itemprop; the others are cases of page.at.
var places = []struct{ name, at string }{
	{raw.Title, "ld:headline meta:og:title meta:citation_title meta:dc.title meta:dcterms.title meta:parsely-title meta:sailthru.title meta:twitter:title item:headline title h1"},
	{raw.Outlet, "meta:og:site_name ld:publisher meta:citation_journal_title meta:cre meta:dc.publisher meta:dcterms.publisher meta:article:publisher item:publisher ld:site meta:application-name meta:apple-mobile-web-app-title"},
	{raw.Author, "ld:author meta:author meta:article:author meta:parsely-author meta:sailthru.author meta:byl meta:citation_author meta:dc.creator meta:dcterms.creator meta:cxenseparse:author meta:authors item:author rel-author byline"},
	{raw.Published, "ld:datePublished meta:article:published_time meta:og:article:published_time meta:og:published_time meta:parsely-pub-date meta:sailthru.date meta:citation_publication_date meta:citation_online_date meta:citation_date meta:dc.date.issued meta:dcterms.issued meta:dcterms.created meta:cxenseparse:recs:publishtime meta:publish-date meta:publish_date meta:publication_date meta:published meta:pubdate meta:ptime meta:displaydate meta:article.published item:datepublished meta:dc.date meta:dcterms.date meta:date time item:datecreated"},
	{raw.Updated, "ld:dateModified meta:article:modified_time meta:og:article:modified_time meta:og:updated_time meta:dcterms.modified meta:dc.date.modified meta:article.updated meta:lastmod meta:last-modified meta:revised meta:utime item:datemodified time-updated"},
	{raw.URL, "canonical meta:og:url ld:url meta:parsely-link meta:twitter:url address saved"},
	{raw.Language, "lang ld:inLanguage meta:og:locale meta:content-language meta:language meta:dc.language meta:dcterms.language"},
}

// fields returns what the page says of its article.
func (p *page) fields() []raw.Field {
	marks := p.findMarks()
	var out []raw.Field
	for _, f := range places {
		for place := range strings.FieldsSeq(f.at) {
			values, from := p.at(place, marks)
			for _, text := range values {
				for _, v := range p.usable(f.name, text) {
					if field := (raw.Field{Name: f.name, Value: v, From: from}); !said(out, field) {
						out = append(out, field)
					}
				}
			}
		}
	}
	return wholeTitles(p.withoutSite(raw.FirstAuthors(out)))
}

// wholeTitles puts titles that were cut to a length after those that were not.
func wholeTitles(fields []raw.Field) []raw.Field {
	isCut := func(f raw.Field) int {
		if f.Name == raw.Title && (strings.HasSuffix(f.Value, "…") || strings.HasSuffix(f.Value, "...")) {
			return 1
		}
		return 0
	}
	slices.SortStableFunc(fields, func(a, b raw.Field) int { return isCut(a) - isCut(b) })
	return fields
}

// said reports whether a more trusted place gave a field the same value.
func said(fields []raw.Field, field raw.Field) bool {
	return slices.ContainsFunc(fields, func(f raw.Field) bool { return f.Name == field.Name && f.Value == field.Value })
}

// at returns what is at a place, with the place in a reader's words.
func (p *page) at(place string, marks marks) (values []string, from string) {
	kind, key, _ := strings.Cut(place, ":")
	switch kind {
	case "ld":
		return p.ld[key], "JSON-LD"
	case "meta":
		return p.metas[key], "meta " + key
	case "item":
		return slices.Concat(p.metas["itemprop "+key], marks.items[key]), "itemprop " + key
	case "title":
		return []string{p.title}, "page title"
	case "h1":
		return marks.headings, "heading"
	case "canonical":
		return []string{p.links["canonical"]}, "canonical link"
	case "address":
		return []string{p.address}, "address"
	case "saved":
		for _, s := range savers {
			if u := p.saved[s.from]; u != "" {
				return []string{u}, s.from
			}
		}
	case "lang":
		return []string{p.lang}, "html lang"
	case "time":
		return marks.times, "time element"
	case "time-updated":
		return marks.updates, "time element"
	case "rel-author":
		return marks.authors, "author link"
	case "byline":
		return marks.bylines, "byline"
	}
	return nil, ""
}

const (
	maxName  = 120 // characters of an author's or an outlet's name, or of a byline
	maxTitle = 500 // characters of a title
)

// usable returns the values for a field that a text found in its place gives:
// one, or for a byline several, or none where it cannot be such a thing.
func (p *page) usable(field, v string) []string {
	v = raw.OneLine(html.UnescapeString(v)) // escaped twice, at times
	n := utf8.RuneCountInString(v)
	switch field {
	case raw.Title:
		if n == 0 || n > maxTitle || raw.IsURL(v) {
			return nil
		}
	case raw.Outlet:
		if n == 0 || n > maxName || raw.IsURL(v) || strings.HasPrefix(v, "@") {
			return nil
		}
		v = withoutMotto(v)
	case raw.Author:
		return authorsIn(v)
	case raw.Published, raw.Updated:
		if !strings.ContainsAny(v, "0123456789") || n > maxName {
			return nil
		}
	case raw.URL:
		v = p.absolute(v)
		if v == "" {
			return nil
		}
	case raw.Language:
		if n < 2 || n > 35 || !isLatin(v[0]) {
			return nil
		}
	}
	return []string{v}
}

// withoutMotto returns an outlet's name without what it says of itself: "Coast
// Courier - News from the coast". Three words after the sign are a motto.
func withoutMotto(name string) string {
	for _, sign := range []string{" | ", " - ", " – ", " — "} {
		if first, rest, ok := strings.Cut(name, sign); ok && len(strings.Fields(rest)) >= 3 {
			return first
		}
	}
	return name
}

// authorsIn returns the authors in a byline. An address or a number is none:
// some systems have the author's page or number there.
func authorsIn(byline string) []string {
	if byline == "" || utf8.RuneCountInString(byline) > 3*maxName || raw.IsURL(byline) || strings.HasPrefix(byline, "@") {
		return nil
	}
	if n := len("written "); len(byline) > n && strings.EqualFold(byline[:n], "written ") {
		byline = byline[n:]
	}
	var out []string
	for _, name := range raw.Authors(byline) {
		switch strings.ToLower(name) {
		case "by", "admin", "administrator", "editor", "staff", "staff writer", "staff reporter", "webmaster", "unknown", "null", "undefined", "none":
			continue
		}
		if utf8.RuneCountInString(name) <= maxName && strings.IndexFunc(name, unicode.IsLetter) >= 0 && !raw.IsURL(name) {
			out = append(out, name)
		}
	}
	return out
}

// absolute returns a web address in full, or "" if v is none, or only that of
// a site's front page, which systems write there by mistake.
func (p *page) absolute(v string) string {
	u, err := url.Parse(v)
	if err != nil || v == "" {
		return ""
	}
	if !u.IsAbs() {
		base := cmp.Or(slices.Concat(p.metas["og:url"], []string{p.address})...)
		for _, s := range savers {
			base = cmp.Or(base, p.saved[s.from])
		}
		b, err := url.Parse(base)
		if err != nil || !b.IsAbs() {
			b = &url.URL{Scheme: "https"} // enough for //herald.example/news
		}
		u = b.ResolveReference(u)
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || strings.Trim(u.Path, "/") == "" && u.RawQuery == "" {
		return ""
	}
	return u.String()
}

// withoutSite cuts the name of the site from titles: "Ferry halted | The Lorne
// Herald". What follows the sign is cut only when it is the outlet's name or
// the first part of its domain.
func (p *page) withoutSite(fields []raw.Field) []raw.Field {
	names := make(map[string]bool)
	for _, f := range fields {
		switch f.Name {
		case raw.Outlet:
			names[siteKey(f.Value)] = true
		case raw.URL:
			if u, err := url.Parse(f.Value); err == nil {
				host := strings.TrimPrefix(u.Hostname(), "www.")
				label, _, _ := strings.Cut(host, ".")
				names[siteKey(host)], names[siteKey(label)] = true, true
			}
		}
	}
	delete(names, "")
	for i, f := range fields {
		if f.Name == raw.Title {
			fields[i].Value = cutSite(f.Value, names)
		}
	}
	return fields
}

// siteSigns divide the parts of titles.
var siteSigns = []string{" | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » ", " « ", " / ", ": "}

// cutSite returns a title without the names of the site before or after it.
func cutSite(title string, names map[string]bool) string {
	for _, sign := range siteSigns {
		if i := strings.LastIndex(title, sign); i > 0 && names[siteKey(title[i+len(sign):])] {
			return cutSite(title[:i], names)
		}
		if i := strings.Index(title, sign); i > 0 && names[siteKey(title[:i])] {
			return cutSite(title[i+len(sign):], names)
		}
	}
	return title
}

// siteKey returns the letters and digits of a site's name: "The Lorne Herald",
// "lorneherald" and "LorneHerald" are one.
func siteKey(name string) string {
	name = strings.TrimPrefix(strings.ToLower(name), "the ")
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, name)
}

// marks are the elements of a page that are marked as saying something of it.
type marks struct {
	items    map[string][]string // by itemprop, in lower case
	headings []string
	times    []string
	inHead   bool // the time is in the article or its header
	updates  []string
	authors  []string
	bylines  []string
}

// itemsRead are the itemprops of places.
var itemsRead = []string{"headline", "author", "publisher", "datepublished", "datecreated", "datemodified"}

// findMarks finds them, outside of what is next to the article. Of dates
// it keeps the first of a kind: others are those of articles nearby.
func (p *page) findMarks() marks {
	m := marks{items: make(map[string][]string)}
	if p.tree == nil {
		return m
	}
	for n := range elements(p.tree) {
		if beside(n) {
			continue
		}
		class := words(attribute(n, "class"))
		for _, item := range words(attribute(n, "itemprop")) {
			if slices.Contains(itemsRead, item) && (len(m.items[item]) == 0 || item == "author" && len(m.items[item]) < maxMetas) {
				m.items[item] = append(m.items[item], itemValue(n))
			}
		}
		switch {
		case n.DataAtom == atom.H1 && len(m.headings) == 0:
			m.headings = append(m.headings, lineOf(n))
		case n.DataAtom == atom.Time:
			m.addTime(n, class)
		case hasAny(words(attribute(n, "rel")), "author") && len(m.authors) < maxMetas:
			m.authors = append(m.authors, nameIn(n))
		case hasAny(class, "byline", "author", "authors") && len(m.bylines) == 0:
			if line := nameIn(n); line != "" && !strings.ContainsAny(line, "0123456789") {
				m.bylines = append(m.bylines, line)
			}
		}
	}
	return m
}

// addTime notes a date of the article, of which one in its head, or anywhere
// in the article, counts for more than another.
func (m *marks) addTime(n *html.Node, class []string) {
	when := attribute(n, "datetime")
	if when == "" {
		when = lineOf(n)
	}
	switch {
	case !hasYear(when):
	case hasAny(class, "updated", "modified", "update"):
		if len(m.updates) == 0 {
			m.updates = append(m.updates, when)
		}
	case len(m.times) == 0:
		m.times = append(m.times, when)
		m.inHead = within(n, atom.Article, atom.Header, atom.Main)
	case !m.inHead && within(n, atom.Article, atom.Header, atom.Main):
		m.times[0], m.inHead = when, true
	}
}

// hasYear reports whether a text has four digits in a row.
func hasYear(s string) bool {
	run := 0
	for i := 0; i < len(s); i++ {
		if '0' <= s[i] && s[i] <= '9' {
			run++
		} else {
			run = 0
		}
		if run == 4 {
			return true
		}
	}
	return false
}

// nameIn returns the first line of an element that is more than "By".
func nameIn(n *html.Node) string {
	for line := range strings.Lines(TextOf(n)) {
		if line = raw.OneLine(line); line != "" && !strings.EqualFold(strings.Trim(line, ":"), "by") {
			return line
		}
	}
	return ""
}

// itemValue returns the value of an element with an itemprop: of one that holds
// others, as an author with a name and a picture, it is the name.
func itemValue(n *html.Node) string {
	if v := cmp.Or(attribute(n, "content"), attribute(n, "datetime")); v != "" {
		return v
	}
	for e := range elements(n) {
		if e != n && slices.Contains(words(attribute(e, "itemprop")), "name") {
			return cmp.Or(attribute(e, "content"), nameIn(e))
		}
	}
	return nameIn(n)
}

// lineOf returns the text of an element as one line, cut where it is longer
// than anything it is asked for.
func lineOf(n *html.Node) string {
	var b strings.Builder
	for e := range n.Descendants() {
		if e.Type == html.TextNode {
			b.WriteString(e.Data)
		}
		if b.Len() > 4*maxTitle {
			break
		}
	}
	return raw.OneLine(b.String())
}

func isLatin(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }
