package ui

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/prose"
	"parallax/diffview"
	"parallax/ui/cell"
	"parallax/ui/keys"
	"parallax/ui/page"
	"parallax/ui/session"
)

// maxHits is how many finds are counted and lit on a page. One letter is found
// tens of thousands of times in long texts.
const maxHits = 999

// A search is what is searched for on the page, and where it was found.
type search struct {
	query string         // "" when nothing is
	page  *page.Page     // for which the rest holds
	hits  []hit          // those that are shown, from the top of the page to its end
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

// A hit is a place where a query was found.
type hit struct {
	session.Cursor
	span prose.Span
}

// look searches a page.
func (s *search) look(p *page.Page) {
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
			s.hits = append(s.hits, hit{c, span})
		}
	}
	slices.SortStableFunc(s.hits, func(a, b hit) int { return p.Above(a.Cursor, b.Cursor) })
	if len(s.hits) > maxHits {
		s.hits, s.more = s.hits[:maxHits], true
	}
	s.at = min(s.at, max(0, len(s.hits)-1))
}

// from returns the first hit in a sentence or after it (by = 1), or the last
// one before it (by = -1), going round at the ends; round tells that it did.
func (s *search) from(c session.Cursor, by int) (at int, round bool) {
	n := len(s.hits)
	if by > 0 {
		at = sort.Search(n, func(i int) bool { return s.page.Above(s.hits[i].Cursor, c) >= 0 })
		return at % n, at == n
	}
	at = sort.Search(n, func(i int) bool { return s.page.Above(s.hits[i].Cursor, c) >= 0 }) - 1
	return (at + n) % n, at < 0
}

// next returns the hit after the one that was gone to last, or before it; from
// the sentence that is read if that is another by now.
func (s *search) next(c session.Cursor, by int) (at int, round bool) {
	if s.hits[s.at].Cursor != c {
		return s.from(c, by)
	}
	at = s.at + by
	return (at + len(s.hits)) % len(s.hits), at < 0 || at >= len(s.hits)
}

// count says which hit one is at, of how many.
func (s *search) count() string {
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

// light lights the hits on the lines of the screen.
func (s *search) light(l *page.Lights, r *page.Viewport) {
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
		g := found
		if i == s.at {
			g = foundAt
		}
		l.Add(h.Side, h.span, g)
	}
}

// refind searches the page that is shown now, if it is another.
func (m *model) refind() {
	s, p := &m.find, m.pageRead()
	if s.query == "" || p == nil || s.page == p {
		return
	}
	s.look(p)
	going := s.going
	s.going = false
	c, ok := m.cursor()
	switch {
	case !ok || len(s.hits) == 0:
	case going:
		if s.start.Sentence != page.AnySentence {
			c = s.start
		}
		at, _ := s.from(c, 1)
		m.goToHit(at)
	case s.hits[s.at].Cursor != c:
		s.at, _ = s.from(c, 1)
	}
}

// goToHit goes to a hit.
func (m *model) goToHit(at int) {
	s := &m.find
	s.at = at
	h := s.hits[at]
	m.viewport.GoTo(h.Cursor)
	m.viewport.SeeByte(h.Side, h.span.Start)
}

// findBy goes to the next find in a direction, and says which of them it is.
func findBy(by int) func(*model) tea.Cmd {
	return func(m *model) tea.Cmd {
		s := &m.find
		c, ok := m.cursor()
		switch {
		case s.query == "":
			m.message = "no search yet; press " + m.Keys.KeyOf(keys.FindHere)
		case !ok:
			m.message = noSentence
		case len(s.hits) == 0:
			m.message = m.counted()
		default:
			at, round := s.next(c, by)
			m.goToHit(at)
			m.message = m.counted()
			if round && len(s.hits) > 1 {
				m.message += map[int]string{1: " · wrapped to the top", -1: " · wrapped to the end"}[by]
			}
		}
		return nil
	}
}

// counted says which find one is at, and how to see those that are not shown.
func (m *model) counted() string {
	s := &m.find
	said := "“" + s.query + "”: " + s.count()
	if s.fold == 0 {
		return said
	}
	var unfold []string
	if !m.furniture {
		unfold = append(unfold, m.Keys.KeyOf(keys.ToggleFurniture))
	}
	if m.agreed {
		unfold = append(unfold, m.Keys.KeyOf(keys.FoldAgreed))
	}
	if len(unfold) > 0 {
		said += " (" + strings.Join(unfold, " or ") + " unfolds)"
	}
	return said
}
