// Package pdf reads PDF files: the bytes of one go in, one article comes out.
//
//	check.go  refuses what would keep the library busy for ever or fill the memory
//	work.go   counts the work that a file takes, and gives up beyond a limit
//	page.go   follows what draws a page (lex.go, font.go) → pieces of text
//	lines.go  pieces → lines → paragraphs
package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"iter"
	"strings"
	"unicode"

	"github.com/ledongthuc/pdf"

	"parallax/corpus/format/raw"
	"parallax/corpus/lazyregexp"
)

// Limits of a PDF. One article has ten pages at most.
const (
	maxPages = 1000
	maxLines = 200_000
)

// Looks reports whether a file begins as PDF files do.
func Looks(head []byte) bool {
	return bytes.Contains(head[:min(len(head), 1024)], []byte("%PDF-"))
}

var (
	errEncrypted = errors.New("protected by a password; save a copy without one")
	errPictures  = errors.New("no text, only pictures of pages; run text recognition (OCR) first")
	errLetters   = errors.New("its fonts do not say which letters they show; run text recognition (OCR) first")
)

// Read reads a PDF: one article. The order is that in which the page was
// drawn, which is that of reading in what browsers and word processors print.
func Read(data []byte, _ raw.Source) ([]raw.Article, error) { return readWithin(maxWork, data) }

// readWithin reads a PDF, or gives up after so much work.
func readWithin(limit int, data []byte) (raws []raw.Article, err error) {
	defer func() {
		if p := recover(); p != nil {
			raws, err = nil, inWords(data, p)
		}
	}()
	data = tidy(data)
	work := &budget{left: limit}
	if err := checkNumbers(data, work); err != nil {
		return nil, err
	}
	packed, err := checkStreams(data, work)
	if err != nil {
		return nil, err
	}
	file := &countedFile{Reader: bytes.NewReader(data), work: work, packed: packed, opened: make(map[int64]int)}
	r, err := pdf.NewReader(file, int64(len(data)))
	if err != nil {
		return nil, inWords(data, err)
	}
	file.opened = nil
	var lines []textLine
	pages := 0
	for contents, resources := range pagesOf(r) {
		if pages == maxPages {
			return nil, fmt.Errorf("more than %d pages; print only the article to a new PDF", maxPages)
		}
		lines = append(lines, linesOfPage(piecesOf(contents, resources, work), pages)...)
		if pages++; len(lines) > maxLines {
			return nil, fmt.Errorf("more than %d lines; print only the article to a new PDF", maxLines)
		}
	}
	letters, unknown := 0, 0
	for _, l := range lines {
		letters += len([]rune(l.text))
		unknown += strings.Count(l.text, "\uFFFD")
	}
	switch {
	case letters == 0:
		return nil, errPictures
	case unknown*2 > letters:
		return nil, errLetters
	}
	info := r.Trailer().Key("Info")
	text, around := splitEdges(lines, pages)
	all := paragraphsOf(text, browserPrinted(info))
	headline := largest(all, text)
	return []raw.Article{{Text: strings.Join(all, "\n\n"), Fields: fieldsOf(info, all, headline, around), Doubtful: aboveHeadline(all, headline)}}, nil
}

// maxPageDepth is how deep the tree of pages may be.
const maxPageDepth = 32

// pagesOf returns what draws each page of a PDF, and the fonts and forms that
// this draws with: a page has its own, or those of the branch it is on.
func pagesOf(r *pdf.Reader) iter.Seq2[pdf.Value, pdf.Value] {
	return func(yield func(contents, resources pdf.Value) bool) {
		var walk func(node, resources pdf.Value, depth int) bool
		walk = func(node, resources pdf.Value, depth int) bool {
			if own := node.Key("Resources"); !own.IsNull() {
				resources = own
			}
			kids := node.Key("Kids")
			if kids.Kind() != pdf.Array {
				return yield(node.Key("Contents"), resources)
			}
			for i := range kids.Len() {
				if depth == maxPageDepth || !walk(kids.Index(i), resources, depth+1) {
					return false
				}
			}
			return true
		}
		walk(r.Trailer().Key("Root").Key("Pages"), pdf.Value{}, 0)
	}
}

// inWords says why a PDF cannot be read, by what the library says or threw.
func inWords(data []byte, fault any) error {
	err, ok := fault.(error)
	switch {
	case ok && (errors.Is(err, errWork) || errors.Is(err, errNumbers) || errors.Is(err, errDrawing)):
		return err
	case ok && errors.Is(err, pdf.ErrInvalidPassword), bytes.Contains(data, []byte("/Encrypt")):
		return errEncrypted
	}
	why := raw.OneLine(fmt.Sprint(fault))
	for _, lead := range []string{"malformed PDF file: ", "malformed PDF: ", "not a PDF file: "} {
		why = strings.TrimPrefix(why, lead)
	}
	if len(why) > 100 {
		why = strings.ToValidUTF8(why[:100], "") + "…"
	}
	return fmt.Errorf("cannot be read as PDF: %s; print the page to PDF again", why)
}

var anyVersion = lazyregexp.New(`^%PDF-\d\.\d\s`)

// tidy takes away what is around a PDF, and makes its first line one
// that the library knows: it refuses versions that differ in nothing it reads.
func tidy(data []byte) []byte {
	if i := bytes.Index(data[:min(len(data), 1024)], []byte("%PDF-")); i > 0 {
		data = data[i:]
	}
	if i := bytes.LastIndex(data, []byte("%%EOF")); i > 0 {
		data = data[:i+len("%%EOF")]
	}
	if anyVersion.Match(data) {
		data = append([]byte("%PDF-1.7\n"), data[len("%PDF-1.7\n"):]...)
	}
	return data
}

// browserPrinted reports whether a browser made the PDF: browsers do not divide
// words, so that a hyphen at the end of a line is the author's.
func browserPrinted(info pdf.Value) bool {
	made := info.Key("Producer").Text() + " " + info.Key("Creator").Text()
	return strings.Contains(made, "Mozilla") || strings.Contains(made, "Skia") || strings.Contains(made, "Firefox") || strings.Contains(made, "cairo")
}

var (
	noTitle     = lazyregexp.New(`(?i)^(?:untitled.*|microsoft word - .*|.*\.(?:docx?|rtf|odt|indd|qxp|qxd|pdf|pages|html?|tmp)|about:blank|https?://.*)$`)
	siteOfTitle = lazyregexp.New(`^(.+?)\s+[|–—•·»-]\s+([^|]+)$`)
)

// fieldsOf returns what a PDF says: in its properties, on the lines that a
// browser printed around the pages, and by the size of its letters. The dates
// there are those of the printing.
func fieldsOf(info pdf.Value, all []string, headline string, around []textLine) []raw.Field {
	var out []raw.Field
	const from = "PDF properties"
	if title := raw.OneLine(info.Key("Title").Text()); title != "" && !noTitle.MatchString(title) {
		if g := siteOfTitle.FindStringSubmatch(title); g != nil && standsIn(all, g[1]) && !standsIn(all, title) {
			out = append(out, raw.Field{Name: raw.Title, Value: g[1], From: from}, raw.Field{Name: raw.Outlet, Value: g[2], From: from + ": title"})
		} else {
			out = append(out, raw.Field{Name: raw.Title, Value: title, From: from})
		}
	}
	if headline != "" {
		out = append(out, raw.Field{Name: raw.Title, Value: headline, From: "largest letters"})
	}
	if author := raw.OneLine(info.Key("Author").Text()); strings.Contains(author, " ") {
		out = append(out, raw.Field{Name: raw.Author, Value: author, From: from}) // one word is the name of somebody's computer account
	}
	if lang := info.Key("Lang").Text(); lang != "" {
		out = append(out, raw.Field{Name: raw.Language, Value: lang, From: from})
	}
	for _, l := range around {
		if g := printedAddress.FindStringSubmatch(l.text); g != nil && strings.HasPrefix(g[1], "http") && !strings.HasSuffix(g[1], "…") && !strings.HasSuffix(g[1], "...") {
			return append(out, raw.Field{Name: raw.URL, Value: g[1], From: "line printed below the page"})
		}
	}
	return out
}

// standsIn reports whether a paragraph has the words of a title.
func standsIn(all []string, title string) bool {
	for _, p := range all {
		if strings.EqualFold(plainLetters(p), plainLetters(title)) {
			return true
		}
	}
	return false
}

func plainLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

// headlineSize is how much larger than the text a headline is set. Browsers
// set it at 2, newspapers at more, letters of a company's name at less.
const headlineSize = 1.4

// largest returns the paragraph of the first page that is set in the largest
// letters, when those are larger than most of the text.
func largest(all []string, text []textLine) string {
	letters, big := make(map[float64]int), 0
	for i, l := range text {
		letters[l.size] += len(l.text)
		if l.page == 0 && l.size > text[big].size {
			big = i
		}
	}
	usual := 0.0
	for size, n := range letters {
		if n > letters[usual] || n == letters[usual] && size < usual {
			usual = size
		}
	}
	if len(text) == 0 || text[big].size < headlineSize*usual {
		return ""
	}
	for _, p := range all {
		if strings.HasPrefix(p, text[big].text) && strings.Contains(p, " ") {
			return p
		}
	}
	return ""
}

// aboveHeadline returns the paragraphs over a headline, up to one that ends as
// sentences do: the sections of a site, its name, a date.
func aboveHeadline(all []string, headline string) []string {
	for i, p := range all {
		switch {
		case p == headline:
			return all[:i]
		case endsClause(p):
			return nil
		}
	}
	return nil
}
