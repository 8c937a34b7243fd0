package diffview_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"parallax/diffview"
)

func TestStanding(t *testing.T) {
	compare := func(left, right string) string {
		c := comparison(left, right)
		var out []string
		for _, side := range c.Quotations() {
			for _, q := range side {
				out = append(out, fmt.Sprintf("%v %d", q.Standing, q.Partner))
			}
			out = append(out, "|")
		}
		return strings.Join(out, " ")
	}
	for _, test := range []struct{ name, left, right, want string }{
		{"the same", `“The old bridge is perfectly safe,” Quist said.`, `“The old bridge is perfectly safe,” said Quist.`, "whole 0 | whole 0 |"},
		{"cut", `“The old bridge is perfectly safe and will open on Monday,” Quist said.`, `Quist called it “perfectly safe” on Sunday. Saal had said that the old bridge “will open on Monday.”`,
			"cut 1 | whole 0 whole 0 |"},
		{"altered", `“The old bridge is perfectly safe,” Quist said.`, `“The old bridge is completely safe,” Quist said.`, "altered 0 | altered 0 |"},
		{"absent", `“The old bridge is perfectly safe,” Quist said.`, `“Nobody told the fishermen,” Saal said.`, "absent -1 | absent -1 |"},
		{"in another order", `“Nobody told the fishermen,” Saal said. “The old bridge is perfectly safe,” Quist said.`,
			`“The old bridge is perfectly safe,” Quist said. “Nobody told the fishermen,” said Saal.`, "whole 1 whole 0 | whole 1 whole 0 |"},
		{"in indirect speech", `“The old bridge is perfectly safe and will open on Monday,” Quist said.`, `Quist said the old bridge is perfectly safe and will open on Monday.`, "reported -1 | |"},
		{"no quotation", `Nobody was hurt.`, `Nobody was hurt, police said.`, "| |"},
	} {
		if got := compare(test.left, test.right); got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
	}
}

// FuzzQuotations holds that quotations lie within their articles, in order,
// and that partners are quotations of the other side.
func FuzzQuotations(f *testing.F) {
	f.Add("“We reject it,” she said, “and [they] … know.”", "‘No’ \"open « mixed » „marks“ said Mr. X.")
	f.Add("“One.\n\n“Two,” Paula Quist said.", "»Nein«, said X. `` q '' according to")
	f.Add("\"", "“”")
	f.Fuzz(func(t *testing.T, left, right string) {
		if len(left)+len(right) > 4000 || !utf8.ValidString(left+right) {
			t.Skip()
		}
		c := comparison(left, right)
		for side, list := range c.Quotations() {
			for k, q := range list {
				if q.Start >= q.End || q.End > len(c.Articles[side].Text) || k > 0 && q.Start < list[k-1].End {
					t.Fatalf("the quotation %v is out of place", q)
				}
				if q.Partner < -1 || q.Partner >= len(c.Quotations()[1-side]) || (q.Partner < 0) != (q.Standing == diffview.Absent || q.Standing == diffview.Reported) {
					t.Fatalf("the quotation %v has the partner %d", q, q.Partner)
				}
				if s := q.SpeakerSpan; s.Start > s.End || s.End > len(c.Articles[side].Text) {
					t.Fatalf("the speaker of %v is out of place", q)
				}
			}
		}
	})
}
