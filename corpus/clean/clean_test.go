package clean

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestClean(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", "Café “open” — 5 €…\n", "Café “open” — 5 €…\n"},
		{"colour", "a\x1b[31mred\x1b[0m", "a␛[31mred␛[0m"},
		{"clipboard, unterminated", "\x1b]52;c;ZWNobw==", "␛]52;c;ZWNobw=="},
		{"bell, backspace, null, delete", "\a\b\x00\x7f", "␇␈␀␡"},
		{"C1 as UTF-8", "x\u009b31m", "x<U+009B>31m"},
		{"C1 as a byte", "x\x9b31m", "x\uFFFD31m"},
		{"line ends", "a\r\nb\rc\u0085d\u2028e\u2029f\vg\fh", "a\nb\nc\nd\ne\nf\ng\nh"},
		{"carriage return that overwrites", "six dead\rno", "six dead\nno"},
		{"tabs", "\ta\tbcd\tefgh\ti", "    a   bcd efgh    i"},
		{"tab after a line break", "ab\n\tc", "ab\n    c"},
		{"bidi", "abc\u202egnp.exe\u202c", "abc<U+202E>gnp.exe<U+202C>"},
		{"isolates", "\u2066x\u2069", "<U+2066>x<U+2069>"},
		{"zero width", "fen\u200btanyl\ufeff", "fen<U+200B>tanyl<U+FEFF>"},
		{"soft hyphen", "fen\u00adtanyl", "fen‧tanyl"},
		{"no-break spaces stay", "5\u00a0km, 1\u202f000", "5\u00a0km, 1\u202f000"},
		{"joiner hidden in a word", "fen\u200dtanyl", "fen<U+200D>tanyl"},
		{"family", "👩\u200d👧", "👩\u200d👧"},
		{"woman running, dark skin", "🏃🏿\u200d♀\ufe0f", "🏃🏿\u200d♀\ufe0f"},
		{"Hindi and Persian joiners", "क्\u200dष می\u200cخواهم", "क्\u200dष می\u200cخواهم"},
		{"flag of Wales", "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f", "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"},
		{"tag in a word", "a\U000e0067", "a<U+E0067>"},
		{"noncharacter", "a\ufffe", "a<U+FFFE>"},
		{"Arabic number sign", "\u060012", "\u060012"},
	} {
		if got := Text(c.in); got != c.want {
			t.Errorf("%s: Text(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

// checkClean reports what is wrong with the cleaned form of a text.
func checkClean(t *testing.T, in string) {
	t.Helper()
	got := Text(in)
	if !utf8.ValidString(got) {
		t.Errorf("Text(%q) is not UTF-8: %q", in, got)
	}
	for _, r := range got {
		if unicode.IsControl(r) && r != '\n' || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 {
			t.Errorf("Text(%q) holds %U", in, r)
		}
	}
	if again := Text(got); again != got {
		t.Errorf("cleaning %q twice: %q, then %q", in, got, again)
	}
	kept := []rune(got)
	for _, r := range in { // every character that may stand is still there, in order
		if !unicode.IsGraphic(r) || unicode.IsSpace(r) || r == utf8.RuneError {
			continue
		}
		for len(kept) > 0 && kept[0] != r {
			kept = kept[1:]
		}
		if len(kept) == 0 {
			t.Fatalf("Text(%q) = %q has lost %q", in, got, r)
		}
	}
}

func FuzzClean(f *testing.F) {
	for _, s := range []string{"Café — 5 €", "a\x1b[31m\r\n\tb", "\u202e\u200d👩\u200d👧\U000e0067", "\xff\xfe\x9b", "क्\u200dष\u200c\u200d", "\u001b\u200d❤"} {
		f.Add(s)
	}
	f.Fuzz(checkClean)
}

func TestCleanLine(t *testing.T) {
	if got, want := Line(" Ferry\r\n halted\t\u2028for good \x1b[0m"), "Ferry halted for good ␛[0m"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func BenchmarkClean(b *testing.B) {
	for name, text := range map[string]string{
		"plain":   strings.Repeat("The ferry was halted on Tuesday, said “Ann”. ", 200),
		"hostile": strings.Repeat("The ferry\twas \x1b[31mhalted\u202e on Tuesday. ", 200),
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Text(text)
			}
		})
	}
}

// What is a line already is the same line, and anything else has one space
// between words and no others.
func TestLine(t *testing.T) {
	for s, want := range map[string]string{
		"": "", "The Lorne Herald": "The Lorne Herald", "Krantz’ Zeitung": "Krantz’ Zeitung",
		" The Herald": "The Herald", "The Herald ": "The Herald", "The  Herald": "The Herald",
		"The\nHerald": "The Herald", "The\u00a0Herald": "The Herald", "The\u2028Herald": "The Herald", "\x1b[31mHerald": "␛[31mHerald",
	} {
		if got := Line(s); got != want {
			t.Errorf("%q is the line %q, want %q", s, got, want)
		}
	}
}

func TestEntities(t *testing.T) {
	for in, want := range map[string]string{
		"the B&amp;B said &quot;no&quot;":    `the B&B said "no"`,
		"&ldquo;No&rdquo; &#8211; he&#x27;d": "“No” – he'd",
		"&amp;amp;rsquo;":                    "’",
		"AT&T; R&D and Q&A":                  "AT&T; R&D and Q&A",
		"a tag is &lt;p&gt; and &#60;br>":    "a tag is &lt;p&gt; and &#60;br>",
		"&nothing; &copy without a point":    "&nothing; &copy without a point",
		"&#27;[31mred":                       "\x1b[31mred",
	} {
		if got := Entities(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}
