package story_test

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/metrics"
	"strconv"
	"strings"
	"testing"
	"time"

	"parallax/corpus"
	"parallax/corpus/corpustest"
	"parallax/corpus/story"
)

var scale = flag.String("scale", fmt.Sprint(corpustest.Often(1000)), "numbers of articles to measure, divided by commas; a tenth with -race unless told")

// TestScale prints how long it takes to load and group invented articles of 600
// words, and the memory that takes, as a table. Growth must be near linear.
//
//	go test ./corpus/story -run TestScale -v -timeout 20m -scale 1000,10000,100000
//
// Memory is the heap, in parts of the bytes of text: kept is what is live when
// the articles are loaded; live the most that a collection of garbage left while
// they were loaded and grouped; most the most that was in use, garbage included.
func TestScale(t *testing.T) {
	var table strings.Builder
	fmt.Fprintf(&table, "| articles | text | load | group | kept | live | most | pair F1 |\n")
	fmt.Fprintf(&table, "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n")
	for _, field := range strings.Split(*scale, ",") {
		n, err := strconv.Atoi(field)
		if err != nil {
			t.Fatal("-scale:", err)
		}
		m := measureScale(t, n)
		text := float64(m.text)
		fmt.Fprintf(&table, "| %d | %.0f MB | %.2f s | %.2f s | %.1f× | %.1f× | %.1f× | %.3f |\n", n, text/1e6,
			m.load.Seconds(), m.group.Seconds(), float64(m.kept)/text, float64(m.live)/text, float64(m.most)/text, m.f1)
		if m.f1 < 0.9 {
			t.Errorf("%d articles: pair F1 %.3f, want 0.9", n, m.f1)
		}
	}
	t.Log("\n" + table.String())
}

// asLines is how many articles are written as one file of JSON Lines; fewer are
// a folder of Markdown files.
const asLines = 50_000

func writeLines(path string, n int) (text int64, err error) {
	f, err := os.Create(path)
	if err != nil {
		return 0, err
	}
	w := bufio.NewWriter(f)
	text, err = corpustest.WriteLines(w, 1, n)
	return text, errors.Join(err, w.Flush(), f.Close())
}

type scaled struct {
	text             int64
	load, group      time.Duration
	kept, live, most uint64 // bytes
	f1               float64
}

func measureScale(t *testing.T, n int) (m scaled) {
	path := filepath.Join(t.TempDir(), "news")
	var err error
	if n < asLines {
		m.text, err = corpustest.WriteFolder(path, 1, n)
	} else {
		path += ".jsonl"
		m.text, err = writeLines(path, n)
	}
	if err != nil {
		t.Fatal(err)
	}
	runtime.GC()
	base := heap(inUse)
	most := watchHeap()
	began := time.Now()
	c, err := corpus.Open([]string{path}, corpus.Options{})
	if err != nil || len(c.Articles) != n {
		t.Fatalf("%d articles: %v", n, err)
	}
	m.load = time.Since(began)
	runtime.GC()
	m.kept = heap(inUse) - base
	began = time.Now()
	stories := story.Group(c.Articles)
	m.group = time.Since(began)
	m.live, m.most = most()
	m.live, m.most = m.live-base, m.most-base
	label := make(map[string]string, n)
	for i, a := range c.Articles {
		label[filepath.Base(a.Path)] = strconv.Itoa(i / corpustest.PerStory)
	}
	m.f1, _ = agreement(c.Articles, stories, label)
	os.RemoveAll(path)
	return m
}

// watchHeap watches the heap until the function it returns is called, which
// returns the most bytes that were live after a collection, and that were in use.
func watchHeap() func() (live, most uint64) {
	stop, done := make(chan bool), make(chan [2]uint64)
	go func() {
		var top [2]uint64
		for {
			top = [2]uint64{max(top[0], heap(live)), max(top[1], heap(inUse))}
			select {
			case <-stop:
				done <- top
				return
			case <-time.After(5 * time.Millisecond):
			}
		}
	}()
	return func() (uint64, uint64) { close(stop); top := <-done; return top[0], top[1] }
}

// What is measured of the heap, in bytes.
const (
	live  = "/gc/heap/live:bytes"                // objects that the last collection left
	inUse = "/memory/classes/heap/objects:bytes" // those, new ones, and dead ones not yet swept
)

func heap(what string) uint64 {
	s := []metrics.Sample{{Name: what}}
	metrics.Read(s)
	return s[0].Value.Uint64()
}
