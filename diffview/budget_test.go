package diffview

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/corpus/prose"
)

// manySentences returns an article of n sentences, each with a name of its own.
func manySentences(n int, end string) *Prepared {
	var b strings.Builder
	for k := range n {
		fmt.Fprintf(&b, "Pier %d of the harbour was shut by storm %d%s.\n\n", k, k*7, end)
	}
	return Prepare(corpus.FromText("pier.txt", b.String()))
}

// A comparison that would cost too much covers the beginnings of both articles
// as if there were no more, says so, and is the same every time.
func TestBudget(t *testing.T) {
	const sentences = 64
	l, r := manySentences(sentences, ""), manySentences(sentences, " again")
	whole, err := compareWithin(context.Background(), l.covered(), r.covered(), mostSteps)
	if err != nil || !whole.Whole() || whole.Limits() != "" {
		t.Fatalf("an article of %d sentences is not compared whole: %v, %q", sentences, err, whole.Limits())
	}
	part, err := compareWithin(context.Background(), l.covered(), r.covered(), 30_000)
	if err != nil {
		t.Fatal(err)
	}
	compared, all := extent(part.Articles[Left])
	if part.Whole() || all != sentences || compared == 0 || compared >= all {
		t.Fatalf("%d of %d sentences were compared, want some and not all", compared, all)
	}
	want := fmt.Sprintf("too long to compare whole: only the first %d of 64 sentences of the left article and %d of 64 of the right one were compared", compared, compared)
	if part.Limits() != want {
		t.Errorf("the limits are %q, want %q", part.Limits(), want)
	}
	if part.Same() {
		t.Error("two texts are the same of which a part was not compared")
	}
	begun, err := compareWithin(context.Background(), manySentences(compared, "").covered(), manySentences(compared, " again").covered(), mostSteps)
	if err != nil || !reflect.DeepEqual(part.Spans, begun.Spans) || len(part.Links) != len(begun.Links) {
		t.Errorf("the part that is compared has other marks than the beginnings alone (%v)", err)
	}
	for side, a := range part.Articles {
		if k := a.Sentences[sentences-1].Kind; k != prose.Uncompared {
			t.Errorf("side %d: the last sentence is %v", side, k)
		}
	}
	if k := l.Article.Sentences[sentences-1].Kind; k != prose.Body {
		t.Errorf("the article itself was changed: its last sentence is %v", k)
	}
	if again, _ := compareWithin(context.Background(), l.covered(), r.covered(), 30_000); !reflect.DeepEqual(again.Spans, part.Spans) || again.Limits() != part.Limits() {
		t.Error("comparing a part again gave another result")
	}
}

// A comparison that nobody waits for any more ends.
func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if c, err := Compare(ctx, manySentences(9, ""), manySentences(9, " again")); c != nil || !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled comparison gave %v, %v", c, err)
	}
}

// Versions of one text are compared without what only coverage needs, and
// without their quotations, which are found when they are asked for.
func TestVersionsNeedNoVocabulary(t *testing.T) {
	l, r := manySentences(9, ""), manySentences(9, "")
	for _, p := range []*Prepared{l, r} {
		p.covered = func() covered { panic("covered") }
		p.quoted = func() []Quotation { panic("quoted") }
	}
	c, err := Compare(context.Background(), l, r)
	if err != nil || !c.Same() {
		t.Fatal(err)
	}
	if q := c.Quotations(); len(q[Left])+len(q[Right]) > 0 { // a fault in finding them costs no more
		t.Errorf("got %v", q)
	}
}

// A panic in a comparison costs that pair and says which, what and where.
func TestFault(t *testing.T) {
	broken := manySentences(3, "")
	d := broken.covered()
	d.Doc.Tokens = d.Doc.Tokens[:1] // as if preparing had gone wrong
	c, err := Compare(context.Background(), broken, Prepare(corpus.FromText("pier.txt", "The harbour shut two of its piers for the storm, its master said.")))
	var fault *Fault
	if c != nil || !errors.As(err, &fault) {
		t.Fatalf("a comparison that panics gave %v, %v", c, err)
	}
	for _, want := range []string{"pier.txt and pier.txt cannot be compared", "please report", "index out of range", ".go:"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%q does not say %q", err, want)
		}
	}
	err = Guard(broken.Article, broken.Article, func() error {
		inParallel(func() {}, func() { panic("the other of two") })
		return nil
	})
	if !errors.As(err, &fault) || !strings.HasPrefix(fault.Where, "budget_test.go:") {
		t.Errorf("a panic beside the comparison gave %v", err)
	}
	a := corpus.FromText("a.txt", "One.")
	a.Sentences[0].End = 99
	if err := Guard(a, a, func() error { Prepare(a); return nil }); !errors.As(err, &fault) || !strings.HasPrefix(err.Error(), "a.txt") {
		t.Errorf("preparing an article that is broken gave %v", err)
	}
}
