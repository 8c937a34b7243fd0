package ui

import (
	"cmp"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
)

// openers are the programs that open an address as people of a system are used
// to, with their arguments; xdg-open where a system is not here.
var openers = map[string]string{"darwin": "open", "windows": "rundll32 url.dll,FileProtocolHandler"}

// terminalBrowsers draw on the terminal, which has to be lent to them.
var terminalBrowsers = strings.Fields("w3m lynx links links2 elinks browsh www-browser")

// browsedMsg tells what came of opening an address.
type browsedMsg struct {
	program, address string
	err              error
}

// openAddress opens the address of the article that is read in a browser.
func (m *model) openAddress() tea.Cmd {
	side := 0
	if at, ok := m.cursor(); ok {
		side = int(at.Side)
	}
	return m.browse(m.article(side))
}

// browse opens the address of an article. It is an argument of its own that
// begins with http, so no program takes it for an option.
func (m *model) browse(a *corpus.Article) tea.Cmd {
	address := corpus.WebAddress(a.Meta.URL.Value)
	switch {
	case a.Meta.URL.Value == "":
		m.message = a.Name() + ": no address is known of this article; its file is " + a.Path
		return nil
	case address == "":
		m.message = "not opened: " + a.Meta.URL.Value + " is not an address of the web"
		return nil
	}
	// The variable may list several programs.
	own, _, _ := strings.Cut(environ(m.options.Environ, "BROWSER"), string(os.PathListSeparator))
	args := strings.Fields(cmp.Or(strings.TrimSpace(own), openers[runtime.GOOS], "xdg-open"))
	run := exec.Command(args[0], append(args[1:], address)...)
	done := func(err error) tea.Msg { return browsedMsg{filepath.Base(args[0]), address, err} }
	if slices.Contains(terminalBrowsers, filepath.Base(args[0])) {
		return m.exec(run, done)
	}
	return func() tea.Msg { return done(run.Run()) }
}

// browsed says which address was opened; where that failed it can be copied.
func (m *model) browsed(msg browsedMsg) {
	m.message = "opened " + msg.address
	if msg.err != nil {
		m.message = msg.program + " could not open it (set BROWSER to another program): " + msg.address
	}
}
