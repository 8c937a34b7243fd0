package web

import (
	"html"
	"slices"
	"strings"
)

// jsonLD is what the JSON-LD of a page says of its article, by the names of
// schema.org: headline, datePublished, dateModified, url, inLanguage,
// articleBody; author and publisher by their names; site is the web site's.
type jsonLD map[string][]string

// Limits on JSON-LD. A page has one to five blocks of some kilobytes, at
// times with the article's body in one.
const (
	maxBlocks    = 40
	maxBlock     = 2 << 20
	maxThings    = 2000
	maxThingDeep = 12
)

// A thing is one object of JSON-LD.
type thing map[string]any

// readJSONLD reads what the blocks of JSON-LD say of the page's article. What
// cannot be understood of them is passed over.
func (p *page) readJSONLD() {
	all := things{byID: make(map[string]thing)}
	for _, s := range p.scripts[:min(len(p.scripts), maxBlocks)] {
		if len(s) <= maxBlock {
			for _, v := range parseJSON(s) {
				all.add(v, 0)
			}
		}
	}
	p.scripts = nil
	p.ld = make(jsonLD)
	if article := all.article(p); article != nil {
		if p.ld["headline"] = texts(article["headline"]); len(p.ld["headline"]) == 0 {
			p.ld["headline"] = texts(article["name"])
		}
		p.ld["articleBody"] = bodies(article)
		p.live = article["liveBlogUpdate"] != nil || slices.Contains(texts(article["@type"]), "LiveBlogPosting")
		all.describe(p.ld, article)
	} else if web := all.ofType("WebPage"); web != nil {
		all.describe(p.ld, web)
	}
	if site := all.ofType("WebSite"); site != nil {
		p.ld["site"] = texts(site["name"])
	}
}

// describe takes over what articles and web pages have in common.
func (t *things) describe(ld jsonLD, v thing) {
	ld["datePublished"] = texts(v["datePublished"], v["dateCreated"])
	ld["dateModified"] = texts(v["dateModified"])
	ld["url"] = addressesOf(v)
	ld["inLanguage"] = texts(v["inLanguage"])
	ld["description"] = texts(v["description"])
	ld["author"] = t.names(v["author"], 0)
	if len(ld["author"]) == 0 {
		ld["author"] = t.names(v["creator"], 0)
	}
	ld["publisher"] = append(t.names(v["publisher"], 0), t.names(v["sourceOrganization"], 0)...)
}

// things are the objects in the JSON-LD of a page that can be about an
// article, outer ones first.
type things struct {
	list []thing
	byID map[string]thing
}

// add collects the objects in a value. Lists of other articles
// (itemListElement) are left out.
func (t *things) add(v any, depth int) {
	if depth > maxThingDeep || len(t.list) >= maxThings {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			t.add(e, depth+1)
		}
	case map[string]any:
		t.list = append(t.list, v)
		if id, ok := v["@id"].(string); ok && len(v) > 1 && t.byID[id] == nil {
			t.byID[id] = v
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "isPartOf", "author", "publisher"} {
			t.add(v[key], depth+1)
		}
	}
}

// ofType returns the first object of a type, or nil.
func (t *things) ofType(name string) thing {
	for _, v := range t.list {
		if slices.Contains(texts(v["@type"]), name) {
			return v
		}
	}
	return nil
}

// article returns the object that is the page's article: of several the one
// with the page's address, or the first that has a headline; nil for none.
func (t *things) article(p *page) thing {
	own := map[string]bool{bareAddress(p.links["canonical"]): true, bareAddress(p.address): true}
	for _, u := range p.metas["og:url"] {
		own[bareAddress(u)] = true
	}
	delete(own, "")
	var first thing
	for _, v := range t.list {
		if !v.isArticle() {
			continue
		}
		for _, u := range append(addressesOf(v), texts(v["@id"])...) {
			if own[bareAddress(u)] {
				return v
			}
		}
		if first == nil || first["headline"] == nil && v["headline"] != nil {
			first = v
		}
	}
	return first
}

// isArticle reports whether an object is of a type of article: NewsArticle,
// ReportageNewsArticle, BlogPosting, LiveBlogPosting, Report and so on.
func (v thing) isArticle() bool {
	for _, kind := range texts(v["@type"]) {
		kind = kind[strings.LastIndexAny(kind, "/:")+1:] // "http://schema.org/NewsArticle"
		if strings.HasSuffix(kind, "Article") || strings.HasSuffix(kind, "Posting") || kind == "Report" {
			return true
		}
	}
	return false
}

// addressesOf returns the addresses an object gives itself.
func addressesOf(v thing) []string {
	of := texts(v["url"])
	switch page := v["mainEntityOfPage"].(type) {
	case string:
		of = append(of, page)
	case map[string]any:
		of = append(of, texts(page["@id"], page["url"])...)
	}
	return of
}

// bareAddress returns an address without what may differ between two of one
// page: the scheme, "www." and what follows the path.
func bareAddress(u string) string {
	u, _, _ = strings.Cut(u, "#")
	u, _, _ = strings.Cut(u, "?")
	if _, rest, ok := strings.Cut(u, "://"); ok {
		u = rest
	}
	return strings.Trim(strings.TrimPrefix(strings.ToLower(u), "www."), "/")
}

// maxLinked is how deep a name may hide in lists and references.
const maxLinked = 3

// names returns the names of persons or organisations: texts, objects with a
// name, or references to such objects.
func (t *things) names(v any, depth int) []string {
	if depth > maxLinked {
		return nil
	}
	var out []string
	switch v := v.(type) {
	case string:
		return texts(v)
	case []any:
		for _, e := range v {
			out = append(out, t.names(e, depth+1)...)
		}
	case map[string]any:
		if out = texts(v["name"]); len(out) == 0 {
			if id, ok := v["@id"].(string); ok && t.byID[id] != nil {
				return texts(t.byID[id]["name"])
			}
		}
	}
	return out
}

// texts returns the texts in values: of lists, each; of an object, its value.
func texts(values ...any) []string {
	var out []string
	for _, v := range values {
		switch v := v.(type) {
		case string:
			if s := strings.TrimSpace(html.UnescapeString(v)); s != "" {
				out = append(out, s)
			}
		case []any:
			for _, e := range v[:min(len(v), maxMetas)] {
				if s, ok := e.(string); ok {
					out = append(out, texts(s)...)
				}
			}
		case map[string]any:
			if s, ok := v["@value"].(string); ok {
				out = append(out, texts(s)...)
			}
		}
	}
	return out
}

// bodies returns the text of an article, or of the posts of a live blog.
func bodies(v thing) []string {
	if body := texts(v["articleBody"]); len(body) > 0 {
		return body
	}
	var out []string
	posts, _ := v["liveBlogUpdate"].([]any)
	for _, e := range posts {
		if post, ok := e.(map[string]any); ok {
			out = append(out, texts(post["headline"], post["articleBody"])...)
		}
	}
	return out
}
