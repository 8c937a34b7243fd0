package coverage

import (
	"strings"
	"testing"

	"parallax/corpus"
)

// TestFigures holds which number stands in each cell of a fact: of the same
// thing, not of another one, and no year, day or number that only names.
func TestFigures(t *testing.T) {
	for _, tt := range []struct{ sentences, want string }{
		{"At least six people were hurt in the fire | The fire hurt six people | A fire has hurt people", "≥six six -"},
		{"The fire hurt 12 people and burnt three barns | Three barns burnt and 14 people were hurt", "12 -"},
		{"More than 50 people were rescued | Eight people were injured, and all 53 people were rescued", "≥50 53"},
		{"The fire hurt 12 people | It was the third fire of 2024 on Route 9", "12 -"},
		{"One former official knew of the fire | A former official knew, and one other", "- -"},
		{"Prices rose by 4 percent in May | In May prices were 5 percent higher", "4 -"},
		{"The pier was built in 1931 | Builders finished the pier in 1931", "- -"},
		{"The council promised zero tolerance for smugglers | For smugglers there will be zero tolerance, the council said", "- -"},
		{"The crew counted zero casualties in the fire | In the fire there were zero casualties", "zero zero"},
		{"The town spent 1,250,000 dollars on 30 barns | It has 30 barns", "- -"},
	} {
		var story []*corpus.Article
		f := Fact{}
		for i, s := range strings.Split(tt.sentences, " | ") {
			story = append(story, told(string(rune('A'+i)), s))
			f.Cells = append(f.Cells, Cell{State: Carried, Sentences: []int{0}})
		}
		table := Gather(story, nil)
		table.Facts = []Fact{f}
		got := table.Figures(0, 5)
		for i := range got {
			if got[i] == "" {
				got[i] = "-"
			}
		}
		if all := strings.Join(got, " "); all != tt.want {
			t.Errorf("%s: %s, want %s", tt.sentences, all, tt.want)
		}
	}
}
