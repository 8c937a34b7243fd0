package format

import (
	"bytes"
	"compress/zlib"
	"errors"
	"io"
	"strconv"
)

// The library makes room for as many objects as a file's tables speak of,
// before it reads one. maxPDFObjects is how many a table may list, maxPDFNumber
// how many it may announce.
const (
	maxPDFObjects = 1 << 20
	maxPDFNumber  = 1 << 23
)

var errPDFNumbers = errors.New("cannot be read as PDF: damaged, or made to do harm: it claims more objects than can be in it")

// checkPDFNumbers refuses a file whose tables claim sizes that would exhaust
// the memory, from which no program recovers.
func checkPDFNumbers(data []byte) error {
	data = unescapeNames(data)
	for _, c := range []struct {
		key  string
		most func(*pdfNumbers) int
		max  int
	}{
		{"/Size", (*pdfNumbers).greatest, maxPDFNumber},
		{"/Columns", (*pdfNumbers).greatest, maxPDFNumber},
		{"/W", (*pdfNumbers).greatest, maxPDFNumber},
		{"/Index", (*pdfNumbers).sections, maxPDFObjects},
		{"xref", (*pdfNumbers).table, maxPDFObjects},
	} {
		for rest := data; ; {
			i := bytes.Index(rest, []byte(c.key))
			if i < 0 {
				break
			}
			rest = rest[i+len(c.key):]
			if c.most(&pdfNumbers{rest}) > c.max {
				return errPDFNumbers
			}
		}
	}
	return nil
}

// checkPDFStreams refuses a file with a list of objects that ends within a
// string of digits: the library would wait for ever for its end.
func checkPDFStreams(data []byte) error {
	key := []byte("/ObjStm")
	if bytes.Count(unescapeNames(data), key) != bytes.Count(data, key) {
		return errPDFNumbers
	}
	for rest := data; ; {
		_, after, found := bytes.Cut(rest, key)
		header, body, ok := bytes.Cut(after, []byte("stream"))
		if !found || !ok {
			return nil
		}
		rest = body
		list := bytes.TrimLeft(body, "\r\n")
		if !bytes.Contains(header, []byte("Filter")) {
			list, _, _ = bytes.Cut(list, []byte("endstream"))
		} else if r, err := zlib.NewReader(bytes.NewReader(list)); err == nil {
			list, _ = io.ReadAll(io.LimitReader(r, maxDrawing+1))
		} else {
			continue
		}
		if len(list) > maxDrawing || !operators(list, func(string, []operand) {}) {
			return errPDFNumbers
		}
	}
}

// unescapeNames returns a file in which no name hides behind #xx.
func unescapeNames(data []byte) []byte {
	out := make([]byte, 0, len(data))
	for i := 0; i < len(data); i++ {
		c := data[i]
		if c == '#' && i+2 < len(data) {
			if b, err := strconv.ParseUint(string(data[i+1:i+3]), 16, 8); err == nil {
				c = byte(b)
				i += 2
			}
		}
		out = append(out, c)
	}
	return out
}

// pdfNumbers reads the numbers at the beginning of some bytes.
type pdfNumbers struct{ data []byte }

// skip passes over white space and comments.
func (p *pdfNumbers) skip() {
	for len(p.data) > 0 {
		switch p.data[0] {
		case ' ', '\t', '\r', '\n', '\f', 0:
			p.data = p.data[1:]
		case '%':
			end := bytes.IndexAny(p.data, "\r\n")
			if end < 0 {
				end = len(p.data)
			}
			p.data = p.data[end:]
		default:
			return
		}
	}
}

// next reads a number. What is too large to matter is a number, too.
func (p *pdfNumbers) next() (n int, ok bool) {
	p.skip()
	if len(p.data) > 0 && p.data[0] == '+' {
		p.data = p.data[1:]
	}
	for len(p.data) > 0 && '0' <= p.data[0] && p.data[0] <= '9' {
		n, ok = min(n*10+int(p.data[0]-'0'), 1<<40), true
		p.data = p.data[1:]
	}
	return n, ok
}

// open passes over the bracket of a list.
func (p *pdfNumbers) open() {
	if p.skip(); len(p.data) > 0 && p.data[0] == '[' {
		p.data = p.data[1:]
	}
}

// greatest returns the greatest number of a list, or the one number there is.
func (p *pdfNumbers) greatest() int {
	p.open()
	most := 0
	for n, ok := p.next(); ok; n, ok = p.next() {
		most = max(most, n)
	}
	return most
}

// sections returns the greatest first object of a list of sections, or how
// many objects they have together, if that is more.
func (p *pdfNumbers) sections() int {
	p.open()
	first, sum := 0, 0
	for {
		n, _ := p.next()
		count, ok := p.next()
		if first = max(first, n); !ok {
			return max(first, sum)
		}
		sum += count
	}
}

// table returns the same of a table of objects, in which two numbers begin a
// section, and two with a letter behind them stand for an object.
func (p *pdfNumbers) table() int {
	most := 0
	for {
		first, _ := p.next()
		count, ok := p.next()
		if !ok {
			return most
		}
		if p.skip(); len(p.data) > 0 && (p.data[0] == 'n' || p.data[0] == 'f') {
			p.data = p.data[1:]
			continue
		}
		most = max(most, first+count)
	}
}
