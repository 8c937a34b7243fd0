package corpus

import (
	"fmt"
	"runtime"
	"strings"
	"sync"
	"testing"
)

// Texts that are kept stay as they are, whatever is kept after them, and take
// little more memory than they have bytes.
func TestTextsAreKept(t *testing.T) {
	var texts texts
	var before, after runtime.MemStats
	kept := make([]string, 400)
	runtime.GC()
	runtime.ReadMemStats(&before)
	var all sync.WaitGroup
	for part := range 4 {
		all.Go(func() {
			for k := part; k < len(kept); k += 4 {
				kept[k] = texts.keep(ferriesOf(k))
			}
		})
	}
	all.Wait()
	runtime.GC()
	runtime.ReadMemStats(&after)
	bytes := 0
	for k, text := range kept {
		if bytes += len(text); text != ferriesOf(k) {
			t.Fatalf("text %d is %.60q", k, text)
		}
	}
	if took := int(after.HeapAlloc - before.HeapAlloc); took > bytes*106/100 {
		t.Errorf("%d bytes of texts take %d", bytes, took)
	}
}

// ferriesOf returns a text of some 4 KB, now and then a long one or an empty one.
func ferriesOf(k int) string {
	times := 380
	switch k % 50 {
	case 0:
		times = 4000
	case 1:
		times = 0
	}
	return strings.Repeat(fmt.Sprint(k, " ferries "), times)
}
