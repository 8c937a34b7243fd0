package export

import (
	"bufio"
	"fmt"
	"strings"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/corpus/story"
	"parallax/diffview/coverage"
)

// What the template of stories is filled with. Identifiers are made of letters
// and numbers of ours.
type (
	htmlStories struct{ Stories []htmlStory }
	htmlStory   struct {
		Title, Summary, Legend, NoFacts string
		Articles                        []htmlMember
		Facts                           []htmlFact
		Disputes                        []htmlDispute
	}
	htmlMember struct {
		Short, Name, Date, Title, Address, Path, Told string
		Alone                                         []string
		LeftOut                                       []htmlFactLink
	}
	htmlFactLink struct{ Link, Label string }
	htmlFact     struct {
		ID, Texts, Label string
		Cells            []htmlCell
		Sentences        []htmlSaid
	}
	htmlCell struct {
		Sign, Means string
		Disputed    bool
	}
	htmlSaid struct {
		Who    string
		Unsure bool
		Parts  []htmlSaidPart
	}
	htmlSaidPart struct {
		Text           string
		Conflict, Only bool
	}
	htmlDispute struct {
		Kind, Reason, Fact string
		Sentences          []htmlSaid
	}
)

// storyHTML writes tables as one self-contained file, without scripts or network
// requests. A fact opens to the sentences behind its cells. Article text is
// escaped by html/template, and only addresses of the web are linked.
func storyHTML(w *bufio.Writer, tables []*coverage.Table) error {
	page := htmlStories{}
	for n, t := range tables {
		page.Stories = append(page.Stories, newHTMLStory(n+1, t))
	}
	if len(page.Stories) == 0 {
		page.Stories = []htmlStory{{Title: "No story of two articles"}}
	}
	return pageTemplates().ExecuteTemplate(w, "story.html", page)
}

func newHTMLStory(number int, t *coverage.Table) htmlStory {
	names, short := corpus.Names(t.Articles...), coverage.ShortNames(t.Articles, shortName)
	id := func(fact int) string { return fmt.Sprintf("s%df%d", number, fact+1) }
	out := htmlStory{Title: story.Title(t.Articles), Summary: storySummary(t), NoFacts: noFacts(t)}
	var legend []string
	for _, l := range cellLegend {
		legend = append(legend, l.sign+" "+l.means)
	}
	out.Legend = strings.Join(legend, ", ")
	for i, a := range t.Articles {
		m := htmlMember{Short: short[i], Name: prose.Fold(names[i]), Date: dayOrUndated(a), Title: titleOf(a), Address: corpus.WebAddress(a.Meta.URL.Value),
			Path: corpus.Printable(a.Path), Told: toldElsewhere(t, i)}
		for _, s := range aloneIn(t, i) {
			m.Alone = append(m.Alone, sentenceOf(a, s))
		}
		for _, n := range t.LeftOut(i) {
			m.LeftOut = append(m.LeftOut, htmlFactLink{"#" + id(n), labelOf(t, &t.Facts[n])})
		}
		out.Articles = append(out.Articles, m)
	}
	told := t.Told(cellRoom)
	for n := range t.Facts {
		out.Facts = append(out.Facts, newHTMLFact(id(n), t, n, short, told[n]))
	}
	for n := range t.Disputes {
		d := &t.Disputes[n]
		dispute := htmlDispute{Kind: disputeKind(d), Reason: d.Pairs[0].Reason}
		if d.Fact >= 0 {
			dispute.Fact = "#" + id(d.Fact)
		}
		for _, w := range d.Words {
			said := htmlSaid{Who: short[w.Article]}
			for _, p := range around(t.Articles[w.Article], w.Sentence, w.Span) {
				said.Parts = append(said.Parts, htmlSaidPart{Text: p.text, Conflict: p.mark != 0})
			}
			dispute.Sentences = append(dispute.Sentences, said)
		}
		out.Disputes = append(out.Disputes, dispute)
	}
	return out
}

func newHTMLFact(id string, t *coverage.Table, fact int, short, told []string) htmlFact {
	f := &t.Facts[fact]
	out := htmlFact{ID: id, Texts: carriedBy(t, f), Label: labelOf(t, f)}
	for i, c := range f.Cells {
		means := cellLegend[coverage.Carried-c.State].means
		if c.Disputed {
			means = cellLegend[len(cellLegend)-1].means
		}
		out.Cells = append(out.Cells, htmlCell{cellSaid(c, told[i]), short[i] + ": " + means, c.Disputed})
	}
	for _, saying := range t.Said(fact) {
		i := saying.Article
		said := htmlSaid{Who: short[i], Unsure: f.Cells[i].State == coverage.Unsure}
		for _, r := range saying.Runs {
			said.Parts = append(said.Parts, htmlSaidPart{r.Of(t.Articles[i].Text), r.Role == coverage.Disputed, r.Role == coverage.Only})
		}
		out.Sentences = append(out.Sentences, said)
	}
	return out
}
