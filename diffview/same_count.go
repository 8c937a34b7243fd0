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
var tallied = wordSet("games points yards touchdowns goals runs hits wins losses years days months weeks hours minutes times seasons matches rebounds assists carries receptions innings rounds decades year day month week")

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

// elsewhen returns the words by which a sentence tells of another time than
// that of its article, or of none: "last year", "in September", "can".
func (p *Prepared) elsewhen(sentence int) string {
	s := p.sentences[sentence]
	for k := s.first; k+1 < s.last; k++ {
		switch w, next := p.tokens[k].text, &p.tokens[k+1]; {
		case w == "last" && (next.text == "year" || next.text == "month"), w == "years" && (next.text == "ago" || next.text == "earlier"):
			return "then"
		case w == "can":
			return "can"
		case w == "in" && next.upper && months[next.text] > 0:
			return next.text
		}
	}
	return ""
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
	deciding = wordSet("vote votes voted voting ballot ruled ruling decision majority passed approved backed rejected beat beats defeated defeat defeats win wins won victory lost loss final")
	underway = wordSet("lead led run half halftime quarter drive set inning early trailed")
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

// partners returns the tokens that are aligned, by side.
func (f finding) partners() (has [2]map[int]bool) {
	for side := range has {
		has[side] = map[int]bool{}
		for _, w := range f.words {
			has[side][w.tokens[side]] = true
		}
	}
	return has
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

// anyone reports whether the count says no more of those counted than that
// they are people.
func (q quantity) anyone(p *Prepared) bool {
	return q.noun < 0 || everyone[p.tokens[q.noun].text] || fates[p.tokens[q.noun].text] == q.fate
}

// sameThing reports whether two nouns name the same kind of thing.
func sameThing(x, y *token) bool {
	switch lexicon.Relate(x.entry, y.entry) {
	case lexicon.Identical, lexicon.SameStem, lexicon.SameLemma, lexicon.Synonym, lexicon.Group:
		return true
	}
	return false
}

// surroundings is how many words before and after a number are looked at.
const surroundings = 5

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

// A stretch is a range of tokens [first, last).
type stretch struct{ first, last int }

func (s stretch) has(k int) bool { return k >= s.first && k < s.last }

// around returns the words around a quantity, within its sentence.
func (p *Prepared) around(q quantity) stretch {
	s := stretch{q.hedged, q.last}
	for n := 0; s.first > 0 && n < surroundings && p.tokens[s.first-1].Start >= 0 && !p.ends(s.first-1); n++ {
		s.first--
	}
	for n := 0; s.last < len(p.tokens) && n < surroundings && !p.ends(s.last); n++ {
		s.last++
	}
	return s
}

// ends reports whether what is told ends at token k.
func (p *Prepared) ends(k int) bool {
	switch p.tokens[k].text {
	case ".", ";", ":", "!", "?", "—", "--", "but", "while", "”", "“":
		return true
	}
	return false
}

// speech are the forms of the words by which a source is named.
var speech = wordSet("say says said saying tell tells told telling report reports reported reporting add adds added adding according announce announces announced announcing write writes wrote writing suggests suggested suggesting indicates indicated indicating claims claimed claiming insists insisted insisting argues argued arguing")

// plainWords are words of meaning that stand in sentences about anything.
var plainWords = wordSet("have has had having be make makes made making year years new")

// wordSet makes a set of the words of a line.
func wordSet(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

// telling reports whether a word tells what a number is about: not the words
// of speech that stand in any sentence.
func telling(t *token) bool {
	return t.class == content && !speech[t.text] && !plainWords[t.text]
}

func (p *Prepared) telling(s stretch) (n int) {
	for k := s.first; k < s.last; k++ {
		if telling(&p.tokens[k]) {
			n++
		}
	}
	return n
}

// honorifics stand before a name and are none.
var honorifics = wordSet("mr mr. mrs mrs. ms ms. dr dr. president sir lady lord sen. rep. gov. jr. sr.")

// nameAlone reports whether a name in the stretch has no partner in the other
// sentence.
func (p *Prepared) nameAlone(s stretch, partner map[int]bool) bool {
	for k := s.first; k < s.last; k++ {
		t := &p.tokens[k]
		if _, day := weekdays[t.text]; t.capital && t.class == content && !day && months[t.text] == 0 && !honorifics[t.text] && !partner[k] && !p.speaks(k) {
			return true
		}
	}
	return false
}

// opensAlone reports whether the stretch holds a sentence's first word, and
// it has no partner. In both sentences that makes it two subjects: "Rovers
// sold 300", "Albion sold 500".
func (p *Prepared) opensAlone(s stretch, partner map[int]bool) bool {
	t := &p.tokens[s.first]
	return t.upper && !t.capital && t.class == content && !partner[s.first]
}

// speaks reports whether the name at token k is that of a source: "IRNA
// reported", "according to IRNA".
func (p *Prepared) speaks(k int) bool {
	for n := k + 1; n < min(len(p.tokens), k+4); n++ {
		if speech[p.tokens[n].text] {
			return true
		}
		if !p.tokens[n].upper {
			break
		}
	}
	for n := k - 1; n >= max(0, k-3); n-- {
		if speech[p.tokens[n].text] {
			return true
		}
		if t := &p.tokens[n]; !t.upper && t.class != function {
			break
		}
	}
	return false
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

// namesBy returns the stems of the names told with a quantity: "the
// Geological Survey said it was 6.1".
func (p *Prepared) namesBy(q quantity) (out []string) {
	first, last := q.first, q.last
	for first > 0 && !p.endsClause(first-1) {
		first--
	}
	for last < len(p.tokens) && !p.endsClause(last) {
		last++
	}
	for k := first; k < last; k++ {
		if t := &p.tokens[k]; t.upper && t.class == content && (t.capital || k+1 < last && (p.tokens[k+1].upper || p.tokens[k+1].text == "'s")) {
			out = append(out, t.stem())
		}
	}
	return out
}

// endsClause reports whether token k ends what is told with one number:
// commas do not, they stand within names.
func (p *Prepared) endsClause(k int) bool {
	switch p.tokens[k].text {
	case ".", ";", "!", "?", "but", "while":
		return true
	}
	return false
}

// inBoth returns what two short lists have in common.
func inBoth(x, y []string) (out []string) {
	for _, a := range x {
		for _, b := range y {
			if a == b {
				out = append(out, a)
				break
			}
		}
	}
	return out
}
