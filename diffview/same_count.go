package diffview

import (
	"fmt"
	"slices"
	"strings"

	"parallax/diffview/lexicon"
)

// Whether two numbers are numbers of the same thing.

// counted says in words what both quantities are numbers of, or "" when it is
// not the same thing.
func (f finding) counted(p, q quantity) string {
	switch p.kind {
	case count:
		return f.countedThing(p, q)
	case magnitude:
		if f.sameTime() && !f.otherSource(p, q) {
			return "both magnitudes"
		}
		return ""
	case tally:
		if f.onlyTally(p, q) {
			return "both the result"
		}
		return ""
	case age:
		return f.samePerson(p, q)
	case percent, money, measure:
		if p.value <= 0 || q.value <= 0 || !f.sameSurroundings(p, q) || p.kind == measure && f.measureShared(p) {
			return ""
		}
		return map[quantityKind]string{percent: "both percentages of the same", money: "both sums of money for the same", measure: "both measures of the same"}[p.kind]
	}
	return ""
}

// measureShared reports whether both sentences have one measure of the unit in
// common: then the others are likely of other things ("the 13-inch model").
func (f finding) measureShared(p quantity) bool {
	for _, o := range f.match.sides[Left].quantitiesOf(f.link.i) {
		for _, u := range f.match.sides[Right].quantitiesOf(f.link.j) {
			if o.kind == measure && o.unit == p.unit && o.equal(u) {
				return true
			}
		}
	}
	return false
}

// countedThing says what two counts both count, or "".
func (f finding) countedThing(p, q quantity) string {
	if p.whole != q.whole || p.fate != q.fate {
		return ""
	}
	l, r := f.match.sides[Left], f.match.sides[Right]
	if p.fate != noFate && p.anyone(l) && q.anyone(r) {
		if p.value > q.value*mostTollRatio || q.value > p.value*mostTollRatio || !f.sameTime() || l.saysAlone(p) || r.saysAlone(q) {
			return ""
		}
		return "both counting " + p.fate.String()
	}
	if l.extra(p) != r.extra(q) || p.noun >= 0 && tallied[l.tokens[p.noun].text] {
		return ""
	}
	if !sameNoun(l, r, p, q) || !f.sameSurroundings(p, q) && !f.rareNoun(p, q) {
		return ""
	}
	x, y := plural(l.tokens[p.noun].text), plural(r.tokens[q.noun].text)
	if x == y {
		return "both counting " + x
	}
	return fmt.Sprintf("counting %s and %s", min(x, y), max(x, y))
}

// mostTollRatio is how many times as many people one toll can count as the
// other: those further apart are of two events. Of 68 read on pairs of wire
// reports, six were further apart, and all wrong.
const mostTollRatio = 10

// tallied are nouns that are counted over and over, for every stretch of time
// and every player, so that two counts of them are seldom of the same.
var tallied = lexicon.WordSet("games points yards touchdowns goals runs hits wins losses years days months weeks hours minutes times seasons matches rebounds assists carries receptions innings rounds decades year day month week")

// extra reports whether the count is of more, besides those told before:
// "three other rifles".
func (p *Prepared) extra(q quantity) bool {
	if q.last >= len(p.tokens) {
		return false
	}
	switch p.tokens[q.last].text {
	case "other", "others", "more", "another", "additional":
		return true
	}
	return false
}

// saysAlone reports whether a count is said to be of one place of several:
// "170,000 in the north alone".
func (p *Prepared) saysAlone(q quantity) bool {
	for k := q.last; k < min(len(p.tokens), q.last+6) && !p.ends(k); k++ {
		if p.tokens[k].text == "alone" {
			return true
		}
	}
	return false
}

// otherSource reports whether the two numbers are by different sources, while
// one of the sentences also has a number by the source of the other: "one said
// 5.9, but the survey said 6.1", "the survey put it at 5.4".
func (f finding) otherSource(p, q quantity) bool {
	l, r := f.match.sides[Left], f.match.sides[Right]
	x, y := l.namesBy(p), r.namesBy(q)
	if len(inBoth(x, y)) > 0 {
		return false
	}
	for _, o := range l.quantitiesOf(f.link.i) {
		if o.kind == p.kind && o.first != p.first && len(inBoth(l.namesBy(o), y)) > 0 {
			return true
		}
	}
	for _, o := range r.quantitiesOf(f.link.j) {
		if o.kind == q.kind && o.first != q.first && len(inBoth(r.namesBy(o), x)) > 0 {
			return true
		}
	}
	return false
}

// sameTime reports whether the sentences tell of the same years and months, if
// of any, and neither alone of what was or can be at other times.
func (f finding) sameTime() bool {
	return f.sameYears() && f.match.sides[Left].elsewhen(f.link.i) == f.match.sides[Right].elsewhen(f.link.j)
}

// onlyTally reports whether each sentence has one result, and they are of one
// vote or match as far as the names around them go.
func (f finding) onlyTally(p, q quantity) bool {
	l, r := f.match.sides[Left], f.match.sides[Right]
	for side, s := range [2][]quantity{l.quantitiesOf(f.link.i), r.quantitiesOf(f.link.j)} {
		for _, o := range s {
			if o.kind == tally && o != [2]quantity{p, q}[side] {
				return false
			}
		}
	}
	if !l.decides(f.link.i) || !r.decides(f.link.j) {
		return false
	}
	has := f.partners()
	return f.link.score >= sureFloor && !l.nameAlone(l.around(p), has[Left]) && !r.nameAlone(r.around(q), has[Right])
}

// deciding are the words of a final result, of a ballot or a match; underway
// those of one that is not final.
var (
	deciding = lexicon.WordSet("vote votes voted voting ballot ruled ruling decision majority passed approved backed rejected beat beats defeated defeat defeats win wins won victory lost loss final")
	underway = lexicon.WordSet("lead led run half halftime quarter drive set inning early trailed")
)

// decides reports whether a sentence tells a final result.
func (p *Prepared) decides(sentence int) (yes bool) {
	s := p.sentences[sentence]
	for k := s.first; k < s.last; k++ {
		w := p.tokens[k].text
		if underway[w] {
			return false
		}
		yes = yes || deciding[w]
	}
	return yes
}

// samePerson says whose age both quantities are, or "".
func (f finding) samePerson(p, q quantity) string {
	l, r := f.match.sides[Left], f.match.sides[Right]
	x, y := l.aged(p), r.aged(q)
	if len(x) > len(y) {
		x, y, l, r = y, x, r, l
	}
	for _, k := range x { // all of the shorter name is in the longer one
		if !slices.ContainsFunc(y, func(n int) bool { return r.tokens[n].text == l.tokens[k].text }) {
			return ""
		}
	}
	if len(x) == 0 {
		return ""
	}
	last := slices.Max(x)
	return "both the age of " + l.Article.Text[l.tokens[last].Start:l.tokens[last].End]
}

// aged returns the tokens of the name whose age a quantity is: right before
// ", 43,", else right after "43-year-old".
func (p *Prepared) aged(q quantity) (name []int) {
	k := q.first - 1
	if k >= 0 && (p.tokens[k].text == "aged" || p.tokens[k].text == "age") {
		k--
	}
	for k >= 0 && p.tokens[k].text == "," {
		k--
	}
	for ; k >= 0 && p.tokens[k].upper && p.tokens[k].class == content; k-- {
		name = append(name, k)
	}
	if len(name) > 0 {
		return name
	}
	for k = q.last; k < len(p.tokens) && k < q.last+8 && !p.ends(k) && p.tokens[k].text != ","; k++ {
		if t := &p.tokens[k]; t.capital && t.class == content {
			name = append(name, k)
		} else if len(name) > 0 {
			break
		}
	}
	return name
}

// plural returns a noun in the plural as a reason names it: "38-word" counts
// words.
func plural(noun string) string {
	if isPlural(noun) || strings.HasSuffix(noun, "s") {
		return noun
	}
	switch noun {
	case "man", "woman", "child", "person":
		return noun
	}
	return noun + "s"
}

// What lets two counts be of the same thing by their noun alone.
const (
	rareNounRank  = 5000 // among the words of English news
	rareNounRatio = 1.5
)

// rareNoun reports whether what is counted is so particular a thing that two
// sentences that report the same count the same of it: "cabins", not "years".
func (f finding) rareNoun(p, q quantity) bool {
	t := &f.match.sides[Left].tokens[p.noun]
	return f.link.score >= sureFloor && t.entry.Rank >= rareNounRank && t.stem() == f.match.sides[Right].tokens[q.noun].stem() &&
		p.value <= q.value*rareNounRatio && q.value <= p.value*rareNounRatio && p.value > 1 && q.value > 1
}

// sameNoun reports whether the same noun, or another word for it, names what
// two counts count.
func sameNoun(l, r *Prepared, p, q quantity) bool {
	if p.noun < 0 || q.noun < 0 {
		return false
	}
	x, y := &l.tokens[p.noun], &r.tokens[q.noun]
	return x.stem() == y.stem() || sameThing(x, y)
}

// sameThing reports whether two nouns name the same kind of thing.
func sameThing(x, y *token) bool {
	switch lexicon.Relate(x.entry, y.entry) {
	case lexicon.Identical, lexicon.SameStem, lexicon.SameLemma, lexicon.Synonym, lexicon.Group:
		return true
	}
	return false
}

// sameSurroundings reports whether the words around the two numbers tell of
// the same: at least two of meaning correspond, most of the words around the
// one that is told in fewer, no name stands around the one alone, the years
// agree, and the numbers are not so far apart that they are of two things.
func (f finding) sameSurroundings(p, q quantity) bool {
	if p.value > q.value*mostRatio || q.value > p.value*mostRatio || f.link.score < sureFloor {
		return false
	}
	l, r := f.match.sides[Left], f.match.sides[Right]
	x, y := l.around(p), r.around(q)
	shared, has := 0, f.partners()
	for _, w := range f.words {
		if x.has(w.tokens[Left]) && y.has(w.tokens[Right]) && telling(&l.tokens[w.tokens[Left]]) {
			shared++
		}
	}
	return shared >= 2 && (p.kind == count || shared*2 >= min(l.telling(x), r.telling(y))) &&
		!l.nameAlone(x, has[Left]) && !r.nameAlone(y, has[Right]) && f.sameYears() &&
		!(l.opensAlone(x, has[Left]) && r.opensAlone(y, has[Right]))
}

// sameYears reports whether the sentences speak of the same years, if of any.
func (f finding) sameYears() bool {
	var years [2][]quantity
	for side, p := range f.match.sides {
		for _, q := range p.quantitiesOf([2]int{f.link.i, f.link.j}[side]) {
			if q.kind == year {
				years[side] = append(years[side], q)
			}
		}
	}
	if len(years[Left])+len(years[Right]) == 0 {
		return true
	}
	for _, x := range years[Left] {
		for _, y := range years[Right] {
			if x.low() <= y.top() && y.low() <= x.top() {
				return true
			}
		}
	}
	return false
}

// said reports whether a side says the quantity q too, where its linked
// sentence says r: then both are facts of the story. It is looked for near the
// sentence, and anywhere in the article as a number of the same thing. What is
// said by another source than the one both sentences name does not count.
func (f finding) said(side Side, q, r quantity) bool {
	p := f.match.sides[side]
	sentence := [2]int{f.link.i, f.link.j}[side]
	lo := p.sentences[max(0, sentence-nearSentences)].first
	hi := p.sentences[min(len(p.sentences)-1, sentence+nearSentences)].last
	other := f.match.sides[side.Other()]
	shared := inBoth(p.namesBy(r), other.namesBy(q))
	for _, o := range p.quantities {
		if o.kind != q.kind || o.unit != q.unit || !o.compatible(q) {
			continue
		}
		sameCount := o.kind != count || o.fate == q.fate && (o.fate != noFate || sameNoun(p, other, o, q))
		near := o.first >= lo && o.last <= hi
		known := o.noun >= 0 || o.fate != noFate
		if !sameCount && (!near || known) || !near && o.kind != count {
			continue
		}
		if names := p.namesBy(o); len(shared) > 0 && len(names) > 0 && len(inBoth(shared, names)) == 0 {
			continue
		}
		return true
	}
	return false
}
