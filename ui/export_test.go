package ui

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"parallax/ui/keys"
)

// exporting opens the export dialogue in a folder of its own.
func exporting(t *testing.T, width, height int) *drive {
	t.Helper()
	t.Chdir(t.TempDir())
	d := open(t, width, height, Options{Dir: "."})
	d.press("e")
	return d
}

// content returns what a file holds, "" when there is none.
func content(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	return string(b)
}

const bothOutlets = "lorne-herald-vs-coast-courier"

func TestExportScreens(t *testing.T) {
	for _, tt := range []struct {
		name          string
		width, height int
		keys          string
	}{
		{"export-80x24", 80, 24, ""},
		{"export-120x36", 120, 36, "down right"},
		{"export-200x60", 200, 60, "down down right down"},
		{"export-20x5", 20, 5, "down down down"},
		{"export-markdown-80x24", 80, 24, "right down"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := open(t, tt.width, tt.height, Options{Dir: "."})
			d.press("e")
			d.press(strings.Fields(tt.keys)...)
			golden(t, tt.name, d.screen())
		})
	}
}

// TestExportFormats writes each format, whole and in part.
func TestExportFormats(t *testing.T) {
	for _, tt := range []struct{ keys, file, begins, has, hasNot string }{
		{"", bothOutlets + ".txt", "A  Fire closes Lorne harbour", "Advertisement", "only-differences"},
		{"right", bothOutlets + ".md", "# Lorne Herald and Coast Courier side by side\n", "> A: Advertisement", "<p>"},
		{"space space", bothOutlets + ".html", "<!DOCTYPE html>", "Advertisement", `class="one-column"`},
		{"left", bothOutlets + ".json", `{"schema":"parallax.comparison/1"`, "Advertisement", "<p>"},
		{"down down right", bothOutlets + ".txt", "A  Fire closes Lorne harbour", "Fishermen", "Advertisement"},
		{"right right down right up", bothOutlets + ".html", "<!DOCTYPE html>", `class="one-column"`, "left-out\">"},
	} {
		d := exporting(t, 100, 30)
		d.press(strings.Fields(tt.keys)...)
		d.press("enter")
		got := content(t, tt.file)
		if !strings.HasPrefix(got, tt.begins) || !strings.Contains(got, tt.has) || strings.Contains(got, tt.hasNot) {
			t.Errorf("after %q %s holds\n%s", tt.keys, tt.file, got)
		}
		if d.m.top() != nil || !strings.HasPrefix(d.status(), "written to "+tt.file+": ") {
			t.Errorf("after %q it says %q", tt.keys, d.status())
		}
		if strings.HasSuffix(tt.file, ".json") && !json.Valid([]byte(got)) {
			t.Error("the JSON is none")
		}
	}
}

// TestExportAsks holds that no file is replaced unasked.
func TestExportAsks(t *testing.T) {
	d := exporting(t, 120, 30)
	name := bothOutlets + ".txt"
	if !strings.Contains(d.screen(), "a new file") {
		t.Errorf("it does not say that the file is new:\n%s", d.screen())
	}
	if err := os.WriteFile(name, []byte("dear diary"), 0o666); err != nil {
		t.Fatal(err)
	}
	d.press("enter")
	if !strings.Contains(d.screen(), "replace a file from") || !strings.Contains(d.screen(), "10 bytes?") {
		t.Errorf("it does not ask:\n%s", d.screen())
	}
	for _, key := range []string{"esc", "up", "x"} {
		d.press(key)
		if content(t, name) != "dear diary" || d.m.top() == nil || strings.Contains(d.screen(), "replace the file") {
			t.Errorf("after %s the question is not gone:\n%s", key, d.screen())
		}
		if key == "x" {
			d.press("down", "down", "down", "backspace")
		}
		d.press("enter")
	}
	d.press("enter")
	if !strings.HasPrefix(content(t, name), "A  Fire closes") || d.m.top() != nil {
		t.Errorf("enter twice does not replace the file:\n%s", d.screen())
	}
}

// TestExportRemembers holds that the next dialogue offers what was chosen last.
func TestExportRemembers(t *testing.T) {
	d := exporting(t, 120, 30)
	if err := os.Mkdir("out", 0o777); err != nil {
		t.Fatal(err)
	}
	d.press("right", "down", "down", "space", "down", "home", "o", "u", "t", "/", "enter", "]", "e")
	want := []string{"[markdown]", "[only what differs]", "out/lorne-herald-vs-island-post.md"}
	for _, w := range want {
		if !strings.Contains(d.screen(), w) {
			t.Errorf("no %q in\n%s", w, d.screen())
		}
	}
	if content(t, "out/"+bothOutlets+".md") == "" {
		t.Error("nothing was written into out/")
	}
	d.press("esc")
	if d.m.top() != nil {
		t.Error("esc does not close the dialogue")
	}
}

// TestExportErrors holds that what cannot be written is told of, with what to do.
func TestExportErrors(t *testing.T) {
	for _, tt := range []struct{ path, want string }{
		{"absent/a.txt", "no such folder; name another, or create it first"},
		{"", "name a file"},
		{"out/", "out/ is a folder; add a file name"},
		{"out", "out is a folder; add a file name"},
		{"file.txt/a.txt", "part of the path is a file; name a folder"},
	} {
		d := exporting(t, 120, 30)
		if os.Mkdir("out", 0o777) != nil || os.WriteFile("file.txt", nil, 0o666) != nil {
			t.Fatal("no folder to try it in")
		}
		d.press("down", "down", "down", "ctrl+u")
		d.send(tea.PasteMsg{Content: tt.path})
		d.press("enter")
		if d.m.top() == nil || !strings.Contains(d.screen(), tt.want) {
			t.Errorf("into %q it does not say %q:\n%s", tt.path, tt.want, d.screen())
		}
	}
}

// TestExportKeys presses every key of dialogues in each row.
func TestExportKeys(t *testing.T) {
	pressed := map[string]bool{}
	for _, tt := range []struct{ keys, want string }{
		{"down", "▌view"}, {"ctrl+n down", "▌rows"}, {"ctrl+p up", "▌format"}, {"down ctrl+p", "▌format"}, {"up", "▌format"},
		{"right", "[markdown]"}, {"space", "[markdown]"}, {"right left", "[text]"}, {"left", "[json]"}, {"tab", "▌view"},
		{"left down", "not for json"}, {"left down down right", "all: json is always complete"},
		{"down down down left x", "courier.txxt"}, {"down down down space x", "courier.txt x"}, {"f1", "Moving"}, {"down down down ?", "courier.txt?"},
		{"?", "Moving"}, {"q", "[text]"}, {"enter", "written to"}, {"esc", "Lorne Herald"},
	} {
		d := exporting(t, 100, 24)
		d.press(strings.Fields(tt.keys)...)
		if !strings.Contains(d.screen(), tt.want) {
			t.Errorf("after %q there is no %q:\n%s", tt.keys, tt.want, d.screen())
		}
		for _, key := range strings.Fields(tt.keys) {
			pressed[key] = true
		}
	}
	for key, do := range pressable(keys.InForm) {
		if !pressed[key] {
			t.Errorf("no test presses %q in a dialogue for %s", key, do)
		}
	}
}

func TestExportMouse(t *testing.T) {
	d := exporting(t, 100, 24)
	lines := strings.Split(d.screen(), "\n")
	click := func(what string) {
		for y, l := range lines {
			if before, _, ok := strings.Cut(l, what); ok {
				d.send(tea.MouseClickMsg{Button: tea.MouseLeft, X: d.m.Method.StringWidth(before) + 1, Y: y})
				return
			}
		}
		t.Fatalf("no %q in\n%s", what, strings.Join(lines, "\n"))
	}
	click(" html ")
	click("only what differs")
	for _, want := range []string{"[html]", "[only what differs]", bothOutlets + ".html", "▌rows"} {
		if !strings.Contains(d.screen(), want) {
			t.Errorf("no %q in\n%s", want, d.screen())
		}
	}
	click("file ")
	d.send(tea.MouseClickMsg{Button: tea.MouseLeft, X: 3, Y: 0})
	if !strings.Contains(d.screen(), "▌file") {
		t.Errorf("a click does not go to the path:\n%s", d.screen())
	}
}

// TestExportTab completes the path in the dialogue.
func TestExportTab(t *testing.T) {
	d := exporting(t, 120, 30)
	for _, name := range []string{"report-a.md", "report-b.md"} {
		if err := os.WriteFile(name, nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	d.press("tab", "tab", "tab", "ctrl+u", "r", "tab")
	if !strings.Contains(d.screen(), "report- ") && !strings.Contains(d.screen(), "report-\n") {
		t.Errorf("tab does not complete:\n%s", d.screen())
	}
	d.press("tab")
	if !strings.Contains(d.screen(), "report-a.md  report-b.md") {
		t.Errorf("tab does not show what there is:\n%s", d.screen())
	}
	d.press("b", "tab")
	if !strings.Contains(d.screen(), "report-b.md") || strings.Contains(d.screen(), "report-a.md") {
		t.Errorf("tab does not complete to the file:\n%s", d.screen())
	}
}

func TestCitation(t *testing.T) {
	d := open(t, 120, 24, Options{})
	d.press("c", "y")
	want := `Six people were hurt when a fire broke out in the grain terminal of Lorne harbour on Saturday.
— Lorne Herald, 2 Mar 2024, “Fire closes Lorne harbour for a second week as inspectors search the grain terminal”, harbour/1.txt

Eight people were hurt when flames tore through its grain terminal on Saturday.
— Coast Courier, 3 Mar 2024 09:30, “Eight hurt in harbour blaze”, harbour/2.txt

In conflict: ‘six’ vs ‘eight’: both count people
`
	if d.copied != want {
		t.Errorf("y copies\n%s\nwant\n%s", d.copied, want)
	}
	d.press("G", "y")
	if want := "Fishermen have asked the council for help.\n— Lorne Herald, 2 Mar 2024,"; !strings.HasPrefix(d.copied, want) || strings.Contains(d.copied, "Courier") {
		t.Errorf("of a sentence without a partner y copies\n%s", d.copied)
	}
}

// TestEditor opens the sentence's file and comes back to where it was left.
// TestCopyIsCapped copies a sentence of seven million bytes.
func TestCopyIsCapped(t *testing.T) {
	d := open(t, 120, 24, Options{})
	a := d.m.article(0)
	long := strings.Repeat("sechsundfünfzig ", 7_000_000/16)
	a.Sentences[0].Start, a.Sentences[0].End = len(a.Text), len(a.Text)+len(long)
	a.Text += long
	d.press("g", "y")
	if n := len(d.copied); n > maxCopied || n < maxCopied-10 || !utf8.ValidString(d.copied) {
		t.Errorf("%d bytes are sent", n)
	}
	if !strings.Contains(d.status(), "too long for the clipboard: copied the first 56.0 kB; export") {
		t.Errorf("it says %q", d.status())
	}
}

func TestEditor(t *testing.T) {
	t.Chdir(t.TempDir())
	if os.Mkdir("harbour", 0o777) != nil || os.WriteFile("harbour/2.txt", []byte("Eight hurt\n\nEight people were\nhurt when flames tore"), 0o666) != nil {
		t.Fatal("no file to open")
	}
	d := open(t, 120, 24, Options{Environ: []string{"EDITOR=nano -w"}})
	for _, a := range d.m.deck.Articles {
		if a.Path == "harbour/2.txt" {
			a.File = "harbour/2.txt"
		}
	}
	var ran []string
	d.m.exec = func(c *exec.Cmd, done tea.ExecCallback) tea.Cmd {
		ran = c.Args
		return func() tea.Msg { return done(nil) }
	}
	d.press("c", "enter")
	before := d.m.viewport.Place
	d.press("E")
	file, _ := filepath.Abs("harbour/2.txt")
	if got := strings.Join(ran, " "); got != "nano -w +3 "+file {
		t.Errorf("E runs %q", got)
	}
	if d.m.viewport.Place != before || !strings.Contains(d.status(), "back from nano: harbour/2.txt, line 3") {
		t.Errorf("back at %+v, left at %+v; it says %q", d.m.viewport.Place, before, d.status())
	}
	d.press("enter", "E")
	if !strings.Contains(d.status(), "harbour/1.txt: the sample articles are built in") {
		t.Errorf("without a file it says %q", d.status())
	}
	d.m.exec = func(_ *exec.Cmd, done tea.ExecCallback) tea.Cmd {
		return func() tea.Msg { return done(&exec.Error{Name: "nano", Err: exec.ErrNotFound}) }
	}
	d.press("enter", "E")
	if !strings.Contains(d.status(), "program not found: nano") {
		t.Errorf("without the program it says %q", d.status())
	}
}
