package cli

import (
	"io"
	"slices"

	"github.com/spf13/cobra"

	"parallax/diffview/export"
	"parallax/ui/command"
	"parallax/ui/disk"
)

// formatFlag adds the flag that names one of several formats; the first is the
// default.
func formatFlag(cmd *cobra.Command, name *string, formats []string) {
	*name = formats[0]
	command.OneOf(cmd, name, "format", "f", formats, "output format")
}

// pairFormats returns the names of the formats of a comparison.
func pairFormats() (names []string) {
	for _, f := range export.Formats {
		names = append(names, f.Name)
	}
	return names
}

// pairFormat returns the format of a comparison with a name that formatFlag took.
func pairFormat(name string) export.Format {
	return export.Formats[slices.Index(pairFormats(), name)]
}

// outputFlag adds the flag that names a file to write to.
func outputFlag(cmd *cobra.Command, output *string) {
	cmd.Flags().StringVarP(output, "output", "o", "", "write to `FILE` instead of standard output; never leaves a partial file")
}

// write writes to the file named by output, or to w when none is named.
func write(w io.Writer, output string, content func(io.Writer) error) error {
	if output == "" || output == "-" {
		return content(w)
	}
	return disk.Replace(output, content)
}
