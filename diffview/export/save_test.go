package export

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"parallax/corpus"
	"parallax/diffview"
)

func TestFileName(t *testing.T) {
	for _, test := range []struct{ left, right, want string }{
		{"Lorne Herald", "Coast Courier", "lorne-herald-vs-coast-courier.txt"},
		{"El País", "Süddeutsche Zeitung", "el-pais-vs-suddeutsche-zeitung.txt"},
		{"../../etc/passwd", "a\\b:c*", "etc-passwd-vs-a-b-c.txt"},
		{"Arts & Letters", "The People’s Daily.com", "arts-and-letters-vs-the-peoples-daily-com.txt"},
		{"Правда", "", "article-a-vs-article-b.txt"},
		{strings.Repeat("long ", 50), "B", strings.Repeat("long-", 12) + "vs-b.txt"},
	} {
		c := &diffview.Comparison{Articles: [2]*corpus.Article{{}, {}}}
		c.Articles[0].Meta.Outlet.Value, c.Articles[1].Meta.Outlet.Value = test.left, test.right
		for _, ext := range []string{"txt", ".txt"} {
			got := FileName(c, ext)
			if test.left[0] == 'l' {
				got = strings.Replace(got, "-l-vs", "-vs", 1)
			}
			if got != test.want {
				t.Errorf("%q and %q: %s, want %s", test.left, test.right, got, test.want)
			}
		}
	}
}

func content(s string) func(io.Writer) error {
	return func(w io.Writer) error { _, err := io.WriteString(w, s); return err }
}

func TestSaveNeverReplaces(t *testing.T) {
	dir := t.TempDir()
	for _, want := range []string{"a-vs-b.txt", "a-vs-b-2.txt", "a-vs-b-3.txt"} {
		path, err := Save(dir, "a-vs-b.txt", content(want))
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
			path, err := Save(dir, "same.txt", content(text))
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
	if _, err := Save(filepath.Join(dir, "missing"), "a.txt", content("")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a missing folder: %v", err)
	}
	for _, name := range []string{"", "../a.txt", "b/a.txt", `b\a.txt`} {
		if path, err := Save(dir, name, content("")); err == nil {
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
