package format

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"strings"
)

// A jsonObject is an object of JSON, its members not yet read.
type jsonObject struct {
	members map[string]json.RawMessage // by normal key
	spelled map[string]string
}

// parseObject takes an object apart. It is false when data is something else.
func parseObject(data []byte) (jsonObject, bool) {
	if len(data) == 0 || data[0] != '{' {
		return jsonObject{}, false
	}
	var members map[string]json.RawMessage
	if json.Unmarshal(data, &members) != nil {
		return jsonObject{}, false
	}
	o := newObject(len(members))
	for as, v := range members {
		o.add(as, v)
	}
	return o, true
}

// soundObject takes an object apart that may have the faults that sound mends.
func soundObject(data []byte) (jsonObject, error) {
	data = asUTF8(data)
	if o, ok := parseObject(data); ok {
		return o, nil
	}
	data, err := sound(data)
	if err != nil {
		return jsonObject{}, err
	}
	o, ok := parseObject(data)
	if !ok {
		return jsonObject{}, errors.New("not an object of JSON")
	}
	return o, nil
}

// sound returns a value that is valid JSON as it is, and one with the faults
// that are common without them: the NaN and Infinity that Python writes,
// line breaks and tabs within quotation marks. The error of any other says
// where in it the fault is.
func sound(data []byte) ([]byte, error) {
	if json.Valid(data) {
		return data, nil
	}
	var x any
	err := json.Unmarshal(data, &x)
	if mended := mend(data); json.Valid(mended) {
		return mended, nil
	}
	if fault, ok := errors.AsType[*json.SyntaxError](err); ok {
		if fault.Error() == "unexpected end of JSON input" {
			return nil, errCutOff
		}
		return nil, fmt.Errorf("not valid JSON at byte %d: %w", fault.Offset, err)
	}
	return nil, errors.New("not valid JSON")
}

var notNumbers = regexp.MustCompile(`^-?(?:NaN|Infinity)\b`)

// mend writes null for what is no number, and control characters within
// quotation marks as JSON has them.
func mend(data []byte) []byte {
	out := make([]byte, 0, len(data)+16)
	quoted, escaped := false, false
	for i := 0; i < len(data); i++ {
		c := data[i]
		switch {
		case quoted && c < ' ':
			out = fmt.Appendf(out, `\u%04x`, c)
			escaped = false
			continue
		case quoted:
			quoted = c != '"' || escaped
			escaped = c == '\\' && !escaped
		case c == '"':
			quoted = true
		case c == 'N' || c == 'I' || c == '-':
			if m := notNumbers.Find(data[i:]); m != nil {
				out = append(out, "null"...)
				i += len(m) - 1
				continue
			}
		}
		out = append(out, c)
	}
	return out
}

func newObject(size int) jsonObject {
	return jsonObject{make(map[string]json.RawMessage, size), make(map[string]string, size)}
}

// add adds a member. Of two keys that differ in case only, that which says
// something counts, and of two of those the first in the alphabet.
func (o jsonObject) add(as string, v json.RawMessage) {
	key := normalKey(as)
	if before, twice := o.spelled[key]; twice {
		if says, said := !isNull(v), !isNull(o.members[key]); says != said && said || says == said && before < as {
			return
		}
	}
	o.members[key], o.spelled[key] = v, as
}

func isNull(v json.RawMessage) bool {
	s := string(v)
	return s == "null" || s == `""` || s == "[]" || s == "{}"
}

func (o jsonObject) text() string  { return "" }
func (o jsonObject) list() []value { return nil }
func (o jsonObject) in(key string) (value, string) {
	v, ok := o.members[key]
	if !ok || isNull(v) {
		return nil, ""
	}
	return jsonValue(v), o.spelled[key]
}

// maxParagraphs is how many members of a list in a record are read: the
// paragraphs of an article.
const maxParagraphs = 10_000

// A jsonValue is any valid value of JSON, without white space before it.
type jsonValue json.RawMessage

func (v jsonValue) text() string {
	switch {
	case len(v) == 0:
		return ""
	case v[0] == '"':
		var s string
		if json.Unmarshal(v, &s) != nil {
			return ""
		}
		return strings.TrimSpace(s)
	case v[0] == '-' || '0' <= v[0] && v[0] <= '9':
		return string(bytes.TrimSpace(v))
	}
	return ""
}

func (v jsonValue) list() []value {
	if len(v) == 0 || v[0] != '[' {
		return nil
	}
	var members []json.RawMessage
	if json.Unmarshal(v, &members) != nil {
		return nil
	}
	out := make([]value, 0, min(len(members), maxParagraphs))
	for _, m := range members[:cap(out)] {
		out = append(out, jsonValue(m))
	}
	return out
}

func (v jsonValue) in(key string) (value, string) {
	o, ok := parseObject(v)
	if !ok {
		return nil, ""
	}
	return o.in(key)
}
