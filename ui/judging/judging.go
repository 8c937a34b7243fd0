// Package judging is the judge on the command line: the flag that names one, with
// what the configuration says, and the commands that print a question and take an
// answer, so that any chat window can be the judge.
package judging

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"parallax/corpus/clean"
	"parallax/corpus/format/raw"
	"parallax/diffview"
	"parallax/diffview/coverage"
	"parallax/diffview/judge"
	"parallax/diffview/judge/ask"
	"parallax/ui/command"
	"parallax/ui/disk"
)

// none is the name for no judge, where the configuration has one.
const none = "none"

// A Flag is the flag that names a judge.
type Flag struct{ spec string }

// AddTo adds the flag to a command.
func (f *Flag) AddTo(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.spec, "judge", "", "also ask a model, program or file of answers: `SPEC` is "+ask.SpecHelp)
	_ = cmd.RegisterFlagCompletionFunc("judge", cobra.FixedCompletions([]string{"openai:", "command:", "file:", none}, cobra.ShellCompDirectiveNoSpace|cobra.ShellCompDirectiveNoFileComp))
}

// Configured is what the configuration says of a judge.
type Configured struct {
	Spec    string // "" is none
	KeyName string // the environment variable with its key; "" is ask.DefaultKey
}

// Open returns the judge of the flag, or else of the configuration; nil when there
// is none. Where the articles' text is sent to another machine it says so on
// standard error. The caller closes it.
func (f *Flag) Open(cmd *cobra.Command, c Configured, cache bool) (*ask.Judge, error) {
	name := cmp.Or(f.spec, c.Spec, none)
	if name == none {
		return nil, nil
	}
	spec, err := ask.ParseSpec(name)
	if err != nil {
		return nil, err
	}
	o := ask.Options{KeyName: c.KeyName, Getenv: os.Getenv}
	if dir, err := os.UserCacheDir(); err == nil && cache {
		o.Cache = filepath.Join(dir, "parallax", "judged-1")
	}
	if said := spec.Notice(); said != "" {
		fmt.Fprintln(cmd.ErrOrStderr(), "parallax: "+said)
	}
	return spec.Open(o)
}

// Watch shows on a progress line what a judge has used and, after each pair that
// it was asked about, how long the others will take.
func Watch(p *command.Progress, j *ask.Judge) {
	if j == nil {
		return
	}
	p.Also = func(done, all int, since time.Duration) string {
		s := j.Spent()
		said := fmt.Sprintf("; %d asked, %d from the cache, %d tokens", s.Asked, s.Cached, s.Tokens)
		if done > 0 && s.Asked > 0 {
			left := time.Duration(float64(since) / float64(done) * float64(all-done))
			said += fmt.Sprintf(", about %s left", left.Round(time.Second))
		}
		return said
	}
}

// mostSaid is how many pairs of a story without an answer are named.
const mostSaid = 3

// Failures says, a line each, about which pairs of a story the judge gave no
// answer, or none to a part.
func Failures(t *coverage.Table, pairings map[coverage.Pair]coverage.Pairing) (lines []string) {
	failed := 0
	for j := range t.Articles {
		for i := range j {
			k := pairings[coverage.Pair{i, j}].Judged
			var why string
			switch {
			case k == nil:
			case k.Failed != "":
				why = fmt.Sprintf("no answer from judge %s: %s", k.Name, k.Failed)
			case k.Partly != "":
				why = fmt.Sprintf("judge %s: %s", k.Name, k.Partly)
			}
			if why == "" {
				continue
			}
			if failed++; failed <= mostSaid {
				lines = append(lines, fmt.Sprintf("%s and %s: %s", t.Articles[i].Path, t.Articles[j].Path, why))
			}
		}
	}
	if failed > mostSaid {
		lines = append(lines, fmt.Sprintf("and %d more pairs of this story without a whole answer from the judge", failed-mostSaid))
	}
	return lines
}

// Compare compares two articles by their words and asks a judge, if there is one.
func Compare(ctx context.Context, j *ask.Judge, left, right *diffview.Prepared) (*diffview.Comparison, error) {
	c, err := diffview.Compare(ctx, left, right)
	if err != nil {
		return nil, err
	}
	return j.Compare(ctx, c), nil
}

// mostAnswer is how many bytes are taken of an answer on standard input.
const mostAnswer = 4 << 20

// ErrVersions reports two articles about which there is nothing to ask.
var ErrVersions = errors.New("these are versions or copies of one text, which are compared word by word; there is nothing to ask a judge")

// A Pair is what the commands about two named articles need of the program.
type Pair struct {
	Compared func(cmd *cobra.Command, names [2]string) (*diffview.Comparison, error) // compares them by words
	Show     func(cmd *cobra.Command, c *diffview.Comparison) error                  // prints a comparison
	Flags    func(cmd *cobra.Command)                                                // adds the flags of both
}

// Command returns the command with the question and the answer of a pair as
// subcommands.
func Command(p Pair) *cobra.Command {
	root := &cobra.Command{
		Use:   "judge",
		Short: "The question a judge is asked about a pair, and its answer",
		Args:  command.Below,
		RunE: func(*cobra.Command, []string) error {
			return errors.New("judge needs a subcommand: parallax judge prompt LEFT RIGHT, or parallax judge answer LEFT RIGHT < FILE")
		},
	}
	root.AddCommand(promptCommand(p), answerCommand(p))
	return root
}

// two wants two arguments.
func two(_ *cobra.Command, args []string) error {
	if len(args) != 2 {
		return fmt.Errorf("want two articles, got %d: LEFT RIGHT", len(args))
	}
	return nil
}

func promptCommand(p Pair) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "prompt LEFT RIGHT",
		Short: "Print the question about two articles, for any model or chat window",
		Args:  two,
		RunE: func(cmd *cobra.Command, args []string) error {
			c, err := p.Compared(cmd, [2]string(args))
			if err != nil {
				return err
			}
			return printQuestions(cmd.OutOrStdout(), cmd.ErrOrStderr(), c)
		},
	}
	p.Flags(cmd)
	return cmd
}

func answerCommand(p Pair) *cobra.Command {
	var save, name string
	cmd := &cobra.Command{
		Use:   "answer LEFT RIGHT < FILE",
		Short: "Check an answer and print the comparison with what it adds",
		Long: `Reads from standard input what a model answered to "parallax judge prompt LEFT
RIGHT", checks it word by word, says on standard error what was dropped, and prints
the comparison with what it adds. Long articles make several questions: give their
answers together, one after another.`,
		Args: two,
		RunE: func(cmd *cobra.Command, args []string) error {
			c, err := p.Compared(cmd, [2]string(args))
			if err != nil {
				return err
			}
			if c.Exact != nil {
				return ErrVersions
			}
			text, err := readAnswer(cmd.InOrStdin())
			if err != nil {
				return err
			}
			found, err := judge.Check(c, text)
			if err != nil {
				return err
			}
			for _, dropped := range found.Dropped {
				fmt.Fprintln(cmd.ErrOrStderr(), "parallax: dropped: "+dropped)
			}
			if err := keep(save, c, text, name); err != nil {
				return err
			}
			return p.Show(cmd, judge.Merge(c, found, diffview.Judgement{Name: clean.Printable(name)}))
		},
	}
	cmd.Flags().StringVar(&save, "save", "", "also add the answer to `FILE`, for --judge file:FILE")
	cmd.Flags().StringVar(&name, "name", "by hand", "`NAME` of who answered, in what is printed and saved")
	p.Flags(cmd)
	return cmd
}

// readAnswer reads an answer to its end.
func readAnswer(in io.Reader) (string, error) {
	text, err := io.ReadAll(io.LimitReader(in, mostAnswer+1))
	switch {
	case err != nil:
		return "", fmt.Errorf("the answer cannot be read from standard input: %w", err)
	case len(text) > mostAnswer:
		return "", fmt.Errorf("the answer has more than %d MB", mostAnswer>>20)
	}
	said, err := raw.Decode(text, "")
	if err != nil {
		return "", fmt.Errorf("the answer on standard input: %w", err)
	}
	return said, nil
}

func printQuestions(w, stderr io.Writer, c *diffview.Comparison) error {
	questions, unasked := judge.Questions(c)
	if len(questions) == 0 {
		return ErrVersions
	}
	if unasked > 0 {
		fmt.Fprintln(stderr, "parallax: "+judge.Unasked(len(questions), unasked))
	}
	for n, q := range questions {
		if n > 0 {
			if _, err := fmt.Fprintf(w, "\n######## question %d of %d: to be asked apart\n\n", n+1, len(questions)); err != nil {
				return err
			}
		}
		if _, err := io.WriteString(w, q.Text()); err != nil {
			return err
		}
	}
	return nil
}

// keep adds an answer to a file of answers.
func keep(path string, c *diffview.Comparison, text, name string) error {
	if path == "" {
		return nil
	}
	line, err := ask.Line(c, text, name, "")
	if err != nil {
		return err
	}
	was, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("%s: cannot be read: %w", path, errors.Unwrap(err))
	}
	if len(was) > 0 && !bytes.HasSuffix(was, []byte("\n")) {
		was = append(was, '\n') // an editor left it out
	}
	return disk.Replace(path, func(w io.Writer) error {
		_, err := w.Write(append(append(was, line...), '\n'))
		return err
	})
}
