package ui

import (
	"strings"
	"testing"
)

// TestFiltersOfLists narrows the lists of the reader by their columns.
func TestFiltersOfLists(t *testing.T) {
	for _, tt := range []struct {
		keys, typed string
		has, hasNot string
	}{
		{"p", "outlet:courier", "Coast Courier", "Lorne Herald"},
		{"p", "!outlet:courier", "Lorne Herald", "Coast Courier"},
		{"p", "date:2024-03-03", "Coast Courier", "Lorne Herald"},
		{"p", "title:^eight", "Coast Courier", "Lorne Herald"},
		{"p", "open:left", "Lorne Herald", "Coast Courier"},
		{"p", "path:3.txt", "Island Post", "Coast Courier"},
		{"!", "kind:number", "‘six’ vs ‘eight’", "no matches"},
		{"!", "!kind:number", "no matches", "‘six’ vs ‘eight’"},
		{"!", "outlets:lorne grade:core", "‘six’ vs ‘eight’", "no matches"},
		{":", "name:^next-p", "next pair of articles", "next difference"},
		{":", "keys:^]", "next pair of articles", "next story"},
		{"?", "topic:moving", "next sentence", "next pair"},
		{"s", "articles:^3$", "1 of 1", "no matches"},
	} {
		d := open(t, 119, 36, Options{})
		d.press(tt.keys)
		d.typed(tt.typed)
		if s := d.screen(); !strings.Contains(s, tt.has) || strings.Contains(s, tt.hasNot) {
			t.Errorf("after %s %q:\n%s", tt.keys, tt.typed, s)
		}
	}
}
