package raw

import (
	"fmt"
	"iter"
)

// A Give hands on one article of an export, or the error that stands for it.
// It returns false when no more are wanted.
type Give func(Article, error) bool

// maxExport is how large an export may be, in bytes, unpacked. Those of five
// hundred articles are 5 MB.
const maxExport = 16 << 20

// maxExported is how many articles are read of one export. Databases give a
// thousand at most.
const maxExported = 20_000

// Export makes a reader from a function that reads a file of many articles as a
// whole and yields them one by one. The error it returns concerns the whole
// file.
func Export(read func(data []byte, src Source, next Give) error) ReadFunc {
	return func(src Source) iter.Seq2[Article, error] {
		return func(yield func(Article, error) bool) {
			data, err := src.All()
			if err != nil {
				yield(Article{}, err)
				return
			}
			var bad Complaints
			wanted, n := true, 0
			err = read(data, src, func(r Article, err error) bool {
				if n++; n > maxExported {
					return false
				}
				if err == nil || bad.Tell() {
					wanted = wanted && yield(r, err)
				}
				return wanted
			})
			if n > maxExported {
				err = fmt.Errorf("more than %d articles in one file; the rest were skipped; split the file", maxExported)
			}
			for _, err := range []error{bad.Rest(), err} {
				if err != nil && wanted {
					wanted = yield(Article{}, err)
				}
			}
		}
	}
}

// ExportOfText is Export for a function that reads the file as text.
func ExportOfText(read func(text string, next Give) error) ReadFunc {
	return Export(func(data []byte, src Source, next Give) error {
		if len(data) > maxExport {
			return ErrTooLarge(maxExport)
		}
		text, err := Decode(data, src.Charset)
		if err != nil {
			return err
		}
		return read(text, next)
	})
}
