package disk

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestReplace(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out.txt")
	for _, want := range []string{"new", "replaced"} {
		if err := Replace(path, says(want)); err != nil {
			t.Fatal(err)
		}
		if got, _ := os.ReadFile(path); string(got) != want {
			t.Errorf("the file holds %q, want %q", got, want)
		}
	}
	broken := errors.New("the comparison broke off")
	err := Replace(path, func(w io.Writer) error { io.WriteString(w, "half"); return broken })
	if !errors.Is(err, broken) {
		t.Errorf("error %v, want %v", err, broken)
	}
	if got, _ := os.ReadFile(path); string(got) != "replaced" {
		t.Errorf("after an error the file holds %q, want what was there", got)
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 1 {
		t.Errorf("%d files are left behind, want the one", len(left))
	}
	if err := Replace(filepath.Join(t.TempDir(), "no", "such.txt"), says("x")); err == nil {
		t.Error("a missing folder gave no error")
	}
	if err := Replace(os.DevNull, says("x")); err != nil {
		t.Errorf("%s: %v", os.DevNull, err)
	}
}

func TestCreate(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out.txt")
	if err := Create(path, says("new")); err != nil {
		t.Fatal(err)
	}
	if err := Create(path, says("again")); !errors.Is(err, os.ErrExist) {
		t.Errorf("a file that is there: %v", err)
	}
	if err := Create(filepath.Dir(path)+"/half.txt", func(w io.Writer) error { io.WriteString(w, "half"); return errFull }); !errors.Is(err, errFull) {
		t.Errorf("on a full disk: %v", err)
	}
	if err := os.Symlink("nowhere", filepath.Dir(path)+"/link.txt"); err == nil {
		if err := Create(filepath.Dir(path)+"/link.txt", says("x")); !errors.Is(err, os.ErrExist) {
			t.Errorf("through a link to nothing: %v", err)
		}
		os.Remove(filepath.Dir(path) + "/link.txt")
	}
	holds(t, filepath.Dir(path), map[string]string{"out.txt": "new"})
	if err := Create(filepath.Join(t.TempDir(), "no", "such.txt"), says("x")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a missing folder: %v", err)
	}
}

func says(s string) func(io.Writer) error {
	return func(w io.Writer) error { _, err := io.WriteString(w, s); return err }
}

// TestReplaceThroughLinks writes by names that are links: the file that they
// lead to changes, and the links stay.
func TestReplaceThroughLinks(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	for _, d := range []string{"real/deep", "notes"} {
		if err := os.MkdirAll(d, 0o777); err != nil {
			t.Fatal(err)
		}
	}
	os.WriteFile("notes/all.jsonl", []byte("old"), 0o666)
	for name, to := range map[string]string{
		"direct": "notes/all.jsonl", "absolute": filepath.Join(dir, "notes/all.jsonl"), "twice": "direct", "nowhere": "notes/new.jsonl",
		"folder": "real/deep", "real/deep/up": "../../notes/all.jsonl", "round": "round",
	} {
		if err := os.Symlink(to, name); err != nil {
			t.Skipf("no links: %v", err)
		}
	}
	for path, want := range map[string]string{
		"direct": "notes/all.jsonl", "absolute": "notes/all.jsonl", "twice": "notes/all.jsonl", "nowhere": "notes/new.jsonl", "folder/up": "notes/all.jsonl",
	} {
		if err := Replace(path, says("by "+path)); err != nil {
			t.Error(err)
		}
		if got, _ := os.ReadFile(want); string(got) != "by "+path {
			t.Errorf("written by %s, %s holds %q", path, want, got)
		}
		if info, err := os.Lstat(path); err != nil || info.Mode()&os.ModeSymlink == 0 {
			t.Errorf("%s is no link any more: %v", path, err)
		}
	}
	if err := Replace("round", says("x")); err == nil {
		t.Error("a link to itself is written")
	}
}

// TestReplaceKeepsTheMode replaces files of several modes.
func TestReplaceKeepsTheMode(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.txt")
	for _, mode := range []os.FileMode{0o600, 0o640, 0o666, 0o755} {
		os.Remove(path)
		if os.WriteFile(path, nil, mode) != nil || os.Chmod(path, mode) != nil {
			t.Fatal("no file")
		}
		if err := Replace(path, says("new")); err != nil {
			t.Fatal(err)
		}
		if info, _ := os.Stat(path); info.Mode().Perm() != mode {
			t.Errorf("a file of mode %o has mode %o", mode, info.Mode().Perm())
		}
	}
	os.Chmod(path, 0o400)
	if err := Replace(path, says("newer")); os.Getuid() > 0 && !errors.Is(err, os.ErrPermission) {
		t.Errorf("a file that may not be written to: %v", err)
	}
}

// TestLongNames writes files whose names are as long as a system allows.
func TestLongNames(t *testing.T) {
	dir := t.TempDir()
	for n := 240; n <= 255; n++ {
		path := filepath.Join(dir, strings.Repeat("n", n))
		for _, write := range []func(string, func(io.Writer) error) error{Create, Replace} {
			if err := write(path, says("x")); err != nil {
				t.Errorf("a name of %d bytes: %v", n, err)
			}
		}
	}
	long := filepath.Join(dir, strings.Repeat("n", 256))
	for _, write := range []func(string, func(io.Writer) error) error{Create, Replace} {
		if err := write(long, says("x")); err == nil || err.Error() != "cannot write "+long+": file name too long" {
			t.Errorf("of a name of 256 bytes it says %v", err)
		}
	}
	if left, _ := os.ReadDir(dir); len(left) != 16 {
		t.Errorf("%d files, want 16", len(left))
	}
}

// TestSweep writes into a folder with what killed programs left there, and what
// only looks so.
func TestSweep(t *testing.T) {
	dir := t.TempDir()
	for name, age := range map[string]time.Duration{
		".parallax-7-0": 25 * time.Hour, ".parallax-12345-3": 900 * time.Hour, // these go
		".parallax-8-0": time.Minute, ".parallax-x-0": 900 * time.Hour, "parallax-7-0": 900 * time.Hour, ".parallax-7-0.txt": 900 * time.Hour,
	} {
		path, then := filepath.Join(dir, name), time.Now().Add(-age)
		if os.WriteFile(path, nil, 0o666) != nil || os.Chtimes(path, then, then) != nil {
			t.Fatal("no file")
		}
	}
	if err := Replace(filepath.Join(dir, "a.txt"), says("x")); err != nil {
		t.Fatal(err)
	}
	holds(t, dir, map[string]string{".parallax-8-0": "", ".parallax-x-0": "", "parallax-7-0": "", ".parallax-7-0.txt": "", "a.txt": "x"})
}
