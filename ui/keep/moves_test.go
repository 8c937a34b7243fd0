package keep

import (
	"fmt"
	"testing"
)

// TestMovesChanged: what was moved to an article stays where it was moved to when
// that article goes on, or back.
func TestMovesChanged(t *testing.T) {
	for _, c := range []struct {
		name    string
		made    []Move
		article string
		now     []Move
		want    string
	}{
		{"the last of an article counts", []Move{{"a", "b"}}, "a", []Move{{"a", "c"}}, "[{a c}]"},
		{"back", []Move{{"a", "b"}, {"c", ""}}, "a", nil, "[{c }]"},
		{"a story of two, one of which goes on", []Move{{"a", ""}, {"b", "a"}}, "a", []Move{{"a", "x"}}, "[{b } {a x}]"},
		{"a story of three, whose first goes back", []Move{{"a", ""}, {"b", "a"}, {"c", "a"}}, "a", nil, "[{b } {c b}]"},
		{"it had followed another", []Move{{"a", "x"}, {"b", "a"}}, "a", []Move{{"a", ""}}, "[{b x} {a }]"},
		{"it was moved to what it had moved to itself", []Move{{"a", "b"}, {"b", "a"}}, "a", nil, "[]"},
		{"it was where its content puts it", []Move{{"b", "a"}}, "a", []Move{{"a", "x"}}, "[{b a} {a x}]"},
		{"both into one", []Move{{"a", ""}, {"b", "a"}}, "b", []Move{{"a", ""}, {"b", "a"}}, "[{a } {b a}]"},
	} {
		if got := fmt.Sprint(Moves{}.with(c.made).Changed(c.article, c.now...).All()); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func (all Moves) with(made []Move) Moves {
	for _, m := range made {
		all.lines = append(all.lines, lineOf(m))
	}
	return all
}
