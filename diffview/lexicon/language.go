package lexicon

import (
	"strings"
	"sync"
	"unicode"

	"parallax/corpus/fold"

	"github.com/kljensen/snowball/french"
	"github.com/kljensen/snowball/hungarian"
	"github.com/kljensen/snowball/norwegian"
	"github.com/kljensen/snowball/russian"
	"github.com/kljensen/snowball/spanish"
	"github.com/kljensen/snowball/swedish"
)

// A Language is one that Detect can tell from others.
type Language uint8

// The languages. The tables are for English alone; of those from French to
// Hungarian words can be compared by their stems, of the others as they are.
const (
	English Language = iota
	French
	Spanish
	Russian
	Swedish
	Norwegian
	Hungarian
	German
	Italian
	Portuguese
	Dutch
	Danish
	Unknown
)

var languageNames = [...]string{"English", "French", "Spanish", "Russian", "Swedish", "Norwegian",
	"Hungarian", "German", "Italian", "Portuguese", "Dutch", "Danish", "an unknown language"}

// String returns the language's English name.
func (l Language) String() string { return languageNames[l] }

// Stems reports whether StemIn has rules for the language.
func (l Language) Stems() bool { return l <= Hungarian }

// StemIn returns the stem of a word in a language, in lower case; of a language
// without rules the word itself.
func StemIn(l Language, word string) string {
	word = strings.ToLower(word)
	switch l {
	case English:
		return Stem(word)
	case French:
		return french.Stem(word, false)
	case Spanish:
		return spanish.Stem(word, false)
	case Russian:
		return russian.Stem(word, false)
	case Swedish:
		return swedish.Stem(word, false)
	case Norwegian:
		return norwegian.Stem(word, false)
	case Hungarian:
		return hungarian.Stem(word, false)
	}
	return word
}

// common are the languages' most frequent function words, each between
// spaces. Close ones (Danish and Norwegian) hold those that tell them apart.
var common = [Unknown]string{
	English:    " the of and to in a that is was for it with as his on be at by had not but from are this have or an they were said will has been who which their its he she we would after more when there what about than ",
	French:     " le la les de des du un une et à dans est en que qui pour pas sur au aux avec ce cette ces il elle ils par plus ne se sont son sa ses été ont mais nous vous leur être fait d l s n c qu ",
	Spanish:    " el la los las de del un una y en que es por con no se su sus para como más pero al lo este esta fue ha han sobre entre también años ser desde hasta cuando muy sin dijo ",
	Russian:    " и в не на я что он с как это по но из у за от к о для его она они мы был была было были так же все до при который также году если ",
	Swedish:    " och att är inte på som för med av en ett det den till har om jag var men de så vi från efter också kan han hon sig eller när mycket under vid mot nu ska där blev ",
	Norwegian:  " og å er ikke på som for med av en et det den til har om jeg var men de så vi fra etter også kan han hun seg eller når mye under ved mot nå skal der ble blir ut opp bare mer hva ",
	Hungarian:  " a az és hogy nem is egy ez meg el csak már volt de ki van mint fel még vagy ha azt lesz be nagy ezt mert után majd kell pedig szerint között minden ",
	German:     " der die das und in zu den ist nicht von mit sich des auf für im dem ein eine es als auch an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum war haben nur oder ",
	Italian:    " il lo la i gli le di del della dei che e è un una in per non con si da sono al alla come più ma anche nel nella ha suo sua questo questa delle degli dal dalla stato hanno l d dell all ",
	Portuguese: " o a os as de do da dos das um uma e em que é por com não se no na para como mais mas ao à foi são pelo pela seu sua ou ter está nos nas também já até entre disse ",
	Dutch:      " de het een en van in is dat op te zijn met voor niet aan er om ook als maar bij dan of uit naar door over heeft hij ze wordt worden werd nog meer deze die kan geen hebben was ",
	Danish:     " og at er ikke på som for med af en et det den til har om jeg var men de så vi fra efter også kan han hun sig eller når meget under ved mod nu skal der blev bliver ud op kun mere hvad ",
}

const (
	// sampled is how many words of a text Detect looks at.
	sampled = 500

	// sampledBytes is how much of a text they are looked for in: in languages of
	// long words and two bytes a letter 500 words are 8,000 bytes.
	sampledBytes = 1 << 14

	// leastCommon is the share of function words below which a text is in none
	// of the languages. In the running text of news they are .25 to .45 of the
	// words; of another language the lists find .02 to .10 by accident.
	leastCommon = 0.12

	// leastHits is how many function words it takes to call a text another
	// language than English: a web address has some by accident.
	leastHits = 5
)

// Detect returns the language of a text by how many of its first 500 words are
// among a language's function words. Where these tell nothing, as in a
// headline, a text in plain ASCII letters is taken for English, any other is
// Unknown.
func Detect(text string) Language {
	if len(text) > sampledBytes {
		text = strings.ToValidUTF8(text[:sampledBytes], "")
	}
	text = fold.Letters(text)
	var hits [Unknown]int
	words, plainLetters := 0, true
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		plainLetters = plainLetters && strings.IndexFunc(w, func(r rune) bool { return r > unicode.MaxASCII }) < 0
		for l, of := 0, commonIn()[strings.ToLower(w)]; of != 0; l, of = l+1, of>>1 {
			hits[l] += int(of & 1)
		}
		if words++; words == sampled {
			break
		}
	}
	best := English
	for l, n := range hits {
		if n > hits[best] {
			best = Language(l)
		}
	}
	switch enough := float64(hits[best]) >= leastCommon*float64(words); {
	case enough && (best == English || hits[best] >= leastHits):
		return best
	case plainLetters:
		return English
	}
	return Unknown
}

// LookupIn returns what is known about a word in a language. The tables are for
// English; of a word of another language the Entry has the stem and whether it
// is one of the frequent function words. Of an unknown language words are
// looked up as if they were English.
func LookupIn(l Language, word string) Entry {
	if l == English || l == Unknown {
		return Lookup(word)
	}
	lower := strings.ToLower(word)
	e := Entry{ID: -1, Rank: foreignRank, Stem: StemIn(l, lower), lemmas: [3]int32{-1, -1, -1}}
	if commonIn()[lower]>>l&1 == 1 {
		e.Rank, e.function = 0, true
	}
	return e
}

// commonIn says in which languages a word is common, a bit each.
func commonIn() map[string]uint32 {
	commonOnce.Do(func() {
		commonTable = map[string]uint32{}
		for l, list := range common {
			for w := range strings.FieldsSeq(list) {
				commonTable[w] |= 1 << l
			}
		}
	})
	return commonTable
}

// What commonIn returns. A sync.OnceValue would be made at every start.
var (
	commonOnce  sync.Once
	commonTable map[string]uint32
)

// foreignRank is the rank of every word of another language that is not a frequent
// function word: that of an English word neither common nor rare.
const foreignRank = 10_000
