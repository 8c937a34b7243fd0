package exact

import (
	"slices"
	"strings"

	"parallax/corpus/prose"
	"parallax/diffview/numeral"
)

// sameValues reports whether both sides say the same numbers and the same words
// otherwise written: "40,000" and "40000", "two" and "2", "$3m" and "3 million
// dollars", "12%" and "12 per cent", "Sept. 4" and "4 September".
func (p *phrases) sameValues() bool {
	if !p.short() {
		return false
	}
	a, b := p.values(0), p.values(1)
	return (len(a.numbers) > 0 || a.calendar) && slices.Equal(a.numbers, b.numbers) && slices.Equal(a.words, b.words)
}

// values are what a phrase says: its numbers in their order, its other words in
// that of the alphabet, in one of their spellings.
type values struct {
	numbers  []float64
	words    []string
	calendar bool // one of the words is a month or a day of the week
}

func (p *phrases) values(side int) (v values) {
	tokens, all := p.tokens[side], p.c.texts[side].tokens
	following := all[min(p.of[side][1]+1, len(all)-1)] // "a quarter" is a share before "of"
	from, end := tokens[0].start, tokens[len(tokens)-1].end
	text := strings.ToLower(p.c.texts[side].Article.Text[from:max(end, following.end)])
	w := numberedWords{text, prose.Words(text, prose.Span{End: len(text)})}
	for k := 0; k < len(w.words) && w.words[k].Start < end-from; {
		word := w.Text(k)
		if n, end := numeral.Read(w, k); end > k && n.Low == n.High {
			v.numbers = append(v.numbers, n.Low)
			v.word(unitAt(w.Text(end - 1)))
			k = end
			continue
		}
		k++
		if word == "per" && w.Text(k) == "cent" {
			word, k = "percent", k+1
		}
		if !w.words[k-1].Punct || currency(word) || word == "%" {
			v.word(word)
		}
	}
	slices.Sort(v.words)
	return v
}

// word adds a word that is not of a number.
func (v *values) word(w string) {
	w = strings.TrimSuffix(w, ".")
	if plain := sameUnits[w]; plain != "" {
		w = plain
	}
	const shortest = 3 // letters of "Sep", "Wed"
	switch {
	case w == "" || functionWords.Has(w):
		return
	case w == "percent" && len(v.numbers) > 0: // half and 50 percent are the same share
		v.numbers[len(v.numbers)-1] /= 100
		return
	case len(w) >= shortest && (months.Has(w) || days.Has(w)):
		v.calendar = true
		if english := englishDates[w[:shortest]]; strings.HasPrefix(english, w) {
			w = english
		}
	}
	v.words = append(v.words, w)
}

// englishDates are the months and days by their first three letters, and
// sameUnits what signs and short forms stand for.
var (
	englishDates = byStart(`january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday`)
	sameUnits    = map[string]string{
		"%": "percent", "pct": "percent", "pc": "percent", "$": "dollar", "dollars": "dollar", "usd": "dollar", "€": "euro", "euros": "euro", "eur": "euro",
		"£": "pound", "pounds": "pound", "gbp": "pound", "km": "kilometre", "kilometres": "kilometre", "kilometers": "kilometre", "kg": "kilo", "kilos": "kilo",
	}
)

func byStart(words string) map[string]string {
	out := make(map[string]string)
	for w := range strings.FieldsSeq(words) {
		out[w[:3]] = w
	}
	return out
}

// unitAt returns what clings to the digits of a number and is no part of its
// value: the "km" of "5km", but neither the "m" of "5m" nor the "th" of "5th".
func unitAt(word string) string {
	digits := strings.TrimRightFunc(word, func(r rune) bool { return 'a' <= r && r <= 'z' || r == '\'' })
	unit := word[len(digits):]
	if !digitFirst(word) || numeral.Multiplier(unit) > 0 {
		return ""
	}
	switch unit {
	case "st", "nd", "rd", "th":
		return ""
	}
	return unit
}

// numberedWords are the words of a phrase, as numbers are read in it.
type numberedWords struct {
	text  string
	words []prose.Word
}

func (w numberedWords) Text(k int) string {
	if k < 0 || k >= len(w.words) {
		return ""
	}
	return w.words[k].Of(w.text)
}

func (w numberedWords) Gap(k int) string {
	if k < 1 || k >= len(w.words) {
		return ""
	}
	return w.text[w.words[k-1].End:w.words[k].Start]
}

// DecimalComma is false: what language a text is in is not known here, and
// "1.500" may be one and a half.
func (w numberedWords) DecimalComma() bool { return false }
