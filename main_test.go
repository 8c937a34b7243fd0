package main

import (
	"flag"
	"os"
	"path/filepath"
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
