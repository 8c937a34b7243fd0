package cli

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"parallax/ui/keys"
	"parallax/ui/manual"
	"parallax/ui/settings"
)

func manCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "man",
		Short: "Print the man page",
		Long: `Prints the man page of the program, with all commands, flags, keys and settings.
To read it: parallax man | man -l -`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return fmt.Errorf("man has no arguments, got %q: parallax man | man -l -", args[0])
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := io.WriteString(cmd.OutOrStdout(), manual.Page(contents(cmd.Root())))
			return err
		},
	}
}

// contents returns what the man page describes.
func contents(root *cobra.Command) manual.Contents {
	c := manual.Contents{Root: root, Settings: manual.Table{Name: "Settings", Rows: settings.Rows()}, Example: settings.Example()}
	for _, row := range keys.Rows() {
		if n := len(c.Keys); n == 0 || c.Keys[n-1].Name != row[0] {
			c.Keys = append(c.Keys, manual.Table{Name: row[0]})
		}
		topic := &c.Keys[len(c.Keys)-1]
		topic.Rows = append(topic.Rows, [2]string{row[1], row[2]})
	}
	return c
}
