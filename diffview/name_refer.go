package diffview

import "parallax/diffview/lexicon"

// Reference inside one article: which mentions are of the same entity.

// pronounReach is how many sentences back a pronoun's person is looked for.
const pronounReach = 3

// mention notes a mention and returns its number.
func (n *namer) mention(e, first, last int, by manner) int {
	n.mentions = append(n.mentions, mention{e, first, last, by})
	at := len(n.mentions) - 1
	if n.entities[e].kind == person {
		n.recent = append(n.recent, at)
	}
	return at
}

// find returns the entity with exactly this name, or -1.
func (n *namer) find(words []string) int {
	for _, e := range n.having[words[len(words)-1]] {
		if equalWords(n.entities[e].words, words) {
			return e
		}
	}
	return -1
}

func equalWords(a, b []string) bool {
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
// tokens are where the name stands.
func (n *namer) register(words []string, kind entityKind, gender sex, first, last int) int {
	e := n.find(words)
	if e >= 0 && gender != anySex && n.entities[e].sex != anySex && n.entities[e].sex != gender {
		e = -1
	}
	if e < 0 && len(words) == 1 {
		e = n.shortName(words[0], kind, gender, first)
	}
	if e < 0 && len(words) > 1 {
		e = n.longName(words, kind, gender)
	}
	if e < 0 {
		e = len(n.entities)
		n.entities = append(n.entities, entity{named: len(n.mentions)})
		n.entities[e].kind = kind
	}
	t := &n.entities[e]
	if len(words) > len(t.words) {
		for _, w := range words {
			if !containsWord(t.words, w) {
				n.having[w] = append(n.having[w], e)
			}
		}
		t.words, t.named = words, len(n.mentions)
	}
	if t.kind == unknown {
		t.kind = kind
	}
	if t.sex == anySex {
		t.sex = gender
	}
	if len(words) == 1 && n.isAcronym(first) {
		t.acronym = acronymOf(words[0])
	}
	return e
}

func containsWord(words []string, w string) bool {
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
		t := &n.entities[having[k]]
		if gender != anySex && t.sex != anySex && t.sex != gender {
			continue
		}
		switch {
		case t.kind == person || t.kind == unknown:
			if t.last() == word && kind != place && kind != organisation {
				if t.kind == unknown && len(t.words) < 4 {
					t.kind = person
				}
				return having[k]
			}
			if t.words[0] == word && first < 0 && kind == unknown {
				first = having[k]
			}
		case t.words[0] == word && first < 0 && kind != person:
			first = having[k]
		}
	}
	if first < 0 && n.isAcronym(at) {
		letters := acronymOf(word)
		for e := range n.entities {
			if t := &n.entities[e]; len(t.words) > 1 && initials(t.words) == letters {
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
		t := &n.entities[e]
		if t.kind == place || t.kind == organisation || kind == place || kind == organisation ||
			gender != anySex && t.sex != anySex && t.sex != gender {
			continue
		}
		if t.last() == last && (len(t.words) == 1 || t.words[0] == words[0]) {
			return e
		}
	}
	if kind == person {
		return -1
	}
	letters := initials(words)
	for _, e := range n.having[letters] {
		if t := &n.entities[e]; len(t.words) == 1 && t.acronym == letters {
			return e
		}
	}
	return -1
}

// initials returns the first letters of words.
func initials(words []string) string {
	out := make([]byte, 0, 8)
	for _, w := range words {
		out = append(out, w[0])
	}
	return string(out)
}

// roleAlone mentions the person whom "the ambassador" means: the last one said
// to be one.
func (n *namer) roleAlone(k int, s sentence) {
	from := k
	for from > s.first && k-from < 3 && (roleModifiers[n.tokens[from-1].text] || roles[n.tokens[from-1].text]) {
		from--
	}
	if from == s.first || n.tokens[from-1].text != "the" {
		return
	}
	if k+1 < s.last {
		switch t := &n.tokens[k+1]; {
		case t.text == "of", t.text == "-", t.upper && t.class == content, roles[t.text]:
			return
		}
	}
	head := n.word(k)
	for r := len(n.recent) - 1; r >= 0; r-- {
		e := n.mentions[n.recent[r]].entity
		for _, role := range n.entities[e].roles {
			if role.head == head {
				n.mention(e, from, k+1, byRole)
				return
			}
		}
	}
	if gender := genderOf(head); callings[head] && len(n.recent) > 0 {
		for r := len(n.recent) - 1; r >= 0; r-- {
			if e := n.mentions[n.recent[r]].entity; n.entities[e].sex == gender {
				n.mention(e, from, k+1, byRole)
				return
			}
		}
	}
}

// callings are words that a person is called by without it having been said,
// because everyone knows: "the actress".
var callings = lexicon.WordSet("actress congresswoman congressman queen king prince princess pope")

var pronouns = map[string]sex{"he": male, "him": male, "his": male, "himself": male,
	"she": female, "her": female, "hers": female, "herself": female}

// pronoun mentions the person whom "he" or "she" means: of the nearest
// sentence that speaks of a person it fits, the first such.
func (n *namer) pronoun(k int) {
	gender := pronouns[n.tokens[k].text]
	if gender == anySex {
		return
	}
	here := len(n.sentences) - 1
	for lo, hi := 0, here; lo <= hi; {
		mid := (lo + hi) / 2
		switch s := n.sentences[mid]; {
		case k < s.first:
			hi = mid - 1
		case k >= s.last:
			lo = mid + 1
		default:
			here, lo = mid, hi+1
		}
	}
	at := len(n.mentions) - 1
	for back := 0; back <= pronounReach && here-back >= 0; back++ {
		best, sure := -1, false
		for ; at >= 0 && n.mentions[at].first >= n.sentences[here-back].first; at-- {
			t := &n.entities[n.mentions[at].entity]
			switch {
			case t.sex == gender && t.kind == person:
				best, sure = n.mentions[at].entity, true
			case sure || t.sex != anySex:
			case t.kind == person || t.kind == unknown && len(t.words) > 1 && len(t.words) < 4:
				best = n.mentions[at].entity
			}
		}
		if best >= 0 {
			t := &n.entities[best]
			t.kind, t.sex = person, gender
			n.mention(best, k, k+1, byPronoun)
			return
		}
	}
}
