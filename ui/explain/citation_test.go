package explain

import (
	"testing"

	"parallax/corpus"
)

func TestAttribution(t *testing.T) {
	a := &corpus.Article{Path: "harbour/3.txt"}
	a.Meta.Outlet = corpus.Field[string]{Value: "Island Post", From: "file name", Guess: true}
	a.Meta.URL = corpus.Field[string]{Value: "https://island-post.example/fire", From: "front matter"}
	if got, want := attribution(a), "Island Post?, https://island-post.example/fire"; got != want {
		t.Errorf("attribution %q, want %q", got, want)
	}
}
