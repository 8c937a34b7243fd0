package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/corpus/fold"
	"parallax/corpus/prose"
)

// A line is one line of a text that is not blank, without the space around it.
type line struct {
	prose.Span
	text string // in the form it is compared in: not for offsets, nor to be shown
}

func linesOf(text string) []line {
	var out []line
	at := 0
	for l := range strings.Lines(text) {
		t := strings.TrimSpace(l)
		if !fold.Blank(t) {
			start := at + strings.Index(l, t)
			out = append(out, line{prose.Span{Start: start, End: start + len(t)}, fold.Letters(t)})
		}
		at += len(l)
	}
	return out
}

// closers may follow the full stop that ends a sentence.
const closers = `"'”’»)]`

// endsSentence reports whether a line ends as a sentence does.
func endsSentence(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, closers))
	return strings.ContainsRune(".!?…", r)
}

// isProse reports whether a line is surely running text: it ends as sentences
// do and is longer than headlines are, or much longer.
func isProse(s string) bool {
	n := utf8.RuneCountInString(s)
	return n > 200 || n > 60 && endsSentence(s)
}

// A region is a part of a text whose sentences are of a kind of their own.
type region struct {
	prose.Span
	kind prose.Kind
}

// assign makes each region one sentence of its kind: an address or a headline
// has points that end nothing. A sentence that reaches over an edge of a
// region, as where a furniture line was taken for the beginning of a
// paragraph, is cut there. Regions are in order, do not overlap, and begin and
// end with a character that is not white space.
func assign(text string, sentences []prose.Sentence, regions []region) []prose.Sentence {
	if len(regions) == 0 {
		return sentences
	}
	out := make([]prose.Sentence, 0, len(sentences)+2*len(regions))
	add := func(s prose.Sentence, start, end int, kind prose.Kind) {
		part := text[start:end]
		start += len(part) - len(strings.TrimLeftFunc(part, unicode.IsSpace))
		end -= len(part) - len(strings.TrimRightFunc(part, unicode.IsSpace))
		if start < end && !fold.Blank(text[start:end]) {
			s.Span, s.Kind = prose.Span{Start: start, End: end}, kind
			out = append(out, s)
		}
	}
	for _, s := range sentences {
		at := s.Start
		for len(regions) > 0 && regions[0].End <= at {
			regions = regions[1:]
		}
		for _, r := range regions {
			if r.Start >= s.End {
				break
			}
			add(s, at, max(at, r.Start), s.Kind)
			if n := len(out); n == 0 || out[n-1].Start != r.Start {
				add(s, r.Start, r.End, r.kind)
			}
			at = min(s.End, r.End)
		}
		add(s, at, s.End, s.Kind)
	}
	return renumber(out)
}

// renumber counts paragraphs anew: where the kind changes, one ends.
func renumber(sentences []prose.Sentence) []prose.Sentence {
	n, was := int32(0), int32(0)
	for i := range sentences {
		s := &sentences[i]
		if i > 0 && (s.Paragraph != was || s.Kind != sentences[i-1].Kind) {
			n++
		}
		was, s.Paragraph = s.Paragraph, n
	}
	return sentences
}

// hasDigit reports whether a text has a digit.
func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }
