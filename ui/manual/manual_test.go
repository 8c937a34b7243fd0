package manual

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// sample is a command line with everything that a page has to show, and text that
// roff would act upon.
func sample() Contents {
	nothing := func(*cobra.Command, []string) error { return nil }
	root := &cobra.Command{Use: "weigh [PATH...]", Short: "Weigh letters", Long: "Weighs letters.\n\n.SH is no heading here, nor is 'br a break.", RunE: nothing, Version: "1.2"}
	root.Flags().Bool("metric", false, "use grams")
	post := &cobra.Command{Use: "post LETTER", Short: "Post a letter", RunE: nothing}
	post.Flags().StringP("box", "b", "red", "the `COLOUR` of the box, such as “red” or C:\\new")
	secret := &cobra.Command{Use: "steam", Short: "Open a letter", RunE: nothing, Hidden: true}
	group := &cobra.Command{Use: "stamp", Short: "Stamps"}
	group.AddCommand(&cobra.Command{Use: "lick", Short: "Lick a stamp", RunE: nothing})
	root.AddCommand(post, secret, group)
	return Contents{Root: root,
		Keys:     []Table{{"Moving", [][2]string{{"j ↓", "down"}, {"'", "to a mark"}, {"^ ~ `", "up"}}}},
		Settings: Table{"Settings", [][2]string{{"theme", "the colours"}}},
		Example:  "theme: auto\nwidths:\n  narrow: 100\n"}
}

// TestPage holds that a page is ASCII, made of macros that man(7) has, and shows
// all that went in, each where it belongs.
func TestPage(t *testing.T) {
	text := Page(sample())
	known := strings.Fields(".TH .SH .SS .TP .B .PP .PD .RS .RE .nf .fi .br .nh .ad")
	for n, line := range strings.Split(text, "\n") {
		if macro, _, _ := strings.Cut(line, " "); strings.HasPrefix(line, ".") && !slices.Contains(known, macro) {
			t.Errorf("line %d begins with %s, which is no macro of man(7): %s", n+1, macro, line)
		}
		if strings.HasPrefix(line, "'") || strings.ContainsFunc(line, func(r rune) bool { return r < ' ' || r > '~' }) {
			t.Errorf("line %d: %q", n+1, line)
		}
	}
	if strings.Contains(text, "steam") || strings.Contains(text, `\fBweigh stamp\fR`+"\n") {
		t.Errorf("hidden commands, or such as do nothing themselves, are on the page:\n%s", text)
	}
	at := 0
	for _, want := range []string{`.TH "WEIGH" "1"`, `weigh \- weigh letters`, `\fBweigh\fR [\fIOPTION\fR...] [PATH...]`, `\fBweigh post\fR`, `\&.SH is no heading`,
		`.B "\-\-metric"`, `.B "\-b, \-\-box COLOUR"`, `C:\enew (default red)`, `.SS "weigh stamp lick"`, `.B "j \[u2193]"`, `.B "\(aq"`, `.B "\(ha \(ti \(ga"`,
		"  narrow: 100", `.B "theme"`, ".SH \"ENVIRONMENT\"", "NO_COLOR", ".SH \"FILES\"", `\(ti/.config/parallax/config.yaml`, ".SH \"EXIT STATUS\""} {
		i := strings.Index(text[at:], want)
		if i < 0 {
			t.Errorf("%q is not on the page, or not after what comes before it:\n%s", want, text)
			continue
		}
		at += i
	}
}

// TestPageIsSet has the page set by groff, which must have nothing to complain of.
func TestPageIsSet(t *testing.T) {
	groff, err := exec.LookPath("groff")
	if err != nil {
		t.Skip("groff is not installed")
	}
	cmd := exec.Command(groff, "-man", "-Tutf8", "-ww", "-P-cbou")
	cmd.Stdin = strings.NewReader(Page(sample()))
	var warned strings.Builder
	cmd.Stderr = &warned
	out, err := cmd.Output()
	if err != nil || warned.Len() > 0 {
		t.Fatalf("%v: %s", err, warned.String())
	}
	for _, want := range []string{"\nNAME\n       weigh - weigh letters\n", "       .SH is no heading here, nor is 'br a break.", "       -b, --box COLOUR\n",
		"such as “red” or C:\\new", "j ↓", "^ ~ `", "             narrow: 100"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("the set page lacks %q:\n%s", want, out)
		}
	}
}

// TestEnvironment finds the variables that the code reads by name, and looks for
// them on the page.
func TestEnvironment(t *testing.T) {
	reads := regexp.MustCompile(`(?:os\.Getenv\(|os\.LookupEnv\(|environ\([^"()]*(?:\([^()]*\))?[^"()]*|folder\()"([A-Z_]+)"`)
	var page strings.Builder
	for _, row := range environment {
		page.WriteString(row[0] + " ")
	}
	names := strings.FieldsFunc(page.String(), func(r rune) bool { return r == ' ' || r == ',' })
	found := 0
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		text, err := os.ReadFile(path)
		for _, m := range reads.FindAllStringSubmatch(string(text), -1) {
			found++
			if !slices.Contains(names, m[1]) {
				t.Errorf("%s reads %s, which the man page does not name", path, m[1])
			}
		}
		return err
	})
	if err != nil || found < 5 {
		t.Errorf("found %d variables: %v", found, err)
	}
}
