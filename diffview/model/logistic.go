package model

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
)

// A Logistic is a logistic regression: each feature, less its mean and by its
// spread, counts by a weight.
type Logistic struct {
	Features []string
	Bias     float64
	Weight   []float64
	Mean     []float64
	Spread   []float64 // standard deviations
}

// Score returns the probability, 0 to 1, that the answer is yes for x, which
// has one value for each feature.
func (l *Logistic) Score(x []float64) float64 { return 1 / (1 + math.Exp(-l.LogOdds(x))) }

// LogOdds returns the logarithm of the odds that the answer is yes.
func (l *Logistic) LogOdds(x []float64) float64 {
	sum := l.Bias
	for k, w := range l.Weight {
		sum += w * (x[k] - l.Mean[k]) / l.Spread[k]
	}
	return sum
}

// FitLogistic learns from examples: rows of features, each with its answer
// (true for yes) and weight. ridge is the penalty on the squared weights, in
// examples. It takes Newton's steps until they are small.
func FitLogistic(features []string, rows [][]float64, yes []bool, weight []float64, ridge float64) *Logistic {
	n := len(features)
	l := &Logistic{Features: features, Weight: make([]float64, n), Mean: make([]float64, n), Spread: make([]float64, n)}
	l.standardize(rows)
	z := make([]float64, n+1)
	for range 50 {
		hessian := make([][]float64, n+1)
		for k := range hessian {
			hessian[k] = make([]float64, n+2) // the last column is the gradient
		}
		for r, x := range rows {
			z[n] = 1
			for k := range n {
				z[k] = (x[k] - l.Mean[k]) / l.Spread[k]
			}
			p, y := l.Score(x), 0.
			if yes[r] {
				y = 1
			}
			g, h := weight[r]*(y-p), weight[r]*p*(1-p)
			for a := range z {
				hessian[a][n+1] += g * z[a]
				for b := range a + 1 {
					hessian[a][b] += h * z[a] * z[b]
				}
			}
		}
		for a := range z {
			for b := range a {
				hessian[b][a] = hessian[a][b]
			}
			hessian[a][a] += 1e-6
			if a < n {
				hessian[a][a] += ridge
				hessian[a][n+1] -= ridge * l.Weight[a]
			}
		}
		if step := l.advance(solve(hessian)); step < 1e-6 {
			break
		}
	}
	return l
}

// advance adds a step to the weights and returns its greatest part.
func (l *Logistic) advance(step []float64) (most float64) {
	n := len(l.Weight)
	for k := range n {
		l.Weight[k] += step[k]
		most = max(most, math.Abs(step[k]))
	}
	l.Bias += step[n]
	return max(most, math.Abs(step[n]))
}

func (l *Logistic) standardize(rows [][]float64) {
	for k := range l.Mean {
		for _, x := range rows {
			l.Mean[k] += x[k]
		}
		l.Mean[k] /= float64(max(1, len(rows)))
		for _, x := range rows {
			l.Spread[k] += (x[k] - l.Mean[k]) * (x[k] - l.Mean[k])
		}
		l.Spread[k] = math.Sqrt(l.Spread[k] / float64(max(1, len(rows))))
		if l.Spread[k] < 1e-9 {
			l.Spread[k] = 1
		}
	}
}

// solve solves a system of linear equations, one a row with its right side in
// the last column, by Gauss's elimination.
func solve(m [][]float64) []float64 {
	n := len(m)
	for k := range n {
		pivot := k
		for r := k + 1; r < n; r++ {
			if math.Abs(m[r][k]) > math.Abs(m[pivot][k]) {
				pivot = r
			}
		}
		m[k], m[pivot] = m[pivot], m[k]
		for r := k + 1; r < n; r++ {
			f := m[r][k] / m[k][k]
			for c := k; c <= n; c++ {
				m[r][c] -= f * m[k][c]
			}
		}
	}
	x := make([]float64, n)
	for k := n - 1; k >= 0; k-- {
		x[k] = m[k][n]
		for c := k + 1; c < n; c++ {
			x[k] -= m[k][c] * x[c]
		}
		x[k] /= m[k][k]
	}
	return x
}

// logisticHeader is the first line of the file form.
const logisticHeader = "parallax logistic 1"

// Write writes the model as text. Each line of note becomes a comment.
func (l *Logistic) Write(w io.Writer, note string) error {
	b := bufio.NewWriter(w)
	fmt.Fprintln(b, logisticHeader)
	writeNote(b, note)
	fmt.Fprintln(b, "bias", number(l.Bias))
	for k, name := range l.Features {
		fmt.Fprintln(b, name, number(l.Weight[k]), "mean", number(l.Mean[k]), "spread", number(l.Spread[k]))
	}
	return b.Flush()
}

// ParseLogistic reads a model from its file form. An error names the line.
func ParseLogistic(text string) (*Logistic, error) {
	l := &Logistic{}
	for k, line := range strings.Split(text, "\n") {
		if k == 0 && line != logisticHeader {
			return nil, fmt.Errorf("line 1: %q is not %q", line, logisticHeader)
		}
		if k == 0 || line == "" || line[0] == '#' {
			continue
		}
		if err := l.parseLine(strings.Fields(line)); err != nil {
			return nil, fmt.Errorf("line %d: %w", k+1, err)
		}
	}
	return l, nil
}

func (l *Logistic) parseLine(w []string) (err error) {
	if len(w) == 2 && w[0] == "bias" {
		l.Bias, err = strconv.ParseFloat(w[1], 64)
		return err
	}
	if len(w) != 6 || w[2] != "mean" || w[4] != "spread" {
		return fmt.Errorf("%q is not understood", strings.Join(w, " "))
	}
	var v [3]float64
	for k := range v {
		if v[k], err = strconv.ParseFloat(w[1+2*k], 64); err != nil {
			return err
		}
	}
	if v[2] <= 0 {
		return fmt.Errorf("the spread of %s is not above 0", w[0])
	}
	l.Features = append(l.Features, w[0])
	l.Weight, l.Mean, l.Spread = append(l.Weight, v[0]), append(l.Mean, v[1]), append(l.Spread, v[2])
	return nil
}
