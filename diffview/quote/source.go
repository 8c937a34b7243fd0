package quote

import (
	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
)

// Who speaks where no verb says so: “…” — Paula Quist; „…“, so Quist; Laut Quist
// ist die Brücke „sicher“; Selon Paula Quist, « … ».

// sources begin a sentence with who said it.
var sources = lexicon.WordSet("laut zufolge selon d'après según secondo segundo conforme volgens enligt ifølge")

// sourced returns who is named as the source of a quotation without a verb.
func (q *Doc) sourced(x quotation, s doc.Sentence) Speaker {
	if sources.Has(q.Tokens[s.First].Text) {
		if who := q.nameAt(s.First+1, x.First); who.Known {
			return who
		}
	}
	t := x.Last
	for t < s.Last && (q.raw(t) == "," || contains(closers()["“"]+"»“'’", q.raw(t))) {
		t++
	}
	if t >= s.Last || t == x.Last {
		return unknown
	}
	if raw := q.raw(t); raw != "—" && raw != "–" && raw != "so" {
		return unknown
	}
	who := q.nameAt(t+1, s.Last)
	if end := who.Last; !who.Known || end < s.Last && q.Tokens[end].Class != doc.Punctuation {
		return unknown // "so Lund left"
	}
	return who
}

// nameAt returns the person, or whoever can speak, that is named at a token, after
// at most an article and a title.
func (q *Doc) nameAt(from, to int) Speaker {
	const lead = 3 // tokens before the name
	named := q.mentionsIn(from, to)
	if len(named) == 0 {
		return unknown
	}
	m := named[0]
	if m.Manner != doc.ByName || m.First-from > lead || q.Entities[m.Entity].Kind == doc.Place || !q.plain(from+min(1, m.First-from), m.First) {
		return unknown
	}
	return q.speakerOf(m)
}
