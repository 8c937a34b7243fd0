package conflict

import (
	"testing"

	"parallax/corpus"
	"parallax/diffview/difftest"
	"parallax/diffview/doc"
	"parallax/diffview/sides"
)

// TestDoubtful holds by what two numbers in like sentences are taken for numbers
// of two things. Each kind has a case that is a conflict beside it.
func TestDoubtful(t *testing.T) {
	for _, tt := range []graded{
		{"another player", "In the final Dana Holt ran for 90 yards against the Rovers.", "In the final Marie Quist ran for 60 yards against the Rovers.", "none"},
		{"the same player", "In the final Dana Holt ran for 90 yards against the Rovers.", "In the final Dana Holt ran for 60 yards against the Rovers.", "core"},
		{"another bidder far before the sum", "Norton Steel has made the board of the old Orde yard an offer worth $40 million.", "Halden Iron has made the board of the old Orde yard an offer worth $50 million.", "minor"},
		{"the same bidder", "Norton Steel has made the board of the old Orde yard an offer worth $40 million.", "Norton Steel has made the board of the old Orde yard an offer worth $50 million.", "core"},
		{"another speaker", "Marie Quist said the repair of the bridge would cost the town $40 million.", "Dana Holt said the repair of the bridge would cost the town $50 million.", "core"},
		{"from another place", "The epicentre of the quake was 30 km north of Orde, the survey said.", "The epicentre of the quake was 40 km west of Halden, the survey said.", "none"},
		{"from another place, told alike", "The epicentre of the quake lay just 30 km from the old port of the region, Orde, the survey said.", "The epicentre of the quake lay just 40 km from the old port of the region, Orde, the survey said.", "core"},
		{"how long and how long ago", "The board closed the old bridge for three weeks after the flood.", "The board closed the old bridge two weeks after the flood.", "minor"},
		{"how long", "The board closed the old bridge for three weeks during the flood.", "The board closed the old bridge for two weeks during the flood.", "core"},
		{"a rate and a sum", "The council pays the ferry company $20 million a year to run the line.", "The council pays the ferry company $50 million to run the line.", "minor"},
		{"a rate with hyphens", "The council pays the ferry company $20 million-a-year to run the line.", "The council pays the ferry company $50 million to run the line.", "minor"},
		{"a rate with a slash", "The council pays the ferry company $20 million/year to run the line.", "The council pays the ferry company $50 million to run the line.", "minor"},
		{"one rate written in two ways", "The council pays the ferry company $20 million-a-year to run the line.", "The council pays the ferry company $50 million per year to run the line.", "core"},
		{"net and gross", "The ferry company earned net profits of $20 million on the line in spring.", "The ferry company earned profits of $30 million on the line in spring.", "minor"},
		{"parts of other wholes", "She hit 28 of her 68 targets in the race.", "She hit 30 of her 207 targets in the race.", "minor"},
		{"parts of one whole", "She hit 28 of her 68 targets in the race.", "She hit 30 of her 68 targets in the race.", "core"},
		{"a sum and its part", "Police held 23 smugglers after the raid on the boat.", "Police held 12 young and 11 old smugglers after the raid on the boat.", "minor"},
		{"two upper limits", "The camp of the refugees lies less than 50 km from the border.", "The camp of the refugees lies less than 25 km from the border.", "minor"},
		{"of two leagues", "She won 30 Northern League games as the coach of the team.", "She won 50 Island Cup games as the coach of the team.", "none"},
		{"one basis in other words", "The ferry company earned annual net profits of $20 million on the line in spring.", "The ferry company earned net annual, truly net profits of $30 million on the line in spring.", "core"},
		{"an average", "Over the years the ferry company averaged a turnover in the town of $20 million.", "Over the years the ferry company reported a turnover in the town of $30 million.", "minor"},
		{"another place", "The fire killed 30 people in Orde after the storm.", "The fire killed 50 people in Halden after the storm.", "minor"},
		{"at another place", "The fire killed 30 people at Orde after the storm.", "The fire killed 50 people near Halden after the storm.", "minor"},
		{"at one place", "The fire killed 30 people at Orde after the storm.", "The fire killed 50 people near Orde after the storm.", "core"},
		{"a wider place", "The storm killed 170 people in the port of Orde.", "The storm killed 230 people across the South Sea.", "minor"},
		{"one place", "The fire killed 30 people in Orde after the storm.", "The fire killed 50 people in old Orde after the storm.", "core"},
		{"another year", "The 2004 storm killed 30 people on the coast.", "The 2012 storm killed 50 people on the coast.", "none"},
		{"a score that is not the last", "The Rovers won the final 31-24 after a lead of many points.", "The Rovers won the final 28-20 after a record season.", "none"},
		{"another day", "The ferry hit the pier on Monday, injuring six.", "The ferry hit the pier on Friday, injuring eight.", "minor"},
		{"another day of saying it", "The ferry hit the pier, injuring six, police said on Monday.", "The ferry hit the pier, injuring eight, police said on Friday.", "core"},
		{"another quake", "The quake had a magnitude of 7.6, the survey said.", "The quake had a magnitude of 6.1, the survey said.", "minor"},
		{"one quake", "The quake had a magnitude of 6.4, the survey said.", "The quake had a magnitude of 6.1, the survey said.", "core"},
		{"a record and a result", "The Rovers won 31-24 in Orde.", "The Rovers (11-4) won in Orde.", "none"},
		{"one of several", "Two ferry companies of the island lost power.", "It is one of the ferry companies of the island that lost power.", "none"},
		{"more besides", "Two more people were killed in the storm.", "Ten people were killed in the storm.", "none"},
		{"converted", "The fire at the old mill cost the town A$3 million ($2 million).", "The fire at the old mill cost the town $3 million.", "none"},
		{"a version", "The laptop has two USB 3.0 ports on the left.", "The laptop has two USB ports on the left.", "none"},
	} {
		checkGrade(t, numberClashes, tt)
	}
}

// TestDoubtfulTimes does the same for times.
func TestDoubtfulTimes(t *testing.T) {
	for _, tt := range []graded{
		{"of another driver", "Dana Holt, a guard of the team from the harbour, was arrested by police early on Tuesday after failing a test.", "Marie Quist, a guard of the team from the harbour, was arrested by police early on Sunday after failing a test.", "minor"},
		{"of the same driver", "Police arrested Dana Holt early on Tuesday after she failed a test.", "Police arrested Dana Holt early on Sunday after she failed a test.", "core"},
		{"told by others", "Police arrested the driver early on Tuesday, Dana Holt said.", "Police arrested the driver early on Sunday, Marie Quist said.", "core"},
		{"told further on", "The gondola stopped in the gale at 2:40 p.m. and hung there.", "The gondola stopped in the gale at 4:20 p.m. and hung there.\n\nAn hour before, at 2:40 p.m., it had stopped for a moment.", "minor"},
		{"the day of a race", "The Rovers will play the winner of Friday's second race in the harbour.", "The Rovers will play on Saturday against the winner of the second race in the harbour.", "minor"},
		{"of another quake", "The quake of magnitude 4.6 struck the harbour early on Thursday.", "The quake of magnitude 4.2 struck the harbour early on Sunday.", "minor"},
		{"of one quake", "The quake of magnitude 4.6 struck the harbour early on Thursday.", "The quake of magnitude 4.6 struck the harbour early on Sunday.", "core"},
		{"told once", "The gondola stopped in the gale at 2:40 p.m. and hung there.", "The gondola stopped in the gale at 4:20 p.m. and hung there.\n\nAn hour before, at 3:20 p.m., it had stopped for a moment.", "core"},
	} {
		checkGrade(t, dateClashes, tt)
	}
}

// graded are two texts with the grade of what is reported of their first
// sentences, or "none".
type graded struct{ name, left, right, grade string }

func checkGrade(t *testing.T, find func(Finding) []Clash, g graded) {
	t.Run(g.name, func(t *testing.T) {
		got := "none"
		for _, k := range clashesIn(t, find, corpus.FromText("left.txt", g.left), corpus.FromText("right.txt", g.right)) {
			got = k.Grade.String()
			if k.Grade == sides.Core {
				break
			}
		}
		if got != g.grade {
			t.Errorf("%s, want %s", got, g.grade)
		}
	})
}

// What an article tells of an earlier year is not of the day's event, although the
// sentence itself does not say so.
func TestEarlierEvents(t *testing.T) {
	checkClashes(t, numberClashes, []clashCase{
		{"told of by the sentence before", "Twelve people were killed in the north.", "Five people were killed in the north.", "Twelve|Five"},
	})
	l := corpus.FromText("l", "Twelve people were killed in the quake.")
	r := corpus.FromText("r", "In April last year a quake struck the north. Five people were killed in the quake.")
	if got := clashesAt(t, numberClashes, l, r, 0, 1); len(got) > 0 {
		t.Errorf("of two quakes: %s", got[0].Reason)
	}
	r = corpus.FromText("r", "In April last year a quake struck the north.\n\nFive people were killed in the quake on Monday.")
	if got := clashesAt(t, numberClashes, l, r, 0, 1); len(got) != 1 {
		t.Errorf("in the next paragraph: %d conflicts, want 1", len(got))
	}
}

// Numbers that may be one, as writers round, are in doubt.
func TestRounded(t *testing.T) {
	for _, tt := range []struct {
		left, right string
		want        bool
	}{
		{"They paid $43 million.", "They paid $43,885,310.", true},
		{"They paid $43 million.", "They paid $44,100,310.", false},
		{"They paid $5 billion.", "They paid $5.7 billion.", false},
		{"It is some 930 miles away.", "It is about 940 miles away.", true},
		{"It is some 930 miles away.", "It is about 990 miles away.", false},
		{"It is 930 miles away.", "It is 940 miles away.", false},
		{"Some 930 people died.", "About 940 people died.", false},
		{"Seven people died.", "At least seven people died.", true},
		{"Seven people died.", "At least eight people died.", false},
		{"It is less than 50 km away.", "It is less than 25 km away.", true},
		{"It is more than 50 km away.", "It is less than 25 km away.", false},
	} {
		m := difftest.Match(doc.Prepare(corpus.FromText("l", tt.left)), doc.Prepare(corpus.FromText("r", tt.right)))
		x, y := figuresOf(m, [2]int{}, m.Docs[0].Quantities[0], m.Docs[1].Quantities[0])
		if got := rounded(x, y); got != tt.want || rounded(y, x) != got {
			t.Errorf("%q and %q: %v", tt.left, tt.right, got)
		}
	}
}

// Two articles that each tell of their own day tell of two events more often than
// of one.
func TestOwnDays(t *testing.T) {
	const monday, thursday = "The mayor and the governor met in the town hall on Monday.", "The mayor and the governor met in the town hall on Thursday."
	for _, tt := range []struct {
		name        string
		left, right *corpus.Article
		want        sides.Grade
	}{
		{"each of its own day", publishedOn(19, monday), publishedOn(22, thursday), sides.Minor},
		{"both of one day", publishedOn(22, monday), publishedOn(22, thursday), sides.Core},
		{"of days before", publishedOn(20, monday), publishedOn(23, thursday), sides.Core},
		{"no dates known", corpus.FromText("l", monday), corpus.FromText("r", thursday), sides.Core},
	} {
		if ks := clashesIn(t, dateClashes, tt.left, tt.right); len(ks) != 1 || ks[0].Grade != tt.want {
			t.Errorf("%s: %v, want one that is %v", tt.name, ks, tt.want)
		}
	}
}
