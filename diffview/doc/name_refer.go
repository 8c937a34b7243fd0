package doc

import (
	"sync"

	"parallax/diffview/lexicon"
)

// Reference inside one article: which mentions are of the same entity.

// pronounReach is how many sentences back a pronoun's person is looked for.
const pronounReach = 3

// mention notes a mention and returns its number.
func (n *namer) mention(e, first, last int, by manner) int {
	n.Mentions = append(n.Mentions, Mention{e, first, last, by})
	at := len(n.Mentions) - 1
	if n.Entities[e].Kind == Person {
		n.recent = append(n.recent, at)
	}
	return at
}

// find returns the entity with exactly this name, or -1.
func (n *namer) find(words []string) int {
	for _, e := range n.having[words[len(words)-1]] {
		if EqualWords(n.Entities[e].Words, words) {
			return e
		}
	}
	return -1
}

// EqualWords reports whether two names have the same words.
func EqualWords(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for k := range a {
		if a[k] != b[k] {
			return false
		}
	}
	return true
}

// register returns the entity a name belongs to, a new one if need be. The
// tokens are where the name is.
func (n *namer) register(words []string, kind entityKind, gender sex, first, last int) int {
	e := n.find(words)
	if e >= 0 && gender != AnySex && n.Entities[e].Sex != AnySex && n.Entities[e].Sex != gender {
		e = -1
	}
	if e < 0 && len(words) == 1 {
		e = n.shortName(words[0], kind, gender, first)
	}
	if e < 0 && len(words) > 1 {
		e = n.longName(words, kind, gender)
	}
	if e < 0 {
		e = len(n.Entities)
		n.Entities = append(n.Entities, Entity{Named: len(n.Mentions)})
		n.Entities[e].Kind = kind
	}
	t := &n.Entities[e]
	if len(words) > len(t.Words) {
		for _, w := range words {
			if !ContainsWord(t.Words, w) {
				n.having[w] = append(n.having[w], e)
			}
		}
		t.Words, t.Named = words, len(n.Mentions)
	}
	if t.Kind == Unknown {
		t.Kind = kind
	}
	if t.Sex == AnySex {
		t.Sex = gender
	}
	if len(words) == 1 && n.isAcronym(first) {
		t.Acronym = acronymOf(words[0])
	}
	return e
}

// ContainsWord reports whether one of the words is w.
func ContainsWord(words []string, w string) bool {
	for _, x := range words {
		if x == w {
			return true
		}
	}
	return false
}

// acronymOf takes the plural's s from an acronym's letters: "ftos".
func acronymOf(w string) string {
	if len(w) > 3 && w[len(w)-1] == 's' {
		return w[:len(w)-1]
	}
	return w
}

// shortName returns the entity that one word most likely stands for: the last
// person with that surname, what the acronym is of, the organisation whose
// name begins so; or -1.
func (n *namer) shortName(word string, kind entityKind, gender sex, at int) int {
	having := n.having[word]
	first := -1
	for k := len(having) - 1; k >= 0; k-- {
		t := &n.Entities[having[k]]
		if gender != AnySex && t.Sex != AnySex && t.Sex != gender {
			continue
		}
		switch {
		case t.Kind == Person || t.Kind == Unknown:
			if t.LastName() == word && kind != Place && kind != Organisation {
				if t.Kind == Unknown && len(t.Words) < 4 {
					t.Kind = Person
				}
				return having[k]
			}
			if t.Words[0] == word && first < 0 && kind == Unknown {
				first = having[k]
			}
		case t.Words[0] == word && first < 0 && kind != Person:
			first = having[k]
		}
	}
	if first < 0 && n.isAcronym(at) {
		letters := acronymOf(word)
		for e := range n.Entities {
			if t := &n.Entities[e]; len(t.Words) > 1 && Initials(t.Words) == letters {
				return e
			}
		}
	}
	return first
}

// longName returns the entity a name of several words is a fuller or a shorter
// form of, or -1.
func (n *namer) longName(words []string, kind entityKind, gender sex) int {
	last := words[len(words)-1]
	for _, e := range n.having[last] {
		t := &n.Entities[e]
		if t.Kind == Place || t.Kind == Organisation || kind == Place || kind == Organisation ||
			gender != AnySex && t.Sex != AnySex && t.Sex != gender {
			continue
		}
		if t.LastName() == last && (len(t.Words) == 1 || t.Words[0] == words[0] || shareLine(givenForms(), t.Words[0], words[0])) {
			return e
		}
	}
	if kind == Person {
		return -1
	}
	letters := Initials(words)
	for _, e := range n.having[letters] {
		if t := &n.Entities[e]; len(t.Words) == 1 && t.Acronym == letters {
			return e
		}
	}
	return -1
}

// Initials returns the first letters of words.
func Initials(words []string) string {
	out := make([]byte, 0, 8)
	for _, w := range words {
		out = append(out, w[0])
	}
	return string(out)
}

// roleAlone mentions the person whom "the ambassador" means: the last one said
// to be one.
func (n *namer) roleAlone(k int, s Sentence) {
	from := k
	for from > s.First && k-from < 3 && (roleModifiers.Has(n.Tokens[from-1].Text) || RoleWords.Has(n.Tokens[from-1].Text)) {
		from--
	}
	if from == s.First || n.Tokens[from-1].Text != "the" {
		return
	}
	if k+1 < s.Last {
		switch t := &n.Tokens[k+1]; {
		case t.Text == "of", t.Text == "-", t.Upper && t.Class == Content, RoleWords.Has(t.Text):
			return
		}
	}
	head := n.word(k)
	for r := len(n.recent) - 1; r >= 0; r-- {
		e := n.Mentions[n.recent[r]].Entity
		for _, role := range n.Entities[e].Roles {
			if n.sameRole(head, role) {
				n.mention(e, from, k+1, byRole)
				return
			}
		}
	}
	if gender := genderOf(head); callings.Has(head) && len(n.recent) > 0 {
		for r := len(n.recent) - 1; r >= 0; r-- {
			if e := n.Mentions[n.recent[r]].Entity; n.Entities[e].Sex == gender {
				n.mention(e, from, k+1, byRole)
				return
			}
		}
	}
}

// callings are words that a person is called by without it having been said,
// because everyone knows: "the actress".
var callings = lexicon.WordSet("actress congresswoman congressman queen king prince princess pope")

var pronouns = sync.OnceValue(func() map[string]sex {
	return map[string]sex{"he": male, "him": male, "his": male, "himself": male,
		"she": female, "her": female, "hers": female, "herself": female}
})

// IsPronoun reports whether a folded word is a pronoun that stands for one person.
func IsPronoun(word string) bool { return pronouns()[word] != AnySex }

// GivenName reports whether a folded word is a frequent given name.
func GivenName(word string) bool { return womensNames.Has(word) || mensNames.Has(word) }

// PronounSex returns the sex of the person a pronoun stands for.
func PronounSex(word string) sex { return pronouns()[word] }

// pronoun mentions the person whom "he" or "she" means: of the nearest
// sentence that speaks of a person it fits, the first such.
func (n *namer) pronoun(k int) {
	gender := pronouns()[n.Tokens[k].Text]
	if gender == AnySex {
		return
	}
	here := len(n.Sentences) - 1
	for lo, hi := 0, here; lo <= hi; {
		mid := (lo + hi) / 2
		switch s := n.Sentences[mid]; {
		case k < s.First:
			hi = mid - 1
		case k >= s.Last:
			lo = mid + 1
		default:
			here, lo = mid, hi+1
		}
	}
	at := len(n.Mentions) - 1
	for back := 0; back <= pronounReach && here-back >= 0; back++ {
		best, sure := -1, false
		for ; at >= 0 && n.Mentions[at].First >= n.Sentences[here-back].First; at-- {
			t := &n.Entities[n.Mentions[at].Entity]
			switch {
			case t.Sex == gender && t.Kind == Person:
				best, sure = n.Mentions[at].Entity, true
			case sure || t.Sex != AnySex:
			case t.Kind == Person || t.Kind == Unknown && len(t.Words) > 1 && len(t.Words) < 4:
				best = n.Mentions[at].Entity
			}
		}
		if best >= 0 {
			t := &n.Entities[best]
			t.Kind, t.Sex = Person, gender
			n.mention(best, k, k+1, ByPronoun)
			return
		}
	}
}
