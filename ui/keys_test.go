package ui

import (
	"fmt"
	"os"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"parallax/diffview"
	"parallax/diffview/layout"
	"parallax/ui/session"
)

// keyTests says what every key does to the page. Each case starts on the second
// row of the first pair, the conflict, at 120×12.
var keyTests = []struct {
	key  string
	is   func(d *drive) bool
	want string
}{
	{"j", func(d *drive) bool { return d.reads("The terminal was built") }, "the sentence below, though the other article's"},
	{"down", func(d *drive) bool { return d.reads("The terminal was built") }, "the sentence below, though the other article's"},
	{"k", func(d *drive) bool { return d.reads("Fire closes") }, "the sentence above"},
	{"up", func(d *drive) bool { return d.reads("Fire closes") }, "the sentence above"},
	{"ctrl+e", func(d *drive) bool { return d.m.viewport.Top == 1 && d.reads("Six people") }, "the text one line up"},
	{"ctrl+y", func(d *drive) bool { return d.m.viewport.Top == 0 }, "the top"},
	{"ctrl+d", func(d *drive) bool { return d.m.viewport.Top == d.m.viewport.Height/2 }, "half a page down"},
	{"ctrl+u", func(d *drive) bool { return d.m.viewport.Top == 0 && d.reads("Fire closes") }, "the top"},
	{"space", func(d *drive) bool { return d.m.viewport.Top == d.m.viewport.Height-2 }, "a page down"},
	{"pgdown", func(d *drive) bool { return d.m.viewport.Top == d.m.viewport.Height-2 }, "a page down"},
	{"pgup", func(d *drive) bool { return d.m.viewport.Top == 0 }, "the top"},
	{"g", func(d *drive) bool { return d.reads("Fire closes") }, "the first sentence"},
	{"home", func(d *drive) bool { return d.reads("Fire closes") }, "the first sentence"},
	{"G", func(d *drive) bool { return d.m.viewport.Seen() == 100 && d.reads("Fishermen") }, "the last sentence"},
	{"end", func(d *drive) bool { return d.m.viewport.Seen() == 100 && d.reads("Fishermen") }, "the last sentence"},
	{"enter", func(d *drive) bool { return d.reads("Eight people") && d.m.viewport.Focus == diffview.Right }, "the partner"},
	{"tab", func(d *drive) bool { return d.reads("Eight people") && d.m.viewport.Focus == diffview.Right }, "the pane on the right"},
	{"d", func(d *drive) bool { return strings.HasPrefix(d.status(), "≈ both report it · 3rd here, 2nd there") }, "the next difference"},
	{"D", func(d *drive) bool { return d.status()[0] == 'n' }, "no difference further up"},
	{"c", func(d *drive) bool { return strings.Contains(d.status(), "conflict 1/1") && d.reads("Six people") }, "the conflict in this sentence"},
	{"C", func(d *drive) bool { return strings.HasPrefix(d.status(), "no conflict before this") }, "no other conflict"},
	{"o", func(d *drive) bool { return strings.HasPrefix(d.status(), "> only Coast Courier says this") }, "what only the right has"},
	{"O", func(d *drive) bool { return strings.HasPrefix(d.status(), "no sentence that only one article has") }, "nothing above"},
	{"]", func(d *drive) bool { return strings.Contains(d.screen(), "pair 2 of 3") }, "the second pair"},
	{"right", func(d *drive) bool { return strings.Contains(d.screen(), "pair 2 of 3") }, "the second pair"},
	{"[", func(d *drive) bool { return strings.Contains(d.status(), "first pair") }, "a word that there is none"},
	{"left", func(d *drive) bool { return strings.Contains(d.status(), "first pair") }, "a word that there is none"},
	{"}", func(d *drive) bool { return strings.Contains(d.status(), "last story") }, "a word that there is none"},
	{"{", func(d *drive) bool { return strings.Contains(d.status(), "first story") }, "a word that there is none"},
	{"x", func(d *drive) bool { return strings.HasPrefix(d.line(0), " Coast Courier") }, "the other article on the left"},
	{"p", func(d *drive) bool { return strings.HasPrefix(d.line(0), " articles  3 of 3") }, "the articles"},
	{"!", func(d *drive) bool { return strings.HasPrefix(d.line(0), " conflicts  ") }, "the conflicts of all stories"},
	{"a", func(d *drive) bool { return strings.Contains(d.line(1), "3 articles ·") }, "the page of the story"},
	{"m", func(d *drive) bool { return strings.HasPrefix(d.line(0), " matrix  3 articles · all 3 pairs") }, "the matrix"},
	{"s", func(d *drive) bool { return strings.HasPrefix(d.line(0), " stories  1 of 1") }, "the stories"},
	{"V", func(d *drive) bool { return strings.Contains(d.status(), "has no other version here") }, "that there are no versions"},
	{"1", func(d *drive) bool { return strings.Contains(d.status(), "Lorne Herald is already on the left") }, "a word that it is there"},
	{"2", func(d *drive) bool { return strings.HasPrefix(d.line(0), " Coast Courier") }, "the second article on the left, the first on the right"},
	{"3", func(d *drive) bool { return d.m.deck.Wanted() == session.Pair{2, 1} }, "the third article on the left"},
	{"4", noSuchArticle, "a word that there is none"},
	{"5", noSuchArticle, "a word that there is none"},
	{"6", noSuchArticle, "a word that there is none"},
	{"7", noSuchArticle, "a word that there is none"},
	{"8", noSuchArticle, "a word that there is none"},
	{"9", noSuchArticle, "a word that there is none"},
	{"0", noSuchArticle, "a word that there is none"},
	{"/", func(d *drive) bool { return strings.TrimSpace(d.line(-2)) == "/" }, "the line to type in"},
	{"n", func(d *drive) bool { return strings.HasPrefix(d.status(), "no search yet") }, "a word that nothing is searched for"},
	{"N", func(d *drive) bool { return strings.HasPrefix(d.status(), "no search yet") }, "a word that nothing is searched for"},
	{"ctrl+f", func(d *drive) bool { return strings.HasPrefix(d.line(0), " all articles  0 found") }, "the search of the corpus"},
	{"v", func(d *drive) bool { return d.m.viewport.Page.Key.View == layout.Flowing && d.reads("Six people") }, "each article in its own order"},
	{"z", func(d *drive) bool { return d.m.viewport.Page.Key.Agreed && d.reads("Six people") }, "what agrees folded"},
	{"w", func(d *drive) bool { return strings.HasPrefix(d.status(), "2 words correspond; w steps through") }, "the words that correspond"},
	{"f", func(d *drive) bool { return strings.Contains(textOf(d.m.viewport.Page), "Advertisement") }, "the advertisement"},
	{"t", func(d *drive) bool { return strings.HasPrefix(d.status(), "theme dark") }, "the next theme"},
	{"M", func(d *drive) bool { return d.m.View().MouseMode == tea.MouseModeNone }, "the mouse released"},
	{"b", func(d *drive) bool { return strings.Contains(d.status(), "no folder for bookmarks") }, "a word that none can be kept"},
	{"S", func(d *drive) bool { return strings.Contains(d.status(), "no folder to keep this in") }, "a word that no move can be kept"},
	{"B", func(d *drive) bool { return strings.Contains(d.status(), "no bookmarks yet") }, "a word that there is none"},
	{"e", func(d *drive) bool { return strings.Contains(d.screen(), "[text]  markdown   html   json") }, "the export dialogue"},
	{"y", func(d *drive) bool {
		return strings.Contains(d.status(), "(through the terminal)") && strings.HasPrefix(d.copied, "Six people")
	}, "the sentence copied"},
	{"Y", func(d *drive) bool {
		return strings.Contains(d.status(), "(through the terminal)") && strings.Contains(d.copied, "1 conflict")
	}, "the summary copied"},
	{"E", func(d *drive) bool { return strings.HasPrefix(d.status(), "no editor configured: set EDITOR") }, "a word on the editor"},
	{"U", func(d *drive) bool { return strings.Contains(d.status(), "no address is known") }, "a word that there is no address"},
	{"i", func(d *drive) bool {
		return strings.Contains(d.screen(), " conflict  ‘six’") && d.m.top() != nil && d.m.top().name() == "particulars"
	}, "all about the sentence"},
	{":", func(d *drive) bool { return strings.HasPrefix(d.line(0), " commands  ") }, "the commands"},
	{"?", func(d *drive) bool { return strings.Contains(d.screen(), "Moving") }, "the help"},
	{"f1", func(d *drive) bool { return strings.Contains(d.screen(), "Moving") }, "the help"},
	{"esc", func(d *drive) bool { return d.reads("Six people") && !d.quitted }, "nothing"},
	{"ctrl+z", func(d *drive) bool { return d.suspended }, "the program suspended"},
	{"q", func(d *drive) bool { return d.quitted }, "the end"},
	{"ctrl+c", func(d *drive) bool { return d.quitted }, "the end"},
}

func noSuchArticle(d *drive) bool {
	return strings.Contains(d.status(), "this story has 3 articles; p lists all")
}

// TestKeys presses every key there is on the page and holds what it does.
func TestKeys(t *testing.T) {
	tested := map[string]bool{}
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
	for p, c := range newKeymap().pressed {
		if p.where == onPage && !tested[p.key] {
			t.Errorf("no test presses %q for %s", p.key, c.action)
		}
	}
}

// TestCommandsAreWhole holds that every command says what it does and is done
// where its keys are.
func TestCommandsAreWhole(t *testing.T) {
	names := map[action]bool{}
	for _, topic := range newKeymap().topics {
		for _, c := range topic.commands {
			if c.help == "" || c.where == 0 || names[c.action] || (c.where&onPage != 0) != (c.run != nil) {
				t.Errorf("the command %q is not whole: %+v", c.action, c)
			}
			names[c.action] = true
		}
	}
	for _, row := range []string{"| `]` `→` | next pair of articles |\n", "| `q` `ctrl+c` | quit |\n"} {
		if !strings.Contains(KeyTable(), row) {
			t.Errorf("the table has no %q:\n%s", row, KeyTable())
		}
	}
}

func TestRebind(t *testing.T) {
	k := newKeymap()
	for _, tt := range []struct {
		keys map[action][]string
		want string
	}{
		{map[action][]string{"next-pair": {"r", "right"}}, ""},
		{map[action][]string{"next-pear": {"r"}}, `unknown action "next-pear"; the help lists each with its keys`},
		{map[action][]string{"next-pair": {"q"}}, `the key "q" is bound to both next-pair and quit`},
		{map[action][]string{"swap": nil}, ""},
	} {
		if err := k.rebind(tt.keys); fmt.Sprint(err) != tt.want && (err != nil || tt.want != "") {
			t.Errorf("%v: %v, want %q", tt.keys, err, tt.want)
		}
	}
	if k.actionOf(onPage, keyPress("r")) != nextPair || k.actionOf(onPage, keyPress("]")) != "" || k.keyOf(nextPair) != "r" {
		t.Error("r does not bring the next pair in place of ]")
	}
	if k.actionOf(onPage, keyPress("x")) != "" || k.actionOf(onPage, keyPress("q")) != quit {
		t.Error("other keys are not what they were")
	}
	if newKeymap().keyOf(nextPair) != "]" {
		t.Error("one reader's keys are another's")
	}
}

func TestHelp(t *testing.T) {
	d := open(t, 80, 10, Options{})
	d.press("?")
	seen := d.screen()
	for range len(d.m.top().(*help).made) {
		d.press("down")
		seen += d.line(-2) + "\n"
	}
	for _, topic := range d.m.keys.topics {
		for _, c := range topic.commands {
			if len(c.keys) == 0 {
				continue
			}
			if !strings.Contains(seen, c.shown()+" ") || !strings.Contains(seen, string([]rune(c.help)[:min(40, len([]rune(c.help)))])) {
				t.Errorf("the help does not say what %s does", c.shown())
			}
		}
	}
	for _, key := range []string{"?", "q", "esc", "enter"} {
		d := open(t, 80, 10, Options{})
		d.press("?", "G", "g", "space", "pgup", "up", key)
		if d.m.top() != nil || d.quitted {
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
