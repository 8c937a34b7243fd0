package diffview

import (
	"strings"

	"parallax/corpus/prose"
	"parallax/diffview/lexicon"
)

// Who speaks: the subject of the verb of speech beside a quotation, before or
// after it in its sentence, or else whoever spoke in the sentence before.

// A speaker is whose words a quotation is.
type speaker struct {
	entity      int // an entity of the article, or -1
	first, last int // the tokens that name the speaker
	known       bool
	carried     bool // those tokens stand by an earlier sentence
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
func (q *quoter) speechIn(s sentence, x quotation) int {
	before, after := -1, -1
	for t := s.first; t < s.last; t++ {
		switch {
		case q.inside[t] || !q.speaks(t, s):
		case t < x.first:
			before = t
		case t >= x.last && after < 0:
			after = t
		}
	}
	comma := x.last > 0 && x.last <= s.last && (q.raw(x.last-1) == "," || x.last+1 < s.last && q.raw(x.last+1) == ",")
	if after >= 0 && (before < 0 || comma && after-x.last < 12) {
		return after
	}
	return before
}

// speaks reports whether a token is a verb of speech of which somebody can be
// the subject, or the "according" of "according to".
func (q *quoter) speaks(t int, s sentence) bool {
	w := q.tokens[t].text
	if w == "according" {
		return t+1 < s.last && q.tokens[t+1].text == "to"
	}
	if !speechVerbs[w] || q.tokens[t].capital {
		return false
	}
	if t+1 < s.last && q.tokens[t+1].text == "by" { // "the deal announced by"
		return false
	}
	if t > s.first {
		switch q.tokens[t-1].text {
		case "was", "were", "is", "are", "been", "be", "being", "the", "a", "an", "of", "to", "so":
			return strings.HasSuffix(w, "ing")
		}
	}
	return true
}

// speak finds the speaker of a quotation.
func (q *quoter) speak(k int) {
	x := &q.quotations[k]
	x.speaker.entity = -1
	first, last := q.sentenceAt(x.first), q.sentenceAt(x.last-1)
	for _, n := range [2]int{last, first} {
		if v := q.speechIn(q.sentences[n], *x); v >= 0 {
			if who := q.subject(v, q.sentences[n]); who.known {
				x.speaker = who
				return
			}
		}
	}
	q.carry(k, first)
}

// carry takes the speaker from the quotation before, when nothing lies
// between, or from the sentence before.
func (q *quoter) carry(k, first int) {
	x := &q.quotations[k]
	if k > 0 {
		before := q.quotations[k-1]
		if n := q.sentenceAt(before.last - 1); n == first || n == first-1 && q.wholly(first) && before.speaker.known {
			x.speaker = before.speaker
			x.speaker.carried = n != first
			return
		}
	}
	if first == 0 || !q.wholly(first) {
		return
	}
	s := q.sentences[first-1]
	for t := s.last - 1; t >= s.first; t-- {
		if !q.inside[t] && q.speaks(t, s) {
			if who := q.subject(t, s); who.known {
				who.carried = true
				x.speaker = who
			}
			return
		}
	}
}

// wholly reports whether a sentence is quoted from its first word on.
func (q *quoter) wholly(k int) bool {
	s := q.sentences[k]
	for t := s.first; t < s.last; t++ {
		if q.tokens[t].class != punct {
			return q.inside[t]
		}
	}
	return false
}

// subject returns who the subject of a verb of speech is.
func (q *quoter) subject(v int, s sentence) speaker {
	if q.tokens[v].text == "according" {
		return q.named(v+2, s)
	}
	if v+1 < s.last && q.tokens[v].text != "told" && q.tokens[v].text != "asked" && q.closedBefore(v, s) {
		if who := q.named(v+1, s); who.known {
			return who
		}
	}
	from := v
	for from > s.first && !q.inside[from-1] && !strings.Contains(";:”\"»", q.raw(from-1)) {
		from--
	}
	return q.subjectBefore(from, v)
}

// closedBefore reports whether a quotation ends right before a verb: “…,” said X.
func (q *quoter) closedBefore(v int, s sentence) bool {
	k := v - 1
	for ; k >= s.first && q.tokens[k].class == punct; k-- {
		if k > 0 && q.inside[k-1] {
			return true
		}
	}
	return k >= s.first && q.inside[k]
}

// subjectReach is how many tokens after "said" or "according to" the name of
// the speaker may begin, titles before it.
const subjectReach = 8

// named returns who is named from a token on: "said Sen. Mara Holt", "according to police".
func (q *quoter) named(from int, s sentence) speaker {
	end := from
	for end < s.last && end < from+subjectReach && !q.inside[end] && (q.tokens[end].class != punct || q.raw(end) == "-") && !stopsSubject[q.tokens[end].text] {
		end++
	}
	for _, m := range q.mentionsIn(from, end, s) {
		if q.subjects(m) {
			return speaker{entity: m.entity, first: m.first, last: m.last, known: true}
		}
	}
	return q.nounPhrase(from, end)
}

// stopsSubject are words that end a short subject or go before the next part.
var stopsSubject = lexicon.WordSet("in on at after before during when while who whom that as to about by from with because if where which said told but and")

// subjectBefore returns who is named in the clause [from, v): the one next to the
// verb, or, behind an apposition or an adverb, the first of the clause.
func (q *quoter) subjectBefore(from, v int) speaker {
	s := q.sentences[q.sentenceAt(v)]
	ms := q.mentionsIn(from, v, s)
	adjacent := v
	for adjacent > from && (strings.HasSuffix(q.tokens[adjacent-1].text, "ly") || besideSpeech[q.tokens[adjacent-1].text]) {
		adjacent--
	}
	best := -1
	for k := len(ms) - 1; k >= 0; k-- {
		if !q.subjects(ms[k]) {
			continue
		}
		if ms[k].last == adjacent {
			best = k
			break
		}
		if q.entities[ms[k].entity].kind != place || best < 0 {
			best = k
		}
	}
	if best >= 0 && (ms[best].last == adjacent || q.parted(ms[best], v)) {
		return speaker{entity: ms[best].entity, first: ms[best].first, last: ms[best].last, known: true}
	}
	lo := adjacent
	for lo > from && (q.tokens[lo-1].class != punct || q.raw(lo-1) == "-") && !clauseWords[q.tokens[lo-1].text] && adjacent-lo < subjectReach {
		lo--
	}
	return q.nounPhrase(lo, adjacent)
}

var (
	besideSpeech = lexicon.WordSet("has have had also then later once would will did does 's who")
	clauseWords  = lexicon.WordSet("and but when while as after that because if where which though although")
)

// appositionReach is how many tokens may stand between a subject and its verb.
const appositionReach = 25

// parted reports whether a subject that does not stand beside its verb can be
// its: an apposition is between, or another verb of the same subject ("X
// visited Y and said"). Of what no one knows to be a person, only the first.
func (q *quoter) parted(m mention, v int) bool {
	if v-m.last > appositionReach || q.tokens[m.last].text == "'s" {
		return false
	}
	for t := m.last; t < v; t++ {
		if q.inside[t] {
			return false
		}
	}
	switch kind := q.entities[m.entity].kind; {
	case q.raw(m.last) == ",", q.raw(m.last) == "—":
		return true
	case kind != person && kind != organisation:
		return false
	case strings.HasSuffix(q.tokens[v].text, "ing"):
		return true
	}
	for t := m.last; t < v; t++ {
		if q.tokens[t].text == "and" || q.tokens[t].text == "," {
			return true
		}
	}
	return false
}

// mentionsIn returns the mentions within [from, to) of a sentence.
func (q *quoter) mentionsIn(from, to int, s sentence) (out []mention) {
	for _, m := range q.mentionsOf(q.sentenceAt(s.first)) {
		if m.first >= from && m.last <= to {
			out = append(out, m)
		}
	}
	return out
}

// subjects reports whether a mention can be a subject: "his" and a name with
// ’s are not.
func (q *quoter) subjects(m mention) bool {
	if m.manner == byPronoun {
		w := q.tokens[m.first].text
		return w == "he" || w == "she"
	}
	if before := m.first - 1; before >= 0 {
		for before > 0 && (q.tokens[before].text == "the" || roles[q.tokens[before].text]) {
			before--
		}
		if prepositions[q.tokens[before].text] {
			return false
		}
	}
	return m.last >= len(q.tokens) || q.tokens[m.last].text != "'s" && q.raw(m.last) != "’" && q.raw(m.last) != "'"
}

// prepositions stand before what is no subject: "in a statement to The Herald".
var prepositions = lexicon.WordSet("in on at of to from for by with about against than after before during into under over")

// nounPhrase returns the speaker that plain words name: "police", "the
// company". A pronoun names nobody here.
func (q *quoter) nounPhrase(from, to int) speaker {
	for to > from && q.tokens[to-1].class != content {
		to--
	}
	for t := from; t < to; t++ {
		if speechVerbs[q.tokens[t].text] || q.inside[t] { // more than a subject
			return speaker{entity: -1}
		}
	}
	for t := from; t < to; t++ {
		if q.tokens[t].class == content && !strings.HasSuffix(q.tokens[t].text, "ly") {
			return speaker{entity: -1, first: from, last: to, known: true}
		}
	}
	return speaker{entity: -1}
}

// speakerName returns the fullest name of a speaker, with the title that
// stands before it.
func (p *Prepared) speakerName(s speaker) string {
	switch {
	case !s.known:
		return ""
	case s.entity < 0:
		if s.last <= s.first {
			return ""
		}
		return prose.Fold(prose.Span{Start: p.tokens[s.first].Start, End: p.tokens[s.last-1].End}.Of(p.Article.Text))
	}
	e := &p.entities[s.entity]
	m := p.mentions[e.named]
	first := m.first
	for _, r := range e.roles {
		if r.mention == e.named && r.last == m.first {
			first = r.first
		}
	}
	return prose.Fold(prose.Span{Start: p.tokens[first].Start, End: p.tokens[m.last-1].End}.Of(p.Article.Text))
}

// byName reports whether a speaker is named at the quotation: whom "he" stands
// for is too often wrong to rest a conflict on.
func (p *Prepared) byName(s speaker) bool {
	return p.tokens[s.first].upper && pronouns[p.tokens[s.first].text] == anySex
}

// mayBePerson reports whether a speaker is a person or has a name like one:
// two or three words without "the".
func (p *Prepared) mayBePerson(s speaker) bool {
	e := &p.entities[s.entity]
	if e.kind != unknown {
		return e.kind == person
	}
	return len(e.words) > 1 && len(e.words) < 4 && (s.first == 0 || p.tokens[s.first-1].text != "the")
}
