// Parallax reads coverage side by side: it opens a folder of articles and
// shows any two of them in panes, with the words marked where the outlets
// agree, where one adds detail and where they differ.
//
// This file defines the commands: their names and flags, which packages they
// call, and the exit status. The work itself is done in those packages.
package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
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
	"parallax/diffview/coverage"
	"parallax/diffview/export"
	"parallax/diffview/history"
	"parallax/diffview/judge/ask"
	"parallax/diffview/layout"
	"parallax/diffview/measured"
	"parallax/ui"
	"parallax/ui/command"
	"parallax/ui/disk"
	"parallax/ui/judging"
	"parallax/ui/licenses"
)

// Exit statuses, as diff(1) has them.
const (
	exitSame    = 0 // nothing differs, or there was nothing to compare
	exitDiffers = 1
	exitTrouble = 2
)

// errDiffers ends a comparison in which something differs. It is not a failure,
// and no message is printed for it.
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

// An output remembers the first write error: the libraries that print the help
// do not report it.
type output struct {
	io.Writer
	err error // the first
}

func (o *output) Write(b []byte) (n int, err error) {
	n, err = o.Writer.Write(b)
	o.err = cmp.Or(o.err, err)
	return n, err
}

// oneLine returns an error as one line without control characters, whatever it
// quotes: a command-line argument, a file name.
func oneLine(err error) string {
	return corpus.Printable(strings.ReplaceAll(strings.TrimSpace(err.Error()), "\n", " "))
}

func rootCommand() *cobra.Command {
	var r readerFlags
	root := &cobra.Command{
		Use:   "parallax [PATH...]",
		Short: "Read coverage side by side",
		Long: `Parallax shows any two articles of a folder side by side, with the words marked
where the outlets agree, where one adds detail and where they differ. PATHs are
files and folders; - reads JSON Lines from standard input. Without a PATH the
sample corpus opens. Press ? in the reader for its keys.

When standard output is not a terminal, two files are compared and the result
printed; anything else is listed.

Exit status: 0 no differences, 1 differences, 2 error.`,
		Version:          version(),
		Args:             cobra.ArbitraryArgs,
		SilenceErrors:    true,
		SilenceUsage:     true,
		PersistentPreRun: func(*cobra.Command, []string) { delayCollection() },
		RunE: func(cmd *cobra.Command, paths []string) error {
			return command.Suggest(cmd, paths, r.read(cmd, paths))
		},
	}
	r.addTo(root)
	storyFlag(root, &r.grouping)
	r.judge.AddTo(root)
	command.OneOf(root, &r.theme, "theme", "", ui.Themes(), "colour theme")
	command.OneOf(root, &r.view, "view", "", ui.Views(), "initial view")
	root.Flags().BoolVar(&r.fresh, "fresh", false, "start at the first pair instead of resuming")
	root.Flags().BoolVar(&r.plain, "plain", false, "print plain lines of text, one pair at a time, and read commands; suited to screen readers")
	root.Flags().BoolVar(&r.licenses, "licenses", false, "print the licences of everything in this program")
	root.SetVersionTemplate("parallax {{.Version}}\n")
	root.AddCommand(diffCommand(), listCommand(), storyCommand(), conflictsCommand(), versionsCommand(), ledgerCommand(), judgeCommand(), configTopic())
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
	cmd.Flags().StringVar(&f.outlets, "outlets", "", "`FILE` with extra outlet names, one DOMAIN<tab>NAME per line")
	cmd.Flags().StringVar(&f.charset, "charset", "", "read all text in the encoding `NAME` (windows-1252, gb18030, ...) instead of detecting it")
	cmd.Flags().BoolVar(&f.noCache, "no-cache", false, "do not cache parsed files")
}

// options returns the options that the flags ask for, or an error for an
// unknown encoding.
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

// storyFlag adds the flag that says how articles are grouped into stories.
func storyFlag(cmd *cobra.Command, grouping *story.Grouping) {
	cmd.Flags().Var(grouping, "stories", "group articles into stories by: content, folders (one story each), none (all articles in one)")
	command.Complete(cmd, "stories", story.Groupings())
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
	judge        judging.Flag
	grouping     story.Grouping
	theme, view  string
	fresh, plain bool
	licenses     bool
}

// reader returns the configuration, overridden by the flags.
func (f *readerFlags) reader(paths []string) (ui.Options, error) {
	o := ui.Options{Paths: paths, Folders: ui.HomeFolders(os.Environ()), Fresh: f.fresh}
	var err error
	o.Settings, err = ui.ReadSettings(o.Folders.Settings())
	o.Settings.Theme = cmp.Or(f.theme, o.Settings.Theme)
	o.Settings.View = cmp.Or(f.view, o.Settings.View)
	return o, err
}

// read opens the reader, or prints a comparison or a list when standard output
// is not a terminal.
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
	configured := judgeSettings
	if isTerminal(out) || f.plain {
		if reader, err = f.reader(paths); err != nil {
			return err
		}
		configured = func() judging.Configured { return judgeOf(reader.Settings) }
	}
	judge, err := f.judge.Open(cmd, configured(), !f.noCache)
	if err != nil {
		return err
	}
	defer judge.Close()
	reader.Judge = judge
	switch {
	case f.plain: // handled below, once everything is loaded
	case isTerminal(out) && len(paths) > 0:
		loading, err := corpus.Load(cmd.Context(), paths, o)
		if err != nil {
			return err
		}
		go spareMemory(cmd.Context(), loading)
		if f.grouping == story.None {
			if articles, _ := loading.First(cmd.Context(), story.MostInOne+1, time.Hour); len(articles) > story.MostInOne {
				return fmt.Errorf("--stories none: more than %d articles are too many to pair each with every other; name fewer, or use --stories content", story.MostInOne)
			}
		}
		return ui.RunWhileLoading(cmd.Context(), loading, paths, f.grouping, reader)
	case len(paths) == 2 && isFile(paths[0]) && isFile(paths[1]):
		return compare(cmd.Context(), out, "", [2]string(paths), o, judge, export.Formats[0], export.Options{})
	}
	c, err := open(cmd.Context(), paths, o)
	if err != nil {
		return err
	}
	stories := f.grouping.Stories(c.Articles)
	switch {
	case f.plain:
		in := cmd.InOrStdin()
		if slices.Contains(paths, "-") {
			in = strings.NewReader("") // standard input held the articles
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
	var judge judging.Flag
	var o export.Options
	cmd := &cobra.Command{
		Use:   "diff LEFT RIGHT",
		Short: "Compare two articles: what they share, where they differ",
		Long: `Compares two articles and prints what they share and where they differ. LEFT and
RIGHT are files with one article each, - for standard input, or one article of
many, named as "parallax list" shows it: export.docx#3, pages.zip/front.html.

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
			f := export.Formats[slices.Index(formatNames(), name)]
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
	command.OneOf(cmd, &name, "format", "f", formatNames(), "output format")
	command.OneOf(cmd, &view, "view", "", []string{"side", "unified"}, "layout of text and html")
	o.Width = export.DefaultWidth
	cmd.Flags().Func("width", fmt.Sprintf("page width of text output, in `COLUMNS` (default %d)", o.Width), func(said string) (err error) {
		if o.Width, err = strconv.Atoi(said); err != nil || o.Width < export.MinWidth {
			return fmt.Errorf("--width %s: want a number of columns, %d or more", said, export.MinWidth)
		}
		return nil
	})
	cmd.Flags().BoolVar(&o.OnlyDifferences, "only-differences", false, "leave out sentences that agree, and lines of the page outside the article")
	cmd.Flags().StringVarP(&output, "output", "o", "", "write to `FILE` instead of standard output; never leaves a partial file")
	judge.AddTo(cmd)
	reading.addTo(cmd)
	return cmd
}

func listCommand() *cobra.Command {
	name := export.ListFormats()[0]
	var reading readingFlags
	var grouping story.Grouping
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
			return export.List(cmd.OutOrStdout(), c, grouping.Stories(c.Articles), name)
		},
	}
	command.OneOf(cmd, &name, "format", "f", export.ListFormats(), "output format")
	reading.addTo(cmd)
	storyFlag(cmd, &grouping)
	return cmd
}

func versionsCommand() *cobra.Command {
	name, output := export.HistoryFormats()[0], ""
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
			err = write(cmd.OutOrStdout(), output, func(w io.Writer) error { return export.Histories(w, all, name) })
			if err == nil && slices.ContainsFunc(all, func(h *history.History) bool { return !h.Same() }) {
				err = errDiffers
			}
			return err
		},
	}
	command.OneOf(cmd, &name, "format", "f", export.HistoryFormats(), "output format")
	cmd.Flags().StringVarP(&output, "output", "o", "", "write to `FILE` instead of standard output; never leaves a partial file")
	reading.addTo(cmd)
	storyFlag(cmd, &grouping)
	return cmd
}

func storyCommand() *cobra.Command {
	return tablesCommand(&cobra.Command{
		Use:   "story [PATH...]",
		Short: "Table of facts by article, story by story",
		Long: `Compares all articles of each story with one another and prints a table: what two
and more of them report and which, what each says of it, the conflicts, what all
but one report, and what only one tells.`,
	}, export.StoryFormats(), export.Stories)
}

func conflictsCommand() *cobra.Command {
	return tablesCommand(&cobra.Command{
		Use:   "conflicts [PATH...]",
		Short: "Conflicts of each story, with their sentences",
		Long: `Compares all articles of each story with one another and prints the conflicts, each
once however many pairs of articles show it, with the sentences it stands in.

` + measured.Help() + `

Exit status: 0 no conflicts, 1 conflicts, 2 error.`,
	}, export.ConflictFormats(), func(w io.Writer, tables []*coverage.Table, format string) error {
		err := export.Conflicts(w, tables, format)
		if err == nil && slices.ContainsFunc(tables, func(t *coverage.Table) bool { return t.CountDisputes() > 0 }) {
			err = errDiffers
		}
		return err
	})
}

// tablesCommand makes a command that writes the tables of the stories of a
// corpus.
func tablesCommand(cmd *cobra.Command, formats []string, writeTables func(w io.Writer, tables []*coverage.Table, format string) error) *cobra.Command {
	name, output := formats[0], ""
	var reading readingFlags
	var judge judging.Flag
	var grouping story.Grouping
	cmd.RunE = func(cmd *cobra.Command, paths []string) error {
		o, err := reading.options()
		if err != nil {
			return err
		}
		c, err := open(cmd.Context(), paths, o)
		if err != nil {
			return err
		}
		asked, err := judge.Open(cmd, judgeSettings(), !reading.noCache)
		if err != nil {
			return err
		}
		defer asked.Close()
		tables, stopped := survey(cmd, c, grouping.Stories(c.Articles), asked)
		if len(tables) == 0 {
			return stopped
		}
		var found error // that something differs, which is no failure of writing
		err = write(cmd.OutOrStdout(), output, func(w io.Writer) error {
			err := writeTables(w, tables, name)
			if errors.Is(err, errDiffers) {
				found, err = err, nil
			}
			return err
		})
		return cmp.Or(err, stopped, found)
	}
	command.OneOf(cmd, &name, "format", "f", formats, "output format")
	cmd.Flags().StringVarP(&output, "output", "o", "", "write to `FILE` instead of standard output; never leaves a partial file")
	judge.AddTo(cmd)
	reading.addTo(cmd)
	storyFlag(cmd, &grouping)
	return cmd
}

// judgeCommand makes the commands that print a question and take an answer.
func judgeCommand() *cobra.Command {
	var reading readingFlags
	name := export.Formats[0].Name
	return judging.Command(judging.Pair{
		Compared: func(cmd *cobra.Command, names [2]string) (*diffview.Comparison, error) {
			how, err := reading.options()
			if err != nil {
				return nil, err
			}
			return compared(cmd.Context(), names, how, nil)
		},
		Show: func(cmd *cobra.Command, c *diffview.Comparison) error {
			f := export.Formats[slices.Index(formatNames(), name)]
			return f.Write(cmd.OutOrStdout(), c, export.Options{})
		},
		Flags: func(cmd *cobra.Command) {
			if cmd.Name() == "answer" {
				command.OneOf(cmd, &name, "format", "f", formatNames(), "output format")
			}
			reading.addTo(cmd)
		},
	})
}

// judgeSettings returns what the configuration says of a judge. What is wrong in
// it the reader says; what only prints does not need it.
func judgeSettings() judging.Configured {
	s, err := ui.ReadSettings(ui.HomeFolders(os.Environ()).Settings())
	if err != nil {
		return judging.Configured{}
	}
	return judgeOf(s)
}

func judgeOf(s ui.Settings) judging.Configured {
	return judging.Configured{Spec: s.Judge, KeyName: s.KeyName}
}

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

// survey compares the pairs of the stories that have two articles and more, and
// says on standard error how far it is. When it is interrupted it returns what
// was compared until then, with an error that says so; a second interrupt ends
// the program.
func survey(cmd *cobra.Command, c *corpus.Corpus, stories []story.Story, judge *ask.Judge) (tables []*coverage.Table, err error) {
	pairs := 0
	for _, s := range stories {
		pairs += s.PairCount()
	}
	ctx, release := signal.NotifyContext(cmd.Context(), os.Interrupt)
	defer release()
	context.AfterFunc(ctx, release)
	done := 0
	progress := command.NewProgress(cmd.ErrOrStderr(), "pairs compared", pairs)
	defer progress.Done()
	judging.Watch(progress, judge)
	var look coverage.Look
	if judge != nil {
		look = judge.Compare
	}
	failed := func(p string, err error) { progress.Say("parallax: " + p + ": " + oneLine(err)) }
	for _, s := range stories {
		if len(s.Articles) < 2 {
			continue
		}
		members := s.Members(c.Articles)
		pairings, err := coverage.Survey(ctx, members, look, progress.Step, func(p coverage.Pair, err error) {
			failed(members[p[0]].Path+" and "+members[p[1]].Path, err)
		})
		if done += len(pairings); len(pairings) > 0 || err == nil {
			t := coverage.Gather(members, pairings)
			for _, line := range judging.Failures(t, pairings) {
				progress.Say("parallax: " + line)
			}
			tables = append(tables, t)
		}
		if err != nil {
			return tables, fmt.Errorf("interrupted: %d of %d pairs were compared", done, pairs)
		}
	}
	if len(tables) == 0 {
		return nil, errors.New("no two articles belong to one story; “parallax list” says why, and --stories none puts all into one")
	}
	return tables, nil
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

// delayCollection has garbage collected for the first time when 32 MB are in use,
// not 4, and from then on as usual. A comparison of two articles ends before that,
// in three quarters of the time.
func delayCollection() {
	if os.Getenv("GOGC") != "" {
		return
	}
	const delayed, usual = 800, 100 // percent of the 4 MB that the first collection waits for, and of what is kept
	debug.SetGCPercent(delayed)
	type canary struct{ *canary } // a pointer, so that it is allocated by itself
	runtime.AddCleanup(&canary{}, func(int) {
		if set := debug.SetGCPercent(usual); set != delayed {
			debug.SetGCPercent(set) // spareMemory was quicker
		}
	}, 0)
}

// spareMemory has garbage collected more often once there is much in memory, from
// about 1,000 articles: grouping 10,000 then takes a third less memory for a
// twentieth more time. For fewer articles it would only slow the start.
func spareMemory(ctx context.Context, loading *corpus.Loading) {
	const much = 10 << 20 // bytes
	if loading.Grown(ctx, much) && os.Getenv("GOGC") == "" {
		debug.SetGCPercent(25)
	}
}

// compare prints the comparison of two articles, or writes it to the file named
// by output, and returns errDiffers when something differs.
func compare(ctx context.Context, w io.Writer, output string, paths [2]string, how corpus.Options, judge *ask.Judge, f export.Format, o export.Options) error {
	c, err := compared(ctx, paths, how, judge)
	if err != nil {
		return err
	}
	return diffview.Guard(c.Articles[0], c.Articles[1], func() error {
		err := write(w, output, func(w io.Writer) error { return f.Write(w, c, o) })
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

// write writes to the file named by output, or to w when none is named.
func write(w io.Writer, output string, content func(io.Writer) error) error {
	if output == "" || output == "-" {
		return content(w)
	}
	return disk.Replace(output, content)
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

// version returns the module version recorded in the binary.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "development"
	}
	return info.Main.Version
}
