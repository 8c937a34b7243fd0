package quote

import (
	"strings"

	"parallax/corpus/fold"
	"parallax/corpus/prose"
	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
)

// Who speaks: the subject of the verb of speech that governs a quotation, in
// its sentence, or whoever spoke right before. Where the grammar does not say
// it plainly, the speaker is unknown: a wrong name is worse than none.

// A Speaker is whose words a quotation is.
type Speaker struct {
	Entity      int // an entity of the article, or -1
	First, Last int // the tokens that name the speaker
	Known       bool
	Carried     bool // those tokens stand by an earlier sentence
}

var unknown = Speaker{Entity: -1}

// speechVerbs are the forms of verbs by which news give words to somebody.
var speechVerbs = lexicon.WordSet(foreignSpeech + ` said says say saying told tells tell telling added adds adding wrote writes writing tweeted tweets tweeting
	posted declared declares declare declaring stated states stating announced noted notes noting asked asks asking replied replies
	answered responded explained explains explaining warned warns warning argued argues arguing insisted insists insisting
	claimed claims claiming called calls calling described describes describing vowed vows promised pledged joked quipped
	continued continues concluded recalled remarked commented complained lamented acknowledged admitted conceded confirmed
	denied reiterated repeated stressed emphasized emphasised emphasizing testified urged urging shouted yelled chanted
	exclaimed quoted blasted dismissed praised predicted cautioned boasted thundered retorted demanded suggested observed
	mused opined countered hailed slammed condemned branded labeled labelled dubbed read reads went pointed accused accuses accusing
	asserted asserts asserting alleged contended contends maintained maintains mocked touted derided ridiculed likened denounced
	believes worried worries proclaimed proclaim tweet swore wondered wonders deemed blamed blames blaming ripped
	characterized characterised expressed expressing thanked thanking apologized referred referring
	fumed sighed muttered whispered snapped grumbled scoffed gushed enthused pleaded quips jokes recalls`)

// inverting are the verbs of speech that come before their subject after a
// quotation: “…,” said the mayor.
var inverting = lexicon.WordSet(foreignSpeech + ` said says say added adds wrote writes tweeted asked asks replied replies answered explained explains
	warned warns argued argues insisted insists declared stated noted notes recalled remarked commented complained lamented
	acknowledged admitted conceded exclaimed quipped joked shouted yelled chanted continued concluded read reads began announced observed predicted
	fumed sighed muttered whispered snapped grumbled scoffed gushed enthused pleaded quips jokes recalls vowed promised mused opined retorted countered`)

// How far a quoting clause reaches, in tokens.
const (
	clauseReach  = 14 // from the end of a quotation to the verb after it
	subjectReach = 8  // a noun phrase that names the speaker

	longestClause = 80  // before a verb of speech: what is farther off is not its subject
	sentenceReach = 160 // around a quotation or a pronoun: a longer stretch is not a sentence, and would cost its square
)

// speechIn returns the verb of speech nearest a quotation in a sentence,
// outside of quotations, or -1. After a comma inside the marks the verb that
// follows is meant, else the one before.
func (q *Doc) speechIn(s doc.Sentence, x quotation) int {
	before, after := q.verbsAround(s, x)
	if after >= 0 && (before < 0 || q.sentenceLike(s, x) && after-x.Last < clauseReach) {
		return after
	}
	return before
}

// verbsAround returns the nearest verbs of speech before and after a quotation.
func (q *Doc) verbsAround(s doc.Sentence, x quotation) (before, after int) {
	before, after = -1, -1
	for t := max(s.First, x.First-sentenceReach); t < min(s.Last, x.Last+sentenceReach); t++ {
		switch {
		case q.inside[t] || !q.speaks(t, s):
		case t < x.First:
			before = t
		case t >= x.Last && after < 0:
			after = t
		}
	}
	return before, after
}

// sentenceLike reports whether what is quoted ends as a sentence does before a
// quoting clause: “…,” “…?”
func (q *Doc) sentenceLike(s doc.Sentence, x quotation) bool {
	if x.Last == 0 || x.Last > s.Last {
		return false
	}
	switch q.raw(x.Last - 1) {
	case ",", "?", "!", "—":
		return true
	}
	return x.Last+1 < s.Last && q.raw(x.Last+1) == ","
}

// speaks reports whether a token is a verb of speech of which somebody can be
// the subject, or the "according" of "according to".
func (q *Doc) speaks(t int, s doc.Sentence) bool {
	w := q.Tokens[t].Text
	if w == "according" {
		return t+1 < s.Last && q.Tokens[t+1].Text == "to"
	}
	if !speechVerbs.Has(w) || q.Tokens[t].Capital && !q.beginsClause(t, s) {
		return false
	}
	if t+1 < s.Last && (q.Tokens[t+1].Text == "by" || q.raw(t+1) == "-") { // "the deal announced by"
		return false
	}
	if t == s.First || foreignVerbs.Has(w) {
		return true
	}
	switch q.Tokens[t-1].Text {
	case "was", "were", "is", "are", "been", "be", "being", "so":
		return strings.HasSuffix(w, "ing")
	case "the", "a", "an", "of", "his", "her", "their", "its", "this", "that's", "-":
		return false
	case "'s", "'": // "the North’s announced halt"
		return !strings.HasSuffix(w, "ed")
	case "to":
		return t-1 > s.First && !refusing.Has(q.Tokens[t-2].Text)
	}
	return true
}

// refusing are words before "to say" after which it was not said.
var refusing = lexicon.WordSet("refused refuses declined declines failed unable want wanted wants need needs reluctant afraid unwilling able used have has had")

// beginsClause reports whether a token follows the mark or the beginning after
// which a verb may have a capital: “Calling it “absurd,” …
func (q *Doc) beginsClause(t int, s doc.Sentence) bool {
	return t == s.First || q.Tokens[t-1].Class == doc.Punctuation && strings.HasSuffix(q.Tokens[t].Text, "ing")
}

// speak finds the speaker of a quotation.
func (q *Doc) speak(k int) {
	x := &q.Quotations[k]
	x.Speaker = unknown
	first, last := q.SentenceAt(x.First), q.SentenceAt(x.Last-1)
	for _, n := range [2]int{last, first} {
		if who := q.speakerIn(k, n); who.Known {
			x.Speaker = who
			return
		}
	}
	if who := q.trailing(*x, last); who.Known {
		x.Speaker = who
		return
	}
	q.carry(k, first)
}

// trailing returns the speaker by a quoting clause that stands as a sentence of
// its own after a quotation that ends with a full stop: “It is safe.” Quist said.
func (q *Doc) trailing(x quotation, last int) Speaker {
	if last+1 >= len(q.Sentences) || !q.sameParagraph(last+1) || q.Sentences[last].Last-x.Last > 1 {
		return unknown
	}
	s := q.Sentences[last+1]
	if s.Last-s.First > subjectReach {
		return unknown
	}
	for v := s.First; v < s.Last; v++ {
		if !q.inside[v] && q.Tokens[v].Text != "according" && q.speaks(v, s) {
			return q.subject(v, s)
		}
	}
	return unknown
}

// speakerIn returns who speaks a quotation by the quoting clause in a sentence:
// the one that is likelier by the marks, or else the other.
func (q *Doc) speakerIn(k, n int) Speaker {
	x, s := q.Quotations[k], q.Sentences[n]
	if who := q.announced(x, s); who.Known {
		return who
	}
	if who := q.sourced(x, s); who.Known {
		return who
	}
	before, after := q.verbsAround(s, x)
	if q.parted(x.Last, after) || after >= 0 && q.goesOn(x.Last, after) {
		after = -1
	}
	if q.sentenceLike(s, x) && after >= 0 && after-x.Last < clauseReach {
		if who := q.subject(q.pastRelative(x.Last, after, s), s); who.Known {
			return who
		}
	}
	for v := before; v >= max(s.First, x.First-sentenceReach); v-- {
		if q.inside[v] { // the verbs before another quotation are of that one
			if before < x.First && k > 0 && q.closedBefore(before, s) { // Quist, who called it “absurd,” said “…”
				return q.Quotations[k-1].Speaker
			}
			return unknown
		}
		if !q.speaks(v, s) {
			continue
		}
		who := q.subject(v, s)
		if who.Known || who.First < who.Last {
			return who
		}
		if k > 0 && q.depends(v, s) && q.SentenceAt(q.Quotations[k-1].Last-1) == n && q.Quotations[k-1].Last <= v {
			return q.Quotations[k-1].Speaker // “…,” she said, adding that “…”
		}
		if v > s.First && auxiliaries.Has(q.Tokens[v-1].Text) {
			return unknown // somebody has spoken, and it is not told who
		}
	}
	if after >= 0 && before < 0 {
		return q.subject(after, s)
	}
	return unknown
}

var auxiliaries = lexicon.WordSet("has have had did also would")

// goesOn reports whether a clause of its own, and no quoting clause, follows a
// quotation: “…,” while the mayor denied it.
func (q *Doc) goesOn(end, v int) bool {
	for t := end; t < v; t++ {
		if q.Tokens[t].Class != doc.Punctuation {
			return clauseWords.Has(q.Tokens[t].Text) && q.Tokens[t].Text != "who"
		}
	}
	return false
}

// parted reports whether another quotation lies between the end of one and a
// verb: the verb is of that one's clause.
func (q *Doc) parted(end, v int) bool {
	for t := end; t < v; t++ {
		if q.inside[t] {
			return true
		}
	}
	return false
}

// announced returns who is named right before a colon and the quotation, as in
// a transcript or a headline: "Quist: ‘The bridge is safe’".
func (q *Doc) announced(x quotation, s doc.Sentence) Speaker {
	colon := x.First - 2
	if colon <= s.First || colon-s.First > clauseReach || q.raw(colon) != ":" {
		return unknown
	}
	for _, m := range q.mentionsIn(s.First, colon) {
		if m.Last == colon && m.Manner == doc.ByName && q.onlyTitles(s.First, m.First) {
			return Speaker{Entity: m.Entity, First: m.First, Last: m.Last, Known: true}
		}
	}
	if before, _ := q.verbsAround(s, x); before < 0 && q.saidWhole(x, s) {
		return q.opener(s.First, colon)
	}
	return unknown
}

// saidWhole reports whether a quotation is all that follows a colon and ends as a
// sentence does.
func (q *Doc) saidWhole(x quotation, s doc.Sentence) bool {
	if s.Last-x.Last > 1 || x.Last >= len(q.Tokens) || x.Last-x.First < 3 {
		return false
	}
	switch q.raw(x.Last - 1) {
	case ".", "!", "?", "…":
		return true
	}
	return false
}

// opener returns the person whom a sentence begins with, as its subject: "Paula
// Quist was clear: “…”"
func (q *Doc) opener(first, colon int) Speaker {
	named := q.mentionsIn(first, colon)
	if len(named) == 0 {
		return unknown
	}
	m := named[0]
	if m.Manner != doc.ByName || !q.onlyTitles(first, m.First) || !q.personal[m.Entity] || q.Tokens[m.Last].Text == "'s" {
		return unknown
	}
	return q.speakerOf(m)
}

// onlyTitles reports whether tokens hold nothing but titles.
func (q *Doc) onlyTitles(from, to int) bool {
	for t := from; t < to; t++ {
		if w := q.Tokens[t].Text; !doc.RoleWords.Has(w) && !doc.AddressWords.Has(w) {
			return false
		}
	}
	return true
}

// carry takes the speaker from the quotation before, when nothing lies
// between, or from the clause of speech that ends right before.
func (q *Doc) carry(k, first int) {
	x := &q.Quotations[k]
	if k > 0 {
		before := q.Quotations[k-1]
		n := q.SentenceAt(before.Last - 1)
		if n == first && q.listed(before.Last, x.First) || n == first-1 && q.opening(x.First, first) && before.Speaker.Known && q.endsWith(before, n) {
			x.Speaker = before.Speaker
			x.Speaker.Carried = n != first
			return
		}
	}
	if first == 0 || !q.opening(x.First, first) {
		return
	}
	s := q.Sentences[first-1]
	for t := s.Last - 1; t >= max(s.First, s.Last-sentenceReach); t-- {
		if !q.inside[t] && q.speaks(t, s) && q.Tokens[t].Text != "according" {
			who := q.subject(t, s)
			if who.Known && (q.sameParagraph(first) || q.raw(s.Last-1) == ":" || who.Entity >= 0 && q.Entities[who.Entity].Kind == doc.Person) {
				who.Carried = true
				x.Speaker = who
			}
			return
		}
	}
}

// listed reports whether only "and", "or" and marks part two quotations.
func (q *Doc) listed(from, to int) bool {
	for t := from; t < to; t++ {
		switch w := q.Tokens[t].Text; {
		case q.Tokens[t].Class == doc.Punctuation, w == "and", w == "or", w == "but", w == "a", w == "an", w == "the":
		default:
			return false
		}
	}
	return true
}

// endsWith reports whether nothing but a quoting clause follows a quotation in
// its sentence, so that the next sentence goes on with it.
func (q *Doc) endsWith(x quotation, n int) bool {
	s := q.Sentences[n]
	_, after := q.verbsAround(s, x)
	return after >= 0 || s.Last-x.Last <= 2 || x.Speaker.Last <= x.First
}

func (q *Doc) sameParagraph(k int) bool {
	all := q.Article.Sentences
	return k > 0 && all[q.Sentences[k].Index].Paragraph == all[q.Sentences[k-1].Index].Paragraph
}

// opening reports whether a sentence begins with what a token begins.
func (q *Doc) opening(t, sentence int) bool {
	for k := q.Sentences[sentence].First; k < t; k++ {
		if q.Tokens[k].Class != doc.Punctuation {
			return false
		}
	}
	return true
}

// SpeakerName returns the fullest name of a speaker, with the title that
// comes before it; of one who shares a surname, the words at the quotation.
func (p *Doc) SpeakerName(s Speaker) string {
	switch {
	case !s.Known || s.Entity < 0 && s.Last <= s.First:
		return ""
	case s.Entity < 0 || p.namesake[s.Entity] && !doc.IsPronoun(p.Tokens[s.First].Text):
		return p.shownName(prose.Span{Start: p.Tokens[s.First].Start, End: p.Tokens[s.Last-1].End})
	}
	return p.shownName(p.FullName(s.Entity))
}

func (p *Doc) shownName(s prose.Span) string {
	return fold.Letters(prose.Fold(s.Of(p.Article.Text)))
}

// ByName reports whether a speaker is named at the quotation: whom "he" stands
// for is too often wrong to rest a conflict on.
func (p *Doc) ByName(s Speaker) bool {
	return p.Tokens[s.First].Upper && !doc.IsPronoun(p.Tokens[s.First].Text)
}

// MayBePerson reports whether a speaker is a person or has a name like one:
// two or three words without "the".
func (p *Doc) MayBePerson(s Speaker) bool {
	e := &p.Entities[s.Entity]
	if e.Kind != doc.Unknown {
		return e.Kind == doc.Person
	}
	return len(e.Words) > 1 && len(e.Words) < 4 && (s.First == 0 || p.Tokens[s.First-1].Text != "the")
}

// NameWord returns the last word of those that name a speaker at the quotation,
// as names are compared.
func (p *Doc) NameWord(s Speaker) string {
	return doc.NameWord(p.Tokens[s.Last-1].Text)
}
