package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"parallax/corpus/corpustest"
)

// TestSignals sends the reader signals when others have the terminal, and more
// than one.
func TestSignals(t *testing.T) {
	if corpustest.Raced || testing.Short() {
		t.Skip("sends signals to the built program, which has no race detector")
	}
	program, _ := built(t)
	for _, tt := range []struct {
		name   string
		editor string // what the editor does
		leaves bool
		then   func(*player)
	}{
		{"terminated while the editor runs", `kill -TERM $PPID; sleep .3`, true, nil},
		{"hung up while the editor runs", `kill -HUP $PPID; sleep .3`, true, nil},
		{"an interrupt in the editor is for the editor", `kill -INT $PPID; sleep .3`, false, nil},
		{"terminated twice", `true`, true, func(p *player) {
			for range 200 { // while it leaves, at whatever moment
				p.signal(syscall.SIGTERM)
				time.Sleep(200 * time.Microsecond)
			}
		}},
		{"interrupted twice", `true`, true, func(p *player) {
			for range 200 {
				p.signal(syscall.SIGINT)
				time.Sleep(200 * time.Microsecond)
			}
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			scratch := t.TempDir()
			s := &session{program: program, folder: "corpus/sample/articles", columns: 80, rows: 24, shell: true}
			s.folder, _ = filepath.Abs(s.folder)
			s.editor = filepath.Join(scratch, "editor")
			if err := os.WriteFile(s.editor, []byte("#!/bin/sh\n"+tt.editor+"\n"), 0o755); err != nil {
				t.Fatal(err)
			}
			p, err := s.start(t, scratch)
			if err != nil {
				t.Fatal(err)
			}
			defer p.kill()
			if !p.opensPair() {
				t.Fatal(p.trouble("no pair is shown"))
			}
			if tt.then != nil {
				tt.then(p)
			} else {
				p.send("jE")
			}
			if !tt.leaves {
				if !p.shows("back from editor") {
					t.Fatal(p.trouble("it does not come back"))
				}
				p.send("q")
			}
			select {
			case <-p.left:
			case <-time.After(patience):
				t.Fatal(p.trouble("it does not leave"))
			}
			if err := p.restored(); err != nil {
				t.Error(err)
			}
			if _, err := os.Stat(filepath.Join(scratch, ".local/state/parallax/places.json")); err != nil {
				t.Errorf("the place is not kept: %v", err)
			}
		})
	}
}

// TestSignalsInScreens ends the reader by each signal in each screen that can
// stand over the page.
func TestSignalsInScreens(t *testing.T) {
	if corpustest.Raced || testing.Short() {
		t.Skip("sends signals to the built program, which has no race detector")
	}
	program, _ := built(t)
	sample, err := filepath.Abs("corpus/sample/articles")
	if err != nil {
		t.Fatal(err)
	}
	t.Run("screens", func(t *testing.T) {
		for _, key := range strings.Fields("/ : p s m ctrl+f b B e ?") {
			for name, n := range map[string]syscall.Signal{"TERM": syscall.SIGTERM, "HUP": syscall.SIGHUP, "INT": syscall.SIGINT} {
				t.Run(key+" "+name, func(t *testing.T) {
					t.Parallel()
					s := &session{program: program, folder: sample, columns: 80, rows: 24, editor: "true"}
					p, err := s.start(t, t.TempDir())
					if err != nil {
						t.Fatal(err)
					}
					defer p.kill()
					if !p.opensPair() {
						t.Fatal(p.trouble("no pair is shown"))
					}
					p.send(sent(key) + "a")
					if err := p.answers(); err != nil {
						t.Fatal(err)
					}
					p.signal(n)
					select {
					case <-p.left:
					case <-time.After(patience):
						t.Fatal(p.trouble("it does not leave"))
					}
					if err := p.restored(); err != nil || p.status != nil {
						t.Error(err, p.status)
					}
				})
			}
		}
	})
}

// opensPair leaves the page of the story, which the reader begins with, and
// reports whether a pair is shown.
func (p *player) opensPair() bool {
	if !p.shows("told by one") {
		return false
	}
	p.send("\x1b")
	return p.shows("pair 1 of")
}
