//go:build !unix

package outside

// ShellWaits reports that no shell takes over: there is no stopping here.
func ShellWaits() bool { return false }

type suspension struct{}

func (suspension) Run() error { return ErrNoShell }
