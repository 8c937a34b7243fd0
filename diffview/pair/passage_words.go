package pair

import (
	"parallax/diffview/arena"
	"parallax/diffview/lexicon"
	"parallax/diffview/quote"
	"parallax/diffview/sides"
)

// sharedWords aligns the words of two passages, by the heaviest common
// subsequence.
func (m *Pair) sharedWords(i, j int) SharedPassage {
	s := m.align(m.Quoted[sides.Left].Passages[i].Words, m.Quoted[sides.Right].Passages[j].Words)
	s.Passages = [2]int{i, j}
	return s
}

// align aligns the words of two passages in order.
func (m *Pair) align(x, y []quote.Word) (s SharedPassage) {
	x, y = x[:min(len(x), maxPassage)], y[:min(len(y), maxPassage)]
	width := len(y) + 1
	best := arena.Make[float32](m.Arena, (len(x)+1)*width)
	gain := func(a, b int) float32 {
		s := m.likeWords(x[a], y[b])
		if s > 0 && !x[a].Content {
			s *= functionWorth
		}
		if s > 0 && a+1 < len(x) && b+1 < len(y) && x[a+1].Text == y[b+1].Text {
			s += runWorth
		}
		return float32(s)
	}
	for a := len(x) - 1; a >= 0; a-- {
		for b := len(y) - 1; b >= 0; b-- {
			v := max(best[(a+1)*width+b], best[a*width+b+1])
			if g := gain(a, b); g > 0 {
				v = max(v, g+best[(a+1)*width+b+1])
			}
			best[a*width+b] = v
		}
	}
	for a, b := 0, 0; a < len(x) && b < len(y); {
		switch g := gain(a, b); {
		case g > 0 && best[a*width+b] == g+best[(a+1)*width+b+1]:
			s.words = append(s.words, [2]int{a, b})
			a, b = a+1, b+1
		case best[a*width+b] == best[(a+1)*width+b]:
			a++
		default:
			b++
		}
	}
	closeUp(s.words, x, y)
	s.words = withoutCrumbs(s.words, x)
	s.measure(x, y)
	return s
}

// closeUp moves words that are far from the next aligned ones to where the same
// word stands right before those: the first "we" of "we will look, and we will see"
// is not that of "we will see".
func closeUp(words [][2]int, x, y []quote.Word) {
	for k := len(words) - 2; k >= 0; k-- {
		w, next := &words[k], words[k+1]
		switch {
		case w[1] == next[1]-1 && w[0] < next[0]-1 && x[next[0]-1].Text == x[w[0]].Text:
			w[0] = next[0] - 1
		case w[0] == next[0]-1 && w[1] < next[1]-1 && y[next[1]-1].Text == y[w[1]].Text:
			w[1] = next[1] - 1
		}
	}
}

const (
	functionWorth = .4  // of a function word in both, against a content word
	runWorth      = .05 // more when the next words are the same too: a word is aligned where its neighbours are
)

// withoutCrumbs drops function words that are alone between differing
// words: that both have "of" somewhere tells nothing. One word put in or
// exchanged beside them leaves them where they are.
func withoutCrumbs(words [][2]int, x []quote.Word) [][2]int {
	beside := func(k, l int) bool {
		if l < 0 || l >= len(words) {
			return false
		}
		d, e := (words[k][0]-words[l][0])*(k-l), (words[k][1]-words[l][1])*(k-l)
		return max(d, e) <= 2 || min(d, e) == 1 && max(d, e) <= 1+mostInserted
	}
	var out [][2]int
	for k, w := range words {
		if x[w[0]].Content || beside(k, k-1) || beside(k, k+1) {
			out = append(out, w)
		}
	}
	return out
}

// worth is how much a word counts: a content word twice.
func worth(w quote.Word) float64 {
	if w.Content {
		return 2
	}
	return 1
}

// measure works out which share of the shorter passage both have.
func (s *SharedPassage) measure(x, y []quote.Word) {
	var both, left, right float64
	for _, w := range s.words {
		both += worth(x[w[0]])
		if x[w[0]].Content {
			s.Content++
		}
	}
	for _, w := range x {
		left += worth(w)
	}
	for _, w := range y {
		right += worth(w)
	}
	s.Share = min(1, both/max(1, min(left, right)))
}

// The likeness of two words of what may be one quotation.
const (
	sameWord  = 1
	otherForm = .7 // another form or spelling
)

// likeWords says how like two words of two quotations are, 0 to 1.
func (m *Pair) likeWords(x, y quote.Word) float64 {
	if x.Text == y.Text || x.Spelled == y.Spelled {
		return sameWord
	}
	l, r := m.Docs[sides.Left], m.Docs[sides.Right]
	a, b := &l.Tokens[x.Token], &r.Tokens[y.Token]
	if a.Quantity >= 0 && b.Quantity >= 0 && l.Quantities[a.Quantity].Equal(r.Quantities[b.Quantity]) {
		return sameWord
	}
	if x.Text == "'s" && (y.Text == "is" || y.Text == "has" || y.Text == "us") || y.Text == "'s" && (x.Text == "is" || x.Text == "has" || x.Text == "us") ||
		x.Text == "'d" && (y.Text == "would" || y.Text == "had") || y.Text == "'d" && (x.Text == "would" || x.Text == "had") {
		return sameWord
	}
	if !x.Content || !y.Content {
		return 0
	}
	if m.Terms[sides.Left][x.Token] == m.Terms[sides.Right][y.Token] || lexicon.Relate(a.Entry, b.Entry) <= lexicon.SameLemma && a.Entry.Known() && b.Entry.Known() {
		return otherForm
	}
	if similarSpelling(x.Text, y.Text) && (!a.Entry.Known() || !b.Entry.Known()) {
		return otherForm
	}
	return 0
}
