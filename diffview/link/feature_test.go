package link

import (
	"testing"

	"parallax/corpus"
	"parallax/diffview/difftest"
	"parallax/diffview/doc"
)

// featuresOf returns the features of the last sentences of two texts.
func featuresOf(t *testing.T, left, right string) []float64 {
	t.Helper()
	m := difftest.Match(doc.Prepare(corpus.FromText("a.txt", left)), doc.Prepare(corpus.FromText("b.txt", right)))
	table := wholeTable(t, m)
	r := table.row(table.n-1, table.k-1)
	if r < 0 {
		t.Fatalf("the last sentences are no candidates: %q, %q", left, right)
	}
	return table.rows[r]
}

// One telling thing in common speaks for a link where the sentences as wholes
// are unlike.
func TestTellingFeatures(t *testing.T) {
	const before = "Harbour council\n\nThe council met in the old customs house.\n\n"
	const long = before + "Although fishermen had objected for years, the dredging of the northern channel begins in March, and mayor Ines Calder hopes for larger ferries."
	for _, c := range []struct {
		name, left, right string
		f                 feature
		least, most       float64
	}{
		{"a short sentence is all in one clause of a long one", long, before + "Dredging the northern channel begins in March.", fClauseLess, .6, 1},
		{"that does not cover the long one", long, before + "Dredging the northern channel begins in March.", fCoverLess, 0, .5},
		{"no clause is covered by a sentence that shares a word of each", long, before + "The mayor objected when March ferries were late again, as so often before.", fClauseLess, 0, .4},
		{"a number of the same thing", before + "Repairs cost 4,217 euros.", before + "The council paid 4,217 euros to a local firm.", fValueNoun, 3, 9},
		{"the same number of other things", before + "It counted 4,217 gulls.", before + "It counted 4,217 boats.", fValueNoun, 0, 0},
		{"is still the same number", before + "It counted 4,217 gulls.", before + "It counted 4,217 boats.", fValue, 3, 9},
		{"a year is no such number", before + "It was built in 1987.", before + "It was rebuilt in 1987.", fValue, 0, 0},
		{"one person speaks", before + "Ines Calder said the dredging was overdue.", before + "“We waited too long for the dredging,” Calder said. Ines Calder said the dredging would last.", fSpeaker, 1, 1},
		{"two persons speak", before + "Ines Calder said the dredging was overdue.", before + "Tom Brandt said the dredging was overdue.", fSpeakersApart, 1, 1},
		{"nobody speaks", before + "The dredging was overdue.", before + "The dredging was overdue, too.", fSpeechBoth, 0, 0},
		{"a word that no other sentence has", before + "The dredging was overdue.", before + "The dredging was late.", fAnchors, 1, 1},
		{"a word that others have too", before + "The council was late.", before + "The council was overdue.", fAnchors, 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, x := range [][]float64{featuresOf(t, c.left, c.right), featuresOf(t, c.right, c.left)} {
				if got := x[c.f]; got < c.least || got > c.most {
					t.Errorf("%s is %.2f, want %v to %v", featureNames[c.f], got, c.least, c.most)
				}
			}
		})
	}
}
