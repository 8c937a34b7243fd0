// Package model holds small models of a yes-or-no decision: features go in, how
// likely yes is comes out. They know nothing of news; package fit learns them
// from examples.
//
//	forest.go    gradient-boosted shallow trees, and their file form
//	complete.go  the same trees, laid out to be walked quickly
//	logistic.go  a logistic regression, and its file form
//
// A fitted model is a text file a person can read, features by name. It is
// evaluated in microseconds, needs no library, and gives the same score on
// every machine. The method of the trees is Friedman 2001, "Greedy Function
// Approximation: A Gradient Boosting Machine", with the second-order steps of
// Chen & Guestrin 2016, "XGBoost", §2.
package model

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
)

// A Forest scores a vector of features.
type Forest struct {
	Features []string // their names, in the order of the vectors
	Bias     float64  // log-odds of the whole
	Trees    []Tree

	complete complete // the same trees, of a forest that was read; else empty
}

// A Tree is a list of nodes, the root first.
type Tree []Node

// A Node asks whether a feature is below a value, or is a leaf. It is kept
// small: a forest is walked for every candidate.
type Node struct {
	Value   float64 // of a question: the threshold; of a leaf: what it adds to the log-odds
	Feature int16   // -1 for a leaf
	Below   int16   // the node to go to when the feature is below Value
	Above   int16   // and else, also for NaN
}

// Score returns the probability, 0 to 1, that the answer is yes for x, which
// has one value for each feature.
func (f *Forest) Score(x []float64) float64 { return 1 / (1 + math.Exp(-f.LogOdds(x))) }

// LogOdds returns the logarithm of the odds that the answer is yes.
func (f *Forest) LogOdds(x []float64) float64 {
	if len(f.complete.leaf) > 0 {
		return f.complete.sum(f.Bias, x)
	}
	sum := f.Bias
	for _, t := range f.Trees {
		n := &t[0]
		for n.Feature >= 0 {
			if x[n.Feature] < n.Value {
				n = &t[n.Below]
			} else {
				n = &t[n.Above]
			}
		}
		sum += n.Value
	}
	return sum
}

// forestHeader is the first line of the file form.
const forestHeader = "parallax forest 1"

// Write writes the forest as text. Each line of note becomes a comment at the
// top: where the examples came from and how good it is.
func (f *Forest) Write(w io.Writer, note string) error {
	b := bufio.NewWriter(w)
	fmt.Fprintln(b, forestHeader)
	writeNote(b, note)
	fmt.Fprintln(b, "features", strings.Join(f.Features, " "))
	fmt.Fprintln(b, "bias", Number(f.Bias))
	for _, t := range f.Trees {
		fmt.Fprintln(b, "tree")
		for k, n := range t {
			if n.Feature < 0 {
				fmt.Fprintf(b, "%d leaf %s\n", k, Number(n.Value))
			} else {
				fmt.Fprintf(b, "%d %s < %s ? %d : %d\n", k, f.Features[n.Feature], Number(n.Value), n.Below, n.Above)
			}
		}
	}
	return b.Flush()
}

// writeNote writes text as comment lines.
func writeNote(w io.Writer, note string) {
	for _, line := range strings.Split(strings.TrimSpace(note), "\n") {
		fmt.Fprintln(w, "#", line)
	}
}

// Number writes a number as the file forms have it.
func Number(v float64) string { return strconv.FormatFloat(v, 'g', 6, 64) }

// ParseForest reads a forest from its file form. An error names the line.
func ParseForest(text string) (*Forest, error) {
	p := parser{index: map[string]int{}, nodes: make([]Node, 0, strings.Count(text, "\n")+1)}
	k := -1
	for line := range strings.SplitSeq(text, "\n") {
		if k++; k == 0 && line != forestHeader {
			return nil, fmt.Errorf("line 1: %q is not %q", line, forestHeader)
		}
		if k == 0 || line == "" || line[0] == '#' {
			continue
		}
		if err := p.parseLine(line); err != nil {
			return nil, fmt.Errorf("line %d: %w", k+1, err)
		}
	}
	f := p.forest()
	if err := f.check(); err != nil {
		return nil, err
	}
	if c, ok := layOut(f.Trees); ok {
		f.complete = c
	}
	return f, nil
}

// A parser has what was read of a forest. All nodes stand in one list, for every
// start of the program reads thousands.
type parser struct {
	features []string
	index    map[string]int // of the features
	bias     float64
	nodes    []Node
	first    []int // of each tree, its first node
}

// forest returns what was read.
func (p *parser) forest() *Forest {
	f := &Forest{Features: p.features, Bias: p.bias, Trees: make([]Tree, len(p.first))}
	for k, first := range p.first {
		end := len(p.nodes)
		if k+1 < len(p.first) {
			end = p.first[k+1]
		}
		f.Trees[k] = p.nodes[first:end:end]
	}
	return f
}

func (p *parser) parseLine(line string) (err error) {
	w, n := fields(line)
	switch {
	case w[0] == "features":
		p.features = strings.Fields(line)[1:]
		for k, name := range p.features {
			p.index[name] = k
		}
	case w[0] == "bias" && n == 2:
		p.bias, err = strconv.ParseFloat(w[1], 64)
	case w[0] == "tree":
		p.first = append(p.first, len(p.nodes))
	case n == 0:
		return fmt.Errorf("%q is not understood", line)
	case len(p.first) == 0:
		return fmt.Errorf("%q before the first tree", line)
	case n == 3 && w[1] == "leaf":
		v, err := strconv.ParseFloat(w[2], 64)
		p.nodes = append(p.nodes, Node{Feature: -1, Value: v})
		return err
	case n == 8 && w[2] == "<":
		n := Node{}
		feature, ok := p.index[w[1]]
		if !ok {
			return fmt.Errorf("unknown feature %q", w[1])
		}
		n.Feature = int16(feature)
		if n.Value, err = strconv.ParseFloat(w[3], 64); err != nil {
			return err
		}
		if n.Below, err = parseNode(w[5]); err != nil {
			return err
		}
		n.Above, err = parseNode(w[7])
		p.nodes = append(p.nodes, n)
	default:
		return fmt.Errorf("%q is not understood", line)
	}
	return err
}

// fields returns the first fields of a line and how many it has. No line has more
// than eight but the one of the features.
func fields(line string) (w [8]string, n int) {
	for at := 0; at < len(line); at++ {
		start := at
		for at < len(line) && line[at] != ' ' { // few bytes: quicker than a search
			at++
		}
		if at == start {
			continue
		}
		if n < len(w) {
			w[n] = line[start:at]
		}
		n++
	}
	return w, n
}

// parseNode reads the number of a node.
func parseNode(s string) (int16, error) {
	n, err := strconv.ParseInt(s, 10, 16)
	return int16(n), err
}

// check makes sure that every walk down a tree ends.
func (f *Forest) check() error {
	for k, t := range f.Trees {
		if len(t) == 0 {
			return fmt.Errorf("tree %d has no nodes", k+1)
		}
		for n, node := range t {
			if node.Feature >= 0 && (int(min(node.Below, node.Above)) <= n || int(max(node.Below, node.Above)) >= len(t)) {
				return fmt.Errorf("tree %d: node %d does not lead on", k+1, n)
			}
		}
	}
	return nil
}
