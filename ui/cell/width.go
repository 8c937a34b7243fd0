// Package cell measures text as a terminal shows it and as people look for it:
// what goes in is text, what comes out is how many cells it takes, what of it has
// room, and where in it a query is found, whatever its capitals and accents.
package cell

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Width returns the width of a text on the terminal.
func Width(m ansi.Method, s string) int {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return m.StringWidth(s)
		}
	}
	return len(s)
}

// Clip returns the beginning of a text in at most width cells, with a tail
// after it when it was cut. Truncate of the library lets joined emoji through
// that a terminal which counts code points shows wider.
func Clip(m ansi.Method, s string, width int, tail string) string {
	if Width(m, s) <= width {
		return s
	}
	room := width - Width(m, tail)
	if room < 0 {
		return ""
	}
	end := 0
	for end < len(s) {
		cluster, _ := ansi.FirstGraphemeCluster(s[end:], m)
		if room -= Width(m, cluster); room < 0 {
			break
		}
		end += len(cluster)
	}
	return s[:end] + tail
}

// ClipLeft returns the end of a text in at most width cells.
func ClipLeft(m ansi.Method, s string, width int) string {
	for all := Width(m, s); all > width; {
		cluster, _ := ansi.FirstGraphemeCluster(s, m)
		s, all = s[len(cluster):], all-Width(m, cluster)
	}
	return s
}

// Shorten returns s in at most width cells, with "…" in its middle when it
// does not fit: the ends of a headline tell more than its middle. What is cut
// off at its end already, the first words of a text, is cut there again.
func Shorten(m ansi.Method, s string, width int) string {
	if Width(m, s) <= width {
		return s
	}
	if width < 1 {
		return ""
	}
	if words, cut := strings.CutSuffix(s, "…"); cut {
		return wholeWords(Clip(m, words, width-1, ""), words) + "…"
	}
	head, tail := Ends(m, s, width-1)
	return head + "…" + tail
}

// wholeWords takes the word that a cut went through off the end of head, the
// beginning of s, unless it is most of it.
func wholeWords(head, s string) string {
	if len(head) == len(s) || s[len(head)] == ' ' {
		return strings.TrimRight(head, " ")
	}
	if space := strings.LastIndexByte(head, ' '); space > len(head)/2 {
		head = head[:space]
	}
	return strings.TrimRight(head, " ")
}

// Ends returns the two ends of s that have room in width cells together, in
// whole words where they are not too long for it.
func Ends(m ansi.Method, s string, width int) (head, tail string) {
	head = wholeWords(Clip(m, s, (width+1)*3/5, ""), s)
	tail = ClipLeft(m, s, width-Width(m, head))
	if cut := len(s) - len(tail); cut > 0 && s[cut-1] != ' ' {
		if space := strings.IndexByte(tail, ' '); space >= 0 && space < len(tail)/2 {
			tail = tail[space:]
		}
	}
	return head, strings.TrimLeft(tail, " ")
}

// ClipBytes returns the beginning of a text in at most n bytes, at a rune.
func ClipBytes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return strings.TrimRight(strings.ToValidUTF8(s[:n-len("…")], ""), " ") + "…"
}
