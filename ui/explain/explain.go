// Package explain says in words what is known of the pair and the sentence that is
// read: how much is shared, the line below the text, the particulars, what is
// copied. A page and a sentence go in.
package explain

import (
	"slices"
	"strings"
	"sync"

	"parallax/diffview"
	"parallax/diffview/layout"
	"parallax/diffview/measured"
	"parallax/ui/label"
	"parallax/ui/look"
	"parallax/ui/page"
	"parallax/ui/session"
)

// relations says in words how the two sides of a row relate.
var relations = sync.OnceValue(func() map[layout.Relation]string {
	return map[layout.Relation]string{
		layout.Same:      "word for word the same",
		layout.Similar:   "both report it",
		layout.Conflict:  "both report it, and they conflict",
		layout.Unsure:    "perhaps the same, " + measured.Unsure(),
		layout.Furniture: "page lines outside the article, not compared",
		layout.Doubtful:  "perhaps not part of the article (credit, invitation, link); not compared",
		layout.Unlinked:  "the headlines say different things",

		layout.Uncompared: "not compared: the text is too long",
	}
})

// Sentence says in words what a sentence is: its relation to the other article
// or the reasons of its conflicts, whom it quotes, whether it was moved, and what
// speaks for the match. Places and scores are among the particulars. The conflict
// that was jumped to, or -1, comes first.
func Sentence(p *page.Page, c session.Cursor, first int) []look.Piece {
	row := p.Rows[p.Extent(c).Row]
	partners := p.Partners(c)
	if row.Folded {
		return []look.Piece{look.Sign.Of(row.Relation.Sign() + " "), look.Plain.Of(foldedWords(p, row))}
	}
	rel := row.Relation
	reasons := Reasons(p, c, first)
	switch {
	case rel == layout.Conflict && len(reasons) == 0:
		rel = layout.Similar
	case len(partners) == 0 && rel.Compared() && rel != layout.Unlinked:
		rel = layout.OnlyLeft + layout.Relation(c.Side)
	}
	if rel == layout.Similar && unsure(p, partners) {
		rel = layout.Unsure // what is sure of the row is of another sentence in it
	}
	pieces := []look.Piece{look.Sign.Of(rel.Sign() + " ")}
	changed := p.CountChanges(p.ChangesIn(c.Side, c.Sentence))
	switch said, ok := relations()[rel]; {
	case changed != "" && len(reasons) == 0 && len(partners) > 0:
		pieces = append(pieces, look.Plain.Of("changed: "+changed))
	case len(reasons) > 0:
		pieces = append(pieces, look.Strong.Of(strings.Join(reasons, "; ")))
	case ok:
		pieces = append(pieces, look.Plain.Of(said))
	default:
		pieces = append(pieces, look.Plain.Of("only "+p.NameOf(c.Side)+" says this"))
	}
	if !rel.Compared() {
		return pieces
	}
	if q := quotes(p, c); q != "" {
		pieces = append(pieces, look.Plain.Of(label.Joint+q))
	}
	if len(partners) == 0 {
		return pieces
	}
	best := partners[0].Link
	if moved(p, c, partners) {
		pieces = append(pieces, look.Quiet.Of(label.Joint+"moved: "+standing(p, c, partners)))
	}
	if p.Exact == nil && (rel == layout.Similar || rel == layout.Unsure) {
		pieces = append(pieces, look.Quiet.Of(label.Joint+p.Why(best)))
	}
	if l := p.Links[best]; l.By != "" && len(l.Words) > 0 {
		pieces = append(pieces, look.Quiet.Of(label.Joint+"confirmed by judge "+l.By))
	}
	return pieces
}

// unsure reports whether none of a sentence's links is sure.
func unsure(p *page.Page, partners []session.Companion) bool {
	return len(partners) > 0 && !slices.ContainsFunc(partners, func(k session.Companion) bool { return p.Links[k.Link].Sure })
}

// moved reports whether a sentence of a version stands elsewhere in the other.
// The same number is no move to a reader, though others moved past it.
func moved(p *page.Page, c session.Cursor, partners []session.Companion) bool {
	k := partners[0]
	return p.Exact != nil && p.Moved[k.Link] && p.Numbers[k.Side][k.Sentence] != p.Numbers[c.Side][c.Sentence]
}

// foldedWords says what was folded.
func foldedWords(p *page.Page, row layout.Row) string {
	if p.Exact == nil {
		return "both say this, in the same or other words"
	}
	for side, sentences := range row.Sentences {
		if slices.ContainsFunc(sentences, func(s int) bool { return p.OnlyPunctuation(diffview.Side(side), s) }) {
			return "the same words, not everywhere the same punctuation"
		}
	}
	return "word for word the same"
}

// Reasons returns the reasons of a sentence's conflicts, that which was jumped
// to first.
func Reasons(p *page.Page, c session.Cursor, first int) []string {
	var reasons []string
	for k, conflict := range p.Conflicts {
		if p.Links[conflict.Link].Sentences[c.Side] != c.Sentence {
			continue
		}
		reason := conflict.Reason
		if conflict.Grade != diffview.Core {
			reason = conflict.Grade.String() + ": " + reason
		}
		if k == first {
			reasons = append([]string{reason}, reasons...)
			continue
		}
		reasons = append(reasons, reason)
	}
	return reasons
}

// standings says what the other article has of a quotation.
var standings = map[diffview.Standing]string{
	diffview.Absent: "not quoted there", diffview.Whole: "quoted in full there too",
	diffview.Cut: "cut differently there", diffview.Altered: "worded differently there",
	diffview.Reported: "given there without quotation marks",
}

// quotes says whom a sentence quotes, and what the other article has of it.
func quotes(p *page.Page, c session.Cursor) string {
	var said []string
	for _, q := range p.Quotations()[c.Side] {
		if c.Sentence < q.Sentences[0] || c.Sentence > q.Sentences[1] {
			continue
		}
		speaker := q.Speaker
		if speaker == "" {
			speaker = "an unnamed speaker"
		}
		if s := "quotes " + speaker + ", " + standings[q.Standing]; !slices.Contains(said, s) {
			said = append(said, s)
		}
	}
	return strings.Join(said, "; ")
}

// standing says where a sentence and its partners stand, each in its article.
func standing(p *page.Page, c session.Cursor, partners []session.Companion) string {
	var there []int
	for _, k := range partners {
		there = append(there, p.Numbers[k.Side][k.Sentence])
	}
	slices.Sort(there)
	var list []string
	for _, n := range there {
		list = append(list, label.Ordinal(n))
	}
	return label.Ordinal(p.Numbers[c.Side][c.Sentence]) + " here, " + label.List(list) + " there"
}
