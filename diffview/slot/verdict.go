package slot

import (
	_ "embed"
	"math"
	"sync"

	"parallax/diffview/model"
)

// Whether two rivals conflict: one slot is not enough. That two numbers are of one
// thing is likelier the nearer they are, the fewer things of the kind there are,
// and where neither article has the other's value of the same.

// verdictFiles are the files of the fitted models, by kind, written by TestFit.
var verdictFiles = map[Kind]string{Number: "number.logistic", Day: "day.logistic"}

//go:embed number.logistic
var numberText string

//go:embed day.logistic
var dayText string

// verdicts reads the embedded models at their first use.
var verdicts = sync.OnceValue(func() map[Kind]*model.Logistic {
	out := map[Kind]*model.Logistic{}
	for kind, text := range map[Kind]string{Number: numberText, Day: dayText} {
		l, err := model.ParseLogistic(text)
		if err != nil {
			panic("slot: " + verdictFiles[kind] + ": " + err.Error())
		}
		out[kind] = l
	}
	return out
})

// A reason is what a verdict rests on, made of the evidence and the likeness of the
// slots.
type reason struct {
	name string
	of   func(x []float64, score float64) float64
}

// reason returns the reason that a feature is as it stands.
func (f feature) reason() reason {
	return reason{featureNames[f], func(x []float64, _ float64) float64 { return x[f] }}
}

// equal returns the reason that a likeness is full.
func (f feature) equal() reason {
	return reason{featureNames[f], func(x []float64, _ float64) float64 {
		if x[f] >= .99 {
			return 1
		}
		return 0
	}}
}

var (
	slotReason  = reason{"slot", func(_ []float64, score float64) float64 { return math.Log(score / (1 - score)) }}
	againReason = reason{"again", func(x []float64, _ float64) float64 { return max(x[fAgainLeft], x[fAgainRight]) }}

	// ratioReason tells numbers that are near from those that are not, and most
	// so the nearest.
	ratioReason = reason{"ratio", func(x []float64, _ float64) float64 { return math.Log(x[fRatio] + .003) }}
)

// reasons are, by kind, what a verdict rests on.
var reasons = map[Kind][]reason{
	Number: {slotReason, ratioReason, againReason, fHedged.reason(), fEvent.reason(), fFate.reason(), fMore.reason(), fShort.reason(), fOwner.reason(),
		fUnique.reason(), fThing.equal(), fLink.reason()},
	Day: {slotReason, againReason, fEvent.equal(), fSource.reason(), fNextTell.reason(), fLink.reason(), fSpeech.reason()},
}

// mostSlot is the likeness of two slots that counts as certain.
const mostSlot = .999

// reasonsOf returns what a verdict on two rivals rests on.
func reasonsOf(kind Kind, x []float64, score float64) (out []float64) {
	score = min(max(score, 1-mostSlot), mostSlot)
	for _, r := range reasons[kind] {
		out = append(out, r.of(x, score))
	}
	return out
}

// sure returns how likely two rivals conflict, 0 to 1.
func sure(kind Kind, x []float64, score float64) float64 {
	l := verdicts()[kind]
	if l == nil {
		return score
	}
	return l.Score(reasonsOf(kind, x, score))
}
