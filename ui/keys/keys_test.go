package keys

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

var update = flag.Bool("update", false, "write the README's table of keys")

func TestTable(t *testing.T) {
	for _, row := range []string{"| `]` `→` | next pair of articles |\n", "| `q` `ctrl+c` | quit |\n"} {
		if !strings.Contains(Table(), row) {
			t.Errorf("the table has no %q:\n%s", row, Table())
		}
	}
}

func TestRebind(t *testing.T) {
	k := New()
	for _, tt := range []struct {
		keys map[Action][]string
		want string
	}{
		{map[Action][]string{"next-pair": {"r", "right"}}, ""},
		{map[Action][]string{"next-pear": {"r"}}, `unknown action "next-pear"; the help lists each with its keys`},
		{map[Action][]string{"next-pair": {"q"}}, `the key "q" is bound to both next-pair and quit`},
		{map[Action][]string{"swap": nil}, ""},
	} {
		if err := k.Rebind(tt.keys); fmt.Sprint(err) != tt.want && (err != nil || tt.want != "") {
			t.Errorf("%v: %v, want %q", tt.keys, err, tt.want)
		}
	}
	if k.ActionOf(OnPage, tea.KeyPressMsg{Code: 'r', Text: "r"}) != NextPair || k.ActionOf(OnPage, tea.KeyPressMsg{Code: ']', Text: "]"}) != "" || k.KeyOf(NextPair) != "r" {
		t.Error("r does not bring the next pair in place of ]")
	}
	if k.ActionOf(OnPage, tea.KeyPressMsg{Code: 'x', Text: "x"}) != "" || k.ActionOf(OnPage, tea.KeyPressMsg{Code: 'q', Text: "q"}) != Quit {
		t.Error("other keys are not what they were")
	}
	if New().KeyOf(NextPair) != "]" {
		t.Error("one reader's keys are another's")
	}
}

// TestReadmeKeys holds the README's key table to the key map. With -update it
// is written.
func TestReadmeKeys(t *testing.T) {
	const file, begin, end = "../../README.md", "<!-- keys: written by keys.Table, held by a test -->\n", "<!-- /keys -->"
	readme, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(readme), begin)
	_, after, ok2 := strings.Cut(rest, end)
	if !ok || !ok2 {
		t.Fatalf("README.md has no place for the keys between %q and %q", begin, end)
	}
	want := before + begin + Table() + end + after
	if *update {
		if err := os.WriteFile(file, []byte(want), 0o666); err != nil {
			t.Fatal(err)
		}
	} else if string(readme) != want {
		t.Error("README.md's keys are not those of the key map: run go test ./ui/keys -run TestReadmeKeys -update")
	}
}
