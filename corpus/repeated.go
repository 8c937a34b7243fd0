package corpus

import (
	"fmt"
	"hash/maphash"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"parallax/corpus/clean"
	"parallax/corpus/prose"
)

// Lines that an outlet prints in article after article are not what the
// articles report: "The Herald is part of the Harbour Group", "Ferry times".
// No list knows them; the corpus does, when it has enough of an outlet.
const (
	// repeatedIn is in how many articles of one outlet a line must stand, each
	// of another text, and repeatedShare in what part of them: in a collection
	// of thousands a line can come back by chance.
	repeatedIn    = 3
	repeatedShare = 0.01

	// A line that ends as sentences do must be in more, and among the first
	// or last lines, because reports of one event share sentences of background.
	repeatedSentenceIn = 4

	// maxRepeated is the longest line looked at, in characters.
	maxRepeated = 200

	// sameTextShare is the part of the lines of the shorter of two articles that
	// are in the other as well, from which on they are one text: versions of an
	// article repeat all of it.
	sameTextShare = 0.3
)

// markRepeated makes doubtful what is repeated across the articles of one
// outlet. An article in which something is found is replaced by a copy with
// other sentences; whoever holds the old one may go on reading it. A fault costs
// the marks of its outlet.
func markRepeated(articles []*Article) (problems []Problem) {
	byOutlet := make(map[string][]int)
	for i, a := range articles {
		if o := a.Meta.Outlet; o.Known() {
			byOutlet[o.Value] = append(byOutlet[o.Value], i)
		}
	}
	seed := maphash.MakeSeed()
	for _, outlet := range slices.Sorted(maps.Keys(byOutlet)) {
		group := byOutlet[outlet]
		if len(group) < repeatedIn {
			continue
		}
		if err := safely(func() { markRepeatedOf(articles, group, seed) }); err != nil {
			reason := fmt.Sprintf("lines that %s repeats across its articles are not marked: %v", outlet, err)
			problems = append(problems, Problem{articles[group[0]].Path, clean.Line(reason)})
		}
	}
	return problems
}

// markRepeatedOf does so for the articles of one outlet.
func markRepeatedOf(articles []*Article, group []int, seed maphash.Seed) {
	least := max(repeatedIn, int(repeatedShare*float64(len(group))))
	often := repeatedLines(articles, group, least, seed)
	if len(often) == 0 {
		return
	}
	in := make(map[uint64][]outletLine) // by hash: where it is
	for _, i := range group {
		for _, l := range outletLines(articles[i], seed) {
			if _, ok := often[l.hash]; ok {
				l.article = i
				in[l.hash] = append(in[l.hash], l)
			}
		}
	}
	regions := make(map[int][]region)
	texts := lineSets{articles: articles, seed: seed, of: make(map[int]map[uint64]bool)}
	for _, places := range in {
		need := least
		if places[0].sentence {
			need = max(need, repeatedSentenceIn)
			places = slices.DeleteFunc(places, func(l outletLine) bool { return !l.edge })
		}
		if texts.distinct(places, need) {
			for _, l := range places {
				regions[l.article] = append(regions[l.article], region{l.Span, prose.Doubtful})
			}
		}
	}
	for i, rs := range regions {
		slices.SortFunc(rs, func(a, b region) int { return a.Start - b.Start })
		articles[i] = articles[i].with(rs)
	}
}

// with returns a copy of the article in which the regions are of their kind, or
// the article itself if nothing of its own would remain.
func (a *Article) with(regions []region) *Article {
	made := *a
	made.Sentences = assign(a.Text, slices.Clone(a.Sentences), regions)
	for _, s := range made.Sentences {
		if s.Kind == prose.Body {
			return &made
		}
	}
	return a
}

// An outletLine is a line of an article's own text that could be repeated.
type outletLine struct {
	prose.Span
	hash     uint64
	article  int  // its index, where that matters
	sentence bool // it ends as a sentence does
	edge     bool // among the first or last lines of the article's own
}

// outletLines returns the lines of an article that are paragraphs of its body.
func outletLines(a *Article, seed maphash.Seed) []outletLine {
	const edge = 3 // lines
	var out []outletLine
	var at []int // beside out: which of the body's lines it is
	lines := 0
	for k := 0; k < len(a.Sentences); {
		first := k
		for k++; k < len(a.Sentences) && a.Sentences[k].Paragraph == a.Sentences[first].Paragraph; k++ {
		}
		if a.Sentences[first].Kind != prose.Body {
			continue
		}
		s := prose.Span{Start: a.Sentences[first].Start, End: a.Sentences[k-1].End}
		text := s.Of(a.Text)
		lines++
		if strings.HasSuffix(text, ":") || strings.HasSuffix(text, ",") {
			continue // and what follows is quoted: "He added:"
		}
		if len(text) > maxRepeated*utf8.UTFMax || utf8.RuneCountInString(text) > maxRepeated {
			continue
		}
		out = append(out, outletLine{Span: s, hash: maphash.String(seed, text), sentence: endsSentence(text)})
		at = append(at, lines-1)
	}
	for i := range out {
		out[i].edge = at[i] < edge || at[i] >= lines-edge
	}
	return out
}

// repeatedLines returns the hashes of lines that are in at least so many
// articles. They are sorted and not counted in a map, which takes a tenth of
// the memory: most lines are in one article only.
func repeatedLines(articles []*Article, group []int, least int, seed maphash.Seed) map[uint64]struct{} {
	var all, own []uint64
	for _, i := range group {
		own = own[:0]
		for _, l := range outletLines(articles[i], seed) {
			own = append(own, l.hash)
		}
		slices.Sort(own)
		all = append(all, slices.Compact(own)...)
	}
	slices.Sort(all)
	often := make(map[uint64]struct{})
	for k := 0; k+least <= len(all); k++ {
		if all[k+least-1] == all[k] {
			often[all[k]] = struct{}{}
		}
	}
	return often
}

// lineSets are the lines of articles, to tell whether two are one text.
type lineSets struct {
	articles []*Article
	seed     maphash.Seed
	of       map[int]map[uint64]bool
}

// distinct reports whether the lines are in at least so many articles no two
// of which are one text.
func (t lineSets) distinct(places []outletLine, least int) bool {
	const looked = 200 // articles, so that what is in all of thousands costs little
	least = min(least, looked/2)
	var apart []int
next:
	for n, l := range places {
		if len(apart) >= least || n == looked {
			break
		}
		for _, other := range apart {
			if t.same(l.article, other) {
				continue next
			}
		}
		apart = append(apart, l.article)
	}
	return len(apart) >= least
}

func (t lineSets) same(a, b int) bool {
	x, y := t.lines(a), t.lines(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	shared := 0
	for h := range x {
		if y[h] {
			shared++
		}
	}
	return a == b || float64(shared) >= sameTextShare*float64(len(x)) && shared > 1
}

// lines returns the hashes of the article's paragraphs that are prose.
func (t lineSets) lines(i int) map[uint64]bool {
	if set, ok := t.of[i]; ok {
		return set
	}
	set := make(map[uint64]bool)
	a := t.articles[i]
	for _, s := range a.Sentences {
		if s.Kind == prose.Body && isProse(s.Of(a.Text)) {
			set[maphash.String(t.seed, s.Of(a.Text))] = true
		}
	}
	t.of[i] = set
	return set
}
