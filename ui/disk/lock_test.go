package disk

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// count adds one to the number in a file.
func count(file string) error {
	return Locked(file, func() error {
		text, err := os.ReadFile(file)
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
		n, _ := strconv.Atoi(string(text))
		return Replace(file, func(w io.Writer) error { _, err := fmt.Fprint(w, n+1); return err })
	})
}

// TestLocked changes one file from many programs at a time. With COUNTED set it
// is one of these.
func TestLocked(t *testing.T) {
	const programs, times = 8, 8
	if file := os.Getenv("COUNTED"); file != "" {
		for range times {
			if err := count(file); err != nil {
				t.Fatal(err)
			}
		}
		return
	}
	file := filepath.Join(t.TempDir(), "new", "folder", "counted")
	var running []*exec.Cmd
	for range programs {
		cmd := exec.Command(os.Args[0], "-test.run=^TestLocked$")
		cmd.Env = append(os.Environ(), "COUNTED="+file)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		running = append(running, cmd)
	}
	for _, cmd := range running {
		if err := cmd.Wait(); err != nil {
			t.Error(err)
		}
	}
	if got, _ := os.ReadFile(file); string(got) != strconv.Itoa(programs*times) {
		t.Errorf("%s of %d changes are there", got, programs*times)
	}
}

// TestLockEndsWithItsProgram kills a program that has the lock. With HELD set it
// is that program.
func TestLockEndsWithItsProgram(t *testing.T) {
	if file := os.Getenv("HELD"); file != "" {
		Locked(file, func() error { fmt.Println("held"); select {} })
	}
	file := filepath.Join(t.TempDir(), "counted")
	cmd := exec.Command(os.Args[0], "-test.run=^TestLockEndsWithItsProgram$")
	cmd.Env = append(os.Environ(), "HELD="+file)
	out, err := cmd.StdoutPipe()
	if err != nil || cmd.Start() != nil {
		t.Fatal("it does not start")
	}
	if said := make([]byte, 4); !strings.HasPrefix(string(said[:must(io.ReadFull(out, said))]), "held") {
		t.Fatalf("it says %q", said)
	}
	cmd.Process.Kill()
	cmd.Wait()
	start := time.Now()
	if err := count(file); err != nil || time.Since(start) >= patience {
		t.Errorf("after %v: %v", time.Since(start), err)
	}
}

func must(n int, _ error) int { return n }
