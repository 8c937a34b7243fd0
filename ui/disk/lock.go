package disk

import (
	"errors"
	"os"
	"time"
)

// errHeld is what tryLock returns while another has the lock.
var errHeld = errors.New("another program is changing it; try again")

// patience is how long a lock is waited for. It is held while a small file is
// read and written; who holds it longer was stopped.
const patience = 5 * time.Second

// Locked reads, changes and writes the file at path as do does it, while no
// other program that asks so does. The folder is made where there is none. The
// lock is an empty file beside it that stays there; it is the system that holds
// it, so that it ends with the program however that ends. File systems without
// locks are written to without one.
func Locked(path string, do func() error) error {
	path, err := follow(path)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(folderOf(path), 0o700); err != nil {
		return cannot("write", path, err)
	}
	f, err := os.OpenFile(path+".lock", os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return cannot("write", path, err)
	}
	defer f.Close() // and with it the lock
	for end := time.Now().Add(patience); ; time.Sleep(5 * time.Millisecond) {
		err := tryLock(f)
		if err == nil {
			return do()
		}
		if time.Now().After(end) {
			return cannot("write", path, err)
		}
	}
}
