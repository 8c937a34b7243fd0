package export

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/corpus/story"
)

// listSchema names the form of the JSON list, as schema does that of a comparison.
const listSchema = "parallax.list/1"

// A listing is a corpus and its stories, which name articles by their index in it.
type listing struct {
	corpus  *corpus.Corpus
	stories []story.Story
}

// listFormats are the forms of a list, by the name --format takes.
var listFormats = formats[listing]{
	{"text", listText},
	{"tsv", listTSV},
	{"json", listJSON},
}

// List writes what was read, by story: the corpus's articles as the stories
// have them, which name them by their index in it.
//
//   - "text" is for people, at most 80 cells wide but for long paths: the stories
//     of two articles and more, then the articles that are alone, then the
//     files that could not be read. Of each article it tells the outlet, date,
//     title, path, length and why it is where it is. What is guessed has a "?"
//     after it.
//   - "tsv" is a line of column names and a line an article. Tabs and line
//     breaks within values are spaces, and what a spreadsheet would carry out
//     as a formula has an apostrophe before it (see cell). A version is written "1.2/3": in the
//     story's first group of versions the second of three; copies are the number
//     of their group. Files that could not be read are not in it.
//   - "json" is the form parallax.list/1, an article a line; "from" says where
//     each field that is known was found.
//
// Sentences and words are those that a comparison would compare: no furniture,
// no punctuation. An error is one of w, or says that there is no such format.
func List(w io.Writer, c *corpus.Corpus, stories []story.Story, format string) error {
	return listFormats.write(w, listing{c, stories}, format)
}

// ListFormats returns the names of the formats of List; the first is the
// default.
func ListFormats() []string { return listFormats.names() }

// length returns how many sentences and words of the article are compared.
func length(a *corpus.Article) (sentences, words int) {
	for _, s := range a.Sentences {
		if !s.Kind.Compared() {
			continue
		}
		sentences++
		for _, w := range prose.Words(a.Text, s.Span) {
			if !w.Punct {
				words++
			}
		}
	}
	return sentences, words
}

// published returns when the article was published, "" if that is not known.
func published(a *corpus.Article, day, moment string) string {
	if !a.Meta.Published.Known() {
		return ""
	}
	return date(a.Meta.Published.Value, day, moment)
}

// moment returns a date as the JSON has it, "" if it is not known.
func moment(f corpus.Field[time.Time]) string {
	if !f.Known() {
		return ""
	}
	return date(f.Value, time.DateOnly, time.RFC3339)
}

// found returns where each field that is known was found.
func found(m corpus.Meta) map[string]string {
	from := make(map[string]string)
	for name, where := range map[string]string{
		"outlet": m.Outlet.From, "title": m.Title.From, "authors": m.Authors.From, "published": m.Published.From,
		"updated": m.Updated.From, "url": m.URL.From, "language": m.Language.From,
	} {
		if where != "" {
			from[name] = where
		}
	}
	return from
}

// guessed returns the names of the fields that are guesses.
func guessed(m corpus.Meta) []string {
	names := []string{}
	for _, f := range []struct {
		name  string
		guess bool
	}{
		{"outlet", m.Outlet.Guess}, {"published", m.Published.Guess}, {"title", m.Title.Guess},
		{"authors", m.Authors.Guess}, {"url", m.URL.Guess},
	} {
		if f.guess {
			names = append(names, f.name)
		}
	}
	return names
}

// place returns where article i is in the groups: the group's number and
// its own place in it, both from 1, and how many the group has; 0 if in none.
func place(groups [][]int, i int) (group, at, of int) {
	for g, group := range groups {
		if k := slices.Index(group, i); k >= 0 {
			return g + 1, k + 1, len(group)
		}
	}
	return 0, 0, 0
}

func listTSV(w *bufio.Writer, l listing) error {
	c, stories := l.corpus, l.stories
	fmt.Fprintln(w, "story\tpath\toutlet\tpublished\ttitle\tauthors\turl\tsentences\twords\tversion\tcopies\tguessed\twhy")
	for n, s := range stories {
		for _, i := range s.Articles {
			a := c.Articles[i]
			sentences, words := length(a)
			version, copies := "", ""
			if g, at, of := place(s.Versions, i); g > 0 {
				version = fmt.Sprintf("%d.%d/%d", g, at, of)
			}
			if g, _, _ := place(s.Copies, i); g > 0 {
				copies = fmt.Sprint(g)
			}
			row := []string{
				fmt.Sprint(n + 1), a.Path, a.Meta.Outlet.Value, published(a, time.DateOnly, time.RFC3339), a.Meta.Title.Value,
				strings.Join(a.Meta.Authors.Value, "; "), a.Meta.URL.Value, fmt.Sprint(sentences), fmt.Sprint(words),
				version, copies, strings.Join(guessed(a.Meta), ","), s.Why(i),
			}
			for k, value := range row {
				row[k] = cell(prose.Fold(value))
			}
			row[1] = pathCell(corpus.Printable(a.Path)) // a name, in which spaces count
			fmt.Fprintln(w, strings.Join(row, "\t"))
		}
	}
	return nil
}

// cell returns a value for a table that is opened in a spreadsheet, which
// carries out a cell that begins with one of these signs, quoted or not. Such a
// value gets an apostrophe, the spreadsheet's own sign for text; one that looks
// as if it had it already gets another, so that taking one off where such a sign
// follows gives back every value.
func cell(value string) string {
	if isFormula(value) {
		return "'" + value
	}
	return value
}

// pathCell returns a path for such a table: one that still names the file.
func pathCell(path string) string {
	if isFormula(path) {
		return "./" + path
	}
	return path
}

func isFormula(value string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(value, `'" `))
	return strings.ContainsRune("=+-@\t\r＝＋－＠", r)
}

type jsonListed struct {
	Path      string   `json:"path"`
	Outlet    string   `json:"outlet"`
	Title     string   `json:"title"`
	Authors   []string `json:"authors"`
	Published string   `json:"published"`
	Updated   string   `json:"updated"`
	URL       string   `json:"url"`
	Language  string   `json:"language"`
	Sentences int      `json:"sentences"`
	Words     int      `json:"words"`
	Guessed   []string `json:"guessed"`
	Why       string   `json:"why"`

	From map[string]string `json:"from"` // by field known: where it was found
}

type jsonProblem struct {
	Path   string `json:"path"`
	Reason string `json:"reason"`
}

// listJSON writes versions and copies as places in the story's list of
// articles, from 0, and how many texts there are if those count once.
func listJSON(w *bufio.Writer, l listing) error {
	c, stories := l.corpus, l.stories
	j := jsonWriter{w: w}
	j.raw(`{"schema":`)
	j.value(listSchema)
	j.raw(",\n \"stories\":[")
	for n, s := range stories {
		if n > 0 {
			j.raw(",")
		}
		j.raw("\n  {\"articles\":")
		array(&j, s.Articles, func(i int) jsonListed { return listedJSON(c.Articles[i], s.Why(i)) })
		j.raw(",\"versions\":")
		j.value(places(s, s.Versions))
		j.raw(",\"copies\":")
		j.value(places(s, s.Copies))
		j.raw(",\"texts\":")
		j.value(s.Texts())
		j.raw("}")
	}
	j.raw("],\n \"problems\":")
	array(&j, c.Problems, func(p corpus.Problem) jsonProblem { return jsonProblem(p) })
	j.raw("}\n")
	return j.err
}

func listedJSON(a *corpus.Article, why string) jsonListed {
	full := articleJSON(a)
	out := jsonListed{
		Path: full.Path, Outlet: full.Outlet, Title: full.Title, Authors: full.Authors, Published: full.Published, URL: full.URL,
		Updated: moment(a.Meta.Updated), Language: a.Meta.Language.Value,
		Guessed: guessed(a.Meta), Why: why, From: found(a.Meta),
	}
	out.Sentences, out.Words = length(a)
	return out
}

// places turns groups of article indexes into groups of places in the story.
func places(s story.Story, groups [][]int) [][]int {
	out := make([][]int, 0, len(groups))
	for _, group := range groups {
		var at []int
		for _, i := range group {
			at = append(at, slices.Index(s.Articles, i))
		}
		out = append(out, at)
	}
	return out
}
