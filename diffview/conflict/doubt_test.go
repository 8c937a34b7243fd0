package conflict

import (
	"testing"

	"parallax/corpus"
	"parallax/diffview/difftest"
	"parallax/diffview/doc"
	"parallax/diffview/pair"
)

// A doubtCase is two sentences whose first numbers or times may well be of two things,
// or not.
type doubtCase struct {
	name, left, right string
	want              bool
}

// match returns the two texts as a pair.
func (c doubtCase) match() *pair.Pair {
	return difftest.Match(doc.Prepare(corpus.FromText("left.txt", c.left)), doc.Prepare(corpus.FromText("right.txt", c.right)))
}

// TestDoubtful holds by what two numbers in like sentences are taken for numbers
// of two things. Each kind has a case beside it of which there is no doubt.
func TestDoubtful(t *testing.T) {
	for _, c := range []doubtCase{
		{"another speaker", "Marie Quist said the repair of the bridge would cost the town $40 million.", "Dana Holt said the repair of the bridge would cost the town $50 million.", false},
		{"from another place, told alike", "The epicentre of the quake lay just 30 km from the old port of the region, Orde, the survey said.", "The epicentre of the quake lay just 40 km from the old port of the region, Orde, the survey said.", false},
		{"how long and how long ago", "The board closed the old bridge for three weeks after the flood.", "The board closed the old bridge two weeks after the flood.", true},
		{"how long", "The board closed the old bridge for three weeks during the flood.", "The board closed the old bridge for two weeks during the flood.", false},
		{"a rate and a sum", "The council pays the ferry company $20 million a year to run the line.", "The council pays the ferry company $50 million to run the line.", true},
		{"a rate with hyphens", "The council pays the ferry company $20 million-a-year to run the line.", "The council pays the ferry company $50 million to run the line.", true},
		{"a rate with a slash", "The council pays the ferry company $20 million/year to run the line.", "The council pays the ferry company $50 million to run the line.", true},
		{"one rate written in two ways", "The council pays the ferry company $20 million-a-year to run the line.", "The council pays the ferry company $50 million per year to run the line.", false},
		{"net and gross", "The ferry company earned net profits of $20 million on the line in spring.", "The ferry company earned profits of $30 million on the line in spring.", true},
		{"parts of other wholes", "She hit 28 of her 68 targets in the race.", "She hit 30 of her 207 targets in the race.", true},
		{"parts of one whole", "She hit 28 of her 68 targets in the race.", "She hit 30 of her 68 targets in the race.", false},
		{"a sum and its part", "Police held 23 smugglers after the raid on the boat.", "Police held 12 young and 11 old smugglers after the raid on the boat.", true},
		{"two upper limits", "The camp of the refugees lies less than 50 km from the border.", "The camp of the refugees lies less than 25 km from the border.", true},
		{"one basis in other words", "The ferry company earned annual net profits of $20 million on the line in spring.", "The ferry company earned net annual, truly net profits of $30 million on the line in spring.", false},
		{"an average", "Over the years the ferry company averaged a turnover in the town of $20 million.", "Over the years the ferry company reported a turnover in the town of $30 million.", true},
		{"another place", "The fire killed 30 people in Orde after the storm.", "The fire killed 50 people in Halden after the storm.", true},
		{"at another place", "The fire killed 30 people at Orde after the storm.", "The fire killed 50 people near Halden after the storm.", true},
		{"at one place", "The fire killed 30 people at Orde after the storm.", "The fire killed 50 people near Orde after the storm.", false},
		{"a wider place", "The storm killed 170 people in the port of Orde.", "The storm killed 230 people across the South Sea.", true},
		{"one place", "The fire killed 30 people in Orde after the storm.", "The fire killed 50 people in old Orde after the storm.", false},
		{"a score that is not the last", "The Rovers won the final 31-24 after a lead of many points.", "The Rovers won the final 28-20 after a record season.", true},
		{"another day", "The ferry hit the pier on Monday, injuring six.", "The ferry hit the pier on Friday, injuring eight.", true},
		{"another day of saying it", "The ferry hit the pier, injuring six, police said on Monday.", "The ferry hit the pier, injuring eight, police said on Friday.", false},
		{"another quake", "The quake had a magnitude of 7.6, the survey said.", "The quake had a magnitude of 6.1, the survey said.", true},
		{"one quake", "The quake had a magnitude of 6.4, the survey said.", "The quake had a magnitude of 6.1, the survey said.", false},
		{"more besides", "Two more people were killed in the storm.", "Ten people were killed in the storm.", true},
		{"another player's total", "He scored six goals in the second match.", "He scored nine goals in the second match.", true},
		{"what is not counted over and over", "He scored six bridges in the second match.", "He scored nine bridges in the second match.", false},
		{"others besides", "Police found six rifles in the boats.", "Police found three other rifles in the boats.", true},
		{"no others", "Police found six rifles in the boats.", "Police found three rifles in the boats.", false},
		{"one place alone", "The wave killed 230,000 people.", "The wave killed 170,000 people in the north alone.", true},
		{"those who come and those there is room for", "Some 11,000 people came to the ground.", "The ground holds 12,400 people.", true},
		{"those there is room for", "The ground seats 11,000 people.", "The ground has a capacity of 12,400 people.", false},
		{"some of them", "Six officers were injured in the crowd.", "Eight people were injured in the crowd.", true},
		{"another fate", "Six people were killed on the ferry.", "Eight people were injured on the ferry.", true},
		{"below zero", "It fell to −5 degrees in the port.", "It fell to −6 degrees in the port.", false},
		{"too far apart", "He raised $200,000 for the campaign.", "He raised $5.4 million for the campaign.", true},
		{"at another time", "The quake killed five people on the coast.", "Last year a quake killed nine people on the coast.", true},
		{"in another year", "The quake killed five people on the coast.", "The quake in 2004 killed nine people on the coast.", true},
		{"at any time", "The quake had a magnitude of 6.0.", "A quake of magnitude 6.1 can cause great damage.", true},
		{"of one family", "John Pilling, 23, was in the house.", "Jean Pilling, 78, was in the house.", true},
		{"of one person", "Jean Pilling, 23, was in the house.", "Pilling, 78, was in the house.", false},
		{"of a league and of all", "He is the third Island League coach to leave.", "He is the fifth coach to leave.", true},
		{"of one league", "He is the third Island League coach to leave.", "He is the fifth Island League coach to leave.", false},
		{"a lead", "They took a 14-0 lead in the match.", "They won the match 17-7.", true},
		{"results", "They won the match 14-0.", "They won the match 17-7.", false},
	} {
		m := c.match()
		got := doubtful(m, [2]int{}, m.Docs[0].Quantities[0], m.Docs[1].Quantities[0])
		if got != c.want || doubtful(c.turned(), [2]int{}, m.Docs[1].Quantities[0], m.Docs[0].Quantities[0]) != got {
			t.Errorf("%s: doubtful %v", c.name, got)
		}
	}
}

// turned is the pair in the other order.
func (c doubtCase) turned() *pair.Pair {
	return doubtCase{left: c.right, right: c.left}.match()
}

// TestDoubtfulTimes does the same for times.
func TestDoubtfulTimes(t *testing.T) {
	for _, c := range []doubtCase{
		{"told further on", "The gondola stopped in the gale at 2:40 p.m. and hung there.", "The gondola stopped in the gale at 4:20 p.m. and hung there.\n\nAn hour before, at 2:40 p.m., it had stopped for a moment.", true},
		{"the day of a race", "The Rovers will play the winner of Friday's second race in the harbour.", "The Rovers will play on Saturday against the winner of the second race in the harbour.", true},
		{"of another quake", "The quake of magnitude 4.6 struck the harbour early on Thursday.", "The quake of magnitude 4.2 struck the harbour early on Sunday.", true},
		{"of one quake", "The quake of magnitude 4.6 struck the harbour early on Thursday.", "The quake of magnitude 4.6 struck the harbour early on Sunday.", false},
		{"a part of the day, told again", "Police arrested the driver on Thursday morning after a chase.", "Police arrested the driver on Friday morning after a chase. The morning was wet.", false},
		{"told once", "The gondola stopped in the gale at 2:40 p.m. and hung there.", "The gondola stopped in the gale at 4:20 p.m. and hung there.\n\nAn hour before, at 3:20 p.m., it had stopped for a moment.", false},
	} {
		m := c.match()
		x, y := m.Docs[0].MomentsOf(0)[0], m.Docs[1].MomentsOf(0)[0]
		if got := doubtfulTimes(m, [2]int{}, x, y); got != c.want || doubtfulTimes(c.turned(), [2]int{}, y, x) != got {
			t.Errorf("%s: doubtful %v", c.name, got)
		}
	}
}

// What an article tells of an earlier year is not of the day's event, although the
// sentence itself does not say so.
func TestEarlierEvents(t *testing.T) {
	for _, c := range []doubtCase{
		{"told of by the sentence before", "Twelve people were killed in the quake.", "In April last year a quake struck the north. Five people were killed in the quake.", true},
		{"in the next paragraph", "Twelve people were killed in the quake.", "In April last year a quake struck the north.\n\nFive people were killed in the quake on Monday.", false},
	} {
		if got := otherElsewhen(c.match(), [2]int{0, 1}); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
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
		{"It is a 10-metre boat.", "It is a 30-foot boat.", true},
		{"It is a 10-metre boat.", "It is a 60-foot boat.", false},
		{"It is a 10-metre boat.", "It is a 9-metre boat.", false},
		{"It lies 58km west of Orde.", "It lies 35 miles west of Orde.", true},
		{"It lies 58km west of Orde.", "It lies 56 km west of Orde.", false},
		{"Seven people died.", "At least seven people died.", true},
		{"Seven people died.", "At least eight people died.", false},
		{"The term is up to ten years.", "The term is at least ten years.", false},
		{"The term is ten years.", "The term is at least ten years.", true},
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
