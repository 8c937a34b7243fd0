package exact

import (
	"parallax/corpus/wordset"

	"strings"
	"unicode"
	"unicode/utf8"
)

// A Kind says what a change is about.
type Kind uint8

// The kinds of changes.
const (
	Other       Kind = iota
	Number           // how many, how much, which in a row
	Date             // when
	Name             // who or where
	Polarity         // whether it is so: a "not", or a word for its opposite
	Sureness         // how sure it is: "would" for "will", "reportedly"
	Saying           // the verb of saying: "said", "claimed"
	Quotation        // other words inside quotation marks
	Spelling         // one word, a letter or two apart
	Case             // capitals alone
	Punctuation      // marks alone
)

var kindNames = [...]string{"other", "number", "date", "name", "polarity", "sureness", "saying", "quotation", "spelling", "case", "punctuation"}

// String returns the kind in one word.
func (k Kind) String() string { return kindNames[k] }

// telling reports whether a change of this kind turns what is said.
func (k Kind) telling() bool { return k >= Number && k <= Saying }

// finders are the kinds in the order they are looked for, each in its file.
var finders = []struct {
	kind Kind
	is   func(p *phrases) bool
}{
	{Punctuation, (*phrases).punctuation},
	{Case, (*phrases).capitals},
	{Spelling, (*phrases).sameLetters},
	{Spelling, (*phrases).sameValues},
	{Date, (*phrases).dates},
	{Number, (*phrases).numbers},
	{Polarity, (*phrases).polarity},
	{Sureness, (*phrases).sureness},
	{Saying, (*phrases).saying},
	{Name, (*phrases).names},
	{Spelling, (*phrases).misspelling},
	{Quotation, (*phrases).quotation},
	{Spelling, (*phrases).spelling},
}

// phrases are what an edit has on either side.
type phrases struct {
	c      *comparer
	of     [2][2]int
	tokens [2][]token  // marks too
	words  [2][]string // in lower case
}

// mostPhrase is how many words a side of a change may have and still be of a
// kind for the sake of one of them.
const mostPhrase = 8

// kind returns what an edit is about.
func (c *comparer) kind(e edit) Kind {
	p := phrases{c: c, of: c.trim(e).of}
	for side, r := range p.of {
		p.tokens[side] = c.texts[side].tokens[r[0]:r[1]]
		for k := range p.tokens[side] {
			if x := &p.tokens[side][k]; x.class != mark && len(p.words[side]) <= mostPhrase {
				p.words[side] = append(p.words[side], strings.ToLower(x.text))
			}
		}
	}
	for _, f := range finders {
		if f.is(&p) {
			return f.kind
		}
	}
	return Other
}

// trim returns an edit without the words it leans on, which are equal.
func (c *comparer) trim(e edit) edit {
	for e.replaces() && c.ids[0][e.of[0][0]] == c.ids[1][e.of[1][0]] {
		e.of[0][0]++
		e.of[1][0]++
	}
	for e.replaces() && c.ids[0][e.of[0][1]-1] == c.ids[1][e.of[1][1]-1] {
		e.of[0][1]--
		e.of[1][1]--
	}
	return e
}

// turns reports whether an edit of one side is a word that turns what is said.
func (c *comparer) turns(e edit) bool {
	k := c.kind(e)
	return k == Polarity || k == Sureness
}

// short reports whether both sides have words, and few.
func (p *phrases) short() bool {
	return len(p.words[0]) > 0 && len(p.words[1]) > 0 && len(p.words[0]) <= mostPhrase && len(p.words[1]) <= mostPhrase
}

// only returns the words of a side that are in a table, and whether all others
// are small words.
func (p *phrases) only(side int, table *wordset.Set) (found []string, alone bool) {
	alone = true
	for _, w := range p.words[side] {
		if table.Has(w) {
			found = append(found, w)
		} else if !functionWords.Has(w) {
			alone = false
		}
	}
	return found, alone
}

// set makes a table of words.
func set(list string) *wordset.Set { return wordset.Words(list) }

// capital reports whether a word begins with a capital.
func capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// functionWords say little by themselves. Between two changes they join them.
var functionWords = set(`
	a an the of to in on at by for from with as and or but nor so than that which who whom whose this these those there
	it its he him his she her they them their we us our you your i me my
	is are was were be been being am has have had having do does did
	der die das den dem des ein eine einen einem einer und oder von zu im am auf mit für ist sind war
	le la les l' un une des du de d' et ou à au aux en dans sur par pour est
	el los las una y o del al con por para es il lo gli i e di da che`)
