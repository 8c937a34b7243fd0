package corpus

import (
	"os"
	"strings"
	"testing"
)

// A reader's file of outlets adds names and overrules those built in; what is
// wrong with it is said with the line.
func TestOutletsOption(t *testing.T) {
	tree(t, `-- a.md --
---
url: https://www.lorne-herald.example/1
---
The ferry was halted on Monday after an engine failed, the port said.
-- b.md --
---
url: https://www.bbc.co.uk/1
---
The ferry was halted on Monday after an engine failed, the port said.
-- lh-ferry.txt --
The ferry was halted on Monday after an engine failed, the port said.
`)
	for _, c := range []struct{ file, want string }{
		{"# ours\r\nlorne-herald.example\tThe Lorne Herald\tlh\r\n\r\nbbc.co.uk\tBBC News", "The Lorne Herald, BBC News, The Lorne Herald"},
		{"\ufeffwww.Lorne-Herald.example\t The  Lorne Herald ", "The Lorne Herald, BBC, "},
		{"", "lorne-herald.example, BBC, "},
		{"# ours\nlorne-herald.example The Lorne Herald", "own.tsv: line 2 has 1 columns; write a domain, a tab and a name: herald.example, tab, The Lorne Herald"},
		{"https://lorne-herald.example/\tThe Lorne Herald", `own.tsv: line 1: "https://lorne-herald.example/" is not a domain; write it without https:// and path, as in herald.example`},
		{"lorne-herald.example\t \t", "own.tsv: line 1 has no name for lorne-herald.example; write it after the tab"},
		{strings.Repeat("#", maxOutlets+1), "own.tsv: larger than 2 MB, too large for a file of outlet names"},
	} {
		if err := os.WriteFile("own.tsv", []byte(c.file), 0o600); err != nil {
			t.Fatal(err)
		}
		got := ""
		corp, err := Open([]string{"a.md", "b.md", "lh-ferry.txt"}, Options{Outlets: "own.tsv"})
		if err != nil {
			got = err.Error()
		} else {
			got = strings.Join([]string{corp.Articles[0].Meta.Outlet.Value, corp.Articles[1].Meta.Outlet.Value, corp.Articles[2].Meta.Outlet.Value}, ", ")
		}
		if got != c.want {
			t.Errorf("with %.60q: got %s, want %s", c.file, got, c.want)
		}
	}
	for path, want := range map[string]string{
		"none.tsv": "none.tsv: no such file or folder; --outlets needs a file of outlet names", ".": ".: a folder; --outlets needs a file of outlet names",
	} {
		if _, err := Open([]string{"a.md"}, Options{Outlets: path}); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("with %s: %v, want %s", path, err, want)
		}
	}
}
