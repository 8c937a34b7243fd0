package raw

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

	Reader *bufio.Reader // what is in it

	// For files inside of packs (gzip, a ZIP archive): how many packs this one is
	// in, and what reads a file of any format. It is not known when there is no
	// reader for it, which the articles then say. (That is package format, which
	// imports the readers of packs.)
	Packs int
	Open  func(Source, io.Reader) (articles iter.Seq2[Article, error], known bool)
}

// DefaultLimit is the size limit of a file, or of a record in a stream, unless
// a Source has its own. Exports of a hundred articles have a few megabytes.
const DefaultLimit = 32 << 20

// MaxBytes returns the most bytes that may be held at a time.
func (s Source) MaxBytes() int64 {
	if s.Limit > 0 {
		return s.Limit
	}
	return DefaultLimit
}

// Whole makes a reader from a function that reads a file as a whole.
func Whole(read func(data []byte, src Source) ([]Article, error)) ReadFunc {
	return func(src Source) iter.Seq2[Article, error] {
		return func(yield func(Article, error) bool) {
			data, err := src.All()
			if err != nil {
				yield(Article{}, err)
				return
			}
			raws, err := read(data, src)
			if err != nil {
				yield(Article{}, err)
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

// All returns the bytes of a file that is not larger than the limit.
func (s Source) All() ([]byte, error) { return ReadUpTo(s.Reader, s.MaxBytes()) }

// ReadUpTo reads all of r, or returns ErrTooLarge if it has more than limit
// bytes.
func ReadUpTo(r io.Reader, limit int64) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	if int64(len(data)) > limit {
		return nil, ErrTooLarge(limit)
	}
	return data, err
}

// MaxArticleLines is how many paragraphs, or lines, are taken out of one article
// before the rest is not looked at: twice what package corpus takes, so that a
// file made of them costs little.
const MaxArticleLines = 200_000

// ErrTooLong is the error of an article with more than MaxArticleLines.
var ErrTooLong = fmt.Errorf("more than %d lines, too many for one article; split it", MaxArticleLines)

// ErrTooLarge is the error of a file or record larger than limit bytes.
type ErrTooLarge int64

func (e ErrTooLarge) Error() string {
	return "larger than " + BytesInWords(int64(e)) + ", the limit for one file; split it"
}

// BytesInWords returns a size as people write it: "32 MB".
func BytesInWords(n int64) string {
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

// Only is a sequence of one.
func Only(raw Article, err error) iter.Seq2[Article, error] {
	return func(yield func(Article, error) bool) { yield(raw, err) }
}

// A ReadFunc returns the articles of a file, each as soon as it is read. An
// error costs only the article it stands for; what follows is still read.
// It says what is wrong in words that can follow "path: ".
type ReadFunc func(Source) iter.Seq2[Article, error]

// HeadBytes is how much of the beginning of a file is used to detect its
// format.
const HeadBytes = 64 << 10

// ZIPMembers returns how many members the directory of a ZIP archive lists,
// before any is allocated.
func ZIPMembers(data []byte) int { return bytes.Count(data, []byte("PK\x01\x02")) }

// Fault returns the error for a file whose reader panicked with p.
func Fault(p any) error {
	return fmt.Errorf("could not be read because of a bug in parallax, not in the file: %v", p)
}
