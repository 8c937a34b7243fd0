package export

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
)

func TestReplace(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out.txt")
	says := func(s string) func(io.Writer) error {
		return func(w io.Writer) error { _, err := io.WriteString(w, s); return err }
	}
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
	says := func(s string) func(io.Writer) error {
		return func(w io.Writer) error { _, err := io.WriteString(w, s); return err }
	}
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
