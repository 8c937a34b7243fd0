package cli

import (
	"io"

	"github.com/spf13/cobra"

	"parallax/corpus/story"
	"parallax/diffview/export"
)

func listCommand() *cobra.Command {
	var name string
	var reading readingFlags
	var grouping story.Grouping
	cmd := &cobra.Command{
		Use:   "list [PATH...]",
		Short: "List what was read, grouped into stories",
		RunE: func(cmd *cobra.Command, paths []string) error {
			c, err := reading.open(cmd.Context(), paths)
			if err != nil {
				return err
			}
			return linked(cmd.OutOrStdout(), name, c.Articles, func(w io.Writer) error {
				return export.List(w, c, grouping.Stories(c.Articles), name)
			})
		},
	}
	formatFlag(cmd, &name, export.ListFormats())
	reading.addTo(cmd)
	storyFlag(cmd, &grouping)
	return cmd
}
