package slot

import (
	"fmt"
	"math"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"parallax/corpus/prose"
	"parallax/diffview/difftest"
	"parallax/diffview/doc"
)

// Changes planted in labelled articles: one word of a sentence becomes another,
// where the other article's linked sentence has it too.

// A change is one word changed in an article.
type change struct {
	story, what string
	other       *doc.Doc // the article that was left as it is
	sentences   []int    // of it: those that the changed one is linked with
	text        string   // the changed article
	was, now    string
	around      string // the changed article around the place
	at          int    // where in around it is
}

// mostPlanted is how many changes of a kind are planted: the kinds are of
// unlike number.
var mostPlanted = map[string]int{"name": 900}

// changesOf returns the changes planted in the labelled articles.
func changesOf(t *testing.T, g *difftest.Labels, seed uint64) (out []change) {
	rnd := rand.New(rand.NewPCG(seed, 1))
	pool := namesOf(t, g)
	for _, p := range g.Pairs {
		for _, names := range [2][2]string{{p.Left, p.Right}, {p.Right, p.Left}} {
			other, otherIDs := g.Read(t, names[0])
			mine, ids := g.Read(t, names[1])
			for _, link := range p.Links {
				a, b := link.Left, link.Right
				if names[0] == p.Right {
					a, b = b, a
				}
				if link.Grade != "core" || len(link.Conflicts) > 0 {
					continue
				}
				c := change{story: p.Story, other: other, sentences: having(otherIDs, a)}
				for _, s := range having(ids, b) {
					out = append(out, c.inSentence(mine, s, pool, rnd)...)
				}
			}
		}
	}
	rnd.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	n := map[string]int{}
	return slices.DeleteFunc(out, func(c change) bool {
		n[c.what]++
		return mostPlanted[c.what] > 0 && n[c.what] > mostPlanted[c.what]
	})
}

func having(ids [][]int, number int) (out []int) {
	for k, ns := range ids {
		if slices.Contains(ns, number) {
			out = append(out, k)
		}
	}
	return out
}

// inSentence returns the changes of a sentence, each in a copy of the article.
func (c change) inSentence(mine *doc.Doc, sentence int, pool []string, rnd *rand.Rand) (out []change) {
	text, s := mine.Article.Text, mine.Article.Sentences[mine.Sentences[sentence].Index]
	begins := true
	for _, w := range prose.Words(text, s.Span) {
		was := w.Of(text)
		what, now := replaced(was, begins, pool, rnd)
		if !w.Punct {
			begins = false
		}
		if what == "" || !c.has(was) || count(text, now) > 0 || c.has(now) {
			continue
		}
		if repeats := count(text, was) > 1 || count(c.other.Article.Text, now) > 0; repeats && what != "number" && what != "date" && what != "year" {
			continue // of numbers and days either article may have the other's value of something else
		}
		d := c
		d.what, d.was, d.now = what, was, now
		d.text = text[:w.Start] + now + text[w.End:]
		from, to := max(s.Start, w.Start-25), min(len(d.text), w.Start+len(now)+10)
		d.around, d.at = d.text[from:to], w.Start-from
		out = append(out, d)
	}
	return out
}

// has reports whether one of the other's sentences has a word.
func (c change) has(word string) bool {
	for _, k := range c.sentences {
		if s := c.other.Article.Sentences[c.other.Sentences[k].Index]; count(s.Of(c.other.Article.Text), word) > 0 {
			return true
		}
	}
	return false
}

// count returns how often a text has a word or a number.
func count(text, word string) (n int) {
	for from := 0; ; {
		at := strings.Index(text[from:], word)
		if at < 0 {
			return n
		}
		at += from
		from = at + len(word)
		before, after := " ", " "
		if at > 0 {
			before = text[at-1 : at]
		}
		if from < len(text) {
			after = text[from : from+1]
		}
		if !inWord(before) && before != "." && before != "," && !inWord(after) && !(after == "," && from+1 < len(text) && unicode.IsDigit(rune(text[from+1]))) {
			n++
		}
	}
}

func inWord(s string) bool {
	return unicode.IsLetter(rune(s[0])) || unicode.IsDigit(rune(s[0])) || s[0] == '_'
}

var (
	digits    = regexp.MustCompile(`^(\d{1,3}(,\d{3})+|\d+\.\d+|\d{1,3})$`)
	fourYears = regexp.MustCompile(`^(19|20)\d\d$`)
	nameWord  = regexp.MustCompile(`^[A-Z][a-z]{3,11}$`)
)

var smallNumbers = strings.Fields("two three four five six seven eight nine ten eleven twelve")

// replaced returns what a word is and a word of its kind for it, or "".
func replaced(was string, begins bool, pool []string, rnd *rand.Rand) (what, now string) {
	low := strings.ToLower(was)
	other := func(of []string) string {
		for {
			if w := of[rnd.IntN(len(of))]; w != low {
				return w
			}
		}
	}
	_, day := doc.Weekdays[low]
	switch {
	case fourYears.MatchString(was):
		n, _ := strconv.Atoi(was)
		return "year", fmt.Sprint(n + []int{-10, -5, -4, -3, -3, -2, -1, 1, 2, 4, 6, 10}[rnd.IntN(12)])
	case digits.MatchString(was):
		return "number", otherNumber(was, rnd)
	case slices.Contains(smallNumbers, was):
		return "number", other(smallNumbers)
	case was == "million" || was == "billion":
		return "number", map[string]string{"million": "billion", "billion": "million"}[was]
	case day && was != low:
		return "date", capital(other(strings.Fields("monday tuesday wednesday thursday friday saturday sunday")))
	case doc.Months()[low] > 0 && len(low) > 3 && was != low:
		return "date", capital(other(strings.Fields("january february march april june july august september october november december")))
	case nameWord.MatchString(was) && !begins:
		return "name", pool[rnd.IntN(len(pool))]
	case modals.Has(was) && was != "is" && was != "was" && was != "has" && was != "have" && was != "had" && was != "did" && was != "do" && was != "does":
		return "negation", was + " not"
	case len(opposites()[was]) > 0 && was != "with" && was != "up" && was != "all" && was != "more":
		set := opposites()[was][0]
		var of []string
		for w, in := range opposites() {
			if w != was && slices.Contains(in, set) {
				of = append(of, w)
			}
		}
		slices.Sort(of)
		return "word", of[rnd.IntN(len(of))]
	}
	return "", ""
}

func capital(w string) string { return strings.ToUpper(w[:1]) + w[1:] }

// otherNumber returns a number of the form of another, near it or far.
func otherNumber(was string, rnd *rand.Rand) string {
	v, _ := strconv.ParseFloat(strings.ReplaceAll(was, ",", ""), 64)
	n := v * []float64{.7, .8, .9, .95, 1.1, 1.25, 1.5, 1.6, 1.6, 2, 3}[rnd.IntN(11)]
	if v < 40 && v == math.Trunc(v) && rnd.IntN(2) == 0 {
		n = v + []float64{-3, -2, -1, 1, 2, 3, 4, 7}[rnd.IntN(8)]
	} else if v < 1000 && rnd.IntN(2) == 0 {
		n = v*1.6 + 2
	}
	n = math.Abs(n)
	if at := strings.IndexByte(was, '.'); at >= 0 {
		return strconv.FormatFloat(n, 'f', len(was)-at-1, 64)
	}
	out := fmt.Sprint(int(math.Round(n)))
	if strings.Contains(was, ",") && len(out) > 3 {
		out = out[:len(out)-3] + "," + out[len(out)-3:]
	}
	return out
}

// namesOf returns words of names of all labelled articles, and some that no news
// has.
func namesOf(t *testing.T, g *difftest.Labels) (out []string) {
	seen := map[string]bool{}
	for _, p := range g.Pairs {
		for _, name := range []string{p.Left, p.Right} {
			d, _ := g.Read(t, name)
			for k := range d.Tokens {
				_, day := doc.Weekdays[d.Tokens[k].Text]
				if w := d.Tokens[k].Of(d.Article.Text); d.Tokens[k].Capital && nameWord.MatchString(w) && !day && doc.Months()[d.Tokens[k].Text] == 0 && !seen[w] {
					seen[w] = true
					out = append(out, w)
				}
			}
		}
	}
	invented := strings.Fields("Ashdown Brockway Castellan Dunmore Eskildsen Fairweather Gravesend Hollingdale Ivarsson Jelinek Kowalczyk Lampard Mbeki Norwood Oduya Pellegrino Quarrie Rasmussen Szabo Thornbury Umarov Vasquez Wexford Yamamoto Zeller")
	for len(invented) < len(out)/2 {
		invented = append(invented, invented[:25]...)
	}
	return append(out, invented...)
}
