package layout_test

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"parallax/diffview"
	"parallax/diffview/layout"
	"parallax/diffview/layout/layouttest"
)

// TestArrange compares rows written as in the gutter: the left numbers, the
// sign, the right numbers, copies with a star, furniture by its place.
func TestArrange(t *testing.T) {
	for _, test := range []struct {
		name, left, right, links, conflicts string
		want                                string
	}{{
		name: "the left order holds",
		left: "One.\nTwo.\nThree.\n", right: "Tres.\nUno.\nDos.\n",
		links: "1 2 .9\n2 3 .9\n3 1 .9\n",
		want:  "1≈2 2≈3 3≈1",
	}, {
		name: "two left sentences that the right one merges",
		left: "One.\nTwo.\nThree.\n", right: "One and two.\nMore.\n",
		links: "1 1 .6\n2 1 .8\n",
		want:  "1,2≈1 >2 3<",
	}, {
		name: "a left sentence that the right article splits",
		left: "One and two.\n", right: "One.\nMore.\nTwo.\n",
		links: "1 1 .6\n1 3 .8\n",
		want:  "1≈1,3 >2",
	}, {
		name: "both split: linked to the same sentences",
		left: "One.\nTwo.\n", right: "Uno.\nDos.\n",
		links: "1 1 .9\n1 2 .5\n2 1 .5\n2 2 .9\n",
		want:  "1,2≈1,2",
	}, {
		name: "a link of second rank makes a copy, not a merged row",
		left: "One.\nTwo.\n", right: "Uno.\nDos.\n",
		links: "1 1 .9\n2 1 .5\n2 2 .9\n",
		want:  "1≈1 2≈1*,2",
	}, {
		name: "a sentence said again later is copied there",
		left: "One.\nOther.\nOne again.\n", right: "Uno.\n",
		links: "1 1 .6\n3 1 .9\n",
		want:  "1≈1* 2< 3≈1",
	}, {
		name: "not more than three sentences are merged",
		left: "A.\nB.\nC.\nD.\n", right: "All.\n",
		links: "1 1 .9\n2 1 .8\n3 1 .8\n4 1 .8\n",
		want:  "1,2,3≈1 4≈1*",
	}, {
		name: "what only the right has follows what it follows there",
		left: "One.\nTwo.\n", right: "First.\nDos.\nBetween.\nStill.\nUno.\nLast.\n",
		links: "1 5 .9\n2 2 .9\n",
		want:  ">1 1≈5 >6 2≈2 >3 >4",
	}, {
		name: "headlines stand together without a link",
		left: "# Ferry aground\nOne.\n", right: "Uno.\n", links: "2 1 .9\n",
		want: "1< 2≈1",
	}, {
		name: "headlines linked with the first sentences leave those alone",
		left: "# Head\nOne.\n", right: "# Cabeza\nUno.\n", links: "1 2 .9\n2 1 .9\n2 2 .7\n",
		want: "1|1 2≈2",
	}, {
		name: "a sentence that only a headline reports stands beside it",
		left: "# Head\nOne.\n", right: "# Cabeza\nUno.\n", links: "1 1 .5\n1 2 .9\n",
		want: "1≈1,2 2<",
	}, {
		name: "a headline's conflict is shown",
		left: "# [!Six] die\nOne.\n", right: "# Cabeza\n[!Eight] died.\n", links: "1 2 .6\n2 2 .9\n",
		conflicts: "1 2 six against eight",
		want:      "1!1,2* 2≈2",
	}, {
		name: "what comes first on the right alone stands under the left headline",
		left: "# Head\nOne.\n", right: "Intro.\nUno.\n", links: "2 2 .9\n",
		want: "1< >1 2≈2",
	}, {
		name: "the relations",
		left: "The mayor left.\nTwo.\n[!Six] died.\nFour.\n", right: "“The Mayor left!”\nDos.\n[!Eight] died.\nFive.\n",
		links: "1 1 .9\n2 2 .3 ?\n3 3 .3 ?\n", conflicts: "3 3 six against eight",
		want: "1=1 2?2 3!3 >4 4<",
	}, {
		name: "one sure link is enough",
		left: "One.\nTwo.\n", right: "Uno y dos.\n", links: "1 1 .3 ?\n2 1 .9\n",
		want: "1,2≈1",
	}, {
		name: "furniture keeps its place and parts what would merge",
		left: "- Share\n- Print\nOne.\n- Advertisement\nTwo.\n", right: "Uno.\n- Subscribe\n- Log in\nDos.\n", links: "1 1 .9\n2 1 .8\n2 2 .7\n",
		want: "f· 1≈1 ·f f· 2≈1*,2",
	}, {
		name: "doubtful lines stand apart from furniture",
		left: "One.\n~ Photo: Ann Lee\n- Share\nTwo.\n", right: "- Log in\n~ Read: More\n~ Photo\nUno.\n", links: "1 1 .9\n",
		want: "·f ·f 1≈1 f· f· 2<",
	}, {
		name: "one article is empty",
		left: "", right: "One.\n- Share\nTwo.\n",
		want: ">1 ·f >2",
	}, {
		name: "both are empty",
	}} {
		t.Run(test.name, func(t *testing.T) {
			c := layouttest.Parse(&txtar.Archive{Files: []txtar.File{
				{Name: "left", Data: []byte(test.left)}, {Name: "right", Data: []byte(test.right)},
				{Name: "links", Data: []byte(test.links)}, {Name: "conflicts", Data: []byte(test.conflicts)},
			}})
			rows := layout.Arrange(c)
			var got []string
			for _, row := range rows {
				got = append(got, drawSide(c, row, diffview.Left)+row.Relation.Sign()+drawSide(c, row, diffview.Right))
			}
			if s := strings.Join(got, " "); s != test.want {
				t.Errorf("rows %s\nwant %s", s, test.want)
			}
			checkRows(t, c, rows)
		})
	}
}

func drawSide(c *diffview.Comparison, row layout.Row, side diffview.Side) string {
	var parts []string
	for k, i := range row.Sentences[side] {
		if !c.Articles[side].Sentences[i].Kind.Compared() {
			return "f"
		}
		n := 0
		for _, s := range c.Articles[side].Sentences[:i+1] {
			if s.Kind.Compared() {
				n++
			}
		}
		parts = append(parts, fmt.Sprint(n)+map[bool]string{true: "*"}[row.Repeated[side][k]])
	}
	return strings.Join(parts, ",")
}

// checkRows fails unless every sentence stands in full exactly once, the left
// ones in their order, and both ends of every link without a headline stand in
// one row.
func checkRows(t *testing.T, c *diffview.Comparison, rows []layout.Row) {
	t.Helper()
	var full [2]map[int]int
	together := map[int]bool{}
	next := 0
	for side := range full {
		full[side] = map[int]int{}
	}
	for r, row := range rows {
		for side := range row.Sentences {
			if len(row.Sentences[side]) != len(row.Repeated[side]) {
				t.Fatalf("row %d: %v has no word on copies: %v", r, row.Sentences[side], row.Repeated[side])
			}
			for k, i := range row.Sentences[side] {
				if k > 0 && row.Sentences[side][k-1] >= i {
					t.Fatalf("row %d is out of order: %v", r, row.Sentences[side])
				}
				if !row.Repeated[side][k] {
					full[side][i]++
				}
			}
		}
		for _, i := range row.Sentences[diffview.Left] {
			if i != next {
				t.Fatalf("row %d has left sentence %d, want %d", r, i, next)
			}
			next++
		}
		for _, k := range row.Links(c) {
			together[k] = true
		}
	}
	for side, article := range c.Articles {
		for i := range article.Sentences {
			if full[side][i] != 1 {
				t.Fatalf("side %d: sentence %d stands in full %d times", side, i, full[side][i])
			}
		}
	}
	disputed := map[int]bool{}
	for _, conflict := range c.Conflicts {
		disputed[conflict.Link] = true
	}
	for k, link := range c.Links {
		if !together[k] && (disputed[k] || !ofTitle(c, link)) {
			t.Fatalf("link %v: its sentences stand nowhere together", link.Sentences)
		}
	}
}
