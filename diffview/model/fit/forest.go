// Package fit learns small models from examples: rows of features with their
// answers go in, a model comes out. Only the tests that write the models use it.
package fit

import (
	"math"
	"math/rand/v2"
	"sort"
	"strconv"

	"parallax/diffview/model"
)

// Options say how a forest is fitted.
type Options struct {
	Trees     int     // how many
	Depth     int     // of each tree: questions on the way to a leaf
	Rate      float64 // what share of each tree's advice is taken, 0 to 1
	MinWeight float64 // the least sum of p(1-p) over the examples of a leaf
	Ridge     float64 // added to that sum: keeps leaves of few examples modest
	Rows      float64 // share of the examples each tree sees, 0 to 1
	Columns   float64 // share of the features each tree may ask, 0 to 1
	Seed      uint64
}

// bins is into how many ranks the values of a feature are sorted before
// fitting: thresholds are only tried between them.
const bins = 64

// Forest learns from examples: rows of features, each with its answer (true for
// yes) and weight. The same examples and options give the same forest.
func Forest(features []string, rows [][]float64, yes []bool, weight []float64, o Options) *model.Forest {
	t := &trainer{o: o, rows: rows, rng: rand.New(rand.NewPCG(o.Seed, 1))}
	t.prepare(len(features), yes, weight)
	f := &model.Forest{Features: features, Bias: t.bias}
	for range o.Trees {
		f.Trees = append(f.Trees, t.grow())
	}
	return f
}

// A trainer holds the examples in the form the growing of trees needs.
type trainer struct {
	o     Options
	rows  [][]float64
	rng   *rand.Rand
	y, w  []float64
	odds  []float64   // the log-odds so far, by example
	grad  []float64   // by example: how far off the probability is
	hess  []float64   // and how much it can move
	edges [][]float64 // by feature: the thresholds between bins
	bin   [][]uint8   // by feature and example
	bias  float64
}

func (t *trainer) prepare(features int, yes []bool, weight []float64) {
	n := len(t.rows)
	t.y, t.w = make([]float64, n), weight
	t.odds, t.grad, t.hess = make([]float64, n), make([]float64, n), make([]float64, n)
	var positive, total float64
	for k, v := range yes {
		if v {
			t.y[k] = 1
			positive += weight[k]
		}
		total += weight[k]
	}
	t.bias = math.Log((positive + 1) / (total - positive + 1))
	for k := range t.odds {
		t.odds[k] = t.bias
	}
	for f := range features {
		t.rank(f)
	}
}

// rank sorts the values of a feature into bins of about as many examples.
func (t *trainer) rank(f int) {
	values := make([]float64, len(t.rows))
	for k, r := range t.rows {
		values[k] = r[f]
	}
	sorted := append([]float64(nil), values...)
	sort.Float64s(sorted)
	var edges []float64
	for b := 1; b < bins; b++ {
		at := max(1, b*len(sorted)/bins)
		for at < len(sorted) && sorted[at] == sorted[at-1] {
			at++
		}
		if at >= len(sorted) {
			break
		}
		// Between two values, and rounded as the file form will have it.
		edge, _ := strconv.ParseFloat(model.Number((sorted[at-1]+sorted[at])/2), 64)
		if len(edges) == 0 || edge > edges[len(edges)-1] {
			edges = append(edges, edge)
		}
	}
	bin := make([]uint8, len(values))
	for k, v := range values {
		bin[k] = uint8(sort.Search(len(edges), func(e int) bool { return v < edges[e] }))
	}
	t.edges, t.bin = append(t.edges, edges), append(t.bin, bin)
}

// grow adds one tree that corrects what the trees so far got wrong.
func (t *trainer) grow() model.Tree {
	var members []int
	for k := range t.rows {
		p := 1 / (1 + math.Exp(-t.odds[k]))
		t.grad[k] = t.w[k] * (t.y[k] - p)
		t.hess[k] = t.w[k] * p * (1 - p)
		if t.rng.Float64() < t.o.Rows {
			members = append(members, k)
		}
	}
	asked := make([]bool, len(t.edges))
	for f := range asked {
		asked[f] = t.rng.Float64() < t.o.Columns
	}
	var tree model.Tree
	t.split(&tree, members, asked, t.o.Depth)
	one := &model.Forest{Trees: []model.Tree{tree}}
	for k, r := range t.rows {
		t.odds[k] += one.LogOdds(r)
	}
	return tree
}

// split adds a node for the members to the tree, and those below it.
func (t *trainer) split(tree *model.Tree, members []int, asked []bool, depth int) int {
	at := len(*tree)
	*tree = append(*tree, model.Node{Feature: -1})
	var g, h float64
	for _, k := range members {
		g += t.grad[k]
		h += t.hess[k]
	}
	feature, edge := -1, 0
	if depth > 0 {
		feature, edge = t.bestSplit(members, asked, g, h)
	}
	if feature < 0 {
		(*tree)[at].Value = t.o.Rate * g / (h + t.o.Ridge)
		return at
	}
	var below, above []int
	for _, k := range members {
		if int(t.bin[feature][k]) <= edge {
			below = append(below, k)
		} else {
			above = append(above, k)
		}
	}
	node := model.Node{Feature: int16(feature), Value: t.edges[feature][edge]}
	node.Below = int16(t.split(tree, below, asked, depth-1))
	node.Above = int16(t.split(tree, above, asked, depth-1))
	(*tree)[at] = node
	return at
}

// bestSplit returns the feature and bin edge that gain most, or -1.
func (t *trainer) bestSplit(members []int, asked []bool, g, h float64) (feature, edge int) {
	feature = -1
	best := 1e-6
	whole := g * g / (h + t.o.Ridge)
	for f, edges := range t.edges {
		if !asked[f] || len(edges) == 0 {
			continue
		}
		var gs, hs [bins]float64
		for _, k := range members {
			b := t.bin[f][k]
			gs[b] += t.grad[k]
			hs[b] += t.hess[k]
		}
		var gl, hl float64
		for e := range edges {
			gl += gs[e]
			hl += hs[e]
			gr, hr := g-gl, h-hl
			if hl < t.o.MinWeight || hr < t.o.MinWeight {
				continue
			}
			if gain := gl*gl/(hl+t.o.Ridge) + gr*gr/(hr+t.o.Ridge) - whole; gain > best {
				best, feature, edge = gain, f, e
			}
		}
	}
	return feature, edge
}
