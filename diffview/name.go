package diffview

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"parallax/corpus/prose"
)

// Names: whom and what an article speaks of, and where.
//
// A reader knows that "U.S. ambassador-designate Ronald Johnson", "Johnson",
// "the ambassador" and "he" are one man. So Prepare finds the runs of words
// written as names, parts titles from them, and gives all mentions of one
// person, place or thing one number: a surname belongs to the last full name
// with it, an acronym to the words it stands for, a role to the last person
// said to have it, "he" and "she" to the last person they fit.
//
// Nothing here is certain; whatever uses it weighs it as evidence.

// An entityKind says what is named.
type entityKind uint8

const (
	unknown entityKind = iota
	person
	organisation
	place
)

// A sex is that of the pronoun a person goes by, as far as the article tells.
type sex uint8

const (
	anySex sex = iota
	female
	male
)

// An entity is a person, a place, an organisation or a thing an article names.
type entity struct {
	kind    entityKind
	sex     sex
	words   []string // its fullest name, folded, without titles and particles between: "pete hegseth"
	acronym string   // its letters, folded, when the article gives them: "fbi"
	within  string   // the larger place it lies in, when the article says so: "washington"
	named   int      // the mention that has its fullest name
	roles   []role   // what the article says a person is, in order
}

// last returns the word a person goes by alone.
func (e *entity) last() string { return e.words[len(e.words)-1] }

// A role is what an article says a person is: "defense secretary".
type role struct {
	first, last int    // its tokens
	head        string // the noun it rests on, folded: "secretary"
	mention     int    // the mention it stands by
}

// A manner says by what an entity is mentioned.
type manner uint8

const (
	byName manner = iota
	byRole        // "the secretary"
	byPronoun
)

// A mention is a place in an article where an entity is spoken of.
type mention struct {
	entity      int
	first, last int // its tokens, titles left out: [first, last)
	manner      manner
}

// A naming holds the entities of an article and their mentions, in order.
type naming struct {
	entities []entity
	mentions []mention
}

// A namer finds the names of one article.
type namer struct {
	*Prepared
	naming
	inside map[string]bool  // words written with a capital inside a sentence
	small  map[string]bool  // words written small
	having map[string][]int // by word: the entities whose name has it, oldest first
	recent []int            // the mentions of persons, in order
}

// findNames finds the names of the prepared article, once all its tokens are
// there.
func (p *Prepared) findNames() {
	n := &namer{Prepared: p, inside: map[string]bool{}, small: map[string]bool{}, having: map[string][]int{}}
	headline := make([]bool, len(p.sentences))
	for k, s := range p.sentences {
		headline[k] = n.inCapitals(s)
		if !headline[k] {
			n.collect(s)
		}
	}
	for k, s := range p.sentences {
		n.sentence(s, headline[k])
	}
	p.naming = n.naming
}

// The share of words with a capital from which a sentence tells nothing about
// which words are names. A sentence of the text has a verb in small letters,
// however many names it lists.
const (
	headlineShare = .7
	bodyShare     = .95
)

// inCapitals reports whether a sentence is written as headlines are: capitals
// throughout.
func (n *namer) inCapitals(s sentence) bool {
	upper, all := 0, 0
	for k := s.first; k < s.last; k++ {
		if t := &n.tokens[k]; t.class == content && unicode.IsLetter([]rune(t.text)[0]) {
			all++
			if t.upper {
				upper++
			}
		}
	}
	share := bodyShare
	if n.Article.Sentences[s.index].Kind == prose.Title {
		share = headlineShare
	}
	return all >= 4 && float64(upper) >= share*float64(all)
}

// collect notes which words a sentence writes with a capital and which small.
func (n *namer) collect(s sentence) {
	for k := s.first; k < s.last; k++ {
		t := &n.tokens[k]
		switch {
		case t.class == punct || t.class == number:
		case !t.upper:
			n.small[t.text] = true
		case !n.begins(k, s):
			n.inside[t.text] = true
		}
	}
}

// begins reports whether a word has its capital because something begins: the
// sentence, a quotation, what follows a colon.
func (n *namer) begins(k int, s sentence) bool {
	if !n.tokens[k].capital {
		return true
	}
	for k--; k >= s.first && n.tokens[k].class == punct; k-- {
		switch n.raw(k) {
		case "“", "\"", "‘", ":", "—", "–", "•", "|":
			return true
		case ",", "-", ")", "(", "/":
			return false
		}
	}
	return k < s.first
}

// raw returns a token as the article has it.
func (n *namer) raw(k int) string { return n.tokens[k].Of(n.Article.Text) }

// word returns a token as names are compared: folded, without points.
func (n *namer) word(k int) string { return nameWord(n.tokens[k].text) }

// nameWord returns a folded word as names are compared: without the points of
// initials and abbreviations ("u.s.", "wash.") and without accents, which some
// outlets keep and others do not.
func nameWord(text string) string {
	plain := true
	for k := range len(text) {
		plain = plain && text[k] != '.' && text[k] < utf8.RuneSelf
	}
	if plain || text == "." {
		return text
	}
	out := make([]rune, 0, len(text))
	for _, r := range norm.NFD.String(text) {
		if r != '.' && !unicode.Is(unicode.Mn, r) {
			out = append(out, r)
		}
	}
	return string(out)
}

// names reports whether a token is written as part of a name.
func (n *namer) names(k int, s sentence, headline bool) bool {
	t := &n.tokens[k]
	if !t.upper || t.class == punct || t.class == number || notNames[n.word(k)] {
		return false
	}
	if t.class == function {
		return n.raw(k) == "US" && !headline || t.text == "i." && k > s.first && n.tokens[k-1].capital && n.tokens[k-1].class == content
	}
	if len(t.text) == 1 && k+1 < s.last && n.raw(k+1) == "-" { // a party: "D-Hawaii"
		return false
	}
	if headline {
		return n.inside[t.text]
	}
	if !n.begins(k, s) {
		return true
	}
	if starters[t.text] {
		return false
	}
	next := k+1 < s.last && n.tokens[k+1].upper && n.tokens[k+1].class != function
	switch {
	case roles[n.word(k)] || addresses[n.word(k)]:
		return next
	case n.inside[t.text]:
		return !n.small[t.text] || next
	case n.small[t.text]:
		return false
	case womensNames[t.text] || mensNames[t.text] || !t.entry.Known():
		return true
	}
	return next || len(t.text) > 1 && n.raw(k) == upperOf(n.raw(k))
}

func upperOf(s string) string {
	out := []rune(s)
	for k, r := range out {
		out[k] = unicode.ToUpper(r)
	}
	return string(out)
}

// sentence finds the mentions of one sentence, in order.
func (n *namer) sentence(s sentence, headline bool) {
	for k := s.first; k < s.last; {
		switch {
		case n.names(k, s, headline):
			last := n.run(k, s, headline)
			k = n.nameRun(k, last, s)
		case n.tokens[k].class == function:
			n.pronoun(k)
			k++
		default:
			if roles[n.tokens[k].text] {
				n.roleAlone(k, s)
			}
			k++
		}
	}
}

// run returns the end of the name that begins at a token: further words with
// a capital, and the small words that join them.
func (n *namer) run(first int, s sentence, headline bool) int {
	last := first + 1
	for last < s.last {
		switch {
		case n.possessive(last):
			return last
		case n.names(last, s, headline) && n.tokens[last].capital:
			last++
			continue
		}
		more := n.joins(last, s, first)
		if more == 0 || last+more >= s.last || !n.names(last+more, s, headline) {
			return last
		}
		last += more + 1
	}
	return last
}

// possessive reports whether a token is the ’s after a name.
func (n *namer) possessive(k int) bool { return n.tokens[k].text == "'s" || n.tokens[k].text == "'" }

// joins returns how many tokens from k on can join what is before to a word
// with a capital after them in one name; 0 when they cannot.
func (n *namer) joins(k int, s sentence, first int) int {
	before := n.tokens[k-1].text
	switch text := n.tokens[k].text; {
	case text == "-" && !countries[before] && n.tokens[k-1].End == n.tokens[k].Start && k+1 < s.last && n.tokens[k].End == n.tokens[k+1].Start:
		return 1
	case text == "of" && ofHeads[before], text == "for" && forHeads[before]:
		if k+1 < s.last && n.tokens[k+1].text == "the" {
			return 2
		}
		return 1
	case text == "&":
		return 1
	case text == "and" && (before == "health" || before == "science" || before == "arts" || before == "border" || before == "immigration"):
		return 1
	case particles[text] && !n.tokens[k].upper:
		if k+1 < s.last && (particles[n.tokens[k+1].text] || n.tokens[k+1].text == "-") {
			return 2
		}
		return 1
	}
	return 0
}

// mentionsOf returns the mentions of a sentence, as a range of mentions.
func (p *Prepared) mentionsOf(sentence int) []mention {
	s := p.sentences[sentence]
	lo, hi := 0, len(p.mentions)
	for lo < hi {
		mid := (lo + hi) / 2
		if p.mentions[mid].first < s.first {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	for hi = lo; hi < len(p.mentions) && p.mentions[hi].first < s.last; hi++ {
	}
	return p.mentions[lo:hi]
}

// spelled returns the words of a mention as the article has them.
func (p *Prepared) spelled(m mention) string {
	return prose.Span{Start: p.tokens[m.first].Start, End: p.tokens[m.last-1].End}.Of(p.Article.Text)
}
