package pair

import (
	"strings"

	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
	"parallax/diffview/quote"
	"parallax/diffview/sides"
)

// What a change of words in a quotation is worth: nothing, where only the
// spelling, a hesitation or a title differs; the form, where small words or the
// endings of words do; the sense, where it is other words.

// A change says what other words in one place do to what is said.
type change uint8

const (
	unchanged change = iota // written otherwise
	otherwise               // said in another form
	altered                 // other words
)

// changes says what the words in one place that only one side or the other has
// do. next are the words after them that both have.
func (m *Pair) changes(l, r []quote.Word, next [2]quote.Word) change {
	l, r = withoutSame(l, r)
	switch {
	case len(l) > mostReplaced || len(r) > mostReplaced:
		return unchanged
	case quote.JoinWords(l) == quote.JoinWords(r) || m.sameAmount(l, r):
		return unchanged
	case len(l) == 0:
		return m.inserted(sides.Right, r, next[sides.Right])
	case len(r) == 0:
		return m.inserted(sides.Left, l, next[sides.Left])
	case hesitates(l) && hesitates(r):
		return unchanged
	case initialsOf(l, r) || initialsOf(r, l):
		return otherwise
	case weighs(l) && !turnsAlone(l, r) || weighs(r) && !turnsAlone(r, l):
		return altered
	}
	return otherwise
}

// reordered reports whether both have the same words in another order: "thinnest
// and lightest".
func reordered(l, r []quote.Word) bool {
	count := map[string]int{}
	for _, w := range l {
		count[w.Text]++
	}
	for _, w := range r {
		if count[w.Text]--; count[w.Text] < 0 {
			return false
		}
	}
	return len(l) == len(r)
}

// initialsOf reports whether one word has the initials of the others: "IE" for
// "Internet Explorer".
func initialsOf(short, long []quote.Word) bool {
	if len(short) != 1 || len(long) < 2 {
		return false
	}
	letters := strings.ReplaceAll(short[0].Text, ".", "")
	if len(letters) != len(long) {
		return false
	}
	for k, w := range long {
		if w.Text[0] != letters[k] {
			return false
		}
	}
	return true
}

// turnsAlone reports whether words weigh only by a small word that turns what is
// said where another stands in its place, and none does: "open up government",
// "open the government".
func turnsAlone(words, others []quote.Word) bool {
	for _, w := range words {
		if w.Content && !hesitations.Has(w.Text) && !emphases.Has(w.Text) || turning.Has(w.Text) && !opposed.Has(w.Text) {
			return false
		}
	}
	for _, w := range others {
		if turning.Has(w.Text) {
			return false
		}
	}
	return true
}

// inserted says what words do that only one side has.
func (m *Pair) inserted(side sides.Side, words []quote.Word, next quote.Word) change {
	switch {
	case len(words) > mostInserted || hesitates(words) || next.Token >= 0 && m.namesMore(side, words, next):
		return unchanged
	}
	addressed := true
	for _, w := range words {
		addressed = addressed && titled(w.Text)
	}
	if addressed {
		return otherwise // “Your visit, Mr. President, comes”
	}
	for _, w := range words {
		if w.Content && !hesitations.Has(w.Text) && !emphases.Has(w.Text) || turning.Has(w.Text) && !opposed.Has(w.Text) {
			return altered
		}
	}
	return otherwise
}

// titled reports whether a word is an address or an office.
func titled(word string) bool {
	w := doc.NameWord(word)
	return doc.AddressWords.Has(w) || doc.RoleWords.Has(w)
}

// inflected reports whether two words that were aligned are forms of one, and
// not spellings of one form.
func (m *Pair) inflected(x, y quote.Word) bool {
	if x.Text == y.Text || !x.Content || !y.Content || x.Spelled == y.Spelled {
		return false
	}
	a, b := &m.Docs[sides.Left].Tokens[x.Token], &m.Docs[sides.Right].Tokens[y.Token]
	return a.Entry.Known() && b.Entry.Known() && (a.Quantity < 0 || b.Quantity < 0)
}

// sameAmount reports whether both have one amount, however it is written.
func (m *Pair) sameAmount(l, r []quote.Word) bool {
	for _, x := range l {
		for _, y := range r {
			a, b := m.Docs[sides.Left].Tokens[x.Token].Quantity, m.Docs[sides.Right].Tokens[y.Token].Quantity
			if a >= 0 && b >= 0 && doc.SameNumber(m.Docs[sides.Left].Quantities[a].Value, m.Docs[sides.Right].Quantities[b].Value) {
				return true
			}
		}
	}
	return false
}

// withoutSame takes from two runs of words what is the same letters at the
// beginning, however it is cut into words: "world view", "worldview".
func withoutSame(l, r []quote.Word) ([]quote.Word, []quote.Word) {
	for a := 1; a <= len(l) && a <= 3; a++ {
		for b := 1; b <= len(r) && b <= 3; b++ {
			if quote.JoinWords(l[:a]) == quote.JoinWords(r[:b]) {
				return l[a:], r[b:]
			}
		}
	}
	return l, r
}

// namesMore reports whether words only name more fully what follows: a title
// or a first name put before a name.
func (m *Pair) namesMore(side sides.Side, words []quote.Word, next quote.Word) bool {
	p := m.Docs[side]
	if !p.Tokens[next.Token].Upper {
		return false
	}
	for _, w := range words {
		if t := &p.Tokens[w.Token]; !t.Upper && !doc.RoleWords.Has(t.Text) && !doc.AddressWords.Has(t.Text) {
			return false
		}
	}
	return true
}

// hesitations are words that transcripts have or leave out: excused.
// emphases only make stronger what is said: their change is one of form.
var (
	hesitations = lexicon.WordSet("um uh er erm ah oh well okay yeah hey")
	emphases    = lexicon.WordSet("like know mean really just actually look so now then right very quite also even still truly frankly simply certainly here there again too let")
)

// hesitates reports whether words say nothing: "well", "you know", "I mean".
func hesitates(words []quote.Word) bool {
	for k, w := range words {
		before := ""
		if k > 0 {
			before = words[k-1].Text
		}
		after := ""
		if k+1 < len(words) {
			after = words[k+1].Text
		}
		switch {
		case hesitations.Has(w.Text), w.Text == "know" && before == "you", w.Text == "you" && after == "know", w.Text == "mean" && before == "i", w.Text == "i" && after == "mean":
		default:
			return false
		}
	}
	return true
}

// weighs reports whether a word among them changes the sense: a content word
// that is more than an emphasis, or a small word that turns it.
func weighs(words []quote.Word) bool {
	for _, w := range words {
		if w.Content && !hesitations.Has(w.Text) && !emphases.Has(w.Text) || turning.Has(strings.TrimPrefix(w.Text, "'")) {
			return true
		}
	}
	return false
}

// turning are function words that change what is said: they deny, bound,
// doubt, or say which way and in which order.
var turning = lexicon.WordSet(`not no never none nothing nobody without neither nor hardly only all every most must may might could should would will
	can cannot some many few more less up down with for against before after over under above below within beyond if unless always`)

// opposed are those of them that turn what is said only where another stands in
// their place: “confirmed for secretary” and “confirmed secretary” are the same.
var opposed = lexicon.WordSet("up down with for before after over under above below within will would could should can some")
