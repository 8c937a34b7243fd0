package format

import "testing"

// TestExportsAreToldApart: prose that mentions a database is no export.
func TestExportsAreToldApart(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a.txt", "He found 1 of 10 DOCUMENTS in ProQuest.\n\nLENGTH: unknown.\n", "plain text"},
		{"a.txt", "Full text: the ferry\n\nPublication title: none\n", "plain text"},
		{"a.html", "<html><head><title>Factiva: a review</title></head><body><p>The ferry.</p></body></html>", "web page"},
		{"a.txt", "\n   1 of 1 DOCUMENT\n\n  Herald\n\n March 10, 2026\n\nLENGTH: 8 words\n\nText.\n", "LexisNexis export"},
		{"a", "<html><head><title> Factiva</title></head><body></body></html>", "Factiva export"},
	} {
		got := "none"
		if f := detect(c.name, []byte(c.text)); f != nil {
			got = f.Name
		}
		if got != c.want {
			t.Errorf("%.40q as %s: %s, want %s", c.text, c.name, got, c.want)
		}
	}
}
