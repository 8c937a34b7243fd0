package main

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestSuspendWithoutShell presses ctrl+z where no shell waits for the terminal,
// as in “xterm -e parallax”: the reader says so and goes on, and each signal
// that ends a program still ends it.
func TestSuspendWithoutShell(t *testing.T) {
	for _, end := range []any{"q", syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT} {
		t.Run(fmt.Sprint(end), func(t *testing.T) {
			t.Parallel()
			master, slave := terminal(t, 120, 36)
			defer master.Close()
			cmd := inTerminal("parallax", nil, slave, t.TempDir())
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			slave.Close()
			waitFor(t, master, "told by one")
			fmt.Fprint(master, "\x1a")
			waitFor(t, master, "cannot suspend")
			cmd.Process.Signal(syscall.SIGTSTP) // the system refuses it too
			go drain(master)
			if s, ok := end.(syscall.Signal); ok {
				cmd.Process.Signal(s)
			} else {
				fmt.Fprint(master, end)
			}
			ends(t, cmd)
		})
	}
}

// TestSuspend presses ctrl+z under a shell with job control, comes back, and
// ends the reader there, or while it is stopped.
func TestSuspend(t *testing.T) {
	for _, end := range []any{"q", syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT} {
		t.Run(fmt.Sprint(end), func(t *testing.T) {
			t.Parallel()
			master, slave := terminal(t, 120, 36)
			defer master.Close()
			script := `parallax & echo PID=$!.; fg >/dev/null; echo BACK; read go; fg >/dev/null; echo OVER`
			cmd := inTerminal("sh", []string{"-mc", script}, slave, t.TempDir())
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			slave.Close()
			var pid int
			drawn := waitFor(t, master, "told by one")
			fmt.Sscanf(drawn[strings.Index(drawn, "PID="):], "PID=%d.", &pid)
			fmt.Fprint(master, "\x1a")
			waitFor(t, master, "BACK")
			if s, ok := end.(syscall.Signal); ok {
				syscall.Kill(pid, s)
				fmt.Fprint(master, "go\n")
			} else {
				fmt.Fprint(master, "go\n")
				waitFor(t, master, "told by one")
				fmt.Fprint(master, end)
			}
			waitFor(t, master, "OVER")
			go drain(master)
			ends(t, cmd)
		})
	}
}

// ends waits for a program to end, without an error.
func ends(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	select {
	case err := <-done:
		if err != nil {
			t.Errorf("it ends with %v", err)
		}
	case <-time.After(patience):
		cmd.Process.Signal(os.Kill)
		t.Error("it does not end")
	}
}
