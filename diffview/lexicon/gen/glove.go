package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
)

// A gloVe is the frequent part of the GloVe vocabulary.
type gloVe struct {
	words   []string // by rank
	rank    map[string]int
	vectors [][]float64 // by rank
}

// readGloVe reads the words of rank below limit. The file is 300 MB on one
// line, so it is read as a stream of tokens and left when enough is known.
func readGloVe(file string, limit int) (*gloVe, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	d := json.NewDecoder(bufio.NewReaderSize(f, 1<<20))
	g := &gloVe{rank: map[string]int{}}
	for {
		t, err := d.Token()
		if err != nil {
			return nil, fmt.Errorf("%s: no vectors found: %w", file, err)
		}
		switch t {
		case "words":
			if err := d.Decode(&g.words); err != nil {
				return nil, fmt.Errorf("%s: words: %w", file, err)
			}
			g.words = g.words[:min(limit, len(g.words))]
			for i, w := range g.words {
				g.rank[w] = i
			}
		case "vectors":
			if err := g.readVectors(d); err != nil {
				return nil, fmt.Errorf("%s: %w", file, err)
			}
			return g, nil
		}
	}
}

// readVectors reads the vectors, which come in the order of the words.
func (g *gloVe) readVectors(d *json.Decoder) error {
	if _, err := d.Token(); err != nil {
		return err
	}
	for _, want := range g.words {
		key, err := d.Token()
		if err != nil {
			return err
		}
		if key != want {
			return fmt.Errorf("vector of %q where that of %q is due", key, want)
		}
		var v []float64
		if err := d.Decode(&v); err != nil {
			return fmt.Errorf("vector of %q: %w", want, err)
		}
		if len(v) < dims {
			return fmt.Errorf("vector of %q has %d dimensions, not %d", want, len(v), dims)
		}
		g.vectors = append(g.vectors, v[:dims:dims])
	}
	return nil
}
