// Package ledger lists what one article states as a value: a prepared article
// goes in, its entries come out in order, each a typed value with the slot it
// fills.
//
//	interval  what the digits as written and the hedge leave open
//	clause    a light syntax: clauses, their verbs, noun groups
//	slot      what is counted, what befell it, of whom, when, said by whom
//	number, time, name   the kinds of entries
//
// The syntax is shallow and sometimes wrong. Whatever builds on a slot weighs
// it as evidence. How often was counted by reading eight articles of eight stories
// (crime, storm, quake, sport, environment, attack, resignation, vote) with their
// ledgers, none of them looked at while the rules were written. An entry is right where
// nothing it states is wrong; what it leaves open is no fault. One entry can
// have several faults.
//
//	kind        entries  right  misread  no value  thing  event  owner  when  source  missed
//	numbers          64     45        1         2      2     11      8     0       0       1
//	days, times      47     33        0         0      0     11      5     0       3       5
//	names, places   149    119        3        10      0     10      7     2       3       5
//	all             260    197        4        12      2     32     20     2       6      11
package ledger

import (
	"cmp"
	"slices"
	"sort"

	"parallax/diffview/doc"
)

// A Kind says what a value is a value of. Only values of one kind can agree or
// conflict.
type Kind uint8

// The kinds of values.
const (
	Count Kind = iota
	Toll       // a count of those whom something befell
	Money
	Measure
	Duration
	Percent
	Age
	Rank // "third", "21st"
	Score
	Vote
	Magnitude // of an earthquake
	Day
	Clock // a time of day
	Place // where something happened
	Office
	Person
)

var kindNames = [...]string{"count", "toll", "money", "measure", "duration", "percentage", "age", "rank", "score", "vote", "magnitude", "day", "time", "place", "office", "person"}

// String returns the name the text and JSON forms use.
func (k Kind) String() string { return kindNames[k] }

// An Entry is one value an article states, with its slot.
type Entry struct {
	Kind
	Range       Range  // what the value can be; of names nothing
	Unit        string // "$", "km", "°C"; "" for plain numbers
	Sentence    int    // the compared sentence it stands in
	First, Last int    // its tokens as a reader quotes them: [first, last)
	Slot

	Quantity  *doc.Quantity // of numbers
	Converted bool          // of numbers: the one before in another unit or currency
	Moment    *doc.Moment   // of days and times
	Entity    int           // of names: whom or what; -1 of others
}

// A Ledger is what one article states, in the order of its text.
type Ledger struct {
	*doc.Doc
	Entries []Entry

	sentences []*syntax
}

// New lists what an article states.
func New(d *doc.Doc) *Ledger {
	l := &Ledger{Doc: d, sentences: make([]*syntax, len(d.Sentences))}
	things := l.things()
	for k := range d.Sentences {
		s := newSyntax(d, k)
		l.sentences[k] = s
		from := len(l.Entries)
		l.numbers(s)
		l.times(s)
		l.names(s, things)
		for n := from; n < len(l.Entries); n++ {
			s.fill(&l.Entries[n])
		}
		slices.SortStableFunc(l.Entries[from:], func(x, y Entry) int { return cmp.Compare(x.First, y.First) })
	}
	return l
}

// Words returns a stretch of tokens as the article has it.
func (l *Ledger) Words(s doc.Stretch) string {
	if s.First >= s.Last {
		return ""
	}
	return l.Article.Text[l.Tokens[s.First].Start:l.Tokens[s.Last-1].End]
}

// Clause returns the clause of a sentence that a token stands in.
func (l *Ledger) Clause(sentence, token int) doc.Stretch {
	return l.sentences[sentence].at(token).Stretch
}

// IsVerb reports whether a token of a sentence is a verb, as far as its form and the
// word before it tell.
func (l *Ledger) IsVerb(sentence, token int) bool { return l.sentences[sentence].isVerb(token) }

// Verb returns the verb of the clause of a sentence that a token stands in, or -1.
func (l *Ledger) Verb(sentence, token int) int { return l.sentences[sentence].at(token).verb }

// SlotAt returns the slot of what stands at tokens [first, last) of a sentence.
func (l *Ledger) SlotAt(sentence, first, last int) Slot {
	e := Entry{Kind: Person, Sentence: sentence, First: first, Last: last, Entity: -1}
	l.sentences[sentence].fill(&e)
	return e.Slot
}

// EntriesOf returns the entries of a sentence.
func (l *Ledger) EntriesOf(sentence int) []Entry {
	from := sort.Search(len(l.Entries), func(k int) bool { return l.Entries[k].Sentence >= sentence })
	to := from
	for to < len(l.Entries) && l.Entries[to].Sentence == sentence {
		to++
	}
	return l.Entries[from:to]
}
