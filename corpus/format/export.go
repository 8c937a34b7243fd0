package format

import (
	"errors"
	"fmt"
	"iter"
	"strings"

	"golang.org/x/net/html"

	"parallax/corpus/lazyregexp"
)

// A give hands on one article of an export, or the error that stands for it.
// It returns false when no more are wanted.
type give func(Raw, error) bool

// maxExport is how large an export may be, in bytes, unpacked. Those of five
// hundred articles are 5 MB.
const maxExport = 16 << 20

// maxExported is how many articles are read of one export. Databases give a
// thousand at most.
const maxExported = 20_000

// export makes a reader of a function that reads a file of many articles at
// once and gives them one by one. The error it returns is the file's.
func export(read func(data []byte, src Source, next give) error) reader {
	return func(src Source) iter.Seq2[Raw, error] {
		return func(yield func(Raw, error) bool) {
			data, err := src.all()
			if err != nil {
				yield(Raw{}, err)
				return
			}
			var bad complaints
			wanted, n := true, 0
			err = read(data, src, func(r Raw, err error) bool {
				if n++; n > maxExported {
					return false
				}
				if err == nil || bad.tell() {
					wanted = wanted && yield(r, err)
				}
				return wanted
			})
			if n > maxExported {
				err = fmt.Errorf("more than %d articles in one file; those behind them are not read: split it", maxExported)
			}
			for _, err := range []error{bad.rest(), err} {
				if err != nil && wanted {
					wanted = yield(Raw{}, err)
				}
			}
		}
	}
}

// exportOfText is export for a function that reads the file as text.
func exportOfText(read func(text string, next give) error) reader {
	return export(func(data []byte, src Source, next give) error {
		if len(data) > maxExport {
			return ErrTooLarge(maxExport)
		}
		text, err := decode(data, src.Charset)
		if err != nil {
			return err
		}
		return read(text, next)
	})
}

// errNoText is the error of an article of an export that has headers only.
var errNoText = errors.New("empty: the export has the particulars of this article and no text")

const (
	dayMonthYear = `\d{4}-\d{2}-\d{2}` +
		`|\d{1,2}(?:er|st|nd|rd|th|\.)? (?:de |of )?\pL{3,10}\.?,? (?:de )?\d{4}` +
		`|\pL{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}` +
		`|\d{1,2}[./]\d{1,2}[./]\d{4}`
	// weekdayWord is a day of the week by its ending, in seven languages.
	weekdayWord = `\pL{2,8}(?:day|tag|woch|abend|dag|di|dì|che|nes|tes|les|ves|ado|ato|ngo|nica|feira)`
	timeOfDay   = `(?:,? ` + weekdayWord + `\b)?(?:,? \d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M\b)?(?: [A-Z]{2,5}\b)?)?`
)

var (
	exportDate      = lazyregexp.New(`(?i)\b(?:` + dayMonthYear + `)`)
	exportDateFirst = lazyregexp.New(`(?i)^(?:` + weekdayWord + `\.?,? )?(?:` + dayMonthYear + `)` + timeOfDay)
)

// dateIn returns the date that stands somewhere in a line of an export's
// header, as it is written there, or "".
func dateIn(line string) string { return exportDate.FindString(oneLine(line)) }

// dateFirst returns the date that a line begins with, with the weekday and the
// time of day beside it, or "". What may follow is the edition.
func dateFirst(line string) string {
	first, _ := cutLine(strings.TrimSpace(line))
	return exportDateFirst.FindString(oneLine(first))
}

var monthOnly = lazyregexp.New(`^(?:\pL{3,10}[ /–-]{1,3})?\pL{3,10}\.?,? (?:1[6-9]|20)\d{2}$`)

// issueFirst is dateFirst, or the month or season of a magazine's issue, on a
// line of its own: "March 2026", "Summer 2026".
func issueFirst(line string) string {
	if d := dateFirst(line); d != "" {
		return d
	}
	if first, _ := cutLine(strings.TrimSpace(line)); monthOnly.MatchString(first) && !isRights(first) {
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

// articlePages gives the tree of each article of a page, which begin where
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
