//go:build unix

package corpus

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/synctest"

	"parallax/corpus/corpustest"
)

// TestBudget reads what fits, the same again and again whatever is read first,
// and says what was not read.
func TestBudget(t *testing.T) {
	t.Chdir(t.TempDir())
	for i := range 30 {
		lines := strings.Repeat(fmt.Sprintf(`{"text": "The ferry sailed at %d o'clock, the harbour office said."}`+"\n", i), 1+7*(i%9))
		write(t, fmt.Sprintf("news/%02d.jsonl", i), lines)
	}
	whole, err := Open([]string{"news"}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	o := Options{maxWeight: 2 << 20}
	first, times := "", 6
	if corpustest.Raced {
		times = 2
	}
	for range times {
		l, err := Load(t.Context(), []string{"news"}, o)
		if err != nil {
			t.Fatal(err)
		}
		c, err := l.Wait(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		again, err := l.Reload(t.Context()).Wait(t.Context())
		if err != nil || pathsOf(again) != pathsOf(c) || problemsOf(again) != problemsOf(c) {
			t.Fatalf("read again, %d articles instead of %d: %v, %s", len(again.Articles), len(c.Articles), err, problemsOf(again))
		}
		if first == "" {
			first = pathsOf(c)
		}
		n := len(c.Articles)
		if pathsOf(c) != first || n < 200 || n >= len(whole.Articles) || !strings.HasPrefix(pathsOf(whole), first) {
			t.Fatalf("%d articles, not the first of %d, or not always the same", n, len(whole.Articles))
		}
		if want := whole.Articles[n].Path + ": reading stopped here: the articles before it fill the 2 MB a corpus may take; open fewer articles"; problemsOf(c) != want {
			t.Fatalf("it says\n%s\nwant\n%s", problemsOf(c), want)
		}
	}
}

// What did not fit in is read once there is room.
func TestBudgetAfterRoomWasMade(t *testing.T) {
	harbour(t, 40)
	l, err := Load(t.Context(), []string{"."}, Options{maxWeight: 100 << 10})
	if err != nil {
		t.Fatal(err)
	}
	before, err := l.Wait(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	n := len(before.Articles)
	if n == 40 || len(before.Problems) != 1 {
		t.Fatalf("%d articles and %s", n, problemsOf(before))
	}
	for _, a := range before.Articles[:n/2] {
		os.Remove(a.File)
	}
	after, err := l.Reload(t.Context()).Wait(t.Context())
	whole, _ := Open([]string{"."}, Options{})
	if err != nil || !strings.HasPrefix(pathsOf(whole), pathsOf(after)) || len(after.Articles) <= n/2 || len(after.Articles) < min(n, 40-n/2)-1 {
		t.Errorf("%d articles fitted in, then half were removed, then %d did: %v, %s", n, len(after.Articles), err, problemsOf(after))
	}
}

// A file of which a part did not fit in is read whole once there is room.
func TestBudgetWithinAFile(t *testing.T) {
	t.Chdir(t.TempDir())
	const articles = 40 * partArticles
	write(t, "news/0.txt", strings.Repeat(prosePlain, 1+(1<<20)/len(prosePlain)))
	write(t, "news/1.jsonl", strings.Repeat(`{"text": "The ferry sailed at noon, the harbour office said."}`+"\n", articles))
	l, err := Load(t.Context(), []string{"news"}, Options{maxWeight: 6 << 20})
	if err != nil {
		t.Fatal(err)
	}
	before, err := l.Wait(t.Context())
	if err != nil || len(before.Articles) < 2*partArticles || len(before.Articles) >= articles {
		t.Fatalf("%d articles of %d: %v", len(before.Articles), articles, err)
	}
	os.Remove("news/0.txt")
	after, err := l.Reload(t.Context()).Wait(t.Context())
	if err != nil || len(after.Articles) != articles || len(after.Problems) != 0 {
		t.Errorf("%d articles of %d: %v, %s", len(after.Articles), articles, err, problemsOf(after))
	}
}

// While the first file is waited for, only a part of what a corpus may take is
// read of the others.
func TestNotReadTooFarAhead(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const most, articleMost = 8 << 20, 5 << 10 // bytes
		l := loadingOf(t, Options{maxWeight: most}, "news")
		late := make(chan bool)
		lines := strings.Repeat(`{"text": "The ferry was halted."}`+"\n", 2*partArticles)
		l.start(t.Context(), func(w *walker) {
			w.add(file{path: "late.txt", open: func() (fs.File, error) { <-late; return memory(prosePlain), nil }})
			for i := range 100 {
				w.add(file{path: fmt.Sprintf("%d.jsonl", i), open: func() (fs.File, error) { return memory(lines), nil }})
			}
		})
		synctest.Wait()
		l.mu.Lock()
		ahead := l.ahead
		l.mu.Unlock()
		if begun := 2 * runtime.GOMAXPROCS(0) * partArticles * articleMost; ahead > most/8+int64(begun) {
			t.Errorf("%d KB are read ahead, of %d KB that a corpus may take", ahead>>10, most>>10)
		}
		close(late)
		if c, err := l.Wait(t.Context()); err != nil || c.Articles[0].Path != "late.txt" || len(c.Articles) < most/articleMost {
			t.Errorf("at last: %v, %v", c, err)
		}
	})
}

// crowds are files that hold far more than their size, by format.
var crowds = []struct {
	name string
	data func(t *testing.T, bytes int) []byte
}{
	{"sentences.zip", func(t *testing.T, size int) []byte { // of many short sentences
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		text := []byte(strings.Repeat(strings.Repeat("Rain. Gulls. He left. She ran. ", 200)+"\n", size/20/6200+1))
		for i := range 20 {
			w, err := z.Create(fmt.Sprintf("%d.txt", i))
			if err != nil {
				t.Fatal(err)
			}
			w.Write(text)
		}
		z.Close()
		return b.Bytes()
	}},
	{"articles.jsonl.gz", func(t *testing.T, size int) []byte { // tiny
		line := `{"text":"Rain fell. He left."}` + "\n"
		return packedLines(line, size/(3*len(line)))
	}},
	{"problems.jsonl.gz", func(t *testing.T, size int) []byte { // rows without a text
		return packedLines("{\"title\":\"Rain\",\"text\":7}\n", size/50)
	}},
}

func packedLines(line string, n int) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte(strings.Repeat(line, n)))
	z.Close()
	return b.Bytes()
}

// TestBudgetHoldsMemory opens crowds that would take several times the memory a
// corpus may take.
func TestBudgetHoldsMemory(t *testing.T) {
	corpustest.Measures(t)
	const most = 32 << 20
	for _, crowd := range crowds {
		t.Run(crowd.name, func(t *testing.T) {
			dir := t.TempDir()
			write(t, filepath.Join(dir, "0.txt"), prosePlain)
			data := crowd.data(t, most)
			write(t, filepath.Join(dir, crowd.name), string(data))
			took, memory, c := costWith(t, dir, Options{maxWeight: most})
			last := "none"
			if n := len(c.Problems); n > 0 {
				last = c.Problems[n-1].Reason
			}
			t.Logf("%d KB took %v and %d MB; %d articles; %s", len(data)>>10, took, memory>>20, len(c.Articles), last)
			if memory > 5*most {
				t.Errorf("took %d MB, want less than %d MB", memory>>20, 5*most>>20)
			}
			if len(c.Articles) == 0 || !strings.HasPrefix(last, "reading stopped here") && crowd.name != "problems.jsonl.gz" {
				t.Errorf("%d articles, and it says: %s", len(c.Articles), last)
			}
		})
	}
}
