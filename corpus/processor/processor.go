// Package processor measures work by the time for which it keeps processors
// busy. The time that passes says little on a machine that does other things.
package processor

import "time"

// Work returns how long do keeps processors busy, with all else that this
// program does meanwhile.
func Work(do func()) time.Duration {
	before := Time()
	do()
	return Time() - before
}
