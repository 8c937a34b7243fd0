package ui

import (
	"strings"
	"testing"

	"parallax/ui/session"
)

// matrixOf opens the table of a story of articles.
func matrixOf(t *testing.T, n int, hold bool) *drive {
	articles, stories := invented(n, n)
	d := openCorpus(t, 120, 24, articles, stories)
	d.hold = hold
	d.press("m")
	return d
}

func TestMatrixOpens(t *testing.T) {
	for _, tt := range []struct {
		keys string
		want session.Pair
		open bool
	}{
		{"enter", session.Pair{0, 1}, false},
		{"down right enter", session.Pair{1, 2}, false},
		{"down enter", session.Pair{0, 1}, true}, // an article beside itself
		{"down down left enter", session.Pair{2, 0}, false},
		{"pgdown enter", session.Pair{11, 1}, false},
		{"pgdown pgup left up enter", session.Pair{0, 1}, true},
		{"right right right right right right right right right right right right enter", session.Pair{0, 11}, false},
		{"h e r a l d enter", session.Pair{0, 5}, false}, // Lorne Herald's second beside its first
		{"h e r a l d down enter", session.Pair{0, 1}, true},
		{"x y z enter", session.Pair{0, 1}, true},
		{"f1 esc down right enter", session.Pair{1, 2}, false},
		{"right esc", session.Pair{0, 1}, false},
	} {
		t.Run(tt.keys, func(t *testing.T) {
			d := matrixOf(t, 12, false)
			for _, k := range strings.Fields(tt.keys) {
				d.press(k)
				d.screen()
			}
			if got := d.m.deck.Wanted(); got != tt.want || (d.m.top() != nil) != tt.open {
				t.Errorf("opens %v, want %v:\n%s", got, tt.want, d.screen())
			}
		})
	}
}

// known returns how many pairs' figures are known.
func (d *drive) known() (n int) {
	for i := range d.m.deck.Articles {
		for j := range i {
			if _, ok := d.m.deck.Figure(session.Pair{j, i}); ok {
				n++
			}
		}
	}
	return n
}

// TestMatrixFills holds that cells are filled as their comparisons come, few
// at a time, that they stop when the table is closed, and that what came stays.
func TestMatrixFills(t *testing.T) {
	d := matrixOf(t, 30, true)
	if !strings.Contains(d.line(0), " of 435 pairs compared …") || !strings.Contains(d.screen(), "     …") {
		t.Fatalf("the table is\n%s", d.screen())
	}
	deliver := func() {
		held := d.held
		d.held = nil
		for _, cmd := range held {
			d.send(cmd())
		}
	}
	for range 20 {
		if len(d.held) > 2 {
			t.Fatalf("%d comparisons are under way", len(d.held))
		}
		deliver()
	}
	known := d.known()
	if known < 30 {
		t.Fatalf("after 20 rounds %d figures are known", known)
	}
	shown := d.m.deck.Story().Articles
	if _, ok := d.m.deck.Figure(session.Pair{shown[0], shown[5]}); !ok {
		t.Error("a cell that is shown is not among the first")
	}
	d.press("esc")
	for range 5 {
		deliver()
	}
	if len(d.held) > 0 || d.known() > known+4 {
		t.Errorf("after esc there are %d figures, and %d under way", d.known(), len(d.held))
	}
	d.hold = false
	d.press("m")
	if !strings.Contains(d.line(0), "all 435 pairs compared") {
		t.Errorf("the table is\n%s", d.screen())
	}
}

// TestMatrixOfMany holds that of a large story only what is looked at is
// compared.
func TestMatrixOfMany(t *testing.T) {
	d := matrixOf(t, 90, false)
	if n := d.known(); n > 300 {
		t.Errorf("%d pairs are compared", n)
	}
	d.press("pgdown", "pgdown", "right", "right", "right", "right", "right", "right", "right", "right", "right", "right")
	if strings.Contains(strings.Join(strings.Split(d.screen(), "\n")[4:20], "\n"), "     …") {
		t.Errorf("what is looked at is not compared:\n%s", d.screen())
	}
}
