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

// errTooLong says that a comparison would cost more than its budget.
var errTooLong = errors.New("the articles are too long to compare")

// spend takes steps from the budget before they are done. It fails when there
// are not enough of them, or when the comparison is not wanted any more.
func (b *budget) spend(steps int) error {
	if b.steps -= steps; b.steps < 0 {
		return errTooLong
	}
	return b.ctx.Err()
}
