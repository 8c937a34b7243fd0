package page

import (
	"strings"
	"unicode"

	"parallax/corpus/prose"
	"parallax/diffview"
	"parallax/ui/look"
	"parallax/ui/session"
)

// A phrase is words of a sentence with the words of a partner that correspond.
type phrase struct {
	Spans [2]prose.Span
	Kind  diffview.WordKind
	other diffview.Side // the partner's
}

// Phrases returns what corresponds in a sentence and its partners, as it is
// marked. Words that
// follow each other in both are one phrase, unless they are the same words.
func (p *Page) Phrases(c session.Cursor) (all, notSame []phrase) {
	for _, k := range p.Partners(c) {
		for _, w := range p.Links[k.Link].Words {
			if !p.isWord(w.Spans[0]) || !p.Corresponds(w) {
				continue
			}
			all = append(all, phrase{w.Spans, w.Kind, k.Side})
			// Small words correspond by their place, whatever they are.
			if w.Kind == diffview.Same || p.spelledAlike(w.Spans) {
				continue
			}
			if n := len(notSame); n > 0 && notSame[n-1].Kind == w.Kind && p.follows(notSame[n-1].Spans, w.Spans) {
				for side := range w.Spans {
					notSame[n-1].Spans[side].End = w.Spans[side].End
				}
				continue
			}
			notSame = append(notSame, phrase{w.Spans, w.Kind, k.Side})
		}
	}
	return all, notSame
}

// isWord reports whether a span of the left text is a word or a number: signs
// correspond, too, but say nothing.
func (p *Page) isWord(s prose.Span) bool {
	return strings.ContainsFunc(s.Of(p.Articles[0].Text), func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) })
}

// spelledAlike reports whether the left span reads as the right one.
func (p *Page) spelledAlike(spans [2]prose.Span) bool {
	return strings.EqualFold(spans[0].Of(p.Articles[0].Text), spans[1].Of(p.Articles[1].Text))
}

// follows reports whether only white space is between two pairs of spans, on
// both sides.
func (p *Page) follows(first, second [2]prose.Span) bool {
	for side, a := range p.Articles {
		if first[side].End > second[side].Start || strings.TrimSpace(a.Text[first[side].End:second[side].Start]) != "" {
			return false
		}
	}
	return true
}

// Light lights a sentence and its partners.
func (p *Page) Light(l *Lights, c session.Cursor) {
	if p.Extent(c).Folded || c.Sentence >= len(p.Articles[c.Side].Sentences) {
		return
	}
	l.Add(c.Side, p.Articles[c.Side].Sentences[c.Sentence].Span, look.Here)
	for _, k := range p.Partners(c) {
		l.Add(k.Side, p.Articles[k.Side].Sentences[k.Sentence].Span, look.Partner)
	}
}
