package cell

import (
	"strings"
	"testing"
)

func TestSpelling(t *testing.T) {
	for _, tt := range []struct{ query, text, want string }{
		{"harbour", "The HARBOUR and the harbour.", "HARBOUR|harbour"},
		{"Harbour", "The harbour and Harbour Street", "Harbour"}, // a capital counts
		{"cafe", "a café, a CAFE, a cafe\u0301", "café|CAFE|cafe\u0301"},
		{"café", "a café, a cafe, a cafe\u0301", "café|cafe\u0301"}, // an accent counts
		{"CAFÉ", "a café, a CAFÉ", "CAFÉ"},
		{"lodz", "in Łódź", "Łódź"},
		{"strasse", "die Straße", "Straße"},
		{"s", "ß", ""}, // half of a letter is not found
		{"don't", "we don’t", "don’t"},
		{`"we will"`, "said “We will” twice", "“We will”"},
		{"10-12", "from 10–12 June", "10–12"},
		{"grain terminal", "the grain\n terminal, the grain\u00a0terminal", "grain\n terminal|grain\u00a0terminal"},
		{"coop", "co\u00adop", "co\u00adop"},
		{"Staatsanwaltschaft", "die Staats‧anwalt‧schaft prüft", "Staats‧anwalt‧schaft"},
		{"staats‧anwalt", "die Staatsanwaltschaft", "Staatsanwalt"}, // as copied from such a page
		{"Zoé", "bei Zoe\u0301 und Zoé", "Zoe\u0301|Zoé"},
		{"Zoe\u0301", "bei Zoe\u0301, Zoe und Zoé", "Zoe\u0301|Zoé"},
		{"fentanyl", "fen<U+200B>tanyl, fen\u2060tanyl", "fen<U+200B>tanyl|fen\u2060tanyl"},
		{"office", "the oﬃce", "oﬃce"},
		{"f", "the oﬃce", ""}, // a third of a character
		{"iﬂ", "riﬂe, rifle", "iﬂ|ifl"},
		{"covid 19", "ＣＯＶＩＤ\u300019", "ＣＯＶＩＤ\u300019"},
		{"wait...", "wait…", "wait…"},
		{"102", "10² metres", ""},
		{"<U+", "the code <U+0041> and <U+200B>", "<U+"}, // a sign that is seen is text
		{"火灾", "港口火灾 关闭", "火灾"},
		{"aa", "aaaa", "aa|aa"},
		{"", "text", ""},
		{"  ", "two  spaces", ""},
		{"\u0301", "café", ""},
	} {
		var got []string
		for _, s := range NewQuery(tt.query).In(tt.text, 10) {
			got = append(got, s.Of(tt.text))
		}
		if strings.Join(got, "|") != tt.want {
			t.Errorf("%q in %q finds %q, want %q", tt.query, tt.text, strings.Join(got, "|"), tt.want)
		}
	}
	if n := len(NewQuery("a").In("a a a a", 3)); n != 3 {
		t.Errorf("%d finds where 3 are wanted", n)
	}
}

// FuzzSpelling holds that finds are in the text, in order, apart from each
// other, and never half a character.
func FuzzSpelling(f *testing.F) {
	f.Add("harbour", "The HARBOUR and the harbour.")
	f.Add("é", "cafe\u0301 \xff\xc3 É")
	f.Add("ss", "Straße ﬃ 한국 か\u3099")
	f.Fuzz(func(t *testing.T, query, text string) {
		last := 0
		for _, s := range NewQuery(query).In(text, 100) {
			if s.Start < last || s.End <= s.Start || s.End > len(text) {
				t.Fatalf("%q finds %v in %q", query, s, text)
			}
			if c := text[s.Start]; c&0xC0 == 0x80 && strings.ToValidUTF8(text, "") == text {
				t.Fatalf("%q finds half a character of %q", query, text)
			}
			last = s.End
		}
	})
}
