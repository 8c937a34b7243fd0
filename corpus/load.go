package corpus

import (
	"context"
	"parallax/corpus/outlets"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

// A Loading is a corpus that is being read. Its articles come in the order of
// the whole corpus, each as soon as it and all before it are read; what was
// handed out never changes. Its methods may be called from any goroutine.
//
// One goroutine finds the files, as many as there are processors read them,
// and one more watches that no file takes for ever.
type Loading struct {
	paths   []string
	from    string // the paths, for the error when there is no article in them
	options Options
	known   *outlets.Table
	store   *store // what slow formats gave before; nil when there is none
	end     context.CancelFunc
	build   chan struct{} // holds one for each part of a file that is worked on beside its reader
	make    func(f file, items []item, many bool, known *outlets.Table, keep func(text string) string) *part
	texts   texts
	busy    atomic.Int64 // goroutines that read files or make parts and do not wait

	mu       sync.Mutex
	changed  *sync.Cond // something below has
	files    []*reading // in the order of the corpus
	next     int        // files[:next] have been taken up by a reader
	found    bool       // files is complete
	at       int        // files[:at] have been handed out
	whole    bool       // all files have been
	corpus   Corpus     // what has been handed out
	weight   int64      // of it
	ahead    int64      // the weight of what is read and not handed out
	filled   bool       // no more fits in
	progress Progress
	full     bool                // no more is taken up
	over     bool                // all is handed out, or the loading was ended
	err      error               // why nothing more comes
	before   map[string]*reading // by path, those of an earlier loading
}

// Progress is how far a loading has come.
type Progress struct {
	Files    int   // found so far
	Complete bool  // no more files will be found
	Done     int   // files read
	Bytes    int64 // of text read
	Articles int   // read, in whatever order
}

// Load begins to read the articles of files and folders, as Open does, and
// returns at once. Files are read until ctx ends.
//
// The error is that of a path that does not exist, or of the file of outlets.
func Load(ctx context.Context, paths []string, o Options) (*Loading, error) {
	if err := check(paths); err != nil {
		return nil, err
	}
	l, err := newLoading(o, cleanAll(paths))
	if err != nil {
		return nil, err
	}
	l.paths = paths
	l.start(ctx, l.walk)
	return l, nil
}

// Reload begins to read the paths of an ended loading again and returns at
// once. Files that have not changed are not read again: their articles are the
// same pointers, but for those in which an outlet repeats its lines. Standard input is not read twice.
func (l *Loading) Reload(ctx context.Context) *Loading {
	again := l.another()
	again.remember(l)
	again.start(ctx, again.walk)
	return again
}

// remember keeps what an earlier loading read to the end.
func (l *Loading) remember(earlier *Loading) {
	l.before = make(map[string]*reading)
	earlier.mu.Lock()
	defer earlier.mu.Unlock()
	for _, f := range earlier.files {
		if f.complete() && len(f.parts) > 0 {
			l.before[f.path] = f
		}
	}
}

// another returns a loading of the same that has not begun.
func (l *Loading) another() *Loading {
	again := &Loading{paths: l.paths, from: l.from, options: l.options, store: l.store, known: l.known, build: l.build, make: l.make}
	again.changed = sync.NewCond(&again.mu)
	return again
}

func newLoading(o Options, from string) (*Loading, error) {
	known, err := o.outlets()
	if err != nil {
		return nil, err
	}
	l := &Loading{from: from, options: o, known: known, store: openStore(o.Cache), build: make(chan struct{}, runtime.GOMAXPROCS(0)), make: makePart}
	l.changed = sync.NewCond(&l.mu)
	return l, nil
}

// walk finds the files of the paths given.
func (l *Loading) walk(w *walker) {
	for _, p := range l.paths {
		w.given(p)
	}
}

// start sets everything going. walk finds the files.
func (l *Loading) start(ctx context.Context, walk func(*walker)) {
	ctx, l.end = context.WithCancel(ctx)
	w := &walker{ctx: ctx, emit: l.add, seen: make(map[string]bool)}
	context.AfterFunc(ctx, func() { l.stop(context.Cause(ctx)) })
	var readers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		readers.Go(l.work)
	}
	go l.guard(ctx, &readers)
	go func() {
		if fault := safely(func() { walk(w) }); fault != nil {
			w.problem(l.from, "not listed completely: %v", fault)
		}
		l.mu.Lock()
		l.found, l.progress.Complete = true, true
		l.advance()
		l.mu.Unlock()
		readers.Wait()
		w.close()
	}()
}

// add takes up a file that was found.
func (l *Loading) add(f file) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.full {
		return
	}
	r := &reading{file: f}
	l.files = append(l.files, r)
	l.progress.Files++
	if f.problem != "" {
		r.fail(f.path, f.problem)
		r.finished = true
		l.progress.Done++
		l.advance()
		return
	}
	l.changed.Broadcast()
}

// take returns the next file to be read, nil when there is none.
func (l *Loading) take() *reading {
	l.mu.Lock()
	defer l.mu.Unlock()
	for {
		for ; l.next < len(l.files); l.next++ {
			if r := l.files[l.next]; !r.finished {
				l.next++
				return r
			}
		}
		if l.found || l.over {
			return nil
		}
		l.changed.Wait()
	}
}

// advance hands out what is read and whose turn it is. The lock is held.
func (l *Loading) advance() {
	for l.at < len(l.files) && !l.over && !l.filled {
		f := l.files[l.at]
		for f.handed < len(f.parts) && f.parts[f.handed].done && !l.filled {
			if l.hand(f.parts[f.handed]) {
				f.handed++
			} else {
				l.fill()
			}
		}
		if l.filled || !f.finished || f.handed < len(f.parts) {
			break
		}
		l.at++
	}
	if (l.filled || l.found && l.at == len(l.files)) && !l.whole {
		l.whole = true
		go l.complete(slices.Clone(l.corpus.Articles))
	}
	l.changed.Broadcast()
}

// complete ends the loading with what only all articles together tell. Those
// handed out before stay as they are.
func (l *Loading) complete(articles []*Article) {
	problems := markRepeated(articles)
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.over {
		l.corpus.Problems = append(l.corpus.Problems, problems...)
		l.corpus.Articles = articles
	}
	l.finish(nil)
	l.changed.Broadcast()
}

// finish ends the loading. The lock is held.
func (l *Loading) finish(err error) {
	if l.over {
		return
	}
	l.over, l.err = true, err
	if err == nil && len(l.corpus.Articles) == 0 {
		l.err = noArticle(l.corpus.Problems, l.from)
	}
	l.before = nil
	l.end()
	go l.store.prune()
}

// stop ends the loading before all is read.
func (l *Loading) stop(err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.finish(err)
	l.changed.Broadcast()
}

// Progress returns how far the loading has come.
func (l *Loading) Progress() Progress {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.progress
}

// Wait waits until everything is read and returns it. The error is that of
// Open, or why ctx or the loading's own context ended.
func (l *Loading) Wait(ctx context.Context) (*Corpus, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.until(ctx, func() bool { return l.over })
	switch {
	case l.err != nil:
		return nil, l.err
	case !l.over:
		return nil, context.Cause(ctx)
	}
	c := l.corpus
	return &c, nil
}

// Grown waits until what was read takes so many bytes of memory, and reports
// whether it ever does.
func (l *Loading) Grown(ctx context.Context, bytes int64) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	grown := func() bool { return l.weight+l.ahead >= bytes }
	l.until(ctx, func() bool { return l.over || grown() })
	return grown()
}

// First returns the first articles of the corpus and reports whether they are
// all: as soon as there are n; once patience has passed, as soon as there are
// two; or when everything is read.
func (l *Loading) First(ctx context.Context, n int, patience time.Duration) (articles []*Article, all bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	soon, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	l.until(soon, func() bool { return l.over || len(l.corpus.Articles) >= n })
	l.until(ctx, func() bool { return l.over || len(l.corpus.Articles) >= 2 })
	articles = l.corpus.Articles
	return articles[:len(articles):len(articles)], l.over
}

// until waits for what is to be so, or for the end of ctx. The lock is held.
func (l *Loading) until(ctx context.Context, so func() bool) {
	stop := context.AfterFunc(ctx, func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		l.changed.Broadcast()
	})
	defer stop()
	for !so() && ctx.Err() == nil {
		l.changed.Wait()
	}
}

// cut takes up no more files, and says why at f. The lock is held.
func (l *Loading) cut(f *reading, why string) {
	if l.full {
		return
	}
	l.full = true
	f.fail(f.path, why)
	for _, rest := range l.files[l.next:] {
		rest.finished = true
	}
	l.next = len(l.files)
}

// goesOn notes that the reader of a file got on, and reports whether it should
// read further.
func (l *Loading) goesOn(f *reading) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	f.effort = effort{}
	l.pause(f, queues, func() { l.await(f) })
	return !f.finished && !l.over && !l.full
}

// reserve makes room for the next part of a file. Of one that was given up
// nothing more is wanted.
func (l *Loading) reserve(f *reading) *part {
	l.mu.Lock()
	defer l.mu.Unlock()
	p := &part{done: f.finished}
	if !f.finished {
		f.parts = append(f.parts, p)
	}
	return p
}

// publish fills a part that was reserved, unless its file was given up.
func (l *Loading) publish(f *reading, to, with *part) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if to.done {
		return
	}
	f.effort = effort{}
	to.articles, to.problems, to.weight, to.done = with.articles, with.problems, with.weigh(), true
	l.ahead += to.weight
	l.progress.Articles += len(to.articles)
	for _, a := range to.articles {
		l.progress.Bytes += int64(len(a.Text))
	}
	l.advance()
}

// done ends the reading of a file, and reports whether its reader may take the
// next: not when the file was given up meanwhile.
func (l *Loading) done(f *reading) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if f.givenUp.Load() {
		return false
	}
	l.close(f)
	return true
}

// close ends the reading of a file. The lock is held.
func (l *Loading) close(f *reading) {
	f.finished = true
	l.progress.Done++
	l.advance()
}
