package format

import (
	"bytes"
	"errors"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"parallax/corpus/lazyregexp"
)

// Factiva exports articles as a web page, in one of two dresses, and as XML.
// The page has a table with a code before each part ("HD" headline, "PD" date,
// "SN" outlet, "LP" and "TD" text), or the same parts in a fixed order without
// codes: headline, author, words, date, time, outlet, its code, page, language.

var (
	factivaPage  = lazyregexp.New(`(?i)<title>\s*(?:dow jones )?factiva\s*</title>`)
	factivaStart = lazyregexp.New(`(?i)<div[^<>]{0,80}\bclass=["']article[ "']`)
	factivaXML   = lazyregexp.New(`<(?:ppsArticleResponse|ppsarticleResultSet|PPSResponse)\b|global\.factiva\.com`)
	factivaCode  = lazyregexp.New(`^[A-Z]{2,4}$`)
	factivaWords = lazyregexp.New(`^[\d.,\x{a0}\x{202f} ]+ (?:words|mots|Wörter|palabras|parole|palavras|woorden)$`)
	factivaTime  = lazyregexp.New(`^\d{1,2}:\d{2}(?: ?[AP]M)?(?: [A-Z]{2,5})?$`)
	factivaID    = lazyregexp.New(`^Document [A-Za-z0-9]{16,}$`)
)

// looksFactivaPage reports whether a web page is an export of Factiva.
func looksFactivaPage(head []byte) bool {
	return bytes.Contains(head, []byte("ctiva")) && looksHTML(head) && factivaPage.Match(head)
}

// looksFactivaXML reports whether an XML file is an export of Factiva.
func looksFactivaXML(head []byte) bool { return factivaXML.Match(head) }

// readFactivaPage gives the articles of an export as a web page.
func readFactivaPage(page string, next give) error {
	starts := factivaStart.FindAllStringIndex(page, -1)
	if len(starts) == 0 {
		return errors.New("a page of Factiva without articles; save it in the format “Article”, not “Headlines”")
	}
	for doc, err := range articlePages(page, starts) {
		raw := Raw{}
		if err == nil {
			raw, err = factivaLabelled(doc)
		}
		if err == nil && len(raw.Fields) == 0 {
			raw, err = factivaPlain(doc)
		}
		if !next(raw, err) {
			break
		}
	}
	return nil
}

// factivaLabelled reads an article that has a code before each part. Without
// codes there are no fields.
func factivaLabelled(article *html.Node) (Raw, error) {
	parts := make(map[string]string)
	for row := range article.Descendants() {
		if row.DataAtom != atom.Tr {
			continue
		}
		code, value := twoCells(row)
		if name := oneLine(textAt(code)); factivaCode.MatchString(name) && value != nil && parts[name] == "" {
			parts[name] = textOf(value)
		}
	}
	if len(parts) == 0 {
		return Raw{}, nil
	}
	fields := add(nil, Title, parts["HD"], "HD")
	fields = add(fields, Outlet, parts["SN"], "SN")
	fields = add(fields, Published, parts["PD"]+" "+parts["ET"], "PD")
	fields = addAuthors(fields, parts["BY"], "BY")
	fields = add(fields, Language, parts["LA"], "LA")
	text := strings.TrimSpace(parts["LP"] + "\n\n" + parts["TD"])
	if text == "" {
		return Raw{}, errNoText
	}
	return Raw{Text: text, Fields: fields}, nil
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

// textAt is textOf for a node that may be nil.
func textAt(n *html.Node) string {
	if n == nil {
		return ""
	}
	return textOf(n)
}

// factivaPlain reads an article without codes.
func factivaPlain(article *html.Node) (Raw, error) {
	var title, author string
	var head, text []string
	for n := range article.Descendants() {
		switch {
		case n.Type != html.ElementNode:
		case title == "" && classEnds(n, "Headline"):
			title = textOf(n)
		case author == "" && hasClass(n, "author"):
			author = textOf(n)
		case n.DataAtom == atom.P && classEnds(n, "articleParagraph"):
			if t := textOf(n); t != "" && !factivaID.MatchString(t) {
				text = append(text, t)
			}
		case n.DataAtom == atom.Div && len(text) == 0 && firstNode(n, block) == nil:
			head = append(head, oneLine(textOf(n)))
		}
	}
	if len(text) == 0 {
		return Raw{}, errNoText
	}
	date, outlet := factivaHead(head)
	fields := add(nil, Title, title, "headline")
	fields = add(fields, Outlet, outlet, "line below the date")
	fields = add(fields, Published, date, "line of the date")
	return Raw{Text: strings.Join(text, "\n\n"), Fields: addAuthors(fields, author, "byline")}, nil
}

// factivaHead finds the date and the outlet in the lines above the text: the
// outlet is the first behind the date and the time.
func factivaHead(lines []string) (date, outlet string) {
	for _, l := range lines {
		switch {
		case l == "" || factivaWords.MatchString(l):
		case date == "":
			date = dateFirst(l)
		case factivaTime.MatchString(l):
			date += " " + l
		default:
			return date, l
		}
	}
	return date, ""
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

// readFactivaXML gives the articles of an export as XML.
func readFactivaXML(root *element, cut bool, next give) error {
	articles := root.all("article")
	for _, a := range wholeOnes(articles, cut) {
		if !next(factivaArticle(a)) {
			return nil
		}
	}
	if len(articles) == 0 {
		return errors.New("a Factiva export without articles")
	}
	return nil
}

// factivaArticle reads an article of an export as XML. In its paragraphs the
// words that were searched for are marked up.
func factivaArticle(a *element) (Raw, error) {
	var text []string
	for _, part := range []string{"leadParagraph", "tailParagraphs"} {
		for _, p := range a.child(part).all("paragraph") {
			text = append(text, p.words())
		}
	}
	if text = nonEmpty(text); len(text) == 0 {
		return Raw{}, errNoText
	}
	fields := add(nil, Title, a.child("headline").content(), "headline")
	fields = add(fields, Outlet, a.child("sourceName").words(), "sourceName")
	fields = add(fields, Published, a.child("publicationDate", "dateTime").words(), "publicationDate")
	fields = add(fields, Published, a.child("publicationDate", "date").words(), "publicationDate")
	fields = addAuthors(fields, a.child("byline").words(), "byline")
	fields = add(fields, Language, a.child("baseLanguage").words(), "baseLanguage")
	return Raw{Text: strings.Join(text, "\n\n"), Fields: fields}, nil
}
