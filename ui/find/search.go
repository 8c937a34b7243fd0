// Package find looks for words: on the page, with the line that they are typed
// into, and in all articles, with the list of what was found. Pages and articles
// go in; where the words are, the lights on them and screens come out.
package find

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"parallax/corpus/prose"
	"parallax/diffview"
	"parallax/ui/cell"
	"parallax/ui/look"
	"parallax/ui/page"
	"parallax/ui/session"
)

// maxHits is how many finds are counted and lit on a page. One letter is found
// tens of thousands of times in long texts.
const maxHits = 999

// A Search is what is searched for on the page, and where it was found.
type Search struct {
	query string         // "" when nothing is
	page  *page.Page     // for which the rest holds
	hits  []Hit          // those that are shown, from the top of the page to its end
	fold  int            // how many more are in lines that are folded
	more  bool           // there are more than maxHits
	at    int            // the hit that was gone to last
	going bool           // the first hit is to be gone to as soon as the page is there
	start session.Cursor // the sentence to look from then; of none: that which is read

	texts [2]plainText // by side: of the page's articles
}

// A plainText is an article's text as it is searched.
type plainText struct {
	text string // the article's
	cell.Spelling
	plain string
	at    []int32
}

// A Hit is a place where words were found.
type Hit struct {
	session.Cursor
	Span prose.Span
}

// For returns the search for words, on any page.
func For(query string) Search { return Search{query: query} }

// Query returns what is searched for, "" when nothing is.
func (s *Search) Query() string { return s.query }

// Hits returns the hits that are shown, from the top of the page to its end, and
// which of them was gone to last.
func (s *Search) Hits() (all []Hit, at int) { return s.hits, s.at }

// Folded reports whether there are hits in folded lines.
func (s *Search) Folded() bool { return s.fold > 0 }

// Type searches for other words. The first hit from a sentence on is to be gone
// to; of none, from that which is read.
func (s *Search) Type(query string, start session.Cursor) {
	*s = Search{query: query, texts: s.texts, going: true, start: start}
	if strings.TrimSpace(query) == "" {
		s.query = ""
	}
}

// Anew returns the search as it is before any page was searched.
func (s Search) Anew() Search {
	s.page = nil
	return s
}

// Turn searches a page, if it is another, on which a sentence is read, or none. It
// returns the hit to go to, if one is.
func (s *Search) Turn(p *page.Page, read session.Cursor, ok bool) (to Hit, going bool) {
	if s.query == "" || s.page == p {
		return to, false
	}
	s.look(p)
	going, s.going = s.going, false
	switch {
	case !ok || len(s.hits) == 0:
		return to, false
	case going:
		if s.start.Sentence != page.AnySentence {
			read = s.start
		}
		s.at, _ = s.from(read, 1)
	case s.hits[s.at].Cursor != read:
		s.at, _ = s.from(read, 1)
	}
	return s.hits[s.at], going
}

// Step goes to the hit after the one that was gone to last, or before it (by =
// -1); from the sentence that is read if that is another by now. It reports
// whether it went round at an end.
func (s *Search) Step(read session.Cursor, by int) (to Hit, round bool) {
	if s.hits[s.at].Cursor != read {
		s.at, round = s.from(read, by)
	} else {
		n := len(s.hits)
		round = s.at+by < 0 || s.at+by >= n
		s.at = (s.at + by + n) % n
	}
	return s.hits[s.at], round
}

// look searches a page.
func (s *Search) look(p *page.Page) {
	s.page, s.hits, s.fold, s.more = p, s.hits[:0], 0, false
	want := cell.NewQuery(s.query)
	for side, a := range p.Articles {
		t := &s.texts[side]
		if t.text != a.Text || t.Spelling != want.Spelling || t.at == nil {
			*t = plainText{text: a.Text, Spelling: want.Spelling}
			t.plain, t.at = want.Of(a.Text, true)
		}
		spans := want.Among(t.plain, t.at, maxHits+1)
		s.more = s.more || len(spans) > maxHits
		for _, span := range spans {
			i := sort.Search(len(a.Sentences), func(i int) bool { return a.Sentences[i].End > span.Start })
			if i == len(a.Sentences) {
				continue
			}
			c := session.Cursor{Side: diffview.Side(side), Sentence: i}
			if p.Extent(c).Folded {
				s.fold++
				continue
			}
			s.hits = append(s.hits, Hit{c, span})
		}
	}
	slices.SortStableFunc(s.hits, func(a, b Hit) int { return p.Above(a.Cursor, b.Cursor) })
	if len(s.hits) > maxHits {
		s.hits, s.more = s.hits[:maxHits], true
	}
	s.at = min(s.at, max(0, len(s.hits)-1))
}

// from returns the first hit in a sentence or after it (by = 1), or the last
// one before it (by = -1), going round at the ends; round tells that it did.
func (s *Search) from(c session.Cursor, by int) (at int, round bool) {
	n := len(s.hits)
	if by > 0 {
		at = sort.Search(n, func(i int) bool { return s.page.Above(s.hits[i].Cursor, c) >= 0 })
		return at % n, at == n
	}
	at = sort.Search(n, func(i int) bool { return s.page.Above(s.hits[i].Cursor, c) >= 0 }) - 1
	return (at + n) % n, at < 0
}

// Count says which hit one is at, of how many.
func (s *Search) Count() string {
	hidden := ""
	if s.fold > 0 {
		hidden = fmt.Sprintf("%d in folded lines", s.fold)
	}
	switch {
	case s.query == "":
		return ""
	case s.page == nil:
		return "still comparing"
	case len(s.hits) == 0 && s.fold > 0:
		return "only " + hidden
	case len(s.hits) == 0:
		return "not found"
	case s.more:
		return fmt.Sprintf("%d of more than %d", s.at+1, maxHits)
	case s.fold > 0:
		return fmt.Sprintf("%d of %d, and %s", s.at+1, len(s.hits), hidden)
	}
	return fmt.Sprintf("%d of %d", s.at+1, len(s.hits))
}

// Light lights the hits on the lines of the screen.
func (s *Search) Light(l *page.Lights, r *page.Viewport) {
	if s.query == "" || s.page != r.Page {
		return
	}
	for i, h := range s.hits {
		top := r.Top
		if r.Page.Of(h.Side) != r.Page {
			top = r.Beside
		}
		if e := r.Page.Extent(h.Cursor); e.First >= top+r.Height || e.Last <= top {
			continue
		}
		g := look.Found
		if i == s.at {
			g = look.FoundAt
		}
		l.Add(h.Side, h.Span, g)
	}
}
