// Package command has what is the same for every command of a command line:
// flags that take one of several names, and errors that say what to do.
package command

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"parallax/ui/cell"
)

// OneOf adds a flag that takes one of the names; the current *value is the
// default. Any other name is an error that lists the allowed ones, before any
// file is read. Shells complete them. Short is the flag's letter, or "".
func OneOf(cmd *cobra.Command, value *string, flag, short string, names []string, usage string) {
	cmd.Flags().VarP(oneOf{value, flag, names}, flag, short, usage+": "+strings.Join(names, ", "))
	Complete(cmd, flag, names)
}

// Complete has shells complete the names that a flag of the command takes.
func Complete(cmd *cobra.Command, flag string, names []string) {
	_ = cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp)) // the flag is there
}

// Finish gives a root command and its subcommands a help and a completion command
// that fail on unknown arguments, and plain messages for errors about flags.
func Finish(root *cobra.Command) {
	root.SetFlagErrorFunc(flagError)
	root.SetHelpCommand(help(root))
	cobra.AddTemplateFunc("flagUsages", flagUsages)
	ownUsages := strings.NewReplacer(".LocalFlags.FlagUsages", "flagUsages .LocalFlags", ".InheritedFlags.FlagUsages", "flagUsages .InheritedFlags")
	root.SetUsageTemplate(ownUsages.Replace(root.UsageTemplate()))
	root.InitDefaultCompletionCmd()
	if completion, _, err := root.Find([]string{"completion"}); err == nil {
		completion.Args = Below
		completion.RunE = func(cmd *cobra.Command, _ []string) error {
			return fmt.Errorf("completion needs the name of a shell: %s", strings.Join(names(cmd), ", "))
		}
	}
}

// flagUsages describes flags in lines of at most 80 cells. Flags without a value
// appear by name only, without the [=true|false] that the library adds.
func flagUsages(flags *pflag.FlagSet) string {
	shown := pflag.NewFlagSet("", pflag.ContinueOnError)
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Value.Type() == "bool" {
			bare := *f
			bare.Value = bareSwitch{f.Value}
			f = &bare
		}
		shown.AddFlag(f)
	})
	return shown.FlagUsagesWrapped(80)
}

// A bareSwitch is the value of a flag that is set without one.
type bareSwitch struct{ pflag.Value }

func (bareSwitch) Type() string { return "boolfunc" } // as the library calls flags that take no value

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
		return fmt.Errorf("unknown %s %q; want one of: %s", o.flag, name, strings.Join(o.names, ", "))
	}
	*o.value = name
	return nil
}

// flagError explains an error about a flag. Where the flag's value has its own
// message, that is enough.
func flagError(cmd *cobra.Command, err error) error {
	if said := errors.Unwrap(err); said != nil && !errors.Is(err, strconv.ErrSyntax) {
		return said
	}
	if unknown, ok := errors.AsType[*pflag.NotExistError](err); ok {
		if like := cell.Nearest(unknown.GetSpecifiedName(), flagNames(cmd)); like != "" {
			return fmt.Errorf("%w; did you mean --%s?", err, like)
		}
	}
	return fmt.Errorf("%w; “%s --help” lists the flags", err, cmd.CommandPath())
}

// flagNames returns the names of a command's flags.
func flagNames(cmd *cobra.Command) (all []string) {
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if !f.Hidden {
			all = append(all, f.Name)
		}
	})
	return all
}

// Below is for the arguments of a command that only has others below it: it says
// which there are.
func Below(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if like := cell.Nearest(args[0], names(cmd)); like != "" {
		return fmt.Errorf("unknown command %q; did you mean “%s %s”?", args[0], cmd.CommandPath(), like)
	}
	return fmt.Errorf("unknown command %q; the commands are %s", args[0], strings.Join(names(cmd), ", "))
}

// help is cobra's help command, except that help on an unknown command is an
// error.
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
				if like := suggestion(root, args[0]); like != "" {
					return fmt.Errorf("unknown command %q; did you mean “parallax help %s”?", strings.Join(args, " "), like)
				}
				return fmt.Errorf("unknown command %q; the commands are %s", strings.Join(args, " "), strings.Join(names(root), ", "))
			}
			return cmd.Help()
		},
	}
}

// Suggest adds to an error about a first argument that is no file which command
// it looks like: a command that is mistyped is taken for a path.
func Suggest(root *cobra.Command, args []string, err error) error {
	if err == nil || len(args) == 0 {
		return err
	}
	if _, there := os.Lstat(args[0]); !errors.Is(there, fs.ErrNotExist) {
		return err
	}
	if like := suggestion(root, args[0]); like != "" {
		return fmt.Errorf("%w; or did you mean the command “parallax %s”?", err, like)
	}
	return err
}

// farthest is how many letters a command is mistyped in at most.
const farthest = 2

// suggestion returns the command that a word looks like, "" for none.
func suggestion(root *cobra.Command, word string) string {
	root.SuggestionsMinimumDistance = farthest
	if len(word) <= farthest {
		return ""
	}
	if like := root.SuggestionsFor(word); len(like) > 0 {
		return like[0]
	}
	return ""
}

// names returns the names of the commands below one.
func names(of *cobra.Command) (all []string) {
	for _, cmd := range of.Commands() {
		all = append(all, cmd.Name())
	}
	return all
}
