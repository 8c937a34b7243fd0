package corpus

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"path/filepath"
	"sync/atomic"
	"time"
	"unicode/utf8"

	"parallax/corpus/entries"
	"parallax/corpus/format/raw"
)

const (
	// storeVersion is raised when a slow format gives something else for the
	// same file.
	storeVersion = 3

	// maxStore is how many bytes are kept; of more, the oldest are removed.
	maxStore = 512 << 20
)

// A store keeps what slow formats made of files. An entry is named by the
// contents of its file and by all else that decides what comes out, the program
// included, so that it is never out of date, wherever the file is moved. Its
// first line is the hash of the rest: an entry that was damaged is not believed
// and written anew. Anything in the store may be removed at any time. Whatever
// goes wrong with it costs time only.
//
// A nil store keeps nothing.
type store struct {
	dir     string
	build   func() string // of the program, which takes a moment to find out
	written atomic.Bool
}

// openStore returns the store in a folder, which need not exist yet.
func openStore(dir string) *store {
	if dir == "" {
		return nil
	}
	return &store{dir: filepath.Join(dir, fmt.Sprintf("parsed-%d", storeVersion)), build: entries.Build}
}

// A stored is one article of a file, or why there is none.
type stored struct {
	Raw raw.Article
	Err string `json:",omitempty"`
}

// through returns what raws are, from the store if they are there; else it
// keeps them once all are read.
func (s *store) through(src raw.Source, data []byte, raws iter.Seq2[raw.Article, error]) iter.Seq2[raw.Article, error] {
	path := s.path(src, data)
	return func(yield func(raw.Article, error) bool) {
		if kept, err := load(path); err == nil {
			for _, k := range kept {
				if !yield(k.Raw, k.err()) {
					return
				}
			}
			return
		}
		var keep []stored
		exact := true
		for raw, err := range raws {
			k := stored{Raw: raw}
			if err != nil {
				k.Err = err.Error()
			}
			keep = append(keep, k)
			exact = exact && utf8.ValidString(raw.Text)
			if !yield(raw, err) {
				return
			}
		}
		if exact {
			s.save(path, keep)
		}
	}
}

func (k stored) err() error {
	if k.Err == "" {
		return nil
	}
	return errors.New(k.Err)
}

// path returns where what a file gives is kept.
func (s *store) path(src raw.Source, data []byte) string {
	h := sha256.New()
	fmt.Fprintf(h, "%q %q %q %d\n", s.build(), src.Name, src.Charset, src.Limit)
	h.Write(data)
	return entries.Path(s.dir, h)
}

// load reads an entry.
func load(path string) ([]stored, error) {
	data, err := entries.Read(path)
	if err != nil {
		return nil, err
	}
	var kept []stored
	if err := json.Unmarshal(data, &kept); err != nil {
		return nil, err
	}
	if len(kept) == 0 {
		return nil, io.ErrUnexpectedEOF
	}
	return kept, nil
}

// save writes an entry, whole or not at all.
func (s *store) save(path string, keep []stored) {
	data, err := json.Marshal(keep)
	if err != nil || len(keep) == 0 {
		return
	}
	if entries.Write(path, data) == nil {
		s.written.Store(true)
	}
}

// prune removes the oldest entries until what is left is well below maxStore,
// if this program has added some.
func (s *store) prune() {
	if s == nil || !s.written.Load() {
		return
	}
	stores, _ := filepath.Glob(filepath.Join(filepath.Dir(s.dir), "parsed-*")) // of other versions, too
	entries.Prune(stores, maxStore, time.Time{})
}
