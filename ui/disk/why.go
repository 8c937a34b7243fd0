package disk

import (
	"errors"
	"io/fs"
	"syscall"
)

// Why says why a file cannot be written, and what to do.
func Why(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "no such folder; name another, or create it first"
	case errors.Is(err, fs.ErrPermission):
		return "permission denied; name another folder"
	case errors.Is(err, syscall.ENOTDIR):
		return "part of the path is a file; name a folder"
	case errors.Is(err, syscall.EISDIR):
		return "it is a folder; add a file name"
	case errors.Is(err, syscall.ENOSPC):
		return "the disk is full; free some space, or name another folder"
	}
	if path, ok := errors.AsType[*fs.PathError](err); ok {
		err = path.Err
	}
	return err.Error()
}
