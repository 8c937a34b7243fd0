package ui

import (
	"fmt"
	"strings"
	"testing"

	"parallax/corpus/prose"
	"parallax/diffview"
	"parallax/diffview/coverage"
	"parallax/diffview/layout"
	"parallax/ui/look"
	"parallax/ui/screen"
)

// TestJumps goes forward from the start as far as it goes and back again, in
// every view: the stops are those the page has, each once, in order.
func TestJumps(t *testing.T) {
	for _, view := range layout.Views {
		for _, keys := range [][3]string{{"c", "C", "conflict"}, {"d", "D", "difference"}, {"o", "O", "sentence that only one article has"}} {
			d := readers(t, 2, 1000)
			d.press("g")
			for d.m.viewport.Page.Key.View != view {
				d.press("v")
			}
			d.press("g")
			var seen []string
			for range 200 {
				d.press(keys[0])
				if d.m.message != "" {
					break
				}
				seen = append(seen, fmt.Sprint(d.m.landed.Stop))
				if s := d.m.landed; s.n != len(seen) && !(keys[0] == "o" && s.n == len(seen)+1) {
					t.Fatalf("%s %d goes to %d of %d", keys[0], len(seen), s.n, s.of)
				}
			}
			last := "no " + keys[2] + " further down"
			if keys[0] == "c" {
				last = "no conflict further on, in this pair or the next ones"
			}
			if d.m.message != last || len(seen) < 3 {
				t.Fatalf("view %s: after %d times %s it says %q", view.Name, len(seen), keys[0], d.m.message)
			}
			for i := len(seen) - 2; i >= 0; i-- {
				d.press(keys[1])
				if got := fmt.Sprint(d.m.landed.Stop); got != seen[i] {
					t.Fatalf("view %s: %s goes to %s, %s went to %s", view.Name, keys[1], got, keys[0], seen[i])
				}
			}
		}
	}
}

// TestConflictLights holds that a jump to a conflict lights its words on both
// sides until the next key, and that two in one sentence are two stops.
func TestConflictLights(t *testing.T) {
	d := open(t, 120, 20, Options{})
	p := d.m.viewport.Page
	second := p.Conflicts[0]
	for side, s := range second.Spans {
		second.Spans[side] = prose.Span{Start: s.End + 1, End: s.End + 7}
	}
	second.Reason = "people against people"
	p.Conflicts = append(p.Conflicts, second)
	for i, want := range []string{"‘six’ vs ‘eight’: both count people; people", "people against people; ‘six’"} {
		d.press("c")
		if !strings.HasPrefix(d.status(), "! "+want) || !strings.Contains(d.status(), fmt.Sprintf("conflict %d/2", i+1)) {
			t.Errorf("stop %d says %q", i+1, d.status())
		}
		lit := d.m.lit()
		for side := range lit {
			found := 0
			for _, l := range lit[side] {
				if l.Glow == word && l.Span == p.Conflicts[i].Spans[side] {
					found++
				}
			}
			if found != 1 || len(lit[side]) != 2 {
				t.Errorf("stop %d lights %v on side %d", i+1, lit[side], side)
			}
		}
	}
	d.press("ctrl+e")
	for side, lights := range d.m.lit() {
		for _, l := range lights {
			if l.Glow == word {
				t.Errorf("after the next key %v of side %d is still lit", l, side)
			}
		}
	}
}

// TestWords lights the words in common, goes through the others, and ends.
func TestWords(t *testing.T) {
	d := open(t, 140, 20, Options{})
	d.press("w")
	if want := "no words of this sentence match words in Coast Courier"; !strings.HasPrefix(d.status(), want) {
		t.Errorf("on the headline w says %q", d.status())
	}
	d.press("j", "w")
	p := d.m.viewport.Page
	words := p.Links[p.Partners(d.m.viewport.Cursor)[0].Link].Words
	count := func(g look.Glow) (n int) {
		for _, lights := range d.m.lit() {
			for _, l := range lights {
				if l.Glow == g {
					n++
				}
			}
		}
		return n
	}
	if count(word) != 2*len(words) || count(foundAt) != 0 {
		t.Errorf("%d words are lit, and %d by themselves", count(word), count(foundAt))
	}
	d.press("w")
	if want := "“fire” here, “flames” there: a synonym · 1 of 1"; !strings.HasPrefix(d.status(), want) || count(foundAt) != 2 {
		t.Errorf("the first of the others is %q with %d lit", d.status(), count(foundAt))
	}
	d.press("w")
	if d.m.words.on || count(word) != 0 {
		t.Error("at the end words are still lit")
	}
	d.press("w", "j")
	if !d.m.words.on || d.m.words.step != 0 || count(word) != 0 {
		t.Errorf("at a sentence without a partner there is %+v", d.m.words)
	}
	d.press("esc")
	if d.m.words.on {
		t.Error("esc does not put the words out")
	}
}

// TestPhrases joins words that follow each other in both sentences.
func TestPhrases(t *testing.T) {
	d := open(t, 120, 20, Options{})
	d.press("j")
	p := d.m.viewport.Page
	at := p.Partners(d.m.viewport.Cursor)[0].Link
	spans := func(words ...string) (s [2]prose.Span) {
		for side, w := range words {
			s[side] = *position(p.Articles[side], p.Links[at].Sentences[side], w)
		}
		return s
	}
	p.Links[at].Words = []diffview.WordLink{
		{Spans: spans("people", "people")}, {Spans: spans("fire", "flames"), Kind: diffview.Synonym},
		{Spans: spans("broke", "tore"), Kind: diffview.Synonym}, {Spans: spans("Saturday", "Saturday"), Kind: diffview.Synonym},
	}
	all, notSame := p.Phrases(d.m.viewport.Cursor)
	// However “Saturday” was found, it is the same word.
	if len(all) != 4 || len(notSame) != 1 || notSame[0].Spans[0].Of(p.Articles[0].Text) != "fire broke" || notSame[0].Spans[1].Of(p.Articles[1].Text) != "flames tore" {
		t.Errorf("the phrases are %v", notSame)
	}
}

// TestSpotIsOfItsPair holds that what was jumped to in one pair is not told of
// another.
func TestSpotIsOfItsPair(t *testing.T) {
	d := open(t, 160, 20, Options{})
	d.press("c")
	for _, key := range []string{"]", "[", "x"} {
		d.press(key)
		if strings.Contains(d.status(), "conflict 1/1") {
			t.Errorf("after %s it says %q", key, d.status())
		}
	}
}

// TestOpensAtItsConflict holds that a conflict that was chosen in a list, or on the
// page of a story, is pointed out in its pair as a jump to it would, whichever of a
// sentence's it is, and that jumps go on from there.
func TestOpensAtItsConflict(t *testing.T) {
	for name, way := range map[string]string{"list": "!", "story": "a c"} {
		d := openPier(t, 120, 36)
		d.press(strings.Fields(way)...)
		d.press("enter")
		p := d.m.viewport.Page
		stops := p.ConflictStops(diffview.Left)
		if len(stops) == 0 || d.m.landed.Conflict != stops[0].Conflict || d.m.landed.n != 1 || !d.m.landed.lit {
			t.Fatalf("from the %s it opens at %+v, want the first of %+v", name, d.m.landed, stops)
		}
		d.press("esc", "enter")
		if d.m.landed.n != 1 || !d.m.landed.lit {
			t.Errorf("opened again from the %s, the conflict is not pointed out: %+v", name, d.m.landed)
		}
	}
	d := open(t, 120, 20, Options{})
	p := d.m.viewport.Page
	first := p.Conflicts[0]
	second := first
	for side, s := range second.Spans {
		second.Spans[side] = prose.Span{Start: s.End + 1, End: s.End + 7}
	}
	third := second
	third.Grade, third.Spans = diffview.Minor, [2]prose.Span{{Start: second.Spans[0].End + 1, End: second.Spans[0].End + 2}, second.Spans[1]}
	p.Conflicts = append(p.Conflicts[:1], second, third)
	for k, want := range []int{1, 2, 0} {
		c := coverage.Clash{Conflict: p.Conflicts[k], Sentences: p.Links[p.Conflicts[k].Link].Sentences}
		d.ask(screen.OpenConflict(nil, p.Pair, c))
		if d.m.landed.Conflict != k || d.m.landed.n != want || d.m.jumped(d.m.viewport.Cursor) != k {
			t.Errorf("conflict %d opens at %+v", k, d.m.landed)
		}
	}
	d.ask(screen.OpenConflict(nil, p.Pair, coverage.Clash{Conflict: first, Sentences: p.Links[first.Link].Sentences}))
	if d.press("c"); d.m.landed.Conflict != 1 {
		t.Errorf("c from the first conflict of a sentence goes to %+v", d.m.landed)
	}
}
