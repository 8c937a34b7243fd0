package database

import (
	"bytes"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"parallax/corpus/corpustest"
	"parallax/corpus/format/raw"
	"parallax/corpus/format/rawtest"
	"parallax/corpus/format/xml"
	"parallax/corpus/processor"
)

// FuzzExports feeds changed exports to the readers of all databases, by
// whichever name they look like them.
func FuzzExports(f *testing.F) {
	rawtest.Seeds(f, "testdata/*.txtar")
	f.Fuzz(func(t *testing.T, data []byte) {
		if !utf8.Valid(data) {
			return // decode has its own
		}
		for _, read := range []func(string, raw.Give) error{ReadLexisText, ReadLexisPage, ReadFactivaPage, ReadEuropresse, ReadProquest, ReadProquestPage, ReadFactivaText, ReadAgency, ReadPress} {
			rawtest.Check(t, rawtest.Read(raw.ExportOfText(read), raw.Source{Name: "a"}, bytes.NewReader(data)))
		}
		rawtest.Check(t, rawtest.Read(raw.Export(xml.AsTree("a Factiva export", ReadFactivaXML)), raw.Source{Name: "a"}, bytes.NewReader(data)))
	})
}

// TestHostileExports: whatever is repeated without end is read in a time that
// grows with its length. The limit is wide, for busy machines: what grows with
// the square takes ten times as long.
func TestHostileExports(t *testing.T) {
	corpustest.Measures(t)
	const n = 20_000
	head := "1 of 1 DOCUMENTS\n\nHerald\n\nMarch 10, 2026\n\nLENGTH: 8 words\n\nText.\n\n"
	for _, c := range []struct{ name, data string }{
		{"many numbers.txt", "LENGTH: 8\n" + strings.Repeat("1 of 1 DOCUMENTS\n", n)},
		{"weak labels.txt", head + strings.Repeat("SUBJECT: a\n\n", n) + "Text.\n"},
		{"labels in the text.txt", "Full text: a\n" + strings.Repeat("Location: a\n", n) + "text\nProQuest document ID: 1\n"},
		{"rules.txt", strings.Repeat("____________________________________________________________\nTitle: a\nSource type: b\nFull text: c\n", n/4)},
		{"anchors.html", "<html><!-- LXNComment -->" + strings.Repeat(`<a name="DOC_ID_1_1">`, n)},
		{"spans.html", "<html>" + strings.Repeat(`<span class="DocPublicationName">`, n)},
		{"divs.html", "<html><title>Factiva</title>" + strings.Repeat(`<div class="article">`, n)},
		{"rows.html", `<html><title>Factiva</title><div class="article"><table>` + strings.Repeat(`<tr><td>HD<td>a`, n)},
		{"articles.xml", `<PPSResponse>` + strings.Repeat(`<article>`, n)},
		{"one line.txt", "1 of 1 DOCUMENTS\nLENGTH: " + strings.Repeat("a ", 10*n)},
		{"codes.txt", "Document LORNH00020260310em3a00001\n" + strings.Repeat("HD\na\n", 5*n)},
		{"articles.txt", strings.Repeat("HD\na\nSN\nb\nDocument LORNH00020260310em3a00001\n", n)},
		{"counts.txt", strings.Repeat("30 words\nDocument LORNH00020260310em3a00001\n", n)},
		{"documents.txt", "ProQuest document ID: 1\n" + strings.Repeat("Document 1 of 2\nTitle: a\nFull text: b\nSource type: c\n", n)},
		{"messages.txt", strings.Repeat("\x01bdt0123 4 pl 321  dpa 0456\n\x02  a\n\x03101530 Mrz 26\n", n)},
		{"headings.txt", strings.Repeat("\x01", 10*n) + "\x02" + strings.Repeat("bdt0123 4 pl 321\n", n)},
		{"labels.txt", "Ressort: a\n" + strings.Repeat("Quelle: Lorner Blatt vom 10.03.2026\n", n)},
		{"headers.txt", strings.Repeat("\"Lorner Blatt\" vom 10.03.2026\nRessort: a\nTitel\nText.\n", n)},
		{"strong.html", "<html><title>ProQuestDocuments</title>" + strings.Repeat("<strong>Title: </strong>a<hr>", n)},
		{"blanks.txt", "LENGTH: 8\n" + strings.Repeat(" ", 20*n) + "1 of 1 DOCUMENTS"},
	} {
		articles := 0
		took := processor.Work(func() {
			raws := read(raw.Source{Name: c.name}, strings.NewReader(c.data))
			for range raws {
				articles++
			}
		})
		if took > 5*time.Second {
			t.Errorf("%s (%d articles): %v", c.name, articles, took)
		}
	}
}

func TestUnwrap(t *testing.T) {
	for _, c := range []struct {
		width    int
		in, want string
	}{
		{20, "The ferry was halted\non Tuesday.", "The ferry was halted on Tuesday."},
		{20, "The ferry was\nhalted.", "The ferry was halted."},
		{20, "A poem:\nthe sea\nis blue.", "A poem:\nthe sea\nis blue."},
		{0, "The ferry was halted\non Tuesday.", "The ferry was halted\non Tuesday."},
	} {
		if got := unwrap(c.in, c.width); got != c.want {
			t.Errorf("unwrap(%q, %d) = %q, want %q", c.in, c.width, got, c.want)
		}
	}
}

func TestDateFirst(t *testing.T) {
	for in, want := range map[string]string{
		"March 10, 2026 Tuesday\nLate Edition":            "March 10, 2026 Tuesday",
		"December 19, 1991, Sunday, Late Edition - Final": "December 19, 1991, Sunday",
		"July 1, 2019 Monday 9:20 AM GMT":                 "July 1, 2019 Monday 9:20 AM GMT",
		"Dienstag 10. März 2026":                          "Dienstag 10. März 2026",
		"10 de marzo de 2026 martes":                      "10 de marzo de 2026 martes",
		"1er août 2025":                                   "1er août 2025",
		"The 10 March 2026 agreement":                     "",
		"The Lorne Herald":                                "",
		"Six were hurt on March 10, 2026":                 "",
	} {
		if got := raw.DateFirst(in); got != want {
			t.Errorf("dateFirst(%q) = %q, want %q", in, got, want)
		}
	}
}
