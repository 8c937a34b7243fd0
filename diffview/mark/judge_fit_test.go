package mark

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"parallax/diffview/conflict"
	"parallax/diffview/difftest"
	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
	"parallax/diffview/model"
	"parallax/diffview/model/fit"
	"parallax/diffview/sides"
)

var (
	fitWordJudge      = flag.Bool("fit-word-judge", false, "fit the model of words and write it")
	validateWordJudge = flag.Bool("validate-word-judge", false, "cross-validate the model of words")
)

// A wordPair is a pair of articles labelled word by word, marked by the rules,
// with the evidence for its words.
type wordPair struct {
	marks   *Marker
	witness *witness
	labels  [2][]wordLabel // by side and token
}

// A wordLabel is what a reader says of a word: does the other article say it
// too, anywhere and in whatever words?
type wordLabel int8

const (
	notLabelled wordLabel = iota - 1
	saidByBoth
	saidHere
	saidOtherwise
	wordLabels
)

// uncounted are words that the benchmark does not count.
var uncounted = lexicon.WordSet("a an the of to in on at by for with from and or but as is are was were be been being has have had do does did that this these those it its their his her they he she we our you i not no who which whom what when where while if than then so such into over under about after before during between out up down off")

// wordPairs reads the pairs labelled word by word, or skips the test when they
// are not there.
func wordPairs(t testing.TB) (out []wordPair) {
	g := difftest.ReadLabels(t)
	b, err := os.ReadFile(filepath.Join(difftest.Bench, "spans.json"))
	if err != nil {
		t.Skipf("the labelled words are not there: %v", err)
	}
	var spans map[string]struct{ Left, Right map[string][][3]any }
	if err := json.Unmarshal(b, &spans); err != nil {
		t.Fatal(err)
	}
	for _, p := range g.Pairs {
		s, ok := spans[p.Name]
		if !ok {
			continue
		}
		l, _ := g.Read(t, p.Left)
		r, _ := g.Read(t, p.Right)
		e := wordPair{labels: [2][]wordLabel{wordLabelsOf(g, p.Left, l, s.Left), wordLabelsOf(g, p.Right, r, s.Right)}}
		e.marks, e.witness = byRules(t, l, r)
		out = append(out, e)
	}
	return out
}

// wordLabelsOf returns the labels of an article's tokens. spans are, by sentence of
// the benchmark, stretches of characters that only this article says or says
// otherwise.
func wordLabelsOf(g *difftest.Labels, name string, p *doc.Doc, spans map[string][][3]any) []wordLabel {
	out := slices.Repeat([]wordLabel{notLabelled}, len(p.Tokens))
	flat, at := squeezed(p.Article.Text)
	labels := slices.Repeat([]wordLabel{notLabelled}, len(flat))
	from := 0
	for _, s := range g.Articles[name] {
		text := strings.Join(strings.Fields(s.Text), " ")
		want, places := squeezed(text)
		n := strings.Index(flat[max(0, from-400):], want)
		if n < 0 {
			continue
		}
		n += max(0, from-400)
		from = n + len(want)
		for k := range want {
			labels[n+k] = saidByBoth
		}
		for _, x := range spans[strconv.Itoa(s.ID)] {
			label := map[string]wordLabel{"new": saidHere, "differ": saidOtherwise}[x[2].(string)]
			first, last := byteOf(text, int(x[0].(float64))), byteOf(text, int(x[1].(float64)))
			for k := places[first]; k < places[last]; k++ {
				labels[n+k] = label
			}
		}
	}
	for k, t := range p.Tokens {
		if here := labels[at[t.Start]:at[t.End]]; slices.Contains(here, saidHere) {
			out[k] = saidHere
		} else if len(here) > 0 {
			out[k] = slices.Max(here)
		}
	}
	return out
}

// squeezed returns a text without white space, and where each of its bytes
// stands in it.
func squeezed(text string) (flat string, at []int) {
	var b strings.Builder
	at = make([]int, len(text)+1)
	for k, r := range text {
		for n := range utf8.RuneLen(r) {
			at[k+n] = b.Len()
		}
		if !unicode.IsSpace(r) {
			b.WriteRune(r)
		}
	}
	at[len(text)] = b.Len()
	return b.String(), at
}

// byteOf returns the byte at which a character of a text begins.
func byteOf(text string, character int) int {
	for k := range text {
		if character == 0 {
			return k
		}
		character--
	}
	return len(text)
}

// wordOptions are the options of the fit, tried by hand; the figures are flat
// around them.
var wordOptions = fit.Options{Trees: 60, Depth: 4, Rate: .12, MinWeight: 10, Ridge: 10, Rows: .7, Columns: .3, Seed: 1}

// wordFolds is into how many parts the labelled pairs are divided: each is of a
// story of its own.
const wordFolds = 8

func fitWordForest(pairs []wordPair) *model.Forest {
	var rows [][]float64
	var yes []bool
	var weight []float64
	for _, e := range pairs {
		w := e.witness
		for side, p := range w.Docs {
			for s := range p.Sentences {
				w.look(sides.Side(side), s)
				for n, c := range w.words {
					if l := e.labels[side][c.token]; l != notLabelled && !uncounted.Has(p.Tokens[c.token].Text) {
						rows, yes, weight = append(rows, slices.Clone(w.features(sides.Side(side), s, n))), append(yes, l == saidByBoth), append(weight, 1)
					}
				}
			}
		}
	}
	return fit.Forest(wordFeatureNames[:], rows, yes, weight, wordOptions)
}

// A markTally counts words by whether their sentence is linked, mark (agree,
// detail, wording, conflict, unclear) and label (said by both, new, differ).
type markTally [2][5][wordLabels]int

func (c *markTally) add(d *markTally) {
	for a := range c {
		for b := range c[a] {
			for l := range c[a][b] {
				c[a][b][l] += d[a][b][l]
			}
		}
	}
}

func (c *markTally) String() string {
	share := func(right, all int) string {
		return fmt.Sprintf("%.3f of %d", float64(right)/float64(max(1, all)), all)
	}
	sum := func(in, mark, label int) (n int) {
		for a := range c {
			for m := range c[a] {
				for l := range c[a][m] {
					if (in < 0 || a == in) && (mark < 0 || m == mark || mark == 5 && m >= 2 && m < 4) && (label < 0 || l == label) {
						n += c[a][m][l]
					}
				}
			}
		}
		return n
	}
	f := func(mark, label int) string {
		right := float64(sum(-1, mark, label))
		p, r := right/max(1, float64(sum(-1, mark, -1))), right/float64(sum(-1, -1, label))
		return fmt.Sprintf("P %.3f R %.3f F1 %.3f", p, r, 2*p*r/max(1e-9, p+r))
	}
	var b strings.Builder
	fmt.Fprintf(&b, "agree right in linked sentences %s, in others %s\n", share(sum(1, 0, 0), sum(1, 0, -1)), share(sum(0, 0, 0), sum(0, 0, -1)))
	fmt.Fprintf(&b, "detail right in linked sentences %s, in others %s\n", share(sum(1, 1, 1), sum(1, 1, -1)), share(sum(0, 1, 1), sum(0, 1, -1)))
	fmt.Fprintf(&b, "unclear in linked sentences, said by both %s\n", share(sum(1, 4, 0), sum(1, 4, -1)))
	fmt.Fprintf(&b, "wording and conflict right %s\n", share(sum(-1, 5, 2), sum(-1, 5, -1)))
	fmt.Fprintf(&b, "agree %s; detail %s; differ %s", f(0, 0), f(1, 1), f(5, 2))
	return b.String()
}

// tally marks the pair with a model and counts. nil: as the rules have it.
func (e *wordPair) tally(judge *model.Forest) *markTally {
	w := e.witness
	m := &Marker{sides: e.marks.sides, links: e.marks.links}
	for side, v := range e.marks.verdicts {
		m.verdicts[side] = slices.Clone(v)
	}
	if judge != nil {
		m.byJudge(w, judge)
		m.refuse(w)
	}
	for _, l := range m.links {
		for _, k := range conflict.Find(l.f) {
			m.Differ(k.Tokens, k.Grade)
		}
	}
	c := new(markTally)
	for side, p := range w.Docs {
		spans := m.Spans(sides.Side(side))
		for k := range p.Tokens {
			t := &p.Tokens[k]
			if t.Class == doc.Punctuation || e.labels[side][k] == notLabelled || uncounted.Has(t.Text) {
				continue
			}
			n := slices.IndexFunc(spans, func(s Span) bool { return s.End > t.Start })
			mark := int(spans[n].Mark)
			switch {
			case spans[n].Mark == sides.Unclear:
				mark = 4
			case spans[n].Strength == sides.Conflicting:
				mark = 3
			}
			c[int(b2f(len(w.linked[side][p.SentenceAt(k)]) > 0))][mark][e.labels[side][k]]++
		}
	}
	return c
}

// TestFitWordJudge cross-validates the model of words by story and, with -fit-word-judge,
// writes it. The links it learns from must be those of a judge that has not seen
// these pairs, as new articles have not been seen; so, with the third line putting the
// judge of links back:
//
//	go test ./diffview/link -run 'TestFit$' -fit -without ../../../shared/bench/dev/spans.json
//	go test ./diffview/mark -run TestFitWordJudge -fit-word-judge -v
//	git checkout diffview/link
func TestFitWordJudge(t *testing.T) {
	if !*fitWordJudge && !*validateWordJudge {
		t.Skip("neither -fit-word-judge nor -validate-word-judge")
	}
	all := wordPairs(t)
	rules, folds, seen := new(markTally), new(markTally), new(markTally)
	for fold := range wordFolds {
		var train, test []wordPair
		for n, e := range all {
			if n%wordFolds == fold {
				test = append(test, e)
			} else {
				train = append(train, e)
			}
		}
		f := fitWordForest(train)
		for _, e := range test {
			rules.add(e.tally(nil))
			folds.add(e.tally(f))
		}
	}
	whole := fitWordForest(all)
	for _, e := range all {
		seen.add(e.tally(whole))
	}
	t.Logf("\nby rules alone:\n%v\nby folds:\n%v\nin sample:\n%v", rules, folds, seen)
	if *fitWordJudge {
		note := fmt.Sprintf("Fitted by: go test ./diffview/mark -run TestFitWordJudge -fit-word-judge\non the content words of the benchmark's %d pairs labelled word by word: said by the other article too, or not.\nCross-validated in %d parts, each pair a story of its own, with links by a judge fitted without them:\n%v", len(all), wordFolds, folds)
		var b bytes.Buffer
		if err := whole.Write(&b, note); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(wordFile, b.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}
