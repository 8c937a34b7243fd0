// Package pack reads files that contain files: a gzip or bzip2 file, a ZIP
// archive or a web crawl (WARC) goes in, and the articles of the files inside
// come out, each read in its own format.
package pack

import (
	"archive/zip"
	"bytes"
	"compress/bzip2"
	"compress/flate"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"iter"
	"path"
	"strings"

	"parallax/corpus/format/raw"
)

// maxPacks is how many packs may be around a file: an archive, and gzip in it.
const maxPacks = 2

// A pack is taken for a bomb when more than bombSize bytes came out of it that
// are more than bombRatio times those that went in. Packed news is a third to
// a twentieth of its size; lines of equal JSON keys a fiftieth at best.
const (
	bombSize  = 32 << 20
	bombRatio = 200
)

var (
	errBomb    = fmt.Errorf("expands more than %d-fold (possible decompression bomb)", bombRatio)
	errCutOff  = errors.New("the compressed data is cut off; get the whole file again")
	errDamaged = errors.New("the compressed data is damaged; get the file again")
)

// LooksGzip reports whether a file begins like a gzip file.
func LooksGzip(head []byte) bool { return bytes.HasPrefix(head, []byte("\x1f\x8b\x08")) }

// LooksBzip2 reports whether a file begins as what bzip2 packed.
func LooksBzip2(head []byte) bool { return bytes.HasPrefix(head, []byte("BZh")) }

// ReadGzip reads the file inside a gzip file. Its name without .gz gives its
// format: articles.jsonl.gz is JSON Lines.
func ReadGzip(src raw.Source) iter.Seq2[raw.Article, error] {
	t := new(tally)
	unpacked, err := gzip.NewReader(t.packed(src.Reader))
	if err != nil {
		return raw.Only(raw.Article{}, errors.New("not a gzip file, or damaged; get the file again"))
	}
	return readInside(src, packedName(src.Name), t.unpacked(unpacked))
}

// ReadBzip2 reads the file that bzip2 packed.
func ReadBzip2(src raw.Source) iter.Seq2[raw.Article, error] {
	t := new(tally)
	return readInside(src, packedName(src.Name), t.unpacked(bzip2.NewReader(t.packed(src.Reader))))
}

// packedName returns the name of the file in a pack of this name.
func packedName(name string) string {
	if raw.Extension(name) == "" {
		return name
	}
	return strings.TrimSuffix(name, path.Ext(name))
}

// readInside returns the articles of a file in the pack s, in whatever format.
func readInside(s raw.Source, name string, r io.Reader) iter.Seq2[raw.Article, error] {
	if s.Packs >= maxPacks {
		return raw.Only(raw.Article{}, fmt.Errorf("compressed more than %d times over; unpack it first", maxPacks))
	}
	raws, _ := s.Open(raw.Source{Name: name, Charset: s.Charset, Limit: s.Limit, Packs: s.Packs + 1}, r)
	return raws
}

// A tally counts the bytes that went into a pack and came out of it.
type tally struct{ in, out int64 }

// packed counts what is read from r as packed bytes.
func (t *tally) packed(r io.Reader) io.Reader { return counting{r, &t.in} }

type counting struct {
	r io.Reader
	n *int64
}

func (c counting) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	*c.n += int64(n)
	return n, err
}

// unpacked counts what is read from r as unpacked bytes, ends what is a bomb,
// and says in words what is wrong with the packed data.
func (t *tally) unpacked(r io.Reader) io.Reader { return unpacking{r, t} }

type unpacking struct {
	r io.Reader
	*tally
}

func (u unpacking) Read(p []byte) (int, error) {
	n, err := u.r.Read(p)
	u.out += int64(n)
	if u.out > bombSize && u.out > bombRatio*u.in {
		return n, errBomb
	}
	return n, u.inWords(err)
}

func (u unpacking) inWords(err error) error {
	corrupt, _ := errors.AsType[flate.CorruptInputError](err)
	structural, _ := errors.AsType[bzip2.StructuralError](err)
	switch {
	case errors.Is(err, gzip.ErrHeader) && u.out > 0:
		return io.EOF // what follows the last packed piece is padding, as gzip(1) has it
	case errors.Is(err, io.ErrUnexpectedEOF):
		return errCutOff
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum), errors.Is(err, zip.ErrChecksum), corrupt != 0, structural != "":
		return errDamaged
	}
	return err
}
