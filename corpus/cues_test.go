package corpus

import (
	"math/rand/v2"
	"regexp"
	"regexp/syntax"
	"strings"
	"testing"
	"unicode"

	"parallax/corpus/lazyregexp"
)

// Of many lines that a pattern of furniture or of doubtful lines takes, each has
// one of the pattern's cues, and hasCue says so: a line without is not even tried.
func TestCues(t *testing.T) {
	for name, a := range map[string]*lazyregexp.Any{
		"furniture": &furniturePatterns, "doubtful": &doubtfulPatterns, "pointer": &pointerPatterns, "end": &endPatterns,
	} {
		for k := range a.Of {
			c := &a.Of[k]
			whole := regexp.MustCompile(a.Before + "(?:" + c.Expr + ")" + a.After)
			tree, err := syntax.Parse(c.Expr, syntax.Perl|syntax.FoldCase)
			if err != nil {
				t.Fatal(err)
			}
			r, taken := rand.New(rand.NewPCG(1, uint64(k))), 0
			for range 500 {
				line := example(r, tree)
				if !whole.MatchString(line) {
					continue // \b
				}
				taken++
				if !c.Cued(strings.ToLower(strings.ReplaceAll(line, "’", "'"))) {
					t.Errorf("%s: the cues of %s are not in %q", name, c.Expr, line)
					break
				}
				if (name == "doubtful" || name == "pointer") && !hasCue(line) {
					t.Errorf("%s: %s takes %q, which has no cue", name, c.Expr, line)
					break
				}
			}
			if taken < 20 {
				t.Errorf("%s: only %d lines found that %s takes", name, taken, c.Expr)
			}
		}
	}
}

// example returns a text that an expression matches, but for its \b.
func example(r *rand.Rand, e *syntax.Regexp) string {
	some := func(least, most int) string {
		var b strings.Builder
		for range least + r.IntN(most-least+1) {
			b.WriteString(example(r, e.Sub[0]))
		}
		return b.String()
	}
	switch e.Op {
	case syntax.OpLiteral:
		return string(e.Rune)
	case syntax.OpCharClass:
		k := r.IntN(len(e.Rune)/2) * 2
		if e.Rune[k+1] > unicode.MaxASCII && e.Rune[0] <= unicode.MaxASCII {
			k = 0 // rather a common letter than any of all scripts
		}
		return string(e.Rune[k] + rune(r.IntN(int(min(e.Rune[k+1], e.Rune[k]+30)-e.Rune[k])+1)))
	case syntax.OpAnyCharNotNL, syntax.OpAnyChar:
		return string("a e "[r.IntN(4)])
	case syntax.OpCapture:
		return example(r, e.Sub[0])
	case syntax.OpStar:
		return some(0, 3)
	case syntax.OpPlus:
		return some(1, 3)
	case syntax.OpQuest:
		return some(0, 1)
	case syntax.OpRepeat:
		return some(e.Min, max(e.Min, min(e.Max, e.Min+5)))
	case syntax.OpAlternate:
		return example(r, e.Sub[r.IntN(len(e.Sub))])
	case syntax.OpConcat:
		var b strings.Builder
		for _, sub := range e.Sub {
			b.WriteString(example(r, sub))
		}
		return b.String()
	}
	return "" // the ends of words and lines
}
