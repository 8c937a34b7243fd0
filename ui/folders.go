package ui

import (
	"cmp"
	"fmt"
	"hash/fnv"
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

// HomeFolders returns the folders for an environment, "NAME=value".
func HomeFolders(env []string) Folders {
	home := cmp.Or(environ(env, "HOME"), environ(env, "USERPROFILE"))
	folder := func(name string, usual ...string) string {
		// The specification says to ignore paths that are not absolute.
		if v := environ(env, name); filepath.IsAbs(v) {
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

// places returns the file of where each corpus was left.
func (f Folders) places() string { return in(f.State, "places.json") }

// notebook returns the file of the bookmarks.
func (f Folders) notebook() string { return in(f.Data, "bookmarks.jsonl") }

// in returns a file of a folder, "" when there is no folder.
func in(folder, file string) string {
	if folder == "" {
		return ""
	}
	return filepath.Join(folder, file)
}

// An anchor names a sentence in a way that outlives the reader and changes of
// the file: its words are looked for, and where several sentences have them the
// nearest to where it was is meant.
type anchor struct {
	Article  string `json:"article"`        // see nameOf
	Sentence int    `json:"sentence"`       // its place in the article, from 0, furniture counted
	Hash     string `json:"hash,omitempty"` // of its words; "" names the article alone
}

// nameOf returns what names an article whatever the current folder is: its
// path made absolute, or its path as it is in the sample corpus.
func (o Options) nameOf(a *corpus.Article) string {
	if len(o.Paths) == 0 {
		return "sample:" + a.Path
	}
	return o.absolute(a.Path)
}

// absolute returns a path made absolute. The current folder is asked for once,
// by newModel: a corpus has thousands of paths.
func (o Options) absolute(path string) string {
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(o.from, path)
}

// anchorOf returns the anchor of a sentence.
func (o Options) anchorOf(a *corpus.Article, sentence int) anchor {
	at := anchor{Article: o.nameOf(a), Sentence: sentence}
	if sentence >= 0 && sentence < len(a.Sentences) {
		at.Hash = hashOf(a, sentence)
	}
	return at
}

// find returns the sentence of its article that an anchor names; false when no
// sentence has its words any more.
func (at anchor) find(a *corpus.Article) (sentence int, ok bool) {
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
