package coverage

import (
	"strings"

	"parallax/corpus/prose"
	"parallax/diffview"
	"parallax/diffview/lexicon"
)

// A Role says what a stretch of a fact's sentence is.
type Role uint8

const (
	Shared   Role = iota // another article that carries the fact has its words, too, or they carry no meaning of their own
	Only                 // no other article that carries the fact has them in it
	Disputed             // they are in conflict with others
)

// A Run is a stretch of a sentence with its role.
type Run struct {
	prose.Span
	Role Role
}

// Runs divides a sentence of a fact by what others that carry the fact have of
// its words. The runs tile the sentence, in order.
func (t *Table) Runs(fact int, at Place) []Run {
	f := &t.Facts[fact]
	others := t.wordsOfOthers(f, at.Article)
	a := t.Articles[at.Article]
	sentence := a.Sentences[at.Sentence].Span
	language := lexicon.Detect(a.Text)
	out := []Run{{prose.Span{Start: sentence.Start, End: sentence.Start}, Shared}}
	for _, w := range prose.Words(a.Text, sentence) {
		role := Shared
		stem, matters := stemOf(language, a.Text, w)
		switch {
		case t.disputed(f, at, w.Span):
			role = Disputed
		case matters && !others[stem]:
			role = Only
		}
		if last := &out[len(out)-1]; last.Role != role {
			if last.Role != Shared { // the space between is nobody's
				out = append(out, Run{prose.Span{Start: last.End, End: w.Start}, Shared})
			} else {
				last.End = w.Start
			}
			if role != Shared {
				out = append(out, Run{w.Span, role})
			}
		}
		out[len(out)-1].End = w.End
	}
	if last := &out[len(out)-1]; last.Role == Shared || last.End == sentence.End {
		last.End = sentence.End
	} else {
		out = append(out, Run{prose.Span{Start: last.End, End: sentence.End}, Shared})
	}
	if out[0].Len() == 0 {
		out = out[1:]
	}
	return out
}

// stemOf returns what a word is compared by, and whether it says anything by
// itself.
func stemOf(l lexicon.Language, text string, w prose.Word) (stem string, matters bool) {
	if w.Punct {
		return "", false
	}
	lower := strings.ToLower(w.Span.Of(text))
	return lexicon.StemIn(l, lower), !lexicon.Function(lexicon.LookupIn(l, lower))
}

// wordsOfOthers returns the stems of what the other articles say of a fact.
func (t *Table) wordsOfOthers(f *Fact, article int) map[string]bool {
	stems := make(map[string]bool)
	for i, c := range f.Cells {
		if i == article || len(c.Sentences) == 0 {
			continue
		}
		a := t.Articles[i]
		language := lexicon.Detect(a.Text)
		for _, s := range c.Sentences {
			for _, w := range prose.Words(a.Text, a.Sentences[s].Span) {
				stem, _ := stemOf(language, a.Text, w)
				stems[stem] = true
			}
		}
	}
	return stems
}

// disputed reports whether words of a sentence are in conflict with others.
func (t *Table) disputed(f *Fact, at Place, span prose.Span) bool {
	for _, d := range f.Disputes {
		if t.Disputes[d].Grade != diffview.Core {
			continue
		}
		for _, w := range t.Disputes[d].Words {
			if w.Place == at && w.Start < span.End && span.Start < w.End {
				return true
			}
		}
	}
	return false
}

// Figure returns what an article says in the place that is disputed, where that
// is short enough to stand in a cell of the table of so many bytes; "" where it
// is not, or nothing is disputed.
func (t *Table) Figure(fact, article, most int) string {
	for _, d := range t.Facts[fact].Disputes {
		if t.Disputes[d].Grade != diffview.Core {
			continue
		}
		for _, w := range t.Disputes[d].Words {
			if w.Article != article {
				continue
			}
			if said := prose.Fold(w.Span.Of(t.Articles[article].Text)); len(said) <= most {
				return said
			}
		}
	}
	return ""
}
