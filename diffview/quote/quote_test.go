package quote

import (
	"reflect"
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/diffview/doc"
)

// quotationsOf returns an article's quotations, each as "speaker: words".
func quotationsOf(text string) []string {
	p := Find(doc.Prepare(corpus.FromText("a.txt", text)))
	var out []string
	for _, q := range p.QuotationList() {
		out = append(out, q.Speaker+": "+strings.Join(strings.Fields(q.Of(p.Article.Text)), " "))
	}
	return out
}

func TestQuotations(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"the verb after", `“The bridge is safe,” Mayor Paula Quist said on Monday.`,
			[]string{"Mayor Paula Quist: The bridge is safe,"}},
		{"the verb first", `“The bridge is safe,” said Mayor Paula Quist.`,
			[]string{"Mayor Paula Quist: The bridge is safe,"}},
		{"the speaker before", `On Monday Mayor Paula Quist said: “The bridge is safe.”`,
			[]string{"Mayor Paula Quist: The bridge is safe."}},
		{"according to", `The bridge “will not open this year,” according to Paula Quist.`,
			[]string{"Paula Quist: will not open this year,"}},
		{"a surname", `Mayor Paula Quist met the engineers. “The bridge is safe,” Quist said.`,
			[]string{"Mayor Paula Quist: The bridge is safe,"}},
		{"a pronoun", `Mayor Paula Quist met the engineers on Monday. “The bridge is safe,” she said.`,
			[]string{"Mayor Paula Quist: The bridge is safe,"}},
		{"broken", `“The bridge,” Paula Quist said, “is safe for everyone.”`,
			[]string{"Paula Quist: The bridge,", "Paula Quist: is safe for everyone."}},
		{"carried on", `“The bridge is safe,” Paula Quist said. “We will open it tomorrow. Everyone may cross.”`,
			[]string{"Paula Quist: The bridge is safe,", "Paula Quist: We will open it tomorrow. Everyone may cross."}},
		{"over paragraphs", "“The bridge is safe and sound,” Paula Quist said. “We looked at every bolt.\n\n“We will open it tomorrow,” she added.",
			[]string{"Paula Quist: The bridge is safe and sound,", "Paula Quist: We looked at every bolt. “We will open it tomorrow,"}},
		{"an apposition", `Paula Quist, the mayor of Dunmarrow, said “the bridge is safe.”`,
			[]string{"Paula Quist: the bridge is safe."}},
		{"not the paper told", `In a statement to The Courier, Paula Quist said, “The bridge is safe.”`,
			[]string{"Paula Quist: The bridge is safe."}},
		{"an organisation", `“The bridge is safe,” the Ropeway Inspectorate said.`,
			[]string{"Ropeway Inspectorate: The bridge is safe,"}},
		{"plain words", `“Nobody was hurt at all,” police said.`, []string{"police: Nobody was hurt at all,"}},
		{"nobody", `It was a day of “shouting and broken glass” in the old town.`, []string{": shouting and broken glass"}},
		{"straight marks", `"The bridge is safe," Paula Quist said. It is 6" wider.`, []string{"Paula Quist: The bridge is safe,"}},
		{"single marks", `‘The bridge isn’t closed,’ Paula Quist said.`, []string{"Paula Quist: The bridge isn’t closed,"}},
		{"single within", `“He told us ‘get off the bridge’ and ran,” Paula Quist said.`,
			[]string{"Paula Quist: He told us ‘get off the bridge’ and ran,"}},
		{"German", `„Die Brücke ist sicher“, said Paula Quist.`, []string{"Paula Quist: Die Brücke ist sicher"}},
		{"French", `« Le pont est ouvert », Paula Quist said.`, []string{"Paula Quist: Le pont est ouvert"}},
		{"a word with a grain of salt", `The “experts” met again in Dunmarrow.`, nil},
		{"a title", `She appeared on the programme “Good Morning Dunmarrow” last week.`, nil},
		{"one word said", `Paula Quist called the plan “absurd” on Monday.`, []string{"Paula Quist: absurd"}},
		{"apostrophes", `The players’ union and the drivers’ union met in Dunmarrow.`, nil},
		{"a closing mark lost", "“The bridge is safe, Paula Quist said.\n\nIt opens tomorrow.", []string{": The bridge is safe, Paula Quist said."}},
	} {
		if got := quotationsOf(test.text); !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s: %q\ngot  %q\nwant %q", test.name, test.text, got, test.want)
		}
	}
}

func BenchmarkFindQuotations(b *testing.B) {
	text := strings.Repeat("“The old bridge is perfectly safe and will open on Monday,” Mayor Paula Quist said. The engineers had looked at every bolt since the storm.\n\n", 40)
	p := Find(doc.Prepare(corpus.FromText("a.txt", text))) // 1,000 words
	b.ReportAllocs()
	for b.Loop() {
		Find(p.Doc)
	}
}
