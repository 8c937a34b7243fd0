package main

import (
	"bytes"
	"go/parser"
	"go/token"
	"io/fs"
	"net"
	"os"
	"os/exec"
	"parallax/ui/cli"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Only the room of judges can open a connection, and its server only: no other
// file of the program imports what it takes.
func TestOnlyJudgesConnect(t *testing.T) {
	allowed := map[string]bool{"diffview/judge/ask/server.go": true, "diffview/judge/ask/spec.go": true} // spec.go reads addresses
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, i := range f.Imports {
			if name := strings.Trim(i.Path.Value, `"`); slices.Contains([]string{"net", "net/http", "crypto/tls"}, name) && !allowed[filepath.ToSlash(path)] {
				t.Errorf("%s imports %s", path, name)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// Without a judge nothing listens to the program, though a key is set, and nothing
// it prints speaks of one; a judge named in an unused configuration is not asked.
func TestNoJudgeNoConnection(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	connected := make(chan bool, 1)
	go func() {
		if conn, err := l.Accept(); err == nil {
			conn.Close()
			connected <- true
		}
	}()
	t.Setenv("OPENAI_API_KEY", "sk-secret")
	t.Setenv("OPENAI_BASE_URL", "http://"+l.Addr().String())
	t.Setenv("HTTP_PROXY", "http://"+l.Addr().String())
	sample := "corpus/sample/articles"
	for _, args := range [][]string{
		{"diff", sample + "/" + first(t, sample), sample + "/" + second(t, sample), "--format", "json"},
		{"story", sample, "--format", "json"}, {"conflicts", sample}, {"list", sample},
		{"diff", "--judge", "none", sample + "/" + first(t, sample), sample + "/" + second(t, sample)},
	} {
		var out, trouble bytes.Buffer
		cli.Run(append(args, "--no-cache"), &out, &trouble)
		if out.Len() == 0 || trouble.Len() > 0 || strings.Contains(out.String(), `"by"`) || strings.Contains(out.String(), "sk-secret") {
			t.Errorf("%v: %s %.200s", args, trouble.String(), out.String())
		}
	}
	select {
	case <-connected:
		t.Error("a connection was opened")
	default:
	}
}

func first(t *testing.T, folder string) string  { return nth(t, folder, 0) }
func second(t *testing.T, folder string) string { return nth(t, folder, 1) }

// nth returns the name of a file of a folder.
func nth(t *testing.T, folder string, n int) string {
	t.Helper()
	files, err := filepath.Glob(folder + "/*.*")
	if err != nil || len(files) <= n {
		t.Fatal(folder, err)
	}
	return filepath.Base(files[n])
}

// The program that the README gives as an example of a judge runs and is believed.
func TestReadmeJudge(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("there is no python3")
	}
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, ok := strings.Cut(string(readme), "```python\n")
	code, _, _ := strings.Cut(rest, "```")
	if !ok {
		t.Fatal("the README has no example")
	}
	path := filepath.Join(t.TempDir(), "ask.py")
	if err := os.WriteFile(path, []byte(code), 0o600); err != nil {
		t.Fatal(err)
	}
	sample := "corpus/sample/articles/"
	var out, trouble bytes.Buffer
	cli.Run([]string{"diff", "--no-cache", "--format", "json", "--judge", "command: " + python + " " + path, sample + first(t, sample), sample + second(t, sample)}, &out, &trouble)
	if trouble.Len() > 0 || !strings.Contains(out.String(), `"version":"headlines"`) || !strings.Contains(out.String(), `"dropped":0`) {
		t.Errorf("%s %.500s", trouble.String(), out.String())
	}
}
