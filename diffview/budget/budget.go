// Package budget counts what a comparison costs: the steps about to be done go
// in, and whether they may be done comes out.
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

// ErrSpent says that a comparison would cost more than its budget.
var ErrSpent = errors.New("the articles are too long to compare")

// New returns a budget of so many steps for as long as ctx is not done.
func New(ctx context.Context, steps int) *Budget { return &Budget{ctx, steps} }

// Left returns how many steps are left.
func (b *Budget) Left() int { return b.steps }

// Spend takes steps from the budget before they are done. It fails when there
// are not enough of them, or when the comparison is not wanted any more.
func (b *Budget) Spend(steps int) error {
	if b.steps -= steps; b.steps < 0 {
		return ErrSpent
	}
	return b.ctx.Err()
}
