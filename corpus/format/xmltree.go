package format

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"html"
	"io"
	"regexp"
	"strings"
	"unicode/utf8"
)

// Limits of an XML file. News nests some twenty elements deep; a feed of 100
// articles has some ten thousand; their tags are below 2 KB.
const (
	maxTreeDepth    = 200
	maxTreeElements = 300_000 // with texts and attributes
	maxTag          = 256 << 10
)

// An element is one of an XML file, with what is in it. A text is an element
// without a name.
type element struct {
	xml.Name
	attrs    []xml.Attr
	text     string
	children []*element
}

var (
	declared = regexp.MustCompile(`^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']`)
)

// parseXML reads an XML file, in the encoding it declares if that can be; it
// forgives HTML's entities. An error comes with as much of the file as was
// read, nil if nothing was.
func parseXML(data []byte, charset string) (*element, error) {
	if g := declared.FindSubmatch(data[:min(len(data), 200)]); charset == "" && g != nil && !utf8.Valid(data) && CheckCharset(string(g[1])) == nil {
		charset = string(g[1])
	}
	text, err := Decode(data, charset)
	if err != nil {
		return nil, err
	}
	if hasLongTag(text) {
		return nil, fmt.Errorf("a tag of more than %s", bytesInWords(maxTag))
	}
	top := new(element)
	err = top.fill(newDecoder(strings.NewReader(strings.Map(xmlRune, text))))
	if len(top.children) == 0 {
		return nil, errors.Join(err, errors.New("no XML in it"))
	}
	return top.children[0], err
}

// hasLongTag reports whether there is a tag that would cost the decoder, which
// takes ten times an attribute's length, too much memory.
func hasLongTag(text string) bool {
	for {
		start := strings.IndexByte(text, '<')
		if start < 0 {
			return false
		}
		text = text[start:]
		end := strings.IndexByte(text, '>')
		if end < 0 {
			end = len(text) - 1
		}
		if end > maxTag && !strings.HasPrefix(text, "<!") {
			return true
		}
		text = text[end+1:]
	}
}

// xmlRune takes the place of control characters, which no XML file may have and
// some feeds do.
func xmlRune(r rune) rune {
	if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
		return ' '
	}
	return r
}

// newDecoder returns a decoder of XML that is UTF-8, whatever it says.
func newDecoder(r io.Reader) *xml.Decoder {
	d := xml.NewDecoder(r)
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	return d
}

// fill reads the elements of a file into e.
func (e *element) fill(d *xml.Decoder) error {
	open, n := []*element{e}, 0
	for {
		token, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return xmlError(err)
		}
		in := open[len(open)-1]
		switch t := token.(type) {
		case xml.StartElement:
			if n += 1 + len(t.Attr); n > maxTreeElements || len(open) > maxTreeDepth {
				return fmt.Errorf("XML of more than %d elements, or nested deeper than %d", maxTreeElements, maxTreeDepth)
			}
			sub := &element{Name: t.Name, attrs: t.Attr}
			in.children = append(in.children, sub)
			open = append(open, sub)
		case xml.EndElement:
			open = open[:max(1, len(open)-1)]
		case xml.CharData:
			if n++; len(open) > 1 && n <= maxTreeElements {
				in.children = append(in.children, &element{text: string(t)})
			}
		}
	}
}

func xmlError(err error) error {
	if s, ok := errors.AsType[*xml.SyntaxError](err); ok {
		return fmt.Errorf("not well-formed XML: line %d: %s", s.Line, s.Msg)
	}
	return fmt.Errorf("not well-formed XML: %w", err)
}

// rootOf returns the name of the first element in the head of a file.
func rootOf(head []byte) xml.Name {
	text := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n")
	if decoded, err := Decode(head[:len(head)&^1], ""); err == nil && bytes.IndexByte(head, 0) >= 0 {
		text = []byte(decoded) // UTF-16
	}
	if !bytes.HasPrefix(text, []byte("<")) {
		return xml.Name{}
	}
	for d := newDecoder(bytes.NewReader(text)); ; {
		token, err := d.RawToken()
		if err != nil {
			return xml.Name{}
		}
		if t, ok := token.(xml.StartElement); ok {
			return rootName(t)
		}
	}
}

// rootName returns the name of an element by its own declarations.
func rootName(t xml.StartElement) xml.Name {
	for _, a := range t.Attr {
		if a.Name.Space == "xmlns" && a.Name.Local == t.Name.Space || a.Name.Space == "" && a.Name.Local == "xmlns" && t.Name.Space == "" {
			return xml.Name{Space: a.Value, Local: t.Name.Local}
		}
	}
	return xml.Name{Local: t.Name.Local}
}

// attr returns an attribute by its local name, "" if there is none.
func (e *element) attr(name string) string {
	if e == nil {
		return ""
	}
	for _, a := range e.attrs {
		if a.Name.Local == name {
			return strings.TrimSpace(a.Value)
		}
	}
	return ""
}

// child returns the first element of that local name in e, nil if there is
// none; nil has none.
func (e *element) child(path ...string) *element {
	for _, name := range path {
		var next *element
		if e != nil {
			for _, c := range e.children {
				if c.Local == name {
					next = c
					break
				}
			}
		}
		e = next
	}
	return e
}

// all returns the elements of a local name anywhere in e, in order, not those
// inside another of that name.
func (e *element) all(name string) []*element {
	if e == nil {
		return nil
	}
	var out []*element
	for _, c := range e.children {
		if c.Local == name {
			out = append(out, c)
		} else {
			out = append(out, c.all(name)...)
		}
	}
	return out
}

// words returns the text in e on one line.
func (e *element) words() string { return strings.Join(strings.Fields(e.content()), " ") }

// content returns the text in e as it is.
func (e *element) content() string {
	var b strings.Builder
	e.addContent(&b)
	return b.String()
}

func (e *element) addContent(b *strings.Builder) {
	if e == nil {
		return
	}
	b.WriteString(e.text)
	for _, c := range e.children {
		c.addContent(b)
	}
}

// html returns what is in e as HTML: of each element the tag that name gives
// it, of texts the text.
func (e *element) html(name func(*element) string) string {
	var b strings.Builder
	for _, c := range e.children {
		c.addHTML(&b, name)
	}
	return b.String()
}

func (e *element) addHTML(b *strings.Builder, name func(*element) string) {
	if e.Local == "" {
		b.WriteString(html.EscapeString(e.text))
		return
	}
	tag := name(e)
	b.WriteString("<" + tag + ">")
	for _, c := range e.children {
		c.addHTML(b, name)
	}
	if tag != "br" && tag != "hr" && tag != "img" {
		b.WriteString("</" + tag + ">")
	}
}

// sameTag is the name of an element in XHTML.
func sameTag(e *element) string { return e.Local }
