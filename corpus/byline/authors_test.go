package byline

import (
	"strings"
	"testing"
)

func TestAuthors(t *testing.T) {
	for in, want := range map[string]string{
		"Ann Lee":                            "Ann Lee",
		"By Ann Lee":                         "Ann Lee",
		"by: Ann Lee and Bo Cho":             "Ann Lee|Bo Cho",
		"Ann Lee, Bo Cho and Cy Dee":         "Ann Lee|Bo Cho|Cy Dee",
		"Ann Lee, Bo Cho, and Cy Dee":        "Ann Lee|Bo Cho|Cy Dee",
		"Lee, Ann":                           "Lee, Ann",
		"Ann Lee & Bo Cho; Cy Dee":           "Ann Lee|Bo Cho|Cy Dee",
		"Alexander Anderson":                 "Alexander Anderson",
		"Reuters":                            "Reuters",
		"Von Anna Lee, dpa":                  "Anna Lee",
		"Ann Lee and Bo Cho (AP)":            "Ann Lee|Bo Cho",
		"Par Anne Li/AFP":                    "Anne Li",
		"":                                   "",
		"Author Name":                        "Author Name",
		"Author":                             "Author",
		"Author: Ann Lee":                    "Ann Lee",
		"Ann Lee (now) and Bo Cho (earlier)": "Ann Lee|Bo Cho",
		"annlee":                             "annlee",
		"Text":                               "Text",
		"By ":                                "",
		"Sammy Davis, Jr. and Orlando Hand":  "Sammy Davis, Jr.|Orlando Hand",
	} {
		if got := strings.Join(Authors(in), "|"); got != want {
			t.Errorf("Authors(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestPositions: what stands beside a name in a byline is none of the names.
func TestPositions(t *testing.T) {
	for in, want := range map[string]string{
		"From MARA QUILL":                                             "MARA QUILL",
		"Mara Quill, Lorne Post Staff Writer":                         "Mara Quill",
		"Mara Quill, Staff Writer":                                    "Mara Quill",
		"MARA QUILL, Political Correspondent":                         "MARA QUILL",
		"MARA QUILL POLITICAL CORRESPONDENT":                          "MARA QUILL",
		"Mara Quill Chief Political Correspondent":                    "Mara Quill",
		"By Mara Quill and Bo Cho, Staff Writers":                     "Mara Quill|Bo Cho",
		"Mara Quill, Health Editor and Bo Cho, Science Correspondent": "Mara Quill|Bo Cho",
		"Petr Novák, zahraniční redaktor":                             "Petr Novák",
		"Anna Ek utrikes korrespondent och Bo Ek":                     "Anna Ek|Bo Ek",
		"Ольга Лис, политический обозреватель":                        "Ольга Лис",
		"Ayşe Kaya, dış haberler muhabiri":                            "Ayşe Kaya",
		"Mara Quill our Diplomatic Editor":                            "Mara Quill",
		"Redakcja":                                                    "Redakcja",
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
