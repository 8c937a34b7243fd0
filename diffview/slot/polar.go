package slot

import (
	"sync"

	"parallax/diffview/arena"
	"parallax/diffview/budget"
	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
	"parallax/diffview/sides"
)

// Words that turn a sentence round: opposites, and "cannot" for "can". Denied
// opposites say the same: "not clear", "unclear".

// opposites are small words that exclude each other, a set a line. Those that
// carry meaning are in the lexicon.
var opposites = sync.OnceValue(func() map[string][]int {
	return sets(`for against
with without
up down
before after
above below
inside outside
all none
all few
most few
many few
every no
both neither
always never
yes no
more less
more fewer
won lost
right wrong
killed wounded
killed injured
true false
good bad
best worst
better worse
great terrible
acquitted convicted
guilty innocent
confirmed denied
approved rejected
passed failed
increase decrease
increased decreased
rose fell
rise fall
gained lost
alive dead
allowed banned
men women
old new
north south
east west
won lost`)
})

// turners returns, by side and sentence, the words that can turn it round: they
// have an opposite in the other article, or can be denied.
func (m *matcher) turners() (out [2][][]int) {
	opposite := arena.Make[bool](m.Arena, len(m.TermTokens)) // by term
	for t, related := range m.Related {
		for _, u := range related {
			opposite[t] = opposite[t] || u.Relation == lexicon.Antonym
		}
	}
	for side, d := range m.Docs {
		out[side] = arena.Make[[]int](m.Arena, len(d.Sentences))
		all := arena.Empty[int](m.Arena, len(d.Tokens))
		for n, s := range d.Sentences {
			from := len(all)
			for k := s.First; k < s.Last; k++ {
				if t := &d.Tokens[k]; t.Class != doc.Punctuation && (m.Terms[side][k] >= 0 && opposite[m.Terms[side][k]] || modals.Has(t.Text) || t.Text == "cannot" || opposites()[t.Text] != nil) {
					all = append(all, k)
				}
			}
			out[side][n] = all[from:]
		}
	}
	return out
}

// opposed reports whether two words exclude each other.
func opposed(x, y *doc.Token) bool {
	if x.Text != y.Text && together(opposites(), x.Text, y.Text) {
		return true
	}
	return x.Class == doc.Content && y.Class == doc.Content && !x.Upper && !y.Upper && x.Quantity < 0 && y.Quantity < 0 &&
		lexicon.Relate(x.Entry, y.Entry) == lexicon.Antonym
}

// polarScore is the least score of two sentences whose words are looked at.
const polarScore = .1

// stepsOfTurn is what it costs to look at two words.
const stepsOfTurn = 100

// polar returns the pairs of words that turn one sentence against another.
func (m *matcher) polar(b *budget.Budget) (out []Rival, err error) {
	l, r := m.Docs[sides.Left], m.Docs[sides.Right]
	words := m.turners()
	for _, p := range m.scores.pairs {
		i, j := p.at[sides.Left], p.at[sides.Right]
		s, t := l.Sentences[i], r.Sentences[j]
		if len(words[sides.Left][i]) == 0 || len(words[sides.Right][j]) == 0 || p.score < polarScore || max(s.Length(), t.Length()) > longest {
			continue
		}
		if err := b.Spend((stepsOfTurn + s.Length() + t.Length()) * len(words[sides.Left][i]) * len(words[sides.Right][j])); err != nil {
			return nil, err
		}
		for _, x := range words[sides.Left][i] {
			for _, y := range words[sides.Right][j] {
				if v, ok := m.turned(s, t, x, y); ok {
					v[sides.Left].Sentence, v[sides.Right].Sentence = i, j
					out = append(out, Rival{Kind: Word, Values: v})
				}
			}
		}
	}
	return out, nil
}

// turned returns the words at two tokens where the one turns the other round.
func (m *matcher) turned(s, t doc.Sentence, x, y int) (v [2]Value, ok bool) {
	l, r := m.Docs[sides.Left], m.Docs[sides.Right]
	a, b := &l.Tokens[x], &r.Tokens[y]
	v = [2]Value{{First: x, Last: x + 1}, {First: y, Last: y + 1}}
	if word, denied := modal(l, x); word != "" {
		other, deniedThere := modal(r, y)
		if word != other || denied == deniedThere {
			return v, false
		}
		for side, not := range [2]bool{denied, deniedThere} {
			if k := v[side].First; not && m.Docs[side].Tokens[k].Text != "cannot" {
				v[side].Last = k + 2
			}
		}
		// The same is said of the same verb, and no sentence says both.
		return v, m.verbAfter(v) && !m.says(sides.Left, s, word, !denied, v[0].Last) && !m.says(sides.Right, t, word, !deniedThere, v[1].Last)
	}
	if !opposed(a, b) || m.hasTerm(sides.Right, t, m.Terms[sides.Left][x]) || m.hasTerm(sides.Left, s, m.Terms[sides.Right][y]) ||
		deniedBefore(l, s, x) || deniedBefore(r, t, y) || l.TextAt(x+1, s.Last) == "-" || r.TextAt(y+1, t.Last) == "-" {
		return v, false
	}
	if leaning.Has(a.Text) { // "voted for", "voted against"
		return v, x > s.First && y > t.First && m.Terms[sides.Left][x-1] >= 0 && m.Terms[sides.Left][x-1] == m.Terms[sides.Right][y-1]
	}
	return v, true
}

// leaning are the opposites that say nothing without the word before them.
var leaning = lexicon.WordSet("for against with without up down above below inside outside")

// deniedReach is how far before a word its denial stands.
const deniedReach = 3

// deniedBefore reports whether a word is denied.
func deniedBefore(d *doc.Doc, s doc.Sentence, k int) bool {
	for n := k - 1; n >= max(s.First, k-deniedReach); n-- {
		switch d.Tokens[n].Text {
		case "not", "n't", "no", "never", "cannot", "neither", "nor", "hardly":
			return true
		}
	}
	return false
}

// verbAfter reports whether the next word of meaning is the same after both.
func (m *matcher) verbAfter(v [2]Value) bool {
	var next [2]int
	for side, d := range m.Docs {
		next[side] = -1
		for k := v[side].Last; k < min(len(d.Tokens), v[side].Last+3) && d.Tokens[k].Class != doc.Punctuation; k++ {
			if d.Tokens[k].Matters() {
				next[side] = m.Terms[side][k]
				break
			}
		}
	}
	return next[0] >= 0 && next[0] == next[1]
}

// says reports whether a sentence has an auxiliary, denied or not, before the
// word that stands after token k.
func (m *matcher) says(side sides.Side, s doc.Sentence, word string, denied bool, k int) bool {
	d := m.Docs[side]
	for n := s.First; n < s.Last; n++ {
		w, not := modal(d, n)
		if w != word || not != denied || k >= s.Last {
			continue
		}
		next := n + 1
		if not && d.Tokens[n].Text != "cannot" {
			next++
		}
		if next < s.Last && m.Terms[side][next] == m.Terms[side][k] {
			return true
		}
	}
	return false
}

// hasTerm reports whether a sentence has a term.
func (m *matcher) hasTerm(side sides.Side, s doc.Sentence, term int) bool {
	for k := s.First; k < s.Last; k++ {
		if m.Terms[side][k] == term {
			return true
		}
	}
	return false
}

// modals are the auxiliaries that "not" turns.
var modals = lexicon.WordSet("can could should would will may might must is was are were does did do has had have")

// modal returns the auxiliary at a token and whether it is denied.
func modal(d *doc.Doc, k int) (word string, denied bool) {
	w := d.Tokens[k].Text
	switch {
	case w == "cannot":
		return "can", true
	case !modals.Has(w):
		return "", false
	}
	next := d.TextAt(k+1, len(d.Tokens))
	return w, next == "not" || next == "n't" || next == "never"
}
