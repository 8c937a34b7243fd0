package ledger

import (
	"strings"

	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
)

// Who does what a clause tells, who says what a sentence says, and when.

// subject returns the noun group before the verb of a clause, without what only
// stands between them: "the mayor, a former judge, on Tuesday sharply cut".
func (s *syntax) subject(c clause) doc.Stretch {
	return s.doer(c.verb, c.First)
}

// doer returns the noun group that is the subject of the verb at token verb, of a
// clause that begins at first.
func (s *syntax) doer(verb, first int) doc.Stretch {
	end, comma := verb, false
	for end > first {
		t := &s.Tokens[end-1]
		if t.Text == "," {
			comma = true
		} else if !s.idle(end - 1) {
			break
		}
		end--
	}
	if end > first && s.Tokens[end-1].Part() == doc.Pronoun {
		return s.antecedent(end - 1)
	}
	if end > first && s.Tokens[end-1].Text == "that" && end-1 > s.First {
		return s.antecedent(end - 1)
	}
	if comma {
		if g := s.apposed(end, first); g.First < g.Last {
			return g
		}
	}
	for k := first + 1; k < end; k++ { // "a quake measuring 6.4 on the scale hit"
		if !s.isVerb(k) || s.Tokens[k-1].Class != doc.Content {
			continue
		}
		if next, ok := s.reduced(k); ok && next <= verb || strings.HasSuffix(s.Tokens[k].Text, "ing") {
			return s.chain(k, first)
		}
	}
	return s.chain(end, first)
}

// idle reports whether a word may stand between a subject and its verb: an adverb, a
// day, a small word other than a pronoun.
func (s *syntax) idle(k int) bool {
	t := &s.Tokens[k]
	return s.adverb(k) || s.inMoment(k) || t.Class == doc.Function && t.Part() != doc.Pronoun && t.Text != "that"
}

// inMoment reports whether a word is one of those that tell a time: "this year".
func (s *syntax) inMoment(k int) bool {
	for _, m := range s.MomentsOf(s.sentence) {
		if m.First <= k && k < m.Last {
			return true
		}
	}
	return s.isTime(k)
}

// antecedent returns whom a pronoun at token k stands for where that is right before
// it: "the mayor, who", "a quake that"; else the pronoun, and nothing where a "that"
// is none.
func (s *syntax) antecedent(k int) doc.Stretch {
	switch s.Tokens[k].Text {
	case "who", "which", "that":
		end := k
		for end > s.First && s.Tokens[end-1].Text == "," {
			end--
		}
		if g := s.chain(end, s.First); g.First < g.Last {
			return g
		}
	}
	if s.Tokens[k].Part() != doc.Pronoun {
		return doc.Stretch{First: k, Last: k}
	}
	return doc.Stretch{First: k, Last: k + 1}
}

// apposed returns the noun group before the appositions that end at token end with a
// comma: the mayor of "the mayor, a former judge, the head of the court,". Where
// brackets came before them, it is before those.
func (s *syntax) apposed(end, first int) doc.Stretch {
	for k := end - 1; k > first && k > end-longestApposition; k-- {
		if s.Tokens[k].Text != "," {
			continue
		}
		g := s.chain(k, first)
		before := g.First - 1
		for before > first && s.Tokens[before].Part() == doc.Determiner {
			before--
		}
		if g.First < g.Last && s.Tokens[max(before, first)].Text != "," {
			return g
		}
	}
	if s.Tokens[first].Text != ")" {
		return doc.Stretch{}
	}
	for k := first; k > s.First; k-- {
		if s.Tokens[k].Text == "(" {
			return s.chain(k, s.First)
		}
	}
	return doc.Stretch{}
}

// longestApposition is how many words an apposition has at most.
const longestApposition = 15

// chain returns the noun group that ends before token k, with those it hangs on: of
// "the number of jobs" the number.
func (s *syntax) chain(k, first int) doc.Stretch {
	g := s.groupBefore(k, first)
	for g.First < g.Last && g.First-1 > first {
		end := g.First - 1
		for end > first && s.Tokens[end].Part() == doc.Determiner {
			end--
		}
		if !hangers.Has(s.Tokens[end].Text) {
			break
		}
		before := s.groupBefore(end, first)
		if before.First == before.Last {
			break
		}
		g.First = before.First
	}
	return g
}

// hangers are the prepositions with which a noun hangs on another.
var hangers = lexicon.WordSet("of in for to on at from with against about between")

// adverbs are the words that say how, when or where, and name nothing.
var adverbs = lexicon.WordSet(`now then here there always never often only just soon later earlier today yesterday tomorrow tonight meanwhile instead perhaps maybe
	ago away again however afterward afterwards overnight nationwide worldwide abroad together apart north south east west
	northeast northwest southeast southwest higher lower midway alike else once twice so too`)

// adverb reports whether a word is one, as far as its form tells.
func (s *syntax) adverb(k int) bool {
	t := &s.Tokens[k]
	if k == s.First && strings.HasSuffix(t.Text, "ly") && s.TextAt(k+1, s.Last) == "," {
		return true // "Notably, it"
	}
	return !t.Capital && adverbs.Has(t.Text) || !t.Upper && len(t.Text) > 4 && strings.HasSuffix(t.Text, "ly") && !lyNouns.Has(t.Text)
}

// lyNouns are nouns that end as adverbs do.
var lyNouns = lexicon.WordSet("family supply reply ally anomaly assembly monopoly rally bully belly jelly italy july")

// speaker returns who says what the sentence says, where it names one: "the
// Labor Department said", "according to police".
func (s *syntax) speaker() source {
	for k := s.First; k < s.Last; k++ {
		t := &s.Tokens[k]
		if t.Text == "according" && s.TextAt(k+1, s.Last) == "to" {
			if g := s.groupAfter(k+2, s.Last); g.First < g.Last {
				return source{g, k, s.First}
			}
		}
		if !doc.SpeechWords.Has(t.Text) || strings.HasSuffix(t.Text, "ing") || s.unspoken(k) {
			continue
		}
		g := s.beforeRelative(k)
		if g.First == g.Last {
			g = s.doer(k, s.at(k).First)
		}
		if g.First < g.Last && (s.Tokens[g.First].Part() == doc.Pronoun || s.speaks(g)) {
			if w := s.Tokens[g.First].Text; w == "who" || w == "which" || w == "that" {
				continue
			}
			from := s.First
			if c := s.at(k); openers.Has(s.Tokens[c.First].Text) {
				from = c.First // "though the mayor has said so": what comes before is the article's
			}
			return source{g, k, from}
		}
		if k > s.First && s.Tokens[k-1].Class == doc.Punctuation && t.Text != "told" {
			if g := s.groupAfter(k+1, s.Last); g.First < g.Last && s.speaks(g) {
				return source{g, k, s.First}
			}
		}
	}
	return source{}
}

// beforeRelative returns whom a clause between commas that ends at token k tells of: the
// mayor of "the mayor, who left in March, said".
func (s *syntax) beforeRelative(k int) doc.Stretch {
	if k == s.First || s.Tokens[k-1].Text != "," {
		return doc.Stretch{}
	}
	for k -= 2; k > s.First; k-- {
		switch s.Tokens[k].Text {
		case "who", "which", "whose":
			if s.Tokens[k-1].Text == "," {
				if g := s.apposed(k, s.First); g.First < g.Last {
					return g
				}
				return s.chain(k-1, s.First)
			}
			return doc.Stretch{}
		}
	}
	return doc.Stretch{}
}

// outer reports whether an entry names somebody who speaks, and so is not named
// by another speaker: the sheriff of "Witnesses said so, Sheriff Quist said".
func (s *syntax) outer(e *Entry) bool {
	if e.Kind != Person && e.Kind != Office {
		return false
	}
	k := e.Last
	for k < s.Last && s.isName(k) {
		k++
	}
	return k < s.Last && doc.SpeechWords.Has(s.Tokens[k].Text)
}

// unspoken reports whether a word of speech at token k is not that of a speaker:
// "was told", "has added to".
func (s *syntax) unspoken(k int) bool {
	before := k - 1
	for before > s.First && s.adverb(before) {
		before--
	}
	if before >= s.First && doc.Beings.Has(s.Tokens[before].Text) {
		return true
	}
	return strings.HasPrefix(s.Tokens[k].Text, "add") && k+1 < s.Last && s.Tokens[k+1].Class != doc.Punctuation && s.Tokens[k+1].Text != "that"
}

// A source is who says what a sentence says from a token on.
type source struct {
	doc.Stretch
	verb, from int
}

// of returns who says what an entry states. It is nobody for the speaker's own name,
// and for what the article says about the speaker before the verb.
func (o source) of(e *Entry) doc.Stretch {
	if e.First < o.from || e.First < o.Last && o.First < e.Last || o.First <= e.First && e.Last <= o.verb {
		return doc.Stretch{}
	}
	return o.Stretch
}

// mostMoments is how many moments of a sentence are looked at: with more it is
// a table.
const mostMoments = 20

// when returns the moment a value is given for: that of its clause, else one before it
// that the clause continues. The moment of a day can only be a time of day, and that of
// a time of day only a day. The year of "the 2015 report" is not one.
func (s *syntax) when(e *Entry, c clause) *doc.Moment {
	var best *doc.Moment
	ms := s.MomentsOf(s.sentence)
	for k := range ms[:min(len(ms), mostMoments)] {
		m := &ms[k]
		if m == e.Moment || m.First < e.Last && e.First < m.Last || s.attributive(m) {
			continue
		}
		if clock := m.Timed && !dated(m); e.Kind == Day && !clock || e.Kind == Clock && clock {
			continue
		}
		if c.Has(m.First) {
			return m
		}
		if best == nil && m.First < c.First && s.goesOn(m, c) {
			best = m
		}
	}
	if e.Kind == Day || e.Kind == Clock {
		return best
	}
	for k := c.First; k < c.Last; k++ {
		if m := s.monthAlone(k); m != nil && (k < e.First || k >= e.Last) {
			return m
		}
	}
	return best
}

// dated reports whether a moment names a day, a month or a year.
func dated(m *doc.Moment) bool { return m.Dated || m.Weekday >= 0 || m.Month > 0 }

// attributive reports whether a moment only says which one is meant of what comes
// after it: "the 2010 law", "Thursday's vote".
func (s *syntax) attributive(m *doc.Moment) bool {
	if m.Last >= s.Last {
		return false
	}
	t := &s.Tokens[m.Last]
	if t.Text == "'s" || t.Text == "'" {
		return true
	}
	return m.Year > 0 && m.Month == 0 && t.Class == doc.Content && !s.adverb(m.Last) && !s.isVerb(m.Last)
}

// goesOn reports whether a clause continues what happened at a moment before it: the
// moment opens the sentence, or the clause has no subject of its own and the moment is
// not when somebody spoke.
func (s *syntax) goesOn(m *doc.Moment, c clause) bool {
	if m.First <= s.First+1 {
		return true
	}
	from := s.at(m.First)
	if from.verb >= 0 && doc.SpeechWords.Has(s.Tokens[from.verb].Text) {
		return false
	}
	k := c.First
	for k < c.Last && (s.Tokens[k].Text == "," || s.Tokens[k].Text == "and") {
		k++
	}
	return k > c.First && (c.verb == k || c.verb < 0)
}
