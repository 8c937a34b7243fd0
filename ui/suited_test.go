package ui

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
	"parallax/corpus/story"
	"parallax/diffview/layout"
	"parallax/ui/session"
	"parallax/ui/settings"
)

// TestViewByPair holds that a pair begins in the view that suits it where none was
// asked for: side by side where most sentences have a match, each in its own order
// where few have; that a view that was chosen stays for all pairs; and that a
// configured one is shown from the first.
func TestViewByPair(t *testing.T) {
	const alike, odd = "Six people were injured when the ferry struck the pier of Lorne.\n\nThe pier was closed on Monday by the harbour council.\n\n",
		"Ada Moor waited with a flask of tea.\n\nThe sheds had been painted green in the spring.\n\nA choir sang on the quay until midnight.\n\nHerring was sold from two carts.\n\nThe moon rose late behind the chapel.\n\nA dog had lost its collar near the lighthouse.\n\n"
	articles := []*corpus.Article{
		corpus.FromText("a.txt", "Ferry hits pier\n\n"+alike),
		corpus.FromText("b.txt", "Pier of Lorne closed\n\nThe ferry struck the pier of Lorne, and six people were injured.\n\nOn Monday the harbour council closed the pier.\n\nNobody knows for how long."),
		corpus.FromText("c.txt", "At the harbour\n\n"+odd+"Six people were injured as the ferry hit the pier of Lorne.\n\n"),
	}
	for _, c := range []struct {
		o    Options
		keys []string
		want [2]*layout.View
	}{
		{Options{ViewByPair: true}, nil, [2]*layout.View{layout.Matched, layout.Flowing}},
		{Options{ViewByPair: true}, []string{"v", "v"}, [2]*layout.View{layout.Unified, layout.Unified}},
		{Options{ViewByPair: true, Settings: settings.Settings{View: "matched"}}, nil, [2]*layout.View{layout.Matched, layout.Matched}},
		{Options{}, nil, [2]*layout.View{layout.Matched, layout.Matched}},
	} {
		deck, err := session.New(articles, []story.Story{{Articles: []int{0, 1, 2}}})
		if err != nil {
			t.Fatal(err)
		}
		d := &drive{t: t, m: newModel(deck, c.o)}
		d.do(d.m.Init())
		d.send(tea.WindowSizeMsg{Width: 120, Height: 30})
		d.press(c.keys...)
		var got [2]*layout.View
		for n := range got {
			got[n] = d.m.viewport.Page.Key.View
			d.press("]")
		}
		if got != c.want {
			t.Errorf("%+v, keys %q: the pairs begin in %v, want %v", c.o.Settings.View, c.keys, got, c.want)
		}
	}
}
