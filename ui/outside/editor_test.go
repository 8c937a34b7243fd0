package outside

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parallax/corpus"
)

func TestEditorArguments(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	for _, tt := range []struct{ editor, path, want string }{
		{"vi", "a b.txt", "vi|+7|DIR/a b.txt"},
		{"vi", "/news/a.txt", "vi|+7|/news/a.txt"},
		{"/usr/bin/emacsclient -t", "a.txt", "/usr/bin/emacsclient|-t|+7|DIR/a.txt"},
		{"code --wait", "a.txt", "code|--wait|--goto|DIR/a.txt:7"},
		{"hx", "a.txt", "hx|DIR/a.txt:7"},
		{"kate", "a.txt", "kate|--line|7|DIR/a.txt"},
	} {
		want := filepath.FromSlash(strings.ReplaceAll(tt.want, "DIR", filepath.ToSlash(dir)))
		if got := strings.Join(editorArguments(tt.editor, tt.path, 7), "|"); got != want {
			t.Errorf("%s opens %s by %q, want %q", tt.editor, tt.path, got, want)
		}
	}
}

// TestEditorNames holds that no editor takes the name of a file for anything
// but a name.
func TestEditorNames(t *testing.T) {
	editors := []string{"unheard-of"}
	for _, e := range editorLines {
		editors = append(editors, strings.Fields(e.programs)...)
	}
	for _, editor := range editors {
		usual := editorArguments(editor, "a.txt", 7)
		for _, name := range []string{"-c.txt", "--cmd=x.txt", "+!echo pwned >PWNED.txt", "+/x.txt", "+7", "%f", "@list", "scp://host/a.txt"} {
			args := editorArguments(editor, name, 7)
			if len(args) != len(usual) {
				t.Fatalf("%s opens %s by %q", editor, name, args)
			}
			for i, arg := range args {
				if arg != usual[i] && !filepath.IsAbs(arg) {
					t.Errorf("%s opens %s by %q", editor, name, args)
				}
			}
		}
	}
}

// TestLocate finds sentences in files as they are on the disk.
func TestLocate(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, text := range map[string]string{
		"plain.txt":   "Title\n\nFirst one. Second\none is here.\n",
		"many.jsonl":  "{\"text\":\"Another.\"}\n{\"text\":\"Second one is here.\"}\n",
		"photo.docx":  "PK\x00\x00",
		"page.html":   "<p>The mayor\n<p>The mayor &amp; the council met again on Monday",
		"strange.txt": "nothing of it",
		"tab\there":   "First.\nSecond one is here.\n",
	} {
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, tt := range []struct {
		file, sentence string
		want           Location
	}{
		{"plain.txt", "Second one is here.", Location{File: "plain.txt", Line: 3}},
		{"many.jsonl", "Second one is here.", Location{File: "many.jsonl", Line: 2}},
		{"photo.docx", "Second", Location{Problem: "photo.docx is not a text file; open it in its own program"}},
		{"page.html", "The mayor & the council met again on Monday", Location{File: "page.html", Line: 2}},
		{"strange.txt", "Second one.", Location{File: "strange.txt", Line: 1}},
		{"tab\there", "Second one is here.", Location{File: "tab\there", Line: 2}},
		{"gone\x1b.txt", "x", Location{Problem: "not opened: gone␛.txt no longer exists"}},
		{"gone.txt", "x", Location{Problem: "not opened: gone.txt no longer exists"}},
	} {
		if got := Locate(&corpus.Article{Path: tt.file, File: tt.file}, tt.sentence); got != tt.want {
			t.Errorf("%q of %s: %+v, want %+v", tt.sentence, tt.file, got, tt.want)
		}
	}
}

func FuzzLineOf(f *testing.F) {
	f.Add([]byte("one\n\ntwo three\nfour"), "three four")
	f.Add([]byte("(a+b)*\r\n[x"), "[x")
	f.Add([]byte("\xff\xfe\n\n"), "\xff")
	f.Fuzz(func(t *testing.T, data []byte, sentence string) {
		line := lineOf(data, sentence)
		if line < 1 || line > 1+bytes.Count(data, []byte("\n")) {
			t.Errorf("line %d of %q", line, data)
		}
	})
}
