package measured

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	measure = flag.Bool("measure", false, "measure anew on the benchmark folder beside the project, and write figures.txt and the README")
	update  = flag.Bool("update", false, "write the README's figures")
)

// only names the environment variable that makes this test a program between
// score.py and parallax: it lets "sure" or "unsure" links through, or the conflicts
// of one kind.
const (
	only    = "PARALLAX_MEASURE_ONLY"
	program = "PARALLAX_MEASURE_PROGRAM"
)

func TestMain(m *testing.M) {
	if what := os.Getenv(only); what != "" {
		if err := pass(what); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// pass runs parallax and prints its comparison with a part of its links or conflicts
// alone.
func pass(what string) error {
	out, err := exec.Command(os.Getenv(program), os.Args[1:]...).Output()
	if len(out) == 0 {
		return err
	}
	var c map[string]json.RawMessage
	if err := json.Unmarshal(out, &c); err != nil {
		return err
	}
	if what == "sure" || what == "unsure" {
		if c["links"], err = having(c["links"], "sure", fmt.Sprint(what == "sure")); err != nil {
			return err
		}
		c["conflicts"] = json.RawMessage("[]")
	} else if c["conflicts"], err = having(c["conflicts"], "kind", fmt.Sprintf("%q", what)); err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(c)
}

// having returns those of a list whose field has a value.
func having(list json.RawMessage, field, value string) (json.RawMessage, error) {
	var all []map[string]json.RawMessage
	if err := json.Unmarshal(list, &all); err != nil {
		return nil, err
	}
	passed := all[:0]
	for _, x := range all {
		if string(x[field]) == value {
			passed = append(passed, x)
		}
	}
	return json.Marshal(passed)
}

const head = `# Written by: go test ./diffview/measured -measure
# It runs score.py links of the benchmark folder on all its labelled pairs, again
# with the sure and with the unsure links alone (P is the share that is right), and
# again with the conflicts of each kind alone.
`

var (
	precision = regexp.MustCompile(`(?m)^links +pairs (\d+) +P (\S+)`)
	reported  = regexp.MustCompile(`right (\d+) false (\d+)`)
	byKind    = regexp.MustCompile(`(\w+) (\d+)/(\d+)`)
)

// TestMeasure measures anew and writes figures.txt: with -measure, where the
// benchmark folder is beside the project.
func TestMeasure(t *testing.T) {
	const score = "../../../shared/bench/score.py"
	if _, err := os.Stat(score); err != nil || !*measure {
		t.Skip("takes minutes: -measure, with the benchmark folder beside the project")
	}
	built := filepath.Join(t.TempDir(), "parallax")
	if out, err := exec.Command("go", "build", "-o", built, "../..").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	run := func(cmd, what string) string {
		c := exec.Command("python3", score, "links", "-q", "--cmd", cmd)
		c.Env = append(os.Environ(), only+"="+what, program+"="+built)
		out, err := c.CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		t.Logf("%s\n%s", what, out)
		return string(out)
	}
	all := run(built, "")
	var b bytes.Buffer
	b.WriteString(head)
	fmt.Fprintf(&b, "pairs %s\n", precision.FindStringSubmatch(all)[1])
	r := reported.FindStringSubmatch(all)
	fmt.Fprintf(&b, "conflicts %s right %s false\n", r[1], r[2])
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	_, kinds, _ := strings.Cut(all, "found by kind:")
	for _, k := range byKind.FindAllStringSubmatch(kinds, -1) {
		r := reported.FindStringSubmatch(run(self, k[1]))
		var right, wrong int
		if _, err := fmt.Sscan(r[1], &right); err != nil {
			t.Fatal(err)
		}
		if _, err := fmt.Sscan(r[2], &wrong); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "kind %s %s of %s, right %d of %d\n", k[1], k[2], k[3], right, right+wrong)
	}
	fmt.Fprintf(&b, "links sure %s unsure %s\n", precision.FindStringSubmatch(run(self, "sure"))[2], precision.FindStringSubmatch(run(self, "unsure"))[2])
	if _, err := parse(b.String()); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("figures.txt", b.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	t.Log("figures.txt is written; goldens of ./ui and ./diffview/export may have the old figures: -update")
}

// TestReadme holds the README's figures to the file. With -update or -measure
// they are written.
func TestReadme(t *testing.T) {
	const file, begin, end = "../../README.md", "<!-- measured: written by Figures.Table of diffview/measured, held by a test -->\n", "<!-- /measured -->"
	readme, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(readme), begin)
	_, after, ok2 := strings.Cut(rest, end)
	if !ok || !ok2 {
		t.Fatalf("README.md has no place for the figures between %q and %q", begin, end)
	}
	figures, err := os.ReadFile("figures.txt")
	if err != nil {
		t.Fatal(err)
	}
	f, err := parse(string(figures))
	if err != nil {
		t.Fatal(err)
	}
	want := before + begin + f.Table() + end + after
	if *update || *measure {
		if err := os.WriteFile(file, []byte(want), 0o666); err != nil {
			t.Fatal(err)
		}
	} else if string(readme) != want {
		t.Error("README.md's figures are not those of figures.txt: run go test ./diffview/measured -update")
	}
}

// TestFigures holds that every kind of conflict was measured and has a name.
func TestFigures(t *testing.T) {
	f := Last()
	if len(f.Kinds) != len(kindNames) {
		t.Errorf("%d kinds are measured, want %d", len(f.Kinds), len(kindNames))
	}
	said := NoneNoticed()
	for _, k := range f.Kinds {
		if k.Of == 0 || k.Found > k.Of || k.Right > k.Reported || k.Name() == "" || !strings.Contains(said, k.Name()+" "+k.Count()) {
			t.Errorf("%v: %s, in %q", k.Kind, k.Count(), said)
		}
	}
	if f.Pairs == 0 || f.Right == 0 || f.Sure <= f.Unsure || f.Unsure <= 0 {
		t.Errorf("the figures are %+v", f)
	}
	for _, text := range []string{"kind colour 1 of 2, right 1 of 1", "kind number 1 of 2", "pears 3", "pairs x"} {
		if _, err := parse(text); err == nil {
			t.Errorf("%q is read", text)
		}
	}
}
