package processor

import (
	"syscall"
	"time"
)

// Time returns how long this program has kept processors busy.
func Time() time.Duration {
	process, err := syscall.GetCurrentProcess()
	if err != nil {
		return 0
	}
	var began, ended, kernel, user syscall.Filetime
	if err := syscall.GetProcessTimes(process, &began, &ended, &kernel, &user); err != nil {
		return 0
	}
	const unit = 100 * time.Nanosecond
	hundreds := func(t syscall.Filetime) time.Duration {
		return time.Duration(int64(t.HighDateTime)<<32 | int64(t.LowDateTime))
	}
	return unit * (hundreds(kernel) + hundreds(user))
}
