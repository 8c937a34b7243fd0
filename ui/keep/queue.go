package keep

import "sync"

// A Queue is what is to be written, in order: one after the other in the
// background. What is not written yet stays in it.
type Queue[T comparable] struct{ waiting []T }

// Add has something written after what waits. It reports whether nothing does:
// then it is to be written now.
func (q *Queue[T]) Add(t T) (now bool) {
	q.waiting = append(q.waiting, t)
	return len(q.waiting) == 1
}

// Next takes what was written off the queue and returns what is to be written
// now, if anything.
func (q *Queue[T]) Next(written T) (next T, ok bool) {
	if len(q.waiting) == 0 || q.waiting[0] != written {
		return next, false
	}
	if q.waiting = q.waiting[1:]; len(q.waiting) == 0 {
		return next, false
	}
	return q.waiting[0], true
}

// Rest takes all that waits off the queue.
func (q *Queue[T]) Rest() []T {
	rest := q.waiting
	q.waiting = nil
	return rest
}

// A Task is done once; whoever asks again waits for that.
type Task struct {
	once sync.Once
	err  error
}

// Do does the task, unless that was begun, and returns what came of it.
func (t *Task) Do(do func() error) error {
	t.once.Do(func() { t.err = do() })
	return t.err
}
