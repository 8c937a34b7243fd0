package stance

import (
	"slices"
	"strings"
	"sync"

	"parallax/diffview/lexicon"
)

// A Class says how what a cue speaks of is presented.
type Class uint8

// The classes of stances.
const (
	Denied       Class = iota // "denied that", "is false", "no evidence that"
	Unconfirmed               // "has not confirmed", "it was unclear whether"
	Unanswered                // "did not say where": that it is so is not in doubt
	Alleged                   // "allegedly", "claims that", "a suspected"
	Accused                   // "is accused of": that it happened is not in doubt
	Supposed                  // "police believe that", "may have", "probably"
	Planned                   // "plans to", "is expected to"
	Hypothetical              // "might"
)

var classNames = [...]string{"denied", "unconfirmed", "unanswered", "alleged", "accused", "supposed", "planned", "hypothetical"}

// String returns the name of a class.
func (c Class) String() string { return classNames[c] }

// A Reach says what part of a sentence a cue speaks of.
type Reach uint8

// The reaches of cues.
const (
	Complement Reach = iota // the clause or the phrase after it; what comes before it in the passive
	Predicate               // what comes after it in its own clause: "allegedly shot"
	Phrase                  // the noun phrase after it: "alleged gunman"
	Subject                 // what comes before it in its clause: "the report is false"
)

var reachNames = [...]string{"complement", "predicate", "phrase", "subject"}

// A cue is a word by which something is presented as less than certain.
type cue struct {
	Class
	Reach
	negated bool   // only with a word that denies it: "has not confirmed"
	with    string // what else has to be there; see table
}

// table is the cues, a line each: class, reach, whether a word that denies has to be
// before it, what else has to be there (a "clause" after it; "of" and what somebody is
// accused of; "to" or "have" right after it), and the forms.
const table = `
denied complement - clause deny denies denied denying
denied complement - clause refute refutes refuted refuting rebut rebuts rebutted dispute disputes disputed disputing denial denials doubt doubts doubted
denied subject - - untrue false baseless unfounded fabricated groundless bogus
denied complement not clause evidence proof indication
denied subject not - true accurate
unconfirmed complement not - confirm confirms confirmed confirming corroborate corroborated verify verified verifying substantiate substantiated confirmation
unconfirmed complement not clause say saying determine determined know known clear certain sure disclose disclosed decided
unconfirmed complement - clause unclear unknown uncertain undetermined
unconfirmed phrase - - unconfirmed unverified unsubstantiated
alleged predicate - - allegedly reportedly purportedly supposedly apparently ostensibly
alleged phrase - - alleged purported supposed suspected apparent
alleged complement - clause claim claims claimed claiming alleges alleged alleging allegation allegations accusation accusations rumor rumors rumours speculation suspicion suspicions
accused complement - of accuse accuses accused accusing suspected suspects
alleged predicate - to believed thought rumored rumoured alleged said reported understood presumed feared suspected
supposed complement - clause believe believes believed suspect suspects suspected fear fears feared belief speculate speculated
supposed predicate - - possibly perhaps probably presumably
supposed predicate - have may might could
supposed predicate - to likely
planned predicate - to plan plans planned planning intend intends intended expected set scheduled hopes hoped hoping wants wanted vowed promised threatened pledged
planned complement - - considering weighing mulling contemplating
hypothetical predicate - - might may could`

// cues is the table by word.
var cues = sync.OnceValue(func() map[string][]cue {
	out := map[string][]cue{}
	for _, line := range strings.Split(strings.TrimSpace(table), "\n") {
		f := strings.Fields(line)
		c := cue{
			Class:   Class(slices.Index(classNames[:], f[0])),
			Reach:   Reach(slices.Index(reachNames[:], f[1])),
			negated: f[2] == "not",
			with:    f[3],
		}
		for _, w := range f[4:] {
			out[w] = append(out[w], c)
		}
	}
	return out
})

// The small words around a cue.
var (
	deniers   = lexicon.WordSet("not n't no never yet cannot unable declined declines decline refused refuses refuse failed without neither nobody none nor")
	questions = lexicon.WordSet("who what when where why how which")
	// passing may stand between a word that denies and the cue
	passing = lexicon.WordSet(`immediately yet been be being independently officially publicly to have has had having is was were are do does did could can able will would
		categorically strongly repeatedly vehemently flatly initially first also still only far so any of the a further there ever immediate official
		explicitly specifically details information on about`)
	// conjoined begin another clause, about which a cue says nothing
	conjoined = lexicon.WordSet("but although though because while after before when")
	// clausal take a clause without "that": "claims he shot", "denied shooting"
	clausal = lexicon.WordSet("believe believes believed suspect suspects suspected fear fears feared deny denies denied denying claim claims claimed claiming alleges alleging doubt doubts doubted")
	// spoken are past forms before "to" as well: "said to applause"
	spoken = lexicon.WordSet("said reported understood")
)

// parts reports whether a mark ends what a cue speaks of.
func parts(mark string) bool {
	switch mark {
	case "“", "”", "\"", ";", ":", "—", "–", "--", "(", ")", "?":
		return true
	}
	return false
}
