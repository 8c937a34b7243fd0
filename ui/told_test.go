package ui

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"parallax/corpus/prose"
	"parallax/corpus/sample"
	"parallax/corpus/story"
	"parallax/diffview"
	"parallax/diffview/export"
	"parallax/diffview/layout"
	"parallax/ui/explain"
	"parallax/ui/page"
	"parallax/ui/session"
)

// What the reader and every export tell of one pair, read back out of each, and
// whether it is the same.

// A toldAll is what one of them tells.
type toldAll struct {
	rows      []toldRow
	conflicts []string  // "number: reason / A 2 words / B 4 words"
	shares    [2]string // by side: words also in the other, only here, said otherwise, in conflict, of how many; sentences matched
}

// A toldRow is sentences that are next to each other, by side: their numbers,
// and their words, each after the letter of its mark.
type toldRow struct {
	numbers [2][]int
	words   [2][]string
	blurred [2]bool // a repeat ends in a line in which another sentence begins: where, no one can tell
}

// blur takes from the words of a side the marks that another reading of the row
// has not, where a repeat and another sentence share a line.
func (r toldRow) blur(by toldRow) toldRow {
	for side, words := range r.words {
		if !r.blurred[side] && !by.blurred[side] || len(words) != len(by.words[side]) {
			continue
		}
		words = slices.Clone(words)
		for k, w := range by.words[side] {
			if w[0] == '*' {
				words[k] = "*" + words[k][1:]
			}
		}
		r.words[side] = words
	}
	return r
}

// String describes a row. The words of rows of one article and of repeats carry
// no marks in exports, so that they are compared without.
func (r toldRow) String() string {
	marked := len(r.numbers[0]) > 0 && len(r.numbers[1]) > 0
	var b strings.Builder
	for side, words := range r.words {
		fmt.Fprintf(&b, "%s %v:", [2]string{"A", "B"}[side], r.numbers[side])
		for _, w := range words {
			if !marked || strings.HasPrefix(w, "*") {
				w = "*" + w[1:]
			}
			b.WriteString(" " + w)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// A scribe collects the words of text with marks.
type scribe struct {
	words []string
	in    bool // inside a word
}

// add adds text with a mark: "=" both or unclear, which text does not tell apart, "+" only here, "~" otherwise, "!" in
// conflict, "*" none.
func (s *scribe) add(mark, text string) {
	for _, r := range text {
		if !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r) {
			s.in = false
			continue
		}
		if !s.in {
			s.words = append(s.words, mark)
		}
		s.in = true
		s.words[len(s.words)-1] += string(r)
	}
}

var signOf = map[byte]string{'+': "+", '~': "~", '!': "!"}

// signed adds text in the signs of the text export.
func (s *scribe) signed(text string, marked bool) {
	mark := "="
	if !marked {
		mark = "*"
	}
	plain := mark
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == '\\' && i+1 < len(text):
			i++
			s.add(mark, text[i:i+1])
		case text[i] == '{' && i+1 < len(text) && signOf[text[i+1]] != "":
			mark = signOf[text[i+1]]
			i++
		case text[i] == '}':
			mark = plain
		default:
			end := i + 1
			for end < len(text) && strings.IndexByte(`\{}`, text[end]) < 0 {
				end++
			}
			s.add(mark, text[i:end])
			i = end - 1
		}
	}
}

var gutterForm = regexp.MustCompile(`^([AB])([* ¶]) *(\d*) (.) (.*)$`)

// toldLines reads lines of one column: those of the text export, or of the
// reader with their marks written as the text export does.
func toldLines(lines []string) (rows []toldRow) {
	var row *toldRow
	var scribes [2]scribe
	side, marked := 0, true
	var repeated [2]bool // by side: the sentence before is a repeat
	end := func() {
		if row != nil && len(row.numbers[0])+len(row.numbers[1]) > 0 {
			row.words = [2][]string{scribes[0].words, scribes[1].words}
			rows = append(rows, *row)
		}
		row, scribes = nil, [2]scribe{}
	}
	for _, line := range lines {
		m := gutterForm.FindStringSubmatch(line)
		if line == "" || m != nil && (m[4] == "<" || m[4] == ">") {
			end()
		}
		if line == "" || m != nil && m[4] == "·" {
			marked = false // lines of the page
			continue
		}
		if row == nil {
			row, repeated = &toldRow{}, [2]bool{}
		}
		text := line
		if m != nil {
			side = strings.Index("AB", m[1])
			text, marked = m[5], m[2] != "*"
			if n, err := strconv.Atoi(m[3]); err == nil {
				row.blurred[side] = row.blurred[side] || repeated[side]
				row.numbers[side] = append(row.numbers[side], n)
			}
			repeated[side] = !marked
		}
		if len(row.numbers[0])+len(row.numbers[1]) == 0 {
			continue
		}
		scribes[side].signed(text, marked)
		if strings.HasSuffix(text, `\`) {
			continue // the word goes on
		}
		scribes[side].in = false
	}
	end()
	return rows
}

// toldText reads the text export.
func toldText(t *testing.T, c *diffview.Comparison) (out toldAll) {
	const width = 100_000 // nothing is wrapped
	var b strings.Builder
	if err := export.Text(&b, c, export.Options{View: layout.Unified, Width: width}); err != nil {
		t.Fatal(err)
	}
	head, body, ok := strings.Cut(b.String(), "\n-----")
	if !ok {
		t.Fatalf("no rows in\n%s", head)
	}
	out.rows = toldLines(strings.Split(body, "\n")[1:])
	form := regexp.MustCompile(`^ *\d+  (.*)$`)
	place := regexp.MustCompile(`^    ([AB] \d+): .*?\{!(.*?)\}`)
	for line := range strings.SplitSeq(head, "\n") {
		if m := form.FindStringSubmatch(line); m != nil {
			out.conflicts = append(out.conflicts, m[1])
		} else if m := place.FindStringSubmatch(line); m != nil {
			out.conflicts[len(out.conflicts)-1] += " / " + m[1] + " " + m[2]
		}
		out.share(line)
	}
	return out
}

var shareForm2 = regexp.MustCompile(`^(?:- )?([AB])(?:  |: )(?:at least )?(\d+) % of its (\d+) words are also in .; (?:at most )?(\d+) % only here; (\d+) % worded differently; (\d+) % in conflict; (\d+) of (\d+) sentences? matched`)

// share reads a line that tells a side's shares.
func (o *toldAll) share(line string) {
	if m := shareForm2.FindStringSubmatch(line); m != nil {
		o.shares[strings.Index("AB", m[1])] = fmt.Sprintf("%s+%s+%s+%s of %s, %s of %s", m[2], m[4], m[5], m[6], m[3], m[7], m[8])
	}
}

var (
	quotedForm   = regexp.MustCompile(`^> ([AB]) (\d+)(?: ¶)?(, again|, perhaps)?: (.*)$`)
	markdownSign = strings.NewReplacer(`\\`, `\\`, `\{`, `\{`, `\}`, `\}`, `\*`, `*`, "**", "\x01", "*", "\x02", "‹", "\x03", "›", "\x04", "\u2060", "")
)

// markdownAsSigned writes the marks of Markdown as those of the text export.
func markdownAsSigned(s string) string {
	var b strings.Builder
	open := map[rune]bool{}
	for _, r := range markdownSign.Replace(s) {
		switch r {
		case '\x01', '\x02':
			if open[r] = !open[r]; open[r] {
				b.WriteString(map[rune]string{'\x01': "{!", '\x02': "{+"}[r])
			} else {
				b.WriteString("}")
			}
		case '\x03':
			b.WriteString("{~")
		case '\x04':
			b.WriteString("}")
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// toldMarkdown reads the Markdown export.
func toldMarkdown(t *testing.T, c *diffview.Comparison) (out toldAll) {
	var b strings.Builder
	if err := export.Markdown(&b, c, export.Options{}); err != nil {
		t.Fatal(err)
	}
	head, body, _ := strings.Cut(b.String(), "\n## Sentence by sentence\n")
	var row *toldRow
	var scribes [2]scribe
	end := func() {
		if row != nil {
			row.words = [2][]string{scribes[0].words, scribes[1].words}
			out.rows = append(out.rows, *row)
		}
		row, scribes = nil, [2]scribe{}
	}
	for line := range strings.SplitSeq(body, "\n") {
		m := quotedForm.FindStringSubmatch(line)
		if m == nil {
			if line != "" && line != ">" {
				end()
			}
			continue
		}
		side := strings.Index("AB", m[1])
		if row == nil {
			row = &toldRow{}
		}
		n, _ := strconv.Atoi(m[2])
		row.numbers[side] = append(row.numbers[side], n)
		scribes[side].signed(markdownAsSigned(m[4]), m[3] != ", again")
		scribes[side].in = false
	}
	end()
	form, place := regexp.MustCompile(`^\d+\. (.*)$`), regexp.MustCompile(`^ +- ([AB] \d+): .*?\{!(.*?)\}`)
	for line := range strings.SplitSeq(head, "\n") {
		if m := form.FindStringSubmatch(line); m != nil {
			out.conflicts = append(out.conflicts, strings.ReplaceAll(m[1], `\`, ""))
		} else if m := place.FindStringSubmatch(markdownAsSigned(line)); m != nil {
			out.conflicts[len(out.conflicts)-1] += " / " + m[1] + " " + m[2]
		}
		out.share(line)
	}
	return out
}

func attributeOf(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// nodeText returns the text below a node, without references.
func nodeText(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	s := ""
	for c := range n.ChildNodes() {
		if c.Data != "sup" {
			s += nodeText(c)
		}
	}
	return s
}

// toldHTML reads the web page.
func toldHTML(t *testing.T, c *diffview.Comparison) (out toldAll) {
	var b strings.Builder
	if err := export.HTML(&b, c, export.Options{}); err != nil {
		t.Fatal(err)
	}
	doc, err := html.Parse(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	shares := 0
	for n := range doc.Descendants() {
		class := attributeOf(n, "class")
		switch {
		case n.Data == "li" && strings.HasPrefix(attributeOf(n, "id"), "c"):
			out.conflicts = append(out.conflicts, conflictHTML(n))
		case n.Data == "p" && class == "share":
			out.share([2]string{"A", "B"}[shares] + "  " + nodeText(n))
			shares++
		case n.Data == "div" && (class == "row" || strings.HasPrefix(class, "row ")) && !strings.Contains(class, "furniture"):
			out.rows = append(out.rows, rowHTML(n))
		}
	}
	return out
}

func conflictHTML(n *html.Node) string {
	said := ""
	for c := range n.ChildNodes() {
		if c.Data != "blockquote" {
			said += nodeText(c)
			continue
		}
		for q := range c.Descendants() {
			if q.Data == "a" {
				said = strings.TrimSpace(said) + " / " + nodeText(q)
			} else if q.Data == "mark" {
				said += " " + nodeText(q)
			}
		}
	}
	return prose.Fold(said)
}

func rowHTML(n *html.Node) (row toldRow) {
	side := -1
	for d := range n.ChildNodes() {
		if !strings.HasPrefix(attributeOf(d, "class"), "side") {
			continue
		}
		side++
		var s scribe
		for p := range d.ChildNodes() {
			if p.Data != "p" {
				continue
			}
			repeated := attributeOf(p, "class") == "copy"
			for part := range p.ChildNodes() {
				mark, known := map[string]string{"agree": "=", "unclear": "=", "detail": "+", "wording": "~"}[attributeOf(part, "class")]
				switch {
				case attributeOf(part, "class") == "label":
					number, _ := strconv.Atoi(regexp.MustCompile(`\d+`).FindString(nodeText(part)))
					row.numbers[side] = append(row.numbers[side], number)
					continue
				case part.Data == "sup":
					continue
				case part.Data == "mark":
					mark = "!"
				case repeated || !known:
					mark = "*"
				}
				s.add(mark, nodeText(part))
			}
			s.in = false
		}
		row.words[side] = s.words
	}
	return row
}

// A jsonTold is as much of the JSON export as is compared.
type jsonTold struct {
	Left, Right struct {
		Text      string
		Sentences []struct {
			prose.Span
			Kind string
		}
	}
	Links []struct{ Left, Right int }
	Spans map[string][]struct {
		prose.Span
		Mark, Strength string
	}
	Conflicts []struct {
		Kind, Grade, Reason string
		Left, Right         prose.Span
		Link                int
	}
}

// toldJSON reads the JSON export, with the rows of another, which it has not:
// their words are its own, and each of its links must be in one.
func toldJSON(t *testing.T, c *diffview.Comparison, rows []toldRow) (out toldAll) {
	var b strings.Builder
	if err := export.JSON(&b, c, export.Options{}); err != nil {
		t.Fatal(err)
	}
	var j jsonTold
	if err := json.Unmarshal([]byte(b.String()), &j); err != nil {
		t.Fatal(err)
	}
	texts := [2]string{j.Left.Text, j.Right.Text}
	numbers, places := [2]map[int]int{{}, {}}, [2]map[int]prose.Span{{}, {}} // by sentence; by number
	for side, sentences := range [2][]struct {
		prose.Span
		Kind string
	}{j.Left.Sentences, j.Right.Sentences} {
		for i, s := range sentences {
			if s.Kind == "body" || s.Kind == "title" {
				numbers[side][i] = len(numbers[side]) + 1
				places[side][numbers[side][i]] = s.Span
			}
		}
	}
	matched := [2]map[int]bool{{}, {}}
	linked := map[[2]int]bool{}
	for _, l := range j.Links {
		n := [2]int{numbers[0][l.Left], numbers[1][l.Right]}
		linked[n] = true
		matched[0][n[0]], matched[1][n[1]] = true, true
		if !slices.ContainsFunc(rows, func(r toldRow) bool {
			return slices.Contains(r.numbers[0], n[0]) && slices.Contains(r.numbers[1], n[1])
		}) {
			t.Errorf("the link A %d, B %d of the JSON is in no row", n[0], n[1])
		}
	}
	for side, name := range [2]string{"left", "right"} {
		counts := map[string]int{}
		words := 0
		for _, s := range j.Spans[name] {
			for _, w := range prose.Words(texts[side], s.Span) {
				if !w.Punct {
					words++
					counts[s.Mark+s.Strength]++
				}
			}
		}
		out.shares[side] = fmt.Sprintf("%v of %d, %d of %d", []int{counts["agree"], counts["detail"] + counts["unclear"], counts["differwording"], counts["differconflict"]},
			words, len(matched[side]), len(numbers[side]))
	}
	for _, r := range rows {
		one := toldRow{numbers: r.numbers}
		for side, name := range [2]string{"left", "right"} {
			var s scribe
			for _, n := range r.numbers[side] {
				if other := r.numbers[1-side]; len(other) > 0 && len(linked) > 0 &&
					!slices.ContainsFunc(other, func(o int) bool {
						at := [2]int{n, o}
						if side == 1 {
							at = [2]int{o, n}
						}
						return linked[at]
					}) && r.numbers[0][0] != 1 { // the two headlines may stand side by side without a link
					t.Errorf("%s %d is in a row without a link: %v", name, n, r.numbers)
				}
				in := places[side][n]
				for _, span := range j.Spans[name] {
					if span.Overlaps(in) {
						s.add(map[string]string{"agree": "=", "unclear": "=", "detail": "+", "differwording": "~", "differconflict": "!"}[span.Mark+span.Strength], span.Of(texts[side]))
					}
				}
				s.in = false
			}
			for i := range min(len(s.words), len(r.words[side])) {
				if r.words[side][i][0] == '*' { // a repeat
					s.words[i] = "*" + s.words[i][1:]
				}
			}
			one.words[side] = s.words
		}
		out.rows = append(out.rows, one)
	}
	for _, k := range j.Conflicts {
		kind := k.Kind
		if k.Grade != "core" {
			kind = k.Grade + ", " + kind
		}
		l := j.Links[k.Link]
		out.conflicts = append(out.conflicts, fmt.Sprintf("%s: %s / A %d %s / B %d %s", kind, k.Reason,
			numbers[0][l.Left], prose.Fold(k.Left.Of(texts[0])), numbers[1][l.Right], prose.Fold(k.Right.Of(texts[1]))))
	}
	return out
}

// toldReader reads what the reader draws: the lines of its page in one column,
// the line that explains the sentences of conflicts, and the header.
func toldReader(r *session.Reading) (out toldAll) {
	p := page.New(page.Key{Pair: r.Pair, View: layout.Unified, Width: 400, Measure: 390}, r)
	var lines []string
	for _, l := range p.Laid {
		var b strings.Builder
		for _, run := range append(slices.Clone(l.Gutter), l.Left...) {
			text := strings.NewReplacer("{", `\{`, "}", `\}`, `\`, `\\`).Replace(run.Text)
			open := map[layout.Role]string{layout.Detail: "{+", layout.Wording: "{~", layout.Conflicting: "{!"}[run.Role]
			if run.Faint {
				open = ""
			}
			if open != "" {
				text = open + text + "}"
			}
			b.WriteString(text)
		}
		lines = append(lines, strings.TrimRight(b.String(), " "))
	}
	out.rows = toldLines(lines)
	for k, conflict := range p.Conflicts {
		said := ""
		for side, sentence := range p.Links[conflict.Link].Sentences {
			c := session.Cursor{Side: diffview.Side(side), Sentence: sentence}
			for _, reason := range explain.Reasons(p, c, -1) {
				if strings.HasSuffix(reason, conflict.Reason) && side == 0 && said == "" {
					said = reason
				}
			}
			stops := slices.ContainsFunc(p.ConflictStops(diffview.Side(side)), func(s page.Stop) bool { return s.Conflict == k && s.Cursor == c })
			if stops || conflict.Grade != diffview.Core { // c goes to those of weight alone
				said += fmt.Sprintf(" / %s %d %s", [2]string{"A", "B"}[side], p.Numbers[side][sentence], prose.Fold(conflict.Spans[side].Of(p.Articles[side].Text)))
			}
		}
		out.conflicts = append(out.conflicts, said)
	}
	for side, s := range p.Shares {
		out.shares[side] = fmt.Sprintf("%v of %d, %d of %d", []int{s.Agree, s.Detail + s.Unclear, s.Wording, s.Conflict}, s.Words, s.Matched, s.Sentences)
	}
	return out
}

// TestAllTellTheSame compares the pairs of the sample corpus' stories, coverage,
// versions and copies, and holds that the reader and all exports tell the same
// of each: which sentences are next to each other, how each word is marked,
// the conflicts, and the shares.
func TestAllTellTheSame(t *testing.T) {
	c, err := sample.Open()
	if err != nil {
		t.Fatal(err)
	}
	stories := story.Group(c.Articles)
	deck, err := session.New(c.Articles, stories)
	if err != nil {
		t.Fatal(err)
	}
	conflicts := 0
	for i := range stories {
		deck.OpenStory(i)
		for n := range deck.Count() {
			pair := deck.Story().Pair(n)
			deck.Open(pair)
			deck.Take(deck.Work(deck.Wanted())().(session.ComparedMsg))
			r, ok := deck.Reading(deck.Wanted())
			if !ok {
				t.Fatal(deck.Failure(deck.Wanted()))
			}
			conflicts += len(r.Conflicts)
			t.Run(r.Articles[0].Path+" "+r.Articles[1].Path, func(t *testing.T) { tellTheSame(t, r) })
		}
	}
	if conflicts < 5 {
		t.Errorf("only %d conflicts in all", conflicts)
	}
}

// merged returns rows with those of one article alone that follow each other made
// one, as Markdown has them.
func merged(rows []toldRow) (out []toldRow) {
	alone := func(r toldRow) int {
		for side := range r.numbers {
			if len(r.numbers[1-side]) == 0 {
				return side
			}
		}
		return -1
	}
	for _, r := range rows {
		n := len(out)
		side := alone(r)
		if n == 0 || side < 0 || alone(out[n-1]) != side {
			out = append(out, r)
			continue
		}
		last := &out[n-1]
		last.numbers[side] = append(slices.Clone(last.numbers[side]), r.numbers[side]...)
		last.words[side] = append(slices.Clone(last.words[side]), r.words[side]...)
	}
	return out
}

func tellTheSame(t *testing.T, r *session.Reading) {
	page := toldHTML(t, r.Comparison)
	text, markdown := toldText(t, r.Comparison), toldMarkdown(t, r.Comparison)
	all := toldJSON(t, r.Comparison, page.rows)
	reader := toldReader(r)
	for name, other := range map[string]toldAll{"text": text, "markdown": markdown, "json": all, "reader": reader} {
		rows, other := merged(page.rows), merged(other.rows)
		for i := range max(len(rows), len(other)) {
			if i >= len(rows) || i >= len(other) {
				t.Errorf("%s has %d rows, the web page %d", name, len(other), len(rows))
				break
			}
			if got, want := other[i].blur(rows[i]).String(), rows[i].blur(other[i]).String(); got != want {
				t.Fatalf("row %d in %s:\n%son the web page:\n%s", i, name, got, want)
			}
		}
	}
	for name, other := range map[string]toldAll{"text": text, "markdown": markdown, "json": all} {
		if !slices.Equal(other.conflicts, page.conflicts) {
			t.Errorf("conflicts in %s:\n%s\non the web page:\n%s", name, strings.Join(other.conflicts, "\n"), strings.Join(page.conflicts, "\n"))
		}
	}
	for name, other := range map[string]toldAll{"text": text, "markdown": markdown} {
		if other.shares != page.shares || page.shares[0] == "" {
			t.Errorf("shares in %s: %q, on the web page: %q", name, other.shares, page.shares)
		}
	}
	if reader.shares != all.shares {
		t.Errorf("shares in the reader: %q, in JSON: %q", reader.shares, all.shares)
	}
	for i, k := range page.conflicts {
		// The reader says a conflict without the name of its kind.
		_, k, _ = strings.Cut(k, ": ")
		if i >= len(reader.conflicts) || !strings.HasSuffix(reader.conflicts[i], k) {
			t.Errorf("the reader's conflicts are\n%s\nwithout\n%s", strings.Join(reader.conflicts, "\n"), k)
		}
	}
}
