package ui

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/ui/cell"
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
	if d.m.deck.Wanted() != (session.Pair{14, 15}) || !d.reads("Ida Brandt") || len(d.m.find.hits) != 1 {
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
		a.Text += strings.Repeat(" ", searchAtOnce/10)
	}
	d := openCorpus(t, 120, 24, articles, stories)
	d.press("ctrl+f")
	s := d.m.all
	var late []tea.Cmd
	_, cmd := d.m.Update(keyPress("f"))
	late = append(late, cmd)
	_, cmd = d.m.Update(keyPress("e"))
	piece := cmd()
	d.m.Update(late[0]())
	if len(s.rows) != 0 {
		t.Fatalf("what was found for “f” is listed for “fe”: %v", s.rows)
	}
	_, cmd = d.m.Update(piece)
	if n := len(s.rows); n != 10 || !s.running || !strings.Contains(d.line(0), "10 found · searched 10 of 100 articles …") {
		t.Fatalf("the first piece brings %d:\n%s", n, d.screen())
	}
	d.press("down", "down", "down")
	next := cmd()
	d.press("esc")
	if d.m.top() == nil || s.running || !strings.Contains(d.line(0), "stopped after 10 of 100") {
		t.Fatalf("esc does not end the search:\n%s", d.screen())
	}
	d.send(next)
	if len(s.rows) != 10 {
		t.Error("what comes after esc is listed")
	}
	d.press("esc")
	if d.m.top() != nil {
		t.Fatal("esc does not close the list")
	}
	d.press("ctrl+f") // and it goes on
	if i, _ := s.Selected(); len(s.rows) != 100 || i != 3 {
		t.Errorf("%d are found, and row %d is selected", len(s.rows), i)
	}
}

// TestFindAllIsBounded holds that what is in every article is not listed for
// every article.
func TestFindAllIsBounded(t *testing.T) {
	articles, stories := invented(1500, 10)
	d := openCorpus(t, 120, 24, articles, stories)
	d.press("ctrl+f", "a")
	if len(d.m.all.rows) != maxFound || !strings.Contains(d.line(0), "the first 1000, in 1000 of 1500 articles; type more to narrow") {
		t.Errorf("%d are listed:\n%s", len(d.m.all.rows), d.line(0))
	}
}

func TestSnippet(t *testing.T) {
	long := strings.Repeat("grain and flour and ", 40)
	for _, tt := range []struct{ text, find, want string }{
		{"Smoke was seen.", "Smoke", "Smoke was seen."},
		{"The port authority said on\nSaturday that the harbour stays closed.", "harbour", "…said on Saturday that the harbour stays closed."},
		{"釜山港口火灾关闭港口釜山港口火灾关闭港口釜山港口火灾", "火灾", "釜山港口火灾关闭港口釜山港口火灾关闭港口釜山港口火灾"},
		{strings.Repeat("ü", 100) + "fire", "fire", "…fire"},
		{"fire " + long, "fire", "fire " + long[:289] + "…"},
	} {
		at := strings.Index(tt.text, tt.find)
		got := snippet(tt.text, prose.Span{End: len(strings.TrimSpace(tt.text))}, prose.Span{Start: at, End: at + len(tt.find)})
		if got != tt.want {
			t.Errorf("%q is %q, want %q", tt.text, got, tt.want)
		}
	}
}

// FuzzSnippet holds that a snippet is valid text of bounded length.
func FuzzSnippet(f *testing.F) {
	f.Add("The port authority said on\nSaturday that the harbour stays closed.", "harbour")
	f.Add(strings.Repeat("火", 300), "火")
	f.Fuzz(func(t *testing.T, text, query string) {
		text = strings.ToValidUTF8(text, "")
		a := &corpus.Article{Text: text, Sentences: []prose.Sentence{{Span: prose.Span{End: len(text)}}}}
		o, ok := occurs(cell.NewQuery(query), a)
		if ok && (strings.ToValidUTF8(o.snippet, "") != o.snippet || len(o.snippet) > inSnippet+beforeFind+len(query)*4+12) {
			t.Fatalf("%q in %q is %q", query, text, o.snippet)
		}
	})
}

// BenchmarkFindAll searches 10,000 articles of 4,000 bytes.
func BenchmarkFindAll(b *testing.B) {
	articles, _ := invented(10_000, 5)
	for _, a := range articles {
		a.Text += strings.Repeat(" The port authority of Lorne said so on Saturday.", 80)
	}
	for b.Loop() {
		s := newCorpusSearch(articles)
		s.SetQuery("no such words")
		most := time.Duration(0)
		for asked := s.goOn(); asked != nil; {
			start := time.Now()
			msg := asked(nil)() // an effect needs no model
			most = max(most, time.Since(start))
			_, asked = s.Update(msg)
		}
		b.ReportMetric(float64(most.Milliseconds()), "ms/piece")
	}
}
