package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parallax/ui/cli"
)

// TestLinks holds where paths and addresses are links: in text on a terminal that
// has them. To a pipe or a file, in forms for programs and on terminals without
// links goes the text alone.
func TestLinks(t *testing.T) {
	t.Setenv("HOME", t.TempDir())
	dir := t.TempDir()
	for name, outlet := range map[string]string{"lorne report.md": "Lorne Herald", "courier.md": "Coast Courier"} {
		text := "---\ntitle: Ferry halted at Lorne\noutlet: " + outlet + "\n---\nThe ferry to Lorne was halted, see https://lorne.example/ferry or javascript:alert(1).\n"
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	a, b := filepath.Join(dir, "lorne report.md"), filepath.Join(dir, "courier.md")
	const link = "\x1b]8;;"
	for _, tt := range []struct {
		term string
		args []string
		want []string
	}{
		{"xterm-256color", []string{"list", dir}, []string{"/lorne%20report.md\x07" + a + link + "\x07", "/courier.md\x07"}},
		{"xterm-256color", []string{"diff", a, b}, []string{"/lorne%20report.md\x07", link + "https://lorne.example/ferry\x07https://lorne.example/ferry"}},
		{"xterm-256color", []string{"story", dir}, []string{"/courier.md\x07"}},
		{"xterm-256color", []string{"versions", a, b}, []string{"/lorne%20report.md\x07", "/courier.md\x07"}},
		{"xterm-256color", []string{"list", "--format", "json", dir}, nil},
		{"xterm-256color", []string{"diff", "--format", "html", a, b}, nil},
		{"linux", []string{"list", dir}, nil},
		{"dumb", []string{"diff", a, b}, nil},
	} {
		t.Setenv("TERM", tt.term)
		onTerminal := printedOn(t, tt.args)
		for _, want := range tt.want {
			if !strings.Contains(onTerminal, want) {
				t.Errorf("TERM=%s parallax %q lacks %q:\n%q", tt.term, tt.args, want, onTerminal)
			}
		}
		if strings.Contains(onTerminal, link) != (tt.want != nil) || strings.Contains(onTerminal, link+"javascript") {
			t.Errorf("TERM=%s parallax %q:\n%q", tt.term, tt.args, onTerminal)
		}
		var piped bytes.Buffer
		cli.Run(append([]string{tt.args[0], "--no-cache"}, tt.args[1:]...), &piped, io.Discard)
		if piped.Len() == 0 || strings.Contains(piped.String(), "\x1b") {
			t.Errorf("parallax %q into a pipe:\n%q", tt.args, piped.String())
		}
	}
}

// printedOn returns what a command prints on a terminal.
func printedOn(t *testing.T, args []string) string {
	t.Helper()
	master, slave := terminal(t, 120, 40)
	defer master.Close()
	read := make(chan string)
	go func() {
		text, _ := io.ReadAll(master) // ends when the slave is closed
		read <- string(text)
	}()
	cli.Run(append([]string{args[0], "--no-cache"}, args[1:]...), slave, io.Discard)
	slave.Close()
	return <-read
}
