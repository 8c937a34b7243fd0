package story

import (
	"slices"
)

// What makes two texts nearly the same one.
const (
	// runLength is how many words in a row are compared as one.
	runLength = 5

	// sameRuns is the part of the shorter text's runs that the longer holds as
	// well, from which on they are nearly the same text.
	sameRuns = 0.5

	// fewestRuns is how many runs a text must have to be judged.
	fewestRuns = 20

	// sameAt is how similar the words of two texts must be for their runs to
	// be looked at. Measured: no pair with sameRuns is below.
	sameAt = 0.4
)

// sameTexts returns the groups of versions and of copies among the members of a
// story. Each article is held against the first of each group there is, so that
// likeness does not wander from one to the next.
func sameTexts(texts []text, members []int) (versions, copies [][]int) {
	var groups [][]int
	runs := make(map[int][]uint64)
	runsOf := func(i int) []uint64 {
		if _, ok := runs[i]; !ok {
			runs[i] = textRuns(texts[i].words)
		}
		return runs[i]
	}
	same := func(i, j int) bool {
		a, b := &texts[i], &texts[j]
		if a.address != "" && a.address == b.address {
			return true
		}
		return dot(a.terms, b.terms) >= sameAt && shared(runsOf(i), runsOf(j)) >= sameRuns
	}
next:
	for _, i := range members {
		for g, group := range groups {
			if same(group[0], i) {
				groups[g] = append(group, i)
				continue next
			}
		}
		groups = append(groups, []int{i})
	}
	for _, g := range groups {
		if len(g) == 1 {
			continue
		}
		parts := byOutlet(texts, g)
		for _, part := range parts {
			if len(part) > 1 {
				versions = append(versions, part)
			}
		}
		if len(parts) > 1 {
			copies = append(copies, slices.Clone(g))
		}
	}
	return versions, copies
}

// byOutlet divides nearly the same texts by address and outlet. Texts of which
// neither is known stay apart: they could be anyone's.
func byOutlet(texts []text, group []int) [][]int {
	var parts [][]int
next:
	for _, i := range group {
		a := &texts[i]
		for p, part := range parts {
			b := &texts[part[0]]
			if a.address != "" && a.address == b.address || a.outlet != "" && a.outlet == b.outlet {
				parts[p] = append(part, i)
				continue next
			}
		}
		parts = append(parts, []int{i})
	}
	return parts
}

// textRuns returns the hashes of all runs of runLength words, sorted, each once.
func textRuns(words []int32) []uint64 {
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

// shared returns which part of the shorter list is in the longer as well.
func shared(a, b []uint64) float64 {
	fewest := min(len(a), len(b))
	if fewest < fewestRuns {
		return 0
	}
	n := 0
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			n++
			a, b = a[1:], b[1:]
		}
	}
	return float64(n) / float64(fewest)
}
