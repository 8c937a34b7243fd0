package pdf

import (
	"bytes"
	"errors"
	"slices"
)

// maxWork is how much work one PDF may take, in bytes read and unpacked, or
// what takes as long. It is counted, not timed: a busy machine reads the same
// files as an idle one. A page of a printed article takes some 30 KB of it, one
// of a long report with its objects packed together up to 300 KB.
const maxWork = 128 << 20

// What other work costs, in bytes.
const (
	workOfRead     = 256 // one request for bytes: a buffer is made for most of them
	workOfOperator = 16  // of a drawing
	workOfEntry    = 4   // a byte of a table of where objects are
	workOfCode     = 8   // that is drawn
	workOfWidth    = 32  // a code in a table of a font
)

var errWork = errors.New("too complex for one article; print only the article to a new PDF")

// A budget counts down. It panics when nothing is left, as the library does
// with what it cannot read.
type budget struct{ left int }

func (w *budget) do(n int) {
	if w.left -= n; w.left < 0 {
		panic(errWork)
	}
}

// maxOpened is how often the same place of a file is read while its tables are
// opened. Each is read once; in tables that lead in a circle it is read for
// ever.
const maxOpened = 16

// countedFile is a file whose reading is counted. Whatever the library does,
// however often, it comes back here for bytes: it keeps none.
type countedFile struct {
	*bytes.Reader
	work   *budget
	packed []packedPart
	opened map[int64]int // how often a place was read, while the tables are opened; nil afterwards
}

// A packedPart is a stretch of a file that becomes larger when it is unpacked.
type packedPart struct {
	from, to int64
	times    int
}

func (b *countedFile) ReadAt(p []byte, at int64) (int, error) {
	n, err := b.Reader.ReadAt(p, at)
	b.work.do(workOfRead + n*b.times(at))
	if b.opened != nil {
		if b.opened[at]++; b.opened[at] > maxOpened {
			panic(errNumbers)
		}
	}
	return n, err
}

// times returns how much larger the bytes at a place become.
func (b *countedFile) times(at int64) int {
	i, found := slices.BinarySearchFunc(b.packed, at, func(p packedPart, at int64) int {
		switch {
		case p.to <= at:
			return -1
		case p.from > at:
			return 1
		}
		return 0
	})
	if !found {
		return 1
	}
	return b.packed[i].times
}
