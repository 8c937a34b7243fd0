package conflict

import (
	"regexp"
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/diffview/difftest"
	"parallax/diffview/doc"
	"parallax/diffview/sides"
)

// gradesOf returns the words and the grade of each alteration in two texts.
func gradesOf(left, right string) string {
	l, r := doc.Prepare(corpus.FromText("l.txt", left)), doc.Prepare(corpus.FromText("r.txt", right))
	m := difftest.Match(l, r)
	var out []string
	for i := range l.Sentences {
		for j := range r.Sentences {
			for _, c := range quoteClashes(Finding{Pair: m, Link: certainly(i, j), Words: wordsOf(l, r, i, j)}) {
				k := c.Conflict(m, 0)
				out = append(out, k.Grade.String()+" "+k.Spans[sides.Left].Of(l.Article.Text)+" | "+k.Spans[sides.Right].Of(r.Article.Text))
			}
		}
	}
	return strings.Join(out, "; ")
}

// exchanged returns what gradesOf returns of two texts for the other order of them.
func exchanged(grades string) string {
	return grade.ReplaceAllString(grades, "$1 $3 | $2")
}

var grade = regexp.MustCompile(`(core|minor) ([^|;]*) \| ([^|;]*)`)

// TestQuoteChanges holds what of the alterations of a quotation makes it say another
// thing: each kind with a case beside it that does not.
func TestQuoteChanges(t *testing.T) {
	for _, test := range []struct{ name, left, right, want string }{
		{"a word for another", quoted("We closed the old bridge because the sensors told us so,"), quoted("We closed the old bridge because the instruments told us so,"), "core sensors | instruments"},
		{"a form of it", quoted("We closed the old bridge when the sensors failed us,"), quoted("We closed the old bridge when the sensor failed us,"), "minor sensors | sensor"},
		{"a word made of it", quoted("It was an act of great destruction at the old bridge,"), quoted("It was an act of great and destructive at the old bridge,"), "minor destruction | and destructive"},
		{"the name in small letters", quoted("I closed the old bridge in the interest of Henrik Saal,"), quoted("I closed the old bridge in the interest of @ realHenrikSaal,"), "minor Henrik Saal | realHenrikSaal"},
		{"a name in its place", quoted("I closed the old bridge in the interest of Henrik Saal,"), quoted("I closed the old bridge in the interest of Jonah Abara,"), "core Henrik Saal | Jonah Abara"},
		{"initials", quoted("It is an assault on U.K. waters and the fishing harbour of Lorne,"), quoted("It is an assault on the United Kingdom’s waters and the fishing harbour of Lorne,"), "minor U.K. | the United Kingdom’s"},
		{"what only stands for it", quoted("The next storm could be the worst that the harbour has seen,"), quoted("The next one could be the worst that the harbour has seen,"), "minor storm | one"},

		{"an adjective put in", quoted("He did it to satisfy his own personal appetites and desires,"), quoted("He did it to satisfy his own appetites and desires,"), "core personal appetites | appetites"},
		{"an emphasis put in", quoted("He did it to satisfy his own appetites and desires,"), quoted("He really did it to satisfy his own appetites and desires,"), "minor did it to | really did it to"},
		{"a phrase cut", quoted("I downloaded old plans from the library and practised with them,"), quoted("I downloaded old plans and practised with them,"), "minor plans from the library | plans"},
		{"said twice", quoted("We will send a message to people, the sick people who would close the bridge,"), quoted("We will send a message to the sick people who would close the bridge,"), "minor people, the sick | the sick"},
		{"in another order", quoted("You have to know how to be paid in the old harbour properly,"), quoted("You have to know how to be properly paid in the old harbour,"), "minor paid | properly paid; minor harbour properly | harbour"},
		{"the reporter's words", quoted("In his own words, he said the old bridge will never close,"), quoted("In his own words, the old bridge will never close,"), "minor words, he said | words"},
		{"that one only thinks it", quoted("We open the bridge because I think that there is a great chance to win,"), quoted("There is a great chance to win,"), "minor I think that there is a | There is a"},

		{"that one believes it", quoted("I will always believe that we went home because of the courage of the keepers of the old harbour,"), quoted("We went home because of the courage of the keepers of the old harbour,"), "minor always believe that we went | We went"},

		{"a not", quoted("We will rebuild the old bridge this year,"), quoted("We will not rebuild the old bridge this year,"), "core rebuild | not rebuild"},
		{"a not in another place", quoted("The engineers have no idea what the old bridge costs,"), "The engineers “do not have any idea what the old bridge costs,” Paula Quist said.", "minor no idea | any idea"},
		{"how likely", quoted("The old bridge will open again before the winter,"), quoted("The old bridge may open again before the winter,"), "core will | may"},
		{"how likely, in the past", quoted("The old bridge will open again before the winter,"), quoted("The old bridge would open again before the winter,"), "minor will | would"},
		{"how long", quoted("We will not wait for another storm to close the bridge,"), quoted("We will never wait for another storm to close the bridge,"), "core not | never"},
		{"which way", quoted("There is no deal for the harbour without the fares going up,"), quoted("There is no deal for the harbour without the fares going down,"), "core up | down"},

		{"the words that tell alone", quoted("The latest rule could cause significant trouble in the harbour and longer queues for everyone,"), quoted("The latest rule will cause tremendous trouble in the harbour and longer queues for everyone,"),
			"core significant | tremendous"},
		{"the words that tell, without those around", quoted("We will close the old test site to guarantee openness in closing harbours,"), quoted("We will close the old test site to prove the vow to close harbours,"), "core guarantee openness | prove the vow"},
		{"the one that tells of two side by side", quoted("We used to have 50-60 divers to clean the old harbour,"), quoted("We used to hire 50 or 60 divers to clean the old harbour,"), "core have 50 | hire 50"},

		{"another translation, to its end", "The harbour office said “a brave keeper of the harbour attacked the most famous ferry where sailors were singing their summer feast.”",
			"“In this blessed week a brave keeper of the harbour struck one of the most famous ferries where the sailors sing their autumn holiday,” a statement said.",
			"core attacked | struck; core summer feast | autumn holiday"},
		{"another text on it", "The harbour office said “a keeper of the harbour attacked a ferry where sailors were singing their summer feast.”",
			"“In this blessed week the keeper of our bridge struck one of the ferries while the passengers listened to autumn holiday,” a statement said.", ""},
		{"many words of a long sentence", quoted("We are all deeply shocked by the unjust loss of three of our keepers who were caught in a raw, merciless storm at the old harbour,"),
			quoted("We are deeply shocked by the unjust loss of these three people, our fellow keepers, who were caught in a merciless storm at the old harbour,"),
			"minor all deeply | deeply; core three of our | these three people, our fellow; core raw, merciless | merciless"},
		{"many words of one speaker", quoted("The wonderful friendship we have quietly developed through many storms with the keepers of the old harbour is a testament to the enduring bond of our towns,"), quoted("The wonderful friendship we have quietly developed through many storms with the sailors of the old harbour is a testimony to the historic bond of our villages,"),
			"core keepers | sailors; core testament | testimony; core enduring | historic; core towns | villages"},
		{"many words of one who is not told", "“The wonderful friendship we have quietly developed through many storms with the keepers of the old harbour is a testament to the enduring bond of our towns.”", quoted("The wonderful friendship we have quietly developed through many storms with the sailors of the old harbour is a testimony to the historic bond of our villages,"), ""},
		{"many words of a short one", quoted("We are shocked by the raw storm at the old harbour,"), quoted("We are shaken by the merciless storm at the new bridge,"), ""},

		{"a name for an office", quoted("There should be no meeting between this mayor and the harbour office,"), quoted("There should be no meeting between Mayor Saal and the harbour office,"), "minor this mayor | Mayor Saal"},
		{"another name", quoted("There should be no meeting between Mayor Abara and the harbour office,"), quoted("There should be no meeting between Mayor Saal and the harbour office,"), "core Abara | Saal"},
		{"a zone of the hour", quoted("The ferry to the old harbour went down at 6:41 GMT in a raw storm,"), quoted("The ferry to the old harbour went down at 6:41 in a raw storm,"), "minor 6:41 GMT | 6:41"},
		{"a ship after a number", quoted("The keepers of the old harbour sold all 12 Osprey boats in the raw storm,"), quoted("The keepers of the old harbour sold all 12 boats in the raw storm,"), "core Osprey boats | boats"},
		{"a phrase that says the same", quoted("Over the past year we sort of wanted not to close the bridge any longer in a bit of wind,"), quoted("Over the last year we kind of wanted not to close the bridge any more in a little of wind,"), ""},
		{"last and past of other things", quoted("We sort of wanted not to close the last bridge in the wind,"), quoted("We sort of wanted not to close the past bridge in the wind,"), "core last | past"},
		{"a phrase that does not", quoted("We sort of wanted not to close the bridge any earlier in the wind,"), quoted("We sort of wanted not to close the bridge any longer in the wind,"), "core earlier | longer"},

		{"a clause left out", quoted("We stand by our account, which two of the keepers confirmed, and are sure of our report on it,"), quoted("We stand by our account, and are sure of our report on it,"), "core account, which two of the keepers confirmed | account"},
		{"a longer phrase left out", quoted("We stand by our account of the storm in the harbour and are sure of our report on it,"), quoted("We stand by our account and are sure of our report on it,"), "minor account of the storm in the harbour | account"},
		{"a clause left out for dots", quoted("We stand by our account, which two of the keepers confirmed, and are sure of our report on it,"), quoted("We stand by our account … and are sure of our report on it,"), ""},
		{"much left out", quoted("We stand by our account, which two of the keepers of the old harbour confirmed again last night, and are sure of our report on it,"), quoted("We stand by our account, and are sure of our report on it,"), ""},

		{"a sentence that begins otherwise", quoted("I know how much it means to be a small part of this day for Jonah is a dream come true for me,"), quoted("It is a dream come true for me,"), ""},
		{"a sentence with another beginning", quoted("This harbour is a dream come true for all of us,"), quoted("This bridge is a dream come true for all of us,"), "core harbour | bridge"},

		{"of a letter and of a person", "“Your harbour appears to reflect the values of your keeper, rather than the law of the open sea,” says the letter.",
			"“I am afraid that his harbour surely mirrors the values of his sailor, rather than the law of the open sea,” said Jonah Abara.", ""},
		{"of one person", "“Your harbour appears to reflect the values of your keeper, rather than the law of the open sea,” said Jonah Abara.",
			"“I am afraid that his harbour surely mirrors the values of his sailor, rather than the law of the open sea,” said Jonah Abara.", "core appears to reflect | surely mirrors; core keeper | sailor"},
		{"few words in a row amid others", quoted("He is an old keeper who lied about the harbour and the raw storm last night. I feel a little badly about it."), quoted("He is an old keeper who lied about the harbour and the raw storm last night. I feel badly about all of it."), "core a little badly | badly; minor it | all of it"},

		{"few words in common", quoted("The old harbour must never have such queues."), quoted("The old harbour lied about having queues."), ""},
		{"few words in a row", quoted("We feel badly about the fares,"), quoted("We feel a little badly about all of the new fares,"), ""},
	} {
		if got := gradesOf(test.left, test.right); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
		if got, want := gradesOf(test.right, test.left), exchanged(test.want); got != want {
			t.Errorf("%s: exchanged, got %q, want %q", test.name, got, want)
		}
	}
}
