package diffview

import (
	"parallax/diffview/align"
	"parallax/diffview/conflict"
	"parallax/diffview/mark"
	"parallax/diffview/quote"
	"parallax/diffview/sides"
)

// What the rooms below name and a Comparison holds.
type (
	Side         = sides.Side         // one of the two articles
	WordKind     = sides.WordKind     // why two words correspond
	Mark         = sides.Mark         // what a span of words is
	Strength     = sides.Strength     // how a Differ span differs
	ConflictKind = sides.ConflictKind // what two spans disagree on
	Grade        = sides.Grade        // what a conflict is worth to a reader

	Quotation = quote.Quotation   // what an article gives as somebody's words
	Standing  = quote.Standing    // what the other article has of a quotation
	WordLink  = align.WordLink    // words of the left that correspond to words of the right
	Span      = mark.Span         // a stretch of a sentence with its mark
	Conflict  = conflict.Conflict // spans that cannot both be right
)

// The sides, kinds, marks, strengths, grades and standings.
const (
	Left  = sides.Left
	Right = sides.Right

	Same    = sides.Same
	Stem    = sides.Stem
	Synonym = sides.Synonym
	Related = sides.Related
	Number  = sides.Number

	Agree   = sides.Agree
	Detail  = sides.Detail
	Differ  = sides.Differ
	Unclear = sides.Unclear

	None        = sides.None
	Wording     = sides.Wording
	Conflicting = sides.Conflicting

	Core    = sides.Core
	Minor   = sides.Minor
	Updated = sides.Updated

	NumberConflict      = sides.NumberConflict
	DateConflict        = sides.DateConflict
	NameConflict        = sides.NameConflict
	QuoteConflict       = sides.QuoteConflict
	AttributionConflict = sides.AttributionConflict
	PolarityConflict    = sides.PolarityConflict
	CertaintyConflict   = sides.CertaintyConflict
	OtherConflict       = sides.OtherConflict

	Absent  = quote.Absent
	Whole   = quote.Whole
	Cut     = quote.Cut
	Altered = quote.Altered

	Reported = quote.Reported
)
