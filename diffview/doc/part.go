package doc

import (
	"strings"
	"sync"
)

// A Part is what kind of function word a word is: words of different kinds do
// not stand for each other, and some kinds lean on the word beside them.
type Part uint8

const (
	Meaning     Part = iota // no function word
	Determiner              // also demonstratives: what can stand where "the" does
	Pronoun                 // also possessives and relatives
	Auxiliary               // be, have, do and the modals
	Preposition             // also "to"
	Conjunction             // also "that"
	OtherPart               // adverbs, quantifiers, negation
	Parts
)

var partOf = sync.OnceValue(func() map[string]Part {
	return partTable(map[Part]string{
		Determiner:  "the a an this these that those its their his her my our your",
		Pronoun:     "i me he him she it we us they them you who whom which what one each someone somebody anyone anybody everyone everybody himself herself itself themselves mine ours theirs hers",
		Auxiliary:   "be am is are was were been being 'm 're have has had having 've do does did doing done will would can could may might shall should must ought 'll 'd ca wo",
		Preposition: "of in on at by for from to with without within into onto upon about above below under over between among amongst across through throughout during before after since until till against along around as near toward towards via per than 's off out up down",
		Conjunction: "and or but if because so while whereas although though whether & when where how",
	})
})

func partTable(words map[Part]string) map[string]Part {
	out := map[string]Part{}
	for p, list := range words {
		for _, w := range strings.Fields(list) {
			out[w] = p
		}
	}
	return out
}

// Part returns what kind of function word the token is.
func (t *Token) Part() Part {
	if t.Class != Function {
		return Meaning
	}
	if p, ok := partOf()[t.Text]; ok {
		return p
	}
	return OtherPart
}
