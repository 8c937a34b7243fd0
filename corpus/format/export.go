package format

import (
	"fmt"
	"iter"
)

// A give hands on one article of an export, or the error that stands for it.
// It returns false when no more are wanted.
type give func(Raw, error) bool

// maxExport is how large an export may be, in bytes, unpacked. Those of five
// hundred articles are 5 MB.
const maxExport = 16 << 20

// maxExported is how many articles are read of one export. Databases give a
// thousand at most.
const maxExported = 20_000

// export makes a reader of a function that reads a file of many articles at
// once and gives them one by one. The error it returns is the file's.
func export(read func(data []byte, src Source, next give) error) readFunc {
	return func(src Source) iter.Seq2[Raw, error] {
		return func(yield func(Raw, error) bool) {
			data, err := src.all()
			if err != nil {
				yield(Raw{}, err)
				return
			}
			var bad complaints
			wanted, n := true, 0
			err = read(data, src, func(r Raw, err error) bool {
				if n++; n > maxExported {
					return false
				}
				if err == nil || bad.tell() {
					wanted = wanted && yield(r, err)
				}
				return wanted
			})
			if n > maxExported {
				err = fmt.Errorf("more than %d articles in one file; those behind them are not read: split it", maxExported)
			}
			for _, err := range []error{bad.rest(), err} {
				if err != nil && wanted {
					wanted = yield(Raw{}, err)
				}
			}
		}
	}
}

// exportOfText is export for a function that reads the file as text.
func exportOfText(read func(text string, next give) error) readFunc {
	return export(func(data []byte, src Source, next give) error {
		if len(data) > maxExport {
			return ErrTooLarge(maxExport)
		}
		text, err := decode(data, src.Charset)
		if err != nil {
			return err
		}
		return read(text, next)
	})
}
