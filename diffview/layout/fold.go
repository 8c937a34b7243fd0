package layout

import (
	"slices"
	"sort"

	"parallax/corpus/prose"
	"parallax/diffview"
)

// Fold returns rows with those that agree folded: each run of rows in which
// every word is agreed on becomes one, of all their sentences, so that what is
// left to read differs or adds. Of versions, rows in which only punctuation
// differs fold as well; the line that stands for them says so. Headlines stay, and so does furniture. A run
// that has a sentence for which open holds stays as it is; open may be nil.
func Fold(c *diffview.Comparison, rows []Row, open func(side diffview.Side, sentence int) bool) []Row {
	var folded []Row
	for i := 0; i < len(rows); {
		end := i
		for end < len(rows) && agrees(c, rows[end]) {
			end++
		}
		if end == i {
			end++
		}
		if run := rows[i:end]; !agrees(c, rows[i]) || open != nil && slices.ContainsFunc(run, func(r Row) bool { return holds(r, open) }) {
			folded = append(folded, run...)
		} else {
			folded = append(folded, merge(run))
		}
		i = end
	}
	return folded
}

// merge returns the row that stands for a run that agrees. Copies are left
// out: what they are copies of stands elsewhere.
func merge(run []Row) Row {
	all := Row{Relation: Same, Folded: true}
	for _, row := range run {
		for side, sentences := range row.Sentences {
			for k, s := range sentences {
				if !row.Repeated[side][k] {
					all.Sentences[side] = append(all.Sentences[side], s)
					all.Repeated[side] = append(all.Repeated[side], false)
				}
			}
		}
	}
	return all
}

// agrees reports whether everything shown in full in a row is agreed on, and
// stands where the other article has it, in the same paragraph, if the two are
// versions.
func agrees(c *diffview.Comparison, row Row) bool {
	switch row.Relation {
	case Furniture, Doubtful, Uncompared, Conflict, Unlinked, Unsure:
		return false
	}
	if row.Moved(c) || row.Begins(c) {
		return false
	}
	full := 0
	for side, sentences := range row.Sentences {
		for k, s := range sentences {
			if c.Articles[side].Sentences[s].Kind == prose.Title {
				return false
			}
			if row.Repeated[side][k] {
				continue
			}
			full++
			if !agreed(c, diffview.Side(side), c.Articles[side].Sentences[s].Span) && !c.OnlyPunctuation(diffview.Side(side), s) {
				return false
			}
		}
	}
	return full > 0
}

// agreed reports whether every word of a sentence is agreed on.
func agreed(c *diffview.Comparison, side diffview.Side, sentence prose.Span) bool {
	spans := c.Spans[side]
	first := sort.Search(len(spans), func(k int) bool { return spans[k].End > sentence.Start })
	for _, s := range spans[first:] {
		if s.Start >= sentence.End {
			break
		}
		if s.Mark != diffview.Agree {
			return false
		}
	}
	return true
}

// holds reports whether is holds for a sentence of a row.
func holds(row Row, is func(side diffview.Side, sentence int) bool) bool {
	for side, sentences := range row.Sentences {
		for _, s := range sentences {
			if is(diffview.Side(side), s) {
				return true
			}
		}
	}
	return false
}
