package layout_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"parallax/diffview"
	"parallax/diffview/layout"
	"parallax/diffview/layout/layouttest"
)

var update = flag.Bool("update", false, "rewrite the pages in testdata")

// TestPages lays out each comparison of testdata as its archive's page files
// say: "matched 80", "unified 40", "flowing 80 left", with "furniture" shown,
// what is "agreed" folded, or with the "roles" by their letters in place of the
// text.
func TestPages(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no comparisons in testdata", err)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			ar, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			c := layouttest.Parse(ar)
			for k := range ar.Files {
				f := &ar.Files[k]
				p, ok := pageOf(f.Name)
				if !ok {
					continue
				}
				got := []byte(p.draw(c))
				if !bytes.Equal(got, f.Data) && !*update {
					t.Errorf("%s reads\n%swant\n%s", f.Name, got, f.Data)
				}
				f.Data = got
			}
			if *update {
				if err := os.WriteFile(name, txtar.Format(ar), 0o666); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// A pageName is what a page file's name says.
type pageName struct {
	layout.Options
	side    diffview.Side
	agreed  bool
	picture func(layout.Run) string
}

// pageOf reads the name of a page file.
func pageOf(name string) (p pageName, ok bool) {
	words := strings.Fields(name)
	view, ok := map[string]*layout.View{"matched": layout.Matched, "unified": layout.Unified, "flowing": layout.Flowing}[words[0]]
	if !ok {
		return p, false
	}
	p.View = view
	fmt.Sscan(words[1], &p.Width)
	p.picture = func(r layout.Run) string { return r.Text }
	for _, w := range words[2:] {
		switch w {
		case "furniture":
			p.Furniture = true
		case "agreed":
			p.agreed = true
		case "right":
			p.side = diffview.Right
		case "roles":
			p.picture = roles
		}
	}
	return p, true
}

// letters show roles: agreement, detail, wording, conflict, page; capitals are
// headlines.
var letters = map[layout.Role]string{
	layout.Plain: " ", layout.Agree: "a", layout.Detail: "d", layout.Wording: "w",
	layout.Conflicting: "c", layout.Page: "p", layout.Number: "n", layout.Sign: "s",
}

func roles(r layout.Run) string {
	s := strings.Repeat(letters[r.Role], layout.Width([]layout.Run{r}))
	if r.Title {
		s = strings.ToUpper(s)
	}
	if r.Faint {
		s = strings.ReplaceAll(s, " ", "·")
	}
	return s
}

// draw returns the page as text.
func (p pageName) draw(c *diffview.Comparison) string {
	rows := layout.Arrange(c)
	if p.View == layout.Flowing {
		rows = layout.Flow(c, p.side)
	}
	if p.agreed {
		rows = layout.Fold(c, rows, nil)
	}
	var page strings.Builder
	left, _, _ := layout.Panes(c, p.Options)
	for _, line := range layout.Lines(c, rows, p.Options) {
		var l, g, r string
		for _, run := range line.Left {
			l += p.picture(run)
		}
		for _, run := range line.Gutter {
			g += p.picture(run)
		}
		for _, run := range line.Right {
			r += p.picture(run)
		}
		if p.View == layout.Unified || p.View == layout.Flowing && p.side == diffview.Right {
			l, g = g, l
		} else {
			l += strings.Repeat(" ", left-layout.Width(line.Left))
		}
		page.WriteString(strings.TrimRight(l+g+r, " ") + "\n")
	}
	return page.String()
}
