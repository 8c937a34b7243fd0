package ui

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"parallax/corpus/prose"
	"parallax/diffview"
	"parallax/ui/keep"
	"parallax/ui/keys"
	"parallax/ui/page"
	"parallax/ui/screen"
	"parallax/ui/session"
)

// seen is all that a key can have changed.
func (d *drive) seen() string {
	m := d.m
	read := "nothing"
	if p := m.pageRead(); p != nil {
		read = fmt.Sprint(p.Pair, p.Key.View, m.viewport.Cursor, m.viewport.Focus, m.viewport.Top, m.landed, m.words, m.opened)
	}
	over := ""
	for _, s := range m.screens {
		over += s.Name() + "\n" + strings.Join(s.Lines(), "\n") + "\n"
	}
	return fmt.Sprintf("wanted %v, read %s, view %s %v %v, find %q, mouse %v, theme %s\ncopied %q, suspended %v, left %v\n%s",
		m.deck.Wanted(), read, m.view, m.furniture, m.agreed, m.find.Query(), m.freeMouse, m.themed.Name, d.copied, d.suspended, d.quitted, over)
}

// uncompared starts a reader with all that commands can need. When it is fresh no
// pair is compared yet.
func uncompared(t *testing.T, fresh bool) *drive {
	t.Helper()
	folders := keep.Folders{Data: t.TempDir(), State: t.TempDir()}
	d := open(t, 120, 20, Options{Dir: ".", Folders: folders, Environ: []string{"EDITOR=ed"}})
	d.m.deck.Clear()
	if !fresh {
		d.m.deck.Take(d.m.deck.Work(d.m.deck.Wanted())().(session.ComparedMsg))
		d.send(nil)
		return d
	}
	d.m.viewport = page.Viewport{}
	return d
}

// TestEveryCommandAhead presses the key of every command while its pair is
// still being compared, before anything that a key sets off has come. What comes
// of it is what the key does once the pair is there; or else it says that it is
// still being compared, and does nothing.
func TestEveryCommandAhead(t *testing.T) {
	for _, first := range []struct {
		name  string
		fresh bool
		keys  []string
	}{{"the pair before is on the screen", false, []string{"]"}}, {"nothing is on the screen", true, nil}} {
		for _, topic := range keys.New().Topics {
			for _, c := range topic.Commands {
				do, ok := commands()[c.Action]
				if !ok {
					continue
				}
				ahead, after, without := uncompared(t, first.fresh), uncompared(t, first.fresh), ""
				after.do(after.m.deck.Fetch())
				after.press(first.keys...)
				if do.needs == pageNow {
					without = after.seen()
				}
				ahead.late = true
				ahead.press(first.keys...)
				ahead.do(ahead.m.deck.Fetch())
				for _, d := range []*drive{ahead, after} {
					d.do(tea.Batch(d.m.carryOut(screen.Perform(c.Action)), d.m.refresh()))
				}
				said := ahead.m.message
				ahead.release()
				after.release()
				switch got := ahead.seen(); {
				case got == after.seen():
				case c.Action == keys.SwapSides && ahead.m.pageRead().Pair == after.m.pageRead().Pair:
					// A sentence is kept when it was on the screen.
				case said == stillComparing && got == without:
				default:
					t.Errorf("%s: %s ahead of its pair said %q and brought\n%s\nwant\n%s\nor refused\n%s", first.name, c.Action, said, got, after.seen(), without)
				}
				if do.needs == pageSoon && ahead.m.message != after.m.message || (ahead.m.message == stillComparing) != (do.needs == pageNow) {
					t.Errorf("%s: %s ahead of its pair ends with %q, want %q", first.name, c.Action, ahead.m.message, after.m.message)
				}
			}
		}
	}
}

// TestTypedAhead types keys in one go, before anything comes of the first of
// them. The pair they end at is the one of the same keys typed slowly, and what
// is opened above a pair is of the pair on the screen.
func TestTypedAhead(t *testing.T) {
	for _, keys := range []string{
		": n e x t space p a i r enter e", "p down down enter ]", "] ] ] ] e", "] ] c", "c", "s enter e",
		"] e", "] Y", "] y", "x b", "m right enter ]", "B ] E", ": n e x t space p a i r enter :", "2 ]", "] / h a r enter n", "/ S m o k e ] n",
	} {
		for _, fresh := range []bool{false, true} {
			slow, fast := uncompared(t, fresh), uncompared(t, fresh)
			slow.do(slow.m.deck.Fetch())
			slow.press(strings.Fields(keys)...)
			fast.late = true
			fast.do(fast.m.deck.Fetch())
			fast.press(strings.Fields(keys)...)
			for range 2 {
				if fast.m.deck.Wanted() != slow.m.deck.Wanted() {
					t.Errorf("%s: typed ahead it asks for %v, want %v", keys, fast.m.deck.Wanted(), slow.m.deck.Wanted())
				}
				if s := fast.m.top(); s != nil && s.Name() == "export" && !titled(s, fast.m.pageRead()) {
					t.Errorf("%s: typed ahead it exports what is not on the screen", keys)
				}
				fast.release()
			}
			if got, want := fast.m.landed, slow.m.landed; got.Cursor != want.Cursor || got.what != want.what {
				t.Errorf("%s: typed ahead it goes to %+v, want %+v", keys, got, want)
			}
		}
	}
}

// TestAwaited holds that of what is asked for ahead the latest is done, that it
// is said, that esc forgets it and that it is of its pair.
func TestAwaited(t *testing.T) {
	for keys, want := range map[string]string{"G c": "conflict", "c o": onlyOne, "c esc": "", "c ]": "", "c ] [": ""} {
		d := uncompared(t, true)
		d.late = true
		d.press(strings.Fields(keys)...)
		if keys == "G c" && !strings.Contains(d.status(), "comparing Lorne Herald with Coast Courier … then: next conflict") {
			t.Errorf("%s: it says %q", keys, d.status())
		}
		d.do(d.m.deck.Fetch())
		d.release()
		if d.m.landed.what != want {
			t.Errorf("%s goes to %q, want %q", keys, d.m.landed.what, want)
		}
	}
	d := uncompared(t, true)
	d.late = true
	d.press("q", "]", "x")
	if d.m.deck.Wanted() != (session.Pair{0, 1}) {
		t.Errorf("keys after q bring %v", d.m.deck.Wanted())
	}
}

// TestOtherPair holds that nothing is told of the pair on the screen under the
// number of the one that was asked for.
func TestOtherPair(t *testing.T) {
	d := uncompared(t, false)
	d.late = true
	if d.press("]"); strings.Contains(d.screen(), "1 conflict") || !strings.Contains(d.screen(), "pair 2 of 3 · still comparing") {
		t.Errorf("while the second pair is compared it shows\n%s", d.screen())
	}
}

// TestLeftPairs holds that a comparison is ended when its pair is left, and that
// two that take long, even to end, do not keep all others from being compared.
func TestLeftPairs(t *testing.T) {
	slow := make(chan bool)
	defer close(slow)
	d := uncompared(t, true)
	d.m.deck.Compare = func(ctx context.Context, left, right *diffview.Prepared) (*diffview.Comparison, error) {
		if left.Article.Path == "harbour/2.txt" && right.Article.Path == "harbour/3.txt" {
			return testCompare(ctx, left, right)
		}
		<-ctx.Done()
		<-slow
		return nil, ctx.Err()
	}
	d.late = true
	d.do(d.m.deck.Fetch())
	d.press("]", "]")
	came := make(chan tea.Msg)
	for d.m.pageRead() == nil {
		held := d.held
		for d.held = nil; len(held) > 0; held = held[1:] {
			go func(cmd tea.Cmd) { came <- cmd() }(held[0])
		}
		select {
		case msg := <-came:
			if batch, ok := msg.(tea.BatchMsg); ok {
				d.held = append(d.held, batch...)
				continue
			}
			d.send(msg)
		case <-time.After(time.Minute):
			t.Fatalf("the third pair is never compared:\n%s", d.screen())
		}
	}
	d.m.deck.Clear()
}

// TestNotCompared holds that an error in a comparison costs that pair, that it
// is said, and that one can go on from it and come back to another.
func TestNotCompared(t *testing.T) {
	d := uncompared(t, false)
	d.m.deck.Compare = func(ctx context.Context, left, right *diffview.Prepared) (*diffview.Comparison, error) {
		if left.Article.Path == "harbour/1.txt" && right.Article.Path == "harbour/3.txt" {
			return nil, []error{}[len(left.Article.Path)]
		}
		return testCompare(ctx, left, right)
	}
	d.press("j", "j")
	reading := d.screen()
	d.press("]")
	for _, key := range []string{"", "c", "e", "y", "G", "/"} {
		if key != "" {
			d.press(key)
		}
		if s := d.screen(); !strings.Contains(s, "not compared") || !strings.Contains(s, "[13]") || !strings.Contains(s, "Island Post") || strings.Contains(s, "Six people") {
			t.Errorf("after %q it shows\n%s", key, s)
		}
		if key == "e" && d.m.top() != nil {
			t.Error("it exports a pair that could not be compared")
		}
	}
	if want := "harbour/1.txt and harbour/3.txt cannot be compared: a fault of parallax, not of the articles; please report"; !strings.HasPrefix(d.m.deck.Failure(session.Pair{0, 2}), want) {
		t.Errorf("it says %q, want %q", d.m.deck.Failure(session.Pair{0, 2}), want)
	}
	d.press("esc", "[")
	if got := d.screen(); got != reading {
		t.Errorf("back on the pair before it shows\n%s\nand did\n%s", got, reading)
	}
	d.press("]", "]")
	if p := d.m.pageRead(); p == nil || p.Pair != (session.Pair{1, 2}) {
		t.Errorf("the pair after it is not there:\n%s", d.screen())
	}
}

// TestReplacesWhatItAskedAbout types another path, and enter, before the answer
// has come that the first path is taken: a file is replaced only when it was
// this one that was asked about.
func TestReplacesWhatItAskedAbout(t *testing.T) {
	dir := t.TempDir()
	d := open(t, 120, 20, Options{Dir: dir})
	d.press("e", "up", "up", "up", "down", "down", "down", "ctrl+u")
	d.send(tea.PasteMsg{Content: dir + "/a"})
	for _, name := range []string{"/a", "/ab"} {
		if err := os.WriteFile(dir+name, []byte("dear diary"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	d.late = true
	d.press("enter", "b")
	d.release()
	d.press("enter")
	for _, name := range []string{"/a", "/ab"} {
		if text, err := os.ReadFile(dir + name); err != nil || string(text) != "dear diary" {
			t.Errorf("%s holds %q, %v", name, text, err)
		}
	}
	if d.press("enter"); d.m.top() != nil {
		t.Errorf("asked about and agreed to, the file is not replaced:\n%s", d.screen())
	}
}

// TestTooLongIsSaid holds that of a pair which is too long to be compared whole
// it is said how much was, when it comes to the screen and at what was not.
func TestTooLongIsSaid(t *testing.T) {
	d := open(t, 120, 36, Options{})
	for i, a := range d.m.deck.Articles {
		last := &a.Sentences[len(a.Sentences)-1]
		if i < 2 {
			last.Kind = prose.Uncompared
		}
	}
	d.m.deck.Clear()
	d = &drive{t: t, m: newModel(d.m.deck, Options{})}
	d.do(d.m.Init())
	d.send(tea.WindowSizeMsg{Width: 120, Height: 36})
	if got, want := d.status(), "too long to compare whole: only the first 5 of 6 sentences of the left article and 4 of 5"; !strings.HasPrefix(got, want) {
		t.Errorf("it says %q, want %q", got, want)
	}
	if head := d.screen(); !strings.Contains(head, "1 conflict · too long to compare whole") {
		t.Errorf("the head does not tell:\n%s", head)
	}
	d.press("G")
	if got, want := d.status(), "· not compared: the text is too long"; !strings.HasPrefix(got, want) {
		t.Errorf("at the end it says %q, want %q", got, want)
	}
}

// titled reports whether a dialogue names the two articles of a page.
func titled(s screen.Screen, p *page.Page) bool {
	return p != nil && strings.Contains(ansi.Strip(s.Lines()[0]), p.Articles[0].Name()+" and "+p.Articles[1].Name())
}
