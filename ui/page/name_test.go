package page

import (
	"testing"
	"time"

	"parallax/corpus"
	"parallax/diffview"
	"parallax/ui/session"
)

// TestNameOf of outlets that are one are told apart by time, else by side.
func TestNameOf(t *testing.T) {
	when := func(day int) corpus.Field[time.Time] {
		return corpus.Field[time.Time]{Value: time.Date(2031, 3, day, 0, 0, 0, 0, time.UTC), From: "front matter"}
	}
	for _, tt := range []struct {
		outlets [2]string
		days    [2]int
		want    [2]string
	}{
		{[2]string{"Lorne Herald", "Coast Courier"}, [2]int{1, 2}, [2]string{"Lorne Herald", "Coast Courier"}},
		{[2]string{"Lorne Herald", "Lorne Herald"}, [2]int{2, 1}, [2]string{"the later version", "the earlier version"}},
		{[2]string{"Lorne Herald", "Lorne Herald"}, [2]int{1, 1}, [2]string{"the left text", "the right text"}},
	} {
		c := &diffview.Comparison{}
		for side := range c.Articles {
			a := &corpus.Article{}
			a.Meta.Outlet = corpus.Field[string]{Value: tt.outlets[side], From: "front matter"}
			a.Meta.Published = when(tt.days[side])
			c.Articles[side] = a
		}
		p := &Page{Reading: &session.Reading{Comparison: c}}
		if got := [2]string{p.NameOf(0), p.NameOf(1)}; got != tt.want {
			t.Errorf("%v on days %v are %v", tt.outlets, tt.days, got)
		}
	}
}
