package export

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/tools/txtar"

	"parallax/diffview"
	"parallax/diffview/layout"
	"parallax/diffview/layout/layouttest"
	"parallax/diffview/measured"
)

var update = flag.Bool("update", false, "rewrite the exports in testdata")

// ferry is the comparison that the tests of package layout lay out.
func ferry(t *testing.T) *diffview.Comparison {
	ar, err := txtar.ParseFile("../layout/testdata/ferry.txtar")
	if err != nil {
		t.Fatal(err)
	}
	return layouttest.Parse(ar)
}

func TestExports(t *testing.T) {
	c := ferry(t)
	notes := []Note{{diffview.Right, 1, "ask the coastguard which it was"}, {Sentence: -1, Text: "both rest on one {wire} report"}}
	for name, write := range map[string]func(io.Writer) error{
		"ferry-matched.txt": func(w io.Writer) error { return Text(w, c, Options{Width: 100}) },
		"ferry-unified.txt": func(w io.Writer) error { return Text(w, c, Options{View: layout.Unified, Width: 72}) },
		"ferry.json":        func(w io.Writer) error { return JSON(w, c, Options{}) },
		"ferry.md":          func(w io.Writer) error { return Markdown(w, c, Options{Notes: notes}) },
		"ferry.html":        func(w io.Writer) error { return HTML(w, c, Options{Notes: notes}) },
		"ferry-differences.txt": func(w io.Writer) error {
			return Text(w, c, Options{Width: 100, OnlyDifferences: true, Notes: notes})
		},
		"ferry-differences.md": func(w io.Writer) error { return Markdown(w, c, Options{OnlyDifferences: true}) },
	} {
		var got bytes.Buffer
		if err := write(&got); err != nil {
			t.Fatal(name, err)
		}
		file := filepath.Join("testdata", name)
		if *update {
			if err := os.WriteFile(file, got.Bytes(), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got.Bytes(), want) {
			t.Errorf("%s reads\n%s\nwant\n%s", name, got.Bytes(), want)
		}
	}
}

// A failing is a Writer on a full disk.
type failing struct{}

var errFull = errors.New("disk full")

func (failing) Write([]byte) (int, error) { return 0, errFull }

func TestWriteErrors(t *testing.T) {
	for _, f := range Formats {
		if err := f.Write(failing{}, ferry(t), Options{}); !errors.Is(err, errFull) {
			t.Errorf("%s: %v, want %v", f.Name, err, errFull)
		}
	}
}

// TestNothingIsLost takes the signs out of exports and finds every word of both
// articles.
func TestNothingIsLost(t *testing.T) {
	for seed := range uint64(100) {
		r := rand.New(rand.NewPCG(seed, 2))
		checkNothingIsLost(t, layouttest.Invent(r, 8, 15, layouttest.Hard), 20+r.IntN(140))
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

func FuzzNothingIsLost(f *testing.F) {
	for _, word := range []string{"{+only}", `\`, "}", "{", `\\{!`, "{~}", "天気", "a\u0301", "[sic]", "e\u200d", "+", "👩‍👩‍👧"} {
		f.Add(word, uint64(1), 60)
	}
	f.Fuzz(func(t *testing.T, word string, seed uint64, width int) {
		word = strings.Join(strings.Fields(word), "")
		if word == "" || width < 1 || width > 300 || !utf8.ValidString(word) || strings.ContainsFunc(word, unicode.IsControl) {
			t.Skip("no page, or no text that package corpus lets through")
		}
		if first, _ := ansi.FirstGraphemeCluster(" "+word, ansi.GraphemeWidth); first != " " {
			t.Skip("a word that joins the space before it has no column of its own")
		}
		vocabulary := append([]string{word, word}, layouttest.Hard...)
		checkNothingIsLost(t, layouttest.Invent(rand.New(rand.NewPCG(seed, 3)), 4, 8, vocabulary), width)
	})
}

// checkNothingIsLost reads the rows of an export back as a reader would, who
// knows where the columns are, and compares them with those of the comparison.
func checkNothingIsLost(t *testing.T, c *diffview.Comparison, width int) {
	t.Helper()
	rows := layout.Arrange(c)
	var want [2]string
	for _, row := range rows {
		for side, sentences := range row.Sentences {
			for _, i := range sentences {
				want[side] += " " + c.Articles[side].Sentences[i].Of(c.Articles[side].Text)
			}
		}
	}
	for _, view := range []*layout.View{layout.Matched, layout.Unified} {
		var b bytes.Buffer
		if err := Text(&b, c, Options{View: view, Width: width}); err != nil {
			t.Fatal(err)
		}
		left, gutter, right := layout.Panes(c, layout.Options{View: view, Width: width})
		page := strings.Split(b.String(), "\n"+strings.Repeat("-", left+gutter+right)+"\n")[1]
		for _, line := range strings.Split(page, "\n") {
			if n := ansi.StringWidth(line); n > left+gutter+right {
				t.Errorf("view %s, width %d: %d cells in %q", view.Name, width, n, line)
			}
		}
		got := columns(page, view, left, gutter)
		for side := range want {
			if g, w := strings.Fields(unmark(got[side])), strings.Fields(want[side]); strings.Join(g, " ") != strings.Join(w, " ") {
				t.Errorf("view %s, width %d, %s reads back as\n%q\nwant\n%q\nof\n%s", view.Name, width, names[side], g, w, &b)
			}
		}
	}
}

// columns returns the text of both articles in the rows of an export, line by line.
func columns(page string, view *layout.View, left, gutter int) (sides [2]string) {
	side := 0
	for _, line := range strings.Split(page, "\n") {
		if view == layout.Unified {
			if strings.HasPrefix(line, "A") || strings.HasPrefix(line, "B") {
				side = int(line[0] - 'A')
			}
			_, line = atCell(line, gutter)
			sides[side] += strings.TrimRight(line, " ") + "\n"
			continue
		}
		before, after := atCell(line, left+gutter)
		cells := []rune(before) // every rune of a gutter is one cell
		before = string(cells[:len(cells)-max(0, ansi.StringWidth(before)-left)])
		sides[0] += strings.TrimRight(before, " ") + "\n"
		sides[1] += strings.TrimRight(after, " ") + "\n"
	}
	return sides
}

// atCell parts a line before its cell n; characters without width go behind.
func atCell(line string, n int) (before, after string) {
	rest := line
	for n > 0 && rest != "" {
		cluster, width := ansi.FirstGraphemeCluster(rest, ansi.GraphemeWidth)
		rest, n = rest[len(cluster):], n-width
	}
	return line[:len(line)-len(rest)], rest
}

func TestPercents(t *testing.T) {
	for _, test := range []struct{ parts, want []int }{
		{[]int{1, 1, 1}, []int{34, 33, 33}},
		{[]int{2, 0, 0}, []int{100, 0, 0}},
		{[]int{312, 1, 0}, []int{100, 0, 0}},
		{[]int{5, 6, 6}, []int{30, 35, 35}},
	} {
		whole := 0
		for _, n := range test.parts {
			whole += n
		}
		got := percents(whole, test.parts...)
		for i := range got {
			if got[i] != test.want[i] {
				t.Errorf("%v are %v %%, want %v", test.parts, got, test.want)
				break
			}
		}
	}
}

// unmark removes the signs from text that Text wrote: what is left are the
// words of the articles, which is what the form promises. A word that was cut at the end of a line, where a
// backslash says so, is whole again.
func unmark(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '{':
			if i+1 < len(s) && strings.IndexByte("+~!", s[i+1]) >= 0 {
				i++
			}
		case '}':
		case '\\':
			if i+1 < len(s) && strings.IndexByte(`{}\`, s[i+1]) >= 0 {
				i++
				b.WriteByte(s[i])
				continue
			}
			for i+1 < len(s) && (s[i+1] == ' ' || s[i+1] == '\n') {
				i++
			}
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

func TestUnmark(t *testing.T) {
	for _, test := range []struct{ marked, want string }{
		{"No one was {+badly} hurt", "No one was badly hurt"},
		{"{!214} {~aboard}", "214 aboard"},
		{`a set \{1, 2\} and C:\\news`, `a set {1, 2} and C:\news`},
		{"coast-cou\\\nrier", "coast-courier"},
		{`\{+not a sign\}`, "{+not a sign}"},
	} {
		if got := unmark(test.marked); got != test.want {
			t.Errorf("%q reads %q, want %q", test.marked, got, test.want)
		}
	}
}

func FuzzUnmark(f *testing.F) {
	for _, s := range []string{"{+a}", `\`, `\\ `, "}{", "{\\\n}", "plain"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, marked := range []string{escape.Replace(s), detailSign + escape.Replace(s) + closingSign} {
			if got := unmark(marked); got != s {
				t.Errorf("%q comes back from %q as %q", s, marked, got)
			}
		}
	})
}

// Where no conflict is reported, the exports say what was looked for and how
// much of it is noticed: most of what two articles disagree on is not.
func TestNoConflicts(t *testing.T) {
	c := ferry(t)
	c.Conflicts = nil
	for name, write := range map[string]func(io.Writer, *diffview.Comparison, Options) error{"text": Text, "markdown": Markdown, "html": HTML} {
		var b strings.Builder
		if err := write(&b, c, Options{}); err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(strings.Fields(b.String()), " "); !strings.Contains(got, measured.NoneNoticed()) {
			t.Errorf("%s does not say what was looked for:\n%s", name, b.String())
		}
	}
}
