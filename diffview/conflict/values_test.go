package conflict

import (
	"testing"

	"parallax/corpus"
	"parallax/corpus/fold"
	"parallax/diffview/sides"
)

// Whether two values conflict is judged by models that were fitted on news. What they
// say of one pair of sentences can change when they are fitted anew: what is held
// here is how many they are right about.

func TestNumbers(t *testing.T) {
	judgedCases(t, []clashCase{
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

func TestTimes(t *testing.T) {
	judgedCases(t, []clashCase{
		{"a day", "The aide apologized on Friday for the post about the girls.", "The aide had to apologize Saturday for a post about the girls.", "Friday|Saturday"},
		{"a day that opens the sentence", "On Wednesday, the city council approved the plan for the roof.", "The city council approved the plan for the roof on Tuesday.", "Wednesday|Tuesday"},
		{"the day of another", "On Tuesday, team officials placed young guard Chris Adler on the list.", "Pierre Thomas was placed on the list Wednesday by team officials.", ""},
		{"one day", "The aide apologized on Friday for the post about the girls.", "On Friday the aide apologized for a post about the girls.", ""},
		{"a day and its part", "The service warned of severe gusts on Monday evening.", "The service issued a warning of severe gusts on Tuesday.", "Monday evening|Tuesday"},
		{"the day of saying so", "The minister said on Friday that the post was deleted.", "The post was deleted on Saturday, the minister said.", ""},
		{"the day of another thing", "The aide apologized on Friday for the post about the girls.", "The aide resigned Monday over the post about the girls.", ""},
		{"the day of what came before", "The guard was placed on the list of the injured Tuesday.", "The team hired a man on Monday after placing the guard on the list of the injured.", ""},
		{"two days in one sentence", "The aide apologized on Friday for the post about the girls.", "The aide, hired on Monday, apologized on Friday for the post about the girls.", ""},
		{"the day of arrest and that of the charge", "The man was arrested on Friday over the fire at the mill.", "The man was charged on Monday over the fire at the mill.", ""},
		{"an announcement", "Orde Motors on Monday announced the sale of its plant in Tolvane.", "Orde Motors announced on Tuesday that it sold its plant in Tolvane.", "Monday|Tuesday"},
		{"an announcement and what it was of", "Orde Motors announced on Tuesday that it sold its plant in Tolvane.", "Orde Motors sold its plant in Tolvane on Thursday.", ""},
		{"a participle", "A poll of voters in Orde released Saturday put Marsh ahead of Quill.", "Marsh leads Quill in a poll of Orde voters released Sunday.", "Saturday|Sunday"},
		{"two meetings", "Marsh and Quill met on Sunday for talks about the budget.", "The meeting of Marsh and Quill about the budget is on Thursday.", ""},
		{"elections of two years", "Marsh, who ran for mayor of Orde in 2012, backs the plan.", "Marsh, who may run for mayor of Orde in 2016, backs the plan.", ""},
		{"a year off by one", "Voters in Orde approved the $3 million bond for the mill in 2010.", "Orde voters approved the bond of $3 million for the mill in 2009.", "2010|2009"},
		{"a time", "The last passenger reached the ground at 11:25 p.m.", "The last passenger reached the ground shortly after midnight.", "11:25 p.m.|shortly after midnight"},
		{"a time in another style", "The gondola stopped in the gale at 2:40 p.m. and hung there.", "The gondola stopped in the gale at 14:40 and hung there.", ""},
		{"a time without its half", "The gondola stopped in the gale at about twenty to three.", "The gondola stopped in the gale at 14:40 and hung there.", ""},
		{"a rounded time", "The last passenger reached the ground at nearly midnight.", "The last passenger reached the ground at 11.25pm.", ""},
		{"a date", "The bridge opened to traffic on March 4 after repairs.", "The bridge opened to traffic on March 14 after repairs.", "March 4|March 14"},
		{"a date within a month", "The bridge opened to traffic on March 4, 2019, after repairs.", "The bridge opened to traffic in March 2019 after repairs.", ""},
		{"a year", "She has led the party caucus since 2002.", "She has led the party caucus since 2003.", "2002|2003"},
		{"a year and a weekday", "She has led the party caucus since 2002.", "She has led the party caucus since Tuesday.", ""},
	})
}

// mostMissed and mostWrong are the shares of the conflicts that are not reported, and
// of what is reported as one that is none.
const (
	mostMissed = .2
	mostWrong  = .3
)

func judgedCases(t *testing.T, cases []clashCase) {
	var conflicts, missed, core, wrong float64
	for _, c := range cases {
		left, right := corpus.FromText("left.txt", c.left), corpus.FromText("right.txt", c.right)
		found := c.want == ""
		for _, k := range clashesIn(t, Finding.disputes, left, right) {
			words := fold.Letters(k.Spans[sides.Left].Of(left.Text)) + "|" + fold.Letters(k.Spans[sides.Right].Of(right.Text))
			found = found || words == c.want
			if k.Grade == sides.Core {
				core++
				if words != c.want {
					wrong++
					t.Logf("%s: %s, and is none", c.name, words)
				}
			}
		}
		if c.want != "" {
			conflicts++
		}
		if !found {
			missed++
			t.Logf("%s: %s is not reported", c.name, c.want)
		}
	}
	if missed > mostMissed*conflicts || wrong > mostWrong*core {
		t.Errorf("%v of %v conflicts missed, %v of %v reported that are none", missed, conflicts, wrong, core)
	}
}
