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
		if !ok || zones.Has(s.TextAt(q.Last, s.Last)) || s.pronoun(q) || s.named(q) || s.idiom(q) || q.Kind == doc.Ordinal && !s.ranks(q) {
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
		case q.Kind == doc.Count && s.TextAt(q.Last, s.Last) == "of" && doc.Currency(s.TextAt(q.Last+1, s.Last)) != "": // "billions of dollars"
			e.Kind, e.Unit, e.Last = Money, doc.Currency(s.TextAt(q.Last+1, s.Last)), q.Last+2
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
			e.Thing = s.counted(q)
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

// counted returns what a count counts or an ordinal ranks: the noun group after it, or
// the word a hyphen joins to it ("a 120-seat house": seats).
func (s *syntax) counted(q *doc.Quantity) doc.Stretch {
	k := q.Last
	for k < s.Last && s.Tokens[k].Text == "-" {
		k++
	}
	if k > q.Last && k < s.Last && s.Tokens[k].Class == doc.Content && s.TextAt(k+1, s.Last) != "-" {
		return doc.Stretch{First: k, Last: k + 1}
	}
	return s.groupAfter(k, s.Last)
}

// placings are the verbs after which an ordinal alone is a place in a race.
var placings = lexicon.WordSet("finish finished finishes finishing place placed places came come comes rank ranked ranks was is were are in ran stood sits remains remained")

// ranks reports whether an ordinal ranks something: it has a thing, or it is the
// place someone came in. "At first", "was first elected" and the first of "the first
// 24 points" rank nothing.
func (s *syntax) ranks(q *doc.Quantity) bool {
	k := q.Last
	if q.Names || k < s.Last && s.Tokens[k].Quantity >= 0 {
		return false
	}
	before := doc.Token{}
	if q.First > s.First {
		before = s.Tokens[q.First-1]
	}
	if k < s.Last && (s.isVerb(k) || s.adverb(k)) {
		return before.Part() == doc.Determiner && !s.isVerb(k)
	}
	if g := s.counted(q); g.First < g.Last {
		return true
	}
	return placings.Has(before.Text) || before.Part() == doc.Determiner
}

// manners are what a number and a hyphen come before where they say of what kind a
// thing is, and count nothing: "one-sided", "a two-time winner".
var manners = lexicon.WordSet("time times sided handed way fold sum off tier minded")

// certain are the prepositions after which "one" is a certain one: "at one point".
var certain = lexicon.WordSet("at on in to from for with into")

// idiom reports whether a number counts nothing: of "one-sided", "zero-sum", "at one
// point", "one lawyer said".
func (s *syntax) idiom(q *doc.Quantity) bool {
	if q.Kind != doc.Count || q.Last != q.First+1 {
		return false
	}
	one := s.Tokens[q.First].Text == "one"
	if one && q.First-2 >= s.First && s.Tokens[q.First-1].Text == "-" && s.Tokens[q.First-2].Class == doc.Function {
		return true // "one-on-one"
	}
	if s.TextAt(q.Last, s.Last) == "-" {
		return one || s.Tokens[q.First].Text == "zero" || manners.Has(s.TextAt(q.Last+1, s.Last))
	}
	if !one || q.Hedged < q.First {
		return false
	}
	if q.First > s.First && certain.Has(s.Tokens[q.First-1].Text) {
		return q.Fate == doc.NoFate
	}
	g := s.counted(q)
	return g.Last < s.Last && doc.SpeechWords.Has(s.Tokens[g.Last].Text)
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
