package story

import (
	"testing"

	"parallax/corpus"
)

// A series and its relatives: texts of one form.
const (
	marketMonday = `Halden shares close higher
Shares in Halden closed higher on Monday, with the main index rising 0.4 percent.
Oil prices rose and bank shares led the gains, dealers in Halden said.
Brand & Co. gained 2 percent and Vale Ltd. was little changed.
Trading volume was thin ahead of the holiday, the exchange said.
`
	marketMondayElsewhere = `Stocks in Halden end up
Stocks in Halden ended up on Monday, the main index having risen 0.4 percent.
Oil prices rose, and bank shares led the gains, dealers said.
Brand & Co. gained 2 percent and Vale Ltd. was little changed.
Trading was thin before the holiday.
`
	marketWednesday = `Halden shares close higher
Shares in Halden closed higher on Wednesday, with the main index rising 1.1 percent.
The crown weakened and bank shares led the gains, dealers in Halden said.
Brand & Co. gained 3 percent and Vale Ltd. was little changed.
Trading volume was thin ahead of the holiday, the exchange said.
`
	marketNextMonday = `Halden shares close lower
Shares in Halden closed lower on Monday, with the main index falling 0.9 percent.
Oil prices fell and mining shares led the losses, dealers in Halden said.
Brand & Co. lost 2 percent and Vale Ltd. was little changed.
Trading volume was thin after the holiday, the exchange said.
`
	weatherSunday = `Weather in Skara
Skara will be dry on Sunday with a high of 21 degrees and light wind from the west.
Showers may reach the coast of Skara in the evening.
The sun sets in Skara after nine.
Boats should stay in the harbour if the wind turns north.
`
	weatherThursday = `Weather in Skara
Skara will be wet on Thursday with a high of 14 degrees and strong wind from the west.
Showers may reach the coast of Skara in the morning.
The sun sets in Skara after nine.
Boats should stay in the harbour if the wind turns north.
`
	quakeOrde = `Quake shakes Orde
A magnitude 5.4 earthquake shook the town of Orde early on Monday.
Two people were hurt in Orde when a wall fell.
The quake was at a depth of 10 km, the survey said.
Residents ran into the streets, and power was cut in part of the town.
`
	quakeOrdeElsewhere = `Orde quake injures two
Two people were injured when a magnitude 5.4 quake struck Orde before dawn on Monday.
A wall collapsed on them, and part of the town of Orde lost power.
The survey put the depth of the earthquake at 10 kilometres.
`
	quakeLorne = `Earthquake hits Lorne island
A magnitude 6.1 earthquake hit the island of Lorne early on Monday.
Nobody was hurt in Lorne, the fire service said.
The quake was at a depth of 30 km, the survey said.
Residents ran into the streets, and power was cut on part of the island.
`
	obituaryIto = `Ida Ito, painter, dies at 91
The painter Ida Ito has died at her home after a short illness, her family said. She was 91.
Critics called Ito one of the great painters of the century.
Her works hang in museums around the world, and Ito taught for many years.
She leaves two daughters. The funeral of Ito will be held next week.
`
	obituaryMora = `Jon Mora, painter, dies at 84
The painter Jon Mora has died at his home after a short illness, his family said. He was 84.
Critics called Mora one of the great painters of the century.
His works hang in museums around the world, and Mora taught for many years.
He leaves two daughters. The funeral of Mora will be held next week.
`
	gameOrde = `Orde beat Skara 31-17
Orde beat Skara 31-17 on Sunday to win the league for the third time.
Ola Vale scored twice for Orde before 24,300 people.
Coach Ida Lund of Orde praised her players after the match.
The league resumes in August, and Orde will play Aldby first.
`
	gameWenn = `Wenn beat Tarsia 26-12
Wenn beat Tarsia 26-12 on Saturday to win the league for the second time.
Per Holt scored twice for Wenn before 18,200 people.
Coach Sanna Virk of Wenn praised her players after the match.
The league resumes in August, and Wenn will play Quell first.
`
	dailyMonday = `Weather for Monday

Monday will be sunny with highs of 21 degrees in Skara and 19 in Aldby.
Winds will be light from the west. The night will be clear with lows of 8 degrees in Skara.
`
	dailyTuesday = `Weather for Tuesday

Tuesday will be cloudy with highs of 17 degrees in Skara and 16 in Aldby.
Winds will be light from the north. The night will be wet with lows of 7 degrees in Skara.
`
	gameLorne = `Orde beat Lorne 2-0
Orde beat Lorne 2-0 in the league on Sunday.
Ida Brand of Orde scored before the break, and Ola Vale of Orde added a second.
Orde are first in the table and play Skara next week.
`
	gameAldby = `Orde beat Aldby 3-1
Orde beat Aldby 3-1 in the league on Sunday.
Jon Mora of Orde scored twice before the break, and Ola Vale of Orde added a third.
Orde are second in the table and play Lorne next week.
`
	gameAldbyElsewhere = `Mora double sinks Aldby
Two goals by Jon Mora and one by Ola Vale gave Orde a 3-1 win over Aldby in the league on Sunday.
Both goals of Mora came before the break. Orde move up to second place in the table and visit Lorne next week.
`
	strikeMonday = `Ferry strike to begin on Monday
The ferry strike of Lorne will begin on Monday, the union of sailors said.
Sailors of the Lorne ferry want more pay, and the port expects queues on the quay.
`
	strikeTuesday = `Ferry strike to begin on Tuesday
The strike of the Lorne ferry will begin on Tuesday, sailors said in Lorne.
The union of sailors wants more pay, and there will be queues on the quay of the port.
`
	tollFirst = `Six dead after dam breaks above Halden
Six people died when the Orde dam above Halden broke on Monday night, the fire service said.
Water ran through the lower town of Halden within an hour.
Mayor Ann Lund said everybody below the wall had been told to leave by 21.30.
Engineers had found cracks in the eastern wall of the Orde dam in autumn.
`
	tollLater = `Eleven dead after dam breaks above Halden
Eleven people died when the Orde dam above Halden broke on Monday night, the fire service said on Wednesday.
Water ran through the lower town of Halden within an hour.
Mayor Ann Lund said everybody below the wall had been told to leave by 21.30.
Engineers had found cracks in the eastern wall of the Orde dam in autumn, and 140 houses are gone.
`
)

// TestForms: what differs in dates, figures and names weighs before two texts
// are called one story or versions; an update of a text still is one.
func TestForms(t *testing.T) {
	for _, tt := range []struct {
		name  string
		files [][2]string
		want  string
	}{
		{"market reports", [][2]string{{"2031-05-05-post.txt", marketMonday}, {"2031-05-05-times.txt", marketMondayElsewhere}, {"2031-05-07-post.txt", marketWednesday}},
			"story: 2031-05-05-post.txt 2031-05-05-times.txt\nstory: 2031-05-07-post.txt\n"},
		{"market reports, undated", [][2]string{{"a", marketMonday}, {"b", marketWednesday}}, "story: a\nstory: b\n"},
		{"market reports of two weeks", [][2]string{{"2031-05-05-post.txt", marketMonday}, {"2031-05-12-post.txt", marketNextMonday}},
			"story: 2031-05-12-post.txt\nstory: 2031-05-05-post.txt\n"},
		{"weather", [][2]string{{"2031-05-04-post.txt", weatherSunday}, {"2031-05-08-post.txt", weatherThursday}},
			"story: 2031-05-08-post.txt\nstory: 2031-05-04-post.txt\n"},
		{"quakes", [][2]string{{"2031-05-05-post.txt", quakeOrde}, {"2031-05-05-herald.txt", quakeOrdeElsewhere}, {"2031-05-05-times.txt", quakeLorne}},
			"story: 2031-05-05-herald.txt 2031-05-05-post.txt\nstory: 2031-05-05-times.txt\n"},
		{"obituaries", [][2]string{{"2031-05-05-post.txt", obituaryIto}, {"2031-05-06-post.txt", obituaryMora}},
			"story: 2031-05-06-post.txt\nstory: 2031-05-05-post.txt\n"},
		{"matches", [][2]string{{"2031-05-04-post.txt", gameOrde}, {"2031-05-03-post.txt", gameWenn}},
			"story: 2031-05-04-post.txt\nstory: 2031-05-03-post.txt\n"},
		{"weather, named after its day", [][2]string{{"2031-05-05-post.txt", dailyMonday}, {"2031-05-06-post.txt", dailyTuesday}},
			"story: 2031-05-06-post.txt\nstory: 2031-05-05-post.txt\n"},
		{"a club's matches of two weeks", [][2]string{{"2031-05-05-post.txt", gameAldby}, {"2031-05-05-times.txt", gameAldbyElsewhere}, {"2031-05-12-post.txt", gameLorne}},
			"story: 2031-05-05-post.txt 2031-05-05-times.txt\nstory: 2031-05-12-post.txt\n"},
		{"two outlets that contradict each other in the headline", [][2]string{{"2031-05-04-post.txt", strikeMonday}, {"2031-05-04-times.txt", strikeTuesday}},
			"story: 2031-05-04-post.txt 2031-05-04-times.txt\n"},
		{"an update two days later", [][2]string{{"2031-05-06-post.txt", tollFirst}, {"2031-05-08-post.txt", tollLater}},
			"story: 2031-05-06-post.txt 2031-05-08-post.txt\n  versions: 2031-05-06-post.txt 2031-05-08-post.txt\n"},
		{"a story over days", [][2]string{{"2031-05-06-post.txt", tollFirst}, {"2031-05-07-echo.txt", "Halden asks who knew of cracks\nThe council of Halden asked on Tuesday who knew of the cracks in the Orde dam.\nMayor Ann Lund told the council that the dam broke before the repair she had ordered.\nEngineers found the cracks in autumn, she said in Halden.\n"}},
			"story: 2031-05-06-post.txt 2031-05-07-echo.txt\n"},
		{"a reaction eight days later", [][2]string{{"2031-05-06-post.txt", tollFirst}, {"2031-05-14-echo.txt", "Halden mayor quits over dam\nMayor Ann Lund of Halden resigned on Monday over the Orde dam, which broke last week.\nEngineers had told Lund of cracks in the eastern wall of the dam in autumn.\nThe council of Halden will elect a mayor in June.\n"}},
			"story: 2031-05-06-post.txt 2031-05-14-echo.txt\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var articles []*corpus.Article
			for _, f := range tt.files {
				articles = append(articles, article(f[0], f[1]))
			}
			if got := grouping(articles, Group(articles)); got != tt.want {
				t.Errorf("got\n%swant\n%s", got, tt.want)
			}
		})
	}
}

// TestFormsAreNoVersions: put into one story by hand or folder, texts of one form
// are still no versions of one text.
func TestFormsAreNoVersions(t *testing.T) {
	for _, pair := range [][2]string{{marketMonday, marketWednesday}, {obituaryIto, obituaryMora}, {gameOrde, gameWenn}} {
		articles := []*corpus.Article{article("2031-05-05-post.txt", pair[0]), article("2031-05-07-post.txt", pair[1])}
		if s := None.Stories(articles); len(s) != 1 || len(s[0].Versions) > 0 || len(s[0].Copies) > 0 {
			t.Errorf("%s", grouping(articles, s))
		}
	}
}
