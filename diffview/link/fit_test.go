package link

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"slices"
	"sort"
	"strings"
	"testing"

	"parallax/corpus/sample"
	"parallax/diffview/difftest"
	"parallax/diffview/doc"
	"parallax/diffview/model/fit"
	"parallax/diffview/pair"
	"parallax/diffview/sides"
)

// Fitting the link model. The labelled article pairs are third parties' texts
// and live outside the project; see "Quality" in the README.
var (
	fitLinks = flag.Bool("fit", false, "fit the link model and write it")
	validate = flag.Bool("validate", false, "cross-validate the link model")
	seeds    = flag.Int("seeds", 1, "how many divisions of the stories to cross-validate over")
	without  = flag.String("without", "", "fit without the pairs that this file labels: what learns from their links must not see them known")
	dump     = flag.String("dump", "", "write every example as a line of this file, to explore with other tools")
)

// An examplePair is a labelled pair of articles: its candidates with their
// labels.
type examplePair struct {
	name, story string
	match       *pair.Pair
	table       *table
	label       []float64 // by row: 1 must be linked; 0 must not; .5 may be
	weight      float64   // of each of its examples
	lost        int       // how many links that must be found are no candidates
}

// examples reads the labelled pairs, or skips the test when they are not there.
func examples(t testing.TB) exampleSet {
	g := difftest.ReadLabels(t)
	var out exampleSet
	for _, p := range g.Pairs {
		l, leftIDs := g.Read(t, p.Left)
		r, rightIDs := g.Read(t, p.Right)
		m := difftest.Match(l, r)
		labels := map[[2]int]float64{}
		for _, l := range p.Links {
			labels[[2]int{l.Left, l.Right}] = map[bool]float64{true: 1, false: .5}[l.Grade == "core"]
		}
		table := wholeTable(t, m)
		s := examplePair{weight: 1, name: p.Name, story: p.Story, match: m, table: table, label: make([]float64, len(table.rows))}
		for i := range table.n {
			for j := range table.k {
				label := 0.
				for _, a := range leftIDs[i] {
					for _, b := range rightIDs[j] {
						label = max(label, labels[[2]int{a, b}])
					}
				}
				if r := table.row(i, j); r >= 0 {
					s.label[r] = label
				} else if label == 1 {
					s.lost++
				}
			}
		}
		out = append(out, s)
	}
	return out
}

// wholeTable computes the features whatever they cost.
func wholeTable(t testing.TB, m *pair.Pair) *table {
	out, err := newLinker(m).table(difftest.Unlimited())
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// sampleExamples returns the labelled pairs of the sample corpus.
func sampleExamples(t testing.TB) exampleSet {
	c, err := sample.Open()
	if err != nil {
		t.Fatal(err)
	}
	labels, err := sample.Labels()
	if err != nil {
		t.Fatal(err)
	}
	var out exampleSet
	for _, p := range labels {
		docs := [2]*doc.Doc{doc.Prepare(sample.Article(c, p.Left)), doc.Prepare(sample.Article(c, p.Right))}
		m := difftest.Match(docs[sides.Left], docs[sides.Right])
		e := examplePair{weight: sampleWeight, name: p.Left + " " + p.Right, story: strings.SplitN(p.Left, "-", 2)[0], match: m, table: wholeTable(t, m)}
		e.label = make([]float64, len(e.table.rows))
		for _, l := range p.Links {
			var at [2]int
			for side, beginning := range [2]string{l.Left, l.Right} {
				index := sample.Find(docs[side].Article, beginning)
				at[side] = slices.IndexFunc(docs[side].Sentences, func(s doc.Sentence) bool { return s.Index == index })
			}
			label := map[sample.Grade]float64{sample.Core: 1, sample.Optional: .5}[l.Grade]
			if r := e.table.row(at[sides.Left], at[sides.Right]); r >= 0 {
				e.label[r] = label
			} else if label == 1 {
				e.lost++
			}
		}
		out = append(out, e)
	}
	return out
}

// The options of the fit, tried by hand; the figures of cross-validation are
// flat around them.
var forestOptions = fit.Options{Trees: 200, Depth: 3, Rate: .09, MinWeight: 4, Ridge: 5, Rows: .7, Columns: .3, Seed: 1}

const logisticRidge = 30

// sampleWeight is how much an example of the sample corpus counts: it is small,
// and made of what makes links hard to see.
const sampleWeight = 4

// An exampleSet is labelled pairs of articles. Scores of a set are by pair and
// row.
type exampleSet []examplePair

// gather returns what a model learns from: the rows that must or must not be
// linked, of those that are wanted.
func (s exampleSet) gather(wanted func(pair, row int) bool) (rows [][]float64, yes []bool, weight []float64) {
	for k, e := range s {
		for r, x := range e.table.rows {
			if e.label[r] != .5 && wanted(k, r) {
				rows, yes, weight = append(rows, x), append(yes, e.label[r] == 1), append(weight, e.weight)
			}
		}
	}
	return rows, yes, weight
}

// allNames are the features in the order of a row.
var allNames = append(featureNames[:], surroundingNames[:]...)

// fit fits the judge. The first look's odds that the forest learns from are of
// the same pairs: among a hundred thousand a line of so few weights hardly knows
// those it was fitted on from others.
func (s exampleSet) fit() (j judge) {
	rows, yes, weight := s.gather(func(int, int) bool { return true })
	j.line = fit.Logistic(featureNames[:], rows, yes, weight, logisticRidge)
	odds := make([][]float64, len(s))
	for k, e := range s {
		odds[k] = j.firstLook(e.table)
	}
	rows, yes, weight = s.gather(func(pair, row int) bool { return odds[pair][row] > surelyNoLink })
	j.forest = fit.Forest(allNames, rows, yes, weight, forestOptions)
	return j
}

// split divides the examples by story into k parts of about one size.
func (s exampleSet) split(k int, seed uint64) (part map[string]int) {
	size := map[string]int{}
	var stories []string
	for _, e := range s {
		if size[e.story] == 0 {
			stories = append(stories, e.story)
		}
		size[e.story] += 1 + len(e.label)
	}
	rng := rand.New(rand.NewPCG(seed, 7))
	rng.Shuffle(len(stories), func(a, b int) { stories[a], stories[b] = stories[b], stories[a] })
	sort.SliceStable(stories, func(a, b int) bool { return size[stories[a]] > size[stories[b]] })
	part, filled := map[string]int{}, make([]int, k)
	for _, story := range stories {
		least := 0
		for p := range filled {
			if filled[p] < filled[least] {
				least = p
			}
		}
		part[story] = least
		filled[least] += size[story]
	}
	return part
}

// divide returns the pairs outside and inside a part, with the places of those
// inside.
func (s exampleSet) divide(part map[string]int, fold int) (train, test exampleSet, at []int) {
	for k, e := range s {
		if part[e.story] == fold {
			test, at = append(test, e), append(at, k)
		} else {
			train = append(train, e)
		}
	}
	return train, test, at
}

// A figure is how well scores tell links from others at a threshold.
type figure struct{ threshold, precision, recall, f1 float64 }

func (f figure) String() string {
	return fmt.Sprintf("P %.3f R %.3f F1 %.3f at %.3f", f.precision, f.recall, f.f1, f.threshold)
}

// shown says of each row whether its link would be shown.
func (e examplePair) shown(score []float64, threshold float64) []bool {
	var links []Link
	e.table.each(func(r, i, j int) {
		if score[r] >= threshold {
			links = append(links, Link{i, j, score[r]})
		}
	})
	out := make([]bool, len(score))
	for _, l := range newLinker(e.match).headlines(links) {
		out[e.table.row(l.Left, l.Right)] = true
	}
	return out
}

func (s exampleSet) at(p [][]float64, threshold float64) figure {
	var tp, fp, fn float64
	for k, e := range s {
		fn += float64(e.lost)
		links := e.shown(p[k], threshold)
		for r, label := range e.label {
			switch shown := links[r]; {
			case shown && label == 1:
				tp++
			case shown && label == 0:
				fp++
			case !shown && label == 1:
				fn++
			}
		}
	}
	f := figure{threshold: threshold, precision: tp / max(1, tp+fp), recall: tp / max(1, tp+fn)}
	f.f1 = 2 * f.precision * f.recall / max(1e-9, f.precision+f.recall)
	return f
}

func (s exampleSet) best(p [][]float64) (best figure) {
	for t := .02; t < .98; t += .01 {
		if f := s.at(p, t); f.f1 > best.f1 {
			best = f
		}
	}
	return best
}

// sure tells how many of the links that would be shown are sure, and how many
// of the sure ones are right.
func (s exampleSet) sure(p [][]float64) string {
	var sure, shown float64
	for k, e := range s {
		for r, ok := range e.shown(p[k], linkFloor) {
			if ok {
				shown++
				if p[k][r] >= SureFloor {
					sure++
				}
			}
		}
	}
	return fmt.Sprintf("P %.3f at %.2f, %.0f of 100 links", s.at(p, SureFloor).precision, SureFloor, 100*sure/max(1, shown))
}

// calibration tells, by tenths of the score, how many pairs have it, which
// share of them must be linked, and which share must or may.
func (s exampleSet) calibration(p [][]float64) string {
	var n, core, may [10]float64
	for k, e := range s {
		for r, label := range e.label {
			b := min(9, int(10*p[k][r]))
			n[b]++
			if label == 1 {
				core[b]++
			}
			if label > 0 {
				may[b]++
			}
		}
	}
	var b strings.Builder
	fmt.Fprintln(&b, "score      pairs  must  must or may")
	for k := range n {
		fmt.Fprintf(&b, "%.1f–%.1f  %7.0f  %.2f  %.2f\n", float64(k)/10, float64(k+1)/10, n[k], core[k]/max(1, n[k]), may[k]/max(1, n[k]))
	}
	return b.String()
}

// parts is into how many parts the stories are divided to cross-validate.
const parts = 10

// TestFit cross-validates the link model by story and, with -fit, writes it.
//
//	go test ./diffview/link -run TestFit -fit -v
func TestFit(t *testing.T) {
	if !*fitLinks && !*validate {
		t.Skip("neither -fit nor -validate")
	}
	all, own := examples(t), sampleExamples(t)
	var figures []string
	for seed := range uint64(*seeds) {
		if *without != "" {
			break // its figures are not wanted
		}
		part := all.split(parts, seed)
		p := make([][]float64, len(all))
		for fold := range parts {
			train, test, at := all.divide(part, fold)
			j := append(train, own...).fit()
			for n, e := range test {
				p[at[n]] = j.scores(e.table)
			}
		}
		figures = append(figures, fmt.Sprintf("division %d: best %v; as shown %v; sure %s", seed, all.best(p), all.at(p, linkFloor), all.sure(p)))
		if seed == 0 {
			figures = append(figures, strings.Split(strings.TrimSpace(all.calibration(p)), "\n")...)
		}
	}
	report := strings.Join(figures, "\n")
	t.Log("\n" + report)
	if *fitLinks {
		note := fmt.Sprintf("Fitted by: go test ./diffview/link -run TestFit -fit -seeds %d\non the candidates of the benchmark's %d labelled article pairs and of the sample corpus.\nThe benchmark cross-validated by story, in %d parts:\n%s",
			*seeds, len(all), parts, report)
		j := append(all.leaveOut(t), own...).fit()
		writeModel(t, lineFile, j.line, note)
		writeModel(t, forestFile, j.forest, note)
	}
}

// leaveOut returns the pairs that -without does not name.
func (s exampleSet) leaveOut(t *testing.T) (out exampleSet) {
	if *without == "" {
		return s
	}
	b, err := os.ReadFile(*without)
	if err != nil {
		t.Fatal(err)
	}
	var named map[string]json.RawMessage
	if err := json.Unmarshal(b, &named); err != nil {
		t.Fatal(err)
	}
	for _, e := range s {
		if named[e.name] == nil {
			out = append(out, e)
		}
	}
	return out
}

func writeModel(t *testing.T, path string, m interface {
	Write(w io.Writer, note string) error
}, note string) {
	var b bytes.Buffer
	if err := m.Write(&b, note); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
}

func TestDump(t *testing.T) {
	if *dump == "" {
		t.Skip("no -dump")
	}
	f, err := os.Create(*dump)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	fmt.Fprintf(f, "pair\tstory\ti\tj\tlabel\t%s\n", strings.Join(featureNames[:], "\t"))
	for _, e := range examples(t) {
		e.table.each(func(r, i, j int) {
			fmt.Fprintf(f, "%s\t%s\t%d\t%d\t%v", e.name, e.story, i, j, e.label[r])
			for _, v := range e.table.rows[r][:features] {
				fmt.Fprintf(f, "\t%.6g", v)
			}
			fmt.Fprintln(f)
		})
	}
}
