package lazyregexp

import "testing"

// A wrong expression is found when a test only loads the package that has it.
func TestWrongExpression(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	New(`(`)
}

func TestSame(t *testing.T) {
	r := New(`(\w+) against (\w+)`)
	if got := r.FindStringSubmatch("six against eight"); len(got) != 3 || got[2] != "eight" {
		t.Errorf("got %q", got)
	}
	if got := r.ReplaceAllString("six against eight", "$2"); got != "eight" {
		t.Errorf("got %q", got)
	}
}
