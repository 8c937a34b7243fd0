package doc

import (
	"sort"

	"parallax/diffview/lexicon"
)

// The words around a number or a moment, by which one tells whether two of
// them are of the same thing.

// Elsewhen returns the words by which a sentence tells of another time than
// that of its article, or of none: "last year", "in September", "can".
func (p *Doc) Elsewhen(sentence int) string {
	s := p.Sentences[sentence]
	for k := s.First; k+1 < s.Last; k++ {
		switch w, next := p.Tokens[k].Text, &p.Tokens[k+1]; {
		case w == "last" && (next.Text == "year" || next.Text == "month"), w == "years" && (next.Text == "ago" || next.Text == "earlier"):
			return "then"
		case w == "can":
			return "can"
		case w == "in" && (next.Upper && Months()[next.Text] > 0 || isYear(next.Text)):
			return next.Text
		}
	}
	return ""
}

// isYear reports whether a word is a year of the last two centuries or this one.
func isYear(w string) bool {
	return len(w) == 4 && (w[:2] == "18" || w[:2] == "19" || w[:2] == "20") && w[2] >= '0' && w[2] <= '9' && w[3] >= '0' && w[3] <= '9'
}

// surroundings is how many words before and after a number are looked at.
const surroundings = 5

// A Stretch is a range of tokens [first, last).
type Stretch struct{ First, Last int }

// Has reports whether the stretch holds token k.
func (s Stretch) Has(k int) bool { return k >= s.First && k < s.Last }

// WholeSentence returns the tokens of the sentence that token k is of.
func (p *Doc) WholeSentence(k int) Stretch {
	n := sort.Search(len(p.Sentences), func(n int) bool { return p.Sentences[n].Last > k })
	return Stretch{p.Sentences[n].First, p.Sentences[n].Last}
}

// Widen returns the stretch with up to n words more on either side, within its
// sentence and what is told there.
func (p *Doc) Widen(s Stretch, n int) Stretch {
	whole, wide := p.WholeSentence(s.First), s
	for wide.First > whole.First && s.First-wide.First < n && !p.Ends(wide.First-1) {
		wide.First--
	}
	for wide.Last < whole.Last && wide.Last-s.Last < n && !p.Ends(wide.Last) {
		wide.Last++
	}
	return wide
}

// Around returns the words around a quantity.
func (p *Doc) Around(q Quantity) Stretch {
	return p.Widen(Stretch{q.Hedged, q.Last}, surroundings)
}

// Ends reports whether what is told ends at token k.
func (p *Doc) Ends(k int) bool {
	switch p.Tokens[k].Text {
	case ".", ";", ":", "!", "?", "—", "--", "but", "while", "”", "“":
		return true
	}
	return false
}

// Beings are the forms of “be”: before a verb they make it passive.
var Beings = lexicon.WordSet("is are was were be been being")

// SpeechWords are the forms of the words by which a source is named.
var SpeechWords = lexicon.WordSet("say says said saying tell tells told telling report reports reported reporting add adds added adding according announce announces announced announcing write writes wrote writing suggests suggested suggesting indicates indicated indicating claims claimed claiming insists insisted insisting argues argued arguing")

// plainWords are words of meaning that are in sentences about anything.
var plainWords = lexicon.WordSet("have has had having be make makes made making year years new")

// TellsWhat reports whether a word tells what a number is about: not the words
// of speech that are in any sentence.
func TellsWhat(t *Token) bool {
	return t.Class == Content && !SpeechWords.Has(t.Text) && !plainWords.Has(t.Text)
}

// CountTelling counts the words of a stretch that tell what a number is about.
func (p *Doc) CountTelling(s Stretch) (n int) {
	for k := s.First; k < s.Last; k++ {
		if TellsWhat(&p.Tokens[k]) {
			n++
		}
	}
	return n
}

// honorifics come before a name and are not part of it.
var honorifics = lexicon.WordSet("mr mr. mrs mrs. ms ms. dr dr. president sir lady lord sen. rep. gov. jr. sr.")

// NameAlone reports whether a name in the stretch has no partner in the other
// sentence.
func (p *Doc) NameAlone(s Stretch, partner map[int]bool) bool {
	for k := s.First; k < s.Last; k++ {
		t := &p.Tokens[k]
		if _, day := Weekdays[t.Text]; t.Capital && t.Class == Content && !day && Months()[t.Text] == 0 && !honorifics.Has(t.Text) && !partner[k] && !p.speaks(k) {
			return true
		}
	}
	return false
}

// OpensAlone reports whether the stretch holds a sentence's first word, and
// it has no partner. In both sentences that makes it two subjects: "Rovers
// sold 300", "Albion sold 500".
func (p *Doc) OpensAlone(s Stretch, partner map[int]bool) bool {
	t := &p.Tokens[s.First]
	return t.Upper && !t.Capital && t.Class == Content && !partner[s.First]
}

// speaks reports whether the name at token k is that of a source: "IRNA
// reported", "according to IRNA".
func (p *Doc) speaks(k int) bool {
	for n := k + 1; n < min(len(p.Tokens), k+4); n++ {
		if SpeechWords.Has(p.Tokens[n].Text) {
			return true
		}
		if !p.Tokens[n].Upper {
			break
		}
	}
	for n := k - 1; n >= max(0, k-3); n-- {
		if SpeechWords.Has(p.Tokens[n].Text) {
			return true
		}
		if t := &p.Tokens[n]; !t.Upper && t.Class != Function {
			break
		}
	}
	return false
}

// NamesBy returns the stems of the names told with a quantity: "the
// Geological Survey said it was 6.1".
func (p *Doc) NamesBy(q Quantity) (out []string) {
	whole, first, last := p.WholeSentence(q.First), q.First, q.Last
	for first > whole.First && !p.endsClause(first-1) {
		first--
	}
	for last < whole.Last && !p.endsClause(last) {
		last++
	}
	for k := first; k < last; k++ {
		if t := &p.Tokens[k]; t.Upper && t.Class == Content && (t.Capital || k+1 < last && (p.Tokens[k+1].Upper || p.Tokens[k+1].Text == "'s")) {
			out = append(out, t.Stem())
		}
	}
	return out
}

// endsClause reports whether token k ends what is told with one number:
// commas do not, they stand within names.
func (p *Doc) endsClause(k int) bool {
	switch p.Tokens[k].Text {
	case ".", ";", "!", "?", "but", "while":
		return true
	}
	return false
}

// InBoth returns what two short lists have in common.
func InBoth(x, y []string) (out []string) {
	for _, a := range x {
		for _, b := range y {
			if a == b {
				out = append(out, a)
				break
			}
		}
	}
	return out
}
