package mark

import (
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/diffview/align"
	"parallax/diffview/conflict"
	"parallax/diffview/difftest"
	"parallax/diffview/doc"
	"parallax/diffview/link"
	"parallax/diffview/sides"
)

// refusedIn compares two texts of one sentence each and returns what the
// vetoes keep apart, as "veto left/right".
func refusedIn(t testing.TB, left, right string) string {
	l, r := doc.Prepare(corpus.FromText("a.txt", left)), doc.Prepare(corpus.FromText("b.txt", right))
	_, w := byRules(t, l, r)
	var out []string
	for _, x := range w.refusedPairs {
		out = append(out, x.veto.String()+" "+l.Tokens[x.pair.Tokens[sides.Left]].Text+"/"+r.Tokens[x.pair.Tokens[sides.Right]].Text)
	}
	return strings.Join(out, ", ")
}

func TestVetoes(t *testing.T) {
	for _, c := range []struct{ left, right, want string }{
		{"The council voted for the new harbour bridge.", "The council voted against the new harbour bridge.", "opposite for/against"},
		{"The ferry sailed with its lights on.", "The ferry sailed without its lights on.", "opposite with/without"},
		{"Fares went up at the airport last week.", "Fares went down at the airport last week.", "opposite up/down"},
		{"All crews left the burning mill at dawn.", "None crews left the burning mill at dawn.", "opposite all/none"},
		{"Both bridges were closed by the flood.", "Neither bridges were closed by the flood.", "opposite both/neither"},
		{"The mayor spoke before the vote in Tolvane.", "The mayor spoke after the vote in Tolvane.", "opposite before/after"},
		{"King Olaf XIV visited the harbour of Orde.", "King Olaf XIII visited the harbour of Orde.", "opposite xiv/xiii"},
		{"The harbour road is open until Friday.", "The harbour road is open from Friday.", "opposite until/from"},
		{"Der Hafen kostet drei Milliarden Euro.", "Der Hafen kostet drei Millionen Euro.", "opposite milliarden/millionen"},
		{"Bei dem Brand starben zwanzig Menschen.", "Bei dem Brand starben zwölf Menschen.", "opposite zwanzig/zwölf"},
		{"Prices at the harbour doubled in June.", "Prices at the harbour tripled in June.", "opposite doubled/tripled"},
		{"Nobody left the burning mill at dawn.", "Everybody left the burning mill at dawn.", "opposite nobody/everybody"},
		{"Somebody left the burning mill at dawn.", "Nobody left the burning mill at dawn.", "opposite somebody/nobody"},
		{"At least six sailors drowned off Orde.", "At most six sailors drowned off Orde.", "opposite least/most"},
		{"The water rose during the night in Orde.", "The water rose before the night in Orde.", "opposite during/before"},
		{"The mill is near the old town of Orde.", "The mill is far from the old town of Orde.", "opposite near/far"},
		{"The bill passed the lower house at noon.", "The bill passed the upper house at noon.", "opposite lower/upper"},
		{"She is the mother of the ferry captain.", "She is the daughter of the ferry captain.", "opposite mother/daughter"},
		{"The majority of sailors backed the plan.", "The minority of sailors backed the plan.", "opposite majority/minority"},
		{"The strike began on Monday in Tolvane.", "The strike began on Tuesday in Tolvane.", "opposite monday/tuesday"},
		{"The strike began in March in Tolvane.", "The strike began in April in Tolvane.", "opposite march/april"},
		{"The minister will sign the treaty.", "The minister may sign the treaty.", "unsure will/may"},
		{"The minister resigned over the ferry contract.", "The minister has not resigned over the ferry contract.", "negated resigned/resigned"},
		{"The harbour company paid the divers.", "The harbour company refused to pay the divers.", "negated paid/pay"},
		{"Police shot the man near the mill.", "The man shot police near the mill.", "swapped police/police, swapped man/man"},
		{"Six sailors drowned off Port Anselm.", "Eight sailors drowned off Port Anselm.", "number six/eight"},
		{"The governor wrote that the dam is safe.", "The governor tweeted that the dam is safe.", "tongue wrote/tweeted"},

		{"The state ended the search on Friday.", "The statement ended the search on Friday.", "family state/statement"},

		{"Ann Lund sued Jon Mora over the dam.", "Jon Mora sued Ann Lund over the dam.", "swapped ann/ann, swapped lund/lund, swapped jon/jon, swapped mora/mora"},
		{"Ann Lund sued Jon Mora over the dam.", "Jon Mora was sued by Ann Lund over the dam.", ""},
		{"The fire brigade blamed the ferry company for the damage.", "The ferry company blamed the fire brigade for the damage.", "swapped fire/fire, swapped brigade/brigade, swapped ferry/ferry, swapped company/company"},
		{"The fire brigade blamed the ferry company for the damage.", "The ferry company was blamed by the fire brigade for the damage.", ""},
		{"The ferry from Halden to Vale was late.", "The ferry from Vale to Halden was late.", "swapped halden/halden, swapped vale/vale"},
		{"Orde is larger than Halden by far.", "Halden is larger than Orde by far.", "swapped orde/orde, swapped halden/halden"},
		{"Ann Lund is ahead of Jon Mora in the poll.", "Jon Mora is ahead of Ann Lund in the poll.", "swapped ann/ann, swapped lund/lund, swapped jon/jon, swapped mora/mora"},
		{"The ferry company gave the ship to the fire brigade.", "The fire brigade gave the ship to the ferry company.", "swapped ferry/ferry, swapped company/company, swapped fire/fire, swapped brigade/brigade"},
		{"Orde scored after Halden had drawn level.", "Halden scored after Orde had drawn level.", "swapped orde/orde, swapped halden/halden"},
		{"Ann Lund and Jon Mora left the town.", "Jon Mora and Ann Lund left the town.", ""},
		{"Ann Lund met Jon Mora in the town.", "Jon Mora met Ann Lund in the town.", ""},
		{"Orde signed a treaty with Halden at noon.", "Halden signed a treaty with Orde at noon.", ""},
		{"The ferry from Halden to Vale was late.", "The ferry to Vale from Halden was late.", ""},
		{"Trade between Orde and Halden fell at noon.", "Trade between Halden and Orde fell at noon.", ""},
		{"Halden rehired coach Ann Lund on Monday.", "Ann Lund is the fifth coach rehired since May.", ""},
		{"Ferry company managers praised fire brigade divers at noon.", "At noon ferry company managers praised fire brigade divers.", ""},
		{"The dam was closed until Monday at noon.", "The dam was closed since Monday at noon.", "opposite until/since"},
		{"The dam will open if the governor agrees.", "The dam will open unless the governor agrees.", "opposite if/unless"},
		{"The dam broke although the governor had warned the town.", "The dam broke because the governor had warned the town.", "opposite although/because"},
		{"Halden beat Orde in the cup final.", "Orde beat Halden in the cup final.", "swapped halden/halden, swapped orde/orde"},
		{"The man was shot by police near the mill.", "The man shot police near the mill.", "swapped man/man, swapped police/police"},
		{"Lund was arrested by Rehn near the dam.", "Rehn was arrested by Lund near the dam.", "swapped lund/lund, swapped rehn/rehn"},
		{"Fares at the airport went up after the vote.", "After the vote, fares at the airport went down.", "opposite up/down"},
		{"Only six sailors survived off Orde.", "All six sailors survived off Orde.", "opposite only/all"},
		{"Every resident left the town at dawn.", "Some residents left the town at dawn.", "opposite every/some"},
		{"The dam broke in March in Tolvane.", "The dam broke in May in Tolvane.", "opposite march/may"},
		{"The dam broke on Sept. 3 in Tolvane.", "The dam broke on Oct. 3 in Tolvane.", "opposite sept./oct."},
		{"The dam broke at dawn in Tolvane.", "The dam broke at dusk in Tolvane.", "opposite dawn/dusk"},
		{"The dam broke on Monday morning in Tolvane.", "The dam broke on Monday evening in Tolvane.", "opposite morning/evening"},
		{"The court upheld the ban on boats.", "The court overturned the ban on boats.", "opposite upheld/overturned"},
		{"The ban on boats was lifted at noon.", "The ban on boats was imposed at noon.", "opposite lifted/imposed"},
		{"The minister could sign the treaty in Orde.", "The minister must sign the treaty in Orde.", "unsure could/must"},
		{"The minister allegedly took the money.", "The minister reportedly took the money.", "unsure allegedly/reportedly"},
		{"The minister reportedly resigned at noon.", "The minister reported resigned at noon.", "unsure reportedly/reported"},
		{"The minister possibly took the money.", "The minister perhaps took the money.", ""},
		{"There is no evidence that the dam leaks.", "There is evidence that the dam leaks.", "negated evidence/evidence"},
		{"Police found no evidence of a crime.", "Police did not find evidence of a crime.", ""},
		{"The company refused to pay the divers.", "The company agreed to pay the divers.", "opposite refused/agreed, negated pay/pay"},
		{"The governor denied that the dam is safe.", "The governor said that the dam is safe.", "opposite denied/said"},
		{"The man was jailed for life in Orde.", "The man was jailed for 10 years in Orde.", "distant life/10, distant life/years"},
		{"The mayor violated town rules by not naming the donors.", "The mayor violated town rules for not naming the donors.", ""},

		{"Police shot the man near the mill.", "The man was shot by police near the mill.", ""},
		{"Orde was defeated by Halden in the final.", "Halden defeated Orde in the final.", ""},
		{"The minister did not resign over the ferry.", "The minister never resigned over the ferry.", ""},
		{"The minister has not only resigned over the ferry.", "The minister resigned over the ferry.", ""},
		{"Six sailors drowned off Port Anselm.", "6 sailors drowned off Port Anselm.", ""},
		{"Fares rose by 59 percent in Tolvane.", "Fares rose by 59.2 percent in Tolvane.", ""},
		{"She fell 200 feet from the ridge.", "She fell 200ft from the ridge.", ""},
		{"The rescue cost A$12 million in Tolvane.", "The rescue cost US$12 million in Tolvane.", "opposite 12/12, opposite million/million"},
		{"The rescue cost US$12 million in Tolvane.", "The rescue cost $12 million in Tolvane.", ""},
		{"The rescue cost $12.5 million in Tolvane.", "The rescue cost $12.5 billion in Tolvane.", "number million/billion, number 12.5/12.5"},
		{"The bridge at Orde cost 12 crore rupees.", "The bridge at Orde cost 12 million rupees.", "number crore/million, number 12/12"},
		{"The bridge at Orde cost 12 crore rupees.", "The bridge at Orde cost 120 million rupees.", ""},
		{"At Orde it fell to −5 degrees overnight.", "At Orde it fell to 5 degrees overnight.", "number 5/5"},
		{"Dozens of people came to the square.", "Hundreds of people came to the square.", "number dozens/hundreds"},
		{"Dozens of people came to the square.", "Thousands of people came to the square.", "number dozens/thousands"},
		{"Some 12 000 people came to the square.", "Some 12,000 people came to the square.", ""},
		{"He read 3.2.1 from the old map.", "He read 3.2.4 from the old map.", "number 3.2.1/3.2.4"},
		{"He read 3.2.1 from the old map.", "He read 3.2.1 from the new map.", "opposite old/new"},
		{"The minister said he would sign the treaty.", "The minister will sign the treaty, he said.", ""},
		{"About 50 passengers were trapped overnight.", "Some 53 passengers were trapped overnight.", ""},
		{"The governor said that the dam is safe.", "The governor told them that the dam is safe.", ""},
	} {
		if got := refusedIn(t, c.left, c.right); got != c.want {
			t.Errorf("%s | %s\n got %q\nwant %q", c.left, c.right, got, c.want)
		}
		mirrored := refusedIn(t, c.right, c.left)
		if (mirrored == "") != (c.want == "") {
			t.Errorf("%s | %s: %q the other way round", c.right, c.left, mirrored)
		}
	}
}

// byRules marks two articles by the rules alone and gathers what is known of
// their words, whatever it costs.
func byRules(t testing.TB, l, r *doc.Doc) (*Marker, *witness) {
	t.Helper()
	m := difftest.Match(l, r)
	found, err := link.Find(difftest.Unlimited(), m)
	if err != nil {
		t.Fatal(err)
	}
	marks := New(l, r)
	for _, at := range found.Links {
		words, loose := align.Words(l, r, at.Left, at.Right)
		marks.Link(conflict.Finding{Pair: m, Link: at, Words: words}, loose)
	}
	for _, k := range marks.links {
		marks.Wording(k.f.Words)
	}
	if err := marks.Elsewhere(difftest.Unlimited(), m); err != nil {
		t.Fatal(err)
	}
	return marks, newWitness(m, found, marks)
}
