package diffview

import "testing"

func TestFateClashes(t *testing.T) {
	checkClashes(t, fateClashes, []clashCase{
		{"captured, rescued", "The warship drove them off, capturing 26 pirates.", "The warship rescued 26 crew members.", "capturing 26 pirates|rescued 26 crew members"},
		{"killed, injured", "The storm killed 14 people.", "In the storm 14 people were injured.", "killed 14 people|14 people were injured"},
		{"the same in other words", "Police arrested 14 people.", "Police detained 14 people.", ""},
		{"both are told", "The storm killed 14 people.", "The storm killed 14 people. As many, 14, were injured.", ""},
		{"other numbers", "The storm killed 14 people.", "The storm injured 19 people.", ""},
		{"a small number", "The storm killed two people.", "The storm injured two people.", ""},
	})
}
