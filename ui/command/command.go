// Package command has what is the same for every command of a command line:
// flags that take one of several names, and errors that say what to do.
package command

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
)

// OneOf adds a flag that takes one of the names; what value holds is the usual
// one. Any other name is an error that tells those there are, before anything
// is read. Shells complete them. Short is the flag's letter, or "".
func OneOf(cmd *cobra.Command, value *string, flag, short string, names []string, usage string) {
	cmd.Flags().VarP(oneOf{value, flag, names}, flag, short, "`NAME` of the "+usage+": "+strings.Join(names, ", "))
	Complete(cmd, flag, names)
}

// Complete has shells complete the names that a flag of the command takes.
func Complete(cmd *cobra.Command, flag string, names []string) {
	_ = cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp)) // the flag is there
}

// Finish gives a root command with all its commands a help and a completion
// that know trouble when they see it, and errors about flags in plain words.
func Finish(root *cobra.Command) {
	root.SetFlagErrorFunc(flagError)
	root.SetHelpCommand(help(root))
	root.SetUsageTemplate(strings.ReplaceAll(root.UsageTemplate(), ".FlagUsages", ".FlagUsagesWrapped 80")) // cells
	root.InitDefaultCompletionCmd()
	if completion, _, err := root.Find([]string{"completion"}); err == nil {
		completion.Args = cobra.ArbitraryArgs
		completion.RunE = func(cmd *cobra.Command, _ []string) error {
			return fmt.Errorf("completion is made for a shell: name one of %s", strings.Join(names(cmd), ", "))
		}
	}
}

// A oneOf is the value of a flag that takes one of several names.
type oneOf struct {
	value *string
	flag  string
	names []string
}

func (o oneOf) String() string { return *o.value }
func (o oneOf) Type() string   { return "NAME" }

func (o oneOf) Set(name string) error {
	if !slices.Contains(o.names, name) {
		return fmt.Errorf("no %s is called %q; there are %s", o.flag, name, strings.Join(o.names, ", "))
	}
	*o.value = name
	return nil
}

// flagError says what is wrong with a flag. A flag's value that says itself
// why it was refused needs no more words.
func flagError(cmd *cobra.Command, err error) error {
	if said := errors.Unwrap(err); said != nil && !errors.Is(err, strconv.ErrSyntax) {
		return said
	}
	return fmt.Errorf("%w; “%s --help” names the flags", err, cmd.CommandPath())
}

// help is cobra's help command, but that help on what is no command is an error.
func help(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Help about a command",
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return names(root), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			cmd, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				return fmt.Errorf("no command is called %q; there are %s", strings.Join(args, " "), strings.Join(names(root), ", "))
			}
			return cmd.Help()
		},
	}
}

// names returns the names of the commands below one.
func names(of *cobra.Command) (all []string) {
	for _, cmd := range of.Commands() {
		all = append(all, cmd.Name())
	}
	return all
}
