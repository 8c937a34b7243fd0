package ask_test

import (
	"bufio"
	"context"
	"encoding/json"
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/diffview"
	"parallax/diffview/judge/ask"
)

// Answers made of labels: what a perfect judge would say, or one that leaves out
// and invents some. They show what the way from an answer to a comparison loses:
//
//	go test ./diffview/judge/ask -run TestWriteLabelled -labelled /tmp/answers.jsonl [-spoilt .1]
//	python3 ../shared/bench/score.py links -q --cmd "./parallax --judge file:/tmp/answers.jsonl"
var (
	labelled = flag.String("labelled", "", "write answers made of the labels to this file")
	spoilt   = flag.Float64("spoilt", 0, "leave out this share of the statements, and make as many wrong")
)

const labelDir = "../../../../shared/bench/dev"

type (
	goldSentence struct {
		ID   int    `json:"id"`
		Text string `json:"text"`
	}
	goldConflict struct {
		Left, Right, Kind, Grade string
	}
	goldLink struct {
		Left, Right     int
		Grade, Relation string
		Conflicts       []goldConflict
		ConflictGrade   string `json:"conflict_grade"`
	}
	goldPair struct {
		Name, Left, Right string
		Links             []goldLink
	}
	goldSet struct {
		Pairs    []goldPair
		Articles map[string][]goldSentence
	}
)

func TestWriteLabelled(t *testing.T) {
	if *labelled == "" {
		t.Skip("run with -labelled FILE")
	}
	text, err := os.ReadFile(filepath.Join(labelDir, "gold.json"))
	if err != nil {
		t.Skip("the labels are not here (../shared/bench)")
	}
	var gold goldSet
	if err := json.Unmarshal(text, &gold); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(*labelled)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	w := bufio.NewWriter(f)
	rng := rand.New(rand.NewPCG(1, 2))
	for _, p := range gold.Pairs {
		pair, err := corpus.OpenPair(filepath.Join(labelDir, "articles", p.Left), filepath.Join(labelDir, "articles", p.Right), corpus.Options{})
		if err != nil {
			t.Fatal(err)
		}
		c, err := diffview.Compare(context.Background(), diffview.Prepare(pair[0]), diffview.Prepare(pair[1]))
		if err != nil {
			t.Fatal(err)
		}
		line, err := ask.Line(c, labelAnswer(t, c, p, gold, rng), "labels", "")
		if err != nil {
			t.Fatal(err)
		}
		w.Write(append(line, '\n'))
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
}

type object = map[string]any

// labelAnswer writes the labels of a pair as an answer.
func labelAnswer(t *testing.T, c *diffview.Comparison, p goldPair, gold goldSet, rng *rand.Rand) string {
	var at [2]map[int][]int // by side and label: the numbers of its sentences
	for side, name := range [2]string{p.Left, p.Right} {
		at[side] = numbersOf(c.Articles[side], gold.Articles[name])
	}
	var links, conflicts []object
	core := 0 // of the links: only those are scored
	given := make(map[[2]int]bool)
	for _, l := range p.Links {
		grade := "core"
		if l.Grade != "core" {
			grade = "loose"
		}
		for _, i := range at[0][l.Left] {
			for _, j := range at[1][l.Right] {
				given[[2]int{i, j}] = true
				if rng.Float64() < *spoilt {
					continue
				}
				if grade == "core" {
					core++
				}
				links = append(links, object{"left": i, "right": j, "grade": grade, "relation": l.Relation})
			}
		}
		for _, k := range l.Conflicts {
			if rng.Float64() < *spoilt {
				continue
			}
			grade := "core"
			if k.Grade == "opt" || k.Grade == "" && l.ConflictGrade == "opt" {
				grade = "minor"
			}
			i, j := holding(c.Articles[0], at[0][l.Left], k.Left), holding(c.Articles[1], at[1][l.Right], k.Right)
			if i > 0 && j > 0 {
				conflicts = append(conflicts, object{"left": i, "right": j, "left_words": k.Left, "right_words": k.Right, "kind": k.Kind, "grade": grade, "reason": "labelled"})
			}
		}
	}
	refuse := []object{}
	numbers := [2][]int{diffview.SentenceNumbers(c.Articles[0]), diffview.SentenceNumbers(c.Articles[1])}
	for _, l := range c.Links {
		s := [2]int{numbers[0][l.Sentences[0]], numbers[1][l.Sentences[1]]}
		if !given[s] {
			refuse = append(refuse, object{"left": s[0], "right": s[1]})
		}
	}
	if *spoilt > 0 {
		for range count(*spoilt*float64(core), rng) {
			links = append(links, object{"left": 1 + rng.IntN(max(1, last(numbers[0]))), "right": 1 + rng.IntN(max(1, last(numbers[1]))), "grade": "core", "relation": "detail"},
				object{"left": 999, "right": 1, "grade": "core", "relation": "detail"})
		}
	}
	conflicts = append(conflicts, invented(c, numbers, count(*spoilt*float64(len(conflicts)), rng), rng)...)
	out, err := json.Marshal(object{"links": links, "conflicts": conflicts, "only": []object{}, "refuse": refuse})
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// invented returns conflicts between words that have nothing to do with each other.
func invented(c *diffview.Comparison, numbers [2][]int, many int, rng *rand.Rand) (conflicts []object) {
	for range many {
		k := object{"kind": "other", "grade": "core", "reason": "invented"}
		for side, name := range [2]string{"left", "right"} {
			a := c.Articles[side]
			i := rng.IntN(len(a.Sentences))
			if numbers[side][i] > 0 {
				k[name], k[name+"_words"] = numbers[side][i], strings.Fields(a.Sentences[i].Of(a.Text))[0]
			}
		}
		conflicts = append(conflicts, k)
	}
	return conflicts
}

// count returns a number of things that is so many on average.
func count(many float64, rng *rand.Rand) int { return int(many + rng.Float64()) }

func last(numbers []int) (most int) {
	for _, n := range numbers {
		most = max(most, n)
	}
	return most
}

// numbersOf finds the sentences of an article that are those of the labels: those
// that share half of either.
func numbersOf(a *corpus.Article, labels []goldSentence) map[int][]int {
	flat, starts := flatten(a.Text)
	numbers := diffview.SentenceNumbers(a)
	out := make(map[int][]int)
	from := 0
	for _, s := range labels {
		want, _ := flatten(s.Text)
		n := strings.Index(flat[from:], want)
		if n < 0 {
			continue
		}
		lo, hi := starts[from+n], starts[from+n+len(want)-1]+1
		from += n + len(want)
		for i, sentence := range a.Sentences {
			both := min(hi, sentence.End) - max(lo, sentence.Start)
			if numbers[i] > 0 && both > 0 && (2*both >= hi-lo || 2*both >= sentence.Len()) {
				out[s.ID] = append(out[s.ID], numbers[i])
			}
		}
	}
	return out
}

// flatten returns a text without white space, with the place of each byte.
func flatten(s string) (string, []int) {
	var b strings.Builder
	var at []int
	for i, r := range s {
		if strings.TrimSpace(string(r)) == "" {
			continue
		}
		b.WriteRune(r)
		for range len(string(r)) {
			at = append(at, i)
		}
	}
	return b.String(), at
}

// holding returns the number among some of the sentence that has words, 0 for none.
func holding(a *corpus.Article, among []int, words string) int {
	want, _ := flatten(words)
	numbers := diffview.SentenceNumbers(a)
	for i, s := range a.Sentences {
		for _, n := range among {
			if here, _ := flatten(s.Of(a.Text)); numbers[i] == n && strings.Contains(here, want) {
				return n
			}
		}
	}
	return 0
}
