package story_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/metrics"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"parallax/corpus"
	"parallax/corpus/corpustest"
	"parallax/corpus/story"
)

var scale = flag.String("scale", "1000", "numbers of articles to measure, divided by commas")

// TestScale prints how long it takes to load and group invented articles of 600
// words, and the memory that takes, as a table. Growth must be near linear.
//
//	go test ./corpus/story -run TestScale -v -scale 1000,10000,100000
//
// Memory is the heap: kept is what is live after a collection when the articles
// are loaded, most is the largest that a sampler saw in use while they were
// loaded and grouped, garbage included. Both in parts of the bytes of text.
func TestScale(t *testing.T) {
	var table strings.Builder
	fmt.Fprintf(&table, "| articles | text | load | group | kept | most | pair F1 |\n")
	fmt.Fprintf(&table, "| ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n")
	for _, field := range strings.Split(*scale, ",") {
		n, err := strconv.Atoi(field)
		if err != nil {
			t.Fatal("-scale:", err)
		}
		m := measureScale(t, n)
		text := float64(m.text)
		fmt.Fprintf(&table, "| %d | %.0f MB | %.2f s | %.2f s | %.1f× | %.1f× | %.3f |\n", n, text/1e6,
			m.load.Seconds(), m.group.Seconds(), float64(m.kept)/text, float64(m.most)/text, m.f1)
		if m.f1 < 0.9 {
			t.Errorf("%d articles: pair F1 %.3f, want 0.9", n, m.f1)
		}
	}
	t.Log("\n" + table.String())
}

type scaled struct {
	text        int64
	load, group time.Duration
	kept, most  uint64 // bytes
	f1          float64
}

func measureScale(t *testing.T, n int) (m scaled) {
	path := t.TempDir()
	var err error
	if m.text, err = corpustest.WriteFolder(path, 1, n); err != nil {
		t.Fatal(err)
	}
	runtime.GC()
	base := heapInUse()
	most := watchHeap()
	began := time.Now()
	c, err := corpus.Open([]string{path}, corpus.Options{})
	if err != nil || len(c.Articles) != n {
		t.Fatalf("%d articles: %v", n, err)
	}
	m.load = time.Since(began)
	runtime.GC()
	m.kept = heapInUse() - base
	began = time.Now()
	stories := story.Group(c.Articles)
	m.group = time.Since(began)
	m.most = most() - base
	label := make(map[string]string, n)
	for i, a := range c.Articles {
		label[filepath.Base(a.Path)] = strconv.Itoa(i / 5)
	}
	m.f1, _ = agreement(c.Articles, stories, label)
	os.RemoveAll(path)
	return m
}

// watchHeap watches the heap until the function it returns is called, which
// returns the most bytes that were in use.
func watchHeap() func() uint64 {
	var most atomic.Uint64
	stop := make(chan bool)
	done := make(chan bool)
	go func() {
		defer close(done)
		for {
			most.Store(max(most.Load(), heapInUse()))
			select {
			case <-stop:
				return
			case <-time.After(10 * time.Millisecond):
			}
		}
	}()
	return func() uint64 { close(stop); <-done; return most.Load() }
}

// heapInUse returns the bytes of objects on the heap, dead ones not yet swept
// included.
func heapInUse() uint64 {
	s := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(s)
	return s[0].Value.Uint64()
}
