package conflict

import (
	"time"

	"parallax/diffview/doc"
	"parallax/diffview/sides"
)

// risen reports whether the articles' times of publication explain the
// difference: of those something befell, the later article knows of more; a
// person had a birthday.
func risen(docs [2]*doc.Doc, p, q doc.Quantity) bool {
	l, r := docs[sides.Left].Article.Meta.Published, docs[sides.Right].Article.Meta.Published
	if p.Fate == doc.NoFate && p.Kind != doc.Age || !l.Known() || !r.Known() || l.Guess || r.Guess {
		return false
	}
	later := func(a, b time.Time) bool { return a.After(b) }
	return later(l.Value, r.Value) && p.Value > q.Value || later(r.Value, l.Value) && q.Value > p.Value
}
