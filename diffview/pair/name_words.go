package pair

import (
	"slices"
	"strings"

	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
)

// Two words that stand in one place of two names: whether they can be one, misspelt,
// or are what a custom of writing or speaking makes of one.

// headed reports whether a name is of a body whose words stand in either order:
// "Ministry of Health", "Health Ministry".
func headed(words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return bodies[w] || orderless.Has(w) })
}

// orderless are words that stand first in a name with "of" and last without.
var orderless = lexicon.WordSet(`court university college state association bank school department ministry base agency institute
	board council office city county bishop church house center centre museum committee`)

// shortForm reports whether one given name is a short form of the other, as "Jeff"
// and "Jeffrey", "Kate" and "Katie", "Bob" and "Robert": it is not misspelt. "Mit" and
// "Mitt", "Ann" and "Anne", "Cory" and "Corey" are two spellings.
func shortForm(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) <= 2 || doc.SameGivenName(a, b) && distance(a, b) > mostLetters(a, b) {
		return true
	}
	if more, ok := strings.CutPrefix(b, a); ok {
		return more != a[len(a)-1:] && (more != "e" || pet(a))
	}
	return pet(a) != pet(b) && (strings.HasPrefix(a, bare(b)) || strings.HasPrefix(b, bare(a)))
}

// pet reports whether a given name ends as pet names do: "Katie", "Jimmy".
func pet(name string) bool {
	return strings.HasSuffix(name, "y") || strings.HasSuffix(name, "i") || strings.HasSuffix(name, "ie")
}

// bare returns a given name without its ending.
func bare(name string) string { return strings.TrimRight(name, "iey") }

// otherGiven reports whether two given names are of two persons, as of a brother and
// a sister: "Carlos", "Carla".
func otherGiven(a, b string) bool {
	ends := func(s string) bool { return strings.HasSuffix(s, "a") }
	return ends(a) != ends(b) || doc.GivenName(a) && doc.GivenName(b) && skeleton(a) != skeleton(b) && !doc.SameGivenName(a, b)
}

// plural reports whether one word is the other with an s, "the Marlows".
func plural(x, y string) bool { return x+"s" == y || y+"s" == x }

// ordinary reports whether two words are one as two countries write it, "Centre" and
// "Center", a country and what is of it, "Russia" and "Russian", "Zealand" and
// "Zealander", or forms of one word that is not a person's name: "Network",
// "Networks".
func ordinary(x, y string, person bool) bool {
	r := lexicon.Relate(lexicon.Lookup(x), lexicon.Lookup(y))
	return r == lexicon.SameLemma || r == lexicon.Derivation || r == lexicon.Contrast || x+"er" == y || y+"er" == x || !person && (plural(x, y) || r == lexicon.SameStem && !oneStem(x, y))
}

// formed are the endings by which nouns are made of one stem.
var formed = lexicon.WordSet("or ors er ers ion ions ing ings ive al ment ments ance ence ent ents ant ants ist ists ism ary ory")

// leastStem is how many letters of two forms of one word are the same.
const leastStem = 5

// oneStem reports whether two words are nouns made of one stem: "Distributors",
// "Distribution".
func oneStem(x, y string) bool {
	k := 0
	for k < len(x) && k < len(y) && x[k] == y[k] {
		k++
	}
	for ; k >= leastStem; k-- {
		if formed.Has(x[k:]) && formed.Has(y[k:]) {
			return x != y
		}
	}
	return false
}

// rareRank is the rank from which a word is not one that stands in a name as it
// does in another: "Warner" and "Warren", "Norfolk" and "Norwalk" are two names.
const rareRank = 20000

// rare reports whether one of two words is hardly known: it may be the other,
// misspelt.
func rare(x, y string) bool {
	return max(lexicon.Lookup(x).Rank, lexicon.Lookup(y).Rank) >= rareRank
}

// nearLetters reports whether two words are spelled so much alike that they can be
// one name: few letters differ, or none but those that transliterations do.
func nearLetters(x, y string) bool {
	if len(x) < 3 || len(y) < 3 {
		return false
	}
	swapped := x[0] == y[1] && x[1] == y[0]
	if !swapped && sound(x[0]) != sound(y[0]) && !(silent(x[0]) && silent(y[0])) {
		return false
	}
	d := distance(x, y)
	if d <= mostLetters(x, y) {
		return swapped || sound(x[0]) == sound(y[0]) || skeleton(x) == skeleton(y)
	}
	if d > max(len(x), len(y))/2 {
		return false
	}
	s := skeleton(x)
	return len(s) > 1 && s == skeleton(y)
}

// joined reports whether one word is the other with a small word before it:
// "Calamita", "LaCalamita".
func joined(x, y string) bool {
	if len(x) < len(y) {
		x, y = y, x
	}
	return strings.HasSuffix(x, y) && particle.Has(x[:len(x)-len(y)])
}

var particle = lexicon.WordSet("la le de di du da mc mac van")

// silent reports whether a name from another script may begin with a letter or
// with none: "Yiannis", "Giannis", "Evgeny".
func silent(letter byte) bool { return strings.IndexByte("aeiouyghj", letter) >= 0 }

// mostLetters is how many letters of two spellings of a word may differ.
func mostLetters(x, y string) int {
	switch longest := max(len(x), len(y)); {
	case longest < 6:
		return 1
	case longest < 11:
		return 2
	}
	return 3
}

// distance counts the letters that differ, two that are exchanged as one.
func distance(x, y string) int {
	if len(x) != len(y) || strings.ContainsFunc(x+y, func(r rune) bool { return r > '~' }) {
		return levenshtein(x, y)
	}
	exchanged := 0
	a := []byte(x)
	for k := 0; k+1 < len(a); k++ {
		if a[k] != y[k] && a[k] == y[k+1] && a[k+1] == y[k] {
			a[k], a[k+1] = a[k+1], a[k]
			exchanged++
			k++
		}
	}
	return exchanged + levenshtein(string(a), y)
}

// onlyExchanged reports whether two words differ by letters in another order: no
// transliteration does.
func onlyExchanged(x, y string) bool {
	return otherOrder(strings.Split(x, ""), strings.Split(y, ""))
}
