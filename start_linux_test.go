package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// BenchmarkFirstFrame starts the built program in a terminal of 120×36 and
// stops the clock when the comparison of the first pair is on the screen: its
// shares, or the facts of its story. It opens the folder that PARALLAX_CORPUS names, or the sample corpus.
func BenchmarkFirstFrame(b *testing.B) {
	program, args := built(b)
	for b.Loop() {
		b.StopTimer()
		master, slave := terminal(b, 120, 36)
		cmd := inTerminal(program, args, slave, b.TempDir())
		b.StartTimer()
		if err := cmd.Start(); err != nil {
			b.Fatal(err)
		}
		waitFor(b, master, "% only here", "shared facts")
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

// built builds the program and returns it with the arguments to run it with.
func built(b testing.TB) (program string, args []string) {
	b.Helper()
	program = filepath.Join(b.TempDir(), "parallax")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		b.Fatalf("go build: %v\n%s", err, out)
	}
	if folder := os.Getenv("PARALLAX_CORPUS"); folder != "" {
		args = append(args, folder)
	}
	return program, args
}

// inTerminal returns the command that runs the program in a terminal, with a
// folder of its own for where it was left.
func inTerminal(program string, args []string, slave *os.File, state string) *exec.Cmd {
	cmd := exec.Command(program, args...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = slave, slave, slave
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "XDG_STATE_HOME="+state)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	return cmd
}

// BenchmarkKeyToScreen runs the built program in a terminal of 200×60 and
// presses keys one after another: from the byte sent to the first byte drawn.
// The program draws at most every 8 ms, which is most of it. At the end it is
// left alone for a second, and what time of the processor that took is told.
func BenchmarkKeyToScreen(b *testing.B) {
	program, args := built(b)
	master, slave := terminal(b, 200, 60)
	cmd := inTerminal(program, args, slave, b.TempDir())
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	slave.Close()
	drawn := waitFor(b, master, "% only here", "shared facts")
	piece := make([]byte, 1<<16)
	quiet := func(d time.Duration) {
		for {
			master.SetReadDeadline(time.Now().Add(d))
			if _, err := master.Read(piece); err != nil {
				return
			}
		}
	}
	if !strings.Contains(drawn, "% only here") {
		fmt.Fprint(master, "\r") // from the page of a story to a pair
		quiet(time.Second)
	}
	var times []time.Duration
	keys := "jjkjddjkvjkjvjkvzjkzwjwjkww"
	for i := 0; b.Loop(); i++ {
		b.StopTimer()
		quiet(20 * time.Millisecond)
		b.StartTimer()
		start := time.Now()
		fmt.Fprintf(master, "%c", keys[i%len(keys)])
		master.SetReadDeadline(start.Add(200 * time.Millisecond)) // some keys change nothing
		if _, err := master.Read(piece); err == nil {
			times = append(times, time.Since(start))
		}
	}
	slices.Sort(times)
	if n := len(times); n > 0 {
		b.ReportMetric(float64(times[n/2].Microseconds())/1000, "ms/p50")
		b.ReportMetric(float64(times[n*99/100].Microseconds())/1000, "ms/p99")
	}
	quiet(100 * time.Millisecond)
	before := cpuTime(b, cmd.Process.Pid)
	time.Sleep(time.Second)
	b.ReportMetric(float64((cpuTime(b, cmd.Process.Pid)-before).Microseconds())/1000, "ms-idle/s")
	fmt.Fprint(master, "q")
	go drain(master)
	if err := cmd.Wait(); err != nil {
		b.Fatal(err)
	}
	master.Close()
}

// cpuTime returns the processor time a process has used, which Linux counts in
// hundredths of a second.
func cpuTime(b *testing.B, pid int) time.Duration {
	b.Helper()
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		b.Fatal(err)
	}
	// The fields behind the name, which stands in brackets; user and system
	// time are the 14th and the 15th of all.
	fields := strings.Fields(string(stat[bytes.LastIndexByte(stat, ')')+1:]))
	var user, system int
	fmt.Sscan(fields[11], &user)
	fmt.Sscan(fields[12], &system)
	return time.Duration(user+system) * 10 * time.Millisecond
}

// waitFor reads what the program draws until it has one of the words, and returns
// it.
func waitFor(b testing.TB, screen *os.File, words ...string) (drawn string) {
	b.Helper()
	var all []byte
	piece := make([]byte, 1<<16)
	screen.SetReadDeadline(time.Now().Add(patience))
	for !slices.ContainsFunc(words, func(w string) bool { return bytes.Contains(all, []byte(w)) }) {
		n, err := screen.Read(piece)
		if err != nil {
			b.Fatalf("never drew %q: %v; drew %q", words, err, all)
		}
		all = append(all, piece[:n]...)
	}
	return string(all)
}

func drain(screen *os.File) {
	piece := make([]byte, 1<<16)
	for {
		if _, err := screen.Read(piece); err != nil {
			return
		}
	}
}

// terminal opens a pseudo-terminal of so many cells.
func terminal(b testing.TB, columns, rows uint16) (master, slave *os.File) {
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
		err = unix.IoctlSetWinsize(fd, unix.TIOCSWINSZ, &unix.Winsize{Row: rows, Col: columns})
	}
	if err != nil {
		b.Fatal(err)
	}
	return master, slave
}
