package export

import (
	"parallax/corpus/fold"
	"parallax/corpus/prose"
	"parallax/diffview"
	"parallax/diffview/exact"
)

// jsonExact is what the JSON says of versions and copies of one text beside
// what it says of every pair: whether they are identical; each change inside
// sentences that both have, with its kind and a place on either side, empty
// where a side has nothing; the sentences that were moved, repeat another or
// are in one article only; where a paragraph begins in one article only; how
// many differences do not count, by kind; how many lines of the page only the
// left and only the right article has, which are not compared; and the headlines,
// where they are not in the texts and differ.
type (
	jsonExact struct {
		Identical  bool                   `json:"identical"`
		Changes    []jsonChange           `json:"changes"`
		Sentences  map[string][]jsonPlace `json:"sentences"`
		Paragraphs map[string][]int       `json:"paragraphs"`
		Excused    map[string]int         `json:"excused"`
		Page       [2]int                 `json:"page"`
		Headline   *jsonHeadline          `json:"headline,omitempty"`
	}
	// A jsonHeadline is the headlines that are not in the texts, where they differ.
	jsonHeadline struct {
		Left  string `json:"left"`
		Right string `json:"right"`
	}
	jsonChange struct {
		Kind   string     `json:"kind"`
		Left   prose.Span `json:"left"`
		Right  prose.Span `json:"right"`
		Quoted bool       `json:"quoted,omitempty"`
	}
	// A jsonPlace is a sentence that is not where the other article has it.
	jsonPlace struct {
		Sentence int    `json:"sentence"` // into sentences
		Fate     string `json:"fate"`     // "moved", "repeats" or "only"
		Other    []int  `json:"other"`    // the other article's sentences that it corresponds to or repeats
	}
)

// exact writes what is known of two versions.
func (j *jsonWriter) exact(c *diffview.Comparison) {
	d := c.Exact
	out := jsonExact{Identical: d.Identical(), Changes: []jsonChange{}, Sentences: map[string][]jsonPlace{}, Paragraphs: map[string][]int{}, Excused: map[string]int{}, Page: d.Aside}
	for _, x := range d.Changes {
		out.Changes = append(out.Changes, jsonChange{x.Kind.String(), x.Spans[0], x.Spans[1], x.Quoted})
	}
	for side, name := range [2]string{"left", "right"} {
		out.Sentences[name] = displaced(d.Sentences[side])
		out.Paragraphs[name] = append([]int{}, d.Breaks[side]...)
	}
	for k, n := range d.Excused {
		if n > 0 {
			out.Excused[fold.Kind(k).String()] = n
		}
	}
	if both, differ := c.Headlines(); differ {
		out.Headline = &jsonHeadline{both[0], both[1]}
	}
	j.raw(",\n \"exact\":")
	j.value(out)
}

// displaced lists the sentences that are not where the other article has them.
func displaced(sentences []exact.Sentence) []jsonPlace {
	out := []jsonPlace{}
	for _, s := range sentences {
		switch {
		case s.Moved:
			out = append(out, jsonPlace{s.Index, "moved", s.Partners})
		case s.Repeats >= 0:
			out = append(out, jsonPlace{s.Index, "repeats", []int{s.Repeats}})
		case len(s.Partners) == 0 && !s.Equal:
			out = append(out, jsonPlace{s.Index, "only", []int{}})
		}
	}
	return out
}
