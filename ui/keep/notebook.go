package keep

import (
	"bytes"
	"encoding/json"
	"io"

	"parallax/corpus"
	"parallax/ui/disk"
)

// maxNotebook is the largest file of bookmarks that is read, in bytes.
const maxNotebook = 16 << 20

// A Bookmark is a sentence, or a pair of articles, that is to be found again.
type Bookmark struct {
	Anchor        // the sentence; without a hash the pair
	Beside string `json:"beside"`          // the article that was read beside it (see Names)
	Quote  string `json:"quote,omitempty"` // the words of the sentence, or the first of them
	Note   string `json:"note,omitempty"`  // what the reader wrote to it
}

// Whole reports whether it is the pair that is marked.
func (b *Bookmark) Whole() bool { return b.Hash == "" }

// Same reports whether two bookmarks are of the same place, whatever they say.
func (b *Bookmark) Same(o *Bookmark) bool {
	if b.Whole() && o.Whole() {
		return b.Article == o.Article && b.Beside == o.Beside || b.Article == o.Beside && b.Beside == o.Article
	}
	return b.Anchor == o.Anchor
}

// A Notebook is the bookmarks of all corpora, in the order they were made. Its
// file has one a line, as JSON. Lines that are not bookmarks are left untouched:
// they may be of a later version, or a slip in a file that people can edit.
type Notebook struct{ lines []noteLine }

// A noteLine is a line of the file and the bookmark it is; nil for none.
type noteLine struct {
	raw  []byte
	mark *Bookmark
}

// parseNotebook reads the text of a notebook.
func parseNotebook(text []byte) (n Notebook) {
	for raw := range bytes.Lines(text) {
		raw = bytes.TrimRight(raw, "\r\n")
		if len(bytes.TrimSpace(raw)) == 0 {
			continue
		}
		line := noteLine{raw: raw}
		var b Bookmark
		if err := json.Unmarshal(raw, &b); err == nil && b.Article != "" && (b.Beside != "" || !b.Whole()) {
			b.Quote, b.Note = corpus.Printable(b.Quote), corpus.Printable(b.Note)
			line.mark = &b
		}
		n.lines = append(n.lines, line)
	}
	return n
}

// text returns the file of a notebook.
func (n Notebook) text() []byte {
	var b []byte
	for _, l := range n.lines {
		b = append(append(b, l.raw...), '\n')
	}
	return b
}

// Marks returns the bookmarks.
func (n Notebook) Marks() (marks []*Bookmark) {
	for _, l := range n.lines {
		if l.mark != nil {
			marks = append(marks, l.mark)
		}
	}
	return marks
}

// changed returns the notebook with one bookmark taken out and another put in,
// at the place of the former; either may be nil.
func (n Notebook) changed(old, now *Bookmark) Notebook {
	var next Notebook
	put := func() {
		if now != nil {
			raw, _ := json.Marshal(now) // strings and a number: it cannot fail
			next.lines = append(next.lines, noteLine{raw, now})
			now = nil
		}
	}
	for _, l := range n.lines {
		if l.mark != nil && (old != nil && l.mark.Same(old) || now != nil && l.mark.Same(now)) {
			put()
			continue
		}
		next.lines = append(next.lines, l)
	}
	put()
	return next
}

// ReadNotebook reads the file of a notebook. One that is not there is empty.
func ReadNotebook(file string) (Notebook, error) {
	text, err := readFile(file, maxNotebook)
	if err != nil {
		return Notebook{}, err
	}
	return parseNotebook(text), nil
}

// ChangeNotebook takes one bookmark out of the file of a notebook and puts
// another in, at the place of the former; either may be nil. It returns what the
// file then holds. The file is read first, since another reader may have changed
// it.
func ChangeNotebook(file string, old, now *Bookmark) (n Notebook, err error) {
	err = disk.Locked(file, func() error {
		if n, err = ReadNotebook(file); err != nil {
			return err
		}
		n = n.changed(old, now)
		return disk.Replace(file, func(w io.Writer) error {
			_, err := w.Write(n.text())
			return err
		})
	})
	return n, err
}
