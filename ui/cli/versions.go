package cli

import (
	"context"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"parallax/corpus"
	"parallax/corpus/story"
	"parallax/diffview/export"
	"parallax/diffview/history"
)

func versionsCommand() *cobra.Command {
	var name, output string
	var reading readingFlags
	var grouping story.Grouping
	cmd := &cobra.Command{
		Use:   "versions [PATH...]",
		Short: "What changed from version to version of a text",
		Long: `Finds the versions of each text, one outlet's or one address's at different
times, and prints what changed from each to the next: numbers and quotations
first, then dates, names, sentences removed, added and moved, words, punctuation.
Two or more files, when nothing else is named, are the versions of one text: in
the order of their times, or as they are given when not all have one.

Exit status: 0 no differences, 1 differences, 2 error.`,
		RunE: func(cmd *cobra.Command, paths []string) error {
			o, err := reading.options()
			if err != nil {
				return err
			}
			all, err := histories(cmd.Context(), paths, o, grouping)
			if err != nil {
				return err
			}
			var articles []*corpus.Article
			for _, h := range all {
				articles = append(articles, h.Versions...)
			}
			err = write(cmd.OutOrStdout(), output, func(w io.Writer) error {
				return linked(w, name, articles, func(w io.Writer) error { return export.Histories(w, all, name) })
			})
			if err == nil && slices.ContainsFunc(all, func(h *history.History) bool { return !h.Same() }) {
				err = errDiffers
			}
			return err
		},
	}
	formatFlag(cmd, &name, export.HistoryFormats())
	outputFlag(cmd, &output)
	reading.addTo(cmd)
	storyFlag(cmd, &grouping)
	return cmd
}

// histories compares the versions of each text of the paths.
func histories(ctx context.Context, paths []string, o corpus.Options, grouping story.Grouping) ([]*history.History, error) {
	if len(paths) > 1 && !slices.ContainsFunc(paths, func(p string) bool { return !isFile(p) }) {
		named, err := corpus.OpenEach(paths, o)
		if err != nil {
			return nil, err
		}
		return history.All(ctx, [][]*corpus.Article{history.InOrder(named)})
	}
	c, err := open(ctx, paths, o)
	if err != nil {
		return nil, err
	}
	return history.All(ctx, history.Groups(c.Articles, grouping.Stories(c.Articles)))
}
