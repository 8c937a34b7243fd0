package ask

import (
	"context"
	"errors"
	"sync"
	"time"
)

// A clock is the time, and waiting for it.
type clock interface {
	Now() time.Time
	// Sleep waits; the error is that of ctx when it ends before.
	Sleep(ctx context.Context, d time.Duration) error
}

type systemClock struct{}

func (systemClock) Now() time.Time { return time.Now() }

func (systemClock) Sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

const (
	// tries is how often a question is asked that may be answered the next time.
	tries = 4

	// firstWait is waited for before a question is asked again, then twice as long
	// each time; longestWait is the most that a server may ask for.
	firstWait   = time.Second
	longestWait = time.Minute

	// hopeless is after how many questions in a row without an answer each further
	// one is asked once only: a server that is down must not cost minutes a pair.
	hopeless = 3
)

// A passing is an error that may be gone the next time.
type passing struct {
	error
	wait time.Duration // as the server asks for; 0 when it does not
}

func (p passing) Unwrap() error { return p.error }

// A retrier repeats questions. A server that asks to wait is left alone by all
// questions until then.
type retrier struct {
	clock clock

	mu     sync.Mutex
	until  time.Time // no question is asked before
	failed int       // questions in a row
}

// do asks until there is an answer, an error that will not pass, or no hope.
func (r *retrier) do(ctx context.Context, ask func() (Reply, error)) (reply Reply, err error) {
	r.mu.Lock()
	most := tries
	if r.failed >= hopeless {
		most = 1
	}
	r.mu.Unlock()
	wait := firstWait
	for n := 1; ; n++ {
		if err := r.pause(ctx); err != nil {
			return Reply{}, err
		}
		reply, err = ask()
		var p passing
		if err == nil || !errors.As(err, &p) || n >= most || ctx.Err() != nil {
			break
		}
		r.hold(max(wait, min(p.wait, longestWait)))
		wait *= 2
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	switch {
	case err == nil:
		r.failed = 0
	case ctx.Err() == nil || errors.Is(ctx.Err(), context.DeadlineExceeded):
		r.failed++
	}
	return reply, err
}

// hold lets no question through for some time.
func (r *retrier) hold(d time.Duration) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if until := r.clock.Now().Add(d); until.After(r.until) {
		r.until = until
	}
}

// pause waits until questions may be asked.
func (r *retrier) pause(ctx context.Context) error {
	r.mu.Lock()
	wait := r.until.Sub(r.clock.Now())
	r.mu.Unlock()
	if wait <= 0 {
		return ctx.Err()
	}
	return r.clock.Sleep(ctx, wait)
}
