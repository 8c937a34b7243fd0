package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"parallax/diffview"
	"parallax/diffview/layout"
	"parallax/ui/keys"
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
	{"d", func(d *drive) bool {
		return strings.HasPrefix(d.status(), "≈ both report it · they stand in the same place")
	}, "the next difference"},
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
		return strings.Contains(d.screen(), " conflict  ‘six’") && d.m.top() != nil && d.m.top().Name() == "particulars"
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
	for key, do := range pressable(keys.OnPage) {
		if !tested[key] {
			t.Errorf("no test presses %q for %s", key, do)
		}
	}
}

// pressable returns the keys of a place, with what they ask for.
func pressable(where keys.Mode) map[string]keys.Action {
	all := map[string]keys.Action{}
	for _, topic := range keys.New().Topics {
		for _, c := range topic.Commands {
			for _, key := range c.Keys {
				if c.Where&where != 0 {
					all[key] = c.Action
				}
			}
		}
	}
	return all
}

// TestCommandsAreWhole holds that every command says what it does and is done
// where its keys are.
func TestCommandsAreWhole(t *testing.T) {
	names, does := map[keys.Action]bool{}, commands()
	for _, topic := range keys.New().Topics {
		for _, c := range topic.Commands {
			if c.Help == "" || c.Where == 0 || names[c.Action] || (c.Where&keys.OnPage != 0) != (does[c.Action].run != nil) {
				t.Errorf("the command %q is not whole: %+v", c.Action, c)
			}
			names[c.Action] = true
		}
	}
	for do := range does {
		if !names[do] {
			t.Errorf("no key asks for %q", do)
		}
	}
}

func TestHelp(t *testing.T) {
	d := open(t, 80, 10, Options{})
	d.press("?")
	seen := d.screen()
	for range 300 {
		d.press("down")
		seen += d.line(-2) + "\n"
	}
	for _, topic := range d.m.Keys.Topics {
		for _, c := range topic.Commands {
			if len(c.Keys) == 0 {
				continue
			}
			if !strings.Contains(seen, c.Shown()+" ") || !strings.Contains(seen, string([]rune(c.Help)[:min(40, len([]rune(c.Help)))])) {
				t.Errorf("the help does not say what %s does", c.Shown())
			}
		}
	}
	for _, key := range []string{"?", "f1", "esc", "enter"} {
		d := open(t, 80, 10, Options{})
		d.press("?", "end", "home", "pgdown", "pgup", "up", key)
		if d.m.top() != nil || d.quitted {
			t.Errorf("%s does not close the help", key)
		}
	}
	d.press("home", "end")
	if s := d.screen(); !strings.Contains(s, "how sure it is") {
		t.Errorf("end does not go to the end of the help:\n%s", s)
	}
	d.press("b", "o", "o", "k", "m", "?")
	if d.m.top() == nil || !strings.Contains(d.screen(), "no matches") {
		t.Errorf("a question mark is not typed after letters:\n%s", d.screen())
	}
	d.press("backspace")
	if s := d.screen(); !strings.Contains(s, "list bookmarks") || strings.Contains(s, "next sentence") {
		t.Errorf("what is typed does not narrow the help:\n%s", s)
	}
	d.press("ctrl+c")
	if !d.quitted {
		t.Error("ctrl+c does not leave from the help")
	}
}
