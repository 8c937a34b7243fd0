package hyperlink

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// TestWeb holds that only addresses of the web become links, and that nothing in
// them can end the link or reach the terminal.
func TestWeb(t *testing.T) {
	for address, want := range map[string]string{
		"https://news.example/2026/ferry?id=1&x=y#top":      "https://news.example/2026/ferry?id=1&x=y#top",
		"http://news.example/a;b":                           "http://news.example/a;b",
		"https://news.example/fähre?q=ä":                    "https://news.example/f%C3%A4hre?q=%C3%A4",
		"https://news.example/a b":                          "https://news.example/a%20b",
		"javascript:alert(1)":                               "",
		"JavaScript://news.example/%0aalert(1)":             "",
		"data:text/html,x":                                  "",
		"file:///etc/passwd":                                "",
		"ssh://news.example":                                "",
		"news.example/ferry":                                "",
		"https://user:secret@news.example/":                 "",
		"https://news.example/\x1b\\\x1b]0;owned\x07":       "",
		"https://news.example/\x07":                         "",
		"https://news.example/\n":                           "https://news.example/",
		"https://news.example/a\nb":                         "",
		"https://news.example/\u009c":                       "https://news.example/%C2%9C",
		"":                                                  "",
		"https://news.example/" + strings.Repeat("a", 3000): "",
	} {
		if got := Web(address); got != want {
			t.Errorf("%q leads to %q, want %q", address, got, want)
		}
	}
}

// TestTarget holds that whatever comes from elsewhere, such as the name of the
// computer, cannot end a link.
func TestTarget(t *testing.T) {
	for address, want := range map[string]string{
		"file://host/a": "file://host/a", "file://ho\x07st/a": "", "file://ho st/a": "", "https://x/\x1b\\": "", "https://x/\x7f": "", "file://höst/": "file://h%C3%B6st/",
	} {
		if got := target(address); got != want {
			t.Errorf("%q leads to %q, want %q", address, got, want)
		}
	}
}

func TestFile(t *testing.T) {
	dir := t.TempDir()
	host, _ := os.Hostname()
	for _, name := range []string{"plain.txt", "two words.txt", "per%cent?#.txt", "fähre.txt", "bell\x07\x1b.txt"} {
		path := filepath.Join(dir, name)
		if os.WriteFile(path, nil, 0o666) != nil {
			continue
		}
		got := File(path)
		begin := "file://" + host + "/"
		if !strings.HasPrefix(got, begin) || strings.ContainsFunc(got, func(r rune) bool { return r <= ' ' || r > '~' }) || strings.ContainsAny(got[len(begin):], "?#") {
			t.Errorf("%q leads to %q", name, got)
		}
	}
	t.Chdir(dir)
	if got := File("two words.txt"); !strings.HasSuffix(got, "/two%20words.txt") {
		t.Errorf("a path from here leads to %q", got)
	}
	for _, path := range []string{"", "gone.txt", dir, "plain.txt#3", os.DevNull} {
		if got := File(path); got != "" {
			t.Errorf("%q, which is no file, leads to %q", path, got)
		}
	}
}

// TestWriter holds which parts of lines are links, in whatever pieces they come,
// and that without its links the text is as it was.
func TestWriter(t *testing.T) {
	const text = "Story 1: Ferry\n    news/two words.txt · 4 sentences\n  see https://news.example/a, or (http://b.example/c?d=1).\n" +
		"    other/a.txt\njavascript:alert(1) https://user:pw@c.example/ ftp://d.example\nlast https://e.example"
	link := func(text, target string) string {
		return "\x1b]8;;" + target + "\x07" + text + "\x1b]8;;\x07"
	}
	want := strings.NewReplacer("news/two words.txt", link("news/two words.txt", "file://here/news/two%20words.txt"),
		"https://news.example/a", link("https://news.example/a", "https://news.example/a"),
		"http://b.example/c?d=1", link("http://b.example/c?d=1", "http://b.example/c?d=1"),
		"https://e.example", link("https://e.example", "https://e.example")).Replace(text)
	for _, size := range []int{1, 7, len(text)} {
		var got strings.Builder
		w := NewWriter(&got, func(path string) string {
			return map[string]string{"news/two words.txt": "file://here/news/two%20words.txt"}[path]
		})
		for i := 0; i < len(text); i += size {
			if n, err := w.Write([]byte(text[i:min(i+size, len(text))])); err != nil || n == 0 {
				t.Fatal(n, err)
			}
		}
		if err := w.Flush(); err != nil || got.String() != want {
			t.Errorf("in pieces of %d bytes:\n%q\nwant\n%q", size, got.String(), want)
		}
		if ansi.Strip(got.String()) != text {
			t.Errorf("without links the text is\n%q", ansi.Strip(got.String()))
		}
	}
}
