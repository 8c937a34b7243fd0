package mark

import (
	"strings"

	"parallax/diffview/align"
	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
	"parallax/diffview/link"
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
	return negations.Has(word) || (turningSets()[word] != nil || surenessSets()[word] != nil) && !everyday.Has(word)
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
		case negations.Has(w):
			return !mitigators.Has(p.Tokens[n+1].Text)
		case declining.Has(w):
			return p.Tokens[n+1].Text == "to"
		case !bridges.Has(w):
			return false
		}
	}
	return false
}

// none reports whether "no" stands before token k: "no evidence".
func none(p *doc.Doc, k int) bool { return k > 0 && p.Tokens[k-1].Text == "no" }

// denies reports whether a word negates.
func denies(t *doc.Token) bool {
	return negations.Has(t.Text) || declining.Has(t.Text) || denials.Has(t.Text)
}

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
	case ofOneSet(turningSets(), x.Text, y.Text), otherMonth(x, y), w.otherRoman(a), ofOneSet(foreignNumbers(), x.Text, y.Text):
		return opposite // though German nouns are taken for names: "Milliarden Euro"
	case ofOneSet(surenessSets(), x.Text, y.Text), otherHedge(x, y):
		return unsure
	}
	if !x.Matters() || !y.Matters() {
		return allowed
	}
	rel := lexicon.Relate(x.Entry, y.Entry)
	excluding := rel == lexicon.Contrast || rel == lexicon.Antonym || ofOneSet(oppositeSets(), x.Stem(), y.Stem())
	if a.Kind == sides.Same || a.Kind == sides.Stem {
		switch {
		case a.Kind == sides.Stem && excluding: // "majority", "minority"
			return opposite
		case ofOneSet(families(), x.Stem(), y.Stem()):
			return otherFamily
		}
		return allowed
	}
	switch {
	case excluding, denial(x) && tells(y), tells(x) && denial(y):
		return opposite
	case otherTelling(x, y):
		return otherTongue
	case ofOneSet(families(), x.Stem(), y.Stem()):
		return otherFamily
	case hedgeAlone(x, y), w.unit(sides.Left, a) != w.unit(sides.Right, a):
		return distant
	case rel == lexicon.None && a.Score < nearEnough && x.Class == doc.Content && y.Class == doc.Content:
		return distant
	}
	return allowed
}

// unit reports whether the word of a side is the unit of a number: "10 years".
func (w *witness) unit(side sides.Side, a align.Aligned) bool {
	return quantityOf(w.Docs[side], a.Tokens[side]) >= 0
}

// deniedOnce reports whether word n of a link, small on both sides and of one
// subject, is negated in one sentence where the other negates nothing.
func (w *witness) deniedOnce(words []align.Aligned, n int) bool {
	a := words[n]
	if !w.oneWord(a) || w.Docs[sides.Left].Tokens[a.Tokens[sides.Left]].Upper || w.Docs[sides.Right].Tokens[a.Tokens[sides.Right]].Upper {
		return false
	}
	subject := none(w.Docs[sides.Left], a.Tokens[sides.Left]) || none(w.Docs[sides.Right], a.Tokens[sides.Right])
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

// otherTelling reports whether two words tell of speech in two ways: "wrote",
// "called".
func otherTelling(x, y *doc.Token) bool {
	a, b := tongues()[x.Text], tongues()[y.Text]
	if a != nil && b != nil {
		return a[0] != b[0]
	}
	return (a != nil) != (b != nil) && doc.SpeechWords.Has(x.Text) && doc.SpeechWords.Has(y.Text)
}

// denial and tells: who denies does not say, confirm or claim.
func denial(t *doc.Token) bool { return t.Entry.Lemma() == "deny" }

func tells(t *doc.Token) bool {
	return !denial(t) && (doc.SpeechWords.Has(t.Text) || tongues()[t.Text] != nil)
}

// otherMonth reports whether two words name different months, May among them.
func otherMonth(x, y *doc.Token) bool {
	a, b := doc.Months()[strings.TrimSuffix(x.Text, ".")], doc.Months()[strings.TrimSuffix(y.Text, ".")]
	return a > 0 && b > 0 && a != b && x.Upper && y.Upper
}

// otherHedge reports whether two words say in two ways how sure something is, or
// on whose word: "reportedly", "allegedly", and "reported" as a fact.
func otherHedge(x, y *doc.Token) bool {
	a, b := hedges()[x.Text], hedges()[y.Text]
	if a != nil && b != nil {
		return a[0] != b[0]
	}
	return (a != nil) != (b != nil) && x.Stem() == y.Stem()
}

// hedgeAlone reports whether one of two words says how sure something is.
func hedgeAlone(x, y *doc.Token) bool { return (hedges()[x.Text] != nil) != (hedges()[y.Text] != nil) }

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
	case w.otherDollar(a):
		return opposite // though the digits are the same
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

// otherDollar reports whether the sums of a pair are in the dollars of two
// countries: "A$5", "US$5". Which dollar a mere "$5" means depends on where it is
// printed.
func (w *witness) otherDollar(a align.Aligned) bool {
	var of [2]string
	for side, k := range a.Tokens {
		if n := quantityOf(w.Docs[side], k); n >= 0 {
			of[side] = dollarOf(w.Docs[side], w.Docs[side].Quantities[n].First)
		}
	}
	return of[0] != "" && of[1] != "" && of[0] != of[1]
}

// otherRoman reports whether a pair is of two numbers in Roman numerals after a
// name: "Leo XIV", "Leo XIII".
func (w *witness) otherRoman(a align.Aligned) bool {
	var numerals [2]string
	for side, k := range a.Tokens {
		p := w.Docs[side]
		t := &p.Tokens[k]
		if written := t.Of(p.Article.Text); k > 0 && p.Tokens[k-1].Upper && len(written) > 0 && strings.Trim(written, "IVXLC") == "" {
			numerals[side] = written
		}
	}
	return numerals[0] != "" && numerals[1] != "" && numerals[0] != numerals[1]
}

// dollarOf returns the country written before the dollar sign of the number that
// begins at token k.
func dollarOf(p *doc.Doc, k int) string {
	if k < 2 || p.Tokens[k-1].Text != "$" || p.Tokens[k-2].End != p.Tokens[k-1].Start || p.Tokens[k-2].Class == doc.Punctuation {
		return ""
	}
	country := strings.ReplaceAll(p.Tokens[k-2].Text, ".", "")
	if short := dollarCountries[country]; short != "" {
		return short
	}
	return country
}

// dollarCountries are countries before a dollar sign that are written in two ways.
var dollarCountries = map[string]string{"au": "a", "ca": "c", "cad": "c", "aud": "a", "usd": "us", "u": "us"}

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

// A refused is a pair of tokens that a veto keeps from agreeing.
type refused struct {
	pair  align.Aligned
	veto  veto
	score float64 // of the link they stand in
}

// overrules reports whether a veto counts for words that are known to be the
// same, as names and days are: who it is is not in question, but what they do,
// or which part of the day is meant.
func (v veto) overrules() bool { return v == swapped || v == opposite }

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
	add := func(p align.Aligned, v veto) { out = append(out, refused{p, v, l.f.Link.Score}) }
	for _, p := range l.all {
		if v := w.vetoOf(p); v != allowed {
			add(p, v)
		}
	}
	for n, p := range l.f.Words {
		if w.deniedOnce(l.f.Words, n) {
			add(p, negated)
		}
	}
	for _, p := range w.swaps(l.f.Words) {
		add(p, swapped)
	}
	if l.f.Link.Score >= link.FirmFloor {
		for _, p := range w.turned(l) {
			add(p, opposite)
		}
	}
	return out
}
