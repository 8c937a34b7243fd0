package link

import (
	_ "embed"
	"math"
	"sync"

	"parallax/diffview/model"
)

// The files of the link model, written by TestFit. They say what they were
// fitted on and how good they are.
const (
	forestFile = "link.forest"
	lineFile   = "link.logistic"
	secondFile = "link.second"
)

//go:embed link.forest
var forestText string

//go:embed link.logistic
var lineText string

//go:embed link.second
var secondText string

// What each part of the model gives, as F1 of links cross-validated by story,
// the mean of three divisions at their best thresholds, noise about .005:
//
//	the base of three plain measures (linkBase)             .60
//	a logistic regression of the features                   .63
//	a forest of them                                        .636
//	both, log-odds averaged                                 .642
//	and a second look                                       .645
//	and the sample corpus to learn from                     .648
//	and quotations as features                              .653
//	and the weight of a shared run of words                 .652, at the floor shown .651 for .648
//
// Tried without gain: entities behind pronouns and titles (.643 for .647,
// within the noise; kept, for names said otherwise), word vectors tuned on mined sentence pairs of one
// event (.631 for .633), sentences alike within an article (.640 for .643), headline,
// pronoun and speech-verb counts (.652 for .653), deeper trees (.640), optional links as
// half examples (.628 for .633).

// A judge is the fitted link model. The first look is two models that err
// differently, a forest and a logistic regression, with their log-odds
// averaged. The second look is a logistic regression of what the first found
// around a pair.
type judge struct {
	forest *model.Forest
	line   *model.Logistic
	second *model.Logistic
}

// linkModel reads the embedded model at its first use, so that a start that
// compares nothing does not pay for it. That the files fit the features is
// held by a test.
var linkModel = sync.OnceValue(func() judge {
	forest, err := model.ParseForest(forestText)
	must(forestFile, err)
	line, err := model.ParseLogistic(lineText)
	must(lineFile, err)
	second, err := model.ParseLogistic(secondText)
	must(secondFile, err)
	return judge{forest, line, second}
})

// must stops the program when a file that is built into it is broken.
func must(file string, err error) {
	if err != nil {
		panic("diffview: " + file + ": " + err.Error())
	}
}

// surelyNoLink is the log-odds of the logistic regression at or below which the
// forest is not consulted: by its own estimate one link in 200 such pairs.
const surelyNoLink = -5.3

// firstLook scores every candidate by itself.
func (j judge) firstLook(t *table) []float64 {
	p := make([]float64, len(t.rows))
	for r, x := range t.rows {
		odds := j.line.LogOdds(x)
		if odds > surelyNoLink {
			odds = (odds + j.forest.LogOdds(x)) / 2
		}
		p[r] = probability(odds)
	}
	return p
}

// scores returns the score of each candidate, 0 to 1: of pairs scored 0.8,
// about eight in ten are right.
func (j judge) scores(t *table) []float64 {
	p := make([]float64, len(t.rows))
	for r, x := range t.secondLook(j.firstLook(t)) {
		p[r] = probability(j.second.LogOdds(x))
	}
	return p
}

func probability(logOdds float64) float64 { return 1 / (1 + math.Exp(-logOdds)) }
