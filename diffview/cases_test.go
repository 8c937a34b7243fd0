package diffview_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/diffview"
)

// caseDir has the small cases made after public bug reports: each a folder
// with texts and expected.md, which says what must hold.
const caseDir = "../../shared/bench/cases"

// A publicCase is as much of an expected.md as can be told by a program.
type publicCase struct {
	folder      string
	left, right string
	differs     bool      // exit status 1
	identical   bool      // exit status 0, no word marked
	marked      [2]string // by side: of versions the edited words, of coverage a phrase; they are not all marked as agreed
	eitherSide  bool      // it is enough when they are marked on one side
	agreed      [2]string // by side: words that are
	remark      string    // what the remarks say
}

var publicCases = []publicCase{
	{folder: "01-version-magnitude", left: "v1.txt", right: "v2.txt", differs: true, marked: [2]string{"million", "billion"}},
	{folder: "02-version-seven-edits", left: "v1.txt", right: "v2.txt", differs: true,
		marked: [2]string{"40,000 Ann said would three million 2029", "42,000 Anna claimed will five billion 2028"}},
	{folder: "04-version-typo", left: "v1.txt", right: "v2.txt", differs: true, marked: [2]string{"flood Engineers", "fload Enginers"}},
	{folder: "05-version-reworded", left: "v1.txt", right: "v2.txt", differs: true, marked: [2]string{"approved asked", "adopted begged"}},
	{folder: "07-version-punctuation-case", left: "v1.txt", right: "v2.txt", differs: true, remark: "case 1, punctuation 1"},
	{folder: "08-version-moved-paragraph", left: "v1.txt", right: "v2.txt", differs: true, remark: "moved: A 8–9; B 2–3"},
	{folder: "11-version-cjk-one-character", left: "v1.txt", right: "v2.txt", differs: true, marked: [2]string{"の観測を"}, agreed: [2]string{"研究所 を始めた"}},
	{folder: "12-opposite-small-words", left: "1a.txt", right: "1b.txt", marked: [2]string{"for", "against"}},
	{folder: "12-opposite-small-words", left: "2a.txt", right: "2b.txt", marked: [2]string{"with", "without"}},
	{folder: "12-opposite-small-words", left: "3a.txt", right: "3b.txt", marked: [2]string{"up", "down"}},
	{folder: "12-opposite-small-words", left: "4a.txt", right: "4b.txt", marked: [2]string{"All", "None"}},
	{folder: "12-opposite-small-words", left: "5a.txt", right: "5b.txt", marked: [2]string{"before", "after"}},
	{folder: "12-opposite-small-words", left: "6a.txt", right: "6b.txt", marked: [2]string{"Both", "Neither"}},
	{folder: "14-roles-swapped", left: "1a.txt", right: "1b.txt", marked: [2]string{"Police shot", "shot police"}},
	{folder: "14-roles-swapped", left: "2a.txt", right: "2b.txt", marked: [2]string{"Halden beat", "Orde beat"}},
	{folder: "14-roles-swapped", left: "3a.txt", right: "3b.txt", marked: [2]string{"Brand sued", "Vale sued"}},
	{folder: "14-roles-swapped", left: "4a.txt", right: "4b.txt", marked: [2]string{"was shot by police", "shot police"}},
	{folder: "15-indian-numbers", left: "1a.txt", right: "1b.txt", marked: [2]string{"1,50,000", "15,000"}},
	{folder: "15-indian-numbers", left: "2a.txt", right: "2b.txt", marked: [2]string{"5 lakh", "50,000"}},
	{folder: "15-indian-numbers", left: "3a.txt", right: "3b.txt", marked: [2]string{"crore", "million"}},
	{folder: "17-decimal-comma", left: "1a.txt", right: "1b.txt", marked: [2]string{"3,5", "5,3"}},
	{folder: "17-decimal-comma", left: "2a.txt", right: "2b.txt", marked: [2]string{"3,5", "5,3"}},
	{folder: "19-shares-in-words", left: "1a.txt", right: "1b.txt", marked: [2]string{"in three", "in five"}},
	{folder: "19-shares-in-words", left: "2a.txt", right: "2b.txt", marked: [2]string{"one in ten", "half"}},
	{folder: "19-shares-in-words", left: "3a.txt", right: "3b.txt", marked: [2]string{"third", "quarter"}},
	{folder: "20-orders-of-size", left: "1a.txt", right: "1b.txt", marked: [2]string{"Dozens", "Thousands"}},
	{folder: "20-orders-of-size", left: "2a.txt", right: "2b.txt", marked: [2]string{"million", "100,000"}},
	{folder: "20-orders-of-size", left: "3a.txt", right: "3b.txt", marked: [2]string{"dozen", "Nine"}},
	{folder: "20-orders-of-size", left: "4a.txt", right: "4b.txt", marked: [2]string{"third", "fifth"}},
	{folder: "20-orders-of-size", left: "5a.txt", right: "5b.txt", marked: [2]string{"life", "10 years"}},
	{folder: "20-orders-of-size", left: "6a.txt", right: "6b.txt", marked: [2]string{"100 gallons", "900 litres"}},
	{folder: "22-minus-sign", left: "a.txt", right: "b.txt", marked: [2]string{"−5", "5"}, eitherSide: true},
	{folder: "23-nfc-nfd", left: "nfc.txt", right: "nfd.txt", identical: true},
	{folder: "24-soft-hyphens", left: "shy.html", right: "plain.html", identical: true},
}

// TestPublicCases compares the texts of the cases that are about comparing.
func TestPublicCases(t *testing.T) {
	if _, err := os.Stat(caseDir); err != nil {
		t.Skip("the cases are not here (../shared/bench/cases)")
	}
	for _, c := range publicCases {
		t.Run(c.folder+"/"+c.left, func(t *testing.T) {
			c.check(t, casePair(t, filepath.Join(c.folder, c.left), filepath.Join(c.folder, c.right)))
		})
	}
}

// casePair compares two files of the cases.
func casePair(t *testing.T, left, right string) *diffview.Comparison {
	t.Helper()
	pair, err := corpus.OpenPair(filepath.Join(caseDir, left), filepath.Join(caseDir, right), corpus.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return compared(diffview.Prepare(pair[0]), diffview.Prepare(pair[1]))
}

func (c publicCase) check(t *testing.T, got *diffview.Comparison) {
	if c.differs && got.Same() {
		t.Error("nothing differs")
	}
	if c.identical {
		for side := range got.Spans {
			if s := got.Share(diffview.Side(side)); !got.Same() || s.Agree != s.Words || s.Words != got.Share(0).Words {
				t.Errorf("the same %v; side %d: %+v", got.Same(), side, s)
			}
		}
	}
	if said := strings.Join(got.Remarks(), "\n"); !strings.Contains(said, c.remark) {
		t.Errorf("the remarks are\n%s\nwithout %q", said, c.remark)
	}
	missing := 0
	for side := range got.Spans {
		for w := range strings.FieldsSeq(c.agreed[side]) {
			if !slices.Contains(marksOf(got, side, w), diffview.Agree) {
				t.Errorf("side %d: %q is marked", side, w)
			}
		}
		if c.marked[side] == "" {
			continue
		}
		if !c.differs { // a phrase at the end of coverage: what of it turns the meaning is a matter of taste
			if marks := marksOfLast(got, side, c.marked[side]); !slices.ContainsFunc(marks, isMarked) {
				missing++
				if !c.eitherSide {
					t.Errorf("side %d: %q is agreed", side, c.marked[side])
				}
			}
			continue
		}
		for w := range strings.FieldsSeq(c.marked[side]) { // a list of edits
			if !slices.ContainsFunc(marksOf(got, side, w), isMarked) {
				t.Errorf("side %d: %q is not marked", side, w)
			}
		}
	}
	if missing == 2 && c.eitherSide {
		t.Errorf("%q is marked on neither side", c.marked)
	}
}

func isMarked(m diffview.Mark) bool { return m != diffview.Agree }

// marksOf returns the marks on the places of a word on a side, one for each
// span that has a part of it.
func marksOf(c *diffview.Comparison, side int, word string) (marks []diffview.Mark) {
	text := c.Articles[side].Text
	for from := 0; ; {
		i := strings.Index(text[from:], word)
		if i < 0 {
			return marks
		}
		marks = append(marks, marksAt(c, side, prose.Span{Start: from + i, End: from + i + len(word)})...)
		from += i + len(word)
	}
}

// marksOfLast returns those on the last place of a phrase.
func marksOfLast(c *diffview.Comparison, side int, phrase string) []diffview.Mark {
	i := strings.LastIndex(c.Articles[side].Text, phrase)
	if i < 0 {
		return nil
	}
	return marksAt(c, side, prose.Span{Start: i, End: i + len(phrase)})
}

func marksAt(c *diffview.Comparison, side int, at prose.Span) (marks []diffview.Mark) {
	for _, s := range c.Spans[side] {
		if s.Overlaps(at) && strings.TrimSpace(c.Articles[side].Text[max(s.Start, at.Start):min(s.End, at.End)]) != "" {
			marks = append(marks, s.Mark)
		}
	}
	return marks
}

// TestPublicCasesOfReading holds what the cases say of articles as they are
// read for a comparison.
func TestPublicCasesOfReading(t *testing.T) {
	if _, err := os.Stat(caseDir); err != nil {
		t.Skip("the cases are not here (../shared/bench/cases)")
	}
	for _, tt := range []struct {
		file string
		has  []string
		not  []string
	}{
		{"42-beside-the-body-dropped/article.html", []string{"“We asked the council", "Two bridges are closed.", "Schools stay shut"}, nil},
		{"42-beside-the-body-dropped/main.html", []string{"“We asked the council", "Two bridges are closed.", "Schools stay shut"}, nil},
		{"42-beside-the-body-dropped/lead.html", []string{"“We asked the council"}, nil},
		{"44-twice-escaped-body/feed.xml", []string{"The Orde dam near Halden"}, []string{"<p>", "&lt;", "&amp;"}},
		{"45-front-matter-not-yaml/apostrophe.md", []string{"The Orde dam"}, []string{"title:"}},
		{"45-front-matter-not-yaml/at-sign.md", []string{"The Orde dam"}, []string{"title:"}},
		{"45-front-matter-not-yaml/colon.md", []string{"The Orde dam"}, []string{"title:"}},
		{"45-front-matter-not-yaml/good.md", []string{"The Orde dam"}, []string{"title:"}},
		{"45-front-matter-not-yaml/quoted-start.md", []string{"The Orde dam"}, []string{"title:"}},
		{"45-front-matter-not-yaml/tab.md", []string{"The Orde dam"}, []string{"title:"}},
	} {
		t.Run(tt.file, func(t *testing.T) {
			a := casePair(t, tt.file, "other.txt").Articles[0]
			var body strings.Builder
			for _, s := range a.Sentences {
				if s.Kind.Compared() {
					body.WriteString(s.Of(a.Text) + "\n")
				}
			}
			for _, want := range tt.has {
				if !strings.Contains(body.String(), want) {
					t.Errorf("no %q in\n%s", want, &body)
				}
			}
			for _, bad := range tt.not {
				if strings.Contains(a.Text, bad) {
					t.Errorf("%q in\n%s", bad, a.Text)
				}
			}
		})
	}
	t.Run("47-unclosed-quotation", func(t *testing.T) {
		c := casePair(t, "47-unclosed-quotation/a.txt", "47-unclosed-quotation/b.txt")
		duty := false
		for _, q := range c.Quotations()[0] {
			words := q.Of(c.Articles[0].Text)
			if strings.Contains(words, "Mayor Ann Lund said") || q.Speaker != "" && !strings.Contains(q.Speaker, "Lund") {
				t.Errorf("%q is quoted, of %q", words, q.Speaker)
			}
			duty = duty || strings.Contains(words, "It is our duty") && strings.Contains(q.Speaker, "Lund")
		}
		if !duty {
			t.Error("It is our duty is no quotation of Lund's")
		}
	})
}
