package raw

import (
	"strings"
	"testing"
)

// TestWithoutOutlet: the outlet is none of its authors.
func TestWithoutOutlet(t *testing.T) {
	for in, want := range map[string]string{
		"Mara Quill, The Lorne Herald":             "Mara Quill",
		"Mara Quill / Lorne Herald":                "Mara Quill",
		"Mara Quill Lorne Herald Reporter":         "Mara Quill",
		"Mara Quill Of The Lorne Herald":           "Mara Quill",
		"Mara Quill and Bo Cho, The Lorne Herald":  "Mara Quill|Bo Cho",
		"Exclusive by Mara Quill":                  "Mara Quill",
		"The Lorne Herald":                         "",
		"Lorne Mara Quill":                         "Lorne Mara Quill",
		"Mara Quill, The Lorne Herald, Port Aubin": "Mara Quill|Port Aubin",
	} {
		var got []string
		for _, f := range WithoutOutlet(AddAuthors(AddField(nil, Outlet, "The Lorne Herald (Lorne)", "line"), in, "byline")) {
			if f.Name == Author {
				got = append(got, f.Value)
			}
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%q: %q, want %q", in, s, want)
		}
	}
}
