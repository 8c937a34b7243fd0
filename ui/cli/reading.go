package cli

import (
	"context"
	"io"
	"os"
	"path/filepath"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"parallax/corpus"
	"parallax/corpus/format/raw"
	"parallax/corpus/sample"
	"parallax/corpus/story"
	"parallax/diffview/coverage/cache"
	"parallax/ui/command"
)

// readingFlags are the flags of all commands that read articles.
type readingFlags struct {
	outlets string
	charset string
	noCache bool
}

func (f *readingFlags) addTo(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.outlets, "outlets", "", "`FILE` with extra outlet names, one DOMAIN<tab>NAME per line")
	cmd.Flags().StringVar(&f.charset, "charset", "", "read all text in the encoding `NAME` (windows-1252, gb18030, ...) instead of detecting it")
	cmd.Flags().BoolVar(&f.noCache, "no-cache", false, "do not cache parsed files and compared pairs")
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
	o.Cache = f.cache()
	return o, nil
}

// cache returns the folder of what is kept for the next time; "" for none.
func (f *readingFlags) cache() string {
	if dir, err := os.UserCacheDir(); err == nil && !f.noCache {
		return filepath.Join(dir, "parallax")
	}
	return ""
}

// pairs returns the pairs that were compared earlier.
func (f *readingFlags) pairs() *cache.Pairs { return cache.Open(f.cache()) }

// open reads the corpus of the paths as the flags ask for.
func (f *readingFlags) open(ctx context.Context, paths []string) (*corpus.Corpus, error) {
	o, err := f.options()
	if err != nil {
		return nil, err
	}
	return open(ctx, paths, o)
}

// storyFlag adds the flag that says how articles are grouped into stories.
func storyFlag(cmd *cobra.Command, grouping *story.Grouping) {
	cmd.Flags().Var(grouping, "stories", "group articles into stories by: content, folders (one story each), none (all articles in one)")
	command.Complete(cmd, "stories", story.Groupings())
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
