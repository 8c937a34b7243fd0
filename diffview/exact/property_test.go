package exact

import (
	"fmt"
	"math/rand"
	"reflect"
	"strings"
	"testing"

	"parallax/corpus/corpustest"
	"parallax/corpus/prose"
)

// prosaic makes a text of sentences that read like news to a machine: words,
// commas, numbers, names and quotations.
func prosaic(r *rand.Rand, sentences int) string {
	words := strings.Fields(`the council approved a plan on Tuesday to repair dam which supplies water homes mayor Ann Lund said work would start in June and last
		two years engineers found cracks eastern wall autumn one three sluice gates longer closes repair is expected cost $12.5 half state has agreed pay
		residents live below asked move faster farmer Jon Mora whose fields were flooded 2029 did not trust estimate it will meet again contractor firms`)
	var b strings.Builder
	for n := range sentences {
		quote := r.Intn(5) == 0
		if quote {
			b.WriteString("“")
		}
		k := 4 + r.Intn(18)
		for i := range k {
			w := words[r.Intn(len(words))]
			if r.Intn(12) == 0 {
				w = fmt.Sprint(r.Intn(400))
			}
			if i == 0 {
				w = strings.ToUpper(w[:1]) + w[1:]
			}
			b.WriteString(w)
			switch {
			case i == k-1 && quote:
				b.WriteString(",” Lund said.")
			case i == k-1:
				b.WriteString(".")
			case r.Intn(9) == 0:
				b.WriteString(", ")
			default:
				b.WriteString(" ")
			}
		}
		if n%3 == 2 {
			b.WriteString("\n\n")
		} else {
			b.WriteString(" ")
		}
	}
	return b.String()
}

// editOne makes one change of one token of a text. It returns the new text and
// the places of what was changed on either side.
func editOne(r *rand.Rand, text string) (string, [2]prose.Span) {
	words := prose.Words(text, prose.Span{End: len(text)})
	w := words[r.Intn(len(words))]
	replace := func(s string) (string, [2]prose.Span) {
		return text[:w.Start] + s + text[w.End:], [2]prose.Span{w.Span, {Start: w.Start, End: w.Start + len(s)}}
	}
	old := w.Of(text)
	switch n := r.Intn(5); {
	case n == 0: // left out; of "water, water" either may be called missing
		text, at := replace("")
		at[0].Start, at[0].End = at[0].Start-12, at[0].End+12
		return text, at
	case n == 1: // put in
		const in = "zebra "
		return text[:w.Start] + in + text[w.Start:], [2]prose.Span{{Start: w.Start, End: w.Start}, {Start: w.Start, End: w.Start + len(in) - 1}}
	case n == 2 && !w.Punct && strings.ToUpper(old) != old:
		return replace(strings.ToUpper(old))
	case n == 3 && !w.Punct:
		return replace(old + "s")
	case w.Punct:
		return replace(";")
	}
	return replace("zebra")
}

// shown reports whether a span of a side that is not empty touches something
// that is not equal.
func shown(d *Diff, side int, at prose.Span) bool {
	for _, s := range d.Spans[side] {
		if s.State != Equal && s.Overlaps(at) {
			return true
		}
	}
	return false
}

func TestEveryEditIsShown(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for range corpustest.Often(400) {
		text := prosaic(r, 3+r.Intn(20))
		a := newText(text)
		text = a.Article.Text
		changed, at := editOne(r, text)
		b := newText(changed)
		d := diffOf(a, b)
		if d.Identical() {
			t.Fatalf("%q → %q: called identical", at[0].Of(text), at[1].Of(changed))
		}
		check(t, a, b, d)
		for side, s := range at {
			if s.Len() > 0 && b.Article.Text == changed && !shown(d, side, s) {
				t.Fatalf("%q → %q: not shown on side %d of\n%s", at[0].Of(text), at[1].Of(changed), side, changed)
			}
		}
	}
}

// TestManyEdits holds texts with many edits, moves and lost sentences to what
// is true of every comparison.
func TestManyEdits(t *testing.T) {
	r := rand.New(rand.NewSource(2))
	for range corpustest.Often(150) {
		text := prosaic(r, 3+r.Intn(30))
		changed := text
		for range r.Intn(12) {
			changed, _ = editOne(r, changed)
		}
		parts := strings.SplitAfter(changed, "\n\n")
		if r.Intn(2) == 0 {
			r.Shuffle(len(parts), func(i, j int) { parts[i], parts[j] = parts[j], parts[i] })
		}
		if r.Intn(2) == 0 && len(parts) > 2 {
			parts = append(parts[1:], parts[1])
		}
		a, b := newText(text), newText(strings.Join(parts, ""))
		check(t, a, b, diffOf(a, b))
	}
}

// check holds a comparison to what is true of every one.
func check(t *testing.T, a, b *Text, d *Diff) {
	t.Helper()
	texts := [2]*Text{a, b}
	same := [2][]string{}
	for side, x := range texts {
		n := 0
		for _, s := range x.sentences {
			whole := x.Article.Sentences[s.index].Span
			at := whole.Start
			for ; n < len(d.Spans[side]) && d.Spans[side][n].Start < whole.End; n++ {
				if p := d.Spans[side][n]; p.Start != at || p.End <= p.Start || p.End > whole.End {
					t.Fatalf("side %d: span %v does not go on at %d in sentence %v", side, p, at, whole)
				}
				at = d.Spans[side][n].End
			}
			if at != whole.End {
				t.Fatalf("side %d: spans end at %d, the sentence at %d", side, at, whole.End)
			}
		}
		if n != len(d.Spans[side]) {
			t.Fatalf("side %d: %d spans outside sentences", side, len(d.Spans[side])-n)
		}
		k := 0
		for _, x := range x.tokens {
			for d.Spans[side][k].End <= x.start {
				k++
			}
			if s := d.Spans[side][k]; s.State == Equal {
				same[side] = append(same[side], x.text)
			}
		}
	}
	if !reflect.DeepEqual(same[0], same[1]) {
		t.Fatalf("what is called equal is not:\n%q\n%q", same[0], same[1])
	}
	if m := diffOf(b, a).mirror(); !reflect.DeepEqual(d, m) {
		t.Fatalf("not the mirror of the other order:\n%+v\n%+v", d, m)
	}
	if Versions(a, b) != Versions(b, a) {
		t.Fatal("Versions depends on the order")
	}
	if e := diffOf(a, a); !e.Identical() || len(e.Changes) > 0 || e.Excused.Any() {
		t.Fatalf("a text differs from itself: %+v", e)
	}
	if d.Identical() != (equal(a, b) && len(d.Breaks[0])+len(d.Breaks[1]) == 0) {
		t.Fatalf("identical %v", d.Identical())
	}
}

func FuzzCompare(f *testing.F) {
	f.Add("The council met. \"We won't wait,\" Lund said.", "The council met on −5 May. “We won’t wait,” Lund said")
	f.Add("a b c\n\nd e f", "d e f\n\na b c")
	f.Add("e\u0301 \u00bd 12\u00a0000 ﬁ \u200b‧ 3 million", "é ½ 12 000 fi 3 million <U+200B>")
	f.Add("", "\u200b\n\n\u200b")
	f.Fuzz(func(t *testing.T, left, right string) {
		a, b := newText(left), newText(right)
		check(t, a, b, diffOf(a, b))
	})
}
