package export

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"parallax/diffview"
)

// FileName returns a name for a file of the comparison, made of both outlets:
// "lorne-herald-vs-coast-courier.txt". It is lower-case ASCII without spaces,
// and fits every file system. Ext is with or without its dot.
func FileName(c *diffview.Comparison, ext string) string {
	var parts [2]string
	for side, a := range c.Articles {
		parts[side] = cmp.Or(slug(a.Meta.Outlet.Value), slug(a.Meta.Title.Value), [2]string{"article-a", "article-b"}[side])
	}
	return parts[0] + "-vs-" + parts[1] + "." + strings.TrimPrefix(ext, ".")
}

// maxSlug is the most bytes of a file name that one article gets: two of them
// stay far below the 255 bytes of common file systems, and can be read in a list.
const maxSlug = 60

// unaccented writes letters that have no accent to lose in ASCII.
var unaccented = strings.NewReplacer("ß", "ss", "æ", "ae", "ø", "o", "œ", "oe", "đ", "d", "ð", "d", "ł", "l", "þ", "th", "ı", "i",
	"’", "", "'", "", "&", " and ")

// slug returns a name as lower-case ASCII words joined by hyphens; "" when it
// has no letter or digit of ASCII.
func slug(name string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(unaccented.Replace(strings.ToLower(name))) {
		switch {
		case r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		case !unicode.IsMark(r):
			gap = true
		}
		if b.Len() >= maxSlug {
			break
		}
	}
	return b.String()
}

// maxCopies is how many files of one name Save makes before it says that
// something is wrong.
const maxCopies = 9999

// Save writes a file into a folder and returns its path. An existing file is
// never replaced: the new one is then called name-2, name-3, … before its
// extension. The file appears whole or not at all, also when two programs save
// at a time. Errors are one sentence that names the file; nothing is left behind.
func Save(dir, name string, write func(io.Writer) error) (path string, err error) {
	if name != filepath.Base(name) || strings.ContainsAny(name, `/\`) {
		return "", fmt.Errorf("cannot save as %q: a file name without a folder is needed", name)
	}
	temp, err := writeTemp(dir, name, write)
	if err != nil {
		return "", fmt.Errorf("cannot save %s: %w", filepath.Join(dir, name), err)
	}
	defer os.Remove(temp)
	ext := filepath.Ext(name)
	for n := 1; n <= maxCopies; n++ {
		path = filepath.Join(dir, name)
		if n > 1 {
			path = filepath.Join(dir, fmt.Sprintf("%s-%d%s", strings.TrimSuffix(name, ext), n, ext))
		}
		err = publish(temp, path)
		if err == nil {
			return path, nil
		}
		if !errors.Is(err, fs.ErrExist) {
			return "", fmt.Errorf("cannot save %s: %w", path, err)
		}
	}
	return "", fmt.Errorf("cannot save %s: there are %d files of that name already", filepath.Join(dir, name), maxCopies)
}

// writeTemp writes a hidden file of its own in dir, down to the disk.
func writeTemp(dir, name string, write func(io.Writer) error) (path string, err error) {
	f, err := createTemp(dir, name)
	if err != nil {
		return "", err
	}
	defer func() {
		err = cmp.Or(err, f.Close())
		if err != nil {
			os.Remove(f.Name())
		}
	}()
	w := bufio.NewWriter(f)
	if err := write(w); err != nil {
		return "", err
	}
	if err := w.Flush(); err != nil {
		return "", err
	}
	return f.Name(), f.Sync()
}

// createTemp creates a new file. os.CreateTemp would keep it from other
// readers, whatever the umask says. An error speaks of the folder: nobody asked
// for the file.
func createTemp(dir, name string) (*os.File, error) {
	for n := 0; ; n++ {
		f, err := os.OpenFile(filepath.Join(dir, fmt.Sprintf(".%s.%d-%d", name, os.Getpid(), n)), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if errors.Is(err, fs.ErrExist) && n < maxCopies {
			continue
		}
		if p, ok := errors.AsType[*fs.PathError](err); ok {
			err = fmt.Errorf("folder %s: %w", dir, p.Err)
		}
		return f, err
	}
}

// publish gives the file at temp the name path, unless that is taken: then
// the error is fs.ErrExist.
func publish(temp, path string) error {
	err := os.Link(temp, path)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	// The file system has no links. Whoever creates the name owns it, and may
	// replace it.
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	f.Close()
	if err := os.Rename(temp, path); err != nil {
		os.Remove(path)
		return err
	}
	return nil
}
