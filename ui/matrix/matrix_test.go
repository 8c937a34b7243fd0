package matrix

import (
	"fmt"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"parallax/corpus"
	"parallax/ui/keys"
	"parallax/ui/list"
	"parallax/ui/look"
	"parallax/ui/screen"
	"parallax/ui/session"
)

// TestMouse clicks a cell, and again.
func TestMouse(t *testing.T) {
	var articles []*corpus.Article
	var story []int
	for i := range 12 {
		articles = append(articles, &corpus.Article{Path: fmt.Sprintf("harbour/%d.txt", i)})
		story = append(story, i)
	}
	table := New(articles, story, session.Pair{0, 1}, func(session.Pair) (session.Figure, bool) { return session.Figure{}, false })
	table.Fit(screen.Canvas{Canvas: list.Canvas{Width: 120, Height: 23, Theme: look.New(true, false, colorprofile.TrueColor)}, Keys: keys.New()})
	click := func(row, col int) screen.Screen {
		now, _ := table.Update(tea.MouseClickMsg{Button: tea.MouseLeft, X: table.heading() + col*cellWidth + 3, Y: table.above() + row})
		return now
	}
	click(-1, 0)
	click(0, 20)
	click(15, 0)
	if click(3, 2) == nil || table.row != 3 || table.col != 2 {
		t.Fatalf("a click selects %d, %d", table.row, table.col)
	}
	table.Update(tea.MouseWheelMsg{Button: tea.MouseWheelDown})
	if table.row != 6 {
		t.Errorf("the wheel selects row %d", table.row)
	}
	if pair, _ := table.selected(); click(6, 2) != nil || pair != (session.Pair{6, 2}) {
		t.Errorf("a click on the selected cell opens %v", pair)
	}
}
