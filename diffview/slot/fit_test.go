package slot

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/diffview/difftest"
	"parallax/diffview/doc"
	"parallax/diffview/ledger"
	"parallax/diffview/link"
	"parallax/diffview/model/fit"
	"parallax/diffview/pair"
	"parallax/diffview/quote"
	"parallax/diffview/sides"
)

var (
	fitSlots = flag.String("fit", "", "fit the model of slots and write it: on `all` stories, or on one half of them: 0 or 1")
	seed     = flag.Uint64("seed", 11, "which changes are planted")
)

// An example is two values with the evidence and whether they fill one slot.
type example struct {
	story  string
	what   string // what was planted; "" in articles as they are
	plant  int    // the number of the change; -1 in articles as they are
	yes    bool   // they fill one slot
	weight float64
	kind   Kind
	x      []float64
}

// The weights of examples: of labelled conflicts there are few, and of the
// values that a planted one was not put for there are many.
const (
	conflictWeight = 4
	strangerWeight = .2
)

// TestFit fits the models. The examples of the model of slots are values that two
// articles share, changed in one of them in a sentence that is linked by hand, and,
// against them, all that differs in the articles as they are and is not labelled a
// conflict. What was read on pairs that nobody labelled is not among them: it is
// where the verdict learns how far that model can be trusted on stories it has not
// seen.
func TestFit(t *testing.T) {
	if *fitSlots == "" {
		t.Skip("no -fit")
	}
	g := difftest.ReadLabels(t)
	others := read(t)
	contests := natural(t, g)
	all := planted(t, g)
	for _, c := range contests {
		all = append(all, c.examples()...)
	}
	if *fitSlots != "all" {
		half := int((*fitSlots)[0] - '0')
		contests = slices.DeleteFunc(contests, func(c contest) bool { return difftest.HalfOf(c.story) != half })
		all = slices.DeleteFunc(all, func(e example) bool { return difftest.HalfOf(e.story) != half })
	}
	var rows [][]float64
	var yes []bool
	var weight []float64
	stories, plants := map[string]bool{}, map[int]bool{}
	for _, e := range all {
		rows, yes, weight = append(rows, e.x), append(yes, e.yes), append(weight, e.weight)
		stories[e.story] = true
		if e.plant >= 0 {
			plants[e.plant] = true
		}
	}
	f := fit.Forest(featureNames[:], rows, yes, weight, slotOptions)
	fitVerdicts(t, all, contests, others)
	note := fmt.Sprintf("Fitted by: go test ./diffview/slot -run TestFit -fit %s -seed %d\non %d pairs of values, %d of them planted, of %d stories", *fitSlots, *seed, len(all), len(plants), len(stories))
	var b bytes.Buffer
	if err := f.Write(&b, note); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(judgeFile, b.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
}

// slotOptions are the options of the fit, tried by hand; the figures are flat
// around them.
var slotOptions = fit.Options{Trees: 120, Depth: 5, Rate: .1, MinWeight: 4, Ridge: 5, Rows: .7, Columns: .4, Seed: 1}

// mostUnderrated is how many times as likely as by the embedded model two values are
// by models fitted on other stories, where those weigh them: nearly always.
const mostUnderrated = 5

// contestOf returns the candidates of two articles.
func contestOf(t *testing.T, left, right *doc.Doc) (c contest) {
	c.docs = [2]*doc.Doc{left, right}
	m, err := pair.New(difftest.Unlimited(), quote.Find(left), quote.Find(right))
	if err != nil {
		t.Fatal(err)
	}
	found, err := link.Find(difftest.Unlimited(), m)
	if err != nil {
		t.Fatal(err)
	}
	x := newMatcher(m, ledgersOf(m), found)
	if c.rivals, c.alike, err = x.candidates(difftest.Unlimited()); err != nil {
		t.Fatal(err)
	}
	score(c.rivals, judge().Score)
	for k := range c.rivals { // a model fitted on other stories may weigh what this one does not
		if s := &c.rivals[k].Score; *s >= leastWeighed/mostUnderrated {
			*s = max(*s, leastWeighed)
		}
	}
	if err := x.stand(difftest.Unlimited(), c.rivals); err != nil {
		t.Fatal(err)
	}
	return c
}

// wordsOf returns a value as its article has it.
func wordsOf(d *doc.Doc, v Value) string {
	return d.Article.Text[d.Tokens[v.First].Start:d.Tokens[v.Last-1].End]
}

// A contest is what differs between two articles as they are.
type contest struct {
	story  string
	docs   [2]*doc.Doc
	rivals []Rival
	alike  []cell
	truth  []truth // by rival
}

// A truth is what is known of two values that differ.
type truth uint8

const (
	unread truth = iota
	wrong
	right
)

// examples returns what the model of slots learns from.
func (c contest) examples() (out []example) {
	for k, r := range c.rivals {
		if c.truth[k] == unread {
			continue
		}
		e := example{story: c.story, plant: -1, kind: r.Kind, x: r.evidence, weight: 1}
		if c.truth[k] == right {
			e.yes, e.weight = true, conflictWeight
		}
		out = append(out, e)
	}
	return out
}

// natural returns what differs in the labelled articles: what is not labelled a
// conflict is none.
func natural(t *testing.T, g *difftest.Labels) (out []contest) {
	for _, p := range g.Pairs {
		l, leftIDs := g.Read(t, p.Left)
		r, rightIDs := g.Read(t, p.Right)
		c := contestOf(t, l, r)
		c.story, c.truth = p.Story, make([]truth, len(c.rivals))
		for k, v := range c.rivals {
			c.truth[k] = wrong
			for _, link := range p.Links {
				if !slices.Contains(leftIDs[v.Values[0].Sentence], link.Left) || !slices.Contains(rightIDs[v.Values[1].Sentence], link.Right) {
					continue
				}
				for _, of := range link.Conflicts {
					if difftest.Touches(wordsOf(l, v.Values[0]), of.Left) && difftest.Touches(wordsOf(r, v.Values[1]), of.Right) {
						c.truth[k] = right
					}
				}
			}
		}
		out = append(out, c)
	}
	return out
}

// planted returns what differs where one value was changed.
func planted(t *testing.T, g *difftest.Labels) (out []example) {
	dir := t.TempDir()
	for n, c := range changesOf(t, g, *seed) {
		path := filepath.Join(dir, fmt.Sprint(n, ".txt"))
		if err := os.WriteFile(path, []byte(c.text+"\n"), 0o666); err != nil {
			t.Fatal(err)
		}
		opened, err := corpus.Open([]string{path}, corpus.Options{})
		if err != nil {
			t.Fatal(err)
		}
		right := doc.Prepare(opened.Articles[0])
		rivals := contestOf(t, c.other, right).rivals
		at := strings.Index(right.Article.Text, c.around)
		for k := range rivals {
			v := rivals[k].Values[sides.Right]
			first, last := right.Tokens[v.First].Start-at-c.at, right.Tokens[v.Last-1].End-at-c.at
			if at < 0 || first >= len(c.now) || last <= 0 {
				continue
			}
			e := example{story: c.story, what: c.what, plant: n, kind: rivals[k].Kind, x: rivals[k].evidence, weight: strangerWeight}
			x := rivals[k].Values[sides.Left]
			if strings.Contains(strings.ToLower(wordsOf(c.other, x)), strings.ToLower(c.was)) {
				if !slices.Contains(c.sentences, x.Sentence) {
					continue // the value again, of whatever
				}
				e.yes, e.weight = true, 1
			}
			out = append(out, e)
		}
	}
	return out
}

// ledgersOf returns what the articles of a pair state.
func ledgersOf(m *pair.Pair) [2]*ledger.Ledger {
	return [2]*ledger.Ledger{ledger.New(m.Docs[0]), ledger.New(m.Docs[1])}
}
