package format

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestNoClockDecides: what is read must not depend on how busy the machine is.
func TestNoClockDecides(t *testing.T) {
	clock := regexp.MustCompile(`\btime\.(?:Now|Since|Until|After|AfterFunc|NewTimer|NewTicker|Tick)\b|context\.With(?:Timeout|Deadline)`)
	err := filepath.WalkDir(".", func(path string, _ os.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") || strings.HasPrefix(path, "rawtest") {
			return err
		}
		data, err := os.ReadFile(path)
		if found := clock.Find(data); found != nil {
			t.Errorf("%s asks the clock: %s; count work instead", path, found)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
