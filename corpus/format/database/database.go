// Package database reads what research databases export: a file goes in, and the
// articles that were saved to it come out, one by one, each with its metadata
// (outlet, date, byline) as fields.
//
//	nexis.go     LexisNexis, in documents; lexisnexis.go, in text and pages; labels.go
//	factiva.go   Factiva, in pages and XML; factiva_lines.go, in documents and text
//	proquest.go  ProQuest (proquest_page.go, in pages); europresse.go Europresse; press.go archives in German
//	agency.go    messages of news agencies as text
//	document.go  which of them a document, a text or a page is
package database

import (
	"errors"
	"fmt"
	"iter"
	"strings"

	"golang.org/x/net/html"

	"parallax/corpus/format/raw"
	"parallax/corpus/lazyregexp"
)

// errNoText is the error of an article of an export that has headers only.
var errNoText = errors.New("empty: the export has only metadata for this article, no text")

// issueFirst is DateFirst, or the month or season of a magazine's issue, on a
// line of its own: "March 2026", "Summer 2026".
func issueFirst(line string) string {
	if d := raw.DateFirst(line); d != "" {
		return d
	}
	if first, _ := raw.CutLine(strings.TrimSpace(line)); raw.MonthOnly.MatchString(first) && !isRights(first) {
		return first
	}
	return ""
}

var rightsLine = lazyregexp.New(`(?i)^(?:copyright|copy(?: \d{4})|©|\(c\)|&copy;)(?:\W|$).{0,200}$` +
	`|^.{0,120}\b(?:all rights reserved|tous droits réservés|alle rechte vorbehalten|todos los derechos reservados|alle rechten voorbehouden|tutti i diritti riservati)\.?$`)

// isRights reports whether a line of an export is its note of copyright.
func isRights(line string) bool { return rightsLine.MatchString(strings.TrimSpace(line)) }

// withoutRights returns a paragraph without the lines that are notes of
// copyright.
func withoutRights(paragraph string) string {
	var keep []string
	for l := range strings.SplitSeq(paragraph, "\n") {
		if !isRights(l) {
			keep = append(keep, l)
		}
	}
	return strings.TrimSpace(strings.Join(keep, "\n"))
}

// maxArticlePage is how large the HTML of one article of an export may be, in
// bytes. Those seen are below 100 KB.
const maxArticlePage = 2 << 20

// articlePages yields the tree of each article of a page, which begin where
// marks says, with its error when it cannot be parsed.
func articlePages(page string, marks [][]int) iter.Seq2[*html.Node, error] {
	return func(yield func(*html.Node, error) bool) {
		for i, m := range marks {
			end := len(page)
			if i+1 < len(marks) {
				end = marks[i+1][0]
			}
			var doc *html.Node
			err := fmt.Errorf("an article of more than %d MB in an export", maxArticlePage>>20)
			if end-m[0] <= maxArticlePage {
				doc, err = html.Parse(strings.NewReader(page[m[0]:end]))
			}
			if !yield(doc, err) {
				return
			}
		}
	}
}

// hasClass reports whether an element has a class.
func hasClass(n *html.Node, class string) bool {
	for _, a := range n.Attr {
		if a.Key == "class" {
			for c := range strings.FieldsSeq(a.Val) {
				if strings.EqualFold(c, class) {
					return true
				}
			}
		}
	}
	return false
}

// firstNode returns the first element below a node that fits, or nil.
func firstNode(root *html.Node, fits func(*html.Node) bool) *html.Node {
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && fits(n) {
			return n
		}
	}
	return nil
}

// withClass is for firstNode: elements of a class.
func withClass(class string) func(*html.Node) bool {
	return func(n *html.Node) bool { return hasClass(n, class) }
}
