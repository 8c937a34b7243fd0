package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// BenchmarkFirstFrame starts the built program in a terminal of 120×36 and
// stops the clock when the comparison of the first pair is on the screen. It
// opens the folder that PARALLAX_CORPUS names, or the sample corpus.
func BenchmarkFirstFrame(b *testing.B) {
	program := filepath.Join(b.TempDir(), "parallax")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		b.Fatalf("go build: %v\n%s", err, out)
	}
	var args []string
	if folder := os.Getenv("PARALLAX_CORPUS"); folder != "" {
		args = append(args, folder)
	}
	for b.Loop() {
		b.StopTimer()
		master, slave := terminal(b)
		cmd := exec.Command(program, args...)
		cmd.Stdin, cmd.Stdout, cmd.Stderr = slave, slave, slave
		cmd.Env = append(os.Environ(), "TERM=xterm-256color", "XDG_STATE_HOME="+b.TempDir())
		cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
		b.StartTimer()
		if err := cmd.Start(); err != nil {
			b.Fatal(err)
		}
		waitFor(b, master, "% only here")
		b.StopTimer()
		slave.Close()
		fmt.Fprint(master, "q")
		go drain(master)
		if err := cmd.Wait(); err != nil {
			b.Fatal(err)
		}
		master.Close()
		b.StartTimer()
	}
}

// waitFor reads what the program draws until it has the words.
func waitFor(b *testing.B, screen *os.File, words string) {
	b.Helper()
	var drawn []byte
	piece := make([]byte, 1<<16)
	screen.SetReadDeadline(time.Now().Add(10 * time.Second))
	for !bytes.Contains(drawn, []byte(words)) {
		n, err := screen.Read(piece)
		if err != nil {
			b.Fatalf("never drew %q: %v; drew %q", words, err, drawn)
		}
		drawn = append(drawn, piece[:n]...)
	}
}

func drain(screen *os.File) {
	piece := make([]byte, 1<<16)
	for {
		if _, err := screen.Read(piece); err != nil {
			return
		}
	}
}

// terminal opens a pseudo-terminal of 120×36 cells.
func terminal(b *testing.B) (master, slave *os.File) {
	b.Helper()
	fd, err := unix.Open("/dev/ptmx", unix.O_RDWR|unix.O_NOCTTY|unix.O_CLOEXEC|unix.O_NONBLOCK, 0)
	if err != nil {
		b.Skipf("no pseudo-terminal: %v", err)
	}
	master = os.NewFile(uintptr(fd), "ptmx")
	n, err := unix.IoctlGetInt(fd, unix.TIOCGPTN)
	if err == nil {
		err = unix.IoctlSetPointerInt(fd, unix.TIOCSPTLCK, 0)
	}
	if err == nil {
		slave, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", n), os.O_RDWR|syscall.O_NOCTTY, 0)
	}
	if err == nil {
		err = unix.IoctlSetWinsize(fd, unix.TIOCSWINSZ, &unix.Winsize{Row: 36, Col: 120})
	}
	if err != nil {
		b.Fatal(err)
	}
	return master, slave
}
