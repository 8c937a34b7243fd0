package raw

import "testing"

func TestExtension(t *testing.T) {
	for in, want := range map[string]string{
		"a.txt": ".txt", "A.TXT": ".txt", "a.tar.gz": ".gz", "README": "", "2025.04": "",
		"Talks with Mr. Smith": "", "a.": "", "a.thisistoolong": "",
	} {
		if got := Extension(in); got != want {
			t.Errorf("Extension(%q) = %q, want %q", in, got, want)
		}
	}
}
