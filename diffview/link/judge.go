package link

import (
	_ "embed"
	"math"
	"sync"

	"parallax/diffview/arena"
	"parallax/diffview/model"
)

// The files of the link model, written by TestFit. They say what they were
// fitted on and how good they are.
const (
	lineFile   = "link.logistic"
	forestFile = "link.forest"
)

//go:embed link.logistic
var lineText string

//go:embed link.forest
var forestText string

// What each part of the model gives, as F1 of links cross-validated by story at
// the best threshold, noise about .003:
//
//	a logistic regression of 69 features of words and places   .655
//	and of clauses, numbers, speakers, headlines               .667
//	a forest of all these                                      .674
//	and of what is around                                      .680
//
// Tried without gain, all within the noise: the best stretch of covered words
// whatever the clauses, clauses with clauses, equal and unequal dates, words
// that are near one another in both, words other than names alone, how many
// names each has, weights of the vectors' dimensions learnt for links, deeper
// and more trees, the mean with a logistic regression, a third look.

// A judge is the fitted link model. The first look is a logistic regression of
// each pair by itself. The second is a forest that also knows what the first
// found around the pair; it is not asked about pairs that are surely none.
type judge struct {
	line   *model.Logistic
	forest *model.Forest
}

// linkModel reads the embedded model at its first use, so that a start that
// compares nothing does not pay for it. That the files fit the features is
// held by a test.
var linkModel = sync.OnceValue(func() judge {
	line, err := model.ParseLogistic(lineText)
	must(lineFile, err)
	forest, err := model.ParseForest(forestText)
	must(forestFile, err)
	return judge{line, forest}
})

// must stops the program when a file that is built into it is broken.
func must(file string, err error) {
	if err != nil {
		panic("diffview: " + file + ": " + err.Error())
	}
}

// surelyNoLink is the log-odds of the first look at or below which the forest
// is not asked: six pairs of ten, with one link in 400 of them, and none that
// the forest would find.
const surelyNoLink = -4.5

// firstLook returns the log-odds of every candidate by itself, and fills in what
// is around those that the forest is to be asked about.
func (j judge) firstLook(t *table) (odds []float64) {
	odds, p := arena.Make[float64](t.arena, len(t.rows)), arena.Make[float64](t.arena, len(t.rows))
	for r, x := range t.rows {
		odds[r] = j.line.LogOdds(x)
		p[r] = probability(odds[r])
	}
	t.surround(p, func(row int) bool { return odds[row] > surelyNoLink })
	return odds
}

// scores returns the score of each candidate, 0 to 1: of pairs scored 0.8,
// about eight in ten are right.
func (j judge) scores(t *table) []float64 {
	p := j.firstLook(t)
	for r, odds := range p {
		if odds > surelyNoLink {
			odds = j.forest.LogOdds(t.rows[r])
		}
		p[r] = probability(odds)
	}
	return p
}

func probability(logOdds float64) float64 { return 1 / (1 + math.Exp(-logOdds)) }
