package diffview

import (
	"fmt"
	"strings"
)

// A Judgement is what an outside judge added to a comparison, in numbers, or why
// it added nothing.
type Judgement struct {
	Name    string // "openai llama3.1", as the reader gave it
	Version string // what the judge calls itself; "" when it does not say
	Date    string // the day of its answer, "2031-04-25"; "" when it is not known

	Links, Conflicts   int    // added
	Confirmed, Refused int    // of what the words left unsure
	Dropped            int    // of the answer: sentences, words or kinds that do not exist
	Failed             string // why there is no answer, in a sentence; "" when there is one
	Partly             string // why there is no answer to a part, likewise
}

// remarks says it in words, a line each; nil when no judge was asked.
func (j *Judgement) remarks() []string {
	if j == nil {
		return nil
	}
	if j.Failed != "" {
		return []string{"judge " + j.Name + " gave no answer, compared by words alone: " + j.Failed}
	}
	who := "judge " + j.Name
	for _, more := range []string{j.Version, j.Date} {
		if more != "" && !strings.Contains(who, more) {
			who += ", " + more
		}
	}
	said := fmt.Sprintf("%s: %s and %s added, %d unsure confirmed, %d refused", who, count(j.Links, "link"), count(j.Conflicts, "conflict"), j.Confirmed, j.Refused)
	if j.Dropped > 0 {
		said += fmt.Sprintf("; %d of its statements named sentences or words that do not exist and were dropped", j.Dropped)
	}
	out := []string{said}
	if j.Partly != "" {
		out = append(out, "judge "+j.Name+": "+j.Partly)
	}
	return out
}

// count returns "1 link", "2 links".
func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
