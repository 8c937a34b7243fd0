package stance

import (
	"strings"

	"parallax/diffview/doc"
)

// How far a cue reaches, in tokens.
const (
	openerReach   = 6  // to the "that" or "whether" after it
	longestScope  = 26 // what it speaks of
	longestPhrase = 12
)

// scope finds what a cue speaks of.
func (f finder) scope(s doc.Sentence, k int, c cue, out *Stance) bool {
	switch c.Reach {
	case Predicate:
		return f.predicate(s, k+1, c, out)
	case Phrase:
		if k == s.First || doc.Beings.Has(f.Tokens[k-1].Text) || k+1 < s.Last && f.Tokens[k+1].Part() == doc.Preposition { // "was suspected", "a man suspected of"
			return false
		}
		out.Scope = f.phrase(s, k+1)
	case Subject:
		out.Scope = f.before(s, out.Cue.First)
		return out.Cue.First < k // with a form of "be": "is false", not "false evidence"
	default:
		return f.complement(s, k, c, out)
	}
	return true
}

// predicate finds what comes after a cue in its own clause, from a token on.
func (f finder) predicate(s doc.Sentence, from int, c cue, out *Stance) bool {
	next := func(word string) bool { return from < s.Last && f.Tokens[from].Text == word }
	switch {
	case c.with == "-" && next(","):
		from++
	case c.with == "-":
	case !next(c.with), c.with == "have" && !f.perfect(s, from+1), c.with == "to" && c.Class != Planned && !f.said(s, from-1):
		return false
	default:
		from++
	}
	if from >= s.Last || c.Class == Hypothetical && deniers.Has(f.Tokens[from].Text) { // "could not say"
		return false
	}
	if p := f.Tokens[from].Part(); p == doc.Determiner || p == doc.Pronoun { // "apparently the bridge fell"
		out.Reach = Complement
	}
	out.Scope = doc.Stretch{First: from, Last: f.end(s, from)}
	return true
}

// perfect reports whether a participle may come after "have": "could have an impact"
// has none.
func (f finder) perfect(s doc.Sentence, k int) bool {
	return k < s.Last && f.Tokens[k].Part() != doc.Determiner && f.Tokens[k].Class != doc.Number && f.Tokens[k].Class != doc.Punctuation
}

// said reports whether a word before "to" is a participle: "is said to be", "a dog,
// thought to be"; and not "he said to applause".
func (f finder) said(s doc.Sentence, k int) bool {
	if !spoken.Has(f.Tokens[k].Text) {
		return k == s.First || f.Tokens[k-1].Part() != doc.Pronoun
	}
	for n := k - 1; n >= max(s.First, k-3); n-- {
		if doc.Beings.Has(f.Tokens[n].Text) || n == k-1 && f.Tokens[n].Text == "," {
			return true
		}
	}
	return false
}

// complement finds the clause or phrase that a verb, noun or adjective speaks of.
func (f finder) complement(s doc.Sentence, k int, c cue, out *Stance) bool {
	if n, question := f.opener(s, k, c); n >= 0 {
		if question && c.Class == Unconfirmed {
			out.Class = Unanswered
		}
		out.Scope = doc.Stretch{First: n + 1, Last: f.end(s, n+1)}
		return true
	}
	passive := f.passive(s, k)
	n := k + 1
	switch {
	case c.with == "of", c.with != "-" && (passive || n >= s.Last):
		return false
	case clausal.Has(f.Tokens[k].Text) && f.clauseAt(s, n):
		out.Scope = doc.Stretch{First: n, Last: f.end(s, n)}
		return true
	case c.with == "clause":
		return false
	case passive:
		out.Scope = f.before(s, out.Cue.First)
	default:
		out.Scope = doc.Stretch{First: n, Last: f.end(s, n)}
	}
	return true
}

// opener returns the word that opens the complement of a cue, or -1, and whether it
// asks for something: "who", "where".
func (f finder) opener(s doc.Sentence, k int, c cue) (at int, question bool) {
	reach := openerReach
	if c.Class == Alleged || c.Class == Supposed {
		reach = 1 // in "the suspicion of a fire that", the "that" belongs to the fire
	}
	for n := k + 1; n < min(s.Last, k+1+reach); n++ {
		w := f.Tokens[n].Text
		switch {
		case c.with == "of":
			if w == "of" {
				return n, false
			}
		case w == "that", c.Class <= Unanswered && (w == "whether" || w == "if"):
			return n, false
		case c.Class <= Unanswered && questions.Has(w):
			return n, true
		}
		if f.Tokens[n].Class == doc.Punctuation {
			break
		}
	}
	return -1, false
}

// clauseAt reports whether a clause without "that" begins at a token: a subject with
// a verb soon after it, or "denied shooting".
func (f finder) clauseAt(s doc.Sentence, n int) bool {
	t := &f.Tokens[n]
	if len(t.Text) > 5 && strings.HasSuffix(t.Text, "ing") {
		return true
	}
	if t.Class == doc.Punctuation || t.Part() == doc.Preposition || t.Part() == doc.Conjunction || questions.Has(t.Text) {
		return false
	}
	for k := n + 1; k < min(s.Last, n+openerReach) && f.Tokens[k].Class != doc.Punctuation; k++ {
		if f.Tokens[k].Part() == doc.Auxiliary || f.isVerb(k) {
			return true
		}
	}
	return false
}

// isVerb reports whether a token is the verb of its clause.
func (f finder) isVerb(k int) bool { return f.Verb(f.SentenceAt(k), k) == k }

// end returns where what begins at a token ends: at a mark that parts sentences, at
// another clause.
func (f finder) end(s doc.Sentence, from int) int {
	k := from
	for ; k < min(s.Last, from+longestScope); k++ {
		w := f.Tokens[k].Text
		if k > from && parts(w) { // denied “…”
			return k
		}
		if k < from+3 {
			continue
		}
		if conjoined.Has(w) || w == "," && (f.Clause(f.SentenceAt(k), k).First == k || k+1 < s.Last && f.Tokens[k+1].Class == doc.Function) {
			return k
		}
	}
	return k
}

// before returns what comes before a token in its clause.
func (f finder) before(s doc.Sentence, k int) doc.Stretch {
	from := k
	for from > s.First && k-from < longestScope {
		w := f.Tokens[from-1].Text
		if parts(w) || w == "," || w == "but" || w == "that" {
			break
		}
		from--
	}
	return doc.Stretch{First: from, Last: k}
}

// phrase returns the noun phrase that begins at a token.
func (f finder) phrase(s doc.Sentence, k int) doc.Stretch {
	end := k
	for ; end < min(s.Last, k+longestPhrase) && f.Tokens[end].Class != doc.Punctuation; end++ {
		if end == k {
			continue
		}
		switch p := f.Tokens[end].Part(); {
		case p == doc.Auxiliary, p == doc.Conjunction, p == doc.Pronoun, f.isVerb(end), strings.HasSuffix(f.Tokens[end].Text, "ed"):
			return doc.Stretch{First: k, Last: end}
		}
	}
	return doc.Stretch{First: k, Last: end}
}

// head returns the word of a scope that says what happens, or what is there; -1
// where there is none.
func (f finder) head(s Stance) int {
	at := s.Scope
	if at.First+2 < at.Last && f.Tokens[at.First].Text == "there" { // "that there were militants in the school"
		return f.noun(doc.Stretch{First: at.First + 2, Last: at.Last})
	}
	if s.Reach == Phrase {
		return f.noun(at)
	}
	last := -1
	for k := at.First; k < at.Last; k++ {
		t := &f.Tokens[k]
		if k > at.First && (t.Text == "that" || t.Text == "which" || t.Text == "who") { // an aside begins
			break
		}
		if t.Class != doc.Content || t.Capital || strings.HasSuffix(t.Text, "ly") {
			continue
		}
		if s.Reach == Predicate || f.saysWhat(at, k) {
			return k
		}
		last = k
	}
	if s.Reach == Complement && at.First >= s.Cue.Last { // a clause whose verb is not known
		return -1
	}
	return last
}

// saysWhat reports whether a word says what happens, as far as its form and the
// word before it tell.
func (f finder) saysWhat(at doc.Stretch, k int) bool {
	w := f.Tokens[k].Text
	return f.isVerb(k) || len(w) > 4 && (strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing")) ||
		k > at.First && f.Tokens[k-1].Part() == doc.Auxiliary
}

// noun returns the last word of a phrase before what belongs to it.
func (f finder) noun(at doc.Stretch) int {
	last := -1
	for k := at.First; k < at.Last; k++ {
		if last >= 0 && f.Tokens[k].Part() == doc.Preposition {
			break
		}
		if f.Tokens[k].Matters() {
			last = k
		}
	}
	return last
}
