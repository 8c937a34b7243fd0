package pair

import (
	"context"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/diffview/budget"
	"parallax/diffview/doc"
	"parallax/diffview/quote"
)

func BenchmarkMatchQuotations(b *testing.B) {
	text := strings.Repeat("“The old bridge is perfectly safe and will open on Monday,” Mayor Paula Quist said. The engineers had looked at every bolt since the storm.\n\n", 40)
	p := doc.Prepare(corpus.FromText("a.txt", text)) // 1,000 words
	m := matchOf(b, p, p)
	b.ReportAllocs()
	for b.Loop() {
		m.matchQuotes(budget.New(context.Background(), math.MaxInt))
	}
}

// TestMatchTurned holds that matching is symmetric: with the sides exchanged the
// same passages are one, as like, with the same changes.
func TestMatchTurned(t *testing.T) {
	const safe, cold = "“The old bridge is perfectly safe and will open on Monday,” ", "“It was like sitting inside a cold bell all night,” "
	texts := []string{
		safe + "Mayor Paula Quist said. “Nobody told the fishermen of Lorne,” said Henrik Saal.\n\n" + cold + "Jonah Abara said.",
		"Quist said the old bridge was “completely safe and will open on Tuesday.” “Nobody told the fishermen or the divers of Lorne,” Saal said.",
		cold + "said Jonah Abara. He called the bridge “a cold bell.” Mayor Paula Quist said the old bridge is perfectly safe and will open on Monday.",
		"“Nobody at all told the fishermen of Lorne. Nobody told the divers,” Henrik Saal said. “We were running for years,” he added.",
		"“We were run for years. Nobody told the diver of Lorne,” said Saal. “It was like sitting in a cold bell all night,” Abara said.",
	}
	for i, x := range texts {
		for _, y := range texts[i+1:] {
			l, r := doc.Prepare(corpus.FromText("l.txt", x)), doc.Prepare(corpus.FromText("r.txt", y))
			m, turned := matchOf(t, l, r), matchOf(t, r, l)
			if got, want := shown(m, false), shown(turned, true); !reflect.DeepEqual(got, want) {
				t.Errorf("%s\n%s\ngot  %v\nturned %v", x, y, got, want)
			}
		}
	}
}

// shown returns what was matched, a line each, sorted; turned for exchanged sides.
func shown(m *Pair, turned bool) (out []string) {
	side := func(k int) int {
		if turned {
			return 1 - k
		}
		return k
	}
	for _, s := range m.Quotations.Shared {
		line := fmt.Sprintf("%d %d %.3f %d", s.Passages[side(0)], s.Passages[side(1)], s.Share, s.Content)
		for _, a := range s.Alterations {
			line += fmt.Sprintf(" %v %v %v %v", a.Tokens[side(0)], a.Tokens[side(1)], a.Form, a.Change)
		}
		out = append(out, line)
	}
	for _, r := range m.Quotations.Reported {
		out = append(out, fmt.Sprintf("reported %d %d %d", side(int(r.Side)), r.Passage, r.Sentence))
	}
	slices.Sort(out)
	return out
}

// matchOf is the match of two articles, whatever it costs.
func matchOf(t testing.TB, left, right *doc.Doc) *Pair {
	t.Helper()
	m, err := New(budget.New(context.Background(), math.MaxInt), quote.Find(left), quote.Find(right))
	if err != nil {
		t.Fatal(err)
	}
	return m
}
