package history

import (
	"fmt"
	"strings"
	"time"

	"parallax/corpus/fold"
	"parallax/corpus/prose"
	"parallax/diffview"
)

// Label names the kind of a change, and that it is minor or quoted.
func (c *Change) Label() string {
	switch {
	case c.Minor:
		return diffview.Minor.String() + ", " + c.Kind.String()
	case c.Quoted && c.Kind != Quotation:
		return c.Kind.String() + ", quoted"
	}
	return c.Kind.String()
}

// Sentences names the sentences of a change, "" when it is in none.
func (c *Change) Sentences() string {
	where := c.Where()
	switch {
	case where == "":
		return ""
	case len(c.Places) > 1:
		return "sentences " + where
	}
	return "sentence " + where
}

// Whole reports whether a change is a sentence and not a part of one.
func (c *Change) Whole() bool { return c.Kind.whole() }

// Where names the sentences of a change by their numbers: "4", "4 → 5" where
// the versions number it otherwise, "3, 7".
func (c *Change) Where() string {
	const most = 6 // places
	var parts []string
	for k, p := range c.Places {
		if k == most {
			return strings.Join(parts, ", ") + fmt.Sprintf(" and %d more", len(c.Places)-k)
		}
		switch from, to := p.Numbers[0], p.Numbers[1]; {
		case from == 0 && to == 0:
		case from == 0 || from == to:
			parts = append(parts, fmt.Sprint(to))
		case to == 0:
			parts = append(parts, fmt.Sprint(from))
		default:
			parts = append(parts, fmt.Sprintf("%d → %d", from, to))
		}
	}
	return strings.Join(parts, ", ")
}

// Say tells a change in words. Whole sentences are told by their own.
func (c *Change) Say() string {
	from, to := c.Words[0], c.Words[1]
	switch {
	case c.Kind == Paragraph && c.Places[0].Sentences[1] >= 0:
		return "a paragraph now begins here"
	case c.Kind == Paragraph:
		return "no paragraph begins here any more"
	case c.Kind == Moved:
		return to
	case c.Kind == Repeated && c.Places[0].Sentences[0] >= 0:
		return "no longer repeated: " + from
	case c.Kind == Repeated:
		return "repeated: " + to
	case c.Kind.whole():
		return from + to
	case from == "":
		return "‘" + to + "’ added"
	case to == "":
		return "‘" + from + "’ removed"
	}
	return "‘" + from + "’ → ‘" + to + "’"
}

// How much of the sentence is shown before a change and after it, in bytes.
const (
	before = 60
	after  = 90
)

// Around returns the first place of a change, in the version that First
// returns: the words before it, the changed words and the words after it, from
// the same sentence. They are empty where the change is a whole sentence.
func (s Step) Around(c *Change) (around [3]string) {
	side, p := c.First()
	i := p.Sentences[side]
	if i < 0 || c.Kind.whole() {
		return around
	}
	a := s.Articles[side]
	sentence, span := a.Sentences[i].Span, p.Spans[side]
	if c.Kind == Paragraph {
		return [3]string{"", "¶", " " + head(sentence.Of(a.Text))}
	}
	start, end := max(sentence.Start, min(span.Start, sentence.End)), max(sentence.Start, min(span.End, sentence.End))
	around[0] = tail(a.Text[sentence.Start:start])
	around[1] = prose.Fold(a.Text[start:end])
	around[2] = head(a.Text[end:sentence.End])
	return around
}

// spaced folds the white space of a text and keeps one space at its ends.
func spaced(s string) string {
	folded := prose.Fold(s)
	if folded == "" {
		return ""
	}
	if strings.TrimLeft(s, " \n\t") != s {
		folded = " " + folded
	}
	if strings.TrimRight(s, " \n\t") != s {
		folded += " "
	}
	return folded
}

// tail returns the end of a text, from a word on.
func tail(s string) string {
	s = spaced(s)
	if len(s) <= before {
		return s
	}
	if cut := strings.IndexByte(s[len(s)-before:], ' '); cut >= 0 {
		return "… " + s[len(s)-before+cut+1:]
	}
	return "… "
}

// head returns the beginning of a text, to the end of a word.
func head(s string) string {
	s = spaced(s)
	if len(s) <= after {
		return s
	}
	if cut := strings.LastIndexByte(s[:after], ' '); cut >= 0 {
		return s[:cut] + " …"
	}
	return " …"
}

// Heading names the two versions of a step by their numbers, and how much later
// the second is.
func (h *History) Heading(k int) string {
	said := fmt.Sprintf("%d → %d", k+1, k+2)
	from, known := when(h.Versions[k])
	to, alsoKnown := when(h.Versions[k+1])
	if apart := between(from, to); known && alsoKnown && apart != "" {
		said += ", " + apart
	}
	return said
}

// Summary says in a few lines what a step comes to.
func (s Step) Summary() (lines []string) {
	switch {
	case s.Exact == nil:
		lines = append(lines, "two different texts: compared by meaning, so that only conflicts and whole sentences are listed")
	case s.Exact.Identical():
		lines = append(lines, "identical: the same words, marks and paragraphs in the same order")
	}
	if counts := counted(s.Changes); counts != "" {
		lines = append(lines, "changed: "+counts)
	} else if s.Exact == nil && !s.Comparison.Same() {
		lines = append(lines, "only the wording differs")
	}
	if s.Exact == nil {
		return lines
	}
	var excused []string
	for k, n := range s.Exact.Excused {
		if n > 0 {
			excused = append(excused, fmt.Sprintf("%s %d", fold.Kind(k), n))
		}
	}
	if excused != nil {
		lines = append(lines, "written differently, which does not count: "+strings.Join(excused, ", "))
	}
	return lines
}

// between says how much later the second of two times is, "" for no time between.
func between(from, to time.Time) string {
	d := to.Sub(from)
	way := "later"
	if d < 0 {
		d, way = -d, "earlier"
	}
	days, hours, minutes := int(d.Hours())/24, int(d.Hours())%24, int(d.Minutes())%60
	var parts []string
	for _, u := range []struct {
		n    int
		name string
	}{{days, "day"}, {hours, "hour"}, {minutes, "minute"}} {
		switch {
		case u.n == 1:
			parts = append(parts, "1 "+u.name)
		case u.n > 1:
			parts = append(parts, fmt.Sprintf("%d %ss", u.n, u.name))
		}
	}
	if parts == nil {
		return ""
	}
	return strings.Join(parts[:min(2, len(parts))], " ") + " " + way
}

// counted says how many changes of each kind there are, in the order of the
// kinds, and then of those that are minor: "number 2, quotation 1, minor 1".
func counted(changes []Change) string {
	var n [len(names)]int
	minor := 0
	for _, c := range changes {
		if c.Minor {
			minor += len(c.Places)
		} else {
			n[c.Kind] += len(c.Places)
		}
	}
	var parts []string
	for kind, count := range n {
		if count > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", Kind(kind), count))
		}
	}
	if minor > 0 {
		parts = append(parts, fmt.Sprintf("%s %d", diffview.Minor, minor))
	}
	return strings.Join(parts, ", ")
}
