package corpus

import (
	"archive/zip"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestOpenPair(t *testing.T) {
	t.Chdir(t.TempDir())
	for path, text := range map[string]string{
		"herald.txt":   "Ferry halted\n\nThe ferry was halted on Tuesday.",
		"courier.txt":  "Engine stops ferry\n\nAn engine failure stopped the ferry.",
		"a#1.txt":      "Ferry sails again\n\nThe ferry sailed again on Friday.",
		"many.jsonl":   `{"text": "The ferry was halted."}` + "\n" + `{"text": "The ferry stopped."}` + "\nbroken\n",
		"one/post.txt": "Ferry late\n\nThe ferry was late.",
		"two/a.txt":    "Ferry late\n\nThe ferry was late.",
		"two/b.txt":    "Ferry early\n\nThe ferry was early.",
	} {
		os.MkdirAll(filepath.Dir(path), 0o777)
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	f, err := os.Create("pages.zip")
	if err != nil {
		t.Fatal(err)
	}
	z := zip.NewWriter(f)
	for _, name := range []string{"front.txt", "back.txt"} {
		w, _ := z.Create(name)
		w.Write([]byte("Ferry on the " + name + "\n\nThe ferry was halted."))
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	f.Close()

	for _, c := range []struct{ left, right, want string }{
		{"herald.txt", "courier.txt", "herald.txt courier.txt"},
		{"herald.txt", "herald.txt", "herald.txt herald.txt"},
		{"one", "herald.txt", "one/post.txt herald.txt"},
		{"a#1.txt", "one", "a#1.txt one/post.txt"},
		{"many.jsonl#2", "many.jsonl#1", "many.jsonl#2 many.jsonl#1"},
		{"./many.jsonl#1", "herald.txt", "./many.jsonl#1 herald.txt"},
		{"pages.zip/front.txt", "./pages.zip/back.txt", "pages.zip/front.txt ./pages.zip/back.txt"},
		{"two", "herald.txt", "two: holds 2 articles; name one as “parallax list” shows it: two/a.txt"},
		{"two", "two", "two: holds 2 articles"},
		{"many.jsonl#3", "herald.txt", "many.jsonl#3: "},
		{"many.jsonl#9", "herald.txt", "many.jsonl#9: no such article in many.jsonl; “parallax list” shows"},
		{"herald.txt", "gone.txt", "gone.txt: no such file or folder; check the path"},
		{"one/gone.txt", "herald.txt", "one/gone.txt: no such file or folder; check the path"},
	} {
		pair, err := OpenPair(c.left, c.right, Options{})
		if err != nil {
			if !strings.HasPrefix(err.Error(), c.want) {
				t.Errorf("%s and %s: error %q, want %q", c.left, c.right, err, c.want)
			}
			continue
		}
		if got := pair[0].Path + " " + pair[1].Path; got != c.want {
			t.Errorf("%s and %s: opened %s, want %s", c.left, c.right, got, c.want)
		}
		if names := Names(pair[:]...); pair[0] != pair[1] && names[0] == names[1] {
			t.Errorf("%s and %s are both called %q", c.left, c.right, names[0])
		}
	}
}
