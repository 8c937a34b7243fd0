package export

import (
	"bufio"
	"embed"
	"fmt"
	"html/template"
	"io"
	"strings"
	"sync"

	"parallax/corpus"
	"parallax/corpus/lazyregexp"
	"parallax/corpus/prose"
	"parallax/diffview"
	"parallax/diffview/layout"
	"parallax/diffview/measured"
)

//go:embed *.html
var pages embed.FS

// pageTemplates are parsed when they are first needed: most runs write no HTML.
var pageTemplates = sync.OnceValue(func() *template.Template {
	return template.Must(template.ParseFS(pages, "*.html"))
})

// HTML writes a comparison as one self-contained file, without scripts or
// network requests. It has two columns where there is room and one where there
// is not or Options say Unified, follows the reader's choice of light or dark,
// and prints. What is marked is told by colour, underline and weight; a
// conflict leads from its place to its reason in the list of all, and says it
// to those who hear the page. Article text is escaped by html/template, and
// only addresses of the web are linked. Errors come from w only.
func HTML(w io.Writer, c *diffview.Comparison, o Options) error {
	b := bufio.NewWriter(w)
	if err := pageTemplates().ExecuteTemplate(b, "page.html", newHTMLPage(c, o)); err != nil {
		return err
	}
	return b.Flush()
}

// What the template is filled with. Identifiers are made of letters and
// numbers of ours.
type (
	htmlPage struct {
		Title         string
		Unified, Part bool
		Articles      []htmlArticle
		Conflicts     []htmlConflict
		Count, Worth  string
		Unsure        string
		Limits        string
		Remarks       []string
		Paragraph     string // what the sign for paragraphs means
		Notes         []htmlNote
		Rows          []htmlRow
	}
	htmlArticle struct {
		Name, Title, Address, About, Path, Share string
	}
	htmlConflict struct {
		ID, Kind, Reason string
		Quotes           []htmlSentence
	}
	htmlNote struct{ On, Link, Begins, Text string }
	htmlRow  struct {
		LeftOut, Class, Sign, Words string
		Sides                       []htmlSide
	}
	htmlSide struct {
		Name, Lang string
		Sentences  []htmlSentence
	}
	htmlSentence struct {
		ID, Link, Label, Lang string
		Title, Copy, Unsure   bool
		Parts                 []htmlPart
	}
	htmlPart struct {
		Text, Class, Title string
		Reasons            []htmlReason
	}
	htmlReason struct {
		Number       int
		Link, Reason string
	}
)

// An htmlWriter makes the page of one comparison.
type htmlWriter struct {
	c        *diffview.Comparison
	sentence [2]map[int]int // by side: the numbers of compared sentences
	matching [2][]diffview.Matching
	lang     [2]string
}

func newHTMLPage(c *diffview.Comparison, o Options) htmlPage {
	h := htmlWriter{c: c, sentence: [2]map[int]int{numbers(c.Articles[0]), numbers(c.Articles[1])}}
	p := htmlPage{Unified: o.oneColumn(), Part: o.OnlyDifferences, Count: countConflicts(c), Worth: conflictsWords(c), Unsure: measured.Unsure(), Limits: c.Limits(), Remarks: c.Remarks(), Paragraph: paragraphMeans(c)}
	p.Title = headingOf(c)
	for side, a := range c.Articles {
		h.lang[side] = languageTag(a)
		h.matching[side] = c.Matching(diffview.Side(side))
		p.Articles = append(p.Articles, htmlArticle{names[side], titleOf(a), corpus.WebAddress(a.Meta.URL.Value),
			strings.Join(about(a), " · "), a.Path, shareWords(c, diffview.Side(side))})
	}
	for k := range c.Conflicts {
		p.Conflicts = append(p.Conflicts, h.conflict(k))
	}
	for _, n := range notesOf(c, o.Notes) {
		link := ""
		if n.number > 0 {
			link = fmt.Sprintf("#%s%d", names[n.side], n.number)
		}
		p.Notes = append(p.Notes, htmlNote{n.on, link, n.begins, n.text})
	}
	for _, row := range rowsOf(c, o) {
		p.Rows = append(p.Rows, h.row(row))
	}
	return p
}

func (h *htmlWriter) conflict(k int) htmlConflict {
	conflict := h.c.Conflicts[k]
	out := htmlConflict{ID: fmt.Sprint("c", k+1), Kind: kindOf(conflict), Reason: conflict.Reason}
	for side, sentence := range h.c.Links[conflict.Link].Sentences {
		n := h.sentence[side][sentence]
		s := htmlSentence{Link: fmt.Sprintf("#%s%d", names[side], n), Label: fmt.Sprintf("%s %d", names[side], n), Lang: h.lang[side]}
		for i, p := range around(h.c.Articles[side], sentence, conflict.Spans[side]) {
			s.Parts = append(s.Parts, htmlPart{Text: p.text, Class: [3]string{"", "conflict", ""}[i]})
		}
		out.Quotes = append(out.Quotes, s)
	}
	return out
}

func (h *htmlWriter) row(row shownRow) htmlRow {
	out := htmlRow{LeftOut: row.leftOutWords()}
	if row.empty() {
		return out
	}
	out.Sign, out.Words = row.Relation.Sign(), relationOf(h.c, row.Row)
	switch {
	case !row.Relation.Compared():
		out.Class = "furniture"
	case row.Relation == layout.Conflict:
		out.Class = "conflicting"
	case row.Relation == layout.OnlyLeft || row.Relation == layout.OnlyRight || row.Relation == layout.Unlinked:
		out.Class = "alone"
	}
	for side, sentences := range row.Sentences {
		s := htmlSide{Name: names[side], Lang: h.lang[side]}
		for k, i := range sentences {
			s.Sentences = append(s.Sentences, h.sentenceIn(row, diffview.Side(side), i, row.Repeated[side][k]))
		}
		out.Sides = append(out.Sides, s)
	}
	return out
}

// sentenceIn returns a sentence of a row. Copies and lines of the page go
// without marks.
func (h *htmlWriter) sentenceIn(row shownRow, side diffview.Side, i int, repeated bool) htmlSentence {
	a := h.c.Articles[side]
	s := htmlSentence{Label: names[side], Copy: repeated, Title: a.Sentences[i].Kind == prose.Title}
	if n := h.sentence[side][i]; n > 0 {
		s.Label = fmt.Sprintf("%s %d", names[side], n)
		if !repeated {
			s.ID = fmt.Sprintf("%s%d", names[side], n)
			if h.c.Begins(side, i) {
				s.Label += " " + layout.ParagraphSign
			}
		}
	}
	if repeated || !a.Sentences[i].Kind.Compared() {
		s.Parts = []htmlPart{{Text: a.Sentences[i].Of(a.Text)}}
		return s
	}
	if h.matching[side][i] == diffview.Perhaps && row.Relation != layout.Same {
		s.Unsure = true
		if row.Relation == layout.Similar {
			s.Label += ", perhaps"
		}
	}
	for _, p := range passages(h.c, side, i) {
		// Marks do not reach over the white space around words: a line under it
		// would run into the next mark.
		words := strings.TrimSpace(p.text)
		if words == "" {
			s.Parts = append(s.Parts, htmlPart{Text: p.text})
			continue
		}
		before, after, _ := strings.Cut(p.text, words)
		p.text = words
		s.Parts = append(s.Parts, htmlPart{Text: before}, h.part(p, side), htmlPart{Text: after})
	}
	return s
}

// part returns a passage with the words for its mark and, where the words of
// conflicts end in it, their reasons.
func (h *htmlWriter) part(p passage, side diffview.Side) htmlPart {
	out := htmlPart{Text: p.text}
	switch {
	case p.mark == diffview.Detail:
		out.Class, out.Title = "detail", "only in "+names[side]
	case p.strength == diffview.Conflicting:
		out.Class, out.Title = "conflict", "in conflict with "+names[side.Other()]
	case p.mark == diffview.Differ:
		out.Class, out.Title = "wording", names[side.Other()]+" words this differently"
	case p.mark == diffview.Unclear:
		out.Class, out.Title = "unclear", "it is unclear whether "+names[side.Other()]+" says this"
	default:
		out.Class = "agree"
	}
	for k, i := range p.ends {
		reason := kindOf(h.c.Conflicts[i]) + ": " + h.c.Conflicts[i].Reason
		out.Reasons = append(out.Reasons, htmlReason{i + 1, fmt.Sprint("#c", i+1), reason})
		if k == 0 {
			out.Title = reason
		} else {
			out.Title += "; " + reason
		}
	}
	return out
}

// languageForm is what a language looks like in HTML: "en", "pt-BR".
var languageForm = lazyregexp.New(`^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

// languageTag returns an article's language as HTML names it, "" when it is
// not known: browsers then guess no better than we would.
func languageTag(a *corpus.Article) string {
	tag := strings.ReplaceAll(strings.TrimSpace(a.Meta.Language.Value), "_", "-")
	if !languageForm.MatchString(tag) {
		return ""
	}
	return tag
}
