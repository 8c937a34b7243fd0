package diffview

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"parallax/corpus"
	"parallax/corpus/corpustest"
	"parallax/diffview/budget"
)

var growth = flag.Bool("growth", false, "measure how comparing grows with length, on prose of ../../shared/corpora")

// stepsFor returns what comparing two texts costs, in steps, and the result.
func stepsFor(t testing.TB, left, right string) (int, *Comparison) {
	t.Helper()
	l, r := Prepare(corpus.FromText("left.txt", left)), Prepare(corpus.FromText("right.txt", right))
	b := budget.New(context.Background(), mostSteps)
	c, err := compare(b, l.covered(), r.covered())
	if err != nil && !errors.Is(err, budget.ErrSpent) {
		t.Fatal(err)
	}
	return mostSteps - b.Left(), c
}

// words writes sentences of words, of which few are frequent and many rare, as
// in prose.
func words(rng *rand.Rand, sentences int) string {
	var b strings.Builder
	for range sentences {
		for range 12 {
			fmt.Fprintf(&b, "w%d ", int(1/(rng.Float64()+1e-5)))
		}
		b.WriteString("end.\n\n")
	}
	return b.String()
}

// Comparing costs near twice as much for twice the text.
func TestCostGrowsWithLength(t *testing.T) {
	corpustest.Measures(t)
	rng := rand.New(rand.NewPCG(1, 2))
	const few = 500
	once, _ := stepsFor(t, words(rng, few), words(rng, few))
	twice, _ := stepsFor(t, words(rng, 2*few), words(rng, 2*few))
	t.Logf("%d sentences: %d M steps; %d: %d M", few, once/1e6, 2*few, twice/1e6)
	if twice > 5*once/2 {
		t.Errorf("twice the text costs %.1f times as much", float64(twice)/float64(once))
	}
}

// Texts made to take long do not. What they may cost is in steps, so that the
// test says the same on a busy machine.
func TestCostOfHostileTexts(t *testing.T) {
	corpustest.Measures(t)
	rng := rand.New(rand.NewPCG(3, 4))
	numbers := func() string {
		var b strings.Builder
		for range 10_000 {
			fmt.Fprintf(&b, "%d ", rng.IntN(1e6))
		}
		return b.String()
	}
	names := func() string {
		syllable := func() string { return string("bdfglmnrst"[rng.IntN(10)]) + string("aeiou"[rng.IntN(5)]) }
		name := func() string { return string("BDFGLMNRST"[rng.IntN(10)]) + "a" + syllable() + syllable() }
		var b strings.Builder
		for range 2500 {
			fmt.Fprintf(&b, "They met %s %s. ", name(), name())
		}
		return b.String()
	}
	for _, tt := range []struct {
		name        string
		left, right string
	}{
		{"many names that are spelled much alike", names(), names()},
		{"one sentence of numbers", numbers(), numbers()},
		{"one sentence over and over", strings.Repeat("The minister said the dam would hold. ", 2000), strings.Repeat("The minister said a dam would not hold. ", 2000)},
		{"one quotation over and over", strings.Repeat("“We will not accept the plan as it is written now,” Ann Marsh said.\n\n", 1000), strings.Repeat("“We will never accept the plan as it is written now,” Ann Marsh said.\n\n", 1000)},
		{"one name over and over", strings.Repeat("Ann Marsh met Abe Moss. ", 2000), strings.Repeat("Ada Moor met Ann March. ", 2000)},
	} {
		const most = mostSteps / 5
		steps, c := stepsFor(t, tt.left, tt.right)
		t.Logf("%s: %d M steps", tt.name, steps/1e6)
		if c == nil || steps > most {
			t.Errorf("%s, %d KB: %d M steps, more than %d M", tt.name, len(tt.left)>>10, steps/1e6, int(most/1e6))
		}
	}
}

// TestGrowth prints what comparing long prose costs. It is run by hand:
//
//	go test ./diffview -run TestGrowth -growth -v
func TestGrowth(t *testing.T) {
	if !*growth {
		t.Skip("run with -growth")
	}
	for _, kilobytes := range []int{100, 200, 400, 800, 1600} {
		sides := longProse(t, kilobytes<<10)
		before := time.Now()
		l, r := Prepare(corpus.FromText("left.txt", sides[Left])), Prepare(corpus.FromText("right.txt", sides[Right]))
		prepared := time.Since(before)
		before = time.Now()
		c, err := Compare(context.Background(), l, r)
		if err != nil {
			t.Fatal(err)
		}
		took := time.Since(before)
		steps, _ := stepsFor(t, sides[Left], sides[Right])
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		t.Logf("%4d KB a side, %5d and %5d sentences: prepare %4d ms, compare %5d ms, %4d M steps, %4d MB from the system, limits %q",
			kilobytes, len(l.Article.Sentences), len(r.Article.Sentences), prepared.Milliseconds(), took.Milliseconds(), steps/1e6, m.Sys>>20, c.Limits())
	}
}

// longProse joins articles of the corpora beside the project, the one half for
// the left, the other for the right.
func longProse(t *testing.T, size int) (sides [2]string) {
	var files []string
	for _, folder := range []string{"roundup", "events", "wire"} {
		more, _ := filepath.Glob(filepath.Join("../../shared/corpora", folder, "*"))
		files = append(files, more...)
	}
	var b [2]strings.Builder
	for k, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		b[k%2].WriteString(string(text) + "\n\n")
	}
	for side := range b {
		if sides[side] = b[side].String(); len(sides[side]) < size {
			t.Skip("the corpora are not there")
		}
		sides[side] = strings.ToValidUTF8(sides[side][:size], "")
	}
	return sides
}
