package corpus

import (
	"context"
	"os"
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
		if !changed(10 * time.Second) {
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
