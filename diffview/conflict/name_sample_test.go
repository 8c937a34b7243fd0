package conflict

import (
	"slices"
	"testing"

	"parallax/corpus/sample"
	"parallax/diffview/sides"
)

// leastNamed is how many of the sample's conflicts of names the finder finds on
// its labelled links.
const leastNamed = 9

// The finder of names on the sample's labelled links: it reports no guard, and
// finds what it found before.
func TestSampleNames(t *testing.T) {
	found := 0
	eachSampleLink(t, func(p sample.Pair, link sample.Link, f Finding) {
		l, r, i, j := f.Pair.Docs[sides.Left], f.Pair.Docs[sides.Right], f.Link.Left, f.Link.Right
		var reported []Conflict
		for _, k := range nameClashes(f) {
			reported = append(reported, k.Conflict(f.Pair, 0))
		}
		for _, k := range reported {
			if !slices.ContainsFunc(link.Conflicts, func(want sample.Difference) bool { return touchesBoth(f.Pair, k, want) }) {
				t.Errorf("%s %s: unlabelled: %s\n\t%s\n\t%s", p.Left, p.Right, k.Reason, l.Sentences[i].Text, r.Sentences[j].Text)
			}
		}
		for _, want := range link.Conflicts {
			if want.Kind != "name" {
				continue
			}
			if slices.ContainsFunc(reported, func(k Conflict) bool { return touchesBoth(f.Pair, k, want) }) {
				found++
			} else {
				t.Logf("missed: %s %s: %s %q against %q, optional: %v", p.Left, p.Right, want.Kind, want.Left, want.Right, want.Optional)
			}
		}
	})
	if found < leastNamed {
		t.Errorf("found %d of the sample's conflicts of names, want at least %d", found, leastNamed)
	}
	t.Logf("found %d", found)
}
