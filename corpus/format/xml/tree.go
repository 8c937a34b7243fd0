package xml

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"html"
	"io"
	"strings"

	"parallax/corpus/format/raw"
)

// maxElements is how many elements, attributes and texts an XML file may have
// to be held as a tree. A feed of 100 articles has some ten thousand.
const maxElements = 300_000

// An Element is one of an XML file, with what is in it. A text is an element
// without a name.
type Element struct {
	xml.Name
	attrs    []xml.Attr
	text     string
	children []*Element
}

// parseXML reads an XML file. An error comes with as much of the file as was
// read, nil if nothing was.
func parseXML(data []byte, charset string) (*Element, error) {
	if charset != "" {
		text, err := raw.Decode(data, charset)
		if err != nil {
			return nil, err
		}
		data = []byte(text)
	}
	top := new(Element)
	err := top.fill(NewDecoder(data))
	if len(top.children) == 0 {
		return nil, cmp.Or(err, errors.New("it contains no XML"))
	}
	return top.children[0], err
}

// fill reads the elements of a file into e.
func (e *Element) fill(d *xml.Decoder) error {
	open, n := []*Element{e}, 0
	for {
		token, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return InWords(err)
		}
		in := open[len(open)-1]
		switch t := token.(type) {
		case xml.StartElement:
			if n += 1 + len(t.Attr); n > maxElements {
				return fmt.Errorf("XML of more than %d elements", maxElements)
			}
			sub := &Element{Name: t.Name, attrs: t.Attr}
			in.children = append(in.children, sub)
			open = append(open, sub)
		case xml.EndElement:
			open = open[:max(1, len(open)-1)]
		case xml.CharData:
			if n++; len(open) > 1 && n <= maxElements {
				in.children = append(in.children, &Element{text: string(t)})
			}
		}
	}
}

// InWords explains in plain words why XML cannot be read.
func InWords(err error) error {
	s, ok := errors.AsType[*xml.SyntaxError](err)
	switch {
	case errors.Is(err, ErrDepth), errors.Is(err, errTag):
		return err
	case ok && strings.HasPrefix(s.Msg, "unexpected EOF"):
		return errors.New("the file is cut off; get the whole file again")
	case ok:
		return fmt.Errorf("not well-formed XML: line %d: %s", s.Line, s.Msg)
	}
	return fmt.Errorf("not well-formed XML: %w", err)
}

// AsTree is for raw.Export: it makes a function that yields the articles of an
// XML file from its elements. kind names the file in errors; cut means that the
// file breaks off before its end.
func AsTree(kind string, read func(root *Element, cut bool, next raw.Give) error) func([]byte, raw.Source, raw.Give) error {
	return func(data []byte, src raw.Source, next raw.Give) error {
		root, fault := parseXML(data, src.Charset)
		if root == nil {
			return fmt.Errorf("not %s: %w", kind, fault)
		}
		err := read(root, fault != nil, next)
		if fault != nil {
			return fmt.Errorf("%s, incomplete: %w", kind, fault)
		}
		return err
	}
}

// WholeOnes returns the elements without the last, if the file broke off in it.
func WholeOnes(all []*Element, cut bool) []*Element {
	if cut && len(all) > 0 {
		return all[:len(all)-1]
	}
	return all
}

// rootOf returns the name of the first element in the head of a file.
func rootOf(head []byte) xml.Name {
	text := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n")
	if !bytes.HasPrefix(text, []byte("<")) && bytes.IndexByte(head, 0) < 0 { // UTF-16 has zeros
		return xml.Name{}
	}
	for d := NewDecoder(head); ; {
		token, err := d.Token()
		if err != nil {
			return xml.Name{}
		}
		if t, ok := token.(xml.StartElement); ok {
			return t.Name
		}
	}
}

// attr returns an attribute by its local name, "" if there is none.
func (e *Element) attr(name string) string {
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

// Child returns the first element of that local name in e, nil if there is
// none; nil has none.
func (e *Element) Child(path ...string) *Element {
	for _, name := range path {
		var next *Element
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

// All returns the elements of a local name anywhere in e, in order, not those
// inside another of that name.
func (e *Element) All(name string) []*Element {
	if e == nil {
		return nil
	}
	var out []*Element
	for _, c := range e.children {
		if c.Local == name {
			out = append(out, c)
		} else {
			out = append(out, c.All(name)...)
		}
	}
	return out
}

// Words returns the text in e on one line.
func (e *Element) Words() string { return raw.OneLine(e.Content()) }

// Content returns the text in e as it is.
func (e *Element) Content() string {
	var b strings.Builder
	e.addContent(&b)
	return b.String()
}

func (e *Element) addContent(b *strings.Builder) {
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
func (e *Element) html(name func(*Element) string) string {
	var b strings.Builder
	for _, c := range e.children {
		c.addHTML(&b, name)
	}
	return b.String()
}

func (e *Element) addHTML(b *strings.Builder, name func(*Element) string) {
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
func sameTag(e *Element) string { return e.Local }

// NonEmpty returns the lines that are not empty.
func NonEmpty(lines []string) []string {
	var out []string
	for _, l := range lines {
		if strings.TrimSpace(l) != "" {
			out = append(out, l)
		}
	}
	return out
}
