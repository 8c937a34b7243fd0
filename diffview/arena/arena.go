// Package arena has the memory that one comparison works with: how many values are
// wanted goes in, a slice of zeros comes out. At the end of a comparison all of it
// is taken back and given to the next, so that the garbage collector has little to
// do with it.
package arena

import (
	"sync"
	"unsafe"
)

// An Arena gives out slices until it is released. It serves one goroutine at a time.
// The nil Arena makes each slice anew.
type Arena struct {
	rooms []room // one for each type
	bytes int    // that were given out
}

// A room has the values of one type.
type room interface {
	empty() // makes all that was given out zeros, to be given out again
}

// roomOf is a room of values of type T.
type roomOf[T any] struct {
	all  []T // what there is at present
	used int // how much of it is given out
	gone int // how many values there were in rooms that proved too small
}

// leastRoom is how many values a room has at least.
const leastRoom = 256

// mostGrown is how many bytes a room has at most that grows, for one list more: of
// a large comparison not much is then left unused.
const mostGrown = 1 << 18

var arenas = sync.Pool{New: func() any { return new(Arena) }}

// mostKept is how many bytes an arena may have given out to be kept: those of
// articles of some 5,000 words. The memory of longer ones is left to the collector.
const mostKept = 8 << 20

// New returns an arena that nobody else uses.
func New() *Arena { return arenas.Get().(*Arena) }

// Release takes back all that was given out. Nothing may look at it after.
func (a *Arena) Release() {
	if a.bytes > mostKept {
		return
	}
	for _, r := range a.rooms {
		r.empty()
	}
	a.bytes = 0
	arenas.Put(a)
}

// Make returns n zeros that are good until the arena is released.
func Make[T any](a *Arena, n int) []T {
	if a == nil {
		return make([]T, n)
	}
	var r *roomOf[T]
	for _, of := range a.rooms {
		if same, ok := of.(*roomOf[T]); ok {
			r = same
			break
		}
	}
	if r == nil {
		r = new(roomOf[T])
		a.rooms = append(a.rooms, r)
	}
	var t T
	size := int(unsafe.Sizeof(t))
	if len(r.all)-r.used < n {
		more := min(2*len(r.all), mostGrown/max(1, size))
		r.gone += r.used
		r.all, r.used = make([]T, max(leastRoom, n, more)), 0
	}
	a.bytes += n * size
	r.used += n
	return r.all[r.used-n : r.used : r.used]
}

// Empty returns an empty slice with room for n values, good until the arena is
// released. What is appended beyond them is not of the arena.
func Empty[T any](a *Arena, n int) []T { return Make[T](a, n)[:0] }

// empty makes room, for next time, for as much as was given out this time.
func (r *roomOf[T]) empty() {
	clear(r.all[:r.used])
	if r.gone > 0 && r.gone+r.used > len(r.all) {
		r.all = make([]T, r.gone+r.used)
	}
	r.used, r.gone = 0, 0
}
