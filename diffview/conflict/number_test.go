package conflict

import (
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/corpus/fold"
	"parallax/diffview/difftest"
	"parallax/diffview/doc"
	"parallax/diffview/sides"
)

// A clashCase is two articles whose first sentences are linked for sure, with
// what a finder must report: "left|right", "" when nothing.
type clashCase struct {
	name, left, right, want string
}

// clashesIn runs a finder on the first sentences of two texts, in the order of
// the texts and in the other one, and returns what it reports.
func clashesIn(t *testing.T, find func(Finding) []Clash, left, right *corpus.Article) []Conflict {
	t.Helper()
	there, back := clashesAt(t, find, left, right, 0, 0), clashesAt(t, find, right, left, 0, 0)
	if len(there) != len(back) {
		t.Errorf("%d conflicts in one order, %d in the other", len(there), len(back))
	}
	for _, c := range there {
		mirrored := false
		for _, d := range back {
			mirrored = mirrored || c.Turned == d.Reason
		}
		if !mirrored {
			t.Errorf("%s: not reported in the other order", c.Reason)
		}
	}
	return there
}

// clashesAt runs a finder on sentence i of one text and j of another.
func clashesAt(t *testing.T, find func(Finding) []Clash, left, right *corpus.Article, i, j int) (out []Conflict) {
	t.Helper()
	l, r := doc.Prepare(left), doc.Prepare(right)
	m := difftest.Match(l, r)
	for _, c := range find(Finding{Pair: m, Link: certainly(i, j), Words: wordsOf(l, r, i, j)}) {
		out = append(out, c.Conflict(m, 0))
	}
	return out
}

func checkClashes(t *testing.T, find func(Finding) []Clash, cases []clashCase) {
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			left, right := corpus.FromText("left.txt", c.left), corpus.FromText("right.txt", c.right)
			for _, k := range clashesIn(t, find, left, right) {
				got = append(got, fold.Letters(k.Spans[sides.Left].Of(left.Text))+"|"+fold.Letters(k.Spans[sides.Right].Of(right.Text)))
			}
			if s := strings.Join(got, "; "); s != c.want {
				t.Errorf("got  %s\nwant %s\n\t%s\n\t%s", s, c.want, c.left, c.right)
			}
		})
	}
}

func TestNumberClashes(t *testing.T) {
	checkClashes(t, numberClashes, []clashCase{
		{"the injured, in one grammar", "Six people were injured when the ferry struck the pier.", "Eight people were injured when the ferry struck the pier.", "Six|Eight"},
		{"the injured, in others", "The ferry struck the pier, injuring six.", "Eight hurt as ferry strikes the pier.", "six|Eight"},
		{"a toll", "The storm killed 50 people on the coast.", "The death toll from the storm rose to 80 on the coast.", "50|80"},
		{"dead and injured told together", "Ten people were killed and 50 hurt on the coast.", "The storm killed 10 people and injured 80 on the coast.", "50|80"},
		{"in digits and words", "Six people were injured on the ferry.", "6 people were injured on the ferry.", ""},
		{"dead against injured", "Six people were killed on the ferry.", "Eight people were injured on the ferry.", ""},
		{"some of them", "Six officers were injured in the crowd.", "Eight people were injured in the crowd.", ""},
		{"a hedge", "About 50 people were trapped in the lift.", "All 53 people were trapped in the lift.", ""},
		{"a hedge that does not reach", "About 50 people were hurt in the crash.", "The crash left 80 people hurt.", "About 50|80"},
		{"a bound that is met", "At least six people were hurt in the crash.", "Eight people were hurt in the crash.", ""},
		{"a bound too far off", "At least 50 people were hurt in the crash.", "The crash left 80 people hurt.", "At least 50|80"},
		{"a bound that is broken", "Three people were hurt in the crash.", "At least four people were hurt in the crash.", "Three|At least four"},
		{"a range", "Between 40 and 60 people were hurt.", "The crash left 53 people hurt.", ""},
		{"dozens", "Dozens of people were hurt in the crash.", "The crash left 53 people hurt.", ""},
		{"dozens and a few", "Dozens of people were hurt in the crash.", "Six people were hurt in the crash.", "Dozens|Six"},
		{"rounding", "It carries 412,000 passengers a year to the islands.", "It carries 400,000 passengers a year to the islands.", ""},
		{"both numbers are told", "Six people were injured on the ferry.", "Eight people were injured on the ferry.\n\nPolice had first said six people were injured.", ""},
		{"the same number of other things", "Three strong aftershocks were felt.", "At least four strong aftershocks followed.\n\nThree villages were hit.", "Three|At least four"},
		{"a part and the whole", "Sixteen cabins hung in the wind.", "People were stuck in 16 of the 48 cabins.", ""},
		{"a part and a part", "Sixteen cabins were occupied and hung in the wind.", "All told 12 of the 48 cabins were occupied.", "Sixteen|12"},
		{"a thing so particular", "Fourteen occupied cabins were left hanging.", "They were stuck in 16 of the line’s 48 cabins.", "Fourteen|16"},
		{"words of an oath", "The judge read him the 38-word oath at noon.", "He swore the 35-word oath before the judge at noon.", "38|35"},
		{"no such thing", "It took fourteen years to plan the line.", "They waited 16 years for the line.", ""},
		{"a magnitude", "The survey put the magnitude at 6.1.", "It had a magnitude of 5.9, the survey said.", "6.1|5.9"},
		{"a magnitude by another source", "The Harbour Institute said the magnitude was 6.1.\n\nThe Coast Survey had said it was a magnitude 5.9 quake.", "The Harbour Institute said the quake had a magnitude of 5.9.", "6.1|5.9"},
		{"a result", "The council voted 7–5 to build the stadium.", "The council backed the stadium by seven votes to six.", "7–5|seven votes to six"},
		{"one result", "The council voted 7–5 to build the stadium.", "The council backed the stadium by seven votes to five.", ""},
		{"an age", "Jean Pilling, 78, said she was glad to see it go.", "“I am glad,” said Jean Pilling, 87, of Gasworks Road.", "78|87"},
		{"ages of two", "Jean Pilling, 78, said she was glad to see it go.", "“I am glad,” said Leo Farrant, 51, of Gasworks Road.", ""},
		{"money", "The council will pay $22 million for the new stadium roof.", "The council will pay $32 million for the new stadium roof.", "$22 million|$32 million"},
		{"money in another style", "The council will pay £22m for the new stadium roof.", "The council will pay 22 million pounds for the new stadium roof.", ""},
		{"money of another", "The council will pay $22 million for the stadium.", "The club will borrow $42 million from a bank.", ""},
		{"money of another year", "The council paid $22 million for the roof in 2019.", "The council paid $32 million for the roof in 2021.", ""},
		{"a name beside one alone", "Rovers sold 300 season tickets for the stadium.", "Albion sold 500 season tickets for the stadium.", ""},
		{"a share", "Turnout in the city fell to 45 percent.", "Turnout in the city fell to 54 percent.", "45 percent|54 percent"},
		{"a share in words", "Turnout in the city fell to half of all voters.", "Turnout in the city fell to 50 percent of all voters.", ""},
		{"a share without decimals", "Turnout in the city fell to 35.7 percent.", "Turnout in the city fell to 36 percent.", ""},
		{"another unit", "The cabins hung 40 meters above the deep snow.", "The cabins hung 130 feet above the deep snow.", ""},
		{"a measure", "The cabins hung 40 meters above the deep snow.", "The cabins hung 60 meters above the deep snow.", "40 meters|60 meters"},
		{"others besides", "Police found six rifles in the boats.", "Police found three other rifles in the boats.", ""},
		{"another time", "The quake killed five people on the coast.", "A quake in September killed nine people on the coast.", ""},
		{"another year", "The quake killed five people on the coast.", "In 2004 a quake killed nine people on the coast.", ""},
		{"one place alone", "The wave killed 230,000 people.", "The wave killed 170,000 people in the north alone.", ""},
		{"a toll of two events", "The quake killed five people.", "The quake killed 600 people.", ""},
		{"at any time", "The quake had a magnitude of 5.6.", "A magnitude-6.1 quake can cause great damage.", ""},
		{"a magnitude by each source", "The ministry put the magnitude at 5.9, but the Harbour Institute said it was 6.1.", "The Harbour Institute put the magnitude at 5.4.", "6.1|5.4"},
		{"a score underway", "Rovers took a 14-0 lead with their second try.", "Rovers scored on both drives and had a 17-7 lead at halftime.", ""},
		{"statistics", "Hansen scored two touchdowns on the ground.", "Hansen scored six touchdowns on the ground.", ""},
		{"ages of one surname", "John Pilling, 23, was in the house on Gasworks Road.", "Jean Pilling, 78, was in the house on Gasworks Road.", ""},
		{"models of one thing", "The 13-inch screen costs as much as the 11-inch model of the laptop.", "The 13-inch screen costs as much as the 15-inch model of the laptop.", ""},
		{"converted in brackets", "The climber fell about 60 metres (200 feet) from the ridge.", "The climber fell 150 metres from the ridge.", "about 60 metres|150 metres"},
		{"labels", "The gust hit the cable at Tower 7 of the line.", "The gust hit the cable at Tower 9 of the line.", ""},
		{"ordinals", "It was the first vote on the stadium.", "It was the second vote on the stadium.", ""},
		{"far apart", "He raised $200,000 for the campaign this spring.", "He raised $5.4 million for the campaign this spring.", ""},
	})
}

func TestUpdates(t *testing.T) {
	at := func(text string, hour int) *corpus.Article { return publishedAt(3, hour, text) }
	for _, c := range []struct {
		name        string
		left, right *corpus.Article
		want        bool
	}{
		{"the later knows of more", at("Six people were injured on the ferry.", 8), at("Eight people were injured on the ferry.", 20), true},
		{"the later knows of fewer", at("Six people were injured on the ferry.", 20), at("Eight people were injured on the ferry.", 8), false},
		{"one is undated", corpus.FromText("a.txt", "Six people were injured on the ferry."), at("Eight people were injured on the ferry.", 20), false},
		{"sums do not rise by themselves", at("The council will pay $22 million for the stadium roof.", 8), at("The council will pay $32 million for the stadium roof.", 20), false},
	} {
		ks := clashesIn(t, numberClashes, c.left, c.right)
		if len(ks) != 1 || (ks[0].Grade == sides.Updated) != c.want {
			t.Errorf("%s: got %+v, want one conflict with update %v", c.name, ks, c.want)
		}
	}
}
