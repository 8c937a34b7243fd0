package pdf

import (
	"bytes"
	"strconv"
	"strings"
)

// maxOperands is how many operands of one operator are kept. A table of what
// codes stand for has two for each.
const maxOperands = 1 << 17

// An operand is a number, a string or name, or a list of these.
type operand struct {
	number float64
	text   string
	list   []operand
	isText bool
}

// A lexer reads the operators of a content stream. (That of the library
// waits for ever for the end of a string that was cut off.)
type lexer struct {
	data []byte
	at   int
	open bool // a string of digits was not closed
}

// operators calls do for each operator with the operands before it. What is in
// dictionaries is among the operands; pictures in the stream are passed over.
// It reports whether all strings were closed.
func operators(data []byte, do func(op string, args []operand)) bool {
	l := lexer{data: data}
	var args, outer []operand
	inList := false
	add := func(o operand) {
		if len(args) < maxOperands {
			args = append(args, o)
		}
	}
	for l.skip(); l.at < len(l.data); l.skip() {
		switch c := l.data[l.at]; c {
		case '[':
			if l.at++; !inList {
				inList, outer, args = true, args, nil
			}
		case ']':
			if l.at++; inList {
				list := args
				inList, args = false, outer
				add(operand{list: list})
			}
		case '(':
			add(operand{text: l.literal(), isText: true})
		case '<':
			if l.at++; l.at < len(l.data) && l.data[l.at] == '<' {
				l.at++
			} else {
				add(operand{text: l.hex(), isText: true})
			}
		case '>', ')', '{', '}':
			l.at++
		case '/':
			l.at++
			add(operand{text: string(unescapeNames(l.word()))})
		default:
			word := string(l.word())
			if n, err := strconv.ParseFloat(word, 64); err == nil {
				add(operand{number: n})
				continue
			}
			if inList {
				continue // null, true: nothing that is drawn
			}
			do(word, args)
			args = args[:0:0]
			if word == "ID" {
				l.picture()
			}
		}
	}
	return !l.open
}

// skip passes over white space and comments.
func (l *lexer) skip() {
	n := numbers{l.data[l.at:]}
	n.skip()
	l.at = len(l.data) - len(n.data)
}

// word reads up to white space or a sign that begins something else. It takes
// one byte at least of what is not such a sign.
func (l *lexer) word() []byte {
	start := l.at
	for l.at < len(l.data) && !isSpace(l.data[l.at]) && !isSign(l.data[l.at]) {
		l.at++
	}
	return l.data[start:l.at]
}

// hex reads a string of hexadecimal digits, after its <.
func (l *lexer) hex() string {
	var digits []byte
	for ; l.at < len(l.data) && l.data[l.at] != '>'; l.at++ {
		digits = append(digits, l.data[l.at])
	}
	l.open = l.at == len(l.data)
	l.at = min(l.at+1, len(l.data))
	digits = bytes.Join(bytes.Fields(digits), nil)
	if len(digits)%2 == 1 {
		digits = append(digits, '0')
	}
	out := make([]byte, 0, len(digits)/2)
	for i := 0; i < len(digits); i += 2 {
		b, err := strconv.ParseUint(string(digits[i:i+2]), 16, 8)
		if err != nil {
			return ""
		}
		out = append(out, byte(b))
	}
	return string(out)
}

// literal reads a string in parentheses, which may have others inside.
func (l *lexer) literal() string {
	var out []byte
	depth := 0
	for l.at < len(l.data) {
		c := l.data[l.at]
		l.at++
		switch c {
		case '(':
			if depth++; depth == 1 {
				continue
			}
		case ')':
			if depth--; depth == 0 {
				return string(out)
			}
		case '\\':
			out = append(out, l.escape()...)
			continue
		}
		out = append(out, c)
	}
	return string(out)
}

// escape reads what follows a backslash in a string.
func (l *lexer) escape() []byte {
	if l.at == len(l.data) {
		return nil
	}
	c := l.data[l.at]
	l.at++
	if i := strings.IndexByte("nrtbf", c); i >= 0 {
		return []byte{"\n\r\t\b\f"[i]}
	}
	switch {
	case c == '\r' && l.at < len(l.data) && l.data[l.at] == '\n':
		l.at++
		return nil
	case c == '\r', c == '\n':
		return nil
	case c < '0' || c > '7':
		return []byte{c}
	}
	n := int(c - '0')
	for range 2 {
		if l.at == len(l.data) || l.data[l.at] < '0' || l.data[l.at] > '7' {
			break
		}
		n = n*8 + int(l.data[l.at]-'0')
		l.at++
	}
	return []byte{byte(n)}
}

// picture passes over a picture in the stream, which ends with EI.
func (l *lexer) picture() {
	for {
		i := bytes.Index(l.data[l.at:], []byte("EI"))
		if i < 0 {
			l.at = len(l.data)
			return
		}
		start := l.at + i
		l.at = start + 2
		if start > 0 && isSpace(l.data[start-1]) && (l.at == len(l.data) || isSpace(l.data[l.at])) {
			return
		}
	}
}

// isSign reports whether a byte ends a word and begins something else.
func isSign(c byte) bool { return strings.IndexByte("()<>[]{}/%", c) >= 0 }

func isSpace(c byte) bool { return strings.IndexByte("\x00\t\n\f\r ", c) >= 0 }
