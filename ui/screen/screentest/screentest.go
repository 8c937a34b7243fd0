// Package screentest is for tests of screens: a canvas, a reader that notes what
// it is asked for, and a story with a conflict.
package screentest

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/corpus/story"
	"parallax/diffview"
	"parallax/ui/keys"
	"parallax/ui/list"
	"parallax/ui/look"
	"parallax/ui/screen"
	"parallax/ui/session"
)

// Canvas returns a canvas of so many cells, dark, with the usual keys.
func Canvas(width, height int) screen.Canvas {
	return screen.Canvas{Canvas: list.Canvas{Width: width, Height: height, Theme: look.New(true, false, colorprofile.TrueColor)}, Keys: keys.New()}
}

// A Reader notes what it was last asked for.
type Reader struct {
	Said string
	Did  keys.Action
	Pair session.Pair
}

func (r *Reader) Say(text string) { r.Said = text }

func (r *Reader) Perform(do keys.Action) tea.Cmd {
	r.Did = do
	return nil
}

func (r *Reader) OpenPair(p session.Pair, _ *session.Cursor, _ screen.Screen) tea.Cmd {
	r.Pair = p
	return nil
}

func (r *Reader) AtConflict(int) {}

func (r *Reader) Survey([]session.Pair) tea.Cmd { return nil }

// Pier is a story of four articles: two facts that all or most report, one of
// them with two figures, and what one alone tells.
func Pier() ([]*corpus.Article, []story.Story) {
	var articles []*corpus.Article
	for _, a := range []struct{ outlet, title, text string }{
		{"Lorne Herald", "Lorne closes its ferry pier after cracks are found",
			"The harbour council of Lorne closed the ferry pier on Monday after divers found cracks in four of its nine pillars. “We cannot send six hundred people a day over a pier that may fail,” said harbour master Jana Holt. The pier was built in 1931 by the Brandt shipyard."},
		{"Coast Courier", "Ferry pier in Lorne shut",
			"Lorne’s harbour council closed the ferry pier on Monday because divers had found cracks in eight of its nine pillars. “We cannot send six hundred people a day over a pier that may fail,” Jana Holt, the harbour master, told reporters. Fishermen fear that the herring season is lost."},
		{"Island Post", "Cracks shut ferry pier in Lorne",
			"The ferry pier in Lorne was closed by the harbour council on Monday after divers found cracks in four of its nine pillars. Repairs will cost two million crowns."},
		{"Harbour Gazette", "Ferry pier closed",
			"The harbour council of Lorne closed the ferry pier on Monday after divers found cracks in four of its nine pillars. “We cannot send six hundred people a day over a pier that may fail,” harbour master Jana Holt said on the quay."},
	} {
		articles = append(articles, &corpus.Article{
			Path: strings.ToLower(strings.Fields(a.outlet)[1]) + ".txt", Text: a.text, Sentences: prose.Sentences(a.text),
			Meta: corpus.Meta{Title: corpus.Field[string]{Value: a.title, From: "test"}, Outlet: corpus.Field[string]{Value: a.outlet, From: "test"}},
		})
	}
	return articles, []story.Story{{Articles: []int{0, 1, 2, 3}}}
}

// Compare compares, and keeps the links that no model could have doubts
// about: the screens are not those of one state of the models.
func Compare(ctx context.Context, left, right *diffview.Prepared) (*diffview.Comparison, error) {
	c, err := diffview.Compare(ctx, left, right)
	if err != nil {
		return nil, err
	}
	place := make([]int, len(c.Links))
	var links []diffview.Link
	for n, l := range c.Links {
		place[n] = len(links)
		if l.Score > 0.85 {
			l.Score, l.Sure = 1, true
			links = append(links, l)
		}
	}
	c.Links = links
	for n := range c.Conflicts {
		c.Conflicts[n].Link = place[c.Conflicts[n].Link]
	}
	return c, nil
}
