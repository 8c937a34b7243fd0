package corpus

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"
)

// tree writes the files of a txtar archive into a new folder and makes it the
// working directory, so that paths in results are as short as in the test.
func tree(t *testing.T, archive string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for _, f := range txtar.Parse([]byte(archive)).Files {
		if err := os.MkdirAll(filepath.Dir(f.Name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(f.Name, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func pathsOf(c *Corpus) string {
	var out []string
	for _, a := range c.Articles {
		out = append(out, filepath.ToSlash(a.Path))
	}
	return strings.Join(out, " ")
}

func problemsOf(c *Corpus) string {
	var out []string
	for _, p := range c.Problems {
		out = append(out, filepath.ToSlash(p.Path)+": "+p.Reason)
	}
	return strings.Join(out, "\n")
}

const prosePlain = "The harbour bridge was closed on Monday after an inspector found rust.\n"

func TestOpenOrder(t *testing.T) {
	tree(t, `
-- news/10.txt --
The tenth article says that the bridge is closed.
-- news/2.txt --
The second article says that the bridge is closed.
-- news/a/1.md --
An article in a folder says that it is open.
-- news/.hidden.txt --
Not to be read.
-- news/.git/config.txt --
Not to be read either.
-- news/photo.jpg --
not a picture
-- other.txt --
Another article says nothing about bridges.
`)
	for _, c := range []struct {
		paths []string
		want  string
	}{
		{[]string{"news"}, "news/2.txt news/10.txt news/a/1.md"},
		{[]string{"."}, "news/2.txt news/10.txt news/a/1.md other.txt"},
		{[]string{"other.txt", "news"}, "other.txt news/2.txt news/10.txt news/a/1.md"},
		{[]string{"news/10.txt", "news/2.txt"}, "news/10.txt news/2.txt"},
		{[]string{"news/10.txt", "news", "./news/10.txt"}, "news/10.txt news/2.txt news/a/1.md"},
		{[]string{"news/.hidden.txt"}, "news/.hidden.txt"},
	} {
		got, err := Open(c.paths, Options{})
		if err != nil {
			t.Errorf("%q: %v", c.paths, err)
			continue
		}
		if pathsOf(got) != c.want || len(got.Problems) > 0 {
			t.Errorf("%q: got %s, problems %v, want %s", c.paths, pathsOf(got), got.Problems, c.want)
		}
	}
}

func TestOpenProblems(t *testing.T) {
	tree(t, `
-- 1-good.txt --
The harbour bridge was closed on Monday.
-- 2-empty.txt --
-- 3-blank.txt --
  

-- 4-open.md --
---
title: "Bridge closed"

The harbour bridge was closed.
-- 5-yaml.md --
---
title: Bridge
outlet: [Herald
date: 2025-04-09
---
The harbour bridge was closed.
-- 6-toml.md --
+++
title = "Bridge"
+++
The harbour bridge was closed.
-- 7.xyz --
What is this?
-- 8-only-meta.md --
---
title: Bridge
---
`)
	write := func(name, data string) {
		if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("9-binary.txt", "PK\x03\x04\x00\x00\x00\x01text")
	write("91-large.txt", strings.Repeat(prosePlain, 100))
	c, err := Open([]string{"."}, Options{MaxBytes: 2 << 10})
	if err != nil {
		t.Fatal(err)
	}
	if got := pathsOf(c); got != "1-good.txt 5-yaml.md 6-toml.md" {
		t.Errorf("articles %s", got)
	}
	want := `2-empty.txt: empty
3-blank.txt: empty: no text
4-open.md: front matter: line 1: not closed; end it with a line that is only ---
5-yaml.md: front matter: line 3: not a key and a value; the line was skipped
7.xyz: .xyz files are not supported
8-only-meta.md: empty: no text
9-binary.txt: not a text file (binary data, or text in an unknown encoding); save it as UTF-8 text
91-large.txt: larger than 2 KB, the limit for one file; split it`
	if got := problemsOf(c); got != want {
		t.Errorf("problems:\n%s\nwant:\n%s", got, want)
	}
}

func TestOpenErrors(t *testing.T) {
	tree(t, `
-- empty/.keep --
-- bad/1.txt --
-- bad/2.txt --
-- bad/3.txt --
-- bad/4.txt --
-- bad/5.txt --
-- good/1.txt --
The harbour bridge was closed on Monday.
-- picture.png --
no picture
`)
	for _, c := range []struct {
		paths []string
		want  string
	}{
		{nil, "no file or folder given: name at least one"},
		{[]string{"nowhere"}, "nowhere: no such file or folder; check the path"},
		{[]string{"good", "nowhere"}, "nowhere: no such file or folder; check the path"},
		{[]string{"empty"}, "empty: no articles in this folder; put some there (.txt, .html, .pdf, .docx …) or name another"},
		{[]string{"picture.png"}, "picture.png: .png files are not supported"},
		{[]string{"bad/1.txt"}, "bad/1.txt: empty"},
		{[]string{"bad"}, "bad: nothing could be read: bad/1.txt: empty; bad/2.txt: empty; bad/3.txt: empty; and 2 more"},
	} {
		_, err := Open(c.paths, Options{})
		if err == nil || filepath.ToSlash(err.Error()) != c.want {
			t.Errorf("%q: got %v, want %s", c.paths, err, c.want)
		}
	}
	if _, err := Open([]string{"nowhere"}, Options{}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%v does not wrap fs.ErrNotExist", err)
	}
	c, err := Open([]string{"good", "empty"}, Options{})
	if err != nil || len(c.Articles) != 1 || len(c.Problems) != 1 {
		t.Errorf("an empty folder beside a good one: %v, %v", c, err)
	}
}

func TestOpenStaysInside(t *testing.T) {
	tree(t, `
-- secret.txt --
This lies outside and must not be read.
-- news/1.txt --
The harbour bridge was closed on Monday.
-- news/sub/2.txt --
The harbour bridge will open on Friday.
`)
	for link, to := range map[string]string{
		"news/escape.txt": "../secret.txt",
		"news/up":         "..",
		"news/loop":       ".",
		"news/same.txt":   "1.txt",
		"news/gone.txt":   "nowhere.txt",
		"alias":           "news",
	} {
		if err := os.Symlink(to, link); err != nil {
			t.Skip("no symbolic links here:", err)
		}
	}
	for _, dir := range []string{"news", "alias"} {
		c, err := Open([]string{dir}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		want := dir + "/1.txt " + dir + "/sub/2.txt"
		if got := pathsOf(c); got != want || len(c.Problems) > 0 {
			t.Errorf("%s: got %s, problems %v, want %s", dir, got, c.Problems, want)
		}
	}
	c, err := Open([]string{"news", "alias"}, Options{})
	if err != nil || len(c.Articles) != 2 {
		t.Errorf("one folder under two names: %v, %v", c, err)
	}
}

func TestOpenPipe(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no named pipes in folders")
	}
	tree(t, "-- news/1.txt --\n"+prosePlain)
	if err := syscall.Mkfifo("news/pipe.txt", 0o644); err != nil {
		t.Skip("cannot make a pipe:", err)
	}
	c, err := Open([]string{"news"}, Options{})
	if err != nil || pathsOf(c) != "news/1.txt" || len(c.Problems) > 0 {
		t.Errorf("in a folder: %v, %v", c, err)
	}
	if _, err := Open([]string{"news/pipe.txt"}, Options{}); err == nil || !strings.Contains(err.Error(), "not a regular file") {
		t.Errorf("given by name: %v", err)
	}
}

func TestOpenUnreadable(t *testing.T) {
	tree(t, "-- 1.txt --\n"+prosePlain+"-- 2.txt --\n"+prosePlain)
	if err := os.Chmod("2.txt", 0); err != nil {
		t.Fatal(err)
	}
	if _, err := os.ReadFile("2.txt"); err == nil {
		t.Skip("this user may read everything")
	}
	c, err := Open([]string{"."}, Options{})
	if err != nil || problemsOf(c) != "2.txt: permission denied" {
		t.Errorf("got %v, %v", c, err)
	}
}

func TestOpenFS(t *testing.T) {
	fsys := fstest.MapFS{
		"b/2.txt":  {Data: []byte(prosePlain)},
		"b/10.txt": {Data: []byte(prosePlain)},
		"a.md":     {Data: []byte("# A bridge is closed\n\n" + prosePlain)},
	}
	c, err := OpenFS(fsys, "sample", Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := pathsOf(c), "sample/a.md sample/b/2.txt sample/b/10.txt"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if _, err := OpenFS(fstest.MapFS{}, "sample", Options{}); err == nil {
		t.Error("an empty file system gave no error")
	}
}

func TestReadSurvivesPanic(t *testing.T) {
	l := loadingOf(t, Options{}, "news")
	l.start(t.Context(), func(w *walker) {
		w.add(file{path: "bad.txt", open: func() (fs.File, error) { panic("out of range\x1b[31m") }})
		w.add(file{path: "good.txt", open: func() (fs.File, error) {
			return fstest.MapFS{"good.txt": {Data: []byte(prosePlain)}}.Open("good.txt")
		}})
	})
	c, err := l.Wait(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if got := problemsOf(c); !strings.Contains(got, "bad.txt: could not be read because of a bug") || !strings.Contains(got, "out of range␛[31m") {
		t.Errorf("problems %s", got)
	}
	if got := pathsOf(c); got != "good.txt" {
		t.Errorf("articles %s", got)
	}
}

func TestOpenIsTheSameEachTime(t *testing.T) {
	fsys := fstest.MapFS{}
	for i := range 60 {
		fsys[fmt.Sprintf("%d.txt", i)] = &fstest.MapFile{Data: fmt.Appendf(nil, "Article %d says that the bridge was closed on Monday.\n", i)}
	}
	describe := func() string {
		c, err := OpenFS(fsys, "x", Options{})
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		for _, a := range c.Articles {
			fmt.Fprintln(&b, a.Path, a.Meta, a.Sentences)
		}
		return b.String()
	}
	first := describe()
	for range 5 {
		if describe() != first {
			t.Fatal("two readings differ")
		}
	}
}

func BenchmarkOpen(b *testing.B) {
	fsys := fstest.MapFS{}
	for i := range 100 {
		fsys[fmt.Sprintf("%d.txt", i)] = &fstest.MapFile{Data: []byte(strings.Repeat(prosePlain+"\n", 40))}
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := OpenFS(fsys, "x", Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// What comes from an archive is called by its path in there.
func TestOpenArchive(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range map[string]string{
		"story/herald.txt":  "The bridge was closed on Monday, the harbour master said.\n",
		"story/wire.jsonl":  "{\"title\":\"Bridge closed\",\"text\":\"The bridge was closed on Monday.\"}\n{\"title\":\"Bridge opened\",\"text\":\"The bridge was opened on Friday.\"}\n",
		"story/picture.png": "\x89PNG",
	} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		w.Write([]byte(text))
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	c, err := OpenFS(fstest.MapFS{"week.zip": {Data: b.Bytes()}}, "x", Options{})
	if err != nil {
		t.Fatal(err)
	}
	paths := strings.Fields(pathsOf(c))
	slices.Sort(paths)
	if got, want := strings.Join(paths, " "), "x/week.zip/story/herald.txt x/week.zip/story/wire.jsonl#1 x/week.zip/story/wire.jsonl#2"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
