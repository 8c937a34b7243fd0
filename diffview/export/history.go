package export

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/diffview/history"
)

// historyFormats are the forms of a history, by the name --format takes.
var historyFormats = formats[[]*history.History]{
	{"text", historyText},
	{"markdown", historyMarkdown},
	{"html", historyHTML},
	{"json", historyJSON},
}

// Histories writes what changed from version to version, one text after the
// other. An error is one of w, or says that there is no such format.
func Histories(w io.Writer, all []*history.History, format string) error {
	return historyFormats.write(w, all, format)
}

// HistoryFormats returns the names of the formats of Histories; the first is the
// default.
func HistoryFormats() []string { return historyFormats.names() }

// noVersions is said where there is nothing to tell.
const noVersions = "No two versions of one text were found; copies do not count."

// historyHeading returns a heading for the versions of a text: the last headline
// that is known for one.
func historyHeading(h *history.History) string {
	versions := count(len(h.Versions), "version")
	for _, a := range slices.Backward(h.Versions) {
		if t := a.Meta.Title; t.Known() && !t.Guess {
			return prose.Fold(t.Value) + " · " + versions
		}
	}
	return versions + " of one text"
}

// versionWords returns what is known of a version: when it was published, or
// updated, its outlet and its headline.
func versionWords(a *corpus.Article) string {
	m := a.Meta
	said := []string{"date unknown"}
	if m.Updated.Known() {
		said[0] = "updated " + date(m.Updated.Value, "2 January 2006", "2 January 2006 15:04 -07:00") + from(m.Updated)
	} else if m.Published.Known() {
		said[0] = date(m.Published.Value, "2 January 2006", "2 January 2006 15:04 -07:00") + from(m.Published)
	}
	for _, f := range []corpus.Field[string]{m.Outlet, m.Title} {
		if f.Known() && !f.Guess {
			said = append(said, prose.Fold(f.Value))
		}
	}
	return strings.Join(said, " · ")
}

// historyText writes pages of listWidth: the versions, numbered, then each step
// with its changes, each with the words around it.
func historyText(w *bufio.Writer, all []*history.History) error {
	l := lister{w: w, width: listWidth}
	if len(all) == 0 {
		l.put(0, noVersions)
	}
	for n, h := range all {
		if n > 0 {
			l.put(0, "")
			l.put(0, "")
		}
		l.put(0, historyHeading(h))
		l.put(0, "")
		for k, a := range h.Versions {
			l.put(2, fmt.Sprintf("%d: %s", k+1, versionWords(a)))
			l.path(5, a.Path, "")
		}
		for k, s := range h.Steps {
			l.put(0, "")
			l.put(0, h.Heading(k))
			for _, line := range s.Summary() {
				l.put(2, line)
			}
			for i := range s.Changes {
				l.change(s, &s.Changes[i], i == 0 || s.Changes[i-1].Label() != s.Changes[i].Label())
			}
		}
	}
	return nil
}

// change writes a change: its kind where that is another than before, the
// words, and where they stand.
func (l *lister) change(s history.Step, c *history.Change, named bool) {
	if named {
		l.put(0, "")
		l.put(2, c.Label())
	}
	if c.Whole() {
		l.put(4, c.Sentences()+": "+c.Say())
		return
	}
	l.put(4, c.Say())
	where := c.Sentences()
	if around := s.Around(c); around != [3]string{} {
		where += ": " + around[0] + "[" + around[1] + "]" + around[2]
	}
	if where != "" {
		l.put(6, where)
	}
}

// historyMarkdown writes the same as lists, for an issue or a wiki.
func historyMarkdown(w *bufio.Writer, all []*history.History) error {
	if len(all) == 0 {
		fmt.Fprintln(w, noVersions)
	}
	for n, h := range all {
		if n > 0 {
			fmt.Fprintln(w)
		}
		fmt.Fprintf(w, "# %s\n\n", markdownText(historyHeading(h)))
		for k, a := range h.Versions {
			mark := fmt.Sprintf("%d. ", k+1)
			fmt.Fprintf(w, "%s%s", mark, markdownText(versionWords(a)))
			if address := corpus.WebAddress(a.Meta.URL.Value); address != "" {
				fmt.Fprintf(w, " <%s>", address)
			}
			if a.Path != "" {
				fmt.Fprintf(w, " (%s)", markdownText(a.Path))
			}
			fmt.Fprintln(w)
		}
		for k, s := range h.Steps {
			fmt.Fprintf(w, "\n## %s\n\n", h.Heading(k))
			for _, line := range s.Summary() {
				fmt.Fprintf(w, "- %s\n", markdownText(line))
			}
			for i := range s.Changes {
				c := &s.Changes[i]
				if i == 0 || s.Changes[i-1].Label() != c.Label() {
					fmt.Fprintf(w, "\n### %s\n\n", c.Label())
				}
				if c.Whole() {
					fmt.Fprintf(w, "- %s: %s\n", c.Sentences(), markdownText(c.Say()))
					continue
				}
				fmt.Fprintf(w, "- %s\n", markdownText(c.Say()))
				if where := markdownPlace(s, c); where != "" {
					fmt.Fprintf(w, "  - %s\n", where)
				}
			}
		}
	}
	return nil
}

// markdownPlace writes where a change is, its words bold.
func markdownPlace(s history.Step, c *history.Change) string {
	where := c.Sentences()
	around := s.Around(c)
	if around == [3]string{} {
		return where
	}
	e := emphasizer{text: strings.Join(around[:], ""), before: ' '}
	at := 0
	for k, part := range around {
		mark := ""
		if k == 1 {
			mark = "**"
		}
		e.passage(at, at+len(part), mark, mark)
		at += len(part)
	}
	return where + ": " + prose.Fold(e.out.String())
}
