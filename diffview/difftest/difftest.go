// Package difftest gives the tests of the rooms what they measure on: texts or
// labelled pairs of articles go in, prepared and matched ones come out.
package difftest

import (
	"cmp"
	"context"
	"encoding/json"
	"hash/fnv"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/diffview/budget"
	"parallax/diffview/doc"
	"parallax/diffview/pair"
	"parallax/diffview/quote"
)

// labelled returns for each compared sentence the numbers of the labelled
// sentences it overlaps by half of either.
func labelled(p *doc.Doc, texts []string, numbers []int) [][]int {
	squeeze := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsSpace(r) {
				return -1
			}
			return r
		}, s)
	}
	flat := squeeze(p.Article.Text)
	type span struct{ from, to, number int }
	var spans []span
	at := 0
	for k, text := range texts {
		want := squeeze(text)
		n := strings.Index(flat[at:], want)
		if n < 0 {
			continue
		}
		spans = append(spans, span{at + n, at + n + len(want), numbers[k]})
		at += n + len(want)
	}
	out := make([][]int, len(p.Sentences))
	for k, s := range p.Sentences {
		whole := p.Article.Sentences[s.Index]
		from := len(squeeze(p.Article.Text[:whole.Start]))
		to := from + len(squeeze(whole.Of(p.Article.Text)))
		for _, g := range spans {
			o := min(to, g.to) - max(from, g.from)
			if o > 0 && (2*o >= g.to-g.from || 2*o >= to-from) {
				out[k] = append(out[k], g.number)
			}
		}
	}
	return out
}

// Unlimited is a budget that is never used up.
func Unlimited() *budget.Budget { return budget.New(context.Background(), math.MaxInt) }

// Match is the match of two articles, whatever it costs.
func Match(left, right *doc.Doc) *pair.Pair {
	m, err := pair.New(Unlimited(), quote.Find(left), quote.Find(right))
	if err != nil {
		panic(err)
	}
	return m
}

// OneSentence prepares a text as an article of one sentence; spans are of its
// tokens, which have one space between them.
func OneSentence(text string) (*doc.Doc, []prose.Span) {
	var spans []prose.Span
	at := 0
	for _, w := range strings.Split(text, " ") {
		spans = append(spans, prose.Span{Start: at, End: at + len(w)})
		at += len(w) + 1
	}
	a := &corpus.Article{Text: text, Sentences: []prose.Sentence{{Span: prose.Span{End: len(text)}}}}
	return doc.Prepare(a), spans
}

// Bench is where the labelled pairs lie as seen from a room of diffview: they
// are third parties' texts and no part of the project. See "Quality" in the
// README.
const Bench = "../../../shared/bench/dev"

// Labels are the benchmark's gold.json, with its articles prepared when asked for.
type Labels struct {
	Pairs []struct {
		Name, Story, Left, Right string
		Links                    []Link
	}
	Articles map[string][]struct {
		ID   int
		Text string
	}
	prepared map[string]*doc.Doc
	ids      map[string][][]int // by article and compared sentence: the labelled sentences it is
}

// A goldLink is a labelled link with what conflicts in it.
type Link struct {
	Left, Right int
	Grade       string
	Conflicts   []conflict

	ConflictGrade string `json:"conflict_grade"` // of its conflicts that have none of their own

	Sentences [][2]int // the compared sentences it joins, by side
}

// A goldClash is a labelled conflict, in the articles' words.
type conflict struct{ Kind, Left, Right, Grade string }

// Core reports whether a labelled conflict of a link is one that a reader wants to
// see.
func (l Link) Core(c conflict) bool { return cmp.Or(c.Grade, l.ConflictGrade, "core") == "core" }

// Places returns the compared sentences that a labelled link joins, given which
// labelled sentences each of either article's is.
func Places(leftIDs, rightIDs [][]int, l Link) (out [][2]int) {
	for _, i := range sentencesOf(leftIDs, l.Left) {
		for _, j := range sentencesOf(rightIDs, l.Right) {
			out = append(out, [2]int{i, j})
		}
	}
	return out
}

// ReadLabels reads the benchmark's labels, or skips the test when they are not
// there.
func ReadLabels(t testing.TB) *Labels {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(Bench, "gold.json"))
	if err != nil {
		t.Skipf("the labelled pairs are not there: %v", err)
	}
	g := &Labels{prepared: map[string]*doc.Doc{}, ids: map[string][][]int{}}
	if err := json.Unmarshal(b, g); err != nil {
		t.Fatal(err)
	}
	return g
}

// Read returns a labelled article, prepared, and which labelled sentences each
// of its compared ones is.
func (g *Labels) Read(t testing.TB, name string) (*doc.Doc, [][]int) {
	t.Helper()
	if g.prepared[name] == nil {
		c, err := corpus.Open([]string{filepath.Join(Bench, "articles", name)}, corpus.Options{})
		if err != nil {
			t.Fatal(err)
		}
		var texts []string
		var numbers []int
		for _, s := range g.Articles[name] {
			texts, numbers = append(texts, s.Text), append(numbers, s.ID)
		}
		g.prepared[name] = doc.Prepare(c.Articles[0])
		g.ids[name] = labelled(g.prepared[name], texts, numbers)
	}
	return g.prepared[name], g.ids[name]
}

// A goldPair is a labelled pair of articles, prepared.
type Pair struct {
	Story string
	Match *pair.Pair
	Links []Link
}

// unseenEvery takes every so many-th of the pairs of stories that came after
// the rules and models were made: a fixed sample that takes seconds.
const unseenEvery = 4

// unseenStory is how those stories are named; see the benchmark's README.
var unseenStory = regexp.MustCompile(`^r\d+$`)

// theUnseen keeps the pairs of unseen, which several tests measure on.
var theUnseen []Pair

// Unseen returns labelled pairs of stories that nothing here was written or
// fitted on, or skips the test when they are not there.
func Unseen(t testing.TB) []Pair {
	t.Helper()
	if theUnseen != nil {
		return theUnseen
	}
	g := ReadLabels(t)
	n := 0
	for _, p := range g.Pairs {
		if !unseenStory.MatchString(p.Story) {
			continue
		}
		if n++; n%unseenEvery != 0 {
			continue
		}
		l, leftIDs := g.Read(t, p.Left)
		r, rightIDs := g.Read(t, p.Right)
		pair := Pair{Story: p.Story, Match: Match(l, r), Links: p.Links}
		for k, link := range pair.Links {
			pair.Links[k].Sentences = Places(leftIDs, rightIDs, link)
		}
		theUnseen = append(theUnseen, pair)
	}
	return theUnseen
}

// Grades returns the grade of each labelled link, by compared sentences.
func (p Pair) Grades() map[[2]int]string {
	out := map[[2]int]string{}
	for _, link := range p.Links {
		for _, at := range link.Sentences {
			if out[at] != "core" {
				out[at] = link.Grade
			}
		}
	}
	return out
}

// sentencesOf returns the compared sentences that are labelled by a number.
func sentencesOf(ids [][]int, number int) (out []int) {
	for k, ns := range ids {
		if slices.Contains(ns, number) {
			out = append(out, k)
		}
	}
	return out
}

// Touches reports whether two quoted stretches of words have a word in common.
func Touches(got, want string) bool {
	wanted := strings.FieldsFunc(strings.ToLower(want), betweenWords)
	return slices.ContainsFunc(strings.FieldsFunc(strings.ToLower(got), betweenWords), func(w string) bool { return slices.Contains(wanted, w) })
}

// betweenWords reports whether a character of a label is no part of its words.
func betweenWords(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune(",“”\"-–$%", r)
}

// HalfOf divides the stories in two, 0 and 1: what is fitted on the one half is
// counted on the other.
func HalfOf(story string) int {
	h := fnv.New32a()
	h.Write([]byte(story))
	return int(h.Sum32()>>4) & 1
}
