package slot

import (
	"math"

	"parallax/diffview/arena"
	"parallax/diffview/ledger"
	"parallax/diffview/lexicon"
	"parallax/diffview/sides"
)

// Evidence that two values fill one slot: mostly what is around them.

// A feature is a piece of evidence.
type feature int

const (
	fKind       feature = iota
	fLink               // score of the two sentences
	fRivalLeft          // the best score of the left sentence less this one's
	fRivalRight         // and of the right
	fPrev1              // likeness of the words right before
	fPrev2              // and of those before these
	fNext1              // after
	fNext2
	fPrevTell  // likeness of the nearest words of meaning before, two a side
	fNextTell  // after
	fNearTell  // of any of the nearest three on either side
	fRunBefore // how many equal words stand right before
	fRunAfter  // and after
	fWindow4   // share of the weight of the words around that the other has around its own
	fWindow8
	fWindow8Max // the greater of the two sides' shares
	fWeight8    // that weight
	fClauseMin  // share of the words of either clause that the other sentence has
	fClauseMax
	fSentMin // the same of the whole sentences
	fSentMax
	fSentWeight
	fThing     // likeness of what is counted; -1 where it is not told
	fEvent     // of the verbs; -1
	fOwner     // share of the owner's words; -1
	fFate      // the same befell them 1, another -1
	fPart      // one is a part, the other is not
	fNames     // names around that both have
	fNamesLone // names around that the other sentence does not have, the lesser
	fNamesMost // the greater
	fNamesFar  // names around that the other article has nowhere, both sides
	fSameKind  // values of the kind in the sentences, the lesser
	fMostKind  // the greater
	fEqualKind // of them equal
	fLoneKind  // of them lone, the lesser
	fLoneMost  // the greater
	fSpeech    // both tell when it was said 1, one -1
	fTitles    // how many of the sentences are headlines
	fQuoted    // how many of the values are quoted
	fShort     // words in the shorter sentence
	fLong
	fPlaces // how far apart they stand in their articles, 0 to 1
	fFirst  // the place of the earlier
	fClose  // how much of the articles' sentences is linked
	fRunLeft
	fRunRight  // words of the values
	fSort      // of what sort the values are
	fRatio     // how many times one number is the other, log 10
	fSmall     // the lesser, log 10
	fHedges    // one is hedged as the other is not
	fHedged    // how many are hedged
	fForms     // one is in digits, the other in words
	fTitled    // how many names are titles
	fBrief     // initials or abbreviations
	fGiven     // first names
	fKnown     // words of the language
	fInside    // parts of a longer name
	fWithin    // in the middle of one
	fOneName   // forms of one name
	fSpelled   // spelled alike
	fMeaning   // near in meaning
	fAgainLeft // how likely it is that the other article says the same of the same thing elsewhere; -1 where it has not the value
	fAgainRight
	fAgainLink // the best score of the two sentences with one that has the same value; -1
	fAgains    // how many places have either value again
	fThings    // share of all words of what is counted, the lesser; -1
	fMore      // one is of others, or more: "three more"
	fOrder     // how far apart they stand in their sentences, 0 to 1
	fUnique    // how many other values of either article are of such a thing, the more
	fNearest   // how many values of either article lie between the two numbers
	fDigits    // digits, without the zeros at the end, the lesser
	fWhen      // the times they are told for agree 1, do not -1
	fSource    // share of the speaker's words; -1
	fPartners  // of one entity 1, of two that both know -1
	features
)

var featureNames = [features]string{"kind", "link", "rival.left", "rival.right", "prev1", "prev2", "next1", "next2", "prev.tell", "next.tell", "near.tell",
	"run.before", "run.after", "window4", "window8", "window8.max", "weight8", "clause.min", "clause.max", "sent.min", "sent.max", "sent.weight",
	"thing", "event", "owner", "fate", "part", "names", "names.lone", "names.most", "names.far", "same.kind", "most.kind", "equal.kind", "lone.kind", "lone.most",
	"speech", "titles", "quoted", "short", "long", "places", "first", "close", "run.left", "run.right",
	"sort", "ratio", "small", "hedges", "hedged", "forms", "titled", "brief", "given", "known", "inside", "within", "one.name", "spelled", "meaning", "again.left", "again.right", "again.link", "agains", "things", "more", "order", "unique", "nearest", "digits", "when", "source", "partners"}

// counts are how many values a sentence has, by kind, side and sentence.
type counts struct {
	lone  [kinds][2]map[int]int
	close float64
}

func (m *matcher) count(lone [kinds][2][]Value) *counts {
	c := &counts{}
	for k := range lone {
		for side := range lone[k] {
			c.lone[k][side] = map[int]int{}
			for _, v := range lone[k][side] {
				c.lone[k][side][v.Sentence]++
			}
		}
	}
	for side := range m.best {
		for _, s := range m.best[side] {
			c.close += s / float64(2*len(m.best[side]))
		}
	}
	return c
}

// evidence weighs two values.
func (m *matcher) evidence(r *Rival, c *counts) []float64 {
	x := arena.Make[float64](m.Arena, int(features))
	i, j := r.Values[sides.Left].Sentence, r.Values[sides.Right].Sentence
	score, _ := m.scores.of(i, j)
	x[fKind], x[fLink], x[fClose] = float64(r.Kind), score, c.close
	x[fRivalLeft], x[fRivalRight] = m.best[sides.Left][i]-score, m.best[sides.Right][j]-score
	m.beside(x, r)
	m.around(x, r)
	m.slots(x, r)
	m.names(x, r)
	m.company(x, r, c)
	m.placing(x, r)
	m.values(x, r)
	m.again(x, r)
	return x
}

// slots compares what the ledger knows of two values.
func (m *matcher) slots(x []float64, r *Rival) {
	x[fThing], x[fEvent], x[fOwner] = -1, -1, -1
	l, q := m.slotOf(sides.Left, r.Values[sides.Left]), m.slotOf(sides.Right, r.Values[sides.Right])
	if l.Thing.First < l.Thing.Last && q.Thing.First < q.Thing.Last {
		x[fThing] = m.like(l.Thing.Last-1, q.Thing.Last-1)
	}
	if l.Event >= 0 && q.Event >= 0 {
		x[fEvent] = m.like(l.Event, q.Event)
	}
	if l.Owner.First < l.Owner.Last && q.Owner.First < q.Owner.Last {
		x[fOwner] = 0
		for i := l.Owner.First; i < l.Owner.Last; i++ {
			for j := q.Owner.First; j < q.Owner.Last; j++ {
				x[fOwner] = max(x[fOwner], m.like(i, j))
			}
		}
	}
	x[fThings] = -1
	if l.Thing.First < l.Thing.Last && q.Thing.First < q.Thing.Last {
		a, all := m.covered(sides.Left, r.Values[sides.Left], l.Thing, r.Values[sides.Right], q.Thing)
		b, both := m.covered(sides.Right, r.Values[sides.Right], q.Thing, r.Values[sides.Left], l.Thing)
		x[fThings] = min(a/max(all, 1e-9), b/max(both, 1e-9))
	}
	if m.more(sides.Left, r.Values[sides.Left]) != m.more(sides.Right, r.Values[sides.Right]) {
		x[fMore] = 1
	}
	if l.When != nil && q.When != nil {
		x[fWhen] = 1
		if Disagree(m.Docs[sides.Left], m.Docs[sides.Right], *l.When, *q.When) != "" {
			x[fWhen] = -1
		}
	}
	x[fSource] = -1
	if l.Source.First < l.Source.Last && q.Source.First < q.Source.Last {
		x[fSource] = 0
		for i := l.Source.First; i < l.Source.Last; i++ {
			for j := q.Source.First; j < q.Source.Last; j++ {
				x[fSource] = max(x[fSource], m.like(i, j))
			}
		}
	}
	if l.Fate != "" || q.Fate != "" {
		x[fFate] = -1
		if l.Fate == q.Fate {
			x[fFate] = 1
		}
	}
	if l.Part != q.Part || l.Whole != q.Whole {
		x[fPart] = 1
	}
}

// others are words by which a count is of more, besides those told before.
var others = lexicon.WordSet("other others more another additional further extra")

// more reports whether a count is of others than those told before: "three more
// nominees", "another 40".
func (m *matcher) more(side sides.Side, v Value) bool {
	d, s := m.Docs[side], m.Docs[side].Sentences[v.Sentence]
	return v.Entry != nil && v.Entry.Quantity != nil && (others.Has(d.TextAt(v.Last, s.Last)) || v.First > s.First && others.Has(d.Tokens[v.First-1].Text) && d.Tokens[v.First-1].Text != "more")
}

// slotOf returns the slot of a value; of a name or word that of its place.
func (m *matcher) slotOf(side sides.Side, v Value) ledger.Slot {
	if v.Entry != nil {
		return v.Entry.Slot
	}
	return m.ledgers[side].SlotAt(v.Sentence, v.First, v.Last)
}

// mostEntries is how many values of a sentence are counted.
const mostEntries = 30

// company counts the values of the kind around.
func (m *matcher) company(x []float64, r *Rival, c *counts) {
	var all [2][]*ledger.Entry
	for side := range all {
		if r.Values[side].Entry == nil {
			continue
		}
		entries := m.ledgers[side].EntriesOf(r.Values[side].Sentence)
		all[side] = arena.Empty[*ledger.Entry](m.Arena, min(len(entries), mostEntries))
		for k := range entries[:min(len(entries), mostEntries)] {
			if e := &entries[k]; sameSort(e, r.Values[side].Entry) {
				all[side] = append(all[side], e)
			}
		}
	}
	for _, e := range all[sides.Left] {
		for _, o := range all[sides.Right] {
			if e.Quantity != nil && e.Quantity.Equal(*o.Quantity) || e.Moment != nil && Disagree(m.Docs[sides.Left], m.Docs[sides.Right], *e.Moment, *o.Moment) == "" {
				x[fEqualKind]++
				break
			}
		}
	}
	n, k := float64(len(all[0])), float64(len(all[1]))
	x[fSameKind], x[fMostKind] = min(n, k), max(n, k)
	p, q := float64(c.lone[r.Kind][0][r.Values[0].Sentence]), float64(c.lone[r.Kind][1][r.Values[1].Sentence])
	x[fLoneKind], x[fLoneMost] = min(p, q), max(p, q)
	x[fRunLeft], x[fRunRight] = float64(r.Values[0].Last-r.Values[0].First), float64(r.Values[1].Last-r.Values[1].First)
	if r.Kind != Name { // how a number is written is of the value
		x[fRunLeft], x[fRunRight] = 0, 0
	}
}

// sameSort reports whether two entries of an article are both numbers of one
// family, or both times.
func sameSort(e, o *ledger.Entry) bool {
	if e.Quantity != nil && o.Quantity != nil {
		return family(e.Kind) == family(o.Kind) && e.Unit == o.Unit
	}
	return e.Moment != nil && o.Moment != nil
}

// placing looks at where two values stand.
func (m *matcher) placing(x []float64, r *Rival) {
	var place, words [2]float64
	speech := 0
	for side, d := range m.Docs {
		v := r.Values[side]
		s := d.Sentences[v.Sentence]
		place[side] = float64(v.Sentence) / float64(len(d.Sentences))
		words[side] = float64(s.Content)
		if m.headline(sides.Side(side), v.Sentence) {
			x[fTitles]++
		}
		if d.Tokens[v.First].Quoted {
			x[fQuoted]++
		}
		if r.Kind == Day || r.Kind == Clock {
			if OfSpeech(d, *v.Entry.Moment) {
				speech++
			}
		}
	}
	x[fSpeech] = [3]float64{0, -1, 1}[speech]
	x[fShort], x[fLong] = min(words[0], words[1]), max(words[0], words[1])
	var in [2]float64
	for side, d := range m.Docs {
		s := d.Sentences[r.Values[side].Sentence]
		in[side] = float64(r.Values[side].First-s.First) / float64(max(1, s.Length()))
	}
	x[fOrder] = math.Abs(in[0] - in[1])
	x[fPlaces], x[fFirst] = math.Abs(place[0]-place[1]), min(place[0], place[1])
}
