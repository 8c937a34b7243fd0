package exporter

import (
	"os"
	"testing"

	"parallax/diffview/layout"
	"parallax/ui/list"
)

// A path that is typed on from the name of a folder is no folder: what was found at
// the shorter path says nothing of it. Enter may come before the disk has answered.
func TestAcceptBeforeAnswer(t *testing.T) {
	folder, err := os.Stat(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name     string
		answered int
		written  bool
	}{{"the path itself is a folder", 2, false}, {"an earlier path was one", 1, true}} {
		e := &Dialogue{choice: &Choice{view: layout.Matched}, path: list.NewField("reports.txt"), number: 2, measured: measuredMsg{number: tt.answered, there: folder}}
		if asked := e.accept(false); (asked != nil) != tt.written || (e.problem == "") != tt.written {
			t.Errorf("%s: written %v, problem %q", tt.name, asked != nil, e.problem)
		}
	}
}
