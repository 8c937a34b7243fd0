package entries

import (
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"sync"
)

// Build returns what tells this build of the program from any other: its version
// and how its file begins, where Go keeps a hash of all that went in. What a
// program works out is named by it, too, as another build may work out something
// else.
var Build = sync.OnceValue(func() string {
	const start = 64 << 10 // bytes
	h := sha256.New()
	if info, ok := debug.ReadBuildInfo(); ok {
		fmt.Fprintln(h, info.Main.Version, info.GoVersion)
	}
	if path, err := os.Executable(); err == nil {
		if f, err := os.Open(path); err == nil {
			defer f.Close()
			if info, err := f.Stat(); err == nil {
				fmt.Fprintln(h, info.Size())
			}
			_, _ = io.CopyN(h, f, start) // what can be read is enough
		}
	}
	return string(h.Sum(nil))
})
