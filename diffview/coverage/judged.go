package coverage

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"parallax/diffview"
)

// judged says in a line who was asked about the pairs of a story, when, and what
// was added.
func judged(pairings map[Pair]Pairing) string {
	var sum diffview.Judgement
	asked, answered := 0, 0
	versions, dates := make(map[string]bool), make(map[string]bool)
	for _, p := range pairings {
		j := p.Judged
		if j == nil {
			continue
		}
		asked++
		sum.Name = j.Name
		if j.Failed != "" {
			continue
		}
		answered++
		sum.Links += j.Links
		sum.Conflicts += j.Conflicts
		sum.Dropped += j.Dropped
		versions[j.Version], dates[j.Date] = true, true
	}
	if asked == 0 {
		return ""
	}
	delete(versions, "")
	delete(versions, sum.Name)
	delete(dates, "")
	who := "judge " + sum.Name
	if v := slices.Sorted(maps.Keys(versions)); len(v) > 0 {
		who += ", " + strings.Join(v, ", ")
	}
	if d := slices.Sorted(maps.Keys(dates)); len(d) > 1 {
		who += ", " + d[0] + " to " + d[len(d)-1]
	} else if len(d) == 1 {
		who += ", " + d[0]
	}
	said := fmt.Sprintf("%s: answered about %d of %d pairs, added %d links and %d conflicts", who, answered, asked, sum.Links, sum.Conflicts)
	if sum.Dropped > 0 {
		said += fmt.Sprintf("; %d statements dropped", sum.Dropped)
	}
	return said
}
