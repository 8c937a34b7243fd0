// Package layouttest reads comparisons written by hand, for the tests of
// package layout and of what draws from it. They do not change when the
// engine learns something.
//
// A comparison is a txtar archive. In the files left and right each line is a
// sentence and an empty line ends a paragraph; "# " before it makes it the
// headline and "- " furniture. In linked sentences words are agreed on unless
// they are in [+only here], [~worded differently] or [!in conflict]; in others
// they are only there. The file links has lines "left right score", with a "?"
// after those that are not sure; the file conflicts has lines "left right
// reason", one for each pair of sentences, whose first [! ] spans it joins.
// Sentences are numbered as in the gutter: from 1, furniture not counted. The
// files left.meta and right.meta have lines "title", "outlet", "author", "date"
// or "path" with a colon and the value, and a "?" before the colon for a guess.
package layouttest

import (
	"fmt"
	"strings"
	"time"

	"golang.org/x/tools/txtar"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/diffview"
)

// Parse reads a comparison. It panics on what it does not understand, as the
// archives are part of the tests.
func Parse(ar *txtar.Archive) *diffview.Comparison {
	files := map[string]string{}
	for _, f := range ar.Files {
		files[f.Name] = string(f.Data)
	}
	c := &diffview.Comparison{}
	var numbers [2][]int
	for side, name := range [2]string{"left", "right"} {
		c.Articles[side], c.Spans[side], numbers[side] = article(files[name])
		meta(c.Articles[side], files[name+".meta"])
	}
	linked := [2]map[int]bool{{}, {}}
	at := map[[2]int]int{}
	for _, line := range lines(files["links"]) {
		var pair [2]int
		link := diffview.Link{Sure: !strings.HasSuffix(line, "?")}
		must(fmt.Sscan(line, &pair[0], &pair[1], &link.Score))
		for side := range pair {
			link.Sentences[side] = numbers[side][pair[side]-1]
			linked[side][link.Sentences[side]] = true
		}
		at[pair] = len(c.Links)
		c.Links = append(c.Links, link)
	}
	for side := range c.Spans {
		unlink(c.Articles[side], c.Spans[side], linked[side])
	}
	for _, line := range lines(files["conflicts"]) {
		var pair [2]int
		must(fmt.Sscan(line, &pair[0], &pair[1]))
		conflict := diffview.Conflict{Reason: strings.SplitN(line, " ", 3)[2], Link: at[pair]}
		for side := range pair {
			s := c.Articles[side].Sentences[numbers[side][pair[side]-1]]
			conflict.Spans[side] = firstConflict(c.Spans[side], s.Span)
		}
		c.Conflicts = append(c.Conflicts, conflict)
	}
	return c
}

var kinds = []struct {
	prefix string
	kind   prose.Kind
}{{"# ", prose.Title}, {"- ", prose.Furniture}, {"~ ", prose.Doubtful}, {"", prose.Body}}

var marks = map[byte]diffview.Span{
	'+': {Mark: diffview.Detail},
	'~': {Mark: diffview.Differ, Strength: diffview.Wording},
	'!': {Mark: diffview.Differ, Strength: diffview.Conflicting},
}

// article reads one side; numbers are its compared sentences.
func article(source string) (a *corpus.Article, spans []diffview.Span, numbers []int) {
	a = &corpus.Article{}
	var text strings.Builder
	paragraph, fresh := 0, true
	for _, line := range strings.Split(source, "\n") {
		if line == "" {
			if !fresh {
				paragraph++
			}
			fresh = true
			continue
		}
		switch {
		case text.Len() > 0 && fresh:
			text.WriteString("\n\n")
		case text.Len() > 0:
			text.WriteString(" ")
		}
		fresh = false
		s := prose.Sentence{Paragraph: int32(paragraph)}
		for _, k := range kinds {
			if rest, ok := strings.CutPrefix(line, k.prefix); ok {
				line, s.Kind = rest, k.kind
				break
			}
		}
		s.Start = text.Len()
		marked := sentence(&text, line)
		s.End = text.Len()
		if s.Kind.Compared() {
			spans = append(spans, marked...)
			numbers = append(numbers, len(a.Sentences))
		}
		a.Sentences = append(a.Sentences, s)
	}
	a.Text = text.String()
	return a, spans, numbers
}

// sentence writes a line without its signs and returns the spans that tile it.
func sentence(text *strings.Builder, line string) []diffview.Span {
	var spans []diffview.Span
	mark := func(words string, s diffview.Span) {
		if words != "" {
			s.Start = text.Len()
			text.WriteString(words)
			s.End = text.Len()
			spans = append(spans, s)
		}
	}
	for line != "" {
		open := strings.IndexByte(line, '[')
		if open < 0 || open+1 == len(line) || marks[line[open+1]].Mark == diffview.Agree {
			break
		}
		close := open + strings.IndexByte(line[open:], ']')
		mark(line[:open], diffview.Span{})
		mark(line[open+2:close], marks[line[open+1]])
		line = line[close+1:]
	}
	mark(line, diffview.Span{})
	return spans
}

// unlink makes what sentences without a link say their article's alone.
func unlink(a *corpus.Article, spans []diffview.Span, linked map[int]bool) {
	for i, s := range a.Sentences {
		for k := range spans {
			if !linked[i] && spans[k].Overlaps(s.Span) {
				spans[k].Mark, spans[k].Strength = diffview.Detail, diffview.None
			}
		}
	}
}

func firstConflict(spans []diffview.Span, within prose.Span) prose.Span {
	for _, s := range spans {
		if s.Strength == diffview.Conflicting && s.Overlaps(within) {
			return s.Span
		}
	}
	panic("layouttest: a conflict in a sentence without [! ]")
}

func meta(a *corpus.Article, source string) {
	for _, line := range lines(source) {
		name, value, _ := strings.Cut(line, ": ")
		name, guess := strings.CutSuffix(name, "?")
		from := "front matter"
		if guess {
			from = "text"
		}
		switch name {
		case "path":
			a.Path = value
		case "title":
			a.Meta.Title = corpus.Field[string]{Value: value, From: from, Guess: guess}
		case "outlet":
			a.Meta.Outlet = corpus.Field[string]{Value: value, From: from, Guess: guess}
		case "author":
			a.Meta.Authors = corpus.Field[[]string]{Value: append(a.Meta.Authors.Value, value), From: from, Guess: guess}
		case "date":
			t, err := time.Parse(time.DateOnly, value)
			must(0, err)
			a.Meta.Published = corpus.Field[time.Time]{Value: t, From: from, Guess: guess}
		default:
			panic("layouttest: what is " + line)
		}
	}
}

func lines(source string) []string {
	return strings.FieldsFunc(source, func(r rune) bool { return r == '\n' })
}

func must(_ int, err error) {
	if err != nil {
		panic("layouttest: " + err.Error())
	}
}
