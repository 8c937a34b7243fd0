package web

import (
	"encoding/json"
	"strconv"
	"strings"
)

// parseJSON returns the values in a block of JSON, which may be broken in the
// ways blocks in web pages are: wrapped in comments, commas too many or too
// few, line breaks and quotation marks inside of texts, an end that is missing.
func parseJSON(s string) []any {
	var v any
	if json.Unmarshal([]byte(s), &v) == nil {
		return []any{v}
	}
	var all []any
	d := json.NewDecoder(strings.NewReader(mendJSON(s)))
	for {
		var v any
		if d.Decode(&v) != nil {
			return all
		}
		all = append(all, v)
	}
}

// A jsonRepairer rewrites broken JSON, byte by byte.
type jsonRepairer struct {
	in   string
	out  strings.Builder
	open []byte // the brackets to be closed: } and ]
	last byte   // the last byte written that is not a space; 'v' for a value's end
}

// mendJSON returns JSON that is whole as far as one can guess what was meant.
// What is whole already stays as it is, but for white space.
func mendJSON(s string) string {
	m := jsonRepairer{in: s}
	for i := 0; i < len(s); {
		i = m.step(i)
	}
	m.fill()
	for n := len(m.open) - 1; n >= 0; n-- {
		m.out.WriteByte(m.open[n])
	}
	return m.out.String()
}

// wrappings are what is around JSON in pages, to be passed over.
var wrappings = []string{"<!--", "-->", "<![CDATA[", "]]>", "//"}

// step writes what is at i, outside of texts, and returns where it ends.
func (m *jsonRepairer) step(i int) int {
	for _, w := range wrappings {
		if strings.HasPrefix(m.in[i:], w) {
			return i + len(w)
		}
	}
	if strings.HasPrefix(m.in[i:], "/*") {
		if n := strings.Index(m.in[i:], "*/"); n >= 0 {
			return i + n + 2
		}
	}
	switch c := m.in[i]; c {
	case ':':
		m.put(c, c)
	case '{', '[':
		m.value()
		m.open = append(m.open, c+2) // in ASCII } and ] come two after { and [
		m.put(c, c)
	case '}', ']':
		if n := len(m.open); n > 0 && m.open[n-1] == c {
			m.fill()
			m.open = m.open[:n-1]
			m.put(c, 'v')
		}
	case '"':
		m.value()
		return m.text(i + 1)
	case ',': // written where it belongs
		m.fill()
	case ' ', '\t', '\r', '\n', ';':
	default: // a number, true, false, null
		n := strings.IndexAny(m.in[i:], ",:{}[]\" \t\r\n;")
		if n <= 0 {
			n = len(m.in) - i
		}
		if word := m.in[i : i+n]; json.Valid([]byte(word)) {
			m.value()
			m.out.WriteString(word)
			m.last = 'v'
		} else {
			m.fill() // NaN, undefined
		}
		return i + n
	}
	return i + 1
}

func (m *jsonRepairer) put(c, last byte) {
	m.out.WriteByte(c)
	m.last = last
}

// fill writes a value where one is missing.
func (m *jsonRepairer) fill() {
	if m.last == ':' {
		m.out.WriteString("null")
		m.last = 'v'
	}
}

// value writes what divides a value from the one before: a comma, or a new line
// where they are one after the other.
func (m *jsonRepairer) value() {
	switch {
	case m.last != 'v':
		m.out.WriteByte(' ')
	case len(m.open) > 0:
		m.out.WriteByte(',')
	default:
		m.out.WriteByte('\n')
	}
}

// text writes a text that begins at i, after its quotation mark, and returns
// where it ends.
func (m *jsonRepairer) text(i int) int {
	m.out.WriteByte('"')
	defer func() { m.put('"', 'v') }()
	for ; i < len(m.in); i++ {
		switch c := m.in[i]; {
		case c == '"' && m.endsText(i+1):
			return i + 1
		case c == '"':
			m.out.WriteString(`\"`)
		case c == '\\' && escapes(m.in[i+1:]):
			m.out.WriteString(m.in[i : i+2])
			i++
		case c == '\\': // as in \'
		case c == '\n':
			m.out.WriteString(`\n`)
		case c < ' ':
			m.out.WriteByte(' ')
		default:
			m.out.WriteByte(c)
		}
	}
	return i
}

// escapes reports whether a text that follows a backslash begins with what
// JSON escapes: one sign, or u and four digits.
func escapes(s string) bool {
	if s == "" || s[0] != 'u' {
		return s != "" && strings.IndexByte(`"\/bfnrt`, s[0]) >= 0
	}
	if len(s) < 5 {
		return false
	}
	_, err := strconv.ParseUint(s[1:5], 16, 16)
	return err == nil
}

// endsText reports whether the quotation mark before i ends a text: what
// follows continues JSON.
func (m *jsonRepairer) endsText(i int) bool {
	for ; i < len(m.in); i++ {
		switch m.in[i] {
		case ' ', '\t', '\r':
		case '\n':
			return true
		case ',', ':', '}', ']':
			return true
		default:
			return false
		}
	}
	return true
}
