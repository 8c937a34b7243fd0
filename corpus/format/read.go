package format

import (
	"bufio"
	"errors"
	"io"
	"iter"
)

// Read returns the articles of a file that r gives, each as soon as it is
// read, with the name of the format they are in. An error costs only the
// article it stands for.
//
// The format is nil when there is no reader for such a file; Refusal says so
// in words.
func Read(src Source, r io.Reader) (*Format, iter.Seq2[Raw, error]) {
	src.r, src.open = bufio.NewReaderSize(r, headBytes), open
	var head []byte
	var err error
	if !told(src.Name) { // a pipe may be slow: wait only for what is needed
		head, err = src.r.Peek(headBytes)
	}
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, only(Raw{}, err)
	}
	f := of(src.Name, head)
	if f == nil {
		return nil, only(Raw{}, errors.New(Refusal(src.Name)))
	}
	return f, f.read(src)
}

// open is Read for the readers of packs.
func open(src Source, r io.Reader) (iter.Seq2[Raw, error], bool) {
	f, raws := Read(src, r)
	return raws, f != nil
}

// Refusal says that a file of this name cannot be read.
func Refusal(name string) string {
	ext := Extension(name)
	if why, ok := unreadable[ext]; ok {
		return why
	}
	if named(name) != nil {
		return "no reader for what is in this " + ext + " file"
	}
	return "no reader for " + ext + " files"
}
