package web

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"golang.org/x/net/html"

	"parallax/corpus/format/raw"
)

// isStandfirst reports whether a paragraph is what the page says of itself in
// its tags, or has a class that says so.
func (p *page) isStandfirst(k block) bool {
	if len(k.text) < minStandfirst || len(k.text) > maxStandfirst || strings.Contains(k.text, "\n") || onlyLinks(k.in) {
		return false
	}
	for _, class := range words(attribute(k.in, "class")) {
		if slices.ContainsFunc(strings.FieldsFunc(class, notLetter), func(w string) bool { return standfirsts()[w] }) {
			return true
		}
	}
	return hasAny(words(attribute(k.in, "itemprop")), "description", "alternativeheadline") || p.isDescription(k.text)
}

// isDescription reports whether a paragraph is the page's description, which may
// be cut to a length.
func (p *page) isDescription(text string) bool {
	if len(text) < minStandfirst || len(text) > maxStandfirst {
		return false
	}
	key := siteKey(text)
	return slices.ContainsFunc(p.descriptions(), func(d description) bool {
		return d.key == key || d.cut && strings.HasPrefix(key, d.key) || len(d.key) > len(key) && strings.HasPrefix(d.key, key)
	})
}

// A description is what a page says of itself, by its letters.
type description struct {
	key string
	cut bool // it is cut to a length
}

// descriptions returns those of the page's tags.
func (p *page) descriptions() []description {
	if p.said != nil {
		return p.said
	}
	p.said = []description{}
	for _, list := range [][]string{p.metas["og:description"], p.ld["description"], p.metas["description"], p.metas["twitter:description"]} {
		for _, d := range list {
			d = html.UnescapeString(d)
			if key := siteKey(d); len(key) >= minStandfirst {
				p.said = append(p.said, description{key, strings.HasSuffix(d, "…") || strings.HasSuffix(d, "...")})
			}
		}
	}
	return p.said
}

// withStandfirst adds the standfirst before the text, when it stands on the page
// before the paragraph at an index and is not in the text.
func (b *pageBlocks) withStandfirst(article raw.Article, p *page, before int) raw.Article {
	headline := b.headline == nil
	for _, k := range b.list[:before] {
		headline = headline || k.in == b.headline || isBelow(k.in, b.headline)
		if !headline && !p.isDescription(k.text) || k.in == b.headline || !p.isStandfirst(k) {
			continue
		}
		if aboutOthers(k.in, b.headline) && !p.isDescription(k.text) || strings.Contains(article.Text, k.text) || siteKey(k.text) == siteKey(cmp.Or(p.title, " ")) {
			continue
		}
		article.Text = k.text + "\n\n" + article.Text
		break
	}
	return article
}

// A standfirst is a sentence or three, in bytes.
const minStandfirst, maxStandfirst = 30, 600

// standfirsts are the words in the classes of standfirsts.
var standfirsts = sync.OnceValue(func() map[string]bool {
	return map[string]bool{
		"standfirst": true, "dek": true, "deck": true, "subtitle": true, "subheadline": true, "subhead": true, "subheading": true,
		"chapo": true, "vorspann": true, "sapo": true,
	}
})
