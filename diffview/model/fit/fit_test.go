package fit

import (
	"bytes"
	"math"
	"math/rand/v2"
	"testing"

	"parallax/diffview/model"
)

// rings makes examples that no single feature decides: yes is a ring around
// the middle of a square.
func rings(n int) (rows [][]float64, yes []bool, weight []float64) {
	rng := rand.New(rand.NewPCG(1, 1))
	for range n {
		x, y := rng.Float64()*2-1, rng.Float64()*2-1
		rows = append(rows, []float64{x, y, rng.Float64()})
		r := math.Hypot(x, y)
		yes = append(yes, r > .4 && r < .8)
		weight = append(weight, 1)
	}
	return rows, yes, weight
}

var ringNames = []string{"x", "y", "noise"}

func right(score func([]float64) float64, rows [][]float64, yes []bool) float64 {
	n := 0
	for k, x := range rows {
		if (score(x) > .5) == yes[k] {
			n++
		}
	}
	return float64(n) / float64(len(rows))
}

func TestForestLearnsARing(t *testing.T) {
	rows, yes, weight := rings(4000)
	f := Forest(ringNames, rows[:3000], yes[:3000], weight[:3000], Options{Trees: 100, Depth: 4, Rate: .2, MinWeight: 1, Ridge: 1, Rows: .8, Columns: 1, Seed: 1})
	if got := right(f.Score, rows[3000:], yes[3000:]); got < .93 {
		t.Errorf("%.3f of unseen examples are right, want .93", got)
	}
	again := Forest(ringNames, rows[:3000], yes[:3000], weight[:3000], Options{Trees: 100, Depth: 4, Rate: .2, MinWeight: 1, Ridge: 1, Rows: .8, Columns: 1, Seed: 1})
	if f.Score(rows[0]) != again.Score(rows[0]) {
		t.Error("fitting twice gave two forests")
	}
}

func TestLogisticLearnsALine(t *testing.T) {
	rows, yes, weight := rings(2000)
	for k, x := range rows {
		yes[k] = x[0]+.5*x[1] > .1
	}
	l := Logistic(ringNames, rows[:1500], yes[:1500], weight[:1500], .1)
	if got := right(l.Score, rows[1500:], yes[1500:]); got < .97 {
		t.Errorf("%.3f of unseen examples are right, want .97", got)
	}
	if math.Abs(l.Weight[2]) > math.Abs(l.Weight[0])/10 {
		t.Errorf("noise has the weight %v", l.Weight[2])
	}
}

func TestFilesReadBack(t *testing.T) {
	rows, yes, weight := rings(500)
	f := Forest(ringNames, rows, yes, weight, Options{Trees: 10, Depth: 3, Rate: .2, MinWeight: 1, Ridge: 1, Rows: 1, Columns: 1})
	l := Logistic(ringNames, rows, yes, weight, 1)
	var a, b bytes.Buffer
	if err := f.Write(&a, "rings\nof points"); err != nil {
		t.Fatal(err)
	}
	if err := l.Write(&b, "rings"); err != nil {
		t.Fatal(err)
	}
	f2, err := model.ParseForest(a.String())
	if err != nil {
		t.Fatal(err)
	}
	l2, err := model.ParseLogistic(b.String())
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range rows {
		if math.Abs(f.Score(x)-f2.Score(x)) > 1e-4 || math.Abs(l.Score(x)-l2.Score(x)) > 1e-4 {
			t.Fatalf("%v is scored otherwise after reading back", x)
		}
	}
}

func BenchmarkForest(b *testing.B) {
	rows, yes, weight := rings(2000)
	f := Forest(ringNames, rows, yes, weight, Options{Trees: 100, Depth: 4, Rate: .1, MinWeight: 1, Ridge: 1, Rows: 1, Columns: 1})
	b.ReportAllocs()
	for b.Loop() {
		f.Score(rows[b.N%len(rows)])
	}
}
