package office

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"

	"parallax/corpus/format/raw"
	"parallax/corpus/format/record"
	"parallax/corpus/format/web"
	xmlfile "parallax/corpus/format/xml"
)

// LooksODT reports whether a file begins as OpenDocument texts do.
func LooksODT(head []byte) bool {
	return bytes.HasPrefix(head, []byte("PK")) && bytes.Contains(head[:min(len(head), 256)], []byte("application/vnd.oasis.opendocument.text"))
}

// ReadODT reads an OpenDocument text: one article.
func ReadODT(data []byte, _ raw.Source) ([]raw.Article, error) {
	z, err := unzip(data)
	if err != nil {
		return nil, err
	}
	if m, err := z.member("META-INF/manifest.xml"); err == nil && bytes.Contains(m, []byte("encryption-data")) {
		return nil, errors.New("protected by a password; save it without one")
	}
	content, err := z.member("content.xml")
	switch {
	case err != nil:
		return nil, err
	case content == nil:
		return nil, errors.New("not an OpenDocument text: content.xml is missing")
	case len(content) > maxDocument:
		return nil, fmt.Errorf("the text of this document takes more than %d MB of XML; split it", maxDocument>>20)
	}
	doc := odt{parent: make(map[string]string)}
	if err := doc.read(xmlfile.NewDecoder(content)); err != nil {
		return nil, fmt.Errorf("cannot read content.xml in it: %w", xmlfile.InWords(err))
	}
	if len(doc.Done) > raw.MaxArticleLines {
		return nil, raw.ErrTooLong
	}
	fields := doc.fields
	if meta, err := z.member("meta.xml"); err == nil {
		fields = append(fields, odtMeta(meta)...)
	}
	if doc.heading != "" {
		fields = append(fields, raw.Field{Name: raw.Title, Value: doc.heading, From: "first heading"})
	}
	all, fields := onceAtTop(doc.Done), raw.FirstAuthors(fields)
	return []raw.Article{{Text: strings.Join(all, "\n\n"), Fields: fields, Doubtful: append(saidInFields(all, fields), doc.doubtful...)}}, nil
}

// An odt is the text of an OpenDocument file as far as it has been read.
type odt struct {
	web.Paragraphs
	parent   map[string]string // of styles
	styles   []string          // of the paragraphs that are open: a text frame is inside of one
	held     []string          // what was read of those around the innermost
	boxes    int               // text frames that are open
	fields   []raw.Field
	heading  string // the first
	doubtful []string
}

// notODT are elements whose content is not part of the article: notes,
// comments, deleted passages, tables of contents.
var notODT = sync.OnceValue(func() map[string]bool {
	return map[string]bool{
		"note": true, "annotation": true, "tracked-changes": true, "table-of-content": true, "ruby-text": true,
		"forms": true, "desc": true, "object": true, "font-face-decls": true, "scripts": true,
	}
})

func (o *odt) read(d *xml.Decoder) error {
	for {
		t, err := d.Token()
		switch {
		case err == io.EOF:
			return nil
		case err != nil:
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if notODT()[t.Name.Local] {
				if err := d.Skip(); err != nil {
					return err
				}
				continue
			}
			o.start(t)
		case xml.EndElement:
			switch t.Name.Local {
			case "p", "h":
				o.close(t.Name.Local == "h")
			case "text-box":
				o.boxes--
			}
		case xml.CharData:
			if len(o.styles) > 0 {
				o.Now.Write(t)
			}
		}
	}
}

func (o *odt) start(e xml.StartElement) {
	switch e.Name.Local {
	case "style":
		o.parent[xmlfile.Attr(e, "name")] = xmlfile.Attr(e, "parent-style-name")
	case "p", "h":
		o.held = append(o.held, o.Now.String())
		o.Now.Reset()
		o.styles = append(o.styles, xmlfile.Attr(e, "style-name"))
	case "text-box":
		o.boxes++
	case "s", "tab":
		o.Now.WriteString(" ")
	case "line-break":
		o.Now.WriteString("\x00")
	}
}

// close ends a paragraph and goes on with the one around it.
func (o *odt) close(heading bool) {
	before := len(o.Done)
	o.End()
	last := len(o.styles) - 1
	style := o.styles[last]
	if p := o.parent[style]; p != "" {
		style = p
	}
	o.Now.WriteString(o.held[last])
	o.styles, o.held = o.styles[:last], o.held[:last]
	added := o.Done[before:]
	if len(added) == 0 {
		return
	}
	text := strings.Join(added, " ")
	field := func(name string) {
		o.fields = append(o.fields, raw.Field{Name: name, Value: text, From: "paragraph of style “" + style + "”"})
	}
	apart := o.boxes > 0
	switch {
	case style == "Title":
		field(raw.Title)
	case style == "Author":
		field(raw.Author)
	case style == "Date":
		field(raw.Published)
	case style == "Caption" || style == "Illustration" || style == "Figure":
		apart = true
	case heading && o.heading == "":
		o.heading = text
	}
	if apart {
		o.doubtful = append(o.doubtful, added...)
	}
}

// odtProperties are the elements of meta.xml that say something of the article.
var odtProperties = map[string]string{"title": raw.Title, "initial-creator": raw.Author, "language": raw.Language}

// odtMeta returns what meta.xml says. The dates there are those of the file,
// not of the article; only one that somebody entered by hand is its own.
func odtMeta(meta []byte) []raw.Field {
	var out, own []raw.Field
	d, in, key := xmlfile.NewDecoder(meta), "", ""
	for {
		t, err := d.Token()
		if err != nil {
			return append(own, out...)
		}
		switch t := t.(type) {
		case xml.StartElement:
			in, key = t.Name.Local, xmlfile.Attr(t, "name")
		case xml.EndElement:
			in = ""
		case xml.CharData:
			v := raw.OneLine(string(t))
			name := odtProperties[in]
			if in == "user-defined" {
				name = fieldOfKey(key)
			}
			switch {
			case v == "" || name == "":
			case in == "user-defined":
				own = append(own, raw.Field{Name: name, Value: v, From: "document properties: " + key})
			default:
				out = append(out, raw.Field{Name: name, Value: v, From: "document properties"})
			}
		}
	}
}

// fieldOfKey returns the field that tools keep under a key, or "".
func fieldOfKey(key string) string {
	key = record.NormalKey(key)
	for _, s := range record.Spellings {
		for k := range strings.FieldsSeq(s.Keys) {
			if k == key {
				return s.Name
			}
		}
	}
	return ""
}
