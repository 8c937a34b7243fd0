package ledger

import (
	"strings"

	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
)

// A Slot is what a value is a value of.
type Slot struct {
	Thing  doc.Stretch // what is counted, measured or named: "jobs"; empty when it is not told
	Event  int         // the token that tells what happens: "added"; -1 for none
	Owner  doc.Stretch // whose it is: the subject of the event, or what comes after "of"
	When   *doc.Moment // the time it is told for, other than its own
	Source doc.Stretch // who says so
	Fate   string      // of tolls: what befell those counted
	Part   bool        // one of a whole: the N of "N of M"
	Whole  bool        // the M of "N of M"
}

// fill finds the slot of a value.
func (s *syntax) fill(e *Entry) {
	c := s.at(e.First)
	e.Event = s.event(c)
	e.Owner = s.owner(e, c)
	if !s.outer(e) {
		e.Source = s.said.of(e)
	}
	e.When = s.when(e, c)
	if q := e.Quantity; q != nil && e.Kind != Toll && e.Kind != Count && e.Kind != Age && e.Thing.First == e.Thing.Last {
		e.Thing = s.measured(e, c)
	}
}

// event returns the token that says what happens in a clause: its verb, or what
// comes after it where that is an auxiliary: "kill" of "could not kill".
func (s *syntax) event(c clause) int {
	if c.verb < 0 || s.Tokens[c.verb].Part() != doc.Auxiliary {
		return c.verb
	}
	having := haves.Has(s.Tokens[c.verb].Text)
	for k := c.verb + 1; k < min(c.Last, c.verb+auxiliaryReach); k++ {
		switch t := &s.Tokens[k]; {
		case s.adverb(k):
		case currencySigns.Has(t.Text):
			return c.verb
		case t.Class == doc.Content && having && !participle(t):
			return c.verb // "had big nights"
		case t.Class == doc.Content && !t.Upper:
			return k
		case t.Class == doc.Function && (t.Part() == doc.Auxiliary || t.Text == "not" || t.Text == "n't" || t.Text == "also" || t.Text == "to"), t.Class == doc.Content:
		default:
			return c.verb
		}
	}
	return c.verb
}

// haves are the auxiliaries that are verbs of their own before anything but a participle.
var haves = lexicon.WordSet("has have had having 've")

// participle reports whether a word can be that of a perfect: "has cut", "had grown".
func participle(t *doc.Token) bool {
	return strings.HasSuffix(t.Text, "ed") || strings.HasSuffix(t.Text, "en") || alike.Has(t.Text) || commonVerbs.Has(t.Entry.Lemma())
}

// auxiliaryReach is how many words after an auxiliary its verb is looked for.
const auxiliaryReach = 4

// linkers join a value to what it is a value of.
var linkers = lexicon.WordSet("of for in on by among")

// measured returns what a sum, a share or a measure is of: "$40 million for the
// bridge", "a fine of $2,000".
func (s *syntax) measured(e *Entry, c clause) doc.Stretch {
	if k := e.Last; k+1 < c.Last && linkers.Has(s.Tokens[k].Text) && !s.isTime(k+1) {
		if g := s.groupAfter(k+1, c.Last); g.First < g.Last {
			return g
		}
	}
	if g := s.groupAfter(e.Last, c.Last); g.First < g.Last && !s.isTime(g.First) {
		return g
	}
	if k := e.First - 1; k > c.First && s.Tokens[k].Part() == doc.Preposition {
		return s.groupBefore(k, c.First)
	}
	return doc.Stretch{}
}

// owner returns whose a value is: the subject of the clause's verb when the
// value comes after it; else what comes right after the thing and "of", "in" or "at".
// Of a day it is the subject wherever the day stands: "On Tuesday it rose".
func (s *syntax) owner(e *Entry, c clause) doc.Stretch {
	if e.Kind == Age {
		return s.aged(e)
	}
	timed := e.Kind == Day || e.Kind == Clock
	if c.verb >= 0 && (e.First > c.verb || timed) {
		if g := s.subject(c); g.First < g.Last && !g.Has(e.First) && (g.First < e.First || timed) {
			return g
		}
	}
	k := max(e.Last, e.Thing.Last)
	if timed || k >= c.Last {
		return doc.Stretch{}
	}
	switch s.Tokens[k].Text {
	case "of", "in", "at", "from":
		if g := s.groupAfter(k+1, c.Last); g.First < g.Last && s.owns(g, s.Tokens[k].Text == "of") {
			return g
		}
	}
	return doc.Stretch{}
}

// owns reports whether a noun group can be whose a value is: a name, or what comes
// right after the value and "of". "In the coming weeks", "in a phone interview",
// "of killing" own nothing.
func (s *syntax) owns(g doc.Stretch, rightAfter bool) bool {
	for k := g.First; k < g.Last; k++ {
		if s.isName(k) {
			return true
		}
	}
	head := s.Tokens[g.Last-1].Text
	return rightAfter && !strings.HasSuffix(head, "ing") && !strings.HasSuffix(head, "ly") && !spans.Has(head)
}

// spans are nouns for stretches of time.
var spans = lexicon.WordSet("day days week weeks month months year years decade decades hour hours minute minutes weekend time times ahead")

// aged returns the person whose age a value is: right before it, or after
// "43-year-old".
func (s *syntax) aged(e *Entry) doc.Stretch {
	k := e.First
	for k > s.First && (s.Tokens[k-1].Text == "," || s.Tokens[k-1].Text == "aged" || s.Tokens[k-1].Text == "age" || s.Tokens[k-1].Text == "(") {
		k--
	}
	if g := s.nameBefore(k); g.First < g.Last {
		return g
	}
	for k = e.Last; k < min(s.Last, e.Last+8) && s.Tokens[k].Text != "," && !s.Ends(k); k++ {
		if s.isName(k) {
			g := doc.Stretch{First: k, Last: k + 1}
			for g.Last < s.Last && s.isName(g.Last) {
				g.Last++
			}
			return g
		}
	}
	return doc.Stretch{}
}

// nameBefore returns the name that ends before token k, or an empty stretch.
func (s *syntax) nameBefore(k int) doc.Stretch {
	g := doc.Stretch{First: k, Last: k}
	for g.First > s.First && s.isName(g.First-1) {
		g.First--
	}
	return g
}

// isTime reports whether a word names a day of the week or a month.
func (s *syntax) isTime(k int) bool {
	t := &s.Tokens[k]
	_, day := doc.Weekdays[t.Text]
	return t.Upper && (day || doc.Months()[t.Text] > 0)
}

// isName reports whether a word is part of a name: not a day, not a month.
func (s *syntax) isName(k int) bool {
	t := &s.Tokens[k]
	return !s.isTime(k) && t.Upper && t.Class == doc.Content && (t.Capital || k+1 < s.Last && s.Tokens[k+1].Capital)
}

// speaks reports whether a noun group can be that of a source: a name, an office,
// several, or one of those who speak without a name. Of "who is present told" nobody
// is.
func (s *syntax) speaks(g doc.Stretch) bool {
	t := &s.Tokens[g.Last-1]
	w := doc.NameWord(t.Text)
	return s.isName(g.Last-1) || t.Upper && t.Class == doc.Content && !s.isTime(g.Last-1) || doc.RoleWords.Has(w) || doc.IsPlural(t.Text) || sources.Has(t.Text)
}

// sources are nouns for those who say something, and for what they say it in.
var sources = lexicon.WordSet(`police official source witness statement report company government agency ministry court department office
	committee council commission army military navy family group campaign administration lawyer analyst expert aide survey study paper newspaper
	release filing letter indictment lawsuit complaint document memo union party bank firm university hospital`)
