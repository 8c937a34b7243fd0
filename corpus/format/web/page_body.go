package web

import (
	"log/slog"
	"slices"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"parallax/corpus/format/raw"
)

// What was found with the article by the readability library, which is good
// at bylines and the like that are not labelled.
type byTheWay struct{ title, byline string }

// missingIn returns what was found and is not among the fields.
func (b byTheWay) missingIn(fields []raw.Field, p *page) []raw.Field {
	known := func(name string) bool {
		return slices.ContainsFunc(fields, func(f raw.Field) bool { return f.Name == name })
	}
	var out []raw.Field
	if title := raw.OneLine(b.title); title != "" && !known(raw.Title) {
		out = append(out, raw.Field{Name: raw.Title, Value: title, From: "page"})
	}
	if !known(raw.Author) {
		out = append(out, authorFields(namesIn([]string{b.byline}, p.siteNames(), p.order()), "page")...)
	}
	return out
}

const (
	// tooLittle is how many bytes of text found are so few that the page is
	// looked at again. The shortest of news in brief have more.
	tooLittle = 200

	// retryBelow is how few characters make the library try again with less
	// strict rules, which take in what is around short articles. Its own
	// value, 500, is more than many an article in brief has.
	retryBelow = 200
)

// discarded is the log of the library that finds the article.
var discarded = slog.New(slog.DiscardHandler)

// article returns the article of a page: its text, and what of that the page
// itself sets apart. The text is "" when there is none.
func (p *page) article() (raw.Article, byTheWay) {
	if p.tree == nil {
		return p.orBody(raw.Article{Text: textOfTags(p.slim)}), byTheWay{}
	}
	all := p.blocks() // now: what follows takes parts of the tree away
	parser := readability.NewParser()
	parser.Logger = discarded // the library's own writes each line, and drops it
	parser.DisableJSONLD = true
	parser.KeepClasses = true
	parser.CharThresholds = retryBelow
	found, err := parser.ParseAndMutate(cloned(p.tree), nil)
	if err != nil { // it has none for a tree
		return p.orBody(raw.Article{}), byTheWay{}
	}
	node, text := found.Node, ""
	if node != nil {
		removeBeside(node)
		text = TextOf(asWritten(node))
	}
	if part := p.labelled(node, len(text)); part != nil {
		removeBeside(part)
		if whole := TextOf(part); len(whole) > len(text) {
			node, text = part, whole
		}
	}
	var article raw.Article
	if text != "" {
		article = all.whole(node, text, p)
	}
	if len(article.Text) < tooLittle {
		article = p.orUnlit(article)
	}
	return p.orBody(article), byTheWay{found.Title(), found.Byline()}
}

// orUnlit returns the article that a page shows browsers without scripts, when
// there is more of it.
func (p *page) orUnlit(article raw.Article) raw.Article {
	text := strings.Join(p.unlit, "\n")
	p.unlit = nil
	if len(text) < tooLittle {
		return article
	}
	unlit := cutDown(text)
	unlit.unlit = nil // it has none within
	if unlit.parse() != nil || unlit.tree == nil {
		return article
	}
	if found, _ := unlit.article(); len(found.Text) > len(article.Text) {
		return found
	}
	return article
}

// orBody returns the body that JSON-LD has of the article instead of the text
// of the page when that has less than half of it: pages behind a paywall, or
// filled in by scripts.
func (p *page) orBody(article raw.Article) raw.Article {
	body := strings.Join(p.ld["articleBody"], "\n\n")
	if len(article.Text)*2 >= len(body) {
		return article
	}
	if strings.Contains(body, "</p>") || strings.Contains(body, "<br") {
		if text, err := TextOfHTML(body); err == nil {
			return raw.Article{Text: text}
		}
	}
	var paragraphs []string
	for line := range strings.Lines(body) {
		if line = raw.OneLine(line); line != "" {
			paragraphs = append(paragraphs, line)
		}
	}
	return raw.Article{Text: strings.Join(paragraphs, "\n\n")}
}

// The library has overlooked much of an article when it found fewer than
// longArticle bytes of it, and the page's own <article> has overlooked times as
// much in paragraphs and lists. Measured on 60 pages with an <article>: where the
// library was right the ratio was 1.17 at most; where it was wrong, 12 and more
// with 494 bytes found at most. The one page of 5 above longArticle had its column of
// teasers inside the <article>.
const (
	overlooked  = 1.3
	longArticle = 1500
)

// labelled returns the part of the page that is labelled as the article, when
// that has paragraphs which were overlooked; nil when it has not. When less
// than tooLittle was found, the whole page counts as labelled.
func (p *page) labelled(found *html.Node, size int) *html.Node {
	has := 0
	if found != nil {
		for n := range found.Descendants() {
			has += proseOf(n)
		}
	}
	if has > longArticle && !p.live {
		return nil
	}
	prose := proseBelow(p.tree)
	var best *html.Node
	for n := range elements(p.tree) {
		is := n.DataAtom == atom.Article || slices.Contains(words(attribute(n, "itemprop")), "articlebody") ||
			size < tooLittle && (n.DataAtom == atom.Main || attribute(n, "role") == "main" || n.DataAtom == atom.Body)
		// Of two that hold the same, the inner one is closer.
		if is && (best == nil || prose[n] > prose[best] || prose[n] == prose[best] && isBelow(n, best)) {
			best = n
		}
	}
	more := overlooked
	if p.live {
		more = 1 // any post may be the news, and the short ones are left out
	}
	if best == nil || float64(prose[best]) <= more*float64(has) {
		return nil
	}
	return best
}

func isBelow(n, top *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == top {
			return true
		}
	}
	return false
}

// proseBelow returns, for each element, the bytes of text in paragraphs and
// lists below it, without links and what is next to the article.
func proseBelow(root *html.Node) map[*html.Node]int {
	below := make(map[*html.Node]int)
	for n := range root.Descendants() {
		size := proseOf(n)
		for up := n.Parent; up != nil && size > 0; up = up.Parent {
			below[up] += size
		}
	}
	return below
}

// proseOf returns how many bytes of prose a text is.
func proseOf(n *html.Node) int {
	if n.Type != html.TextNode || !within(n, atom.P, atom.Li) || within(n, atom.A) || beside(n) || hidden(n) {
		return 0
	}
	return len(strings.TrimSpace(n.Data))
}

// removeBeside removes what is next to the article and what is not shown.
func removeBeside(root *html.Node) {
	var out []*html.Node
	for n := range elements(root) {
		if n != root && (besideAtoms[n.DataAtom] || isHidden(n)) {
			out = append(out, n)
		}
	}
	for _, n := range out {
		n.Parent.RemoveChild(n)
	}
}

var besideAtoms = map[atom.Atom]bool{atom.Nav: true, atom.Footer: true, atom.Aside: true, atom.Menu: true, atom.Dialog: true}

// asWritten puts right the names of elements, which the library changes.
func asWritten(root *html.Node) *html.Node {
	for n := range elements(root) {
		n.DataAtom = atom.Lookup([]byte(n.Data))
	}
	return root
}

// rawOf returns the article of a part of a page with this text, and the lines of
// it that are set apart.
func rawOf(root *html.Node, text string) raw.Article {
	lines := make(map[string]bool)
	for _, l := range strings.Split(text, "\n") {
		lines[l] = true
	}
	article := raw.Article{Text: text}
	for _, n := range setApart(root, len(text)) {
		for _, l := range strings.Split(TextOf(n), "\n") {
			if l != "" && lines[l] {
				article.Doubtful = append(article.Doubtful, l)
				delete(lines, l)
			}
		}
	}
	return article
}

// textOfTags returns the text of a page that is too large for a tree.
func textOfTags(page string) string {
	var w Paragraphs
	z := html.NewTokenizer(strings.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken:
			w.End()
			return strings.Join(w.Done, "\n\n")
		case html.TextToken:
			w.Now.Write(z.Text())
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			w.enter(&html.Node{Type: html.ElementNode, DataAtom: atom.Lookup(name)})
		}
	}
}
