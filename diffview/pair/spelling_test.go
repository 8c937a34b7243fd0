package pair

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/corpus/sample"
	"parallax/diffview/budget"
	"parallax/diffview/doc"
	"parallax/diffview/sides"
)

// spelledIn lists the names that two articles write in two ways, as the side asked
// for has them first.
func spelledIn(t testing.TB, left, right *doc.Doc, first sides.Side) []string {
	var out []string
	docs := [2]*doc.Doc{left, right}
	for _, s := range matchOf(t, left, right).Entities.Spellings {
		var names [2]string
		for side, d := range docs {
			for _, m := range s.Mentions[side] {
				names[side] += d.Spelled(d.Mentions[m]) + ","
			}
		}
		out = append(out, fmt.Sprint(names[first], names[first.Other()], s.Variation, s.Person, s.Whole, s.Custom))
	}
	slices.Sort(out)
	return out
}

// What is found does not depend on which article is the left one, and an article
// writes no name in two ways if it is compared with itself.
func checkSpellings(t testing.TB, left, right *doc.Doc) {
	there, back := spelledIn(t, left, right, sides.Left), spelledIn(t, right, left, sides.Right)
	if !slices.Equal(there, back) {
		t.Errorf("one way %q, the other way %q", there, back)
	}
	if itself := spelledIn(t, left, left, sides.Left); len(itself) > 0 {
		t.Errorf("against itself: %q", itself)
	}
}

// In a copy of an article in which one full name has two letters exchanged or its
// words, that and nothing else is found, both ways.
func TestSpellings(t *testing.T) {
	c, err := sample.Open()
	if err != nil {
		t.Fatal(err)
	}
	all, seen := 0, 0
	for _, a := range c.Articles {
		d := doc.Prepare(a)
		for n := range d.Entities {
			e := &d.Entities[n]
			if e.Kind != doc.Person || len(e.Words) != 2 || len(e.LastName()) < 5 {
				continue
			}
			first, last, _ := strings.Cut(d.Spelled(d.Mentions[e.Named]), " ")
			swapped := last[:2] + last[3:4] + last[2:3] + last[4:]
			for _, text := range []string{strings.ReplaceAll(a.Text, last, swapped), strings.ReplaceAll(a.Text, first+" "+last, last+" "+first)} {
				if text == a.Text {
					continue // two letters that are the same
				}
				other := doc.Prepare(corpus.FromText("copy.txt", text))
				checkSpellings(t, d, other)
				all++
				if len(spelledIn(t, d, other, sides.Left)) == 1 {
					seen++
				}
			}
		}
	}
	if seen < all*9/10 {
		t.Errorf("%d of %d found", seen, all)
	}
}

// Whether two words can be one, misspelt, does not depend on which comes first: not
// either where only one has letters beyond ASCII.
func TestNearLettersMirrored(t *testing.T) {
	words := strings.Fields("kjaersgaardmna kjærsgaardman kjaersgaardman lacalamita calamita aaron aron yiannis giannis ørsted oersted qiust quist şahin sahin ß ii iye")
	for _, x := range words {
		for _, y := range words {
			if distance(x, y) != distance(y, x) || nearLetters(x, y) != nearLetters(y, x) || joined(x, y) != joined(y, x) ||
				shortForm(x, y) != shortForm(y, x) || otherGiven(x, y) != otherGiven(y, x) || ordinary(x, y, true) != ordinary(y, x, true) || oneStem(x, y) != oneStem(y, x) {
				t.Errorf("%s, %s: not as %s, %s", x, y, y, x)
			}
		}
	}
}

// Names in many orders of their words are looked for in both articles: what that costs
// grows with their length, and is counted.
func TestOtherOrderCosts(t *testing.T) {
	spent := func(more int) int {
		left := doc.Prepare(corpus.FromText("left.txt", "They met Paula Quist."+strings.Repeat(" It rained all day.", more)))
		right := doc.Prepare(corpus.FromText("right.txt", "They met Quist Paula."+strings.Repeat(" It rained all day.", more)))
		b := budget.New(t.Context(), 1e9)
		if _, err := newPairing(b, left, right); err != nil {
			t.Fatal(err)
		}
		return 1e9 - b.Left()
	}
	if few, many := spent(1), spent(100); many < few+2*99*5 {
		t.Errorf("%d steps in short articles, %d in long ones", few, many)
	}
}
