package story

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"
	"time"

	"parallax/corpus"
	"parallax/corpus/corpustest"
	"parallax/corpus/prose"
)

// article makes an article of a line a sentence, the first the title. The file
// says where and when it was published: "2031-05-02-harbour-post.txt"; a name
// without a date has neither.
func article(path, text string) *corpus.Article {
	a := &corpus.Article{Path: path, Text: text}
	at := 0
	for line := range strings.Lines(text) {
		s := prose.Sentence{Span: prose.Span{Start: at, End: at + len(strings.TrimRight(line, "\n"))}, Paragraph: int32(len(a.Sentences))}
		if at == 0 {
			s.Kind = prose.Title
		}
		a.Sentences = append(a.Sentences, s)
		at += len(line)
	}
	if len(path) < 10 {
		return a
	}
	if day, err := time.Parse(time.DateOnly, path[:10]); err == nil {
		a.Meta.Published = corpus.Field[time.Time]{Value: day, From: "file name"}
		outlet, _, _ := strings.Cut(path[11:], ".")
		a.Meta.Outlet = corpus.Field[string]{Value: outlet, From: "file name"}
	}
	return a
}

const (
	bridge1 = `Bridge at Olderby closed after crack is found
The Olderby Bridge over the Wenn was closed on Tuesday after engineers found a crack in one of its steel hangers.
Some 40,000 vehicles cross the Olderby Bridge each day, the regional road agency said.
“We closed it within the hour,” said Marit Hallen, who heads the agency.
Ferries will carry commuters across the Wenn from Wednesday morning.
A repair of the hanger is expected to take six weeks and to cost 3.4 million crowns.
`
	bridge2 = `Commuters face weeks of detours in Olderby
Commuters in Olderby face six weeks of detours because a steel hanger of the city's main bridge has cracked.
The road agency of Marit Hallen shut the bridge on Tuesday afternoon.
Hallen told reporters that inspectors had noticed the crack during a routine check.
Extra ferries are to cross the Wenn every ten minutes.
Shopkeepers on the east bank of the Wenn fear for their trade.
`
	vote1 = `Parliament of Tarsia rejects fishing pact
The parliament of Tarsia has voted down a fishing pact with its neighbour Quell by 61 votes to 58.
The pact would have let trawlers from Quell catch herring within twelve miles of the Tarsian coast.
Fisheries minister Odo Brandt said he would not resign.
“The herring belong to our harbours,” said opposition leader Sanna Virk.
`
	vote2 = `Tarsian deputies say no to herring deal with Quell
With a majority of three votes, deputies in Tarsia turned down the herring deal that minister Odo Brandt had struck with Quell.
Sanna Virk, who leads the opposition, called the vote a victory for the harbours.
Brandt, the fisheries minister, is staying in office.
Trawlers from Quell remain barred from the waters within twelve miles of the coast.
`
)

// grouping writes the stories by the paths of their articles.
func grouping(articles []*corpus.Article, stories []Story) string {
	var b strings.Builder
	paths := func(list []int) string {
		var p []string
		for _, i := range list {
			p = append(p, articles[i].Path)
		}
		return strings.Join(p, " ")
	}
	for _, s := range stories {
		fmt.Fprintf(&b, "story: %s\n", paths(s.Articles))
		for _, v := range s.Versions {
			fmt.Fprintf(&b, "  versions: %s\n", paths(v))
		}
		for _, c := range s.Copies {
			fmt.Fprintf(&b, "  copies: %s\n", paths(c))
		}
	}
	return b.String()
}

func TestGroup(t *testing.T) {
	cut := func(text string, lines int) string {
		return strings.Join(strings.SplitAfter(text, "\n")[:lines], "")
	}
	for _, tt := range []struct {
		name  string
		files [][2]string
		want  string
	}{
		{"nothing", nil, ""},
		{"one", [][2]string{{"a", bridge1}}, "story: a\n"},
		{"an empty text", [][2]string{{"a", ""}, {"b", ""}}, "story: a\nstory: b\n"},
		{"two on one event", [][2]string{{"b", bridge2}, {"a", bridge1}}, "story: a b\n"},
		{"two on two events", [][2]string{{"a", bridge1}, {"b", vote1}}, "story: a\nstory: b\n"},
		{"two events", [][2]string{{"a", bridge1}, {"b", vote2}, {"c", bridge2}, {"d", vote1}}, "story: a c\nstory: b d\n"},
		{
			"the larger, then the fresher first, and by time within",
			[][2]string{
				{"2031-05-01-post.txt", vote1}, {"2031-05-06-echo.txt", bridge1}, {"2031-05-05-post.txt", bridge2},
				{"2031-05-01-echo.txt", vote2}, {"2031-05-02-tide.txt", "Rain\nIt rained in Ostermoor on Monday.\n"},
			},
			"story: 2031-05-05-post.txt 2031-05-06-echo.txt\n" +
				"story: 2031-05-01-echo.txt 2031-05-01-post.txt\n" +
				"story: 2031-05-02-tide.txt\n",
		},
		{
			"one event a month apart is two",
			[][2]string{{"2031-05-01-post.txt", bridge1}, {"2031-06-01-echo.txt", bridge2}},
			"story: 2031-06-01-echo.txt\nstory: 2031-05-01-post.txt\n",
		},
		{
			"versions of one outlet, and a copy in another",
			[][2]string{
				{"2031-05-02-post.txt", bridge1 + "The agency will report on Friday.\n"}, {"2031-05-01-post.txt", bridge1},
				{"2031-05-02-echo.txt", "Olderby bridge shut\n" + cut(bridge1, 5)}, {"2031-05-02-tide.txt", bridge2},
			},
			"story: 2031-05-01-post.txt 2031-05-02-echo.txt 2031-05-02-post.txt 2031-05-02-tide.txt\n" +
				"  versions: 2031-05-01-post.txt 2031-05-02-post.txt\n" +
				"  copies: 2031-05-01-post.txt 2031-05-02-echo.txt 2031-05-02-post.txt\n",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var articles []*corpus.Article
			for _, f := range tt.files {
				articles = append(articles, article(f[0], f[1]))
			}
			if got := grouping(articles, Group(articles)); got != tt.want {
				t.Errorf("got\n%swant\n%s", got, tt.want)
			}
		})
	}
}

// Rewritten under its own address, a text is a version of itself weeks later.
func TestSameAddress(t *testing.T) {
	articles := []*corpus.Article{article("2031-05-01-post.txt", bridge1), article("2031-06-01-post.txt", bridge2)}
	articles[0].Meta.URL = corpus.Field[string]{Value: "https://www.post.example/olderby/bridge?utm_source=mail", From: "front matter"}
	articles[1].Meta.URL = corpus.Field[string]{Value: "http://post.example/olderby/bridge/#top", From: "front matter"}
	want := "story: 2031-05-01-post.txt 2031-06-01-post.txt\n  versions: 2031-05-01-post.txt 2031-06-01-post.txt\n"
	if got := grouping(articles, Group(articles)); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestAddress(t *testing.T) {
	for _, tt := range []struct{ url, want string }{
		{"", ""},
		{"Harbour Post", ""},
		{"https://www.post.example/", ""},
		{"https://www.post.example/?utm_source=feed", ""},
		{"https://www.post.example/a/b.html", "post.example/a/b.html?"},
		{"http://m.Post.example/a/b.html?fbclid=x#c", "post.example/a/b.html?"},
		{"https://post.example/amp/a/b", "post.example/a/b?"},
		{"https://post.example/view?id=7&utm_medium=x", "post.example/view?id=7"},
		{"https://post.example/view?id=8", "post.example/view?id=8"},
	} {
		if got := address(tt.url); got != tt.want {
			t.Errorf("address(%q) = %q, want %q", tt.url, got, tt.want)
		}
	}
}

func TestWhy(t *testing.T) {
	articles := []*corpus.Article{
		article("2031-05-01-post.txt", bridge1), article("2031-05-02-echo.txt", bridge2),
		article("2031-05-01-tide.txt", "Rain\nIt rained in Ostermoor.\n"),
		article("2031-05-02-post.txt", bridge1),
	}
	stories := Group(articles)
	for i, want := range [][]string{
		{"version 1 of 2; shares 100 % of its distinctive words with post, 2031-05-02 (", ", published a day apart"},
		{"shares ", " % of its distinctive words with post, 2031-05-01 (", "Wenn", ", published a day apart"},
		{"alone: no other article shares enough of its distinctive words"},
		{"version 2 of 2, unchanged; shares 100 % of its distinctive words with post, 2031-05-01 (", ", published a day apart"},
	} {
		in := slices.IndexFunc(stories, func(s Story) bool { return slices.Contains(s.Articles, i) })
		why := stories[in].Why(i)
		for _, part := range want {
			if !strings.Contains(why, part) {
				t.Errorf("%s: %q does not say %q", articles[i].Path, why, part)
			}
		}
	}
	if why := stories[0].Why(99); why != "" {
		t.Errorf("an article not in the story: %q, want nothing", why)
	}
}

// Each day's articles share half of their names with those of the day before
// and half with those of the day after, as a running affair does. That must
// not make one story of the month.
func TestNoChaining(t *testing.T) {
	var articles []*corpus.Article
	for day := range 30 {
		for outlet := range 3 {
			rnd := rand.New(rand.NewSource(int64(100*day + outlet)))
			names := append(invented(day, 12), invented(day+1, 12)...)
			articles = append(articles, article(fmt.Sprintf("d%02d-%d", day, outlet), generate(rnd, names)))
		}
	}
	for _, s := range Group(articles) {
		if len(s.Articles) > 3*3 {
			t.Errorf("a story of %d articles: %s", len(s.Articles), grouping(articles, []Story{s}))
		}
	}
}

// The order in which articles come changes nothing but their numbers.
func TestOrderOfInput(t *testing.T) {
	articles := generated(20 + corpustest.Often(100))
	articles = append(articles, article("2031-05-01-post.txt", bridge1), article("2031-05-02-post.txt", bridge1),
		article("2031-05-02-echo.txt", bridge2), article("undated", bridge2))
	want := grouping(articles, Group(articles))
	rnd := rand.New(rand.NewSource(1))
	for range 10 {
		rnd.Shuffle(len(articles), func(i, j int) { articles[i], articles[j] = articles[j], articles[i] })
		if got := grouping(articles, Group(articles)); got != want {
			t.Fatalf("another order of the same articles gives\n%snot\n%s", got, want)
		}
	}
}

// Every article is in exactly one story, and what is said of it is in there.
func TestEachOnce(t *testing.T) {
	articles := generated(200)
	seen := make([]int, len(articles))
	for _, s := range Group(articles) {
		for _, i := range s.Articles {
			seen[i]++
			if s.Why(i) == "" {
				t.Errorf("%s: no reason", articles[i].Path)
			}
		}
		for _, g := range slices.Concat(s.Versions, s.Copies) {
			for _, i := range g {
				if !slices.Contains(s.Articles, i) {
					t.Errorf("%s: a version or copy, but of another story", articles[i].Path)
				}
			}
		}
	}
	for i, n := range seen {
		if n != 1 {
			t.Errorf("%s: in %d stories, want 1", articles[i].Path, n)
		}
	}
}

// Generated articles on the same event are one story, others not.
func TestGeneratedEvents(t *testing.T) {
	articles := generated(300)
	for _, s := range Group(articles) {
		if len(s.Articles) != perEvent {
			t.Errorf("a story of %d articles, want %d: %s", len(s.Articles), perEvent, grouping(articles, []Story{s}))
		}
	}
}

// perEvent is how many generated articles there are on one event.
const perEvent = 5

// generated returns n articles, perEvent on each event, four events a day.
func generated(n int) []*corpus.Article {
	var articles []*corpus.Article
	for i := range n {
		event := i / perEvent
		rnd := rand.New(rand.NewSource(int64(i)))
		day := time.Date(2031, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, event/4).Format(time.DateOnly)
		path := fmt.Sprintf("%s-outlet%d.%d.txt", day, i%perEvent, event)
		articles = append(articles, article(path, generate(rnd, invented(event, 24))))
	}
	return articles
}

// invented returns the names of an event: some are its own, some it shares with
// the events of the same beat.
func invented(event, n int) []string {
	rnd := rand.New(rand.NewSource(int64(event) + 1e6))
	beat := rand.New(rand.NewSource(int64(event % 7)))
	var names []string
	for i := range n {
		source := rnd
		if i%4 == 3 {
			source = beat
		}
		name := ""
		for range 3 + source.Intn(2) {
			name += string("bdfglmnprstvk"[source.Intn(13)]) + string("aeiou"[source.Intn(5)])
		}
		if i%2 == 0 {
			name = strings.ToUpper(name[:1]) + name[1:]
		}
		names = append(names, name)
	}
	return names
}

// generate writes an article of 30 lines: common words, with some of the names.
func generate(rnd *rand.Rand, names []string) string {
	common := strings.Fields(commonBands[2].words + commonBands[3].words + commonBands[4].words)
	var b strings.Builder
	for range 30 {
		b.WriteString("The")
		for range 20 {
			word := common[rnd.Intn(len(common))]
			if rnd.Intn(6) == 0 {
				word = names[rnd.Intn(len(names))]
			}
			b.WriteString(" " + word)
		}
		b.WriteString(".\n")
	}
	return b.String()
}

func BenchmarkGroup(b *testing.B) {
	for _, n := range []int{100, 1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			if n > 1000 && testing.Short() {
				b.Skip("10,000 articles take seconds")
			}
			articles := generated(n)
			b.ReportAllocs()
			for b.Loop() {
				Group(articles)
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(n), "µs/article")
		})
	}
}

// TestMostlyUndated holds that one dated article does not jump the queue.
func TestMostlyUndated(t *testing.T) {
	text := "The ferry Astrid Lund ran aground off Skerrow on Tuesday with 40 passengers, the harbour master Ole Brekke said. Lifeboats from Lorne took the passengers off the Astrid Lund."
	var articles []*corpus.Article
	for _, path := range []string{"a.txt", "b.txt", "c.txt"} {
		articles = append(articles, corpus.FromText(path, text+" Reported by "+path+"."))
	}
	articles[2].Meta.Published = corpus.Field[time.Time]{Value: time.Date(2026, 3, 10, 0, 0, 0, 0, time.UTC), From: "front matter"}
	got := Group(articles)
	if len(got) != 1 || !slices.Equal(got[0].Articles, []int{0, 1, 2}) {
		t.Errorf("the stories are %v, want one in the order of the paths", got)
	}
}

// Terms are ordered by their numbers as by their weights, and then by their ids.
func TestHeaviest(t *testing.T) {
	terms := []term{{0, 9.5}, {7, 9.5}, {1 << 30, 9.5}, {3, 2}, {4, 1e-30}, {2, 0}, {5, 0}}
	for i, a := range terms {
		n := heaviest(a.weight, a.id)
		if got := ofHeaviest(n); got != a {
			t.Errorf("%v comes back as %v", a, got)
		}
		if i > 0 && heaviest(terms[i-1].weight, terms[i-1].id) >= n {
			t.Errorf("%v is not before %v", terms[i-1], a)
		}
	}
}
