package prose

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
)

// shared is where the collections lie that are measured on but are not part of
// the project.
const shared = "../../../shared"

func readShared(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(shared, name))
	if err != nil {
		t.Skipf("needs the collection of texts beside the checkout: %v", err)
	}
	return string(b)
}

// marked returns the text of a case without its "|", and the sentences that
// these divide.
func marked(c string) (text string, want []string) {
	c = strings.ReplaceAll(c, `\n`, "\n")
	for _, s := range strings.Split(c, "|") {
		want = append(want, strings.TrimSpace(s))
	}
	return strings.ReplaceAll(c, "|", ""), want
}

func sentences(text string) []string {
	var out []string
	for _, s := range Sentences(text) {
		out = append(out, s.Of(text))
	}
	return out
}

func checkMarked(t *testing.T, c string) {
	t.Helper()
	text, want := marked(c)
	if got := sentences(text); strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("\n got %s\nwant %s", strings.Join(got, " | "), strings.Join(want, " | "))
	}
}

func TestSampleSentences(t *testing.T) {
	for l := range strings.Lines(readShared(t, "samples/sentences.txt")) {
		if l = strings.TrimRight(l, "\n"); l != "" && !strings.HasPrefix(l, "#") {
			checkMarked(t, l)
		}
	}
}

// leastFound and leastRight are floors: the shares of boundaries found and of
// boundaries that are right, as measured on bench/dev/gold.json.
const (
	leastFound = 0.998
	leastRight = 0.975
)

// ends maps the ends of pieces to how many characters that are not white space
// stand before them.
func ends(pieces []string) map[int]string {
	m := make(map[int]string)
	n := 0
	for _, p := range pieces {
		for _, r := range p {
			if !unicode.IsSpace(r) {
				n++
			}
		}
		m[n] = p
	}
	return m
}

func TestGoldSentences(t *testing.T) {
	var gold struct {
		Articles map[string][]struct{ Text string }
	}
	if err := json.Unmarshal([]byte(readShared(t, "bench/dev/gold.json")), &gold); err != nil {
		t.Fatal(err)
	}
	var wanted, found, given int
	for name, sents := range gold.Articles {
		text := readShared(t, "bench/dev/articles/"+name)
		squeezed := strings.Join(strings.Fields(text), "")
		// The labels leave out furniture: only the text they cover is compared.
		var pieces []string
		gaps := make(map[int]bool)
		at := 0
		for _, s := range sents {
			flat := strings.Join(strings.Fields(s.Text), "")
			n := strings.Index(squeezed[at:], flat)
			if n < 0 {
				t.Errorf("%s: labelled sentence not in the text: %s", name, s.Text)
				continue
			}
			if n > 0 {
				pieces = append(pieces, squeezed[at:at+n])
				gaps[len(pieces)-1] = true
			}
			pieces = append(pieces, flat)
			at += n + len(flat)
		}
		want, got := ends(pieces), ends(sentences(text))
		for end, s := range want {
			if got[end] != "" {
				found++
			} else {
				t.Logf("%s: missed after: …%s", name, tail(s))
			}
		}
		wanted += len(want)
		for end, s := range got {
			if end > at && want[end] == "" {
				continue
			}
			given++
			if want[end] == "" {
				t.Logf("%s: no boundary after: …%s", name, tail(s))
			}
		}
	}
	t.Logf("%d of %d labelled boundaries found; %d of %d given are right", found, wanted, found, given)
	if float64(found) < leastFound*float64(wanted) || float64(found) < leastRight*float64(given) {
		t.Errorf("the share of boundaries found or of right ones is below its floor, %v and %v", leastFound, leastRight)
	}
}

func tail(s string) string {
	if r := []rune(s); len(r) > 60 {
		return string(r[len(r)-60:])
	}
	return s
}
