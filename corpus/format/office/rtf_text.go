package office

import (
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/htmlindex"
)

// char adds one byte of text, in the code page of its font.
func (r *rtf) char(c byte) {
	if r.drop > 0 {
		r.drop--
		return
	}
	if len(r.units) > 0 {
		r.flush()
	}
	r.bytes = append(r.bytes, c)
}

// text adds what a control word or sign stands for.
func (r *rtf) text(s string) {
	if r.drop > 0 {
		r.drop--
		return
	}
	r.flush()
	r.write(s)
}

// unicode adds one unit of UTF-16, which a file writes as a signed number, and
// for programs without Unicode some characters to stand for it.
func (r *rtf) unicode(n int) {
	if len(r.bytes) > 0 {
		r.flush()
	}
	r.units = append(r.units, uint16(n))
	r.drop = r.now.skip
}

// flush decodes the text that waits.
func (r *rtf) flush() {
	if len(r.units) > 0 {
		r.write(string(utf16.Decode(r.units)))
		r.units = r.units[:0]
	}
	if len(r.bytes) == 0 {
		return
	}
	page := r.page
	if r.now.charset != "" && !r.named {
		page = r.now.charset
	}
	if enc, err := htmlindex.Get(page); err == nil {
		if out, err := enc.NewDecoder().Bytes(r.bytes); err == nil {
			r.write(string(out))
		}
	}
	r.bytes = r.bytes[:0]
}

// write adds text to the destination that is open.
func (r *rtf) write(s string) {
	switch {
	case r.deep > 0:
	case r.now.dest == "" && !r.now.hidden:
		if strings.TrimSpace(s) != "" && strings.TrimSpace(r.body.Now.String()) == "" {
			r.starts = r.now.bold
		}
		r.body.Now.WriteString(s)
	case r.now.dest == "title" || r.now.dest == "author":
		if r.texts[r.now.dest] == nil {
			r.texts[r.now.dest] = new(strings.Builder)
		}
		r.texts[r.now.dest].WriteString(s)
	}
}

// paragraph ends a paragraph of the body.
func (r *rtf) paragraph() {
	r.flush()
	r.drop = 0
	if r.now.dest != "" {
		return
	}
	before := len(r.body.Done)
	r.body.End()
	added := r.body.Done[before:]
	for range added {
		r.bold = append(r.bold, r.starts)
	}
	if r.now.centred && !r.begun {
		r.centred = append(r.centred, added...)
	} else if len(added) > 0 {
		r.begun = true
	}
}
