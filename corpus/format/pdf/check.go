package pdf

import (
	"bytes"
	"cmp"
	"compress/zlib"
	"errors"
	"io"
	"slices"
	"strconv"

	"parallax/corpus/lazyregexp"
)

// The library makes room for as many objects as a file's tables speak of,
// before it reads one. maxObjects is how many a table may list, maxNumber
// how many it may announce.
const (
	maxObjects = 1 << 20
	maxNumber  = 1 << 23
	maxCount   = 1 << 16 // in one list of objects; programs put 200 into one
)

var errNumbers = errors.New("cannot be read as PDF: damaged or malicious: it claims more objects than it can contain")

// checkNumbers refuses a file whose tables claim sizes that would exhaust
// the memory, from which no program recovers.
func checkNumbers(data []byte, work *budget) error {
	data = unescapeNames(data)
	for _, c := range []struct {
		key  string
		most func(*numbers) int
		max  int
	}{
		{"/Size", (*numbers).greatest, maxNumber},
		{"/Columns", (*numbers).greatest, maxNumber},
		{"/W", (*numbers).greatest, maxNumber},
		{"/Index", (*numbers).sections, maxObjects},
		{"xref", (*numbers).table, maxObjects},
	} {
		for rest := data; ; {
			i := bytes.Index(rest, []byte(c.key))
			if i < 0 {
				break
			}
			rest = rest[i+len(c.key):]
			n := numbers{rest}
			if c.most(&n) > c.max {
				return errNumbers
			}
			work.do(len(rest) - len(n.data))
		}
	}
	return nil
}

// checkStreams refuses a file with a list of objects, or a table packed like
// one, that would keep the library busy without its asking for another byte: a
// list that ends within a string of digits, whose end it looks for for ever, or
// one said to hold more objects than can be in it. It returns where the others
// stand and how much larger they become.
func checkStreams(data []byte, work *budget) ([]packedPart, error) {
	var out []packedPart
	for _, key := range []string{"/ObjStm", "/XRef"} {
		if bytes.Count(unescapeNames(data), []byte(key)) != bytes.Count(data, []byte(key)) {
			return nil, errNumbers
		}
		for at := 0; ; {
			i := bytes.Index(data[at:], []byte(key))
			if i < 0 {
				break
			}
			if at += i + len(key); at < len(data) && !isSpace(data[at]) && !isSign(data[at]) {
				continue // another name: /XRefStm
			}
			header, body, ok := streamAround(data, at)
			if !ok {
				return nil, errNumbers
			}
			part, ok := checkList(header, data[body:], key == "/ObjStm", work)
			if !ok {
				return nil, errNumbers
			}
			part.from, part.to = part.from+int64(body), part.to+int64(body)
			out = append(out, part)
			at = body
		}
	}
	slices.SortFunc(out, func(a, b packedPart) int { return cmp.Compare(a.from, b.from) })
	return out, nil
}

// streamAround returns the dictionary, without the strings in it, of the stream
// in whose dictionary a place stands, and where what is in the stream begins.
func streamAround(data []byte, at int) (header []byte, body int, ok bool) {
	start := bytes.LastIndex(data[:at], []byte("obj")) + len("obj")
	if start < len("obj") {
		return nil, 0, false
	}
	l := lexer{data: data, at: start}
	depth := 0
	for l.skip(); l.at < len(data); l.skip() {
		from := l.at
		switch c := data[l.at]; {
		case c == '(':
			l.literal()
			header = append(header, ' ')
			continue
		case bytes.HasPrefix(data[l.at:], []byte("<<")):
			depth++
			l.at += 2
		case bytes.HasPrefix(data[l.at:], []byte(">>")):
			depth--
			l.at += 2
		default:
			l.at++
			l.word()
		}
		header = append(append(header, data[from:l.at]...), ' ')
		if depth <= 0 || len(header) > maxHeader {
			break
		}
	}
	l.skip()
	if depth != 0 || !bytes.Contains(header, []byte("<<")) || !bytes.HasPrefix(data[l.at:], []byte("stream")) {
		return nil, 0, false
	}
	for body = l.at + len("stream"); body < len(data) && (data[body] == '\r' || data[body] == '\n'); body++ {
	}
	return header, body, start < at && at <= l.at
}

// maxHeader is how long the dictionary of a list of objects may be, in bytes.
const maxHeader = 64 << 10

var (
	lengthReference = lazyregexp.New(`/(?:Length|Extends)\s*\d+\s+\d+\s+R\b`)
	anyReference    = lazyregexp.New(`\d\s+R\b`)
)

// checkList checks one list of objects, or one table of where they are, of
// which data begins with what is in it. What cannot be unpacked here, because it
// is encrypted, is left to the library.
func checkList(header, data []byte, objects bool, work *budget) (packedPart, bool) {
	header = unescapeNames(header)
	if objects && anyReference.Match(lengthReference.ReplaceAll(header, nil)) || bytes.Contains(header, []byte("ASCII85Decode")) ||
		bytes.Count(header, []byte("FlateDecode")) > 1 {
		return packedPart{}, false // no program writes such, and what they refer to may be anything
	}
	var list []byte
	size := 0
	if bytes.Contains(header, []byte("Filter")) {
		packed := bytes.NewReader(data)
		r, err := zlib.NewReader(packed)
		if err != nil {
			return packedPart{to: 1, times: 1}, !objects || numbersBehind(header, "/N ", 0, maxCount)
		}
		list, _ = io.ReadAll(io.LimitReader(r, maxDrawing+1))
		size = len(data) - packed.Len()
	} else {
		list, _, _ = bytes.Cut(data, []byte("endstream"))
		size = len(list)
	}
	work.do(size + len(list))
	part := packedPart{to: int64(size), times: 1 + len(list)/max(size, 1)}
	if len(list) > maxDrawing {
		return part, false
	}
	if !objects {
		part.times *= workOfEntry
		return part, numbersBehind(header, "/W ", 1, maxNumber)
	}
	return part, numbersBehind(header, "/N ", 0, len(list)) && !bytes.Contains(unescapeNames(list), []byte("/ObjStm")) &&
		operators(list, func(string, []operand) {})
}

// numbersBehind reports whether the greatest number of each list, or the number,
// under a key is at least least and at most most.
func numbersBehind(header []byte, key string, least, most int) bool {
	for _, rest := range bytes.Split(header, []byte(key))[1:] {
		if n := (&numbers{rest}).greatest(); n < least || n > most {
			return false
		}
	}
	return true
}

// unescapeNames returns a file in which no name is escaped as #xx.
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

// numbers reads the numbers at the beginning of some bytes.
type numbers struct{ data []byte }

// skip passes over white space and comments.
func (p *numbers) skip() {
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
func (p *numbers) next() (n int, ok bool) {
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
func (p *numbers) open() {
	if p.skip(); len(p.data) > 0 && p.data[0] == '[' {
		p.data = p.data[1:]
	}
}

// greatest returns the greatest number of a list, or the one number there is.
func (p *numbers) greatest() int {
	p.open()
	most := 0
	for n, ok := p.next(); ok; n, ok = p.next() {
		most = max(most, n)
	}
	return most
}

// sections returns the greatest first object of a list of sections, or how
// many objects they have together, if that is more.
func (p *numbers) sections() int {
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
// section, and two followed by a letter stand for an object.
func (p *numbers) table() int {
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
