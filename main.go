// Parallax reads coverage side by side: it opens a folder of articles and
// shows any two of them in panes, with the words marked where the outlets
// agree, where one adds detail and where they differ.
//
// This file holds the commands: what they are called, which rooms they join,
// and the exit status. What they do is in the rooms.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strings"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"parallax/corpus"
	"parallax/corpus/sample"
	"parallax/corpus/story"
	"parallax/diffview"
	"parallax/diffview/export"
	"parallax/diffview/layout"
	"parallax/ui"
)

// Exit statuses, as diff(1) has them.
const (
	exitSame    = 0 // nothing differs, or there was nothing to compare
	exitDiffers = 1
	exitTrouble = 2
)

// errDiffers ends a comparison in which something differs. It is no trouble,
// and nothing is printed of it.
var errDiffers = errors.New("the articles differ")

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run carries out one command line and returns the exit status.
func run(args []string, stdout, stderr io.Writer) int {
	root := rootCommand()
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	switch err := root.ExecuteContext(context.Background()); {
	case err == nil:
		return exitSame
	case errors.Is(err, errDiffers):
		return exitDiffers
	default:
		fmt.Fprintf(stderr, "parallax: %s\n", oneLine(err))
		return exitTrouble
	}
}

// oneLine returns an error as one line, whatever it quotes.
func oneLine(err error) string { return strings.Join(strings.Fields(err.Error()), " ") }

func rootCommand() *cobra.Command {
	var o corpus.Options
	var way story.Way
	root := &cobra.Command{
		Use:   "parallax [PATH...]",
		Short: "Read coverage side by side",
		Long: `Parallax reads coverage side by side: it shows any two articles of a folder in
panes, with the words marked where the outlets agree, where one adds detail and
where they differ. PATHs are folders and files; without one the sample corpus
opens. Press ? in the reader for its keys.

When standard output is no terminal, two files are compared and printed, and
anything else is listed.

Exit status: 0 nothing differs, 1 something does, 2 trouble.`,
		Version:       version(),
		Args:          cobra.ArbitraryArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE:          func(cmd *cobra.Command, paths []string) error { return read(cmd, paths, o, way) },
	}
	corpusFlags(root, &o)
	storyFlag(root, &way)
	root.SetVersionTemplate("parallax {{.Version}}\n")
	root.AddCommand(diffCommand(), listCommand())
	return root
}

// read opens the reader, or prints what a pipe can use.
func read(cmd *cobra.Command, paths []string, o corpus.Options, way story.Way) error {
	terminal := isTerminal(cmd.OutOrStdout())
	if !terminal && len(paths) == 2 && isFile(paths[0]) && isFile(paths[1]) {
		return compare(cmd.OutOrStdout(), paths[0], paths[1], o, export.Formats[0], export.TextOptions{})
	}
	c, err := open(paths, o)
	if err != nil {
		return err
	}
	if n := len(c.Articles); terminal && way == story.None && n > story.MostInOne {
		return fmt.Errorf("--stories none: %d articles are too many to read each beside each; name at most %d, or let them be sorted by content", n, story.MostInOne)
	}
	stories := way.Stories(c.Articles)
	if !terminal {
		return export.List(cmd.OutOrStdout(), c, stories, "text")
	}
	return ui.Run(cmd.Context(), c, stories, ui.Options{})
}

func diffCommand() *cobra.Command {
	var format, view, output string
	var in corpus.Options
	var o export.TextOptions
	cmd := &cobra.Command{
		Use:   "diff LEFT RIGHT",
		Short: "Compare two articles and print what they share and where they differ",
		Args:  cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			f, err := formatNamed(format)
			if err != nil {
				return err
			}
			if o.View, err = viewNamed(view); err != nil {
				return err
			}
			if output == "" {
				return compare(cmd.OutOrStdout(), args[0], args[1], in, f, o)
			}
			return compareInto(output, args[0], args[1], in, f, o)
		},
	}
	cmd.Flags().StringVarP(&format, "format", "f", export.Formats[0].Name, "`NAME` of the format: "+strings.Join(formatNames(), ", "))
	cmd.Flags().StringVar(&view, "view", "side", "arrangement of text: side, unified")
	cmd.Flags().IntVar(&o.Width, "width", export.DefaultWidth, "width of the page in `CELLS`")
	corpusFlags(cmd, &in)
	cmd.Flags().StringVarP(&output, "output", "o", "", "write into `FILE` instead of standard output")
	return cmd
}

func listCommand() *cobra.Command {
	var format string
	var o corpus.Options
	var way story.Way
	cmd := &cobra.Command{
		Use:   "list [PATH...]",
		Short: "List what was read, grouped into stories",
		RunE: func(cmd *cobra.Command, paths []string) error {
			c, err := open(paths, o)
			if err != nil {
				return err
			}
			return export.List(cmd.OutOrStdout(), c, way.Stories(c.Articles), format)
		},
	}
	cmd.Flags().StringVarP(&format, "format", "f", "text", "`NAME` of the format: text, tsv, json")
	corpusFlags(cmd, &o)
	storyFlag(cmd, &way)
	return cmd
}

// corpusFlags adds the flags that say how articles are read.
func corpusFlags(cmd *cobra.Command, o *corpus.Options) {
	cmd.Flags().StringVar(&o.Outlets, "outlets", "", "`FILE` of more names of outlets: domain, tab, name a line")
}

// storyFlag adds the flag that says what a story is.
func storyFlag(cmd *cobra.Command, way *story.Way) {
	cmd.Flags().Var(way, "stories", "what makes a story: content, folders (each is one), none (all articles together)")
}

// open reads the corpus of the paths, or the sample corpus when there are none.
func open(paths []string, o corpus.Options) (*corpus.Corpus, error) {
	if len(paths) == 0 {
		return sample.Open()
	}
	return corpus.Open(paths, o)
}

// compare prints the comparison of two files, and returns errDiffers when
// something differs.
func compare(w io.Writer, left, right string, in corpus.Options, f export.Format, o export.TextOptions) error {
	articles, err := both(left, right, in)
	if err != nil {
		return err
	}
	c := diffview.Compare(diffview.Prepare(articles[0]), diffview.Prepare(articles[1]))
	if err := f.Write(w, c, o); err != nil {
		return err
	}
	if !c.Same() {
		return errDiffers
	}
	return nil
}

// compareInto writes the comparison into a file, whole or not at all. A file
// that was named is replaced, as with any -o.
func compareInto(path, left, right string, in corpus.Options, f export.Format, o export.TextOptions) error {
	var differs error
	err := export.Replace(path, func(w io.Writer) error {
		err := compare(w, left, right, in, f, o)
		if errors.Is(err, errDiffers) {
			differs, err = err, nil
		}
		return err
	})
	return errors.Join(err, differs)
}

// both reads the article of each path, together, so that two outlets nobody
// knows the names of are called A and B. The paths may be the same.
func both(left, right string, in corpus.Options) (articles [2]*corpus.Article, err error) {
	c, err := corpus.Open([]string{left, right}, in)
	switch {
	case err != nil:
		return articles, err
	case len(c.Problems) > 0:
		return articles, c.Problems[0]
	case len(c.Articles) == 1:
		return [2]*corpus.Article{c.Articles[0], c.Articles[0]}, nil
	case len(c.Articles) != 2:
		return articles, fmt.Errorf("%s and %s hold %d articles; name a file of one for each side", left, right, len(c.Articles))
	}
	return [2]*corpus.Article{c.Articles[0], c.Articles[1]}, nil
}

func formatNamed(name string) (export.Format, error) {
	for _, f := range export.Formats {
		if f.Name == name {
			return f, nil
		}
	}
	return export.Format{}, fmt.Errorf("no format is called %q; there are %s", name, strings.Join(formatNames(), ", "))
}

func formatNames() (names []string) {
	for _, f := range export.Formats {
		names = append(names, f.Name)
	}
	return names
}

func viewNamed(name string) (layout.View, error) {
	switch name {
	case "side":
		return layout.Matched, nil
	case "unified":
		return layout.Unified, nil
	}
	return 0, fmt.Errorf("no view is called %q; there are side, unified", name)
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(f.Fd())
}

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

// version is the module's version as it was built.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "development"
	}
	return info.Main.Version
}
