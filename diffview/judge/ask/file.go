package ask

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"parallax/diffview"
	"parallax/diffview/judge"
)

// mostLine is the longest line that is read of a file or a program, in bytes: an
// answer about two long articles has a hundredth of that.
const mostLine = 4 << 20

// answerSchema names the form of an answer on a line.
const answerSchema = "parallax.answer/1"

// An answerLine is an answer as a program or a file has it, on one line.
type answerLine struct {
	Schema  string          `json:"schema"`
	ID      string          `json:"id,omitempty"`   // of the question, from a program
	Left    string          `json:"left,omitempty"` // the texts' hashes, in a file
	Right   string          `json:"right,omitempty"`
	Judge   string          `json:"judge,omitempty"`
	Version string          `json:"version,omitempty"`
	Date    string          `json:"date,omitempty"`
	Tokens  int             `json:"tokens,omitempty"`
	Answer  json.RawMessage `json:"answer,omitempty"` // an object in the form of the schema,
	Text    string          `json:"text,omitempty"`   // or what a model wrote, as it wrote it
	Error   string          `json:"error,omitempty"`  // or why there is none
}

func (l answerLine) reply() Reply {
	r := Reply{Text: l.Text, Judge: l.Judge, Version: l.Version, Date: l.Date, Tokens: max(0, l.Tokens)}
	if len(l.Answer) > 0 {
		r.Text = string(l.Answer)
	}
	return r
}

// A file has answers collected earlier, by the hashes of the texts.
type file struct {
	path    string
	answers map[[2]string]Reply
	damaged int // lines that are no answers
}

// readFile reads a file of answers. A line that cannot be read costs only itself;
// a file without any answer is an error. The last answer about a pair counts.
func readFile(path string) (*file, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, unreadable(path, err)
	}
	defer f.Close()
	out := &file{path: path, answers: make(map[[2]string]Reply)}
	r := bufio.NewReader(f)
	for {
		line, err := readLine(r)
		if err == io.EOF {
			break
		}
		if err != nil && !errors.Is(err, errLongLine) {
			return nil, unreadable(path, err)
		}
		line = bytes.TrimSpace(bytes.TrimPrefix(line, []byte("\ufeff"))) // which some editors put before the first
		var a answerLine
		switch {
		case err == nil && json.Unmarshal(line, &a) == nil && a.Schema == answerSchema && a.Left != "" && a.Right != "":
			out.answers[[2]string{a.Left, a.Right}] = a.reply()
		case err != nil || len(line) > 0:
			out.damaged++
		}
	}
	if len(out.answers) == 0 {
		return nil, fmt.Errorf("%s: no line of it is an answer in the form %s with the hashes of two texts", path, answerSchema)
	}
	return out, nil
}

func unreadable(path string, err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	return fmt.Errorf("%s: the judge’s answers cannot be read: %w", path, err)
}

var errLongLine = errors.New("a line is too long")

// readLine returns the next line; errLongLine passes over one that is too long.
func readLine(r *bufio.Reader) ([]byte, error) {
	var line []byte
	long := false
	for {
		part, err := r.ReadSlice('\n')
		if long = long || len(line)+len(part) > mostLine; !long {
			line = append(line, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case long && err == nil:
			return nil, errLongLine
		case err == io.EOF && len(line) > 0 && !long:
			return line, nil
		}
		return line, err
	}
}

func (f *file) answer(_ context.Context, q judge.Question) (Reply, error) {
	left, right := judge.Hash(q.Comparison.Articles[diffview.Left]), judge.Hash(q.Comparison.Articles[diffview.Right])
	if r, ok := f.answers[[2]string{left, right}]; ok {
		return r, nil
	}
	if r, ok := f.answers[[2]string{right, left}]; ok {
		r.mirror = true
		return r, nil
	}
	why := "the file has no answer for these two texts"
	if f.damaged > 0 {
		why += fmt.Sprintf(" (lines of it that are no answers: %d)", f.damaged)
	}
	return Reply{}, errors.New(why)
}

func (f *file) close() error { return nil }

// Line returns an answer as a line of a file of answers. The text may be an answer
// with talk around it; it is checked when it is read.
func Line(c *diffview.Comparison, text, name, date string) ([]byte, error) {
	l := answerLine{Schema: answerSchema, Left: judge.Hash(c.Articles[diffview.Left]), Right: judge.Hash(c.Articles[diffview.Right]), Judge: name, Date: date, Text: text}
	if t := strings.TrimSpace(text); json.Valid([]byte(t)) {
		l.Answer, l.Text = json.RawMessage(t), ""
	}
	return json.Marshal(l)
}
