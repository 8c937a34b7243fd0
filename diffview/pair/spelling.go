package pair

import (
	"slices"
	"strings"
	"sync"

	"parallax/diffview/budget"
	"parallax/diffview/doc"
	"parallax/diffview/sides"
)

// Names that the two articles write in two ways: letters that differ, words or the
// halves of a hyphenated name in another order, a word of a firm's name in another
// form. That both are of one bearer is as sure as the rest of the name makes it.

// A Variation says how two spellings of a name differ.
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
	Whole    bool     // both names have several words: more than one was compared
	Custom   bool     // a custom of writing explains the difference: a transliteration, the family name first
}

// What it costs to compare two names, to look at a word of an article for a name in
// another order, and to look at a mention for one that is kept.
const (
	stepsOfSpelling = 15
	stepsOfOrder    = 12
	stepsOfKeeping  = 2
)

// findSpellings compares the names of entities that are partners, and of those that
// have none, which become partners where both names have several words.
func (p *entities) findSpellings(b *budget.Budget, docs [2]*doc.Doc) error {
	var names [2][][]string
	for side, d := range docs {
		for k := range d.Entities {
			names[side] = append(names[side], spelledOut(&d.Entities[k]))
		}
	}
	having := map[string][]int{}
	for j, partner := range p.Partner[sides.Right] {
		if partner < 0 {
			for _, key := range spellingKeys(names[sides.Right][j], false) {
				having[key] = append(having[key], j)
			}
		}
	}
	has := [2]func(string) bool{wordsIn(docs[sides.Left]), wordsIn(docs[sides.Right])}
	var found []*comparison
	for i, partner := range p.Partner[sides.Left] {
		candidates := []int{partner}
		if partner < 0 {
			candidates = nil
			for _, key := range spellingKeys(names[sides.Left][i], true) {
				candidates = append(candidates, having[key]...)
			}
			slices.Sort(candidates)
			candidates = slices.Compact(candidates)
		}
		if err := b.Spend(stepsOfSpelling * len(candidates)); err != nil {
			return err
		}
		for _, j := range candidates {
			n := &comparison{docs: docs, entities: [2]int{i, j}, named: [2]*doc.Entity{&docs[sides.Left].Entities[i], &docs[sides.Right].Entities[j]}}
			if !n.compare(names[sides.Left][i], names[sides.Right][j]) {
				continue
			}
			if n.variation == OtherOrder {
				if err := b.Spend(stepsOfOrder * (len(docs[sides.Left].Tokens) + len(docs[sides.Right].Tokens))); err != nil {
					return err
				}
			}
			if !n.writtenAlike(has) {
				found = append(found, n)
			}
		}
	}
	return p.keepSpellings(b, found)
}

// keepSpellings keeps the spellings that are surely of one bearer: no other that was
// found is as likely for either entity. A name that two brothers could have is surely
// neither's.
func (p *entities) keepSpellings(b *budget.Budget, found []*comparison) error {
	var of [2]map[int][2]int // by side and entity: how many spellings it has, of part of the name and of the whole
	for side := range of {
		of[side] = map[int][2]int{}
		for _, n := range found {
			count := of[side][n.entities[side]]
			count[n.sure()]++
			of[side][n.entities[side]] = count
		}
	}
	for _, n := range found {
		l, r := of[sides.Left][n.entities[sides.Left]], of[sides.Right][n.entities[sides.Right]]
		if l[1]+r[1] > 2*n.sure() || n.sure() == 0 && l[0]+r[0] > 2 {
			continue
		}
		if err := b.Spend(stepsOfKeeping * (len(n.docs[sides.Left].Mentions) + len(n.docs[sides.Right].Mentions))); err != nil {
			return err
		}
		s := n.spelling()
		if len(s.Mentions[sides.Left]) == 0 || len(s.Mentions[sides.Right]) == 0 {
			continue
		}
		p.Spellings = append(p.Spellings, s)
		if i, j := n.entities[sides.Left], n.entities[sides.Right]; s.Whole {
			p.Partner[sides.Left][i], p.Partner[sides.Right][j] = j, i
		}
	}
	return nil
}

// spellingKeys are what a name is looked up by, or, if not, kept by: a word that is
// the same in both, or the sounds that its words begin with. A name of one word may be
// the last of a longer one.
func spellingKeys(words []string, lookUp bool) []string {
	if len(words) == 0 {
		return nil
	}
	last := string(sound(words[len(words)-1][0]))
	if len(words) > 1 {
		keys := append([]string{"2" + string(sound(words[0][0])) + last}, words...)
		if lookUp {
			return append(keys, "1"+last)
		}
		return append(keys, "3"+last)
	}
	if lookUp {
		return []string{"1" + last, "3" + last}
	}
	return []string{"1" + last}
}

// isPerson reports whether an entity is a person as far as the article tells, or
// has a given name before another.
func isPerson(e *doc.Entity) bool {
	return e.Kind == doc.Person || e.Kind == doc.Unknown && len(e.Words) > 1 && len(e.Words) < 4 &&
		slices.ContainsFunc(e.Words[:len(e.Words)-1], func(w string) bool { return doc.GivenName(w) || otherScript.Has(w) })
}

// A comparison is of the names of two entities.
type comparison struct {
	docs      [2]*doc.Doc
	entities  [2]int
	named     [2]*doc.Entity // the entities
	person    bool
	variation Variation
	words     [2][]string // by side: the words that differ
	whole     bool
}

// compare reports whether two names, spelled out, can be spellings of one, and notes
// how they differ.
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
		given := n.person && k < len(a)-1
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

// sure is 1 if both names have several words, and 0 if one word was compared.
func (n *comparison) sure() int {
	if n.whole {
		return 1
	}
	return 0
}

// spelling returns what was found.
func (n *comparison) spelling() Spelling {
	return Spelling{
		Variation: n.variation, Person: n.person, Whole: n.whole, Custom: n.custom(),
		Mentions: [2][]int{n.places(sides.Left), n.places(sides.Right)},
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

// vary says how two words of a name differ, if they can be one.
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

// wordsIn returns a function that reports whether an article has a word of a name. It
// reads the article when it is first asked.
func wordsIn(d *doc.Doc) func(string) bool {
	words := sync.OnceValue(func() map[string]bool {
		out := map[string]bool{}
		for k := range d.Tokens {
			out[doc.NameWord(d.Tokens[k].Text)] = true
		}
		return out
	})
	return func(w string) bool { return words()[w] }
}

// writtenAlike reports whether either article, which has words, has the other's
// spelling, of whomever.
func (n *comparison) writtenAlike(has [2]func(string) bool) bool {
	for side := range n.docs {
		other := n.words[1-side]
		if n.variation == OtherOrder {
			if follows(n.docs[side], other) {
				return true
			}
			continue
		}
		for k, w := range other {
			if w != n.words[side][k] && has[side](w) {
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
func (n *comparison) places(side sides.Side) (out []int) {
	d := n.docs[side]
	for k, m := range d.Mentions {
		if m.Manner != doc.ByName || m.Entity != n.entities[side] && n.variation != OtherOrder {
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
func (n *comparison) hasOrder(side sides.Side, words []string) bool {
	var order []int
	for _, w := range words {
		if len(w) > 1 {
			order = append(order, slices.Index(n.words[side.Other()], w))
		}
	}
	return !slices.Contains(order, -1) && !slices.IsSorted(order)
}
