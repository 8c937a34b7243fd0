// Package corpustest invents news, for measuring how the program bears many
// articles. The same seed gives the same bytes everywhere.
//
// The words are made up, but how they are spread is not: a few small English
// words and a vocabulary of 40,000 in which the r-th word is used 1/r as often
// as the first (Zipf's law); names in capitals and words of its own in each
// story; a vocabulary of the day's other news in all of them.
package corpustest

import (
	"encoding/json"
	"fmt"
	"html"
	"io"
	"iter"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// PerStory is how many articles there are about one event.
const PerStory = 5

// What the invented news is like.
const (
	perDay     = 20  // events a day
	words      = 600 // of an article
	sentence   = 22  // words, on average
	paragraph  = 3   // sentences
	vocabulary = 40_000
	outlets    = 40
)

// An Article is one invented article.
type Article struct {
	Title     string    `json:"title"`
	Outlet    string    `json:"outlet"`
	Published time.Time `json:"date"`
	URL       string    `json:"url"`
	Text      string    `json:"text"`
	Story     int       `json:"-"` // the event it is about, from 0
}

// News invents n articles of some 600 words in stories of five, those of one
// story one after the other.
func News(seed uint64, n int) iter.Seq[Article] {
	return func(yield func(Article) bool) {
		g := newWriter(seed)
		for i := range n {
			if i%PerStory == 0 {
				g.event(i / PerStory)
			}
			if !yield(g.article(i)) {
				return
			}
		}
	}
}

// WriteFolder writes n invented articles into a folder as Markdown, a hundred
// to a subfolder, and returns the bytes of their texts.
func WriteFolder(dir string, seed uint64, n int) (text int64, err error) {
	i := 0
	for a := range News(seed, n) {
		sub := filepath.Join(dir, fmt.Sprintf("%04d", i/100))
		if i%100 == 0 {
			if err := os.MkdirAll(sub, 0o755); err != nil {
				return text, err
			}
		}
		file := fmt.Sprintf("---\ntitle: %q\noutlet: %s\ndate: %s\nurl: %s\n---\n%s",
			a.Title, a.Outlet, a.Published.Format(time.RFC3339), a.URL, a.Text)
		if err := os.WriteFile(filepath.Join(sub, fmt.Sprintf("%d.md", i)), []byte(file), 0o644); err != nil {
			return text, err
		}
		text += int64(len(a.Text))
		i++
	}
	return text, nil
}

// WriteLines writes n invented articles as JSON Lines and returns the bytes of
// their texts.
func WriteLines(w io.Writer, seed uint64, n int) (text int64, err error) {
	enc := json.NewEncoder(w)
	for a := range News(seed, n) {
		if err := enc.Encode(a); err != nil {
			return text, err
		}
		text += int64(len(a.Text))
	}
	return text, nil
}

// Page returns an article as a saved web page of some 50 KB, most of it not the
// article: scripts, styles, a menu and the headlines of others.
func Page(a Article) string {
	var b strings.Builder
	title := html.EscapeString(a.Title)
	fmt.Fprintf(&b, `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>%s - %s</title>
<meta property="og:title" content="%[1]s"><meta property="og:site_name" content="%[2]s">
<meta property="article:published_time" content="%s"><link rel="canonical" href="%s">`,
		title, a.Outlet, a.Published.Format(time.RFC3339), a.URL)
	fmt.Fprintf(&b, "<script>%s</script>", strings.Repeat("layer = layer || []; layer.push({event: 'view'});\n", 200))
	fmt.Fprintf(&b, "<style>%s</style></head><body><header><nav><ul>", strings.Repeat(".card { margin: 0 0 .5rem; font-size: 1.2rem }\n", 200))
	for i := range 60 {
		fmt.Fprintf(&b, `<li class="menu"><a href="/section/%d">Section %[1]d</a></li>`, i)
	}
	fmt.Fprintf(&b, `</ul></nav></header><main><article><h1>%s</h1><p class="byline">By Ann Lee</p>`, title)
	for p := range strings.SplitSeq(strings.TrimSpace(a.Text), "\n\n") {
		fmt.Fprintf(&b, `<p class="text">%s</p>`, html.EscapeString(p))
	}
	b.WriteString("</article><aside>")
	for i := range 80 {
		fmt.Fprintf(&b, `<div class="card"><a href="/story/%d"><img src="/%[1]d.jpg" alt=""><h3>Another headline, the %[1]dth</h3></a><p>Two hours ago</p></div>`, i)
	}
	b.WriteString("</aside></main><footer>All rights reserved</footer></body></html>")
	return b.String()
}

// A writer writes the articles of one event after the other.
type writer struct {
	rnd   *rand.Rand
	words []string
	up    []float64 // the sum of the frequencies up to each word

	story int
	names []string // of the event
	terms []string // its other words
	facts []string // sentences that its articles share in part
}

func newWriter(seed uint64) *writer {
	g := &writer{rnd: rand.New(rand.NewPCG(seed, seed))}
	g.words = strings.Fields(`the of to and a in for that is on said with was it as at by from his he have
		be an has are who not they their but were had will which this she or its more after about up one`)
	seen := make(map[string]bool, vocabulary)
	for _, w := range g.words {
		seen[w] = true
	}
	for len(g.words) < vocabulary {
		if w := g.invent(); !seen[w] {
			seen[w] = true
			g.words = append(g.words, w)
		}
	}
	sum := 0.0
	for r := range g.words {
		sum += 1 / (float64(r) + 2.7) // Mandelbrot's form of Zipf's law
		g.up = append(g.up, sum)
	}
	return g
}

// invent makes up a word of one to three syllables.
func (g *writer) invent() string {
	const onset, vowel, coda = "b d f g h j k l m n p r s t v w ch sh st tr br pl gr", "a e i o u ai ea ou", "n r s t l m d nd rt st ck"
	pick := func(from string) string { list := strings.Fields(from); return list[g.rnd.IntN(len(list))] }
	var b strings.Builder
	for range 1 + g.rnd.IntN(3) {
		b.WriteString(pick(onset) + pick(vowel))
		if g.rnd.IntN(3) == 0 {
			b.WriteString(pick(coda))
		}
	}
	return b.String()
}

// any returns a word as often as its rank says.
func (g *writer) any() string {
	i, _ := slices.BinarySearch(g.up, g.rnd.Float64()*g.up[len(g.up)-1])
	return g.words[min(i, len(g.words)-1)]
}

// event begins a new story.
func (g *writer) event(story int) {
	g.story = story
	g.names, g.terms, g.facts = nil, nil, nil
	for range 14 {
		w := g.invent()
		g.names = append(g.names, strings.ToUpper(w[:1])+w[1:])
	}
	for range 30 { // middling words, which other stories have as well
		r := int(math.Pow(10, 2+g.rnd.Float64()*2.5))
		g.terms = append(g.terms, g.words[min(r, len(g.words)-1)])
	}
	for range 12 {
		g.facts = append(g.facts, g.sentence())
	}
}

func (g *writer) sentence() string {
	n := sentence/2 + g.rnd.IntN(sentence)
	list := make([]string, n)
	for i := range list {
		switch p := g.rnd.IntN(100); {
		case p < 7:
			list[i] = g.names[g.rnd.IntN(len(g.names))]
		case p < 19:
			list[i] = g.terms[g.rnd.IntN(len(g.terms))]
		default:
			list[i] = g.any()
		}
	}
	if n > 16 {
		list[n/2] += ","
	}
	s := strings.Join(list, " ") + "."
	return strings.ToUpper(s[:1]) + s[1:]
}

func (g *writer) article(i int) Article {
	outlet := (i + g.story*7) % outlets
	day := time.Date(2025, 1, 1, 6, 0, 0, 0, time.UTC).AddDate(0, 0, g.story/perDay)
	var b strings.Builder
	count, n := 0, 0
	for count < words {
		s := g.sentence()
		if g.rnd.IntN(5) == 0 {
			s = g.facts[g.rnd.IntN(len(g.facts))]
		}
		b.WriteString(s)
		count += strings.Count(s, " ") + 1
		if n++; n%paragraph == 0 {
			b.WriteString("\n\n")
		} else {
			b.WriteString(" ")
		}
	}
	title := strings.TrimSuffix(strings.Join(strings.Fields(g.sentence())[:9], " "), ",") + " " + g.names[0]
	return Article{
		Title:     title,
		Outlet:    fmt.Sprintf("Lorne Paper %d", outlet),
		Published: day.Add(time.Duration(g.rnd.IntN(16*60)) * time.Minute),
		URL:       fmt.Sprintf("https://paper%d.example/%s/%d", outlet, day.Format("2006/01/02"), i),
		Text:      strings.TrimSpace(b.String()) + "\n",
		Story:     g.story,
	}
}
