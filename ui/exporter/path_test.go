package exporter

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestCompletions(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"notes.txt", "notes-2.txt", ".hidden", "evil\x1b[31m.txt", "übung/a.txt"} {
		path := filepath.Join(dir, name)
		if os.MkdirAll(filepath.Dir(path), 0o777) != nil || os.WriteFile(path, nil, 0o666) != nil {
			t.Skip("this disk does not take the names")
		}
	}
	for _, tt := range []struct{ typed, want, names string }{
		{"n", "notes", "notes-2.txt notes.txt"},
		{"notes.", "notes.txt", "notes.txt"},
		{"ü", "übung/", "übung/"},
		{"übung/", "übung/a.txt", "a.txt"},
		{".h", ".hidden", ".hidden"},
		{"", "", "notes-2.txt notes.txt übung/"},
		{"e", "e", ""},
	} {
		got := completions(dir + "/" + tt.typed)
		if got.text != dir+"/"+tt.want || strings.Join(got.names, " ") != tt.names || (tt.names == "") != (got.problem != "") {
			t.Errorf("%q is completed to %+v, want %q of %q", tt.typed, got, tt.want, tt.names)
		}
	}
	if got := completions(dir + "/absent/x"); !strings.Contains(got.problem, "no such folder") {
		t.Errorf("in a folder that is not there: %+v", got)
	}
}
