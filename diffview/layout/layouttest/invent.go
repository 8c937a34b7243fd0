package layouttest

import (
	"math/rand/v2"
	"strings"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/diffview"
)

// Hard has every kind of word that a line can be cut or measured wrongly at.
var Hard = []string{
	"the", "ferry", "of", "214", "“sang,”", "Čermák", "o'clock", "e\u0301tude", "天気予報は晴れ", "👩‍👩‍👧", "🇲🇽🇺🇸", "❤️",
	"Donaudampfschifffahrtsgesellschaftskapitän", "https://coast-courier.example/a/very/long/address", "—", "{", "a\\", "हिन्दी", "\u200b", "नमस्ते",
}

// Invent makes a comparison of random articles, links, marks and conflicts: at
// most so many sentences an article, so many words a sentence.
func Invent(r *rand.Rand, sentences, words int, vocabulary []string) *diffview.Comparison {
	c := &diffview.Comparison{}
	for side := range c.Articles {
		c.Articles[side], c.Spans[side] = InventArticle(r, r.IntN(sentences+1), words, vocabulary)
	}
	for i, s := range c.Articles[0].Sentences {
		for j, u := range c.Articles[1].Sentences {
			if s.Kind.Compared() && u.Kind.Compared() && r.IntN(2+sentences/2) == 0 {
				c.Links = append(c.Links, diffview.Link{Sentences: [2]int{i, j}, Score: float64(r.IntN(10)) / 10, Sure: r.IntN(2) == 0})
			}
		}
	}
	for k, link := range c.Links {
		if r.IntN(5) == 0 {
			spans := [2]prose.Span{c.Articles[0].Sentences[link.Sentences[0]].Span, c.Articles[1].Sentences[link.Sentences[1]].Span}
			c.Conflicts = append(c.Conflicts, diffview.Conflict{Spans: spans, Reason: "one against the other", Link: k})
		}
	}
	return c
}

// InventArticle makes an article of so many sentences with spans that tile them.
func InventArticle(r *rand.Rand, sentences, words int, vocabulary []string) (*corpus.Article, []diffview.Span) {
	a, spans := &corpus.Article{}, []diffview.Span(nil)
	var text strings.Builder
	paragraph := 0
	for i := range sentences {
		s := prose.Sentence{}
		if i == 0 && r.IntN(2) == 0 {
			s.Kind = prose.Title
		} else if r.IntN(5) == 0 {
			s.Kind = [...]prose.Kind{prose.Furniture, prose.Doubtful}[r.IntN(2)]
		}
		if r.IntN(2) == 0 {
			paragraph++
			text.WriteString("\n\n")
		}
		s.Paragraph, s.Start = int32(paragraph), text.Len()
		for w := range 1 + r.IntN(words) {
			if w > 0 {
				text.WriteString([]string{" ", " ", " ", "\n", "  ", "\u00a0"}[r.IntN(6)])
			}
			text.WriteString(vocabulary[r.IntN(len(vocabulary))])
		}
		s.End = text.Len()
		text.WriteString(" ")
		a.Sentences = append(a.Sentences, s)
	}
	a.Text = text.String()
	for _, s := range a.Sentences {
		for at := s.Start; at < s.End && s.Kind.Compared(); {
			end := min(s.End, at+1+r.IntN(20))
			for end < s.End && a.Text[end]&0xC0 == 0x80 { // not inside a character
				end++
			}
			span := diffview.Span{Span: prose.Span{Start: at, End: end}, Mark: diffview.Mark(r.IntN(3))}
			if span.Mark == diffview.Differ {
				span.Strength = diffview.Strength(1 + r.IntN(2))
			}
			spans = append(spans, span)
			at = end
		}
	}
	return a, spans
}
