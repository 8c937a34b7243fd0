package mail

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"iter"

	"parallax/corpus/format/raw"
	"parallax/corpus/lazyregexp"
)

// fromLine begins each mail of a mailbox: the sender and when it was delivered.
var fromLine = lazyregexp.New(`^From \S.* \d\d:\d\d(?::\d\d)?(?: [+-]?\w+)? \d{4}(?: [+-]\d{4})?\r?\n?$|^From - .*\d{4}\r?\n?$`)

var quotedFrom = lazyregexp.New(`(?m)^>(>*From )`)

// LooksMbox reports whether a file begins as a mailbox does.
func LooksMbox(head []byte) bool {
	line, _, _ := bytes.Cut(head, []byte("\n"))
	return fromLine.Match(line)
}

// ReadMbox reads a mailbox: each mail is an article.
func ReadMbox(src raw.Source) iter.Seq2[raw.Article, error] {
	return func(yield func(raw.Article, error) bool) {
		if head, _ := src.Reader.Peek(5); string(head) != "From " {
			yield(raw.Article{}, errors.New("not a mailbox: it does not begin with a line “From …”"))
			return
		}
		src.Reader.ReadString('\n')
		for more := true; more; {
			data, next, err := nextMail(src.Reader, src.MaxBytes())
			more = next
			if err == nil {
				more = articlesOfMail(quotedFrom.ReplaceAll(data, []byte("$1")), src, yield) && more
				continue
			}
			if !yield(raw.Article{}, err) {
				return
			}
		}
	}
}

// nextMail returns the mail that ends before the next line that begins one,
// and whether there is one. Of a mail of more than limit bytes it gives the
// error.
func nextMail(r *bufio.Reader, limit int64) (data []byte, next bool, err error) {
	blank := true
	for {
		line, fault := r.ReadSlice('\n')
		start := blank && bytes.HasPrefix(line, []byte("From ")) && fromLine.Match(line)
		if start {
			return data, true, err
		}
		if err == nil {
			data = append(data, line...)
			if int64(len(data)) > limit {
				data, err = nil, raw.ErrTooLarge(limit)
			}
		}
		switch {
		case fault == bufio.ErrBufferFull:
			blank = false // the middle of a long line
			continue
		case fault == io.EOF:
			return data, false, err
		case fault != nil:
			return nil, false, fault
		}
		blank = len(bytes.TrimRight(line, "\r\n")) == 0
	}
}
