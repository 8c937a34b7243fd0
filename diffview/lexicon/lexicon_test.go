package lexicon

import (
	"strings"
	"testing"
)

func TestLookup(t *testing.T) {
	for _, test := range []struct {
		word, lemma, stem string
		known             bool
	}{
		{"Considering", "consider", "consid", true},
		{"said", "say", "said", true},
		{"WENT", "go", "went", true},
		{"men", "man", "men", true},
		{"arms", "arms", "arm", true},
		{"gas", "gas", "gas", true},
		{"U.S.", "u.s.", "u.s.", true},
		{"US", "u.s.", "u.s.", true},
		{"us", "we", "us", true},
		{"was", "be", "was", true},
		{"n’t", "not", "n't", true},
		{"Mexico’s", "mexico", "mexico", true},
		{"F.B.I.", "fbi", "fbi", true},
		{"F.B.I.’s", "fbi", "fbi", true},
		{"Peña", "pena", "pena", true},
		{"São", "sao", "sao", true},
		{"Sheinbaumesque", "sheinbaumesqu", "sheinbaumesqu", false},
		{"президент", "президент", "президент", false},
		{"", "", "", false},
	} {
		e := Lookup(test.word)
		if e.Lemma() != test.lemma || e.Stem != test.stem || e.Known() != test.known {
			t.Errorf("Lookup(%q): lemma %q, stem %q, known %v; want %q, %q, %v", test.word, e.Lemma(), e.Stem, e.Known(), test.lemma, test.stem, test.known)
		}
	}
}

func TestRank(t *testing.T) {
	order := []string{"the", "a", "said", "president", "ambassador", "cartel", "fentanyl", "xqzzt"}
	for i, w := range order[1:] {
		if a, b := Lookup(order[i]), Lookup(w); a.Rank >= b.Rank {
			t.Errorf("%q (%d) should be more frequent than %q (%d)", order[i], a.Rank, w, b.Rank)
		}
	}
	if r := Lookup("xqzzt").Rank; r != UnknownRank {
		t.Errorf("an unknown word has rank %d, want %d", r, UnknownRank)
	}
}

func TestFunction(t *testing.T) {
	for _, w := range strings.Fields("The of was n’t they WHICH and but will") {
		if !Function(Lookup(w)) {
			t.Errorf("%q should be a function word", w)
		}
	}
	for _, w := range strings.Fields("said strike US WHO Mexico six xqzzt") {
		if Function(Lookup(w)) {
			t.Errorf("%q should not be a function word", w)
		}
	}
}

// Each relation has pairs a reader would grant and pairs a reader would not.
func TestRelate(t *testing.T) {
	for _, test := range []struct {
		relation Relation
		pairs    string
	}{
		{Identical, "strike/Strike US/U.S."},
		{SameStem, "considers/considering attack/attacks Guaidó/Guaido Lubanskys/Lubansky"},
		{SameLemma, "said/says went/go man/men better/good slew/slain children/child was/is color/colour organize/organise defence/defense"},
		{Derivation, "decide/decision Mexico/Mexican destroy/destruction"},
		{Group, "considering/weighing mulling/exploring said/told kids/children injured/wounded cops/officers quake/temblor U.S./American"},
		{Contrast, "Monday/Tuesday north/south million/billion rise/falls son/daughters hired/fired France/Germany Canadian/Mexican"},
		{Antonym, "cold/hot"},
		{Synonym, "car/auto physician/doc"},
		{Hypernym, "ferry/boat dog/canine oak/tree"},
		{None, "president/banana strike/Tuesday say/mountain xqzzt/strike gas/ga"},
	} {
		for _, p := range strings.Fields(test.pairs) {
			a, b, _ := strings.Cut(p, "/")
			x, y := Lookup(a), Lookup(b)
			if r := Relate(x, y); r != test.relation {
				t.Errorf("Relate(%s): %v, want %v", p, r, test.relation)
			}
		}
	}
}

func TestSimilarity(t *testing.T) {
	// Each line from the most similar pair to the least.
	for _, line := range []string{
		"considers/considering considering/weighing considering/thinking considering/banana",
		"attack/attacks attack/strike attack/incident attack/Tuesday",
		"Mexico/Mexico Mexico/Mexican Mexico/Colombia Mexico/spoon",
		"cartel/cartels cartel/mob cartel/trafficking cartel/chapel",
		"Monday/Mondays Monday/Tuesday Monday/algebra",
	} {
		last, lastPair := 2.0, ""
		for _, p := range strings.Fields(line) {
			a, b, _ := strings.Cut(p, "/")
			s := Similarity(Lookup(a), Lookup(b))
			if s >= last {
				t.Errorf("%s is %.2f, not less than %s with %.2f", p, s, lastPair, last)
			}
			last, lastPair = s, p
		}
	}
}

func TestCosine(t *testing.T) {
	for _, test := range []struct {
		pair     string
		min, max float64
	}{
		{"strike/strike", .999, 1.001},
		{"drone/aircraft", .4, .9},
		{"cocaine/heroin", .4, .9},
		{"president/turnip", -.3, .2},
		{"xqzzt/president", 0, 0},
	} {
		a, b, _ := strings.Cut(test.pair, "/")
		if c := cosine(Lookup(a), Lookup(b)); c < test.min || c > test.max {
			t.Errorf("cosine(%s) = %.3f, want %.2f to %.2f", test.pair, c, test.min, test.max)
		}
	}
}
