package corpus

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"

	"parallax/corpus/format/raw"
)

const (
	// maxWatched is how many folders are watched: some systems keep a file open
	// for each.
	maxWatched = 2048

	// A copy of a folder makes a change every millisecond. One waits until there
	// have been none for quiet, but not longer than longest.
	quiet   = 300 * time.Millisecond
	longest = 3 * time.Second
)

// A Watcher tells when the files of a corpus change. It must be closed.
type Watcher struct {
	notify *fsnotify.Watcher
	whole  map[string]bool // folders of which every file counts
	single map[string]bool // files given by themselves; their folders are watched, too
}

// Watch begins to watch files and folders, with all folders below them. Of very
// many folders only the first are watched; that, and what cannot be watched, is
// told by the error, beside which there is a Watcher for the rest.
func Watch(paths []string) (*Watcher, error) {
	notify, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, fmt.Errorf("changes of files cannot be watched: %w", err)
	}
	w := &Watcher{notify: notify, whole: make(map[string]bool), single: make(map[string]bool)}
	for _, p := range paths {
		p = OnDisk(p)
		switch info, statErr := os.Stat(p); {
		case statErr != nil:
		case info.IsDir():
			err = errors.Join(err, w.below(filepath.Clean(p)))
		default:
			w.single[filepath.Clean(p)] = true
			err = errors.Join(err, notify.Add(filepath.Dir(p)))
		}
	}
	return w, err
}

// Close ends the watching.
func (w *Watcher) Close() error { return w.notify.Close() }

var errManyFolders = fmt.Errorf("more than %d folders: changes in the others are seen when they are opened again", maxWatched)

// below watches a folder and those in it.
func (w *Watcher) below(folder string) error {
	return filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil || !d.IsDir():
			return nil // what cannot be read has no articles either
		case path != folder && strings.HasPrefix(d.Name(), "."):
			return fs.SkipDir
		}
		if len(w.whole) >= maxWatched {
			return errManyFolders
		}
		w.whole[path] = true
		return w.notify.Add(path)
	})
}

// Changed waits until a file of the corpus was added, changed or removed, and
// the changes have come to rest. It returns why ctx ended if it did before.
func (w *Watcher) Changed(ctx context.Context) error {
	var rest, latest <-chan time.Time // nil until something has changed
	for {
		select {
		case <-ctx.Done():
			return context.Cause(ctx)
		case <-rest:
			return nil
		case <-latest:
			return nil
		case _, ok := <-w.notify.Errors:
			if !ok {
				return fsnotify.ErrClosed
			}
			// Too much happened at once to be told one by one.
		case e, ok := <-w.notify.Events:
			if !ok {
				return fsnotify.ErrClosed
			}
			if !w.matters(e) {
				continue
			}
		}
		if rest = time.After(quiet); latest == nil {
			latest = time.After(longest)
		}
	}
}

// matters reports whether a change may be one of the corpus, and watches
// folders that are new.
func (w *Watcher) matters(e fsnotify.Event) bool {
	path := filepath.Clean(e.Name)
	name := filepath.Base(path)
	switch {
	case e.Op == fsnotify.Chmod:
		return false
	case w.single[path]:
		return true
	case strings.HasPrefix(name, ".") || raw.Beside(name) || !w.whole[filepath.Dir(path)]:
		return false
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() && e.Has(fsnotify.Create) {
		_ = w.below(path) // what is not watched is seen when it is opened again
	}
	return true
}
