package diffview

import "testing"

func TestNoneClashes(t *testing.T) {
	checkClashes(t, noneClashes, []clashCase{
		{"nobody, six", "Nobody was hurt in the collapse.", "Six people were injured in the collapse.", "Nobody was hurt|Six people were injured"},
		{"no one, at least two", "No one was killed.", "At least two people died.", "No one was killed|At least two people died"},
		{"no injuries", "There were no injuries.", "The storm injured three.", "no injuries|three"},
		{"another fate", "Nobody was killed.", "Six people were injured.", ""},
		{"nobody else", "Nobody else was hurt.", "Six people were injured.", ""},
		{"not seriously", "Nobody was seriously hurt.", "Six people were injured.", ""},
		{"no reports", "There were no reports of injuries.", "Six people were injured.", ""},
		{"both are told", "Nobody was hurt on the bridge. On the bank, six people were injured.", "Six people were injured.", ""},
		{"none on either side", "Nobody was hurt.", "There were no injuries.", ""},
	})
}
