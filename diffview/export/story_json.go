package export

import (
	"bufio"
	"encoding/csv"
	"math"
	"strconv"
	"strings"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/corpus/story"
	"parallax/diffview/coverage"
)

// storySchema names the form of the JSON of stories.
const storySchema = "parallax.story/1"

type (
	jsonStory struct {
		Title    string            `json:"title"`
		Articles []jsonStoryMember `json:"articles"`
		Texts    int               `json:"texts"` // versions and copies of one text count once
		Pairs    int               `json:"pairs"` // how many were compared
		Facts    []jsonFact        `json:"facts"`
		Disputes []jsonDispute     `json:"conflicts"`
		Alone    [][]jsonSaid      `json:"alone"`   // by article: what no other text reports
		LeftOut  [][]int           `json:"leftOut"` // by article: the facts that all other texts carry
	}
	jsonStoryMember struct {
		Name      string `json:"name"`
		Short     string `json:"short"`
		Path      string `json:"path"`
		Outlet    string `json:"outlet"`
		Title     string `json:"title"`
		Published string `json:"published"`
		URL       string `json:"url"`
		Text      int    `json:"text"` // the first article with the same text
	}
	jsonSaid struct {
		Article  int `json:"article"`
		Sentence int `json:"sentence"`
		prose.Span
		Text string `json:"text"`
	}
	jsonFact struct {
		Texts     int        `json:"texts"`
		Label     jsonSaid   `json:"label"`
		Cells     []jsonCell `json:"cells"` // those that carry it
		Conflicts []int      `json:"conflicts"`
	}
	jsonCell struct {
		Article   int        `json:"article"`
		Sure      bool       `json:"sure"`
		Disputed  bool       `json:"disputed,omitempty"`
		Told      string     `json:"told,omitempty"` // what is disputed or the number that it is told with, where it is short
		Sentences []jsonSaid `json:"sentences"`
	}
	jsonDispute struct {
		Kind  string      `json:"kind"`
		Grade string      `json:"grade"`
		Fact  int         `json:"fact"`
		Words []jsonSaid  `json:"words"`
		Pairs []jsonClash `json:"pairs"`
	}
	jsonClash struct {
		Left       int     `json:"left"`
		Right      int     `json:"right"`
		Reason     string  `json:"reason"`
		Confidence float64 `json:"confidence"`
		By         string  `json:"by,omitempty"` // where an outside judge was asked
	}
)

// storyJSON writes tables in the form parallax.story/1, a fact or conflict a
// line. Articles, facts and conflicts are named by their places in their lists,
// from 0; offsets are bytes of the article's text as "parallax diff" has it.
func storyJSON(w *bufio.Writer, tables []*coverage.Table) error {
	j := jsonWriter{w: w}
	j.raw(`{"schema":`)
	j.value(storySchema)
	j.raw(",\n \"stories\":[")
	for n, t := range tables {
		if n > 0 {
			j.raw(",")
		}
		s := newJSONStory(t)
		j.raw("\n  {\"title\":")
		j.value(s.Title)
		j.raw(",\n  \"articles\":")
		array(&j, s.Articles, itself)
		j.raw(",\n  \"texts\":")
		j.value(s.Texts)
		j.raw(",\"pairs\":")
		j.value(s.Pairs)
		j.raw(",\n  \"facts\":")
		array(&j, s.Facts, itself)
		j.raw(",\n  \"conflicts\":")
		array(&j, s.Disputes, itself)
		j.raw(",\n  \"alone\":")
		array(&j, s.Alone, itself)
		j.raw(",\n  \"leftOut\":")
		j.value(s.LeftOut)
		j.judged(t)
		j.raw("}")
	}
	j.raw("]}\n")
	return j.err
}

func newJSONStory(t *coverage.Table) jsonStory {
	s := jsonStory{Title: story.Title(t.Articles), Texts: t.CountTexts(), Pairs: t.Known}
	names, short := corpus.Names(t.Articles...), coverage.ShortNames(t.Articles, shortName)
	for i, a := range t.Articles {
		full := articleJSON(a)
		s.Articles = append(s.Articles, jsonStoryMember{names[i], short[i], full.Path, full.Outlet, full.Title, full.Published, full.URL, t.Texts[i]})
		alone, left := []jsonSaid{}, []int{}
		for _, sentence := range t.Alone[i] {
			alone = append(alone, placeJSON(t, coverage.Place{Article: i, Sentence: sentence}))
		}
		s.Alone, s.LeftOut = append(s.Alone, alone), append(s.LeftOut, append(left, t.LeftOut(i)...))
	}
	told := t.Told(cellRoom)
	for n := range t.Facts {
		s.Facts = append(s.Facts, factJSON(t, &t.Facts[n], told[n]))
	}
	for n := range t.Disputes {
		s.Disputes = append(s.Disputes, disputeJSON(t, &t.Disputes[n]))
	}
	return s
}

func placeJSON(t *coverage.Table, p coverage.Place) jsonSaid {
	a := t.Articles[p.Article]
	span := a.Sentences[p.Sentence].Span
	return jsonSaid{p.Article, p.Sentence, span, span.Of(a.Text)}
}

func factJSON(t *coverage.Table, f *coverage.Fact, told []string) jsonFact {
	out := jsonFact{Texts: f.Texts, Label: placeJSON(t, f.Label), Conflicts: append([]int{}, f.Disputes...)}
	for i, c := range f.Cells {
		if c.State == coverage.Missing {
			continue
		}
		cell := jsonCell{Article: i, Sure: c.State == coverage.Carried, Disputed: c.Disputed, Told: told[i]}
		for _, sentence := range c.Sentences {
			cell.Sentences = append(cell.Sentences, placeJSON(t, coverage.Place{Article: i, Sentence: sentence}))
		}
		out.Cells = append(out.Cells, cell)
	}
	return out
}

func disputeJSON(t *coverage.Table, d *coverage.Dispute) jsonDispute {
	out := jsonDispute{Kind: d.Kind.String(), Grade: d.Grade.String(), Fact: d.Fact}
	for _, w := range d.Words {
		out.Words = append(out.Words, jsonSaid{w.Article, w.Sentence, w.Span, w.Span.Of(t.Articles[w.Article].Text)})
	}
	for _, p := range d.Pairs {
		out.Pairs = append(out.Pairs, jsonClash{p.Pair[0], p.Pair[1], p.Reason, math.Round(p.Confidence*1e4) / 1e4, byOf(t.Judged != "", p.By)})
	}
	return out
}

// judged writes what an outside judge added to a table, where one was asked.
func (j *jsonWriter) judged(t *coverage.Table) {
	if t.Judged != "" {
		j.raw(",\n  \"judge\":")
		j.value(t.Judged)
	}
}

// storyCSV writes a line a fact and article, whether the article carries it or
// not: as many stories as there are then fit one table of fixed columns. As in
// the other tables, what a spreadsheet would carry out has an apostrophe before
// it.
func storyCSV(w *bufio.Writer, tables []*coverage.Table) error {
	out := csv.NewWriter(w)
	_ = out.Write([]string{"story", "fact", "texts", "of", "label", "article", "path", "carried", "conflict", "sentences"}) // out.Error has it
	for _, t := range tables {
		title, names := story.Title(t.Articles), corpus.Names(t.Articles...)
		for n := range t.Facts {
			f := &t.Facts[n]
			for i, c := range f.Cells {
				var sentences []string
				for _, s := range c.Sentences {
					sentences = append(sentences, sentenceOf(t.Articles[i], s))
				}
				_ = out.Write([]string{cell(title), strconv.Itoa(n + 1), strconv.Itoa(f.Texts), strconv.Itoa(t.CountTexts()), cell(labelOf(t, f)),
					cell(prose.Fold(names[i])), pathCell(corpus.Printable(t.Articles[i].Path)), c.State.String(), strconv.FormatBool(c.Disputed),
					cell(strings.Join(sentences, " "))})
			}
		}
	}
	out.Flush()
	return out.Error()
}
