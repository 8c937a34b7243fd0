package mark

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"testing"

	"parallax/corpus"
	"parallax/diffview/doc"
	"parallax/diffview/sides"
)

func TestTmp(t *testing.T) {
	f, _ := os.Open("../../../shared/bench/marks/dev.jsonl")
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<22)
	for sc.Scan() {
		var x struct{ S1, S2 string }
		json.Unmarshal(sc.Bytes(), &x)
		l, r := doc.Prepare(corpus.FromText("a.txt", x.S1)), doc.Prepare(corpus.FromText("b.txt", x.S2))
		m, w := byRules(t, l, r)
		ctx := func(p *doc.Doc, k int) string {
			s := ""
			for n := max(0, k-3); n < min(len(p.Tokens), k+4); n++ {
				if n == k {
					s += "[" + p.Tokens[n].Text + "] "
				} else {
					s += p.Tokens[n].Text + " "
				}
			}
			return s
		}
		for _, q := range w.refusedPairs {
			a, b := q.pair.Tokens[0], q.pair.Tokens[1]
			if m.verdicts[0][a].mark == sides.Agree || m.verdicts[1][b].mark == sides.Agree {
				fmt.Printf("%s %v: %s | %s\n", q.veto, q.pair.Score, ctx(l, a), ctx(r, b))
			}
		}
		for side, p := range m.sides {
			for k := range p.Tokens {
				if tk := &p.Tokens[k]; tk.Class == doc.Function && turns(tk.Text) {
					o := w.partners[side][k].token
					if o >= 0 && w.Docs[1-side].Tokens[o].Text == tk.Text {
						continue
					}
					if o >= 0 {
						fmt.Printf("turn: %s | %s\n", ctx(p, k), ctx(m.sides[1-side], o))
					} else {
						fmt.Printf("turn: %s | -\n", ctx(p, k))
					}
				}
			}
		}
	}
}
