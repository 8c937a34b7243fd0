package diffview_test

import "testing"

func TestWhy(t *testing.T) {
	for _, tt := range []struct{ left, right, want string }{
		{"The ferry left.", "“The ferry left!”", "the same words"},
		{"The harbour master closed Lorne pier on Tuesday.", "Lorne pier was shut on Tuesday, its harbour master said.", "both have ‘Lorne’, ‘pier’ and ‘harbour’; ‘closed’ for ‘shut’"},
		{"“We had no warning at all of the storm,” Ann Marsh said.", "Ann Marsh said the crew had “no warning at all of the storm”.", "both quote the same words; both have ‘Marsh’, ‘Ann’ and ‘warning’"},
	} {
		c := comparison(tt.left, tt.right)
		if len(c.Links) != 1 {
			t.Errorf("%q and %q have %d links", tt.left, tt.right, len(c.Links))
			continue
		}
		if got := c.Why(0); got != tt.want {
			t.Errorf("%q and %q are linked because %s; want %s", tt.left, tt.right, got, tt.want)
		}
	}
}
