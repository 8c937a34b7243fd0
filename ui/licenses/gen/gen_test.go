package main

import (
	"strings"
	"testing"

	"parallax/ui/licenses"
)

// TestGenerated shows that the text is what the generator makes of go.mod.
func TestGenerated(t *testing.T) {
	text, err := all()
	if err != nil {
		t.Fatal(err)
	}
	if string(text) != licenses.All {
		t.Error("licenses.txt is not of this go.mod: run go generate ./ui/licenses")
	}
	for _, words := range []string{"== parallax\n", "WordNet", "GloVe", "== the Go library\n"} {
		if !strings.Contains(licenses.All, words) {
			t.Errorf("it has no %q", words)
		}
	}
}
