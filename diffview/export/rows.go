package export

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/diffview"
	"parallax/diffview/layout"
	"parallax/diffview/measured"
)

// What the formats for people have in common: which rows they write, and how
// they say what is known of an article.

// A shownRow is a row that is written, with how many sentences of each article
// were left out before it because both say the same.
type shownRow struct {
	layout.Row
	leftOut [2]int
}

// empty reports whether a row only says what was left out.
func (r shownRow) empty() bool { return len(r.Sentences[0])+len(r.Sentences[1]) == 0 }

// rowsOf returns the rows to write. The last one may be without sentences:
// then it only says what was left out at the end.
func rowsOf(c *diffview.Comparison, o Options) []shownRow {
	var shown []shownRow
	var leftOut [2]int
	for _, row := range layout.Arrange(c) {
		switch {
		case o.OnlyDifferences && !row.Relation.Compared():
			continue
		case o.OnlyDifferences && agrees(c, row):
			for side := range row.Sentences {
				for _, copied := range row.Repeated[side] {
					if !copied {
						leftOut[side]++
					}
				}
			}
			continue
		}
		shown = append(shown, shownRow{row, leftOut})
		leftOut = [2]int{}
	}
	if leftOut != [2]int{} {
		shown = append(shown, shownRow{leftOut: leftOut})
	}
	return shown
}

// relationWords say what the sides of a row are to each other.
var relationWords = sync.OnceValue(func() map[layout.Relation]string {
	return map[layout.Relation]string{
		layout.Same:      "word for word the same",
		layout.Similar:   "both report it",
		layout.Conflict:  "in conflict",
		layout.Unsure:    "perhaps the same",
		layout.OnlyLeft:  "only in A",
		layout.OnlyRight: "only in B",
		layout.Furniture: "page lines outside the article, not compared",
		layout.Unlinked:  "the two headlines",
		layout.Doubtful:  "perhaps not part of the article, not compared",

		layout.Uncompared: "not compared: the text is too long",
	}
})

// relationOf says what the sides of a row are to each other.
func relationOf(c *diffview.Comparison, row layout.Row) string {
	words := relationWords()[row.Relation]
	if row.Moved(c) {
		words += ", moved"
	}
	return words
}

// agrees reports whether nothing of a row differs or is added.
func agrees(c *diffview.Comparison, row layout.Row) bool {
	if row.Relation != layout.Same && row.Relation != layout.Similar {
		return false
	}
	if row.Moved(c) || row.Begins(c) {
		return false
	}
	for side, sentences := range row.Sentences {
		for _, s := range sentences {
			for _, p := range passages(c, diffview.Side(side), s) {
				if p.mark != diffview.Agree {
					return false
				}
			}
		}
	}
	return true
}

// leftOutWords says what a row's leftOut counts, "" for nothing.
func (r shownRow) leftOutWords() string {
	if r.leftOut == [2]int{} {
		return ""
	}
	return fmt.Sprintf("omitted because they agree: %s from A, %s from B", count(r.leftOut[0], "sentence"), count(r.leftOut[1], "sentence"))
}

// A passage is a stretch of a sentence with one mark.
type passage struct {
	text     string // as the article has it
	mark     diffview.Mark
	strength diffview.Strength
	ends     []int // the conflicts whose words end in it, by their place in Conflicts
}

// passages cuts a sentence at its marks. Together they are the sentence.
func passages(c *diffview.Comparison, side diffview.Side, sentence int) []passage {
	text, at := c.Articles[side].Text, c.Articles[side].Sentences[sentence]
	var ps []passage
	add := func(end int, like diffview.Span) {
		if end > at.Start {
			p := passage{text: text[at.Start:end], mark: like.Mark, strength: like.Strength}
			p.ends = endingIn(c, side, sentence, prose.Span{Start: at.Start, End: end})
			ps = append(ps, p)
			at.Start = end
		}
	}
	spans := c.Spans[side]
	first := sort.Search(len(spans), func(k int) bool { return spans[k].End > at.Start })
	for _, s := range spans[first:] {
		if s.Start >= at.End {
			break
		}
		add(s.Start, diffview.Span{})
		add(min(s.End, at.End), s)
	}
	add(at.End, diffview.Span{})
	return ps
}

// endingIn returns the conflicts of a sentence whose words end in a span of it.
func endingIn(c *diffview.Comparison, side diffview.Side, sentence int, in prose.Span) (found []int) {
	for k, conflict := range c.Conflicts {
		end := conflict.Spans[side].End
		if c.Links[conflict.Link].Sentences[side] == sentence && in.Start < end && end <= in.End {
			found = append(found, k)
		}
	}
	return found
}

// conflictsIn returns the conflicts found in a row, by their place in Conflicts.
func conflictsIn(c *diffview.Comparison, row layout.Row) (found []int) {
	links := row.Links(c)
	for k, conflict := range c.Conflicts {
		if slices.Contains(links, conflict.Link) {
			found = append(found, k)
		}
	}
	return found
}

// kindOf names what a conflict is about, and its grade when that is not core.
func kindOf(k diffview.Conflict) string {
	if k.Grade != diffview.Core {
		return k.Grade.String() + ", " + k.Kind.String()
	}
	return k.Kind.String()
}

// numbers returns the compared sentences of an article, numbered from 1.
func numbers(a *corpus.Article) map[int]int {
	n := map[int]int{}
	for i, s := range a.Sentences {
		if s.Kind.Compared() {
			n[i] = len(n) + 1
		}
	}
	return n
}

// titleOf returns an article's headline, with where it was found when it is a
// guess.
func titleOf(a *corpus.Article) string {
	return cmp.Or(prose.Fold(a.Meta.Title.Value), "(no title)") + from(a.Meta.Title)
}

// outletOf returns an article's outlet likewise, or what else it is called.
func outletOf(a *corpus.Article) string {
	if !a.Meta.Outlet.Known() {
		return prose.Fold(a.Name()) + " (outlet unknown)"
	}
	return prose.Fold(a.Meta.Outlet.Value) + from(a.Meta.Outlet)
}

// headingOf returns a heading for a comparison.
func headingOf(c *diffview.Comparison) string {
	who := corpus.Names(c.Articles[:]...)
	for side, a := range c.Articles {
		who[side] = prose.Fold(who[side])
		if a.Meta.Outlet.Guess {
			who[side] += " (?)"
		}
	}
	return who[0] + " and " + who[1] + " side by side"
}

// about returns what is known of an article besides its title: its outlet, when
// it was published, who wrote it.
func about(a *corpus.Article) []string {
	m := a.Meta
	known := []string{outletOf(a), "date unknown"}
	if m.Published.Known() {
		known[1] = date(m.Published.Value, "2 January 2006", "2 January 2006 15:04 -07:00") + from(m.Published)
	}
	if len(m.Authors.Value) > 0 {
		known = append(known, "by "+strings.Join(m.Authors.Value, ", ")+from(m.Authors))
	}
	return known
}

// from says where a guess was found; what is not guessed needs no word.
func from[T any](f corpus.Field[T]) string {
	if !f.Guess {
		return ""
	}
	return " ? (from " + f.From + ")"
}

// date writes a time, by the first layout when only the day is known.
func date(t time.Time, day, moment string) string {
	if h, m, s := t.Clock(); h+m+s == 0 && t.Location() == time.UTC {
		return t.Format(day)
	}
	return t.Format(moment)
}

// conflictsWords says what the list of conflicts leaves unsaid: that most of what
// two articles disagree on is not noticed, and where none is, what is looked
// for and how much of it is found. Of versions of one text every change is.
func conflictsWords(c *diffview.Comparison) string {
	switch {
	case c.Exact != nil && len(c.Conflicts) == 0 && !c.Exact.Identical() && !c.TurnsNothing():
		return "No conflicts. Every change is marked."
	case c.Exact != nil && len(c.Conflicts) == 0 && !c.Exact.Identical():
		return "No conflicts: no number, date, name, quotation, denial or degree of certainty was replaced by another. Every change is marked."
	case c.Exact != nil:
		return ""
	case len(c.Conflicts) == 0:
		return measured.NoneNoticed()
	}
	return "There may be others: most conflicts go unnoticed."
}

// countConflicts says how many conflicts are reported.
func countConflicts(c *diffview.Comparison) string {
	words := count(c.CountConflicts(), "conflict")
	if c.CountConflicts() == 0 {
		words += " noticed"
	}
	return words
}

// shareWords says how much of a side the other has. What two different texts say
// in other words is not always noticed: the one figure is the least, the other
// the most.
func shareWords(c *diffview.Comparison, side diffview.Side) string {
	s := c.Share(side)
	if s.Words == 0 {
		return "no words to compare"
	}
	p := percents(s.Words, s.Agree, s.Detail+s.Unclear, s.Wording, s.Conflict)
	least, most := "at least ", "at most "
	if c.Exact != nil {
		least, most = "", ""
	}
	return fmt.Sprintf("%s%d %% of its %s are also in %s; %s%d %% only here; %d %% worded differently; %d %% in conflict; %s",
		least, p[0], count(s.Words, "word"), names[side.Other()], most, p[1], p[2], p[3], matchedWords(s))
}

// matchedWords says how many sentences of a side have a match.
func matchedWords(s diffview.Share) string {
	words := fmt.Sprintf("%d of %s matched", s.Matched, count(s.Sentences, "sentence"))
	if s.Unsure > 0 {
		words += fmt.Sprintf(", %d of them perhaps", s.Unsure)
	}
	return words
}

// percents returns what parts are of the whole, so that they add up to 100:
// each is rounded down, and the largest remainders get what is then missing.
func percents(whole int, parts ...int) []int {
	p := make([]int, len(parts))
	missing := 100
	for i, n := range parts {
		p[i] = 100 * n / whole
		missing -= p[i]
	}
	for ; missing > 0; missing-- {
		best := 0
		for i, n := range parts {
			if 100*n-p[i]*whole > 100*parts[best]-p[best]*whole {
				best = i
			}
		}
		p[best]++
	}
	return p
}

func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	if n == 0 {
		return "no " + thing + "s"
	}
	return fmt.Sprint(n, " ", thing, "s")
}

// A noted is a note with what it is on.
type noted struct {
	on     string // "A, sentence 3", "both articles"
	begins string // the first words of the sentence; "" when it is on both
	text   string
	side   diffview.Side
	number int // of the sentence, 0 for a line of the page and for both articles
}

// notesOf returns the notes as they are written, those on both articles first,
// then by side and sentence. A note on a sentence that there is not is on both.
func notesOf(c *diffview.Comparison, notes []Note) []noted {
	numbers := [2]map[int]int{numbers(c.Articles[0]), numbers(c.Articles[1])}
	sorted := slices.Clone(notes)
	for i, n := range sorted {
		if n.Sentence < 0 || n.Sentence >= len(c.Articles[n.Side].Sentences) {
			sorted[i].Side, sorted[i].Sentence = diffview.Left, -1
		}
	}
	slices.SortStableFunc(sorted, func(a, b Note) int {
		return cmp.Or(cmp.Compare(min(a.Sentence, 0), min(b.Sentence, 0)), cmp.Compare(a.Side, b.Side), cmp.Compare(a.Sentence, b.Sentence))
	})
	var out []noted
	for _, n := range sorted {
		w := noted{on: "both articles", text: prose.Fold(n.Text), side: n.Side}
		if n.Sentence >= 0 {
			a := c.Articles[n.Side]
			w.number = numbers[n.Side][n.Sentence]
			w.on = names[n.Side] + ", a page line outside the article"
			if w.number > 0 {
				w.on = fmt.Sprintf("%s, sentence %d", names[n.Side], w.number)
			}
			w.begins = opening(prose.Fold(a.Sentences[n.Sentence].Of(a.Text)))
		}
		out = append(out, w)
	}
	return out
}

// paragraphMeans says what ParagraphSign means, where it may be shown.
func paragraphMeans(c *diffview.Comparison) string {
	if c.Exact == nil {
		return ""
	}
	return " " + layout.ParagraphSign + ": a paragraph begins here only."
}

// opening returns the first words of a sentence: enough to know it by.
func opening(s string) string {
	const most = 60 // bytes
	if len(s) <= most {
		return s
	}
	cut := strings.LastIndexByte(s[:most], ' ')
	if cut < most/2 {
		for cut = most; !utf8.RuneStart(s[cut]); cut-- {
		}
	}
	return s[:cut] + " …"
}
