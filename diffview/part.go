package diffview

import "strings"

// A part is what kind of function word a word is: words of different kinds do
// not stand for each other, and some kinds lean on the word beside them.
type part uint8

const (
	meaning     part = iota // no function word
	article                 // also demonstratives: what can stand where "the" does
	pronoun                 // also possessives and relatives
	auxiliary               // be, have, do and the modals
	preposition             // also "to"
	conjunction             // also "that"
	other                   // adverbs, quantifiers, negation
	parts
)

var partOf = partTable(map[part]string{
	article:     "the a an this these that those its their his her my our your",
	pronoun:     "i me he him she it we us they them you who whom which what one each someone somebody anyone anybody everyone everybody himself herself itself themselves mine ours theirs hers",
	auxiliary:   "be am is are was were been being 'm 're have has had having 've do does did doing done will would can could may might shall should must ought 'll 'd ca wo",
	preposition: "of in on at by for from to with without within into onto upon about above below under over between among amongst across through throughout during before after since until till against along around as near toward towards via per than 's off out up down",
	conjunction: "and or but if because so while whereas although though whether & when where how",
})

func partTable(words map[part]string) map[string]part {
	out := map[string]part{}
	for p, list := range words {
		for _, w := range strings.Fields(list) {
			out[w] = p
		}
	}
	return out
}

// part returns what kind of function word the token is.
func (t *token) part() part {
	if t.class != function {
		return meaning
	}
	if p, ok := partOf[t.text]; ok {
		return p
	}
	return other
}
