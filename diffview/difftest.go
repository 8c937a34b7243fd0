package diffview

import (
	"context"
	"encoding/json"
	"math"
	"os"
	"parallax/corpus"
	"parallax/corpus/prose"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// labelled returns for each compared sentence the numbers of the labelled
// sentences it overlaps by half of either.
func labelled(p *Prepared, texts []string, numbers []int) [][]int {
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
	out := make([][]int, len(p.sentences))
	for k, s := range p.sentences {
		whole := p.Article.Sentences[s.index]
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

// unlimited is a budget that is never used up.
func unlimited() *budget { return newBudget(context.Background(), math.MaxInt) }

// matched is the match of two articles, whatever it costs.
func matched(left, right *Prepared) *match {
	m, err := newMatch(unlimited(), left, right)
	if err != nil {
		panic(err)
	}
	return m
}

// oneSentence prepares a text as an article of one sentence; spans are of its
// tokens, which have one space between them.
func oneSentence(text string) (*Prepared, []prose.Span) {
	var spans []prose.Span
	at := 0
	for _, w := range strings.Split(text, " ") {
		spans = append(spans, prose.Span{Start: at, End: at + len(w)})
		at += len(w) + 1
	}
	a := &corpus.Article{Text: text, Sentences: []prose.Sentence{{Span: prose.Span{End: len(text)}}}}
	return Prepare(a), spans
}

// Bench is where the labelled pairs lie as seen from a room of diffview: they
// are third parties' texts and no part of the project. See "Quality" in the
// README.
const Bench = "../../shared/bench/dev"

// gold is the benchmark's gold.json, with its articles prepared when asked for.
type gold struct {
	Pairs []struct {
		Name, Story, Left, Right string
		Links                    []goldLink
	}
	Articles map[string][]struct {
		ID   int
		Text string
	}
	prepared map[string]*Prepared
	ids      map[string][][]int // by article and compared sentence: the labelled sentences it is
}

// A goldLink is a labelled link with what conflicts in it.
type goldLink struct {
	Left, Right int
	Grade       string
	Conflicts   []goldClash

	sentences [][2]int // the compared sentences it joins, by side
}

// A goldClash is a labelled conflict, in the articles' words.
type goldClash struct{ Kind, Left, Right string }

// readGold reads the benchmark's labels, or skips the test when they are not
// there.
func readGold(t testing.TB) *gold {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(Bench, "gold.json"))
	if err != nil {
		t.Skipf("the labelled pairs are not there: %v", err)
	}
	g := &gold{prepared: map[string]*Prepared{}, ids: map[string][][]int{}}
	if err := json.Unmarshal(b, g); err != nil {
		t.Fatal(err)
	}
	return g
}

// read returns a labelled article, prepared, and which labelled sentences each
// of its compared ones is.
func (g *gold) read(t testing.TB, name string) (*Prepared, [][]int) {
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
		g.prepared[name] = Prepare(c.Articles[0])
		g.ids[name] = labelled(g.prepared[name], texts, numbers)
	}
	return g.prepared[name], g.ids[name]
}

// A goldPair is a labelled pair of articles, prepared.
type goldPair struct {
	story string
	match *match
	links []goldLink
}

// unseenEvery takes every so many-th of the pairs of stories that came after
// the rules and models were made: a fixed sample that takes seconds.
const unseenEvery = 4

// unseenStory is how those stories are named; see the benchmark's README.
var unseenStory = regexp.MustCompile(`^r\d+$`)

// theUnseen keeps the pairs of unseen, which several tests measure on.
var theUnseen []goldPair

// unseen returns labelled pairs of stories that nothing here was written or
// fitted on, or skips the test when they are not there.
func unseen(t testing.TB) []goldPair {
	t.Helper()
	if theUnseen != nil {
		return theUnseen
	}
	g := readGold(t)
	n := 0
	for _, p := range g.Pairs {
		if !unseenStory.MatchString(p.Story) {
			continue
		}
		if n++; n%unseenEvery != 0 {
			continue
		}
		l, leftIDs := g.read(t, p.Left)
		r, rightIDs := g.read(t, p.Right)
		pair := goldPair{story: p.Story, match: matched(l, r), links: p.Links}
		for k, link := range pair.links {
			for _, i := range sentencesOf(leftIDs, link.Left) {
				for _, j := range sentencesOf(rightIDs, link.Right) {
					pair.links[k].sentences = append(pair.links[k].sentences, [2]int{i, j})
				}
			}
		}
		theUnseen = append(theUnseen, pair)
	}
	return theUnseen
}

// grades returns the grade of each labelled link, by compared sentences.
func (p goldPair) grades() map[[2]int]string {
	out := map[[2]int]string{}
	for _, link := range p.links {
		for _, at := range link.sentences {
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

// touches reports whether two quoted stretches of words have a word in common.
func touches(got, want string) bool {
	wanted := strings.FieldsFunc(strings.ToLower(want), betweenWords)
	return slices.ContainsFunc(strings.FieldsFunc(strings.ToLower(got), betweenWords), func(w string) bool { return slices.Contains(wanted, w) })
}

// betweenWords reports whether a character of a label is no part of its words.
func betweenWords(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",“”\"", r) }
