package format

import (
	"strings"
	"testing"
)

// TestStrayNULs: a NUL or a byte that is not UTF-8 costs an article nothing but
// itself, in whatever format of text.
func TestStrayNULs(t *testing.T) {
	for name, c := range map[string]struct{ data, want string }{
		"a.txt":   {"The bridge was closed.\n\nIt wi\x00ll open.\n", "text:\nThe bridge was closed.\n\nIt wi\uFFFDll open.\n"},
		"a.md":    {"---\ntitle: The br\x00dge\n---\nThe bridge was *closed*.\n", "title = The br\uFFFDdge (front matter: title)\ntext:\nThe bridge was closed.\n"},
		"b.md":    {"“The bridge,” he said. “It is \xec*\x92\x92*", "text:\n“The bridge,” he said. “It is \uFFFD\uFFFD\uFFFD\n"},
		"a.html":  {"<title>Bridge</title><p>The bridge was cl\x00sed on Monday, said the port.</p>", "title = Bridge (page title)\ntext:\nThe bridge was clsed on Monday, said the port.\n"},
		"b.html":  {"<meta charset=windows-1251><p>\xcc\xee\xf1\xf2 \xe7\xe0\xea\xf0\xfb\xf2\x00, said the chief of the port.</p>", "text:\nМост закрыт, said the chief of the port.\n"},
		"a.json":  {`{"title":"Bridge","text":"The bridge was cl` + "\x00" + `sed."}` + "\x1a", "title = Bridge (JSON: title)\ntext:\nThe bridge was cl\uFFFDsed.\n"},
		"a.jsonl": {`{"title":"Bridge","text":"The bridge was closed."}` + "\n" + `{"title":"Fer` + "\x00" + `y","text":"It was halted."}` + "\n\x00\x00\x00", "title = Bridge (JSON: title)\ntext:\nThe bridge was closed.\ntitle = Fer\uFFFDy (JSON: title)\ntext:\nIt was halted.\n"},
		"a.csv":   {"title,text\nBridge,The bridge was cl\x00sed.\n\x1a", "title = Bridge (column: title)\ntext:\nThe bridge was cl\uFFFDsed.\n"},
		"a.xml":   {`<rss version="2.0"><channel><item><title>Bridge</title><link>https://a.example/1</link><description>The bridge was cl` + "\x00" + `sed on Monday.&lt;p>It will open on Friday.</description></item></channel></rss>` + "\x00", "title = Bridge (feed: item title)\nurl = https://a.example/1 (feed: item link)\ntext:\nThe bridge was cl sed on Monday.\n\nIt will open on Friday.\n"},
		"a.eml":   {"Subject: Bridge\nContent-Type: text/plain; charset=utf-8\n\nThe bridge was cl\x00sed.\n", "title = Bridge (mail Subject)\ntext:\nThe bridge was cl\uFFFDsed.\n"},
		"a.rtf":   {"{\\rtf1 The bridge was cl\x00sed.}", "text:\nThe bridge was clsed.\n"},
	} {
		if got := describe(name, []byte(c.data)); got != c.want {
			t.Errorf("%s: got:\n%s\nwant:\n%s", name, got, c.want)
		}
	}
	// A stream is decoded in pieces: wherever one ends, and beyond the head.
	long := strings.Repeat(`{"text":"The bridge was closed."}`+"\n", 5000)
	want := strings.Repeat("text:\nThe bridge was closed.\n", 5000)
	for i := range 8 {
		at := len(long)/2 + i
		if got := describe("a.jsonl", []byte(long[:at]+"\x00\x00"+long[at:])); len(got) < len(want)-200 {
			t.Errorf("a NUL at byte %d: %d bytes of %d", at, len(got), len(want))
		}
	}
}
