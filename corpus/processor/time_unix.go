//go:build unix

package processor

import (
	"syscall"
	"time"
)

// Time returns how long this program has kept processors busy.
func Time() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
