package ui

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/prose"
	"parallax/ui/find"
	"parallax/ui/session"
)

// typed splits a text into the keys that type it.
func typed(text string) (keys []string) {
	for _, r := range text {
		if r == ' ' {
			keys = append(keys, "space")
			continue
		}
		keys = append(keys, string(r))
	}
	return keys
}

// TestFindAll opens what is found in an article of another story, beside the
// next of that story, and comes back to the list as it was.
func TestFindAll(t *testing.T) {
	articles, stories := invented(30, 10)
	articles[14].Text += " Ida Brandt was aboard."
	articles[14].Sentences = append(articles[14].Sentences, prose.Sentence{Span: prose.Span{Start: len(articles[14].Text) - 22, End: len(articles[14].Text)}})
	d := openCorpus(t, 120, 24, articles, stories)
	d.press("ctrl+f")
	d.press(typed("ida brandt")...)
	if !strings.HasPrefix(d.line(0), " all articles  1 found · all 30 articles searched") || !strings.Contains(d.line(3), "Ida Brandt was aboard.") {
		t.Fatalf("the list is\n%s", d.screen())
	}
	d.press("enter")
	if d.m.deck.Wanted() != (session.Pair{14, 15}) || !d.reads("Ida Brandt") || d.m.finds() != 1 {
		t.Fatalf("opens %v:\n%s", d.m.deck.Wanted(), d.screen())
	}
	d.press("ctrl+f")
	if !strings.Contains(d.line(1), "ida brandt") || !strings.HasPrefix(d.line(3), "▌") {
		t.Errorf("the list is not as it was left:\n%s", d.screen())
	}
}

// TestAround holds which article a found one is read beside.
func TestAround(t *testing.T) {
	articles, stories := invented(20, 5)
	stories = stories[:3] // the last five are in no story
	for _, tt := range []struct {
		keys    string
		article int
		want    session.Pair
	}{
		{"", 0, session.Pair{0, 1}},
		{"", 1, session.Pair{0, 1}},
		{"", 3, session.Pair{3, 1}},
		{"x", 3, session.Pair{3, 0}},
		{"", 7, session.Pair{7, 8}},
		{"", 9, session.Pair{9, 5}},
		{"", 17, session.Pair{17, 1}},
	} {
		d := openCorpus(t, 120, 24, articles, stories)
		d.press(strings.Fields(tt.keys)...)
		if got, side := d.m.deck.Around(tt.article); got != tt.want || got[side] != tt.article {
			t.Errorf("article %d is read as %v, on side %d; want %v", tt.article, got, side, tt.want)
		}
	}
}

// TestFindAllInPieces holds that a corpus is searched piece by piece, that esc
// ends it and then closes the list, that what comes late for an earlier query
// is dropped, and that the rows stay where they are while others come.
func TestFindAllInPieces(t *testing.T) {
	articles, stories := invented(100, 10)
	for _, a := range articles {
		a.Text += strings.Repeat(" ", (1<<20)/10)
	}
	d := openCorpus(t, 120, 24, articles, stories)
	d.press("ctrl+f")
	var late []tea.Cmd
	_, cmd := d.m.Update(keyPress("f"))
	late = append(late, cmd)
	_, cmd = d.m.Update(keyPress("e"))
	piece := cmd()
	d.m.Update(late[0]())
	if !strings.Contains(d.line(0), " 0 found ") {
		t.Fatalf("what was found for “f” is listed for “fe”:\n%s", d.screen())
	}
	_, cmd = d.m.Update(piece)
	if !strings.Contains(d.line(0), " 10 found · searched 10 of 100 articles …") {
		t.Fatalf("the first piece brings\n%s", d.screen())
	}
	d.press("down", "down", "down")
	next := cmd()
	d.press("esc")
	if d.m.top() == nil || !strings.Contains(d.line(0), "stopped after 10 of 100") {
		t.Fatalf("esc does not end the search:\n%s", d.screen())
	}
	d.send(next)
	if !strings.Contains(d.line(0), " 10 found ") {
		t.Error("what comes after esc is listed")
	}
	d.press("esc")
	if d.m.top() != nil {
		t.Fatal("esc does not close the list")
	}
	d.press("ctrl+f") // and it goes on
	if i, _ := d.m.all.Selected(); !strings.Contains(d.line(0), " 100 found ") || i != 3 {
		t.Errorf("row %d is selected:\n%s", i, d.screen())
	}
}

// TestFindAllIsBounded holds that what is in every article is not listed for
// every article.
func TestFindAllIsBounded(t *testing.T) {
	articles, stories := invented(1500, 10)
	d := openCorpus(t, 120, 24, articles, stories)
	d.press("ctrl+f", "a")
	if !strings.Contains(d.line(0), " 1000 found · the first 1000, in 1000 of 1500 articles; type more to narrow") {
		t.Errorf("listed are\n%s", d.line(0))
	}
}

// BenchmarkFindAll searches 10,000 articles of 4,000 bytes.
func BenchmarkFindAll(b *testing.B) {
	articles, _ := invented(10_000, 5)
	for _, a := range articles {
		a.Text += strings.Repeat(" The port authority of Lorne said so on Saturday.", 80)
	}
	for b.Loop() {
		s := find.NewEverywhere(articles, nil)
		s.SetQuery("no such words")
		most := time.Duration(0)
		for asked := s.Resume(); asked != nil; {
			start := time.Now()
			msg := asked(nil)() // an effect needs no model
			most = max(most, time.Since(start))
			_, asked = s.Update(msg)
		}
		b.ReportMetric(float64(most.Milliseconds()), "ms/piece")
	}
}
