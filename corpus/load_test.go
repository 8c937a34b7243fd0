package corpus

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"testing/synctest"
	"time"
)

// harbour writes n short articles, "00/0.txt" and so on, into a new folder.
func harbour(t *testing.T, n int) {
	t.Helper()
	t.Chdir(t.TempDir())
	for i := range n {
		write(t, fmt.Sprintf("%02d/%d.txt", i/10, i), fmt.Sprintf("The ferry sailed at %d o'clock on Monday, the harbour office said.\n", i))
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func loadingOf(t *testing.T, o Options, from string) *Loading {
	t.Helper()
	l, err := newLoading(o, from)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestLoadHandsOutInOrder(t *testing.T) {
	harbour(t, 95)
	l, err := Load(t.Context(), []string{"."}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	first, _ := l.First(t.Context(), 20, time.Minute)
	if len(first) < 20 {
		t.Fatalf("%d articles first, want 20", len(first))
	}
	c, err := l.Wait(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(c.Articles[:len(first)], first) {
		t.Error("the first articles are not those that the corpus begins with")
	}
	for i, a := range c.Articles {
		if want := fmt.Sprintf("%02d/%d.txt", i/10, i); filepath.ToSlash(a.Path) != want {
			t.Fatalf("article %d is %s, want %s", i, a.Path, want)
		}
		if want := fmt.Sprint(i); a.Meta.Outlet.Known() || a.Name() != want {
			t.Fatalf("article %d is by %q and called %s, want it called %s", i, a.Meta.Outlet.Value, a.Name(), want)
		}
	}
	p := l.Progress()
	if p.Files != 95 || p.Done != 95 || p.Articles != 95 || !p.Complete || p.Bytes == 0 {
		t.Errorf("progress at the end: %+v", p)
	}
}

func TestFirstDoesNotWaitForTheRest(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		slow := make(chan bool)
		l := loadingOf(t, Options{}, "news")
		l.start(t.Context(), func(w *walker) {
			for i := range 3 {
				w.add(file{path: fmt.Sprintf("%d.txt", i), open: func() (fs.File, error) { return memory(prosePlain), nil }})
			}
			w.add(file{path: "slow.txt", open: func() (fs.File, error) { <-slow; return memory(prosePlain), nil }})
		})
		first, all := l.First(t.Context(), 100, time.Millisecond)
		if len(first) < 2 || all {
			t.Errorf("%d articles, all: %v", len(first), all)
		}
		close(slow)
		if c, err := l.Wait(t.Context()); err != nil || len(c.Articles) != 4 {
			t.Errorf("at last: %v, %v", c, err)
		}
	})
}

// memory is a file that holds a text.
func memory(text string) fs.File {
	f, err := fstest.MapFS{"f": {Data: []byte(text)}}.Open("f")
	if err != nil {
		panic(err)
	}
	return f
}

// An endless file says a byte an hour, or would.
type endless struct {
	fs.File
	hang chan bool
}

func (e endless) Read([]byte) (int, error) { <-e.hang; return 0, io.EOF }

// endlessFiles returns what a walk would find: n files that never end, and a
// short one.
func endlessFiles(n int, hang chan bool) func(*walker) {
	stat := func() (fs.FileInfo, error) { return memory("").Stat() }
	return func(w *walker) {
		for i := range n {
			w.add(file{path: fmt.Sprintf("endless%d.txt", i), stat: stat, open: func() (fs.File, error) {
				return endless{memory(""), hang}, nil
			}})
		}
		w.add(file{path: "short.txt", stat: stat, open: func() (fs.File, error) { return memory(prosePlain), nil }})
	}
}

func TestEndlessFileIsGivenUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		hang := make(chan bool)
		defer close(hang)
		l := loadingOf(t, Options{fileWait: 50 * time.Millisecond}, "news")
		l.start(t.Context(), endlessFiles(3, hang))
		c, err := l.Wait(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if pathsOf(c) != "short.txt" || len(c.Problems) != 3 || !strings.HasPrefix(c.Problems[0].Reason, "abandoned after 50ms") {
			t.Errorf("articles %s, problems:\n%s", pathsOf(c), problemsOf(c))
		}
	})
}

func TestManyEndlessFiles(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		hang := make(chan bool)
		defer close(hang)
		l := loadingOf(t, Options{fileWait: 50 * time.Millisecond}, "news")
		l.start(t.Context(), endlessFiles(40, hang))
		_, err := l.Wait(t.Context())
		if err == nil || !strings.Contains(err.Error(), "nothing could be read") {
			t.Fatalf("got %v", err)
		}
		if n := len(l.corpus.Problems); n > 2*abandoned+2 {
			t.Errorf("%d goroutines were left behind", n)
		}
	})
}

func TestLoadEnds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		hang := make(chan bool)
		defer close(hang)
		ctx, cancel := context.WithCancelCause(t.Context())
		l := loadingOf(t, Options{}, "news")
		l.start(ctx, endlessFiles(1, hang))
		why := errors.New("the reader left")
		cancel(why)
		if _, err := l.Wait(t.Context()); !errors.Is(err, why) {
			t.Errorf("got %v, want %v", err, why)
		}
	})
}

func TestReload(t *testing.T) {
	harbour(t, 12)
	l, err := Load(t.Context(), []string{"."}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	before, err := l.Wait(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	same, err := l.Reload(t.Context()).Wait(t.Context())
	if err != nil || !slices.Equal(same.Articles, before.Articles) {
		t.Fatalf("nothing changed, and yet: %v, %v", pathsOf(same), err)
	}

	write(t, "00/3.txt", "The ferry did not sail on Monday: its engine had failed.\n")
	write(t, "00/91.txt", "A second ferry was sent on Monday evening, the mayor said.\n")
	if err := os.Remove("00/5.txt"); err != nil {
		t.Fatal(err)
	}
	l = l.Reload(t.Context())
	after, err := l.Wait(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want := "00/0.txt 00/1.txt 00/2.txt 00/3.txt 00/4.txt 00/6.txt 00/7.txt 00/8.txt 00/9.txt 00/91.txt 01/10.txt 01/11.txt"
	if got := pathsOf(after); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got := after.Articles[3].Text; !strings.Contains(got, "engine") {
		t.Errorf("the changed article still reads %q", got)
	}
	if after.Articles[2] != before.Articles[2] {
		t.Error("an article that has not changed was read again")
	}
}

func TestSavedPageFolders(t *testing.T) {
	tree(t, `
-- ferry.html --
<!DOCTYPE html><html><body><p>The harbour ferry was halted on Tuesday after an engine failed, and no one was hurt.</p></body></html>
-- ferry_files/frame.html --
<!DOCTYPE html><html><body><p>An advertisement in a frame of the page that nobody wants to read as an article.</p></body></html>
-- other_files/1.txt --
A folder that only looks like one of a page is read.
-- note.resources/1.txt --
The attachment of a note is none of its articles.
`)
	c, err := Open([]string{"."}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := pathsOf(c), "ferry.html other_files/1.txt"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestDeepFolders(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "1.txt", prosePlain)
	deep := strings.Repeat("d/", maxDepth+10)
	write(t, deep+"2.txt", prosePlain)
	c, err := Open([]string{"."}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if pathsOf(c) != "1.txt" || len(c.Problems) != 1 || !strings.Contains(c.Problems[0].Reason, "folders are nested") {
		t.Errorf("articles %s, problems %s", pathsOf(c), problemsOf(c))
	}
}
