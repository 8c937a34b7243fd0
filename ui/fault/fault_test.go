package fault

import (
	"testing"

	tea "charm.land/bubbletea/v2"
)

// A still shows one thing, and panics when it is broken.
type still struct{ broken bool }

func (s *still) Init() tea.Cmd                       { return nil }
func (s *still) Update(tea.Msg) (tea.Model, tea.Cmd) { return s, nil }

func (s *still) View() tea.View {
	if s.broken {
		panic("of drawing")
	}
	return tea.NewView("as it was")
}

// TestDrawing holds that an error in drawing ends the program as one in Update
// does: what was drawn last stays, and the program is asked to end.
func TestDrawing(t *testing.T) {
	ended := make(chan bool, 1)
	s := &still{}
	g := &Guard{model: s, quit: func() { ended <- true }}
	before := g.View()
	s.broken = true
	if after := g.View(); after.Content != before.Content || g.fault == nil {
		t.Errorf("after the error it shows %q and knows of %v", after.Content, g.fault)
	}
	<-ended
}
