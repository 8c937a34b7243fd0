package format

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"net/url"
	"path"
	"slices"
	"strings"
)

func looksEPUB(head []byte) bool {
	return bytes.HasPrefix(head, []byte("PK")) && bytes.Contains(head[:min(len(head), 256)], []byte("application/epub+zip"))
}

// maxBook is how large the chapters of a book may be together, in bytes. A
// long novel has 2 MB.
const maxBook = 16 << 20

// readEPUB reads an EPUB book as one article: its chapters in the order of
// reading, without the table of contents.
func readEPUB(data []byte, src Source) ([]Raw, error) {
	z, err := unzip(data)
	if err != nil {
		return nil, err
	}
	if z.members["META-INF/rights.xml"] != nil || z.members["META-INF/sinf.xml"] != nil {
		return nil, errors.New("protected against copying (DRM), so that only its seller's programs can read it")
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
		return nil, fmt.Errorf("not an EPUB book: %s, which should list its chapters, is not in it", name)
	}
	b, err := readPackage(opf)
	if err != nil {
		return nil, fmt.Errorf("%s in it cannot be read: %w", name, xmlError(err))
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
		page, err := decode(chapter, src.Charset)
		if err != nil {
			continue // a picture
		}
		text, err := textOfHTML(page)
		if err != nil {
			return nil, err
		}
		all = append(all, strings.Split(text, "\n\n")...)
	}
	all = slices.DeleteFunc(all, func(p string) bool { return p == "" })
	all = onceAtTop(all)
	return []Raw{{Text: strings.Join(all, "\n\n"), Fields: b.fields, Doubtful: saidInFields(all, b.fields)}}, nil
}

// packageOf returns the name of the member that describes the book.
func packageOf(z zipped) (string, error) {
	container, err := z.member("META-INF/container.xml")
	if err != nil {
		return "", err
	}
	for d := newXML(container); ; {
		t, err := d.Token()
		if err != nil {
			break
		}
		if e, ok := t.(xml.StartElement); ok && e.Name.Local == "rootfile" && attr(e, "full-path") != "" {
			return attr(e, "full-path"), nil
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
	fields []Field
	href   map[string]string // addresses of chapters, by id
	spine  []string          // ids in the order of reading
	read   map[string]bool   // ids that are in spine, or shall not be
}

// bookFields are the elements of Dublin Core in a package document.
var bookFields = map[string]string{
	"title": Title, "creator": Author, "publisher": Outlet, "date": Published, "language": Language, "source": URL,
}

func readPackage(opf []byte) (book, error) {
	b := book{href: make(map[string]string), read: make(map[string]bool)}
	d := newXML(opf)
	name, event := "", "" // of the element of Dublin Core that is open
	for {
		t, err := d.Token()
		if err != nil {
			if len(b.spine) > 0 {
				err = nil // cut off behind what matters
			}
			return b, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			name, event = "", ""
			switch t.Name.Local {
			case "item":
				b.href[attr(t, "id")] = attr(t, "href")
				if slices.Contains(strings.Fields(attr(t, "properties")), "nav") {
					b.read[attr(t, "id")] = true // a table of contents
				}
			case "itemref":
				if id := attr(t, "idref"); attr(t, "linear") != "no" && !b.read[id] {
					b.spine, b.read[id] = append(b.spine, id), true
				}
			default:
				if strings.Contains(t.Name.Space, "purl.org/dc/") {
					name, event = t.Name.Local, attr(t, "event")
				}
			}
		case xml.EndElement:
			name = ""
		case xml.CharData:
			b.add(name, event, oneLine(string(t)))
		}
	}
}

// add takes over one element of Dublin Core. EPUB 2 has several dates, each
// of an event; those of the file's making are not the article's.
func (b *book) add(name, event, value string) {
	field := bookFields[name]
	if field == "" || value == "" || field == URL && !isURL(value) || field == Language && len(value) < 2 {
		return
	}
	if field == Published && event != "" && event != "publication" && event != "original-publication" {
		return
	}
	b.fields = append(b.fields, Field{field, value, "EPUB dc:" + name})
}
