package raw

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// Decoded returns the text of a streamed file as UTF-8 without a byte order
// mark. Its charset is detected as Decode does, from what is available at
// first: at least the first line.
func (s Source) Decoded() (*bufio.Reader, error) {
	head, err := Beginning(s.Reader)
	if err != nil {
		return nil, err
	}
	enc, err := charsetOf(head, s.Charset)
	if err != nil {
		return nil, err
	}
	var t transform.Transformer = &withoutNULs{}
	if enc != nil {
		t = transform.Chain(enc.NewDecoder(), t)
	} else if bytes.HasPrefix(head, []byte("\xef\xbb\xbf")) {
		s.Reader.Discard(3)
	}
	return bufio.NewReaderSize(transform.NewReader(s.Reader, t), HeadBytes), nil
}

// withoutNULs does for a stream what asText does for a text: NULs become U+FFFD,
// a row of them one; those at the end, and a Ctrl-Z there, are dropped.
type withoutNULs struct {
	nul    bool // held back: a row of NULs
	ctrlZs int  // and how many Ctrl-Z
}

func (w *withoutNULs) Reset() { *w = withoutNULs{} }

func (w *withoutNULs) Transform(dst, src []byte, _ bool) (nDst, nSrc int, err error) {
	for nSrc < len(src) {
		switch src[nSrc] {
		case 0:
			w.nul = true
			nSrc++
			continue
		case 0x1a:
			w.ctrlZs++
			nSrc++
			continue
		}
		if nDst, err = w.release(dst, nDst); err != nil {
			return nDst, nSrc, err
		}
		n := bytes.IndexAny(src[nSrc:], "\x00\x1a")
		if n < 0 {
			n = len(src) - nSrc
		}
		n = copy(dst[nDst:], src[nSrc:nSrc+n])
		if nDst, nSrc = nDst+n, nSrc+n; n == 0 {
			return nDst, nSrc, transform.ErrShortDst
		}
	}
	return nDst, nSrc, nil
}

// release writes what was held back, where text follows.
func (w *withoutNULs) release(dst []byte, at int) (int, error) {
	if w.nul {
		if len(dst)-at < len("\uFFFD") {
			return at, transform.ErrShortDst
		}
		at += copy(dst[at:], "\uFFFD")
		w.nul = false
	}
	for ; w.ctrlZs > 0; w.ctrlZs-- {
		if at == len(dst) {
			return at, transform.ErrShortDst
		}
		dst[at] = 0x1a
		at++
	}
	return at, nil
}

// Beginning returns what is available of a stream without consuming it, and
// waits no longer than for the end of the first line that is not blank: a pipe
// may be slow.
func Beginning(r *bufio.Reader) ([]byte, error) {
	for n := 1; ; n = r.Buffered() + 1 {
		head, err := r.Peek(n)
		if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, bufio.ErrBufferFull) {
			return nil, err
		}
		if err == nil {
			head, _ = r.Peek(r.Buffered())
		}
		if err != nil || bytes.IndexByte(bytes.TrimLeft(head, "\ufeff \t\r\n"), '\n') >= 0 {
			return head, nil
		}
	}
}

// charsetOf returns the charset of a file that begins with head, nil for UTF-8.
func charsetOf(head []byte, name string) (encoding.Encoding, error) {
	if name != "" {
		enc, err := htmlindex.Get(name)
		if err != nil {
			return nil, CheckCharset(name)
		}
		if enc == unicode.UTF8 {
			return nil, nil
		}
		return enc, nil
	}
	switch order, ok := LooksUTF16(head); {
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("\xfe\xff")):
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM), nil
	case ok:
		return unicode.UTF16(order, unicode.IgnoreBOM), nil
	case bytes.IndexByte(head, 0) >= 0:
		if _, err := Decode(head, ""); err != nil {
			return nil, err
		}
	}
	switch {
	case utf8.Valid(head), mostlyUTF8(head):
		return nil, nil
	}
	enc, _, err := detected(head)
	return enc, err
}

// AsUTF8 returns a piece of a stream that turned out to be no UTF-8 further
// down than its charset was looked for, as decode reads it.
func AsUTF8(piece []byte) []byte {
	if utf8.Valid(piece) {
		return piece
	}
	if t, err := Decode(piece, ""); err == nil {
		return []byte(t)
	}
	return bytes.ToValidUTF8(piece, []byte("\uFFFD"))
}

// maxComplaints is how many errors of one file's records are told one by one.
const maxComplaints = 1000

// Complaints counts the errors of a file's records: of those beyond
// maxComplaints only the number is told, in the end.
type Complaints struct{ told, untold int }

// Tell reports whether one more error is to be reported.
func (c *Complaints) Tell() bool {
	if c.told < maxComplaints {
		c.told++
		return true
	}
	c.untold++
	return false
}

// Rest returns one error for all that were not reported, or nil.
func (c *Complaints) Rest() error {
	switch c.untold {
	case 0:
		return nil
	case 1:
		return errors.New("one more record could not be read")
	}
	return fmt.Errorf("%d more records could not be read", c.untold)
}
