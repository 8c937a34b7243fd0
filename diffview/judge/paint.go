package judge

import (
	"slices"
	"sort"
	"strings"
	"unicode"

	"parallax/corpus/fold"
	"parallax/corpus/prose"
	"parallax/diffview"
	"parallax/diffview/numeral"
)

// A painter changes the marks of a comparison. They go on tiling every sentence.
type painter struct {
	c     *diffview.Comparison
	spans [2][]diffview.Span
}

func newPainter(c *diffview.Comparison) *painter {
	return &painter{c: c, spans: c.Spans}
}

// A look is the mark of one word.
type look struct {
	mark     diffview.Mark
	strength diffview.Strength
}

// sentences marks the sentences of which the judge says what only they have: those
// words are details, and the others the other article says too. Sentences without
// a sure link keep their marks, and so does what is exact.
func (p *painter) sentences(only []foundOnly, differ [2]map[int]bool) {
	has := linked(p.c)
	for _, o := range only {
		if !has[o.side][o.sentence] {
			continue
		}
		numbers := p.numbers(o.side, o.sentence)
		whole := p.quotedWhole(o.side)
		p.repaint(o.side, o.sentence, func(w prose.Word, was look) look {
			word := fold.String(w.Of(p.c.Articles[o.side].Text))
			number := strings.ContainsFunc(word, unicode.IsDigit) || numeral.Begins(strings.ToLower(word))
			switch {
			case was.strength == diffview.Conflicting:
				return was
			case was.mark == diffview.Agree && (number || overlaps(w.Span, whole)):
				return was // both have exactly this
			case overlaps(w.Span, o.words):
				return look{mark: diffview.Detail}
			case number && !numbers[strings.ToLower(word)]:
				return was // another number is not the same, whoever says so
			case was.mark == diffview.Differ && differ[o.side][o.sentence]:
				return was
			}
			return look{}
		})
	}
}

// numbers returns the words, in small letters, that the partners of a sentence have.
func (p *painter) numbers(side diffview.Side, sentence int) map[string]bool {
	other, has := side.Other(), make(map[string]bool)
	text := p.c.Articles[other].Text
	for _, s := range partners(p.c, side, sentence) {
		for _, w := range prose.Words(text, p.c.Articles[other].Sentences[s].Span) {
			has[strings.ToLower(fold.String(w.Of(text)))] = true
		}
	}
	return has
}

// quotedWhole returns the quotations of a side that both print in full.
func (p *painter) quotedWhole(side diffview.Side) (whole []prose.Span) {
	for _, q := range p.c.Quotations()[side] {
		if q.Standing == diffview.Whole {
			whole = append(whole, q.Span)
		}
	}
	return whole
}

// conflict marks the words of a conflict on both sides.
func (p *painter) conflict(x foundConflict) {
	strength := diffview.Wording
	if x.core {
		strength = diffview.Conflicting
	}
	for side, s := range x.spans {
		p.repaint(diffview.Side(side), x.sentences[side], func(w prose.Word, was look) look {
			if w.Overlaps(s) && was.strength != diffview.Conflicting {
				return look{diffview.Differ, strength}
			}
			return was
		})
	}
}

// repaint gives the words of a sentence new marks. A sign of punctuation goes with
// the word before it, unless what comes after is marked alike and differs; white
// space goes with what is before it.
func (p *painter) repaint(side diffview.Side, sentence int, paint func(w prose.Word, was look) look) {
	a := p.c.Articles[side]
	at := a.Sentences[sentence].Span
	words := prose.Words(a.Text, at)
	if len(words) == 0 {
		return
	}
	marks := make([]look, len(words))
	changed := false
	for n, w := range words {
		was := p.at(side, w.Start)
		marks[n] = was
		if !w.Punct {
			marks[n] = paint(w, was)
		}
		changed = changed || marks[n] != was
	}
	if !changed {
		return
	}
	follow(words, marks)
	var out []diffview.Span
	for n, w := range words {
		if last := len(out) - 1; last >= 0 {
			out[last].End = w.Start
			if out[last].Mark == marks[n].mark && out[last].Strength == marks[n].strength {
				continue
			}
		}
		out = append(out, diffview.Span{Span: prose.Span{Start: w.Start, End: w.End}, Mark: marks[n].mark, Strength: marks[n].strength})
	}
	out[0].Start, out[len(out)-1].End = at.Start, at.End
	spans := p.spans[side]
	from := sort.Search(len(spans), func(n int) bool { return spans[n].End > at.Start })
	to := from + sort.Search(len(spans)-from, func(n int) bool { return spans[from+n].Start >= at.End })
	p.spans[side] = slices.Concat(spans[:from], out, spans[to:])
}

// follow gives punctuation the mark of the word before it, or of the word after it
// where there is none. What differs keeps to its own words.
func follow(words []prose.Word, marks []look) {
	for n := len(words) - 1; n >= 0; n-- { // the signs a sentence begins with
		if words[n].Punct && n+1 < len(words) {
			marks[n] = marks[n+1]
		}
	}
	for n, w := range words {
		if !w.Punct || n == 0 {
			continue
		}
		before, after := marks[n-1], marks[n]
		switch {
		case before == after, before.mark != diffview.Differ:
			marks[n] = before
		case after.mark == diffview.Differ || n+1 == len(words):
			marks[n] = look{mark: diffview.Detail}
		}
	}
}

// at returns the mark at a byte of an article.
func (p *painter) at(side diffview.Side, offset int) look {
	spans := p.spans[side]
	n := sort.Search(len(spans), func(n int) bool { return spans[n].End > offset })
	if n == len(spans) || spans[n].Start > offset {
		return look{mark: diffview.Detail}
	}
	return look{spans[n].Mark, spans[n].Strength}
}
