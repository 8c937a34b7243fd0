package corpus

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestWatch(t *testing.T) {
	harbour(t, 3)
	write(t, "alone/given.txt", prosePlain)
	w, err := Watch([]string{"00", "alone/given.txt"})
	if err != nil {
		t.Skip("no watching here:", err)
	}
	defer w.Close()
	changed := func(patience time.Duration) bool {
		ctx, cancel := context.WithTimeout(t.Context(), patience)
		defer cancel()
		return w.Changed(ctx) == nil
	}
	for _, step := range []struct {
		what string
		do   func()
	}{
		{"a file is added", func() { write(t, "00/new.txt", prosePlain) }},
		{"a file is changed", func() { write(t, "00/1.txt", prosePlain) }},
		{"a file is removed", func() { os.Remove("00/2.txt") }},
		{"a file is renamed", func() { os.Rename("00/1.txt", "00/7.txt") }},
		{"a folder is added", func() { os.Mkdir("00/deep", 0o755) }},
		{"a file is added in it", func() { write(t, "00/deep/8.txt", prosePlain) }},
		{"a file given by itself is changed", func() { write(t, "alone/given.txt", "Another text.\n") }},
	} {
		step.do()
		if !changed(time.Minute) {
			t.Errorf("%s, and nothing is told", step.what)
		}
	}
	write(t, "00/picture.png", "no article")
	write(t, "00/.draft.txt", "hidden")
	write(t, "alone/other.txt", "beside the one given")
	if changed(2 * quiet) {
		t.Error("a change of what is no part of the corpus is told")
	}
}

// TestWatchWhatWasMadeAgain removes, exchanges and makes again what is watched.
// Its files are watched as before.
func TestWatchWhatWasMadeAgain(t *testing.T) {
	const text = "all/news/deep/1.txt"
	for _, c := range []struct {
		what           string
		gone, to, made string // what is removed, or renamed; what is made
	}{
		{"removed and made again", "all/news", "", text},
		{"removed with the folder it is in", "all", "", text},
		{"renamed, and another in its place", "all/news", "all/old", text},
		{"a folder in it removed and made again", "all/news/deep", "", text},
		{"replaced by another file", "all/news/deep/new", text, "all/news/deep/new"},
	} {
		for _, given := range []string{"all/news", text} {
			t.Run(given+" "+c.what, func(t *testing.T) {
				t.Parallel()
				dir := t.TempDir()
				at := func(path string) string { return filepath.Join(dir, path) }
				write(t, at(text), prosePlain)
				write(t, at("all/news/deep/new"), prosePlain)
				w, err := Watch([]string{at(given)})
				if err != nil {
					t.Skip("no watching here:", err)
				}
				defer w.Close()
				w.every = 50 * time.Millisecond
				changed := func(patience time.Duration) bool {
					ctx, cancel := context.WithTimeout(t.Context(), patience)
					defer cancel()
					return w.Changed(ctx) == nil
				}
				if c.to == "" {
					err = os.RemoveAll(at(c.gone))
				} else {
					err = os.Rename(at(c.gone), at(c.to))
				}
				if err != nil {
					t.Fatal(err)
				}
				write(t, at(c.made), prosePlain)
				if !changed(time.Minute) {
					t.Error("nothing is told")
				}
				for changed(3 * quiet) {
				}
				write(t, at(text), "Another text.\n")
				if !changed(time.Minute) {
					t.Error("a change after that is not told")
				}
			})
		}
	}
}
