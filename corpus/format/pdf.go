package format

import (
	"bytes"
	"errors"
	"fmt"
	"iter"
	"strings"
	"unicode"

	"github.com/ledongthuc/pdf"

	"parallax/corpus/lazyregexp"
)

// Limits of a PDF. One article has ten pages at most.
const (
	maxPDFPages = 1000
	maxPDFLines = 200_000
)

func looksPDF(head []byte) bool {
	return bytes.Contains(head[:min(len(head), 1024)], []byte("%PDF-"))
}

var (
	errPDFEncrypted = errors.New("protected by a password; save a copy without one")
	errPDFPictures  = errors.New("no text in it: it holds pictures of pages; run text recognition (OCR) first")
	errPDFLetters   = errors.New("its fonts do not say which letters they show; run text recognition (OCR) on it first")
)

// readPDF reads a PDF: one article. The order is that in which the page was
// drawn, which is that of reading in what browsers and word processors print.
func readPDF(data []byte, _ Source) ([]Raw, error) { return readPDFWithin(maxPDFWork, data) }

// readPDFWithin reads a PDF, or gives up after so much work.
func readPDFWithin(limit int, data []byte) (raws []Raw, err error) {
	defer func() {
		if p := recover(); p != nil {
			raws, err = nil, pdfError(data, p)
		}
	}()
	data = tidyPDF(data)
	if err := checkPDFNumbers(data); err != nil {
		return nil, err
	}
	packed, err := checkPDFStreams(data)
	if err != nil {
		return nil, err
	}
	work := &pdfWork{left: limit}
	file := &pdfBytes{Reader: bytes.NewReader(data), work: work, packed: packed, opened: make(map[int64]int)}
	r, err := pdf.NewReader(file, int64(len(data)))
	if err != nil {
		return nil, pdfError(data, err)
	}
	file.opened = nil
	var lines []textLine
	pages := 0
	for contents, resources := range pagesOf(r) {
		if pages == maxPDFPages {
			return nil, fmt.Errorf("more than %d pages; print only the article to a new PDF", maxPDFPages)
		}
		lines = append(lines, linesOfPage(piecesOf(contents, resources, work), pages)...)
		if pages++; len(lines) > maxPDFLines {
			return nil, fmt.Errorf("more than %d lines; print only the article to a new PDF", maxPDFLines)
		}
	}
	letters, unknown := 0, 0
	for _, l := range lines {
		letters += len([]rune(l.text))
		unknown += strings.Count(l.text, "\uFFFD")
	}
	switch {
	case letters == 0:
		return nil, errPDFPictures
	case unknown*2 > letters:
		return nil, errPDFLetters
	}
	info := r.Trailer().Key("Info")
	text, around := splitEdges(lines, pages)
	all := paragraphsOf(text, browserPrinted(info))
	headline := largest(all, text)
	return []Raw{{Text: strings.Join(all, "\n\n"), Fields: pdfFields(info, all, headline, around), Doubtful: aboveHeadline(all, headline)}}, nil
}

// maxPageDepth is how deep the tree of pages may be.
const maxPageDepth = 32

// pagesOf returns what draws each page of a PDF, and the fonts and forms that
// this draws with: a page has its own, or those of the branch it stands on.
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

// pdfError says why a PDF cannot be read, by what the library says or threw.
func pdfError(data []byte, fault any) error {
	err, ok := fault.(error)
	switch {
	case ok && (errors.Is(err, errPDFWork) || errors.Is(err, errPDFNumbers) || errors.Is(err, errDrawing)):
		return err
	case ok && errors.Is(err, pdf.ErrInvalidPassword), bytes.Contains(data, []byte("/Encrypt")):
		return errPDFEncrypted
	}
	why := oneLine(fmt.Sprint(fault))
	for _, lead := range []string{"malformed PDF file: ", "malformed PDF: ", "not a PDF file: "} {
		why = strings.TrimPrefix(why, lead)
	}
	if len(why) > 100 {
		why = strings.ToValidUTF8(why[:100], "") + "…"
	}
	return fmt.Errorf("cannot be read as PDF: %s; print the page to PDF again", why)
}

var pdfVersion = lazyregexp.New(`^%PDF-\d\.\d\s`)

// tidyPDF takes away what stands around a PDF, and makes its first line one
// that the library knows: it refuses versions that differ in nothing it reads.
func tidyPDF(data []byte) []byte {
	if i := bytes.Index(data[:min(len(data), 1024)], []byte("%PDF-")); i > 0 {
		data = data[i:]
	}
	if i := bytes.LastIndex(data, []byte("%%EOF")); i > 0 {
		data = data[:i+len("%%EOF")]
	}
	if pdfVersion.Match(data) {
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
	notPDFTitle = lazyregexp.New(`(?i)^(?:untitled.*|microsoft word - .*|.*\.(?:docx?|rtf|odt|indd|qxp|qxd|pdf|pages|html?|tmp)|about:blank|https?://.*)$`)
	siteOfTitle = lazyregexp.New(`^(.+?)\s+[|–—•·»-]\s+([^|]+)$`)
)

// pdfFields returns what a PDF says: in its properties, on the lines that a
// browser printed around the pages, and by the size of its letters. The dates
// there are those of the printing.
func pdfFields(info pdf.Value, all []string, headline string, around []textLine) []Field {
	var out []Field
	const from = "PDF properties"
	if title := oneLine(info.Key("Title").Text()); title != "" && !notPDFTitle.MatchString(title) {
		if g := siteOfTitle.FindStringSubmatch(title); g != nil && standsIn(all, g[1]) && !standsIn(all, title) {
			out = append(out, Field{Title, g[1], from}, Field{Outlet, g[2], from + ": title"})
		} else {
			out = append(out, Field{Title, title, from})
		}
	}
	if headline != "" {
		out = append(out, Field{Title, headline, "largest letters"})
	}
	if author := oneLine(info.Key("Author").Text()); strings.Contains(author, " ") {
		out = append(out, Field{Author, author, from}) // one word is the name of somebody's computer account
	}
	if lang := info.Key("Lang").Text(); lang != "" {
		out = append(out, Field{Language, lang, from})
	}
	for _, l := range around {
		if g := printedAddress.FindStringSubmatch(l.text); g != nil && strings.HasPrefix(g[1], "http") && !strings.HasSuffix(g[1], "…") && !strings.HasSuffix(g[1], "...") {
			return append(out, Field{URL, g[1], "line printed below the page"})
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
