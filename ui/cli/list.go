package cli

import (
	"github.com/spf13/cobra"

	"parallax/corpus/story"
	"parallax/diffview/export"
	"parallax/ui/command"
)

func listCommand() *cobra.Command {
	name := export.ListFormats()[0]
	var reading readingFlags
	var grouping story.Grouping
	cmd := &cobra.Command{
		Use:   "list [PATH...]",
		Short: "List what was read, grouped into stories",
		RunE: func(cmd *cobra.Command, paths []string) error {
			o, err := reading.options()
			if err != nil {
				return err
			}
			c, err := open(cmd.Context(), paths, o)
			if err != nil {
				return err
			}
			return export.List(cmd.OutOrStdout(), c, grouping.Stories(c.Articles), name)
		},
	}
	command.OneOf(cmd, &name, "format", "f", export.ListFormats(), "output format")
	reading.addTo(cmd)
	storyFlag(cmd, &grouping)
	return cmd
}
