package pair

import (
	"slices"
	"strings"

	"parallax/corpus/wordset"
	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
	"parallax/diffview/quote"
	"parallax/diffview/sides"
)

// What stands for what where a quotation is altered, told by what is left of both
// sides when all is taken away that the other passage has in some form: what is left
// tells.

// A Change says what is put in place of what. The later ones tell more.
type Change uint8

// The changes.
const (
	Worded    Change = iota // small words, other forms and spellings, words that the other passage has in another place
	Cut                     // a phrase that only one side has: "scripts from the internet"
	Inserted                // other words that only one side has
	Exchanged               // words for other words
	Turned                  // one of a set for another of it: "may" for "will"
	Denied                  // one side denies
)

// Tells reports whether a change makes what is said another thing.
func (c Change) Tells() bool { return c >= Inserted }

// changeOf says what stands for what in a gap, and returns by side the words that
// tell, [first, last): those of the gap when they are not on both sides.
func (m *Pair) changeOf(passages [2][]quote.Word, at [2][2]int) (Change, [2][2]int) {
	telling, many := m.telling(passages, at)
	empty := at[sides.Left][0] == at[sides.Left][1] || at[sides.Right][0] == at[sides.Right][1]
	denied := denies(passages, at, 0) && denies(passages, at, denialReach)
	switch {
	case many[sides.Left] > 0 && many[sides.Right] > 0 && !denied:
		return Exchanged, telling
	case denied:
		return Denied, at
	case many == [2]int{}:
		if turned, ok := turned(passages, at); ok {
			return Turned, turned
		}
		return Worded, at
	}
	side := sides.Left
	if many[side] == 0 {
		side = sides.Right
	}
	switch {
	case m.namesMoreOf(side, passages, telling[side]):
		return Worded, at
	case !relatives.Has(passages[side][at[side][0]].Text) && m.afterPreposition(side, passages[side][at[side][0]:telling[side][0]]):
		return Cut, at
	case empty:
		return Inserted, at
	case standsIn(passages[1-side][at[1-side][0]:at[1-side][1]]) && !m.Docs[side].Tokens[passages[side][telling[side][0]].Token].Upper:
		return Worded, at
	}
	return Exchanged, at
}

// telling returns by side from where to where words of a gap tell, and how many do.
func (m *Pair) telling(passages [2][]quote.Word, at [2][2]int) (out [2][2]int, many [2]int) {
	var joined [2]string
	for side, words := range passages {
		joined[side] = quote.JoinWords(words[at[side][0]:at[side][1]])
		out[side] = at[side]
	}
	var left [2][]quote.Word
	for side, words := range passages {
		for k := at[side][0]; k < at[side][1]; k++ {
			w := words[k]
			if !m.weighty(sides.Side(side), w) || m.hasForm(sides.Side(side), w, passages[1-side]) || writtenIn(w.Spelled, joined[1-side]) {
				continue
			}
			if many[side]++; many[side] == 1 {
				out[side][0] = k
			}
			out[side][1] = k + 1
			left[side] = append(left[side], w)
		}
	}
	if initialsOf(left[sides.Left], left[sides.Right]) || initialsOf(left[sides.Right], left[sides.Left]) {
		return at, [2]int{}
	}
	return out, many
}

// weighty reports whether a word means something by itself: no small word, no verb or
// noun of little meaning, no emphasis, no initial, and no name of an account.
func (m *Pair) weighty(side sides.Side, w quote.Word) bool {
	if !w.Content || len(strings.TrimRight(w.Text, ".")) == 1 && w.Text[0] >= 'a' || hesitations.Has(w.Text) || emphases.Has(w.Text) || light.Has(w.Text) {
		return false
	}
	before := m.Docs[side].TextAt(w.Token-1, len(m.Docs[side].Tokens))
	return before != "@" && before != "#" && w.Text[0] != '@' && w.Text[0] != '#'
}

// light are words of meaning that mean little by themselves, the reporter's "he
// said" and the speaker's "I think" among them.
var light = lexicon.WordSet(`said say says saying told tell tells telling think thinks thinking thought believe believes guess make makes made making
	get gets got gotten getting go goes going went gone come comes came coming put one 1 thing things lot anymore`)

// shortestWithin is how many letters a word has at least that is looked for within
// others.
const shortestWithin = 4

// writtenIn reports whether a word is part of others written as one, or has them in
// it: "Trump" in "realDonaldTrump".
func writtenIn(word, others string) bool {
	return len(word) >= shortestWithin && strings.Contains(others, word) || len(others) >= shortestWithin && strings.Contains(word, others)
}

// hasForm reports whether a passage of the other side has a word in some form.
func (m *Pair) hasForm(side sides.Side, w quote.Word, passage []quote.Word) bool {
	for _, o := range passage {
		l, r := w, o
		if side == sides.Right {
			l, r = o, w
		}
		if m.likeWords(l, r) > 0 {
			return true
		}
		a, b := m.Docs[sides.Left].Tokens[l.Token].Entry, m.Docs[sides.Right].Tokens[r.Token].Entry
		if w.Content && o.Content && a.Known() && b.Known() && lexicon.Relate(a, b) <= lexicon.Derivation {
			return true
		}
	}
	return false
}

// namesMoreOf reports whether words that only one side has are names of somebody whom both
// name there by another word or by an office (“President Trump” for “this president”), or
// the zone or the unit of a number that both have (“6:41pm PST”).
func (m *Pair) namesMoreOf(side sides.Side, passages [2][]quote.Word, at [2]int) bool {
	p := m.Docs[side]
	for k := at[0]; k < at[1]; k++ {
		w := passages[side][k]
		if !m.weighty(side, w) {
			continue
		}
		if t := &p.Tokens[w.Token]; !t.Upper || !m.besideShared(side, passages, k) && !afterNumber(p, w.Token) {
			return false
		}
	}
	return at[0] < at[1]
}

// afterNumber reports whether a word in capitals stands right after a number.
func afterNumber(p *doc.Doc, token int) bool {
	raw := p.Tokens[token].Of(p.Article.Text)
	return token > 0 && p.Tokens[token-1].Class == doc.Number && raw == strings.ToUpper(raw)
}

// besideShared reports whether an office right before a word of a side, or a word with a
// capital right after it, is in the other passage too.
func (m *Pair) besideShared(side sides.Side, passages [2][]quote.Word, k int) bool {
	words := passages[side]
	for n := max(0, k-1); n <= min(k+1, len(words)-1); n++ {
		w := words[n]
		if t := &m.Docs[side].Tokens[w.Token]; n != k && w.Content && (t.Upper && n > k || n < k && titled(w.Text)) && m.hasForm(side, w, passages[1-side]) {
			return true
		}
	}
	return false
}

// afterPreposition reports whether a preposition is among the words before those
// that tell.
func (m *Pair) afterPreposition(side sides.Side, words []quote.Word) bool {
	for _, w := range words {
		if m.Docs[side].Tokens[w.Token].Part() == doc.Preposition {
			return true
		}
	}
	return false
}

// relatives begin a clause, which says something by itself whatever it hangs on.
var relatives = lexicon.WordSet("who whom whose which")

// standsIn reports whether words only stand for others: "the next place", "the next
// one".
func standsIn(words []quote.Word) bool {
	for _, w := range words {
		if !pronouns.Has(w.Text) {
			return false
		}
	}
	return len(words) > 0
}

var pronouns = lexicon.WordSet("1 ones it that this these those they them he him she her so")

// denialReach is how many words before and after a change may deny what is in it:
// “have no idea”, “do not have any idea”.
const denialReach = 8

// denies reports whether one side of a change denies and the other does not, with
// so many words around it.
func denies(passages [2][]quote.Word, at [2][2]int, reach int) (odd bool) {
	for side, words := range passages {
		for k := max(0, at[side][0]-reach); k < min(len(words), at[side][1]+reach); k++ {
			odd = odd != denials.Has(words[k].Text)
		}
	}
	return odd
}

var denials = lexicon.WordSet("not no never none nothing nobody without neither nor hardly")

// turned returns where either side has another word of one set, and whether it has.
func turned(passages [2][]quote.Word, at [2][2]int) (out [2][2]int, ok bool) {
	for _, set := range sets {
		var has [2]int // by side: which of the set, and one
		for side, words := range passages {
			for k := at[side][0]; k < at[side][1]; k++ {
				if n := slices.IndexFunc(set, func(s *wordset.Set) bool { return s.Has(words[k].Text) }); n >= 0 {
					has[side], out[side] = n+1, [2]int{k, k + 1}
				}
			}
		}
		if has[sides.Left] > 0 && has[sides.Right] > 0 && has[sides.Left] != has[sides.Right] {
			return out, true
		}
	}
	return at, false
}

// sets are small words of which one says another thing than the next: how likely,
// how many, how often, which way and in which order.
var sets = [][]*wordset.Set{
	alternatives("will would shall", "can could may might", "must", "should"), alternatives("all every", "most", "many several", "some", "few"),
	alternatives("more", "less fewer"), alternatives("always", "never", "not", "often", "sometimes"), alternatives("up", "down"), alternatives("before", "after"),
	alternatives("above over", "below under"), alternatives("for", "against"), alternatives("with", "without"),
}

func alternatives(words ...string) (out []*wordset.Set) {
	for _, w := range words {
		out = append(out, lexicon.WordSet(w))
	}
	return out
}
