package raw

import (
	"bufio"
	"errors"
	"strings"
	"testing"
)

// exported reads an export of n articles, or errors, and returns how many came
// and the last error.
func exported(n int, err error) (count int, last error) {
	read := Export(func(_ []byte, _ Source, next Give) error {
		for range n {
			if !next(Article{Text: "Text."}, err) {
				break
			}
		}
		return nil
	})
	for _, err := range read(Source{Name: "a.txt", Reader: bufio.NewReader(strings.NewReader("a"))}) {
		last = err
		count++
	}
	return count, last
}

// TestExportOfMany: an export of too many articles says that it is not whole.
func TestExportOfMany(t *testing.T) {
	n, last := exported(maxExported+1, nil)
	if n != maxExported+1 || last == nil || !strings.Contains(last.Error(), "split the file") {
		t.Errorf("%d articles, at last %v", n, last)
	}
}

// TestExportWithoutTexts: of very many articles without text only the number is
// told.
func TestExportWithoutTexts(t *testing.T) {
	n, last := exported(maxComplaints+5, errors.New("empty"))
	if n != maxComplaints+1 || last == nil || last.Error() != "5 more records could not be read" {
		t.Errorf("%d errors, at last %v", n, last)
	}
}
