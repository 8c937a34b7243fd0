package zone

import (
	"slices"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

func TestScan(t *testing.T) {
	bold := func(s string) string { return "\x1b[1m" + s + "\x1b[m" }
	for _, tt := range []struct {
		line, clean string
		zones       []Zone
	}{
		{"", "", nil},
		{"plain", "plain", nil},
		{" " + Mark("next", "n") + " or " + Mark("back", "b"), " next or back", []Zone{{1, 5, "n"}, {9, 13, "b"}}},
		{Mark(bold("d"), "d") + Mark(" difference", "d") + "  ", bold("d") + " difference  ", []Zone{{0, 12, "d"}}}, // one zone
		{Mark("a", "x") + " " + Mark("b", "x"), "a b", []Zone{{0, 1, "x"}, {2, 3, "x"}}},
		{"釜山 " + Mark("釜山日报", "p") + "é", "釜山 釜山日报é", []Zone{{5, 13, "p"}}},
		{Mark("", "x") + Mark("y", ""), "y", nil},
		{bold(Mark("in", "x") + " bold"), bold("in bold"), []Zone{{0, 2, "x"}}},
	} {
		clean, zones := Scan(ansi.WcWidth, tt.line)
		if clean != tt.clean || !slices.Equal(zones, tt.zones) {
			t.Errorf("%q is %q with %v, want %q with %v", tt.line, clean, zones, tt.clean, tt.zones)
		}
		if ansi.StringWidth(tt.line) != ansi.StringWidth(clean) {
			t.Errorf("the marks of %q take cells", tt.line)
		}
		for _, z := range zones {
			if At(zones, z.Start) != z.Do || At(zones, z.End-1) != z.Do || At(zones, z.End) == z.Do {
				t.Errorf("%q: %v is not where it is", clean, z)
			}
		}
	}
}
