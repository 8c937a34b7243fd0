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

// cellSaid returns what stands in a cell: what the article says where that is a
// number or disputed and there is room for it, or else a sign; after it one for a
// conflict.
func cellSaid(c coverage.Cell, told string) string {
	said := told
	switch {
	case told == "":
		said = cellSigns[c.State]
	case c.State == coverage.Unsure && !c.Disputed:
		said += "?"
	}
	if c.Disputed {
		said += "!"
	}
	return said
}

// cellRoom is the most bytes of what an article says that stand in a cell of a
// table whose columns take what they need.
const cellRoom = 16

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
	if t.CountTexts() > 1 {
		said += " · " + count(len(t.Facts), "fact") + " in two or more · " + count(t.CountAlone(), "sentence") + " in one only"
	}
	said += " · " + count(t.CountDisputes(), "conflict")
	if t.Judged != "" {
		said += " · " + t.Judged
	}
	return said
}

// toldElsewhere says how much of an article other texts report, or whose text it
// has.
func toldElsewhere(t *coverage.Table, article int) string {
	all, _ := length(t.Articles[article])
	switch first := t.Texts[article]; {
	case first != article:
		return count(all, "sentence") + ", a version or copy of " + prose.Fold(t.Articles[first].Name())
	case t.CountTexts() == 1:
		return count(all, "sentence")
	}
	return fmt.Sprintf("%d of its %s are also in other texts", all-len(t.Alone[article]), count(all, "sentence"))
}

// aloneIn returns the sentences that only an article tells: none where all have
// one text, which is compared by versions.
func aloneIn(t *coverage.Table, article int) []int {
	if t.CountTexts() == 1 {
		return nil
	}
	return t.Alone[article]
}

// noFacts says why a table has no fact.
func noFacts(t *coverage.Table) string {
	if t.CountTexts() == 1 && len(t.Articles) > 1 {
		return "These are versions or copies of one text; “parallax versions” lists what changed between versions, “parallax diff” compares copies."
	}
	return "No two articles report the same fact."
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
