package pair

import (
	"slices"
	"strings"
	"sync"

	"parallax/diffview/doc"
)

// Names that news use for one body, each line of one; names are folded, without
// their small words and without the country before them.
var aliases = sync.OnceValue(func() map[string]int {
	return aliasTable(`
pentagon, department defense, department defence, defense department, defence department, dod
state department, department state, foggy bottom
justice department, department justice, doj
treasury, treasury department, department treasury
department homeland security, homeland security department, homeland security, dhs
interior department, department interior
federal reserve, fed
scotland yard, metropolitan police, met police
united kingdom, britain, great britain, uk
united states, america, us, usa
united nations, un
european union, eu
soviet union, ussr
national health service, nhs
republican party, gop
bank england, boe
european central bank, ecb
united arab myanmar, burma
ivory coast, cote d'ivoire
czech republic, czechia
north korea, dprk, democratic people's republic korea
south korea, republic korea
holy see, vatican
`)
})

func aliasTable(lines string) map[string]int {
	out := map[string]int{}
	for n, line := range strings.Split(lines, "\n") {
		for _, name := range strings.Split(line, ",") {
			if name = strings.TrimSpace(name); name != "" {
				out[name] = n
			}
		}
	}
	return out
}

// aliasOf returns the line of aliases that an entity is of, 0 for none. The words of a
// department or a ministry stand in either order: "Ministry of Health", "Health
// Ministry".
func aliasOf(e *doc.Entity) (line int, turned string) {
	if e.Kind == doc.Person {
		return 0, ""
	}
	words := e.Words
	if len(words) > 1 && (words[0] == "us" || words[0] == "uk") {
		words = words[1:]
	}
	line = aliases()[strings.Join(words, " ")]
	if len(words) > 1 && (bodies[words[0]] || bodies[words[len(words)-1]]) {
		sorted := slices.Sorted(slices.Values(words))
		turned = strings.Join(sorted, " ")
	}
	return line, turned
}

// bodies are the words of which "of" and what it joins may go before.
var bodies = map[string]bool{"department": true, "ministry": true}

// sameBody reports whether two entities go by two names for one body.
func sameBody(e, f *doc.Entity) bool {
	a, x := aliasOf(e)
	b, y := aliasOf(f)
	return a > 0 && a == b || x != "" && x == y
}
