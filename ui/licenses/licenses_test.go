package licenses

import (
	"debug/buildinfo"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestBuilt builds the program and looks for the licence of each module in it.
func TestBuilt(t *testing.T) {
	program := filepath.Join(t.TempDir(), "parallax")
	if out, err := exec.Command("go", "build", "-o", program, "parallax").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	info, err := buildinfo.ReadFile(program)
	if err != nil {
		t.Fatal(err)
	}
	if len(info.Deps) < 20 {
		t.Errorf("the program is said to have %d modules", len(info.Deps))
	}
	for _, m := range info.Deps {
		if !strings.Contains("\n"+All, "\n== "+m.Path+" "+m.Version+"\n") {
			t.Errorf("no licence of %s %s: run go generate ./ui/licenses", m.Path, m.Version)
		}
	}
}

// TestGenerated shows that the text is what the generator makes of go.mod.
func TestGenerated(t *testing.T) {
	out, err := exec.Command("go", "run", "./gen").Output()
	if err != nil {
		t.Fatal(err)
	}
	if string(out) != All {
		t.Error("licenses.txt is not of this go.mod: run go generate ./ui/licenses")
	}
	for _, words := range []string{"== parallax\n", "WordNet", "GloVe", "== the Go library\n"} {
		if !strings.Contains(All, words) {
			t.Errorf("it has no %q", words)
		}
	}
}
