package pair

import (
	"slices"
	"strings"

	"parallax/diffview/doc"
	"parallax/diffview/sides"
)

// Names that the two articles write in two ways: letters that differ, words or the
// halves of a hyphenated name in another order, a word of a firm's name in another
// form. That both are of one bearer is as sure as the rest of the name makes it.

// A Variation says in what two spellings of a name differ.
type Variation uint8

// The variations.
const (
	NoVariation Variation = iota
	OtherLetters
	OtherOrder // the same words
	OtherForm  // another word of one stem: "Distributors", "Distribution"
)

// A Spelling is a name that the articles write in two ways, neither of them in
// both.
type Spelling struct {
	Variation
	Mentions [2][]int // by side: the mentions that have the article's spelling, in order
	Person   bool     // it is a person's
	Whole    bool     // the rest of a name of several words is the same
	Custom   bool     // a custom of writing explains the difference: a transliteration, the family name first
}

// stepsOfSpelling is what it costs to compare two names.
const stepsOfSpelling = 10

// A spelt is a spelling and the entities it is of, by side.
type spelt struct {
	Spelling
	entities [2]int
}

// findSpellings compares the names of entities that are partners, and of those that
// have none. Those of whose name more than what differs is the same become partners.
func (p *entities) findSpellings(docs [2]*doc.Doc) {
	var names [2][][]string
	for side, d := range docs {
		for k := range d.Entities {
			names[side] = append(names[side], spelledOut(&d.Entities[k]))
		}
	}
	var found []spelt
	compare := func(i, j int) {
		n := comparison{docs: docs, named: [2]*doc.Entity{&docs[sides.Left].Entities[i], &docs[sides.Right].Entities[j]}}
		if n.compare(names[sides.Left][i], names[sides.Right][j]) && !n.writtenAlike() {
			found = append(found, spelt{n.spelling(i, j), [2]int{i, j}})
		}
	}
	for i, partner := range p.Partner[sides.Left] {
		if partner >= 0 {
			compare(i, partner)
			continue
		}
		for j, partner := range p.Partner[sides.Right] {
			if partner < 0 {
				compare(i, j)
			}
		}
	}
	for _, s := range found {
		if !s.alone(found) || len(s.Mentions[sides.Left]) == 0 || len(s.Mentions[sides.Right]) == 0 {
			continue
		}
		p.Spellings = append(p.Spellings, s.Spelling)
		if i, j := s.entities[sides.Left], s.entities[sides.Right]; s.Whole {
			p.Partner[sides.Left][i], p.Partner[sides.Right][j] = j, i
		}
	}
}

// alone reports whether no other spelling is as likely that of either entity: of two
// brothers neither is surely the third.
func (s spelt) alone(found []spelt) bool {
	return !slices.ContainsFunc(found, func(o spelt) bool {
		return o.entities != s.entities && (o.Whole || !s.Whole) && (o.entities[0] == s.entities[0] || o.entities[1] == s.entities[1])
	})
}

// isPerson reports whether an entity is a person as far as the article tells, or
// has a given name.
func isPerson(e *doc.Entity) bool {
	return e.Kind == doc.Person || e.Kind == doc.Unknown && len(e.Words) > 1 && len(e.Words) < 4 && doc.GivenName(e.Words[0])
}

// A comparison is of the names of two entities.
type comparison struct {
	docs      [2]*doc.Doc
	named     [2]*doc.Entity
	person    bool
	variation Variation
	words     [2][]string // by side: the words that differ
	whole     bool
}

// compare reports whether two names, spelled out, can be spellings of one, and notes
// in what they differ.
func (n *comparison) compare(a, b []string) bool {
	e, f := n.named[sides.Left], n.named[sides.Right]
	if len(a) == 0 || len(b) == 0 || e.Sex != f.Sex && e.Sex != doc.AnySex && f.Sex != doc.AnySex || e.Kind != f.Kind && e.Kind != doc.Unknown && f.Kind != doc.Unknown {
		return false
	}
	n.person = isPerson(e) || isPerson(f)
	switch {
	case len(a) == len(b) && len(a) > 1 && otherOrder(a, b):
		n.variation, n.whole, n.words = OtherOrder, true, [2][]string{a, b}
		n.person = n.person || n.hyphenated()
		return !headed(a) && !headed(b)
	case len(a) > 1 && len(b) > 1 && len(a) != len(b):
		if !n.person {
			return false
		}
		a, b = []string{a[0], a[len(a)-1]}, []string{b[0], b[len(b)-1]}
	case len(a) != len(b):
		a, b = a[len(a)-1:], b[len(b)-1:]
	}
	n.whole = len(a) > 1
	same := 0
	for k := range a {
		given := n.person && n.whole && k == 0
		switch v := n.vary(a[k], b[k], given); {
		case a[k] == b[k] || given && v == NoVariation && doc.SameGivenName(a[k], b[k]):
			same++
		case v == NoVariation:
			return false
		default:
			n.variation = max(n.variation, v)
			n.words[sides.Left], n.words[sides.Right] = append(n.words[sides.Left], a[k]), append(n.words[sides.Right], b[k])
		}
	}
	return n.variation != NoVariation && (same > 0 || n.person && n.whole || len(a) == 1)
}

// spelling returns what was found of two entities.
func (n *comparison) spelling(i, j int) Spelling {
	return Spelling{
		Variation: n.variation, Person: n.person, Whole: n.whole, Custom: n.custom(),
		Mentions: [2][]int{n.places(int(sides.Left), i), n.places(int(sides.Right), j)},
	}
}

// hyphenated reports whether both names have a hyphen: what is exchanged are the
// halves of a family name.
func (n *comparison) hyphenated() bool {
	for side, e := range n.named {
		d := n.docs[side]
		m := d.Mentions[e.Named]
		if !slices.ContainsFunc(d.Tokens[m.First:m.Last], func(t doc.Token) bool { return t.Text == "-" }) {
			return false
		}
	}
	return true
}

// spelledOut returns the words of a name without the initials and the generation;
// none of a name in capitals, which are an acronym's, or with digits.
func spelledOut(e *doc.Entity) (out []string) {
	if e.Acronym != "" {
		return nil
	}
	for _, w := range e.Words {
		switch {
		case strings.ContainsAny(w, "0123456789&"):
			return nil
		case len(w) > 1 && (w != e.Words[len(e.Words)-1] || w == e.LastName()):
			out = append(out, w)
		}
	}
	return out
}

// otherOrder reports whether two lists have the same words in two orders.
func otherOrder(a, b []string) bool {
	if slices.Equal(a, b) || !slices.Contains(b, a[0]) {
		return false
	}
	return slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b)))
}

// vary says in what two words of a name differ, if they can be one.
func (n *comparison) vary(x, y string, given bool) Variation {
	person := n.person && n.whole
	form := x != y && !n.person && n.whole && oneStem(x, y)
	near := x != y && (nearLetters(x, y) || person && joined(x, y))
	switch {
	case !near && !form, given && (shortForm(x, y) || otherGiven(x, y)), ordinary(x, y, person):
	case form:
		return OtherForm
	case person || rare(x, y):
		return OtherLetters
	}
	return NoVariation
}

// writtenAlike reports whether either article has the other's spelling, of
// whomever.
func (n *comparison) writtenAlike() bool {
	for side := range n.docs {
		other := n.words[1-side]
		if n.variation == OtherOrder {
			if follows(n.docs[side], other) {
				return true
			}
			continue
		}
		for k, w := range other {
			if w != n.words[side][k] && follows(n.docs[side], []string{w}) {
				return true
			}
		}
	}
	return false
}

// follows reports whether an article has words one after the other.
func follows(d *doc.Doc, words []string) bool {
	at := 0
	for k := range d.Tokens {
		switch t := &d.Tokens[k]; {
		case t.Class == doc.Punctuation:
			if t.Text != "-" {
				at = 0
			}
			continue
		case doc.NameWord(t.Text) == words[at]:
			at++
		case doc.NameWord(t.Text) == words[0]:
			at = 1
		default:
			at = 0
		}
		if at == len(words) {
			return true
		}
	}
	return false
}

// places returns the mentions that have what differs: of the entity, or by a part of
// the name whose words are in its order.
func (n *comparison) places(side, entity int) (out []int) {
	d := n.docs[side]
	for k, m := range d.Mentions {
		if m.Manner != doc.ByName || m.Entity != entity && n.variation != OtherOrder {
			continue
		}
		words := d.NameAt(m)
		has := func(w string) bool { return slices.Contains(words, w) }
		if n.variation == OtherOrder && n.hasOrder(side, words) || n.variation != OtherOrder && slices.ContainsFunc(n.words[side], has) {
			out = append(out, k)
		}
	}
	return out
}

// hasOrder reports whether words are of the name, and stand in another order in the
// other article's.
func (n *comparison) hasOrder(side int, words []string) bool {
	var order []int
	for _, w := range words {
		if len(w) > 1 {
			order = append(order, slices.Index(n.words[1-side], w))
		}
	}
	return !slices.Contains(order, -1) && !slices.IsSorted(order)
}
