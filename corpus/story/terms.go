package story

import (
	"cmp"
	"math"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"time"
	"unicode"

	"github.com/kljensen/snowball/english"

	"parallax/corpus"
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

	// keptTerms is how many of an article's words, the heaviest, are kept.
	// The rest are what a long article mentions in passing.
	keptTerms = 120
)

// A text is what grouping needs to know of an article.
type text struct {
	article *corpus.Article
	terms   []term  // its words of most weight by id; the squares of the weights sum to 1
	words   packed  // ids of all its words in order, for shared runs
	day     float64 // publication in days since 1970
	dated   bool    // day is known, and not by guess
	form    particulars
	outlet  string // lower-cased, without "the"; "" if unknown
	address string // canonical URL; "" if unknown
}

// A term is a word of an article and what it is worth there.
type term struct {
	id     int32
	weight float32
}

// isName reports whether a word is mostly capitalised inside sentences.
func (e *entry) isName() bool {
	return float64(e.inside[capital]) > nameShare*float64(e.inside[capital]+e.inside[small])
}

// A vocabulary numbers the words of a corpus and counts them.
type vocabulary struct {
	at      map[string]int32 // by word as written, its place in forms
	stems   map[string]int32 // by stem, its id
	forms   []form           // all ways in which words are written
	ids     []int32          // their words
	entries []entry          // by id
}

// An entry is what is known of a word in all its forms.
type entry struct {
	stem     string
	shown    string       // how a reader is shown it: as it is mostly written inside sentences
	often    int32        // how often it is written so
	inside   [2]int32     // occurrences inside sentences, small and capitalised
	articles atomic.Int32 // how many hold it
}

// A word's first letter, as an index.
const (
	small = iota
	capital
)

// partArticles is how many articles are read at a time by one processor. It
// does not depend on the number of processors, so that neither does the result.
const partArticles = 64

// prepare makes texts of articles, and returns the words their ids stand for.
//
// Cutting, stemming and counting words is most of the work. It is done in parts,
// several at a time; only to number the words that are new in a part is left to be
// done in order. What waits for the rarity of words, which is known when all are
// counted, is kept packed.
func prepare(articles []*corpus.Article) ([]text, []entry) {
	v := &vocabulary{at: make(map[string]int32), stems: make(map[string]int32)}
	texts := make([]text, len(articles))
	counts := make([]packed, len(articles)) // by article: id, less the one before; how often, by the worth of its place
	parts := slices.Collect(slices.Chunk(articles, partArticles))
	atOnce := runtime.GOMAXPROCS(0) * 2
	for from := 0; from < len(parts); from += atOnce {
		digests := make([]*digest, min(atOnce, len(parts)-from))
		each(len(digests), func(i int) {
			digests[i] = newDigest(parts[from+i])
			digests[i].stem(v.at)
		})
		for _, d := range digests {
			v.number(d)
		}
		each(len(digests), func(i int) {
			for k, a := range parts[from+i] {
				at := (from+i)*partArticles + k
				texts[at] = newText(a)
				texts[at].words, counts[at] = v.pack(digests[i], k)
			}
		})
	}
	v.choose()
	rarity, traits := v.rarities(len(articles)), v.traits()
	each(len(parts), func(i int) {
		for at := i * partArticles; at < min((i+1)*partArticles, len(texts)); at++ {
			texts[at].terms = weigh(counts[at], rarity)
			texts[at].form = particularsOf(texts[at], traits)
			counts[at] = nil
		}
	})
	return texts, v.entries
}

// newText makes a text without words.
func newText(a *corpus.Article) text {
	t := text{article: a, outlet: outletOf(a), address: address(a.Meta.URL.Value)}
	if p := a.Meta.Published; p.Known() && !p.Guess {
		t.day, t.dated = float64(p.Value.Unix())/(24*time.Hour).Seconds(), true
	}
	return t
}

// number finds the ids of a part's words.
func (v *vocabulary) number(d *digest) {
	d.ids = make([]int32, len(d.forms))
	for i, f := range d.forms {
		at := v.form(f, d.stems[i])
		v.forms[at].inside += f.inside
		d.ids[i] = v.ids[at]
		v.entries[d.ids[i]].inside[f.letter] += f.inside
	}
}

// form returns the place of a word as written, of which the stem is known when it
// is new.
func (v *vocabulary) form(f form, stem string) int32 {
	if at, ok := v.at[f.written]; ok {
		return at
	}
	id, ok := v.stems[stem]
	if !ok {
		id = int32(len(v.entries))
		v.stems[stem] = id
		v.entries = append(v.entries, entry{stem: stem, shown: f.written})
	}
	at := int32(len(v.forms))
	v.at[f.written] = at
	v.forms = append(v.forms, form{written: f.written, letter: f.letter})
	v.ids = append(v.ids, id)
	return at
}

// choose finds the form in which each word is shown.
func (v *vocabulary) choose() {
	for at, f := range v.forms {
		e := &v.entries[v.ids[at]]
		mostly := small
		if e.inside[capital] > e.inside[small] {
			mostly = capital
		}
		if f.letter == mostly && f.inside > e.often {
			e.shown, e.often = f.written, f.inside
		}
	}
}

// pack returns the words of article k of a part, and how often it has each.
func (v *vocabulary) pack(d *digest, k int) (words, counts packed) {
	from := d.found[k]
	room := d.room[:0]
	distinct := from[:0:0]
	for _, t := range from {
		if t.body {
			room = room.add(d.ids[t.form])
		}
		if d.worth[t.form] == 0 {
			distinct = append(distinct, t)
		}
		d.worth[t.form] += int32(t.worth)
	}
	sums := make([]term, 0, len(distinct))
	for _, t := range distinct {
		sums = append(sums, term{d.ids[t.form], float32(d.worth[t.form])})
		d.worth[t.form] = 0
	}
	slices.SortFunc(sums, func(a, b term) int { return cmp.Compare(a.id, b.id) })
	end := len(room)
	last := int32(0)
	for i := 0; i < len(sums); {
		id, sum := sums[i].id, float32(0)
		for ; i < len(sums) && sums[i].id == id; i++ {
			sum += sums[i].weight
		}
		room = room.add(id - last).add(int32(sum))
		last = id
		v.entries[id].articles.Add(1)
	}
	d.room = room
	return slices.Clone(room[:end]), slices.Clone(room[end:])
}

// rarities returns what each word of the vocabulary is worth for its rarity,
// in this corpus of n articles and the background together.
func (v *vocabulary) rarities(n int) []float32 {
	common := commonParts()
	worth := make([]float32, len(v.entries))
	for id := range v.entries {
		e := &v.entries[id]
		part, known := common[e.stem]
		name := e.isName()
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
		w := math.Log((float64(n) + background + 1) / (float64(e.articles.Load()) + part*background + 0.5))
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
func weigh(packed packed, rarity []float32) []term {
	order := make([]uint64, 0, len(packed)/2) // numbers are sorted thrice as quickly as terms
	for id, next := range packed.pairs() {
		order = append(order, heaviest((1+float32(math.Log(float64(next))))*rarity[id], id))
	}
	slices.Sort(order)
	counts := make([]term, min(len(order), keptTerms))
	var squares float64
	for i := range counts {
		counts[i] = ofHeaviest(order[i])
		squares += float64(counts[i].weight) * float64(counts[i].weight)
	}
	if squares > 0 {
		for i := range counts {
			counts[i].weight /= float32(math.Sqrt(squares))
		}
	}
	slices.SortFunc(counts, func(a, b term) int { return cmp.Compare(a.id, b.id) })
	return counts
}

// heaviest makes a number of a term: those of more weight, which is not negative,
// are smaller, and among equals those with smaller ids.
func heaviest(weight float32, id int32) uint64 {
	return uint64(^math.Float32bits(weight))<<32 | uint64(uint32(id))
}

func ofHeaviest(n uint64) term {
	return term{int32(uint32(n)), math.Float32frombits(^uint32(n >> 32))}
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
