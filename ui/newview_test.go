package ui

import (
	"slices"
	"strings"
	"testing"

	"parallax/diffview"
	"parallax/diffview/layout"
	"parallax/ui/settings"
)

// TestNewView adds views as whoever writes one would, with a value and its place
// in the table: they are named, chosen, gone through, drawn, read and left like
// those there are.
func TestNewView(t *testing.T) {
	old := layout.Views
	defer func() { layout.Views = old }()
	upwards := func(rows []layout.Row) []layout.Row {
		slices.Reverse(rows)
		return rows
	}
	beside, below, apart := *layout.Matched, *layout.Unified, *layout.Flowing
	arranged := func(c *diffview.Comparison, _ diffview.Side) []layout.Row { return upwards(layout.Arrange(c)) }
	beside.Rows, below.Rows = arranged, arranged
	apart.Rows = func(c *diffview.Comparison, side diffview.Side) []layout.Row { return upwards(layout.Flow(c, side)) }
	for _, v := range []*layout.View{&beside, &below, &apart} {
		v.Name, v.Help, v.Long = "upwards", "the last sentence first", "every sentence, the last one first"
		layout.Views = append(slices.Clone(old), v)
		if names := layout.ViewNames(); names[len(names)-1] != "upwards" {
			t.Fatalf("the views are %v", names)
		}
		if s, err := settings.Read(configured(t, "view: upwards\n")); err != nil || s.View != "upwards" {
			t.Errorf("the configuration reads %v, %v", s, err)
		}
		d := open(t, 120, 30, Options{Settings: settings.Settings{View: "upwards"}})
		s := d.screen()
		if last, first := strings.Index(s, "Fishermen"), strings.Index(s, "Six people"); last < 0 || first < last {
			t.Errorf("%d panes, apart %v: it shows\n%s", v.Panes, v.Apart, s)
		}
		d.press("v")
		if d.m.view != old[0] {
			t.Errorf("after the last view comes %s", d.m.view)
		}
		for range old {
			d.press("v")
		}
		if got := d.status(); !strings.HasPrefix(got, "upwards: the last sentence first") {
			t.Errorf("chosen, it says %q", got)
		}
		d.press("v", ":")
		d.typed("view-upwards")
		if s := d.screen(); !strings.Contains(s, "every sentence, the last one first") || !strings.Contains(s, "view-upwards") {
			t.Errorf("the commands are\n%s", s)
		}
		d.press("enter")
		var read []string
		for range 20 {
			c, _ := d.m.cursor()
			a := d.m.article(int(c.Side))
			read = append(read, a.Sentences[c.Sentence].Of(a.Text)[:9])
			d.press("j")
		}
		if at, from := slices.Index(read, "Six peopl"), slices.Index(read, "Fishermen"); from < 0 || at <= from {
			t.Errorf("%d panes, apart %v: one reads %q", v.Panes, v.Apart, read)
		}
		for _, key := range strings.Fields("g c d D o O tab j enter z G z f / h a r enter n N esc ] x [ e esc") {
			d.press(key)
			d.screen()
		}
		if at := d.m.place(); at.View != "upwards" {
			t.Errorf("it is left in the view %q", at.View)
		}
	}
}
