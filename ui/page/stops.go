package page

import (
	"slices"
	"sort"
	"strings"

	"parallax/corpus/prose"
	"parallax/diffview"
	"parallax/diffview/layout"
	"parallax/ui/session"
)

// A Stop is a place on a page that a jump goes to: a sentence, and the words
// in it that the jump was for.
type Stop struct {
	session.Cursor
	Start    int             // the first byte of those words; -1 for a whole sentence
	Spans    [2][]prose.Span // by side: what lights up
	Conflict int             // an index into the comparison's Conflicts, or -1
}

// ConflictStops returns a stop for each conflict that counts.
func (p *Page) ConflictStops(focus diffview.Side) []Stop {
	by := map[int][]Stop{}
	for k, c := range p.Conflicts {
		if c.Grade != diffview.Core {
			continue
		}
		stop := p.conflictStop(k, focus)
		by[stop.Sentence] = append(by[stop.Sentence], stop)
	}
	var stops []Stop
	for _, c := range p.order[focus] {
		if c.Side == focus {
			slices.SortStableFunc(by[c.Sentence], func(a, b Stop) int { return a.Start - b.Start })
			stops = append(stops, by[c.Sentence]...)
		}
	}
	return stops
}

// conflictStop returns the stop of a conflict.
func (p *Page) conflictStop(k int, focus diffview.Side) Stop {
	c := p.Conflicts[k]
	at := session.Cursor{Side: focus, Sentence: p.Links[c.Link].Sentences[focus]}
	return Stop{at, c.Spans[focus].Start, [2][]prose.Span{{c.Spans[0]}, {c.Spans[1]}}, k}
}

// ConflictAt returns the stop of the conflict, of whatever grade, whose words in a
// sentence begin at a byte of the article.
func (p *Page) ConflictAt(at session.Cursor, start int) (Stop, bool) {
	for k := range p.Conflicts {
		if s := p.conflictStop(k, at.Side); s.Cursor == at && s.Start == start {
			return s, true
		}
	}
	return Stop{}, false
}

// DifferenceStops returns a stop for each linked sentence of a side that has
// words said otherwise on the other.
func (p *Page) DifferenceStops(focus diffview.Side) []Stop {
	var stops []Stop
	for _, c := range p.order[focus] {
		if c.Side != focus || len(p.Partners(c)) == 0 {
			continue
		}
		if spans := p.differing(c); len(spans) > 0 {
			s := Stop{Cursor: c, Start: spans[0].Start, Conflict: -1}
			s.Spans[focus] = spans
			stops = append(stops, s)
		}
	}
	return stops
}

// differing returns what in a sentence the other article says otherwise. Spans
// are in the order of the text, so the sentence's are found by halving.
func (p *Page) differing(c session.Cursor) []prose.Span {
	spans := p.Spans[c.Side]
	within := p.Articles[c.Side].Sentences[c.Sentence].Span
	first := sort.Search(len(spans), func(i int) bool { return spans[i].End > within.Start })
	var found []prose.Span
	for _, s := range spans[first:] {
		if s.Start >= within.End {
			break
		}
		if s.Mark == diffview.Differ {
			// Spans tile the text, the space after a word included.
			words := strings.TrimRight(s.Of(p.Articles[c.Side].Text), " ")
			found = append(found, prose.Span{Start: s.Start, End: s.Start + len(words)})
		}
	}
	return found
}

// OnlyStops returns a stop for each sentence that only one article has.
func (p *Page) OnlyStops(focus diffview.Side) []Stop {
	var stops []Stop
	for _, c := range p.order[focus] {
		if r := p.Rows[p.Extent(c).Row].Relation; r == layout.OnlyLeft || r == layout.OnlyRight {
			stops = append(stops, Stop{Cursor: c, Start: -1, Conflict: -1})
		}
	}
	return stops
}
