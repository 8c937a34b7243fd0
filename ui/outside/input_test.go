package outside

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestPasteEnds reads what a terminal sends, piece by piece: a paste stays
// whole however it is cut, and one that never ends is ended by the next key.
func TestPasteEnds(t *testing.T) {
	const long, press = time.Hour, 400 * time.Millisecond
	type piece struct {
		after time.Duration
		sent  string
	}
	for _, tt := range []struct {
		name   string
		pieces []piece
		want   []string // as it is read
	}{
		{"keys", []piece{{0, "j"}, {long, "q"}}, []string{"j", "q"}},
		{"a paste", []piece{{0, beginPaste + "Six people" + endPaste}, {long, "q"}}, []string{beginPaste + "Six people" + endPaste, "q"}},
		{"a paste in pieces", []piece{{0, "\x1b[20"}, {0, "0~S"}, {0, "i"}, {0, "x"}, {0, "\x1b[2"}, {0, "01~"}, {long, "q"}}, []string{"\x1b[20", "0~S", "i", "x", "\x1b[2", "01~", "q"}},
		{"a paste over a slow line", []piece{{0, beginPaste + "Six "}, {long, "people"}, {long, " were" + endPaste}}, []string{beginPaste + "Six ", "people", " were" + endPaste}},
		{"a paste with ctrl+c in it", []piece{{0, beginPaste + "a\x03b"}, {0, "c" + endPaste}}, []string{beginPaste + "a\x03b", "c" + endPaste}},
		{"no end, q", []piece{{0, beginPaste + "Six"}, {long, "q"}, {long, "q"}}, []string{beginPaste + "Six", endPaste + "q", "q"}},
		{"no end, q again and again", []piece{{0, beginPaste}, {press, "q"}, {press, "q"}, {press, "q"}}, []string{beginPaste, "q", "q", endPaste + "q"}},
		{"a paste that comes by letters", []piece{{0, beginPaste}, {typing, "S"}, {typing, "i"}, {pasteSilence, "x"}, {typing, endPaste}}, []string{beginPaste, "S", "i", "x", endPaste}},
		{"no end, ctrl+c at once", []piece{{0, beginPaste + "Six"}, {0, "\x03"}}, []string{beginPaste + "Six", endPaste + "\x03"}},
		{"no end, ctrl+c of kitty", []piece{{0, beginPaste}, {0, "\x1b[99;5u"}}, []string{beginPaste, endPaste + "\x1b[99;5u"}},
		{"no end, an arrow", []piece{{0, beginPaste}, {long, "\x1b[A"}}, []string{beginPaste, endPaste + "\x1b[A"}},
		{"a late end", []piece{{0, beginPaste + "Six"}, {long, endPaste}, {long, "q"}}, []string{beginPaste + "Six", endPaste, "q"}},
		{"as much as is read at once", []piece{{0, beginPaste}, {0, strings.Repeat("x", 90)}, {long, "é"}}, []string{beginPaste, strings.Repeat("x", 90), endPaste + "é"}},
	} {
		r, w, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		clock := time.Now()
		in := &terminalInput{File: r, now: func() time.Time { return clock }}
		var got []string
		for _, p := range tt.pieces {
			clock = clock.Add(p.after)
			w.WriteString(p.sent)
			buffer := make([]byte, 96)
			n, _ := in.Read(buffer)
			got = append(got, string(buffer[:n]))
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: read %q, want %q", tt.name, got, tt.want)
		}
		r.Close()
		w.Close()
	}
}
