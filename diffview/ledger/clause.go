package ledger

import (
	"sort"
	"strings"

	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
)

// A light syntax of one sentence: where its clauses end, which words are their
// verbs, which are noun groups. It knows the small words and the endings of
// English; it knows no parts of speech.

// A syntax is one sentence cut into clauses.
type syntax struct {
	*doc.Doc
	sentence int
	doc.Sentence
	clauses []clause
	said    source // who says what it says, if it names one
	ballot  bool   // it speaks of a vote
}

// A clause is a stretch with one verb: "killing all 71 people on board".
type clause struct {
	doc.Stretch
	verb int // the token that says what happens, or -1
}

// newSyntax cuts a sentence into clauses.
func newSyntax(d *doc.Doc, sentence int) *syntax {
	s := &syntax{Doc: d, sentence: sentence, Sentence: d.Sentences[sentence]}
	from, verb := s.First, -1 // the clause so far
	full := false             // its verb is no auxiliary
	for k := s.First; k < s.Last; k++ {
		if k > from && (s.begins(k, verb >= 0) || verb == k-1 && doc.SpeechWords.Has(s.Tokens[verb].Text) && s.verbSoon(k)) { // "said ten people died"
			s.clauses = append(s.clauses, clause{doc.Stretch{First: from, Last: k}, verb})
			from, verb, full = k, -1, false
		}
		if !full && s.isVerb(k) {
			if _, ok := s.reduced(k); !ok || verb >= 0 {
				verb, full = k, s.Tokens[k].Part() != doc.Auxiliary
			}
		}
		s.ballot = s.ballot || ballots.Has(s.Tokens[k].Text)
	}
	s.clauses = append(s.clauses, clause{doc.Stretch{First: from, Last: s.Last}, verb})
	s.said = s.speaker()
	return s
}

// openers are the words that begin a clause of its own.
var openers = lexicon.WordSet("that which who whom whose when while where because although though whereas unless until if since after before but")

// begins reports whether a clause begins at token k; verb says whether the one
// before has its verb. It begins at a mark that
// parts sentences, at a conjunction, and at a comma or an "and" with a verb on
// both sides.
func (s *syntax) begins(k int, verb bool) bool {
	t := &s.Tokens[k]
	switch t.Text {
	case ";", ":", "—", "–", "--", "“", "”", "\"", "(", ")":
		return true
	case ",", "and", "or", "as":
		return verb && s.verbSoon(k+1)
	case "that":
		if doc.SpeechWords.Has(s.Tokens[k-1].Text) {
			return true
		}
	}
	return openers.Has(t.Text) && t.Class == doc.Function && s.verbSoon(k+1)
}

// verbReach is how many words on from a conjunction the verb of its clause is
// looked for.
const verbReach = 8

// verbSoon reports whether a verb comes before anything else ends.
func (s *syntax) verbSoon(k int) bool {
	for end := min(s.Last, k+verbReach); k < end && s.Tokens[k].Class != doc.Punctuation; k++ {
		if s.isVerb(k) {
			return true
		}
	}
	return false
}

// commonVerbs are verbs that news uses in forms no ending tells, by lemma.
var commonVerbs = lexicon.WordSet(`say tell go come get take give make see know think find hold keep leave lose win meet pay sell send
	speak stand begin rise fall grow drive fly hit cut put shut set spend lead bring buy catch build fight steal throw wear write run
	become break choose draw eat feel hear hide hurt lay lie mean read ride seek shake shoot sing sink sit sleep spread strike
	swear sweep swim teach tear wake kill wound die injure arrest announce report add vote elect sign pass approve reject plan expect
	claim deny confirm call ask want need show help move raise close open end start try ban warn urge face force order release
	receive reach join serve visit attend host beat defeat trail agree apologize resign appoint name accuse charge convict acquit
	sentence jail free rescue crash explode collapse burn destroy damage evacuate flee cost earn contain include`)

// isVerb reports whether a word is a verb as far as its form and the word
// before it tell.
func (s *syntax) isVerb(k int) bool {
	t := &s.Tokens[k]
	if t.Class == doc.Punctuation || t.Class == doc.Number || t.Capital {
		return false
	}
	if t.Class == doc.Function {
		return t.Part() == doc.Auxiliary
	}
	if inclusions.Has(t.Text) {
		return false
	}
	if k > s.First {
		switch before := &s.Tokens[k-1]; {
		case before.Class == doc.Number && k+1 < s.Last && s.Tokens[k+1].Class == doc.Content && strings.HasSuffix(t.Text, "ed"): // "two wounded men"
			return false
		case before.Part() == doc.Determiner && !s.relative(k-1), before.Part() == doc.Preposition && before.Text != "to" && !strings.HasSuffix(t.Text, "ing"), before.Text == "-":
			return false
		}
	}
	lemma := t.Entry.Lemma()
	switch {
	case len(t.Text) > 4 && strings.HasSuffix(t.Text, "ed"), len(t.Text) > 5 && strings.HasSuffix(t.Text, "ing") && lemma != t.Text:
		return true
	case k > s.First && subjects.Has(s.Tokens[k-1].Text) && !s.adverb(k):
		return true // "they believe"
	case !commonVerbs.Has(lemma):
		return false
	case t.Text == lemma: // "to vote", "will cut", "they say"; not "the vote"
		before := &s.Tokens[max(k-1, s.First)]
		return k > s.First && (before.Text == "to" || before.Part() == doc.Auxiliary || before.Part() == doc.Pronoun || doc.IsPlural(before.Text) ||
			alike.Has(t.Text) && k+1 < s.Last && s.alikePast(k))
	}
	return true
}

// inclusions are prepositions that were verbs.
var inclusions = lexicon.WordSet("including regarding concerning considering following excluding involving")

// reduced reports whether a verb at token k only says which one is meant of the noun
// before it, and another is that of the clause: "the man caught on film was jailed".
// next is that other one.
func (s *syntax) reduced(k int) (next int, ok bool) {
	if k == s.First || s.Tokens[k-1].Class != doc.Content || doc.SpeechWords.Has(s.Tokens[k].Text) || strings.HasSuffix(s.Tokens[k].Text, "ing") ||
		k+1 >= s.Last || s.Tokens[k+1].Part() != doc.Preposition || s.Tokens[k+1].Text == "to" {
		return 0, false
	}
	for next = k + 2; next < min(s.Last, k+longestReduced); next++ {
		switch t := &s.Tokens[next]; {
		case t.Part() == doc.Auxiliary:
			return next, s.Tokens[next-1].Part() != doc.Pronoun && s.Tokens[next-1].Text != "to" && s.Tokens[next-1].Text != "and"
		case openers.Has(t.Text), s.begins(next, true), t.Class == doc.Punctuation && t.Text != "-":
			return 0, false
		}
	}
	return 0, false
}

// longestReduced is how many words on from such a verb the other one is looked for.
const longestReduced = 16

// relative reports whether token k is the "that" of a clause that tells more of the noun
// before it: "the storm that flooded streets".
func (s *syntax) relative(k int) bool {
	if s.Tokens[k].Text != "that" || k == s.First {
		return false
	}
	before := &s.Tokens[k-1]
	return before.Class == doc.Content && !doc.SpeechWords.Has(before.Text) && !commonVerbs.Has(before.Entry.Lemma())
}

// alike are verbs whose past is as their first form: after a noun and before an
// object they are verbs, "the quake hit the coast".
var alike = lexicon.WordSet("hit cut put shut set hurt cost spread beat read cast")

// subjects are the pronouns right after which only a verb or an adverb comes.
var subjects = lexicon.WordSet("i he she we they")

// alikePast reports whether one of those verbs at token k is the past: it is after a
// noun or an apposition, and an object or what hangs on it comes after it.
func (s *syntax) alikePast(k int) bool {
	object, t := s.beginsObject(k+1), &s.Tokens[k+1]
	if s.Tokens[k-1].Text == "," {
		return object && t.Part() != doc.Preposition
	}
	return s.Tokens[k-1].Class == doc.Content && !s.adverb(k-1) && (object || s.Tokens[k].Text == "hit" && t.Class == doc.Content)
}

// beginsObject reports whether an object or what hangs on a verb begins at token k.
func (s *syntax) beginsObject(k int) bool {
	t := &s.Tokens[k]
	return t.Part() == doc.Determiner || t.Part() == doc.Preposition || t.Upper || t.Class == doc.Number || s.adverb(k) || t.Text == "up"
}

// at returns the clause a token stands in.
func (s *syntax) at(token int) clause {
	k := sort.Search(len(s.clauses), func(k int) bool { return s.clauses[k].Last > token })
	return s.clauses[min(k, len(s.clauses)-1)]
}

// longestGroup is how many words a noun group has at most: longer ones are
// several.
const longestGroup = 7

// groupAfter returns the noun group that begins at token k, or an empty one:
// "of Norton's shops" is the shops. Determiners and what belongs to whom are
// left out of it.
func (s *syntax) groupAfter(k, last int) doc.Stretch {
	g := doc.Stretch{First: k, Last: k}
	for end := min(last, k+longestGroup); k < end; k++ {
		t := &s.Tokens[k]
		switch {
		case s.adverb(k) && !(k+1 < end && s.Tokens[k+1].Class == doc.Content && !s.isVerb(k+1)): // "20 percent higher", "two years ago"
			return g
		case t.Text == "'s" || t.Text == "'":
			g = doc.Stretch{First: k + 1, Last: k + 1} // the owner: what is owned comes now
			continue
		case k > g.First && (t.Text == "-" || t.Class == doc.Function && s.Tokens[k-1].Text == "-"): // "ready-to-eat meals"
			continue
		case t.Class == doc.Function && g.First == g.Last && (t.Part() == doc.Determiner || t.Text == "of" || t.Text == "other" || t.Text == "more" || t.Text == "such"):
			g = doc.Stretch{First: k + 1, Last: k + 1}
			continue
		case t.Class != doc.Content, g.Last > g.First && s.isVerb(k), doc.SpeechWords.Has(t.Text):
			return g
		}
		g.Last = k + 1
		if doc.IsPlural(t.Text) && (!t.Capital || k+1 < last && !s.Tokens[k+1].Upper) && (k+1 >= last || s.Tokens[k+1].Text != "-") {
			return g
		}
	}
	return g
}

// currencySigns are content to the reader of words and no part of a name.
var currencySigns = lexicon.WordSet("$ £ €")

// groupBefore returns the noun group that ends before token k, or an empty one.
func (s *syntax) groupBefore(k, first int) doc.Stretch {
	last := k
	for k > first && last-k < longestGroup {
		t := &s.Tokens[k-1]
		if t.Class != doc.Content && t.Text != "'s" && t.Text != "-" || currencySigns.Has(t.Text) || s.isVerb(k-1) {
			break
		}
		if t.Text == "-" && k-2 >= first && s.Tokens[k-2].Class == doc.Number {
			k = min(k+1, last) // "the 15-inch screen": not the inch
			break
		}
		k--
	}
	for k < last && s.Tokens[k].Class != doc.Content {
		k++ // a hyphen of what came before: "the 15-inch screen"
	}
	return doc.Stretch{First: k, Last: last}
}
