package export

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"math"
	"time"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/diffview"
)

// schema names the form of the JSON; the number after the slash changes when
// a program that reads it would have to.
const schema = "parallax.comparison/1"

type (
	jsonArticle struct {
		Path      string         `json:"path"`
		Outlet    string         `json:"outlet"`
		Title     string         `json:"title"`
		Authors   []string       `json:"authors"`
		Published string         `json:"published"`
		URL       string         `json:"url"`
		Text      string         `json:"text"`
		Sentences []jsonSentence `json:"sentences"`
	}
	jsonSentence struct {
		prose.Span
		Kind string `json:"kind"`
	}
	jsonLink struct {
		Left  int            `json:"left"`
		Right int            `json:"right"`
		Score float64        `json:"score"`
		Sure  bool           `json:"sure"`
		Words []jsonWordLink `json:"words"`
		By    string         `json:"by,omitempty"`
	}
	jsonWordLink struct {
		Left  [2]int `json:"left"`
		Right [2]int `json:"right"`
		Kind  string `json:"kind"`
	}
	jsonSpan struct {
		prose.Span
		Mark     string `json:"mark"`
		Strength string `json:"strength,omitempty"`
	}
	jsonConflict struct {
		Kind   string     `json:"kind"`
		Grade  string     `json:"grade"`
		Left   prose.Span `json:"left"`
		Right  prose.Span `json:"right"`
		Reason string     `json:"reason"`
		Link   int        `json:"link"`

		Confidence float64 `json:"confidence"`
		Update     bool    `json:"update,omitempty"`
		By         string  `json:"by,omitempty"`

		Also []jsonPlaces `json:"also,omitempty"`
	}
	jsonPlaces struct {
		Left  prose.Span `json:"left"`
		Right prose.Span `json:"right"`
	}
	jsonQuotation struct {
		prose.Span
		Speaker  string `json:"speaker"`
		Standing string `json:"standing"`
		Partner  int    `json:"partner"`
	}
	jsonNote struct {
		On       string `json:"on"`
		Sentence int    `json:"sentence"`
		Text     string `json:"text"`
	}
	jsonJudge struct {
		Name      string `json:"name"`
		Version   string `json:"version"`
		Date      string `json:"date"`
		Links     int    `json:"links"`
		Conflicts int    `json:"conflicts"`
		Confirmed int    `json:"confirmed"`
		Refused   int    `json:"refused"`
		Dropped   int    `json:"dropped"`
		Failed    string `json:"failed,omitempty"`
		Partly    string `json:"partly,omitempty"`
	}
)

// JSON writes a comparison in the form parallax.comparison/1, UTF-8, one link,
// span or conflict a line. Offsets are bytes of the article's text; what is not
// known is an empty string or list; a date has a time only when one is known.
//
// "quotations" has a list a side, {"left":[…],"right":[…]}, each of
// {"start","end","speaker","standing","partner"}: what is quoted, without its
// marks; whose words they are, "" when the article does not say; whether the
// other article has them "whole", "cut", "altered", without quotation marks
// ("reported"), or they are "absent" there; and which of its quotations that is, counted from 0, or -1.
//
// A conflict has its "confidence", 0 to 1, and its "grade": "core"; "minor" when
// only the form differs, or it is not sure that both are of one thing; or "update", and also
// "update":true, when the articles' publication times explain it. Those that are
// core come first, and only they are counted. "also" has the other places where the
// articles have the two numbers or times, of the same thing: [{"left","right"}…].
//
// Versions and copies of one text, which are compared word by word, have
// "exact": see jsonExact.
//
// "limits", where there are any, says in words what was not compared or cannot
// be known: a sentence of kind "uncompared" was left out because the articles
// are too long.
//
// Where an outside judge was asked, "judge" says which, when, and how much it
// added, and each link and conflict has "by": "words" or "judge NAME".
//
// The reader's notes, where there are any, are "notes": {"on","sentence","text"},
// on "left" or "right" a sentence, or on "both" with the sentence -1.
//
// Errors come from w only.
func JSON(w io.Writer, c *diffview.Comparison, o Options) error {
	j := jsonWriter{w: bufio.NewWriter(w)}
	j.raw(`{"schema":`)
	j.value(schema)
	for side, name := range [2]string{"left", "right"} {
		j.raw(",\n \"" + name + `":`)
		j.value(articleJSON(c.Articles[side]))
	}
	j.raw(",\n \"links\":")
	array(&j, c.Links, func(l diffview.Link) jsonLink { return linkJSON(l, byOf(c.Judged != nil, l.By)) })
	j.raw(",\n \"spans\":{\"left\":")
	array(&j, c.Spans[diffview.Left], spanJSON)
	j.raw(",\"right\":")
	array(&j, c.Spans[diffview.Right], spanJSON)
	j.raw("},\n \"quotations\":{\"left\":")
	array(&j, c.Quotations()[diffview.Left], quotationJSON)
	j.raw(",\"right\":")
	array(&j, c.Quotations()[diffview.Right], quotationJSON)
	j.raw("},\n \"conflicts\":")
	array(&j, c.Conflicts, func(k diffview.Conflict) jsonConflict { return conflictJSON(k, byOf(c.Judged != nil, k.By)) })
	if c.Exact != nil {
		j.exact(c)
	}
	if limits := c.Limits(); limits != "" {
		j.raw(",\n \"limits\":")
		j.value(limits)
	}
	if c.Judged != nil {
		j.raw(",\n \"judge\":")
		j.value(jsonJudge(*c.Judged))
	}
	if len(o.Notes) > 0 {
		j.raw(",\n \"notes\":")
		array(&j, o.Notes, noteJSON)
	}
	j.raw("}\n")
	if j.err != nil {
		return j.err
	}
	return j.w.Flush()
}

func articleJSON(a *corpus.Article) jsonArticle {
	m := a.Meta
	out := jsonArticle{
		Path: a.Path, Outlet: m.Outlet.Value, Title: m.Title.Value, Authors: m.Authors.Value, URL: m.URL.Value,
		Text: a.Text, Sentences: make([]jsonSentence, len(a.Sentences)),
	}
	if out.Authors == nil {
		out.Authors = []string{}
	}
	if m.Published.Known() {
		out.Published = date(m.Published.Value, time.DateOnly, time.RFC3339)
	}
	for i, s := range a.Sentences {
		out.Sentences[i] = jsonSentence{s.Span, s.Kind.String()}
	}
	return out
}

// byOf says who found something; "" where no judge was asked.
func byOf(asked bool, judge string) string {
	switch {
	case !asked:
		return ""
	case judge == "":
		return "words"
	}
	return "judge " + judge
}

func linkJSON(l diffview.Link, by string) jsonLink {
	words := make([]jsonWordLink, len(l.Words))
	for i, w := range l.Words {
		words[i] = jsonWordLink{[2]int{w.Spans[0].Start, w.Spans[0].End}, [2]int{w.Spans[1].Start, w.Spans[1].End}, w.Kind.String()}
	}
	// Four places are more than a score is worth, and the same on every machine.
	return jsonLink{l.Sentences[0], l.Sentences[1], math.Round(l.Score*1e4) / 1e4, l.Sure, words, by}
}

func spanJSON(s diffview.Span) jsonSpan {
	return jsonSpan{s.Span, s.Mark.String(), s.Strength.String()}
}

func quotationJSON(q diffview.Quotation) jsonQuotation {
	return jsonQuotation{q.Span, q.Speaker, q.Standing.String(), q.Partner}
}

func conflictJSON(c diffview.Conflict, by string) jsonConflict {
	var also []jsonPlaces
	for _, at := range c.Elsewhere {
		also = append(also, jsonPlaces{at[0], at[1]})
	}
	return jsonConflict{c.Kind.String(), c.Grade.String(), c.Spans[0], c.Spans[1], c.Reason, c.Link, math.Round(c.Confidence*1e4) / 1e4, c.Grade == diffview.Updated, by, also}
}

func noteJSON(n Note) jsonNote {
	if n.Sentence < 0 {
		return jsonNote{"both", -1, n.Text}
	}
	return jsonNote{[2]string{"left", "right"}[n.Side], n.Sentence, n.Text}
}

// A jsonWriter writes values piece by piece, so that none has to hold the
// whole. It keeps the first error.
type jsonWriter struct {
	w   *bufio.Writer
	buf bytes.Buffer
	err error
}

func (j *jsonWriter) raw(s string) { j.w.WriteString(s) }

func (j *jsonWriter) value(v any) {
	j.buf.Reset()
	e := json.NewEncoder(&j.buf)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil && j.err == nil {
		j.err = err
	}
	j.w.Write(bytes.TrimSuffix(j.buf.Bytes(), []byte("\n")))
}

// array writes values as a JSON array, one a line.
func array[T, U any](j *jsonWriter, values []T, form func(T) U) {
	j.raw("[")
	for i, v := range values {
		if i > 0 {
			j.raw(",")
		}
		j.raw("\n  ")
		j.value(form(v))
	}
	j.raw("]")
}

// itself is for arrays whose values are written as they are.
func itself[T any](v T) T { return v }
