package coverage

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/diffview"
)

// told returns an article of sentences named by the words given.
func told(outlet string, sentences ...string) *corpus.Article {
	a := &corpus.Article{Path: outlet + ".txt"}
	a.Meta.Outlet = corpus.Field[string]{Value: outlet, From: "test"}
	for _, s := range sentences {
		start := len(a.Text)
		a.Text += s + ". "
		a.Sentences = append(a.Sentences, prose.Sentence{Span: prose.Span{Start: start, End: start + len(s) + 1}})
	}
	return a
}

// links returns a pairing of sure links, each of "0-1" and a score.
func links(of ...string) Pairing {
	var p Pairing
	for _, s := range of {
		var j Join
		fmt.Sscanf(s, "%d-%d %f", &j.Sentences[0], &j.Sentences[1], &j.Score)
		j.Sure = j.Score > .6
		p.Links = append(p.Links, j)
	}
	return p
}

// facts writes the facts of a table: for each article its sentences.
func facts(t *Table) string {
	var out []string
	for _, f := range t.Facts {
		var cells []string
		for i, c := range f.Cells {
			for _, s := range c.Sentences {
				cells = append(cells, fmt.Sprintf("%d.%d", i, s))
			}
		}
		out = append(out, fmt.Sprintf("%d: %s", f.Texts, strings.Join(cells, " ")))
	}
	return strings.Join(out, "; ")
}

func TestFacts(t *testing.T) {
	story := []*corpus.Article{
		told("Herald", "the pier is shut", "it was built in 1931", "nobody was hurt"),
		told("Courier", "the old pier is shut", "four pillars have cracks"),
		told("Post", "a pier has been shut", "the cracks are in four pillars", "the mayor is on holiday"),
	}
	for _, c := range []struct {
		name     string
		pairings map[Pair]Pairing
		want     string
	}{
		{"all three", map[Pair]Pairing{{0, 1}: links("0-0 .9"), {0, 2}: links("0-0 .8"), {1, 2}: links("0-0 .8", "1-1 .9")}, "3: 0.0 1.0 2.0; 2: 1.1 2.1"},
		{"two links make a fact of three", map[Pair]Pairing{{0, 1}: links("0-0 .9"), {1, 2}: links("0-0 .9")}, "3: 0.0 1.0 2.0"},
		{"two weak ones do not", map[Pair]Pairing{{0, 1}: links("0-0 .9"), {1, 2}: links("0-0 .5")}, "2: 0.0 1.0"},
		{"what is sure comes first", map[Pair]Pairing{{0, 1}: links("0-0 .5", "2-1 .9")}, "2: 0.2 1.1; 2: 0.0 1.0"},
		{"but after what more tell", map[Pair]Pairing{{0, 1}: links("0-0 .5"), {0, 2}: links("0-0 .5"), {1, 2}: links("0-0 .5", "1-1 .9")}, "3: 0.0 1.0 2.0; 2: 1.1 2.1"},
		{"what one tells in two sentences", map[Pair]Pairing{{0, 1}: links("0-0 .9", "1-0 .7")}, "2: 0.0 0.1 1.0"},
		{"nothing is shared", map[Pair]Pairing{{0, 1}: {}}, ""},
		{"nothing is compared", nil, ""},
	} {
		if got := facts(Gather(story, c.pairings)); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

// A row of links from one thing to the next is not one fact.
func TestNoChain(t *testing.T) {
	var story []*corpus.Article
	pairings := make(map[Pair]Pairing)
	for i := range 6 {
		story = append(story, told(fmt.Sprint("Outlet ", i), "one thing"))
		if i > 0 {
			pairings[Pair{i - 1, i}] = links("0-0 .9")
		}
	}
	for _, f := range Gather(story, pairings).Facts {
		if f.Texts > 3 {
			t.Errorf("a chain of links became a fact of %d", f.Texts)
		}
	}
}

func TestCopiesCountOnce(t *testing.T) {
	story := []*corpus.Article{told("Wire", "a"), told("Echo", "a"), told("Post", "b")}
	same := links("0-0 1")
	same.Exact = true
	table := Gather(story, map[Pair]Pairing{{0, 1}: same})
	if len(table.Facts) != 0 || table.CountTexts() != 2 {
		t.Errorf("a text and its copy: %s of %d texts", facts(table), table.CountTexts())
	}
	table = Gather(story, map[Pair]Pairing{{0, 1}: same, {0, 2}: links("0-0 .9"), {1, 2}: links("0-0 .9")})
	if got := facts(table); got != "2: 0.0 1.0 2.0" {
		t.Error("a text, its copy and another:", got)
	}
}

// What versions and copies have is not told by one article alone, and counts
// once.
func TestOneText(t *testing.T) {
	story := []*corpus.Article{told("Wire", "a", "b"), told("Echo", "a", "b"), told("Post", "a", "c")}
	same := links("0-0 1", "1-1 1")
	same.Exact = true
	cut := links("0-0 1")
	cut.Exact = true
	table := Gather(story, map[Pair]Pairing{{0, 1}: same, {0, 2}: cut, {1, 2}: cut})
	if table.CountTexts() != 1 || table.CountAlone() != 3 {
		t.Errorf("%d texts tell %d things, want 1 and a, b, c", table.CountTexts(), table.CountAlone())
	}
	// The first two are one text, though only by the third.
	table = Gather(story, map[Pair]Pairing{{0, 2}: cut, {1, 2}: cut})
	if table.CountTexts() != 1 {
		t.Errorf("%d texts, want 1", table.CountTexts())
	}
}

func TestLeftOut(t *testing.T) {
	story := []*corpus.Article{told("A", "x", "own"), told("B", "x"), told("C", "y")}
	table := Gather(story, map[Pair]Pairing{{0, 1}: links("0-0 .9")})
	for i, want := range [][]int{nil, nil, {0}} {
		if got := table.LeftOut(i); !slices.Equal(got, want) {
			t.Errorf("article %d leaves out %v, want %v", i, got, want)
		}
	}
	if want := [][]int{{1}, nil, {0}}; !reflect.DeepEqual(table.Alone, want) {
		t.Errorf("told alone: %v, want %v", table.Alone, want)
	}
}

// Three pairs of three outlets about one toll are one dispute, and an update
// beside a conflict does not make it an update.
func TestDisputes(t *testing.T) {
	story := []*corpus.Article{told("A", "six died"), told("B", "eight died"), told("C", "six died there")}
	clash := func(update bool) Pairing {
		p := links("0-0 .9")
		k := diffview.Conflict{Kind: diffview.NumberConflict, Reason: "six vs eight", Spans: [2]prose.Span{{Start: 0, End: 3}, {Start: 0, End: 5}}}
		if update {
			k.Grade = diffview.Updated
		}
		p.Conflicts = []Clash{{Conflict: k}}
		return p
	}
	table := Gather(story, map[Pair]Pairing{{0, 1}: clash(false), {1, 2}: clash(true), {0, 2}: links("0-0 .9")})
	if len(table.Disputes) != 1 || table.CountDisputes() != 1 {
		t.Fatalf("%d disputes, want 1: %+v", len(table.Disputes), table.Disputes)
	}
	d := table.Disputes[0]
	if len(d.Words) < 3 || len(d.Pairs) != 2 || d.Fact != 0 {
		t.Errorf("%+v", d)
	}
	for i, c := range table.Facts[0].Cells {
		if !c.Disputed {
			t.Errorf("article %d is not marked as disputed", i)
		}
	}
	if table = Gather(story, map[Pair]Pairing{{0, 1}: clash(true)}); table.CountDisputes() != 0 || table.Facts[0].Cells[0].Disputed {
		t.Error("an update counts as a conflict")
	}
}

// What is doubtful in one pair does not go by the grade of what is sure in another
// because they have words in common: only when it has the same two values.
func TestDoubtfulDisputes(t *testing.T) {
	story := []*corpus.Article{told("A", "four boats"), told("B", "six boats"), told("C", "nine boats"), told("D", "four boats")}
	clash := func(grade diffview.Grade, reason string) Pairing {
		k := diffview.Conflict{Kind: diffview.NumberConflict, Grade: grade, Reason: reason, Spans: [2]prose.Span{{Start: 0, End: 4}, {Start: 0, End: 4}}}
		k.Spans[1].End = len(reason) - len("four vs ")
		return Pairing{Links: links("0-0 .9").Links, Conflicts: []Clash{{Conflict: k}}}
	}
	for _, tt := range []struct {
		name string
		of   map[Pair]Pairing
		want string // the first reason of each dispute, with its grade and pairs
	}{
		{"a third value", map[Pair]Pairing{{0, 2}: clash(diffview.Minor, "four vs nine"), {0, 1}: clash(diffview.Core, "four vs six")}, "core four vs six 1; minor four vs nine 1"},
		{"the same two values", map[Pair]Pairing{{0, 1}: clash(diffview.Minor, "four vs six"), {3, 1}: clash(diffview.Core, "four vs six")}, "core four vs six 2"},
		{"doubtful both", map[Pair]Pairing{{0, 1}: clash(diffview.Minor, "four vs six"), {0, 2}: clash(diffview.Minor, "four vs nine")}, "minor four vs six 2"},
		{"sure, and explained by time", map[Pair]Pairing{{0, 1}: clash(diffview.Updated, "four vs six"), {0, 2}: clash(diffview.Core, "four vs nine")}, "core four vs nine 2"},
	} {
		var got []string
		for _, d := range Gather(story, tt.of).Disputes {
			got = append(got, fmt.Sprint(d.Grade, " ", d.Pairs[0].Reason, " ", len(d.Pairs)))
		}
		if said := strings.Join(got, "; "); said != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, said, tt.want)
		}
	}
}

// The order in which articles come does not change what the facts are.
func TestOrderOfArticles(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		const n = 4
		scores := make(map[[4]int]float64)
		for i := range n {
			for j := i + 1; j < n; j++ {
				for range 4 {
					scores[[4]int{i, random.IntN(4), j, random.IntN(4)}] = random.Float64()
				}
			}
		}
		sets := func(order []int) string {
			story, place := make([]*corpus.Article, n), make([]int, n)
			for at, i := range order {
				story[at], place[i] = told(fmt.Sprint(i), "a", "b", "c", "d"), at
			}
			pairings := make(map[Pair]Pairing)
			for l, score := range scores {
				i, j := place[l[0]], place[l[2]]
				join := Join{[2]int{l[1], l[3]}, score, score > .6}
				if i > j {
					i, j, join.Sentences = j, i, [2]int{l[3], l[1]}
				}
				p := pairings[Pair{i, j}]
				p.Links = append(p.Links, join)
				pairings[Pair{i, j}] = p
			}
			var out []string
			for _, f := range Gather(story, pairings).Facts {
				var cells []string
				for at, c := range f.Cells {
					cells = append(cells, fmt.Sprint(order[at], c))
				}
				slices.Sort(cells)
				out = append(out, strings.Join(cells, " "))
			}
			slices.Sort(out)
			return strings.Join(out, "\n")
		}
		if a, b := sets([]int{0, 1, 2, 3}), sets([]int{2, 0, 3, 1}); a != b {
			t.Fatalf("in one order\n%s\nin another\n%s", a, b)
		}
	}
}

// What only a doubtful link joins, less likely right than wrong, is no fact, unless
// there is a conflict in it.
func TestLikely(t *testing.T) {
	story := []*corpus.Article{told("A", "The ferries were halted."), told("B", "A ferry was halted.")}
	for _, c := range []struct {
		link     string
		conflict bool
		facts    int
	}{{"0-0 .6", false, 1}, {"0-0 .45", false, 0}, {"0-0 .45", true, 1}} {
		p := links(c.link)
		if c.conflict {
			p.Conflicts = []Clash{{Conflict: diffview.Conflict{Spans: [2]prose.Span{{Start: 0, End: 3}, {Start: 0, End: 1}}}}}
		}
		table := Gather(story, map[Pair]Pairing{{0, 1}: p})
		if len(table.Facts) != c.facts || len(table.Alone[0])+c.facts != 1 {
			t.Errorf("%s, a conflict: %v: %d facts and %d sentences told by one", c.link, c.conflict, len(table.Facts), len(table.Alone[0]))
		}
	}
}

func TestShortNames(t *testing.T) {
	for _, c := range []struct {
		in   string
		most int
		want string
	}{
		{"The New York Times|The Independent|BBC|Reuters", 5, "NYT|Indep|BBC|Reute"},
		{"The Herald|The Herald|Herald Tribune|Herald Times", 5, "Heral|Hera2|HT|Hera3"},
		{"Lorne Herald|Lorne Herald|Lorne Herald", 5, "Lorne|Lorn2|Lorn3"},
		{"Lorne Herald|Lorne Herald|Coast", 15, "Lorne Herald|Lorne Herald 2|Coast"},
		{"Правда|Известия", 5, "Правд|Извес"},
		{"…|…", 5, "2|3"},
	} {
		var story []*corpus.Article
		for _, name := range strings.Split(c.in, "|") {
			story = append(story, told(name, "x"))
		}
		names := ShortNames(story, c.most)
		if got := strings.Join(names, "|"); got != c.want {
			t.Errorf("%s: got %s, want %s", c.in, got, c.want)
		}
	}
}

// The runs of a sentence tile it, and tell what only one article has.
func TestRuns(t *testing.T) {
	story := []*corpus.Article{told("A", "The ferries were halted on Monday after six people died"), told("B", "A ferry was halted and eight people died")}
	p := links("0-0 .9")
	p.Conflicts = []Clash{{Conflict: diffview.Conflict{Spans: [2]prose.Span{{Start: 40, End: 43}, {Start: 23, End: 28}}}}}
	table := Gather(story, map[Pair]Pairing{{0, 1}: p})
	said := table.Said(0)
	for i, want := range []string{"The ferries were halted on [Monday] after {six} people died.", "A ferry was halted and {eight} people died."} {
		a, got, at := story[i], "", 0
		if said[i].Place != (Place{i, 0}) {
			t.Fatalf("saying %d is at %+v", i, said[i].Place)
		}
		for _, r := range said[i].Runs {
			if r.Start != at || r.Len() == 0 {
				t.Errorf("run %+v does not follow on %d", r, at)
			}
			at = r.End
			got += [...]string{Shared: "%s", Only: "[%s]", Disputed: "{%s}"}[r.Role]
			got = fmt.Sprintf(got, r.Of(a.Text))
		}
		if got != want || at != a.Sentences[0].End {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
	if got := table.Figure(0, 1, 5); got != "eight" {
		t.Errorf("the figure is %q", got)
	}
}
