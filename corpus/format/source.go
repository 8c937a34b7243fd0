package format

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"iter"
)

// A Source is a file to be read.
type Source struct {
	Name    string // its name, without folders
	Charset string // the encoding of its text, as the reader gave it; "" to find out
	Limit   int64  // the most bytes held at a time: of a whole file, or of one record of a stream; 0 means DefaultLimit

	r *bufio.Reader // what is in it

	// For files inside of packs (gzip, a ZIP archive): how many packs this one is
	// in, and what reads a file of any format. It is not known when there is no
	// reader for it, which the articles then say. (That is package format, which
	// imports the readers of packs.)
	packs int
	open  func(Source, io.Reader) (articles iter.Seq2[Raw, error], known bool)
}

// DefaultLimit is the largest file, or record of a stream, unless a Source
// says otherwise. Exports of a hundred articles are some megabytes.
const DefaultLimit = 32 << 20

// limit returns the most bytes that may be held at a time.
func (s Source) limit() int64 {
	if s.Limit > 0 {
		return s.Limit
	}
	return DefaultLimit
}

// whole makes a reader of a function that reads a file at once.
func whole(read func(data []byte, src Source) ([]Raw, error)) readFunc {
	return func(src Source) iter.Seq2[Raw, error] {
		return func(yield func(Raw, error) bool) {
			data, err := src.all()
			if err != nil {
				yield(Raw{}, err)
				return
			}
			raws, err := read(data, src)
			if err != nil {
				yield(Raw{}, err)
				return
			}
			for _, r := range raws {
				if !yield(r, nil) {
					return
				}
			}
		}
	}
}

// all returns the bytes of a file that is not larger than the limit.
func (s Source) all() ([]byte, error) { return readUpTo(s.r, s.limit()) }

// readUpTo returns what r gives, or ErrTooLarge when that is more than limit
// bytes.
func readUpTo(r io.Reader, limit int64) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	if int64(len(data)) > limit {
		return nil, ErrTooLarge(limit)
	}
	return data, err
}

// maxArticleLines is how many paragraphs, or lines, are taken out of one article
// before the rest is not looked at: twice what package corpus takes, so that a
// file made of them costs little.
const maxArticleLines = 200_000

// errTooLong is the error of an article with more than maxArticleLines.
var errTooLong = fmt.Errorf("more than %d lines, too many for one article; split it", maxArticleLines)

// ErrTooLarge is the error of a file, or of one record, larger than so many
// bytes.
type ErrTooLarge int64

func (e ErrTooLarge) Error() string {
	return "larger than " + bytesInWords(int64(e)) + ", the limit for one file; split it"
}

func bytesInWords(n int64) string {
	for _, u := range []struct {
		size int64
		name string
	}{{1 << 20, "MB"}, {1 << 10, "KB"}} {
		if n >= u.size && n%u.size == 0 {
			return fmt.Sprintf("%d %s", n/u.size, u.name)
		}
	}
	return fmt.Sprintf("%d bytes", n)
}

// only is a sequence of one.
func only(raw Raw, err error) iter.Seq2[Raw, error] {
	return func(yield func(Raw, error) bool) { yield(raw, err) }
}

// A readFunc returns the articles of a file, each as soon as it is read. An
// error costs only the article it stands for; what follows is still read.
// It says what is wrong in words that can follow "path: ".
type readFunc func(Source) iter.Seq2[Raw, error]

// headBytes is how much of a file its format is told by.
const headBytes = 64 << 10

// zipMembers returns how many members the list of a ZIP archive speaks of,
// before a reader makes something of each.
func zipMembers(data []byte) int { return bytes.Count(data, []byte("PK\x01\x02")) }
