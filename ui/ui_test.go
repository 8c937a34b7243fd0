package ui

import (
	"errors"
	"testing"

	"parallax/corpus"
	"parallax/ui/session"
)

func TestRun(t *testing.T) {
	two := []string{"TERM=xterm"}
	d := open(t, 80, 24, Options{})
	for _, tt := range []struct {
		env  []string
		n    int
		want error
	}{
		{[]string{"TERM=dumb"}, 3, ErrTerminal},
		{nil, 3, ErrTerminal},
		{two, 1, ErrNoPair},
		{two, 0, ErrNoPair},
	} {
		if tt.env == nil {
			tt.env = []string{}
		}
		err := Run(t.Context(), corpusOf(d.m.deck.Articles[:tt.n]), nil, Options{Environ: tt.env})
		if !errors.Is(err, tt.want) {
			t.Errorf("with %d articles and %q: %v, want %v", tt.n, tt.env, err, tt.want)
		}
	}
}

// TestNoStory holds that articles of different stories can be read side by
// side when no story has two.
func TestNoStory(t *testing.T) {
	d := open(t, 80, 24, Options{})
	deck, err := session.New(d.m.deck.Articles, nil)
	if err != nil || deck.Count() != 3 {
		t.Errorf("%v pairs, %v", deck, err)
	}
}

func TestUnread(t *testing.T) {
	cut := corpus.Problem{Path: "a.txt", Reason: "the file is empty"}
	for _, tt := range []struct {
		problems []corpus.Problem
		want     string
	}{
		{nil, ""},
		{[]corpus.Problem{cut}, "not read: a.txt: the file is empty"},
		{[]corpus.Problem{cut, {Path: "b.txt", Reason: "no text"}}, "2 files were not read; the first: a.txt: the file is empty; “parallax list” shows all"},
	} {
		if got := unread(tt.problems); got != tt.want {
			t.Errorf("unread(%v) = %q, want %q", tt.problems, got, tt.want)
		}
	}
}
