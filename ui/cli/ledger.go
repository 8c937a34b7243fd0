package cli

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"parallax/corpus"
	"parallax/diffview"
	"parallax/diffview/export"
)

func ledgerCommand() *cobra.Command {
	var name string
	var reading readingFlags
	cmd := &cobra.Command{
		Use:   "ledger FILE",
		Short: "What an article states: counts, sums, days, names",
		Long: `Lists the values an article states, in order: counts and tolls, sums of money,
measures, percentages, ages, ranks, scores and votes, days and times, places,
offices and persons. Of each it says what is counted, what happened, of whom,
when and who says so, as far as the sentence tells. FILE is a file with one
article, - for one on standard input as JSON, or one article of many, named as
"parallax list" shows it.`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return fmt.Errorf("ledger needs one article, got %d: parallax ledger FILE", len(args))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			o, err := reading.options()
			if err != nil {
				return err
			}
			articles, err := corpus.OpenEach(args, o)
			if err != nil {
				return err
			}
			a := articles[0]
			return diffview.Guard(a, a, func() error {
				return linked(cmd.OutOrStdout(), name, articles, func(w io.Writer) error { return export.Ledger(w, a, name) })
			})
		},
	}
	formatFlag(cmd, &name, export.LedgerFormats())
	reading.addTo(cmd)
	return cmd
}
