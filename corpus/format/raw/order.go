package raw

import (
	"iter"

	"parallax/corpus/dates"
)

// Articles are held back until it is known which number of their dates is the
// day, but no more than these: a file may be a stream without end.
const (
	maxHeld      = 1000
	maxHeldBytes = 4 << 20
)

// InOneOrder makes a reader whose articles' dates are in the order of day and
// month that the file shows: a column, a feed or an export that has 25/04/2025
// has the day first in 03/04/2025, too. Where it shows both, none is known.
func InOneOrder(read ReadFunc) ReadFunc {
	return func(src Source) iter.Seq2[Article, error] {
		return func(yield func(Article, error) bool) {
			o := ordering{orders: make(map[string]dates.Order), mixed: make(map[string]bool), yield: yield}
			for a, err := range read(src) {
				if !o.take(a, err) {
					return
				}
			}
			o.release()
		}
	}
}

// An ordering hands on the articles of a file with the order of their dates.
type ordering struct {
	orders map[string]dates.Order // by what the dates stand under
	mixed  map[string]bool        // of these the dates show two orders
	held   []heldArticle
	bytes  int
	yield  func(Article, error) bool
}

type heldArticle struct {
	Article
	err error
}

// take hands on an article, or holds it back while its date can be two. It
// reports whether more are wanted.
func (o *ordering) take(a Article, err error) bool {
	key, date := publishedOf(a)
	shown := dates.OrderIn([]string{date})
	switch {
	case shown == dates.AnyOrder:
	case o.orders[key] == dates.AnyOrder:
		o.orders[key] = shown
	case o.orders[key] != shown:
		o.mixed[key] = true
	}
	o.held = append(o.held, heldArticle{a, err})
	o.bytes += len(a.Text)
	if len(o.held) < maxHeld && o.bytes < maxHeldBytes && o.waits() {
		return true
	}
	return o.release()
}

// waits reports whether the order of a date that is held back is not known yet.
func (o *ordering) waits() bool {
	key, date := publishedOf(o.held[0].Article)
	return date != "" && o.orders[key] == dates.AnyOrder && isTwo(date)
}

// release hands on what is held back.
func (o *ordering) release() bool {
	for _, h := range o.held {
		if key, _ := publishedOf(h.Article); h.DateOrder == dates.AnyOrder && !o.mixed[key] {
			h.DateOrder = o.orders[key]
		}
		if !o.yield(h.Article, h.err) {
			return false
		}
	}
	o.held, o.bytes = nil, 0
	return true
}

// isTwo reports whether a text can be two dates.
func isTwo(date string) bool {
	if _, ok := dates.Parse(date); ok {
		return false
	}
	_, ok := dates.ParseAs(date, dates.DayFirst)
	return ok
}

// publishedOf returns the date of an article and what it stands under.
func publishedOf(a Article) (from, date string) {
	for _, f := range a.Fields {
		if f.Name == Published {
			return f.From, f.Value
		}
	}
	return "", ""
}
