// Command benchmark measures how quick the program is beside others on the same
// machine: an empty Go program, an empty Bubble Tea program, git and, where it is
// installed, delta. All are run in turn, so that a machine that is busy is busy
// for all of them; of each the median of its runs is printed, as processor time
// and as time by the clock, with the ratio to what it is compared with. See
// .ci/bench.
package main

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// A run is a command that is measured.
type run struct {
	name       string
	args       []string
	beside     string  // the name of the run whose times it is compared with
	most       float64 // the ratio that is wanted at most, 0 for none
	cpu, clock []float64
}

func main() {
	rounds := flag.Int("rounds", 25, "how often each program is run")
	flag.Parse()
	dir, err := os.MkdirTemp("", "parallax-bench")
	check(err)
	defer os.RemoveAll(dir)
	left, right := texts(dir, flag.Args())
	runs := programs(dir, left, right)
	for range *rounds {
		for _, r := range runs {
			r.measure()
		}
	}
	fmt.Printf("%s, load %s, medians of %d runs in turn\n\n", strings.TrimSpace(output("go", "version")), load(), *rounds)
	fmt.Println("| what | processor | clock | processor, as ratio | wanted |\n| :--- | ---: | ---: | :--- | ---: |")
	for _, r := range runs {
		fmt.Println(r.row(runs))
	}
	fmt.Println()
	inside()
}

// programs builds what is compared and returns the commands.
func programs(dir, left, right string) []*run {
	build := func(name, from string) string {
		to := filepath.Join(dir, name)
		cmd := exec.Command("go", "build", "-o", to, from)
		cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
		cmd.Stderr = os.Stderr
		check(cmd.Run())
		return to
	}
	const empty, git = "an empty Go program", "git diff --word-diff"
	parallax := build("parallax", ".")
	runs := []*run{
		{name: empty, args: []string{build("empty", "./.ci/benchmark/empty")}},
		{name: "an empty Bubble Tea program", args: []string{build("tea", "./.ci/benchmark/tea")}, beside: empty},
		{name: "parallax --version", args: []string{parallax, "--version"}, beside: empty, most: 2.5},
		{name: "parallax help", args: []string{parallax, "help"}, beside: empty, most: 2.5},
		{name: "parallax completion bash", args: []string{parallax, "completion", "bash"}, beside: empty, most: 2.5},
		{name: git, args: []string{"git", "diff", "--no-index", "--word-diff", left, right}},
		{name: "parallax diff", args: []string{parallax, "diff", "--no-cache", left, right}, beside: git, most: 3},
	}
	if delta, err := exec.LookPath("delta"); err == nil {
		runs = append(runs, &run{name: "delta", args: []string{delta, left, right}, beside: git})
	}
	return runs
}

// measure runs the command once. The status 1 says only that texts differ.
func (r *run) measure() {
	cmd := exec.Command(r.args[0], r.args[1:]...)
	start := time.Now()
	if err := cmd.Run(); err != nil && cmd.ProcessState.ExitCode() != 1 {
		check(fmt.Errorf("%s: %w", r.name, err))
	}
	r.clock = append(r.clock, milliseconds(time.Since(start)))
	r.cpu = append(r.cpu, milliseconds(cmd.ProcessState.UserTime()+cmd.ProcessState.SystemTime()))
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

func (r *run) row(all []*run) string {
	cpu, clock, ratio, wanted := median(r.cpu), median(r.clock), "", ""
	if k := slices.IndexFunc(all, func(o *run) bool { return o.name == r.beside }); k >= 0 {
		ratio = fmt.Sprintf("%.1f × %s", cpu/median(all[k].cpu), r.beside)
	}
	if r.most > 0 {
		wanted = fmt.Sprintf("≤ %g ×", r.most)
	}
	return fmt.Sprintf("| %s | %.1f ms | %.1f ms | %s | %s |", r.name, cpu, clock, ratio, wanted)
}

func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[len(sorted)/2]
}

// texts returns the files to compare: those named, or two of 1,000 words that
// are put together from the sample corpus.
func texts(dir string, named []string) (left, right string) {
	if len(named) == 2 {
		return named[0], named[1]
	}
	files, err := filepath.Glob("corpus/sample/articles/*.md")
	check(err)
	var words [2][]string
	for k, file := range files {
		text, err := os.ReadFile(file)
		check(err)
		words[k%2] = append(words[k%2], strings.SplitAfter(string(text), " ")...)
	}
	var names [2]string
	for side, name := range []string{"left.txt", "right.txt"} {
		names[side] = filepath.Join(dir, name)
		text := strings.Join(words[side][:min(1000, len(words[side]))], "")
		check(os.WriteFile(names[side], []byte(text), 0o644))
	}
	return names[0], names[1]
}

// A part is a benchmark of the packages, and what is wanted of it.
type part struct{ directory, name, count, wanted string }

// result is a line of the output of go test -bench.
var result = regexp.MustCompile(`(?m)^Benchmark(\w+?)(?:-\d+)?\s+\d+\s+(.*)$`)

// inside runs the benchmarks of the packages, each several times, and prints the
// run that took the least: what else the machine does only ever adds.
func inside() {
	const times = "5"
	fmt.Printf("| benchmark, best of %s | figures | wanted |\n| :--- | :--- | ---: |\n", times)
	for _, p := range []part{
		{"./diffview", "Prepare1000", "100x", "≤ 1.5 ms"},
		{"./diffview", "Compare1000", "100x", "≤ 5 ms"},
		{"./diffview", "Compare20000", "3x", "≤ 80 ms, 12 MB"},
		{".", "FirstFrame", "10x", "≤ 30 ms"},
		{".", "KeyToScreen", "200x", "p99 ≤ 8 ms"},
	} {
		out := output("go", "test", p.directory, "-run", "^$", "-bench", "^Benchmark"+p.name+"$", "-benchmem", "-benchtime", p.count, "-count", times)
		runs := result.FindAllStringSubmatch(out, -1)
		best := slices.MinFunc(runs, func(a, b []string) int { return cmp.Compare(took(a[2]), took(b[2])) })
		fmt.Printf("| %s | %s | %s |\n", best[1], figures(best[2]), p.wanted)
	}
}

// took returns the nanoseconds that a line of figures begins with.
func took(line string) float64 {
	value, err := strconv.ParseFloat(strings.Fields(line)[0], 64)
	check(err)
	return value
}

// figures writes the figures of a benchmark with units that people read.
func figures(line string) string {
	words := strings.Fields(line)
	var out []string
	for k := 0; k+1 < len(words); k += 2 {
		value, err := strconv.ParseFloat(words[k], 64)
		check(err)
		switch unit := words[k+1]; unit {
		case "ns/op":
			out = append(out, fmt.Sprintf("%.1f ms", value/1e6))
		case "B/op":
			out = append(out, fmt.Sprintf("%.1f MB", value/1e6))
		case "allocs/op":
			out = append(out, fmt.Sprintf("%.0f allocations", value))
		default:
			out = append(out, fmt.Sprintf("%.1f %s", value, unit))
		}
	}
	return strings.Join(out, ", ")
}

// load returns the load of the machine, where it is told.
func load() string {
	text, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return "unknown"
	}
	return strings.Join(strings.Fields(string(text))[:1], " ")
}

func output(name string, args ...string) string {
	cmd := exec.Command(name, args...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		fmt.Fprintf(os.Stderr, "%s: %v\n%s", strings.Join(cmd.Args, " "), err, out[:min(500, len(out))])
		os.Exit(1)
	}
	return string(out)
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
