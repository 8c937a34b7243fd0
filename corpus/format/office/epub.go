package office

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"net/url"
	"path"
	"slices"
	"strings"

	"parallax/corpus/format/raw"
	"parallax/corpus/format/web"
	xmlfile "parallax/corpus/format/xml"
)

// LooksEPUB reports whether a file begins as EPUB books do.
func LooksEPUB(head []byte) bool {
	return bytes.HasPrefix(head, []byte("PK")) && bytes.Contains(head[:min(len(head), 256)], []byte("application/epub+zip"))
}

// maxBook is how large the chapters of a book may be together, in bytes. A
// long novel has 2 MB.
const maxBook = 16 << 20

// ReadEPUB reads an EPUB book as one article: its chapters in reading order,
// without the table of contents.
func ReadEPUB(data []byte, src raw.Source) ([]raw.Article, error) {
	z, err := unzip(data)
	if err != nil {
		return nil, err
	}
	if z.members["META-INF/rights.xml"] != nil || z.members["META-INF/sinf.xml"] != nil {
		return nil, errors.New("protected against copying (DRM): only its seller's programs can read it")
	}
	name, err := packageOf(z)
	if err != nil {
		return nil, err
	}
	opf, err := z.member(name)
	switch {
	case err != nil:
		return nil, err
	case opf == nil:
		return nil, fmt.Errorf("not an EPUB book: %s, which should list its chapters, is missing", name)
	}
	b, err := readPackage(opf)
	if err != nil {
		return nil, fmt.Errorf("cannot read %s in it: %w", name, xmlfile.InWords(err))
	}
	var all []string
	size := 0
	for _, id := range b.spine {
		chapter, err := z.member(memberAt(path.Dir(name), b.href[id]))
		if size += len(chapter); err == nil && size > maxBook {
			err = fmt.Errorf("a book of more than %d MB of text", maxBook>>20)
		}
		if err != nil {
			return nil, err
		}
		page, err := raw.Decode(chapter, src.Charset)
		if err != nil {
			continue // a picture
		}
		text, err := web.TextOfHTML(page)
		if err != nil {
			return nil, err
		}
		all = append(all, strings.Split(text, "\n\n")...)
	}
	all = slices.DeleteFunc(all, func(p string) bool { return p == "" })
	all = onceAtTop(all)
	return []raw.Article{{Text: strings.Join(all, "\n\n"), Fields: b.fields, Doubtful: saidInFields(all, b.fields)}}, nil
}

// packageOf returns the name of the member that describes the book.
func packageOf(z zipped) (string, error) {
	container, err := z.member("META-INF/container.xml")
	if err != nil {
		return "", err
	}
	for d := xmlfile.NewDecoder(container); ; {
		t, err := d.Token()
		if err != nil {
			break
		}
		if e, ok := t.(xml.StartElement); ok && e.Name.Local == "rootfile" && xmlfile.Attr(e, "full-path") != "" {
			return xmlfile.Attr(e, "full-path"), nil
		}
	}
	for name := range z.members {
		if strings.HasSuffix(name, ".opf") && !strings.Contains(name, "/") {
			return name, nil
		}
	}
	return "", errors.New("not an EPUB book: META-INF/container.xml in it names no package")
}

// memberAt returns the name of the member that an address in another member,
// which lies in a folder, stands for.
func memberAt(folder, href string) string {
	href, _, _ = strings.Cut(href, "#")
	if plain, err := url.PathUnescape(href); err == nil {
		href = plain
	}
	return strings.TrimPrefix(path.Join(folder, href), "/")
}

// A book is what a package document says.
type book struct {
	fields []raw.Field
	href   map[string]string // addresses of chapters, by id
	spine  []string          // ids in the order of reading
	read   map[string]bool   // ids that are in spine, or shall not be
}

// bookFields are the elements of Dublin Core in a package document.
var bookFields = map[string]string{
	"title": raw.Title, "creator": raw.Author, "publisher": raw.Outlet, "date": raw.Published, "language": raw.Language, "source": raw.URL,
}

func readPackage(opf []byte) (book, error) {
	b := book{href: make(map[string]string), read: make(map[string]bool)}
	d := xmlfile.NewDecoder(opf)
	name, event := "", "" // of the element of Dublin Core that is open
	for {
		t, err := d.Token()
		if err != nil {
			if len(b.spine) > 0 {
				err = nil // cut off after what matters
			}
			return b, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			name, event = "", ""
			switch t.Name.Local {
			case "item":
				b.href[xmlfile.Attr(t, "id")] = xmlfile.Attr(t, "href")
				if slices.Contains(strings.Fields(xmlfile.Attr(t, "properties")), "nav") {
					b.read[xmlfile.Attr(t, "id")] = true // a table of contents
				}
			case "itemref":
				if id := xmlfile.Attr(t, "idref"); xmlfile.Attr(t, "linear") != "no" && !b.read[id] {
					b.spine, b.read[id] = append(b.spine, id), true
				}
			default:
				if strings.Contains(t.Name.Space, "purl.org/dc/") {
					name, event = t.Name.Local, xmlfile.Attr(t, "event")
				}
			}
		case xml.EndElement:
			name = ""
		case xml.CharData:
			b.add(name, event, raw.OneLine(string(t)))
		}
	}
}

// add takes over one element of Dublin Core. EPUB 2 has several dates, each
// of an event; those of the file's making are not the article's.
func (b *book) add(name, event, value string) {
	field := bookFields[name]
	if field == "" || value == "" || field == raw.URL && !raw.IsURL(value) || field == raw.Language && len(value) < 2 {
		return
	}
	if field == raw.Published && event != "" && event != "publication" && event != "original-publication" {
		return
	}
	b.fields = append(b.fields, raw.Field{Name: field, Value: value, From: "EPUB dc:" + name})
}
