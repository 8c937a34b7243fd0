package lexicon

// A Relation says how two words belong together. The lower is the stronger.
type Relation uint8

// The relations.
const (
	Identical  Relation = iota // the same form
	SameStem                   // "attacks", "attacking"
	SameLemma                  // "said", "say"; also "color", "colour"
	Derivation                 // "decide", "decision"; "Mexico", "Mexican"
	Group                      // of one line of groups.txt: "considering", "weighing"
	Contrast                   // of one line of contrasts.txt: "Monday", "Tuesday"
	Antonym                    // WordNet's opposites: "hot", "cold"
	Synonym                    // of one synset of WordNet, in no rare sense of either
	Hypernym                   // one is a kind of the other: "ferry", "boat"
	Loose                      // synonym or hypernym in a rarer sense
	None
)

var relationNames = [...]string{"identical", "same stem", "same lemma", "derivation", "group",
	"contrast", "antonym", "synonym", "hypernym", "loose", "none"}

// String returns the relation's name.
func (r Relation) String() string { return relationNames[r] }

// codes gives the relations as pairs.bin numbers them.
var codes = [8]Relation{SameLemma, Derivation, Group, Contrast, Antonym, Synonym, Hypernym, Loose}

// Relate returns the strongest relation of two words. It is symmetric. Two
// words the tables do not have are at most of the same stem.
func Relate(a, b Entry) Relation {
	switch {
	case a.ID >= 0 && a.ID == b.ID:
		return Identical
	case a.Stem == b.Stem:
		return SameStem
	}
	best := None
	for _, la := range a.lemmas {
		for _, lb := range b.lemmas {
			switch {
			case la < 0 || lb < 0:
			case la == lb:
				return SameLemma
			default:
				best = min(best, relateRows(row(min(la, lb)), int(max(la, lb))))
			}
		}
	}
	return best
}

// relateRows looks a pair up: among those of the lower row, by the higher one.
// A pair is 21 bits the higher row, 3 the relation.
func relateRows(low row, high int) Relation {
	from, to := low.pairs()
	for from < to {
		middle := (from + to) / 2
		p := at24(pairs, 3*middle)
		switch {
		case p>>3 < high:
			from = middle + 1
		case p>>3 > high:
			to = middle
		default:
			return codes[p&7]
		}
	}
	return None
}

// AppendRelated appends the words that the tables relate to a word, each as the
// row of its dictionary form. Rows of a word's own dictionary forms come first.
// With Relate for what is among them, an article's related words are found without
// asking for every pair. A pair of words is in one of their lists, not in both.
func AppendRelated(rows []int32, e Entry) []int32 {
	for _, l := range e.lemmas {
		if l < 0 {
			continue
		}
		rows = append(rows, l)
		from, to := row(l).pairs()
		for list := pairs[3*from : 3*to]; len(list) >= 3; list = list[3:] {
			rows = append(rows, (int32(list[0])|int32(list[1])<<8|int32(list[2])<<16)>>3)
		}
	}
	return rows
}

// DictionaryRows returns the rows of the dictionary forms a word can be of; -1
// where there are fewer than three.
func DictionaryRows(e Entry) [3]int32 { return e.lemmas }
