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
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"parallax/corpus"
	"parallax/corpus/format"
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
	var r readerFlags
	root := &cobra.Command{
		Use:   "parallax [PATH...]",
		Short: "Read coverage side by side",
		Long: `Parallax reads coverage side by side: it shows any two articles of a folder in
panes, with the words marked where the outlets agree, where one adds detail and
where they differ. PATHs are folders and files, and - is JSON Lines on standard
input; without one the sample corpus opens. Press ? in the reader for its keys.

When standard output is no terminal, two files are compared and printed, and
anything else is listed.

Exit status: 0 nothing differs, 1 something does, 2 trouble.`,
		Version:       version(),
		Args:          cobra.ArbitraryArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE:          func(cmd *cobra.Command, paths []string) error { return r.read(cmd, paths) },
	}
	r.addTo(root)
	storyFlag(root, &r.way)
	root.Flags().StringVar(&r.theme, "theme", "", "`NAME` of the looks: "+strings.Join(ui.Themes(), ", "))
	root.Flags().StringVar(&r.view, "view", "", "`NAME` of the view to begin with: "+strings.Join(ui.Views(), ", "))
	root.Flags().BoolVar(&r.fresh, "fresh", false, "begin with the first pair, not where these PATHs were left")
	root.Flags().BoolVar(&r.plain, "plain", false, "no screen: print one pair after the other as lines of text, as screen readers like it")
	for name, values := range map[string][]string{"theme": ui.Themes(), "view": ui.Views()} {
		_ = root.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp)) // the flags are there
	}
	root.SetVersionTemplate("parallax {{.Version}}\n")
	root.AddCommand(diffCommand(), listCommand(), configTopic())
	return root
}

// readingFlags are the flags of all commands that read articles.
type readingFlags struct {
	outlets string
	charset string
	noCache bool
}

func (f *readingFlags) addTo(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.outlets, "outlets", "", "`FILE` of more names of outlets: domain, tab, name a line")
	cmd.Flags().StringVar(&f.charset, "charset", "", "read all text as `NAME` (windows-1252, gb18030, ...) instead of finding out")
	cmd.Flags().BoolVar(&f.noCache, "no-cache", false, "do not keep what was read of web pages and the like for the next time")
}

// options returns what the flags say, or that there is no such encoding.
func (f *readingFlags) options() (corpus.Options, error) {
	o := corpus.Options{Outlets: f.outlets, Charset: f.charset}
	if f.charset != "" {
		if err := format.CheckCharset(f.charset); err != nil {
			return o, err
		}
	}
	if dir, err := os.UserCacheDir(); err == nil && !f.noCache {
		o.Cache = filepath.Join(dir, "parallax")
	}
	return o, nil
}

// storyFlag adds the flag that says what a story is.
func storyFlag(cmd *cobra.Command, way *story.Way) {
	cmd.Flags().Var(way, "stories", "what makes a story: content, folders (each is one), none (all articles together)")
}

// configTopic is the help on the configuration: “parallax help config”.
func configTopic() *cobra.Command {
	cmd := &cobra.Command{Use: "config", Short: "How the reader is configured"}
	cmd.SetHelpFunc(func(cmd *cobra.Command, _ []string) { fmt.Fprint(cmd.OutOrStdout(), ui.SettingsHelp()) })
	return cmd
}

// readerFlags are the flags of the reader.
type readerFlags struct {
	readingFlags
	way          story.Way
	theme, view  string
	fresh, plain bool
}

// reader returns the configuration, with what the flags say before it.
func (f *readerFlags) reader(paths []string) (ui.Options, error) {
	o := ui.Options{Paths: paths, Folders: ui.HomeFolders(os.Environ()), Fresh: f.fresh}
	var err error
	if o.Settings, err = ui.ReadSettings(o.Folders.Settings()); err != nil {
		return o, err
	}
	for _, flag := range []struct {
		what, value string
		names       []string
		set         *string
	}{{"theme", f.theme, ui.Themes(), &o.Settings.Theme}, {"view", f.view, ui.Views(), &o.Settings.View}} {
		if flag.value == "" {
			continue
		}
		if !slices.Contains(flag.names, flag.value) {
			return o, fmt.Errorf("no %s is called %q; there are %s", flag.what, flag.value, strings.Join(flag.names, ", "))
		}
		*flag.set = flag.value
	}
	return o, nil
}

// read opens the reader, or prints what a pipe can use.
func (f *readerFlags) read(cmd *cobra.Command, paths []string) error {
	o, err := f.options()
	if err != nil {
		return err
	}
	out := cmd.OutOrStdout()
	var reader ui.Options
	if isTerminal(out) || f.plain {
		if reader, err = f.reader(paths); err != nil {
			return err
		}
	}
	switch {
	case f.plain: // below, when all is read
	case isTerminal(out) && len(paths) > 0:
		loading, err := corpus.Load(cmd.Context(), paths, o)
		if err != nil {
			return err
		}
		go spareMemory(cmd.Context(), loading)
		if f.way == story.None {
			if articles, _ := loading.First(cmd.Context(), story.MostInOne+1, time.Hour); len(articles) > story.MostInOne {
				return fmt.Errorf("--stories none: more than %d articles are too many to read each beside each; name fewer, or let them be sorted by content", story.MostInOne)
			}
		}
		return ui.Load(cmd.Context(), loading, paths, f.way, reader)
	case len(paths) == 2 && isFile(paths[0]) && isFile(paths[1]):
		return compare(out, [2]string(paths), o, export.Formats[0], export.Options{})
	}
	c, err := open(cmd.Context(), paths, o)
	if err != nil {
		return err
	}
	stories := f.way.Stories(c.Articles)
	switch {
	case f.plain:
		return ui.Plain(cmd.InOrStdin(), out, c, stories, reader)
	case isTerminal(out):
		return ui.Run(cmd.Context(), c, stories, reader)
	}
	return export.List(out, c, stories, "text")
}

func diffCommand() *cobra.Command {
	var name, view, output string
	var reading readingFlags
	var o export.Options
	cmd := &cobra.Command{
		Use:   "diff LEFT RIGHT",
		Short: "Compare two articles and print what they share and where they differ",
		Args:  cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			f, err := formatNamed(name)
			if err != nil {
				return err
			}
			how, err := reading.options()
			if err != nil {
				return err
			}
			if o.View, err = viewNamed(view); err != nil {
				return err
			}
			if o.OnlyDifferences && !f.Partial {
				return fmt.Errorf("%s is always whole: leave out --only-differences", f.Name)
			}
			if output == "" {
				return compare(cmd.OutOrStdout(), [2]string(args), how, f, o)
			}
			return compareInto(output, [2]string(args), how, f, o)
		},
	}
	cmd.Flags().StringVarP(&name, "format", "f", export.Formats[0].Name, "`NAME` of the format: "+strings.Join(formatNames(), ", "))
	cmd.Flags().StringVar(&view, "view", "side", "arrangement of text and html: side, unified")
	cmd.Flags().IntVar(&o.Width, "width", export.DefaultWidth, "width of the page in `CELLS`")
	cmd.Flags().BoolVar(&o.OnlyDifferences, "only-differences", false, "leave out what both articles say and the lines of the page")
	cmd.Flags().StringVarP(&output, "output", "o", "", "write into `FILE` instead of standard output")
	reading.addTo(cmd)
	return cmd
}

func listCommand() *cobra.Command {
	var name string
	var reading readingFlags
	var way story.Way
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
			return export.List(cmd.OutOrStdout(), c, way.Stories(c.Articles), name)
		},
	}
	cmd.Flags().StringVarP(&name, "format", "f", "text", "`NAME` of the format: text, tsv, json")
	reading.addTo(cmd)
	storyFlag(cmd, &way)
	return cmd
}

// open reads the corpus of the paths, or the sample corpus when there are none.
func open(ctx context.Context, paths []string, o corpus.Options) (*corpus.Corpus, error) {
	if len(paths) == 0 {
		return sample.Open()
	}
	loading, err := corpus.Load(ctx, paths, o)
	if err != nil {
		return nil, err
	}
	go spareMemory(ctx, loading)
	return loading.Wait(ctx)
}

// spareMemory has garbage collected sooner once there are many articles: for a
// twentieth of the time grouping 10,000 then takes a third less memory. For few
// it would only make the start slower.
func spareMemory(ctx context.Context, loading *corpus.Loading) {
	const many = 1000
	if articles, _ := loading.First(ctx, many, time.Hour); len(articles) >= many && os.Getenv("GOGC") == "" {
		debug.SetGCPercent(25)
	}
}

// compare prints the comparison of two files, and returns errDiffers when
// something differs.
func compare(w io.Writer, paths [2]string, how corpus.Options, f export.Format, o export.Options) error {
	articles, err := both(paths, how)
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
func compareInto(path string, paths [2]string, how corpus.Options, f export.Format, o export.Options) error {
	var differs error
	err := export.Replace(path, func(w io.Writer) error {
		err := compare(w, paths, how, f, o)
		if errors.Is(err, errDiffers) {
			differs, err = err, nil
		}
		return err
	})
	return errors.Join(err, differs)
}

// both reads the article of each path, together, so that two outlets nobody
// knows the names of are called A and B. The paths may be the same.
func both(paths [2]string, how corpus.Options) (articles [2]*corpus.Article, err error) {
	c, err := corpus.Open(paths[:], how)
	switch {
	case err != nil:
		return articles, err
	case len(c.Problems) > 0:
		return articles, c.Problems[0]
	case len(c.Articles) == 1:
		return [2]*corpus.Article{c.Articles[0], c.Articles[0]}, nil
	case len(c.Articles) != 2:
		return articles, fmt.Errorf("%s and %s hold %d articles; name a file of one for each side", paths[0], paths[1], len(c.Articles))
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
