package export

import (
	"bufio"

	"parallax/corpus"
	"parallax/corpus/fold"
	"parallax/diffview/history"
)

// historySchema names the form of the JSON of histories.
const historySchema = "parallax.versions/1"

// What the JSON says of a history: its versions, in their order, and a step
// between each two. A change is listed once for the same words, with all its
// places; a place has the sentence, an index into the sentences that parallax
// diff --format json lists, -1 for none, its number as people read it, and the
// bytes of the article's text.
type (
	jsonVersion struct {
		Path      string   `json:"path"`
		Outlet    string   `json:"outlet"`
		Title     string   `json:"title"`
		Authors   []string `json:"authors"`
		Published string   `json:"published"`
		Updated   string   `json:"updated"`
		URL       string   `json:"url"`
		Guessed   []string `json:"guessed"` // the fields that are guesses
	}
	jsonStep struct {
		From    int              `json:"from"` // into versions
		To      int              `json:"to"`
		Exact   bool             `json:"exact"` // compared word by word; false: by meaning
		Same    bool             `json:"same"`
		Changes []jsonStepChange `json:"changes"`
		Excused map[string]int   `json:"excused"` // differences that do not count, by kind
		Page    [2]int           `json:"page"`    // lines of the page that only one version has, which are not compared
	}
	jsonStepChange struct {
		Kind   string            `json:"kind"`
		Quoted bool              `json:"quoted,omitempty"`
		Minor  bool              `json:"minor,omitempty"` // a minor conflict of texts compared by meaning
		From   string            `json:"from"`
		To     string            `json:"to"`
		Places []jsonChangePlace `json:"places"`
	}
	jsonChangePlace struct {
		From jsonPlaceIn `json:"from"`
		To   jsonPlaceIn `json:"to"`
	}
	jsonPlaceIn struct {
		Sentence int `json:"sentence"`
		Number   int `json:"number"`
		Start    int `json:"start"`
		End      int `json:"end"`
	}
)

// historyJSON writes the form parallax.versions/1, a version or a step a line.
func historyJSON(w *bufio.Writer, all []*history.History) error {
	j := jsonWriter{w: w}
	j.raw(`{"schema":`)
	j.value(historySchema)
	j.raw(",\n \"texts\":[")
	for n, h := range all {
		if n > 0 {
			j.raw(",")
		}
		j.raw("\n {\"versions\":")
		array(&j, h.Versions, func(a *corpus.Article) jsonVersion {
			full := articleJSON(a)
			return jsonVersion{full.Path, full.Outlet, full.Title, full.Authors, full.Published, moment(a.Meta.Updated), full.URL, guessed(a.Meta)}
		})
		j.raw(",\n \"steps\":")
		steps := make([]jsonStep, len(h.Steps))
		for k := range h.Steps {
			steps[k] = stepJSON(h, k)
		}
		array(&j, steps, itself)
		j.raw("}")
	}
	j.raw("]}\n")
	return j.err
}

func stepJSON(h *history.History, k int) jsonStep {
	s := h.Steps[k]
	out := jsonStep{From: k, To: k + 1, Exact: s.Exact != nil, Same: s.Comparison.Same(), Changes: []jsonStepChange{}, Excused: map[string]int{}}
	if s.Exact != nil {
		out.Page = s.Exact.Aside
		for k, n := range s.Exact.Excused {
			if n > 0 {
				out.Excused[fold.Kind(k).String()] = n
			}
		}
	}
	for _, c := range s.Changes {
		change := jsonStepChange{Kind: c.Kind.String(), Quoted: c.Quoted, Minor: c.Minor, From: c.Words[0], To: c.Words[1]}
		for _, p := range c.Places {
			change.Places = append(change.Places, jsonChangePlace{changePlaceJSON(p, 0), changePlaceJSON(p, 1)})
		}
		out.Changes = append(out.Changes, change)
	}
	return out
}

func changePlaceJSON(p history.Place, side int) jsonPlaceIn {
	return jsonPlaceIn{p.Sentences[side], p.Numbers[side], p.Spans[side].Start, p.Spans[side].End}
}
