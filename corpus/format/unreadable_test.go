package format

import (
	"strings"
	"testing"

	"parallax/corpus/format/raw"
)

// TestRefusal: what cannot be read is called by its name, with what to do.
func TestRefusal(t *testing.T) {
	for name, want := range map[string]string{
		"a.doc": "old Word format", "versions.db": "SQLite databases (from DiffEngine", "page.webarchive": "Safari web archives",
		"export.rar": "unpack it", "letter.pages": "Pages documents", "talk.odp": "slides", "old.wps": "Works", "A.XLSX": ".csv",
		"a.xyz": ".xyz files are not supported",
	} {
		if got := Refusal(name); !strings.Contains(got, want) {
			t.Errorf("%s: %q does not say %q", name, got, want)
		}
		if f, raws := Read(raw.Source{Name: name}, strings.NewReader("PK\x03\x04")); f != nil {
			t.Errorf("%s: read as %s", name, f.Name)
		} else {
			for _, err := range raws {
				if err == nil || err.Error() != Refusal(name) {
					t.Errorf("%s: %v", name, err)
				}
			}
		}
	}
	for ext := range unreadable() {
		if named("a"+ext) != nil || raw.Beside("a"+ext) {
			t.Errorf("%s has a reader, or is passed over, and is called unreadable", ext)
		}
	}
}
