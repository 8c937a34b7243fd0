// Package office reads documents and books: the bytes of a Word, OpenDocument,
// EPUB or Rich Text file go in, one article comes out.
package office

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	xmlfile "parallax/corpus/format/xml"
)

// maxDocument is how large the text of a Word or OpenDocument file may be, in bytes of XML,
// of which one of words has some ten. A hundred articles are 3 MB.
const maxDocument = 16 << 20

// maxOpen is how many paragraphs may be inside one another: a text box in a
// text box is rare.
const maxOpen = 64

// maxDepth is how deep the elements of a Word file may be nested. Those of
// tables in tables are some forty deep.
const maxDepth = 500

// A Paragraph is one paragraph of a Word file. Cells of tables and text
// boxes are paragraphs, too; empty ones do not count.
type Paragraph struct {
	Text  string // line breaks and tabs are kept
	style string // the name of its style as Word has it inside, in lower case: "heading 1"
	list  bool   // it is an item of a list
	Bold  bool   // its first words are bold
}

const (
	wordML       = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	wordMLStrict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
	compatML     = "http://schemas.openxmlformats.org/markup-compatibility/2006"
	mathML       = "http://schemas.openxmlformats.org/officeDocument/2006/math"
)

// wordParagraphs returns the paragraphs of a Word file in reading order, a text
// box after the paragraph it is anchored to. Deleted and hidden words, footnotes,
// comments, headers and footers are left out.
func (z zipped) wordParagraphs() ([]Paragraph, error) {
	document, err := z.member("word/document.xml")
	switch {
	case err != nil:
		return nil, fmt.Errorf("unreadable Word document: %w", err)
	case document == nil:
		return nil, errors.New("not a Word document (word/document.xml is missing)")
	case len(document) > maxDocument:
		return nil, fmt.Errorf("the text of this Word document takes more than %d MB of XML; split it", maxDocument>>20)
	}
	r := docxReader{decoder: xml.NewDecoder(bytes.NewReader(document)), styles: z.wordStyles()}
	r.decoder.Strict = false
	if err := r.read(); err != nil {
		return nil, fmt.Errorf("damaged Word document: %w", xmlfile.InWords(err))
	}
	return slices.DeleteFunc(r.paragraphs, func(p Paragraph) bool { return p.Text == "" }), nil
}

// wordStyles returns the names of styles by their identifiers, which are in
// the language of the program that wrote the file ("berschrift1"). Where they
// cannot be read, the text can be without.
func (z zipped) wordStyles() map[string]string {
	data, err := z.member("word/styles.xml")
	if err != nil || len(data) > maxDocument {
		return nil
	}
	var sheet struct {
		Styles []struct {
			ID   string `xml:"styleId,attr"`
			Name struct {
				Val string `xml:"val,attr"`
			} `xml:"name"`
		} `xml:"style"`
	}
	if xml.Unmarshal(data, &sheet) != nil {
		return nil
	}
	names := make(map[string]string)
	for _, s := range sheet.Styles {
		names[s.ID] = strings.ToLower(s.Name.Val)
	}
	return names
}

// A docxReader goes through the XML of a Word file once.
type docxReader struct {
	decoder    *xml.Decoder
	styles     map[string]string
	paragraphs []Paragraph
	open       []*openParagraph // a text box is a paragraph inside one
	inRun      bool             // between w:r: what is said of bold is said of it
	bold       bool
	hidden     bool
	words      bool // inside w:t
}

// An openParagraph is one whose end has not been read.
type openParagraph struct {
	at   int // its place in paragraphs
	text strings.Builder
}

// read reads all paragraphs.
func (r *docxReader) read() error {
	depth, skip := 0, 0 // of the element that is open; of the one that is left out
	for {
		token, err := r.decoder.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			depth++
			switch {
			case depth > maxDepth || len(r.open) > maxOpen:
				return xmlfile.ErrDepth
			case skip > 0:
			case leftOut(t.Name):
				skip = depth
			case isWordML(t.Name):
				r.start(t)
			}
		case xml.EndElement:
			switch {
			case skip == depth:
				skip = 0
			case skip == 0 && isWordML(t.Name):
				r.end(t.Name.Local)
			}
			depth--
		case xml.CharData:
			if r.words && skip == 0 {
				r.write(string(t))
			}
		}
	}
}

func isWordML(n xml.Name) bool {
	return n.Space == wordML || n.Space == wordMLStrict || n.Space == mathML && n.Local == "t"
}

// leftOut reports whether an element is not read: words deleted or moved away,
// the copy of a text box for older programs, the reading of a character.
func leftOut(n xml.Name) bool {
	switch n.Local {
	case "Fallback":
		return n.Space == compatML
	case "del", "moveFrom", "rt", "pPrChange", "rPrChange":
		return isWordML(n)
	}
	return false
}

func (r *docxReader) start(t xml.StartElement) {
	switch t.Name.Local {
	case "p":
		r.open = append(r.open, &openParagraph{at: len(r.paragraphs)})
		r.paragraphs = append(r.paragraphs, Paragraph{})
		r.inRun = false
	case "r":
		r.inRun, r.bold, r.hidden = true, false, false
	case "pStyle":
		if p := r.now(); p != nil {
			p.style = strings.ToLower(xmlfile.Attr(t, "val"))
			if name := r.styles[xmlfile.Attr(t, "val")]; name != "" {
				p.style = name
			}
		}
	case "numPr":
		if p := r.now(); p != nil {
			p.list = true
		}
	case "b":
		r.bold = r.inRun && on(t)
	case "vanish":
		r.hidden = r.inRun && on(t)
	case "t":
		r.words = true
	case "tab":
		if r.inRun {
			r.write("\t")
		}
	case "br", "cr":
		r.write("\n")
	case "noBreakHyphen":
		r.write("-")
	}
}

func (r *docxReader) end(name string) {
	switch name {
	case "t":
		r.words = false
	case "r":
		r.inRun, r.hidden = false, false
	case "p":
		n := len(r.open)
		if n == 0 {
			return
		}
		p := r.open[n-1]
		r.open = r.open[:n-1]
		text := strings.TrimSpace(p.text.String())
		if text == "" && p.at == len(r.paragraphs)-1 {
			r.paragraphs = r.paragraphs[:p.at]
			return
		}
		r.paragraphs[p.at].Text = text
	}
}

// now returns the paragraph being read, or nil.
func (r *docxReader) now() *Paragraph {
	if len(r.open) == 0 {
		return nil
	}
	return &r.paragraphs[r.open[len(r.open)-1].at]
}

func (r *docxReader) write(s string) {
	if len(r.open) == 0 || r.hidden {
		return
	}
	text := &r.open[len(r.open)-1].text
	if strings.TrimSpace(s) != "" && strings.TrimSpace(text.String()) == "" {
		r.now().Bold = r.bold
	}
	text.WriteString(s)
}

// on reports whether a switch such as w:b is on: without a value it is.
func on(t xml.StartElement) bool {
	v := xmlfile.Attr(t, "val")
	return v != "0" && v != "false" && v != "off"
}
