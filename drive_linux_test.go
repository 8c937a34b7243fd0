package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"parallax/corpus/corpustest"
)

var (
	driveKeys    = flag.Int("keys", 20_000, "how many keys TestDrive presses")
	driveSeed    = flag.Uint64("seed", 1, "the seed of TestDrive's keys")
	driveSession = flag.Int("session", -1, "the one session of TestDrive to press, of all")
)

// Limits of a session.
const (
	sessionKeys = 500         // keys pressed in one home folder
	patience    = time.Minute // for an answer, even on a busy machine: only what never comes takes it up
)

// TestDrive presses random keys in the built program, in a terminal of its own
// and over two folders: the sample corpus and one made to do harm. Whatever is
// pressed, the program does not crash, answers when the terminal changes its
// size, leaves when told to, leaves the terminal as it was, sends it nothing
// that an article or a paste contains but signs, and changes no file outside
// its home and the folder it was started in.
//
// A run is repeated by its seed. One that fails prints the last keys of the
// session, presses fewer and fewer of them as long as it still fails, and
// prints what is left.
//
//	go test . -run TestDrive -keys 500000 -seed 7 -timeout 1h
//	go test . -run TestDrive -keys 500000 -seed 7 -session 42
func TestDrive(t *testing.T) {
	if corpustest.Raced || testing.Short() {
		t.Skip("presses 20,000 keys in the built program, which has no race detector")
	}
	program, _ := built(t)
	folders := t.TempDir()
	hostile, sample := filepath.Join(folders, "hostile"), filepath.Join(folders, "sample")
	writeHostile(t, hostile)
	if err := os.CopyFS(sample, os.DirFS("corpus/sample/articles")); err != nil {
		t.Fatal(err)
	}
	before := contents(t, folders)
	sessions := max(1, *driveKeys/sessionKeys)
	t.Logf("seed %d: %d sessions of %d keys", *driveSeed, sessions, sessionKeys)
	var failed atomic.Bool
	t.Run("sessions", func(t *testing.T) {
		for i := range sessions {
			if *driveSession >= 0 && i != *driveSession {
				continue
			}
			t.Run(fmt.Sprint(i), func(t *testing.T) {
				t.Parallel()
				if failed.Load() {
					t.Skip("another session has failed")
				}
				s := newSession(*driveSeed, i)
				s.program, s.folder = program, []string{sample, hostile}[i%2]
				if err := s.drive(t); err != nil {
					failed.Store(true)
					s.tell(t, i, err)
				}
			})
		}
	})
	if after := contents(t, folders); !maps.Equal(before, after) {
		for path := range after {
			if before[path] != after[path] {
				t.Errorf("%q was written", path)
			}
		}
		for path := range before {
			if after[path] == "" {
				t.Errorf("%q was removed", path)
			}
		}
	}
}

// A session is what is done to the program in one home folder: it is started,
// keys are pressed, it is started again when they have ended it, and it is
// ended.
type session struct {
	program, folder string
	shell           bool // whether a shell has started it, which a suspended program comes back to
	columns, rows   uint16
	strokes         []stroke
	end             string // what ends it: a key, or the name of a signal
	editor          string // what E starts

	pressed int // strokes that were sent
}

// newSession draws a session by a seed and its number.
func newSession(seed uint64, number int) *session {
	k := newKeyboard(rand.New(rand.NewPCG(seed, uint64(number))))
	s := &session{shell: number%3 != 0, columns: 120, rows: 36, editor: "true"}
	ends := []string{"\x03", "TERM", "HUP", "INT"}
	s.end = ends[k.IntN(len(ends))]
	for len(s.strokes) < sessionKeys {
		s.strokes = append(s.strokes, k.next()...)
	}
	return s
}

// drive carries the session out and returns what went wrong.
func (s *session) drive(t *testing.T) error {
	scratch := t.TempDir()
	s.pressed = 0
	for first := true; first || s.pressed < len(s.strokes); first = false {
		p, err := s.start(t, scratch)
		if err != nil {
			return err
		}
		if err = p.press(s); err == nil {
			err = p.leave(s.end)
		}
		if errors.Is(err, errLeft) {
			err = nil // by a key; it is started again
		}
		if err == nil {
			err = p.restored()
		}
		p.kill()
		if err != nil {
			return err
		}
	}
	return nil
}

// resume is a shell that waits for a program and, when that suspends itself,
// brings it back to the foreground.
const resume = `set -m; trap : INT QUIT; "$@"; s=$?; while [ $s -eq 148 ]; do sleep .01; fg >/dev/null; s=$?; done; exit $s`

// start starts the program and waits until it has the terminal.
func (s *session) start(t *testing.T, scratch string) (*player, error) {
	master, slave := terminal(t, s.columns, s.rows)
	words := []string{s.program, s.folder}
	if s.shell {
		words = append([]string{"sh", "-c", resume, "sh"}, words...)
	}
	work := filepath.Join(scratch, "a/folder/for/exports")
	if err := os.MkdirAll(work, 0o755); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(words[0], words[1:]...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = slave, slave, slave
	cmd.Dir = work
	cmd.Env = []string{"PATH=" + os.Getenv("PATH"), "TERM=xterm-256color", "LANG=C.UTF-8", "EDITOR=" + s.editor, "HOME=" + scratch, "TMPDIR=" + scratch, "GOTRACEBACK=all"}
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	p := &player{master: master, slave: slave, cmd: cmd, left: make(chan struct{}), over: make(chan struct{}), size: [2]uint16{s.columns, s.rows}}
	p.termios = p.modes()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go p.watch()
	go func() { p.status = cmd.Wait(); close(p.left) }()
	if !p.until(func(d *drawn) bool { return d.on["?1049"] }) {
		err := p.trouble("it does not start")
		p.kill()
		return nil, err
	}
	return p, nil
}

// tell fails the test with what is needed to look into it.
func (s *session) tell(t *testing.T, number int, err error) {
	pressed := s.strokes[:min(s.pressed, len(s.strokes))]
	t.Errorf("%v\n\nthe last keys of session %d over %s: %s\n\nagain: go test . -run TestDrive -keys %d -seed %d -session %d",
		err, number, filepath.Base(s.folder), named(pressed[max(0, len(pressed)-60):]), *driveKeys, *driveSeed, number)
	least := s.shrink(t, pressed, firstLine(err))
	t.Logf("%d of its %d keys are enough: %s", len(least), len(pressed), named(least))
}

func firstLine(err error) string {
	line, _, _ := strings.Cut(err.Error(), "\n")
	return line
}

// shrink leaves out keys as long as the session still fails so, for at most a
// minute (Zeller and Hildebrandt 2002: delta debugging, the simpler half).
func (s *session) shrink(t *testing.T, strokes []stroke, want string) []stroke {
	until := time.Now().Add(time.Minute)
	for size := len(strokes) / 2; size > 0; {
		less := false
		for from := 0; from < len(strokes) && time.Now().Before(until); {
			try := *s
			try.strokes = append(append([]stroke{}, strokes[:from]...), strokes[min(from+size, len(strokes)):]...)
			if err := try.drive(t); err != nil && firstLine(err) == want {
				strokes, less = try.strokes, true
			} else {
				from += size
			}
		}
		if size > 1 || !less {
			size /= 2
		}
	}
	return strokes
}

// contents returns every file below a folder with its mode and what it holds.
func contents(t *testing.T, folder string) map[string]string {
	all := make(map[string]string)
	err := filepath.Walk(folder, func(path string, info os.FileInfo, err error) error {
		if err != nil {
			return err
		}
		var data []byte
		if info.Mode().IsRegular() {
			data, err = os.ReadFile(path)
		}
		all[path] = info.Mode().String() + info.ModTime().String() + string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// tail returns what a crashed program said, and of one that was asked where it
// hangs, what its main goroutine does; otherwise the end of it.
func tail(b []byte) string {
	for _, begin := range []string{"panic:", "\ngoroutine 1 "} {
		if i := bytes.LastIndex(b, []byte(begin)); i >= 0 {
			b = b[i:min(len(b), i+3000)]
		}
	}
	return strings.ReplaceAll(string(b[max(0, len(b)-3000):]), "\r\n", "\n")
}
