// Package cli is the command line: the commands, their names and flags, the
// packages they call, and the exit status. Arguments go in, what a command
// writes and its status come out. The work itself is done in those packages.
//
//	reader    parallax PATH...: the reader, or what is printed where there is no terminal
//	diff, list, tables (story and conflicts), versions, ledger, judge, man: a file each
//	reading   the flags of all commands that read articles
//	writing   the flags of commands that write one of several formats, or to a file
//	memory    when garbage is collected
package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"parallax/corpus"
	"parallax/diffview/layout"
	"parallax/ui/command"
	"parallax/ui/look"
	"parallax/ui/settings"
)

// Exit statuses, as diff(1) has them.
const (
	ExitSame    = 0 // nothing differs, or there was nothing to compare
	ExitDiffers = 1
	ExitTrouble = 2
)

// errDiffers ends a comparison in which something differs. It is not a failure,
// and no message is printed for it.
var errDiffers = errors.New("the articles differ")

// Run carries out one command line and returns the exit status.
func Run(args []string, stdout, stderr io.Writer) int {
	root := Root()
	root.SetArgs(args)
	out := &output{Writer: stdout}
	root.SetOut(out)
	root.SetErr(stderr)
	err := root.ExecuteContext(context.Background())
	if out.err != nil && (err == nil || errors.Is(err, errDiffers)) {
		err = out.err
	}
	switch {
	case err == nil:
		return ExitSame
	case errors.Is(err, errDiffers):
		return ExitDiffers
	default:
		fmt.Fprintf(stderr, "parallax: %s\n", oneLine(err))
		return ExitTrouble
	}
}

// An output remembers the first write error: the libraries that print the help
// do not report it.
type output struct {
	io.Writer
	err error // the first
}

func (o *output) Write(b []byte) (n int, err error) {
	n, err = o.Writer.Write(b)
	o.err = cmp.Or(o.err, err)
	return n, err
}

// oneLine returns an error as one line without control characters, whatever it
// quotes: a command-line argument, a file name.
func oneLine(err error) string {
	return corpus.Printable(strings.ReplaceAll(strings.TrimSpace(err.Error()), "\n", " "))
}

// Root returns the command line with all its commands.
func Root() *cobra.Command {
	var r readerFlags
	root := &cobra.Command{
		Use:   "parallax [PATH...]",
		Short: "Read coverage side by side",
		Long: `Parallax shows any two articles of a folder side by side, with the words marked
where the outlets agree, where one adds detail and where they differ. PATHs are
files and folders; - reads JSON Lines from standard input. Without a PATH the
sample corpus opens. Press ? in the reader for its keys.

When standard output is not a terminal, two files are compared and the result
printed; anything else is listed.

Exit status: 0 no differences, 1 differences, 2 error.`,
		Version:          version(),
		Args:             cobra.ArbitraryArgs,
		SilenceErrors:    true,
		SilenceUsage:     true,
		PersistentPreRun: func(*cobra.Command, []string) { delayCollection() },
		RunE: func(cmd *cobra.Command, paths []string) error {
			return command.Suggest(cmd, paths, r.read(cmd, paths))
		},
	}
	r.addTo(root)
	storyFlag(root, &r.grouping)
	r.judge.AddTo(root)
	command.OneOf(root, &r.theme, "theme", "", look.Names(), "colour theme")
	command.OneOf(root, &r.view, "view", "", layout.ViewNames(), "initial view")
	root.Flags().BoolVar(&r.fresh, "fresh", false, "start anew instead of resuming")
	root.Flags().BoolVar(&r.plain, "plain", false, "print plain lines of text, one pair at a time, and read commands; suited to screen readers")
	root.Flags().BoolVar(&r.licenses, "licenses", false, "print the licences of everything in this program")
	root.SetVersionTemplate("parallax {{.Version}}\n")
	root.AddCommand(diffCommand(), listCommand(), storyCommand(), conflictsCommand(), versionsCommand(), ledgerCommand(), judgeCommand(), manCommand(), configTopic())
	command.Finish(root)
	return root
}

// configTopic is the help on the configuration: “parallax help config”.
func configTopic() *cobra.Command {
	cmd := &cobra.Command{Use: "config", Short: "How the reader is configured"}
	cmd.SetHelpFunc(func(cmd *cobra.Command, _ []string) { fmt.Fprint(cmd.OutOrStdout(), settings.Help()) })
	return cmd
}

// version returns the module version recorded in the binary.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "development"
	}
	return info.Main.Version
}
