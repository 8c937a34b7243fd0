package corpus

import (
	"archive/zip"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestPrintable(t *testing.T) {
	for in, want := range map[string]string{
		"news/2.txt":             "news/2.txt",
		"a  b.txt":               "a  b.txt",
		"a  b\n\x1b.txt":         "a  b␊␛.txt",
		"tab\there\r.txt":        "tab␉here␍.txt",
		"caf\xe9/caf\xc3\xa9":    "caf<0xE9>/café",
		"cut\xe2\x82.txt":        "cut<0xE2><0x82>.txt",
		"\u202egpj.txt":          "<U+202E>gpj.txt",
		"line\u2028\u0085\u00ad": "line<U+2028><U+0085><U+00AD>",
		"sign �":                 "sign �",
	} {
		if got := Printable(in); got != want {
			t.Errorf("%q is shown as %q, want %q", in, got, want)
		}
	}
}

func FuzzPrintable(f *testing.F) {
	for _, s := range []string{"a/b.txt", "\xff\n\t\x1b[31m", "\u202e\u200d👩\u200d👧", "<0xFF>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, path string) {
		got := Printable(path)
		if !utf8.ValidString(got) || strings.ContainsFunc(got, unicode.IsControl) || strings.Count(got, "/") != strings.Count(path, "/") {
			t.Errorf("%q is shown as %q", path, got)
		}
		if again := Printable(got); again != got {
			t.Errorf("%q is shown as %q, and that as %q", path, got, again)
		}
	})
}

// strangeNames are what a folder may hold beside names that are text.
var strangeNames = []string{
	"two  spaces", " a space before", "tab\tin it", "line\nbreak", "back\rto the start", "\x1b]0;title\a", "del\x7f",
	"caf\xe9", "\xff\xfe", "cut \xe2\x82", "C1 \x9b31m", "\u202egpj", "zero\u200bwidth", "soft\u00adhyphen", "line\u2028end", "#3", "a#", "<0xE9>",
}

// TestNamesAreBytes reads files and folders of strange names, and finds each
// article by the name that is shown and by the one that the system knows.
func TestNamesAreBytes(t *testing.T) {
	t.Chdir(t.TempDir())
	made := 0
	for _, name := range strangeNames {
		file := filepath.Join("news", name+".txt")
		if os.MkdirAll("news", 0o755) != nil || os.WriteFile(file, []byte("A ferry that "+name+"\n\nThe ferry was halted.\n"), 0o644) != nil {
			continue // the system takes no such name
		}
		made += 5
		write(t, filepath.Join("news", name, name+".txt"), prosePlain)
		write(t, filepath.Join("news", name, "many"+name+".jsonl"), `{"text": "The ferry was halted."}`+"\n"+`{"text": "The ferry stopped."}`+"\n")
		zipOf(t, filepath.Join("news", name, name+".zip"), "front.txt")
	}
	c, err := Open([]string{"news"}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Articles) != made || len(c.Problems) > 0 {
		t.Fatalf("%d articles, want %d; problems:\n%s", len(c.Articles), made, problemsOf(c))
	}
	shown := make(map[string]bool)
	for _, a := range c.Articles {
		if shown[a.Path] || a.Path != Printable(a.Path) {
			t.Errorf("%q names two articles, or is not safe to show", a.Path)
		}
		shown[a.Path] = true
		if _, err := os.ReadFile(a.File); err != nil {
			t.Errorf("%q: %v", a.Path, err)
		}
		byBytes := a.File + strings.TrimPrefix(a.Path, Printable(a.File))
		for _, name := range []string{a.Path, byBytes} {
			pair, err := OpenPair(name, name, Options{})
			if err != nil || pair[0].Path != a.Path || pair[0].File != a.File || pair[0].Text != a.Text {
				t.Errorf("%q is not found by %q: %v", a.Path, name, err)
			}
		}
		again, err := Open([]string{Printable(a.File)}, Options{})
		if err != nil || again.Articles[0].File != a.File {
			t.Errorf("%q is not opened by its shown name: %v", a.File, err)
		}
	}
}

// zipOf writes an archive with one article.
func zipOf(t *testing.T, path, name string) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z := zip.NewWriter(f)
	w, _ := z.Create(name)
	w.Write([]byte("Ferry on the " + name + "\n\nThe ferry was halted."))
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
}

// A name that could be either of two files is neither.
func TestOnDiskIsSure(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"a␛\x1b", "a\x1b␛", "b␛\x1b"} {
		if os.WriteFile(name, nil, 0o644) != nil {
			t.Skip("the system takes no such name")
		}
	}
	for given, want := range map[string]string{"a␛␛": "a␛␛", "b␛␛": "b␛\x1b", "./b␛␛": "./b␛\x1b", "gone␛": "gone␛", "b␛\x1b": "b␛\x1b", "no/b␛␛": "no/b␛␛"} {
		if got := OnDisk(given); got != want {
			t.Errorf("%q is %q on the disk, want %q", given, got, want)
		}
	}
}
