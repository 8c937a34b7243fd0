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

// A row in which only marks differ folds with those that agree, told by number;
// one in which a word, a capital or a paragraph differs does not.
func TestPunctuationFolds(t *testing.T) {
	const first = `The café near the old harbour of Orde opened again on Monday, after a winter of repairs.

Mayor Ann Lund drank the first cup there at nine. About forty guests came before noon, she said.

The owner said the roof had been leaking since the storm. The town paid for half of it.`
	for _, tt := range []struct {
		old, new string
		want     string // of the left column
	}{
		{"Monday, after", "Monday after", "5 sentences agree, 1 of them but for punctuation"},
		{"noon, she", "noon, (she", "5 sentences agree, 1 of them but for punctuation"},
		{"Monday", "Tuesday", "4 sentences agree"},
		{"owner", "Owner", "3 sentences agree"},
		{". About", ".\n\nAbout", "2 sentences agree"},
		{"five", "five", "5 sentences agree"},
	} {
		prepare := func(text string) *diffview.Prepared { return diffview.Prepare(corpus.FromText("a.txt", text)) }
		for _, turned := range []bool{false, true} {
			l, r := prepare(first), prepare(strings.Replace(first, tt.old, tt.new, 1))
			if turned {
				l, r = r, l
			}
			c, err := diffview.Compare(context.Background(), l, r)
			if err != nil {
				t.Fatal(err)
			}
			lines := layout.Lines(c, layout.Fold(c, layout.Arrange(c), nil), layout.Options{View: layout.Matched, Width: 200})
			for side := range 2 {
				var got strings.Builder
				for _, line := range lines {
					for _, run := range [][]layout.Run{line.Left, line.Right}[side] {
						got.WriteString(run.Text)
					}
					got.WriteString("\n")
				}
				if !strings.Contains(got.String(), tt.want+"\n") {
					t.Errorf("%q → %q, turned %v, side %d: no %q in\n%s", tt.old, tt.new, turned, side, tt.want, got.String())
				}
			}
		}
	}
}
