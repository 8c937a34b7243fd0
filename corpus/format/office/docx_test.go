package office

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"parallax/corpus/format/raw"
	"parallax/corpus/format/rawtest"
)

// docx makes a Word file of the XML of its paragraphs, and of other members:
// name, content, name, content …
func docx(body string, members ...string) []byte {
	return rawtest.Zipped(append([]string{"word/document.xml", `<?xml version="1.0"?><w:document xmlns:w="` + wordML +
		`" xmlns:mc="` + compatML + `" xmlns:a="urn:drawing"><w:body>` + body + `</w:body></w:document>`}, members...)...)
}

func docxParagraphs(data []byte) ([]Paragraph, error) {
	z, err := unzip(data)
	if err != nil {
		return nil, err
	}
	return z.wordParagraphs()
}

// para is the XML of a paragraph in a style.
func para(style, text string) string {
	return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr><w:r><w:t xml:space="preserve">` + text + `</w:t></w:r></w:p>`
}

// boldPara is the XML of a paragraph that begins with bold words.
func boldPara(bold, text string) string {
	return `<w:p><w:r><w:br/></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>` + bold + `</w:t></w:r><w:r><w:t xml:space="preserve">` + text + `</w:t></w:r></w:p>`
}

func TestDocxParagraphs(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"runs and breaks", `<w:p><w:r><w:t xml:space="preserve">The </w:t></w:r><w:r><w:t>ferry</w:t><w:tab/><w:t>was</w:t><w:br/><w:t>late</w:t></w:r></w:p>`, "The ferry\twas\nlate"},
		{"tab stops are no tabs", `<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr><w:r><w:t>Ferry</w:t></w:r></w:p>`, "Ferry"},
		{"a link", `<w:p><w:r><w:t xml:space="preserve">See </w:t></w:r><w:hyperlink><w:r><w:t>the dock</w:t></w:r></w:hyperlink></w:p>`, "See the dock"},
		{"tracked changes", `<w:p><w:del><w:r><w:delText>Six</w:delText><w:t>Six</w:t></w:r></w:del><w:ins><w:r><w:t>Eight</w:t></w:r></w:ins></w:p>`, "Eight"},
		{"moved words", `<w:p><w:moveFrom><w:r><w:t>old</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>new</w:t></w:r></w:moveTo></w:p>`, "new"},
		{"hidden words", `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:t>plain</w:t></w:r></w:p>`, "plain"},
		{"a field's code", `<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>7</w:t></w:r></w:p>`, "7"},
		{"a table", `<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Day</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Hour</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`, "Day|Hour"},
		{"a text box, once, behind its paragraph", `<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>Box</w:t></w:r></w:p></w:txbxContent></mc:Choice>` +
			`<mc:Fallback><w:txbxContent><w:p><w:r><w:t>Box</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Text</w:t></w:r></w:p>`, "Text|Box"},
		{"another namespace's t", `<w:p><w:r><a:t>shape</a:t><w:t>Text</w:t></w:r></w:p>`, "Text"},
		{"empty paragraphs", `<w:p/><w:p><w:r><w:t> </w:t></w:r></w:p><w:p><w:r><w:t>Text</w:t></w:r></w:p>`, "Text"},
		{"entities", `<w:p><w:r><w:t>Quill &amp; Cho &#8212; six</w:t></w:r></w:p>`, "Quill & Cho — six"},
	} {
		got, err := docxParagraphs(docx(c.body))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var texts []string
		for _, p := range got {
			texts = append(texts, p.Text)
		}
		if s := strings.Join(texts, "|"); s != c.want {
			t.Errorf("%s: got %q, want %q", c.name, s, c.want)
		}
	}
}

func TestDocxSaysHowParagraphsLook(t *testing.T) {
	body := para("berschrift1", "Head") + `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/></w:numPr></w:pPr><w:r><w:t>Item</w:t></w:r></w:p>` +
		boldPara("Length:", " 8 words") + `<w:p><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>Light</w:t></w:r></w:p>`
	styles := `<w:styles xmlns:w="` + wordML + `"><w:style w:styleId="berschrift1"><w:name w:val="Heading 1"/></w:style></w:styles>`
	got, err := docxParagraphs(docx(body, "word/styles.xml", styles))
	want := "[{Head heading 1 false false} {Item  true false} {Length: 8 words  false true} {Light  false false}]"
	if s := fmt.Sprint(got); err != nil || s != want {
		t.Errorf("got %s, %v, want %s", s, err, want)
	}
	if got, err := docxParagraphs(damaged(docx(body, "word/styles.xml", styles), "word/styles.xml")); err != nil || len(got) != 4 {
		t.Errorf("damaged styles: %v, %v", got, err)
	}
	strict := bytes.ReplaceAll(docxXML(para("Normal", "Ferry")), []byte(wordML), []byte(wordMLStrict))
	if got, err := docxParagraphs(docxOf(strict)); err != nil || len(got) != 1 || got[0].Text != "Ferry" {
		t.Errorf("strict: %v, %v", got, err)
	}
}

// damaged returns an archive with other bytes behind the name of a member.
func damaged(archive []byte, member string) []byte {
	at := bytes.Index(archive, []byte(member)) + len(member)
	return slices.Replace(slices.Clone(archive), at, at+20, bytes.Repeat([]byte{0xff}, 20)...)
}

func docxXML(body string) []byte {
	return []byte(`<w:document xmlns:w="` + wordML + `"><w:body>` + body + `</w:body></w:document>`)
}

// docxOf makes a Word file of the whole XML of its document.
func docxOf(document []byte) []byte { return rawtest.Zipped("word/document.xml", string(document)) }

func TestWordArticle(t *testing.T) {
	core := `<cp:coreProperties xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="d"><dc:title>%s</dc:title><dc:creator>%s</dc:creator>` +
		`<dcterms:created>2013-12-23T23:15:00Z</dcterms:created></cp:coreProperties>`
	for _, c := range []struct{ name, body, title, creator, want string }{
		{"styles", para("Title", "Ferry halted") + para("Author", "Mara Quill") + para("Date", "10 March 2026") + para("Heading1", "Ferry halted") + para("", "Text."), "Old", "Bo Cho",
			"title = Ferry halted (style title)\nauthor = Mara Quill (style author)\npublished = 10 March 2026 (style date)\ntext:\nFerry halted\n\nText.\n"},
		{"properties", para("", "Text."), "Ferry halted", "Mara Quill",
			"title = Ferry halted (document properties)\nauthor = Mara Quill (document properties)\ntext:\nText.\n"},
		{"a program's properties", para("", "Text."), "Document1", "python-docx", "text:\nText.\n"},
	} {
		data := docx(c.body, "docProps/core.xml", fmt.Sprintf(core, c.title, c.creator))
		if got := describe("a.docx", data); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

func TestWordErrors(t *testing.T) {
	for name, data := range map[string][]byte{
		"not a complete document of its kind (not a ZIP archive, or cut off); get the file again": []byte("PK\x03\x04 and no more"),
		"not a Word document (word/document.xml is missing)":                                      zipOf(t, "-- content.xml --\n"),
		"unreadable Word document: word/document.xml in it is damaged; get the file again":        damaged(docxOf(docxXML(para("", "Ferry"))), "word/document.xml"),
		"damaged Word document: ": docxOf([]byte("<w:document><w:body><w:p>")),
	} {
		if got := describe("a.docx", data); !strings.HasPrefix(got, "error: "+name) {
			t.Errorf("got %q, want %q", got, name)
		}
	}
}

func FuzzDocx(f *testing.F) {
	f.Add(docxXML(para("Title", "Ferry") + boldPara("Body", "") + para("", "Text")))
	f.Add(docxXML(boldPara("Ferry", "") + para("", "Herald") + para("", "March 10, 2026") + boldPara("Body", "") + para("", "Text") + para("", "End of Document")))
	f.Add([]byte(`<w:p xmlns:w="` + wordML + `"><w:p><w:r><w:t>a</w:p></w:t>`))
	f.Fuzz(func(t *testing.T, document []byte) {
		raws := read(raw.Source{Name: "a.docx"}, bytes.NewReader(docxOf(document)))
		rawtest.Check(t, raws)
	})
}
