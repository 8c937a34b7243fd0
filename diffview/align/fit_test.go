package align

import (
	"bufio"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"parallax/corpus/prose"
	"parallax/diffview/difftest"
	"parallax/diffview/doc"
	"parallax/diffview/model/fit"
	"parallax/diffview/sides"
)

// wordSets are the labelled word correspondences: sentence pairs with the
// tokens that readers aligned. They are third parties' texts and live outside
// the project.
var wordSets = []string{"msr_rte2_dev", "mtref_dev", "edinburgh_dev"}

// A wordCase is a labelled sentence pair.
type wordCase struct {
	set            string
	row            int
	sides          [2]*doc.Doc // of one sentence each
	tokens         [2][]prose.Span
	sure, possible map[[2]int]bool
}

// wordCases reads the labelled sentence pairs, or skips the test when they are
// not there.
func wordCases(t testing.TB) []wordCase {
	t.Helper()
	var out []wordCase
	for _, set := range wordSets {
		f, err := os.Open(filepath.Join(difftest.Bench, "../words", set+".tsv"))
		if err != nil {
			t.Skipf("the labelled words are not there: %v", err)
		}
		defer f.Close()
		lines := bufio.NewScanner(f)
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			cols := append(strings.Split(lines.Text(), "\t"), "", "", "")
			if cols[0] == "id" {
				continue
			}
			c := wordCase{set: set, row: len(out), sure: pairsOf(cols[3]), possible: pairsOf(cols[4])}
			for side, text := range cols[1:3] {
				c.sides[side], c.tokens[side] = difftest.OneSentence(text)
			}
			out = append(out, c)
		}
	}
	return out
}

// pairsOf reads "0-1 2-3".
func pairsOf(s string) map[[2]int]bool {
	out := map[[2]int]bool{}
	for _, f := range strings.Fields(s) {
		a, b, _ := strings.Cut(f, "-")
		i, _ := strconv.Atoi(a)
		j, _ := strconv.Atoi(b)
		out[[2]int{i, j}] = true
	}
	return out
}

// aligned returns the token pairs that word links join.
func (c *wordCase) aligned(links []WordLink) map[[2]int]bool {
	out := map[[2]int]bool{}
	for _, l := range links {
		for i, x := range c.tokens[sides.Left] {
			if !x.Overlaps(l.Spans[sides.Left]) {
				continue
			}
			for j, y := range c.tokens[sides.Right] {
				if y.Overlaps(l.Spans[sides.Right]) {
					out[[2]int{i, j}] = true
				}
			}
		}
	}
	return out
}

// A wordTally counts what was found of what should be.
type wordTally struct{ right, wrong, missed int }

func (c *wordTally) add(got, sure, possible map[[2]int]bool) {
	for p := range got {
		switch {
		case sure[p]:
			c.right++
		case !possible[p]:
			c.wrong++
		}
	}
	for p := range sure {
		if !got[p] {
			c.missed++
		}
	}
}

func (c wordTally) f1() float64 { return 2 * float64(c.right) / float64(2*c.right+c.wrong+c.missed) }

func (c wordTally) String() string {
	return fmt.Sprintf("P %.3f R %.3f F1 %.3f", float64(c.right)/float64(max(1, c.right+c.wrong)), float64(c.right)/float64(max(1, c.right+c.missed)), c.f1())
}

// TestWordSets measures the alignment on the labelled sentence pairs.
func TestWordSets(t *testing.T) {
	totals := map[string]*wordTally{}
	for _, c := range wordCases(t) {
		if totals[c.set] == nil {
			totals[c.set] = &wordTally{}
		}
		words, loose := Words(c.sides[sides.Left], c.sides[sides.Right], 0, 0)
		totals[c.set].add(c.aligned(WordLinks(c.sides[sides.Left], c.sides[sides.Right], append(words, loose...))), c.sure, c.possible)
	}
	for _, set := range wordSets {
		t.Logf("%-14s %v", set, totals[set])
	}
}

var fitWords = flag.Bool("fit-words", false, "fit the weights of the word alignment and write them")

// alignRidge is the penalty on squared weights of the fit, in examples.
const alignRidge = 3

// label says whether tokens k of the left and l of the right are aligned by
// hand: 1 yes, .5 possibly, 0 no.
func (c *wordCase) label(k, l int) float64 {
	x, y := c.sides[sides.Left].Tokens[k].Span, c.sides[sides.Right].Tokens[l].Span
	best := 0.
	for i, a := range c.tokens[sides.Left] {
		if !a.Overlaps(x) {
			continue
		}
		for j, b := range c.tokens[sides.Right] {
			if !b.Overlaps(y) {
				continue
			}
			if c.sure[[2]int{i, j}] {
				return 1
			}
			if c.possible[[2]int{i, j}] {
				best = .5
			}
		}
	}
	return best
}

// alignWith aligns the case's sentences by the weights; observe may be nil.
func (c *wordCase) alignWith(w *weights, observe func(r round, i, j int, x []float64, p classPair)) []Aligned {
	a := aligners.New().(*aligner)
	a.reset(c.sides[sides.Left], c.sides[sides.Right], 0, 0)
	a.weights = w
	if observe != nil {
		a.observe = func(r round, i, j int, x []float64, p classPair) {
			if r != marks {
				i, j = a.words[sides.Left][i], a.words[sides.Right][j]
			}
			observe(r, i, j, x, p)
		}
	}
	a.run()
	return a.out
}

// fitWeights fits the rounds one after the other.
func fitWeights(cases []wordCase) *weights {
	w := new(weights)
	for r := range rounds {
		var rows [classPairs][][]float64
		var yes [classPairs][]bool
		var weight [classPairs][]float64
		for n := range cases {
			c := &cases[n]
			c.alignWith(w, func(round round, k, l int, x []float64, p classPair) {
				if round != r {
					return
				}
				if label := c.label(k, l); label != .5 {
					rows[p], yes[p], weight[p] = append(rows[p], slices.Clone(x)), append(yes[p], label == 1), append(weight[p], 1)
				}
			})
		}
		for p := range rows {
			if len(rows[p]) == 0 {
				continue
			}
			l := fit.Logistic(evidenceNames[:], rows[p], yes[p], weight[p], alignRidge)
			w[r][p][eBias] = l.Bias
			for e := range l.Weight {
				if evidence(e) != eBias && l.Spread[e] > 1e-6 {
					w[r][p][e] = l.Weight[e] / l.Spread[e]
					w[r][p][eBias] -= l.Weight[e] * l.Mean[e] / l.Spread[e]
				}
			}
		}
	}
	return w
}

// TestFitWords cross-validates the alignment by halves of the rows, and with
// -fit-words writes the weights fitted on all.
func TestFitWords(t *testing.T) {
	if !*fitWords {
		t.Skip("no -fit-words")
	}
	all := wordCases(t)
	totals := map[string]*wordTally{}
	for half := range 2 {
		var train []wordCase
		for _, c := range all {
			if c.row%2 != half {
				train = append(train, c)
			}
		}
		w := fitWeights(train)
		for _, c := range all {
			if c.row%2 != half {
				continue
			}
			if totals[c.set] == nil {
				totals[c.set] = &wordTally{}
			}
			totals[c.set].add(c.aligned(WordLinks(c.sides[sides.Left], c.sides[sides.Right], c.alignWith(w, nil))), c.sure, c.possible)
		}
	}
	for _, set := range wordSets {
		t.Logf("%-14s %v", set, totals[set])
	}
	if err := os.WriteFile("align.weights", []byte(fitWeights(all).file()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// file writes the weights as parseWeights reads them.
func (w *weights) file() string {
	var b strings.Builder
	fmt.Fprintln(&b, "# What each evidence of word alignment weighs, in log-odds: round, class pair, evidence, weight.")
	fmt.Fprintln(&b, "# Fitted by go test ./diffview/align -run TestFitWords -fit-words")
	for r := range w {
		for p := range w[r] {
			for e, v := range w[r][p] {
				if math.Abs(v) >= .0005 {
					fmt.Fprintf(&b, "%s\t%d\t%s\t%.3f\n", roundNames[r], p, evidenceNames[e], v)
				}
			}
		}
	}
	return b.String()
}

// BenchmarkAlign aligns the labelled sentence pairs, which have 45 words a
// pair.
func BenchmarkAlign(b *testing.B) {
	cases := wordCases(b)
	b.ReportAllocs()
	words := 0
	for n := 0; b.Loop(); n++ {
		c := &cases[n%len(cases)]
		words += len(c.sides[sides.Left].Tokens) + len(c.sides[sides.Right].Tokens)
		align(c.sides[sides.Left], c.sides[sides.Right], 0, 0)
	}
	b.ReportMetric(float64(words)/float64(b.N), "words/pair")
}
