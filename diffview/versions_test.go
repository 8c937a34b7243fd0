package diffview_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"parallax/corpus"
	"parallax/corpus/processor"
	"parallax/corpus/sample"
	"parallax/diffview"
)

const (
	firstVersion = `The Halden city council approved a plan on Tuesday to repair the Orde dam, which supplies water to 40,000 homes. Mayor Ann Lund said the work would start in June and last two years.

"We will not wait for another flood," Lund told reporters. "The dam is safe for now, but it is old."

Engineers found cracks in the eastern wall last autumn, and one in three sluice gates no longer closes.

Residents who live below the dam asked the council to move faster. Farmer Jon Mora said he did not trust the estimate.`
	dated = "---\ntitle: Dam repair approved\ndate: %s\n---\n"
)

// TestVersions edits a text as editors do and looks what is told of it.
func TestVersions(t *testing.T) {
	for _, tt := range []struct {
		name     string
		old, new string   // in the text
		want     []string // the conflicts, then the remarks after the first
	}{
		{"a sum", "40,000", "42,000", []string{"number: ‘40,000’ vs ‘42,000’: different numbers in two versions of one sentence", "changed inside sentences: number 1"}},
		{"a name", "Ann Lund", "Anna Lund", []string{"name: ‘Ann’ vs ‘Anna’: different names in two versions of one sentence", "changed inside sentences: name 1"}},
		{"the verb of saying", "Lund said", "Lund claimed", []string{"attribution: ‘said’ vs ‘claimed’: different verbs of saying in two versions of one sentence", "changed inside sentences: saying 1"}},
		{"how sure it is", "would start", "will start", []string{"certainty: ‘would’ vs ‘will’: more or less certain in two versions of one sentence", "changed inside sentences: sureness 1"}},
		{"a denial", "is safe", "is not safe", []string{"polarity: ‘is’ vs ‘is not’: the opposite in two versions of one sentence", "changed inside sentences: polarity 1"}},
		{"a quotation", "another flood", "another storm", []string{"quote: ‘flood’ vs ‘storm’: different words inside the quotation marks in two versions of one sentence", "changed inside sentences: quotation 1"}},
		{"a near synonym", "approved a plan", "adopted a plan", []string{"changed inside sentences: other words 1"}},
		{"a comma", "for now, but", "for now but", []string{"changed inside sentences: punctuation 1"}},
		{"a capital", "city council", "City council", []string{"changed inside sentences: case 1"}},
		{"a sentence taken out", ` "The dam is safe for now, but it is old."`, "", []string{"only here: A 4"}},
		{"a paragraph", " Farmer", "\n\nFarmer", []string{"begins a paragraph only here: B 7"}},
		{"quotation marks", `"We will not wait for another flood,"`, "“We will not wait for another flood,”", []string{"written differently, which does not count: quotation marks 2"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := comparison(firstVersion, strings.Replace(firstVersion, tt.old, tt.new, 1))
			var got []string
			for _, k := range c.Conflicts {
				got = append(got, k.Kind.String()+": "+k.Reason)
			}
			got = append(got, c.Remarks()[1:]...)
			if !reflect.DeepEqual(got, tt.want) {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
			if same := tt.name == "quotation marks"; c.Same() != same {
				t.Errorf("the same: %v", c.Same())
			}
		})
	}
}

// TestFormsOfVersions holds that what is written in another form is no conflict,
// though it is a change of numbers, days, names or verbs of saying.
func TestFormsOfVersions(t *testing.T) {
	const text = firstVersion + `

The work costs 2 million euros, 80 percent of it paid by the United Nations and the state on Monday, the council's spokesman said. The wall is 600 metres long, and the No. 1 gate is not yet shut.`
	for _, tt := range []struct {
		name     string
		old, new string
		conflict bool
	}{
		{"a sign for percent", "80 percent", "80%", false},
		{"another share", "80 percent", "8%", true},
		{"a currency's sign", "2 million euros", "€2 million", false},
		{"another currency", "2 million euros", "$2 million", true},
		{"another sum", "2 million euros", "€3 million", true},
		{"another unit", "600 metres", "600 metres (2,000 feet)", false},
		{"in another unit", "600 metres", "1,970 feet", false},
		{"another length", "600 metres", "610 metres", true},
		{"another length in another unit", "600 metres", "2,200 feet", true},
		{"a day by its name or not", "on Monday", "yesterday", false},
		{"another day", "on Monday", "on Friday", true},
		{"a day and an age", "on Monday", "at 75", false},
		{"initials", "United Nations", "U.N.", false},
		{"other initials", "United Nations", "U.S.", true},
		{"accents", "Jon Mora", "Jón Morá", false},
		{"another tense", "spokesman said", "spokesman says", false},
		{"another verb", "spokesman said", "spokesman claimed", true},
		{"the number of a gate", "No. 1 gate", "top gate", false},
		{"two denials", "is not yet shut", "won't be shut", false},
		{"a denial", "is not yet shut", "will be shut", true},
	} {
		c := comparison(text, strings.Replace(text, tt.old, tt.new, 1))
		if len(c.Conflicts) > 0 != tt.conflict || c.Same() {
			t.Errorf("%s: %v, the same: %v", tt.name, c.Conflicts, c.Same())
		}
	}
}

// In a sentence that was written anew, as a headline is, what stands in the place of
// what is a minor conflict.
func TestRewrittenSentence(t *testing.T) {
	for _, tt := range []struct {
		line  string
		grade diffview.Grade
	}{{"Orde dam repair cost 42 councillors their seats", diffview.Minor}, {"Halden council: dam repair costs 42 million", diffview.Core}} {
		c := comparison("Halden council: dam repair costs 35 million\n\n"+firstVersion, tt.line+"\n\n"+firstVersion)
		if len(c.Conflicts) == 0 || c.Conflicts[0].Grade != tt.grade {
			t.Errorf("%s: %v, want a conflict that is %v", tt.line, c.Conflicts, tt.grade)
		}
	}
}

// Another verb of saying leaves what was said and who said it: it is minor, between
// versions of known times too, unless one of the two denies.
func TestVerbsOfSayingInVersions(t *testing.T) {
	for _, tt := range []struct {
		verbs [2]string
		grade diffview.Grade
	}{
		{[2]string{"said", "told Reuters"}, diffview.Minor},
		{[2]string{"announced", "confirmed"}, diffview.Minor},
		{[2]string{"claimed", "said"}, diffview.Minor},
		{[2]string{"confirmed", "denied"}, diffview.Core},
	} {
		for range 2 {
			text := func(day, verb string) *diffview.Prepared {
				return diffview.Prepare(corpus.FromText("dam.md", fmt.Sprintf(dated, day)+strings.Replace(firstVersion, "Mayor Ann Lund said", "Mayor Ann Lund "+verb, 1)))
			}
			for day, core := range map[string]diffview.Grade{"2031-05-04": diffview.Core, "2031-05-05": diffview.Updated} {
				want := tt.grade
				if want == diffview.Core {
					want = core
				}
				c := compared(text("2031-05-04", tt.verbs[0]), text(day, tt.verbs[1]))
				if len(c.Conflicts) != 1 || c.Conflicts[0].Grade != want {
					t.Errorf("%s %q: %+v, want one that is %v", day, tt.verbs, c.Conflicts, want)
				}
			}
			tt.verbs[0], tt.verbs[1] = tt.verbs[1], tt.verbs[0]
		}
	}
}

// What differs between two versions of known times is an update.
func TestVersionsInTime(t *testing.T) {
	at := func(date, text string) *diffview.Prepared {
		return diffview.Prepare(corpus.FromText("dam.md", fmt.Sprintf(dated, date)+text))
	}
	later := strings.Replace(firstVersion, "40,000", "42,000", 1)
	for _, tt := range []struct {
		second string
		update bool
	}{{"2031-05-05", true}, {"2031-05-04", false}} {
		c := compared(at("2031-05-04", firstVersion), at(tt.second, later))
		if len(c.Conflicts) != 1 || (c.Conflicts[0].Grade == diffview.Updated) != tt.update || c.Same() {
			t.Errorf("%s: %+v, the same: %v", tt.second, c.Conflicts, c.Same())
		}
	}
}

// What is said of headlines that are in the metadata only: their words, and what
// kinds of changes they are. That nothing was turned is not said where a headline
// was.
func TestHeadlinesOfVersions(t *testing.T) {
	titled := func(title, text string) *diffview.Prepared {
		a := corpus.FromText("dam.md", text)
		a.Meta.Title = corpus.Field[string]{Value: title, From: "front matter"}
		return diffview.Prepare(a)
	}
	for _, tt := range []struct {
		from, to, text string
		want           string
		turns          bool
	}{
		{"Six held after the vote", "Eight held after the vote", firstVersion, "headline: ‘Six held after the vote’ → ‘Eight held after the vote’ (number 1)", true},
		{"Dam safe, says Lund", "Dam is safe, says Lund", firstVersion, "headline: ‘Dam safe, says Lund’ → ‘Dam is safe, says Lund’ (other words 1)", false},
		{"Dam safe", "Dam safe", strings.Replace(firstVersion, "sluice gates", "of the 31 sluice gates", 1), "changed inside sentences: other words 1", false},
	} {
		c := compared(titled(tt.from, firstVersion), titled(tt.to, tt.text))
		if got := strings.Join(c.Remarks(), "\n"); c.Same() || !strings.Contains(got, tt.want) || c.TurnsNothing() == tt.turns {
			t.Errorf("%q: the same: %v, turns nothing: %v, %s", tt.to, c.Same(), c.TurnsNothing(), got)
		}
	}
}

// A moved paragraph is told, and so is that the texts are not the same.
func TestMovedParagraph(t *testing.T) {
	p := strings.Split(firstVersion, "\n\n")
	c := comparison(firstVersion, strings.Join([]string{p[3], p[0], p[1], p[2]}, "\n\n"))
	if got, want := c.Remarks()[1:], []string{"moved: A 6–7; B 1–2"}; !reflect.DeepEqual(got, want) || c.Same() || len(c.Links) != 7 {
		t.Errorf("got %q, want %q; the same: %v, %d links", got, want, c.Same(), len(c.Links))
	}
}

// The sample corpus has two versions of one article and a wire report that was
// printed; all other pairs are compared by meaning.
func TestSampleVersions(t *testing.T) {
	all := articles(t)
	var got []string
	for i, a := range all {
		for _, b := range all[:i] {
			if c := compared(diffview.Prepare(b), diffview.Prepare(a)); c.Exact != nil {
				got = append(got, fmt.Sprint(base(b.Path), " ", base(a.Path)))
				mirrored := compared(diffview.Prepare(a), diffview.Prepare(b))
				if !reflect.DeepEqual(mirrored.Spans[0], c.Spans[1]) || !reflect.DeepEqual(mirrored.Spans[1], c.Spans[0]) || len(mirrored.Conflicts) != len(c.Conflicts) {
					t.Errorf("%s: not the mirror", a.Path)
				}
			}
		}
	}
	want := []string{"gondola-northlight-1.md gondola-northlight-2.md", "trawler-brackwater-post.md trawler-meridian-wire.md"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// The two versions show what only an exact comparison tells: a changed number, a
// changed quotation, a moved sentence, and words that likeness takes to agree.
func TestSampleShowsWhatEditorsDo(t *testing.T) {
	corpus, err := sample.Open()
	if err != nil {
		t.Fatal(err)
	}
	c := compared(diffview.Prepare(sample.Article(corpus, "gondola-northlight-1.md")), diffview.Prepare(sample.Article(corpus, "gondola-northlight-2.md")))
	got := make(map[string]bool)
	for _, k := range c.Conflicts {
		got[fmt.Sprintf("%v: %s/%s", k.Kind, k.Spans[0].Of(c.Articles[0].Text), k.Spans[1].Of(c.Articles[1].Text))] = true
	}
	for _, want := range []string{"number: Six/Eight", "quote: was hurt/fell", "attribution: said/claimed"} {
		if !got[want] {
			t.Errorf("no %q among %v", want, got)
		}
	}
	if r := strings.Join(c.Remarks(), "; "); !strings.Contains(r, "moved: A 15; B 4") {
		t.Errorf("no moved sentence: %s", r)
	}
}

func base(path string) string { return path[strings.LastIndexByte(path, '/')+1:] }

// BenchmarkVersions20000 prepares and compares two versions of 20,000 words; cpu
// is the processor time of an operation, on all cores together.
func BenchmarkVersions20000(b *testing.B) {
	text := longText(b, 20000, 1).Text
	left, right := corpus.FromText("a.txt", text), corpus.FromText("b.txt", strings.ReplaceAll(text, " said", " claimed"))
	const most = 60 * time.Millisecond // of the processors, prepared and compared
	x, y := diffview.Prepare(left), diffview.Prepare(right)
	compared(x, y)
	for _, run := range []struct {
		name string
		work func()
	}{
		{"Whole", func() { compared(diffview.Prepare(left), diffview.Prepare(right)) }},
		{"Prepare", func() { diffview.Prepare(left); diffview.Prepare(right) }},
		{"Compare", func() { compared(x, y) }},
	} {
		b.Run(run.name, func(b *testing.B) {
			b.ReportAllocs()
			before, least := processor.Time(), time.Hour
			for b.Loop() {
				least = min(least, processor.Work(run.work))
			}
			b.ReportMetric(float64((processor.Time()-before).Milliseconds())/float64(b.N), "cpu-ms/op")
			b.ReportMetric(float64(least.Microseconds())/1000, "least-cpu-ms")
			if least > most {
				b.Errorf("two versions of 20,000 words took %v of the processors, more than %v", least, most)
			}
		})
	}
}

// Which sentences begin a paragraph is the same asked of each as listed for all.
func TestBegins(t *testing.T) {
	c := comparison(firstVersion, strings.NewReplacer(" Farmer", "\n\nFarmer", "\n\nEngineers", " Engineers", " Mayor", "\n\nMayor").Replace(firstVersion))
	listed := 0
	for _, side := range []diffview.Side{diffview.Left, diffview.Right} {
		begins := c.Breaks(side)
		listed += len(begins)
		for i := range c.Articles[side].Sentences {
			if got := c.Begins(side, i); got != slices.Contains(begins, i) {
				t.Errorf("side %d, sentence %d: %v, listed %v", side, i, got, begins)
			}
		}
	}
	if listed != 3 {
		t.Errorf("%d sentences begin a paragraph in one version only, want 3", listed)
	}
	if c = comparison(firstVersion, "Another text. It has nothing of the first."); c.Begins(diffview.Left, 0) {
		t.Error("a text of its own has the paragraphs of another")
	}
}
