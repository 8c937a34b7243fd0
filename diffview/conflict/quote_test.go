package conflict

import (
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/corpus/sample"
	"parallax/diffview/difftest"
	"parallax/diffview/doc"
	"parallax/diffview/sides"
)

// clashesOf runs a finder over all sentences of two texts, as if each were
// linked with each, and returns the reasons.
func clashesOf(find func(Finding) []Clash, left, right string) string {
	l, r := doc.Prepare(corpus.FromText("l.txt", left)), doc.Prepare(corpus.FromText("r.txt", right))
	m := difftest.Match(l, r)
	var out []string
	for i := range l.Sentences {
		for j := range r.Sentences {
			for _, c := range find(Finding{Pair: m, Link: certainly(i, j), Words: wordsOf(l, r, i, j)}) {
				out = append(out, c.Conflict(m, 0).Reason)
			}
		}
	}
	return strings.Join(out, "; ")
}

// quoted puts words into one speaker's mouth.
func quoted(words string) string { return "“" + words + "” Paula Quist said." }

func TestQuoteClashes(t *testing.T) {
	for _, test := range []struct{ name, left, right, want string }{
		{"a word exchanged", quoted("We stopped because the sensors told us so,"), quoted("We stopped because the instruments told us so,"),
			"‘sensors’ vs ‘instruments’: different words in the same quotation by Paula Quist"},
		{"a word put in", quoted("We categorically reject the plan,"), quoted("We reject the plan,"),
			"‘categorically reject’ vs ‘reject’: different words in the same quotation by Paula Quist"},
		{"the last word", quoted("We do not want him here. We reject his visit,"), quoted("We do not want him here. We reject his message,"),
			"‘visit’ vs ‘message’: different words in the same quotation by Paula Quist"},
		{"a not", quoted("We will rebuild the old bridge this year,"), quoted("We will not rebuild the old bridge this year,"),
			"‘rebuild’ vs ‘not rebuild’: different words in the same quotation by Paula Quist"},
		{"translated twice", quoted("What truly works is steady attention to root causes, arrests and patience,"), quoted("What works is a lasting effort to address root causes through arrests and courts,"),
			""},
		{"translated from its beginning", quoted("We reject any form of closure or ban,"), quoted("We have said it: we do not agree with any closure or ban,"),
			""},

		{"cut at the end", quoted("We reject the plan, and we will say so in court on Monday,"), quoted("We reject the plan,"), ""},
		{"cut at the beginning", quoted("For years now we have rejected every such plan,"), quoted("we have rejected every such plan,"), ""},
		{"left out with dots", quoted("We reject the whole new plan for the bridge,"), quoted("We reject … the bridge,"), ""},
		{"an insertion in brackets", quoted("He told us to close the old bridge,"), quoted("[Mayor Saal] told us to close the [old] bridge,"), ""},
		{"brackets in place of a word", quoted("We told them to close the old bridge,"), quoted("We told [the engineers] to close the old bridge,"), ""},
		{"broken by the speaker", quoted("We reject the plan, and that is final,"), "“We reject the plan,” Paula Quist said, “and that is final.”", ""},
		{"case", quoted("the Government rejects the plan,"), quoted("The government rejects the plan,"), ""},
		{"contractions", quoted("We don't reject it and it's not closed,"), quoted("We do not reject it and it is not closed,"), ""},
		{"numerals", quoted("There were six boats and a one-in-three chance,"), quoted("There were 6 boats and a 1 in 3 chance,"), ""},
		{"spelling", quoted("We honour the colour of the old harbour,"), quoted("We honor the color of the old harbor,"), ""},
		{"words cut otherwise", quoted("His world view closed the old bridge,"), quoted("His worldview closed the old bridge,"), ""},
		{"a title", quoted("I disagree completely with Senator Saal on bridges,"), quoted("I disagree completely with Saal on bridges,"), ""},
		{"made unreadable", quoted("I will not pay for that damned old bridge,"), quoted("I will not pay for that d****d old bridge,"), ""},
		{"fillers", quoted("We will, well, open the old bridge tomorrow,"), quoted("We will open the old bridge tomorrow,"), ""},
		{"said twice", quoted("I am not closing the bridge. I am never closing the bridge."), quoted("I am not closing the bridge."), ""},
		{"said twice and otherwise", quoted("I am not closing the bridge today. I am closing the tunnel tomorrow."), quoted("I am not closing the bridge today. I am opening the tunnel tomorrow."),
			"‘closing’ vs ‘opening’: different words in the same quotation by Paula Quist"},
		{"a phrase of it again", quoted("We stopped the old ferry because the sensors told us so,"), quoted("We stopped the old ferry because the instruments told us so,") + " “The sensors told us so,” Henrik Saal said.",
			"‘sensors’ vs ‘instruments’: different words in the same quotation by Paula Quist"},
		{"a name", quoted("Wendy, I can climb higher than the old bridge,"), quoted("Debbie, I can climb higher than the old bridge,"),
			"‘Wendy’ vs ‘Debbie’: different words in the same quotation by Paula Quist"},
		{"a name within", quoted("We told Wendy to close the old bridge,"), quoted("We told Debbie to close the old bridge,"),
			"‘Wendy’ vs ‘Debbie’: different words in the same quotation by Paula Quist"},
		{"which way", quoted("There is no deal without the fares going up,"), quoted("There is no deal without the fares going down,"),
			"‘up’ vs ‘down’: different words in the same quotation by Paula Quist"},
		{"how sure", quoted("The bridge will open again before winter,"), quoted("The bridge may open again before winter,"),
			"‘will’ vs ‘may’: different words in the same quotation by Paula Quist"},
		{"the first word", `Paula Quist said they “never received a call of this kind.”`, `“We always received a call of this kind,” Paula Quist said.`,
			"‘never’ vs ‘always’: different words in the same quotation by Paula Quist"},
		{"the last word of a part", quoted("We will open the old bridge on Monday and the tunnel next year,"), `Paula Quist promised to “open the old bridge on Tuesday.”`,
			"‘Monday’ vs ‘Tuesday’: different words in the same quotation by Paula Quist"},
		{"supposed", quoted("I think we will see the harbour office in court."), quoted("We will see the harbour office in court."),
			"‘I think we will see’ vs ‘We will see’: different words in the same quotation by Paula Quist"},
		{"supposed after the same words", quoted("We will look at it tomorrow, but I think we will see the harbour office in court."), quoted("We will see the harbour office in court."),
			"‘but I think we will see’ vs ‘We will see’: different words in the same quotation by Paula Quist"},
		{"the form of a word", quoted("He was running the harbour office for years,"), quoted("He was run the harbour office for years,"),
			"‘running’ vs ‘run’: another form of the same words in a quotation by Paula Quist"},
		{"a small word", quoted("We do not agree with any closure of the bridge,"), quoted("We do not agree with a closure of the bridge,"),
			"‘any’ vs ‘a’: another form of the same words in a quotation by Paula Quist"},
		{"abbreviations", quoted("Mr. Saal told the E.U. about the bridge in Lorne,"), quoted("Mr Saal told the EU about the bridge in Lorne,"), ""},
		{"as it is heard", quoted("My Momma told me to mind the grey bridge,"), quoted("My Mama told me to mind the gray bridge,"), ""},
		{"a hesitation", quoted("We will, you know, open the old bridge tomorrow,"), quoted("We will open the old bridge tomorrow,"), ""},
		{"a small word for another", quoted("We asked the mayor to open the old bridge again,"), quoted("We asked the mayor to open up old bridge again,"),
			"‘the’ vs ‘up’: another form of the same words in a quotation by Paula Quist"},
		{"will for would", quoted("To close the old bridge would hurt the harbour,"), quoted("To close the old bridge could hurt the harbour,"),
			"‘would’ vs ‘could’: different words in the same quotation by Paula Quist"},
		{"will for did", quoted("How many bridges will the mayor close this year,"), quoted("How many bridges did the mayor close this year,"),
			"‘will’ vs ‘did’: another form of the same words in a quotation by Paula Quist"},
		{"another order", quoted("the harbour's longest and oldest wooden bridge,"), quoted("the harbour's oldest and longest wooden bridge,"),
			"‘longest and oldest’ vs ‘oldest and longest’: another form of the same words in a quotation by Paula Quist"},
		{"initials", quoted("We told the Harbour Board to close the old bridge,"), quoted("We told the HB to close the old bridge,"),
			"‘Harbour Board’ vs ‘HB’: another form of the same words in a quotation by Paula Quist"},
		{"whom it is said to", quoted("Your visit, Mr. President, comes to the harbour at a good time,"), quoted("Your visit comes to the harbour at a good time,"),
			"‘Mr. President, comes’ vs ‘comes’: another form of the same words in a quotation by Paula Quist"},
		{"an apostrophe set off", quoted("We ’ ll close the old bridge this year,"), quoted("We’ll close the old bridge this year,"), ""},
		{"a denial set off", quoted("We hadn ’ t closed the old bridge and won ’ t this year,"), quoted("We hadn’t closed the old bridge and won’t this year,"), ""},
		{"what is whose set off", quoted("We closed the mayor ’ s old bridge this year,"), quoted("We closed the mayor’s old bridge this year,"), ""},
		{"let us", quoted("Let’s find the money and make the bridge as good as it can be,"), quoted("Let’s find the money and let’s make the bridge as good as it can be,"),
			"‘make’ vs ‘let’s make’: another form of the same words in a quotation by Paula Quist"},
		{"two texts", quoted("Today the harbour office began the process to close the bridge,"), quoted("Today we begin the formal process of closing the bridge,"), ""},
		{"given to two", "“The latest change could cause great trouble in the harbour and lead to longer queues for everyone,” said Marguerite Holt.",
			"“The latest change will cause great trouble in the harbour and lead to longer queues for everyone,” said Jonah Abara.",
			"‘could’ vs ‘will’: different words in the same quotation"},
		{"two speakers", "“The people deserve to see the full report,” Henrik Saal said.", "“The people deserve to read the full report,” Paula Quist said.", ""},
		{"a phrase everyone repeats", quoted("Nobody in this town stands above the law."), quoted("The mayor works for us and is not above the law."), ""},
	} {
		if got := clashesOf(quoteClashes, test.left, test.right); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
		if got := clashesOf(quoteClashes, test.right, test.left); (got == "") != (test.want == "") {
			t.Errorf("%s: exchanged, got %q", test.name, got)
		}
	}
}

// TestQuoteGrades holds which changes of a quotation turn its sense.
func TestQuoteGrades(t *testing.T) {
	for _, test := range []struct {
		left, right string
		want        sides.Grade
	}{
		{"We told Wendy to close the old bridge,", "We told Debbie to close the old bridge,", sides.Core},
		{"We will rebuild the old bridge this year,", "We will not rebuild the old bridge this year,", sides.Core},
		{"The bridge is closed for the whole winter,", "The bridge is being closed for the whole winter,", sides.Minor},
		{"We do not agree with any closure of the bridge,", "We do not agree with a closure of the bridge,", sides.Minor},
		{"They sell farm products from the old harbour,", "They sell farm product from the old harbour,", sides.Minor},
		{"They want Saal to be confirmed for secretary in Lorne,", "They want Saal to be confirmed secretary in Lorne,", sides.Minor},
		{"We really think the old bridge is safe,", "We think the old bridge is safe,", sides.Minor},
	} {
		l, r := doc.Prepare(corpus.FromText("l.txt", quoted(test.left))), doc.Prepare(corpus.FromText("r.txt", quoted(test.right)))
		found := quoteClashes(Finding{Pair: difftest.Match(l, r), Link: certainly(0, 0), Words: wordsOf(l, r, 0, 0)})
		if len(found) != 1 || found[0].Grade != test.want {
			t.Errorf("%s / %s: %d found, want one of grade %v", test.left, test.right, len(found), test.want)
		}
	}
}

func TestAttributionClashes(t *testing.T) {
	const (
		words = "“It was like sitting inside a cold bell all night,” "
		long  = "“The old harbour is not open to ferries without papers, and keepers who come here at night will be sent back to the bridge"
	)
	for _, test := range []struct{ name, left, right, want string }{
		{"two persons", words + "said Marguerite Holt.", words + "said Jonah Abara.", "‘Marguerite Holt’ vs ‘Jonah Abara’: both credited with the same words"},
		{"the surname alone", "Marguerite Holt came down. " + words + "Holt said.", words + "said Marguerite Holt.", ""},
		{"a suffix", words + "said Jonah T. Abara Jr.", words + "Abara said.", ""},
		{"a title", words + "Mayor Quist said.", words + "said Paula Quist.", ""},
		{"a role", words + "the mayor said.", words + "said Paula Quist.", ""},
		{"officials", words + "officials said.", words + "said Marguerite Holt.", ""},
		{"the spokesman of the organisation", words + "Highline Lifts said.", words + "said Marguerite Holt, a spokeswoman for Highline Lifts.", ""},
		{"a pronoun", "Jonah Abara waited. " + words + "he said.", words + "said Marguerite Holt.", ""},
		{"together", words + "Jonah Abara and Marguerite Holt said.", words + "said Jonah Abara.", ""},
		{"a long one, named in the sentence before", "Jonah Abara told the post. " + long + "”", long + ",” said Marguerite Holt.", "‘Jonah Abara’ vs ‘Marguerite Holt’: both credited with the same words"},
		{"a long one, by a pronoun", "Jonah Abara waited. " + long + ",” he said.", long + ",” said Marguerite Holt.", ""},
		{"a long one, together", "“It was cold,” said Jonah Abara and Marguerite Holt. " + long + "”", long + ",” said Marguerite Holt.", ""},
		{"a short one, named in the sentence before", "Jonah Abara told the post. “It was like sitting inside a cold bell all night.”", words + "said Marguerite Holt.", ""},
		{"a statement without marks", "Mayor Paula Quist said that the company had been told in November about the broken motor.",
			"Prosecutor Henrik Saal said the company was told in November about the broken motor.", "‘Paula Quist’ vs ‘Henrik Saal’: both credited with the same statement"},
		{"of one person", "Mayor Paula Quist said that the company had been told in November about the broken motor.",
			"Quist said the company was told in November about the broken motor.", ""},
		{"another statement", "Mayor Paula Quist said that the company had been told in November about the broken motor.",
			"Prosecutor Henrik Saal said the company hired twelve divers in November.", ""},
		{"two who tell of one thing", "Mayor Paula Quist says the storm broke on Monday morning while a small crew of sailors were loading old crates.",
			"Prosecutor Henrik Saal said the storm was seen at the bridge and moved inland as a small crew of sailors were loading old crates.", ""},
		{"one citing the other", "Mayor Paula Quist said that Henrik Saal had told the company in November about the broken motor.",
			"Prosecutor Henrik Saal said he told the company in November about the broken motor.", ""},
		{"other words", "“It was a cold night in the cabin for all of us,” said Jonah Abara.", words + "said Marguerite Holt.", ""},
	} {
		if got := clashesOf(attributionClashes, test.left, test.right); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
		if got := clashesOf(attributionClashes, test.right, test.left); (got == "") != (test.want == "") {
			t.Errorf("%s: exchanged, got %q", test.name, got)
		}
	}
}

// leastQuoted is how many of the sample's labelled conflicts of quotations and
// attributions the finders find, optional ones included.
const leastQuoted = 8

func TestSampleQuotes(t *testing.T) {
	found := 0
	eachSampleLink(t, func(p sample.Pair, link sample.Link, f Finding) {
		l, r, i, j := f.Pair.Docs[sides.Left], f.Pair.Docs[sides.Right], f.Link.Left, f.Link.Right
		var reported []Conflict
		for _, k := range append(quoteClashes(f), attributionClashes(f)...) {
			reported = append(reported, k.Conflict(f.Pair, 0))
		}
		for _, k := range reported {
			right := false
			for _, want := range link.Conflicts {
				right = right || touchesBoth(f.Pair, k, want)
			}
			if !right {
				t.Errorf("%s %s: unlabelled: %v %s\n\t%s\n\t%s", p.Left, p.Right, k.Kind, k.Reason, l.Sentences[i].Text, r.Sentences[j].Text)
			}
		}
		for _, want := range link.Conflicts {
			if want.Kind != "quote" && want.Kind != "attribution" {
				continue
			}
			hit := false
			for _, k := range reported {
				hit = hit || touchesBoth(f.Pair, k, want)
			}
			if hit {
				found++
			} else {
				t.Logf("missed %s %s: %s %q against %q", p.Left, p.Right, want.Kind, want.Left, want.Right)
			}
		}
	})
	if found < leastQuoted {
		t.Errorf("%d labelled conflicts found, want %d", found, leastQuoted)
	}
	t.Logf("%d found", found)
}
