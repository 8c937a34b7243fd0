package layout_test

import (
	"context"
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/diffview"
	"parallax/diffview/layout"
)

// Rows of two versions: those equal but for how they are encoded are the same,
// and what was moved stays when what agrees is folded.
func TestRowsOfVersions(t *testing.T) {
	paragraphs := []string{
		"The café Zoé near the old harbour of Orde opened again on Monday after a winter of repairs.",
		"Mayor Ann Lund drank the first cup there at nine, and about forty guests came before noon.",
		"The owner said the roof had been leaking since the storm, and that the town paid for half of it.",
	}
	first := strings.Join(paragraphs, "\n\n")
	second := strings.Join([]string{paragraphs[2], strings.ReplaceAll(paragraphs[0], "é", "e\u0301"), paragraphs[1]}, "\n\n")
	prepare := func(text string) *diffview.Prepared { return diffview.Prepare(corpus.FromText("a.txt", text)) }
	c, err := diffview.Compare(context.Background(), prepare(first), prepare(second))
	if err != nil {
		t.Fatal(err)
	}
	rows := layout.Arrange(c)
	moved := 0
	for _, row := range rows {
		if row.Relation != layout.Same {
			t.Errorf("%v is %v", row.Sentences, row.Relation)
		}
		if row.Moved(c) {
			moved++
		}
	}
	if moved != 1 {
		t.Errorf("%d rows are moved, want 1", moved)
	}
	for _, row := range layout.Fold(c, rows, nil) {
		if row.Folded && row.Moved(c) {
			t.Errorf("the moved row %v is folded", row.Sentences)
		}
	}
}
