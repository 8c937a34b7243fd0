package story_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"parallax/corpus"
	"parallax/corpus/story"
)

const (
	bridgeShut = "The Olderby Bridge over the Wenn was closed on Tuesday after engineers found a crack in a steel hanger. Marit Hallen of the road agency shut it within the hour, and ferries will cross the Wenn from Wednesday until the hanger is mended in June."
	noHerring  = "Deputies in Tarsia turned down the herring deal with Quell by three votes. Minister Odo Brandt had signed it in March, and the fishermen of Tarsia had called it a gift to Quell."
)

func TestWays(t *testing.T) {
	var articles []*corpus.Article
	for _, f := range [][2]string{
		{"news/10 vote/a.txt", noHerring},
		{"news/2 bridge/a.txt", bridgeShut},
		{"news/2 bridge/b.txt", "Ferries crossed the Wenn all day. " + bridgeShut},
		{"news/2 bridge/deep/c.txt", "Nobody in Olderby speaks of the hanger, and Marit Hallen is silent about the Wenn. " + noHerring},
		{"news/all.jsonl#1", bridgeShut},
		{"news/all.jsonl#2", noHerring},
	} {
		articles = append(articles, corpus.FromText(f[0], f[1]))
	}
	for _, c := range []struct{ way, want string }{
		{"folders", "news/all.jsonl#1 news/all.jsonl#2 | news/2 bridge/a.txt news/2 bridge/b.txt | news/2 bridge/deep/c.txt | news/10 vote/a.txt"},
		{"none", "news/2 bridge/a.txt news/2 bridge/b.txt news/2 bridge/deep/c.txt news/10 vote/a.txt news/all.jsonl#1 news/all.jsonl#2"},
		{"content", "news/2 bridge/a.txt news/2 bridge/b.txt news/all.jsonl#1 | news/2 bridge/deep/c.txt news/10 vote/a.txt news/all.jsonl#2"},
	} {
		var grouping story.Grouping
		if err := grouping.Set(c.way); err != nil || grouping.String() != c.way {
			t.Fatalf("%s is %s, %v", c.way, grouping, err)
		}
		var got []string
		for _, s := range grouping.Stories(articles) {
			var paths []string
			for _, i := range s.Articles {
				paths = append(paths, filepath.ToSlash(articles[i].Path))
				if why := s.Why(i); why == "" || c.way == "folders" && !strings.HasPrefix(why, "in the folder news") && !strings.Contains(why, "; in the folder news") {
					t.Errorf("%s: %s is there because %q", c.way, articles[i].Path, why)
				}
			}
			got = append(got, strings.Join(paths, " "))
		}
		if strings.Join(got, " | ") != c.want {
			t.Errorf("%s: %s\nwant %s", c.way, strings.Join(got, " | "), c.want)
		}
	}
	var grouping story.Grouping
	if err := grouping.Set("dates"); err == nil || !strings.Contains(err.Error(), "content, folders, none") {
		t.Errorf("an unknown grouping: %v", err)
	}
}

// Five outlets with one agency's report are one text, not five.
func TestTexts(t *testing.T) {
	for _, c := range []struct {
		articles         []int
		versions, copies [][]int
		want             int
	}{
		{nil, nil, nil, 0},
		{[]int{4}, nil, nil, 1},
		{[]int{0, 1, 2, 3, 4}, nil, [][]int{{0, 1, 2, 3, 4}}, 1},
		{[]int{0, 1, 2, 3, 4}, [][]int{{1, 2}}, [][]int{{0, 1, 2}}, 3},
		{[]int{0, 1, 2, 3, 4}, [][]int{{1, 2}}, [][]int{{3, 4}}, 3},
	} {
		s := story.Story{Articles: c.articles, Versions: c.versions, Copies: c.copies}
		if got := s.Texts(); got != c.want {
			t.Errorf("versions %v, copies %v of %v: %d texts, want %d", c.versions, c.copies, c.articles, got, c.want)
		}
	}
}

// Which of the same texts is the first is said only where it is known.
func TestCopyOf(t *testing.T) {
	for _, c := range []struct {
		name     string
		articles [][2]string // outlet, date
		want     string      // what each says of it
	}{
		{"an agency, though printed before", [][2]string{{"Coast Courier", "2031-05-01"}, {"Reuters", "2031-05-02"}}, "copy of Reuters | copied by Coast Courier"},
		{"the earlier", [][2]string{{"Coast Courier", "2031-05-01"}, {"The Lorne Herald", "2031-05-02"}, {"Skerrow Post", "2031-05-02"}}, "copied by Skerrow Post and 1 more | copy of Coast Courier | copy of Coast Courier"},
		{"the same day", [][2]string{{"Coast Courier", "2031-05-01"}, {"The Lorne Herald", "2031-05-01"}}, "nearly the same text as The Lorne Herald | nearly the same text as Coast Courier"},
		{"undated", [][2]string{{"Coast Courier", ""}, {"The Lorne Herald", "2031-05-01"}}, "nearly the same text as The Lorne Herald | nearly the same text as Coast Courier"},
	} {
		folder := make(map[string]string)
		for _, a := range c.articles {
			date := ""
			if a[1] != "" {
				date = "date: " + a[1] + "\n"
			}
			folder[a[0]+".md"] = "---\noutlet: " + a[0] + "\n" + date + "---\n" + bridgeShut
		}
		articles := openFiles(t, folder)
		stories := story.Group(articles)
		var got []string
		for _, a := range c.articles {
			for i, b := range articles {
				if b.Meta.Outlet.Value == a[0] {
					said, _, _ := strings.Cut(stories[0].Why(i), ";")
					got = append(got, said)
				}
			}
		}
		if strings.Join(got, " | ") != c.want {
			t.Errorf("%s: %s, want %s", c.name, strings.Join(got, " | "), c.want)
		}
	}
}

func openFiles(t *testing.T, files map[string]string) []*corpus.Article {
	fsys := make(fstest.MapFS)
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	c, err := corpus.OpenFS(fsys, "news", corpus.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return c.Articles
}

// The same text twice is no newer version.
func TestUnchangedVersion(t *testing.T) {
	front := "---\noutlet: Coast Courier\ndate: 2031-05-0"
	articles := openFiles(t, map[string]string{
		"1.md": front + "1\n---\n" + bridgeShut, "2.md": front + "2\n---\n" + bridgeShut, "3.md": front + "3\n---\n" + bridgeShut + " Nobody crossed.",
	})
	s := story.Group(articles)[0]
	for i, want := range []string{"version 1 of 3", "version 2 of 3, unchanged", "version 3 of 3"} {
		if said, _, _ := strings.Cut(s.Why(i), ";"); said != want {
			t.Errorf("%s: %s, want %s", articles[i].Path, said, want)
		}
	}
}

// A fault in the program leaves every article in a story, and says so.
func TestStoriesDespiteAFault(t *testing.T) {
	articles := []*corpus.Article{
		corpus.FromText("north/1.txt", "The ferry was halted on Tuesday."),
		corpus.FromText("south/2.txt", "The ferry was halted on Tuesday."),
		corpus.FromText("north/3.txt", "The ferry sailed again on Friday."),
	}
	articles[1].Sentences[0].End = 1 << 20 // beyond its text
	for _, grouping := range []story.Grouping{story.Content, story.Folders, story.None} {
		got := grouping.Stories(articles)
		if len(got) != 2 || !slices.Equal(got[0].Articles, []int{0, 2}) || !slices.Equal(got[1].Articles, []int{1}) {
			t.Fatalf("%s: %v", grouping, got)
		}
		if why := got[0].Why(2); !strings.HasPrefix(why, "in the folder north; not compared with the others because of a bug in parallax: ") {
			t.Errorf("%s: %s", grouping, why)
		}
	}
}
