package corpus

import (
	"fmt"
	"io/fs"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"parallax/corpus/format/raw"
	"parallax/corpus/outlets"
	"parallax/corpus/prose"
)

// TestCharge gives a file up for the work that it costs and not for the time
// that passes, except while the file system says nothing.
func TestCharge(t *testing.T) {
	const work, wait = 10 * time.Second, 30 * time.Second
	type look struct {
		doing   int32
		charged time.Duration // of processors, a look
		bytes   int64         // read between looks
		article bool          // given between looks
	}
	for _, c := range []struct {
		what string
		look
		after int // looks it is given up; 0 for never
	}{
		{"a parser that spins", look{doing: computes, charged: time.Second}, 10},
		{"the same on a busy machine", look{doing: computes, charged: time.Second / 4}, 40},
		{"on a machine that gives it nothing", look{doing: computes}, 0},
		{"a parser that reads, and finds no article", look{doing: computes, charged: time.Second, bytes: 100}, 30},
		{"one that finds some", look{doing: computes, charged: 9 * time.Second, bytes: 100, article: true}, 0},
		{"a disk that says nothing", look{doing: waits, charged: time.Second}, 30},
		{"a slow disk", look{doing: waits, bytes: 1}, 0},
		{"a reader whose turn it is not", look{doing: queues, charged: time.Second}, 0},
	} {
		l := loadingOf(t, Options{fileWork: work, fileWait: wait}, "news")
		stat := func() (fs.FileInfo, error) { return memory("").Stat() }
		f := &reading{file: file{path: "a.txt", stat: stat}}
		f.doing.Store(c.doing)
		given := 0
		for n := 1; n <= 100 && given == 0; n++ {
			if l.charge(f, c.charged, time.Second) != "" {
				given = n
			}
			f.bytes.Add(c.bytes)
			if c.article {
				l.goesOn(f)
			}
		}
		if given != c.after {
			t.Errorf("%s: given up after %d looks, want %d", c.what, given, c.after)
		}
	}
}

// A trickle is a file that comes a byte at a time, slowly.
type trickle struct{ fs.File }

func (s trickle) Read(p []byte) (int, error) {
	time.Sleep(time.Millisecond)
	return s.File.Read(p[:min(1, len(p))])
}

func TestSlowFileIsRead(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := loadingOf(t, Options{fileWork: 200 * time.Millisecond, fileWait: 200 * time.Millisecond}, "news")
		stat := func() (fs.FileInfo, error) { return memory("").Stat() }
		text := strings.Repeat(prosePlain, 1+500/len(prosePlain))
		l.start(t.Context(), func(w *walker) {
			w.add(file{path: "slow.txt", stat: stat, open: func() (fs.File, error) { return trickle{memory(text)}, nil }})
		})
		c, err := l.Wait(t.Context())
		if err != nil || len(c.Articles) != 1 {
			t.Errorf("a file that comes slowly: %v", err)
		}
	})
}

// TestSpinningParts gives up files whose articles take for ever to make, in
// their reader or beside it, and reads the others.
func TestSpinningParts(t *testing.T) {
	var stop atomic.Bool
	defer stop.Store(true)
	l := loadingOf(t, Options{fileWork: 300 * time.Millisecond}, "news")
	l.make = func(f file, items []item, many bool, known *outlets.Table, keep func(string) string) *part {
		for strings.Contains(f.path, "spin") && !stop.Load() {
		}
		return makePart(f, items, many, known, keep)
	}
	lines := strings.Repeat(`{"text": "The ferry was halted."}`+"\n", 2*partArticles)
	stat := func() (fs.FileInfo, error) { return memory("").Stat() }
	add := func(w *walker, path, text string) {
		w.add(file{path: path, stat: stat, open: func() (fs.File, error) { return memory(text), nil }})
	}
	l.start(t.Context(), func(w *walker) {
		for i := range abandoned / 2 {
			add(w, fmt.Sprintf("%d spins.jsonl", i), lines)
			add(w, fmt.Sprintf("%d spins.txt", i), prosePlain)
			add(w, fmt.Sprintf("%d.jsonl", i), lines)
		}
	})
	c, err := l.Wait(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Articles) != abandoned/2*2*partArticles || len(c.Problems) != abandoned {
		t.Errorf("%d articles, problems:\n%s", len(c.Articles), problemsOf(c))
	}
}

// A file that was given up, or that follows one at which reading ended, is
// read when the folder is loaded again, though it has not changed. One comes
// through a pipe, of which nothing tells whether it has.
func TestReloadReadsWhatWasLeft(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var hang atomic.Bool
		hang.Store(true)
		release := make(chan bool)
		l := loadingOf(t, Options{fileWait: 200 * time.Millisecond}, "news")
		stat := func() (fs.FileInfo, error) { return memory(prosePlain).Stat() }
		walk := func(w *walker) {
			for i := range 20 {
				f := file{path: fmt.Sprintf("%02d.txt", i), stat: stat, open: func() (fs.File, error) {
					if hang.Load() && i >= 5 && i < 15 {
						return endless{memory(prosePlain), release}, nil
					}
					return memory(prosePlain), nil
				}}
				if i == 17 {
					f.stat = nil
				}
				w.add(f)
			}
		}
		l.start(t.Context(), walk)
		if c, err := l.Wait(t.Context()); err != nil || len(c.Articles) < 5 || len(c.Articles) > 10 {
			t.Fatalf("%v, %v", c, err)
		}
		hang.Store(false)
		close(release)
		again := l.another()
		again.remember(l)
		again.start(t.Context(), walk)
		c, err := again.Wait(t.Context())
		if err != nil || len(c.Articles) != 20 || len(c.Problems) != 0 {
			t.Errorf("%d articles, %v, problems:\n%s", len(c.Articles), err, problemsOf(c))
		}
	})
}

// A fault in the program costs what it was in, and is told.
func TestFaults(t *testing.T) {
	l := loadingOf(t, Options{}, "news")
	l.make = func(f file, items []item, many bool, known *outlets.Table, keep func(string) string) *part {
		if strings.Contains(f.path, "faulty") {
			panic("no such sentence")
		}
		return makePart(f, items, many, known, keep)
	}
	lines := strings.Repeat(`{"text": "The ferry was halted."}`+"\n", partArticles+1)
	l.start(t.Context(), func(w *walker) {
		for _, path := range []string{"faulty.txt", "faulty.jsonl", "sound.txt"} {
			w.add(file{path: path, open: func() (fs.File, error) { return memory(lines), nil }})
		}
		panic("no such folder")
	})
	c, err := l.Wait(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if said := problemsOf(c); pathsOf(c) != "sound.txt" || strings.Count(said, "no such sentence") < 2 || !strings.Contains(said, "news: not listed completely: ") {
		t.Errorf("articles %s, problems:\n%s", pathsOf(c), said)
	}

	// An article whose sentences are not in its text.
	a := newArticle("1.txt", raw.Article{Text: prosePlain}, outlets.Shipped(), strings.Clone)
	a.Meta.Outlet = Field[string]{Value: "Herald", From: "front matter"}
	broken := *a
	broken.Sentences = []prose.Sentence{{Span: prose.Span{Start: 0, End: 1 << 20}}}
	problems := markRepeated([]*Article{a, &broken, a})
	if len(problems) != 1 || !strings.Contains(problems[0].Reason, "Herald") {
		t.Errorf("problems %v", problems)
	}
}
