package cli

import (
	"context"
	"os"
	"runtime"
	"runtime/debug"

	"parallax/corpus"
)

// delayCollection has garbage collected for the first time when 32 MB are in use,
// not 4, and from then on when there is twice as much of it as of what is kept. A
// comparison of two articles ends before the first, in three quarters of the time;
// reading 200 web pages takes a tenth less and 10 MB more than with as much garbage
// as there is kept.
func delayCollection() {
	if os.Getenv("GOGC") != "" {
		return
	}
	const delayed, usual = 800, 200 // percent of the 4 MB that the first collection waits for, and of what is kept
	debug.SetGCPercent(delayed)
	type canary struct{ *canary } // a pointer, so that it is allocated by itself
	runtime.AddCleanup(&canary{}, func(int) {
		if set := debug.SetGCPercent(usual); set != delayed {
			debug.SetGCPercent(set) // spareMemory was quicker
		}
	}, 0)
}

// spareMemory has garbage collected more often once there is much in memory, from
// about 1,000 articles: grouping 10,000 then takes a third less memory for a
// twentieth more time. For fewer articles it would only slow the start.
func spareMemory(ctx context.Context, loading *corpus.Loading) {
	const much = 10 << 20 // bytes
	if loading.Grown(ctx, much) && os.Getenv("GOGC") == "" {
		debug.SetGCPercent(25)
	}
}
