// Parallax reads coverage side by side: it opens a folder of articles and
// shows any two of them in panes, with the words marked where the outlets
// agree, where one adds detail and where they differ.
//
// The commands are in package cli.
package main

import (
	"os"

	"parallax/ui/cli"
)

func main() { os.Exit(cli.Run(os.Args[1:], os.Stdout, os.Stderr)) }
