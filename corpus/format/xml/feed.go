package xml

import (
	"cmp"
	"errors"
	"fmt"
	"html"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/publicsuffix"

	"parallax/corpus/byline"
	"parallax/corpus/format/raw"
	"parallax/corpus/format/web"
	"parallax/corpus/lazyregexp"
)

// LooksFeed reports whether a file is a feed: RSS 2.0, RSS 1.0 (RDF) or Atom.
func LooksFeed(head []byte) bool {
	switch root := rootOf(head); root.Local {
	case "rss", "RDF":
		return true
	case "feed":
		return root.Space == "" || strings.Contains(root.Space, "Atom") || strings.Contains(root.Space, "atom")
	}
	return false
}

// ReadFeed yields the items of a feed, one article each. Items with only a
// teaser sentence are counted in one error at the end.
func ReadFeed(root *Element, cut bool, next raw.Give) error {
	items := append(root.All("item"), root.All("entry")...)
	home, short := homeOf(root), 0
	for _, item := range WholeOnes(items, cut) {
		text := itemText(item)
		if !worthReading(text) {
			short++
			continue
		}
		if !next(raw.Article{Text: text, Fields: itemFields(item, home)}, nil) {
			return nil
		}
	}
	switch {
	case len(items) == 0:
		return errors.New("a feed without items")
	case short > 0:
		return fmt.Errorf("a feed with no more than a line for %d of its %d items; save the pages they link to", short, len(items))
	}
	return nil
}

var sentenceEnds = lazyregexp.New(`[.!?…。！？][”’"'»)\]]*(?:\s|$)`)

// worthReading reports whether an item's text is more than a teaser: it has two
// sentences.
func worthReading(text string) bool {
	return len(sentenceEnds.FindAllStringIndex(text, 2)) == 2
}

// A feedHome is what a feed says of all its items.
type feedHome struct {
	title, site, language string
	authors               []string
}

func homeOf(root *Element) feedHome {
	channel := root.Child("channel")
	if channel == nil {
		channel = root
	}
	return feedHome{
		title:    feedLine(channel.Child("title")),
		site:     siteOf(itemAddress(channel)),
		language: cmp.Or(languageOf(channel), languageOf(root)),
		authors:  namedAuthors(channel),
	}
}

// outlet returns the name of a feed whose items are of its own site, or ""
// where they lead to another, as those of a reader's own collection do.
func (h feedHome) outlet(item string) string {
	site := siteOf(item)
	if site != "" && h.site != "" && site != h.site {
		return ""
	}
	return partOfSite(h.title, cmp.Or(h.site, site))
}

// itemFields returns what is said of one item, or Atom entry, of a feed.
func itemFields(item *Element, home feedHome) []raw.Field {
	var out []raw.Field
	add := func(name, value, from string) { out = raw.AddField(out, name, value, from) }
	add(raw.Title, feedLine(item.Child("title")), "feed: item title")
	source := item.Child("source")
	if title := source.Child("title"); title != nil {
		source = title
	}
	if name := feedLine(source); !raw.IsURL(name) { // dc:source is often the address of the item
		add(raw.Outlet, name, "feed: item source")
	}
	address := itemAddress(item)
	add(raw.Outlet, home.outlet(address), "feed title")
	add(raw.URL, address, "feed: item link")
	for _, a := range itemAuthors(item, home) {
		add(raw.Author, a, "feed: item author")
	}
	for _, name := range []string{"pubDate", "published", "issued", "date"} {
		add(raw.Published, item.Child(name).Words(), "feed: item "+name)
	}
	dated := slices.ContainsFunc(out, func(f raw.Field) bool { return f.Name == raw.Published })
	for _, name := range []string{"updated", "modified"} {
		add(raw.Updated, item.Child(name).Words(), "feed: item "+name)
		if last := len(out) - 1; !dated && last >= 0 && out[last].Name == raw.Updated {
			// Atom requires this one alone: of an entry that was never changed it is
			// the publication.
			out[last].Name, out[last].Guess = raw.Published, true
		}
	}
	add(raw.Language, cmp.Or(languageOf(item), home.language), "feed language")
	return out
}

// siteOf returns the domain that somebody registered for an address, such as
// "herald.co.uk" for https://www.herald.co.uk/news.
func siteOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	site, err := publicsuffix.EffectiveTLDPlusOne(strings.ToLower(u.Hostname()))
	if err != nil {
		return ""
	}
	return site
}

var titleParts = lazyregexp.New(`\s+[|>»·•–—-]\s+|\s*::\s*`)

// partOfSite returns the part of a title such as "World news | The Herald" that
// a site is named for, or all of it.
func partOfSite(title, site string) string {
	label, _, _ := strings.Cut(site, ".")
	parts := titleParts.Split(title, -1)
	for _, part := range parts {
		name := strings.TrimPrefix(strings.ToLower(strings.Join(strings.Fields(part), "")), "the")
		if len(name) > 2 && len(label) > 2 && (strings.Contains(label, name) || strings.Contains(name, strings.TrimPrefix(label, "the"))) {
			return part
		}
	}
	return title
}

func languageOf(e *Element) string {
	return cmp.Or(e.attr("lang"), e.Child("language").Words())
}

// itemText returns the longest text an item has: some feeds put the article
// into the content and a teaser into the description, some the other way.
func itemText(item *Element) string {
	text := ""
	for _, name := range []string{"encoded", "content", "description", "summary"} {
		for _, c := range item.children {
			if c.Local != name || strings.Contains(c.Space, "yahoo.com/mrss") {
				continue
			}
			if t := feedText(c); len(t) > len(text) {
				text = t
			}
		}
	}
	return text
}

var aTag = lazyregexp.New(`(?i)</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>`)

// feedText returns the text of an element of a feed. In it stands HTML, escaped
// or, in Atom, as elements; or, if there is no tag, text.
func feedText(e *Element) string {
	content := e.Content()
	if kind := e.attr("type"); kind == "xhtml" || e.hasElements() {
		content = e.html(sameTag)
	} else if again, ok := web.Escaped(content); ok {
		content = again
	} else if kind == "text" {
		return strings.TrimSpace(content)
	} else if !aTag.MatchString(content) {
		return strings.TrimSpace(html.UnescapeString(content))
	}
	text, err := web.TextOfHTML(content)
	if again, ok := web.Escaped(text); err == nil && ok { // escaped HTML in a tag of its own
		text, err = web.TextOfHTML(again)
	}
	if err != nil { // an element stack of html.Parse that is too deep
		return strings.TrimSpace(html.UnescapeString(aTag.ReplaceAllString(content, " ")))
	}
	return text
}

func (e *Element) hasElements() bool {
	for _, c := range e.children {
		if c.Local != "" {
			return true
		}
	}
	return false
}

// feedLine returns a title of a feed as one line of text.
func feedLine(e *Element) string {
	if e == nil {
		return ""
	}
	return raw.OneLine(feedText(e))
}

// itemAddress returns the address of an item's page.
func itemAddress(item *Element) string {
	guid := item.Child("guid")
	addresses := []string{item.Child("origLink").Words()}
	for _, link := range item.children {
		if link.Local == "link" && (link.attr("rel") == "" || link.attr("rel") == "alternate") {
			addresses = append(addresses, link.attr("href"), link.Words())
		}
	}
	if guid.attr("isPermaLink") != "false" {
		addresses = append(addresses, guid.Words())
	}
	return raw.WebAddress(append(addresses, item.attr("about"), item.Child("id").Words())...)
}

// mailOfAuthor is how RSS has an author: mara@herald.example (Mara Quill).
var mailOfAuthor = lazyregexp.New(`^\S+@\S+\s*\((.+)\)$|^\S+@\S+$`)

// itemAuthors returns the authors of an item, or else of its feed.
func itemAuthors(item *Element, home feedHome) []string {
	out := namedAuthors(item)
	for _, c := range item.children {
		if c.Local == "author" && c.Child("name") == nil {
			out = append(out, byline.Authors(mailOfAuthor.ReplaceAllString(c.Words(), "$1"))...)
		}
	}
	if len(out) == 0 {
		return home.authors
	}
	return out
}

// namedAuthors returns the authors that an item or a feed names as such; the
// author of an RSS feed is whom to write to.
func namedAuthors(e *Element) []string {
	var out []string
	for _, c := range e.children {
		switch {
		case c.Local == "creator":
			out = append(out, byline.Authors(feedLine(c))...)
		case c.Local == "author" && c.Child("name") != nil:
			out = append(out, byline.Authors(c.Child("name").Words())...)
		}
	}
	return out
}
