package cli

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"parallax/corpus"
	"parallax/corpus/story"
	"parallax/diffview/export"
	"parallax/ui"
	"parallax/ui/judging"
	"parallax/ui/licenses"
	"parallax/ui/settings"
)

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
	o := ui.Options{Paths: paths, Folders: ui.HomeFolders(os.Environ()), Fresh: f.fresh, ViewByPair: true}
	var err error
	o.Settings, err = settings.Read(o.Folders.Settings())
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
	kept := f.pairs()
	defer kept.Prune()
	reader.Judge, reader.Kept = judge, kept
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
