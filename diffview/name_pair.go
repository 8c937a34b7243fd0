package diffview

import (
	"math"
	"slices"
	"sort"
	"strings"

	"parallax/diffview/lexicon"
)

// Which entities of two articles are the same, and what sharing one says about
// two sentences.

// A pairing joins the entities of two articles.
type pairing struct {
	partner   [2][]int   // by side and entity: the other side's entity, or -1
	number    [2][]int   // by side and entity: its number in the pair
	weight    []float64  // by number: what it says that two sentences both speak of it
	sentences [2][][]int // by side and sentence: the numbers of what it speaks of, ascending, each once
}

// newPairing joins the entities of two articles one to one, the surest first.
func newPairing(b *budget, left, right *Prepared) (*pairing, error) {
	p := &pairing{}
	docs := [2]*Prepared{left, right}
	for side, s := range docs {
		p.partner[side], p.number[side] = make([]int, len(s.entities)), make([]int, len(s.entities))
		for k := range p.partner[side] {
			p.partner[side][k] = -1
		}
	}
	type candidate struct {
		i, j  int
		score float64
	}
	var cs []candidate
	having := map[string][]int{}
	for j := range right.entities {
		for _, key := range right.entities[j].keys() {
			having[key] = append(having[key], j)
		}
	}
	for i := range left.entities {
		seen := -1
		var found []int
		for _, key := range left.entities[i].keys() {
			found = append(found, having[key]...)
		}
		if err := b.spend(stepsOfEntity * len(found)); err != nil {
			return nil, err
		}
		sort.Ints(found)
		for _, j := range found {
			if j == seen {
				continue
			}
			seen = j
			if s := left.entities[i].likeness(&right.entities[j], left, right); s > 0 {
				cs = append(cs, candidate{i, j, s})
			}
		}
	}
	sort.SliceStable(cs, func(a, b int) bool { return cs[a].score > cs[b].score })
	for _, c := range cs {
		if p.partner[Left][c.i] < 0 && p.partner[Right][c.j] < 0 {
			p.partner[Left][c.i], p.partner[Right][c.j] = c.j, c.i
		}
	}
	p.enumerate(docs)
	return p, nil
}

// stepsOfEntity is what it costs to compare two entities.
const stepsOfEntity = 100

// keys are what an entity is looked up by: its words, its letters, and the
// beginning of a person's last name, for other spellings.
func (e *entity) keys() []string {
	out := append([]string(nil), e.words...)
	if e.acronym != "" {
		out = append(out, "."+strings.ReplaceAll(e.acronym, "&", ""))
	}
	if len(e.words) > 1 {
		out = append(out, "."+initials(e.words))
	}
	if len(e.words) == 1 {
		out = append(out, "="+lexicon.Stem(e.words[0]))
	} else if e.kind == person || e.kind == unknown {
		out = append(out, "~"+e.words[0][:1]+e.last()[:1])
	}
	return out
}

// The likeness of two entities, by what joins them: only the order counts, but
// that what is below 0 is another.
const (
	sameName     = 5 // word for word
	samePerson   = 4 // the last name, and first names that agree
	sameShort    = 3 // the last name, or the letters of an acronym
	sameSpelling = 2 // spelled alike, with the same first name or the same role
	sameForm     = 1 // another form of the word: "Mexico", "Mexican"
)

// likeness says how likely two entities of two articles are the same, as one
// of the constants above, or 0.
func (e *entity) likeness(f *entity, left, right *Prepared) float64 {
	switch {
	case e.sex != f.sex && e.sex != anySex && f.sex != anySex:
		return 0
	case equalWords(e.words, f.words):
		return sameName
	case e.kind != unknown && f.kind != unknown && e.kind != f.kind:
		return 0
	case e.acronym != "" && len(f.words) > 1 && initials(f.words) == e.acronym, f.acronym != "" && len(e.words) > 1 && initials(e.words) == f.acronym:
		return sameShort
	}
	if e.kind == place || e.kind == organisation || f.kind == place || f.kind == organisation {
		return partOfName(e, f)
	}
	if e.last() == f.last() {
		switch {
		case len(e.words) == 1 || len(f.words) == 1:
			return sameShort
		case agreeing(e.words[0], f.words[0]):
			return samePerson
		}
		return 0
	}
	switch {
	case len(e.words) > 1 && len(f.words) > 1:
		if spelledAlike(e.last(), f.last()) && (agreeing(e.words[0], f.words[0]) || spelledAlike(e.words[0], f.words[0])) {
			return sameSpelling
		}
	case len(e.words) == 1 && len(f.words) == 1:
		if r := lexicon.Relate(lexicon.Lookup(e.words[0]), lexicon.Lookup(f.words[0])); r <= lexicon.Derivation {
			return sameForm
		}
	}
	return 0
}

// partOfName joins names of organisations and places of which one is the
// beginning of the other: "Highline", "Highline Lifts".
func partOfName(e, f *entity) float64 {
	short, long := e, f
	if len(short.words) > len(long.words) {
		short, long = long, short
	}
	if short.kind == person || long.kind == person || len(short.words) == len(long.words) {
		return 0
	}
	for k, w := range short.words {
		if long.words[k] != w {
			return 0
		}
	}
	return sameForm
}

// agreeing reports whether two first names can be one person's: the same, an
// initial, a short form that the other begins with.
func agreeing(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return a == b || len(a) <= 2 && a[0] == b[0] || len(a) >= 3 && strings.HasPrefix(b, a[:3])
}

// spelledAlike reports whether two names can be spellings of one.
func spelledAlike(a, b string) bool {
	if a == b {
		return true
	}
	longest := max(len(a), len(b))
	return longest >= 4 && a[0] == b[0] && levenshtein(a, b) <= max(1, longest/3) && levenshtein(a, b) <= 2
}

// enumerate numbers the entities of the pair and weighs them: what few
// sentences speak of, and what is rare in the language, says more.
func (p *pairing) enumerate(docs [2]*Prepared) {
	n := 0
	for k := range p.number[Left] {
		p.number[Left][k] = n
		n++
	}
	for k := range p.number[Right] {
		if i := p.partner[Right][k]; i >= 0 {
			p.number[Right][k] = i
			continue
		}
		p.number[Right][k] = n
		n++
	}
	df, rarity, total := make([]float64, n), make([]float64, n), 0.
	for side, s := range docs {
		p.sentences[side] = make([][]int, len(s.sentences))
		for k := range s.sentences {
			total++
			var all []int
			for _, m := range s.mentionsOf(k) {
				all = append(all, p.number[side][m.entity])
			}
			slices.Sort(all)
			p.sentences[side][k] = slices.Compact(all)
			for _, e := range p.sentences[side][k] {
				df[e]++
			}
		}
		for k := range s.entities {
			m := s.mentions[s.entities[k].named]
			for t := m.first; t < m.last; t++ {
				if tok := &s.tokens[t]; tok.class == content {
					rarity[p.number[side][k]] = max(rarity[p.number[side][k]], math.Log(float64(tok.entry.Rank)+10))
				}
			}
		}
	}
	p.weight = make([]float64, n)
	for e := range p.weight {
		p.weight[e] = rarity[e] * math.Log((total+1)/(df[e]+.5))
	}
}

// share returns the weight of the persons, places and things that both
// sentences speak of, by name, role or pronoun, and which share that is of all
// that either speaks of: the lesser and the greater share, 0 to 1. A sentence
// that speaks of none has a share of 0.
func (p *pairing) share(i, j int) (shared, lesser, greater float64) {
	var whole [2]float64
	walk(p.sentences[Left][i], p.sentences[Right][j], func(e int, in [2]bool) {
		for side := range in {
			if in[side] {
				whole[side] += p.weight[e]
			}
		}
		if in[Left] && in[Right] {
			shared += p.weight[e]
		}
	})
	left, right := shared/max(whole[Left], 1e-9), shared/max(whole[Right], 1e-9)
	return shared, min(left, right), max(left, right)
}
