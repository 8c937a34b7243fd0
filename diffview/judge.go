package diffview

import (
	_ "embed"
	"sync"

	"parallax/diffview/model"
)

// The files of the link model, written by TestFit. They say what they were
// fitted on and how good they are.
const (
	forestFile   = "link.forest"
	logisticFile = "link.logistic"
)

//go:embed link.forest
var forestText string

//go:embed link.logistic
var logisticText string

// A judge is the fitted link model: a forest for the first look, a logistic
// regression for the second.
type judge struct {
	first  *model.Forest
	second *model.Logistic
}

// theJudge reads the embedded model at its first use, so that a start that
// compares nothing does not pay for it. That the files fit the features is
// held by a test.
var theJudge = sync.OnceValue(func() judge {
	first, err := model.ParseForest(forestText)
	if err != nil {
		panic("diffview: " + forestFile + ": " + err.Error())
	}
	second, err := model.ParseLogistic(logisticText)
	if err != nil {
		panic("diffview: " + logisticFile + ": " + err.Error())
	}
	return judge{first, second}
})

// scores returns the score of each candidate, 0 to 1: of pairs scored 0.8,
// about eight in ten are right.
func (j judge) scores(t *table) []float64 {
	p := make([]float64, len(t.rows))
	for r, x := range t.secondLook(t.firstLook(j.first)) {
		p[r] = j.second.Score(x)
	}
	return p
}
