package diffview

import "strings"

// Degrees: words for one act that bind more or less. Who promises what another
// has him hint at, or has decided what another has him weigh, is told with
// another certainty.

// degreeConfidence is the share of such clashes that are labelled: four of
// four on the labelled links of the benchmark, from which the lists were begun,
// so less than that elsewhere. "Suggest" is not among them: it is to propose
// as often as to hint.
const degreeConfidence = .6

// A degree is the strong and the weak words of one act, several words with
// spaces between, and how a reason names it.
type degree struct {
	words [2]map[string]bool // strong, weak
	act   string
}

var degrees = []degree{
	{[2]map[string]bool{
		phraseSet("promise, promised, promises, promising, vow, vowed, vows, vowing, pledge, pledged, pledges, pledging, guarantee, guaranteed"),
		phraseSet("hint, hinted, hints, hinting"),
	}, "more and less of a promise"},
	{[2]map[string]bool{
		phraseSet("decided to, agreed to, resolved to"),
		phraseSet("open to, considering, weighing, mulling, leaning toward"),
	}, "decided in one, open in the other"},
	{[2]map[string]bool{
		phraseSet("top choice, top pick, first choice, front - runner, frontrunner"),
		phraseSet("finalist, finalists, short list, shortlist"),
	}, "first among the candidates, or one of them"},
}

// phraseSet makes a set of phrases parted by commas.
func phraseSet(phrases string) map[string]bool {
	out := map[string]bool{}
	for _, p := range strings.Split(phrases, ", ") {
		out[p] = true
	}
	return out
}

// degreeStarts are the first words of all phrases of degree.
var degreeStarts = startsOf(degrees)

func startsOf(ds []degree) map[string]bool {
	out := map[string]bool{}
	for _, d := range ds {
		for _, words := range d.words {
			for phrase := range words {
				first, _, _ := strings.Cut(phrase, " ")
				out[first] = true
			}
		}
	}
	return out
}

// degreeClashes finds acts that one sentence tells by a strong word only and
// the other by a weak word only, of the same persons or things by name.
func (f finding) degreeClashes() (out []clash) {
	l, r := f.match.sides[Left], f.match.sides[Right]
	for _, d := range degrees {
		a, x := l.degreeIn(f.link.i, d)
		if a < 0 {
			continue
		}
		b, y := r.degreeIn(f.link.j, d)
		if b < 0 || a == b || !f.sharesName() {
			continue
		}
		c := f.certainty(x, y, degreeConfidence, d.act)
		c.update = f.earlier(a == 1)
		out = append(out, c)
	}
	return out
}

// degreeIn returns which degree of an act a sentence tells, 0 strong or
// 1 weak, and the tokens that do; -1 when it tells none or both, denies it or
// quotes it.
func (p *Prepared) degreeIn(sentence int, d degree) (which int, tokens [2]int) {
	s := p.sentences[sentence]
	which = -1
	for k := s.first; k < s.last; k++ {
		if !degreeStarts[p.tokens[k].text] {
			continue
		}
		for n := 1; n <= 3 && k+n <= s.last; n++ {
			phrase := p.phrase(k, k+n)
			for side, words := range d.words {
				if !words[phrase] {
					continue
				}
				if which >= 0 && which != side || p.tokens[k].quoted || p.denied(k, s.first) {
					return -1, tokens
				}
				which, tokens = side, [2]int{k, k + n}
			}
		}
	}
	return which, tokens
}

// phrase returns the tokens [i, end) with spaces between.
func (p *Prepared) phrase(i, end int) string {
	if end == i+1 {
		return p.tokens[i].text
	}
	var b strings.Builder
	for k := i; k < end; k++ {
		if k > i {
			b.WriteByte(' ')
		}
		b.WriteString(p.tokens[k].text)
	}
	return b.String()
}

// denied reports whether a word of denial stands right before token k.
func (p *Prepared) denied(k, first int) bool {
	for n := k - 1; n >= max(first, k-3); n-- {
		switch p.tokens[n].text {
		case "not", "n't", "never", "no", "without", "yet":
			return true
		}
	}
	return false
}

// sharesName reports whether a name corresponds in both sentences.
func (f finding) sharesName() bool {
	for _, w := range f.words {
		if f.match.sides[Left].tokens[w.tokens[Left]].upper && f.match.sides[Right].tokens[w.tokens[Right]].upper {
			t := &f.match.sides[Left].tokens[w.tokens[Left]]
			if _, day := weekdays[t.text]; t.class == content && !day && months[t.text] == 0 && w.kind <= Stem {
				return true
			}
		}
	}
	return false
}
