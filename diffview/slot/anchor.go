package slot

import (
	"strings"

	"parallax/diffview/doc"
	"parallax/diffview/ledger"
	"parallax/diffview/lexicon"
)

// What a day is the day of: of the verbs of a sentence the one that it belongs to,
// or the noun of an event. "The man arrested Friday was charged on Monday" has two
// days, each with its act.

// An anchor is what a day is the day of: words of its sentence, -1 for none.
type anchor struct {
	act    int // the verb, or the noun of an event: "arrested", "Friday's meeting"
	over   int // the verb that an infinitive hangs on: "named" of "named to succeed her in April"
	beside int // the noun right before the day: "the vote on Friday"
}

// An anchoring looks for what a day of a sentence belongs to.
type anchoring struct {
	*doc.Doc
	ledger      *ledger.Ledger
	sentence    int
	from, to    int // the tokens of the sentence
	first, last int // and of the day: [first, last)
}

// anchorOf returns what the day of an entry is the day of.
func anchorOf(l *ledger.Ledger, e *ledger.Entry) anchor {
	at := l.Sentences[e.Sentence]
	s := anchoring{l.Doc, l, e.Sentence, at.First, at.Last, e.First, e.Last}
	if n := s.modified(); n >= 0 {
		return anchor{n, -1, -1}
	}
	before := s.before()
	a := anchor{s.governor(before), -1, -1}
	if before >= s.from && before != a.act && s.Tokens[before].Class == doc.Content && !s.verb(before) {
		a.beside = before
	}
	if a.act > s.from && a.act < s.first && s.Tokens[a.act-1].Text == "to" {
		if n, _ := s.back(a.act - 1); n >= 0 && !s.auxiliary(n) && !meant.Has(s.Tokens[n].Text) && !doc.SpeechWords.Has(s.Tokens[n].Text) {
			a.over = n
		}
	}
	return a
}

// adjectives look like verbs and seldom are ones.
var adjectives = lexicon.WordSet("prior aggravated united hundred related retired alleged armed supposed")

// labels are verbs that only say what the noun before is called.
var labels = lexicon.WordSet("called named dubbed titled entitled known")

// verb reports whether a token is a verb: also "seized" of "those seized", and
// "passing" of "for passing a bill"; not "strikes" of "several strikes".
func (s *anchoring) verb(k int) bool {
	t := &s.Tokens[k]
	if t.Class != doc.Content || k == s.from {
		return s.ledger.IsVerb(s.sentence, k)
	}
	before := &s.Tokens[k-1]
	switch {
	case t.Capital || adjectives.Has(t.Text), labels.Has(t.Text) && before.Class == doc.Content:
		return false
	case strings.HasSuffix(t.Text, "ed") && (before.Text == "those" || before.Text == "all"):
		return true
	case strings.HasSuffix(t.Text, "ing") && before.Part() == doc.Preposition && k+1 < s.to && s.determines(k+1):
		return true
	case unchanged.Has(t.Text) && (before.Class == doc.Content || before.Part() == doc.Pronoun) && !s.verb(k-1):
		return true
	case strings.HasSuffix(t.Text, "s") && (before.Class == doc.Number || quantifiers.Has(before.Text)):
		return false
	}
	return s.ledger.IsVerb(s.sentence, k)
}

// unchanged are past forms that are the verbs themselves: "Rovers beat Albion".
var unchanged = lexicon.WordSet("put cut hit set shut cost spread hurt beat let quit split burst bid rid")

// quantifiers come before the plural of a noun.
var quantifiers = lexicon.WordSet("several many few some most more other both such")

// auxiliary reports whether a token is a verb that says nothing by itself.
func (s *anchoring) auxiliary(k int) bool { return s.Tokens[k].Part() == doc.Auxiliary }

// determines reports whether a noun comes after a token.
func (s *anchoring) determines(k int) bool {
	t := &s.Tokens[k]
	return t.Part() == doc.Determiner || t.Text == "'s"
}

// narrowing are words between a day and what it belongs to, besides prepositions.
var narrowing = lexicon.WordSet("late early last next mid this the since until about around yesterday today just end beginning middle start , (")

// before returns the last word before the day that is neither a preposition nor a
// word that narrows the day down; it may be before the sentence.
func (s *anchoring) before() int {
	k := s.first - 1
	for k >= s.from && (s.Tokens[k].Part() == doc.Preposition || narrowing.Has(s.Tokens[k].Text)) {
		k--
	}
	return k
}

// mostModified is how many words after a day the noun that it belongs to can end.
const mostModified = 4

// modified returns the noun that the day stands before and belongs to: "Friday's
// meeting", "the April 30 primary"; -1 where there is none.
func (s *anchoring) modified() int {
	k := s.last
	switch {
	case k < s.to && s.Tokens[k].Text == "'s":
		k++
	case s.first > s.from && s.determines(s.first-1):
	case s.first-1 > s.from && s.Tokens[s.first-1].Matters() && !s.verb(s.first-1) && s.determines(s.first-2):
	default:
		return -1
	}
	return s.head(k, min(s.to, k+mostModified))
}

// head returns the last word of the noun group that begins at token k, or -1.
func (s *anchoring) head(k, end int) int {
	head := -1
	for ; k < end; k++ {
		t := &s.Tokens[k]
		if t.Class != doc.Content || s.verb(k) || strings.HasSuffix(t.Text, "ly") {
			break
		}
		head = k
		if doc.IsPlural(t.Text) && !t.Capital {
			break
		}
	}
	return head
}

// governor returns the verb that the day belongs to: right before it, right after
// it ("HP on Monday announced"), the nearest before it in its clause, or where it opens
// the clause the first after it. k is the last word before the day.
func (s *anchoring) governor(k int) int {
	back, comma := s.back(k)
	if back < 0 || back < k {
		if n := s.next(); n >= 0 {
			return n
		}
		if back < 0 || comma {
			if n := s.opened(); n >= 0 {
				return n
			}
		}
	}
	if back < 0 {
		return -1
	}
	return s.meaning(back)
}

// relatives begin a clause that says more of a noun, or of a verb.
var relatives = lexicon.WordSet("who which that whose whom where when while because if although though but as")

// back returns the nearest verb at or before a token in its clause, and whether a
// comma is between it and the day.
func (s *anchoring) back(k int) (verb int, comma bool) {
	comma = k+1 < s.first && k >= s.from && s.Tokens[k+1].Text == ","
	for ; k >= s.from; k-- {
		t := &s.Tokens[k]
		switch {
		case s.verb(k):
			return k, comma
		case relatives.Has(t.Text) && t.Class == doc.Function, s.Ends(k):
			return -1, comma
		case t.Text == ",":
			comma = true
		}
	}
	return -1, comma
}

// nextReach is how many words after a day its verb comes when no subject is between.
const nextReach = 5

// next returns the verb that comes right after the day, or -1.
func (s *anchoring) next() int {
	for k := s.last; k < min(s.to, s.last+nextReach); k++ {
		t := &s.Tokens[k]
		switch {
		case s.auxiliary(k), t.Text == "not", t.Text == "n't", t.Text == "also", strings.HasSuffix(t.Text, "ly"):
		case s.verb(k) && !strings.HasSuffix(t.Text, "ing"):
			return k
		default:
			return -1
		}
	}
	return -1
}

// opened returns the verb of the clause that the day opens, or -1: what is said of its
// subject between commas is passed over.
func (s *anchoring) opened() int {
	aside := false
	for k := s.last; k < s.to; k++ {
		t := &s.Tokens[k]
		switch {
		case s.Ends(k) && t.Text != "“" && t.Text != "”":
			return -1
		case t.Text == "," && aside:
			aside = false
		case relatives.Has(t.Text) && t.Class == doc.Function && k > s.last && s.Tokens[k-1].Part() == doc.Preposition:
			return -1
		case !aside && k > s.last && s.Tokens[k-1].Text == "," && relatives.Has(t.Text) && t.Class == doc.Function:
			aside = true
		case !aside && s.verb(k):
			return s.meaning(k)
		}
	}
	return -1
}

// meant are verbs that only say how the next is meant: "expected to begin".
var meant = lexicon.WordSet("expected scheduled set going planned plans planning due wants wanted tried decided agreed had has have needed need hopes hoped likely is was are were")

// meantReach is how many words after one of them, or after an auxiliary, its verb
// is looked for.
const meantReach = 8

// meaning returns the verb that one goes with that says little: "approved" of "has on
// Monday also approved", "begin" of "is expected to begin".
func (s *anchoring) meaning(k int) int {
	end := min(s.to, k+meantReach)
	if meant.Has(s.Tokens[k].Text) {
		for n := k + 1; n+1 < end; n++ {
			if t := &s.Tokens[n+1]; s.Tokens[n].Text == "to" && t.Class == doc.Content && !t.Capital {
				return n + 1
			}
			if s.Tokens[n].Class == doc.Punctuation || s.verb(n) && !s.auxiliary(n) && !meant.Has(s.Tokens[n].Text) {
				break
			}
		}
	}
	if !s.auxiliary(k) {
		return k
	}
	for n := k + 1; n < end; n++ {
		t := &s.Tokens[n]
		switch {
		case n >= s.first && n < s.last, s.auxiliary(n), t.Class == doc.Function && (n < s.first || t.Part() != doc.Preposition), strings.HasSuffix(t.Text, "ly"):
		case t.Class == doc.Content && !t.Upper:
			return n
		case t.Class == doc.Punctuation:
			return k
		}
	}
	return k
}

// sameAct reports whether two days are of acts of one name: "voted on Friday", "the
// vote on Saturday".
func (m *matcher) sameAct(l, q anchor) bool {
	return max(m.like(l.act, q.act), m.like(l.over, q.act), m.like(l.act, q.over), m.like(l.beside, q.act), m.like(l.act, q.beside), m.like(l.beside, q.beside)) >= sameWord
}

// sameWord is the likeness from which two words are one.
const sameWord = .99
