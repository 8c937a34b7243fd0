package cell

import "testing"

func TestNearest(t *testing.T) {
	names := []string{"story", "conflicts", "diff", "list", "versions", "stories"}
	for word, want := range map[string]string{
		"sotry": "story", "storys": "story", "stry": "story", "conflits": "conflicts", "confilcts": "conflicts", "dif": "diff", "lits": "list",
		"verison": "versions", "storie": "stories", "st": "", "gopher": "", "": "", "dfif": "diff", "ddff": "diff", "dxxf": "", "story": "story",
	} {
		if got := Nearest(word, names); got != want {
			t.Errorf("%q is taken for %q, want %q", word, got, want)
		}
	}
}

func TestCorrect(t *testing.T) {
	heads := []string{"command", "name"}
	texts := plainly("choose a story\x1fstories", "conflicts in all stories\x1fconflicts", "Übersicht zeigen\x1fview")
	for _, tt := range []struct {
		query, want string
		changed     bool
	}{
		{"sotry", "story", true},
		{"choose sotry", "choose story", true},
		{"stor", "stor", false},   // the texts have it
		{"conf", "conf", false},   // half typed
		{"xyzzy", "xyzzy", false}, // nothing is like it
		{"'sotry", "'sotry", false},
		{"name:sotry", "name:sotry", false},
		{"!sotry", "!sotry", false},
		{"ubersciht", "ubersicht", true},
	} {
		if got, changed := Correct(tt.query, heads, texts); got != tt.want || changed != tt.changed {
			t.Errorf("%q becomes %q, %v; want %q, %v", tt.query, got, changed, tt.want, tt.changed)
		}
	}
}
