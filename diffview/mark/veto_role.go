package mark

import (
	"slices"
	"strings"

	"parallax/diffview/align"
	"parallax/diffview/arena"
	"parallax/diffview/doc"
	"parallax/diffview/sides"
)

// Who does what to whom: the words that two sentences have around a verb may
// be the same and their roles turned round.

// roles are who does a verb and to whom: numbers of aligned pairs of a link, -1
// for what is not found.
type roles struct{ doer, done int }

// swaps returns the pairs of a link whose roles at a verb that both sentences
// have are turned round: "police shot the man", "the man shot police", "police
// were shot by the man".
func (w *witness) swaps(words []align.Aligned) (out []align.Aligned) {
	for _, v := range words {
		if !w.oneWord(v) || mutual.Has(w.Docs[sides.Left].Tokens[v.Tokens[sides.Left]].Text) {
			continue
		}
		l, r := w.rolesAt(words, v, sides.Left), w.rolesAt(words, v, sides.Right)
		if l.doer < 0 || l.done < 0 || r.doer < 0 || r.done < 0 || !w.compound(words[l.doer], words[r.done], v) || !w.compound(words[l.done], words[r.doer], v) {
			continue
		}
		for _, a := range words {
			if w.compound(a, words[l.doer], v) || w.compound(a, words[l.done], v) {
				out = append(out, a)
			}
		}
	}
	for _, a := range w.exchanged(words) {
		if !slices.Contains(out, a) {
			out = append(out, a)
		}
	}
	return out
}

// exchanged returns the pairs of two names or things that have changed places
// around the same words: "from Halden to Vale", "from Vale to Halden"; "Orde is
// larger than Halden", "Halden is larger than Orde".
func (w *witness) exchanged(words []align.Aligned) (out []align.Aligned) {
	runs := w.doerRuns(words)
	for n, a := range runs {
		for _, b := range runs[n+1:] {
			if b[0].Tokens[sides.Right] < a[0].Tokens[sides.Right] && w.sameBetween(a, b) {
				out = append(append(out, a...), b...)
			}
		}
	}
	return out
}

// doerRuns returns the pairs that can do something or have it done, those of one
// name together, in the order of the left sentence.
func (w *witness) doerRuns(words []align.Aligned) (runs [][]align.Aligned) {
	doers := arena.Empty[align.Aligned](w.Arena, len(words))
	for _, a := range words {
		if w.doer(a) {
			doers = append(doers, a)
		}
	}
	slices.SortFunc(doers, func(a, b align.Aligned) int { return a.Tokens[sides.Left] - b.Tokens[sides.Left] })
	runs = arena.Empty[[]align.Aligned](w.Arena, len(doers))
	from := 0
	for n, a := range doers {
		if next := n + 1; next == len(doers) || doers[next].Tokens[sides.Left] != a.Tokens[sides.Left]+1 || doers[next].Tokens[sides.Right] != a.Tokens[sides.Right]+1 {
			runs = append(runs, doers[from:next:next])
			from = next
		}
	}
	return runs
}

// betweenReach is how many tokens may stand between two that changed places.
const betweenReach = 8

// sameBetween reports whether the same words stand between a and b in the left
// sentence as between b and a in the right one, and whether they say more than
// that the two go together.
func (w *witness) sameBetween(a, b []align.Aligned) bool {
	l := w.Docs[sides.Left].Tokens[a[len(a)-1].Tokens[sides.Left]+1 : b[0].Tokens[sides.Left]]
	r := w.Docs[sides.Right].Tokens[b[len(b)-1].Tokens[sides.Right]+1 : a[0].Tokens[sides.Right]]
	if len(l) != len(r) || len(l) > betweenReach {
		return false
	}
	telling := false
	for k := range l {
		if l[k].Text != r[k].Text || mutual.Has(l[k].Text) {
			return false
		}
		telling = telling || l[k].Class != doc.Punctuation && !joining.Has(l[k].Text)
	}
	return telling
}

// compound reports whether two pairs are one, or words of one name or compound on
// one side of a verb: "Ann Lund", "the ferry company".
func (w *witness) compound(a, b, verb align.Aligned) bool {
	apart := a.Tokens[sides.Left] - b.Tokens[sides.Left]
	if apart == 0 {
		return a == b
	}
	if apart != a.Tokens[sides.Right]-b.Tokens[sides.Right] || max(apart, -apart) > verbReach || !w.doer(a) {
		return false
	}
	for side := range a.Tokens {
		first, last := min(a.Tokens[side], b.Tokens[side]), max(a.Tokens[side], b.Tokens[side])
		if first <= verb.Tokens[side] && verb.Tokens[side] <= last {
			return false
		}
		for _, t := range w.Docs[side].Tokens[first : last+1] {
			if t.Class != doc.Content {
				return false
			}
		}
	}
	return true
}

// rolesAt finds who does the verb of a pair in one sentence: in the active voice
// who stands before it, in the passive who stands after "by".
func (w *witness) rolesAt(words []align.Aligned, v align.Aligned, side sides.Side) roles {
	k, p := v.Tokens[side], w.Docs[side]
	nobody := roles{-1, -1}
	if k == 0 || k+1 == len(p.Tokens) || p.Tokens[k].Class != doc.Content || p.Tokens[k].Upper || nounStarts.Has(p.Tokens[k-1].Text) {
		return nobody
	}
	by := -1
	for n := k + 1; n < min(len(p.Tokens), k+byReach+1) && by < 0; n++ {
		if p.Tokens[n].Text == "by" {
			by = n
		}
	}
	being := passive.Has(p.Tokens[k-1].Text) || k > 1 && passive.Has(p.Tokens[k-2].Text)
	if by < 0 && being && !strings.HasSuffix(p.Tokens[k].Text, "ing") {
		return nobody
	}
	if by >= 0 && !being && (by > k+1 || !participle(p.Tokens[k].Text)) {
		return nobody // "shot the man by the mill", "rules by not disclosing"
	}
	before, after := w.nearest(words, side, k, false), -1
	if by >= 0 {
		return roles{w.nearest(words, side, by, true), before}
	}
	after = w.nearest(words, side, k, true)
	return roles{before, after}
}

// participle reports whether a word can be a participle: "the man, shot by police".
func participle(word string) bool {
	return strings.HasSuffix(word, "ed") || strings.HasSuffix(word, "en") || bareParticiples.Has(word)
}

// byReach is how many tokens after a verb its "by" may stand.
const byReach = 2

// nearest returns the pair nearest to token k of a side, before or after it,
// that can do something or have it done; -1 when none is near.
func (w *witness) nearest(words []align.Aligned, side sides.Side, k int, after bool) int {
	found := -1
	for n, a := range words {
		at := a.Tokens[side]
		near := before(at, k)
		if after {
			near = before(k, at)
		}
		if near && w.doer(a) && (found < 0 || (at < words[found].Tokens[side]) == after) {
			found = n
		}
	}
	return found
}

// oneWord reports whether a pair carries meaning and is of one word.
func (w *witness) oneWord(a align.Aligned) bool {
	return !a.Loose && a.Kind <= sides.Stem && w.Docs[sides.Left].Tokens[a.Tokens[sides.Left]].Matters()
}

// doer reports whether a pair is of one word that can do something or have it
// done: no time, no way of telling, and not what is done: "coach" in "fired coach
// Lund" is not a verb of which "fired" is the subject.
func (w *witness) doer(a align.Aligned) bool {
	t := &w.Docs[sides.Left].Tokens[a.Tokens[sides.Left]]
	_, day := doc.Weekdays[t.Text]
	return w.oneWord(a) && t.Class == doc.Content && !day && doc.Months()[t.Text] == 0 && !doc.SpeechWords.Has(t.Text) &&
		(t.Upper || !strings.HasSuffix(t.Text, "ed"))
}

// before reports whether token b stands not far after token a.
func before(a, b int) bool { return b > a && b-a <= verbReach }
