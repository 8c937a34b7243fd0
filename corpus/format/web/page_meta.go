package web

import (
	"cmp"
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"parallax/corpus/dates"
	"parallax/corpus/format/raw"
)

// places are where web pages say what is to be known of them, for each field
// the place to trust most first:
//
//	JSON-LD is written for machines and by the outlet's own system; it comes
//	first, but for the outlet: there og:site_name is the name readers know,
//	the publisher in JSON-LD often the company behind it
//	meta tags come next, those for articles before those for any page
//	elements of the page that are labelled (itemprop)
//	then what only looks so: <h1>, a class "byline" or "date", a line beside
//	the headline
//	the tool that saved the page knows its address, nothing else
//
// What the page shows beside its headline then checks what its tags say:
// page_shown.go.
//
// "ld:" is a property of JSON-LD, "meta:" a meta tag, "item:" an element or
// meta tag with that itemprop; the others are cases of page.at.
var places = []struct{ name, at string }{
	{raw.Title, "ld:headline meta:og:title meta:citation_title meta:dc.title meta:dcterms.title meta:parsely-title meta:sailthru.title meta:twitter:title item:headline title h1"},
	{raw.Outlet, "meta:og:site_name ld:publisher meta:citation_journal_title meta:cre meta:dc.publisher meta:dcterms.publisher meta:article:publisher item:publisher ld:site meta:application-name meta:apple-mobile-web-app-title"},
	{raw.Author, "ld:author meta:author meta:article:author meta:parsely-author meta:sailthru.author meta:byl meta:citation_author meta:dc.creator meta:dcterms.creator meta:cxenseparse:author meta:authors item:author byline-near rel-author byline"},
	{raw.Published, "ld:datePublished meta:article:published_time meta:og:article:published_time meta:og:published_time meta:parsely-pub-date meta:sailthru.date meta:citation_publication_date meta:citation_online_date meta:citation_date meta:dc.date.issued meta:dcterms.issued meta:dcterms.created meta:cxenseparse:recs:publishtime meta:publish-date meta:publish_date meta:publication_date meta:published meta:pubdate meta:ptime meta:displaydate meta:article.published item:datepublished meta:dc.date meta:dcterms.date meta:date shown item:datecreated"},
	{raw.Updated, "ld:dateModified meta:article:modified_time meta:og:article:modified_time meta:og:updated_time meta:dcterms.modified meta:dc.date.modified meta:article.updated meta:lastmod meta:last-modified meta:revised meta:utime item:datemodified shown-updated"},
	{raw.URL, "canonical meta:og:url ld:url meta:parsely-link meta:twitter:url address saved"},
	{raw.Language, "lang ld:inLanguage meta:og:locale meta:content-language meta:language meta:dc.language meta:dcterms.language"},
}

// fields returns what the page says of its article.
func (p *page) fields() []raw.Field {
	marks := p.findMarks()
	var out []raw.Field
	for _, f := range places {
		if f.name == raw.Author {
			out = append(out, p.authors(marks)...)
			continue
		}
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
	out = wholeTitles(p.withoutSite(out))
	return p.shownFirst(out, marks)
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
		return []string{marks.heading}, "heading"
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
	case "shown":
		return marks.shownDates(dates.Published)
	case "shown-updated":
		return marks.shownDates(dates.Updated)
	case "rel-author":
		return marks.authors, "author link"
	case "byline", "byline-near":
		return marks.lines(kind == "byline-near"), "byline"
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
