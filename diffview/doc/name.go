package doc

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"parallax/corpus/fold"
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

// An entityKind is what a name names.
type entityKind uint8

const (
	Unknown entityKind = iota
	Person
	Organisation
	Place
)

// A sex is that of the pronoun a person goes by, as far as the article tells.
type sex uint8

const (
	AnySex sex = iota
	female
	male
)

// An Entity is a person, a place, an organisation or a thing an article names.
type Entity struct {
	Kind    entityKind
	Sex     sex
	Words   []string // its fullest name, folded, without titles and particles between: "pete hegseth"
	Acronym string   // its letters, folded, when the article gives them: "fbi"
	Within  string   // the larger place it lies in, when the article says so: "washington"
	Named   int      // the mention that has its fullest name
	Roles   []Role   // what the article says a person is, in order
}

// LastName returns the word that a person is called by alone.
func (e *Entity) LastName() string {
	k := len(e.Words) - 1
	if k > 0 && generations[e.Words[k]] {
		k--
	}
	return e.Words[k]
}

// generations come after a surname: "Roger Stone Jr."
var generations = map[string]bool{"jr": true, "sr": true, "ii": true, "iii": true, "iv": true}

// A Role is what an article says a person is: "defense secretary".
type Role struct {
	First, Last int    // its tokens
	Head        string // the noun it rests on, folded: "secretary"
	mention     int    // the mention it stands by
}

// A manner says by what an entity is mentioned.
type manner uint8

const (
	ByName manner = iota
	byRole        // "the secretary"
	ByPronoun
)

// A Mention is a place in an article where an entity is spoken of.
type Mention struct {
	Entity      int
	First, Last int // its tokens, titles left out: [first, last)
	Manner      manner
}

// A naming holds the entities of an article and their mentions, in order.
type naming struct {
	Entities []Entity
	Mentions []Mention
}

// A namer finds the names of one article.
type namer struct {
	*Doc
	naming
	inside map[string]bool  // words written with a capital inside a sentence
	small  map[string]bool  // words written small
	having map[string][]int // by word: the entities whose name has it, oldest first
	recent []int            // the mentions of persons, in order
}

// findNames finds the names of the prepared article, once all its tokens are
// there.
func (p *Doc) findNames() {
	n := &namer{Doc: p, inside: map[string]bool{}, small: map[string]bool{}, having: map[string][]int{}}
	headline := make([]bool, len(p.Sentences))
	for k, s := range p.Sentences {
		headline[k] = n.inCapitals(s)
		if !headline[k] {
			n.collect(s)
		}
	}
	for k, s := range p.Sentences {
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
func (n *namer) inCapitals(s Sentence) bool {
	upper, all := 0, 0
	for k := s.First; k < s.Last; k++ {
		if t := &n.Tokens[k]; t.Class == Content && unicode.IsLetter([]rune(t.Text)[0]) {
			all++
			if t.Upper {
				upper++
			}
		}
	}
	share := bodyShare
	if n.Article.Sentences[s.Index].Kind == prose.Title {
		share = headlineShare
	}
	return all >= 4 && float64(upper) >= share*float64(all)
}

// collect notes which words a sentence writes with a capital and which small.
func (n *namer) collect(s Sentence) {
	for k := s.First; k < s.Last; k++ {
		t := &n.Tokens[k]
		switch {
		case t.Class == Punctuation || t.Class == Number:
		case !t.Upper:
			n.small[t.Text] = true
		case !n.begins(k, s):
			n.inside[t.Text] = true
		}
	}
}

// begins reports whether a word has its capital because something begins: the
// sentence, a quotation, what follows a colon.
func (n *namer) begins(k int, s Sentence) bool {
	if !n.Tokens[k].Capital {
		return true
	}
	for k--; k >= s.First && n.Tokens[k].Class == Punctuation; k-- {
		switch n.raw(k) {
		case "“", "\"", "‘", ":", "—", "–", "•", "|":
			return true
		case ",", "-", ")", "(", "/":
			return false
		}
	}
	return k < s.First
}

// raw returns a token as the article has it.
func (n *namer) raw(k int) string { return fold.Letters(n.Tokens[k].Of(n.Article.Text)) }

// word returns a token as names are compared: folded, without points.
func (n *namer) word(k int) string { return NameWord(n.Tokens[k].Text) }

// NameWord returns a folded word as names are compared: without the points of
// initials and abbreviations ("u.s.", "wash.") and without accents, which some
// outlets keep and others do not.
func NameWord(text string) string {
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
func (n *namer) names(k int, s Sentence, headline bool) bool {
	t := &n.Tokens[k]
	if !t.Upper || t.Class == Punctuation || t.Class == Number || notNames.Has(n.word(k)) {
		return false
	}
	if t.Class == Function {
		return n.raw(k) == "US" && !headline || t.Text == "i." && k > s.First && n.Tokens[k-1].Capital && n.Tokens[k-1].Class == Content
	}
	if len(t.Text) == 1 && k+1 < s.Last && n.raw(k+1) == "-" { // a party: "D-Hawaii"
		return false
	}
	if headline {
		return n.inside[t.Text]
	}
	if !n.begins(k, s) {
		return true
	}
	if starters.Has(t.Text) {
		return false
	}
	next := k+1 < s.Last && n.Tokens[k+1].Upper && n.Tokens[k+1].Class != Function
	switch {
	case RoleWords.Has(n.word(k)) || AddressWords.Has(n.word(k)):
		return next || n.officeName(k+1, s) > k
	case n.inside[t.Text]:
		return !n.small[t.Text] || next
	case n.small[t.Text]:
		return false
	case womensNames.Has(t.Text) || mensNames.Has(t.Text) || !t.Entry.Known(), t.Entry.Rank >= rareRank && n.acts(k, s):
		return true
	}
	return next || len(t.Text) > 1 && n.raw(k) == upperOf(n.raw(k))
}

// rareRank is that of words too rare to begin a sentence without an article and
// to speak: "Parliament said", "Management said" are not names.
const rareRank = 8000

// acts reports whether what follows a word at the beginning of a sentence tells
// that it names a person: a verb of speech, or an age.
func (n *namer) acts(k int, s Sentence) bool {
	return k+1 < s.Last && !strings.HasSuffix(n.Tokens[k].Text, "s") && SpeechWords.Has(n.Tokens[k+1].Text) || n.aged(k+1, s) > k+1
}

func upperOf(s string) string {
	out := []rune(s)
	for k, r := range out {
		out[k] = unicode.ToUpper(r)
	}
	return string(out)
}

// sentence finds the mentions of one sentence, in order.
func (n *namer) sentence(s Sentence, headline bool) {
	for k := s.First; k < s.Last; {
		switch {
		case n.names(k, s, headline):
			last := n.run(k, s, headline)
			k = n.nameRun(k, last, s)
		case n.Tokens[k].Class == Function:
			n.pronoun(k)
			k++
		default:
			if RoleWords.Has(n.Tokens[k].Text) {
				n.roleAlone(k, s)
			}
			k++
		}
	}
}

// run returns the end of the name that begins at a token: further words with
// a capital, and the small words that join them.
func (n *namer) run(first int, s Sentence, headline bool) int {
	last := first + 1
	for last < s.Last {
		switch {
		case n.possessive(last):
			return last
		case n.names(last, s, headline) && n.Tokens[last].Capital:
			last++
			continue
		}
		more := n.joins(last, s, first)
		if more == 0 || last+more >= s.Last || !n.names(last+more, s, headline) {
			return last
		}
		last += more + 1
	}
	return last
}

// possessive reports whether a token is the ’s after a name.
func (n *namer) possessive(k int) bool { return n.Tokens[k].Text == "'s" || n.Tokens[k].Text == "'" }

// joins returns how many tokens from k on can join what is before to a word
// with a capital after them in one name; 0 when they cannot.
func (n *namer) joins(k int, s Sentence, first int) int {
	before := n.Tokens[k-1].Text
	switch text := n.Tokens[k].Text; {
	case text == "-" && !countries.Has(before) && n.Tokens[k-1].End == n.Tokens[k].Start && k+1 < s.Last && n.Tokens[k].End == n.Tokens[k+1].Start:
		return 1
	case text == "of" && ofHeads.Has(before), text == "for" && forHeads.Has(before):
		if k+1 < s.Last && n.Tokens[k+1].Text == "the" {
			return 2
		}
		return 1
	case text == "&":
		return 1
	case text == "and" && (before == "health" || before == "science" || before == "arts" || before == "border" || before == "immigration"):
		return 1
	case particles.Has(text) && !n.Tokens[k].Upper:
		if k+1 < s.Last && (particles.Has(n.Tokens[k+1].Text) || n.Tokens[k+1].Text == "-") {
			return 2
		}
		return 1
	}
	return 0
}

// MentionsOf returns the mentions of a sentence, as a range of mentions.
func (p *Doc) MentionsOf(sentence int) []Mention {
	s := p.Sentences[sentence]
	lo, hi := 0, len(p.Mentions)
	for lo < hi {
		mid := (lo + hi) / 2
		if p.Mentions[mid].First < s.First {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	for hi = lo; hi < len(p.Mentions) && p.Mentions[hi].First < s.Last; hi++ {
	}
	return p.Mentions[lo:hi]
}

// Spelled returns the words of a mention as the article has them.
func (p *Doc) Spelled(m Mention) string {
	return fold.Letters(prose.Span{Start: p.Tokens[m.First].Start, End: p.Tokens[m.Last-1].End}.Of(p.Article.Text))
}

// FullName returns where an entity's fullest name stands, with the title that
// comes before it.
func (p *Doc) FullName(entity int) prose.Span {
	e := &p.Entities[entity]
	m := p.Mentions[e.Named]
	first := m.First
	for _, r := range e.Roles {
		if r.mention == e.Named && r.Last == m.First {
			first = r.First
		}
	}
	return prose.Span{Start: p.Tokens[first].Start, End: p.Tokens[m.Last-1].End}
}
