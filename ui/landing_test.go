package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
	"parallax/corpus/sample"
	"parallax/corpus/story"
	"parallax/diffview/coverage"
	"parallax/ui/session"
)

// TestFirstScreen holds that the sample corpus opens on the page of the story with
// most to see, as it does when it is any corpus, the same at each start, that a
// conflict is on the first screen, and that two keys read it in its pair.
func TestFirstScreen(t *testing.T) {
	var first string
	for start, paths := range [][]string{nil, nil, {"articles"}} {
		c, err := sample.Open()
		if err != nil {
			t.Fatal(err)
		}
		d := begun(t, Options{Paths: paths}, c.Articles, story.Content.Stories(c.Articles))
		switch screen := d.screen(); {
		case start == 0:
			first = screen
		case screen != first:
			t.Fatalf("start %d shows\n%s\nand the first showed\n%s", start+1, screen, first)
		}
		if start > 0 {
			continue
		}
		for _, want := range []string{"●", "!", "·", " conflicts ·", "what each says"} {
			if !strings.Contains(first, want) {
				t.Errorf("the first screen has no %q:\n%s", want, first)
			}
		}
		d.press("c", "enter")
		d.readsConflict()
	}
}

// begun starts the reader on a screen of 80×24.
func begun(t *testing.T, o Options, articles []*corpus.Article, stories []story.Story) *drive {
	t.Helper()
	deck, err := session.New(articles, stories)
	if err != nil {
		t.Fatal(err)
	}
	o.Dir = t.TempDir()
	d := &drive{t: t, m: newModel(deck, o)}
	d.m.landing = true
	d.do(d.m.Init())
	d.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	return d
}

// news is where the articles are said to be from: those from nowhere are the sample.
var news = []string{"news"}

// readsConflict holds that a pair is read with the cursor on a conflict.
func (d *drive) readsConflict() {
	d.t.Helper()
	if p := d.m.pageRead(); d.m.top() != nil || p == nil || p.CountConflicts() == 0 || !strings.Contains(d.status(), "! ") {
		d.t.Errorf("no conflict is read:\n%s", d.screen())
	}
}

// crashes are the words in which the articles tell of a ferry and its injured.
var crashes = [3]string{
	"Ferry %[1]d strikes the pier\n\n%[2]s people were injured when ferry %[1]d struck the pier of Port %[1]d.\n\nAda Moor waited for her brother with a flask of tea.",
	"Port %[1]d closed\n\nFerry %[1]d hit the pier of Port %[1]d, and %[2]s people were injured.\n\nThe sheds of the harbour had been painted green in the spring.",
	"Crash at Port %[1]d\n\n%[2]s people were injured on Monday as ferry %[1]d ran into the pier.\n\nTickets for the crossing cost four crowns each.",
}

// tolls are stories of three articles each. By story: what the articles have for
// the number of the injured.
func tolls(all ...[3]string) (articles []*corpus.Article, stories []story.Story) {
	for n, injured := range all {
		var s story.Story
		for k, said := range injured {
			s.Articles = append(s.Articles, len(articles))
			articles = append(articles, corpus.FromText(fmt.Sprintf("%d-%d.txt", n, k), fmt.Sprintf(crashes[k], n, said)))
		}
		stories = append(stories, s)
	}
	return articles, stories
}

var (
	calm  = [3]string{"Six", "Six", "Six"}
	clash = [3]string{"Six", "Six", "Eight"}

	// farOn has a conflict in a story too far on to begin with.
	farOn = append(slices.Repeat([][3]string{calm}, 30), clash, calm)
)

// TestBeginsWithMostToSee holds that of many stories the reader begins with the one
// that has most conflicts, if it is among the first, and that with what an earlier
// run has found it begins with the same.
func TestBeginsWithMostToSee(t *testing.T) {
	for _, c := range []struct {
		what  string
		of    [][3]string
		story int
	}{
		{"the first of equals", [][3]string{calm, calm, calm}, 0},
		{"the one in conflict", [][3]string{calm, calm, clash, calm}, 2},
		{"the first of two in conflict", [][3]string{calm, clash, calm, clash}, 1},
		{"one too far on", farOn, 0},
	} {
		articles, stories := tolls(c.of...)
		kept := &memory{}
		for run := range 2 {
			d := begun(t, Options{Paths: news, Kept: kept}, articles, stories)
			if at := d.m.deck.Position().Story; at != c.story || d.m.top() == nil || d.m.top().Name() != "story" {
				t.Errorf("%s, run %d: begins with story %d, want the page of %d:\n%s", c.what, run+1, at, c.story, d.screen())
			}
		}
		if len(kept.found) == 0 {
			t.Errorf("%s: nothing is kept", c.what)
		}
	}
}

// A memory keeps what was found in pairs.
type memory struct {
	found map[[2]*corpus.Article]coverage.Pairing
	put   int
}

func (m *memory) Get(left, right *corpus.Article) (coverage.Pairing, bool) {
	p, ok := m.found[[2]*corpus.Article{left, right}]
	return p, ok
}

func (m *memory) Put(left, right *corpus.Article, p coverage.Pairing) {
	if m.found == nil {
		m.found = make(map[[2]*corpus.Article]coverage.Pairing)
	}
	m.found[[2]*corpus.Article{left, right}] = p
	m.put++
}

// TestKeyBeforeTheFirstScreen holds that a key that is pressed while nothing is
// shown yet does what it does on the first screen, which comes all the same.
func TestKeyBeforeTheFirstScreen(t *testing.T) {
	for _, keys := range [][]string{{"c"}, {"!", "esc"}, {"?", "esc"}, {"!", "enter", "esc", "esc"}} {
		articles, stories := tolls(calm, calm, clash)
		deck, err := session.New(articles, stories)
		if err != nil {
			t.Fatal(err)
		}
		d := &drive{t: t, m: newModel(deck, Options{Dir: t.TempDir(), Paths: news}), late: true}
		d.m.landing = true
		d.do(d.m.Init())
		d.send(tea.WindowSizeMsg{Width: 80, Height: 24})
		if !strings.Contains(d.screen(), "looking for the story with most to see") {
			t.Errorf("before it is known where to begin:\n%s", d.screen())
		}
		d.press(keys...)
		d.release()
		if at := d.m.deck.Position().Story; at != 2 || d.m.top() == nil || d.m.top().Name() != "story" {
			t.Errorf("after %q story %d is open:\n%s", keys, at, d.screen())
		}
		if listed := strings.Contains(d.screen(), "facts in conflict"); listed != (keys[0] == "c") {
			t.Errorf("after %q:\n%s", keys, d.screen())
		}
	}
}

// TestNextStoryInConflict holds that the key for conflicts goes on to the next
// story that has one, says so, and that Enter reads it; and that where none has one
// the reader stays.
func TestNextStoryInConflict(t *testing.T) {
	articles, stories := tolls(farOn...)
	d := begun(t, Options{Paths: news}, articles, stories)
	d.press("c")
	if at := d.m.deck.Position().Story; at != 30 || !strings.Contains(d.screen(), "no conflict in 30 stories before; this is story 31 of 32") {
		t.Fatalf("story %d is open:\n%s", at, d.screen())
	}
	d.press("enter")
	d.readsConflict()

	articles, stories = tolls(calm, calm)
	d = begun(t, Options{Paths: news}, articles, stories)
	d.press("c")
	if at := d.m.deck.Position().Story; at != 0 || d.m.top() == nil || !strings.Contains(d.screen(), "no conflict in this story or the next ones") {
		t.Errorf("story %d is open:\n%s", at, d.screen())
	}
}

// TestConflictListOpensTheFirst holds that Enter in the list of conflicts, pressed
// before one is known, reads the first that is found.
func TestConflictListOpensTheFirst(t *testing.T) {
	articles, stories := tolls(farOn...)
	d := begun(t, Options{Paths: news}, articles, stories)
	d.late = true
	d.press("!", "enter")
	if !strings.Contains(d.screen(), "opens the first conflict") {
		t.Errorf("it is not said what Enter will do:\n%s", d.screen())
	}
	d.release()
	if at := d.m.deck.Position().Story; at != 30 {
		t.Errorf("story %d is open", at)
	}
	d.readsConflict()
}

// TestConflictOfOthers holds that Enter on a fact in conflict reads two articles
// that conflict about it, whichever column was chosen before.
func TestConflictOfOthers(t *testing.T) {
	articles, stories := tolls([3]string{"Some", "Six", "Eight"})
	d := begun(t, Options{Paths: news}, articles, stories)
	d.press("c", "enter")
	if p := d.m.deck.Wanted(); p != (session.Pair{1, 2}) {
		t.Errorf("pair %v is read:\n%s", p, d.screen())
	}
	d.readsConflict()
}

// TestStoriesFill holds that the list of stories tells where they conflict, of what
// earlier runs have found without comparing it again.
func TestStoriesFill(t *testing.T) {
	articles, stories := tolls(calm, calm, clash)
	kept := &memory{}
	for run := range 2 {
		kept.put = 0
		d := begun(t, Options{Paths: news, Kept: kept}, articles, stories)
		d.press("esc", "s", "ctrl+o")
		var rows []string
		for _, line := range strings.Split(d.screen(), "\n") {
			if strings.Contains(line, "strikes the pier") {
				rows = append(rows, strings.Join(strings.Fields(line), " "))
			}
		}
		if want := "3 1 1"; len(rows) != 3 || !strings.Contains(rows[0], want) {
			t.Errorf("run %d: with most conflicts first the rows are\n%s", run+1, strings.Join(rows, "\n"))
		}
		if run == 1 && kept.put > 2 {
			t.Errorf("of 9 pairs %d were compared again", kept.put)
		}
	}
}
