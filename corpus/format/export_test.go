package format

import (
	"bufio"
	"bytes"
	"fmt"
	"iter"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"parallax/corpus/corpustest"
)

// checkRaws reads all articles and checks what holds of every one: fields are
// whole, and what is doubtful stands in the text.
func checkRaws(t *testing.T, raws iter.Seq2[Raw, error]) {
	t.Helper()
	for r, err := range raws {
		if err != nil {
			continue
		}
		for _, f := range r.Fields {
			if f.Name == "" || f.From == "" || f.Value == "" {
				t.Errorf("incomplete field %+v", f)
			}
		}
		for _, d := range r.Doubtful {
			if !strings.Contains(r.Text, d) {
				t.Errorf("doubtful and not in the text: %q", d)
			}
		}
		if !utf8.ValidString(r.Text) {
			t.Errorf("text is not UTF-8: %q", r.Text)
		}
	}
}

func readerOf(data []byte) *bufio.Reader { return bufio.NewReader(bytes.NewReader(data)) }

// FuzzExports feeds changed exports to the readers of all databases, by
// whichever name they look like them.
func FuzzExports(f *testing.F) {
	for _, pattern := range []string{"lexisnexis*", "factiva*", "europresse*", "proquest*"} {
		files, _ := filepath.Glob("testdata/" + pattern + ".txtar")
		for _, name := range files {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(archive.Files[0].Data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if !utf8.Valid(data) {
			return // decode has its own
		}
		for _, read := range []func(string, give) error{readLexisText, readLexisPage, readFactivaPage, readEuropresse, readProquest} {
			checkRaws(t, exportOfText(read)(Source{Name: "a", r: readerOf(data)}))
		}
		checkRaws(t, export(asTree("a Factiva export", readFactivaXML))(Source{Name: "a", r: readerOf(data)}))
	})
}

// TestExportsAreToldApart: prose that mentions a database is no export.
func TestExportsAreToldApart(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a.txt", "He found 1 of 10 DOCUMENTS in ProQuest.\n\nLENGTH: unknown.\n", "plain text"},
		{"a.txt", "Full text: the ferry\n\nPublication title: none\n", "plain text"},
		{"a.html", "<html><head><title>Factiva: a review</title></head><body><p>The ferry.</p></body></html>", "web page"},
		{"a.txt", "\n   1 of 1 DOCUMENT\n\n  Herald\n\n March 10, 2026\n\nLENGTH: 8 words\n\nText.\n", "LexisNexis export"},
		{"a", "<html><head><title> Factiva</title></head><body></body></html>", "Factiva export"},
	} {
		got := "none"
		if f := of(c.name, []byte(c.text)); f != nil {
			got = f.Name
		}
		if got != c.want {
			t.Errorf("%.40q as %s: %s, want %s", c.text, c.name, got, c.want)
		}
	}
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
		{"blanks.txt", "LENGTH: 8\n" + strings.Repeat(" ", 20*n) + "1 of 1 DOCUMENTS"},
	} {
		start := time.Now()
		f, raws := Read(Source{Name: c.name}, strings.NewReader(c.data))
		articles := 0
		for range raws {
			articles++
		}
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%s (%v, %d articles): %v", c.name, f.Name, articles, took)
		}
		if articles > maxExported+1 {
			t.Errorf("%s: %d articles", c.name, articles)
		}
	}
}

// TestExportOfMany: an export of too many articles says that it is not whole.
func TestExportOfMany(t *testing.T) {
	corpustest.Measures(t)
	var b bytes.Buffer
	for i := range maxExported + 1 {
		fmt.Fprintf(&b, "%d of 9 DOCUMENTS\n\nHerald\n\nMarch 10, 2026\n\nLENGTH: 1 words\n\nText.\n\n", i)
	}
	var last error
	n := 0
	_, raws := Read(Source{Name: "a.txt"}, &b)
	for _, err := range raws {
		last = err
		n++
	}
	if n != maxExported+1 || last == nil || !strings.Contains(last.Error(), "split it") {
		t.Errorf("%d articles, at last %v", n, last)
	}
}

// TestExportWithoutTexts: of very many articles without text only the number is
// told.
func TestExportWithoutTexts(t *testing.T) {
	n, last := 0, error(nil)
	_, raws := Read(Source{Name: "a.xml"}, strings.NewReader("<PPSResponse>"+strings.Repeat("<article/>", maxComplaints+5)+"</PPSResponse>"))
	for _, last = range raws {
		n++
	}
	if n != maxComplaints+1 || last == nil || last.Error() != "5 more records could not be read" {
		t.Errorf("%d errors, at last %v", n, last)
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
		if got := dateFirst(in); got != want {
			t.Errorf("dateFirst(%q) = %q, want %q", in, got, want)
		}
	}
}
