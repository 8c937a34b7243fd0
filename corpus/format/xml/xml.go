// Package xml reads XML as found in practice, well-formed or not: a document
// goes in; tokens (xml.go) or a tree (tree.go) come out, and from feeds, NewsML
// and NITF the articles in them.
package xml

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"parallax/corpus/format/raw"
	"parallax/corpus/lazyregexp"
)

// Limits of XML. Documents of word processors and news agencies nest their
// elements less than forty deep, and their longest tags have some 2 KB.
const (
	maxDepth = 512
	maxTag   = 1 << 20 // bytes between < and >
)

// NewDecoder returns a decoder of an XML document that is read token by token.
//
// It accepts XML as found in practice: the text is decoded by the encoding that
// the document declares, or, where that is not so, by its bytes; the entities
// of HTML are known; characters that XML forbids become spaces. Entities that
// the document defines are never expanded. Elements that are not closed, or
// nest deeper than maxDepth, are an error.
func NewDecoder(data []byte) *xml.Decoder {
	in := xml.NewDecoder(&tagReader{r: bytes.NewReader([]byte(decoded(data)))})
	in.Strict = false
	in.Entity = xml.HTMLEntity
	in.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // decoded already
	return xml.NewTokenDecoder(&shallow{in: in})
}

var declaredEncoding = lazyregexp.New(`^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([\w.:-]+)["']`)

// decoded returns a document as UTF-8, without characters that XML forbids.
func decoded(data []byte) string {
	text := string(data)
	declared := ""
	if g := declaredEncoding.FindSubmatch(data[:min(len(data), 256)]); g != nil {
		declared = strings.ToLower(string(g[1]))
	}
	if !utf8.Valid(data) || strings.HasPrefix(declared, "iso-2022") {
		if raw.CheckCharset(declared) != nil || declared == "utf-8" || strings.HasPrefix(declared, "utf-16") {
			declared = ""
		}
		if t, err := raw.Decode(data, declared); err == nil {
			text = t
		} else {
			text = strings.ToValidUTF8(text, "\uFFFD")
		}
	}
	text = strings.TrimPrefix(text, "\ufeff")
	forbidden := func(r rune) bool {
		return r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF
	}
	if !strings.ContainsFunc(text, forbidden) {
		return text
	}
	return strings.Map(func(r rune) rune {
		if forbidden(r) {
			return ' '
		}
		return r
	}, text)
}

// A shallow gives the tokens of a decoder as long as elements do not nest too
// deep: the decoder keeps all that are open.
type shallow struct {
	in    *xml.Decoder
	depth int
}

var ErrDepth = errors.New("elements nested too deeply")

func (s *shallow) Token() (xml.Token, error) {
	t, err := s.in.RawToken()
	switch t.(type) {
	case xml.StartElement:
		if s.depth++; s.depth > maxDepth {
			return nil, ErrDepth
		}
	case xml.EndElement:
		s.depth--
	}
	return t, err
}

// A tagReader gives the bytes of a document whose tags are not too long: each
// attribute of a tag takes ten times its length in memory.
type tagReader struct {
	r   *bytes.Reader
	tag int // bytes since the last <
}

var errTag = errors.New("a tag of more than 1 MB")

func (t *tagReader) ReadByte() (byte, error) {
	b, err := t.r.ReadByte()
	switch {
	case b == '<' || t.tag > 0 && b != '>':
		t.tag++
	default:
		t.tag = 0
	}
	if t.tag > maxTag {
		return 0, errTag
	}
	return b, err
}

// Read is there because the decoder wants a reader; it reads by bytes.
func (t *tagReader) Read(p []byte) (int, error) {
	for i := range p {
		b, err := t.ReadByte()
		if err != nil {
			return i, err
		}
		p[i] = b
	}
	return len(p), nil
}

// Attr returns the value of an element's attribute, by its local name.
func Attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
