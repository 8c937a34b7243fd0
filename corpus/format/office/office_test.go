package office

import (
	"archive/zip"
	"bytes"
	"fmt"
	"iter"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"parallax/corpus/corpustest"
	"parallax/corpus/format/raw"
	"parallax/corpus/format/rawtest"
	"parallax/corpus/processor"
)

// zipOf makes an archive of the files of a txtar text.
func zipOf(t testing.TB, files string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range txtar.Parse([]byte(files)).Files {
		m, err := w.CreateHeader(&zip.FileHeader{Name: f.Name, Method: map[bool]uint16{true: zip.Store, false: zip.Deflate}[f.Name == "mimetype"]})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := m.Write(bytes.TrimSuffix(f.Data, []byte("\n"))); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const odtFile = `
-- mimetype --
application/vnd.oasis.opendocument.text
-- content.xml --
<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="o" xmlns:text="t" xmlns:style="s" xmlns:draw="d" xmlns:svg="v">
<office:automatic-styles><style:style style:name="P1" style:parent-style-name="Title"/></office:automatic-styles>
<office:body><office:text>
<text:tracked-changes><text:p>Taken out.</text:p></text:tracked-changes>
<text:p text:style-name="P1">Tide clock<text:s/>stopped</text:p>
<text:p text:style-name="Author">Ines Farrow</text:p>
<text:h>Tide clock stopped</text:h>
<text:p>The clock was stopped<text:note><text:p>A note.</text:p></text:note> on <text:span>Thursday</text:span>.<draw:frame><draw:text-box><text:p text:style-name="Illustration">The clock at noon</text:p></draw:text-box><svg:desc>A clock</svg:desc></draw:frame></text:p>
<text:p>First line<text:line-break/>second<text:tab/>line</text:p>
<text:p/>
</office:text></office:body></office:document-content>
-- meta.xml --
<m xmlns:dc="d"><dc:title>Draft 3</dc:title><initial-creator>desk7</initial-creator><creation-date>2026-04-02</creation-date><user-defined name="Publication">The Lorne Herald</user-defined></m>
`

const epubFile = `
-- mimetype --
application/epub+zip
-- META-INF/container.xml --
<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>
-- OEBPS/book.opf --
<package xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf"><metadata>
<dc:title>Tide clock stopped</dc:title><dc:creator>Ines Farrow</dc:creator><dc:publisher>Coast Courier</dc:publisher>
<dc:date opf:event="modification">2026-05-01</dc:date><dc:date opf:event="publication">2026-04-02</dc:date><dc:language>en</dc:language>
</metadata><manifest><item id="b" href="text/two%20b.xhtml"/><item id="a" href="text/a.xhtml"/><item id="n" href="nav.xhtml" properties="nav"/><item id="x" href="away.xhtml"/></manifest>
<spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/><itemref idref="x" linear="no"/></spine></package>
-- OEBPS/text/a.xhtml --
<html><head><title>x</title></head><body><h1>Tide clock stopped</h1><p>Ines Farrow</p></body></html>
-- OEBPS/text/two b.xhtml --
<html><body><h1>Tide clock stopped</h1><p>The clock was stopped&#160;on Thursday.</p><p>It had lost an hour.</p></body></html>
-- OEBPS/nav.xhtml --
<html><body><nav>Contents</nav></body></html>
-- OEBPS/away.xhtml --
<html><body><p>Not in the order of reading.</p></body></html>
`

func TestZippedDocuments(t *testing.T) {
	for _, c := range []struct{ name, files, want string }{
		{"a.odt", odtFile, `title = Tide clock stopped (paragraph of style “Title”)
author = Ines Farrow (paragraph of style “Author”)
outlet = The Lorne Herald (document properties: Publication)
title = Draft 3 (document properties)
title = Tide clock stopped (first heading)
doubtful: Ines Farrow
doubtful: The clock at noon
text:
Tide clock stopped

Ines Farrow

The clock at noon

The clock was stopped on Thursday.

First line
second line
`},
		{"a.epub", epubFile, `title = Tide clock stopped (EPUB dc:title)
author = Ines Farrow (EPUB dc:creator)
outlet = Coast Courier (EPUB dc:publisher)
published = 2026-04-02 (EPUB dc:date)
language = en (EPUB dc:language)
doubtful: Ines Farrow
text:
Tide clock stopped

Ines Farrow

The clock was stopped on Thursday.

It had lost an hour.
`},
		{"locked.odt", "-- META-INF/manifest.xml --\n<m><encryption-data/></m>\n-- content.xml --\n\x01\x02", "error: protected by a password; save it without one\n"},
		{"other.odt", "-- a.txt --\nx", "error: not an OpenDocument text: content.xml is missing\n"},
		{"broken.odt", "-- content.xml --\n<a><b></a>", "error: cannot read content.xml in it: not well-formed XML: line 1: element <b> closed by </a>\n"},
		{"locked.epub", "-- META-INF/rights.xml --\n<r/>", "error: protected against copying (DRM): only its seller's programs can read it\n"},
		{"other.epub", "-- a.txt --\nx", "error: not an EPUB book: META-INF/container.xml in it names no package\n"},
		{"no-package.epub", "-- META-INF/container.xml --\n<c><rootfile full-path='b.opf'/></c>", "error: not an EPUB book: b.opf, which should list its chapters, is missing\n"},
	} {
		if got := describe(c.name, zipOf(t, c.files)); got != c.want {
			t.Errorf("%s: got:\n%s\nwant:\n%s", c.name, got, c.want)
		}
	}
	for _, file := range []string{odtFile, epubFile} {
		if got := describe("no extension", zipOf(t, file)); !strings.HasPrefix(got, "title = Tide clock") {
			t.Errorf("not told by its content: %.100s", got)
		}
	}
	if got := describe("a.odt", []byte("PK\x03\x04 cut off")); !strings.HasPrefix(got, "error: not a complete document") {
		t.Errorf("cut off: %s", got)
	}
}

// TestZipsAreBounded reads archives that would unpack without end.
func TestZipsAreBounded(t *testing.T) {
	corpustest.Measures(t)
	zeros := strings.Repeat("0", maxMember+1)
	chapter := strings.Repeat("0 ", 9<<20)
	book := "-- META-INF/container.xml --\n<c><rootfile full-path='b.opf'/></c>\n-- b.opf --\n<p><item id='a' href='a.html'/><spine>" +
		strings.Repeat("<itemref idref='a'/>", 10) + "</spine></p>\n-- a.html --\n" + chapter
	var many strings.Builder
	for i := range maxMembers + 1 {
		fmt.Fprintf(&many, "-- %d --\n", i)
	}
	for _, c := range []struct{ name, files, want string }{
		{"large.odt", "-- content.xml --\n" + zeros, "error: content.xml in it unpacks to more than 64 MB"},
		{"many.odt", many.String(), "error: an archive of 4097 members; the limit is 4096"},
		{"again.epub", book, "error: a book of more than 16 MB of text\n"},
		{"deep.odt", "-- content.xml --\n" + strings.Repeat("<a>", 1<<20), "error: cannot read content.xml in it: elements nested too deeply"},
	} {
		data := zipOf(t, c.files)
		start := processor.Time()
		if got := describe(c.name, data); !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: %.200s", c.name, got)
		}
		if d := processor.Time() - start; d > rawtest.Slow {
			t.Errorf("%s: took %v", c.name, d)
		}
	}
}

// TestRTFIsBounded reads documents that nest or name what is not there.
func TestRTFIsBounded(t *testing.T) {
	deep := `{\rtf1 The bridge ` + strings.Repeat("{", 1<<20) + "x" + strings.Repeat("}", 1<<20) + ` was closed.\par}`
	if got := describe("a.rtf", []byte(deep)); got != "text:\nThe bridge was closed.\n" {
		t.Errorf("deep nesting: %.200q", got)
	}
	for in, want := range map[string]string{
		`{\rtf1 The bridge}}}} was closed.`:               "text:\nThe bridge was closed.\n",
		`{\rtf1\bin99999999999999999999 x}`:               "text:\n\n",
		`{\rtf1{\fonttbl{\f0 Arial`:                       "text:\n\n",
		`{\rtf1\uc0\u55357 The bridge\'`:                  "text:\n\uFFFDThe bridge\n",
		`Not a document`:                                  "error: not a Rich Text document: it does not begin with {\\rtf\n",
		"{\\rtf1\\mac caf\\'8e\\par}":                     "text:\ncafé\n",
		"{\\rtf1\\ansicpg1251 \\'cc\\'ee\\'f1\\'f2 }":     "text:\nМост\n",
		"{\\rtf1\\ansi\\ansicpg932 \\'8b\\'b4\\'82\\'aa}": "text:\n橋が\n",
	} {
		if got := describe("a.rtf", []byte(in)); got != want {
			t.Errorf("%s: got %q, want %q", in, got, want)
		}
	}
}

func FuzzRTF(f *testing.F) {
	rawtest.Fuzz(f, func(data []byte) iter.Seq2[raw.Article, error] {
		raws := read(raw.Source{Name: "a.rtf"}, bytes.NewReader(data))
		return raws
	}, []byte(`{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f1\fcharset204 T;}}{\info{\title A}}\pard\qc\b Tide\par\pard caf\'e9 \u235?\~x\line{\*\y z}\f1\'cf\par}`))
}

func FuzzODTContent(f *testing.F) {
	for _, m := range txtar.Parse([]byte(odtFile)).Files {
		f.Add(m.Data)
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		describe("a.odt", zipOf(t, "-- content.xml --\n"+string(content)))
		odtMeta(content)
	})
}

func FuzzEPUBPackage(f *testing.F) {
	for _, m := range txtar.Parse([]byte(epubFile)).Files {
		f.Add(m.Data)
	}
	f.Fuzz(func(t *testing.T, opf []byte) {
		b, err := readPackage(opf)
		for _, field := range b.fields {
			if field.Value == "" || field.From == "" {
				t.Errorf("incomplete field %+v (%v)", field, err)
			}
		}
	})
}

func FuzzZip(f *testing.F) {
	rawtest.Fuzz(f, func(data []byte) iter.Seq2[raw.Article, error] {
		raws := read(raw.Source{Name: "a.epub"}, bytes.NewReader(data))
		return raws
	}, zipOf(f, epubFile), zipOf(f, odtFile))
}

// TestODTIsBounded: of more paragraphs, or XML, than an article has nothing is
// made.
func TestODTIsBounded(t *testing.T) {
	corpustest.Measures(t)
	content := func(n int) []byte {
		return rawtest.Zipped("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<office:text>"+strings.Repeat("<text:p>a</text:p>", n)+"</office:text>")
	}
	for n, want := range map[int]string{
		raw.MaxArticleLines + 1: "error: " + raw.ErrTooLong.Error() + "\n",
		maxDocument / 18:        "error: the text of this document takes more than 16 MB of XML; split it\n",
	} {
		if got := describe("a.odt", content(n)); got != want {
			t.Errorf("%d paragraphs: %.100s", n, got)
		}
	}
}
