package story_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/corpus/sample"
	"parallax/corpus/story"
)

// The sample corpus is three stories; one text in it returns, one is a wire
// report that a paper prints shortened, and one has no date and no outlet.
func TestSample(t *testing.T) {
	c, err := sample.Open()
	if err != nil {
		t.Fatal(err)
	}
	stories := story.Group(c.Articles)
	var got []string
	for _, s := range stories {
		first := filepath.Base(c.Articles[s.Articles[0]].Path)
		beat, _, _ := strings.Cut(first, "-")
		for _, i := range s.Articles {
			if !strings.HasPrefix(filepath.Base(c.Articles[i].Path), beat) {
				t.Errorf("%s is in a story with %s", c.Articles[i].Path, first)
			}
		}
		got = append(got, fmt.Sprintf("%s %d/%d/%d", beat, len(s.Articles), len(s.Versions), len(s.Copies)))
	}
	want := "[gondola 6/1/0 stadium 2/0/0 trawler 2/0/1]" // articles/versions/copies
	if fmt.Sprint(got) != want {
		t.Errorf("stories %v, want %s", got, want)
	}
}

// shared returns the path of something outside the repository, and skips the
// test where it is not there.
func shared(t *testing.T, path string) string {
	path = filepath.Join("../../../shared", path)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("%s is not there: the corpora are measured with where they are", path)
	}
	return path
}

func open(t *testing.T, path string) []*corpus.Article {
	c, err := corpus.Open([]string{path}, corpus.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return c.Articles
}

func TestFiveOutletsOneStory(t *testing.T) {
	if n := len(story.Group(open(t, shared(t, "corpora/drone-strikes")))); n != 1 {
		t.Errorf("five articles on one event are %d stories, want 1", n)
	}
}

// 100 events of three articles each, with their dates and without.
func TestEvents(t *testing.T) {
	articles := open(t, shared(t, "corpora/events"))
	label := labels(t, shared(t, "corpora/events.labels.tsv"))
	for _, tt := range []struct {
		name          string
		floor, floor3 float64 // of pair F1 and B-cubed F1, a little below what is reached
	}{{"dated", 0.97, 0.98}, {"undated", 0.91, 0.95}} {
		pair, cubed := agreement(articles, story.Group(articles), label)
		t.Logf("%s: pair F1 %.3f, B-cubed F1 %.3f", tt.name, pair, cubed)
		if pair < tt.floor || cubed < tt.floor3 {
			t.Errorf("%s: pair F1 %.3f, B-cubed F1 %.3f, want %.2f and %.2f", tt.name, pair, cubed, tt.floor, tt.floor3)
		}
		for i, a := range articles {
			undated := *a
			undated.Meta = corpus.Meta{Title: a.Meta.Title}
			articles[i] = &undated
		}
	}
}

// labels reads a file of lines "file<tab>story".
func labels(t *testing.T, path string) map[string]string {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	of := make(map[string]string)
	for line := range strings.Lines(string(data)) {
		file, label, _ := strings.Cut(strings.TrimSpace(line), "\t")
		of[file] = label
	}
	return of
}

// agreement returns how well the stories are those of the labels, 0 to 1: the
// F1 of pairs of articles that are in one story, and the B-cubed F1 (Bagga and
// Baldwin 1998), which counts by article.
func agreement(articles []*corpus.Article, stories []story.Story, label map[string]string) (pair, cubed float64) {
	size := make(map[string]float64)
	for _, a := range articles {
		size[label[filepath.Base(a.Path)]]++
	}
	var both, found, wanted, precision, recall float64
	for _, n := range size {
		wanted += n * (n - 1) / 2
	}
	for _, s := range stories {
		n := float64(len(s.Articles))
		found += n * (n - 1) / 2
		of := make(map[string]float64)
		for _, i := range s.Articles {
			of[label[filepath.Base(articles[i].Path)]]++
		}
		for l, k := range of {
			both += k * (k - 1) / 2
			precision += k * k / n
			recall += k * k / size[l]
		}
	}
	return 2 * both / (found + wanted), 2 * precision * recall / (precision + recall) / float64(len(articles))
}
