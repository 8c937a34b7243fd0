package loading

import (
	"testing"

	"parallax/corpus"
)

// TestProgress holds what is said of a loading, and that a bar shows how much of
// it is done where it is known how much there is.
func TestProgress(t *testing.T) {
	for _, tt := range []struct {
		is   corpus.Progress
		wide string
		slim string
	}{
		{corpus.Progress{Done: 1200, Files: 1300}, "reading: 1,200 files", "reading: 1,200 files"},
		{corpus.Progress{Done: 1200, Files: 4800, Complete: true}, "reading: 1,200 of 4,800 files ━━━━━───────────────", "reading: 1,200 of 4,800 files"},
		{corpus.Progress{Done: 4799, Files: 4800, Complete: true}, "reading: 4,799 of 4,800 files ━━━━━━━━━━━━━━━━━━━━", "reading: 4,799 of 4,800 files"},
		{corpus.Progress{Done: 1, Files: 1, Articles: 31, Complete: true}, "reading: 31 articles", "reading: 31 articles"},
		{corpus.Progress{Done: 4800, Files: 4800, Articles: 5100, Complete: true}, "grouping 5,100 articles", "grouping 5,100 articles"},
	} {
		for width, want := range map[int]string{120: tt.wide, 80: tt.slim} {
			s := &Source{}
			s.said, s.part = progressOf(tt.is)
			if got := s.Line(width); got != want {
				t.Errorf("at %d columns %+v is told as %q, want %q", width, tt.is, got, want)
			}
		}
	}
	var none *Source
	if got := none.Line(120); got != "" {
		t.Errorf("when nothing is read it says %q", got)
	}
}
