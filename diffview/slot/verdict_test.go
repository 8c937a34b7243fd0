package slot

import (
	"bytes"
	"cmp"
	"fmt"
	"hash/fnv"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/diffview/difftest"
	"parallax/diffview/doc"
	"parallax/diffview/model"
	"parallax/diffview/model/fit"
	"parallax/diffview/sides"
)

// verdictFolds is in how many parts the stories are cut, so that every value is
// judged by models that have not seen its story.
const verdictFolds = 6

// verdictRidge keeps the weights of the verdicts modest.
const verdictRidge = 3

// A weighed is a rival with what its verdict rests on.
type weighed struct {
	kind     Kind
	story    string
	fold     int
	labelled bool // of the labelled pairs, not of those read
	x        []float64
	yes      bool
}

// fitVerdicts fits the verdicts on what differs in the articles as they are, and
// says how they do on stories that they have not seen.
func fitVerdicts(t *testing.T, all []example, labelled, read []contest) {
	var rows []weighed
	for fold := range verdictFolds {
		var xs [][]float64
		var ys []bool
		var ws []float64
		for _, e := range all {
			if foldOf(e.story) != fold {
				xs, ys, ws = append(xs, e.x), append(ys, e.yes), append(ws, e.weight)
			}
		}
		f := fit.Forest(featureNames[:], xs, ys, ws, slotOptions)
		for n, of := range [2][]contest{labelled, read} {
			for _, c := range of {
				if foldOf(c.story) == fold {
					rows = append(rows, c.weigh(f, fold, n == 0)...)
				}
			}
		}
	}
	for kind := range verdictFiles {
		fitVerdict(t, kind, slices.DeleteFunc(slices.Clone(rows), func(w weighed) bool { return w.kind != kind }))
	}
}

// foldOf returns which part of the stories a story is in.
func foldOf(story string) int {
	h := fnv.New32a()
	h.Write([]byte(story))
	return int(h.Sum32()>>8) % verdictFolds
}

// weigh returns what the verdicts on a contest rest on.
func (c contest) weigh(f *model.Forest, fold int, labelled bool) (out []weighed) {
	score(c.rivals, f.Score)
	compete(c.rivals, c.alike, f.Score)
	for k := range c.rivals {
		if r := &c.rivals[k]; reasons[r.Kind] != nil && c.truth[k] != unread && r.Score >= leastWeighed {
			out = append(out, weighed{r.Kind, c.story, fold, labelled, reasonsOf(r), c.truth[k] == right})
		}
	}
	return out
}

// fitVerdict fits one verdict, and counts what ones that have not seen the stories
// would say.
func fitVerdict(t *testing.T, kind Kind, rows []weighed) {
	file := verdictFiles[kind]
	var names []string
	for _, r := range reasons[kind] {
		names = append(names, r.name)
	}
	fitted := func(but int) (l *model.Logistic, n, yes int) {
		var xs [][]float64
		var ys []bool
		var stories []string
		for _, r := range rows {
			if r.fold == but {
				continue
			}
			xs, ys, stories = append(xs, r.x), append(ys, r.yes), append(stories, r.story)
			if r.yes {
				yes++
			}
		}
		return fit.Logistic(names, xs, ys, shares(stories), verdictRidge), len(ys), yes
	}
	judged := map[bool][]verdict{}
	for fold := range verdictFolds {
		l, _, _ := fitted(fold)
		for _, r := range rows {
			if r.fold == fold {
				judged[r.labelled] = append(judged[r.labelled], verdict{l.Score(r.x), r.yes})
			}
		}
	}
	for _, labelled := range []bool{true, false} {
		t.Logf("%s, labelled %v: %s", file, labelled, table(judged[labelled]))
	}
	l, n, yes := fitted(-1)
	var b bytes.Buffer
	note := fmt.Sprintf("Fitted by: go test ./diffview/slot -run TestFit -fit %s -seed %d\non %d pairs of values, %d of them conflicts", *fitSlots, *seed, n, yes)
	if err := l.Write(&b, note); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, b.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
}

// shares returns how much each value counts: those of one story together count by
// the root of how many they are, for they tell less than as many of as many stories.
// The mean is 1.
func shares(stories []string) []float64 {
	n := map[string]float64{}
	for _, story := range stories {
		n[story]++
	}
	weight, sum := make([]float64, len(stories)), 0.
	for k, story := range stories {
		weight[k] = 1 / math.Sqrt(n[story])
		sum += weight[k]
	}
	for k := range weight {
		weight[k] *= float64(len(weight)) / sum
	}
	return weight
}

// A verdict is how likely two values conflict, and whether they do.
type verdict struct {
	sure float64
	yes  bool
}

// table says how many of the verdicts from each likelihood on are right.
func table(of []verdict) string {
	slices.SortFunc(of, func(a, b verdict) int { return cmp.Compare(b.sure, a.sure) })
	var out []string
	for _, least := range []float64{.8, .7, .6, .55, .5, .45, .4, .35, .3, .2, .1, 0} {
		n, yes := 0, 0
		for _, v := range of {
			if v.sure >= least {
				n++
				if v.yes {
					yes++
				}
			}
		}
		out = append(out, fmt.Sprintf("from %.2f %d of %d", least, yes, n))
	}
	return strings.Join(out, ", ")
}

// read returns what was read on pairs that nobody labelled, as far as the corpora are
// there.
func read(t *testing.T) (out []contest) {
	b, err := os.ReadFile("read.tsv")
	if err != nil {
		t.Fatal(err)
	}
	docs := map[string]*doc.Doc{}
	prepared := func(name string, file string) *doc.Doc {
		key := name + "/" + file
		if len(docs) == 0 || docs[key] == nil {
			c, err := corpus.Open([]string{filepath.Join(difftest.Bench, "..", "..", "corpora", name)}, corpus.Options{})
			if err != nil {
				t.Skipf("the corpora are not there: %v", err)
			}
			for _, a := range c.Articles {
				docs[name+"/"+filepath.Base(a.Path)] = doc.Prepare(a)
			}
		}
		return docs[key]
	}
	var c *contest
	lost := 0
	for line := range strings.Lines(string(b)) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		switch {
		case strings.HasPrefix(line, "#"):
		case f[0] != "":
			l, r := prepared(f[0], f[1]), prepared(f[0], f[2])
			if l == nil || r == nil {
				t.Fatalf("%q: no such articles", line)
			}
			out = append(out, contestOf(t, l, r))
			c = &out[len(out)-1]
			c.story, c.truth = f[0]+f[1], make([]truth, len(c.rivals))
		default:
			if !c.note(t, f) {
				lost++
			}
		}
	}
	t.Logf("%d pairs read; %d of their values are no candidates now", len(out), lost)
	joinStories(out)
	return out
}

// joinStories gives the pairs that an article joins, directly or through others, one
// story: what two of them tell apart is one fact, and no fold may know it of another.
func joinStories(of []contest) {
	root := map[*doc.Doc]*doc.Doc{}
	find := func(d *doc.Doc) *doc.Doc {
		for root[d] != nil {
			d = root[d]
		}
		return d
	}
	for _, c := range of {
		if l, r := find(c.docs[sides.Left]), find(c.docs[sides.Right]); l != r {
			root[l] = r
		}
	}
	for k := range of {
		of[k].story = filepath.Base(find(of[k].docs[sides.Left]).Article.Path)
	}
}

// note writes down what was read of two values: a line of read.tsv. It reports whether
// they are candidates.
func (c *contest) note(t *testing.T, f []string) (found bool) {
	var at [2][2]int
	for side := range at {
		from, to, _ := strings.Cut(f[2+side], "-")
		var err error
		if at[side][0], err = strconv.Atoi(from); err != nil {
			t.Fatal(err)
		}
		if at[side][1], err = strconv.Atoi(to); err != nil {
			t.Fatal(err)
		}
	}
	for k := range c.rivals {
		r := &c.rivals[k]
		if (r.Kind == Number) != (f[1] == "number") || r.Kind == Name || r.Kind == Word {
			continue
		}
		in := true
		for side, v := range r.Values {
			tokens := c.docs[side].Tokens
			in = in && tokens[v.First].Start < at[side][1] && at[side][0] < tokens[v.Last-1].End
		}
		if in {
			found = true
			if c.truth[k] = wrong; f[6] == "right" || f[6] == "update" {
				c.truth[k] = right
			}
		}
	}
	return found
}
