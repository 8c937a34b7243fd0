package cli

import (
	"context"
	"fmt"
	"io"
	"strconv"

	"github.com/spf13/cobra"

	"parallax/corpus"
	"parallax/diffview"
	"parallax/diffview/export"
	"parallax/diffview/judge/ask"
	"parallax/diffview/layout"
	"parallax/diffview/measured"
	"parallax/ui/command"
	"parallax/ui/judging"
)

func diffCommand() *cobra.Command {
	var name, output string
	view := "side"
	var reading readingFlags
	var judge judging.Flag
	var o export.Options
	cmd := &cobra.Command{
		Use:   "diff LEFT RIGHT",
		Short: "Compare two articles: what they share, where they differ",
		Long: `Compares two articles and prints what they share and where they differ. LEFT and
RIGHT are files with one article each, - for one on standard input as JSON, or
one article of many, named as "parallax list" shows it: export.docx#3,
pages.zip/front.html.

` + measured.Help() + `

Exit status: 0 no differences, 1 differences, 2 error.`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 2 {
				return fmt.Errorf("diff needs two articles, got %d: parallax diff LEFT RIGHT", len(args))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			how, err := reading.options()
			if err != nil {
				return err
			}
			f := pairFormat(name)
			if o.OnlyDifferences && !f.Partial {
				return fmt.Errorf("the %s format is always complete: leave out --only-differences", f.Name)
			}
			if view == "unified" {
				o.View = layout.Unified
			}
			asked, err := judge.Open(cmd, judgeSettings(), !reading.noCache)
			if err != nil {
				return err
			}
			defer asked.Close()
			return compare(cmd.Context(), cmd.OutOrStdout(), output, [2]string(args), how, asked, f, o)
		},
	}
	formatFlag(cmd, &name, pairFormats())
	command.OneOf(cmd, &view, "view", "", []string{"side", "unified"}, "layout of text and html")
	o.Width = export.DefaultWidth
	cmd.Flags().Func("width", fmt.Sprintf("page width of text output, in `COLUMNS` (default %d)", o.Width), func(said string) (err error) {
		if o.Width, err = strconv.Atoi(said); err != nil || o.Width < export.MinWidth {
			return fmt.Errorf("--width %s: want a number of columns, %d or more", said, export.MinWidth)
		}
		return nil
	})
	cmd.Flags().BoolVar(&o.OnlyDifferences, "only-differences", false, "leave out sentences that agree, and lines of the page outside the article")
	outputFlag(cmd, &output)
	judge.AddTo(cmd)
	reading.addTo(cmd)
	return cmd
}

// compare prints the comparison of two articles, or writes it to the file named
// by output, and returns errDiffers when something differs.
func compare(ctx context.Context, w io.Writer, output string, paths [2]string, how corpus.Options, judge *ask.Judge, f export.Format, o export.Options) error {
	c, err := compared(ctx, paths, how, judge)
	if err != nil {
		return err
	}
	return diffview.Guard(c.Articles[0], c.Articles[1], func() error {
		err := write(w, output, func(w io.Writer) error {
			return linked(w, f.Name, c.Articles[:], func(w io.Writer) error { return f.Write(w, c, o) })
		})
		if err == nil && !c.Same() {
			err = errDiffers
		}
		return err
	})
}

// compared compares two articles by their words, and asks a judge if there is one.
func compared(ctx context.Context, paths [2]string, how corpus.Options, judge *ask.Judge) (c *diffview.Comparison, err error) {
	articles, err := corpus.OpenPair(paths[0], paths[1], how)
	if err != nil {
		return nil, err
	}
	err = diffview.Guard(articles[0], articles[1], func() error {
		c, err = judging.Compare(ctx, judge, diffview.Prepare(articles[0]), diffview.Prepare(articles[1]))
		return err
	})
	return c, err
}
