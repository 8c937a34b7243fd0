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
// say: "matched 80", "unified 40", with "furniture" shown, or with the "roles"
// by their letters in place of the text.
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
				o, draw, ok := pageOf(f.Name)
				if !ok {
					continue
				}
				got := []byte(draw(c, o))
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

// pageOf reads the name of a page file.
func pageOf(name string) (o layout.Options, draw func(*diffview.Comparison, layout.Options) string, ok bool) {
	words := strings.Fields(name)
	switch words[0] {
	case "matched":
	case "unified":
		o.View = layout.Unified
	default:
		return o, nil, false
	}
	fmt.Sscan(words[1], &o.Width)
	draw = drawText
	for _, w := range words[2:] {
		switch w {
		case "furniture":
			o.Furniture = true
		case "roles":
			draw = drawRoles
		}
	}
	return o, draw, true
}

func drawText(c *diffview.Comparison, o layout.Options) string {
	return drawPage(c, o, func(r layout.Run) string { return r.Text })
}

// letters show roles: agreement, detail, wording, conflict, page; capitals are
// headlines.
var letters = map[layout.Role]string{
	layout.Plain: " ", layout.Agree: "a", layout.Detail: "d", layout.Wording: "w",
	layout.Conflicting: "c", layout.Page: "p", layout.Number: "n", layout.Sign: "s",
}

func drawRoles(c *diffview.Comparison, o layout.Options) string {
	return drawPage(c, o, func(r layout.Run) string {
		s := strings.Repeat(letters[r.Role], layout.Width([]layout.Run{r}))
		if r.Title {
			s = strings.ToUpper(s)
		}
		if r.Faint {
			s = strings.ReplaceAll(s, " ", "·")
		}
		return s
	})
}

func drawPage(c *diffview.Comparison, o layout.Options, draw func(layout.Run) string) string {
	var page strings.Builder
	left, _, _ := layout.Panes(c, o)
	for _, line := range layout.Lines(c, layout.Arrange(c), o) {
		var l, g, r string
		for _, run := range line.Left {
			l += draw(run)
		}
		for _, run := range line.Gutter {
			g += draw(run)
		}
		for _, run := range line.Right {
			r += draw(run)
		}
		if o.View == layout.Unified {
			l, g = g, l
		} else {
			l += strings.Repeat(" ", left-layout.Width(line.Left))
		}
		page.WriteString(strings.TrimRight(l+g+r, " ") + "\n")
	}
	return page.String()
}
