package cache

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"parallax/corpus"
	"parallax/corpus/entries"
	"parallax/corpus/prose"
	"parallax/corpus/sample"
	"parallax/diffview"
	"parallax/diffview/coverage"
)

const (
	harbour = "---\ntitle: Ferry halted\npublished: 2031-04-02\n---\nSix people were injured when the ferry struck the pier. “It was over in a second,” the captain said.\n"
	times   = "---\ntitle: Pier struck\npublished: 2031-04-02\n---\nEight people were injured when the ferry struck the pier. “It was over in a minute,” the captain said.\n"
)

func found(t *testing.T, left, right *corpus.Article) coverage.Pairing {
	t.Helper()
	c, err := diffview.Compare(context.Background(), diffview.Prepare(left), diffview.Prepare(right))
	if err != nil {
		t.Fatal(err)
	}
	return coverage.Extract(c)
}

func files(t *testing.T, dir string) []string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, "*", "*", "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	return paths
}

// TestKept holds that what was found in two articles comes out as it went in, in
// either order and wherever their files are, and that what differs in anything
// that a comparison reads does not.
func TestKept(t *testing.T) {
	dir := t.TempDir()
	left, right := corpus.FromText("a.txt", harbour), corpus.FromText("b.txt", times)
	c, p := Open(dir), found(t, left, right)
	if len(p.Conflicts) == 0 || len(p.Links) == 0 {
		t.Fatal("nothing was found in the two articles")
	}
	if _, ok := c.Get(left, right); ok {
		t.Error("something is kept of two articles that were not compared")
	}
	c.Put(left, right, p)
	if got, ok := Open(dir).Get(corpus.FromText("moved/a.txt", harbour), corpus.FromText("moved/b.txt", times)); !ok || !reflect.DeepEqual(got, p) {
		t.Errorf("went in:\n%+v\ncame out, %v:\n%+v", p, ok, got)
	}
	if got, ok := c.Get(right, left); !ok || !reflect.DeepEqual(got, found(t, right, left)) {
		t.Errorf("in the other order came out, %v:\n%+v", ok, got)
	}
	for _, other := range []string{
		strings.Replace(times, "Eight", "Nine", 1),
		strings.Replace(times, "2031-04-02", "2031-04-03", 1),
		strings.Replace(times, "Pier struck", "A pier struck", 1),
		strings.Replace(times, "pier. “", "pier.\n\n“", 1),
	} {
		if _, ok := c.Get(left, corpus.FromText("b.txt", other)); ok {
			t.Errorf("another article has what was found in the first:\n%s", other)
		}
	}
	another := Open(dir)
	another.build = func() string { return "another" }
	if _, ok := another.Get(left, right); ok {
		t.Error("another build of the program believes it")
	}
	if p.Judged = new(diffview.Judgement); len(files(t, dir)) != 1 {
		t.Errorf("kept are %v", files(t, dir))
	}
	c.Put(right, left, p)
	if len(files(t, dir)) != 1 {
		t.Error("what a judge added is kept")
	}
}

// TestDamaged holds that an entry that is not as it was written, or that names
// what the articles do not have, is not believed, and is written anew.
func TestDamaged(t *testing.T) {
	dir := t.TempDir()
	left, right := corpus.FromText("a.txt", harbour), corpus.FromText("b.txt", times)
	c, p := Open(dir), found(t, left, right)
	c.Put(left, right, p)
	path := files(t, dir)[0]
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	broken := []string{"", "null", string(whole[:len(whole)/2]), string(whole) + " ", strings.Replace(string(whole), "Six", "Ten", 1), string(entries.Sealed([]byte("["))),
		string(entries.Sealed([]byte(`{"Links":[{"Sentences":[0,99]}]}`)))}
	for _, change := range []func(*coverage.Clash){
		func(k *coverage.Clash) { k.Sentences[0] = -1 },
		func(k *coverage.Clash) { k.Spans[1].End = 1 << 20 },
		func(k *coverage.Clash) { k.Spans[1].Start = -1 },
		func(k *coverage.Clash) {
			k.Spans[0] = prose.Span{Start: len(left.Text) - 9, End: len(left.Text) - 5} // of another sentence
		},
		func(k *coverage.Clash) { k.Kind = 200 },
		func(k *coverage.Clash) { k.Grade = 200 },
	} {
		wrong := p
		wrong.Conflicts = append([]coverage.Clash{}, p.Conflicts...)
		change(&wrong.Conflicts[0])
		data, err := json.Marshal(wrong)
		if err != nil {
			t.Fatal(err)
		}
		broken = append(broken, string(entries.Sealed(data)))
	}
	for _, b := range broken {
		if err := os.WriteFile(path, []byte(b), 0o600); err != nil {
			t.Fatal(err)
		}
		if got, ok := c.Get(left, right); ok {
			t.Errorf("%q is believed: %+v", b, got)
		}
		c.Put(left, right, p)
		if again, _ := os.ReadFile(path); string(again) != string(whole) {
			t.Errorf("%q was not written anew", b)
		}
	}
}

// TestNowhere holds that a cache that cannot be written costs nothing but time,
// and that none is none.
func TestNowhere(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	left, right := corpus.FromText("a.txt", harbour), corpus.FromText("b.txt", times)
	for _, c := range []*Pairs{Open(""), Open(file)} {
		c.Put(left, right, coverage.Pairing{})
		if _, ok := c.Get(left, right); ok {
			t.Error("something is kept")
		}
		c.Prune()
	}
	far := *left
	far.Meta.Published.Value = time.Date(20000, 1, 1, 0, 0, 0, 0, time.UTC) // JSON has no such year
	c := Open(t.TempDir())
	c.Put(&far, right, coverage.Pairing{})
	if _, ok := c.Get(&far, right); ok {
		t.Error("two articles without a name have an entry")
	}
}

// TestSurveyed holds that a survey finds the same with a cache as without one,
// the first time and the second, and the second time without a comparison.
func TestSurveyed(t *testing.T) {
	all, err := sample.Open()
	if err != nil {
		t.Fatal(err)
	}
	articles, dir := all.Articles[:4], t.TempDir()
	want, err := coverage.Surveyor{}.Survey(context.Background(), articles)
	if err != nil {
		t.Fatal(err)
	}
	for run := range 2 {
		c := Open(dir)
		got, err := coverage.Surveyor{Kept: c}.Survey(context.Background(), articles)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("run %d finds %v, %v\nwant %v", run+1, got, err, want)
		}
		if wrote := c.written.Load(); wrote != (run == 0) {
			t.Errorf("run %d has written something: %v", run+1, wrote)
		}
		c.Prune()
	}
}

// TestInterrupted holds that of a survey that is interrupted what was done is kept,
// and that the next one goes on from there.
func TestInterrupted(t *testing.T) {
	all, err := sample.Open()
	if err != nil {
		t.Fatal(err)
	}
	articles, dir := all.Articles[:5], t.TempDir()
	ctx, interrupt := context.WithCancel(context.Background())
	first, err := coverage.Surveyor{Kept: Open(dir), Done: interrupt}.Survey(ctx, articles)
	if err == nil || len(first) == 0 || len(first) == 10 {
		t.Fatalf("an interrupted survey has %d of 10 pairs, %v", len(first), err)
	}
	done := len(files(t, dir))
	if done < len(first) {
		t.Errorf("of %d pairs that were compared %d are kept", len(first), done)
	}
	again := &counting{Keeper: Open(dir)}
	if _, err := (coverage.Surveyor{Kept: again}).Survey(context.Background(), articles); err != nil || again.put != 10-done {
		t.Errorf("%d pairs were kept, and %d of 10 were compared again, %v", done, again.put, err)
	}
}

// A counting keeper counts what it is given.
type counting struct {
	coverage.Keeper
	mu  sync.Mutex
	put int
}

func (c *counting) Put(left, right *corpus.Article, p coverage.Pairing) {
	c.mu.Lock()
	c.put++
	c.mu.Unlock()
	c.Keeper.Put(left, right, p)
}

// FuzzEntry holds that whatever stands in an entry, what comes out is of the two
// articles.
func FuzzEntry(f *testing.F) {
	left, right := corpus.FromText("a.txt", harbour), corpus.FromText("b.txt", times)
	f.Add([]byte(`{"Links":[{"Sentences":[0,0],"Score":1}],"Conflicts":[{"Kind":1,"Spans":[{"Start":0,"End":3},{"Start":0,"End":3}],"Sentences":[0,0]}]}`))
	f.Add([]byte(`{"Links":[{"Sentences":[-1,9]}]}`))
	f.Fuzz(func(t *testing.T, kept []byte) {
		c := Open(t.TempDir())
		sums, err := sumsOf(left, right)
		if err != nil {
			t.Fatal(err)
		}
		if err := entries.Write(c.path(sums[0], sums[1]), kept); err != nil {
			t.Fatal(err)
		}
		if p, ok := c.Get(left, right); ok {
			coverage.Gather([]*corpus.Article{left, right}, map[coverage.Pair]coverage.Pairing{{0, 1}: p})
		}
	})
}
