package conflict_test

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"hash/fnv"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/corpus/story"
	"parallax/diffview/coverage"
	"parallax/diffview/difftest"
	"parallax/diffview/sides"
)

var drawSeed = flag.String("draw", "", "print reports drawn from pairs that nobody labelled, to be read; any `seed`, or \"again\" to count what is right of those that were read and are still core")

// drawn are the corpora the reports are drawn from.
var drawn = []string{"events", "roundup", "spectrum", "wire"}

// How many reports are drawn. No more than half come from the short texts of
// wire, which have the most reports.
const (
	drawCore  = 60
	drawMinor = 40
)

// A report is what is reported on a pair, as read.tsv has it.
type report struct {
	corpus, grade, kind string
	confidence          float64
	files, words        [2]string
	reason              string
}

// place is what a report is known by: its corpus, files and words.
func (r report) place() string {
	return strings.Join([]string{r.corpus, r.files[0], r.files[1], r.words[0], r.words[1]}, "\t")
}

// kept reports whether a report is on a pair that is kept for reading: half of
// the pairs, none of which may be looked at while finders are written.
func (r report) kept() bool {
	h := fnv.New32a()
	h.Write([]byte(min(r.files[0], r.files[1]) + max(r.files[0], r.files[1])))
	return h.Sum32()>>4&1 == 1
}

// rank orders reports at random, and always alike for one seed, whatever else
// is reported.
func (r report) rank(seed string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(seed + "\t" + r.place()))
	x := h.Sum64()
	x ^= x >> 33 // the last bytes reach the high bits
	x *= 0xff51afd7ed558ccd
	return x ^ x>>33
}

// TestDraw prints the draw: reports on pairs that nobody labelled and that are
// not in read.tsv yet, one of a kind from a pair.
func TestDraw(t *testing.T) {
	if *drawSeed == "" {
		t.Skip("no -draw")
	}
	read := readBefore(t)
	labelled := labelledSentences(t)
	var all []report
	for _, name := range drawn {
		dir := filepath.Join(difftest.Bench, "..", "..", "corpora", name)
		if _, err := os.Stat(dir); err != nil {
			t.Skipf("the corpora are not there: %v", err)
		}
		all = append(all, reportsOn(t, name, dir, labelled)...)
	}
	if *drawSeed == "again" {
		countAgain(t, all, read)
		return
	}
	all = slices.DeleteFunc(all, func(r report) bool { return read[r.place()] != "" || !r.kept() })
	slices.SortFunc(all, func(a, b report) int { return cmp.Compare(a.rank(*drawSeed), b.rank(*drawSeed)) })
	for _, of := range []struct {
		grade string
		n     int
	}{{"core", drawCore}, {"minor", drawMinor}} {
		for _, r := range draw(all, of.grade, of.n) {
			fmt.Printf("%s\t%s\t%s\t%s\t%.2f\t%s\t%s\t%s\t%s\t%s\n", *drawSeed, r.corpus, r.grade, r.kind, r.confidence, r.files[0], r.files[1], r.words[0], r.words[1], r.reason)
		}
	}
}

// countAgain counts what is right of the core reports, as far as they were read:
// those listed here, and the values that the verdict on numbers and days is fitted on.
func countAgain(t *testing.T, all []report, read map[string]string) {
	still := map[string]int{}
	seen := map[string]bool{}
	for _, r := range all {
		_, verdict, _ := strings.Cut(read[r.place()], " ")
		if verdict == "" {
			verdict = "not read"
		}
		if r.grade == "core" && !seen[r.place()] {
			seen[r.place()] = true
			still["all "+verdict]++
			still[r.kind+" "+verdict]++
			if r.corpus != "wire" {
				still["not of wire "+verdict]++
			}
		}
	}
	for _, what := range slices.Sorted(maps.Keys(still)) {
		t.Logf("%s %d", what, still[what])
	}
}

// draw takes the first n reports of a grade, at most half of them of wire if
// there are others, and one of a kind from a pair.
func draw(all []report, grade string, n int) (out []report) {
	seen := map[string]bool{}
	take := func(n int, wire bool) {
		for _, r := range all {
			pair := strings.Join([]string{r.kind, r.files[0], r.files[1]}, "\t")
			if n > 0 && r.grade == grade && (r.corpus == "wire") == wire && !seen[pair] {
				seen[pair], n, out = true, n-1, append(out, r)
			}
		}
	}
	take(n/2, false)
	take(n-len(out), true)
	return out
}

// reportsOn returns what is reported on the pairs of a corpus that are not
// labelled.
func reportsOn(t *testing.T, name, dir string, labelled map[string]bool) (out []report) {
	c, err := corpus.Open([]string{dir}, corpus.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var grouping story.Grouping
	for _, s := range grouping.Stories(c.Articles) {
		if len(s.Articles) < 2 {
			continue
		}
		members := s.Members(c.Articles)
		pairings, err := coverage.Surveyor{Failed: func(_ coverage.Pair, err error) { t.Log(err) }}.Survey(context.Background(), members)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range coverage.Gather(members, pairings).Disputes {
			k := d.Pairs[0]
			r := report{corpus: name, grade: d.Grade.String(), kind: d.Kind.String(), confidence: k.Confidence, reason: prose.Fold(k.Reason)}
			known := true
			for side := range sides.Side(2) {
				a := members[k.Pair[side]]
				r.files[side], r.words[side] = filepath.Base(a.Path), prose.Fold(k.Spans[side].Of(a.Text))
				known = known && isLabelled(a, labelled)
			}
			if !known {
				out = append(out, r)
			}
		}
	}
	return out
}

// mostLabelled is how many sentences of an article may be those of labelled
// ones: agencies' sentences stand in many.
const mostLabelled = 2

// isLabelled reports whether an article is one of the labelled.
func isLabelled(a *corpus.Article, labelled map[string]bool) bool {
	n := 0
	for _, s := range a.Sentences {
		if labelled[bare(s.Of(a.Text))] {
			n++
		}
	}
	return n > mostLabelled
}

// labelledSentences returns the sentences of the labelled articles that are
// long enough to be known by.
func labelledSentences(t *testing.T) map[string]bool {
	out := map[string]bool{}
	for _, sentences := range difftest.ReadLabels(t).Articles {
		for _, s := range sentences {
			if w := bare(s.Text); len(w) > 60 {
				out[w] = true
			}
		}
	}
	return out
}

var noLetters = regexp.MustCompile(`\W+`)

// bare returns the letters of a text, in lower case.
func bare(s string) string {
	return strings.TrimSpace(noLetters.ReplaceAllString(strings.ToLower(s), " "))
}

// readBefore returns the grades and verdicts of what was read, by place in either
// order: reports here, and values that the verdict on numbers and days is fitted on.
func readBefore(t *testing.T) map[string]string {
	out := map[string]string{}
	note := func(verdict string, f ...string) {
		out[strings.Join(f, "\t")] = verdict
		out[strings.Join([]string{f[0], f[2], f[1], f[4], f[3]}, "\t")] = verdict
	}
	for _, f := range rowsOf(t, "read.tsv") {
		if len(f) == readColumns {
			note(f[2]+" "+f[9], f[1], f[5], f[6], f[7], f[8])
		}
	}
	var of []string // the pair of the values below
	for _, f := range rowsOf(t, filepath.Join("..", "slot", "read.tsv")) {
		if f[0] != "" {
			of = f
			continue
		}
		note("read "+f[6], of[0], of[1], of[2], f[4], f[5])
	}
	return out
}

// rowsOf returns the rows of a table, comments left out.
func rowsOf(t *testing.T, file string) (rows [][]string) {
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		if !strings.HasPrefix(line, "#") {
			rows = append(rows, strings.Split(strings.TrimRight(line, "\n"), "\t"))
		}
	}
	return rows
}

// readColumns is how many columns a line of read.tsv has: the seed of its draw,
// corpus, grade, kind, confidence, the two files, the two articles' words,
// verdict and cause.
const readColumns = 11
