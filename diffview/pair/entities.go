package pair

import (
	"math"
	"slices"
	"sort"
	"strconv"
	"strings"

	"parallax/diffview/budget"
	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
	"parallax/diffview/sides"
)

// Which entities of two articles are the same, and what sharing one says about
// two sentences.

// A pairing joins the entities of two articles.
type entities struct {
	Partner   [2][]int   // by side and entity: the other side's entity, or -1
	Spellings []Spelling // the names that the articles write in two ways
	number    [2][]int   // by side and entity: its number in the pair
	weight    []float64  // by number: what it says that two sentences both speak of it
	sentences [2][][]int // by side and sentence: the numbers of what it speaks of, ascending, each once
}

// newPairing joins the entities of two articles one to one, the surest first.
func newPairing(b *budget.Budget, left, right *doc.Doc) (*entities, error) {
	p := &entities{}
	docs := [2]*doc.Doc{left, right}
	for side, s := range docs {
		p.Partner[side], p.number[side] = make([]int, len(s.Entities)), make([]int, len(s.Entities))
		for k := range p.Partner[side] {
			p.Partner[side][k] = -1
		}
	}
	type candidate struct {
		i, j  int
		score float64
	}
	var cs []candidate
	having := map[string][]int{}
	for j := range right.Entities {
		for _, key := range keys(&right.Entities[j]) {
			having[key] = append(having[key], j)
		}
	}
	for i := range left.Entities {
		seen := -1
		var found []int
		for _, key := range keys(&left.Entities[i]) {
			found = append(found, having[key]...)
		}
		if err := b.Spend(stepsOfEntity * len(found)); err != nil {
			return nil, err
		}
		sort.Ints(found)
		for _, j := range found {
			if j == seen {
				continue
			}
			seen = j
			if s := EntityLikeness(&left.Entities[i], &right.Entities[j], left, right); s > 0 {
				cs = append(cs, candidate{i, j, s})
			}
		}
	}
	sort.SliceStable(cs, func(a, b int) bool { return cs[a].score > cs[b].score })
	for _, c := range cs {
		if p.Partner[sides.Left][c.i] < 0 && p.Partner[sides.Right][c.j] < 0 {
			p.Partner[sides.Left][c.i], p.Partner[sides.Right][c.j] = c.j, c.i
		}
	}
	if err := p.findSpellings(b, docs); err != nil {
		return nil, err
	}
	p.enumerate(docs)
	return p, nil
}

// stepsOfEntity is what it costs to compare two entities.
const stepsOfEntity = 100

// keys are what an entity is looked up by: its words, its letters, and the
// beginning of a person's last name, for other spellings.
func keys(e *doc.Entity) []string {
	out := append([]string(nil), e.Words...)
	if e.Acronym != "" {
		out = append(out, "."+strings.ReplaceAll(e.Acronym, "&", ""))
	}
	if len(e.Words) > 1 {
		out = append(out, "."+doc.Initials(e.Words))
	}
	if line, turned := aliasOf(e); line > 0 || turned != "" {
		out = append(out, "@"+strconv.Itoa(line), "@"+turned)
	}
	if len(e.Words) == 1 {
		out = append(out, "="+lexicon.Stem(e.Words[0]))
	} else if e.Kind == doc.Person || e.Kind == doc.Unknown {
		out = append(out, "~"+e.Words[0][:1]+e.LastName()[:1])
	}
	return out
}

// The likeness of two entities, by what joins them: only the order counts, but
// that what is below 0 is another.
const (
	sameName     = 5 // word for word
	samePerson   = 4 // the last name, and first names that agree; another name of one body
	sameShort    = 3 // the last name, or the letters of an acronym
	sameSpelling = 2 // spelled alike, with the same first name or the same role
	sameForm     = 1 // another form of the word: "Mexico", "Mexican"
)

// EntityLikeness says how likely two entities of two articles are the same, as one
// of the constants above, or 0.
func EntityLikeness(e *doc.Entity, f *doc.Entity, left, right *doc.Doc) float64 {
	switch {
	case e.Sex != f.Sex && e.Sex != doc.AnySex && f.Sex != doc.AnySex:
		return 0
	case doc.EqualWords(e.Words, f.Words):
		return sameName
	case sameBody(e, f):
		return samePerson
	case e.Kind != doc.Unknown && f.Kind != doc.Unknown && e.Kind != f.Kind:
		return 0
	case e.Acronym != "" && len(f.Words) > 1 && doc.Initials(f.Words) == e.Acronym, f.Acronym != "" && len(e.Words) > 1 && doc.Initials(e.Words) == f.Acronym:
		return sameShort
	}
	if e.Kind == doc.Place || e.Kind == doc.Organisation || f.Kind == doc.Place || f.Kind == doc.Organisation {
		return partOfName(e, f)
	}
	if e.LastName() == f.LastName() {
		switch {
		case len(e.Words) == 1 || len(f.Words) == 1:
			return sameShort
		case doc.SameGivenName(e.Words[0], f.Words[0]):
			return samePerson
		}
		return 0
	}
	switch {
	case len(e.Words) > 1 && len(f.Words) > 1:
		if SpelledAlike(e.LastName(), f.LastName()) && (doc.SameGivenName(e.Words[0], f.Words[0]) || SpelledAlike(e.Words[0], f.Words[0])) {
			return sameSpelling
		}
	case len(e.Words) == 1 && len(f.Words) == 1:
		if r := lexicon.Relate(lexicon.Lookup(e.Words[0]), lexicon.Lookup(f.Words[0])); r <= lexicon.Derivation {
			return sameForm
		}
	}
	return 0
}

// partOfName joins names of organisations and places of which one is the
// beginning of the other: "Highline", "Highline Lifts".
func partOfName(e, f *doc.Entity) float64 {
	short, long := e, f
	if len(short.Words) > len(long.Words) {
		short, long = long, short
	}
	if short.Kind == doc.Person || long.Kind == doc.Person || len(short.Words) == len(long.Words) {
		return 0
	}
	for k, w := range short.Words {
		if long.Words[k] != w {
			return 0
		}
	}
	return sameForm
}

// SpelledAlike reports whether two names can be spellings of one.
func SpelledAlike(a, b string) bool {
	if a == b {
		return true
	}
	longest := max(len(a), len(b))
	return longest >= 4 && a[0] == b[0] && levenshtein(a, b) <= max(1, longest/3) && levenshtein(a, b) <= 2
}

// enumerate numbers the entities of the pair and weighs them: what few
// sentences speak of, and what is rare in the language, says more.
func (p *entities) enumerate(docs [2]*doc.Doc) {
	n := 0
	for k := range p.number[sides.Left] {
		p.number[sides.Left][k] = n
		n++
	}
	for k := range p.number[sides.Right] {
		if i := p.Partner[sides.Right][k]; i >= 0 {
			p.number[sides.Right][k] = i
			continue
		}
		p.number[sides.Right][k] = n
		n++
	}
	df, rarity, total := make([]float64, n), make([]float64, n), 0.
	for side, s := range docs {
		p.sentences[side] = make([][]int, len(s.Sentences))
		for k := range s.Sentences {
			total++
			var all []int
			for _, m := range s.MentionsOf(k) {
				all = append(all, p.number[side][m.Entity])
			}
			slices.Sort(all)
			p.sentences[side][k] = slices.Compact(all)
			for _, e := range p.sentences[side][k] {
				df[e]++
			}
		}
		for k := range s.Entities {
			m := s.Mentions[s.Entities[k].Named]
			for t := m.First; t < m.Last; t++ {
				if tok := &s.Tokens[t]; tok.Class == doc.Content {
					rarity[p.number[side][k]] = max(rarity[p.number[side][k]], math.Log(float64(tok.Entry.Rank)+10))
				}
			}
		}
	}
	p.weight = make([]float64, n)
	for e := range p.weight {
		p.weight[e] = rarity[e] * math.Log((total+1)/(df[e]+.5))
	}
}

// Share returns the weight of the persons, places and things that both
// sentences speak of, by name, role or pronoun, and which share that is of all
// that either speaks of: the lesser and the greater share, 0 to 1. A sentence
// that speaks of none has a share of 0.
func (p *entities) Share(i, j int) (shared, lesser, greater float64) {
	var whole [2]float64
	Walk(p.sentences[sides.Left][i], p.sentences[sides.Right][j], func(e int, in [2]bool) {
		for side := range in {
			if in[side] {
				whole[side] += p.weight[e]
			}
		}
		if in[sides.Left] && in[sides.Right] {
			shared += p.weight[e]
		}
	})
	left, right := shared/max(whole[sides.Left], 1e-9), shared/max(whole[sides.Right], 1e-9)
	return shared, min(left, right), max(left, right)
}
