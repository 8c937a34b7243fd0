package prose

import (
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"parallax/corpus/fold"
)

// cut are texts, and their words with a space between.
var cut = []struct{ text, want string }{
	{"The mayor resigned.", "The mayor resigned ."},
	{"early-stage talks", "early - stage talks"},
	{"Mexico’s ports, Mexico's ports", "Mexico ’s ports , Mexico 's ports"},
	{"They don’t, can't and WON'T.", "They do n’t , ca n't and WO N'T ."},
	{"We’ll see; you're late, I've left, he'd go, I’m in", "We ’ll see ; you 're late , I 've left , he 'd go , I ’m in"},
	{"the workers’ union", "the workers ’ union"},
	{"O’Neill met d’Arcy at nine o'clock", "O’Neill met d’Arcy at nine o'clock"},
	{"Gen. Terrence O’ Neill, O ' Neill, D’ Élan and Gabriele D' Arcy", "Gen. Terrence O’␣Neill , O␣'␣Neill , D’␣Élan and Gabriele D'␣Arcy"},
	{"rated 'O' Positive, a “D” Grade, O’ and ' Neill", "rated ' O ' Positive , a “ D ” Grade , O ’ and ' Neill"},
	{"blood of type O", "blood of type O"},
	{"vitamin D ", "vitamin D"},
	{"Mrs. O'", "Mrs. O '"},
	{"“Wait -- no,” she said...", "“ Wait -- no , ” she said ..."},
	{"No!!! Really?!", "No !!! Really ? !"},
	{"the U.S. Senate", "the U.S. Senate"},
	{"into the U.S.", "into the U.S."},
	{"the U.S.’s ships, a U.S.-led raid", "the U.S. ’s ships , a U.S. - led raid"},
	{"at 9 a.m. on Jan. 6", "at 9 a.m. on Jan. 6"},
	{"It ended at 9 p.m.", "It ended at 9 p.m."},
	{"Hill & Co. and Ore Inc., both", "Hill & Co. and Ore Inc. , both"},
	{"J.K. Marsh, J. K. Marsh and Ann Q. Marsh", "J.K. Marsh , J. K. Marsh and Ann Q. Marsh"},
	{"This was plan B.", "This was plan B ."},
	{"So did I. Nobody saw.", "So did I . Nobody saw ."},
	{"a Ph.D. in art.", "a Ph.D. in art ."},
	{"the No. 2 official said no.", "the No. 2 official said no ."},
	{"a man of 6 ft. 2 in. tall", "a man of 6 ft. 2 in. tall"},
	{"he came in. Then", "he came in . Then"},
	{"Dr. Mora and Gen. Ito", "Dr. Mora and Gen. Ito"},
	{"1,200 of 3.7 million, at 9:30, the 21st", "1,200 of 3.7 million , at 9:30 , the 21st"},
	{"May 6,2012", "May 6 , 2012"},
	{"in the 1980s and the ’90s", "in the 1980s and the ’ 90s"},
	{"an F-16, COVID-19, MS-13 and B-52s", "an F-16 , COVID-19 , MS-13 and B-52s"},
	{"F‑16 with a hyphen that does not break", "F‑16 with a hyphen that does not break"},
	{"mid-1990s, Mid-1990s, 40-60 hours", "mid - 1990s , Mid - 1990s , 40 - 60 hours"},
	{"$3.5 billion, US$4, €2,5 and 45%", "$ 3.5 billion , US $ 4 , € 2,5 and 45 %"},
	{"a .32-caliber gun", "a .32 - caliber gun"},
	{"AT&T's R&D", "AT&T 's R&D"},
	{"f*cking **bold**", "f*cking ** bold **"},
	{"_so_ file_name __ _1", "_ so _ file_name __ _ 1"},
	{"@_ann_ and @_", "@_ann_ and @ _"},
	{"by @ann_lee on #Budget2030, #1", "by @ann_lee on #Budget2030 , #1"},
	{"see https://news.example/a?b=1&c=(d).", "see https://news.example/a?b=1&c=(d) ."},
	{"(www.example.org/x)", "( www.example.org/x )"},
	{"Harbor.com, pic.harbor.com/Ab1 and harbor.co.uk.", "Harbor.com , pic.harbor.com/Ab1 and harbor.co.uk ."},
	{"write to ann.lee+x@post.example.org.", "write to ann.lee+x@post.example.org ."},
	{"he said.The mayor left", "he said . The mayor left"},
	{"either/or (9/11)", "either / or ( 9 / 11 )"},
	{"saying—loudly—no", "saying — loudly — no"},
	{"the court ’s ruling, Ito 's ship", "the court ’s ruling , Ito 's ship"},
	{"“Hamlet”’s end", "“ Hamlet ” ’s end"},
	{"Präsident Müller aß 5½ Äpfel", "Präsident Müller aß 5½ Äpfel"},
	{"l’État et l’été", "l’État et l’été"},
	{"Путин заявил", "Путин заявил"},
	{"東京で会談。", "東 京 で 会 談 。"},
	{"cafe\u0301 e\u0301te\u0301", "cafe\u0301 e\u0301te\u0301"},
	{"line one\nline\u00a0two", "line one line two"},
	{"\xff\xfe bad \xc3", "\xff \xfe bad \xc3"},
	{"", ""},
	{" \n\t", ""},
}

// The wanted tokens are divided by spaces; ␣ is a space inside a token.
func TestWords(t *testing.T) {
	for _, c := range cut {
		var got []string
		for _, w := range Words(c.text, Span{0, len(c.text)}) {
			got = append(got, strings.ReplaceAll(w.Of(c.text), " ", "␣"))
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("words of %q:\n got %s\nwant %s", c.text, g, c.want)
		}
	}
}

func TestWordsPunct(t *testing.T) {
	const text = "$5, 45% -- “yes” 東 ’s 🙂"
	var got strings.Builder
	for _, w := range Words(text, Span{0, len(text)}) {
		if w.Punct {
			got.WriteString(w.Of(text) + " ")
		}
	}
	if want := ", -- “ ” 🙂 "; got.String() != want {
		t.Errorf("punctuation is %q, want %q", got.String(), want)
	}
}

// Words of a part of a text are offsets into the whole.
func TestWordsWithin(t *testing.T) {
	const text = "First. The dam held. Last."
	within := Span{7, 20}
	ws := Words(text, within)
	if len(ws) != 4 || ws[0].Of(text) != "The" || ws[3] != (Word{Span{19, 20}, true}) {
		t.Errorf("words of %q are %v", within.Of(text), ws)
	}
}

func FuzzWords(f *testing.F) {
	for _, s := range []string{
		"The U.S.’s F-16s don’t fly at 9:30 a.m., she said.", "a.b@c.d http://x.y/(z). \xff\xc3\xc3\xa9", "'s''s ’’n't", "1,2,3.4:55-6&7*8",
		"東京e\u0301🙂\u200d🙂", "\ufeffx\u200by", "@a#b_c.com/d", ".5 ...5 U.S... Inc..",
		"O’ Neill, O ' Neill's, D’ Élan, O ' O’ D", "O ' ",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { checkWords(t, s, Span{0, len(s)}) })
}

// setOff is the one kind of word with white space in it: “O’ Neill”.
var setOff = regexp.MustCompile(`^[OD] *['’ʼ] +\p{Lu}\p{Ll}`)

// checkWords reports where the words of a span break a promise.
func checkWords(t *testing.T, text string, within Span) {
	t.Helper()
	at := within.Start
	gap := func(end int) {
		if g := text[at:end]; !fold.Blank(g) {
			t.Errorf("bytes %q at %d are in no word of %q", g, at, within.Of(text))
		}
	}
	for _, w := range Words(text, within) {
		if w.Start < at || w.End <= w.Start || w.End > within.End {
			t.Fatalf("word %v after offset %d in %v", w, at, within)
		}
		gap(w.Start)
		if strings.ContainsFunc(w.Of(text), unicode.IsSpace) && !setOff.MatchString(w.Of(text)) {
			t.Errorf("white space in the word %q", w.Of(text))
		}
		if !onRune(text, w.Start) || !onRune(text, w.End) {
			t.Errorf("word %v of %q cuts a character", w, text)
		}
		if w.Punct && strings.ContainsFunc(w.Of(text), func(r rune) bool { return (unicode.IsLetter(r) || unicode.IsNumber(r)) && r != 'ʼ' }) {
			t.Errorf("%q is taken for punctuation", w.Of(text))
		}
		at = w.End
	}
	gap(within.End)
}

// onRune reports whether i is no offset inside an encoded character.
func onRune(s string, i int) bool {
	if i == len(s) || utf8.RuneStart(s[i]) {
		return true
	}
	for j := i - 1; j >= 0 && j > i-utf8.UTFMax; j-- {
		if utf8.RuneStart(s[j]) {
			r, n := utf8.DecodeRuneInString(s[j:])
			return r == utf8.RuneError && n == 1 || j+n <= i
		}
	}
	return true
}

const newsText = `Officials in Halden’s port authority said Tuesday that they don’t expect the U.S. freighter, which ran aground
at 9:30 p.m. on Jan. 6, to be refloated before the weekend. “We have 1,200 tons of fuel aboard,” harbor master J. K. Lund told
reporters. “That’s about 45% of what she can carry, and we won’t take any risk.” `

func BenchmarkWords(b *testing.B) {
	text := strings.Repeat(newsText, 20)
	n := len(Words(text, Span{0, len(text)}))
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Words(text, Span{0, len(text)})
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/word")
}
