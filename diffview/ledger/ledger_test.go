package ledger

import (
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/diffview/doc"
)

// entriesOf returns the entries of a text as "kind words | what | of".
func entriesOf(text string) (out []string, l *Ledger) {
	l = New(doc.Prepare(&corpus.Article{Text: text, Sentences: prose.Sentences(text)}))
	for _, e := range l.Entries {
		out = append(out, strings.TrimRight(e.Kind.String()+" "+l.Words(doc.Stretch{First: e.First, Last: e.Last})+" | "+l.Words(e.Thing)+" | "+l.Words(e.Owner), " |"))
	}
	return out, l
}

// What an article states, of what, and whose it is.
func TestEntries(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string // each is among the entries
	}{
		{"The storm killed at least six people on Tuesday.", []string{"toll at least six | people | The storm", "day Tuesday |  | The storm"}},
		{"The council spent $2.5 million on the bridge.", []string{"money $2.5 million | bridge | The council"}},
		{"Four of Norton's shops were shut.", []string{"count Four | shops"}},
		{"Sales rose 12 percent in March.", []string{"percentage 12 percent |  | Sales", "day March |  | Sales"}},
		{"Ada Marsh, 43, won the vote.", []string{"age 43 |  | Ada Marsh"}},
		{"The ferry sank at 0430 GMT.", nil},
		{"The motion passed by a vote of 61–39.", []string{"vote 61–39"}},
		{"Independents want the bridge, by 65-25 percent.", []string{"percentage 65-25"}},
		{"The council will vote in the coming weeks on 40 bridges.", []string{"count 40 | bridges | The council"}},
		{"In the coming weeks it shut 40 bridges of the harbour.", []string{"count 40 | bridges"}},
		{"The price of $40 in a phone interview was wrong.", []string{"money $40"}},
		{"It has 357 Magnum pistols and a .38 caliber gun.", nil},
		{"We read The Three Musketeers aloud.", nil},
		{"Planes dropped 8,000 ready-to-eat meals.", []string{"count 8,000 | ready-to-eat meals"}},
		{"She finished third in the race.", []string{"rank third | race"}},
	} {
		got, _ := entriesOf(tt.text)
		for _, want := range tt.want {
			found := false
			for _, g := range got {
				found = found || strings.HasPrefix(strings.ReplaceAll(g, "The ", ""), strings.ReplaceAll(want, "The ", ""))
			}
			if !found {
				t.Errorf("%q: %q is not among %q", tt.text, want, got)
			}
		}
		if tt.want == nil && len(got) > 0 {
			t.Errorf("%q has %q, want nothing", tt.text, got)
		}
	}
}

// What is no person is listed as none, what is no source says nothing, and an
// auxiliary tells no event.
func TestNoJunk(t *testing.T) {
	for _, tt := range []struct{ text, persons, source, event string }{
		{"North Korea tested a bomb. Saudi Arabia did not.", "", "", "tested"},
		{"Indonesia sent six boats. Mayor Paula Quist sent two.", "Paula Quist", "", "sent"},
		{"The Quist administration closed six ports. Paula Quist left.", "Paula Quist", "", "closed"},
		{"Paula Quist could not kill six bears.", "Paula Quist", "", "kill"},
		{"Those who were present told six stories.", "", "", "told"},
		{"Police said six bears died.", "", "Police", "died"},
		{"Paula Tabar said six bears died. It hit the Tabar.", "", "Paula Tabar", "died"},
		{"Paula Quist said six bears died. The Quist plan fell.", "Paula Quist", "Paula Quist", "died"},
		{"The harbour office said six bears died.", "", "harbour office", "died"},
	} {
		_, l := entriesOf(tt.text)
		var persons []string
		for _, e := range l.Entries {
			if e.Kind == Person {
				persons = append(persons, l.Words(doc.Stretch{First: e.First, Last: e.Last}))
			}
		}
		if got := strings.Join(persons, ", "); got != tt.persons {
			t.Errorf("%q: persons %q, want %q", tt.text, got, tt.persons)
		}
		for _, e := range l.Entries {
			if e.Quantity != nil && e.Quantity.Value == 6 {
				event := ""
				if e.Event >= 0 {
					event = l.Tokens[e.Event].Text
				}
				if got := l.Words(e.Source); got != tt.source || event != tt.event {
					t.Errorf("%q: source %q, event %q, want %q, %q", tt.text, got, event, tt.source, tt.event)
				}
			}
		}
	}
}

// Of whom, when, of what and said by whom: one line each of "value | what | event | of |
// when | source", of the first entry with the value.
func TestSlots(t *testing.T) {
	for _, tt := range []struct{ text, value, want string }{
		// the subject: past adverbs, days, appositions, brackets and pronouns
		{"The port now has 2,301 cranes.", "2,301", "cranes | has | port | | "},
		{"The ferry line yesterday closed 40 stops.", "40", "stops | closed | ferry line | yesterday | "},
		{"Mayor Quist, a former judge, cut 40 jobs.", "40", "jobs | cut | Mayor Quist | | "},
		{"Mayor Quist, a former judge, the head of the court, cut 40 jobs.", "40", "jobs | cut | Mayor Quist | | "},
		{"The Harbour Trust (HT), a charity, bought 40 boats.", "40", "boats | bought | Harbour Trust | | "},
		{"They met Harbour Town, who beat Lund 77-66.", "77-66", "| beat | Harbour Town | | "},
		{"It was the storm that flooded 40 streets.", "40", "streets | flooded | storm | | "},
		{"On Tuesday the council will vote on 40 boats.", "Tuesday", "| vote | council | | "},
		{"Mayor Quist spoke in Lund of 40 boats.", "Quist", "| spoke | | | "},
		// what is counted: the word after a hyphen, no adverb, no verb
		{"It won 27 seats in the 120-seat house.", "120", "seat | won | It | | "},
		{"Sales are 20 percent higher in the north.", "20 percent", "| are | Sales | | "},
		{"She left the harbour two years ago.", "two years", "| left | She | | "},
		{"The second-term mayor left.", "second", "term | left | | | "},
		// events
		{"The quake hit southern villages and killed 40 people.", "40", "people | killed | | | "},
		{"He had big dreams and 40 boats.", "40", "boats | had | He | | "},
		{"They believe 40 boats sank.", "40", "boats | believe | They | | "},
		{"The captain filmed in the harbour was jailed for 40 crimes.", "40", "crimes | jailed | captain | | "},
		{"The mayor noted in a letter that 40 boats were lost.", "40", "boats | lost | | | "},
		{"The estimates for Lund grew to 40 boats.", "40", "boats | grew | estimates for Lund | | "},
		{"They chased 40 boats, including two at 60 miles an hour.", "two", "| chased | They | | "},
		{"Some 40 of the 80 wounded sailors left.", "80", "wounded sailors | left | | | "},
		{"Sadly, it lost 40 boats.", "40", "boats | lost | it | | "},
		// when: not another clause's, not a law's year, not another day
		{"The 2010 law cut 40 jobs on Friday.", "40", "jobs | cut | law | Friday | "},
		{"Thursday's vote cut 40 jobs.", "40", "jobs | cut | Thursday's vote | | "},
		{"She said Tuesday that it cut 40 jobs.", "40", "jobs | cut | it | | She"},
		{"From 2013 to 2022 it cut 40 jobs.", "2013", "| cut | it | | "},
		{"In March it cut 40 jobs.", "40", "jobs | cut | it | March | "},
		// said by whom: not who is told, nothing passive, nothing added to
		{"The mayor told state radio that 40 boats sank.", "40", "boats | sank | | | mayor"},
		{"Some 40 deaths were reported.", "Some 40", "deaths | reported | | | "},
		{"The club has added 40 boats to its fleet.", "40", "boats | added | club | | "},
		{"It lost 40 boats, though the mayor has said so.", "40", "boats | lost | It | | "},
		{"Mayor Quist, who won in May, said that 40 boats sank.", "40", "boats | sank | | | Mayor Quist"},
		{"Sailors said the boat sank, Sheriff Ada Quist said.", "Ada Quist", "| said | | | "},
		{"“We lost 40 boats,” said the mayor.", "40", "boats | lost | We | | mayor"},
		{"It announced its purchase of 40 boats.", "40", "boats | announced | It | | It"},
	} {
		_, l := entriesOf(tt.text)
		got := "nothing"
		for _, e := range l.Entries {
			if l.Words(doc.Stretch{First: e.First, Last: e.Last}) != tt.value {
				continue
			}
			event, when := "", ""
			if e.Event >= 0 {
				event = l.Words(doc.Stretch{First: e.Event, Last: e.Event + 1})
			}
			if e.When != nil {
				when = l.Words(doc.Stretch{First: e.When.First, Last: e.When.Last})
			}
			got = strings.Join([]string{l.Words(e.Thing), event, l.Words(e.Owner), when, l.Words(e.Source)}, " | ")
			break
		}
		if strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(tt.want), " ") {
			t.Errorf("%q: %s is of\n\tgot  %s\n\twant %s", tt.text, tt.value, got, tt.want)
		}
	}
}

// What counts, ranks or dates nothing is not listed, what looks like it and does is.
func TestIdioms(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"It was a one-sided, zero-sum game, at one point, of a two-time winner.", ""},
		{"It was a two-story house in one.", "count two"},
		{"They met one-on-one, six on one.", "count six"},
		{"One lawyer said so.", ""},
		{"One lawyer drowned.", "count One"},
		{"It ended after one lawyer drowned.", "count one"},
		{"At first it was slow, and she was first elected then.", ""},
		{"The first 24 boats came first.", "count 24; rank first"},
		{"She lost her first race.", "rank first"},
		{"It lies in a long stretch of Second Avenue near the corner of 83rd Street.", ""},
		{"It sank in the second half of the 19th century.", ""},
		{"It made billions of dollars.", "money billions of dollars"},
		{"“In [May] it sank,” [May]'s aide claimed.", "day May"},
		{"It sank in both April and May.", "day April; day May"},
	} {
		_, l := entriesOf(tt.text)
		var got []string
		for _, e := range l.Entries {
			if e.Kind != Person {
				got = append(got, e.Kind.String()+" "+l.Words(doc.Stretch{First: e.First, Last: e.Last}))
			}
		}
		if g := strings.Join(got, "; "); g != tt.want {
			t.Errorf("%q\n\tgot  %s\n\twant %s", tt.text, g, tt.want)
		}
	}
}

// Two numbers of one thing can both be right as far as they are written.
func TestRanges(t *testing.T) {
	for _, tt := range []struct {
		one, other string
		both       bool
	}{
		{"It cost $520 million.", "It cost $500 million.", false},
		{"It cost about $500 million.", "It cost $512 million.", true},
		{"It cost $12.5 million.", "It cost $12.52 million.", true},
		{"It cost $12.5 million.", "It cost $12.7 million.", false},
		{"He has 50 boats.", "He has 53 boats.", false},
		{"He has about 50 boats.", "He has 53 boats.", true},
		{"He has at least six boats.", "He has eight boats.", true},
		{"He has at least six boats.", "He has six boats.", true},
		{"He has up to six boats.", "He has six boats.", true},
		{"He has at least six boats.", "He has 80 boats.", false},
		{"It fell 92 percent.", "It fell 93 percent.", false},
		{"He got nearly four years.", "He got 44 months.", true},
		{"He got four years.", "He got five years.", false},
		{"It fell 92 percent.", "It fell 92.3 percent.", true},
		{"It lies 25 miles away.", "It lies less than 50 km (30 miles) away.", true},
	} {
		_, l := entriesOf(tt.one)
		_, r := entriesOf(tt.other)
		if len(l.Entries) == 0 || len(r.Entries) == 0 {
			t.Errorf("%q and %q: no entries", tt.one, tt.other)
			continue
		}
		if got := l.Entries[0].Range.Overlaps(r.Entries[len(r.Entries)-1].Range); got != tt.both {
			t.Errorf("%q and %q can both be right: %v, want %v (%v, %v)", tt.one, tt.other, got, tt.both, l.Entries[0].Range, r.Entries[0].Range)
		}
	}
}
