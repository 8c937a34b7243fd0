// Package budget limits what a comparison costs: the number of steps about to
// be taken goes in, whether they may be taken comes out.
package budget

import (
	"context"
	"errors"
)

// A Budget is what one comparison may cost. It is counted in steps of the inner
// loops, never by a clock, so that the same articles give the same answer on a
// busy machine.
type Budget struct {
	ctx   context.Context
	steps int // that are left
}

// ErrSpent is the error of a comparison that would exceed its budget.
var ErrSpent = errors.New("the articles are too long to compare")

// New returns a budget of that many steps, valid until ctx is done.
func New(ctx context.Context, steps int) *Budget { return &Budget{ctx, steps} }

// Left returns how many steps are left.
func (b *Budget) Left() int { return b.steps }

// Spend takes steps from the budget in advance. It fails if too few are left,
// or if the comparison was cancelled.
func (b *Budget) Spend(steps int) error {
	if b.steps -= steps; b.steps < 0 {
		return ErrSpent
	}
	return b.ctx.Err()
}
