package ui

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"parallax/diffview"
	"parallax/diffview/layout"
	"parallax/ui/page"
	"parallax/ui/screen"
	"parallax/ui/session"
	"parallax/ui/settings"
)

func TestAllPairsAreReached(t *testing.T) {
	d := open(t, 120, 36, Options{})
	var seen []session.Pair
	for range 3 {
		seen = append(seen, d.m.viewport.Page.Pair)
		d.press("]")
	}
	if want := []session.Pair{{0, 1}, {0, 2}, {1, 2}}; !slices.Equal(seen, want) {
		t.Errorf("pairs were %v, want %v", seen, want)
	}
	if !strings.Contains(d.status(), "this is the last pair") {
		t.Errorf("at the end it says %q", d.status())
	}
}

// TestStale lets comparisons come back late and in the wrong order: what is
// shown is always the pair that was asked for last.
func TestStale(t *testing.T) {
	d := open(t, 120, 36, Options{})
	d.m.deck.Clear()
	d.hold = true
	d.press("]", "]", "x")
	if d.m.viewport.Page.Pair != (session.Pair{0, 1}) {
		t.Fatalf("pair %v is shown before its comparison came", d.m.viewport.Page.Pair)
	}
	if !strings.Contains(d.status(), "comparing Island Post with Coast Courier") {
		t.Errorf("while it waits it says %q", d.status())
	}
	late := d.held[0]().(session.ComparedMsg)
	for len(d.held) > 0 {
		held := d.held
		d.held = nil
		for _, cmd := range slices.Backward(held) {
			d.send(cmd())
		}
	}
	if want := (session.Pair{2, 1}); d.m.viewport.Page.Pair != want {
		t.Errorf("pair %v is shown, want %v", d.m.viewport.Page.Pair, want)
	}
	d.send(late)
	if want := (session.Pair{2, 1}); late.Pair == want || d.m.viewport.Page.Pair != want {
		t.Errorf("a late %v brought %v", late.Pair, d.m.viewport.Page.Pair)
	}
}

// TestFewAtATime holds that passing pairs quickly does not start a comparison
// for each.
func TestFewAtATime(t *testing.T) {
	d := open(t, 120, 36, Options{})
	d.m.deck.Clear()
	d.hold = true
	for range 20 {
		d.press("x", "]", "x", "[")
	}
	if len(d.held) > 4 {
		t.Errorf("%d comparisons are under way", len(d.held))
	}
}

// TestNeighboursAreReady holds that the next and the previous pair and the
// swapped sides are compared before they are asked for.
func TestNeighboursAreReady(t *testing.T) {
	d := open(t, 120, 36, Options{})
	d.press("]")
	d.hold = true
	for _, key := range []string{"]", "[", "[", "]", "x", "x"} {
		d.press(key)
		if d.m.viewport.Page.Pair != d.m.deck.Wanted() {
			t.Errorf("%s has to wait for %v", key, d.m.deck.Wanted())
		}
	}
}

// TestResizeKeepsThePlace changes the size again and again: what stood at the
// top stays there, and the first size brings back the first screen.
func TestResizeKeepsThePlace(t *testing.T) {
	d := open(t, 120, 14, Options{})
	d.press("ctrl+e", "ctrl+e", "ctrl+e", "ctrl+e", "ctrl+e")
	before, row := d.screen(), d.m.viewport.Page.RowOf[d.m.viewport.Top]
	for _, size := range [][2]int{{60, 14}, {200, 20}, {30, 9}, {99, 30}, {101, 8}, {50, 12}} {
		d.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		r := &d.m.viewport
		atEnd := r.Top+r.Height >= len(r.Page.Laid)
		// Only the current row may push the top one away.
		if got := r.Page.RowOf[r.Top]; got != row && !atEnd && got != r.Current() {
			t.Errorf("at %v row %d is at the top, want %d:\n%s", size, got, row, d.screen())
		}
	}
	d.send(tea.WindowSizeMsg{Width: 120, Height: 14})
	if after := d.screen(); after != before {
		t.Errorf("the first size brings\n%s\nand was\n%s", after, before)
	}
	d.press("v", "v", "v", "f", "f", "z", "z")
	d.press("v", "f", "v", "z", "v", "f", "z")
	d.m.message, d.m.words = "", words{}
	d.send(nil)
	if after := d.screen(); after != before {
		t.Errorf("changing the view back brings\n%s\nand was\n%s", after, before)
	}
}

// TestPlaceIsRemembered goes to another pair and back.
func TestPlaceIsRemembered(t *testing.T) {
	d := open(t, 120, 12, Options{})
	d.press("c", "ctrl+e", "j", "j")
	before := d.screen()
	d.press("]", "j", "[")
	if after := d.screen(); after != before {
		t.Errorf("back on the pair there is\n%s\nand was\n%s", after, before)
	}
}

// TestSwapKeepsTheSentence holds that what is read stays in view when the
// sides change.
func TestSwapKeepsTheSentence(t *testing.T) {
	d := open(t, 120, 12, Options{})
	for range 8 {
		read, _ := d.m.cursor()
		d.press("x")
		if got, _ := d.m.cursor(); got != (session.Cursor{Side: read.Side.Other(), Sentence: read.Sentence}) {
			t.Errorf("reading %v, and after x %v", read, got)
		}
		d.press("x")
		if got, _ := d.m.cursor(); got != read {
			t.Errorf("reading %v, and after x twice %v", read, got)
		}
		d.press("j")
	}
}

// TestCurrentRowIsInView moves in every way and looks for the bar.
func TestCurrentRowIsInView(t *testing.T) {
	for _, size := range [][2]int{{120, 12}, {60, 20}, {40, 10}, {20, 8}} {
		d := open(t, size[0], size[1], Options{})
		for _, key := range strings.Fields("d d d D c j j space pgup o o G k k k k g j d ] j tab j [ enter x v f G k v end d D ctrl+u ctrl+y enter tab") {
			d.press(key)
			if !strings.Contains(d.screen(), "▌") {
				t.Fatalf("at %v, after %s, no row has the bar:\n%s", size, key, d.screen())
			}
		}
	}
}

// TestEverySentenceIsReached walks down sentence by sentence and line by line,
// and back: every row comes once and in order, and at the end the page's.
func TestEverySentenceIsReached(t *testing.T) {
	for _, keys := range [][2]string{{"j", "k"}, {"ctrl+e", "ctrl+y"}} {
		for _, size := range [][2]int{{120, 14}, {60, 14}, {20, 6}} {
			d := open(t, size[0], size[1], Options{})
			last := 0
			for range 120 {
				d.press(keys[0])
				if now := d.m.viewport.Current(); now < last || now > last+1 {
					t.Fatalf("at %v %s goes from row %d to row %d", size, keys[0], last, now)
				}
				last = d.m.viewport.Current()
			}
			if last != len(d.m.viewport.Page.Rows)-1 {
				t.Errorf("at %v %s ends at row %d of %d", size, keys[0], last, len(d.m.viewport.Page.Rows))
			}
			for range 120 {
				d.press(keys[1])
			}
			if d.m.viewport.Current() != 0 || d.m.viewport.Top != 0 {
				t.Errorf("at %v the way up ends on row %d, line %d", size, d.m.viewport.Current(), d.m.viewport.Top)
			}
		}
	}
}

// TestPanes walks down the right pane: it is the right article's sentences,
// and where it has none beside the left's, the left's.
func TestPanes(t *testing.T) {
	d := open(t, 120, 14, Options{})
	d.press("tab")
	for _, want := range []string{"Eight hurt", "Eight people", "The terminal", "Lorne harbour", "Advertisement", "Inspectors", "“We will open when it is safe,”", "Fishermen"} {
		if !d.reads(want) {
			t.Errorf("the right pane goes to %v, want %q:\n%s", d.m.viewport.Cursor, want, d.screen())
		}
		d.press("j")
	}
	d.press("tab")
	if !d.reads("Fishermen") {
		t.Errorf("tab goes from the left's last sentence to %v", d.m.viewport.Cursor)
	}
}

// TestPartners holds that the partners are those the comparison links, the
// best first, and that they bear a bar.
func TestPartners(t *testing.T) {
	d := open(t, 120, 20, Options{})
	p := d.m.viewport.Page
	for k, l := range p.Links {
		left, right := session.Cursor{Side: diffview.Left, Sentence: l.Sentences[0]}, session.Cursor{Side: diffview.Right, Sentence: l.Sentences[1]}
		if got := p.Partners(left); len(got) != 1 || got[0] != (session.Companion{Cursor: right, Link: k}) {
			t.Errorf("%v has the partners %v", left, got)
		}
		if got := p.Partners(right); len(got) != 1 || got[0] != (session.Companion{Cursor: left, Link: k}) {
			t.Errorf("%v has the partners %v", right, got)
		}
		d.m.goTo(diffview.Left, l.Sentences[0])
		d.send(nil)
		if s := d.screen(); !strings.Contains(s, "▌") || !strings.Contains(s, "▏") {
			t.Errorf("at %v there are no two bars:\n%s", left, s)
		}
	}
}

// TestGoToWaits goes to a sentence of a pair that is not compared yet.
func TestGoToWaits(t *testing.T) {
	d := open(t, 120, 12, Options{})
	d.m.deck.Clear()
	d.hold = true
	d.ask(screen.OpenPair(session.Pair{2, 1}, &session.Cursor{Side: diffview.Right, Sentence: 3}))
	d.hold = false
	for _, cmd := range d.held {
		d.send(cmd())
	}
	if !d.reads("The terminal was built") || d.m.viewport.Page.Pair != (session.Pair{2, 1}) {
		t.Errorf("in %v at %v:\n%s", d.m.viewport.Page.Pair, d.m.viewport.Cursor, d.screen())
	}
	d.ask(openStory(0))
	if d.m.viewport.Page.Pair != (session.Pair{0, 1}) {
		t.Errorf("the story opens with %v", d.m.viewport.Page.Pair)
	}
}

func TestMouse(t *testing.T) {
	d := open(t, 120, 12, Options{})
	d.send(tea.MouseWheelMsg{Button: tea.MouseWheelDown})
	if d.m.viewport.Top != screen.Notch(tea.MouseWheelDown) {
		t.Errorf("the wheel scrolls to line %d, want %d", d.m.viewport.Top, screen.Notch(tea.MouseWheelDown))
	}
	d.send(tea.MouseWheelMsg{Button: tea.MouseWheelUp})
	line := len(d.m.chrome.head) + d.m.viewport.Page.First[1]
	for _, tt := range []struct {
		x, y int
		want string
	}{
		{10, line, "Six people"}, {80, line, "Eight people"}, {119, line + 1, "Eight people"},
		{10, line + 3, "The terminal"}, {58, 0, "The terminal"},
	} {
		d.send(tea.MouseClickMsg{Button: tea.MouseLeft, X: tt.x, Y: tt.y})
		if !d.reads(tt.want) {
			t.Errorf("a click at %d,%d goes to %v, want %s", tt.x, tt.y, d.m.viewport.Cursor, tt.want)
		}
	}
}

func TestNarrowHasOneColumn(t *testing.T) {
	d := open(t, settings.DefaultNarrow-1, 24, Options{})
	d.press("v")
	if !strings.Contains(d.status(), "two panes need 100 columns; this terminal has 99") {
		t.Errorf("v says %q", d.status())
	}
	d.send(tea.WindowSizeMsg{Width: settings.DefaultNarrow, Height: 24})
	if d.m.viewport.Page.Key.View != layout.Matched {
		t.Error("at 100 columns there are not two panes")
	}
}

// TestBackground holds that the theme follows what the terminal answers, and
// that a chosen theme does not.
func TestBackground(t *testing.T) {
	white := tea.BackgroundColorMsg{Color: ansi.BrightWhite}
	d := open(t, 120, 24, Options{})
	d.send(white)
	if d.m.Theme.Dark {
		t.Error("on white the theme stays dark")
	}
	d = open(t, 120, 24, Options{Settings: settings.Settings{Theme: "dark"}})
	d.send(white)
	if !d.m.Theme.Dark {
		t.Error("a dark theme was asked for and is not there")
	}
	for value, light := range map[string]bool{"0;15": true, "0;default;15": true, "15;0": false, "": false} {
		if got := lightBackground([]string{"COLORFGBG=" + value}); got != light {
			t.Errorf("COLORFGBG=%s: light is %v", value, got)
		}
	}
}

// TestWideCharacters holds the columns on terminals that count an emoji's
// code points and on those that count graphemes.
func TestWideCharacters(t *testing.T) {
	old := harbour
	defer func() { harbour = old }()
	harbour[0].text = "T 港口火灾 👩‍🚒 closes\n1 Six 消防员 ❤️ helped 👨‍👩‍👧‍👦 at 🇰🇷 釜山 and stayed until the early morning of the third day."
	for _, mode := range []ansi.ModeSetting{ansi.ModeNotRecognized, ansi.ModeReset} {
		d := open(t, 120, 24, Options{})
		d.send(tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: mode})
		d.screen()
		p, ruled := d.m.viewport.Page, 0
		for _, l := range d.m.viewport.Window {
			left, _, ok := strings.Cut(ansi.Strip(l), "│")
			if !ok {
				continue
			}
			ruled++
			if at := d.m.Method.StringWidth(left); at != p.Indent+p.Left+p.Edge+4 {
				t.Errorf("the rule stands in column %d, the left pane has %d cells: %q", at, p.Left, l)
			}
		}
		if ruled < 2 {
			t.Errorf("there are %d ruled lines:\n%s", ruled, d.screen())
		}
	}
}

func BenchmarkKey(b *testing.B) {
	d := open(b, 200, 12, Options{})
	keys := []tea.KeyPressMsg{keyPress("j"), keyPress("d"), keyPress("G"), keyPress("k"), keyPress("]"), keyPress("["), keyPress("x"), keyPress("g")}
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		d.m.Update(keys[i%len(keys)])
		d.m.View()
		i++
	}
}

// BenchmarkPage lays out and styles two articles of about 1,000 words anew,
// as each change of width does.
func BenchmarkPage(b *testing.B) {
	old := harbour
	defer func() { harbour = old }()
	for i := range 2 {
		harbour[i].text = strings.Repeat("\n"+strings.TrimSpace(harbour[i].text), 14)
	}
	d := open(b, 200, 60, Options{})
	p := d.m.viewport.Page
	b.ReportAllocs()
	for b.Loop() {
		page.New(p.Key, p.Reading)
	}
}
