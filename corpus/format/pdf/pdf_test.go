package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"iter"
	"os"
	"strings"
	"testing"

	"parallax/corpus/corpustest"
	"parallax/corpus/format/raw"
	"parallax/corpus/format/rawtest"
	"parallax/corpus/processor"
)

// pdfOf makes a PDF of pages, each given by what draws it, in a font whose
// letters are all half as wide as they are high. extra are objects from 20 on.
func pdfOf(info string, pages []string, extra ...string) []byte {
	var b bytes.Buffer
	var offsets [64]int
	object := func(n int, body string) {
		offsets[n] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", n, body)
	}
	b.WriteString("%PDF-1.4\n")
	var kids strings.Builder
	for i, p := range pages {
		fmt.Fprintf(&kids, "%d 0 R ", 30+2*i)
		object(30+2*i, fmt.Sprintf("<</Type/Page/Parent 2 0 R/Contents %d 0 R/Resources<</Font<</F 3 0 R/G 20 0 R>>/XObject<</X 21 0 R>>>>>>", 31+2*i))
		object(31+2*i, fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(p), p))
	}
	object(1, "<</Type/Catalog/Pages 2 0 R>>")
	object(2, fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", len(pages), kids.String()))
	object(3, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
	object(4, "<<"+info+">>")
	for i, e := range extra {
		object(20+i, e)
	}
	start := b.Len()
	b.WriteString("xref\n0 64\n")
	for _, o := range offsets {
		if o == 0 {
			b.WriteString("0000000000 65535 f \n")
		} else {
			fmt.Fprintf(&b, "%010d 00000 n \n", o)
		}
	}
	fmt.Fprintf(&b, "trailer\n<</Size 64/Root 1 0 R/Info 4 0 R>>\nstartxref\n%d\n%%%%EOF\n", start)
	return b.Bytes()
}

// set draws lines of text of one size from a height downwards, 1.2 times their
// size apart; a blank line leaves room.
func set(size, x, y float64, text string) string {
	var b strings.Builder
	for l := range strings.Lines(text) {
		l = strings.NewReplacer("\n", "", "(", `\(`, ")", `\)`, "’", `\222`).Replace(l)
		if l != "" {
			fmt.Fprintf(&b, "BT /F %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET\n", size, x, y, l)
		}
		y -= 1.2 * size
	}
	return b.String()
}

const ferryPage = `Ferry services across the Lorne estuary were halted on
Tuesday after an inspector found cracks in the hull of
the ship.

The vessel’s operator said that passengers should wait un-
til Friday at the earliest. A sister ship is a twenty-year-
old vessel of the same kind. It was withdrawn on Mon-
day, too.`

func TestPDF(t *testing.T) {
	header := set(8, 30, 800, "3/10/26, 9:41 AM") + set(8, 300, 800, "Ferry halted | The Lorne Herald")
	footer := set(8, 30, 20, "https://lorneherald.example/ferry") + "BT /F 8 Tf 1 0 0 1 560 20 Tm (%d/2) Tj ET\n"
	browser := []string{
		header + set(24, 30, 740, "Ferry halted") + set(12, 30, 690, ferryPage) + fmt.Sprintf(footer, 1),
		header + set(12, 30, 780, "A union welcomed the checks and demanded more of the\nkind.") + fmt.Sprintf(footer, 2),
	}
	ferry := `Ferry services across the Lorne estuary were halted on Tuesday after an inspector found cracks in the hull of the ship.

The vessel’s operator said that passengers should wait until Friday at the earliest. A sister ship is a twenty-year-old vessel of the same kind. It was withdrawn on Monday, too.`
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"printed by a browser", pdfOf("/Title(Ferry halted | The Lorne Herald)/Producer(Word)/Author(jdoe)", browser),
			"title = Ferry halted (PDF properties)\noutlet = The Lorne Herald (PDF properties: title)\ntitle = Ferry halted (largest letters)\n" +
				"url = https://lorneherald.example/ferry (line printed below the page)\ntext:\nFerry halted\n\n" +
				ferry + "\n\nA union welcomed the checks and demanded more of the kind.\n"},
		{"sections above the headline", pdfOf("", []string{set(12, 30, 790, "Home\n\nPolitics") + set(24, 30, 730, "Ferry halted") + set(12, 30, 690, ferryPage)}),
			"title = Ferry halted (largest letters)\ndoubtful: Home\ndoubtful: Politics\ntext:\nHome\n\nPolitics\n\nFerry halted\n\n" + ferry + "\n"},
		{"browsers divide no words", pdfOf("/Producer(Skia/PDF m156)", []string{set(12, 30, 700, "It is the fourth well-\nknown case.")}), "text:\nIt is the fourth well-known case.\n"},
		{"a word that stands whole elsewhere", pdfOf("", []string{set(12, 30, 700, "A long-term plan failed because no long-\nterm money came.")}), "text:\nA long-term plan failed because no long-term money came.\n"},
		{"title of a file", pdfOf("/Title(Microsoft Word - a.docx)/Author(Ines Farrow)", []string{set(12, 30, 700, "One line.")}), "author = Ines Farrow (PDF properties)\ntext:\nOne line.\n"},
		{"indented paragraphs", pdfOf("", []string{set(12, 45, 700, "The harbour bridge was closed on Monday") + set(12, 30, 685.6, "and will not open before the summer, it") +
			set(12, 30, 671.2, "was said.") + set(12, 45, 656.8, "A union welcomed it.")}),
			"text:\nThe harbour bridge was closed on Monday and will not open before the summer, it was said.\n\nA union welcomed it.\n"},
		{"two columns", pdfOf("", []string{set(12, 30, 700, "The harbour bridge was closed on\nMonday because a pillar had sunk by an") + set(12, 320, 700, "inch, the port said.")}),
			"text:\nThe harbour bridge was closed on Monday because a pillar had sunk by an inch, the port said.\n"},
		{"blanks that are gaps", pdfOf("", []string{"BT /F 12 Tf 30 700 Td [(The) -300 (bri) 20 (dge)] TJ 0 -14 Td (was) Tj ( closed.) Tj ET"}), "text:\nThe bridge was closed.\n"},
		{"a drawing inside of the page", pdfOf("", []string{"/X Do"}, "null", "<</Subtype/Form/Length 47>>\nstream\nBT /F 12 Tf 30 700 Td (The bridge.) Tj ET /X Do\nendstream"),
			"text:\nThe bridge.\n"},
		{"letters told by a table", pdfOf("", []string{"BT /G 12 Tf 30 700 Td <000100020003> Tj ET"},
			"<</Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</DW 500>>]/ToUnicode 21 0 R>>",
			"<</Length 109>>\nstream\nbegincmap 1 beginbfchar <0003> <FB01> endbfchar 1 beginbfrange <0001> <0002> <0041> endbfrange endcmap        \nendstream"),
			"text:\nABfi\n"},
		{"letters told by nothing", pdfOf("", []string{"BT /G 12 Tf 30 700 Td <000100020003> Tj ET"}, "<</Subtype/Type0/Encoding/Identity-H>>"),
			"error: " + errLetters.Error() + "\n"},
		{"pictures only", pdfOf("", []string{"q Q", ""}), "error: " + errPictures.Error() + "\n"},
		{"version 2", bytes.Replace(pdfOf("", []string{set(12, 30, 700, "One line.")}), []byte("%PDF-1.4"), []byte("%PDF-2.0"), 1), "text:\nOne line.\n"},
		{"something around it", append([]byte("\xef\xbb\xbf\n"), append(pdfOf("", []string{set(12, 30, 700, "One line.")}), "<html>not a part of it"...)...), "text:\nOne line.\n"},
		{"cut off", pdfOf("", browser)[:900], "error: cannot be read as PDF: missing %%EOF; print the page to PDF again\n"},
		{"with a password", bytes.Replace(pdfOf("", browser), []byte("/Info 4 0 R"), []byte("/Encrypt 4 0 R/ID[(a)(b)]"), 1), "error: " + errEncrypted.Error() + "\n"},
	} {
		if got := describe("a.pdf", c.data); got != c.want {
			t.Errorf("%s: got:\n%s\nwant:\n%s", c.name, got, c.want)
		}
	}
}

// deflated returns a stream, packed.
func deflated(dict, data string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	io.WriteString(w, data)
	w.Close()
	return fmt.Sprintf("<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream", dict, b.Len(), b.String())
}

// again returns a PDF of one page that its tree lists so many times.
func again(n int, page string, extra string) []byte {
	data := pdfOf("", []string{page}, "null", extra, "<</Kids["+strings.Repeat("30 0 R ", n)+"]>>", "<</Pages 22 0 R>>")
	return bytes.Replace(data, []byte("/Root 1 0 R"), []byte("/Root 23 0 R"), 1)
}

// packedPDF returns a PDF with a list of objects, 4, in which the table says
// that the page's font, 5, stands, and a table of objects that is a stream.
func packedPDF(list, drawing, table string) []byte {
	var b bytes.Buffer
	var rows []byte
	row := func(kind byte, at int) { rows = append(rows, kind, byte(at>>16), byte(at>>8), byte(at), 0) }
	b.WriteString("%PDF-1.5\n")
	row(0, 0)
	for i, body := range []string{
		"<</Type/Catalog/Pages 2 0 R>>", "<</Kids[3 0 R]>>", "<</Contents 6 0 R/Resources<</Font<<" + fonts(2000) + ">>>>>>", list, "",
		fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(drawing), drawing),
	} {
		if body == "" {
			row(2, 4)
			continue
		}
		row(1, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, body)
	}
	start := b.Len()
	fmt.Fprintf(&b, "7 0 obj\n<</Type/XRef/Size 7/Root 1 0 R%s/Length %d>>\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n",
		strings.ReplaceAll(table, "HERE", fmt.Sprint(start)), len(rows), rows, start)
	return b.Bytes()
}

// fonts names one font n times.
func fonts(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "/F%d 5 0 R", i)
	}
	return b.String()
}

const packedTable = "/W[1 3 1]"

// TestPDFIsBounded reads files that would never end or exhaust the memory.
func TestPDFIsBounded(t *testing.T) {
	corpustest.Measures(t)
	one := pdfOf("", []string{set(12, 30, 700, "One line.")})
	change := func(old, new string) []byte { return bytes.Replace(one, []byte(old), []byte(new), 1) }
	font := "<</Type/Font/Subtype/Type1>>"
	var draw strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&draw, "/F%d 1 Tf ", i)
	}
	draw.WriteString("BT /F1 9 Tf (One line.) Tj ET")
	list := func(dict, text string) []byte {
		return packedPDF(deflated("/Type/ObjStm"+dict, text), draw.String(), packedTable)
	}
	if got := describe("a.pdf", list("/N 1/First 4", "5 0 "+font)); got != "text:\nOne line.\n" {
		t.Fatalf("a sound one with a list of objects: %s", got)
	}
	for name, data := range map[string][]byte{
		"objects announced":           change("/Size 64", "/Size 99999999999"),
		"objects listed":              change("xref\n0 64", "xref\n4000000000 64"),
		"objects behind an #":         change("xref\n0 64", "xref%\n4000000000\n1\n0 64"),
		"a page that holds itself":    change("/Kids[30 0 R ]", "/Kids[ 2 0 R ]"),
		"a tree of pages in a circle": change("/Type/Page/Parent 2 0 R", "/Kids[2 0 R 2 0 R 2 0 R]"),
		"tables in a circle":          bytes.Replace(one, []byte("trailer\n<<"), []byte(fmt.Sprintf("trailer\n<</Prev %d", bytes.Index(one, []byte("xref\n0")))), 1),
		"packed tables in a circle":   packedPDF(deflated("/Type/ObjStm/N 1/First 4", "5 0 "+font), draw.String(), packedTable+"/Prev HERE"),
		"entries of no bytes":         packedPDF(deflated("/Type/ObjStm/N 1/First 4", "5 0 "+font), draw.String(), "/W[0 0 0]/Index[0 1000000]/Prev HERE"),
		"operands without end":        pdfOf("", []string{strings.Repeat("1 ", 5<<20)}),
		"widths without end": pdfOf("", []string{"BT /G 12 Tf (a) Tj ET"},
			"<</Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</W["+strings.Repeat("0 999999999 5 ", 1000)+"]>>]>>"),
		"widths of many fonts":           packedPDF(deflated("/Type/ObjStm/N 1/First 4", "5 0 <</Subtype/Type0/DescendantFonts[<</W[0 999999999 5]>>]>>"), draw.String(), packedTable),
		"a long page again and again":    again(900, "/X Do", deflated("/Subtype/Form", "BT /F 1 Tf 1 0 0 1 50 700 Tm ("+strings.Repeat("a", 7<<20)+") Tj")),
		"many operators again and again": again(900, "/X Do", deflated("/Subtype/Form", strings.Repeat("q Q ", 2<<20))),
		"blanks again and again":         again(900, strings.Repeat(" ", 7<<20), "null"),
		"drawings inside of drawings":    pdfOf("", []string{strings.Repeat("/X Do ", 10000)}, "null", deflated("/Subtype/Form", strings.Repeat("/X Do ", 10000))),
		"packed twice":                   again(900, "/X Do", strings.Replace(deflated("/Subtype/Form", "q Q"), "/FlateDecode", "[/FlateDecode/FlateDecode]", 1)),
		"columns in a list": pdfOf("", []string{"/X Do"}, "99999999999",
			strings.Replace(deflated("/Subtype/Form/DecodeParms[<</Predictor 12/Columns 20 0 R>>]", "q Q"), "/FlateDecode", "[/FlateDecode]", 1)),
		"a list that claims objects":          list("/N 99999999999/First 4", "6 0 "+font),
		"a list that refers to how many":      list("/N 6 0 R/First 4", "6 0 "+font),
		"a long list read for each object":    list("/N 300000/First 2400000", strings.Repeat("6 0     ", 299999)+"5 0     "+font),
		"a list that ends within a string":    list("/N 1/First 4", "5 0 <ab"),
		"a list whose keys hide in a string":  packedPDF("<</Type/ObjStm/A(stream\n1 0 <ab>endstream)/N 1/First 4/Length 7>>\nstream\n5 0 <ab\nendstream", draw.String(), packedTable),
		"a list named in another object":      packedPDF("<</Type 6 0 R/N 1/First 4/Length 7>>\nstream\n5 0 <ab\nendstream\nendobj\n6 0 obj\n/ObjStm", draw.String(), packedTable),
		"a list in which a list is named":     list("/N 2/First 8", "5 0 6 9 "+font+" /ObjStm"),
		"comments in tables":                  append([]byte("%PDF-1.4\n"), strings.Repeat("/Size%", 100_000)...),
		"many keys of one list":               packedPDF(deflated("/N 1/First 4"+strings.Repeat("/Type/ObjStm", 4000), strings.Repeat(" ", 4<<20)), draw.String(), packedTable),
		"many lists":                          bytes.Replace(one, []byte("xref\n0"), []byte(strings.Repeat("9 0 obj "+deflated("/Type/ObjStm/N 1/First 4", strings.Repeat(" ", 4<<20))+"\n", 100)+"xref\n0"), 1),
		"a list that goes on in another list": list("/N 9/First 4/Extends 4 0 R", "6 0 "+strings.Repeat(" ", 1<<20)),
	} {
		start := processor.Time()
		raws, err := readWithin(maxWork/8, data)
		if err == nil {
			t.Errorf("%s: read: %+v", name, raws)
		}
		if d := processor.Time() - start; d > rawtest.Slow {
			t.Errorf("%s: took %v: %v", name, d, err)
		}
	}
}

// TestPDFObjectLists: a list of objects that ends within a string is refused.
func TestPDFObjectLists(t *testing.T) {
	for list, want := range map[string]error{"1 0 <ab": errNumbers, "1 0 <ab>": nil, "1 0 (a<b": nil, "1 0 <</A 1>>": nil} {
		data := pdfOf("", nil, fmt.Sprintf("<</Type/ObjStm/N 1/First 4/Length %d>>\nstream\n%sendstream", len(list), list))
		if _, err := checkStreams(data, &budget{left: maxWork}); err != want {
			t.Errorf("%s: %v", list, err)
		}
	}
}

func FuzzPDF(f *testing.F) {
	seeds := [][]byte{
		pdfOf("/Title(A | B)", []string{set(12, 30, 700, ferryPage), "/X Do"}, "null", "<</Subtype/Form/Length 47>>\nstream\nBT /F 12 Tf 30 700 Td (The bridge.) Tj ET /X Do\nendstream"),
		pdfOf("", []string{"BT /G 12 Tf <0001> Tj ET"}, "<</Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</W[1[500]2 3 400]>>]/ToUnicode 21 0 R>>",
			"<</Length 60>>\nstream\n1 beginbfrange <0001> <0002> <0041> endbfrange               \nendstream"),
	}
	if data, err := os.ReadFile("../../../../shared/samples/pdf/courier.pdf"); err == nil {
		seeds = append(seeds, data)
	}
	rawtest.Fuzz(f, func(data []byte) iter.Seq2[raw.Article, error] {
		raws := read(raw.Source{Name: "a.pdf"}, bytes.NewReader(data))
		return raws
	}, seeds...)
}

// FuzzPDFDrawing fuzzes what draws a page, where the file around it is whole.
func FuzzPDFDrawing(f *testing.F) {
	f.Add("q 1 0 0 1 5 5 cm BT /F 12 Tf 14 TL 30 700 Td [(The) -300 (bridge)] TJ T* 1 2 (was) \" (closed) ' ET Q 9 Tz 1 Ts /X Do", "begincmap 1 beginbfchar <01> <FB01> endbfchar 1 beginbfrange <0001> <0002> [<41> <42>] endbfrange")
	f.Fuzz(func(t *testing.T, drawing, table string) {
		describe("a.pdf", pdfOf("", []string{drawing}, "<</Subtype/Type1/ToUnicode 22 0 R/Widths[500]/FirstChar 65>>",
			"<</Subtype/Form/Length 30>>\nstream\nBT /G 12 Tf (A) Tj ET\nendstream", fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(table), table)))
	})
}
