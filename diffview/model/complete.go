package model

import "math"

// mostDepth is how deep trees are, at most, that are laid out as complete ones.
const mostDepth = 5

// A complete forest has its trees laid out as complete binary trees of one
// depth: a walk needs no pointers and no branches, which nobody can predict. It
// takes a third of the time of a walk over nodes.
type complete struct {
	depth    int
	question []question // by tree, the (1<<depth)-1 questions in the order of their levels
	leaf     []float64  // by tree, the 1<<depth leaves
}

// A question is whether a feature is below a value.
type question struct {
	value   float64
	feature int
}

// layOut returns the trees in complete form, and false when one is too deep.
func layOut(trees []Tree) (c complete, ok bool) {
	for _, t := range trees {
		c.depth = max(c.depth, t.depth(0))
	}
	if c.depth > mostDepth {
		return complete{}, false
	}
	inner := 1<<c.depth - 1
	c.question = make([]question, len(trees)*inner)
	c.leaf = make([]float64, len(trees)*(inner+1))
	for n, t := range trees {
		c.fill(t, 0, c.question[n*inner:(n+1)*inner], c.leaf[n*(inner+1):], 0)
	}
	return c, true
}

// depth returns how many questions are asked, at most, from a node on.
func (t Tree) depth(node int16) int {
	n := t[node]
	if n.Feature < 0 {
		return 0
	}
	return 1 + max(t.depth(n.Below), t.depth(n.Above))
}

// fill lays out a tree from a node on, at a place of the complete one. Below a
// leaf all leaves are like it, whatever is asked.
func (c *complete) fill(t Tree, node int16, questions []question, leaves []float64, at int) {
	n := t[node]
	if at >= len(questions) {
		leaves[at-len(questions)] = n.Value
		return
	}
	below, above := n.Below, n.Above
	if n.Feature < 0 {
		questions[at], below, above = question{value: math.Inf(1)}, node, node
	} else {
		questions[at] = question{n.Value, int(n.Feature)}
	}
	c.fill(t, below, questions, leaves, 2*at+1)
	c.fill(t, above, questions, leaves, 2*at+2)
}

// sum adds what the trees say of x to a sum, in their order.
func (c *complete) sum(sum float64, x []float64) float64 {
	inner := 1<<c.depth - 1
	for q, leaf := c.question, c.leaf; len(leaf) > inner; q, leaf = q[inner:], leaf[inner+1:] {
		at := 0
		for at < inner {
			below := 0
			if x[q[at].feature] < q[at].value { // no branch: the compiler makes it a number
				below = 1
			}
			at = 2*at + 2 - below
		}
		sum += leaf[at-inner]
	}
	return sum
}
