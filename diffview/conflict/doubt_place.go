package conflict

import (
	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
	"parallax/diffview/pair"
	"parallax/diffview/sides"
)

// Doubts about where: distances from other places, and numbers of other
// places and of other wholes by name.

// scopeReach is how many words after a number a name tells of what whole it is one.
const scopeReach = 3

// otherScopes reports whether each number has a name right after it that the other
// sentence lacks: the third coach of one league, the fifth of another. Of ranks one
// such name is enough.
func otherScopes(m *pair.Pair, x, y figure) bool {
	if x.Kind == doc.Ordinal {
		return x.scope(m, y) || y.scope(m, x)
	}
	return x.Fate == doc.NoFate && x.scope(m, y) && y.scope(m, x)
}

// sites are the words before the name of where something is counted, and siteReach
// is how many words after a number it is looked for.
var sites = lexicon.WordSet("in at near across from")

const siteReach = 10

// otherSites reports whether two numbers are told of places whose names have no
// word in common: "in Orde", "across the islands of Tolvane".
func otherSites(m *pair.Pair, x, y figure) bool { return otherNames(m, x.site(), y.site()) }

// otherNames reports whether a left and a right name have no word in common.
func otherNames(m *pair.Pair, a, b doc.Stretch) bool {
	for i := a.First; i < a.Last; i++ {
		for j := b.First; j < b.Last; j++ {
			if m.Terms[sides.Left][i] == m.Terms[sides.Right][j] {
				return false
			}
		}
	}
	return a.First < a.Last && b.First < b.Last
}

// site returns the names after the first preposition of place after a number, up to
// the end of what is told there; empty for none. Days are no places.
func (f figure) site() doc.Stretch {
	s := f.after()
	end, k := min(s.Last, s.First+siteReach), s.First
	for k < end && !sites.Has(f.Tokens[k].Text) {
		k++
	}
	for k < end && !(f.Tokens[k].Capital && f.Tokens[k].Class == doc.Content) && !f.Ends(k) && f.Tokens[k].Text != "," {
		k++
	}
	name := doc.Stretch{First: k, Last: k}
	for name.Last < end && f.Tokens[name.Last].Capital && f.Tokens[name.Last].Class == doc.Content {
		if _, day := doc.Weekdays[f.Tokens[name.Last].Text]; day || doc.Months()[f.Tokens[name.Last].Text] > 0 {
			break
		}
		name.Last++
	}
	return name
}

// distant are the words between a distance and the place it is from.
var distant = lexicon.WordSet("north south east west northeast northwest southeast southwest north-northeast northern southern eastern western away down up inland offshore just due from of off outside the city town village center centre region")

// anchor returns the name that a distance is measured from: Cobb of "six miles west
// of Cobb"; empty for none.
func (f figure) anchor() doc.Stretch {
	s := f.after()
	k, from := s.First, false
	for ; k < s.Last && (distant.Has(f.Tokens[k].Text) || f.Tokens[k].Text == "-"); k++ {
		from = from || f.Tokens[k].Text == "from" || f.Tokens[k].Text == "of" || f.Tokens[k].Text == "off" || f.Tokens[k].Text == "outside"
	}
	name := doc.Stretch{First: k, Last: k}
	for from && name.Last < s.Last && f.Tokens[name.Last].Capital && f.Tokens[name.Last].Class == doc.Content {
		name.Last++
	}
	return name
}

// otherAnchors reports whether two distances are from places with no word of
// their names in common.
func otherAnchors(m *pair.Pair, x, y figure) bool {
	return x.Kind == doc.Measure && otherNames(m, x.anchor(), y.anchor())
}
