package raw

import (
	"strings"
	"testing"
)

// TestBylines: what stands beside a name in a byline is none of the names.
func TestBylines(t *testing.T) {
	for in, want := range map[string]string{
		"From MARA QUILL":                                             "MARA QUILL",
		"Mara Quill, Lorne Post Staff Writer":                         "Mara Quill",
		"Mara Quill, Staff Writer":                                    "Mara Quill",
		"MARA QUILL, Political Correspondent":                         "MARA QUILL",
		"MARA QUILL POLITICAL CORRESPONDENT":                          "MARA QUILL",
		"Mara Quill Chief Political Correspondent":                    "Mara Quill",
		"By Mara Quill and Bo Cho, Staff Writers":                     "Mara Quill|Bo Cho",
		"Mara Quill, Health Editor and Bo Cho, Science Correspondent": "Mara Quill|Bo Cho",
		"Mara Quill, lorneherald.example":                             "Mara Quill",
		"Mara Quill, www.lorneherald.example/news":                    "Mara Quill",
		"Mara Quill, mquill@lorneherald.example":                      "Mara Quill",
		"Mara Quill (mquill@lorneherald.example)":                     "Mara Quill",
		"Mara Quill, @maraquill":                                      "Mara Quill",
		"Mara Quill, Special to The Lorne Herald":                     "Mara Quill",
		"Mara Quill, for The Lorne Herald":                            "Mara Quill",
		"Mara Quill, of the Lorne Herald":                             "Mara Quill",
		"Mara Quill, The Associated Press":                            "Mara Quill",
		"Mara Quill and agencies":                                     "Mara Quill",
		"Reported by Mara Quill":                                      "Mara Quill",
		"Our Foreign Staff":                                           "",
		"Political Correspondent":                                     "",
		"Staff Reporter":                                              "",
		"Von Mara Quill, Korrespondentin in Port Aubin":               "Mara Quill",
		"Mara Quill, envoyée spéciale à Port Aubin":                   "Mara Quill",
		"Mara Quill, corresponsal":                                    "Mara Quill",
		"Mara Quill; Staff Writer":                                    "Mara Quill",
		"From our correspondent":                                      "",
		"Ann Writerly":                                                "Ann Writerly",
		"Mark City":                                                   "Mark City",
		"Paul Sport, Mara Quill":                                      "Paul Sport|Mara Quill",
	} {
		if got := strings.Join(Authors(in), "|"); got != want {
			t.Errorf("Authors(%q) = %q, want %q", in, got, want)
		}
	}
}

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
