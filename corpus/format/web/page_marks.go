package web

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"parallax/corpus/byline"
	"parallax/corpus/dates"
	"parallax/corpus/format/raw"
)

// marks are what the elements of a page say of its article: those made for it
// (itemprop, <time>, rel=author), those whose class says so, and what stands
// around the headline whatever it is called.
type marks struct {
	order    dates.Order         // of the numbers in the dates of the page
	items    map[string][]string // by itemprop, in lower case
	headline *html.Node          // or nil
	heading  string              // its text
	dates    []markedDate
	authors  []string // of rel=author
	bylines  []markedLine
}

// A markedDate is a date that the page shows, as it is written there.
type markedDate struct {
	text, from string
	label      dates.Label
	near       bool // it stands around the headline
	sure       bool // an element made for it, a class or a label says that it is the article's
	when       dates.Date
}

// A markedLine is a line that names the authors.
type markedLine struct {
	text string
	near bool
	in   *html.Node // the parent of its element
}

// itemsRead are the itemprops of places.
var itemsRead = []string{"headline", "author", "publisher", "datepublished", "datecreated", "datemodified"}

const (
	// aroundBefore and aroundAfter are how many elements before and after the
	// headline stand around it, at most.
	aroundBefore, aroundAfter = 30, 80

	maxDateLine = 150 // bytes of a line with a date
	maxMarks    = 20  // dates and bylines looked at
)

// findMarks finds them, outside of what is next to the article.
func (p *page) findMarks() marks {
	m := marks{order: p.order(), items: make(map[string][]string)}
	if p.tree == nil {
		return m
	}
	all := slices.Collect(elements(p.tree))
	at := p.findHeadline(&m, all)
	s := scope{of: m.headline}
	if at >= 0 {
		s.from, s.to = max(0, at-aroundBefore), endOfHead(all, at)
	}
	for i, n := range all {
		if n.Type != html.ElementNode || beside(n) {
			continue
		}
		for _, item := range words(attribute(n, "itemprop")) {
			if slices.Contains(itemsRead, item) && (len(m.items[item]) == 0 || item == "author" && len(m.items[item]) < maxMetas) {
				m.items[item] = append(m.items[item], itemValue(n))
			}
		}
		if hasAny(words(attribute(n, "rel")), "author") && len(m.authors) < maxMetas {
			m.authors = append(m.authors, nameIn(n))
		}
		if n == m.headline {
			m.lookBelow()
		}
		near := at >= 0 && i >= s.from && i <= s.to && n != m.headline && (i > at || s.around(n))
		m.look(n, near)
	}
	return m
}

// findHeadline finds the headline, the first <h1> that is not the name of the
// site, and returns its index, or -1.
func (p *page) findHeadline(m *marks, all []*html.Node) int {
	site := p.siteNames()
	found := -1
	for i, n := range all {
		if n.DataAtom != atom.H1 || beside(n) || hidden(n) {
			continue
		}
		text := lineOf(n)
		if text == "" || site[siteKey(text)] {
			continue
		}
		if headline, ok := besideHeading(p.title, text); ok && len(headline) > len(text) { // the site's name, as a logo
			if k := lowerHeading(all, headline); k >= 0 {
				m.headline, m.heading = all[k], lineOf(all[k])
				return k
			}
		}
		same := p.title != "" && strings.HasPrefix(siteKey(p.title), siteKey(text))
		if found < 0 || same {
			found, m.headline, m.heading = i, n, text
		}
		if same {
			break
		}
	}
	return found
}

// lowerHeading returns the index of the heading of a lower rank that is a headline,
// or -1.
func lowerHeading(all []*html.Node, headline string) int {
	return slices.IndexFunc(all, func(n *html.Node) bool {
		return (n.DataAtom == atom.H2 || n.DataAtom == atom.H3) && !beside(n) && !hidden(n) && siteKey(lineOf(n)) == siteKey(headline)
	})
}

// siteNames returns the names that the tags of a page have for its site.
func (p *page) siteNames() map[string]bool {
	names := make(map[string]bool)
	for _, list := range [][]string{p.metas["og:site_name"], p.metas["application-name"], p.ld["publisher"], p.ld["site"]} {
		for _, n := range list {
			names[siteKey(n)] = true
		}
	}
	delete(names, "")
	return names
}

// endOfHead returns where, after the headline, the text has begun: at the
// second paragraph, for the first can be the standfirst.
func endOfHead(all []*html.Node, at int) int {
	const long = 100 // bytes
	end := min(len(all)-1, at+aroundAfter)
	for i, prose := at+1, 0; i <= end; i++ {
		if all[i].DataAtom != atom.P || len(lineOf(all[i])) < long {
			continue
		}
		if prose++; prose == 2 {
			return i
		}
	}
	return end
}

// A scope is the part of a page around its headline.
type scope struct {
	of       *html.Node
	from, to int // the elements
}

// around reports whether an element before the headline belongs to it: within
// its parent or the one above, unless that is the page.
func (s scope) around(n *html.Node) bool {
	for up, k := s.of.Parent, 0; up != nil && k < 2; up, k = up.Parent, k+1 {
		if up.DataAtom == atom.Body || up.DataAtom == atom.Html {
			return false
		}
		if isBelow(n, up) {
			return true
		}
	}
	return false
}

// look notes what an element says of date and authors.
func (m *marks) look(n *html.Node, near bool) {
	isTime := n.DataAtom == atom.Time
	dated := isTime || hasClassWord(n, dateClasses) || n.DataAtom == atom.Abbr && attribute(n, "title") != "" && hasClassWord(n, publishedClasses)
	named := hasClassWord(n, authorClasses) && !hasClassWord(n, notAuthorClasses)
	leaf := near && isLeaf(n)
	if !dated && !named && !leaf || n.DataAtom == atom.Body || n.DataAtom == atom.Html || m.headline != nil && isBelow(m.headline, n) || aboutOthers(n, m.headline) {
		return
	}
	line := lineOfParts(n)
	if len(line) > maxDateLine && !isTime {
		return
	}
	class, cut := classWords(n), m.cut(line)
	if byName := named && near; (dated || leaf || byName) && len(m.dates) < maxMarks {
		m.addDate(n, cut, class, near, dated || byName)
	}
	if len(m.bylines) < maxMarks && (named || (leaf || dated) && cut.signed()) {
		m.bylines = append(m.bylines, markedLine{line, near, n.Parent})
	}
}

// lookBelow looks at the text just below the headline that is in no element of
// its own.
func (m *marks) lookBelow() {
	const farthest = 8 // siblings
	n := m.headline.NextSibling
	for k := 0; n != nil && k < farthest; n, k = n.NextSibling, k+1 {
		if n.Type != html.TextNode {
			continue
		}
		line := raw.OneLine(n.Data)
		if line == "" || len(line) > maxDateLine {
			continue
		}
		cut := m.cut(line)
		m.addDate(n, cut, nil, true, false)
		if cut.signed() {
			m.bylines = append(m.bylines, markedLine{line, true, n.Parent})
		}
	}
}

// A cutLine is a line with the dates in it, and what is left without them.
type cutLine struct {
	text, rest string
	dates      []dates.Date
}

func (m *marks) cut(line string) cutLine {
	rest, found := dates.Cut(line, m.order)
	return cutLine{line, rest, found}
}

// signed reports whether a line names its authors with a label, before a date
// or after it.
func (l cutLine) signed() bool {
	return byline.Labelled(l.text) || len(l.dates) > 0 && byline.Labelled(l.rest)
}

// label returns what a line calls its first date, or the one that follows it.
func (l cutLine) label() dates.Label {
	if len(l.dates) > 0 {
		return l.dates[0].Label
	}
	return dates.LabelIn(l.text)
}

// addDate notes the date of an element. One that only stands near the headline
// must be all of its line, or nearly.
func (m *marks) addDate(n *html.Node, line cutLine, class []string, near, dated bool) {
	beside := 40 // bytes that may stand beside a date
	if dated {
		beside = 80
	}
	from := "date on the page"
	if n.DataAtom == atom.Time {
		from = "time element"
	}
	if v, when, ok := m.machineDate(n, dated); ok {
		d := markedDate{text: v, from: from, near: near, sure: true, when: when}
		d.label = labelOf(class, cmp.Or(line.label(), labelBeside(n)))
		m.dates = append(m.dates, d)
		return
	}
	if n.DataAtom != atom.Time && hasTime(n) {
		return // that one says more
	}
	found := line.dates
	if len(found) == 0 || len(line.rest) > beside && !byline.Labelled(line.text) {
		return
	}
	if m.headline != nil && !near && !dated {
		return
	}
	for _, d := range found {
		text := strings.Trim(line.text[d.Start:d.End], " ,;|·:")
		if slices.ContainsFunc(m.dates, func(o markedDate) bool { return o.when.Time.Equal(d.Time) && o.near }) {
			continue
		}
		label := d.Label
		if label == dates.NoLabel {
			label = labelBeside(n)
		}
		if len(found) == 1 {
			label = labelOf(class, label)
		}
		m.dates = append(m.dates, markedDate{text, from, label, near, dated || label != dates.NoLabel, d})
	}
}

// dateAttributes are where an element that shows a date to readers ("2 hours
// ago") has it for programs. A title is for readers too, and is one on <abbr> only.
var dateAttributes = strings.Fields("data-timestamp data-datetime data-date data-time data-published data-utc")

// machineDate returns the date that an element has for programs: a <time>, an
// <abbr>, one whose class says that it is a date.
func (m *marks) machineDate(n *html.Node, dated bool) (value string, when dates.Date, ok bool) {
	var names []string
	switch {
	case n.DataAtom == atom.Time:
		names = append([]string{"datetime", "title"}, dateAttributes...)
	case n.DataAtom == atom.Abbr:
		names = []string{"title"}
	case dated:
		names = append([]string{"datetime"}, dateAttributes...)
	}
	for _, name := range names {
		v := attribute(n, name)
		if v == "" {
			continue
		}
		if when, ok = dates.Whole(v, m.order); ok {
			return v, when, true
		}
		if t, ok := dates.ParseAs(v, m.order); ok { // seconds since 1970
			return v, dates.Date{Time: t, Clock: true}, true
		}
	}
	return "", when, false
}

// hasTime reports whether there is a <time> with its date below an element.
func hasTime(n *html.Node) bool {
	for e := range elements(n) {
		if e.DataAtom == atom.Time && attribute(e, "datetime") != "" {
			return true
		}
	}
	return false
}

// labelOf returns what a date is called: by the class of its element, or as the
// text has it. A class that says both is of a date that is both.
func labelOf(class []string, inText dates.Label) dates.Label {
	switch {
	case inText != dates.NoLabel:
		return inText
	case hasAnyOf(class, publishedClasses):
		return dates.Published
	case hasAnyOf(class, updatedClasses):
		return dates.Updated
	}
	return dates.NoLabel
}

// labelBeside returns what the text just before an element calls the date in
// it: "Updated <time>…".
func labelBeside(n *html.Node) dates.Label {
	before := n.PrevSibling
	for before != nil && before.Type == html.TextNode && strings.TrimSpace(before.Data) == "" {
		before = before.PrevSibling
	}
	if before == nil && n.Parent != nil && n.DataAtom == atom.Time && !IsBlock(n.Parent) {
		return labelOf(classWords(n.Parent), labelBeside(n.Parent))
	}
	if before == nil || before.DataAtom == atom.Time || IsBlock(before) {
		return dates.NoLabel
	}
	text := before.Data
	if before.Type == html.ElementNode {
		text = lineOf(before)
	}
	if len(text) > maxDateLine {
		return dates.NoLabel
	}
	return dates.LabelIn(text)
}

// aboutOthers reports whether an element is in a box about other articles, or
// in a comment. A box that holds the headline is the article's own.
func aboutOthers(n, headline *html.Node) bool {
	for up := n; up != nil; up = up.Parent {
		if headline != nil && isBelow(headline, up) {
			return false
		}
		switch up.DataAtom {
		case atom.Body, atom.Html, atom.Main:
			return false
		case atom.A:
			if href := attribute(up, "href"); href != "" && up != n && len(lineOf(up)) > 60 {
				return true
			}
		}
		if hasClassWord(up, othersClasses) {
			return true
		}
	}
	return false
}

// isLeaf reports whether an element is a line of its own, without others in it.
func isLeaf(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Span, atom.A, atom.Cite, atom.Label:
	default:
		if !IsBlock(n) {
			return false
		}
	}
	for e := n.FirstChild; e != nil; e = e.NextSibling {
		if IsBlock(e) {
			return false
		}
	}
	return n.FirstChild != nil
}
