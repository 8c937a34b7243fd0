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

// logisticHeader is the first line of the file form.
const logisticHeader = "parallax logistic 1"

// Write writes the model as text. Each line of note becomes a comment.
func (l *Logistic) Write(w io.Writer, note string) error {
	b := bufio.NewWriter(w)
	fmt.Fprintln(b, logisticHeader)
	writeNote(b, note)
	fmt.Fprintln(b, "bias", Number(l.Bias))
	for k, name := range l.Features {
		fmt.Fprintln(b, name, Number(l.Weight[k]), "mean", Number(l.Mean[k]), "spread", Number(l.Spread[k]))
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
