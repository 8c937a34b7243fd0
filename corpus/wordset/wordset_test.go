package wordset

import (
	"slices"
	"testing"
)

func TestSets(t *testing.T) {
	for _, c := range []struct {
		set  *Set
		want []string
		not  []string
	}{
		{Words("mayor  council\n\tvote"), []string{"council", "mayor", "vote"}, []string{"", "mayor council", "Mayor"}},
		{Lines("\nread more\n\n\tmost viewed \n"), []string{"most viewed", "read more"}, []string{"", "read", "more"}},
		{Words(""), nil, []string{""}},
	} {
		if got := slices.Sorted(c.set.All()); !slices.Equal(got, c.want) {
			t.Errorf("has %q, want %q", got, c.want)
		}
		for _, w := range c.want {
			if !c.set.Has(w) {
				t.Errorf("has not %q", w)
			}
		}
		for _, w := range c.not {
			if c.set.Has(w) {
				t.Errorf("has %q", w)
			}
		}
	}
}

// A package-level set is laid out by the compiler and costs nothing before main.
var someWords = Words("police officials residents")

func TestNothingIsBuiltBeforeItIsAskedFor(t *testing.T) {
	if someWords.has != nil {
		t.Fatal("read before it was asked for")
	}
	if !someWords.Has("police") || someWords.has == nil {
		t.Error("not read when it was asked for")
	}
}
