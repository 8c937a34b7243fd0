package diffview

import (
	"parallax/diffview/lexicon"
	"sort"
)

// The words around a number or a moment, by which one tells whether two of
// them are of the same thing.

// elsewhen returns the words by which a sentence tells of another time than
// that of its article, or of none: "last year", "in September", "can".
func (p *Prepared) elsewhen(sentence int) string {
	s := p.sentences[sentence]
	for k := s.first; k+1 < s.last; k++ {
		switch w, next := p.tokens[k].text, &p.tokens[k+1]; {
		case w == "last" && (next.text == "year" || next.text == "month"), w == "years" && (next.text == "ago" || next.text == "earlier"):
			return "then"
		case w == "can":
			return "can"
		case w == "in" && next.upper && months[next.text] > 0:
			return next.text
		}
	}
	return ""
}

// surroundings is how many words before and after a number are looked at.
const surroundings = 5

// A stretch is a range of tokens [first, last).
type stretch struct{ first, last int }

func (s stretch) has(k int) bool { return k >= s.first && k < s.last }

// wholeSentence returns the tokens of the sentence that token k is of.
func (p *Prepared) wholeSentence(k int) stretch {
	n := sort.Search(len(p.sentences), func(n int) bool { return p.sentences[n].last > k })
	return stretch{p.sentences[n].first, p.sentences[n].last}
}

// widen returns the stretch with up to n words more on either side, within its
// sentence and what is told there.
func (p *Prepared) widen(s stretch, n int) stretch {
	whole, wide := p.wholeSentence(s.first), s
	for wide.first > whole.first && s.first-wide.first < n && !p.ends(wide.first-1) {
		wide.first--
	}
	for wide.last < whole.last && wide.last-s.last < n && !p.ends(wide.last) {
		wide.last++
	}
	return wide
}

// around returns the words around a quantity.
func (p *Prepared) around(q quantity) stretch {
	return p.widen(stretch{q.hedged, q.last}, surroundings)
}

// ends reports whether what is told ends at token k.
func (p *Prepared) ends(k int) bool {
	switch p.tokens[k].text {
	case ".", ";", ":", "!", "?", "—", "--", "but", "while", "”", "“":
		return true
	}
	return false
}

// speech are the forms of the words by which a source is named.
var speech = lexicon.WordSet("say says said saying tell tells told telling report reports reported reporting add adds added adding according announce announces announced announcing write writes wrote writing suggests suggested suggesting indicates indicated indicating claims claimed claiming insists insisted insisting argues argued arguing")

// plainWords are words of meaning that stand in sentences about anything.
var plainWords = lexicon.WordSet("have has had having be make makes made making year years new")

// telling reports whether a word tells what a number is about: not the words
// of speech that stand in any sentence.
func telling(t *token) bool {
	return t.class == content && !speech[t.text] && !plainWords[t.text]
}

func (p *Prepared) telling(s stretch) (n int) {
	for k := s.first; k < s.last; k++ {
		if telling(&p.tokens[k]) {
			n++
		}
	}
	return n
}

// honorifics stand before a name and are none.
var honorifics = lexicon.WordSet("mr mr. mrs mrs. ms ms. dr dr. president sir lady lord sen. rep. gov. jr. sr.")

// nameAlone reports whether a name in the stretch has no partner in the other
// sentence.
func (p *Prepared) nameAlone(s stretch, partner map[int]bool) bool {
	for k := s.first; k < s.last; k++ {
		t := &p.tokens[k]
		if _, day := weekdays[t.text]; t.capital && t.class == content && !day && months[t.text] == 0 && !honorifics[t.text] && !partner[k] && !p.speaks(k) {
			return true
		}
	}
	return false
}

// opensAlone reports whether the stretch holds a sentence's first word, and
// it has no partner. In both sentences that makes it two subjects: "Rovers
// sold 300", "Albion sold 500".
func (p *Prepared) opensAlone(s stretch, partner map[int]bool) bool {
	t := &p.tokens[s.first]
	return t.upper && !t.capital && t.class == content && !partner[s.first]
}

// speaks reports whether the name at token k is that of a source: "IRNA
// reported", "according to IRNA".
func (p *Prepared) speaks(k int) bool {
	for n := k + 1; n < min(len(p.tokens), k+4); n++ {
		if speech[p.tokens[n].text] {
			return true
		}
		if !p.tokens[n].upper {
			break
		}
	}
	for n := k - 1; n >= max(0, k-3); n-- {
		if speech[p.tokens[n].text] {
			return true
		}
		if t := &p.tokens[n]; !t.upper && t.class != function {
			break
		}
	}
	return false
}

// namesBy returns the stems of the names told with a quantity: "the
// Geological Survey said it was 6.1".
func (p *Prepared) namesBy(q quantity) (out []string) {
	whole, first, last := p.wholeSentence(q.first), q.first, q.last
	for first > whole.first && !p.endsClause(first-1) {
		first--
	}
	for last < whole.last && !p.endsClause(last) {
		last++
	}
	for k := first; k < last; k++ {
		if t := &p.tokens[k]; t.upper && t.class == content && (t.capital || k+1 < last && (p.tokens[k+1].upper || p.tokens[k+1].text == "'s")) {
			out = append(out, t.stem())
		}
	}
	return out
}

// endsClause reports whether token k ends what is told with one number:
// commas do not, they stand within names.
func (p *Prepared) endsClause(k int) bool {
	switch p.tokens[k].text {
	case ".", ";", "!", "?", "but", "while":
		return true
	}
	return false
}

// inBoth returns what two short lists have in common.
func inBoth(x, y []string) (out []string) {
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
