package mail

import (
	"strings"
	"testing"
)

// TestExportsByMail: what a database sends is as many articles as it has, in the
// text of the mail, in its page or in a file, and the mail's own header says
// nothing of them.
func TestExportsByMail(t *testing.T) {
	const top = "From: ProQuest <no-reply@proquest.example>\nSubject: Your documents\nDate: Sat, 14 Mar 2026 10:00:00 +0000\nMIME-Version: 1.0\n"
	const rule = "\n____________________________________________________________\n"
	text := "Report Information from ProQuest\n" + rule + "Title: Ferry halted\nAuthor: Quill, Mara\nFull text: The ferry was halted.\nPublication title: The Lorne Herald; Lorne\nPublication date: Mar 10, 2026\nProQuest document ID: 1\n" +
		rule + "Title: Ferry sails\nFull text: The ferry sails again.\nPublication title: Coast Courier\nPublication date: Mar 13, 2026\nProQuest document ID: 2\n" + rule
	const want = `title = Ferry halted (Title line)
outlet = The Lorne Herald (Publication title line)
published = Mar 10, 2026 (Publication date line)
author = Mara Quill (Author line)
text:
The ferry was halted.
title = Ferry sails (Title line)
outlet = Coast Courier (Publication title line)
published = Mar 13, 2026 (Publication date line)
text:
The ferry sails again.
`
	page := "<html><body><p>" + strings.ReplaceAll(strings.ReplaceAll(strings.TrimSpace(text), "\n", "<br>"), rule, "<hr>") + "</body></html>"
	rtf := `{\rtf1\ansi ` + strings.ReplaceAll(text, "\n", "\\par\n") + "}"
	part := func(kind, more, body string) string {
		return top + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nYour documents are attached.\n--b\nContent-Type: " + kind + more + "\n\n" + body + "\n--b--\n"
	}
	for name, mail := range map[string]string{
		"text":     top + "Content-Type: text/plain; charset=utf-8\n\n" + text,
		"page":     top + "Content-Type: text/html; charset=utf-8\n\n" + page,
		"attached": part("text/plain; name=a.txt", "\nContent-Disposition: attachment; filename=a.txt", text),
		"rtf":      part("application/rtf", "\nContent-Disposition: attachment; filename=a.rtf", rtf),
	} {
		if got := describe("a.eml", []byte(mail)); got != want {
			t.Errorf("%s:\n%s", name, got)
		}
	}
	box := "From a@b.example Sat Mar 14 10:00:00 2026\n" + top + "\n" + text + "\nFrom a@b.example Sat Mar 14 10:00:00 2026\n" + top + "\nA note.\n"
	if got := describe("a.mbox", []byte(box)); !strings.HasPrefix(got, want) || !strings.Contains(got, "A note.") {
		t.Errorf("mailbox:\n%s", got)
	}
}
