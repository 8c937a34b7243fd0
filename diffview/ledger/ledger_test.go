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
