package judge

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
)

// An answer is what a model said, before any of it is believed.
type answer struct {
	links     []saidLink
	conflicts []saidConflict
	only      []saidOnly
	refuse    []saidLink
	dropped   []string // what could not be read, in words
}

type saidLink struct {
	Left     int    `json:"left"`
	Right    int    `json:"right"`
	Grade    string `json:"grade"`
	Relation string `json:"relation"`
}

type saidConflict struct {
	Left       int    `json:"left"`
	Right      int    `json:"right"`
	LeftWords  string `json:"left_words"`
	RightWords string `json:"right_words"`
	Kind       string `json:"kind"`
	Grade      string `json:"grade"`
	Reason     string `json:"reason"`
}

type saidOnly struct {
	Side     string   `json:"side"`
	Sentence int      `json:"sentence"`
	Words    []string `json:"words"`
}

// ErrForm reports an answer of which nothing can be used.
var ErrForm = errors.New("the answer is not JSON in the form asked for")

// mostSaid is how many things of one kind are taken from an answer; two articles
// of a window have no more to say to one another.
const mostSaid = 2000

// mostStarts is how many beginnings of an object that is none of the answer are
// tried, so that a text of nothing but them takes no time.
const mostStarts = 50

// read reads an answer as far as it goes. Text before, between and after its
// objects is passed over, and so are the thoughts that a model writes first and an
// object around the answer. The answers to several questions about one pair may
// follow one another. An item in another form is dropped, and of an answer that
// breaks off everything before the break is used.
func read(text string) (a answer, err error) {
	if thoughts, ok := strings.CutPrefix(strings.TrimSpace(text), "<think>"); ok {
		_, text, _ = strings.Cut(thoughts, "</think>")
	}
	known := false
	for starts := 0; starts < mostStarts; {
		start := strings.IndexByte(text, '{')
		if start < 0 {
			break
		}
		text = text[start:]
		if length, ok := a.object(text); ok {
			known, text = true, text[length:]
		} else {
			starts, text = starts+1, text[1:]
		}
	}
	if !known {
		return a, ErrForm
	}
	return a, nil
}

// object reads the object that a text begins with. It returns how many bytes that
// took, and false when it has nothing of what was asked for.
func (a *answer) object(text string) (length int, known bool) {
	d := json.NewDecoder(strings.NewReader(text))
	_, err := d.Token() // the bracket
	for err == nil && d.More() {
		var key json.Token
		if key, err = d.Token(); err != nil {
			break
		}
		name, _ := key.(string)
		if take := a.taker(name); take == nil {
			var other json.RawMessage
			err = d.Decode(&other)
		} else {
			known = true
			err = a.list(d, name, take)
		}
		if err != nil && known {
			a.drop("the rest of the answer: it breaks off in " + quoted(name))
		}
	}
	if err == nil {
		_, err = d.Token() // the closing bracket
	}
	if err != nil {
		return len(text), known
	}
	return int(d.InputOffset()), known
}

// list reads a list of things of one kind. The error is that of the JSON: the
// answer cannot be read further.
func (a *answer) list(d *json.Decoder, name string, take func(json.RawMessage) error) error {
	open, err := d.Token()
	if err != nil {
		return err
	}
	if open != json.Delim('[') {
		if delim, ok := open.(json.Delim); ok && delim == '{' {
			return errors.New("not a list")
		}
		a.drop(quoted(name) + ": not a list")
		return nil
	}
	for n := 0; d.More(); n++ {
		var item json.RawMessage
		if err := d.Decode(&item); err != nil {
			return err
		}
		switch {
		case n == mostSaid:
			a.drop(quoted(name) + ": too many")
		case n < mostSaid && take(item) != nil:
			a.drop("an item of " + quoted(name) + ": not in the form asked for")
		}
	}
	_, err = d.Token()
	return err
}

// taker returns what takes an item of a list; nil for a name that was not asked
// for.
func (a *answer) taker(name string) func(json.RawMessage) error {
	switch name {
	case "links":
		return func(item json.RawMessage) error { return add(&a.links, item) }
	case "conflicts":
		return func(item json.RawMessage) error { return add(&a.conflicts, item) }
	case "only":
		return func(item json.RawMessage) error { return add(&a.only, item) }
	case "refuse":
		return func(item json.RawMessage) error { return add(&a.refuse, item) }
	}
	return nil
}

// add reads one item into a list.
func add[T any](list *[]T, item json.RawMessage) error {
	var v T
	if !bytes.HasPrefix(item, []byte("{")) {
		return ErrForm
	}
	if err := json.Unmarshal(item, &v); err != nil {
		return err
	}
	*list = append(*list, v)
	return nil
}

func (a *answer) drop(what string) { a.dropped = append(a.dropped, what) }
