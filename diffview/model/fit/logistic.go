package fit

import (
	"math"

	"parallax/diffview/model"
)

// Logistic learns from examples: rows of features, each with its answer
// (true for yes) and weight. ridge is the penalty on the squared weights, in
// examples. It takes Newton's steps until they are small.
func Logistic(features []string, rows [][]float64, yes []bool, weight []float64, ridge float64) *model.Logistic {
	n := len(features)
	l := &model.Logistic{Features: features, Weight: make([]float64, n), Mean: make([]float64, n), Spread: make([]float64, n)}
	standardize(l, rows)
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
		if step := advance(l, solve(hessian)); step < 1e-6 {
			break
		}
	}
	return l
}

// advance adds a step to the weights and returns its greatest part.
func advance(l *model.Logistic, step []float64) (most float64) {
	n := len(l.Weight)
	for k := range n {
		l.Weight[k] += step[k]
		most = max(most, math.Abs(step[k]))
	}
	l.Bias += step[n]
	return max(most, math.Abs(step[n]))
}

// standardize works out the means and spreads of the features.
func standardize(l *model.Logistic, rows [][]float64) {
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
