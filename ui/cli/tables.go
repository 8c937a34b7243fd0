package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"

	"github.com/spf13/cobra"

	"parallax/corpus"
	"parallax/corpus/story"
	"parallax/diffview/coverage"
	"parallax/diffview/coverage/cache"
	"parallax/diffview/export"
	"parallax/diffview/judge/ask"
	"parallax/diffview/measured"
	"parallax/ui/command"
	"parallax/ui/judging"
	"parallax/ui/session"
)

func storyCommand() *cobra.Command {
	return tablesCommand(&cobra.Command{
		Use:   "story [PATH...]",
		Short: "Table of facts by article, story by story",
		Long: `Compares all articles of each story with one another and prints a table: what two
and more of them report and which, what each says of it, the conflicts, what all
but one report, and what only one tells.

Exit status: 0, also when there are conflicts; 2 error.`,
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
	var name, output string
	var reading readingFlags
	var judge judging.Flag
	var grouping story.Grouping
	cmd.RunE = func(cmd *cobra.Command, paths []string) error {
		c, err := reading.open(cmd.Context(), paths)
		if err != nil {
			return err
		}
		asked, err := judge.Open(cmd, judgeSettings(), !reading.noCache)
		if err != nil {
			return err
		}
		defer asked.Close()
		kept := reading.pairs()
		defer kept.Prune()
		tables, stopped := survey(cmd, c, grouping.Stories(c.Articles), asked, kept)
		if len(tables) == 0 {
			return stopped
		}
		var found error // that something differs, which is no failure of writing
		err = write(cmd.OutOrStdout(), output, func(w io.Writer) error {
			err := linked(w, name, c.Articles, func(w io.Writer) error { return writeTables(w, tables, name) })
			if errors.Is(err, errDiffers) {
				found, err = err, nil
			}
			return err
		})
		return cmp.Or(err, stopped, found)
	}
	formatFlag(cmd, &name, formats)
	outputFlag(cmd, &output)
	judge.AddTo(cmd)
	reading.addTo(cmd)
	storyFlag(cmd, &grouping)
	return cmd
}

// survey compares the pairs of the stories that have two articles and more, those
// that were not compared earlier, and says on standard error how far it is. When
// it is interrupted it returns what was compared until then, with an error that
// says so; what was compared is kept for the next time. A second interrupt ends
// the program.
func survey(cmd *cobra.Command, c *corpus.Corpus, stories []story.Story, judge *ask.Judge, kept *cache.Pairs) (tables []*coverage.Table, err error) {
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
	of := coverage.Surveyor{Kept: kept, Done: progress.Step}
	if judge != nil {
		of.Look = judge.Compare
	}
	failed := func(p string, err error) { progress.Say("parallax: " + p + ": " + oneLine(err)) }
	for _, s := range stories {
		if len(s.Articles) < 2 {
			continue
		}
		members := s.Members(c.Articles)
		of.Failed = func(p coverage.Pair, err error) { failed(members[p[0]].Path+" and "+members[p[1]].Path, err) }
		pairings, err := of.Survey(ctx, members)
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
	switch {
	case len(tables) > 0:
		return tables, nil
	case len(c.Articles) < 2:
		return nil, session.ErrNoPair
	}
	return nil, errors.New("no two articles belong to one story; “parallax list” says why, and --stories none puts all into one")
}
