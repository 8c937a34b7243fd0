package ledger

import (
	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
	"parallax/diffview/numeral"
)

// numberKinds are the kinds of the numbers that doc reads. Years and days are
// moments, labels ("Route 9") are names.
var numberKinds = map[doc.QuantityKind]Kind{
	doc.Count: Count, doc.Percent: Percent, doc.Money: Money, doc.Measure: Measure, doc.Magnitude: Magnitude, doc.Tally: Score, doc.Age: Age, doc.Ordinal: Rank,
}

// ballots are the words by which a result is that of a vote.
var ballots = lexicon.WordSet("vote votes voted voting ballot ruled ruling decision majority passed approved backed rejected senate house court council")

// shares tell that the two numbers before them are of those for and against.
var shares = lexicon.WordSet("percent %")

// zones tell that the number before them is a time of day.
var zones = lexicon.WordSet("gmt utc est edt pst pdt cst cdt bst cet")

// numbers adds the numbers of a sentence.
func (l *Ledger) numbers(s *syntax) {
	qs := s.QuantitiesOf(s.sentence)
	for n := range qs {
		q := &qs[n]
		kind, ok := numberKinds[q.Kind]
		if !ok || zones.Has(s.TextAt(q.Last, s.Last)) || s.pronoun(q) || s.named(q) {
			continue
		}
		at := l.Written(*q)
		e := Entry{Kind: kind, Range: rangeOf(l.Doc, q), Unit: q.Unit, Sentence: s.sentence, First: at[0], Last: at[1], Quantity: q, Entity: -1}
		if e.Converted = l.Converted(qs, n); e.Converted && n > 0 { // hedged as what it converts: "under 50 km (30 miles)"
			hedged := *q
			hedged.Hedge = qs[n-1].Hedge
			e.Range = rangeOf(l.Doc, &hedged)
		}
		switch {
		case q.Kind == doc.Count:
			e.Part, e.Whole = n+1 < len(qs) && qs[n+1].Whole, q.Whole
			e.Thing = s.counted(q)
			if q.Fate != doc.NoFate {
				e.Kind, e.Fate = Toll, q.Fate.String()
			}
		case q.Unit == "h" || q.Unit == "month":
			e.Kind = Duration
		case q.Kind == doc.Tally && shares.Has(s.TextAt(q.Last, s.Last)): // "want it, by 65-25 percent"
			e.Kind, e.Range = Percent, Range{Low: q.Value - .5, High: q.Value + .5}
		case q.Kind == doc.Tally && s.ballot:
			e.Kind = Vote
		case q.Kind == doc.Ordinal:
			e.Thing = s.groupAfter(q.Last, s.Last)
		}
		l.Entries = append(l.Entries, e)
	}
}

// calibres are the words after a number that is the name of a weapon.
var calibres = lexicon.WordSet("caliber calibre magnum gauge")

// named reports whether a number is part of a name: of a weapon (".357 Magnum") or of
// a work ("The Three Musketeers").
func (s *syntax) named(q *doc.Quantity) bool {
	k := q.Last
	if s.TextAt(k, s.Last) == "-" {
		k++
	}
	if calibres.Has(s.TextAt(k, s.Last)) {
		return true
	}
	t := &s.Tokens[q.First]
	return q.Kind == doc.Count && t.Capital && k < s.Last && s.Tokens[k].Capital && s.Tokens[k].Class == doc.Content && !numeral.Begins(s.Tokens[k].Text)
}

// counted returns what a count counts: the noun group after it.
func (s *syntax) counted(q *doc.Quantity) doc.Stretch {
	k := q.Last
	for k < s.Last && s.Tokens[k].Text == "-" {
		k++
	}
	return s.groupAfter(k, s.Last)
}

// pronoun reports whether "one" stands for a thing and counts nothing: "the one
// that", "one of them", "no one".
func (s *syntax) pronoun(q *doc.Quantity) bool {
	if s.Tokens[q.First].Text != "one" || q.Last != q.First+1 || q.Kind != doc.Count {
		return false
	}
	g := s.counted(q)
	before := ""
	if q.First > s.First {
		before = s.Tokens[q.First-1].Text
	}
	return g.First == g.Last || before == "the" || before == "that" || before == "this" || before == "no" || s.TextAt(q.Last, s.Last) == "of"
}
