package exporter

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"parallax/ui/disk"
)

// mostNames is how many files of a folder are looked at to complete a path.
const mostNames = 10_000

// A completedMsg brings what a path that was typed can be completed to.
type completedMsg struct {
	typed   string
	text    string   // as far as it is certain
	names   []string // the files and folders that begin so, folders with a slash
	problem string   // why there are none
}

// completePath returns the command that completes a path.
func completePath(typed string) tea.Cmd {
	return func() tea.Msg { return completions(typed) }
}

// completions looks for the files that begin with what was typed. Hidden ones
// are named when a dot was typed, names that cannot be shown never.
func completions(typed string) completedMsg {
	msg := completedMsg{typed: typed, text: typed}
	dir, begin := filepath.Split(typed)
	f, err := os.Open(atHome(orHere(dir)))
	if err != nil {
		msg.problem = orHere(dir) + ": " + disk.Why(err)
		return msg
	}
	defer f.Close()
	entries, _ := f.ReadDir(mostNames) // what it could list is enough
	for _, entry := range entries {
		name := entry.Name()
		hidden := strings.HasPrefix(name, ".") && !strings.HasPrefix(begin, ".")
		if hidden || !strings.HasPrefix(name, begin) || strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsPrint(r) }) {
			continue
		}
		if info, err := os.Stat(filepath.Join(f.Name(), name)); err == nil && info.IsDir() {
			name += string(filepath.Separator)
		}
		msg.names = append(msg.names, name)
	}
	if len(msg.names) == 0 {
		msg.problem = "nothing in " + orHere(dir) + " begins with “" + begin + "”"
		return msg
	}
	slices.Sort(msg.names)
	msg.text = dir + common(msg.names)
	return msg
}

// orHere returns a folder, or "." for none.
func orHere(dir string) string {
	if dir == "" {
		return "."
	}
	return dir
}

// common returns what all names begin with, in whole characters.
func common(names []string) string {
	begin := []rune(names[0])
	for _, name := range names[1:] {
		n := 0
		for _, r := range name {
			if n == len(begin) || begin[n] != r {
				break
			}
			n++
		}
		begin = begin[:n]
	}
	return string(begin)
}
