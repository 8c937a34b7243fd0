package corpus

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
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

	// lookEvery is how often one looks whether the folders given are still those
	// that are watched.
	lookEvery = 2 * time.Second
)

// A Watcher tells when the files of a corpus change. It must be closed.
type Watcher struct {
	notify *fsnotify.Watcher
	whole  map[string]bool  // folders of which every file counts
	single map[string]bool  // files given by themselves; their folders are watched, too
	given  map[string]*root // by path: the folders given, and those of files given
	every  time.Duration    // lookEvery
}

// A root is a folder that nothing above it is watched of. What becomes of it
// itself is looked for every now and then: it can be removed, renamed, made
// again or unmounted, and what watched it then sees nothing any more.
type root struct {
	tree    bool        // all below it counts
	info    fs.FileInfo // when last looked at; nil when it was not there
	watched bool
}

// Watch begins to watch files and folders, with all folders below them. Of very
// many folders only the first are watched; that, and what cannot be watched, is
// told by the error, beside which there is a Watcher for the rest.
func Watch(paths []string) (*Watcher, error) {
	notify, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, fmt.Errorf("changed files are not noticed until you reopen them: %w", err)
	}
	w := &Watcher{notify: notify, whole: make(map[string]bool), single: make(map[string]bool), given: make(map[string]*root), every: lookEvery}
	for _, p := range paths {
		p = filepath.Clean(OnDisk(p))
		info, statErr := os.Stat(p)
		tree := statErr != nil || info.IsDir()
		if !tree {
			w.single[p] = true
			p = filepath.Dir(p)
		}
		if r := w.given[p]; r == nil {
			w.given[p] = &root{tree: tree}
		} else {
			r.tree = r.tree || tree
		}
	}
	for path, r := range w.given {
		if r.info, _ = os.Stat(path); r.info != nil {
			err = errors.Join(err, w.begin(path, r))
		}
	}
	return w, err
}

// Close ends the watching.
func (w *Watcher) Close() error { return w.notify.Close() }

var errManyFolders = fmt.Errorf("more than %d folders: changes in the others are not noticed until you reopen them", maxWatched)

// begin watches a root.
func (w *Watcher) begin(path string, r *root) (err error) {
	if r.tree {
		err = w.below(path)
	} else {
		err = w.add(path)
	}
	r.watched = slices.Contains(w.notify.WatchList(), path)
	return err
}

// add watches one folder.
func (w *Watcher) add(folder string) error {
	err := w.notify.Add(folder)
	if err != nil {
		return fmt.Errorf("%s: changes are not noticed until you reopen it: the system cannot watch it (%s)", Printable(folder), plainReason(err))
	}
	return nil
}

// below watches a folder and those in it.
func (w *Watcher) below(folder string) error {
	return filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil || !d.IsDir():
			return nil // what cannot be read has no articles either
		case path != folder && strings.HasPrefix(d.Name(), "."):
			return fs.SkipDir
		case !w.whole[path] && len(w.whole) >= maxWatched:
			return errManyFolders
		}
		w.whole[path] = true
		return w.add(path)
	})
}

// forget watches a folder and those in it no more.
func (w *Watcher) forget(folder string) {
	inside := folder + string(filepath.Separator)
	for _, path := range w.notify.WatchList() {
		if path == folder || strings.HasPrefix(path, inside) {
			_ = w.notify.Remove(path) // it may be gone
		}
	}
	for path := range w.whole {
		if path == folder || strings.HasPrefix(path, inside) {
			delete(w.whole, path)
		}
	}
}

// look reports whether a root has come, gone or been exchanged, and watches the
// one that is there now.
func (w *Watcher) look() bool {
	changed := false
	watched := w.notify.WatchList()
	for path, r := range w.given {
		info, _ := os.Stat(path)
		if r.info == nil && info == nil {
			continue
		}
		if r.info != nil && info != nil && os.SameFile(r.info, info) && (!r.watched || slices.Contains(watched, path)) {
			continue
		}
		changed = true
		w.forget(path)
		if r.info, r.watched = info, false; info != nil {
			_ = w.begin(path, r) // what is not watched is seen when it is opened again
		}
	}
	return changed
}

// Changed waits until a file of the corpus was added, changed or removed, and
// the changes have come to rest. It returns why ctx ended if it did before.
func (w *Watcher) Changed(ctx context.Context) error {
	var rest, latest <-chan time.Time // nil until something has changed
	look := time.NewTicker(w.every)
	defer look.Stop()
	for {
		select {
		case <-look.C:
			if !w.look() {
				continue
			}
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
			// Too much happened at once to be told one by one: new folders, too.
			for path, r := range w.given {
				if r.info != nil {
					_ = w.begin(path, r) // what is not watched is seen when it is opened again
				}
			}
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
	switch info, err := os.Stat(path); {
	case err == nil && info.IsDir() && e.Has(fsnotify.Create):
		_ = w.below(path) // what is not watched is seen when it is opened again
	case err != nil && w.whole[path]:
		w.forget(path)
	}
	return true
}
