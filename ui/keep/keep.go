// Package keep is what persists between sessions: the bookmarks, the stories into
// which articles were moved, and where each corpus was left. Articles and sentences go in as they are read, and are found
// again by their paths and words, whatever has changed since. It reads and
// writes the files; when, and what is said of it, is its caller's.
package keep

import (
	"cmp"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"parallax/corpus"
)

// Folders are where the reader keeps what outlives it, as the XDG base
// directories have it. Nothing is kept where one is "".
type Folders struct {
	Config string // what people write: the settings
	State  string // what can be forgotten: where each corpus was left
	Data   string // what must not be lost: bookmarks and notes
}

// HomeFolders returns the folders for an environment, of which value returns the
// variables.
func HomeFolders(value func(name string) string) Folders {
	home := cmp.Or(value("HOME"), value("USERPROFILE"))
	folder := func(name string, usual ...string) string {
		// The specification says to ignore paths that are not absolute.
		if v := value(name); filepath.IsAbs(v) {
			return filepath.Join(v, "parallax")
		}
		if home == "" {
			return ""
		}
		return filepath.Join(append(append([]string{home}, usual...), "parallax")...)
	}
	return Folders{
		Config: folder("XDG_CONFIG_HOME", ".config"),
		State:  folder("XDG_STATE_HOME", ".local", "state"),
		Data:   folder("XDG_DATA_HOME", ".local", "share"),
	}
}

// Settings returns the file of the configuration.
func (f Folders) Settings() string { return in(f.Config, "config.yaml") }

// Places returns the file of where each corpus was left.
func (f Folders) Places() string { return in(f.State, "places.json") }

// Notebook returns the file of the bookmarks.
func (f Folders) Notebook() string { return in(f.Data, "bookmarks.jsonl") }

// in returns a file of a folder, "" when there is no folder.
func in(folder, file string) string {
	if folder == "" {
		return ""
	}
	return filepath.Join(folder, file)
}

// Names gives articles names that hold whatever the current folder is.
type Names struct {
	Sample bool   // the articles are those of the sample corpus
	From   string // the current folder; "" leaves paths as they are
}

// Of returns what names an article: its path made absolute, or its path as it is
// in the sample corpus.
func (n Names) Of(a *corpus.Article) string {
	if n.Sample {
		return "sample:" + a.Path
	}
	return n.Absolute(a.Path)
}

// Numbers returns the places of articles by their names.
func (n Names) Numbers(articles []*corpus.Article) map[string]int {
	at := make(map[string]int, len(articles))
	for i, a := range articles {
		at[n.Of(a)] = i
	}
	return at
}

// Absolute returns a path made absolute.
func (n Names) Absolute(path string) string {
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(n.From, path)
}

// Anchor returns the anchor of a sentence.
func (n Names) Anchor(a *corpus.Article, sentence int) Anchor {
	at := Anchor{Article: n.Of(a), Sentence: sentence}
	if sentence >= 0 && sentence < len(a.Sentences) {
		at.Hash = hashOf(a, sentence)
	}
	return at
}

// An Anchor names a sentence in a way that outlives the reader and changes of
// the file: its words are looked for, and where several sentences have them the
// nearest to where it was is meant.
type Anchor struct {
	Article  string `json:"article"`        // see Names
	Sentence int    `json:"sentence"`       // its place in the article, from 0, furniture counted
	Hash     string `json:"hash,omitempty"` // of its words; "" names the article alone
}

// Find returns the sentence of its article that an anchor names; false when no
// sentence has its words any more.
func (at Anchor) Find(a *corpus.Article) (sentence int, ok bool) {
	if at.Sentence >= 0 && at.Sentence < len(a.Sentences) && hashOf(a, at.Sentence) == at.Hash {
		return at.Sentence, true
	}
	for i := range a.Sentences {
		if hashOf(a, i) != at.Hash {
			continue
		}
		if !ok || distance(i, at.Sentence) < distance(sentence, at.Sentence) {
			sentence, ok = i, true
		}
	}
	return sentence, ok
}

func distance(a, b int) int { return max(a-b, b-a) }

// hashOf returns the hash of a sentence's words. White space does not count.
func hashOf(a *corpus.Article, sentence int) string {
	h := fnv.New64a()
	for _, word := range strings.Fields(a.Sentences[sentence].Of(a.Text)) {
		h.Write([]byte(word))
		h.Write([]byte{' '})
	}
	return fmt.Sprintf("%016x", h.Sum64())
}

// readFile reads a file of at most so many bytes; nil where there is none.
func readFile(file string, most int) ([]byte, error) {
	f, err := os.Open(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, int64(most)+1))
	if err == nil && len(text) > most {
		err = fmt.Errorf("%s: not a file written by parallax: larger than %d MB; move it away", file, most>>20)
	}
	return text, err
}
