package diffview

import (
	"math"
	"slices"
	"sort"

	"parallax/corpus/prose"
	"parallax/diffview/lexicon"
)

// Linking: which sentences report the same thing, in any order, many-to-many.

// Which scores make a link; see the table in link.second. Links at the floor
// are right in half of the cases, optional ones included, and sure ones in
// seven of ten.
const (
	linkFloor = .40
	sureFloor = .60
)

// A match is the work of comparing one pair of articles.
type match struct {
	sides   [2]*Prepared
	terms   [2][]int       // by side: each token's term, the number of its stem; -1 for punctuation
	names   []*token       // by term: one token that has it
	numbers []*quantity    // by term: what number it is; nil for words
	weight  []float64      // by term: what sharing it is worth, in this pair
	rarity  []float64      // by term: what it is worth in the language
	profile [2][]profile   // by side and sentence
	paired  *pairing       // which entities are the same
	quoted  *quoteMatching // which quotations are

	gramCount int             // how many letter trigrams there are
	signs     []lexicon.Signs // by term
	known     similarityTable // similarities worked out so far
	lone      [2][]int        // scratch of covered
	best      []float64
}

func newMatch(b *budget, left, right *Prepared) (m *match, err error) {
	m = &match{sides: [2]*Prepared{left, right}}
	if err = b.spend(stepsOfToken * (len(left.tokens) + len(right.tokens))); err != nil {
		return nil, err
	}
	m.joinTerms()
	m.weigh()
	m.relate()
	m.profiles()
	if m.paired, err = newPairing(b, left, right); err != nil {
		return nil, err
	}
	if m.quoted, err = m.matchQuotes(b); err != nil {
		return nil, err
	}
	return m, nil
}

// stepsOfToken is what it costs to take a token into the match.
const stepsOfToken = 200

// weigh gives each term its weight: rare words in the language and in this
// pair say more. df counts sentences of both articles, as DESIGN's prototypes do.
func (m *match) weigh() {
	df, seen := make([]float64, len(m.names)), make([]float64, len(m.names))
	total := 0.
	for side, p := range m.sides {
		for _, s := range p.sentences {
			total++
			for k := s.first; k < s.last; k++ {
				if t := m.terms[side][k]; t >= 0 && seen[t] != total {
					seen[t] = total
					df[t]++
				}
			}
		}
	}
	m.weight = make([]float64, len(m.names))
	for t := range m.names {
		m.weight[t] = m.rarity[t] * math.Log((total+1)/(df[t]+.5))
	}
}

// compatibleNumbers is the similarity of two numbers that can both be right:
// "about 50" and "53".
const compatibleNumbers = .7

// near returns the similarity of two different terms, 0 to 1. Of related
// words it is known from the start; see relate.
func (m *match) near(x, y int) float64 {
	x, y = min(x, y), max(x, y)
	if p, q := m.numbers[x], m.numbers[y]; p != nil || q != nil {
		if p != nil && q != nil && p.kind == q.kind && p.unit == q.unit && p.compatible(*q) {
			return compatibleNumbers
		}
		return 0
	}
	if s, ok := m.known.get(x, y); ok {
		return float64(s)
	}
	a, b, s := m.names[x], m.names[y], 0.
	switch {
	case similarSpelling(a.text, b.text):
		s = spelling
	case m.signs[x].Near(m.signs[y]):
		if s = lexicon.Nearness(a.entry, b.entry); s < similarityLess {
			s = 0
		}
	default:
		return 0 // quicker to see than to remember
	}
	if m.known.filled < mostKnown {
		m.known.put(x, y, float32(s))
	}
	return s
}

// mostKnown is how many similarities are remembered, at some 20 bytes each.
const mostKnown = 5_000_000

// relate works out the similarities of all terms that the lexicon relates, by
// going through each one's relations: far fewer than the pairs of terms.
func (m *match) relate() {
	of := map[int32][]int{} // by dictionary row: the terms that can be of it
	for t, name := range m.names {
		if m.numbers[t] == nil && name.matters() {
			for _, row := range lexicon.DictionaryRows(name.entry) {
				if row >= 0 {
					of[row] = append(of[row], t)
				}
			}
		}
	}
	for t, name := range m.names {
		if m.numbers[t] != nil || !name.matters() {
			continue
		}
		lexicon.Related(name.entry, func(row int32) {
			for _, u := range of[row] {
				x, y := min(t, u), max(t, u)
				if _, ok := m.known.get(x, y); x != y && !ok {
					s, _ := similarity(m.names[x], m.names[y])
					m.known.put(x, y, float32(s))
				}
			}
		})
	}
}

// A found link, between compared sentences i of the left and j of the right.
type found struct {
	i, j  int
	score float64
}

// links returns the links by left sentence, then right. Sentences that are the
// same word for word are linked first and with nothing else, so that two
// versions of one article read like the familiar side-by-side diff.
func (m *match) links(b *budget) ([]found, error) {
	out, twin := m.twins()
	t, err := m.table(b)
	if err != nil {
		return nil, err
	}
	scores := theJudge().scores(t)
	t.each(func(r, i, j int) {
		s := scores[r]
		if t.n <= briefSentences && t.k <= briefSentences {
			s = max(s, briefScore(t.rows[r]))
		}
		if s >= linkFloor && !twin[Left][i] && !twin[Right][j] {
			out = append(out, found{i, j, s})
		}
	})
	out = m.headlines(out)
	sort.Slice(out, func(x, y int) bool {
		return out[x].i < out[y].i || out[x].i == out[y].i && out[x].j < out[y].j
	})
	return out, nil
}

// summaryShare is the least share of the score of a headline's best sentence
// that another must have to be linked with it too. Of the labelled pairs' 13
// such links, 3 have more, of which 2 are right, and 10 less, of which 4 are;
// F1 of all links is the same with it and without, .651 cross-validated.
const summaryShare = .95

// headlines leaves each headline with the sentences that say it best, and with
// the other headline. A headline sums up what the whole article is about, so
// that sentences on quite other things share most of its words: of "Trump
// administration considering drone strikes on cartels in Mexico" one on an
// increase of drone flights had 56 parts of 100, one that repeats it 68.
func (m *match) headlines(links []found) []found {
	title := func(side Side, k int) bool {
		p := m.sides[side]
		return p.Article.Sentences[p.sentences[k].index].Kind == prose.Title
	}
	best := [2]map[int]float64{{}, {}} // by side and headline: the score of its best sentence
	for _, l := range links {
		switch left, right := title(Left, l.i), title(Right, l.j); {
		case left && !right:
			best[Left][l.i] = max(best[Left][l.i], l.score)
		case right && !left:
			best[Right][l.j] = max(best[Right][l.j], l.score)
		}
	}
	return slices.DeleteFunc(links, func(l found) bool {
		left, right := title(Left, l.i), title(Right, l.j)
		return left && !right && l.score < summaryShare*best[Left][l.i] || right && !left && l.score < summaryShare*best[Right][l.j]
	})
}

// twins links the sentences that are the same word for word, the first with
// the first where there are several, and tells which sentences have a twin.
func (m *match) twins() (out []found, has [2][]bool) {
	left, right := m.sides[Left].sentences, m.sides[Right].sentences
	has = [2][]bool{make([]bool, len(left)), make([]bool, len(right))}
	places := map[string][]int{}
	for j, s := range right {
		places[s.text] = append(places[s.text], j)
	}
	for i, s := range left {
		if free := places[s.text]; len(free) > 0 {
			out = append(out, found{i, free[0], 1})
			has[Left][i], has[Right][free[0]] = true, true
			places[s.text] = free[1:]
		}
	}
	return out, has
}

// Two texts of a few sentences each were put side by side because somebody
// thinks they say the same, and among so few sentences rarity cannot be told:
// a word that both have is common there. The model has only seen whole
// articles, so here what the sentences share of their words' rarity in the
// language decides.
const (
	briefSentences = 3   // in each text, at most
	briefLeast     = .40 // the score of sentences that share a word and hardly more
)

func briefScore(x []float64) float64 {
	if x[fShared] == 0 {
		return 0
	}
	return min(1, briefLeast+x[fRarity])
}
