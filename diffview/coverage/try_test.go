package coverage

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"parallax/corpus"
)

func TestTry(t *testing.T) {
	dir := os.Getenv("TRY")
	if dir == "" {
		t.Skip()
	}
	l, err := corpus.Load(context.Background(), strings.Fields(dir), corpus.Options{})
	if err != nil {
		t.Fatal(err)
	}
	c, _ := l.Wait(context.Background())
	s := time.Now()
	p, _ := Survey(context.Background(), c.Articles, func() {}, func(Pair, error) {})
	fmt.Println(time.Since(s))
	s = time.Now()
	tb := Gather(c.Articles, p)
	fmt.Println(time.Since(s), len(tb.Facts), tb.CountTexts())
	fmt.Println(ShortNames(c.Articles, 5))
	for n, f := range tb.Facts {
		a := c.Articles[f.Label.Article]
		fmt.Printf("\n%d %d/%d %s  !%d\n", n, f.Texts, tb.CountTexts(), a.Sentences[f.Label.Sentence].Span.Of(a.Text), len(f.Disputes))
		for i, cell := range f.Cells {
			for _, s := range cell.Sentences {
				fmt.Printf("   %d.%d %v%v %s\n", i, s, cell.State, cell.Disputed, c.Articles[i].Sentences[s].Span.Of(c.Articles[i].Text))
			}
		}
	}
	for i := range c.Articles {
		fmt.Println(i, "alone", len(tb.Alone[i]), "left out", tb.LeftOut(i))
	}
	for _, d := range tb.Disputes {
		fmt.Println(d.Kind, d.Fact, len(d.Pairs), d.Pairs[0].Reason)
	}
}
