// Package cache keeps what comparisons found for the next time: two articles go
// in, and what was kept of their comparison comes out, or nothing did.
//
// An entry is named by all of the two articles that a comparison reads and by
// this build of the program, so that it is never out of date, wherever the files
// are moved. One that was damaged is not believed. Anything in the cache may be
// removed at any time; whatever goes wrong with it costs time only.
package cache

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"parallax/corpus"
	"parallax/corpus/entries"
	"parallax/corpus/prose"
	"parallax/diffview"
	"parallax/diffview/coverage"
)

const (
	version = 1         // raised when an entry is written in another form
	most    = 128 << 20 // bytes that are kept; of more, the oldest are removed
)

// Pairs are the pairs that were compared. A nil Pairs keeps nothing.
type Pairs struct {
	dir     string
	build   func() string // of the program, which takes a moment to find out
	written atomic.Bool
}

// Open returns the pairs that are kept below a folder, which need not exist yet;
// nil for "".
func Open(dir string) *Pairs {
	if dir == "" {
		return nil
	}
	return &Pairs{dir: filepath.Join(dir, fmt.Sprintf("pairs-%d", version)), build: entries.Build}
}

// Get returns what is kept of the comparison of two articles, in whichever order
// they were compared.
func (c *Pairs) Get(left, right *corpus.Article) (p coverage.Pairing, ok bool) {
	if c == nil {
		return p, false
	}
	sums, err := sumsOf(left, right)
	if err != nil {
		return p, false
	}
	if p, ok = read(c.path(sums[0], sums[1]), left, right); ok {
		return p, true
	}
	p, ok = read(c.path(sums[1], sums[0]), right, left)
	return p.Mirror(), ok
}

func read(path string, left, right *corpus.Article) (p coverage.Pairing, ok bool) {
	data, err := entries.Read(path)
	if err != nil {
		return p, false
	}
	if err := json.Unmarshal(data, &p); err != nil || !fits(p, left, right) {
		_ = os.Remove(path)
		return coverage.Pairing{}, false
	}
	return p, true
}

// Put keeps what was found in two articles. What an outside judge added is kept
// by the judge.
func (c *Pairs) Put(left, right *corpus.Article, p coverage.Pairing) {
	if c == nil || p.Judged != nil {
		return
	}
	sums, err := sumsOf(left, right)
	if err != nil {
		return
	}
	if data, err := json.Marshal(p); err == nil && entries.Write(c.path(sums[0], sums[1]), data) == nil {
		c.written.Store(true)
	}
}

// Prune removes the oldest entries, if there are too many and this program has
// added some.
func (c *Pairs) Prune() {
	if c == nil || !c.written.Load() {
		return
	}
	dirs, _ := filepath.Glob(filepath.Join(filepath.Dir(c.dir), "pairs-*")) // of other versions, too
	entries.Prune(dirs, most, time.Time{})
}

// path returns where the comparison of two articles is kept, by their sums.
func (c *Pairs) path(left, right sum) string {
	h := sha256.New()
	fmt.Fprintf(h, "%q\n", c.build())
	h.Write(left[:])
	h.Write(right[:])
	return entries.Path(c.dir, h)
}

// A sum stands for all of an article that a comparison reads: all but where its
// file is.
type sum [sha256.Size]byte

// sumsOf returns the sums of two articles.
func sumsOf(left, right *corpus.Article) (sums [2]sum, err error) {
	for side, a := range [2]*corpus.Article{left, right} {
		if sums[side], err = sumOf(a); err != nil {
			return sums, err
		}
	}
	return sums, nil
}

func sumOf(a *corpus.Article) (s sum, err error) {
	meta, err := json.Marshal(a.Meta)
	if err != nil {
		return s, err
	}
	b := binary.AppendUvarint(nil, uint64(len(meta)))
	b = binary.AppendUvarint(append(b, meta...), uint64(len(a.Sentences)))
	for _, s := range a.Sentences {
		for _, n := range []int{s.Start, s.End, int(s.Kind), int(s.Paragraph)} {
			b = binary.AppendUvarint(b, uint64(n))
		}
	}
	return sha256.Sum256(append(b, a.Text...)), nil
}

// fits reports whether an entry names sentences that two articles have, and words
// in these. Its hash says that it is as it was written, not by whom.
func fits(p coverage.Pairing, left, right *corpus.Article) bool {
	articles := [2]*corpus.Article{left, right}
	has := func(sentences [2]int) bool {
		for side, a := range articles {
			if n := sentences[side]; n < 0 || n >= len(a.Sentences) {
				return false
			}
		}
		return true
	}
	within := func(sentences [2]int, words [2]prose.Span) bool {
		for side, a := range articles {
			s, w := a.Sentences[sentences[side]], words[side]
			if w.Start < s.Start || w.End < w.Start || w.End > s.End {
				return false
			}
		}
		return true
	}
	for _, l := range p.Links {
		if !has(l.Sentences) {
			return false
		}
	}
	for _, k := range p.Conflicts {
		if !has(k.Sentences) || !within(k.Sentences, k.Spans) || k.Kind > diffview.OtherConflict || k.Grade > diffview.Updated {
			return false
		}
	}
	return p.Judged == nil
}
