package corpus

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"parallax/corpus/outlets"
)

// maxOutlets is the size in bytes of the largest file of outlets that is
// read, fifty times that of the table built in.
const maxOutlets = 2 << 20

// outlets returns the table built in, with what the file of the options adds
// to it and puts in the place of its lines.
func (o Options) outlets() (*outlets.Table, error) {
	if o.Outlets == "" {
		return outlets.Shipped(), nil
	}
	name := Printable(o.Outlets)
	f, err := os.Open(o.Outlets)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%s: %w; --outlets needs a file of outlet names", name, missing)
	case err != nil:
		return nil, fmt.Errorf("%s: outlet names: %s", name, plainReason(err))
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, fmt.Errorf("%s: a folder; --outlets needs a file of outlet names", name)
	}
	data, err := io.ReadAll(io.LimitReader(f, maxOutlets+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s: cannot read the outlet names: %s", name, plainReason(err))
	case len(data) > maxOutlets:
		return nil, fmt.Errorf("%s: larger than %d MB, too large for a file of outlet names", name, maxOutlets>>20)
	}
	t, err := outlets.With(string(data))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return t, nil
}
