package judging

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/diffview"
)

// An answer is read in whatever encoding an editor saved it.
func TestReadAnswer(t *testing.T) {
	for name, text := range map[string]string{
		"UTF-8":                  `{"links":[]}`,
		"UTF-8 with a mark":      "\ufeff" + `{"links":[]}`,
		"UTF-16 of Windows":      "\xff\xfe{\x00\"\x00l\x00i\x00n\x00k\x00s\x00\"\x00:\x00[\x00]\x00}\x00",
		"UTF-16, no mark at all": "{\x00\"\x00l\x00i\x00n\x00k\x00s\x00\"\x00:\x00[\x00]\x00}\x00",
	} {
		if got, err := readAnswer(strings.NewReader(text)); got != `{"links":[]}` || err != nil {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	for name, text := range map[string]string{"a picture": "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "too much": strings.Repeat(" ", mostAnswer+1)} {
		if _, err := readAnswer(strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), "answer") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// An answer is saved on a line of its own, also after a line without an end.
func TestKeep(t *testing.T) {
	path := filepath.Join(t.TempDir(), "answers.jsonl")
	c, err := diffview.Compare(context.Background(), diffview.Prepare(corpus.FromText("a.txt", "Six were hurt.")), diffview.Prepare(corpus.FromText("b.txt", "The pier is shut.")))
	if err != nil {
		t.Fatal(err)
	}
	for n, before := range []string{"", "{}", "{}\n"} {
		os.WriteFile(path, []byte(before), 0o600)
		if err := keep(path, c, `{"links":[]}`, "ada"); err != nil {
			t.Fatal(err)
		}
		if text, _ := os.ReadFile(path); bytes.Count(text, []byte("\n")) != min(n, 1)+1 || !bytes.HasSuffix(text, []byte("}\n")) {
			t.Errorf("after %q: %q", before, text)
		}
	}
}
