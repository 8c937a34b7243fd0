package hyperlink

import (
	"bytes"
	"io"
	"strings"

	"parallax/corpus/lazyregexp"
)

// A Writer writes lines of text with the addresses in them as links, and the paths
// of articles. Nothing else is changed.
type Writer struct {
	to      io.Writer
	targets func(path string) string // of a path as it is shown; "" for none
	rest    []byte                   // a line that has not ended
}

// NewWriter returns a writer; targets returns where a path as it is shown leads,
// "" for what is none.
func NewWriter(to io.Writer, targets func(path string) string) *Writer {
	return &Writer{to: to, targets: targets}
}

func (w *Writer) Write(p []byte) (int, error) {
	w.rest = append(w.rest, p...)
	end := bytes.LastIndexByte(w.rest, '\n') + 1
	if end == 0 {
		return len(p), nil
	}
	var b strings.Builder
	for line := range strings.Lines(string(w.rest[:end])) {
		b.WriteString(w.line(line))
	}
	w.rest = append(w.rest[:0], w.rest[end:]...)
	if _, err := io.WriteString(w.to, b.String()); err != nil {
		return 0, err
	}
	return len(p), nil
}

// Flush writes a last line that does not end.
func (w *Writer) Flush() error {
	line := w.line(string(w.rest))
	w.rest = nil
	_, err := io.WriteString(w.to, line)
	return err
}

// address finds what looks like an address of the web, without what ends a
// sentence after it.
var address = lazyregexp.New(`https?://[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%\[\]]*[A-Za-z0-9\-_~/#&*+=%]`)

// joint comes between the parts of a line.
const joint = " · "

// line returns a line with its links.
func (w *Writer) line(line string) string {
	parts := strings.Split(line, joint)
	for i, part := range parts {
		path := strings.TrimSpace(part)
		if to := w.targets(path); path != "" && to != "" {
			parts[i] = strings.Replace(part, path, Text(path, to), 1)
			continue
		}
		parts[i] = address.ReplaceAllStringFunc(part, func(found string) string { return Text(found, Web(found)) })
	}
	return strings.Join(parts, joint)
}
