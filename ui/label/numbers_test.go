package label

import (
	"strings"
	"testing"
)

func TestInWords(t *testing.T) {
	for _, tt := range []struct{ list, want string }{
		{"", ""}, {"1st", "1st"}, {"1st 2nd", "1st and 2nd"}, {"1st 2nd 5th", "1st, 2nd and 5th"},
	} {
		if got := List(strings.Fields(tt.list)); got != tt.want {
			t.Errorf("%q reads %q, want %q", tt.list, got, tt.want)
		}
	}
}

func TestOrdinal(t *testing.T) {
	for n, want := range map[int]string{1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 12: "12th", 13: "13th", 21: "21st", 102: "102nd", 111: "111th"} {
		if got := Ordinal(n); got != want {
			t.Errorf("ordinal(%d) = %q, want %q", n, got, want)
		}
	}
}
