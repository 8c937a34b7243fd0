package corpus

import (
	"bufio"
	"fmt"
	"io"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	"parallax/corpus/format"
)

// A result is what reading one file gave.
type result struct {
	articles []*Article
	problems []Problem
}

// read reads files, several at a time, and keeps their order. from is what the
// reader gave to open, for the error when there is no article in it.
func read(files []file, from string, known *outletTable) (*Corpus, error) {
	results := make([]result, len(files))
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(files)) {
		wg.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(files)); i = next.Add(1) - 1 {
				results[i] = readFile(files[i], known)
			}
		})
	}
	wg.Wait()
	c := new(Corpus)
	for _, r := range results {
		c.Articles = append(c.Articles, r.articles...)
		c.Problems = append(c.Problems, r.problems...)
	}
	if len(c.Articles) == 0 {
		return nil, noArticle(c.Problems, from)
	}
	nameUnknown(c.Articles)
	markRepeated(c.Articles)
	return c, nil
}

// noArticle returns the error of a corpus in which nothing could be read.
func noArticle(problems []Problem, from string) error {
	const named = 3 // problems that one sentence can hold
	switch len(problems) {
	case 0:
		return fmt.Errorf("%s: no article in this folder; put .txt or .md files there or name another", from)
	case 1:
		return problems[0]
	}
	var b strings.Builder
	for i, p := range problems[:min(named, len(problems))] {
		if i > 0 {
			b.WriteString("; ")
		}
		b.WriteString(p.Error())
	}
	if n := len(problems) - named; n > 0 {
		fmt.Fprintf(&b, "; and %d more", n)
	}
	return fmt.Errorf("%s: none of %d files could be read: %s", from, len(problems), b.String())
}

// readFile reads one file. Whatever goes wrong, even inside a reader, costs
// that file only.
func readFile(f file, known *outletTable) (r result) {
	fail := func(path, reason string) {
		r.problems = append(r.problems, Problem{Path: cleanPath(path), Reason: cleanLine(reason)})
	}
	if f.problem != "" {
		fail(f.path, f.problem)
		return r
	}
	defer func() {
		if p := recover(); p != nil {
			r = result{}
			fail(f.path, fmt.Sprintf("could not be read because of a fault in its reader, not in the file: %v", p))
		}
	}()
	in, err := f.open()
	if err != nil {
		fail(f.path, plainReason(err))
		return r
	}
	defer in.Close()
	head := bufio.NewReader(in)
	if _, err := head.Peek(1); err == io.EOF {
		fail(f.path, "empty")
		return r
	}
	_, raws := format.Read(format.Source{Name: filepath.Base(f.path), Limit: f.limit}, head)
	found := 0
	for raw, err := range raws {
		found++
		path := f.path
		if found > 1 {
			path = fmt.Sprintf("%s#%d", path, found)
		}
		switch {
		case err != nil:
			fail(path, plainReason(err))
		case strings.TrimSpace(raw.Text) == "":
			fail(path, "empty: there is no text in it")
		default:
			r.articles = append(r.articles, newArticle(path, raw, known))
		}
	}
	if found > 1 && len(r.articles)+len(r.problems) > 0 {
		r.nameFirst(f.path)
	}
	if found == 0 {
		fail(f.path, "no article in it")
	}
	return r
}

// nameFirst gives the first of a file's articles its number, which it has
// only when there is another.
func (r *result) nameFirst(path string) {
	first := cleanPath(path) + "#1"
	if len(r.articles) > 0 && r.articles[0].Path == cleanPath(path) {
		r.articles[0].Path = first
	}
	if len(r.problems) > 0 && r.problems[0].Path == cleanPath(path) {
		r.problems[0].Path = first
	}
}
