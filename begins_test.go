package main

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"

	"parallax/corpus/corpustest"
)

// mostBefore is how many allocations all packages together may make before
// main, those of the libraries included, and mostOfOne how many one package of
// ours may. Regular expressions belong in lazyregexp, sets of words in wordset,
// and other tables in a sync.OnceValue.
const (
	mostBefore = 3700
	mostOfOne  = 150
)

func TestNothingIsBuiltBeforeItIsAskedFor(t *testing.T) {
	if corpustest.Raced {
		t.Skip("counts allocations of the built program, which has no race detector")
	}
	program, _ := built(t)
	cmd := exec.Command(program, "--version")
	cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	var trace strings.Builder
	cmd.Stderr = &trace
	if err := cmd.Run(); err != nil {
		t.Fatal(err)
	}
	all := 0
	for line := range strings.Lines(trace.String()) {
		var name string
		var at, clock float64
		var bytes, allocs int
		if n, _ := fmt.Sscanf(line, "init %s @%f ms, %f ms clock, %d bytes, %d allocs", &name, &at, &clock, &bytes, &allocs); n < 5 {
			continue
		}
		all += allocs
		if strings.HasPrefix(name, "parallax/") && allocs > mostOfOne {
			t.Errorf("package %s makes %d allocations (%d bytes) before main, want at most %d", name, allocs, bytes, mostOfOne)
		}
	}
	if all == 0 || all > mostBefore {
		t.Errorf("%d allocations before main, want 1 to %d", all, mostBefore)
	}
}
