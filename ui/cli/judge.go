package cli

import (
	"os"

	"github.com/spf13/cobra"

	"parallax/diffview"
	"parallax/diffview/export"
	"parallax/ui"
	"parallax/ui/judging"
	"parallax/ui/settings"
)

// judgeCommand makes the commands that print a question and take an answer.
func judgeCommand() *cobra.Command {
	var reading readingFlags
	var name string
	return judging.Command(judging.Pair{
		Compared: func(cmd *cobra.Command, names [2]string) (*diffview.Comparison, error) {
			how, err := reading.options()
			if err != nil {
				return nil, err
			}
			return compared(cmd.Context(), names, how, nil)
		},
		Show: func(cmd *cobra.Command, c *diffview.Comparison) error {
			return pairFormat(name).Write(cmd.OutOrStdout(), c, export.Options{})
		},
		Flags: func(cmd *cobra.Command) {
			if cmd.Name() == "answer" {
				formatFlag(cmd, &name, pairFormats())
			}
			reading.addTo(cmd)
		},
	})
}

// judgeSettings returns what the configuration says of a judge. What is wrong in
// it the reader says; what only prints does not need it.
func judgeSettings() judging.Configured {
	s, err := settings.Read(ui.HomeFolders(os.Environ()).Settings())
	if err != nil {
		return judging.Configured{}
	}
	return judgeOf(s)
}

func judgeOf(s settings.Settings) judging.Configured {
	return judging.Configured{Spec: s.Judge, KeyName: s.KeyName}
}
