package conflict_test

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

// TestRead prints what of read.tsv is right, by draw, grade and kind, and checks
// its form. Lines that begin with "#" are comments.
func TestRead(t *testing.T) {
	b, err := os.ReadFile("read.tsv")
	if err != nil {
		t.Fatal(err)
	}
	counts := map[string][3]int{} // right, minor, wrong
	causes := map[string]int{}
	for n, line := range strings.Split(strings.TrimSuffix(string(b), "\n"), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		verdict := slices.Index([]string{"right", "minor", "wrong"}, f[len(f)-2])
		if len(f) != readColumns || verdict < 0 || verdict > 0 && f[readColumns-1] == "" {
			t.Fatalf("line %d: %q", n+1, line)
		}
		for _, of := range []string{f[0] + " " + f[2], f[0] + " " + f[2] + " " + f[3]} {
			c := counts[of]
			c[verdict]++
			counts[of] = c
		}
		if f[2] == "core" && verdict > 0 {
			causes[f[0]+" "+f[readColumns-1]]++
		}
	}
	for _, of := range slices.Sorted(maps.Keys(counts)) {
		c := counts[of]
		t.Logf("draw %-18s right %2d, minor %2d, wrong %2d: %.2f", of, c[0], c[1], c[2], float64(c[0])/float64(c[0]+c[1]+c[2]))
	}
	for _, of := range slices.Sorted(maps.Keys(causes)) {
		t.Logf("core, but not right: draw %s: %d", of, causes[of])
	}
}
