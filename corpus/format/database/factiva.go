package database

import (
	"bytes"
	"errors"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"parallax/corpus/format/raw"
	"parallax/corpus/format/web"
	"parallax/corpus/format/xml"
	"parallax/corpus/lazyregexp"
)

// Factiva exports articles as a web page, in one of two layouts, and as XML.
// The page has a table with a code before each part ("HD" headline, "PD" date,
// "SN" outlet, "LP" and "TD" text), or the same parts in a fixed order without
// codes: headline, author, words, date, time, outlet, its code, page, language.

var (
	factivaPage  = lazyregexp.New(`(?i)<title(?:\s[^<>]{0,80})?>\s*(?:dow jones )?factiva\s*</title>`)
	factivaSaved = lazyregexp.New(`(?i)<title(?:\s[^<>]{0,80})?>[^<]{0,80}\bfactiva\b|saved from url=\S{0,20}https?://[\w.-]{0,60}factiva\.com`)
	factivaStart = lazyregexp.New(`(?i)<div[^<>]{0,200}\bclass=["']article[ "']`)
	factivaXML   = lazyregexp.New(`<(?:ppsArticleResponse|ppsarticleResultSet|PPSResponse)\b|global\.factiva\.com`)
	factivaCode  = lazyregexp.New(`^[A-Z]{2,4}$`)
	factivaWords = lazyregexp.New(`^` + countOfWords + `$`)
	factivaTime  = lazyregexp.New(`^\d{1,2}:\d{2}(?: ?[AP]M)?(?: [A-Z]{2,5})?$`)
	factivaID    = lazyregexp.New(`^(?:Document|Dokument|Documento|文件|文档|文書|ドキュメント|Документ) [A-Za-z0-9]{16,}$`)
)

// countOfWords is a count of words in the languages of Factiva's pages.
const countOfWords = `[\d.,\x{a0}\x{202f} ]*\d ?(?:words?|mots|Wörter|palabras|parole|palavras|woorden|слов\pL*|字|文字|ワード|語)`

var factivaWordsLine = lazyregexp.New(`(?m)^[ \t]*` + countOfWords + `[ \t\r]*$`)

// LooksFactivaPage reports whether a web page is an export of Factiva.
func LooksFactivaPage(head []byte) bool {
	return bytes.Contains(head, []byte("ctiva")) && web.LooksHTML(head) &&
		(factivaPage.Match(head) || factivaSaved.Match(head) && factivaStart.Match(head) && bytes.Contains(head, []byte("articleParagraph")))
}

// LooksFactivaXML reports whether an XML file is an export of Factiva.
func LooksFactivaXML(head []byte) bool { return factivaXML.Match(head) }

// ReadFactivaPage yields the articles of an export as a web page.
func ReadFactivaPage(page string, next raw.Give) error {
	starts := factivaStart.FindAllStringIndex(page, -1)
	if len(starts) == 0 {
		return errNoFactiva
	}
	found := false
	for doc, err := range articlePages(page, starts) {
		article := raw.Article{}
		if err == nil {
			article, err = factivaLabelled(doc)
		}
		if err == nil && len(article.Fields) == 0 {
			article, err = factivaPlain(doc)
		}
		if errors.Is(err, errNotArticle) {
			continue
		}
		found = true
		if !next(article, err) {
			return nil
		}
	}
	if !found {
		return errNoFactiva
	}
	return nil
}

var (
	errNoFactiva = errors.New("no articles in this Factiva page; save it in the “Article” format, not “Headlines”")

	// errNotArticle is the error of an element of a page that only encloses
	// articles, or is of the page around them as browsers save it.
	errNotArticle = errors.New("neither a headline nor text in it")
)

// factivaLabelled reads an article that has a code before each part. Without
// codes there are no fields.
func factivaLabelled(article *html.Node) (raw.Article, error) {
	parts := make(map[string]string)
	for row := range article.Descendants() {
		if row.DataAtom != atom.Tr {
			continue
		}
		code, value := twoCells(row)
		if name := raw.OneLine(textAt(code)); factivaCode.MatchString(name) && value != nil && parts[name] == "" {
			parts[name] = web.TextOf(value)
		}
	}
	if len(parts) == 0 {
		return raw.Article{}, nil
	}
	return factivaOfParts(parts)
}

// factivaOfParts makes an article of its parts by their codes.
func factivaOfParts(parts map[string]string) (raw.Article, error) {
	fields := raw.AddField(nil, raw.Title, parts["HD"], "HD")
	fields = raw.AddField(fields, raw.Outlet, parts["SN"], "SN")
	fields = raw.AddField(fields, raw.Published, parts["PD"]+" "+parts["ET"], "PD")
	fields = raw.AddAuthors(fields, parts["BY"], "BY")
	fields = raw.AddField(fields, raw.Language, parts["LA"], "LA")
	text := strings.TrimSpace(parts["LP"] + "\n\n" + parts["TD"])
	if text == "" {
		return raw.Article{}, errNoText
	}
	return raw.Article{Text: text, Fields: raw.WithoutOutlet(fields)}, nil
}

// twoCells returns the cells of a row that has two, or nil.
func twoCells(row *html.Node) (first, second *html.Node) {
	n := 0
	for c := range row.ChildNodes() {
		if c.DataAtom != atom.Td && c.DataAtom != atom.Th {
			continue
		}
		switch n++; n {
		case 1:
			first = c
		case 2:
			second = c
		default:
			return nil, nil
		}
	}
	return first, second
}

// textAt is TextOf for a node that may be nil.
func textAt(n *html.Node) string {
	if n == nil {
		return ""
	}
	return web.TextOf(n)
}

// factivaPlain reads an article without codes.
func factivaPlain(article *html.Node) (raw.Article, error) {
	var title, author string
	var head, text []string
	for n := range article.Descendants() {
		switch {
		case n.Type != html.ElementNode:
		case title == "" && classEnds(n, "Headline"):
			title = web.TextOf(n)
		case author == "" && hasClass(n, "author"):
			author = web.TextOf(n)
		case n.DataAtom == atom.P && classEnds(n, "articleParagraph"):
			if t := web.TextOf(n); t != "" && !factivaID.MatchString(t) {
				text = append(text, t)
			}
		case n.DataAtom == atom.Div && len(text) == 0 && firstNode(n, web.IsBlock) == nil:
			head = append(head, raw.OneLine(web.TextOf(n)))
		}
	}
	switch {
	case len(text) == 0 && title == "":
		return raw.Article{}, errNotArticle
	case len(text) == 0:
		return raw.Article{}, errNoText
	}
	date, outlet, _ := factivaHead(head)
	fields := raw.AddField(nil, raw.Title, title, "headline")
	fields = raw.AddField(fields, raw.Outlet, outlet, "line below the date")
	fields = raw.AddField(fields, raw.Published, date, "line of the date")
	return raw.Article{Text: strings.Join(text, "\n\n"), Fields: raw.WithoutOutlet(raw.AddAuthors(fields, author, "byline"))}, nil
}

// factivaHead finds the date and the outlet in the lines above the text, and
// returns how many lines that took: the outlet is the first line after the date
// and the time.
func factivaHead(lines []string) (date, outlet string, n int) {
	for i, l := range lines {
		switch {
		case l == "" || factivaWords.MatchString(l):
		case date == "":
			date = raw.DateFirst(l)
		case factivaTime.MatchString(l):
			date += " " + l
		default:
			return date, l, i + 1
		}
	}
	return date, "", len(lines)
}

// classEnds reports whether a class of an element ends so: the first part is
// the language ("enHeadline").
func classEnds(n *html.Node, end string) bool {
	for _, a := range n.Attr {
		if a.Key == "class" {
			for c := range strings.FieldsSeq(a.Val) {
				if strings.HasSuffix(c, end) {
					return true
				}
			}
		}
	}
	return false
}

// ReadFactivaXML yields the articles of an export as XML.
func ReadFactivaXML(root *xml.Element, cut bool, next raw.Give) error {
	articles := root.All("article")
	for _, a := range xml.WholeOnes(articles, cut) {
		if !next(factivaArticle(a)) {
			return nil
		}
	}
	if len(articles) == 0 {
		return errors.New("no articles in this Factiva export")
	}
	return nil
}

// factivaArticle reads an article of an export as XML. In its paragraphs the
// words that were searched for are marked up.
func factivaArticle(a *xml.Element) (raw.Article, error) {
	var text []string
	for _, part := range []string{"leadParagraph", "tailParagraphs"} {
		for _, p := range a.Child(part).All("paragraph") {
			text = append(text, p.Words())
		}
	}
	if text = xml.NonEmpty(text); len(text) == 0 {
		return raw.Article{}, errNoText
	}
	fields := raw.AddField(nil, raw.Title, a.Child("headline").Content(), "headline")
	fields = raw.AddField(fields, raw.Outlet, a.Child("sourceName").Words(), "sourceName")
	fields = raw.AddField(fields, raw.Published, a.Child("publicationDate", "dateTime").Words(), "publicationDate")
	fields = raw.AddField(fields, raw.Published, a.Child("publicationDate", "date").Words(), "publicationDate")
	fields = raw.AddAuthors(fields, a.Child("byline").Words(), "byline")
	fields = raw.AddField(fields, raw.Language, a.Child("baseLanguage").Words(), "baseLanguage")
	return raw.Article{Text: strings.Join(text, "\n\n"), Fields: fields}, nil
}
