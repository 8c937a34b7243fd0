package export

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"strings"
	"time"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/diffview/doc"
	"parallax/diffview/ledger"
)

// ledgerSchema names the form of the JSON ledger.
const ledgerSchema = "parallax.ledger/1"

// ledgerFormats are the forms of a ledger, by the name --format takes.
var ledgerFormats = formats[*ledger.Ledger]{
	{"text", ledgerText},
	{"json", ledgerJSON},
}

// LedgerFormats returns the names of the formats of Ledger; the first is the
// default.
func LedgerFormats() []string { return ledgerFormats.names() }

// Ledger writes what an article states: its values in order, each with what is
// counted or measured, what happened, of whom, when, and who says so, as far as
// the sentence tells.
//
// "json" is the form parallax.ledger/1, an entry a line. "start" and "end" are
// bytes of the article's text, "sentence" counts from 0; numbers have "low",
// "high", "unit" and "exactness"; days and times that can be resolved have
// "from" and "to". What is not told is left out. Errors come from w, or say that
// there is no such format.
func Ledger(w io.Writer, a *corpus.Article, format string) error {
	return ledgerFormats.write(w, ledger.New(doc.Prepare(a)), format)
}

// ledgerText writes an entry a paragraph: its sentence, kind and words, then its
// slot.
func ledgerText(w *bufio.Writer, l *ledger.Ledger) error {
	out := lister{w: w, width: listWidth}
	out.put(0, titleOf(l.Article))
	out.put(0, strings.Join(about(l.Article), " · "))
	out.put(0, count(len(l.Entries), "value"))
	sentence := numbers(l.Article)
	for k := range l.Entries {
		e := &l.Entries[k]
		out.put(0, "")
		out.put(0, fmt.Sprintf("%d %s: %s", sentence[l.Sentences[e.Sentence].Index], e.Kind, prose.Fold(l.Words(doc.Stretch{First: e.First, Last: e.Last}))))
		var told []string
		for _, p := range partsOf(l, e) {
			told = append(told, p.name+": "+p.words)
		}
		if len(told) > 0 {
			out.put(4, strings.Join(told, " · "))
		}
	}
	return nil
}

// A slotPart is something told of a value.
type slotPart struct{ name, words string }

// partsOf returns what is told of a value, in words.
func partsOf(l *ledger.Ledger, e *ledger.Entry) (parts []slotPart) {
	add := func(name string, s doc.Stretch) {
		if words := prose.Fold(l.Words(s)); words != "" {
			parts = append(parts, slotPart{name, words})
		}
	}
	add("what", e.Thing)
	if e.Fate != "" {
		parts = append(parts, slotPart{"fate", e.Fate})
	}
	if e.Event >= 0 {
		add("event", doc.Stretch{First: e.Event, Last: e.Event + 1})
	}
	add("of", e.Owner)
	if e.When != nil {
		add("when", doc.Stretch{First: e.When.First, Last: e.When.Last})
	}
	add("source", e.Source)
	switch {
	case e.Part:
		parts = append(parts, slotPart{"share", "part"})
	case e.Whole:
		parts = append(parts, slotPart{"share", "whole"})
	}
	return parts
}

type (
	jsonEntry struct {
		prose.Span
		Sentence int    `json:"sentence"`
		Kind     string `json:"kind"`
		Words    string `json:"words"`
		*jsonNumber
		From   string `json:"from,omitempty"`
		To     string `json:"to,omitempty"`
		What   string `json:"what,omitempty"`
		Fate   string `json:"fate,omitempty"`
		Event  string `json:"event,omitempty"`
		Of     string `json:"of,omitempty"`
		When   string `json:"when,omitempty"`
		Source string `json:"source,omitempty"`
		Share  string `json:"share,omitempty"`
	}
	jsonNumber struct {
		Low       float64  `json:"low"`
		High      *float64 `json:"high"` // null: there is no most
		Unit      string   `json:"unit"`
		Exactness string   `json:"exactness"`
	}
)

func ledgerJSON(w *bufio.Writer, l *ledger.Ledger) error {
	j := jsonWriter{w: w}
	m := l.Article.Meta
	j.raw(`{"schema":`)
	j.value(ledgerSchema)
	for _, field := range [][2]string{{"path", l.Article.Path}, {"outlet", m.Outlet.Value}, {"title", m.Title.Value}, {"text", l.Article.Text}} {
		j.raw(",\n \"" + field[0] + `":`)
		j.value(field[1])
	}
	j.raw(",\n \"entries\":")
	array(&j, l.Entries, func(e ledger.Entry) jsonEntry { return entryJSON(l, &e) })
	j.raw("}\n")
	return j.err
}

func entryJSON(l *ledger.Ledger, e *ledger.Entry) jsonEntry {
	out := jsonEntry{
		Span:     prose.Span{Start: l.Tokens[e.First].Start, End: l.Tokens[e.Last-1].End},
		Sentence: l.Sentences[e.Sentence].Index, Kind: e.Kind.String(),
	}
	out.Words = prose.Fold(out.Span.Of(l.Article.Text))
	if e.Quantity != nil {
		out.jsonNumber = &jsonNumber{Low: e.Range.Low, Unit: e.Unit, Exactness: e.Range.Exactness.String()}
		if !math.IsInf(e.Range.High, 1) {
			out.High = &e.Range.High
		}
	}
	if e.Moment != nil && e.Moment.Dated {
		out.From, out.To = day(e.Moment.Lo), day(e.Moment.Hi)
	}
	for _, p := range partsOf(l, e) {
		*map[string]*string{"what": &out.What, "fate": &out.Fate, "event": &out.Event, "of": &out.Of, "when": &out.When, "source": &out.Source, "share": &out.Share}[p.name] = p.words
	}
	return out
}

// day writes a day that is counted from 1970-01-01.
func day(n int) string { return time.Unix(int64(n)*86400, 0).UTC().Format(time.DateOnly) }
