package diffview_test

import (
	"testing"

	"parallax/diffview"
)

// Only core conflicts are counted.
func TestOnlyCoreConflictsCount(t *testing.T) {
	c := &diffview.Comparison{Conflicts: []diffview.Conflict{{Grade: diffview.Core}, {Grade: diffview.Minor}, {Grade: diffview.Updated}, {}}}
	if n := c.CountConflicts(); n != 2 {
		t.Errorf("%d conflicts counted, want the 2 core ones", n)
	}
}
