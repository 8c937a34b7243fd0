package fold

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestForms(t *testing.T) {
	for _, tt := range []struct{ name, text, form, letters string }{
		{"as it is", "The dam held.", "The dam held.", "The dam held."},
		{"composed and decomposed", "Zoe\u0301 Zoé", "Zoé Zoé", "Zoé Zoé"},
		{"two accents", "Việt Vie\u0323\u0302t", "Việt Việt", "Việt Việt"},
		{"ligatures", "oﬃce ﬁre", "office fire", "office fire"},
		{"full width", "ＣＯＶＩＤ－１９", "COVID-19", "COVID－19"},
		{"soft hyphens, as read and as cleaned", "Bürger\u00admeister Bürger‧meister", "Bürgermeister Bürgermeister", "Bürgermeister Bürgermeister"},
		{"no width, as read and as cleaned", "fen\u200btanyl fen<U+200B>tanyl", "fentanyl fentanyl", "fentanyl fentanyl"},
		{"between a letter and its accent", "cafe‧\u0301", "café", "café"},
		{"an accented letter after what is not seen", "<U+FEFF>E\u0301tat", "État", "État"},
		{"marks", "“don’t” – «oui»", `"don't" - "oui"`, "“don’t” – «oui»"},
		{"powers and fractions", "10² ½ ①", "10² ½ ①", "10² ½ ①"},
		{"a sign that is seen", "<U+0041> a < b <b>", "<U+0041> a < b <b>", "<U+0041> a < b <b>"},
		{"joiners that are in use", "न\u200dही 👩\u200d🚒", "न\u200dही 👩\u200d🚒", "न\u200dही 👩\u200d🚒"},
		{"half-width kana", "ｶﾞ", "ガ", "ガ"},
		{"Hangul", "\u1112\u1161\u11ab", "한", "한"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := String(tt.text); got != tt.form {
				t.Errorf("%q folds to %q, want %q", tt.text, got, tt.form)
			}
			if got := Letters(tt.text); got != tt.letters {
				t.Errorf("letters of %q fold to %q, want %q", tt.text, got, tt.letters)
			}
		})
	}
}

func TestBlank(t *testing.T) {
	for text, want := range map[string]bool{
		"": true, " \n\u00a0": true, "\u200b": true, "<U+200B>": true, " <U+200B>\n\u2060‧ ": true, "‧": true,
		"<U+0041>": false, "a<U+200B>": false, "…": false, "<": false,
	} {
		if got := Blank(text); got != want {
			t.Errorf("Blank(%q) is %v", text, got)
		}
	}
}

func TestCompare(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"a", "", 1}, {"a", "ab", -1}, {"<U+FEFF>b", "a", 1}, {"oﬃce", "offset", -1}, {"offset", "oﬃce", 1},
		{"e\u0301a", "éb", -1}, {"éa", "e\u0301a", 1}, {"e\u0301a", "éa", -1}, {"“a", "\"b", -1},
	} {
		if got := Compare(tt.a, tt.b); got != tt.want {
			t.Errorf("Compare(%q, %q) is %d, want %d", tt.a, tt.b, got, tt.want)
		}
	}
}

// FuzzFold holds that the folded form is one: folding it again changes
// nothing, composed and decomposed text have the same, and its places lead
// through the whole text in order, at the edges of characters.
func FuzzFold(f *testing.F) {
	for _, s := range []string{"Zoe\u0301 ﬁ “x” – 10² <U+200B>‧", "\xff\u0301<U+", "e\u0323\u0302 ´a `b 가\u11a8 ｶﾞ ㍿"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if utf8.ValidString(s) && !strings.ContainsAny(s, "<>") { // a sign can be made by what is left out
			form := String(s)
			if again := String(form); again != form {
				t.Errorf("%q folds to %q and that to %q", s, form, again)
			}
			if d := String(norm.NFD.String(s)); len(s) < longestCharacter && d != String(norm.NFC.String(s)) {
				t.Errorf("%q folds to %q decomposed and %q composed", s, d, String(norm.NFC.String(s)))
			}
		}
		text := Of("ab"+s, 2, 2+len(s))
		last := 0
		for i := range len(text.Text) {
			start, end := text.Span(i, i+1)
			if start < 2 || start < last || end <= start || end > 2+len(s) {
				t.Fatalf("byte %d of the form of %q is at [%d, %d)", i, s, start, end)
			}
			last = start
			if utf8.ValidString(s) && start < 2+len(s) && !utf8.RuneStart(("ab" + s)[start]) {
				t.Fatalf("byte %d of the form of %q begins inside a character", i, s)
			}
		}
	})
}
