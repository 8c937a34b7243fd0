// Package entries reads and writes the files of a cache: what is kept goes in
// whole or not at all, and comes out as it was or not at all. An entry begins
// with the hash of the rest, so that one that was damaged is not believed.
package entries

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// ErrDamaged reports that an entry is not as it was written.
var ErrDamaged = errors.New("damaged")

// Path returns where an entry is kept below a folder, by the hash of all that
// decides what is in it: in one of 256 folders, each with few files.
func Path(dir string, h hash.Hash) string {
	name := hex.EncodeToString(h.Sum(nil)[:20])
	return filepath.Join(dir, name[:2], name[2:]+".json")
}

// Read returns what is kept in a file. The error is that of reading it, or
// ErrDamaged.
func Read(path string) ([]byte, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return unsealed(data)
}

// Write keeps something in a file that its user alone may read, and makes the
// folder. It is written whole or not at all.
func Write(path string, kept []byte) error {
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(dir, "new-*") // with mode 0600
	if err != nil {
		return err
	}
	_, err = f.Write(Sealed(kept))
	if err = errors.Join(err, f.Close()); err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		os.Remove(f.Name())
	}
	return err
}

// Sealed returns an entry: the hash of what is kept, a line break, what is kept.
func Sealed(kept []byte) []byte {
	sum := sha256.Sum256(kept)
	return append(append(hex.AppendEncode(nil, sum[:]), '\n'), kept...)
}

// unsealed returns what is kept in an entry.
func unsealed(entry []byte) ([]byte, error) {
	_, kept, _ := bytes.Cut(entry, []byte("\n"))
	if !bytes.Equal(entry, Sealed(kept)) {
		return nil, ErrDamaged
	}
	return kept, nil
}

// Prune removes the files below some folders that were written before a time
// and, if there are more than most bytes, the oldest of the rest until three
// quarters of that are left. What a program that was killed left is removed in
// its turn.
func Prune(dirs []string, most int64, before time.Time) {
	type entry struct {
		path string
		size int64
		when time.Time
	}
	var all []entry
	var sum int64
	for _, dir := range dirs {
		_ = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err != nil || !d.Type().IsRegular() {
				return nil
			}
			if info, err := d.Info(); err == nil {
				all = append(all, entry{path, info.Size(), info.ModTime()})
				sum += info.Size()
			}
			return nil
		})
	}
	left := most
	if sum > most {
		left = most / 4 * 3
	}
	slices.SortFunc(all, func(a, b entry) int { return cmp.Or(a.when.Compare(b.when), cmp.Compare(a.path, b.path)) })
	for _, e := range all {
		if sum <= left && !e.when.Before(before) {
			return
		}
		if os.Remove(e.path) == nil {
			sum -= e.size
		}
	}
}
