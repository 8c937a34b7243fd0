package ui

import (
	"fmt"
	"strconv"
	"strings"

	"parallax/corpus"
	"parallax/diffview/layout"
)

// status returns the line below the text: what was just done, else what is
// being waited for, else what the current row is. Until the first key it says
// which keys there are.
func (m *model) status() string {
	seen := fmt.Sprintf(" %d %%", m.reader.seen())
	if m.source != nil && m.source.said != "" {
		seen = "  " + m.source.said + " · " + seen[1:]
	}
	width := max(0, m.width-2*m.chrome.indent-cells(m.method, seen))
	left := piece{plain, strings.Repeat(" ", m.chrome.indent)}
	var said []piece
	p := m.reader.page
	switch {
	case m.message != "":
		said = []piece{{strong, m.message}}
	case p == nil || p.pair != m.deck.wanted():
		w := m.deck.wanted()
		said = []piece{{quiet, "comparing " + outletOf(m.deck.articles[w[0]]) + " with " + outletOf(m.deck.articles[w[1]]) + " …"}}
	case !m.greeted:
		said = m.named(greeting)
	case len(p.rows) > 0:
		said = append(m.markHere(), m.explain(p, m.reader.current())...)
	}
	return m.compose(m.width, false, left, piece{plain, m.compose(width, true, said...)}, piece{quiet, seen})
}

// greeting is the keys to begin with.
var greeting = []hint{{nextPair, "next pair"}, {nextDifference, "next difference"}, {nextConflict, "next conflict"},
	{exportText, "export"}, {quit, "quit"}}

// relations says in words how the sides of a row stand to each other.
var relations = map[layout.Relation]string{
	layout.Same:      "word for word the same",
	layout.Similar:   "both report it",
	layout.Conflict:  "both report it, and they conflict",
	layout.Unsure:    "perhaps the same",
	layout.Furniture: "lines of the page, not compared",
	layout.Doubtful:  "perhaps not the article: a credit, an invitation, a pointer elsewhere; not compared",
	layout.Unlinked:  "the headlines say different things",
}

// explain says in words what a row is: its relation, where its sentences
// stand, the score of its best link and what speaks for it, the reasons of its
// conflicts.
func (m *model) explain(p *page, row int) []piece {
	r := p.rows[row]
	pieces := []piece{{sign, r.Relation.Sign() + " "}}
	if reasons := p.reasons(row); len(reasons) > 0 {
		pieces = append(pieces, piece{strong, strings.Join(reasons, "; ")})
	} else if said, ok := relations[r.Relation]; ok {
		pieces = append(pieces, piece{plain, said})
	} else if r.Relation == layout.OnlyLeft {
		pieces = append(pieces, piece{plain, "only " + outletOf(p.Articles[0]) + " says this"})
	} else {
		pieces = append(pieces, piece{plain, "only " + outletOf(p.Articles[1]) + " says this"})
	}
	if !r.Relation.Compared() {
		return pieces
	}
	var where []string
	for side, sentences := range r.Sentences {
		if len(sentences) > 0 {
			where = append(where, numbers(p.Articles[side], sentences))
		}
	}
	said := " · sentence " + strings.Join(where, " beside ")
	if best, ok := p.bestLink(row); ok {
		said += fmt.Sprintf(" · score %.2f", p.Links[best].Score)
		if r.Relation == layout.Similar || r.Relation == layout.Unsure {
			said += ": " + p.Why(best)
		}
	}
	return append(pieces, piece{quiet, said})
}

// numbers lists sentences as the gutter numbers them: by their place among the
// compared sentences of their article, from 1.
func numbers(a *corpus.Article, sentences []int) string {
	var list []string
	for _, s := range sentences {
		n := 0
		for i := range s + 1 {
			if a.Sentences[i].Kind.Compared() {
				n++
			}
		}
		list = append(list, strconv.Itoa(n))
	}
	return strings.Join(list, ", ")
}

// reasons returns the reasons of the conflicts found in a row.
func (p *page) reasons(row int) []string {
	var reasons []string
	for _, link := range p.rows[row].Links(p.Comparison) {
		for _, c := range p.Conflicts {
			switch {
			case c.Link == link && c.Update:
				reasons = append(reasons, "update: "+c.Reason)
			case c.Link == link:
				reasons = append(reasons, c.Reason)
			}
		}
	}
	return reasons
}

// bestLink returns a row's link of the best score, and whether it has one.
func (p *page) bestLink(row int) (best int, linked bool) {
	for _, link := range p.rows[row].Links(p.Comparison) {
		if !linked || p.Links[link].Score > p.Links[best].Score {
			best, linked = link, true
		}
	}
	return best, linked
}
