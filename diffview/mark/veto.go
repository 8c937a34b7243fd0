package mark

import (
	"parallax/diffview/align"
	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
	"parallax/diffview/sides"
)

// Vetoes: what keeps two words from agreeing however alike they are, or however
// alike all around them is. Likeness has no way to say no; these do. Each is a
// table or a short rule with its own test. What a veto does to the words it
// meets is in its row of vetoes.

// A veto is a reason why two words do not agree.
type veto uint8

const (
	allowed     veto = iota
	otherNumber      // two values that cannot both be right: "six", "eight"
	opposite         // of one set of which each excludes the others: "Monday", "Tuesday"; "for", "against"
	unsure           // one is surer of it: "will", "may"
	negated          // one is denied, the other not: "did not resign", "resigned"
	swapped          // who does it to whom is turned round
	otherTongue      // another way of telling: "wrote", "called"
	otherFamily      // alike in letters alone: "state", "statement"
	distant          // known to be alike by the company they keep alone, and not enough
	vetoKinds
)

// vetoNames are their names in tests.
var vetoNames = [vetoKinds]string{"", "number", "opposite", "unsure", "negated", "swapped", "tongue", "family", "distant"}

func (v veto) String() string { return vetoNames[v] }

// turns reports whether words that a veto parts say something else, each of the
// other, so that they differ. The others only may not be of one meaning.
func (v veto) turns() bool { return v != allowed && v <= swapped }

// turns reports whether a small word turns the meaning of what it stands by.
func turns(word string) bool {
	return negations[word] || (turningSets[word] != nil || surenessSets[word] != nil) && !everyday[word]
}

// verbReach is how many tokens before a verb its negation and its subject are
// looked for, and after it its object.
const verbReach = 4

// deniedAt reports whether the verb at token k is negated.
func deniedAt(p *doc.Doc, k int) bool {
	first := p.Sentences[p.SentenceAt(k)].First
	for n := k - 1; n >= max(first, k-verbReach); n-- {
		w := p.Tokens[n].Text
		switch {
		case negations[w]:
			return !mitigators[p.Tokens[n+1].Text]
		case declining[w]:
			return p.Tokens[n+1].Text == "to"
		case !bridges[w]:
			return false
		}
	}
	return false
}

// denies reports whether a word negates.
func denies(t *doc.Token) bool { return negations[t.Text] || declining[t.Text] || denials[t.Text] }

// anyDenies reports whether any word of a sentence negates.
func anyDenies(p *doc.Doc, s doc.Sentence) bool {
	for k := s.First; k < s.Last; k++ {
		if denies(&p.Tokens[k]) {
			return true
		}
	}
	return false
}

// nearEnough is the least similarity at which words of no known relation agree.
// At .66 what score.py marks counts as agree falls from F1 .723 to .716.
const nearEnough = .35

// vetoOf says what keeps an aligned pair of words from agreeing.
func (w *witness) vetoOf(a align.Aligned) veto {
	l, r := w.Docs[sides.Left], w.Docs[sides.Right]
	x, y := &l.Tokens[a.Tokens[sides.Left]], &r.Tokens[a.Tokens[sides.Right]]
	switch {
	case x.Class == doc.Punctuation || y.Class == doc.Punctuation:
		return allowed
	case x.Quantity >= 0 || y.Quantity >= 0 || x.Class == doc.Number || y.Class == doc.Number:
		return w.numberVeto(a)
	case ofOneSet(turningSets, x.Text, y.Text):
		return opposite
	case ofOneSet(surenessSets, x.Text, y.Text):
		return unsure
	}
	if !x.Matters() || !y.Matters() {
		return allowed
	}
	if a.Kind == sides.Same || a.Kind == sides.Stem {
		if ofOneSet(families, x.Stem(), y.Stem()) {
			return otherFamily
		}
		return allowed
	}
	switch rel := lexicon.Relate(x.Entry, y.Entry); {
	case rel == lexicon.Contrast || rel == lexicon.Antonym:
		return opposite
	case tongues[x.Text] != nil && tongues[y.Text] != nil && !sameTongue(x.Text, y.Text), (tongues[x.Text] != nil) != (tongues[y.Text] != nil) && doc.SpeechWords[x.Text] && doc.SpeechWords[y.Text]:
		return otherTongue
	case ofOneSet(families, x.Stem(), y.Stem()):
		return otherFamily
	case rel == lexicon.None && a.Score < nearEnough && x.Class == doc.Content && y.Class == doc.Content:
		return distant
	}
	return allowed
}

// deniedOnce reports whether word n of a link, small on both sides and of one
// subject, is negated in one sentence where the other negates nothing.
func (w *witness) deniedOnce(words []align.Aligned, n int) bool {
	a := words[n]
	if !w.oneWord(a) || w.Docs[sides.Left].Tokens[a.Tokens[sides.Left]].Upper || w.Docs[sides.Right].Tokens[a.Tokens[sides.Right]].Upper {
		return false
	}
	subject := false
	for k := n - 1; k >= 0 && !subject; k-- {
		b := words[k]
		subject = w.oneWord(b) && before(b.Tokens[sides.Left], a.Tokens[sides.Left]) && before(b.Tokens[sides.Right], a.Tokens[sides.Right])
	}
	if !subject {
		return false
	}
	var denied [2]bool
	for side, k := range a.Tokens {
		denied[side] = deniedAt(w.Docs[side], k)
	}
	if denied[sides.Left] == denied[sides.Right] {
		return false
	}
	plain := sides.Left
	if denied[plain] {
		plain = sides.Right
	}
	p := w.Docs[plain]
	return !anyDenies(p, p.Sentences[p.SentenceAt(a.Tokens[plain])])
}

func sameTongue(x, y string) bool { return tongues[x][0] == tongues[y][0] }

// sameQuantity reports whether the tokens of a pair are of values that can both
// be right. A unit belongs to its number: "200 feet" is "200ft".
func (w *witness) sameQuantity(a align.Aligned) bool {
	var q [2]doc.Quantity
	for side, k := range a.Tokens {
		n := quantityOf(w.Docs[side], k)
		if n < 0 {
			return false
		}
		q[side] = w.Docs[side].Quantities[n]
	}
	return q[0].Agrees(q[1])
}

// numberVeto says what keeps a pair from agreeing of which one word at least is
// of a number: another value, however much of it is written alike. What cannot
// be read agrees only with what is written the same.
func (w *witness) numberVeto(a align.Aligned) veto {
	x, y := &w.Docs[sides.Left].Tokens[a.Tokens[sides.Left]], &w.Docs[sides.Right].Tokens[a.Tokens[sides.Right]]
	switch {
	case w.sameQuantity(a):
		return allowed
	case x.Quantity >= 0 && y.Quantity >= 0:
		q, r := &w.Docs[sides.Left].Quantities[x.Quantity], &w.Docs[sides.Right].Quantities[y.Quantity]
		if x.Text == y.Text && (q.Kind != r.Kind || q.Unit != r.Unit) && doc.SameNumber(q.Value, r.Value) && doc.SameNumber(q.High, r.High) {
			return allowed // "5", of whatever
		}
		return otherNumber
	case x.Text == y.Text:
		return allowed
	case x.Class == doc.Number && y.Class == doc.Number:
		return otherNumber
	}
	return distant
}

// quantityOf returns the quantity that a token is part of, or the unit of, or -1.
func quantityOf(p *doc.Doc, k int) int {
	n := p.Tokens[k].Quantity
	if n < 0 && k > 0 {
		if n = p.Tokens[k-1].Quantity; n >= 0 && p.Written(p.Quantities[n])[1] <= k {
			n = -1
		}
	}
	return n
}

// swaps returns the pairs of a link that stand crosswise around a verb that
// both sentences have: "police shot the man", "the man shot police".
func (w *witness) swaps(words []align.Aligned) (out []align.Aligned) {
	for n, v := range words {
		if !w.oneWord(v) || !w.verb(v) {
			continue
		}
		first, last := n-1, n+1
		for first >= 0 && !w.doer(words[first]) {
			first--
		}
		for last < len(words) && !w.doer(words[last]) {
			last++
		}
		if first >= 0 && last < len(words) && crossed(words[first], v, words[last]) {
			out = append(out, words[first], words[last])
		}
	}
	return out
}

// oneWord reports whether a pair carries meaning and is of one word.
func (w *witness) oneWord(a align.Aligned) bool {
	return !a.Loose && a.Kind <= sides.Stem && w.Docs[sides.Left].Tokens[a.Tokens[sides.Left]].Matters()
}

// doer reports whether a pair is of one word that can do something or have it
// done: no time and no way of telling.
func (w *witness) doer(a align.Aligned) bool {
	t := &w.Docs[sides.Left].Tokens[a.Tokens[sides.Left]]
	_, day := doc.Weekdays[t.Text]
	return w.oneWord(a) && t.Class == doc.Content && !day && doc.Months[t.Text] == 0 && !doc.SpeechWords[t.Text]
}

// verb reports whether a pair can be a verb in the active voice on both sides.
func (w *witness) verb(a align.Aligned) bool {
	for side, k := range a.Tokens {
		p := w.Docs[side]
		t := &p.Tokens[k]
		if t.Class != doc.Content || t.Upper || k == 0 || k+1 == len(p.Tokens) || passive[p.Tokens[k-1].Text] || k > 1 && passive[p.Tokens[k-2].Text] ||
			p.Tokens[k+1].Text == "by" || nounStarts[p.Tokens[k-1].Text] {
			return false
		}
	}
	return true
}

// before reports whether token b stands not far after token a.
func before(a, b int) bool { return b > a && b-a <= verbReach }

// crossed reports whether what stands before a verb on the left stands after
// it on the right, and the other way round, both near it.
func crossed(first, verb, last align.Aligned) bool {
	return before(first.Tokens[sides.Left], verb.Tokens[sides.Left]) && before(verb.Tokens[sides.Left], last.Tokens[sides.Left]) &&
		before(last.Tokens[sides.Right], verb.Tokens[sides.Right]) && before(verb.Tokens[sides.Right], first.Tokens[sides.Right])
}

// A refused is a pair of tokens that a veto keeps from agreeing.
type refused struct {
	pair align.Aligned
	veto veto
}

// refuse finds the pairs of all links that may not agree.
func (w *witness) refuse() {
	for _, l := range w.marks.links {
		w.refusedPairs = append(w.refusedPairs, w.refusals(l)...)
	}
	for _, r := range w.refusedPairs {
		for side, k := range r.pair.Tokens {
			if p := &w.partners[side][k]; p.token == r.pair.Tokens[1-side] {
				p.refused = true
			}
		}
	}
}

// refusals returns the pairs of a link that may not agree.
func (w *witness) refusals(l linked) (out []refused) {
	for _, p := range l.all {
		if v := w.vetoOf(p); v != allowed {
			out = append(out, refused{p, v})
		}
	}
	for n, p := range l.f.Words {
		if w.deniedOnce(l.f.Words, n) {
			out = append(out, refused{p, negated})
		}
	}
	for _, p := range w.swaps(l.f.Words) {
		out = append(out, refused{p, swapped})
	}
	return out
}
