package corpus

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parallax/corpus/clean"
	"parallax/corpus/corpustest"
	"parallax/corpus/entries"
	"parallax/corpus/format/raw"
	"parallax/corpus/outlets"
)

const savedPage = `<!DOCTYPE html><html><head><title>Ferry halted</title></head><body>
<p>The harbour ferry was halted on Tuesday after an engine failed, and commuters waited for three hours.</p></body></html>`

func storeFiles(t *testing.T, dir string) (paths []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			paths = append(paths, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return paths
}

func TestStore(t *testing.T) {
	tree(t, "-- news/ferry.html --\n"+savedPage+"-- news/plain.txt --\n"+prosePlain)
	cache := t.TempDir()
	read := func(o Options) string {
		t.Helper()
		c, err := Open([]string{"news"}, o)
		if err != nil {
			t.Fatal(err)
		}
		return describe(c) + problemsOf(c)
	}
	want := read(Options{})
	if n := storeFiles(t, cache); len(n) != 0 {
		t.Fatalf("without a cache there is %v", n)
	}
	if got := read(Options{Cache: cache}); got != want {
		t.Errorf("first, with a cache:\n%s\nwant:\n%s", got, want)
	}
	kept := storeFiles(t, cache)
	if len(kept) != 1 {
		t.Fatalf("kept %v, want the page alone", kept)
	}
	data, err := os.ReadFile(kept[0])
	if err != nil {
		t.Fatal(err)
	}

	// What is there is used; a whole other text shows it.
	_, body, _ := strings.Cut(string(data), "\n")
	write(t, kept[0], string(entries.Sealed([]byte(strings.ReplaceAll(body, "ferry", "canoe")))))
	if got := read(Options{Cache: cache}); !strings.Contains(got, "canoe") {
		t.Errorf("the cache is not used:\n%s", got)
	}
	// What is broken is not, and is written anew.
	for _, broken := range []string{
		"", "[", "null", "[]", string(entries.Sealed(nil)), string(entries.Sealed([]byte("null"))), string(entries.Sealed([]byte("[]"))), body,
		string(data[:len(data)/2]), string(data) + "\n", strings.ToUpper(string(data[:64])) + string(data[64:]),
		strings.Replace(string(data), "Tuesday", "Wednesday", 1),
	} {
		write(t, kept[0], broken)
		if got := read(Options{Cache: cache}); got != want {
			t.Errorf("with %q in the cache:\n%s\nwant:\n%s", broken, got, want)
		}
	}
	if again, _ := os.ReadFile(kept[0]); string(again) != string(data) {
		t.Error("a broken entry was not written anew")
	}
	// A changed file and another charset are other entries.
	write(t, "news/ferry.html", strings.ReplaceAll(savedPage, "Tuesday", "Friday"))
	if got := read(Options{Cache: cache}); !strings.Contains(got, "Friday") && !strings.Contains(got, "ferry") {
		t.Errorf("a changed file:\n%s", got)
	}
	if n := len(storeFiles(t, cache)); n != 2 {
		t.Errorf("%d entries, want 2", n)
	}
}

// Another build of the program has entries of its own.
func TestStoreOfAnotherBuild(t *testing.T) {
	s := openStore(t.TempDir())
	src := raw.Source{Name: "ferry.html"}
	before := s.path(src, nil)
	if again := s.path(src, nil); again != before {
		t.Errorf("%s, then %s", before, again)
	}
	s.build = func() string { return "another" }
	if after := s.path(src, nil); after == before {
		t.Error("two builds share an entry")
	}
}

func TestStoreCannotBeWritten(t *testing.T) {
	tree(t, "-- news/ferry.html --\n"+savedPage+"-- file --\nno folder\n")
	c, err := Open([]string{"news"}, Options{Cache: "file"})
	if err != nil || len(c.Articles) != 1 || len(c.Problems) != 0 {
		t.Errorf("got %v, %v", c, err)
	}
}

// FuzzStore holds that whatever stands in the cache, opening gives articles that
// are clean, or none, and no fault.
func FuzzStore(f *testing.F) {
	f.Add([]byte(`[{"Raw":{"Text":"The ferry sailed.","Fields":[{"Name":"title","Value":"Ferry","From":"page"}]}}]`))
	f.Add([]byte(`[{"Raw":{"Text":""},"Err":"no article\u001b[31m"}]`))
	f.Add([]byte(`[{"Raw":{"Text":"a","Doubtful":["a","b"],"Fields":[{"Name":"published","Value":"9999"}]}},{"Raw":{"Text":"\u202eb"}}]`))
	f.Add([]byte(`[[[`))
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, data []byte) {
		path := filepath.Join(dir, "entry.json")
		if err := os.WriteFile(path, entries.Sealed(data), 0o600); err != nil {
			t.Fatal(err)
		}
		kept, err := load(path)
		if err != nil {
			return
		}
		b := make([]item, len(kept))
		for i, k := range kept {
			b[i] = item{i + 1, k.Raw, k.err()}
		}
		p := makePart(file{path: "ferry.html"}, b, true, outlets.Shipped(), strings.Clone)
		if len(p.articles)+len(p.problems) != len(kept) {
			t.Errorf("%d articles and %d problems of %d", len(p.articles), len(p.problems), len(kept))
		}
		for _, a := range p.articles {
			checkSentences(t, a)
			if a.Text != clean.Text(a.Text) {
				t.Errorf("not clean: %q", a.Text)
			}
		}
		for _, problem := range p.problems {
			if strings.ContainsAny(problem.Error(), "\n\x1b") {
				t.Errorf("not clean: %q", problem.Error())
			}
		}
	})
}

// BenchmarkOpenPages opens a hundred saved pages of 50 KB with an empty cache,
// and again with what was kept. The second must take a fifth of the first.
func BenchmarkOpenPages(b *testing.B) {
	dir, cache := b.TempDir(), b.TempDir()
	i := 0
	for a := range corpustest.News(7, 100) {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprint(i, ".html")), []byte(corpustest.Page(a)), 0o644); err != nil {
			b.Fatal(err)
		}
		i++
	}
	open := func(b *testing.B) {
		b.ReportAllocs()
		if c, err := Open([]string{dir}, Options{Cache: cache}); err != nil || len(c.Articles) != i {
			b.Fatal(err)
		}
	}
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			if err := os.RemoveAll(cache); err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
			open(b)
		}
	})
	b.Run("again", func(b *testing.B) {
		for b.Loop() {
			open(b)
		}
	})
}
