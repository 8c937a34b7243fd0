package diffview

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"parallax/corpus"
)

// Fitting the link model. The labelled article pairs are third parties' texts
// and live outside the project; see "Quality" in the README.
var (
	bench = flag.String("bench", "../../shared/bench/dev", "folder of labelled article pairs: gold.json and articles/")
	dump  = flag.String("dump", "", "write every example as a line of this file, to explore with other tools")
)

// An example is a pair of sentences with its features and label.
type example struct {
	pair, story string
	i, j        int
	x           []float64
	label       float64 // 1: must be linked; 0: must not; .5: may be
}

// gold is the form of the benchmark's gold.json.
type gold struct {
	Pairs []struct {
		Name, Story, Left, Right string
		Links                    []struct {
			Left, Right int
			Grade       string
		}
	}
	Articles map[string][]struct {
		ID   int
		Text string
	}
}

// examples reads the labelled pairs, or skips the test when they are not there.
func examples(t testing.TB) []example {
	b, err := os.ReadFile(filepath.Join(*bench, "gold.json"))
	if err != nil {
		t.Skipf("the labelled pairs are not there: %v", err)
	}
	var g gold
	if err := json.Unmarshal(b, &g); err != nil {
		t.Fatal(err)
	}
	var out []example
	prepared := map[string]*Prepared{}
	ids := map[string][][]int{}
	read := func(name string) *Prepared {
		if prepared[name] == nil {
			c, err := corpus.Open([]string{filepath.Join(*bench, "articles", name)}, corpus.Options{})
			if err != nil {
				t.Fatal(err)
			}
			prepared[name] = Prepare(c.Articles[0])
			var texts []string
			var numbers []int
			for _, s := range g.Articles[name] {
				texts, numbers = append(texts, s.Text), append(numbers, s.ID)
			}
			ids[name] = labelled(prepared[name], texts, numbers)
		}
		return prepared[name]
	}
	for _, p := range g.Pairs {
		m := newMatch(read(p.Left), read(p.Right))
		labels := map[[2]int]float64{}
		for _, l := range p.Links {
			labels[[2]int{l.Left, l.Right}] = map[bool]float64{true: 1, false: .5}[l.Grade == "core"]
		}
		table := m.table()
		for i := range table.n {
			for j := range table.k {
				label := 0.
				for _, a := range ids[p.Left][i] {
					for _, b := range ids[p.Right][j] {
						label = max(label, labels[[2]int{a, b}])
					}
				}
				out = append(out, example{p.Name, p.Story, i, j, table.at(i, j), label})
			}
		}
	}
	return out
}

// labelled returns for each compared sentence the numbers of the labelled
// sentences it overlaps by half of either.
func labelled(p *Prepared, texts []string, numbers []int) [][]int {
	squeeze := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsSpace(r) {
				return -1
			}
			return r
		}, s)
	}
	flat := squeeze(p.Article.Text)
	type span struct{ from, to, number int }
	var spans []span
	at := 0
	for k, text := range texts {
		want := squeeze(text)
		n := strings.Index(flat[at:], want)
		if n < 0 {
			continue
		}
		spans = append(spans, span{at + n, at + n + len(want), numbers[k]})
		at += n + len(want)
	}
	out := make([][]int, len(p.sentences))
	for k, s := range p.sentences {
		whole := p.Article.Sentences[s.index]
		from := len(squeeze(p.Article.Text[:whole.Start]))
		to := from + len(squeeze(whole.Of(p.Article.Text)))
		for _, g := range spans {
			o := min(to, g.to) - max(from, g.from)
			if o > 0 && (2*o >= g.to-g.from || 2*o >= to-from) {
				out[k] = append(out[k], g.number)
			}
		}
	}
	return out
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
		fmt.Fprintf(f, "%s\t%s\t%d\t%d\t%v", e.pair, e.story, e.i, e.j, e.label)
		for _, v := range e.x {
			fmt.Fprintf(f, "\t%.6g", v)
		}
		fmt.Fprintln(f)
	}
}
