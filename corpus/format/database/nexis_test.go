package database

import (
	"testing"

	"parallax/corpus/format/rawtest"
)

// wordFile makes a Word file of the XML of its paragraphs.
func wordFile(body string) []byte {
	return rawtest.Zipped("word/document.xml", `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`+body+`</w:body></w:document>`)
}

// para is the XML of a paragraph in a style.
func para(style, text string) string {
	return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr><w:r><w:t xml:space="preserve">` + text + `</w:t></w:r></w:p>`
}

// boldPara is the XML of a paragraph that begins with bold words.
func boldPara(bold, text string) string {
	return `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>` + bold + `</w:t></w:r><w:r><w:t xml:space="preserve">` + text + `</w:t></w:r></w:p>`
}

func TestNexisWord(t *testing.T) {
	cover := para("", "Date and Time: Tuesday, March 10, 2026") + para("", "Documents (2)") + para("", "1. Ferry halted") + para("", "Content Type: News")
	first := boldPara("Ferry halted", "") + para("", "The Lorne Herald(Lorne)") + para("", "March 10, 2026 Tuesday 9:20 AM GMT") + para("", "Late Edition") +
		para("", "Copyright 2026 The Lorne Herald All Rights Reserved") + boldPara("Section:", "\u00a0NEWS") + boldPara("Length:", "\u00a064 words") +
		boldPara("Byline:", "\u00a0Mara Quill") + boldPara("Highlight:", "\u00a0It will not sail.") + boldPara("Body", "") +
		para("", "The ferry was halted.") + boldPara("People", "") + boldPara("Note:", " the operator said more.") + para("", "It sails on Friday.") +
		boldPara("Classification", "") + boldPara("Language:", "\u00a0ENGLISH") + boldPara("Subject:", " FERRIES (90%)") + boldPara("Load-Date:", "\u00a0March 11, 2026") +
		para("", "End of Document")
	second := boldPara("Harbour notes", "") + para("", "Coast Courier") + para("", "11 March 2026") + boldPara("Length:", " 3 words") + para("", "All is well.") + para("", "End of Document")
	want := `title = Ferry halted (headline)
outlet = The Lorne Herald (Lorne) (line of the outlet)
published = March 10, 2026 Tuesday 9:20 AM GMT (line of the date)
author = Mara Quill (Byline line)
language = ENGLISH (Language line)
text:
It will not sail.

The ferry was halted.

People

Note: the operator said more.

It sails on Friday.
title = Harbour notes (headline)
outlet = Coast Courier (line of the outlet)
published = 11 March 2026 (line of the date)
text:
All is well.
error: no date or outlet above this article of a LexisNexis export, so its text cannot be separated from its metadata
`
	if got := describe("a.DOCX", wordFile(cover+first+second+para("", "End of Document"))); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
