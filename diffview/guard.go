package diffview

import (
	"fmt"
	"runtime"
	"strings"

	"parallax/corpus"
)

// A Fault is a mistake of this program that two articles brought to light.
type Fault struct {
	Paths [2]string // the articles
	Cause any       // what went wrong, as the runtime says it
	Where string    // "align.go:120"; "" when it cannot be told
}

// Error says in one line which pair is affected and what to do.
func (f *Fault) Error() string {
	where := ""
	if f.Where != "" {
		where = " (" + f.Where + ")"
	}
	return fmt.Sprintf("%s and %s cannot be compared: a fault of parallax, not of the articles; please report this line with both files: %v%s",
		f.Paths[Left], f.Paths[Right], f.Cause, where)
}

// Guard calls work on a pair of articles. A panic in it affects only that pair:
// it is returned as a *Fault.
func Guard(left, right *corpus.Article, work func() error) (err error) {
	defer func() {
		cause := recover()
		if cause == nil {
			return
		}
		p, ok := cause.(panicked)
		if !ok {
			p = panicked{cause, faultyLine()}
		}
		err = &Fault{Paths: [2]string{pathOf(left), pathOf(right)}, Cause: p.cause, Where: p.where}
	}()
	return work()
}

// pathOf names an article in a fault, whatever is wrong with it.
func pathOf(a *corpus.Article) string {
	if a == nil || a.Path == "" {
		return "an article"
	}
	return a.Path
}

// faultyLine returns the line of this module that panicked, in a function
// that recovers.
func faultyLine() string {
	var calls [64]uintptr
	frames := runtime.CallersFrames(calls[:runtime.Callers(2, calls[:])])
	panicked := false
	for {
		f, more := frames.Next()
		switch {
		case strings.HasPrefix(f.Function, "runtime."):
			panicked = panicked || f.Function == "runtime.gopanic"
		case panicked && strings.HasPrefix(f.Function, "parallax/"):
			return fmt.Sprintf("%s:%d", f.File[strings.LastIndexByte(f.File, '/')+1:], f.Line)
		}
		if !more {
			return ""
		}
	}
}
