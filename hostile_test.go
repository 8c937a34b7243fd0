package main

import (
	"bytes"
	"os"
	"parallax/ui/cli"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// hostile is a word that takes a terminal over where it is printed as it is:
// escape codes of seven and of eight bits, a change of direction, a line break.
const hostile = "\x1b]0;owned\x07\u009b31m\u202e\u200b\rx\ny"

// TestNoEscapeReachesTheTerminal gives the hostile word to every command as an
// argument, as a flag, as the value of every flag, and as the name of a file:
// whatever is printed, nothing of it is acted upon, and trouble is one line.
func TestNoEscapeReachesTheTerminal(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	for _, name := range []string{"HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"} {
		t.Setenv(name, dir)
	}
	file := filepath.Join(dir, "a.txt")
	strange := filepath.Join(dir, strings.ReplaceAll(hostile, "/", "")+".txt")
	for _, name := range []string{file, strange} {
		if err := os.WriteFile(name, []byte("Six people were hurt.\n"), 0o666); err != nil {
			t.Skipf("a file system without such names: %v", err)
		}
	}
	if err := os.WriteFile(strange+".pdf", []byte("%PDF-1.4 broken"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, path := range commandPaths(cli.Root(), nil) {
		lines := [][]string{{hostile}, {hostile, hostile}, {"--" + hostile}, {"-" + hostile}, {"--" + hostile + "=x"}, {file, strange}, {strange, file + hostile}, {dir}, {"--plain", dir}, {"--plain", "--fresh", file, strange}}
		cmd, _, err := cli.Root().Find(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, flags := range []*pflag.FlagSet{cmd.Flags(), cmd.PersistentFlags()} {
			flags.VisitAll(func(f *pflag.Flag) {
				lines = append(lines, []string{"--" + f.Name + "=" + hostile, file, strange}, []string{"--" + f.Name, hostile}, []string{"--" + f.Name + "=" + hostile + "/x", file, strange})
			})
		}
		for _, words := range lines {
			args := append(append([]string{}, path...), words...)
			var stdout, stderr bytes.Buffer
			status := cli.Run(args, &stdout, &stderr)
			for _, out := range []string{stdout.String(), stderr.String()} {
				if at := strings.IndexFunc(out, func(r rune) bool { return r != '\n' && !unicode.IsPrint(r) && !strings.ContainsRune("\t\u00a0", r) }); at >= 0 {
					t.Errorf("parallax %q prints %q", args, out[max(0, at-40):min(len(out), at+20)])
				}
			}
			if status == cli.ExitTrouble && strings.Count(stderr.String(), "\n") != 1 {
				t.Errorf("parallax %q says %q, want one line", args, stderr.String())
			}
		}
	}
}

// commandPaths returns the words that name each command.
func commandPaths(cmd *cobra.Command, path []string) (all [][]string) {
	all = append(all, path)
	cmd.InitDefaultHelpFlag()
	for _, sub := range cmd.Commands() {
		all = append(all, commandPaths(sub, append(append([]string{}, path...), sub.Name()))...)
	}
	return all
}
