package conflict

import (
	"testing"

	"parallax/corpus"
	"parallax/diffview/difftest"
	"parallax/diffview/doc"
	"parallax/diffview/slot"
)

// Two names in the same place surely conflict only where they are parts of longer
// ones that have the word beside them in common.
func TestPartOfOne(t *testing.T) {
	for _, tt := range []struct {
		name, left, right string
		at                [2]int // the tokens of the names
		want              bool
	}{
		{"of an army", "The Orde Liberation Army did it.", "The Orde Liberation Front did it.", [2]int{3, 3}, true},
		{"of a building", "The Orde Block Building burned.", "The Orde Dairy Building burned.", [2]int{2, 2}, true},
		{"a surname", "Police named Ada Marsh.", "Police named Ada Quill.", [2]int{3, 3}, true},
		{"towns", "A woman of Orde died.", "A woman of Halden died.", [2]int{3, 3}, false},
		{"members of lists", "It links Egypt, Orde, and Halden.", "It links Egypt, Tolvane, and Halden.", [2]int{4, 4}, false},
		{"after a title", "Police named President Marsh.", "Police named President Quill.", [2]int{3, 3}, false},
		{"of other names", "The Orde Army did it.", "The Tolvane Front did it.", [2]int{2, 2}, false},
	} {
		l, r := doc.Prepare(corpus.FromText("l", tt.left)), doc.Prepare(corpus.FromText("r", tt.right))
		rival := slot.Rival{Kind: slot.Name}
		for side, k := range tt.at {
			rival.Values[side] = slot.Value{First: k, Last: k + 1}
		}
		if got := partOfOne(difftest.Match(l, r), rival); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}

// What happened in the night from Thursday to Friday is told as of either day.
func TestEndsNight(t *testing.T) {
	for _, tt := range []struct {
		left, right string
		want        bool
	}{
		{"He was shot on Thursday night.", "He was shot at 1:30 a.m. Friday.", true},
		{"He was shot late Thursday.", "He was shot early on Friday.", true},
		{"He was shot Saturday night.", "He was shot early Sunday.", true},
		{"He was shot on Thursday night.", "He was shot on Friday.", false},
		{"He was shot on Thursday.", "He was shot early Friday.", false},
		{"He was shot on Thursday night.", "He was shot on Friday night.", false},
		{"He was shot on Thursday night.", "He was shot early Saturday.", false},
	} {
		l, r := doc.Prepare(corpus.FromText("l", tt.left)), doc.Prepare(corpus.FromText("r", tt.right))
		x, y := l.MomentsOf(0)[0], r.MomentsOf(0)[0]
		if got := endsNight(l, x, r, y); got != tt.want {
			t.Errorf("%q and %q: %v", tt.left, tt.right, got)
		}
	}
}
