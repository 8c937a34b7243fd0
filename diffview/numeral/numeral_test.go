package numeral_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"parallax/corpus/prose"
	"parallax/diffview/numeral"
)

// words are the words of a text.
type words struct {
	text  string
	of    []prose.Word
	comma bool
}

func (w words) Text(k int) string {
	if k < 0 || k >= len(w.of) {
		return ""
	}
	return strings.ToLower(w.of[k].Of(w.text))
}

func (w words) Gap(k int) string {
	if k <= 0 || k >= len(w.of) {
		return " "
	}
	return w.text[w.of[k-1].End:w.of[k].Start]
}

func (w words) DecimalComma() bool { return w.comma }

func cut(text string, comma bool) words {
	return words{text, prose.Words(text, prose.Span{End: len(text)}), comma}
}

// numbersIn returns the numbers of a text.
func numbersIn(text string, comma bool) string {
	w := cut(text, comma)
	var out []string
	for i := 0; i < len(w.of); {
		n, end := numeral.Read(w, i)
		if end == i {
			i++
			continue
		}
		i = end
		v := fmt.Sprintf("%.6g", n.Low)
		if n.Form == numeral.Share {
			v = fmt.Sprintf("%.3f", n.Low)
		}
		out = append(out, v+map[numeral.Form]string{numeral.Cardinal: "", numeral.Ordinal: "th", numeral.Share: " of it", numeral.Order: " or more"}[n.Form])
	}
	return strings.Join(out, ", ")
}

func TestRead(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		// groups of digits
		{"1,200 and 1,250,000 boats", "1200, 1.25e+06"},
		{"1,50,000 and 12,34,567 boats", "150000, 1.23457e+06"},
		{"12 000 boats, 12 000 boats, 12 500 boats and 1 250 000 boats", "12000, 12000, 12500, 1.25e+06"},
		{"12’000 or 1'250'000 francs", "12000, 1.25e+06"},
		{"On May 12 200 boats and on Sept. 3 400 boats", "12, 200, 3, 400"},
		{"12 50 and 2024 300", "12, 50, 2024, 300"},
		{"1.234,56 and 1,234.56 euros, 12.000.000 in all", "1234.56, 1234.56, 1.2e+07"},
		{"version 3.2.1 of 4,56,7", ""},
		// decimals and fractions
		{"3,5 and 12,75 and 3.5 metres", "3.5, 12.75, 3.5"},
		{"3½ miles, 3 ½ miles, ½ mile, 12½ million boats", "3.5, 3.5, 0.5, 1.25e+07"},
		{"3 1/2 miles, 3-1/2 miles", "3.5, 3.5"},
		{"3/4 of them", "0.750 of it"},
		// signs
		{"−5 and -5 and (–5) and minus 5.5", "-5, -5, -5, -5.5"},
		{"a 7-5 win in 2001–2002 and 5 -6", "7, 5, 2001, 2002, 5, 6"},
		// multipliers
		{"12 crore, 2 lakh, 2.5 lakh crore rupees", "1.2e+08, 200000, 2.5e+12"},
		{"3 Mrd. Euro, 3,5 Millionen Euro, 3,5 millions d’euros", "3e+09, 3.5e+06, 3.5e+06"},
		{"one and a half million, a million and a half, two and a quarter hours", "1.5e+06, 1.5e+06, 2.25"},
		{"a half-dozen, half a dozen, half a million", "6, 6, 500000"},
		{"a quarter of a million, three quarters of a billion", "250000, 7.5e+08"},
		// shares
		{"one in three, two-in-three, 1 in 5, nine out of ten, one of every five, one in 10,000", "0.333 of it, 0.667 of it, 0.200 of it, 0.900 of it, 0.200 of it, 0.000 of it"},
		{"three in the boat, two in 2010, two in ten days, 3 out of 10 boats", "3, 2, 2010, 2, 10, 3, 10"},
		{"the second half of it, a $3-million or a two-million boat", "2th, 3e+06, 2e+06"},
		{"half of it, a third of it, two-thirds, three quarters, two third parties", "0.500 of it, 0.333 of it, 0.667 of it, 0.750 of it, 2, 3th"},
		// orders of size
		{"dozens of boats, scores of boats, hundreds, tens of thousands, several hundred, a few dozen", "18 or more, 30 or more, 150 or more, 15000 or more, 150 or more, 18 or more"},
		{"he scores twice, a few came", ""},
		// ordinals
		{"the third, the twenty-first and the eleventh boat", "3th, 21th, 11th"},
	} {
		if got := numbersIn(c.text, false); got != c.want {
			t.Errorf("%s\n\tgot  %s\n\twant %s", c.text, got, c.want)
		}
	}
}

// In languages that write a decimal comma a point before three digits marks
// a group.
func TestReadDecimalComma(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"12.000 Euro, 3,512 Euro, 3.5 Euro, 1.234,5 Euro", "12000, 3.512, 3.5, 1234.5"},
		{"1.200.000 Euro und 12.50", "1.2e+06, 12.5"},
	} {
		if got := numbersIn(c.text, true); got != c.want {
			t.Errorf("%s\n\tgot  %s\n\twant %s", c.text, got, c.want)
		}
	}
}

// Whatever the text, a number ends after it began and within it, and begins
// with a word that Begins knows.
func FuzzRead(f *testing.F) {
	f.Add("one in 3½ of −12 000 lakh and a half", true)
	f.Add("dozens of a million 1/2 twenty-first 9,99,9.9", false)
	f.Fuzz(func(t *testing.T, text string, comma bool) {
		w := cut(text, comma)
		for i := range w.of {
			n, end := numeral.Read(w, i)
			if end < i || end > len(w.of) || math.IsNaN(n.Low) || end > i && n.Low > n.High {
				t.Fatalf("%q: word %d: %v up to %d", text, i, n, end)
			}
			if end > i && !numeral.Begins(w.Text(i)) {
				t.Fatalf("%q begins a number", w.Text(i))
			}
		}
	})
}
