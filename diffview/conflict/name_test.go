package conflict

import "testing"

func TestNameClashes(t *testing.T) {
	checkClashes(t, nameClashes, []clashCase{
		{"two offices", "Highline chief executive Ada Falk apologized.", "Ada Falk, the operations director of Highline, apologized.", "Highline chief executive|operations director"},
		{"an office and its letters", "Highline CEO Ada Falk apologized.", "Ada Falk, the chief executive of Highline, apologized.", ""},
		{"a former office", "Former governor Ada Falk apologized.", "Ada Falk, the senator, apologized.", ""},
		{"an office to come", "Governor Ada Falk apologized.", "Ada Falk, the nominee for ambassador, apologized.", ""},
		{"a shorter title", "Assistant police chief Ada Falk apologized.", "Police chief Ada Falk apologized.", ""},
		{"no title", "President Ada Falk apologized.", "Ada Falk apologized.", ""},
		{"callings one may have together", "Actress Ada Falk apologized.", "Activist Ada Falk apologized.", ""},
		{"both offices in one article", "Governor Ada Falk apologized. Falk, the senator, left.", "Senator Ada Falk apologized.", ""},

		{"two towns", "A picture was sent to a student in Seattle.", "It was sent to Ann Lowe, a student at Holm College in Bellingham, Wash.", "Seattle|Bellingham"},
		{"a town and its state", "It was sent to a student in Washington.", "It was sent to a student in Bellingham, Wash.", ""},
		{"a town near the other", "It was sent to a student in Seattle.", "It was sent to a student in Bellingham, Wash., near Seattle.", ""},
		{"two things in two towns", "It was sent to a student in Seattle.", "It was sent by a teacher in Bellingham, Wash.", ""},
	})
}
