package difftest

import (
	"encoding/json"
	"flag"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

var (
	half = flag.Int("half", -1, "write a copy of the labelled pairs with one half of the stories, `0 or 1`, to -to")
	to   = flag.String("to", "", "the `folder` of the copy")
)

// TestHalf writes a copy of the benchmark's folder with the pairs of one half of the
// stories, for score.py --set: what was fitted on the one half is counted on the other.
func TestHalf(t *testing.T) {
	if *half < 0 || *to == "" {
		t.Skip("no -half and -to")
	}
	b, err := os.ReadFile(filepath.Join(Bench, "gold.json"))
	if err != nil {
		t.Skipf("the labelled pairs are not there: %v", err)
	}
	var gold map[string]json.RawMessage
	var pairs []json.RawMessage
	if err := json.Unmarshal(b, &gold); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(gold["pairs"], &pairs); err != nil {
		t.Fatal(err)
	}
	pairs = slices.DeleteFunc(pairs, func(p json.RawMessage) bool {
		var of struct{ Story string }
		if err := json.Unmarshal(p, &of); err != nil {
			t.Fatal(err)
		}
		return HalfOf(of.Story) != *half
	})
	t.Logf("%d pairs", len(pairs))
	if gold["pairs"], err = json.Marshal(pairs); err != nil {
		t.Fatal(err)
	}
	if b, err = json.Marshal(gold); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(*to, "articles"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(*to, "gold.json"), b, 0o666); err != nil {
		t.Fatal(err)
	}
	copyInto(t, *to, filepath.Join(Bench, "spans.json"))
	articles, err := filepath.Glob(filepath.Join(Bench, "articles", "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range articles {
		copyInto(t, filepath.Join(*to, "articles"), a)
	}
}

func copyInto(t *testing.T, dir, file string) {
	t.Helper()
	from, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer from.Close()
	out, err := os.Create(filepath.Join(dir, filepath.Base(file)))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(out, from); err != nil {
		t.Fatal(err)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
}
