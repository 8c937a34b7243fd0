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
	if e.Source = s.said; e.First < s.said.Last && s.said.First < e.Last {
		e.Source = doc.Stretch{} // the value is the speaker
	}
	e.When = s.when(e, c)
	if q := e.Quantity; q != nil && e.Kind != Toll && e.Kind != Count && e.Thing.First == e.Thing.Last {
		e.Thing = s.measured(e, c)
	}
}

// event returns the token that says what happens in a clause: its verb, or what
// comes after it where that is an auxiliary: "kill" of "could not kill".
func (s *syntax) event(c clause) int {
	if c.verb < 0 || s.Tokens[c.verb].Part() != doc.Auxiliary {
		return c.verb
	}
	for k := c.verb + 1; k < min(c.Last, c.verb+auxiliaryReach); k++ {
		switch t := &s.Tokens[k]; {
		case t.Class == doc.Content && !t.Upper && !strings.HasSuffix(t.Text, "ly"):
			return k
		case t.Class == doc.Function && (t.Part() == doc.Auxiliary || t.Text == "not" || t.Text == "n't" || t.Text == "also" || t.Text == "to"), t.Class == doc.Content:
		default:
			return c.verb
		}
	}
	return c.verb
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
// value comes after it; else what comes after the thing and "of", "in" or "at".
func (s *syntax) owner(e *Entry, c clause) doc.Stretch {
	if e.Kind == Age {
		return s.aged(e)
	}
	if c.verb >= 0 && e.First > c.verb {
		if g := s.subject(c); g.First < g.Last {
			return g
		}
	}
	from := max(e.Last, e.Thing.Last)
	for k := from; k < c.Last; k++ {
		switch s.Tokens[k].Text {
		case "of", "in", "at", "from":
			if g := s.groupAfter(k+1, c.Last); g.First < g.Last && s.owns(g, k == from && s.Tokens[k].Text == "of") {
				return g
			}
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

// subject returns the noun group before the verb of a clause, or of the clause
// it hangs on.
func (s *syntax) subject(c clause) doc.Stretch {
	end := c.verb
	for end > c.First && (s.Tokens[end-1].Class == doc.Function && s.Tokens[end-1].Part() != doc.Pronoun || s.Tokens[end-1].Text == ",") {
		end--
	}
	if end > c.First && s.Tokens[end-1].Part() == doc.Pronoun {
		return doc.Stretch{First: end - 1, Last: end}
	}
	g := s.groupBefore(end, c.First)
	for g.First-1 > c.First && (s.Tokens[g.First-1].Text == "of" || s.Tokens[g.First-1].Text == "in") {
		before := s.groupBefore(g.First-1, c.First) // "the number of jobs": what is counted is the number
		if before.First == before.Last {
			break
		}
		g.First = before.First
	}
	return g
}

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

// speaker returns who says what the sentence says, where it names one: "the
// Labor Department said", "according to police".
func (s *syntax) speaker() doc.Stretch {
	for k := s.First; k < s.Last; k++ {
		switch t := &s.Tokens[k]; {
		case t.Text == "according" && s.TextAt(k+1, s.Last) == "to":
			if g := s.groupAfter(k+2, s.Last); g.First < g.Last {
				return g
			}
		case doc.SpeechWords.Has(t.Text):
			if g := s.groupBefore(k, s.First); g.First < g.Last && s.speaks(g) {
				return g
			}
			if k > s.First && s.Tokens[k-1].Part() == doc.Pronoun {
				return doc.Stretch{First: k - 1, Last: k}
			}
			if g := s.groupAfter(k+1, s.Last); k > s.First && s.Tokens[k-1].Class == doc.Punctuation && g.First < g.Last {
				return g
			}
		}
	}
	return doc.Stretch{}
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

// mostMoments is how many moments of a sentence are looked at: with more it is
// a table.
const mostMoments = 20

// when returns the moment a value is told for: of its clause, else of its
// sentence; not that of saying so.
func (s *syntax) when(e *Entry, c clause) *doc.Moment {
	var best *doc.Moment
	ms := s.MomentsOf(s.sentence)
	for k := range ms[:min(len(ms), mostMoments)] {
		m := &ms[k]
		if m == e.Moment || m.First < e.Last && e.First < m.Last {
			continue
		}
		if c.Has(m.First) {
			return m
		}
		if best == nil {
			best = m
		}
	}
	return best
}
