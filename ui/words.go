package ui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/prose"
	"parallax/diffview"
	"parallax/ui/keys"
	"parallax/ui/page"
	"parallax/ui/session"
)

// What lights up on the page: the sentence that is read with its partners, what
// was jumped to, and on demand the words that correspond.

// words says which words of the current sentence are lit.
type words struct {
	on   bool
	at   session.Cursor // the sentence they were asked for
	step int            // 0 all of them; else which of those that are not the same word, from 1
}

// showWords lights the words that correspond, then those that are not the same
// one after the other, and then none.
func (m *model) showWords() tea.Cmd {
	c, ok := m.cursor()
	if !ok {
		m.message = noSentence
		return nil
	}
	p := m.viewport.Page
	all, notSame := p.Phrases(c)
	switch {
	case len(all) == 0:
		m.words = words{}
		m.message = "no words of this sentence match words in " + p.NameOf(c.Side.Other())
	case !m.words.on || m.words.at != c:
		m.words = words{on: true, at: c}
	case m.words.step < len(notSame):
		m.words.step++
	default:
		m.words = words{}
	}
	return nil
}

// lit returns what stands out on the page.
func (m *model) lit() *page.Lights {
	var l page.Lights
	r := &m.viewport
	if r.Empty() {
		return &l
	}
	r.Page.Light(&l, r.Cursor)
	m.bookmarks.Light(&l)
	if m.words.on && m.words.at != r.Cursor {
		m.words.at, m.words.step = r.Cursor, 0
	}
	if m.words.on {
		all, notSame := r.Page.Phrases(r.Cursor)
		for _, f := range all {
			for side, s := range f.Spans {
				l.Add(diffview.Side(side), s, word)
			}
		}
		if at := m.words.step - 1; at >= 0 && at < len(notSame) {
			for side, s := range notSame[at].Spans {
				l.Add(diffview.Side(side), s, foundAt)
			}
		}
	}
	if m.landed.lit {
		for side, spans := range m.landed.Spans {
			for _, s := range spans {
				l.Add(diffview.Side(side), s, word)
			}
		}
	}
	m.find.Light(&l, r)
	return &l
}

// kindSaid says why words correspond that are not the same.
var kindSaid = map[diffview.WordKind]string{
	diffview.Stem: "another form of the word", diffview.Synonym: "a synonym",
	diffview.Related: "related in meaning, in the same place", diffview.Number: "the same number",
}

// explainWords says in words what is lit.
func (m *model) explainWords() []piece {
	p, c := m.viewport.Page, m.viewport.Cursor
	all, notSame := p.Phrases(c)
	if at := m.words.step - 1; at >= 0 && at < len(notSame) {
		f := notSame[at]
		own, theirs := p.Articles[c.Side].Text, p.Articles[c.Side.Other()].Text
		return []piece{
			plain.Of("“"), strong.Of(prose.Fold(f.Spans[c.Side].Of(own))), plain.Of("” here, “"),
			strong.Of(prose.Fold(f.Spans[c.Side.Other()].Of(theirs))), plain.Of("” there: " + kindSaid[f.Kind]),
			quiet.Of(fmt.Sprintf(" · %d of %d", at+1, len(notSame))),
		}
	}
	if len(all) == 0 {
		return []piece{quiet.Of("no words of this sentence match words in " + p.NameOf(c.Side.Other()))}
	}
	said := fmt.Sprintf("%d words correspond", len(all))
	switch len(notSame) {
	case 0:
		said += ", all of them the same"
	default:
		said += fmt.Sprintf("; %s steps through the %d that differ", m.Keys.KeyOf(keys.ShowWords), len(notSame))
	}
	return []piece{plain.Of(said)}
}
