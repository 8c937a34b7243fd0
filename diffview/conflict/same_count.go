package conflict

import (
	"fmt"
	"slices"
	"strings"

	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
	"parallax/diffview/link"
	"parallax/diffview/sides"
)

// Whether two numbers are numbers of the same thing.

// counted says in words what both quantities are numbers of, or "" when it is
// not the same thing.
func (f Finding) counted(p, q doc.Quantity) string {
	switch p.Kind {
	case doc.Count:
		return f.countedThing(p, q)
	case doc.Magnitude:
		if f.sameTime() && !f.otherSource(p, q) {
			return "both are magnitudes"
		}
		return ""
	case doc.Tally:
		if f.onlyTally(p, q) {
			return "both are the result"
		}
		return ""
	case doc.Age:
		return f.samePerson(p, q)
	case doc.Percent, doc.Money, doc.Measure:
		if p.Value <= 0 || q.Value <= 0 || !f.sameSurroundings(p, q) || p.Kind == doc.Measure && f.measureShared(p) {
			return ""
		}
		return map[doc.QuantityKind]string{doc.Percent: "both are percentages of the same thing", doc.Money: "both are sums of money for the same thing", doc.Measure: "both are measures of the same thing"}[p.Kind]
	}
	return ""
}

// measureShared reports whether both sentences have one measure of the unit in
// common: then the others are likely of other things ("the 13-inch model").
func (f Finding) measureShared(p doc.Quantity) bool {
	for _, o := range f.Pair.Docs[sides.Left].QuantitiesOf(f.Link.Left) {
		for _, u := range f.Pair.Docs[sides.Right].QuantitiesOf(f.Link.Right) {
			if o.Kind == doc.Measure && o.Unit == p.Unit && o.Equal(u) {
				return true
			}
		}
	}
	return false
}

// countedThing says what two counts both count, or "".
func (f Finding) countedThing(p, q doc.Quantity) string {
	if p.Whole != q.Whole || p.Fate != q.Fate {
		return ""
	}
	l, r := f.Pair.Docs[sides.Left], f.Pair.Docs[sides.Right]
	if extra(l, p) != extra(r, q) || ofSeveral(l, p) || ofSeveral(r, q) {
		return ""
	}
	if p.Fate != doc.NoFate && p.Anyone(l) && q.Anyone(r) {
		if p.Value > q.Value*mostTollRatio || q.Value > p.Value*mostTollRatio || !f.sameTime() || saysAlone(l, p) || saysAlone(r, q) {
			return ""
		}
		return "both count " + p.Fate.String()
	}
	if p.Noun >= 0 && tallied.Has(l.Tokens[p.Noun].Text) {
		return ""
	}
	if !sameNoun(l, r, p, q) || !f.sameSurroundings(p, q) && !f.rareNoun(p, q) {
		return ""
	}
	x, y := plural(l.Tokens[p.Noun].Text), plural(r.Tokens[q.Noun].Text)
	if x == y {
		return "both count " + x
	}
	return fmt.Sprintf("counts of %s and %s", min(x, y), max(x, y))
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
func extra(p *doc.Doc, q doc.Quantity) bool {
	if q.Last >= len(p.Tokens) {
		return false
	}
	switch p.Tokens[q.Last].Text {
	case "other", "others", "more", "another", "additional":
		return true
	}
	return false
}

// ofSeveral reports whether a count is the "one of" that counts nothing: "one of
// the largest companies".
func ofSeveral(p *doc.Doc, q doc.Quantity) bool {
	return p.Tokens[q.First].Text == "one" && p.TextAt(q.Last, len(p.Tokens)) == "of"
}

// saysAlone reports whether a count is said to be of one place of several:
// "170,000 in the north alone".
func saysAlone(p *doc.Doc, q doc.Quantity) bool {
	for k := q.Last; k < min(len(p.Tokens), q.Last+6) && !p.Ends(k); k++ {
		if p.Tokens[k].Text == "alone" {
			return true
		}
	}
	return false
}

// otherSource reports whether the two numbers are by different sources, while
// one of the sentences also has a number by the source of the other: "one said
// 5.9, but the survey said 6.1", "the survey put it at 5.4".
func (f Finding) otherSource(p, q doc.Quantity) bool {
	l, r := f.Pair.Docs[sides.Left], f.Pair.Docs[sides.Right]
	x, y := l.NamesBy(p), r.NamesBy(q)
	if len(doc.InBoth(x, y)) > 0 {
		return false
	}
	for _, o := range l.QuantitiesOf(f.Link.Left) {
		if o.Kind == p.Kind && o.First != p.First && len(doc.InBoth(l.NamesBy(o), y)) > 0 {
			return true
		}
	}
	for _, o := range r.QuantitiesOf(f.Link.Right) {
		if o.Kind == q.Kind && o.First != q.First && len(doc.InBoth(r.NamesBy(o), x)) > 0 {
			return true
		}
	}
	return false
}

// sameTime reports whether the sentences tell of the same years and months, if
// of any, and neither alone of what was or can be at other times.
func (f Finding) sameTime() bool {
	return f.sameYears() && elsewhen(f.Pair.Docs[sides.Left], f.Link.Left) == elsewhen(f.Pair.Docs[sides.Right], f.Link.Right)
}

// elsewhen returns the words by which a sentence, or the one before it in its
// paragraph where it names no day itself, tells of another time than that of the
// article: "In April last year a quake struck. Five people died."
func elsewhen(p *doc.Doc, sentence int) string {
	if when := p.Elsewhen(sentence); when != "" || sentence == 0 || len(p.MomentsOf(sentence)) > 0 {
		return when
	}
	if paragraph(p, sentence) != paragraph(p, sentence-1) {
		return ""
	}
	if when := p.Elsewhen(sentence - 1); when != "can" {
		return when
	}
	return ""
}

// onlyTally reports whether each sentence has one result, and they are of one
// vote or match as far as the names around them go.
func (f Finding) onlyTally(p, q doc.Quantity) bool {
	l, r := f.Pair.Docs[sides.Left], f.Pair.Docs[sides.Right]
	for side, s := range [2][]doc.Quantity{l.QuantitiesOf(f.Link.Left), r.QuantitiesOf(f.Link.Right)} {
		for _, o := range s {
			if o.Kind == doc.Tally && (o != [2]doc.Quantity{p, q}[side] || inBrackets(f.Pair.Docs[side], o)) {
				return false
			}
		}
	}
	if !decides(l, f.Link.Left) || !decides(r, f.Link.Right) {
		return false
	}
	has := f.partners()
	return f.Link.Score >= link.FirmFloor && !l.NameAlone(l.Around(p), has[sides.Left]) && !r.NameAlone(r.Around(q), has[sides.Right])
}

// inBrackets reports whether a tally is the record of a team or player, which
// stands in brackets after the name: "the Rovers (11-4)".
func inBrackets(p *doc.Doc, q doc.Quantity) bool {
	return q.First > 0 && p.Tokens[q.First-1].Text == "(" && p.TextAt(q.Last, len(p.Tokens)) == ")"
}

// deciding are the words of a final result, of a ballot or a match; underway
// those of one that is not final.
var (
	deciding = lexicon.WordSet("vote votes voted voting ballot ruled ruling decision majority passed approved backed rejected beat beats defeated defeat defeats win wins won victory lost loss final")
	underway = lexicon.WordSet("lead led run half halftime quarter drive set inning early trailed")
)

// decides reports whether a sentence tells a final result.
func decides(p *doc.Doc, sentence int) (yes bool) {
	s := p.Sentences[sentence]
	for k := s.First; k < s.Last; k++ {
		w := p.Tokens[k].Text
		if underway.Has(w) {
			return false
		}
		yes = yes || deciding.Has(w)
	}
	return yes
}

// samePerson says whose age both quantities are, or "".
func (f Finding) samePerson(p, q doc.Quantity) string {
	l, r := f.Pair.Docs[sides.Left], f.Pair.Docs[sides.Right]
	x, y := aged(l, p), aged(r, q)
	if len(x) > len(y) {
		x, y, l, r = y, x, r, l
	}
	for _, k := range x { // all of the shorter name is in the longer one
		if !slices.ContainsFunc(y, func(n int) bool { return r.Tokens[n].Text == l.Tokens[k].Text }) {
			return ""
		}
	}
	if len(x) == 0 {
		return ""
	}
	last := slices.Max(x)
	return "both are the age of " + l.Article.Text[l.Tokens[last].Start:l.Tokens[last].End]
}

// aged returns the tokens of the name whose age a quantity is: right before
// ", 43,", else right after "43-year-old".
func aged(p *doc.Doc, q doc.Quantity) (name []int) {
	k := q.First - 1
	if k >= 0 && (p.Tokens[k].Text == "aged" || p.Tokens[k].Text == "age") {
		k--
	}
	for k >= 0 && p.Tokens[k].Text == "," {
		k--
	}
	for ; k >= 0 && p.Tokens[k].Upper && p.Tokens[k].Class == doc.Content; k-- {
		name = append(name, k)
	}
	if len(name) > 0 {
		return name
	}
	for k = q.Last; k < len(p.Tokens) && k < q.Last+8 && !p.Ends(k) && p.Tokens[k].Text != ","; k++ {
		if t := &p.Tokens[k]; t.Capital && t.Class == doc.Content {
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
	if doc.IsPlural(noun) || strings.HasSuffix(noun, "s") {
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
func (f Finding) rareNoun(p, q doc.Quantity) bool {
	t := &f.Pair.Docs[sides.Left].Tokens[p.Noun]
	return f.Link.Score >= link.FirmFloor && t.Entry.Rank >= rareNounRank && t.Stem() == f.Pair.Docs[sides.Right].Tokens[q.Noun].Stem() &&
		p.Value <= q.Value*rareNounRatio && q.Value <= p.Value*rareNounRatio && p.Value > 1 && q.Value > 1
}

// sameNoun reports whether the same noun, or another word for it, names what
// two counts count.
func sameNoun(l, r *doc.Doc, p, q doc.Quantity) bool {
	if p.Noun < 0 || q.Noun < 0 {
		return false
	}
	x, y := &l.Tokens[p.Noun], &r.Tokens[q.Noun]
	return x.Stem() == y.Stem() || sameThing(x, y)
}

// sameThing reports whether two nouns name the same kind of thing.
func sameThing(x, y *doc.Token) bool {
	switch lexicon.Relate(x.Entry, y.Entry) {
	case lexicon.Identical, lexicon.SameStem, lexicon.SameLemma, lexicon.Synonym, lexicon.Group:
		return true
	}
	return false
}

// sameSurroundings reports whether the words around the two numbers tell of
// the same: at least two of meaning correspond, most of the words around the
// one that is told in fewer, no name is around the one alone, the years
// agree, and the numbers are not so far apart that they are of two things.
func (f Finding) sameSurroundings(p, q doc.Quantity) bool {
	if p.Value > q.Value*mostRatio || q.Value > p.Value*mostRatio || f.Link.Score < link.FirmFloor {
		return false
	}
	l, r := f.Pair.Docs[sides.Left], f.Pair.Docs[sides.Right]
	x, y := l.Around(p), r.Around(q)
	shared, has := 0, f.partners()
	for _, w := range f.Words {
		if x.Has(w.Tokens[sides.Left]) && y.Has(w.Tokens[sides.Right]) && doc.TellsWhat(&l.Tokens[w.Tokens[sides.Left]]) {
			shared++
		}
	}
	return shared >= 2 && (p.Kind == doc.Count || shared*2 >= min(l.CountTelling(x), r.CountTelling(y))) &&
		!l.NameAlone(x, has[sides.Left]) && !r.NameAlone(y, has[sides.Right]) && f.sameYears() &&
		!(l.OpensAlone(x, has[sides.Left]) && r.OpensAlone(y, has[sides.Right]))
}

// sameYears reports whether the sentences speak of the same years, if of any.
func (f Finding) sameYears() bool {
	var years [2][]doc.Quantity
	for side, p := range f.Pair.Docs {
		for _, q := range p.QuantitiesOf([2]int{f.Link.Left, f.Link.Right}[side]) {
			if q.Kind == doc.Year {
				years[side] = append(years[side], q)
			}
		}
	}
	if len(years[sides.Left])+len(years[sides.Right]) == 0 {
		return true
	}
	for _, x := range years[sides.Left] {
		for _, y := range years[sides.Right] {
			if x.Low() <= y.Top() && y.Low() <= x.Top() {
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
func (f Finding) said(side sides.Side, q, r doc.Quantity) bool {
	p := f.Pair.Docs[side]
	sentence := [2]int{f.Link.Left, f.Link.Right}[side]
	lo := p.Sentences[max(0, sentence-nearSentences)].First
	hi := p.Sentences[min(len(p.Sentences)-1, sentence+nearSentences)].Last
	other := f.Pair.Docs[side.Other()]
	shared := doc.InBoth(p.NamesBy(r), other.NamesBy(q))
	for _, o := range p.Quantities {
		if o.Kind != q.Kind || o.Unit != q.Unit || !o.Compatible(q) {
			continue
		}
		sameCount := o.Kind != doc.Count || o.Fate == q.Fate && (o.Fate != doc.NoFate || sameNoun(p, other, o, q))
		near := o.First >= lo && o.Last <= hi
		known := o.Noun >= 0 || o.Fate != doc.NoFate
		if !sameCount && (!near || known) || !near && o.Kind != doc.Count {
			continue
		}
		if names := p.NamesBy(o); len(shared) > 0 && len(names) > 0 && len(doc.InBoth(shared, names)) == 0 {
			continue
		}
		return true
	}
	return false
}
