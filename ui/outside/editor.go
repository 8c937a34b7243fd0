package outside

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"parallax/corpus"
	"parallax/ui/disk"
)

// editorLines say how editors are told the line to open a file at, by the name
// of the program: "%f" is the file, "%n" the line. Those that are not here open
// the file where they like.
var editorLines = []struct{ programs, arguments string }{
	{"vi vim nvim gvim view nano pico micro emacs emacsclient mg jed joe ne kak mcedit gedit", "+%n %f"},
	{"code codium cursor", "--goto %f:%n"},
	{"hx helix subl zed", "%f:%n"},
	{"kate mate", "--line %n %f"},
}

// editorArguments returns the command line that opens a file at a line. The
// editor may have arguments of its own, parted by spaces: "code --wait". The
// path is made absolute: a name that begins with a sign would be an option to
// most editors, and with a plus a command that vi carries out.
func editorArguments(editor, path string, line int) []string {
	args := strings.Fields(editor)
	if absolute, err := filepath.Abs(path); err == nil {
		path = absolute
	} else {
		path = "." + string(filepath.Separator) + path
	}
	program := strings.TrimSuffix(filepath.Base(args[0]), ".exe")
	for _, e := range editorLines {
		if slices.Contains(strings.Fields(e.programs), program) {
			for _, arg := range strings.Fields(e.arguments) {
				args = append(args, strings.NewReplacer("%f", path, "%n", strconv.Itoa(line)).Replace(arg))
			}
			return args
		}
	}
	return append(args, path)
}

// A Location says where a sentence is on disk.
type Location struct {
	File    string // as the system knows it
	Line    int    // from 1
	Problem string // why it is nowhere; "" for none
}

// Editor returns the editor that an environment names, "" for none.
func Editor(env []string) string {
	for _, name := range []string{"VISUAL", "EDITOR"} {
		if e := strings.TrimSpace(Getenv(env, name)); e != "" {
			return e
		}
	}
	return ""
}

// Edit returns the program that opens a file at a line.
func Edit(editor string, at Location) *exec.Cmd {
	args := editorArguments(editor, at.File, at.Line)
	return exec.Command(args[0], args[1:]...)
}

// mostSearched is how many bytes of a file are searched for a sentence.
const mostSearched = 64 << 20

// Locate finds the line of a sentence in the file of its article. Where the
// words are written otherwise in the file (as entities of HTML, in an encoding
// of its own), the line is the first.
func Locate(a *corpus.Article, sentence string) Location {
	if a.File == "" {
		return Location{Problem: a.Path + ": the sample articles are built in and have no file to edit"}
	}
	data, err := firstBytes(a.File)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return Location{Problem: "not opened: " + ShowFile(a.File) + " no longer exists"}
	case err != nil:
		return Location{Problem: "not opened: " + ShowFile(a.File) + ": " + disk.Why(err)}
	case bytes.IndexByte(data[:min(len(data), 8<<10)], 0) >= 0:
		return Location{Problem: ShowFile(a.File) + " is not a text file; open it in its own program"}
	}
	return Location{File: a.File, Line: lineOf(data, sentence)}
}

// firstBytes returns what a file begins with, at most mostSearched bytes.
func firstBytes(file string) ([]byte, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, mostSearched))
}

// ShowFile returns the path of a file as it is shown.
func ShowFile(file string) string { return corpus.Printable(filepath.ToSlash(file)) }

// lineOf returns the line of data that a sentence begins on, from 1: where its
// first words occur in a row, however they are wrapped; 1 if they do not.
func lineOf(data []byte, sentence string) int {
	words := strings.Fields(sentence)
	for _, most := range []int{len(words), 12, 6, 3} {
		if most > len(words) || most == 0 {
			continue
		}
		quoted := make([]string, most)
		for i, w := range words[:most] {
			quoted[i] = regexp.QuoteMeta(w)
		}
		re, err := regexp.Compile(strings.Join(quoted, `\s+`))
		if err != nil {
			continue // a sentence too long for a pattern
		}
		if at := re.FindIndex(data); at != nil {
			return 1 + bytes.Count(data[:at[0]], []byte("\n"))
		}
	}
	return 1
}
