// Package sample is a small corpus written for this project, with hand labels.
//
// It is what a new user sees first and what the tests of the engine stand on,
// so it holds in ten short articles what makes news hard to compare. The
// events, places, people and outlets are invented.
//
//   - A gondola stops in a gale: five outlets that tell it in different orders
//     and words, merge and split each other's sentences, and disagree on a
//     count, a time, a title, a speaker and whether an engine ran. One of them
//     returns with a later version (a toll that rose, a word changed inside a
//     quotation, a sentence moved, “said” made “claimed”, which likeness would
//     take for agreement), one is pasted text with nothing known about it, one
//     is wrapped like mail, one has a paragraph a line.
//   - A city votes for a stadium: two outlets, the local paper and the radio.
//   - A crew is found at sea: a wire report and a paper that prints it shortened.
//
// labels.json says which sentences report the same thing and where two
// articles conflict, as a careful reader would judge it. It also names places
// that only look like a conflict: a sum rounded, another unit, a toll that rose.
package sample

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"

	"parallax/corpus"
	"parallax/corpus/prose"
)

//go:embed articles labels.json
var files embed.FS

// name is the folder that the articles' paths begin with.
const name = "sample"

// Open returns the sample corpus, read as any folder of articles is.
func Open() (*corpus.Corpus, error) {
	articles, err := fs.Sub(files, "articles")
	if err != nil {
		return nil, fmt.Errorf("the sample corpus cannot be opened: %w", err)
	}
	return corpus.OpenFS(articles, name, corpus.Options{})
}

// A Pair is two articles with every pair of their sentences that is worth a
// word. Any other pair of sentences reports different things.
type Pair struct {
	Left  string `json:"left"` // the articles' file names
	Right string `json:"right"`
	Links []Link `json:"links"` // by left sentence, then right
}

// A Link is a label of one left and one right sentence. A sentence is named by
// its first words, with each run of white space as one space; Find looks it up.
type Link struct {
	Grade     Grade        `json:"grade"`
	Left      string       `json:"left"`
	Right     string       `json:"right"`
	Conflicts []Difference `json:"conflicts,omitempty"` // where they cannot both be right
	Guards    []Difference `json:"guards,omitempty"`    // what looks like a conflict and is none
}

// A Grade says whether two sentences should be linked.
type Grade string

// The grades.
const (
	Core     Grade = "core"     // they report the same thing: a reader would miss the link
	Optional Grade = "optional" // they touch: a link counts neither for nor against
	None     Grade = "none"     // they must not be linked; labelled for its guards
)

// A Difference is what is in one article against what is in the other.
type Difference struct {
	Kind     string `json:"kind"` // number, date, name, quote, attribution, polarity, certainty or other
	Left     string `json:"left"` // the shortest words that carry it, as they are in the sentence
	Right    string `json:"right"`
	Why      string `json:"why,omitempty"`      // always given for a guard
	Optional bool   `json:"optional,omitempty"` // reporting it counts neither for nor against
}

// Labels returns the hand labels: all ten pairs of the gondola's five outlets,
// the two versions, and the pair of each other story.
func Labels() ([]Pair, error) {
	b, err := files.ReadFile("labels.json")
	if err != nil {
		return nil, fmt.Errorf("the sample's labels cannot be read: %w", err)
	}
	var pairs []Pair
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(&pairs); err != nil {
		return nil, fmt.Errorf("the sample's labels.json is not a list of pairs: %w", err)
	}
	return pairs, nil
}

// Article returns the article of the corpus that came from the named file of
// the sample, nil when there is none.
func Article(c *corpus.Corpus, file string) *corpus.Article {
	for _, a := range c.Articles {
		if a.Path == name+"/"+file {
			return a
		}
	}
	return nil
}

// Find returns the index of the article's one sentence that begins with the
// given words, -1 when none or several do.
func Find(a *corpus.Article, beginning string) int {
	found := -1
	for i, s := range a.Sentences {
		if !strings.HasPrefix(prose.Fold(s.Of(a.Text)), beginning) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}
