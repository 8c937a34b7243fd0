package diffview_test

import (
	"fmt"
	"testing"
)

// What one comparison reports of a ferry: the layer of quotations tells what was
// altered in those, once, and names in quotation marks that nobody says are names
// like others.
func TestConflictsInMarks(t *testing.T) {
	const (
		left = `The Larkin Bay harbour board voted on Tuesday to buy a second ferry from a Danish yard, the chairwoman, Ines Malbeck, said.

It bought the ferry %s for the crossing from the mainland to the island.

%s Malbeck told reporters after the vote.`
		right = `Larkin Bay is to get a second ferry from a Danish yard, after its harbour board voted for it on Tuesday.

It bought the ferry %s for the crossing from the mainland to the island.

After the vote Malbeck said to journalists: %s`
	)
	said := func(what string) string {
		return "“We paid Debbie " + what + " for the old boat and never saw it again,”"
	}
	single := func(who string) string {
		return "‘We paid " + who + " a fortune for the old boat and never saw it again,’"
	}
	for _, test := range []struct {
		name         string
		ships, words [2]string
		want         string
	}{
		{"no difference", [2]string{"“Nordlys”", "“Nordlys”"}, [2]string{said("40 dollars"), said("40 dollars")}, "[]"},
		{"a sum in a quotation", [2]string{"“Nordlys”", "“Nordlys”"}, [2]string{said("40 dollars"), said("60 dollars")}, "[quote ‘40’ vs ‘60’]"},
		{"a month in a quotation", [2]string{"“Nordlys”", "“Nordlys”"}, [2]string{said("a fortune in May"), said("a fortune in June")}, "[quote ‘May’ vs ‘June’]"},
		{"a name in a quotation", [2]string{"“Nordlys”", "“Nordlys”"}, [2]string{single("Debbie"), single("Wendy")}, "[quote ‘Debbie’ vs ‘Wendy’]"},
		{"a ship", [2]string{"Nordlys", "Havfrue"}, [2]string{said("40 dollars"), said("40 dollars")}, "[name ‘Nordlys’ vs ‘Havfrue’]"},
		{"a ship in marks", [2]string{"“Nordlys”", "“Havfrue”"}, [2]string{said("40 dollars"), said("40 dollars")}, "[name ‘Nordlys’ vs ‘Havfrue’]"},
		{"a ship in straight marks", [2]string{`"Nordlys"`, `"Havfrue"`}, [2]string{said("40 dollars"), said("40 dollars")}, "[name ‘Nordlys’ vs ‘Havfrue’]"},
	} {
		c := comparison(fmt.Sprintf(left, test.ships[0], test.words[0]), fmt.Sprintf(right, test.ships[1], test.words[1]))
		got := []string{}
		for _, k := range c.Conflicts {
			l, r := k.Spans[0].Of(c.Articles[0].Text), k.Spans[1].Of(c.Articles[1].Text)
			got = append(got, fmt.Sprintf("%v ‘%s’ vs ‘%s’", k.Kind, l, r))
		}
		if fmt.Sprint(got) != test.want {
			t.Errorf("%s: %v, want %s", test.name, got, test.want)
		}
	}
}
