package diffview

import (
	"parallax/corpus/prose"
	"slices"
	"sort"
)

// A linker looks for the links of two articles.
type linker struct {
	*match
	profile   [2][]profile // by side and sentence
	gramCount int          // how many letter trigrams there are
	lone      [2][]int     // scratch of covered
	best      []float64
}

// findLinks returns the links of two articles, by left sentence, then right.
func findLinks(b *budget, m *match) ([]found, error) { return newLinker(m).links(b) }

func newLinker(m *match) *linker {
	l := &linker{match: m}
	l.profiles()
	return l
}

// A found link, between compared sentences i of the left and j of the right.
type found struct {
	i, j  int
	score float64
}

// links returns the links by left sentence, then right. Sentences that are the
// same word for word are linked first and with nothing else, so that two
// versions of one article read like the familiar side-by-side diff.
func (m *linker) links(b *budget) ([]found, error) {
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
func (m *linker) headlines(links []found) []found {
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
func (m *linker) twins() (out []found, has [2][]bool) {
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

// Which scores make a link; see the table in link.second. Links at the floor
// are right in half of the cases, optional ones included, and sure ones in
// seven of ten.
const (
	linkFloor = .40
	sureFloor = .60
)
