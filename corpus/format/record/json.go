package record

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"parallax/corpus/format/raw"
	"parallax/corpus/lazyregexp"
)

// ReadJSON reads the articles in JSON of any shape that tools write: one
// object, a list of objects, an object that has such a list in it, or objects
// one after the other, a line each (JSON Lines) or not. Spellings and
// bodySpellings define which key holds what.
//
// Articles come as soon as they are read. One invalid line or list member does
// not affect the others.
func ReadJSON(src raw.Source) iter.Seq2[raw.Article, error] {
	return func(yield func(raw.Article, error) bool) {
		r, err := src.Decoded()
		if err != nil {
			yield(raw.Article{}, err)
			return
		}
		j := jsonReader{scan: jsonScanner{r: r, limit: src.MaxBytes()}, yield: yield}
		j.all()
		j.end()
	}
}

// A jsonReader goes through a file and hands on the articles in it.
type jsonReader struct {
	scan  jsonScanner
	yield func(raw.Article, error) bool

	done   bool     // no more is to be read
	left   bool     // nobody wants more
	found  int      // articles handed on
	passed int      // records read, articles or not
	held   []error  // of the records before the first article
	seen   []string // the keys of the first record without a text
	bad    raw.Complaints
	feed   []raw.Field // what a feed says of all its articles
}

// memberCost is what a member of an object costs beside its bytes.
const memberCost = 128

// LooksJSON reports whether a file begins as an object of JSON does, or a list
// of them.
func LooksJSON(head []byte) bool { return jsonTop.Match(head) }

var jsonTop = lazyregexp.New(`^\x{feff}?\s*(?:\[\s*)*\{\s*(?:"|\})`)

// patience is how many records without an article are read before a file is
// given up: it is something else.
const patience = 1000

// Where services put the articles: lists are the keys of lists of them, holders
// those of objects that have such a list, or one article, in them.
var (
	lists   = strings.Fields("articles items item data results docs documents entries entry records rows hits posts stories news value response newsitems list objects nodes edges articlelist newslist")
	holders = strings.Fields("response data result results hits feed channel rss embedded articles items posts stories news list payload")
)

// all reads values one after the other. From the first that was a whole line
// on, each line is one: a line that is cut off costs no other then.
func (j *jsonReader) all() {
	byLine := j.beginsWithLine()
	for !j.done {
		c, err := j.scan.next()
		line := j.scan.lines + 1
		where := fmt.Sprintf("line %d", line)
		switch {
		case errors.Is(err, io.EOF):
			return
		case err != nil:
			j.fail(err)
			return
		case byLine:
			data, err := j.scan.line()
			j.member(bytes.TrimSpace(data), err, where)
		case c == '[':
			j.scan.skip()
			j.list()
		case c == '{':
			j.object(where, 0)
			after, _ := j.scan.r.Peek(1)
			byLine = j.scan.lines+1 == line && len(after) > 0 && (after[0] == '\n' || after[0] == '\r')
		default:
			if j.passed > 0 { // what is left of a broken value
				j.fail(errUnordered)
			} else {
				j.fail(errors.New("not JSON: it does not begin with { or ["))
			}
			return
		}
	}
}

// beginsWithLine reports whether the first line of the file, as far as it is
// there, is a whole object, or the second is while the first is broken.
func (j *jsonReader) beginsWithLine() bool {
	head, err := raw.Beginning(j.scan.r)
	if err != nil {
		return false
	}
	whole := func(line []byte) bool {
		var b balance
		n, ended := b.scan(line)
		return bytes.HasPrefix(line, []byte("{")) && ended && len(bytes.TrimSpace(line[n:])) == 0
	}
	if first, _, ok := bytes.Cut(bytes.TrimLeft(head, " \t\r\n"), []byte("\n")); !ok || whole(first) {
		return ok
	}
	if head, err = j.scan.r.Peek(raw.HeadBytes); err != nil && !errors.Is(err, io.EOF) {
		return false
	}
	lines := bytes.SplitN(bytes.TrimLeft(head, " \t\r\n"), []byte("\n"), 4)
	return len(lines) > 2 && !bytes.HasPrefix(lines[0], []byte("[")) && whole(lines[1]) && (len(lines[2]) == 0 || lines[2][0] == '{')
}

// list reads the members of a list whose bracket has been taken.
func (j *jsonReader) list() {
	for !j.done {
		c, err := j.scan.next()
		switch {
		case err != nil:
			j.fail(cutOff(err))
			return
		case c == ']':
			j.scan.skip()
			return
		case c == ',':
			j.scan.skip()
			continue
		}
		data, err := j.scan.value()
		if errors.Is(err, errUnordered) || errors.Is(err, errUnended) {
			j.fail(err)
			return
		}
		where := fmt.Sprintf("record %d", j.passed+1)
		if err == nil && data[0] != '{' && data[0] != '[' {
			j.passed++
			j.hold(fmt.Errorf("%s: %w", where, errNoBody)) // a word or number
			continue
		}
		j.member(data, err, where)
	}
}

// member reads a record that is held whole: a line, or a member of a list.
func (j *jsonReader) member(data []byte, err error, where string) {
	j.passed++
	data = raw.AsUTF8(data)
	if err == nil && len(data) > 0 && data[0] == '[' {
		if !j.within(jsonObject{members: map[string]jsonValue{lists[0]: data}}, 0) {
			j.hold(fmt.Errorf("%s: %w", where, errNoBody))
		}
		return
	}
	var object jsonObject
	if err == nil {
		object, err = parseObject(data)
	}
	if err != nil {
		j.hold(fmt.Errorf("%s: %w", where, err))
		return
	}
	j.record(object, where)
}

// object reads the object that begins with the next byte, member for member:
// a list of articles in it may be of any length.
func (j *jsonReader) object(where string, depth int) {
	j.scan.skip()
	object, size := newObject(), int64(0)
	before, mark := j.found, len(j.held)
	for !j.done {
		c, err := j.scan.next()
		if err != nil {
			j.fail(cutOff(err))
			return
		}
		if c == '}' || c == ',' {
			j.scan.skip()
			if c == ',' {
				continue
			}
			break
		}
		key, ok := j.key()
		if !ok {
			return
		}
		c, err = j.scan.next()
		switch normal := NormalKey(key); {
		case err != nil:
			j.fail(cutOff(err))
			return
		case c == '[' && slices.Contains(lists, normal):
			j.feed = feedFields(object)
			j.scan.skip()
			j.list()
			continue
		case c == '{' && depth < MaxNesting && slices.Contains(holders, normal):
			j.object(where, depth+1)
			continue
		}
		data, err := j.scan.value()
		if size += int64(len(key)+len(data)) + memberCost; err == nil && size > j.scan.limit {
			err = raw.ErrTooLarge(j.scan.limit)
		}
		if err != nil {
			j.fail(fmt.Errorf("%s: %w", key, err))
			return
		}
		object.add(key, bytes.Clone(raw.AsUTF8(data)))
	}
	if j.found > before || j.done {
		return
	}
	if _, ok := articleOf(object, "JSON"); ok {
		j.held = j.held[:mark]
	} else if len(j.held) > mark {
		return // the list in it is what was looked at
	}
	j.passed++
	j.record(object, where)
}

// key takes a key and the colon after it.
func (j *jsonReader) key() (string, bool) {
	data, err := j.scan.value()
	if err == nil && data[0] != '"' {
		err = errUnordered
	}
	key := ""
	if err == nil {
		key = unquote(data)
		var c byte
		if c, err = j.scan.next(); err == nil && c != ':' {
			err = errUnordered
		}
		j.scan.skip()
	}
	if err != nil {
		if !errors.Is(err, io.EOF) && !errors.Is(err, errUnended) {
			err = errUnordered
		}
		j.fail(cutOff(err))
		return "", false
	}
	return key, true
}
