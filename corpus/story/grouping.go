package story

import (
	"fmt"
	"path/filepath"
	"strings"

	"parallax/corpus"
)

// A Grouping is how articles are sorted into stories. It is a flag's value: Set
// takes its name.
type Grouping uint8

// The groupings.
const (
	Content Grouping = iota // by what they report and when; what Group does
	Folders                 // each folder that holds articles is a story
	None                    // all articles are one story, so that each can be paired with every other
)

var groupingNames = [...]string{Content: "content", Folders: "folders", None: "none"}

// Groupings returns the names of the groupings; the first is the default.
func Groupings() []string { return groupingNames[:] }

// String returns the name of the grouping.
func (g Grouping) String() string { return groupingNames[g] }

// Type says what kind of value the flag takes.
func (g Grouping) Type() string { return "NAME" }

// Set sets g by its name. The error for an unknown name lists the known ones.
func (g *Grouping) Set(name string) error {
	for i, n := range groupingNames {
		if n == name {
			*g = Grouping(i)
			return nil
		}
	}
	return fmt.Errorf("unknown grouping %q; want one of: %s", name, strings.Join(groupingNames[:], ", "))
}

// MostInOne is how many articles can all be read beside each other in one
// story: some two million pairs.
const MostInOne = 2000

// Stories sorts articles into stories: for Content as Group does; for Folders
// with the stories in the order of the folders' names. An article of a file
// with many belongs to the folder of its file. Should there be a fault in the
// program, each folder is a story, and Why says so.
func (g Grouping) Stories(articles []*corpus.Article) (sorted []Story) {
	defer func() {
		if fault := recover(); fault != nil {
			sorted = unread(articles, fmt.Sprintf("not compared with the others because of a bug in parallax: %v", fault))
		}
	}()
	return stories(articles, g)
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
func (g Grouping) groups(articles []*corpus.Article, texts []text, edges [][]edge) [][]int {
	if g == Content {
		return link(texts, edges)
	}
	var all [][]int
	at := make(map[string]int)
	for i, a := range articles {
		key := ""
		if g == Folders {
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
