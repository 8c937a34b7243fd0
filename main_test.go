package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"parallax/ui/cli"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite the golden files in .ci/commands")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"parallax": main})
}

// TestCommands runs whole command lines, as .ci/commands tells them. $SAMPLE
// is the folder of the sample corpus.
func TestCommands(t *testing.T) {
	sample, err := filepath.Abs("corpus/sample/articles")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 ".ci/commands",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("SAMPLE", sample)
			e.Setenv("BINARY", os.Args[0])
			return nil
		},
	})
}

// TestListedNamesCanBeGiven lists files of strange names and compares each by
// the path that the list gives it.
func TestListedNamesCanBeGiven(t *testing.T) {
	t.Chdir(t.TempDir())
	made := 0
	for _, name := range []string{"two  spaces.txt", "tab\tin it.txt", "line\nbreak.txt", "\x1b]0;title\a.txt", "caf\xe9.txt", "\u202egpj.txt"} {
		if os.WriteFile(name, []byte("Ferry halted\n\nThe ferry was halted on Tuesday.\n"), 0o644) == nil {
			made++
		}
	}
	listed := func(format string) []byte {
		t.Helper()
		var out, trouble bytes.Buffer
		if cli.Run([]string{"list", "--no-cache", "--format", format, "."}, &out, &trouble) != cli.ExitSame {
			t.Fatal(trouble.String())
		}
		return out.Bytes()
	}
	var paths []string
	for _, row := range strings.Split(strings.TrimSpace(string(listed("tsv"))), "\n")[1:] {
		paths = append(paths, strings.Split(row, "\t")[1])
	}
	var list struct {
		Stories []struct{ Articles []struct{ Path string } }
	}
	if err := json.Unmarshal(listed("json"), &list); err != nil {
		t.Fatal(err)
	}
	for _, s := range list.Stories {
		for _, a := range s.Articles {
			if !slices.Contains(paths, a.Path) {
				t.Errorf("%q is in the JSON only", a.Path)
			}
		}
	}
	if len(paths) != made {
		t.Errorf("listed %q", paths)
	}
	for _, args := range [][]string{{"diff", "--no-cache"}, {"--no-cache"}} {
		for _, path := range paths {
			var out, trouble bytes.Buffer
			if got := cli.Run(append(args, path, path), &out, &trouble); got != cli.ExitSame {
				t.Errorf("%v %q: status %d, %s\n%s", args, path, got, trouble.String(), out.String())
			}
		}
	}
}
