package corpus

import (
	"os"
	"strings"
	"testing"
)

// TestOfficeSamples opens the samples of documents that office programs, book
// makers and browsers write.
func TestOfficeSamples(t *testing.T) {
	const folder = "../../shared/samples/"
	if _, err := os.Stat(folder); err != nil {
		t.Skip("the samples are not here:", err)
	}
	const (
		herald   = "Ferry halted after cracks found in hull"
		opening  = "Ferry services across the Lorne estuary were halted on Tuesday after an inspector found cracks in the hull of the Maid of Lorne, the operator said."
		closing  = "It has ordered checks on three sister ships."
		abridged = "The vessel, which carries about 1,200 passengers a day, was withdrawn at 9 a.m. and will not sail again before Friday, St. Aubin Ferries said in a statement."
	)
	for _, c := range []struct{ file, title, outlet, author, date, paragraphs, first, last string }{
		{"pdf/herald.pdf", herald, "The Lorne Herald", "Mara Quill", "2026-03-10", abridged, opening, closing},
		{"pdf/courier.pdf", "Commuters stranded as ferry pulled over hull damage", "Coast Courier", "Ben Oduya", "2026-03-10",
			"St. Aubin Ferries said the ship, used by some 1,200 people daily, would return by Friday at the latest.",
			"Hundreds of commuters were stranded on Tuesday after the Maid of Lorne ferry was pulled from service over what its operator called “minor” damage to the hull.",
			"The company declined to comment on claims that it had been warned in 2024."},
		// Those that pandoc made name no outlet; the Rich Text has no properties at all.
		{"odt/herald.odt", herald, "", "Mara Quill", "2026-03-10", abridged, opening, closing},
		{"epub/herald.epub", herald, "", "Mara Quill", "2026-03-10", abridged, opening, closing},
		{"rtf/herald.rtf", herald, "", "Mara Quill", "2026-03-10", abridged, opening, closing},
	} {
		t.Run(c.file, func(t *testing.T) {
			o, err := Open([]string{folder + c.file}, Options{})
			if err != nil || len(o.Articles) != 1 || len(o.Problems) > 0 {
				t.Fatal(err, o)
			}
			a := o.Articles[0]
			check := func(what, got, want string) {
				t.Helper()
				if got != want {
					t.Errorf("%s: got %q, want %q", what, got, want)
				}
			}
			check("title", a.Meta.Title.Value, c.title)
			if c.outlet != "" {
				check("outlet", a.Meta.Outlet.Value, c.outlet)
			}
			check("author", strings.Join(a.Meta.Authors.Value, "|"), c.author)
			check("date", a.Meta.Published.Value.Format("2006-01-02"), c.date)
			at := -1
			for _, s := range []string{c.first, c.paragraphs, c.last} {
				i := strings.Index(a.Text, s)
				if i <= at {
					t.Errorf("%q is not in its place in\n%s", s, a.Text)
				}
				at = i
			}
			for _, p := range []string{c.first, c.paragraphs} {
				if !strings.Contains("\n"+a.Text+"\n", "\n"+p+"\n") {
					t.Errorf("%q is no paragraph of its own", p)
				}
			}
			if n := strings.Count(a.Text, c.title); n != 1 {
				t.Errorf("the title stands %d times in the text", n)
			}
		})
	}
}
