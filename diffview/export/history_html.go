package export

import (
	"bufio"

	"parallax/corpus"
	"parallax/diffview/history"
)

// What the template is filled with.
type (
	htmlHistories struct {
		Title string
		Texts []htmlHistory
	}
	htmlHistory struct {
		Heading  string
		Versions []htmlVersion
		Steps    []htmlStep
	}
	htmlVersion struct{ Words, Address, Path string }
	htmlStep    struct {
		Heading string
		Lines   []string
		Groups  []htmlGroup
	}
	htmlGroup struct {
		Label   string
		Changes []htmlChange
	}
	htmlChange struct {
		Plain, From, To string // From and To are struck out and underlined
		Where           string
		Around          [3]string
	}
)

// historyHTML writes one self-contained page: what went is struck out, what
// came underlined.
func historyHTML(w *bufio.Writer, all []*history.History) error {
	page := htmlHistories{Title: noVersions}
	for n, h := range all {
		if n == 0 {
			page.Title = historyHeading(h)
		}
		text := htmlHistory{Heading: historyHeading(h)}
		for _, a := range h.Versions {
			text.Versions = append(text.Versions, htmlVersion{versionWords(a), corpus.WebAddress(a.Meta.URL.Value), a.Path})
		}
		for k := range h.Steps {
			text.Steps = append(text.Steps, newHTMLStep(h, k))
		}
		page.Texts = append(page.Texts, text)
	}
	return pageTemplates().ExecuteTemplate(w, "history.html", page)
}

func newHTMLStep(h *history.History, k int) htmlStep {
	s := h.Steps[k]
	out := htmlStep{Heading: h.Heading(k), Lines: s.Summary()}
	for i := range s.Changes {
		c := &s.Changes[i]
		if n := len(out.Groups); n == 0 || out.Groups[n-1].Label != c.Label() {
			out.Groups = append(out.Groups, htmlGroup{Label: c.Label()})
		}
		change := htmlChange{From: c.Words[0], To: c.Words[1], Where: c.Sentences(), Around: s.Around(c)}
		if change.Around != [3]string{} {
			change.Where += ":"
		}
		switch c.Kind {
		case history.Moved, history.Repeated, history.Paragraph:
			change.Plain, change.From, change.To = c.Say(), "", ""
		}
		g := &out.Groups[len(out.Groups)-1]
		g.Changes = append(g.Changes, change)
	}
	return out
}
