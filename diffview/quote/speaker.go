package quote

import (
	"strings"

	"parallax/corpus/fold"
	"parallax/corpus/prose"
	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
)

// Who speaks: the subject of the verb of speech beside a quotation, before or
// after it in its sentence, or else whoever spoke in the sentence before.

// A Speaker is whose words a quotation is.
type Speaker struct {
	Entity      int // an entity of the article, or -1
	First, Last int // the tokens that name the speaker
	Known       bool
	Carried     bool // those tokens stand by an earlier sentence
}

// speechVerbs are the forms of verbs by which news give words to somebody.
var speechVerbs = lexicon.WordSet(`said says say saying told tells telling added adds adding wrote writes writing tweeted tweets tweeting
	posted declared declares declaring stated states stating announced noted notes noting asked asks asking replied replies
	answered responded explained explains explaining warned warns warning argued argues arguing insisted insists insisting
	claimed claims claiming called calls calling described describes describing vowed vows promised pledged joked quipped
	continued continues concluded recalled remarked commented complained lamented acknowledged admitted conceded confirmed
	denied reiterated repeated stressed emphasized emphasised emphasizing testified urged urging shouted yelled chanted
	exclaimed quoted blasted dismissed praised predicted cautioned boasted thundered retorted demanded suggested observed
	mused opined countered hailed slammed condemned branded labeled labelled dubbed read reads went pointed accused accuses accusing
	asserted asserts asserting alleged contended maintained mocked touted derided ridiculed likened denounced`)

// speechIn returns the token of the verb of speech nearest a quotation in a
// sentence, outside of quotations, or -1. After a comma inside the marks the
// verb that follows is meant, else the one before.
func (q *Doc) speechIn(s doc.Sentence, x quotation) int {
	before, after := -1, -1
	for t := s.First; t < s.Last; t++ {
		switch {
		case q.inside[t] || !q.speaks(t, s):
		case t < x.First:
			before = t
		case t >= x.Last && after < 0:
			after = t
		}
	}
	comma := x.Last > 0 && x.Last <= s.Last && (q.raw(x.Last-1) == "," || x.Last+1 < s.Last && q.raw(x.Last+1) == ",")
	if after >= 0 && (before < 0 || comma && after-x.Last < 12) {
		return after
	}
	return before
}

// speaks reports whether a token is a verb of speech of which somebody can be
// the subject, or the "according" of "according to".
func (q *Doc) speaks(t int, s doc.Sentence) bool {
	w := q.Tokens[t].Text
	if w == "according" {
		return t+1 < s.Last && q.Tokens[t+1].Text == "to"
	}
	if !speechVerbs[w] || q.Tokens[t].Capital {
		return false
	}
	if t+1 < s.Last && q.Tokens[t+1].Text == "by" { // "the deal announced by"
		return false
	}
	if t > s.First {
		switch q.Tokens[t-1].Text {
		case "was", "were", "is", "are", "been", "be", "being", "the", "a", "an", "of", "to", "so":
			return strings.HasSuffix(w, "ing")
		}
	}
	return true
}

// speak finds the speaker of a quotation.
func (q *Doc) speak(k int) {
	x := &q.Quotations[k]
	x.Speaker.Entity = -1
	first, last := q.SentenceAt(x.First), q.SentenceAt(x.Last-1)
	for _, n := range [2]int{last, first} {
		if v := q.speechIn(q.Sentences[n], *x); v >= 0 {
			if who := q.subject(v, q.Sentences[n]); who.Known {
				x.Speaker = who
				return
			}
		}
	}
	q.carry(k, first)
}

// carry takes the speaker from the quotation before, when nothing lies
// between, or from the sentence before.
func (q *Doc) carry(k, first int) {
	x := &q.Quotations[k]
	if k > 0 {
		before := q.Quotations[k-1]
		if n := q.SentenceAt(before.Last - 1); n == first || n == first-1 && q.wholly(first) && before.Speaker.Known {
			x.Speaker = before.Speaker
			x.Speaker.Carried = n != first
			return
		}
	}
	if first == 0 || !q.wholly(first) {
		return
	}
	s := q.Sentences[first-1]
	for t := s.Last - 1; t >= s.First; t-- {
		if !q.inside[t] && q.speaks(t, s) {
			if who := q.subject(t, s); who.Known {
				who.Carried = true
				x.Speaker = who
			}
			return
		}
	}
}

// wholly reports whether a sentence is quoted from its first word on.
func (q *Doc) wholly(k int) bool {
	s := q.Sentences[k]
	for t := s.First; t < s.Last; t++ {
		if q.Tokens[t].Class != doc.Punctuation {
			return q.inside[t]
		}
	}
	return false
}

// subject returns who the subject of a verb of speech is.
func (q *Doc) subject(v int, s doc.Sentence) Speaker {
	if q.Tokens[v].Text == "according" {
		return q.named(v+2, s)
	}
	if v+1 < s.Last && q.Tokens[v].Text != "told" && q.Tokens[v].Text != "asked" && q.closedBefore(v, s) {
		if who := q.named(v+1, s); who.Known {
			return who
		}
	}
	from := v
	for from > s.First && !q.inside[from-1] && !strings.Contains(";:”\"»", q.raw(from-1)) {
		from--
	}
	return q.subjectBefore(from, v)
}

// closedBefore reports whether a quotation ends right before a verb: “…,” said X.
func (q *Doc) closedBefore(v int, s doc.Sentence) bool {
	k := v - 1
	for ; k >= s.First && q.Tokens[k].Class == doc.Punctuation; k-- {
		if k > 0 && q.inside[k-1] {
			return true
		}
	}
	return k >= s.First && q.inside[k]
}

// subjectReach is how many tokens after "said" or "according to" the name of
// the speaker may begin, titles before it.
const subjectReach = 8

// named returns who is named from a token on: "said Sen. Mara Holt", "according to police".
func (q *Doc) named(from int, s doc.Sentence) Speaker {
	end := from
	for end < s.Last && end < from+subjectReach && !q.inside[end] && (q.Tokens[end].Class != doc.Punctuation || q.raw(end) == "-") && !stopsSubject[q.Tokens[end].Text] {
		end++
	}
	for _, m := range q.mentionsIn(from, end, s) {
		if q.subjects(m) {
			return Speaker{Entity: m.Entity, First: m.First, Last: m.Last, Known: true}
		}
	}
	return q.nounPhrase(from, end)
}

// stopsSubject are words that end a short subject or go before the next part.
var stopsSubject = lexicon.WordSet("in on at after before during when while who whom that as to about by from with because if where which said told but and")

// subjectBefore returns who is named in the clause [from, v): the one next to the
// verb, or, after an apposition or an adverb, the first of the clause.
func (q *Doc) subjectBefore(from, v int) Speaker {
	s := q.Sentences[q.SentenceAt(v)]
	ms := q.mentionsIn(from, v, s)
	adjacent := v
	for adjacent > from && (strings.HasSuffix(q.Tokens[adjacent-1].Text, "ly") || besideSpeech[q.Tokens[adjacent-1].Text]) {
		adjacent--
	}
	best := -1
	for k := len(ms) - 1; k >= 0; k-- {
		if !q.subjects(ms[k]) {
			continue
		}
		if ms[k].Last == adjacent {
			best = k
			break
		}
		if q.Entities[ms[k].Entity].Kind != doc.Place || best < 0 {
			best = k
		}
	}
	if best >= 0 && (ms[best].Last == adjacent || q.parted(ms[best], v)) {
		return Speaker{Entity: ms[best].Entity, First: ms[best].First, Last: ms[best].Last, Known: true}
	}
	lo := adjacent
	for lo > from && (q.Tokens[lo-1].Class != doc.Punctuation || q.raw(lo-1) == "-") && !clauseWords[q.Tokens[lo-1].Text] && adjacent-lo < subjectReach {
		lo--
	}
	return q.nounPhrase(lo, adjacent)
}

var (
	besideSpeech = lexicon.WordSet("has have had also then later once would will did does 's who")
	clauseWords  = lexicon.WordSet("and but when while as after that because if where which though although")
)

// appositionReach is how many tokens may be between a subject and its verb.
const appositionReach = 25

// parted reports whether a subject that is not next to its verb can be its: an
// apposition is between, or another verb of the same subject ("X visited Y and
// said"). Of what no one knows to be a person, only the first.
func (q *Doc) parted(m doc.Mention, v int) bool {
	if v-m.Last > appositionReach || q.Tokens[m.Last].Text == "'s" {
		return false
	}
	for t := m.Last; t < v; t++ {
		if q.inside[t] {
			return false
		}
	}
	switch kind := q.Entities[m.Entity].Kind; {
	case q.raw(m.Last) == ",", q.raw(m.Last) == "—":
		return true
	case kind != doc.Person && kind != doc.Organisation:
		return false
	case strings.HasSuffix(q.Tokens[v].Text, "ing"):
		return true
	}
	for t := m.Last; t < v; t++ {
		if q.Tokens[t].Text == "and" || q.Tokens[t].Text == "," {
			return true
		}
	}
	return false
}

// mentionsIn returns the mentions within [from, to) of a sentence.
func (q *Doc) mentionsIn(from, to int, s doc.Sentence) (out []doc.Mention) {
	for _, m := range q.MentionsOf(q.SentenceAt(s.First)) {
		if m.First >= from && m.Last <= to {
			out = append(out, m)
		}
	}
	return out
}

// subjects reports whether a mention can be a subject: "his" and a name with
// ’s are not.
func (q *Doc) subjects(m doc.Mention) bool {
	if m.Manner == doc.ByPronoun {
		w := q.Tokens[m.First].Text
		return w == "he" || w == "she"
	}
	if before := m.First - 1; before >= 0 {
		for before > 0 && (q.Tokens[before].Text == "the" || doc.RoleWords[q.Tokens[before].Text]) {
			before--
		}
		if prepositions[q.Tokens[before].Text] {
			return false
		}
	}
	return m.Last >= len(q.Tokens) || q.Tokens[m.Last].Text != "'s" && q.raw(m.Last) != "’" && q.raw(m.Last) != "'"
}

// prepositions come before what is not a subject: "in a statement to The Herald".
var prepositions = lexicon.WordSet("in on at of to from for by with about against than after before during into under over")

// nounPhrase returns the speaker that plain words name: "police", "the
// company". A pronoun names nobody here.
func (q *Doc) nounPhrase(from, to int) Speaker {
	for to > from && q.Tokens[to-1].Class != doc.Content {
		to--
	}
	for t := from; t < to; t++ {
		if speechVerbs[q.Tokens[t].Text] || q.inside[t] { // more than a subject
			return Speaker{Entity: -1}
		}
	}
	for t := from; t < to; t++ {
		if q.Tokens[t].Class == doc.Content && !strings.HasSuffix(q.Tokens[t].Text, "ly") {
			return Speaker{Entity: -1, First: from, Last: to, Known: true}
		}
	}
	return Speaker{Entity: -1}
}

// SpeakerName returns the fullest name of a speaker, with the title that
// comes before it.
func (p *Doc) SpeakerName(s Speaker) string {
	switch {
	case !s.Known:
		return ""
	case s.Entity < 0:
		if s.Last <= s.First {
			return ""
		}
		return fold.Letters(prose.Fold(prose.Span{Start: p.Tokens[s.First].Start, End: p.Tokens[s.Last-1].End}.Of(p.Article.Text)))
	}
	return fold.Letters(prose.Fold(p.FullName(s.Entity).Of(p.Article.Text)))
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
