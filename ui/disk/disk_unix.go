//go:build unix && !solaris && !aix

package disk

import (
	"errors"
	"io/fs"
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

// takeOwner gives a file the owner of another, which only some may do.
func takeOwner(f *os.File, was fs.FileInfo) {
	if of, ok := was.Sys().(*syscall.Stat_t); ok {
		_ = f.Chown(int(of.Uid), int(of.Gid))
	}
}

// tryLock takes the lock of a file, or returns errHeld. Where the file system
// has none it returns at once as if it had.
func tryLock(f *os.File) error {
	err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
	if errors.Is(err, unix.EWOULDBLOCK) || errors.Is(err, unix.EINTR) {
		return errHeld
	}
	return nil
}
