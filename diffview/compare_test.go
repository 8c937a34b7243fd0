package diffview_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/corpus/corpustest"
	"parallax/corpus/prose"
	"parallax/corpus/sample"
	"parallax/diffview"
)

// comparison compares two texts.
func comparison(left, right string) *diffview.Comparison {
	l, r := corpus.FromText("left.txt", left), corpus.FromText("right.txt", right)
	return compared(diffview.Prepare(l), diffview.Prepare(r))
}

// compared compares two articles that nothing is wrong with.
func compared(left, right *diffview.Prepared) *diffview.Comparison {
	c, err := diffview.Compare(context.Background(), left, right)
	if err != nil {
		panic(err)
	}
	return c
}

// articles returns the sample corpus.
func articles(t testing.TB) []*corpus.Article {
	t.Helper()
	c, err := sample.Open()
	if err != nil {
		t.Fatal(err)
	}
	return c.Articles
}

// invented returns an article of random sentences over a vocabulary.
func invented(rng *rand.Rand, vocabulary []string) string {
	var b strings.Builder
	for range 3 + rng.IntN(12) {
		for k := range 4 + rng.IntN(14) {
			w := vocabulary[rng.IntN(len(vocabulary))]
			if k == 0 {
				w = strings.ToUpper(w[:1]) + w[1:]
			} else if rng.IntN(9) == 0 {
				b.WriteString(",")
			}
			if k > 0 {
				b.WriteString(" ")
			}
			b.WriteString(w)
		}
		b.WriteString([]string{". ", ".\n\n", "? ", ".” "}[rng.IntN(4)])
	}
	return b.String()
}

var (
	harbour = strings.Fields("ferry harbour captain storm six eight passengers stranded engine failed said the a of on and was were not about 40 $3 million island rescue boat crew police minister Tuesday reported injured")
	kitchen = strings.Fields("bread oven flour sugar baker yeast dough kneading loaf crust butter recipe pastry cake icing cinnamon almond whisk spoon bowl")
)

// checkTiling fails when the spans do not tile every compared sentence.
func checkTiling(t *testing.T, c *diffview.Comparison) {
	t.Helper()
	for side, a := range c.Articles {
		at := 0
		spans := c.Spans[side]
		for _, s := range a.Sentences {
			if !s.Kind.Compared() {
				continue
			}
			for pos := s.Start; pos < s.End; at++ {
				if at == len(spans) || spans[at].Start != pos || spans[at].End <= pos || spans[at].End > s.End {
					t.Fatalf("side %d: the spans do not tile the sentence %q", side, s.Of(a.Text))
				}
				if (spans[at].Strength == diffview.None) != (spans[at].Mark != diffview.Differ) {
					t.Fatalf("side %d: mark %v with strength %v", side, spans[at].Mark, spans[at].Strength)
				}
				pos = spans[at].End
			}
		}
		if at != len(spans) {
			t.Fatalf("side %d: %d spans belong to no sentence", side, len(spans)-at)
		}
	}
	for n, l := range c.Links {
		for side, s := range l.Sentences {
			if !c.Articles[side].Sentences[s].Kind.Compared() {
				t.Fatalf("link %d joins a sentence that is not compared", n)
			}
		}
		if !(l.Score > 0 && l.Score <= 1) {
			t.Fatalf("link %d has the score %v", n, l.Score)
		}
	}
	for _, k := range c.Conflicts {
		for side, span := range k.Spans {
			s := c.Articles[side].Sentences[c.Links[k.Link].Sentences[side]]
			if span.Start < s.Start || span.End > s.End || span.Len() == 0 {
				t.Fatalf("the conflict %q lies outside its sentence", k.Reason)
			}
		}
		if k.Reason == "" {
			t.Fatal("a conflict has no reason")
		}
	}
}

// public is what a comparison says, in a form that can be compared.
func public(c *diffview.Comparison) string {
	var b strings.Builder
	fmt.Fprintln(&b, c.Spans)
	for _, l := range c.Links {
		fmt.Fprintln(&b, l)
	}
	for _, k := range c.Conflicts {
		fmt.Fprintln(&b, k.Kind, k.Spans, k.Reason, k.Link)
	}
	return b.String()
}

// exchange returns what a comparison says with its sides exchanged, in the
// order of what was the right article.
func exchange(c *diffview.Comparison) (spans [2][]diffview.Span, links map[[2]int]float64, words map[[2]prose.Span]diffview.WordKind, conflicts map[[2]prose.Span]diffview.ConflictKind) {
	spans = [2][]diffview.Span{c.Spans[1], c.Spans[0]}
	links, words, conflicts = map[[2]int]float64{}, map[[2]prose.Span]diffview.WordKind{}, map[[2]prose.Span]diffview.ConflictKind{}
	for _, l := range c.Links {
		links[[2]int{l.Sentences[1], l.Sentences[0]}] = l.Score
		for _, w := range l.Words {
			words[[2]prose.Span{w.Spans[1], w.Spans[0]}] = w.Kind
		}
	}
	for _, k := range c.Conflicts {
		conflicts[[2]prose.Span{k.Spans[1], k.Spans[0]}] = k.Kind
	}
	return spans, links, words, conflicts
}

func checkMirror(t *testing.T, left, right *corpus.Article) {
	t.Helper()
	l, r := diffview.Prepare(left), diffview.Prepare(right)
	there, back := compared(l, r), compared(r, l)
	s1, l1, w1, k1 := exchange(there)

	s2, l2, w2, k2 := back.Spans, map[[2]int]float64{}, map[[2]prose.Span]diffview.WordKind{}, map[[2]prose.Span]diffview.ConflictKind{}
	for _, l := range back.Links {
		l2[l.Sentences] = l.Score
		for _, w := range l.Words {
			w2[w.Spans] = w.Kind
		}
	}
	for _, k := range back.Conflicts {
		k2[k.Spans] = k.Kind
	}
	if !reflect.DeepEqual(s1, s2) || !reflect.DeepEqual(l1, l2) || !reflect.DeepEqual(w1, w2) || !reflect.DeepEqual(k1, k2) {
		t.Fatalf("Compare(%s, %s) is not the mirror of its turn", left.Path, right.Path)
	}
	if again := compared(l, r); public(again) != public(there) {
		t.Fatalf("comparing %s and %s twice gave two results", left.Path, right.Path)
	}
}

func TestSpansTile(t *testing.T) {
	all := articles(t)
	for _, l := range all {
		for _, r := range all {
			checkTiling(t, compared(diffview.Prepare(l), diffview.Prepare(r)))
		}
	}
	rng := rand.New(rand.NewPCG(1, 2))
	for range corpustest.Often(100) {
		checkTiling(t, comparison(invented(rng, harbour), invented(rng, harbour)))
	}
}

func TestMirror(t *testing.T) {
	all := articles(t)
	for i, l := range all {
		for _, r := range all[i+1:] {
			checkMirror(t, l, r)
		}
	}
	rng := rand.New(rand.NewPCG(3, 4))
	for range corpustest.Often(50) {
		checkMirror(t, corpus.FromText("a.txt", invented(rng, harbour)), corpus.FromText("b.txt", invented(rng, harbour)))
	}
}

func TestIdenticalArticlesAgree(t *testing.T) {
	texts := []string{"One word.", "No!", "The.", "The ferry, which was late, left. The ferry, which was late, left."}
	for _, a := range articles(t) {
		texts = append(texts, a.Text)
	}
	rng := rand.New(rand.NewPCG(5, 6))
	for range corpustest.Often(30) {
		texts = append(texts, invented(rng, harbour))
	}
	for _, text := range texts {
		c := comparison(text, text)
		if !c.Same() {
			t.Errorf("a text does not wholly agree with itself: %.60q…", text)
		}
		if len(c.Conflicts) > 0 {
			t.Errorf("a text conflicts with itself: %s", c.Conflicts[0].Reason)
		}
	}
}

func TestDisjointArticlesDoNot(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	for range 30 {
		c := comparison(invented(rng, harbour), invented(rng, kitchen))
		for side := range c.Spans {
			for _, s := range c.Spans[side] {
				if s.Mark != diffview.Detail {
					t.Fatalf("%q is marked %v", s.Of(c.Articles[side].Text), s.Mark)
				}
			}
		}
		if len(c.Links) > 0 {
			t.Fatalf("articles with nothing in common have %d links", len(c.Links))
		}
	}
}

func TestEmpty(t *testing.T) {
	for _, pair := range [][2]string{{"", ""}, {"", "A ferry sank."}, {"…", "!"}} {
		checkTiling(t, comparison(pair[0], pair[1]))
	}
}

func FuzzCompare(f *testing.F) {
	f.Add("Six people were hurt, police said.", "Police said eight people were injured.")
	f.Add("“We reject it,” she said.\n\nAbout 50 of 1,200 left.", "It was “rejected”. $3.5 million, 40-60 hours, 9 p.m.")
	f.Add("\xff\xfe 12th 1980s 3,,4 ..", "İstanbul ǅ ﬀ 100% 9:30 -1e309 9999999999999999999999")
	f.Fuzz(func(t *testing.T, left, right string) {
		if len(left)+len(right) > 4000 {
			t.Skip()
		}
		l, r := corpus.FromText("left.txt", left), corpus.FromText("right.txt", right)
		checkTiling(t, compared(diffview.Prepare(l), diffview.Prepare(r)))
		checkMirror(t, l, r)
		if c := compared(diffview.Prepare(l), diffview.Prepare(l)); !c.Same() {
			t.Fatalf("%q does not agree with itself", left)
		}
	})
}
