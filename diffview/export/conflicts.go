package export

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/corpus/story"
	"parallax/diffview"
	"parallax/diffview/coverage"
	"parallax/diffview/measured"
)

// conflictsSchema names the form of the JSON of conflicts.
const conflictsSchema = "parallax.conflicts/1"

// conflictFormats are the forms of a list of conflicts, by the name --format
// takes.
var conflictFormats = formats[[]*coverage.Table]{
	{"text", conflictsText},
	{"markdown", conflictsMarkdown},
	{"json", conflictsJSON},
	{"csv", conflictsCSV},
}

// ConflictFormats returns the names of the formats of Conflicts; the first is
// the default.
func ConflictFormats() []string { return conflictFormats.names() }

// Conflicts writes what the articles of stories cannot all be right about, story
// by story, each once however many pairs show it, with the sentences it stands
// in. The forms are "text" and "markdown" for people, "json" (the form
// parallax.conflicts/1) and "csv", a line a sentence.
//
// An error is one of w, or says that there is no such format.
func Conflicts(w io.Writer, tables []*coverage.Table, format string) error {
	return conflictFormats.write(w, tables, format)
}

// conflictsSummary says how many conflicts there are in how many stories.
func conflictsSummary(tables []*coverage.Table) string {
	var of [3]int // by grade
	pairs := 0
	for _, t := range tables {
		for _, d := range t.Disputes {
			of[d.Grade]++
		}
		pairs += t.Known
	}
	said := count(of[diffview.Core], "conflict")
	if of[diffview.Core] == 0 {
		said += " noticed"
	}
	if n := of[diffview.Minor]; n > 0 {
		said += fmt.Sprintf(", %d minor", n)
	}
	if n := of[diffview.Updated]; n > 0 {
		said += ", " + count(n, "update")
	}
	said += " in " + count(pairs, "pair") + " of " + plural(len(tables), "story", "stories")
	for _, t := range tables {
		if t.Judged != "" && len(tables) == 1 {
			said += " · " + t.Judged
		}
	}
	return said
}

// plural returns a number with its noun.
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// noDispute reports whether no conflict is listed, which is no proof of anything.
func noDispute(tables []*coverage.Table) bool {
	return !slices.ContainsFunc(tables, func(t *coverage.Table) bool { return len(t.Disputes) > 0 })
}

func conflictsText(w *bufio.Writer, tables []*coverage.Table) error {
	l := lister{w: w, width: storyWidth}
	l.put(0, conflictsSummary(tables))
	if noDispute(tables) {
		l.put(0, measured.Unnoticed())
	}
	for _, t := range tables {
		if len(t.Disputes) == 0 {
			continue
		}
		s := newStoryWriter(w, t)
		s.put(0, "")
		s.put(0, story.Title(t.Articles))
		if t.Judged != "" && len(tables) > 1 {
			s.put(0, t.Judged)
		}
		s.eachDispute()
	}
	return nil
}

func conflictsMarkdown(w *bufio.Writer, tables []*coverage.Table) error {
	fmt.Fprintf(w, "# Conflicts\n\n%s\n", markdownText(conflictsSummary(tables)))
	if noDispute(tables) {
		fmt.Fprintf(w, "\n%s\n", markdownText(measured.Unnoticed()))
	}
	for _, t := range tables {
		if len(t.Disputes) == 0 {
			continue
		}
		fmt.Fprintf(w, "\n## %s\n\n", markdownText(story.Title(t.Articles)))
		if t.Judged != "" && len(tables) > 1 {
			fmt.Fprintf(w, "%s\n\n", markdownText(t.Judged))
		}
		newStoryMarkdownWriter(w, t).eachDispute()
	}
	return nil
}

// conflictsJSON writes a conflict a line. Articles are named by their paths; a
// fact is named by its place in the form parallax.story/1.
func conflictsJSON(w *bufio.Writer, tables []*coverage.Table) error {
	j := jsonWriter{w: w}
	j.raw(`{"schema":`)
	j.value(conflictsSchema)
	j.raw(",\n \"stories\":[")
	first := true
	for _, t := range tables {
		if len(t.Disputes) == 0 {
			continue
		}
		if !first {
			j.raw(",")
		}
		first = false
		s := newJSONStory(t)
		j.raw("\n  {\"title\":")
		j.value(s.Title)
		j.raw(",\n  \"articles\":")
		array(&j, s.Articles, itself)
		j.raw(",\n  \"conflicts\":")
		array(&j, s.Disputes, itself)
		j.judged(t)
		j.raw("}")
	}
	j.raw("]}\n")
	return j.err
}

// conflictsCSV writes a line for each sentence that a conflict stands in.
func conflictsCSV(w *bufio.Writer, tables []*coverage.Table) error {
	out := csv.NewWriter(w)
	_ = out.Write([]string{"story", "conflict", "kind", "grade", "reason", "pairs", "article", "path", "words", "sentence"}) // out.Error has it
	for _, t := range tables {
		names := corpus.Names(t.Articles...)
		for n := range t.Disputes {
			d := &t.Disputes[n]
			for _, said := range d.Words {
				a := t.Articles[said.Article]
				_ = out.Write([]string{cell(story.Title(t.Articles)), strconv.Itoa(n + 1), d.Kind.String(), d.Grade.String(),
					cell(prose.Fold(d.Pairs[0].Reason)), strconv.Itoa(len(d.Pairs)), cell(prose.Fold(names[said.Article])),
					pathCell(corpus.Printable(a.Path)), cell(prose.Fold(said.Span.Of(a.Text))), cell(sentenceOf(a, said.Sentence))})
			}
		}
	}
	out.Flush()
	return out.Error()
}
