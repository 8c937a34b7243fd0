package prose

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"parallax/corpus/corpustest"
	"parallax/corpus/processor"
)

// In each case "|" is a boundary and \n a line break.
var sentenceCases = map[string][]string{
	"titles": {
		"Mr. Lund met Mrs. Ito and Ms. Vale.| Dr. Mora joined them.",
		"Gov. Ada Lund and Lt. Gov. Jon Mora spoke.| Sens. Vale and Ito did not.",
		"Retired Maj. Gen. Ola Brand led the inquiry.| Capt. Ito helped.",
		"The Rev. Ann Lund prayed.| Sister Sr. Marta stayed away.",
		"The family thanked Messrs. Lund and Mora.| Then-Sen. Vale paid.",
		"Prof. Ito's study, led by Asst. Dir. Vale, ended.| Nobody read it.",
	},
	"initials": {
		"J.K. Marsh and A. B. Cole wrote it.| Nobody signed.",
		"Ann Q. Marsh left.| She had met George T. R. Cole.",
		"The council chose plan B.| The mayor preferred plan A.| Nobody asked.",
		"It was the worst flood since World War I.| Germany sent help.",
		"He fought as hard as I.| They lost.",
		"Researchers tested vitamin C.| It did nothing.",
		"I. M. Osei designed the bridge.| It opened in May.",
		"The film starred Malcolm X.| His widow objected.",
		"E. coli was found in the well.| Residents boiled water.",
	},
	"places": {
		"The U.S. Senate met.| The U.S. is not a party.",
		"She came to the U.S. in 1999.| He stayed.",
		"They moved to the U.S.| Lund has lived there since.",
		"The firm sells in the U.S. and the U.K.| It has no plans elsewhere.",
		"Smugglers bring cartridges in.| Most come from the U.S.| Cartridges are cheap there.",
		"The U.N. Security Council met in Washington, D.C.| It adjourned.",
		"He lives in Oakland, Calif.| His sister lives in Salem, Mass., with a dog.",
		"Rep. Ann Lund (D-Mass.) voted no.| Sen. Vale, R-Ariz., did not.",
		"The fire began near Fresno, Calif.| Firefighters held it.",
		"The train left St. Louis for Ft. Worth.| St. Louis has no station.",
		"She lives on Harbor St.| The house is blue.",
		"Protesters walked down Fifth Ave. to the square.| Police watched.",
		"The ship left Portland, Ore.| Lund said it was late.",
		"The U.S.’ allies agreed.| The U.S.’s rivals did not.",
		"Mt. Orde erupted.| The U.S. Geological Survey said it was small.",
	},
	"companies": {
		"Orde Corp. said it would pay.| Brand & Co. did not.",
		"He founded Orde Inc.| The company failed.",
		"Shares of Lund Bros. Holding fell.| Those of Vale Ltd. rose.",
		"Yahoo! News reported it.| Yahoo! later withdrew it.",
		"He works for Yahoo!| The firm is in trouble.",
		"Power passed to James Lund Jr.| He is 40.",
		"They followed Thomas Bliss Jr.| Reaching that height took years.",
		"The memo was signed by Vale, Lund, et al. and sent.| It leaked.",
	},
	"times": {
		"The vote is at 9 a.m. Monday.| It may slip.",
		"It began at 9 p.m. EST.| It ended at 11 p.m.| Lund left early.",
		"It closed at 5 p.m. on Jan. 6, 2031.| It reopened Feb. 2.",
		"It happened in Sept. 2030 and in Dec. 2031.| The cause is unknown.",
		"They met on Oct. 3.| They parted on Nov. 4.",
		"He retired in Jan.| The firm closed.",
		"The store is open Mon. to Fri.| It shuts at 6 p.m.",
	},
	"numbers": {
		"Prices rose 2.5 percent to $3.10.| Wages fell 0.4 percent.",
		"The No. 2 official quit.| No. 10 declined to comment.",
		"Asked whether he would, he said no.| Ten others said yes.",
		"He said no.| The council said yes.",
		"He was 6 ft. 2 in. tall and weighed 200 lbs. when found.| He was 40.",
		"The wall is 12 ft.| The gate is 9.",
		"It was Art. 19, Sec. 3, p. 12.| It was ignored.",
		"In 2019.| In 2020.| Never.",
		"Of 1,200 ships, 3.7 million tons were lost.| That is a record.",
		"He holds a 56-26 (.683) record.| It stands.",
		"The court ruled in Roe v. Wade.| It was case No. 21-40.| All agreed.",
		"Turnout was 54 percent vs. 49 percent before.| Analysts shrugged.",
	},
	"quotations": {
		"“We reject it.| We always have,” she said.",
		"“Why now?” he asked.| “Nobody knows,” she said.",
		"“Never!” Lund said.| “Not once.”",
		"“Is it safe?” Mr. Lund, a farmer from Orde, asked reporters.| Nobody answered.",
		"“Who pays?” Senate Majority Leader Ann Lund of Orde asked.| The room was silent.",
		"“Is it true?” I asked.| He nodded.",
		"“Is it true?”| The mayor would not say.",
		"“Is it true?”| Nobody in Halden would say so.",
		"She wrote: “It is over.”| He wrote back.",
		"“I don’t know …” he said.| “Maybe.”",
		"“I don’t know...” Lund said.| “Maybe.”",
		"He called it “a relief.”| “A relief!” she repeated.",
		"“He said, ‘We lost.’”| Nobody spoke.",
		"\"We lost.\"| \"Did we?\" he asked.",
		"‘This is over.’| The minister resigned.",
		"„Das ist falsch.“| Die Ministerin ging.",
		"„Warum jetzt?“ fragte er.| »Nein.«| Dann ging er.",
		"« C’est fini. »| Il est parti.",
		"« Pourquoi ? » a-t-il demandé.| Personne n’a répondu.",
		"He said the ships would “deter the enemy.”| Asked how, he left.",
		"He left.| (He had to.)| She stayed.",
		"“Really?!”| “Yes.”",
		"He asked why.| “it was the law,” they said.",
		"She said, \"We won. \"| He left.",
	},
	"dots": {
		"Wait … what happened?| No one knows.",
		"Wait... what?| Go.",
		"We tried . . . and failed.| We tried again. . . .| Then we won.",
		"It ended...| Then it began again.",
		"They will lose. ...| We will not.",
		"He brought ships, planes, etc.| The enemy fled.",
		"Small arms, i.e. rifles, e.g. the K-2, were found.| Most were new.",
		"The Ph.D. student met the M.D. at noon.| They spoke.",
		"The F.B.I. was told.| He joined the F.B.I.| It is not known why.",
	},
	"no space": {
		"He left the city.|The mayor stayed.|“No,” she said.",
		"“We lost.”|The mayor left.|“Why?”|Nobody knew.",
		"Write to ann.lund@post.org. | Do it now.",
		"He left the city.| The mayor stayed.",
		"Harbor.com and news.harbor.org reported it.| See www.harbor.org/a?b=C.D for more.",
		"He spoke of Node.js and .NET tools.| Few listened.",
	},
	"lines": {
		"HALDEN (NP) — The dam broke.| Two died.",
		"ORDE, Calif. — The dam broke.| Two died.",
		"HALDEN, Jan. 5 (NP) - The dam broke.| Two died.",
		"By Ann Lund\n|HALDEN, Ore. (NP) — The dam broke.| Two died.",
		"Dam breaks near Halden\n\n|Two die, No. 3 gate fails\n\n|The dam broke on Monday.",
		"1. Repair the dam.| It leaks.\n|2. Warn the town.",
		"• Repair the dam.\n|• Warn the town.",
		"- Repair the dam.\n|- Warn the town.",
		"II. The flood\n|It came at night.",
		"* * *\n|The flood came at night.",
		"Photo: Halden Images.| The dam in 2030.",
		"Do: repair it.| • Warn them.| • Leave.",
		"Get the app\n|Advertisement\n|The dam broke.",
	},
	"words": {
		"iPhone sales fell.| eBay rose.| iOS shipped.",
		"The so-called approx. value was wrong.| It was high.",
		"The law—passed in May—holds.| It may fall.",
		"It broke at 3.| 2 people died.",
		"Losses were $5.| $3 was found.",
		"He won.| @annlund posted it.| #Halden was trending.",
		"The dam held.[12]| The town did not.",
		"**The dam held.**| The town did not.",
		"Is it over?| Yes!| Is it?",
		"東京で会談した。| 結果は不明。",
		"Он ушёл.| Она осталась.",
		"هل انتهى الأمر؟| نعم.",
		"Der Minister kam am 3. Oktober an.| Er blieb.",
		"Sie kam z.B. aus Orde.| Dr. Lund nicht.",
		"M. Lund a démissionné.| Mme. Vale aussi.",
	},
}

func TestSentences(t *testing.T) {
	n := 0
	for name, cases := range sentenceCases {
		t.Run(name, func(t *testing.T) {
			for _, c := range cases {
				checkMarked(t, c)
			}
		})
		n += len(cases)
	}
	if n < 80 {
		t.Errorf("only %d cases", n)
	}
}

func TestSentenceParagraphs(t *testing.T) {
	const text = "One.  Two.\n\nThree.\n"
	want := []Sentence{{Span{0, 4}, Body, 0}, {Span{6, 10}, Body, 0}, {Span{12, 18}, Body, 1}}
	got := Sentences(text)
	if len(got) != len(want) {
		t.Fatalf("got %v, want %v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("sentence %d is %v, want %v", i, got[i], want[i])
		}
	}
}

// checkSentences reports where the sentences of text break a promise.
func checkSentences(t *testing.T, text string) {
	t.Helper()
	at, para := 0, int32(0)
	for _, s := range Sentences(text) {
		if s.Start < at || s.End <= s.Start || s.End > len(text) {
			t.Fatalf("sentence %v after offset %d in %q", s, at, text)
		}
		if g := text[at:s.Start]; strings.TrimSpace(g) != "" {
			t.Errorf("%q is in no sentence of %q", g, text)
		}
		if got := s.Of(text); got != strings.TrimSpace(got) {
			t.Errorf("sentence %q is not trimmed", got)
		}
		if !onRune(text, s.Start) || !onRune(text, s.End) {
			t.Errorf("sentence %v of %q cuts a character", s, text)
		}
		if s.Paragraph != para && s.Paragraph != para+1 {
			t.Errorf("paragraph %d after %d in %q", s.Paragraph, para, text)
		}
		at, para = s.End, s.Paragraph
		checkWords(t, text, s.Span)
	}
	if strings.TrimSpace(text[at:]) != "" {
		t.Errorf("%q is in no sentence of %q", text[at:], text)
	}
}

func FuzzSentences(f *testing.F) {
	for _, cases := range sentenceCases {
		for _, c := range cases {
			text, _ := marked(c)
			f.Add(text)
		}
	}
	f.Add("a.\r\n\r\n\u2028b.\x85\xff. \xe2\x80 B. “\xe2")
	f.Add("\u2000\xe2")
	f.Add("(“\"'.'\"”) .\"' \" '\" A. . .B")
	f.Fuzz(func(t *testing.T, text string) {
		checkSentences(t, text)
		at := 0
		for _, p := range Paragraphs(text) {
			if p.Start < at || p.End <= p.Start || strings.TrimSpace(text[at:p.Start]) != "" {
				t.Fatalf("paragraph %v after offset %d in %q", p, at, text)
			}
			at = p.End
		}
	})
}

// Hostile text must not cost more than its length: quadratic work on 128 KB
// takes a minute where linear work takes a tenth of a second.
func TestLinear(t *testing.T) {
	corpustest.Measures(t)
	const small, large = 128 << 10, 512 << 10
	check := func(name, text string) {
		t.Helper()
		words := 0
		took := processor.Work(func() {
			for _, s := range Sentences(text) {
				words += len(Words(text, s.Span))
			}
			words += len(Words(text, Span{0, len(text)}))
		})
		if took > 6*time.Second {
			t.Errorf("%d bytes of %q took %v", len(text), name, took)
		}
		if words == 0 && strings.TrimSpace(name) != "" {
			t.Errorf("%q repeated has no words", name)
		}
	}
	for _, s := range []string{
		"a. ", "A. ", "U.S. ", ". ", ".\" ", "“", "!” A ", "?\" Mr. ", "a\n", "a \n", "    ", "((((", ")", "*", "'", "’s", "x", "é", "東",
		"1,1", "1.", "a@", "www.", "http://a ", "a.com/", "the U.S. Abc ", "[1", ".[1]", "e\u0301", "\u0301", "\xff", "\xe2", "a-", "… ",
		". . ", " .", "Jr. Ab ab ", "a long line of words that goes on and on and is\n", "F-1", "..\u00a0", "AT&", "f*", "!\"' ", "\r",
	} {
		check(s, strings.Repeat(s, small/len(s)))
		// A long run before ordinary sentences shows what looks back too far.
		check(s+"A. b.", strings.Repeat(s, small/2/len(s))+strings.Repeat("A. b. \" U.S. Ab cd! ", small/40))
	}
	for _, s := range []string{"a.a.a.", "\"", "“a.” ", "\n", ".", "!?"} {
		check(s, strings.Repeat(s, large/len(s)))
	}
}

func BenchmarkSentences(b *testing.B) {
	text := strings.Repeat(newsText+"\n\n", 20)
	if !utf8.ValidString(text) {
		b.Fatal("the text is no UTF-8")
	}
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Sentences(text)
	}
}
