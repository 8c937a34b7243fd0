package slot

import (
	"slices"
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/diffview/doc"
	"parallax/diffview/ledger"
	"parallax/diffview/pair"
)

// A day belongs to the verb of its own clause, or to the noun that it stands before:
// not to the nearest word that is a verb elsewhere.
func TestAnchor(t *testing.T) {
	for _, tt := range []struct {
		text string
		want string // by the days of the sentence: the act, and after a slash the noun right before the day
	}{
		{"The aide apologized on Friday for the post.", "apologized"},
		{"The aide apologized for the post late Friday.", "apologized/post"},
		{"On Wednesday, the city council approved the plan.", "approved"},
		{"On Wednesday, the mayor, who had wavered, approved the plan.", "approved"},
		{"The council on Wednesday approved the plan.", "approved/council"},
		{"The harbour board has on Monday also approved the plan.", "approved"},
		{"The man arrested Friday was charged on Monday.", "arrested charged"},
		{"Marsh, who was named adviser in April 2018, resigned on Friday.", "named/adviser resigned"},
		{"A poll released Saturday shows that he leads.", "released"},
		{"She was named adviser to succeed Ada Quill in March 2018.", "succeed/quill"},
		{"The minister said on Friday that the bridge was closed Thursday.", "said closed"},
		{"The minister announced that on Friday the bridge would close.", "close"},
		{"The vote is expected to begin on Thursday.", "begin"},
		{"The board took up the question after Friday's meeting.", "meeting"},
		{"Voters in the April 30 primary chose Marsh.", "primary"},
		{"He criticized the council for passing a resolution on Tuesday.", "passing/resolution"},
		{"Most of those seized April 15 came from Orde.", "seized"},
		{"The army conducted several strikes on Friday.", "conducted/strikes"},
		{"She launched a line called Mantra in December 2019.", "launched/mantra"},
		{"The weather service put out its warning on Tuesday.", "put/warning"},
		{"TOLVANE, Nov. 12, 2011 -", "-/tolvane"},
	} {
		l := ledger.New(doc.Prepare(corpus.FromText("a.txt", tt.text)))
		word := func(k int) string {
			if k < 0 {
				return "-"
			}
			return l.Tokens[k].Text
		}
		var got []string
		for k := range l.Entries {
			e := &l.Entries[k]
			if e.Moment == nil {
				continue
			}
			a := anchorOf(l, e)
			w := word(a.act)
			if a.beside >= 0 {
				w += "/" + word(a.beside)
			}
			got = append(got, w)
		}
		if g := strings.Join(got, " "); g != tt.want {
			t.Errorf("%q: %q, want %q", tt.text, g, tt.want)
		}
	}
}

// Days are as far apart as the words tell: years that tell no day are counted in
// years.
func TestUnitsApart(t *testing.T) {
	for _, tt := range []struct {
		left, right string
		want        int
	}{
		{"It opened on Monday.", "It opened on Tuesday.", 1},
		{"It opened on Saturday.", "It opened on Sunday.", 1},
		{"It opened on Monday.", "It opened on Friday.", 3},
		{"It opened in 2002.", "It opened in 2003.", 1},
		{"It opened in December 2002.", "It opened in January 2003.", 1},
		{"It opened on April 30.", "It opened on May 1.", 1},
		{"It opened on Dec. 30.", "It opened on Jan. 1.", 1},
		{"It opened on March 4.", "It opened on March 14.", 10},
		{"It opened on March 4.", "It opened on Monday.", unknownApart},
	} {
		var docs [2]*doc.Doc
		var at [2]doc.Moment
		for side, text := range []string{tt.left, tt.right} {
			docs[side] = doc.Prepare(corpus.FromText("a.txt", text))
			at[side] = docs[side].MomentsOf(0)[0]
		}
		if got := unitsApart(docs[0], docs[1], at[0], at[1]); got != tt.want {
			t.Errorf("%q and %q: %d apart, want %d", tt.left, tt.right, got, tt.want)
		}
	}
}

// Times that differ by whole hours in two zones may be one; the clock of a game is no
// time of day.
func TestOtherClocks(t *testing.T) {
	for _, tt := range []struct {
		left, right string
		want        bool // they may conflict
	}{
		{"Kickoff is at 4:30 p.m. ET.", "Kickoff is at 3:30 p.m.", false},
		{"Kickoff is at 4:30 p.m. ET.", "Kickoff is at 1:30 p.m. PST.", false},
		{"The quake struck at 06:00 GMT.", "The quake struck at 9:30 a.m. local time.", false},
		{"Kickoff is at 4:30 p.m. ET.", "Kickoff is at 3:30 p.m. ET.", true},
		{"Kickoff is at 4:30 p.m.", "Kickoff is at 3:30 p.m.", true},
		{"The quake struck at 06:00 GMT.", "The quake struck at 9:14 a.m. local time.", true},
		{"He scored with 7:42 left in the first half.", "He scored with 14:05 left in the first half.", false},
		{"He scored at 7:42 p.m.", "He scored with 9:05 to play.", false},
	} {
		m := &matcher{Pair: &pair.Pair{}}
		var clocks [2]Value
		for side, text := range []string{tt.left, tt.right} {
			m.Docs[side] = doc.Prepare(corpus.FromText("a.txt", text))
			l := ledger.New(m.Docs[side])
			k := slices.IndexFunc(l.Entries, func(e ledger.Entry) bool { return e.Kind == ledger.Clock })
			if k < 0 {
				t.Fatalf("%q: no time of day", text)
			}
			clocks[side] = Value{Entry: &l.Entries[k]}
		}
		if got := m.differ(Clock, clocks[0], clocks[1]); got != tt.want {
			t.Errorf("%q and %q: %v, want %v", tt.left, tt.right, got, tt.want)
		}
	}
}
