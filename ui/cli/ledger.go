package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"parallax/corpus"
	"parallax/diffview"
	"parallax/diffview/export"
	"parallax/ui/command"
)

func ledgerCommand() *cobra.Command {
	name := export.LedgerFormats()[0]
	var reading readingFlags
	cmd := &cobra.Command{
		Use:   "ledger FILE",
		Short: "What an article states: counts, sums, days, names",
		Long: `Lists the values an article states, in order: counts and tolls, sums of money,
measures, percentages, ages, ranks, scores and votes, days and times, places,
offices and persons. Of each it says what is counted, what happened, of whom,
when and who says so, as far as the sentence tells. FILE is a file with one
article, - for standard input, or one article of many, named as "parallax list"
shows it.`,
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
			articles, err := corpus.OpenPair(args[0], args[0], o)
			if err != nil {
				return err
			}
			return diffview.Guard(articles[0], articles[1], func() error { return export.Ledger(cmd.OutOrStdout(), articles[0], name) })
		},
	}
	command.OneOf(cmd, &name, "format", "f", export.LedgerFormats(), "output format")
	reading.addTo(cmd)
	return cmd
}
