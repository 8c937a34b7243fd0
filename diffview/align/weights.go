package align

import (
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"
)

// weights say what each evidence counts, by round and class pair, in log-odds.
type weights [rounds][classPairs][evidences]float64

// odds returns the log-odds of the evidence; what x has not counts nothing.
func (w *weights) odds(r round, c classPair, x []float64) (sum float64) {
	of := w[r][c][:len(x)]
	for e, v := range x {
		sum += of[e] * v
	}
	return sum
}

// A logarithms has those of the small numbers.
type logarithms [64]float64

func newLogarithms() *logarithms {
	l := new(logarithms)
	for n := range l {
		l[n] = math.Log(float64(n))
	}
	return l
}

// of returns the logarithm of a number from 0.
func (l *logarithms) of(n int) float64 {
	if n < len(l) {
		return l[n]
	}
	return math.Log(float64(n))
}

//go:embed align.weights
var alignWeights string

// wordWeights returns the weights of the alignment.
var wordWeights = sync.OnceValue(func() *weights {
	w, err := parseWeights(alignWeights)
	if err != nil {
		panic("align.weights: " + err.Error()) // a test reads it
	}
	return w
})

var roundNames = [rounds]string{"seed", "grow", "extend", "marks"}

// parseWeights reads the file form: lines of round, class pair, evidence and
// weight, and comments. What has no line weighs nothing.
func parseWeights(text string) (*weights, error) {
	w := new(weights)
	rounds, names := map[string]round{}, map[string]evidence{}
	for r, name := range roundNames {
		rounds[name] = round(r)
	}
	for e, name := range evidenceNames {
		names[name] = evidence(e)
	}
	for n, line := range strings.Split(text, "\n") {
		f := strings.Fields(line)
		if len(f) == 0 || strings.HasPrefix(line, "#") {
			continue
		}
		if len(f) != 4 {
			return nil, fmt.Errorf("line %d: want four columns", n+1)
		}
		r, ok := rounds[f[0]]
		c, err := strconv.Atoi(f[1])
		e, ok2 := names[f[2]]
		v, err2 := strconv.ParseFloat(f[3], 64)
		if !ok || !ok2 || err != nil || err2 != nil || c < 0 || c >= int(classPairs) {
			return nil, fmt.Errorf("line %d: unknown name %q", n+1, line)
		}
		w[r][c][e] = v
	}
	return w, nil
}

// evidenceNames are their names in the file of the weights.
var evidenceNames = [evidences]string{
	eBias:          "bias",
	eSame:          "same",
	eStem:          "stem",
	eNumber:        "number",
	eSim:           "sim",
	eSynonym:       "synonym",
	eRare:          "rare",
	eTwins:         "twins",
	eRun:           "run",
	eMeant:         "meant",
	eBeside:        "beside",
	eApart:         "apart",
	eRival:         "rival",
	eLead:          "lead",
	eCapital:       "capital",
	eCapitals:      "capitals",
	eOverlap:       "overlap",
	ePart:          "part",
	eOdds:          "odds",
	eUnseen:        "unseen",
	eBefore:        "before",
	eAfter:         "after",
	eBetween:       "between",
	eContext:       "context",
	eHeld:          "held",
	eRivalOdds:     "rival.odds",
	eTaken:         "taken",
	eGap:           "gap",
	eGapOpen:       "gap.open",
	eGapPairs:      "gap.pairs",
	eAlone:         "alone",
	eLean:          "lean",
	eMoved:         "moved",
	xArticle:       "x.article",
	xPronoun:       "x.pronoun",
	xAuxiliary:     "x.auxiliary",
	xPreposition:   "x.preposition",
	xConjunction:   "x.conjunction",
	xOther:         "x.other",
	xMeaning:       "x.meaning",
	xHeadAfter:     "x.head.after",
	xFar:           "x.far",
	xHeadSame:      "x.head.same",
	xHeadPart:      "x.head.part",
	xNames:         "x.names",
	xBothMean:      "x.both.mean",
	xEmpty:         "x.empty",
	xSamePart:      "x.same.part",
	xArticleAfter:  "x.article.after",
	xAuxAfter:      "x.aux.after",
	xPrepBefore:    "x.prep.before",
	xPrepAfter:     "x.prep.after",
	xMeaningAfter:  "x.meaning.after",
	xMeaningBefore: "x.meaning.before",
	xHeadSim:       "x.head.sim",
	xMixed:         "x.mixed",
	xFunctions:     "x.functions",
	xGapSim:        "x.gap.sim",
	xGapMean:       "x.gap.mean",
	pSame:          "p.same",
	pBefore:        "p.before",
	pAfter:         "p.after",
	pBoth:          "p.both",
	pEnds:          "p.ends",
	pBegins:        "p.begins",
	pOneEnd:        "p.one.end",
	pQuote:         "p.quote",
	pComma:         "p.comma",
	pCount:         "p.count",
	pNear:          "p.near",
	pNear2:         "p.near2",
	pApart:         "p.apart",
}
