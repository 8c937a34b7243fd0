package corpus

import (
	"context"
	"fmt"
	"sync"
	"time"

	"parallax/corpus/processor"
)

// A file is given up when its reader does not get on. What counts is work and
// not the time of day, so that a busy machine, a slow disk or a laptop that
// was asleep refuses nothing that an idle one reads:
//
//   - fileWork of processor time after the last byte that was read of it and
//     the last article it gave, or barren times as much after the last article
//     whatever was read: it keeps its parser busy, as no news does. The
//     slowest files of permitted sizes take a tenth.
//   - fileWait in which the file system neither gave a byte nor said that there
//     are none. Only here does a clock decide, and it stands while the
//     program is stopped.
//
// The system tells the processor time of the whole program only. It is divided
// among the goroutines that were at work, and a file is never charged more than
// the time that has passed.
const (
	fileWork  = 20 * time.Second
	barren    = 3
	fileWait  = 60 * time.Second
	abandoned = 4 // files that may be left half read, each with the goroutine that reads it

	looks = 40 // at each file while its time runs out
)

// What the reader of a file does.
const (
	computes = int32(iota)
	waits    // for the file system
	queues   // for a part that is made beside it
)

// An effort is what a file has taken without result.
type effort struct {
	bytes   int64         // read of it when it was last looked at
	idle    time.Duration // of processors, after the last byte or article
	barren  time.Duration // of processors, after the last article
	waiting time.Duration // for the file system, after the last byte or article
}

// pause calls do, in which the reader of f does no work of its own.
func (l *Loading) pause(f *reading, doing int32, do func()) {
	f.doing.Store(doing)
	l.busy.Add(-1)
	defer func() {
		l.busy.Add(1)
		f.doing.Store(computes)
	}()
	do()
}

// guard gives up files that do not get on until the loading ends, and has
// another goroutine read on in place of the one that still works on them.
func (l *Loading) guard(ctx context.Context, readers *sync.WaitGroup) {
	work, wait := l.options.patience()
	period := min(work, wait) / looks
	tick := time.NewTicker(period)
	defer tick.Stop()
	left, then, used := abandoned, time.Now(), processor.Time()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		now, use := time.Now(), processor.Time()
		share := min(now.Sub(then), (use-used)/time.Duration(max(1, l.busy.Load())))
		then, used = now, use
		l.mu.Lock()
		for _, f := range l.files[l.at:l.next] {
			why := l.charge(f, share, period)
			if why == "" {
				continue
			}
			f.fail(f.path, why)
			if left--; left < 0 {
				l.cut(f, fmt.Sprintf("reading stopped here: %d files took too long; remove them", abandoned+1))
			}
			if l.giveUp(f) {
				readers.Go(l.work)
			}
		}
		l.advance()
		l.mu.Unlock()
	}
}

// patience returns how much work and how long a wait are too much.
func (o Options) patience() (work, wait time.Duration) {
	work, wait = fileWork, fileWait
	if o.fileWork > 0 {
		work = o.fileWork
	}
	if o.fileWait > 0 {
		wait = o.fileWait
	}
	return work, wait
}

// charge adds to the cost of a file: work if it was worked on, wait if its
// reader waits. It says why the file is to be given up, or "". The lock is held.
func (l *Loading) charge(f *reading, work, wait time.Duration) string {
	building := false
	for _, p := range f.parts[f.handed:] {
		building = building || p.building
	}
	doing := f.doing.Load()
	if f.givenUp.Load() || f.finished && !building {
		return ""
	}
	c := &f.effort
	if got := f.bytes.Load(); got != c.bytes {
		c.bytes, c.idle, c.waiting = got, 0, 0
	}
	if building || !f.finished && doing == computes {
		c.idle += work
		c.barren += work
	}
	// What comes through a pipe may take its time.
	if !f.finished && doing == waits && f.stat != nil {
		c.waiting += wait
	}
	mostWork, mostWait := l.options.patience()
	switch {
	case c.idle >= mostWork || c.barren >= barren*mostWork:
		return fmt.Sprintf("abandoned after %v of processor time: too slow to read, possibly malicious; remove it", max(c.idle, c.barren).Round(mostWork))
	case c.waiting >= mostWait:
		return fmt.Sprintf("abandoned after %v without reading anything; check its disk, or remove it", mostWait)
	}
	return ""
}

// giveUp ends a file with what was read of it so far, and reports whether its
// reader is still in it. The lock is held.
func (l *Loading) giveUp(f *reading) bool {
	f.givenUp.Store(true)
	for _, p := range f.parts {
		p.done = true
		l.leave(p)
	}
	if f.finished {
		return false
	}
	l.close(f)
	return true
}
