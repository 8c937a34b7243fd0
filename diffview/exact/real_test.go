package exact

import (
	"encoding/json"
	"math/rand"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/corpus/corpustest"
	"parallax/corpus/prose"
)

const bench = "../../../shared/bench"

// article opens a file of the benchmark, and skips the test where there is none.
func article(t *testing.T, path string) *Text {
	t.Helper()
	c, err := corpus.Open([]string{filepath.Join(bench, path)}, corpus.Options{})
	if err != nil || len(c.Articles) == 0 {
		t.Skip("no benchmark: ", err)
	}
	return New(c.Articles[0])
}

// changed are words that an editor changes, with what they become.
var changed = []struct {
	kind string
	of   *regexp.Regexp
	to   string
}{
	{"number", regexp.MustCompile(`\b(two|three|four|six|seven|eight|nine|ten)\b`), "five"},
	{"number", regexp.MustCompile(`\bmillion\b`), "billion"},
	{"number", regexp.MustCompile(`\b[1-9]\d?(?:,\d{3})*\b`), "417"},
	{"year", regexp.MustCompile(`\b(?:19|20)\d\d\b`), "1987"},
	{"date", regexp.MustCompile(`\b(Monday|Wednesday|Thursday|Friday|Saturday|Sunday)\b`), "Tuesday"},
	{"date", regexp.MustCompile(`\b(January|February|April|June|July|August|September|October|November|December)\b`), "March"},
	{"name", regexp.MustCompile(`[a-z,] [A-Z][a-z]{3,11}\b`), "to Halvorsen"},
	{"saying", regexp.MustCompile(`\bsaid\b`), "claimed"},
	{"sureness", regexp.MustCompile(`\b(would|may|could)\b`), "will"},
	{"word", regexp.MustCompile(`\b(before|against|without|all|up|first|never|most|old|men)\b`), "after"},
	{"negation", regexp.MustCompile(`\bnot `), ""},
	{"negation", regexp.MustCompile(`\b(?:was) `), "was not "},
	{"comma", regexp.MustCompile(`,`), ""},
	{"comma", regexp.MustCompile(` and `), ", and "},
	{"full stop", regexp.MustCompile(`\. `), "; "},
	{"case", regexp.MustCompile(`\b[Tt]he\b`), "THE"},
}

// TestRealEdits changes one word in real articles and looks whether it is
// shown, as score.py edits does.
func TestRealEdits(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(bench, "dev/articles/*.txt"))
	if len(files) == 0 {
		t.Skip("no benchmark")
	}
	r := rand.New(rand.NewSource(1))
	const total = "all"
	shownOf, all := make(map[string]int), make(map[string]int)
	for n := range corpustest.Often(40) * len(changed) {
		a := article(t, strings.TrimPrefix(files[r.Intn(len(files))], bench+"/"))
		text, how := a.Article.Text, changed[n%len(changed)]
		places := slices.DeleteFunc(how.of.FindAllStringIndex(text, -1), func(p []int) bool {
			return !compared(a, p[0]) || text[p[0]:p[1]] == how.to || strings.HasPrefix(text[p[1]:], "not ")
		})
		if len(places) == 0 {
			continue
		}
		p := places[r.Intn(len(places))]
		b := newText(text[:p[0]] + how.to + text[p[1]:])
		all[how.kind]++
		all[total]++
		d := diffOf(a, b)
		at := [2]prose.Span{{Start: p[0], End: p[1]}, {Start: p[0], End: p[0] + max(1, len(how.to))}}
		if Versions(a, b) && !d.Identical() && (shown(d, 0, at[0]) || how.to == ", and ") && (how.to == "" || shown(d, 1, at[1])) {
			shownOf[how.kind]++
			shownOf[total]++
		} else {
			t.Logf("%s: %s %v: %q → %q (%.2f of %d words)", a.Article.Path, how.kind, Versions(a, b), text[max(0, p[0]-30):min(len(text), p[1]+20)], how.to, coverage(a, b), a.count)
		}
	}
	for kind, n := range all {
		t.Logf("%-16s %3d of %3d", kind, shownOf[kind], n)
		if float64(shownOf[kind]) < .99*float64(n) {
			t.Errorf("%s: only %d of %d shown", kind, shownOf[kind], n)
		}
	}
}

// compared reports whether the byte at that place is of a compared sentence.
func compared(a *Text, at int) bool {
	for _, s := range a.Article.Sentences {
		if s.Start <= at && at < s.End {
			return s.Kind.Compared()
		}
	}
	return false
}

// TestOutlets holds Versions to the labelled pairs, none of which is two
// versions of one text.
func TestOutlets(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(bench, "dev/gold.json"))
	if err != nil {
		t.Skip("no benchmark: ", err)
	}
	var gold struct {
		Pairs []struct{ Name, Left, Right string }
	}
	if err := json.Unmarshal(data, &gold); err != nil {
		t.Fatal(err)
	}
	most := 0.0
	for _, p := range gold.Pairs[:corpustest.Often(len(gold.Pairs))] {
		a, b := article(t, "dev/articles/"+p.Left), article(t, "dev/articles/"+p.Right)
		most = max(most, coverage(a, b), coverage(b, a))
		if Versions(a, b) {
			t.Errorf("%s: taken for versions", p.Name)
		}
	}
	t.Logf("the most in common: %.2f", most)
}

// TestVersionCases holds Versions to the versions among the small cases.
func TestVersionCases(t *testing.T) {
	for _, p := range [][2]string{
		{"01-version-magnitude/v1.txt", "01-version-magnitude/v2.txt"}, {"02-version-seven-edits/v1.txt", "02-version-seven-edits/v2.txt"},
		{"04-version-typo/v1.txt", "04-version-typo/v2.txt"}, {"05-version-reworded/v1.txt", "05-version-reworded/v2.txt"},
		{"07-version-punctuation-case/v1.txt", "07-version-punctuation-case/v2.txt"}, {"08-version-moved-paragraph/v1.txt", "08-version-moved-paragraph/v2.txt"},
		{"11-version-cjk-one-character/v1.txt", "11-version-cjk-one-character/v2.txt"},
	} {
		a, b := article(t, "cases/"+p[0]), article(t, "cases/"+p[1])
		if !Versions(a, b) || diffOf(a, b).Identical() {
			t.Errorf("%s: versions %v, identical %v", p[0], Versions(a, b), diffOf(a, b).Identical())
		}
	}
	for _, p := range [][2]string{{"23-nfc-nfd/nfc.txt", "23-nfc-nfd/nfd.txt"}, {"24-soft-hyphens/shy.html", "24-soft-hyphens/plain.html"}} {
		a, b := article(t, "cases/"+p[0]), article(t, "cases/"+p[1])
		if d := diffOf(a, b); !Versions(a, b) || !d.Identical() || !d.Excused.Any() {
			t.Errorf("%s: versions %v, identical %v, excused %v", p[0], Versions(a, b), d.Identical(), d.Excused)
		}
	}
}
