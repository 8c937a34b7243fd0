package mark

import (
	"slices"

	"parallax/diffview/align"
	"parallax/diffview/doc"
	"parallax/diffview/sides"
)

// turned returns pairs of small words that stand by the same word in the two
// sentences of a link and exclude each other: "went up", "went down". The
// alignment need not pair them: where the order is another it leaves small words
// to their neighbours.
func (w *witness) turned(l linked) (out []align.Aligned) {
	ls, rs := w.Docs[sides.Left].Sentences[l.f.Link.Left], w.Docs[sides.Right].Sentences[l.f.Link.Right]
	for i := ls.First; i < ls.Last; i++ {
		x := &w.Docs[sides.Left].Tokens[i]
		if x.Class != doc.Function || turningSets()[x.Text] == nil || hasText(w.Docs[sides.Right], rs, x.Text) {
			continue
		}
		for j := rs.First; j < rs.Last; j++ {
			y := &w.Docs[sides.Right].Tokens[j]
			if y.Class != doc.Function || !ofOneSet(turningSets(), x.Text, y.Text) || hasText(w.Docs[sides.Left], ls, y.Text) || !w.beside(l.f.Words, i, j) {
				continue
			}
			if at := [2]int{i, j}; !slices.ContainsFunc(l.all, func(a align.Aligned) bool { return a.Tokens == at }) {
				out = append(out, align.Aligned{Tokens: at, Kind: sides.Related})
			}
		}
	}
	return out
}

// beside reports whether right before tokens i and j, or right after them, there
// is one word that carries meaning.
func (w *witness) beside(words []align.Aligned, i, j int) bool {
	return slices.ContainsFunc(words, func(a align.Aligned) bool {
		d, e := a.Tokens[sides.Left]-i, a.Tokens[sides.Right]-j
		return w.oneWord(a) && d == e && (d == 1 || d == -1)
	})
}

// hasText reports whether a sentence has a word.
func hasText(p *doc.Doc, s doc.Sentence, text string) bool {
	return slices.ContainsFunc(p.Tokens[s.First:s.Last], func(t doc.Token) bool { return t.Text == text })
}
