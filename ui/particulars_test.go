package ui

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
	"parallax/diffview/layout"
	"parallax/ui/look"
	"parallax/ui/page"
)

// TestOnlyHereLook holds which words have the look of what only one article
// says: those in a sentence that is surely matched, and no whole sentences.
func TestOnlyHereLook(t *testing.T) {
	d := open(t, 120, 36, Options{})
	for _, tt := range []struct {
		run      layout.Run
		revision bool
		want     look.Part
	}{
		{layout.Run{Role: layout.Detail}, false, look.Detail},
		{layout.Run{Role: layout.Detail, Alone: true}, false, look.Plain},
		{layout.Run{Role: layout.Detail, Unsure: true}, false, look.Plain},
		{layout.Run{Role: layout.Detail, Alone: true}, true, look.Added},
	} {
		if got := page.LookOf(d.m.Theme, &tt.run, tt.revision); got != d.m.Theme.On(tt.want) {
			t.Errorf("%+v in a revision %v has the look %q", tt.run, tt.revision, got)
		}
	}
	alone := 0
	for _, line := range d.m.viewport.Page.Laid {
		for _, runs := range [][]layout.Run{line.Left, line.Right} {
			for _, r := range runs {
				if r.Alone {
					alone++
				}
				if strings.Contains(r.Text, "built in 1962") && !r.Alone || strings.Contains(r.Text, "people were hurt") && r.Alone {
					t.Errorf("%q is alone: %v", r.Text, r.Alone)
				}
			}
		}
	}
	if alone == 0 {
		t.Error("no sentence of the page is alone")
	}
}

// TestParticulars holds that all about a sentence can be read at every size: the
// reason of its conflict whole, the score, the file.
func TestParticulars(t *testing.T) {
	for _, size := range [][2]int{{120, 36}, {80, 24}, {40, 12}, {20, 5}} {
		d := open(t, size[0], size[1], Options{})
		d.press("c", "i")
		read := strings.Join(strings.Fields(d.screen()), " ")
		for range 80 {
			d.press("down")
			read += " " + strings.Join(strings.Fields(d.screen()), " ")
		}
		for _, want := range []string{"conflict", "people", "score", "0.71", "harbour"} {
			if !strings.Contains(read, want) {
				t.Errorf("at %v nothing says %q", size, want)
			}
		}
		if d.press("esc"); d.m.top() != nil {
			t.Errorf("at %v it does not close", size)
		}
	}
	d := open(t, 120, 36, Options{})
	d.press("i", "j")
	if at, _ := d.m.cursor(); d.m.top() != nil || at.Sentence != 1 {
		t.Errorf("j closes and goes on: at %+v", at)
	}
}

// TestDragOverview holds that the text follows the mouse along the overview, on
// its column and off it, until the button is released.
func TestDragOverview(t *testing.T) {
	d := readers(t, 2, 1000)
	r := &d.m.viewport
	x, head := r.Page.Indent+r.Page.Left, len(d.m.chrome.head)
	if r.Page.Key.View == layout.Unified {
		x += r.Page.Gutter
	}
	d.send(tea.MouseClickMsg{Button: tea.MouseLeft, X: x, Y: head})
	top := r.Top
	d.send(tea.MouseMotionMsg{Button: tea.MouseLeft, X: x - 9, Y: head + r.Height - 1})
	if r.Top <= top {
		t.Errorf("dragged to the end it stays at line %d", r.Top)
	}
	top = r.Top
	d.send(tea.MouseReleaseMsg{Button: tea.MouseLeft, X: x, Y: head})
	d.send(tea.MouseMotionMsg{X: x, Y: head})
	if r.Top != top {
		t.Error("released it still follows the mouse")
	}
}

// TestAddress holds that only addresses of the web are given to a browser, and
// that a browser of the terminal has the terminal lent.
func TestAddress(t *testing.T) {
	opened := filepath.Join(t.TempDir(), "opened")
	browser := filepath.Join(t.TempDir(), "browser")
	if err := os.WriteFile(browser, []byte("#!/bin/sh\necho \"$*\" >'"+opened+"'\n"), 0o777); err != nil {
		t.Skip(err)
	}
	for _, tt := range []struct{ browser, address, want, says string }{
		{browser, "https://herald.example/fire?a=1&b=2", "https://herald.example/fire?a=1&b=2", "opened https://herald.example/"},
		{browser, "file:///etc/passwd", "", "not opened: file:///etc/passwd is not an address of the web"},
		{browser, "--help", "", "not opened"},
		{"w3m -M", "http://herald.example/fire", "lent w3m -M http://herald.example/fire", "opened"},
		{browser + "-missing", "http://herald.example/fire", "", "could not open it (set BROWSER"},
	} {
		os.Remove(opened)
		d := open(t, 160, 36, Options{Environ: []string{"BROWSER=" + tt.browser}})
		got := ""
		d.m.exec = func(c *exec.Cmd, done tea.ExecCallback) tea.Cmd {
			got = "lent " + strings.Join(c.Args, " ")
			return func() tea.Msg { return done(nil) }
		}
		d.m.article(0).Meta.URL = corpus.Field[string]{Value: tt.address}
		d.press("U")
		if data, err := os.ReadFile(opened); err == nil {
			got = strings.TrimSpace(string(data))
		}
		if got != tt.want || !strings.Contains(d.status(), tt.says) {
			t.Errorf("%s with %s: opens %q, says %q", tt.address, tt.browser, got, d.status())
		}
	}
}

// TestParticularsLink holds that the address and the file of an article are links
// on terminals that have them, as wide as they look, and that an address that is
// none of the web, or a file that does not exist, stays text.
func TestParticularsLink(t *testing.T) {
	file := filepath.Join(t.TempDir(), "ferry report.txt")
	if err := os.WriteFile(file, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		term, address, file string
		want                []string
	}{
		{"xterm-256color", "https://news.example/ferry?id=1", file, []string{"https://news.example/ferry?id=1", "/ferry%20report.txt"}},
		{"xterm-256color", "javascript:alert(1)", file + ".gone", nil},
		{"xterm-256color", "https://news.example/\x1b]8;;https://evil.example\x07", "", nil},
		{"linux", "https://news.example/ferry?id=1", file, nil},
		{"", "https://news.example/ferry?id=1", file, nil},
	} {
		for _, width := range []int{120, 60} {
			d := open(t, width, 40, Options{Environ: []string{"TERM=" + tt.term}})
			for _, a := range d.m.viewport.Page.Articles {
				a.Meta.URL.Value, a.File = tt.address, ""
			}
			d.m.viewport.Page.Articles[0].File = tt.file
			d.press("i")
			shown := strings.Join(d.m.over, "\n")
			if got := strings.Contains(shown, "\x1b]8;"); got != (tt.want != nil) || strings.Contains(shown, "evil.example\x07") {
				t.Errorf("TERM=%s, %q: links %v:\n%q", tt.term, tt.address, got, shown)
			}
			for _, want := range tt.want {
				if !strings.Contains(shown, want+"\x07") {
					t.Errorf("nothing leads to %s:\n%q", want, shown)
				}
			}
			for _, line := range d.m.over {
				if d.m.Method.StringWidth(line) > width {
					t.Errorf("at %d columns a line is wider: %q", width, line)
				}
			}
			if text := d.screen(); tt.want != nil && !strings.Contains(text, tt.address) {
				t.Errorf("the address is not whole:\n%s", text)
			}
		}
	}
}
