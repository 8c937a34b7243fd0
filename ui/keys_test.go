package ui

import (
	"os"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"parallax/diffview/layout"
)

// keyTests says what every key does. Each case starts on the second row of the
// first pair, at 120×12.
var keyTests = []struct {
	key  string
	is   func(d *drive) bool
	want string
}{
	{"j", func(d *drive) bool { return d.m.reader.top == 1 }, "the text one line up"},
	{"down", func(d *drive) bool { return d.m.reader.top == 1 }, "the text one line up"},
	{"k", func(d *drive) bool { return d.m.reader.top == 0 && d.m.reader.current == 0 }, "the row above"},
	{"up", func(d *drive) bool { return d.m.reader.top == 0 && d.m.reader.current == 0 }, "the row above"},
	{"space", func(d *drive) bool { return d.m.reader.top == d.m.reader.height-2 }, "a page down"},
	{"pgdown", func(d *drive) bool { return d.m.reader.top == d.m.reader.height-2 }, "a page down"},
	{"b", func(d *drive) bool { return d.m.reader.top == 0 }, "the top"},
	{"pgup", func(d *drive) bool { return d.m.reader.top == 0 }, "the top"},
	{"g", func(d *drive) bool { return d.m.reader.current == 0 }, "the first row"},
	{"home", func(d *drive) bool { return d.m.reader.current == 0 }, "the first row"},
	{"G", func(d *drive) bool {
		return d.m.reader.seen() == 100 && strings.HasPrefix(d.status(), "< only Lorne Herald")
	}, "the last row"},
	{"end", func(d *drive) bool {
		return d.m.reader.seen() == 100 && strings.HasPrefix(d.status(), "< only Lorne Herald")
	}, "the last row"},
	{"d", func(d *drive) bool { return strings.HasPrefix(d.status(), "≈ both report it · sentence 3 beside 2") }, "the next difference"},
	{"D", func(d *drive) bool { return d.status()[0] == 'n' }, "no difference further up"},
	{"c", func(d *drive) bool { return strings.HasPrefix(d.status(), "no conflict further down") }, "no other conflict"},
	{"C", func(d *drive) bool { return strings.HasPrefix(d.status(), "no conflict further up") }, "no other conflict"},
	{"o", func(d *drive) bool { return strings.HasPrefix(d.status(), "> only Coast Courier says this") }, "what only the right has"},
	{"O", func(d *drive) bool { return strings.HasPrefix(d.status(), "no sentence that only one has") }, "nothing above"},
	{"]", func(d *drive) bool { return strings.Contains(d.screen(), "pair 2 of 3") }, "the second pair"},
	{"right", func(d *drive) bool { return strings.Contains(d.screen(), "pair 2 of 3") }, "the second pair"},
	{"[", func(d *drive) bool { return strings.Contains(d.status(), "first pair") }, "a word that there is none"},
	{"left", func(d *drive) bool { return strings.Contains(d.status(), "first pair") }, "a word that there is none"},
	{"x", func(d *drive) bool { return strings.HasPrefix(d.line(0), " Coast Courier") }, "the other article on the left"},
	{"v", func(d *drive) bool { return d.m.reader.page.key.view == layout.Unified }, "one column"},
	{"f", func(d *drive) bool { return strings.Contains(strings.Join(d.m.reader.page.lines, ""), "Advertisement") }, "the advertisement"},
	{"M", func(d *drive) bool { return d.m.View().MouseMode == tea.MouseModeNone }, "the mouse released"},
	{"e", func(d *drive) bool { return strings.HasPrefix(d.status(), "written to ") }, "a file"},
	{"?", func(d *drive) bool { return strings.Contains(d.screen(), "Moving") }, "the help"},
	{"ctrl+z", func(d *drive) bool { return d.suspended }, "the program suspended"},
	{"q", func(d *drive) bool { return d.quitted }, "the end"},
	{"ctrl+c", func(d *drive) bool { return d.quitted }, "the end"},
}

// TestKeys presses every key there is and holds what it does.
func TestKeys(t *testing.T) {
	for _, tt := range keyTests {
		t.Run(tt.key, func(t *testing.T) {
			d := open(t, 120, 12, Options{})
			d.press("d")
			d.press(tt.key)
			if !tt.is(d) {
				t.Errorf("%s does not bring %s:\n%s", tt.key, tt.want, d.screen())
			}
			tested[tt.key] = true
		})
	}
	for _, topic := range topics {
		for _, c := range topic.keys {
			for _, k := range c.Keys() {
				if !tested[k] {
					t.Errorf("no test presses %q", k)
				}
			}
		}
	}
}

var tested = map[string]bool{}

// TestKeysAreUnlike holds that no key asks for two things.
func TestKeysAreUnlike(t *testing.T) {
	seen := map[string]string{}
	for _, topic := range topics {
		for _, c := range topic.keys {
			if c.Help().Desc == "" || len(strings.Fields(c.Help().Key)) != len(c.Keys()) {
				t.Errorf("%q is shown for the keys %q", c.Help().Key, c.Keys())
			}
			for _, k := range c.Keys() {
				if other, ok := seen[k]; ok {
					t.Errorf("%q asks for %q and for %q", k, other, c.Help().Desc)
				}
				seen[k] = c.Help().Desc
			}
		}
	}
	for _, row := range []string{"| `]` `→` | next pair of articles |\n", "| `q` `ctrl+c` | quit |\n"} {
		if !strings.Contains(KeyTable(), row) {
			t.Errorf("the table has no %q:\n%s", row, KeyTable())
		}
	}
}

func TestHelp(t *testing.T) {
	d := open(t, 80, 10, Options{})
	d.press("?")
	seen := d.screen()
	for range len(d.m.help.lines) {
		d.press("j")
		seen += d.line(-2) + "\n"
	}
	for _, topic := range topics {
		for _, c := range topic.keys {
			if !strings.Contains(seen, c.Help().Key) || !strings.Contains(seen, c.Help().Desc[:20*len(c.Help().Desc)/max(20, len(c.Help().Desc))]) {
				t.Errorf("the help does not say what %s does", c.Help().Key)
			}
		}
	}
	for _, key := range []string{"?", "q", "esc", "enter"} {
		d := open(t, 80, 10, Options{})
		d.press("?", "G", "g", "space", "b", "k", key)
		if d.m.help != nil || d.quitted {
			t.Errorf("%s does not close the help", key)
		}
	}
	d.press("?", "ctrl+c")
	if !d.quitted {
		t.Error("ctrl+c does not leave from the help")
	}
}

// TestReadmeKeys holds the README's key table to the key map. With -update it
// is written.
func TestReadmeKeys(t *testing.T) {
	const file, begin, end = "../README.md", "<!-- keys: written by ui.KeyTable, held by a test -->\n", "<!-- /keys -->"
	readme, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(readme), begin)
	_, after, ok2 := strings.Cut(rest, end)
	if !ok || !ok2 {
		t.Fatalf("README.md has no place for the keys between %q and %q", begin, end)
	}
	want := before + begin + KeyTable() + end + after
	if *update {
		if err := os.WriteFile(file, []byte(want), 0o666); err != nil {
			t.Fatal(err)
		}
	} else if string(readme) != want {
		t.Error("README.md's keys are not those of the key map: run go test ./ui -run TestReadmeKeys -update")
	}
}
