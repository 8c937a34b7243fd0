package corpus

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"parallax/corpus/clean"
	"parallax/corpus/format"
	"parallax/corpus/format/raw"
	"parallax/corpus/outlets"
)

const (
	// partArticles and partBytes are how much of a file of many articles is
	// made into articles at a time, and so how soon its first can be read.
	partArticles = 32
	partBytes    = 1 << 20

	// bufferBytes is as much as package format looks at: a buffer of that size
	// is taken as it is.
	bufferBytes = 64 << 10

	// maxArticle and maxLines are how long an article may be. Of what is printed
	// as one text only books come near: a long novel has 3 MB.
	maxArticle = 8 << 20 // bytes
	maxLines   = 100_000
)

// A reading is a file and what has been read of it.
type reading struct {
	file
	size     int64 // of the file when it was read
	modified time.Time
	parts    []*part // in order
	handed   int     // parts[:handed] have been handed out
	finished bool    // parts is complete, though they need not be done
	cut      bool    // the corpus was full before all of it was handed out
	givenUp  atomic.Bool

	doing  atomic.Int32 // what its reader does: computes, waits, queues
	bytes  atomic.Int64 // that its reader was given
	effort effort       // without result
}

// complete reports whether all that is in the file has been handed out.
func (f *reading) complete() bool {
	return f.finished && f.handed == len(f.parts) && !f.cut && !f.givenUp.Load()
}

// A part is some of a file's articles, in order.
type part struct {
	articles []*Article
	problems []Problem
	weight   int64
	done     bool
	building bool // beside its reader: it has a place in Loading.build
}

func (p *part) fail(path, reason string) {
	p.problems = append(p.problems, Problem{Path: Printable(path), Reason: clean.Line(reason)})
}

// fail adds a problem with the file or an article of it.
func (f *reading) fail(path, reason string) {
	p := &part{done: true}
	p.fail(path, reason)
	f.parts = append(f.parts, p)
}

// noArticle returns the error of a corpus in which nothing could be read.
func noArticle(problems []Problem, from string) error {
	const named = 3 // problems that one sentence can hold
	switch len(problems) {
	case 0:
		return fmt.Errorf("%s: %s", from, noneHere)
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
	return fmt.Errorf("%s: nothing could be read: %s", from, b.String())
}

// work reads files until there are no more, or until one was given up and
// another reader has taken this one's place.
func (l *Loading) work() {
	for f := l.take(); f != nil; f = l.take() {
		l.busy.Add(1)
		if !l.takeOver(f) {
			l.read(f)
		}
		l.busy.Add(-1)
		if !l.done(f) {
			return
		}
	}
}

// takeOver uses what an earlier loading read of a file that is still the same,
// and reports whether there was such a thing.
func (l *Loading) takeOver(f *reading) bool {
	l.mu.Lock()
	old := l.before[f.path]
	l.mu.Unlock()
	if old == nil {
		return false
	}
	if f.stat != nil {
		var info fs.FileInfo
		var err error
		l.pause(f, waits, func() { info, err = f.stat() })
		if err != nil || info.Size() != old.size || !info.ModTime().Equal(old.modified) {
			return false
		}
	}
	f.size, f.modified = old.size, old.modified
	for _, p := range old.parts {
		l.publish(f, l.reserve(f), &part{articles: slices.Clone(p.articles), problems: p.problems})
	}
	return true
}

// read reads one file. Whatever goes wrong, even inside a reader, costs that
// file only, and what was read of it before is kept.
func (l *Loading) read(f *reading) {
	b := &builder{l: l, f: f}
	if fault := safely(func() { l.feed(f, b) }); fault != nil {
		b.add(raw.Article{}, fault)
	}
	if b.found == 0 {
		b.add(raw.Article{}, errors.New("no article in it"))
	}
	b.flush(b.found > len(b.items))
}

// feed gives what a file holds to b.
func (l *Loading) feed(f *reading, b *builder) {
	var in fs.File
	var err error
	l.pause(f, waits, func() { in, err = f.open() })
	if err != nil {
		b.add(raw.Article{}, err)
		return
	}
	defer func() { l.pause(f, waits, func() { in.Close() }) }()
	if info, err := in.Stat(); err == nil && info.Mode().IsRegular() {
		f.size, f.modified = info.Size(), info.ModTime()
		if limit := l.options.maxBytes(); f.size > limit && !format.Streams(f.path) {
			b.add(raw.Article{}, raw.ErrTooLarge(limit))
			return
		}
	}
	buffer := buffers.Get().(*bufio.Reader)
	buffer.Reset(revocableFile{in, l, f})
	defer func() {
		if !f.givenUp.Load() {
			buffers.Put(buffer)
		}
	}()
	if _, err := buffer.Peek(1); err == io.EOF {
		b.add(raw.Article{}, errors.New("empty"))
		return
	}
	for found, err := range l.raws(f, buffer) {
		if !b.add(found, err) {
			return
		}
	}
}

// buffers are kept because a folder has thousands of files smaller than one.
var buffers = sync.Pool{New: func() any { return bufio.NewReaderSize(nil, bufferBytes) }}

// raws returns the raw articles of a file: of a slow format from the store, if
// they are there.
func (l *Loading) raws(f *reading, in io.Reader) iter.Seq2[raw.Article, error] {
	src := raw.Source{Name: f.name, Charset: l.options.Charset, Limit: l.options.maxBytes()}
	if src.Name == "" {
		src.Name = filepath.Base(f.path)
	}
	kind, raws := format.Read(src, in)
	if l.store == nil || kind == nil || !kind.Slow || kind.Streams {
		return raws
	}
	data, err := io.ReadAll(io.LimitReader(in, src.Limit+1))
	_, raws = format.Read(src, bytes.NewReader(data))
	if err != nil || int64(len(data)) > src.Limit {
		return raws
	}
	return l.store.through(src, data, raws)
}

// A revocableFile stops yielding bytes once its file was abandoned.
type revocableFile struct {
	fs.File
	l *Loading
	f *reading
}

func (r revocableFile) Read(p []byte) (n int, err error) {
	if r.f.givenUp.Load() {
		return 0, errors.New("given up")
	}
	r.l.pause(r.f, waits, func() { n, err = r.File.Read(p) })
	r.f.bytes.Add(int64(n))
	return n, err
}

// safely calls do and returns what it panicked with.
func safely(do func()) (fault error) {
	defer func() {
		if p := recover(); p != nil {
			fault = raw.Fault(p)
		}
	}()
	do()
	return nil
}

// A builder makes the articles of a file as its reader finds them.
type builder struct {
	l     *Loading
	f     *reading
	found int // articles and errors so far
	items []item
	bytes int

	inside string // the file of an archive that is read
	number int    // articles and errors in it so far
}

// An item is what a reader gave: a raw article or why there is none.
type item struct {
	number int // in its file, or in the file of an archive, from 1
	raw    raw.Article
	err    error
}

// add takes what a reader gave, and reports whether it should go on.
func (b *builder) add(found raw.Article, err error) bool {
	b.found++
	if found.Name != b.inside {
		b.inside, b.number = found.Name, 0
	}
	b.number++
	b.items = append(b.items, item{b.number, found, err})
	b.bytes += len(found.Text)
	if len(b.items) > 1 && (len(b.items) >= partArticles || b.bytes >= partBytes) {
		b.flush(true)
	}
	return b.l.goesOn(b.f)
}

// flush makes the next part of the file. While the rest of the file is read it
// is made beside, so that one long file keeps several processors busy.
func (b *builder) flush(beside bool) {
	if len(b.items) == 0 {
		return
	}
	items, many, l, to := b.items, b.found > 1, b.l, b.l.reserve(b.f)
	b.items, b.bytes = nil, 0
	if !beside {
		l.publish(b.f, to, l.made(b.f.file, items, many))
		return
	}
	l.pause(b.f, queues, func() { l.begin(to) })
	go func() {
		l.publish(b.f, to, l.made(b.f.file, items, many))
		l.mu.Lock()
		l.leave(to)
		l.mu.Unlock()
		l.busy.Add(-1)
	}()
}

// made makes a part. A fault costs the part.
func (l *Loading) made(f file, items []item, many bool) (p *part) {
	if fault := safely(func() { p = l.make(f, items, many, l.known, l.texts.keep) }); fault != nil {
		p = new(part)
		p.fail(f.path, fault.Error())
	}
	return p
}

// begin waits until there is a place for a part to be made.
func (l *Loading) begin(p *part) {
	l.build <- struct{}{}
	l.busy.Add(1)
	l.mu.Lock()
	p.building = true
	l.mu.Unlock()
}

// leave makes the place of a part free. The lock is held.
func (l *Loading) leave(p *part) {
	if p.building {
		p.building = false
		<-l.build
	}
}

// makePart makes articles of what a reader gave. Of many in one file each is
// called by its number, and what comes from an archive by its path in there.
func makePart(f file, items []item, many bool, known *outlets.Table, keep func(text string) string) *part {
	p := new(part)
	for n, it := range items {
		at, many := f.path, many
		if it.raw.Name != "" {
			at = f.path + "/" + it.raw.Name
			many = it.number > 1 || n+1 < len(items) && items[n+1].raw.Name == it.raw.Name
		}
		if many {
			at = fmt.Sprintf("%s#%d", at, it.number)
		}
		if it.err == nil {
			it.err = unfit(it.raw.Text)
		}
		var a *Article
		if it.err == nil {
			it.err = safely(func() { a = newArticle(at, it.raw, known, keep) })
		}
		if it.err != nil {
			p.fail(at, plainReason(it.err))
			continue
		}
		if f.onDisk {
			a.File = f.path
		}
		if it.raw.Lost != nil {
			p.fail(at, plainReason(it.raw.Lost))
		}
		p.articles = append(p.articles, a)
	}
	return p
}

// unfit says why a text can be no article, nil when it can.
func unfit(text string) error {
	switch {
	case strings.TrimSpace(text) == "":
		return errors.New("empty: no text")
	case len(text) > maxArticle:
		return fmt.Errorf("a text of more than %d MB, the limit for one article; split it", maxArticle>>20)
	case strings.Count(text, "\n") > maxLines:
		return fmt.Errorf("a text of more than %d lines, the limit for one article; split it", maxLines)
	}
	return nil
}
