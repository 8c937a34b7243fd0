package story

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/kljensen/snowball/english"

	"parallax/corpus"
	"parallax/corpus/prose"
)

// What a word is worth by its place and kind. Measured with the threshold
// linkAt, see there.
const (
	titleWorth    = 3.0 // of one in the title, against one in the text
	leadWorth     = 2.0 // of one in the first sentences
	leadSentences = 6
	nameWorth     = 1.5 // of a name against another word that is as rare

	// leastRarity is the part of its rarity in the background that a word keeps
	// however many articles of the corpus hold it. Without it a story that is
	// most of its corpus fell apart: 500 generated articles on one event were
	// 181 stories.
	leastRarity = 0.2

	// nameShare is the part of a word's occurrences inside sentences that must
	// be capitalised for it to be a name.
	nameShare = 0.6

	// keptTerms is how many of an article's words, the weightiest, are kept.
	// The rest are what a long article mentions in passing.
	keptTerms = 120
)

// A text is what grouping needs to know of an article.
type text struct {
	article *corpus.Article
	terms   []term  // its weightiest words by id; the squares of the weights sum to 1
	words   []int32 // ids of all its words in order, for shared runs
	day     float64 // publication in days since 1970
	dated   bool    // day is known, and not by guess
	outlet  string  // lower-cased, without "the"; "" if unknown
	address string  // canonical URL; "" if unknown
}

// A term is a word of an article and what it is worth there.
type term struct {
	id     int32
	weight float32
}

// A vocabulary numbers the words of a corpus and counts them.
type vocabulary struct {
	forms   map[string]form  // by word as written
	stems   map[string]int32 // by stem
	entries []entry          // by id
}

// A form is a word as written.
type form struct {
	id      int32
	capital bool
}

// An entry is what is known of a word in all its forms.
type entry struct {
	stem           string
	shown          string // how a reader is shown the word: a form with the first letter it mostly has inside sentences
	articles       int    // how many hold it
	capital, small int    // occurrences inside sentences, by the first letter
}

// prepare makes texts of articles, and returns the words their ids stand for.
func prepare(articles []*corpus.Article) ([]text, []entry) {
	v := &vocabulary{forms: make(map[string]form), stems: make(map[string]int32)}
	texts := make([]text, len(articles))
	counts := make([][]term, len(articles)) // weight: occurrences, each by the worth of its place
	for i, a := range articles {
		texts[i], counts[i] = v.read(a)
	}
	rarity := v.rarities(len(articles))
	for i := range texts {
		texts[i].terms = weigh(counts[i], rarity)
	}
	return texts, v.entries
}

// read counts the words of an article.
func (v *vocabulary) read(a *corpus.Article) (text, []term) {
	t := text{article: a, outlet: outletOf(a), address: address(a.Meta.URL.Value)}
	if p := a.Meta.Published; p.Known() && !p.Guess {
		t.day, t.dated = float64(p.Value.Unix())/(24*time.Hour).Seconds(), true
	}
	var found []term
	var titled bool
	body := 0
	for _, s := range a.Sentences {
		worth := float32(1)
		switch {
		case !s.Kind.Compared():
			continue
		case s.Kind == prose.Title:
			worth, titled = titleWorth, true
		case body < leadSentences:
			worth = leadWorth
			body++
		}
		found = v.sentence(a.Text, s, worth, &t, found)
	}
	if title := a.Meta.Title; title.Known() && !title.Guess && !titled {
		s := prose.Sentence{Span: prose.Span{End: len(title.Value)}, Kind: prose.Title}
		found = v.sentence(title.Value, s, titleWorth, &t, found)
	}
	return t, v.count(found)
}

// sentence appends the words of one sentence to found, and to the text's own
// list unless it is a title.
func (v *vocabulary) sentence(in string, s prose.Sentence, worth float32, t *text, found []term) []term {
	inside := false // of the sentence: a capital there is not the sentence's own
	for _, w := range prose.Words(in, s.Span) {
		if w.Punct {
			continue
		}
		f := v.form(w.Of(in))
		if inside && s.Kind == prose.Body {
			v.entries[f.id].seen(w.Of(in), f.capital)
		}
		inside = true
		found = append(found, term{f.id, worth})
		if s.Kind == prose.Body {
			t.words = append(t.words, f.id)
		}
	}
	return found
}

// form returns the number of a word as written.
func (v *vocabulary) form(written string) form {
	if f, ok := v.forms[written]; ok {
		return f
	}
	first, _ := utf8.DecodeRuneInString(written)
	stem := stemOf(written)
	id, ok := v.stems[stem]
	if !ok {
		id = int32(len(v.entries))
		v.stems[stem] = id
		v.entries = append(v.entries, entry{stem: stem, shown: written})
	}
	f := form{id, unicode.IsUpper(first)}
	v.forms[written] = f
	return f
}

// seen counts an occurrence inside a sentence.
func (e *entry) seen(written string, capital bool) {
	these, others := &e.small, e.capital
	if capital {
		these, others = &e.capital, e.small
	}
	*these++
	if *these == others+1 {
		e.shown = written
	}
}

// count adds up the occurrences of each word of one article.
func (v *vocabulary) count(found []term) []term {
	slices.SortFunc(found, func(a, b term) int { return cmp.Compare(a.id, b.id) })
	sums := found[:0]
	for _, t := range found {
		if n := len(sums); n > 0 && sums[n-1].id == t.id {
			sums[n-1].weight += t.weight
			continue
		}
		sums = append(sums, t)
		v.entries[t.id].articles++
	}
	return slices.Clone(sums)
}

// rarities returns what each word of the vocabulary is worth for its rarity,
// in this corpus of n articles and the background together.
func (v *vocabulary) rarities(n int) []float32 {
	common := commonParts()
	worth := make([]float32, len(v.entries))
	for id, e := range v.entries {
		part, known := common[e.stem]
		name := float64(e.capital) > nameShare*float64(e.capital+e.small)
		digits := e.stem[0] >= '0' && e.stem[0] <= '9'
		switch {
		case known: // also as a name: “May”, “House”
		case digits && len(e.stem) <= 4:
			part = rareNumber
		case digits:
			part = longNumber
		case name:
			part = rareName
		default:
			part = rareWord
		}
		w := math.Log((float64(n) + background + 1) / (float64(e.articles) + part*background + 0.5))
		w = max(w, leastRarity*-math.Log(max(part, rareName)))
		if name && !known {
			w *= nameWorth
		}
		worth[id] = float32(max(w, 0))
	}
	return worth
}

// weigh turns counts into weights: the logarithm of the count by the rarity of
// the word. The weightiest are kept and scaled to length 1.
func weigh(counts []term, rarity []float32) []term {
	for i, t := range counts {
		counts[i].weight = (1 + float32(math.Log(float64(t.weight)))) * rarity[t.id]
	}
	slices.SortFunc(counts, func(a, b term) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.id, b.id))
	})
	counts = slices.Clone(counts[:min(len(counts), keptTerms)])
	var squares float64
	for _, t := range counts {
		squares += float64(t.weight) * float64(t.weight)
	}
	if squares > 0 {
		for i := range counts {
			counts[i].weight /= float32(math.Sqrt(squares))
		}
	}
	slices.SortFunc(counts, func(a, b term) int { return cmp.Compare(a.id, b.id) })
	return counts
}

// stemOf returns the lower-cased stem of a word; of "N.A.T.O." and "NATO" the
// same.
func stemOf(word string) string {
	word = strings.ToLower(strings.ReplaceAll(word, "’", "'"))
	word = strings.TrimRight(word, ".")
	if strings.Count(word, ".") >= 2 && !unicode.IsDigit(rune(word[0])) {
		word = strings.ReplaceAll(word, ".", "")
	}
	return english.Stem(word, true)
}

// outletOf returns what the article's outlet is compared by: "Guardian" and
// "The Guardian" are one.
func outletOf(a *corpus.Article) string {
	if !a.Meta.Outlet.Known() {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(strings.TrimSpace(a.Meta.Outlet.Value)), "the ")
}
