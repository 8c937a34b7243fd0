package record

import (
	"bufio"
	"bytes"
	"errors"
	"io"

	"parallax/corpus/format/raw"
)

// A jsonScanner cuts a stream of JSON into values by its brackets and
// quotation marks alone, without reading them: so a value that is not valid
// costs itself only, and one that is too large is passed over, not held.
type jsonScanner struct {
	r     *bufio.Reader
	limit int64 // bytes of one value

	buf   []byte // the last value
	lines int    // line breaks passed
}

var (
	errUnended   = errors.New("ends in the middle of a value; the file may have been cut off")
	errUnordered = errors.New("misplaced brackets or commas")
)

// next passes white space and returns the byte that follows, without taking it.
func (s *jsonScanner) next() (byte, error) {
	for {
		b, err := s.r.ReadByte()
		if err != nil {
			return 0, err
		}
		switch b {
		case '\n':
			s.lines++
		case ' ', '\t', '\r', 0x1e: // 0x1e: between the values of a JSON text sequence
		default:
			return b, s.r.UnreadByte()
		}
	}
}

// skip takes the byte that next returned.
func (s *jsonScanner) skip() { s.r.Discard(1) }

// value takes the value that begins with the next byte. What it returns is
// good until the next call.
func (s *jsonScanner) value() ([]byte, error) {
	s.buf = s.buf[:0]
	var b balance
	size := int64(0)
	for {
		chunk, err := s.chunk()
		if err != nil {
			if !b.bare || b.depth > 0 || !errors.Is(err, io.EOF) {
				return nil, cutOff(err)
			}
			if size > s.limit {
				return nil, raw.ErrTooLarge(s.limit)
			}
			return s.buf, nil
		}
		n, ended := b.scan(chunk)
		s.take(chunk[:n], &size)
		switch {
		case !ended:
		case size > s.limit:
			return nil, raw.ErrTooLarge(s.limit)
		case size == 0:
			return nil, errUnordered
		default:
			return s.buf, nil
		}
	}
}

// line takes what is left of a line, without its end.
func (s *jsonScanner) line() ([]byte, error) {
	s.buf = s.buf[:0]
	size := int64(0)
	for {
		chunk, err := s.chunk()
		if err != nil && !(errors.Is(err, io.EOF) && size > 0) {
			return nil, err
		}
		end := bytes.IndexByte(chunk, '\n')
		if err == nil && end < 0 {
			s.take(chunk, &size)
			continue
		}
		if end >= 0 {
			s.take(chunk[:end+1], &size)
		}
		if size > s.limit {
			return nil, raw.ErrTooLarge(s.limit)
		}
		return bytes.TrimRight(s.buf, "\r\n"), nil
	}
}

// chunk returns bytes that are there, without taking them: at least one, and
// without waiting for more.
func (s *jsonScanner) chunk() ([]byte, error) {
	if s.r.Buffered() == 0 {
		if _, err := s.r.Peek(1); err != nil {
			return nil, err
		}
	}
	return s.r.Peek(s.r.Buffered())
}

// take takes bytes that chunk returned, and keeps them while there is room.
func (s *jsonScanner) take(p []byte, size *int64) {
	*size += int64(len(p))
	if *size <= s.limit {
		s.buf = append(s.buf, p...)
	}
	s.lines += bytes.Count(p, []byte("\n"))
	s.r.Discard(len(p))
}

// cutOff returns an end of file as what it is within a value.
func cutOff(err error) error {
	if errors.Is(err, io.EOF) {
		return errUnended
	}
	return err
}

// A balance finds the end of a value. It starts at the value's first byte.
type balance struct {
	depth   int  // open brackets
	quoted  bool // within quotation marks
	escaped bool // after a backslash
	bare    bool // within a number or word
}

// scan goes through p and returns how much of it belongs to the value,
// and whether the value ends there.
func (b *balance) scan(p []byte) (n int, ended bool) {
	for i := 0; i < len(p); i++ {
		if b.quoted {
			if !b.escaped {
				for i < len(p) && p[i] != '"' && p[i] != '\\' {
					i++
				}
			}
			switch {
			case i == len(p):
			case b.escaped:
				b.escaped = false
			case p[i] == '\\':
				b.escaped = true
			default:
				if b.quoted = false; b.depth == 0 {
					return i + 1, true
				}
			}
			continue
		}
		switch p[i] {
		case '"':
			if b.bare && b.depth == 0 {
				return i, true
			}
			b.quoted = true
		case '{', '[':
			if b.bare && b.depth == 0 {
				return i, true
			}
			b.depth++
		case '}', ']':
			if b.depth == 0 {
				return i, true
			}
			if b.depth--; b.depth == 0 {
				return i + 1, true
			}
		case ',', ':', ' ', '\t', '\r', '\n':
			if b.depth == 0 {
				return i, true
			}
		default:
			b.bare = true
		}
	}
	return len(p), false
}
