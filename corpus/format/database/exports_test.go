package database

import (
	"bytes"
	"fmt"
	"iter"
	"strings"
	"testing"

	"parallax/corpus/format/office"
	"parallax/corpus/format/raw"
	"parallax/corpus/format/rawtest"
)

// prose is the text of every article of the exports below, a paragraph a line.
const prose = "The ferry over the Lorne was halted on Tuesday.\nIt carries 1,200 passengers a day, the operator said.\nIt sails again on Friday."

// richText makes a Rich Text file of lines; those that begin with * are bold.
func richText(lines string) []byte {
	var b strings.Builder
	b.WriteString(`{\rtf1\ansi\deff0{\fonttbl{\f0 Times New Roman;}}` + "\n")
	for l := range strings.Lines(strings.TrimSpace(lines) + "\n") {
		l = strings.TrimSuffix(l, "\n")
		if bold, ok := strings.CutPrefix(l, "*"); ok {
			label, rest, _ := strings.Cut(bold, "|")
			l = `\b ` + label + `\b0 ` + rest
		}
		var e strings.Builder
		for _, r := range l {
			if r < 0x80 {
				e.WriteRune(r)
			} else {
				fmt.Fprintf(&e, `\u%d?`, r)
			}
		}
		b.WriteString(`\pard ` + e.String() + "\\par\n")
	}
	return []byte(b.String() + "}")
}

// summary says of each article what an export states of it, and its text.
func summary(articles iter.Seq2[raw.Article, error]) string {
	var out []string
	for a, err := range articles {
		if err != nil {
			out = append(out, "error: "+err.Error())
			continue
		}
		said := map[string][]string{}
		for _, f := range a.Fields {
			said[f.Name] = append(said[f.Name], f.Value)
		}
		first := func(name string) string { return strings.Join(said[name], "+") }
		line := first(raw.Title) + " | " + first(raw.Outlet) + " | " + first(raw.Published) + " | " + first(raw.Author)
		if got := strings.ReplaceAll(a.Text, "\n\n", "\n"); got != prose {
			line += " | " + got
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

// TestExportsAsDocuments: exports as Rich Text are as many articles as they have,
// whatever the database, its language and the type of the labels.
func TestExportsAsDocuments(t *testing.T) {
	const nexisTail = "\nLoad-Date: March 11, 2026\nEnd of Document\n"
	for _, c := range []struct{ name, lines, want string }{
		{"Nexis, plain labels",
			"*Ferry halted\nThe Lorne Herald\nMarch 10, 2026 Tuesday\nCopyright 2026 Lorne Press\nSection: NEWS; Pg. 3\nLength: 30 words\nByline: From MARA QUILL\nBody\n" + prose + nexisTail +
				"*Ferry sails\nCoast Courier\nMarch 13, 2026 Friday\nLength: 30 words\nByline: Bo Cho, Staff Writer\nBody\n" + prose + nexisTail,
			"Ferry halted | The Lorne Herald | March 10, 2026 Tuesday | MARA QUILL\nFerry sails | Coast Courier | March 13, 2026 Friday | Bo Cho"},
		{"Nexis, bold labels, a part of the paper, a correction",
			"*Ferry halted - Correction Appended\nThe Lorne Herald Blogs\n(Harbour)\nMarch 10, 2026 Tuesday\n*Length:| 30 words\n*Byline:| Mara Quill, lorneherald.example\n*Body\n" + prose + "\n*Load-Date:| March 11, 2026\nEnd of Document\n",
			"Ferry halted | The Lorne Herald Blogs | March 10, 2026 Tuesday | Mara Quill"},
		{"Nexis, an edition between outlet and date",
			"Ferry halted\nThe Lorne Herald\nWeekend Edition\nMarch 10, 2026 Tuesday\nLength: 30 words\nByline: Mara Quill, The Lorne Herald\nBody\n" + prose + nexisTail,
			"Ferry halted | The Lorne Herald | March 10, 2026 Tuesday | Mara Quill"},
		{"Nexis without a date line",
			"Ferry halted\nThe Lorne Herald\nCorrection Appended\nCopyright 2026 Lorne Press\nByline: Mara Quill\nLength: 30 words\nBody\n" + prose + nexisTail,
			"Ferry halted | The Lorne Herald | March 11, 2026 | Mara Quill"},
		{"Nexis in German",
			"*Fähre liegt im Dock\nLorner Tageblatt\n10. März 2026 Dienstag\n*Rubrik:| LOKALES\n*Länge:| 30 Wörter\n*Autor:| Mara Quill, Redakteurin\n*Hauptteil\n" + prose + "\n*Ladedatum:| 11. März 2026\nEnde des Dokuments\n",
			"Fähre liegt im Dock | Lorner Tageblatt | 10. März 2026 Dienstag | Mara Quill"},
		{"Factiva, codes on lines of their own",
			"*SE\nNews\n*HD\nFerry halted\n*BY\nBy Mara Quill\n*WC\n30 words\n*PD\n10 March 2026\n*ET\n15:32\n*SN\nThe Lorne Herald\n*SC\nLORNH\n*LA\nEnglish\n*CY\n(c) 2026 Lorne Press\n*LP\n" + strings.Replace(prose, "\n", "\n*TD\n", 1) +
				"\n*NS\ngtrans : Transport\n*AN\nDocument LORNH00020260310em3a00001\n*HD\nFerry sails\n*PD\n13 March 2026\n*SN\nCoast Courier\n*TD\n" + prose + "\n*AN\nDocument COASTC0020260313em3d0000a\n",
			"Ferry halted | The Lorne Herald | 10 March 2026 15:32 | Mara Quill\nFerry sails | Coast Courier | 13 March 2026 | "},
		{"Factiva, codes before the words",
			"*HD| Ferry halted\n*BY| Mara Quill\n*PD| 10 March 2026\n*SN| The Lorne Herald\n*LP| " + prose + "\n*AN| Document LORNH00020260310em3a00001\nDocument LORNH00020260310em3a00001\n",
			"Ferry halted | The Lorne Herald | 10 March 2026 | Mara Quill"},
		{"Factiva without codes",
			"News\n*Ferry halted\nBy Mara Quill\n30 words\n10 March 2026\n15:32\nThe Lorne Herald\nLORNH\n7\nEnglish\n(c) 2026 Lorne Press\n" + prose + "\nDocument LORNH00020260310em3a00001\n" +
				"Ferry sails\n30 words\n13 March 2026\nCoast Courier\nCOASTC\nEnglish\n© 2026 Coast\n" + prose + "\nDocument COASTC0020260313em3d0000a\n",
			"Ferry halted | The Lorne Herald | 10 March 2026 15:32 | Mara Quill\nFerry sails | Coast Courier | 13 March 2026 | "},
		{"LexisNexis Academic",
			"1 of 2 DOCUMENTS\nThe Lorne Herald\nMarch 10, 2026\nFerry halted\nBYLINE: Mara Quill\nLENGTH: 30 words\n" + prose + "\nLOAD-DATE: March 11, 2026\nLANGUAGE: ENGLISH\n" +
				"2 of 2 DOCUMENTS\nDe Lorner\n10 maart 2026\nLENGTE: 30 words\nKOP: Veerboot stilgelegd\nAUTEUR: QUILL, MARA\nTEKST:\n" + prose + "\nLOAD-DATE: March 11, 2026\n",
			"Ferry halted | The Lorne Herald | March 10, 2026 | Mara Quill\nVeerboot stilgelegd | De Lorner | 10 maart 2026 | MARA QUILL"},
		{"ProQuest",
			"Document 1 of 2\nFerry halted\nAuthor: Quill, Mara\nFull text: " + prose + "\nTitle: Ferry halted\nPublication title: The Lorne Herald; Lorne\nPublication date: Mar 10, 2026\nProQuest document ID: 1234567890\n" +
				"Document 2 of 2\nFerry sails\nAuthor: Cho, Bo\nFull text: " + prose + "\nPublication title: Coast Courier\nPublication date: Mar 13, 2026\nProQuest document ID: 1234567891\n",
			"Ferry halted | The Lorne Herald | Mar 10, 2026 | Mara Quill\nFerry sails | Coast Courier | Mar 13, 2026 | Bo Cho"},
		{"ProQuest in German, nothing between its articles",
			"Titel: Fähre im Dock\nAutor: Quill, Mara\nVolltext: " + prose + "\nPublikationstitel: Lorner Tageblatt\nErscheinungsdatum: 10. März 2026\nProQuest-Dokument-ID: 1234567890\nDokument-URL: https://proquest.example/1\n" +
				"Titel: Fähre fährt\nVolltext: " + prose + "\nPublikationstitel: Lorner Tageblatt\nErscheinungsdatum: 13. März 2026\nProQuest-Dokument-ID: 1234567891\n",
			"Fähre im Dock | Lorner Tageblatt | 10. März 2026 | Mara Quill\nFähre fährt | Lorner Tageblatt | 13. März 2026 | "},
	} {
		reader := raw.Export(office.ReadRTF(ReadDocument))
		if got := summary(rawtest.Read(reader, raw.Source{Name: "a.rtf"}, bytes.NewReader(richText(c.lines)))); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
}

// TestExportsAsText: the labels of LexisNexis in its languages, and what is copied
// out of Factiva.
func TestExportsAsText(t *testing.T) {
	head := "\n\n   The Lorne Herald\n\n  "
	body := strings.ReplaceAll(prose, "\n", "\n\n")
	for _, c := range []struct{ name, text, want string }{
		{"Dutch", "1 of 1 DOCUMENTS" + head + "10. März 2026\n\nMarch 10, 2026\n\nLENGTE: 30 words\n\nKOP: Veerboot ligt\nstil\n\nAUTEUR: QUILL, MARA\n\nTEKST:\n\n" + body + "\n\nLOAD-DATE: March 11, 2026\n\nLANGUAGE: DUTCH; NEDERLANDS\n",
			"Veerboot ligt stil | The Lorne Herald | 10. März 2026 | MARA QUILL"},
		{"Dutch numbers", "Document 1 van 1" + head + "10 maart 2026\n\nVeerboot stilgelegd\n\nSECTIE: Binnenland; Blz. 3\n\nAUTEUR: Mara Quill\n\nLENGTE: 30 woorden\n\n" + body + "\n\nTAAL: NEDERLANDS\n",
			"Veerboot stilgelegd | The Lorne Herald | 10 maart 2026 | Mara Quill"},
		{"German", "Dokument 1 von 1" + head + "Dienstag 10. März 2026\n\nÜBERSCHRIFT: Fähre im Dock\n\nRUBRIK: LOKALES\n\nVERFASSER: Mara Quill\n\nLÄNGE: 30 Wörter\n\nVOLLTEXT: " + body + "\n\nUPDATE: 11. März 2026\n\nSPRACHE: DEUTSCH\n",
			"Fähre im Dock | The Lorne Herald | Dienstag 10. März 2026 | Mara Quill"},
		{"French", "Document 1 de 1" + head + "10 mars 2026 mardi\n\nLe bac à quai\n\nAUTEUR: Mara Quill\n\nRUBRIQUE: PORT\n\nLONGUEUR: 30 mots\n\n" + body + "\n\nDATE-CHARGEMENT: 11 mars 2026\n\nLANGUE: FRENCH; FRANÇAIS\n",
			"Le bac à quai | The Lorne Herald | 10 mars 2026 mardi | Mara Quill"},
		{"Spanish, no date line", "Documento 1 de 1" + head + "TITULAR: El ferri para\n\nAUTOR: Mara Quill\n\nLONGITUD: 30 palabras\n\n" + body + "\n\nFECHA-DE-CARGA: 11 de marzo de 2026\n\nIDIOMA: SPANISH; ESPAÑOL\n",
			"El ferri para | The Lorne Herald | 11 de marzo de 2026 | Mara Quill"},
		{"Italian", "Documento 1 di 1" + head + "10 marzo 2026\n\nTITOLO: Il traghetto fermo\n\nAUTORE: Mara Quill\n\nLUNGHEZZA: 30 parole\n\nTESTO:\n\n" + body + "\n\nLINGUA: ITALIANO\n",
			"Il traghetto fermo | The Lorne Herald | 10 marzo 2026 | Mara Quill"},
		{"Factiva", "HD\nFerry halted\n\nBY\nMara Quill\n\nPD\n10 March 2026\n\nSN\nThe Lorne Herald\n\nLP\n" + strings.Replace(body, "\n\n", "\n\nTD\n", 1) + "\n\nAN\nDocument LORNH00020260310em3a00001\n",
			"Ferry halted | The Lorne Herald | 10 March 2026 | Mara Quill"},
	} {
		if got := summary(read(raw.Source{Name: "a.txt"}, strings.NewReader(c.text))); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
}

// TestExportsAsPages: pages of Factiva as browsers save them and in other
// languages, and ProQuest's.
func TestExportsAsPages(t *testing.T) {
	text := func(class string) string {
		var b strings.Builder
		for p := range strings.SplitSeq(prose, "\n") {
			b.WriteString(`<p class="` + class + `">` + p + "</p>\n")
		}
		return b.String()
	}
	factiva := func(words, date, language string) string {
		return `<div class="article enArticle" id="article-LORNH00020260310em3a00001"><div id="hd"><span class="enHeadline">Ferry halted</span></div><div class="author">Mara Quill</div>` +
			`<div>` + words + `</div><div>` + date + `</div><div>The Lorne Herald</div><div>LORNH</div><div>` + language + `</div><div>(c) 2026 Lorne Press</div>` + text("articleParagraph enarticleParagraph") + `<p>Document LORNH00020260310em3a00001</p></div>`
	}
	pro := func(author, title, outlet, date string) string {
		return `<p>Document 1 of 2</p><p><strong>` + title + `</strong></p><p><strong>Author: </strong>` + author + `</p><p><strong>Full text: </strong></p>` + text("") +
			`<p><strong>Title: </strong>` + title + `<strong>Publication title: </strong>` + outlet + `</p><p><strong>Publication date: </strong>` + date + `</p><p><strong>ProQuest document ID: </strong>123</p>`
	}
	for _, c := range []struct{ name, page, want string }{
		{"Chinese", `<html><head><title>Factiva</title></head><body>` + factiva("30 字", "2026 年 3 月 10 日 17:04", "英文"), "Ferry halted | The Lorne Herald | 2026 年 3 月 10 日 17:04 | Mara Quill"},
		{"Japanese", `<html><head><title>Factiva</title></head><body>` + factiva("30 ワード", "2026年3月10日", "英語"), "Ferry halted | The Lorne Herald | 2026年3月10日 | Mara Quill"},
		{"saved by a browser", `<!-- saved from url=(0044)https://global.factiva.com/ha/default.aspx --><html><head><title>Dow Jones Factiva - search</title></head><body><div class="article listHead"><span>Headlines</span></div>` +
			`<div class="article wrapper">` + factiva("30 words", "10 March 2026", "English") + `</div><div class="article footer">Help</div>`, "Ferry halted | The Lorne Herald | 10 March 2026 | Mara Quill"},
		{"ProQuest", `<html><head><title>ProQuestDocuments-2026-03-14</title></head><body>` + pro("Quill, Mara", "Ferry halted", "The Lorne Herald; Lorne", "Mar 10, 2026") + `<hr/>` + pro("Cho, Bo", "Ferry sails", "Coast Courier", "Mar 13, 2026"),
			"Ferry halted | The Lorne Herald | Mar 10, 2026 | Mara Quill\nFerry sails | Coast Courier | Mar 13, 2026 | Bo Cho"},
		{"ProQuest in tables", "<html><body><table><tr><td><b>Title:</b></td><td>Ferry halted</td></tr><tr><td><b>Full text:</b></td><td>" + text("") + "</td></tr><tr><td><b>Publication title:</b></td><td>The Lorne Herald</td></tr>" +
			"<tr><td><b>Publication date:</b></td><td>Mar 10, 2026</td></tr><tr><td><b>ProQuest document ID:</b></td><td>1</td></tr></table>", "Ferry halted | The Lorne Herald | Mar 10, 2026 | "},
	} {
		if got := summary(read(raw.Source{Name: "a.html"}, strings.NewReader(c.page))); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
}

// TestAgencies: messages of agencies as text, with the control characters of IPTC
// 7901 and without, and exports of archives in German.
func TestAgencies(t *testing.T) {
	indented := "   " + strings.ReplaceAll(prose, "\n", "\n   ")
	wrapped := strings.Replace(indented, "halted on", "halted\non", 1)
	body := strings.ReplaceAll(prose, "\n", "\n\n")
	for _, c := range []struct{ name, text, want string }{
		{"dpa", "\x01bdt0123 4 pl 321  dpa 0456\r\n\r\nVerkehr/Fähren/\r\nFähre liegt im Dock =\r\n\x02\r\n" + wrapped + "\r\n\x03101530 Mrz 26\r\n",
			"Fähre liegt im Dock | dpa | 10 Mrz 2026 15:30 | "},
		{"two messages, the headline after STX", "\x01AAP0123 4 DOM 321 Ferry\n\x02Ferry halted\nBy Mara Quill\n" + wrapped + "\n\x03101530 GMT Mar 26\n\x01AAP0124 4 DOM 300 Ferry\n\x02Ferry sails\n" + indented + "\n\x03131530 Mar 2026\n",
			"Ferry halted | AAP | 10 Mar 2026 15:30 GMT | Mara Quill\nFerry sails | AAP | 13 Mar 2026 15:30 | "},
		{"no control characters", "bdt0123 4 vm 321  dpa 0456\n\nVerkehr/Fähren/\nFähre liegt im Dock =\n\n" + wrapped + "\n\n101530 Mrz 26\n", "Fähre liegt im Dock | dpa | 10 Mrz 2026 15:30 | "},
		{"APA", "APA0123 5 II 0345 AI                            Di, 10.Mär 2026\n\nVerkehr/Fähren/Unfall\n\nFähre liegt im Dock =\n\n" + wrapped + "\n\n(Schluss) mq\n\nAPA0123    2026-03-10/15:30\n\n101530 Mär 26\n",
			"Fähre liegt im Dock | APA | 10 Mär 2026 15:30 | "},
		{"De Facto", "\"Lorner Tageblatt\" vom 10.03.2026            Seite: 8\nRessort: Lokales\nVon: Mara Quill\n\nFähre liegt im Dock\n\n" + body + "\n\n\"Küstenkurier\" vom 13.03.2026            Seite: 1\nRessort: Lokales\n\nFähre fährt\n\n" + body + "\n",
			"Fähre liegt im Dock | Lorner Tageblatt | 10.03.2026 | Mara Quill\nFähre fährt | Küstenkurier | 13.03.2026 | "},
		{"De Facto, ruled", "\"Lorner Tageblatt\" Nr. 57/2026 vom 10.03.2026\nRessort: Lokales\nSeite: 8\n\nFähre liegt im Dock\nVon Mara Quill\n\n" + body + "\n\n--------------------\n\n\"Küstenkurier\" vom 13.03.2026 Seite: 1\nFähre fährt\n" + body + "\n",
			"Fähre liegt im Dock | Lorner Tageblatt | 10.03.2026 | Mara Quill\nFähre fährt | Küstenkurier | 13.03.2026 | "},
		{"GENIOS", "Lorner Tageblatt, 10.03.2026, S. 8\n\nFähre liegt im Dock\n\nvon Mara Quill\n\n" + body + "\n\nQuelle: Lorner Tageblatt vom 10.03.2026, Nr. 57, S. 8\nRessort: Lokales\nDokumentnummer: LTB20260310\nDauerhafte Adresse des Dokuments: https://archiv.example/LTB20260310\nAlle Rechte vorbehalten: (c) Lorner Verlag\n",
			"Fähre liegt im Dock | Lorner Tageblatt | 10.03.2026 | Mara Quill"},
		{"labels alone", "Titel: Fähre liegt im Dock\nQuelle: Lorner Tageblatt\nDatum: 10.03.2026\nRessort: Lokales\nAutor: Mara Quill, Redakteurin\nText: " + body + "\n\nTitel: Fähre fährt\nQuelle: Küstenkurier\nDatum: 13.03.2026\nRessort: Lokales\nText: " + body + "\n",
			"Fähre liegt im Dock | Lorner Tageblatt | 10.03.2026 | Mara Quill\nFähre fährt | Küstenkurier | 13.03.2026 | "},
	} {
		if !LooksAgency([]byte(c.text)) && !LooksPress([]byte(c.text)) {
			t.Errorf("%s: not recognised", c.name)
			continue
		}
		read := ReadPress
		if LooksAgency([]byte(c.text)) {
			read = ReadAgency
		}
		if got := summary(rawtest.Read(raw.ExportOfText(read), raw.Source{Name: "a.txt"}, strings.NewReader(c.text))); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
	for _, plain := range []string{prose, "Ferry halted\n\nBy Mara Quill\n\n" + body, "A letter from Lorne, 10.03.2026\n\n" + body, "Quelle: dpa\n\n" + body} {
		if LooksAgency([]byte(plain)) || LooksPress([]byte(plain)) {
			t.Errorf("an article taken for an export: %q", plain)
		}
	}
}
