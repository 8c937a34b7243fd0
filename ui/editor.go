package ui

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
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

// locatedMsg says where a sentence is on disk.
type locatedMsg struct {
	file    string // as the system knows it
	line    int    // from 1
	problem string
}

// editedMsg tells that the editor was left.
type editedMsg struct {
	located locatedMsg
	editor  string
	err     error
}

// openEditor looks for the current sentence in its article's file, and then
// opens that.
func (m *model) openEditor() tea.Cmd {
	at, ok := m.cursor()
	if !ok {
		m.message = noSentence
		return nil
	}
	if m.editor() == "" {
		m.message = "no editor configured: set EDITOR or VISUAL in your shell, for example EDITOR=nano"
		return nil
	}
	a := m.article(int(at.Side))
	sentence := a.Sentences[at.Sentence].Of(a.Text)
	return func() tea.Msg { return locate(a, sentence) }
}

// editor returns the editor that the environment names, "" for none.
func (m *model) editor() string {
	for _, name := range []string{"VISUAL", "EDITOR"} {
		if e := strings.TrimSpace(environ(m.options.Environ, name)); e != "" {
			return e
		}
	}
	return ""
}

// edit hands the terminal to the editor until it is left.
func (m *model) edit(at locatedMsg) tea.Cmd {
	if at.problem != "" {
		m.message = at.problem
		return nil
	}
	args := editorArguments(m.editor(), at.file, at.line)
	run := exec.Command(args[0], args[1:]...)
	if f, ok := m.options.Input.(*os.File); ok {
		run.Stdin = f // the terminal itself
	}
	return m.exec(run, func(err error) tea.Msg {
		return editedMsg{at, filepath.Base(args[0]), err}
	})
}

// edited says which file it was, since an article's path may be no file's.
func (m *model) edited(msg editedMsg) {
	m.message = fmt.Sprintf("back from %s: %s, line %d", msg.editor, showFile(msg.located.file), msg.located.line)
	switch {
	case errors.Is(msg.err, exec.ErrNotFound) || errors.Is(msg.err, os.ErrNotExist):
		m.message = "program not found: " + msg.editor + "; set EDITOR to an installed one"
	case msg.err != nil:
		m.message = msg.editor + " failed: " + msg.err.Error()
	}
}

// mostSearched is how many bytes of a file are searched for a sentence.
const mostSearched = 64 << 20

// locate finds the line of a sentence in the file of its article. Where the
// words are written otherwise in the file (as entities of HTML, in an encoding
// of its own), the line is the first.
func locate(a *corpus.Article, sentence string) locatedMsg {
	if a.File == "" {
		return locatedMsg{problem: a.Path + ": the sample articles are built in and have no file to edit"}
	}
	data, err := firstBytes(a.File)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return locatedMsg{problem: "not opened: " + showFile(a.File) + " no longer exists"}
	case err != nil:
		return locatedMsg{problem: "not opened: " + showFile(a.File) + ": " + whyNot(err)}
	case bytes.IndexByte(data[:min(len(data), 8<<10)], 0) >= 0:
		return locatedMsg{problem: showFile(a.File) + " is not a text file; open it in its own program"}
	}
	return locatedMsg{file: a.File, line: lineOf(data, sentence)}
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

// showFile returns the path of a file as it is shown.
func showFile(file string) string { return corpus.Printable(filepath.ToSlash(file)) }

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
