package quote

import (
	"strings"

	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
)

// The subject of a verb of speech, without a parser: the noun phrase that ends
// right before the verb, adverbs and brackets aside; before an apposition the
// one it explains; of a participle or a second verb the subject of the
// sentence. A phrase after a preposition is none, and leads to the noun it
// belongs to: "a spokesman for Paula Quist said".

// A phrase is a noun phrase that can be a subject.
type phrase struct {
	first, last int // its tokens, from its first modifier on
	who         Speaker
	pronoun     bool
	owned       bool   // its last word is followed by ’s: it only determines the next
	preposition string // the one before it, or ""
}

// personNouns are nouns in small letters for those who speak, besides roles.
var personNouns = lexicon.WordSet(`dictator ruler tycoon billionaire candidate nominee police officials official authorities sources source group groups lawyers lawyer attorneys prosecutors critics
	supporters opponents investigators witnesses witness staffer staffers spokesperson spokespeople spokesmen representatives
	ministry department agency company firm committee commission union campaign government administration team party
	organization organisation hospital school college center centre club airline program programme show interviewer person regulator regulators protester protesters demonstrators demonstrator netizens account corps league opponent supporter deputies regulator agents agent court bank council board office bureau embassy university school army military network newspaper
	paper magazine coalition association foundation charity pollster pollsters aides advisers advisors senators
	lawmakers democrats republicans activists protesters residents neighbors neighbours voters analysts experts expert
	economists researchers scientists doctors family families father mother brother sister wife husband son daughter friend
	man woman resident neighbor neighbour student teacher victim suspect defendant plaintiff judge judges jury mayor leaders
	executives employees workers officer officers troopers firefighters soldiers commanders diplomats diplomat ministers
	candidates candidate nominee host anchor guest user users fan fans player players coach owner owners people person
	 insider insiders veteran veterans historian professor expert critic author`)

// documents are what words are read from.
var documents = lexicon.WordSet(`statement report letter memo tweet tweets post story book memoir ad message complaint indictment filing lawsuit document documents
	email emails e-mail article editorial poll study order ruling transcript release website affidavit petition text sign banner
	headline caption cable warrant advisory resolution bulletin question code statute law constitution treaty`)

// subject returns who the subject of a verb of speech is.
func (q *Doc) subject(v int, s doc.Sentence) Speaker {
	if q.Tokens[v].Text == "according" {
		return q.after(v+2, s, true)
	}
	if inverting.Has(q.Tokens[v].Text) && v+1 < s.Last && q.closedBefore(v, s) {
		if who := q.after(v+1, s, false); who.Known {
			return who
		}
	}
	from := v
	for from > s.First && v-from < longestClause && !q.inside[from-1] && !strings.Contains(";:”\"»", q.raw(from-1)) {
		from--
	}
	return q.subjectBefore(from, v, s)
}

// closedBefore reports whether a quotation ends right before a verb: “…,” said X.
func (q *Doc) closedBefore(v int, s doc.Sentence) bool {
	k := v - 1
	if k > s.First && foreignAuxiliaries.Has(q.Tokens[k].Text) {
		k--
	}
	for ; k >= s.First && q.Tokens[k].Class == doc.Punctuation; k-- {
		if k > 0 && q.inside[k-1] {
			return true
		}
	}
	return k >= s.First && q.inside[k]
}

// subjectBefore returns the subject of a verb within the tokens [from, v)
// before it.
func (q *Doc) subjectBefore(from, v int, s doc.Sentence) Speaker {
	all := q.phrases(from, v)
	end := q.subjectEnd(from, v)
	if end == v && end-1 > from && foreignVerbs.Has(q.Tokens[v].Text) && foreignAuxiliaries.Has(q.Tokens[v-1].Text) {
		end--
	}
	if end <= from {
		return q.leading(v, s)
	}
	switch q.Tokens[end-1].Text {
	case "who", "which", "that":
		return q.related(all, from, end)
	}
	if k := endingAt(all, end); k >= 0 {
		return q.adjacent(all, k, v)
	}
	if q.depends(v, s) {
		return q.principal(all, end)
	}
	if q.raw(end-1) == "," {
		return q.explained(all, end)
	}
	main := q.firstSubject(all)
	if main == 0 && all[main].who.Entity < 0 && q.follows(all[main].first, s) {
		return q.identified(all[main].who) // “…,” one official briefed on the matter said
	}
	if main >= 0 && q.joins(all[main].last, end) && (main == len(all)-1 || all[main+1].preposition != "") {
		return q.identified(all[main].who)
	}
	return unknown
}

// follows reports whether a quotation ends right before a token.
func (q *Doc) follows(t int, s doc.Sentence) bool {
	for t--; t >= s.First && q.Tokens[t].Class == doc.Punctuation && !q.inside[t]; t-- {
	}
	return t >= s.First && q.inside[t]
}

// adjacent returns the speaker when a phrase ends right before the verb.
func (q *Doc) adjacent(all []phrase, k, v int) Speaker {
	ing := strings.HasSuffix(q.Tokens[v].Text, "ing")
	p := q.headed(all, k, ing)
	if p.who.Known && p.who.Entity < 0 {
		if main := q.firstSubject(all); ing && documents.Has(q.head(p)) && main >= 0 && all[main].last < p.first { // "released a statement saying"
			return q.principal(all[:k], all[k].first)
		}
		if k > 0 && p.first > 0 && q.Tokens[p.first-1].Text == "and" { // "Paula Quist, an engineer and a former official said"
			if first := all[0]; first.who.Entity >= 0 && first.preposition == "" && q.raw(first.last) == "," {
				return first.who
			}
		}
	}
	return q.identified(p.who)
}

// head returns the last word of a phrase.
func (q *Doc) head(p phrase) string { return q.Tokens[p.last-1].Text }

// principal returns the subject of a sentence, which its participles and
// further verbs have too.
func (q *Doc) principal(all []phrase, end int) Speaker {
	main := q.firstSubject(all)
	switch {
	case main < 0:
		return unknown
	case !documents.Has(q.head(all[main])):
		return q.identified(all[main].who)
	case main > 0 && conjunctions.Has(all[main-1].preposition): // "after Paula Quist sent a letter to teams asking"
		return q.identified(all[main-1].who)
	}
	return unknown
}

// identified returns a speaker of plain words by name where the name follows,
// and else with the office: "the minister, Paula Quist,", "a spokesman for Paula Quist".
func (q *Doc) identified(who Speaker) Speaker {
	if !who.Known || who.Entity >= 0 || who.Last >= len(q.Tokens) {
		return who
	}
	s := q.Sentences[q.SentenceAt(who.First)]
	if q.raw(who.Last) == "," {
		for _, m := range q.mentionsIn(who.Last+1, min(s.Last, who.Last+subjectReach+2)) {
			if m.Manner == doc.ByName && m.Last < s.Last && (q.raw(m.Last) == "," || q.raw(m.Last) == "." && (q.owner(who) || q.Tokens[who.First].Text == "the" && len(q.Entities[m.Entity].Words) > 1)) && q.plain(who.Last+1, m.First) && q.Entities[m.Entity].Kind != doc.Place {
				return q.speakerOf(m)
			}
		}
	}
	return q.withOffice(who, s)
}

// owner reports whether a speaker of plain words is somebody's, one of a kind, so
// that a name after a comma is theirs: "Quist’s wife, Ida".
func (q *Doc) owner(who Speaker) bool {
	for t := who.First; t+1 < who.Last; t++ {
		if w := q.Tokens[t].Text; w == "'s" || w == "his" || w == "her" {
			return true
		}
	}
	return false
}

// leading returns the subject that follows a clause of speech at the beginning
// of a sentence: Calling the plan “absurd,” Paula Quist left.
func (q *Doc) leading(v int, s doc.Sentence) Speaker {
	if v != s.First || !strings.HasSuffix(q.Tokens[v].Text, "ing") {
		return unknown
	}
	t := v
	for t < s.Last && !q.inside[t] {
		t++
	}
	for t < s.Last && (q.inside[t] || q.Tokens[t].Class == doc.Punctuation) {
		t++
	}
	if t >= s.Last || q.raw(t-1) != "," && q.raw(t-2) != "," {
		return unknown
	}
	for _, m := range q.mentionsIn(t, s.Last) {
		if q.onlyTitles(t, m.First) && m.First-t < subjectReach {
			return q.speakerOf(m)
		}
	}
	return unknown
}

// depends reports whether a verb of speech takes the subject of the sentence:
// a participle, an infinitive, a second verb after "and".
func (q *Doc) depends(v int, s doc.Sentence) bool {
	if strings.HasSuffix(q.Tokens[v].Text, "ing") {
		return true
	}
	t := v
	for t > s.First && q.beside(t-1) {
		t--
	}
	if t == s.First {
		return false
	}
	switch q.Tokens[t-1].Text {
	case "and", "but", "or", "to":
		return true
	}
	return false
}

// subjectEnd returns where a subject may end before a verb: adverbs,
// auxiliaries, days and brackets between them left out.
func (q *Doc) subjectEnd(from, v int) int {
	end := v
	for end > from {
		switch {
		case q.beside(end - 1):
			end--
		case q.raw(end-1) == ")":
			for end > from && q.raw(end-1) != "(" {
				end--
			}
			end = max(from, end-1)
		default:
			return end
		}
	}
	return end
}

// beside reports whether a token may stand between a subject and its verb. A
// capital makes May a person.
func (q *Doc) beside(t int) bool {
	w := &q.Tokens[t]
	return strings.HasSuffix(w.Text, "ly") || besideSpeech.Has(w.Text) && !(w.Capital && months.Has(w.Text))
}

var besideSpeech = lexicon.WordSet(`has have had also then later once would will did does do 's himself herself again never not still
	now just even monday tuesday wednesday thursday friday saturday sunday yesterday today earlier himself herself itself both all
	could may might has previously first twice is are was were been`)

// endingAt returns the phrase that ends at a token, or -1.
func endingAt(all []phrase, end int) int {
	for k := len(all) - 1; k >= 0; k-- {
		if all[k].last == end {
			return k
		}
	}
	return -1
}

// headed returns the phrase that a phrase after a preposition belongs to, or
// the phrase itself when no preposition is before it. After "when" and "as",
// and after "after", a clause of its own begins; with a participle also after "with".
func (q *Doc) headed(all []phrase, k int, ing bool) phrase {
	for p := all[k]; p.preposition != "" && !conjunctions.Has(p.preposition) && !(ing && p.preposition == "with"); p = all[k] {
		if k == 0 || all[k-1].last != p.first-1 || !attaching.Has(p.preposition) || all[k-1].owned {
			return phrase{who: unknown}
		}
		if w := q.Tokens[all[k-1].first].Text; p.preposition == "of" && p.who.Entity >= 0 && !determiners.Has(w) && !strings.HasSuffix(q.head(all[k-1]), "s") && titled(all[k-1], p) && !determiners.Has(q.Tokens[p.who.First-1].Text) {
			return p // "Secretary of State Paula Quist"
		}
		k--
	}
	return all[k]
}

// titled reports whether two phrases with "of" between them are a title and the
// name of who has it: more than the name stands after "of".
func titled(title, name phrase) bool { return title.who.Entity < 0 && name.who.First > name.first }

var (
	conjunctions = lexicon.WordSet("after before since until as than")
	attaching    = lexicon.WordSet("of for from at with in on to")
)

// firstSubject returns the first phrase that no preposition governs, or the
// first after a conjunction, or -1. A place or an agency before a dash is a dateline.
func (q *Doc) firstSubject(all []phrase) int {
	after := -1
	for k, p := range all {
		switch {
		case p.owned || k == 0 && len(all) > 1 && q.datelined(p.last):
		case p.preposition == "":
			return k
		case after < 0 && conjunctions.Has(p.preposition):
			after = k
		}
	}
	return after
}

// datelined reports whether the first phrase of a sentence, which ends at a token, is
// parted by a dash from what follows: "LORNE —", "(CNN) –".
func (q *Doc) datelined(t int) bool {
	if q.raw(t) == ")" && t+1 < len(q.Tokens) {
		t++
	}
	switch q.raw(t) {
	case "—", "–", "-":
		return true
	}
	return false
}

// explained returns the subject that an apposition or a relative clause, up to
// the comma at end, explains: the first one with a comma or a bracket after it.
func (q *Doc) explained(all []phrase, end int) Speaker {
	for _, p := range all {
		if p.preposition != "" || p.owned || p.last >= end {
			continue
		}
		switch q.raw(p.last) {
		case ",", "(", "—", "–":
			return q.identified(p.who)
		}
		if w := q.Tokens[p.last].Text; p.who.Entity < 0 && prepositions.Has(w) || w == "of" { // "the chairman of the committee, Paula Quist,"
			return q.identified(p.who)
		}
	}
	return unknown
}

// joins reports whether only phrases with prepositions part a subject from its
// verb: "The Courier on July 20 described".
func (q *Doc) joins(from, to int) bool {
	if from >= to || !prepositions.Has(q.Tokens[from].Text) {
		return false
	}
	for t := from; t < to; t++ {
		if q.inside[t] || q.speechAt(t) || clauseWords.Has(q.Tokens[t].Text) {
			return false
		}
	}
	return true
}

func (q *Doc) speechAt(t int) bool { return speechVerbs.Has(q.Tokens[t].Text) && !q.Tokens[t].Upper }

var clauseWords = lexicon.WordSet("and but when while as after that because if where which though although who whom whose what whether how why")

// prepositions come before what is not a subject: "in a statement to The Herald".
var prepositions = lexicon.WordSet("in on at of to from for by with about against than after before during into under over like as amid among between since until without toward towards despite")
