package diffview

import (
	"context"
	"errors"
)

// A budget is what one comparison may cost. It is counted in steps of the inner
// loops, never by a clock, so that the same articles give the same answer on a
// busy machine.
type budget struct {
	ctx   context.Context
	steps int // that are left
}

// errSpent says that a comparison would cost more than its budget.
var errSpent = errors.New("the articles are too long to compare")

// newBudget returns a budget of so many steps for as long as ctx is not done.
func newBudget(ctx context.Context, steps int) *budget { return &budget{ctx, steps} }

// left returns how many steps are left.
func (b *budget) left() int { return b.steps }

// spend takes steps from the budget before they are done. It fails when there
// are not enough of them, or when the comparison is not wanted any more.
func (b *budget) spend(steps int) error {
	if b.steps -= steps; b.steps < 0 {
		return errSpent
	}
	return b.ctx.Err()
}
