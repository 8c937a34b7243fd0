package outside

import (
	"cmp"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// openers are the programs that open an address as people of a system are used
// to, with their arguments; xdg-open where a system is not here.
var openers = map[string]string{"darwin": "open", "windows": "rundll32 url.dll,FileProtocolHandler"}

// terminalBrowsers draw on the terminal, which has to be lent to them.
var terminalBrowsers = strings.Fields("w3m lynx links links2 elinks browsh www-browser")

// Browse returns the program that opens an address of the web, and whether it
// draws on the terminal. The address is an argument of its own that begins with
// http, so no program takes it for an option.
func Browse(env []string, address string) (run *exec.Cmd, onTerminal bool) {
	// The variable may list several programs.
	own, _, _ := strings.Cut(Getenv(env, "BROWSER"), string(os.PathListSeparator))
	args := strings.Fields(cmp.Or(strings.TrimSpace(own), openers[runtime.GOOS], "xdg-open"))
	return exec.Command(args[0], append(args[1:], address)...), slices.Contains(terminalBrowsers, filepath.Base(args[0]))
}
