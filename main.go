// Parallax reads coverage side by side: it opens a folder of articles and
// shows any two of them in panes, with the words marked where the outlets
// agree, where one adds detail and where they differ.
//
// This file holds the commands: what they are called, which rooms they join,
// and the exit status. What they do is in the rooms.
package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"parallax/corpus"
	"parallax/corpus/format/raw"
	"parallax/corpus/sample"
	"parallax/corpus/story"
	"parallax/diffview"
	"parallax/diffview/export"
	"parallax/diffview/layout"
	"parallax/ui"
	"parallax/ui/command"
	"parallax/ui/disk"
	"parallax/ui/licenses"
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
	out := &output{Writer: stdout}
	root.SetOut(out)
	root.SetErr(stderr)
	err := root.ExecuteContext(context.Background())
	if out.err != nil && (err == nil || errors.Is(err, errDiffers)) {
		err = out.err
	}
	switch {
	case err == nil:
		return exitSame
	case errors.Is(err, errDiffers):
		return exitDiffers
	default:
		fmt.Fprintf(stderr, "parallax: %s\n", oneLine(err))
		return exitTrouble
	}
}

// An output remembers that something could not be written: the libraries that
// print the help do not say so.
type output struct {
	io.Writer
	err error // the first
}

func (o *output) Write(b []byte) (n int, err error) {
	n, err = o.Writer.Write(b)
	o.err = cmp.Or(o.err, err)
	return n, err
}

// oneLine returns an error as one line that a terminal does not act upon,
// whatever it quotes: a word of the command line, the name of a file.
func oneLine(err error) string {
	return corpus.Printable(strings.ReplaceAll(strings.TrimSpace(err.Error()), "\n", " "))
}

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
	command.OneOf(root, &r.theme, "theme", "", ui.Themes(), "looks")
	command.OneOf(root, &r.view, "view", "", ui.Views(), "view to begin with")
	root.Flags().BoolVar(&r.fresh, "fresh", false, "begin with the first pair, not where these PATHs were left")
	root.Flags().BoolVar(&r.plain, "plain", false, "no screen: print one pair after the other as lines of text, as screen readers like it")
	root.Flags().BoolVar(&r.licenses, "licenses", false, "print the licences of everything in this program")
	root.SetVersionTemplate("parallax {{.Version}}\n")
	root.AddCommand(diffCommand(), listCommand(), configTopic())
	command.Finish(root)
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
		if err := raw.CheckCharset(f.charset); err != nil {
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
	command.Complete(cmd, "stories", story.Ways())
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
	licenses     bool
}

// reader returns the configuration, with what the flags say before it.
func (f *readerFlags) reader(paths []string) (ui.Options, error) {
	o := ui.Options{Paths: paths, Folders: ui.HomeFolders(os.Environ()), Fresh: f.fresh}
	var err error
	o.Settings, err = ui.ReadSettings(o.Folders.Settings())
	o.Settings.Theme = cmp.Or(f.theme, o.Settings.Theme)
	o.Settings.View = cmp.Or(f.view, o.Settings.View)
	return o, err
}

// read opens the reader, or prints what a pipe can use.
func (f *readerFlags) read(cmd *cobra.Command, paths []string) error {
	out := cmd.OutOrStdout()
	if f.licenses {
		_, err := io.WriteString(out, licenses.All)
		return err
	}
	o, err := f.options()
	if err != nil {
		return err
	}
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
		return ui.RunWhileLoading(cmd.Context(), loading, paths, f.way, reader)
	case len(paths) == 2 && isFile(paths[0]) && isFile(paths[1]):
		return compare(cmd.Context(), out, "", [2]string(paths), o, export.Formats[0], export.Options{})
	}
	c, err := open(cmd.Context(), paths, o)
	if err != nil {
		return err
	}
	stories := f.way.Stories(c.Articles)
	switch {
	case f.plain:
		in := cmd.InOrStdin()
		if slices.Contains(paths, "-") {
			in = strings.NewReader("") // the articles came from there
		}
		return ui.Plain(in, out, c, stories, reader)
	case isTerminal(out):
		return ui.Run(cmd.Context(), c, stories, reader)
	}
	return export.List(out, c, stories, "text")
}

func diffCommand() *cobra.Command {
	name, view, output := export.Formats[0].Name, "side", ""
	var reading readingFlags
	var o export.Options
	cmd := &cobra.Command{
		Use:   "diff LEFT RIGHT",
		Short: "Compare two articles: what they share, where they differ",
		Long: `Compares two articles and prints what they share and where they differ. LEFT and
RIGHT are files of one article, - for one on standard input, or an article of
many as "parallax list" names it: export.docx#3, pages.zip/front.html.

Exit status: 0 nothing differs, 1 something does, 2 trouble.`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 2 {
				return fmt.Errorf("diff compares two articles and was given %d; name a LEFT and a RIGHT", len(args))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			how, err := reading.options()
			if err != nil {
				return err
			}
			f := export.Formats[slices.Index(formatNames(), name)]
			if o.OnlyDifferences && !f.Partial {
				return fmt.Errorf("%s is always whole: leave out --only-differences", f.Name)
			}
			if view == "unified" {
				o.View = layout.Unified
			}
			return compare(cmd.Context(), cmd.OutOrStdout(), output, [2]string(args), how, f, o)
		},
	}
	command.OneOf(cmd, &name, "format", "f", formatNames(), "format")
	command.OneOf(cmd, &view, "view", "", []string{"side", "unified"}, "arrangement of text and html")
	o.Width = export.DefaultWidth
	cmd.Flags().Func("width", fmt.Sprintf("width of a page of text in `CELLS` (default %d)", o.Width), func(said string) (err error) {
		if o.Width, err = strconv.Atoi(said); err != nil || o.Width < export.MinWidth {
			return fmt.Errorf("--width %s: a page is a number of cells, %d or more", said, export.MinWidth)
		}
		return nil
	})
	cmd.Flags().BoolVar(&o.OnlyDifferences, "only-differences", false, "leave out what both articles say and the lines of the page")
	cmd.Flags().StringVarP(&output, "output", "o", "", "write into `FILE`, whole or not at all, instead of standard output")
	reading.addTo(cmd)
	return cmd
}

func listCommand() *cobra.Command {
	name := export.ListFormats()[0]
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
	command.OneOf(cmd, &name, "format", "f", export.ListFormats(), "format")
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

// spareMemory has garbage collected sooner once there is much to keep, as of
// 1,000 articles: for a twentieth of the time grouping 10,000 then takes a third
// less memory. For few it would only make the start slower.
func spareMemory(ctx context.Context, loading *corpus.Loading) {
	const much = 10 << 20 // bytes
	if loading.Grown(ctx, much) && os.Getenv("GOGC") == "" {
		debug.SetGCPercent(25)
	}
}

// compare prints the comparison of two articles, or writes it into the file
// output where that is named, and returns errDiffers when something differs.
func compare(ctx context.Context, w io.Writer, output string, paths [2]string, how corpus.Options, f export.Format, o export.Options) error {
	articles, err := corpus.OpenPair(paths[0], paths[1], how)
	if err != nil {
		return err
	}
	return diffview.Guard(articles[0], articles[1], func() error {
		c, err := diffview.Compare(ctx, diffview.Prepare(articles[0]), diffview.Prepare(articles[1]))
		if err != nil {
			return err
		}
		if output == "" || output == "-" {
			err = f.Write(w, c, o)
		} else {
			err = disk.Replace(output, func(w io.Writer) error { return f.Write(w, c, o) })
		}
		if err == nil && !c.Same() {
			err = errDiffers
		}
		return err
	})
}

func formatNames() (names []string) {
	for _, f := range export.Formats {
		names = append(names, f.Name)
	}
	return names
}

func isTerminal(w io.Writer) bool {
	if o, ok := w.(*output); ok {
		w = o.Writer
	}
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(f.Fd())
}

func isFile(path string) bool {
	info, err := os.Stat(corpus.OnDisk(path))
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
