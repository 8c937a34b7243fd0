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

// A Saying is a sentence in which an article tells a fact.
type Saying struct {
	Place
	Runs []Run // they tile the sentence, in order
}

// Said returns what each article says of a fact, by article and then in order,
// each sentence divided by what the others that carry the fact have of its
// words.
func (t *Table) Said(fact int) (all []Saying) {
	f := &t.Facts[fact]
	v := t.vocabulary(f)
	for i, c := range f.Cells {
		for _, s := range c.Sentences {
			p := Place{i, s}
			all = append(all, Saying{p, t.runs(f, p, v)})
		}
	}
	return all
}

// A vocabulary is the words in which a fact is told.
type vocabulary struct {
	languages []lexicon.Language // by article that carries it
	has       []map[string]bool  // by article: the stems of its words
	carriers  map[string]int     // by stem: how many articles have it
}

func (t *Table) vocabulary(f *Fact) *vocabulary {
	v := &vocabulary{make([]lexicon.Language, len(f.Cells)), make([]map[string]bool, len(f.Cells)), make(map[string]int)}
	for i, c := range f.Cells {
		if len(c.Sentences) == 0 {
			continue
		}
		a := t.Articles[i]
		v.languages[i], v.has[i] = lexicon.Detect(a.Text), make(map[string]bool)
		for _, s := range c.Sentences {
			for _, w := range prose.Words(a.Text, a.Sentences[s].Span) {
				if stem, _ := stemOf(v.languages[i], a.Text, w); !v.has[i][stem] {
					v.has[i][stem] = true
					v.carriers[stem]++
				}
			}
		}
	}
	return v
}

// runs divides a sentence.
func (t *Table) runs(f *Fact, at Place, v *vocabulary) []Run {
	a := t.Articles[at.Article]
	sentence := a.Sentences[at.Sentence].Span
	out := []Run{{prose.Span{Start: sentence.Start, End: sentence.Start}, Shared}}
	for _, w := range prose.Words(a.Text, sentence) {
		role := Shared
		stem, matters := stemOf(v.languages[at.Article], a.Text, w)
		switch {
		case t.disputed(f, at, w.Span):
			role = Disputed
		case matters && v.carriers[stem] < 2:
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
