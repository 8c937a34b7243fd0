package export

import (
	"fmt"
	"io"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/corpus/story"
	"parallax/diffview"
	"parallax/diffview/coverage"
)

// storyFormats are the forms of a story's table, by the name --format takes.
var storyFormats = formats[[]*coverage.Table]{
	{"text", storyText},
	{"markdown", storyMarkdown},
	{"html", storyHTML},
	{"json", storyJSON},
	{"csv", storyCSV},
}

// StoryFormats returns the names of the formats of Stories; the first is the
// default.
func StoryFormats() []string { return storyFormats.names() }

// Stories writes what the articles of stories report, a table a story: which
// facts two and more of them have and what each says of them, what they cannot
// all be right about, what all but one have, and what one alone tells.
//
//   - "text" and "markdown" are for people;
//   - "html" is one self-contained file, where each fact opens to the sentences
//     that report it;
//   - "json" is the form parallax.story/1;
//   - "csv" has a line a fact and a column an article, for a spreadsheet.
//
// An error is one of w, or says that there is no such format.
func Stories(w io.Writer, tables []*coverage.Table, format string) error {
	return storyFormats.write(w, tables, format)
}

// cellSigns are the signs of a cell: not there, perhaps there, there.
var cellSigns = [...]string{coverage.Missing: "·", coverage.Unsure: "○", coverage.Carried: "●"}

// cellSign returns the sign of a cell, with one for a conflict.
func cellSign(c coverage.Cell) string {
	if c.Disputed {
		return cellSigns[c.State] + "!"
	}
	return cellSigns[c.State]
}

// What the signs mean, in the order they are explained in.
var cellLegend = []struct{ sign, means string }{
	{"●", "reports it"}, {"○", "perhaps reports it"}, {"·", "not found there"}, {"!", "in conflict with others"},
}

// storySummary says in a line what a story's table holds.
func storySummary(t *coverage.Table) string {
	said := count(len(t.Articles), "article")
	if n := t.CountTexts(); n < len(t.Articles) {
		said += ", " + count(n, "different text")
	}
	if days := story.Days(t.Articles); days != "" {
		said += ", " + days
	}
	alone := 0
	for _, sentences := range t.Alone {
		alone += len(sentences)
	}
	said += " · " + count(len(t.Facts), "fact") + " in two or more · " + count(alone, "sentence") + " in one only · " + count(t.CountDisputes(), "conflict")
	if t.Judged != "" {
		said += " · " + t.Judged
	}
	return said
}

// toldElsewhere says how much of an article others report.
func toldElsewhere(t *coverage.Table, article int) string {
	all, _ := length(t.Articles[article])
	return fmt.Sprintf("%d of its %s are also in others", all-len(t.Alone[article]), count(all, "sentence"))
}

// sentenceOf returns a sentence of an article on one line.
func sentenceOf(a *corpus.Article, sentence int) string {
	return prose.Fold(a.Sentences[sentence].Of(a.Text))
}

// labelOf returns the sentence that stands for a fact.
func labelOf(t *coverage.Table, f *coverage.Fact) string {
	return sentenceOf(t.Articles[f.Label.Article], f.Label.Sentence)
}

// carriedBy returns how many of the texts carry a fact, as "4/5".
func carriedBy(t *coverage.Table, f *coverage.Fact) string {
	return fmt.Sprintf("%d/%d", f.Texts, t.CountTexts())
}

// disputeKind names what is disputed and what that is worth: "number conflict",
// "quote conflict, minor", "number, updated later".
func disputeKind(d *coverage.Dispute) string {
	switch d.Grade {
	case diffview.Minor:
		return d.Kind.String() + " conflict, minor"
	case diffview.Updated:
		return d.Kind.String() + ", updated later"
	}
	return d.Kind.String() + " conflict"
}
