package slot

import (
	_ "embed"
	"math"
	"sync"

	"parallax/diffview/ledger"
	"parallax/diffview/model"
	"parallax/diffview/sides"
)

// Whether two rivals conflict: one slot is not enough. That two numbers are of one
// thing is likelier the nearer they are, the more of the words around them
// corresponds, and the less else there is that either could stand against.

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

// A reason is what a verdict rests on.
type reason struct {
	name string
	of   func(r *Rival) float64
}

// reason returns the reason that a feature is as it stands.
func (f feature) reason() reason {
	return reason{featureNames[f], func(r *Rival) float64 { return r.evidence[f] }}
}

func one(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}

// mostCertain is the likeness of two slots that counts as certain.
const mostCertain = .999

// logOdds returns the logarithm of the odds of a likelihood.
func logOdds(p float64) float64 {
	p = min(max(p, 1-mostCertain), mostCertain)
	return math.Log(p / (1 - p))
}

var (
	slotReason = reason{"slot", func(r *Rival) float64 { return logOdds(r.Score) }}

	// ratioReason tells numbers that are near from those that are not, and most
	// so the nearest.
	ratioReason = reason{"ratio", func(r *Rival) float64 { return math.Log(r.evidence[fRatio] + .003) }}

	marginReason   = reason{"margin", func(r *Rival) float64 { return r.standing.margin }}
	secondReason   = reason{"second", func(r *Rival) float64 { return logOdds(r.standing.second) }}
	supportReason  = reason{"support", func(r *Rival) float64 { return r.standing.support }}
	repeatedReason = reason{"repeated", func(r *Rival) float64 { return r.standing.repeated }}
	sameActReason  = reason{"same.act", func(r *Rival) float64 { return one(r.standing.acts.same) }}
	noActReason    = reason{"no.act", func(r *Rival) float64 { return one(r.standing.acts.none) }}
	oneSaysReason  = reason{"one.says", func(r *Rival) float64 { return one(r.standing.acts.saying == 1) }}

	// apartReason and nextReason tell days that are one apart, or years that are, from those
	// that are not: who errs, errs by little, and a story goes on for days.
	apartReason    = reason{"apart", func(r *Rival) float64 { return math.Log1p(float64(r.standing.acts.apart)) }}
	nextReason     = reason{"next", func(r *Rival) float64 { return one(r.standing.acts.apart <= 1) }}
	weekdaysReason = reason{"weekdays", func(r *Rival) float64 { return one(r.standing.acts.weekdays) }}

	datedReason = reason{"dated", func(r *Rival) float64 { return one(r.standing.dated) }}

	// bareReason tells numbers that no noun tells what they are of.
	bareReason = reason{"bare", func(r *Rival) float64 { return one(r.bare()) }}
)

// bare reports whether two numbers are of a kind whose unit does not tell what they
// are of: an article has sums, percentages and lengths of time of many things, and
// words alike around them. What a count is of, its noun tells; a distance has its
// places, an age its person.
func (r *Rival) bare() bool {
	switch r.Values[sides.Left].Entry.Kind {
	case ledger.Money, ledger.Duration, ledger.Percent, ledger.Rank, ledger.Score, ledger.Vote, ledger.Magnitude:
		return true
	}
	return false
}

// reasons are, by kind, what a verdict rests on. Of names and words of opposite
// senses there are too few labelled conflicts, and of the times of day that were
// read, the likeliest fifty, none was one.
var reasons = map[Kind][]reason{
	Number: {slotReason, ratioReason, marginReason, secondReason, supportReason, repeatedReason, datedReason, bareReason,
		fHedged.reason(), fFate.reason(), fLoneKind.reason()},
	Day: {slotReason, secondReason, fClauseMax.reason(), fAgains.reason(), sameActReason, noActReason, oneSaysReason, apartReason, nextReason, weekdaysReason},
}

// reasonsOf returns what a verdict on two rivals rests on.
func reasonsOf(r *Rival) (out []float64) {
	for _, why := range reasons[r.Kind] {
		out = append(out, why.of(r))
	}
	return out
}

// leastWeighed is the likeness of two slots from which numbers and days in them are
// weighed: below it next to none conflict.
const leastWeighed = .1

// sure returns how likely two rivals conflict, 0 to 1.
func sure(r *Rival) float64 {
	l := verdicts()[r.Kind]
	switch {
	case l == nil:
		return r.Score
	case r.Score < leastWeighed:
		return 0
	}
	return l.Score(reasonsOf(r))
}
