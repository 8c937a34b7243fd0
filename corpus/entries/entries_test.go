package entries

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// What is kept comes out as it went in, and for its user's eyes alone.
func TestWriteAndRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a", "entry.json")
	for _, kept := range []string{"", "\n", "The ferry was halted.\n", strings.Repeat("x", 1<<16)} {
		if err := Write(path, []byte(kept)); err != nil {
			t.Fatal(err)
		}
		if got, err := Read(path); err != nil || string(got) != kept {
			t.Errorf("%d bytes came out as %d, %v", len(kept), len(got), err)
		}
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("mode %v, %v", info.Mode(), err)
		}
	}
	if left, _ := filepath.Glob(filepath.Dir(path) + "/*"); len(left) != 1 {
		t.Errorf("left are %v", left)
	}
	if err := Write(filepath.Join(path, "below a file"), nil); err == nil {
		t.Error("an entry below a file was written")
	}
}

// Whatever bit of an entry is flipped, it is not believed.
func TestFlippedBits(t *testing.T) {
	entry := Sealed([]byte(`[{"Raw":{"Text":"The ferry was halted on Tuesday."}}]`))
	if kept, err := unsealed(entry); err != nil || !strings.Contains(string(kept), "ferry") {
		t.Fatalf("%q, %v", kept, err)
	}
	for bit := range 8 * len(entry) {
		flipped := bytes.Clone(entry)
		flipped[bit/8] ^= 1 << (bit % 8)
		if kept, err := unsealed(flipped); err == nil {
			t.Errorf("bit %d of byte %d: %q", bit%8, bit/8, kept)
		}
	}
	for n := range entry {
		if kept, err := unsealed(entry[:n]); err == nil {
			t.Errorf("cut to %d bytes: %q", n, kept)
		}
	}
}

func TestPrune(t *testing.T) {
	dir, now := t.TempDir(), time.Now()
	for i := range 10 {
		path := filepath.Join(dir, fmt.Sprintf("%02d", i), "x.json")
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, make([]byte, 100), 0o600); err != nil {
			t.Fatal(err)
		}
		when := now.Add(-time.Duration(i) * time.Hour)
		if err := os.Chtimes(path, when, when); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		most   int64
		before time.Time
		want   int
	}{
		{1000, time.Time{}, 10},              // at the limit
		{1000, now.Add(-8*time.Hour - 1), 9}, // one is too old
		{800, time.Time{}, 6},                // too many bytes: three quarters are left
		{800, now.Add(-90 * time.Minute), 2}, // four more are too old
		{100, now.Add(-90 * time.Minute), 0}, // three quarters of one is none
	} {
		Prune([]string{dir}, c.most, c.before)
		left, _ := filepath.Glob(dir + "/*/x.json")
		if len(left) != c.want {
			t.Errorf("at most %d bytes: left are %d, want %d", c.most, len(left), c.want)
		}
		for i, path := range left { // the newest
			if want := filepath.Join(dir, fmt.Sprintf("%02d", i), "x.json"); path != want {
				t.Errorf("left is %s, want %s", path, want)
			}
		}
	}
}
