//go:build !unix

package ui

// shellWaits reports that no shell takes over: there is no stopping here.
func shellWaits() bool { return false }

type suspension struct{}

func (suspension) Run() error { return errNoShell }
