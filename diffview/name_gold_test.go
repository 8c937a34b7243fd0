package diffview

import (
	"sort"
	"strings"
	"testing"
)

// A goldPair is one labelled pair of articles, prepared.
type goldPair struct {
	name      string
	match     *match
	core      map[[2]int][]goldClash // core links by compared sentences, with their conflicts
	optional  map[[2]int][]goldClash
	sentences [2]int
}

// goldPairs reads the labelled pairs, or skips the test when they are not
// there.
func goldPairs(t testing.TB) []goldPair {
	g := readGold(t)
	var out []goldPair
	for _, p := range g.Pairs {
		l, leftIDs := g.read(t, p.Left)
		r, rightIDs := g.read(t, p.Right)
		pair := goldPair{name: p.Name, match: newMatch(l, r), core: map[[2]int][]goldClash{}, optional: map[[2]int][]goldClash{},
			sentences: [2]int{len(l.sentences), len(r.sentences)}}
		for _, k := range p.Links {
			to := pair.core
			if k.Grade != "core" {
				to = pair.optional
			}
			for i, is := range leftIDs {
				for j, js := range rightIDs {
					if containsInt(is, k.Left) && containsInt(js, k.Right) {
						to[[2]int{i, j}] = append(to[[2]int{i, j}], k.Conflicts...)
					}
				}
			}
		}
		out = append(out, pair)
	}
	return out
}

func containsInt(s []int, n int) bool {
	for _, x := range s {
		if x == n {
			return true
		}
	}
	return false
}

// TestEntityShare measures on the labelled pairs whether shared entities tell
// sentences that must be linked from others better than shared words in
// capitals do: the area under the curve of hits against false alarms.
func TestEntityShare(t *testing.T) {
	var entities, greater, capitals []scored
	for _, g := range goldPairs(t) {
		p := newPairing(g.match.sides[Left], g.match.sides[Right])
		for i := range g.sentences[Left] {
			for j := range g.sentences[Right] {
				if _, ok := g.optional[[2]int{i, j}]; ok {
					continue
				}
				_, yes := g.core[[2]int{i, j}]
				shared, lesser, more := p.share(i, j)
				entities = append(entities, scored{shared, yes})
				greater = append(greater, scored{lesser + more, yes})
				capital := 0.
				both(g.match.profile[Left][i].names, g.match.profile[Right][j].names, func(n int, in [2]bool) {
					if in[Left] && in[Right] {
						capital += g.match.weight[n]
					}
				})
				capitals = append(capitals, scored{capital, yes})
			}
		}
	}
	e, s, c := area(entities), area(greater), area(capitals)
	t.Logf("area under the curve: entities %.3f, their share %.3f, words in capitals %.3f", e, s, c)
	if e < c {
		t.Errorf("shared entities tell links worse (%.3f) than shared words in capitals (%.3f)", e, c)
	}
}

type scored struct {
	score float64
	yes   bool
}

// area returns the share of pairs of a yes and a no of which the yes scores
// higher; ties count half.
func area(s []scored) float64 {
	sort.Slice(s, func(a, b int) bool { return s[a].score < s[b].score })
	var no, yes, sum float64
	for k := 0; k < len(s); {
		n := k
		y, x := 0., 0.
		for ; n < len(s) && s[n].score == s[k].score; n++ {
			if s[n].yes {
				y++
			} else {
				x++
			}
		}
		sum += y * (no + x/2)
		no, yes, k = no+x, yes+y, n
	}
	return sum / (no * yes)
}

// bare takes the signs from a label's words.
var bare = strings.NewReplacer(",", "", "“", "", "”", "", "\"", "")

// TestNamePolarityGold runs the finders of names and polarity over the
// labelled core links, as if linking were perfect, and holds their precision:
// at most one in four of what they report is unlabelled.
func TestNamePolarityGold(t *testing.T) {
	for _, kind := range []struct {
		name string
		find func(finding) []clash
	}{{"name", nameClashes}, {"polarity", polarityClashes}, {"opposite", oppositeClashes}, {"part", partClashes}, {"pause", pauseClashes}, {"fate", fateClashes}, {"none", noneClashes}} {
		right, wrong := 0, 0
		for _, g := range goldPairs(t) {
			l, r := g.match.sides[Left], g.match.sides[Right]
			for i := range l.sentences {
				for j := range r.sentences {
					labels, ok := g.core[[2]int{i, j}]
					more, may := g.optional[[2]int{i, j}]
					if !ok && !may {
						continue
					}
					for _, c := range kind.find(finding{g.match, certainly(i, j), align(l, r, i, j)}) {
						k := g.match.conflict(c, 0)
						good := false
						for _, want := range append(labels, more...) {
							good = good || touches(k.words[Left], bare.Replace(want.Left)) && touches(k.words[Right], bare.Replace(want.Right))
						}
						if good {
							right++
						} else {
							wrong++
						}
						t.Logf("%v core %v %s: %s\n\t%s\n\t%s", good, ok, g.name, k.Reason, l.sentences[i].text, r.sentences[j].text)
					}
				}
			}
		}
		t.Logf("%s: %d right, %d wrong", kind.name, right, wrong)
		if wrong*3 > right {
			t.Errorf("%s: %d of %d reported conflicts are labelled", kind.name, right, right+wrong)
		}
	}
}
