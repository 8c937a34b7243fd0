package record

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// JSON is taken apart here, not by encoding/json, for two reasons. Only some
// members of a record are wanted, and of a text it takes one pass, not four.
// And news files have faults that harm nobody: the NaN that Python writes, line
// breaks within quotation marks, a comma too many. They are read as meant;
// what is wrong within a member that nobody asks for is not noticed.

// A jsonObject is an object of JSON, its members not yet read.
type jsonObject struct {
	members map[string]jsonValue // by normal key
	spelled map[string]string
}

// A jsonValue is the bytes of one value, as a balance cuts them.
type jsonValue []byte

func newObject() jsonObject { return jsonObject{make(map[string]jsonValue), make(map[string]string)} }

// Limits of what is read of one record. Those of news tools have some dozens
// of members.
const (
	maxKeys       = 4096
	maxParagraphs = 10_000 // members of a list
)

// parseObject takes an object apart. The error says what is wrong with data.
func parseObject(data []byte) (jsonObject, error) {
	o := newObject()
	at := func(rest []byte) int { return len(data) - len(rest) + 1 }
	rest, ok := bytes.CutPrefix(data, []byte("{"))
	if !ok {
		return o, errors.New("not a JSON object")
	}
	for range maxKeys {
		rest = bytes.TrimLeft(rest, " \t\r\n,")
		if len(rest) > 0 && rest[0] == '}' {
			return o, nil
		}
		key, after, ok := cutValue(rest)
		after = bytes.TrimLeft(after, " \t\r\n")
		switch {
		case !ok && len(rest) > 0 && strings.IndexByte(":]", rest[0]) >= 0, ok && key[0] != '"':
			return o, fmt.Errorf("not valid JSON: missing quoted key at byte %d", at(rest))
		case !ok:
			return o, errUnended
		case len(after) == 0 || after[0] != ':':
			return o, fmt.Errorf("not valid JSON: missing colon after a key at byte %d", at(after))
		}
		v, next, ok := cutValue(after[1:])
		if !ok {
			return o, errUnended
		}
		o.add(unquote(key), v)
		next = bytes.TrimLeft(next, " \t\r\n")
		if len(next) > 0 && next[0] != ',' && next[0] != '}' {
			return o, fmt.Errorf("not valid JSON: missing comma between members at byte %d", at(next))
		}
		rest = next
	}
	return o, fmt.Errorf("an object of more than %d members", maxKeys)
}

// cutValue returns the value that data begins with, and what follows. It is
// false when data ends before the value does, or begins with none.
func cutValue(data []byte) (v jsonValue, rest []byte, ok bool) {
	data = bytes.TrimLeft(data, " \t\r\n")
	var b balance
	n, ended := b.scan(data)
	if n == 0 || !ended && !(b.bare && b.depth == 0) {
		return nil, nil, false
	}
	return data[:n], data[n:], true
}

// add adds a member. Of two keys that differ in case only, that which says
// something counts, and of two of those the first.
func (o jsonObject) add(as string, v jsonValue) {
	key := NormalKey(as)
	if before, twice := o.members[key]; twice && !before.null() {
		return
	}
	o.members[key], o.spelled[key] = v, as
}

func (v jsonValue) null() bool {
	switch string(v) {
	case "", "null", `""`, "[]", "{}":
		return true
	}
	return false
}

func (o jsonObject) Text() string  { return "" }
func (o jsonObject) List() []Datum { return nil }
func (o jsonObject) In(key string) (Datum, string) {
	v, ok := o.members[key]
	if !ok || v.null() {
		return nil, ""
	}
	return v, o.spelled[key]
}

func (v jsonValue) Text() string {
	switch {
	case len(v) == 0:
		return ""
	case v[0] == '"':
		return strings.TrimSpace(unquote(v))
	case v[0] == '-' || '0' <= v[0] && v[0] <= '9':
		return string(v)
	}
	return ""
}

func (v jsonValue) List() []Datum {
	rest, ok := bytes.CutPrefix(v, []byte("["))
	if !ok {
		return nil
	}
	out := []Datum{}
	for len(out) < maxParagraphs {
		var m jsonValue
		if m, rest, ok = cutValue(bytes.TrimLeft(rest, " \t\r\n,")); !ok {
			break
		}
		out = append(out, m)
	}
	return out
}

func (v jsonValue) In(key string) (Datum, string) {
	o, err := parseObject(v)
	if err != nil {
		return nil, ""
	}
	return o.In(key)
}

// unquote returns the text of a value in quotation marks. Invalid escapes
// stay as they are; half a surrogate pair is U+FFFD.
func unquote(v jsonValue) string {
	if len(v) < 2 {
		return ""
	}
	v = v[1 : len(v)-1]
	if bytes.IndexByte(v, '\\') < 0 {
		return string(v)
	}
	out := make([]byte, 0, len(v))
	for {
		i := bytes.IndexByte(v, '\\')
		if i < 0 || i+1 == len(v) {
			return string(append(out, v...))
		}
		out, v = append(out, v[:i]...), v[i:]
		if r, n := hexEscape(v); n > 0 {
			v = v[n:]
			if low, n := hexEscape(v); utf16.IsSurrogate(r) && n > 0 {
				if both := utf16.DecodeRune(r, low); both != utf8.RuneError {
					r, v = both, v[n:]
				}
			}
			out = utf8.AppendRune(out, r)
			continue
		}
		if k := strings.IndexByte(`"\/bfnrt`, v[1]); k >= 0 {
			out, v = append(out, "\"\\/\b\f\n\r\t"[k]), v[2:]
			continue
		}
		out, v = append(out, v[:2]...), v[2:]
	}
}

// hexEscape returns the UTF-16 unit that \uXXXX at the beginning of v stands
// for, and the length of that; 0 if there is none.
func hexEscape(v []byte) (rune, int) {
	if len(v) < 6 || v[0] != '\\' || v[1] != 'u' {
		return 0, 0
	}
	n, err := strconv.ParseUint(string(v[2:6]), 16, 16)
	if err != nil {
		return 0, 0
	}
	return rune(n), 6
}
