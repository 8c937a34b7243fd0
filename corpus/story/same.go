package story

import (
	"slices"
	"sync"
)

// What makes two texts nearly the same one.
const (
	// runLength is how many words in a row are compared as one.
	runLength = 5

	// sameRuns is the part of the shorter text's runs that the longer holds as
	// well, from which on they are nearly the same text. Chosen by hand: a report
	// that is printed shortened holds far more, one that quotes another far less.
	sameRuns = 0.5

	// fewestRuns is how many runs a text must have to be judged.
	fewestRuns = 20
)

// agencies are the outlets, as text.outlet has them, whose reports others print:
// of nearly the same text in several outlets theirs is the first.
var agencies = sync.OnceValue(func() map[string]bool {
	return map[string]bool{
		"associated press": true, "reuters": true, "agence france-presse": true, "afp": true, "dpa": true, "upi": true,
		"united press international": true, "bloomberg": true, "pa media": true, "press association": true, "ansa": true, "efe": true,
		"europa press": true, "kyodo news": true, "xinhua": true, "tass": true, "interfax": true, "aap": true, "pti": true, "ani": true,
		"anadolu agency": true, "yonhap": true, "canadian press": true, "kff health news": true,
	}
})

// source returns which of a group of copies, in the order of the story, the
// others are copies of: an agency's, or else the one dated before all others.
// It is -1 where neither is known.
func source(texts []text, group []int) int {
	for _, i := range group {
		if agencies()[texts[i].outlet] {
			return i
		}
	}
	first := &texts[group[0]]
	for _, i := range group[1:] {
		if t := &texts[i]; t.outlet != first.outlet && (!first.dated || !t.dated || t.day <= first.day) {
			return -1
		}
	}
	return group[0]
}

// Texts returns how many texts the story has that do not depend on one another
// word for word: versions and copies of a text count once with it.
func (s Story) Texts() int {
	of := make(map[int]int, len(s.Articles)) // by article, one of those with its text
	root := func(i int) int {
		for of[i] != i {
			i = of[i]
		}
		return i
	}
	for _, i := range s.Articles {
		of[i] = i
	}
	n := len(s.Articles)
	for _, groups := range [][][]int{s.Copies, s.Versions} {
		for _, group := range groups {
			for _, i := range group[1:] {
				if a, b := root(group[0]), root(i); a != b {
					of[b] = a
					n--
				}
			}
		}
	}
	return n
}

// sameTexts returns the groups of versions and of copies among the members of a
// story. Each article is held against the first of each group there is, so that
// likeness does not wander from one to the next.
func sameTexts(texts []text, members []int) (versions, copies [][]int) {
	if len(members) < 2 {
		return nil, nil
	}
	for _, group := range sameGroups(texts, members) {
		if len(group) == 1 {
			continue
		}
		parts := byOutlet(texts, group)
		for _, part := range parts {
			if len(part) > 1 {
				versions = append(versions, part)
			}
		}
		if len(parts) > 1 {
			copies = append(copies, group)
		}
	}
	return versions, copies
}

// sameGroups divides the members of a story by text: those of one address, or
// with nearly the same text as the first of a group, are together.
func sameGroups(texts []text, members []int) [][]int {
	var groups [][]int
	const usual = 5 // articles of a story: maps that grow are copied again and again
	index := runIndex{make(map[uint64]int, min(len(members), usual)*len(texts[members[0]].words)/2), make(map[uint64][]int)}
	lengths := make([]int, 0, len(members))
	addresses := make(map[string]int)
	for _, i := range members {
		runs := textRuns(texts[i].words)
		g, ok := addresses[texts[i].address]
		if !ok || texts[i].address == "" {
			g, ok = index.sameGroup(runs, lengths, func(g int) bool {
				first := &texts[groups[g][0]]
				return !contradict(&first.form, &texts[i].form, daysBetween(first, &texts[i]), func() float64 { return sharedRuns(first, &texts[i]) })
			})
		}
		if !ok {
			g = len(groups)
			groups = append(groups, nil)
			lengths = append(lengths, len(runs))
			index.add(runs, g)
		}
		groups[g] = append(groups[g], i)
		if _, known := addresses[texts[i].address]; !known {
			addresses[texts[i].address] = g
		}
	}
	return groups
}

// A runIndex tells which groups' first articles hold a run. Most runs are in
// one only, so that the others are kept apart.
type runIndex struct {
	first map[uint64]int
	more  map[uint64][]int
}

// add enters the runs of a group's first article, unless it has too few to be
// judged: of 100,000 texts of two sentences all would be in each other's way.
func (x runIndex) add(runs []uint64, group int) {
	if len(runs) < fewestRuns {
		return
	}
	for _, r := range runs {
		if _, ok := x.first[r]; ok {
			x.more[r] = append(x.more[r], group)
		} else {
			x.first[r] = group
		}
	}
}

// sameGroup returns the first group whose first article has nearly the same
// text as one with these runs, and may be it. The lengths are how many runs each
// group's first article has.
func (x runIndex) sameGroup(runs []uint64, lengths []int, may func(group int) bool) (int, bool) {
	if len(runs) < fewestRuns {
		return 0, false
	}
	shared := make(map[int]int) // by group
	for _, r := range runs {
		if g, ok := x.first[r]; ok {
			shared[g]++
		}
		for _, g := range x.more[r] {
			shared[g]++
		}
	}
	first := len(lengths)
	for g, n := range shared {
		fewest := min(len(runs), lengths[g])
		if g < first && float64(n) >= sameRuns*float64(fewest) && may(g) {
			first = g
		}
	}
	return first, first < len(lengths)
}

// byOutlet divides nearly the same texts by address and outlet. Texts of which
// neither is known stay apart: they could be anyone's.
func byOutlet(texts []text, group []int) [][]int {
	var parts [][]int
	address, outlet := make(map[string]int), make(map[string]int) // of the first of a part: which part
	for _, i := range group {
		a := &texts[i]
		part := len(parts)
		for _, known := range []struct {
			parts map[string]int
			name  string
		}{{address, a.address}, {outlet, a.outlet}} {
			if p, ok := known.parts[known.name]; ok && known.name != "" {
				part = min(part, p)
			}
		}
		if part < len(parts) {
			parts[part] = append(parts[part], i)
			continue
		}
		parts = append(parts, []int{i})
		address[a.address], outlet[a.outlet] = part, part
	}
	return parts
}

// textRuns returns the hashes of all runs of runLength words, sorted, each once.
func textRuns(text packed) []uint64 {
	words := slices.AppendSeq(make([]int32, 0, len(text)), text.all())
	if len(words) < runLength {
		return nil
	}
	runs := make([]uint64, 0, len(words)-runLength+1)
	for i := runLength; i <= len(words); i++ {
		h := uint64(14695981039346656037) // FNV-1a, a word at a time
		for _, w := range words[i-runLength : i] {
			h = (h ^ uint64(w)) * 1099511628211
			h ^= h >> 29
		}
		runs = append(runs, h)
	}
	slices.Sort(runs)
	return slices.Compact(runs)
}
