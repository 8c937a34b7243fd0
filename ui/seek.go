package ui

import (
	"slices"
	"sort"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/prose"
	"parallax/diffview"
	"parallax/diffview/layout"
	"parallax/ui/session"
)

// A stop is a place on a page that a jump goes to: a sentence, and the words
// in it that the jump was for.
type stop struct {
	session.Cursor
	start    int             // the first byte of those words; -1 for a whole sentence
	spans    [2][]prose.Span // by side: what lights up
	conflict int             // an index into the comparison's Conflicts, or -1
}

// onlyOne names the stops of sentences that only one article has.
const onlyOne = "sentence that only one has"

// noSentence answers what is asked of a sentence where there is none.
const noSentence = "there is no sentence to read in this pair"

// A landing is the stop that was gone to, for as long as its sentence is read.
type landing struct {
	stop
	what  string // what was sought: "conflict"
	n, of int    // it is stop n of so many, from 1
	lit   bool   // until the next key
}

// seek jumps to the next of what finds, or says that there is none.
func seek(by int, what string, find func(*page, diffview.Side) []stop) func(*model) tea.Cmd {
	return func(m *model) tea.Cmd {
		p := m.reader.page
		if m.reader.empty() {
			m.message = noSentence
			return nil
		}
		focus := m.reader.focus
		stops := find(p, focus)
		at := m.nextStop(stops, by, what)
		switch {
		case at >= 0:
			m.reader.visit(stops[at].Cursor)
			m.landed = landing{stops[at], what, at + 1, len(stops), true}
			return nil
		case len(stops) == 0 && p.key.view.Apart:
			m.message = "no " + what + " in this article"
		case len(stops) == 0:
			m.message = "no " + what + " in this pair"
		case by > 0:
			m.message = "no " + what + " further down"
		default:
			m.message = "no " + what + " further up"
		}
		return nil
	}
}

// nextStop returns the first of the stops beyond where the reader is, in a
// direction; -1 when there is none. From a stop it goes on to the next, even in
// the same sentence; a sentence that was come to otherwise is not passed over.
func (m *model) nextStop(stops []stop, by int, what string) int {
	p, focus := m.reader.page, m.reader.focus
	here, start := p.index(focus, m.reader.Cursor), -1
	if m.landed.what == what && m.landed.Cursor == m.reader.Cursor {
		start = m.landed.start
	}
	beyond := sort.Search(len(stops), func(i int) bool {
		at := p.index(focus, stops[i].Cursor)
		return at > here || at == here && stops[i].start > start
	})
	if by > 0 {
		if beyond < len(stops) {
			return beyond
		}
		return -1
	}
	for i := beyond - 1; i >= 0; i-- {
		if at := p.index(focus, stops[i].Cursor); at < here || at == here && stops[i].start < start {
			return i
		}
	}
	return -1
}

// conflictStops returns a stop for each conflict.
func (p *page) conflictStops(focus diffview.Side) []stop {
	by := map[int][]stop{}
	for k, c := range p.Conflicts {
		if c.Update {
			continue
		}
		s := p.Links[c.Link].Sentences[focus]
		by[s] = append(by[s], stop{session.Cursor{Side: focus, Sentence: s}, c.Spans[focus].Start,
			[2][]prose.Span{{c.Spans[0]}, {c.Spans[1]}}, k})
	}
	var stops []stop
	for _, c := range p.order[focus] {
		if c.Side == focus {
			slices.SortStableFunc(by[c.Sentence], func(a, b stop) int { return a.start - b.start })
			stops = append(stops, by[c.Sentence]...)
		}
	}
	return stops
}

// differenceStops returns a stop for each linked sentence of a side that has
// words said otherwise on the other.
func (p *page) differenceStops(focus diffview.Side) []stop {
	var stops []stop
	for _, c := range p.order[focus] {
		if c.Side != focus || len(p.Partners(c)) == 0 {
			continue
		}
		if spans := p.differing(c); len(spans) > 0 {
			s := stop{Cursor: c, start: spans[0].Start, conflict: -1}
			s.spans[focus] = spans
			stops = append(stops, s)
		}
	}
	return stops
}

// differing returns what in a sentence the other article says otherwise. Spans
// are in the order of the text, so the sentence's are found by halving.
func (p *page) differing(c session.Cursor) []prose.Span {
	spans := p.Spans[c.Side]
	within := p.Articles[c.Side].Sentences[c.Sentence].Span
	first := sort.Search(len(spans), func(i int) bool { return spans[i].End > within.Start })
	var found []prose.Span
	for _, s := range spans[first:] {
		if s.Start >= within.End {
			break
		}
		if s.Mark == diffview.Differ {
			// Spans tile the text, the space behind a word included.
			words := strings.TrimRight(s.Of(p.Articles[c.Side].Text), " ")
			found = append(found, prose.Span{Start: s.Start, End: s.Start + len(words)})
		}
	}
	return found
}

// onlyStops returns a stop for each sentence that only one article has.
func (p *page) onlyStops(focus diffview.Side) []stop {
	var stops []stop
	for _, c := range p.order[focus] {
		if r := p.rows[p.extent(c).row].Relation; r == layout.OnlyLeft || r == layout.OnlyRight {
			stops = append(stops, stop{Cursor: c, start: -1, conflict: -1})
		}
	}
	return stops
}
