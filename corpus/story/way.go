package story

import (
	"fmt"
	"path/filepath"
	"strings"

	"parallax/corpus"
)

// A Way is how articles are sorted into stories. It is a flag's value: Set
// takes its name.
type Way uint8

// The ways.
const (
	Content Way = iota // by what they report and when; what Group does
	Folders            // each folder that holds articles is a story
	None               // all articles are one story, so that each can be read beside each
)

var wayNames = [...]string{Content: "content", Folders: "folders", None: "none"}

// Ways returns the names of the ways; the first is the default.
func Ways() []string { return wayNames[:] }

// String returns the name of the way.
func (w Way) String() string { return wayNames[w] }

// Type says what kind of value the flag takes.
func (w Way) Type() string { return "NAME" }

// Set makes w the way of that name. The error names those there are.
func (w *Way) Set(name string) error {
	for i, n := range wayNames {
		if n == name {
			*w = Way(i)
			return nil
		}
	}
	return fmt.Errorf("unknown grouping %q; want one of: %s", name, strings.Join(wayNames[:], ", "))
}

// MostInOne is how many articles can all be read beside each other in one
// story: some two million pairs.
const MostInOne = 2000

// Stories sorts articles into stories: for Content as Group does; for Folders
// with the stories in the order of the folders' names. An article of a file
// with many belongs to the folder of its file. Should there be a fault in the
// program, each folder is a story, and Why says so.
func (w Way) Stories(articles []*corpus.Article) (sorted []Story) {
	defer func() {
		if fault := recover(); fault != nil {
			sorted = unread(articles, fmt.Sprintf("not compared with the others because of a bug in parallax: %v", fault))
		}
	}()
	return stories(articles, w)
}

// unread sorts articles into stories by their folders alone.
func unread(articles []*corpus.Article, why string) []Story {
	groups := Folders.groups(articles, nil, nil)
	sorted := make([]Story, len(groups))
	for k, group := range groups {
		sorted[k] = Story{Articles: group, reasons: make(map[int]string)}
		for _, i := range group {
			sorted[k].reasons[i] = fmt.Sprintf("in the folder %s; %s", folder(articles[i]), why)
		}
	}
	return sorted
}

// groups returns which articles, in canonical order, are one story each.
func (w Way) groups(articles []*corpus.Article, texts []text, edges [][]edge) [][]int {
	if w == Content {
		return link(texts, edges)
	}
	var all [][]int
	at := make(map[string]int)
	for i, a := range articles {
		key := ""
		if w == Folders {
			key = folder(a)
		}
		k, ok := at[key]
		if !ok {
			k = len(all)
			at[key] = k
			all = append(all, nil)
		}
		all[k] = append(all[k], i)
	}
	return all
}

func folder(a *corpus.Article) string { return filepath.Dir(a.Path) }
