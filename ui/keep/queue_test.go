package keep

import (
	"errors"
	"slices"
	"testing"
)

// What is written comes in its order, one after the other; what is left is taken
// off at once.
func TestQueue(t *testing.T) {
	var q Queue[int]
	if !q.Add(1) || q.Add(2) || q.Add(3) {
		t.Error("the first alone is to be written at once")
	}
	if _, ok := q.Next(2); ok {
		t.Error("what was not the first is followed by something")
	}
	if next, ok := q.Next(1); !ok || next != 2 {
		t.Errorf("after 1 comes %d, %v", next, ok)
	}
	if rest := q.Rest(); !slices.Equal(rest, []int{2, 3}) {
		t.Errorf("left are %v", rest)
	}
	if _, ok := q.Next(2); ok || !q.Add(4) {
		t.Error("what was taken off still waits")
	}
}

// A task is done once, and what came of it is told to all who ask.
func TestTask(t *testing.T) {
	var task Task
	done, full := 0, errors.New("disk full")
	for range 3 {
		if err := task.Do(func() error { done++; return full }); err != full || done != 1 {
			t.Errorf("done %d times: %v", done, err)
		}
	}
}
