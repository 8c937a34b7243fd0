package conflict

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/diffview/budget"
	"parallax/diffview/difftest"
	"parallax/diffview/doc"
	"parallax/diffview/link"
	"parallax/diffview/sides"
)

// Each kind of spelling that a careful reader flags, and beside it what looks like it
// and is explained by a custom of writing, or is of another bearer.
func TestSpellings(t *testing.T) {
	for _, c := range []struct{ name, left, right, want string }{
		{"letters of a surname", "Lawyer Ben Harburg led the talks.", "Ben Harberg led the talks.", "core Ben Harburg|Ben Harberg"},
		{"letters of a given name", "The trial of Malcom Tibbs began.", "The trial of Malcolm Tibbs began.", "core Malcom Tibbs|Malcolm Tibbs"},
		{"a letter that is not heard", "The trial of Marvell Tibbs began.", "The trial of Marvelle Tibbs began.", "core Marvell Tibbs|Marvelle Tibbs"},
		{"two forms of a given name", "They saw Catherine Tibbs.", "They saw Katherine Tibbs.", "core Catherine Tibbs|Katherine Tibbs"},
		{"a short form", "They saw Steven Tibbs.", "They saw Steve Tibbs.", ""},
		{"a pet name", "They saw Kate Tibbs.", "They saw Katie Tibbs.", ""},
		{"two spellings of a pet name", "They saw Terry Tibbs.", "They saw Terrey Tibbs.", "core Terry Tibbs|Terrey Tibbs"},
		{"a last letter twice", "They saw Mit Tibbs.", "They saw Mitt Tibbs.", "core Mit Tibbs|Mitt Tibbs"},
		{"an e at the end", "They saw Ann Tibbs.", "They saw Anne Tibbs.", "core Ann Tibbs|Anne Tibbs"},
		{"a pet name of another script", "They saw Sergey Tibbov.", "They saw Sergei Tibbov.", "minor Sergey Tibbov|Sergei Tibbov"},
		{"a title that is not known", "They saw Const. Peter Tibbse.", "They saw Const. Peter Tibbs.", "core Const. Peter Tibbse|Const. Peter Tibbs"},
		{"a title that is not known, and a short form", "They saw Const. Steven Tibbs.", "They saw Const. Steve Tibbs.", ""},
		{"a short form with other letters", "They saw William Tibbs.", "They saw Bill Tibbs.", ""},
		{"an initial", "They saw Malcolm R. Tibbs.", "They saw M. Tibbs.", ""},
		{"a middle initial", "Prosecutor Jessie K. Wui charged Iran.", "Prosecutor Jessie Wiu charged Iran.", "core Jessie K. Wui|Jessie Wiu"},
		{"a middle name", "They saw Ruth Baker Harburg.", "They saw Ruth Harberg.", "core Ruth Baker Harburg|Ruth Harberg"},
		{"a small word in a surname", "They saw Anthony Corvita.", "They saw Anthony LaCorvita.", "core Anthony Corvita|Anthony LaCorvita"},
		{"an s of a surname", "They saw Daniel Rodger in court.", "They saw Daniel Rodgers in court.", "core Daniel Rodger|Daniel Rodgers"},
		{"a family", "They saw John Marlow.", "They saw the Marlows.", ""},
		{"accents", "They saw Felipe Calderón.", "They saw Felipe Calderon.", ""},
		{"a brother and a sister", "They saw Mr. Lorenzo Tibbs.", "They saw Lorenza Tibbs.", ""},
		{"one of two brothers", "They saw Mr. Jorwin Tibbs and Mr. Jarwin Tibbs.", "They saw Mr. Jerwin Tibbs.", ""},
		{"two men", "They saw Mark Tibbs.", "They saw Matt Tibbs.", ""},
		{"the other spelling in the same article", "They saw Ben Harburg. A sign said Harberg.", "They saw Ben Harberg.", ""},
		{"the other spelling of another person", "They saw Ben Harburg and Ann Harberg.", "They saw Ben Harberg.", ""},
		{"of another sentence alone", "They saw Tom Lowe.", "They saw nothing. Ben Harberg left.", ""},

		{"the words of a name", "Two men, William Orr and Taj Sayer, are seeking the nomination.", "Dr. Sayer Taj, 65, or William F. Orr, 31, will be nominated.", "core Taj Sayer|Sayer Taj"},
		{"the halves of a surname", "Martin Couture-Bonneau was killed.", "Police shot Martin Bonneau-Couture.", "core Martin Couture-Bonneau|Martin Bonneau-Couture"},
		{"the family name first", "Japan’s minister Shinzo Kandabe left.", "Kandabe Shinzo, the minister, left Tokyo.", "minor Shinzo Kandabe|Kandabe Shinzo"},
		{"a ministry", "The Ministry of Health said so.", "The Health Ministry said so.", ""},
		{"words of a thing's name", "They sold Smart Dynamic Cooling.", "They sold Dynamic Smart Cooling.", "minor Smart Dynamic Cooling|Dynamic Smart Cooling"},

		{"a word of a firm's name", "He worked at Tallgrove Distributors Ltd.", "He worked at Tallgrove Distribution Ltd.", "core Tallgrove Distributors Ltd.|Tallgrove Distribution Ltd."},
		{"a word of a firm's name that may be written so or so", "He worked at Gordon Advisors.", "He worked at Gordon Advisers.", "core Gordon Advisors|Gordon Advisers"},
		{"a word as another country writes it", "He was at Promises Treatment Center.", "He was at Promises Treatment Centre.", ""},
		{"one or more of a name's word", "It was the Norvik Earthquake Network Center.", "It was the Norvik Earthquake Networks Center.", ""},
		{"a country and what is of it", "He is a New Zealander.", "He is from New Zealand.", ""},
		{"two regions", "It rained in Northern California.", "It rained in Southern California.", ""},
		{"two programmes", "They left the Medicare Services.", "They left the Medicaid Services.", ""},
		{"a place of two words", "He trained at Paris Island.", "He trained at Parris Island.", "core Paris Island|Parris Island"},

		{"vowels of another script", "They met Viktor Yanukovich.", "They met Viktor Yanukovych.", "minor Viktor Yanukovich|Viktor Yanukovych"},
		{"consonants of another script", "They met Hassan Abu Askar.", "They met Hassan Abu Askhar.", "minor Hassan Abu Askar|Hassan Abu Askhar"},
		{"both words of another script", "Iraq swore in President Fouad Massoum.", "Fuad Masum was sworn in by Iraq.", "minor Fouad Massoum|Fuad Masum"},
		{"letters exchanged in one of another script", "Russian spokeswoman Maria Zhakirova said so.", "Russian spokeswoman Maria Zakhirova said so.", "core Maria Zhakirova|Maria Zakhirova"},
		{"a country beside, and a Western name", "Linda Harburg went to Russia.", "Linda Harberg went there.", "core Linda Harburg|Linda Harberg"},

		{"one word, by its place", "He and his wife Yasmeena have two sons.", "With his wife Yasmena he has two sons.", "minor Yasmeena|Yasmena"},
		{"one word, in another place", "The singer of Yasmeena left.", "They met Yasmena there.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			left, right := corpus.FromText("left.txt", c.left), corpus.FromText("right.txt", c.right)
			var got []string
			for _, k := range clashesIn(t, Finding.misspelt, left, right) {
				got = append(got, k.Grade.String()+" "+k.Spans[sides.Left].Of(left.Text)+"|"+k.Spans[sides.Right].Of(right.Text))
			}
			if s := strings.Join(got, "; "); s != c.want {
				t.Errorf("got  %s\nwant %s\n\t%s\n\t%s", s, c.want, c.left, c.right)
			}
		})
	}
}

// A conflict of names carries all places where the articles name the bearer so.
func TestSpellingPlaces(t *testing.T) {
	left := corpus.FromText("left.txt", "Police shot Martin Couture-Bonneau. They knew Couture-Bonneau.")
	right := corpus.FromText("right.txt", "Martin Bonneau-Couture was shot.")
	got := clashesIn(t, Finding.misspelt, left, right)
	if len(got) != 1 || len(got[0].Elsewhere) != 1 || got[0].Elsewhere[0][sides.Left].Of(left.Text) != "Couture-Bonneau" {
		t.Errorf("got %+v", got)
	}
}

// Sentences that are not linked are if no linked ones name the bearer, and only where
// the names surely conflict.
func TestJoinNames(t *testing.T) {
	const left = "It rained all day. Lawyer Ben Harburg led the talks in Leeds. Harburg left."
	for _, c := range []struct {
		name, right string
		linked      []link.Link
		want        int
	}{
		{"of three places those with most in common", "Ben Harberg was in Leeds once.", nil, 1},
		{"others that are linked", "Ben Harberg was in Leeds once.", []link.Link{{Left: 0, Right: 0, Score: 1}}, 2},
		{"they are linked", "Ben Harberg was in Leeds once.", []link.Link{{Left: 2, Right: 0, Score: 1}}, 1},
		{"the same name", "Ben Harburg was in Leeds once.", nil, 0},
		{"a custom of writing", "Mikhail Lermontow left.", nil, 0},
	} {
		l, r := doc.Prepare(corpus.FromText("left.txt", left+" The poet Mikhail Lermontov left.")), doc.Prepare(corpus.FromText("right.txt", c.right))
		found := &link.Found{Links: c.linked}
		if err := Join(difftest.Unlimited(), found, difftest.Match(l, r), nil); err != nil {
			t.Fatal(err)
		}
		if len(found.Links) != c.want || c.linked == nil && c.want > 0 && found.Links[0].Left != 1 {
			t.Errorf("%s: %+v", c.name, found.Links)
		}
	}
}

// Which sentences are joined for a name does not depend on which article is the left one:
// not where two pairs of them have as much in common, nor on which name comes first.
func TestJoinNamesMirrored(t *testing.T) {
	for _, c := range [][2]string{
		{"Paula Quistvelde once saw Tolvan. Later Paula Quistvelde fled Velmar.", "They warned Paula Quistvedle of Velmar. Nobody followed Paula Quistvedle into Tolvan."},
		{"Ben Harburg met Ada Lindqvist. Ada Lindqvist went to Leeds.", "Ada Lindqivst saw Leeds. Ben Harberg knew Ada Lindqivst."},
	} {
		var docs [2]*doc.Doc
		for side, text := range c {
			docs[side] = doc.Prepare(corpus.FromText("a.txt", text))
		}
		var joined [2][][2]int // by which article is the left one: the sentences, those of the first article first
		for side := range docs {
			found := &link.Found{}
			if err := Join(difftest.Unlimited(), found, difftest.Match(docs[side], docs[1-side]), nil); err != nil {
				t.Fatal(err)
			}
			for _, k := range found.Links {
				at := [2]int{k.Left, k.Right}
				joined[side] = append(joined[side], [2]int{at[side], at[1-side]})
			}
			slices.SortFunc(joined[side], func(a, b [2]int) int { return slices.Compare(a[:], b[:]) })
		}
		if len(joined[0]) == 0 || !slices.Equal(joined[0], joined[1]) {
			t.Errorf("%q: %v one way, %v the other way", c[0], joined[0], joined[1])
		}
	}
}

// What it costs to look for the sentences of a name is counted: both articles may name
// somebody in each of thousands.
func TestJoinNamesCosts(t *testing.T) {
	const many = 300
	l := doc.Prepare(corpus.FromText("left.txt", strings.Repeat("Ben Harburg left. ", many)))
	r := doc.Prepare(corpus.FromText("right.txt", strings.Repeat("They saw Ben Harberg. ", many)))
	m := difftest.Match(l, r)
	if err := Join(budget.New(t.Context(), many*many), &link.Found{}, m, nil); !errors.Is(err, budget.ErrSpent) {
		t.Errorf("%d sentences and as many cost less than their product: %v", many, err)
	}
}
