package database

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"parallax/corpus/format/raw"
	"parallax/corpus/format/web"
	"parallax/corpus/lazyregexp"
)

// Europresse (Eureka in Canada) exports articles as one web page. Before 2013
// each is a table with its text beside the headline; since then it is an
// <article> with the text in a section of its own. The outlet's name, in an
// element of one class, begins every article of either.

var (
	europresseName   = lazyregexp.New(`(?i)<span[^<>]{0,80}class=["']?DocPublicationName\b`)
	europresseIssue  = lazyregexp.New(`, (?:no|n°|vol)\b.*$`)
	europresseNumber = lazyregexp.New(`^(?:Numéro de document|Document number|Dokumentnummer|Número de documento) ?:`)
)

// LooksEuropresse reports whether a web page is an export of Europresse.
func LooksEuropresse(head []byte) bool {
	return bytes.Contains(head, []byte("DocPublicationName")) && web.LooksHTML(head)
}

// ReadEuropresse yields the articles of a Europresse export.
func ReadEuropresse(page string, next raw.Give) error {
	starts := europresseName.FindAllStringIndex(page, -1)
	if len(starts) == 0 {
		return errors.New("no articles in this Europresse page; export them as HTML with their text")
	}
	for doc, err := range articlePages(page, starts) {
		article := raw.Article{}
		if err == nil {
			article, err = europresseArticle(doc)
		}
		if !next(article, err) {
			break
		}
	}
	return nil
}

// europresseArticle reads one article, from its outlet's name on.
func europresseArticle(doc *html.Node) (raw.Article, error) {
	var header strings.Builder
	for n := range doc.Descendants() {
		if hasClass(n, "DocHeader") {
			header.WriteString(web.TextOf(n) + " ")
		}
	}
	name := raw.OneLine(textAt(firstNode(doc, withClass("DocPublicationName"))))
	title := firstNode(doc, withClass("titreArticleVisu"))
	var text, author string
	if section := firstNode(doc, isSection); section != nil {
		text, author = web.TextOf(section), europresseAuthor(title)
	} else {
		text, author = europresseOld(doc, raw.OneLine(textAt(title)))
	}
	if text == "" {
		return raw.Article{}, errNoText
	}
	fields := raw.AddField(nil, raw.Title, textAt(title), "headline")
	fields = raw.AddField(fields, raw.Outlet, europresseIssue.ReplaceAllString(name, ""), "line of the outlet")
	fields = raw.AddField(fields, raw.Published, raw.DateIn(header.String()), "line of the date")
	return raw.Article{Text: text, Fields: raw.AddAuthors(fields, author, "byline")}, nil
}

func isSection(n *html.Node) bool { return n.Data == "section" || hasClass(n, "docOcurrContainer") }

// maxByline is the longest line, in characters, that can name authors.
const maxByline = 120

// europresseAuthor returns the line below the headline: who wrote the article.
func europresseAuthor(title *html.Node) string {
	if title == nil || title.Parent == nil {
		return ""
	}
	at := title
	if hasClass(title.Parent, "titreArticle") {
		at = title.Parent
	}
	for n := at.NextSibling; n != nil; n = n.NextSibling {
		if n.Type != html.ElementNode {
			continue
		}
		if l := raw.OneLine(web.TextOf(n)); l != "" && !isSection(n) && utf8.RuneCountInString(l) <= maxByline {
			return l
		}
		break
	}
	return ""
}

// europresseOld returns the text below the headline of an article in a table,
// and the author where a short line above the text is one.
func europresseOld(doc *html.Node, title string) (text, author string) {
	var below []string
	seen := false
	for p := range strings.SplitSeq(web.TextOf(doc), "\n\n") {
		if !seen {
			lines := strings.Split(p, "\n")
			seen = title != "" && lines[len(lines)-1] == title
			continue
		}
		if isRights(p) || europresseNumber.MatchString(p) {
			break
		}
		below = append(below, p)
	}
	if len(below) > 1 && namesOnly(below[0]) {
		author, below = below[0], below[1:]
	}
	return strings.Join(below, "\n\n"), author
}

var nameWords = lazyregexp.New(`^\p{Lu}[\pL.’'-]*(?:(?:,| et| and| de| du| van| von)* \p{Lu}[\pL.’'-]*){1,9}$`)

// namesOnly reports whether a line is names and nothing else.
func namesOnly(l string) bool {
	return utf8.RuneCountInString(l) <= maxByline && nameWords.MatchString(l)
}
