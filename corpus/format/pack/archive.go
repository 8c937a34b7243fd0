package pack

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"iter"
	"path"
	"slices"
	"strings"

	"github.com/maruel/natural"

	"parallax/corpus/format/raw"
)

// maxArchived is how many files an archive of articles may hold.
const maxArchived = 50_000

// LooksArchive reports whether a file begins as ZIP archives do.
func LooksArchive(head []byte) bool { return bytes.HasPrefix(head, []byte("PK\x03\x04")) }

// ReadArchive reads a ZIP archive as the folder it was made of: each file by
// its own format, in natural order, without hidden files and what stands
// beside articles. An archive inside an archive is not opened.
func ReadArchive(src raw.Source) iter.Seq2[raw.Article, error] {
	return func(yield func(raw.Article, error) bool) {
		files, size, err := archived(src)
		if err != nil {
			yield(raw.Article{}, err)
			return
		}
		t := &tally{in: size}
		for _, f := range files {
			name := memberName(f)
			named := func(r raw.Article, err error) bool {
				r.Name = path.Join(name, r.Name)
				return yield(r, err)
			}
			if !readMember(src, f, t, named) {
				return
			}
			if t.out > bombSize && t.out > bombRatio*t.in {
				return
			}
		}
	}
}

// archived lists the files of an archive that may hold articles, and its size
// in bytes.
func archived(s raw.Source) ([]*zip.File, int64, error) {
	if s.Packs > 0 {
		return nil, 0, errors.New("an archive inside an archive; unpack it first")
	}
	data, err := s.All()
	if err != nil {
		return nil, 0, err
	}
	if n := raw.ZIPMembers(data); n > maxArchived {
		return nil, 0, fmt.Errorf("an archive of %d files; the limit is %d; unpack it and open the folder", n, maxArchived)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, 0, errors.New("not a ZIP archive, or cut off; get the whole file again")
	}
	var names []string
	for _, f := range z.File {
		names = append(names, memberName(f))
	}
	pages := raw.SavedPagesOf(names)
	files := slices.DeleteFunc(z.File, func(f *zip.File) bool { return f.FileInfo().IsDir() || passedOver(memberName(f), pages) })
	slices.SortStableFunc(files, func(a, b *zip.File) int { return natural.Compare(memberName(a), memberName(b)) })
	return files, int64(len(data)), nil
}

// memberName returns the path of a file in its archive, with slashes, never
// leading out of it.
func memberName(f *zip.File) string {
	return strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(f.Name, `\`, "/")), "/")
}

// passedOver reports whether a file of an archive is one that is not read in a
// folder either: hidden, of a saved page's folder, or no article by its name.
func passedOver(name string, pages raw.SavedPages) bool {
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if strings.HasPrefix(path.Base(dir), ".") || path.Base(dir) == "__MACOSX" || pages.Attached(dir) {
			return true
		}
	}
	return strings.HasPrefix(path.Base(name), ".") || raw.Beside(name)
}

// readMember passes on the articles of one file of an archive. It is false when no
// more are wanted.
func readMember(s raw.Source, f *zip.File, t *tally, yield func(raw.Article, error) bool) bool {
	if f.Flags&1 != 0 {
		return yield(raw.Article{}, errors.New("encrypted; unpack the archive with its password first"))
	}
	r, err := f.Open()
	if err != nil {
		return yield(raw.Article{}, errDamaged)
	}
	defer r.Close()
	return guarded(readInside(s, path.Base(memberName(f)), t.unpacked(r)), yield)
}

// guarded passes on the articles of one file or record of many, and turns a
// panic of its reader into an error, so that it does not cost the others.
func guarded(raws iter.Seq2[raw.Article, error], yield func(raw.Article, error) bool) (more bool) {
	passing := false
	defer func() {
		p := recover()
		switch {
		case p != nil && passing:
			panic(p) // not the reader's fault but of who asked for the articles
		case p != nil:
			more = yield(raw.Article{}, raw.Fault(p))
		}
	}()
	for r, err := range raws {
		passing = true
		if !yield(r, err) {
			return false
		}
		passing = false
	}
	return true
}
