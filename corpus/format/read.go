package format

import (
	"bufio"
	"errors"
	"io"
	"iter"

	"parallax/corpus/format/raw"
)

// Read returns the articles of a file that r gives, each as soon as it is read,
// with the name of the format they are in. An error concerns only the article
// it stands for.
//
// The format is nil if such files are not supported; Refusal says why.
func Read(src raw.Source, r io.Reader) (*Format, iter.Seq2[raw.Article, error]) {
	src.Reader, src.Open = bufio.NewReaderSize(r, raw.HeadBytes), open
	var head []byte
	var err error
	if !decidedByName(src.Name) { // a pipe may be slow: wait only for what is needed
		head, err = src.Reader.Peek(raw.HeadBytes)
	}
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, raw.Only(raw.Article{}, err)
	}
	f := detect(src.Name, head)
	if f == nil {
		return nil, raw.Only(raw.Article{}, errors.New(Refusal(src.Name)))
	}
	return f, f.read(src)
}

// open is Read for the readers of packs.
func open(src raw.Source, r io.Reader) (iter.Seq2[raw.Article, error], bool) {
	f, raws := Read(src, r)
	return raws, f != nil
}

// Refusal says why a file of this name is not supported.
func Refusal(name string) string {
	ext := raw.Extension(name)
	if why, ok := unreadable()[ext]; ok {
		return why
	}
	if named(name) != nil {
		return "the content of this " + ext + " file is not recognised"
	}
	return ext + " files are not supported"
}
