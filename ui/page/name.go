package page

import (
	"parallax/diffview"
)

// NameOf returns the name of a side's outlet; of two articles of one outlet,
// which of them it is.
func (p *Page) NameOf(side diffview.Side) string {
	own, other := p.Articles[side].Meta, p.Articles[side.Other()].Meta
	switch {
	case p.Articles[0].Name() != p.Articles[1].Name():
		return p.Articles[side].Name()
	case own.Published.Value.Before(other.Published.Value):
		return "the earlier version"
	case own.Published.Value.After(other.Published.Value):
		return "the later version"
	}
	return [...]string{"the left text", "the right text"}[side]
}
