package disk

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

var errFull = errors.New("no room left on the device")

func TestSaveNeverReplaces(t *testing.T) {
	dir := t.TempDir()
	for _, want := range []string{"a-vs-b.txt", "a-vs-b-2.txt", "a-vs-b-3.txt"} {
		path, err := Save(dir, "a-vs-b.txt", says(want))
		if err != nil || path != filepath.Join(dir, want) {
			t.Fatalf("saved %s, %v; want %s", path, err, want)
		}
	}
	holds(t, dir, map[string]string{"a-vs-b.txt": "a-vs-b.txt", "a-vs-b-2.txt": "a-vs-b-2.txt", "a-vs-b-3.txt": "a-vs-b-3.txt"})
}

func TestSaveAtATime(t *testing.T) {
	dir := t.TempDir()
	want := map[string]string{}
	var mu sync.Mutex
	var wg sync.WaitGroup
	for k := range 20 {
		wg.Go(func() {
			text := fmt.Sprint("from ", k)
			path, err := Save(dir, "same.txt", says(text))
			mu.Lock()
			defer mu.Unlock()
			if err != nil {
				t.Error(err)
			}
			want[filepath.Base(path)] = text
		})
	}
	wg.Wait()
	if len(want) != 20 {
		t.Errorf("20 files were saved under %d names", len(want))
	}
	holds(t, dir, want)
}

func TestSaveLeavesNothingBehind(t *testing.T) {
	dir := t.TempDir()
	_, err := Save(dir, "a.txt", func(w io.Writer) error {
		io.WriteString(w, strings.Repeat("half a file ", 1000))
		return errFull
	})
	if !errors.Is(err, errFull) || !strings.Contains(err.Error(), filepath.Join(dir, "a.txt")) {
		t.Errorf("error %v", err)
	}
	holds(t, dir, nil)
	if _, err := Save(filepath.Join(dir, "missing"), "a.txt", says("")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a missing folder: %v", err)
	}
	for _, name := range []string{"", "../a.txt", "b/a.txt", `b\a.txt`} {
		if path, err := Save(dir, name, says("")); err == nil {
			t.Errorf("saved %q as %s", name, path)
		}
	}
	holds(t, dir, nil)
}

// holds fails unless the folder holds these files with this content.
func holds(t *testing.T, dir string, want map[string]string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		text, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if w, ok := want[e.Name()]; !ok || err != nil || string(text) != w {
			t.Errorf("%s holds %q, want %q (%v)", e.Name(), text, w, err)
		}
	}
	if len(entries) != len(want) {
		t.Errorf("%d files, want %d", len(entries), len(want))
	}
}
