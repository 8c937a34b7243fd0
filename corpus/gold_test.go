package corpus

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"parallax/corpus/format/web"
	"parallax/corpus/outlets"
	"parallax/corpus/prose"
)

// Two public sets of web pages with what is in them are measured with these:
//
//	go test ./corpus -run TestGold -v -gold DIR
//	go test ./corpus -run TestGold -v -gold DIR -gold-out parallax.json
//
// DIR holds one of the two as published:
//
//	github.com/scrapinghub/article-extraction-benchmark
//	        ground-truth.json, html/ID.html.gz: the body of each page. Precision
//	        and recall of sequences of four words, as its evaluate.py has them;
//	        -gold-out writes the output that evaluate.py reads.
//	github.com/adbar/trafilatura, folder tests
//	        evaldata.json, cache/ and eval/: segments that must be in the text
//	        and that must not, and for some pages title, author and date
var (
	goldDir = flag.String("gold", "", "measure the reading of web pages on the public set in this folder")
	goldOut = flag.String("gold-out", "", "write the bodies that were read to this file, in the set's own form")
)

// A goldPage is a page of either set.
type goldPage struct {
	file string
	Body *string `json:"articleBody"` // nil where the set has none
	URL  string  `json:"url"`

	File    string   `json:"file"`
	With    []string `json:"with"`
	Without []string `json:"without"`
	Title   string   `json:"title"`
	Author  string   `json:"author"`
	Date    string   `json:"date"`
}

func TestGold(t *testing.T) {
	if *goldDir == "" {
		t.Skip("no -gold DIR")
	}
	pages, err := goldPages(*goldDir)
	if err != nil {
		t.Fatal(err)
	}
	var scores goldScores
	bodies := make(map[string]map[string]string)
	began := time.Now()
	for _, id := range slices.Sorted(maps.Keys(pages)) {
		page := pages[id]
		data, err := readPage(page.file)
		if err != nil {
			t.Log(err)
			continue
		}
		a := pageArticle(page.file, data)
		bodies[id] = map[string]string{"articleBody": a.own()}
		scores.add(page, a)
	}
	scores.took = time.Since(began)
	t.Log("\n" + scores.tables())
	if *goldOut == "" {
		return
	}
	out, err := json.MarshalIndent(bodies, "", " ")
	if err == nil {
		err = os.WriteFile(*goldOut, out, 0o644)
	}
	if err != nil {
		t.Error(err)
	}
}

// goldPages reads which pages a set has. A set in a folder of neither form is
// an error that says so.
func goldPages(dir string) (map[string]goldPage, error) {
	pages := make(map[string]goldPage)
	data, err := os.ReadFile(filepath.Join(dir, "ground-truth.json"))
	if err == nil {
		if err = json.Unmarshal(data, &pages); err != nil {
			return nil, fmt.Errorf("ground-truth.json: %w", err)
		}
		for id, p := range pages {
			p.file = filepath.Join(dir, "html", id+".html.gz")
			pages[id] = p
		}
		return pages, nil
	}
	if data, err = os.ReadFile(filepath.Join(dir, "evaldata.json")); err != nil {
		return nil, fmt.Errorf("%s has neither ground-truth.json nor evaldata.json", dir)
	}
	if err := json.Unmarshal(data, &pages); err != nil {
		return nil, fmt.Errorf("evaldata.json: %w", err)
	}
	for url, p := range pages {
		p.URL = url
		for _, sub := range []string{"cache", "eval"} {
			if file := filepath.Join(dir, sub, p.File); p.file == "" || exists(file) {
				p.file = file
			}
		}
		pages[url] = p
	}
	return pages, nil
}

func exists(file string) bool { _, err := os.Stat(file); return err == nil }

func readPage(file string) ([]byte, error) {
	data, err := os.ReadFile(file)
	if err != nil || !strings.HasSuffix(file, ".gz") {
		return data, err
	}
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(z)
}

// pageArticle reads a page as the program does; an empty article where it says
// that there is none.
func pageArticle(file string, data []byte) *Article {
	page, err := web.DecodePage(data, "")
	if err != nil {
		return new(Article)
	}
	found, err := web.ArticleOfPage(page, "")
	if err != nil {
		return new(Article)
	}
	return newArticle(filepath.Base(file), found, outlets.Shipped(), strings.Clone)
}

// own returns the article's own text.
func (a *Article) own() string {
	var b strings.Builder
	paragraph := int32(0)
	for _, s := range a.Sentences {
		if s.Kind == prose.Title || s.Kind == prose.Furniture || s.Kind == prose.Doubtful {
			continue
		}
		if b.Len() > 0 {
			b.WriteString(map[bool]string{true: " ", false: "\n\n"}[s.Paragraph == paragraph])
		}
		paragraph = s.Paragraph
		b.WriteString(s.Of(a.Text))
	}
	return b.String()
}

// goldScores are what is counted over a set.
type goldScores struct {
	pages             int
	took              time.Duration
	precision, recall []float64 // of bodies, by page

	with, without, hadWith, hadWithout int // segments: how many, and how many were in the text

	title, author, date goldField
}

// A goldField counts a field of the metadata.
type goldField struct{ known, right, wrong, missing int }

func (f *goldField) add(gold, got string, same bool) {
	if gold == "" {
		return
	}
	f.known++
	switch {
	case same:
		f.right++
	case got == "":
		f.missing++
	default:
		f.wrong++
	}
}

func (s *goldScores) add(page goldPage, a *Article) {
	s.pages++
	text := a.own()
	if page.Body != nil {
		tp, fp, fn := shingles(*page.Body, text)
		if tp+fp > 0 {
			s.precision = append(s.precision, tp/(tp+fp))
		}
		if tp+fn > 0 {
			s.recall = append(s.recall, tp/(tp+fn))
		}
		return
	}
	flat := strings.Join(strings.Fields(text), " ")
	has := func(segment string) int {
		if strings.Contains(flat, strings.Join(strings.Fields(segment), " ")) {
			return 1
		}
		return 0
	}
	for _, w := range page.With {
		s.with++
		s.hadWith += has(w)
	}
	for _, w := range page.Without {
		s.without++
		s.hadWithout += has(w)
	}
	title, author := a.Meta.Title.Value, strings.Join(a.Meta.Authors.Value, "; ")
	if a.Meta.Title.Guess {
		title = ""
	}
	day := ""
	if a.Meta.Published.Known() {
		day = a.Meta.Published.Value.Format(time.DateOnly)
	}
	s.title.add(page.Title, title, sameWords(page.Title, title))
	s.author.add(page.Author, author, sameNames(page.Author, author))
	s.date.add(page.Date, day, strings.HasPrefix(page.Date, day) && day != "")
}

// sameNames reports whether two lists have the same names in any order.
func sameNames(a, b string) bool {
	names := func(s string) []string {
		var out []string
		for _, n := range regexp.MustCompile(`;|,|&| and | und | et `).Split(s, -1) {
			if n = strings.ToLower(strings.Join(strings.Fields(n), " ")); n != "" {
				out = append(out, n)
			}
		}
		slices.Sort(out)
		return out
	}
	return slices.Equal(names(a), names(b))
}

var goldWord = regexp.MustCompile(`[\pL\pM\pN_]+`)

// shingles counts the sequences of four words that two texts share, that only
// the second and that only the first has, as shares of all.
func shingles(gold, got string) (tp, fp, fn float64) {
	count := func(text string) map[string]int {
		m := make(map[string]int)
		words := goldWord.FindAllString(text, -1)
		for i := range max(1, len(words)-3) {
			if key := strings.Join(words[min(i, len(words)):min(i+4, len(words))], " "); key != "" {
				m[key]++
			}
		}
		return m
	}
	x, y := count(gold), count(got)
	for key, n := range x {
		tp += float64(min(n, y[key]))
		fn += float64(max(0, n-y[key]))
	}
	for key, n := range y {
		fp += float64(max(0, n-x[key]))
	}
	if sum := tp + fp + fn; sum > 0 {
		tp, fp, fn = tp/sum, fp/sum, fn/sum
	}
	return tp, fp, fn
}

func (s *goldScores) tables() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d pages, %.1f ms a page\n", s.pages, float64(s.took.Microseconds())/1000/float64(max(1, s.pages)))
	f1 := func(p, r float64) float64 { return 2 * p * r / max(p+r, 1e-9) }
	if len(s.precision) > 0 {
		p, r := mean(s.precision), mean(s.recall)
		fmt.Fprintf(&b, "%-10s %9s %9s %9s\n%-10s %9.3f %9.3f %9.3f\n", "", "precision", "recall", "F1", "body", p, r, f1(p, r))
	}
	if s.with > 0 {
		p := float64(s.hadWith) / float64(max(1, s.hadWith+s.hadWithout))
		r := float64(s.hadWith) / float64(s.with)
		right := s.hadWith + s.without - s.hadWithout
		fmt.Fprintf(&b, "%-10s %9s %9s %9s %9s\n%-10s %9.3f %9.3f %9.3f %9.3f\n", "", "precision", "recall", "F1", "accuracy",
			"segments", p, r, f1(p, r), float64(right)/float64(s.with+s.without))
		fmt.Fprintf(&b, "%-10s %9s %9s %9s %9s\n", "", "known", "right", "wrong", "missing")
		for _, f := range []struct {
			name string
			goldField
		}{{"title", s.title}, {"author", s.author}, {"date", s.date}} {
			fmt.Fprintf(&b, "%-10s %9d %9d %9d %9d\n", f.name, f.known, f.right, f.wrong, f.missing)
		}
	}
	return b.String()
}

func mean(list []float64) float64 {
	sum := 0.0
	for _, x := range list {
		sum += x
	}
	return sum / float64(max(1, len(list)))
}

// TestGoldScores: the measures on a set of each form, made here.
func TestGoldScores(t *testing.T) {
	dir := t.TempDir()
	page := `<title>Orde shuts two wells</title><meta name="author" content="Ann Lee"><body><article><h1>Orde shuts two wells</h1><p>` + strings.Join(en, "</p><p>") + `</p></article>`
	write := func(name, text string) {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	measure := func() string {
		pages, err := goldPages(dir)
		if err != nil {
			t.Fatal(err)
		}
		var s goldScores
		for _, p := range pages {
			data, err := readPage(p.file)
			if err != nil {
				t.Fatal(err)
			}
			s.add(p, pageArticle(p.file, data))
		}
		return s.tables()
	}
	segments := fmt.Sprintf(`{"https://orde.example/1":{"file":"1.html","with":[%q,"not there"],"without":["Imprint"],"title":"Orde shuts two wells","author":"Lee, Ann","date":"2026-03-05"}}`, en[1][:40])
	write("evaldata.json", segments)
	write("eval/1.html", page)
	for _, want := range []string{"segments       1.000     0.500     0.667     0.667", "title              1         1         0         0", "author             1         0         1         0", "date               1         0         0         1"} {
		if got := measure(); !strings.Contains(got, want) {
			t.Errorf("want %q in\n%s", want, got)
		}
	}
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	io.WriteString(z, page)
	z.Close()
	write("html/1.html.gz", packed.String())
	body, _ := json.Marshal(strings.Join(en[:2], "\n"))
	write("ground-truth.json", `{"1":{"articleBody":`+string(body)+`}}`)
	if got := measure(); !strings.Contains(got, "body           0.6") || !strings.Contains(got, "1.000") {
		t.Errorf("two of three paragraphs:\n%s", got)
	}
}
