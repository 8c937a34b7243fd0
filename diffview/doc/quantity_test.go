package doc

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/corpus/corpustest"
	"parallax/corpus/sample"
)

// kindNames are how the tests write kinds of quantities.
var kindNames = [...]string{"count", "percent", "money", "measure", "magnitude", "tally", "age", "year", "clock", "date", "ordinal", "label"}

var hedgeNames = [...]string{"", "about ", "at least ", "at most "}

// quantitiesIn states the quantities of a text on one line: hedge, kind, value with
// unit, what is counted.
func quantitiesIn(text string) string {
	p := Prepare(corpus.FromText("a.txt", text))
	var out []string
	for _, q := range p.Quantities {
		s := hedgeNames[q.Hedge] + kindNames[q.Kind] + fmt.Sprintf(" %.5g", q.Value)
		if !SameNumber(q.Value, q.High) {
			s += fmt.Sprintf("-%.5g", q.High)
		}
		s += strings.TrimRight(" "+q.Unit, " ")
		if q.Noun >= 0 {
			s += " " + p.Tokens[q.Noun].Text
		}
		if q.Fate != NoFate {
			s += " (" + q.Fate.String() + ")"
		}
		if q.Whole {
			s += " whole"
		}
		if q.Names {
			s += " names"
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

func TestQuantities(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		// numbers, in digits and words
		{"They sold 1,200 boats.", "count 1200 boats"},
		{"They sold twenty-one boats.", "count 21 boats"},
		{"They sold one hundred and twenty boats.", "count 120 boats"},
		{"They sold two thousand three hundred boats.", "count 2300 boats"},
		{"They sold 3.7 million boats.", "count 3.7e+06 boats"},
		{"They sold half a million boats.", "count 5e+05 boats"},
		{"They sold a dozen boats and two dozen oars.", "count 12 boats; count 24 oars"},
		{"It lasted eight and three-quarter hours.", "measure 8.75 h"},
		{"It lasted two and a half days.", "measure 60 h"},
		{"He fell 60m from a ridge, and 60m people heard.", "measure 0.06 km; count 6e+07 people"},
		{"Some 1,50,000 voters and 12 000 boats left.", "about count 1.5e+05 voters; count 12000 boats"},
		{"Exports of 12 000 boats, 3½ million in all, rose.", "count 12000 boats; count 3.5e+06"},
		{"He was the twenty-first mayor.", "ordinal 21"},
		{"Prices rose 3,5 percent to ½ cent.", "percent 3.5; count 0.5 cent"},
		{"He counted 50+ boats and ~60 oars.", "at least count 50 boats; about count 60 oars"},
		// hedges and ranges
		{"About 50 boats sank.", "about count 50 boats"},
		{"No fewer than 50 boats sank.", "at least count 50 boats"},
		{"As many as 50 boats sank.", "at most count 50 boats"},
		{"Some 50 boats or more sank.", "about count 50 boats"},
		{"It will sell 40 to 60 boats.", "count 40-60 boats"},
		{"It will sell between 40 and 60 boats.", "count 40-60 boats"},
		{"Sales rose from 40 to 60 boats.", "count 40; count 60 boats"},
		{"Dozens of boats sank.", "count 18-+Inf boats"},
		{"Tens of thousands of people fled.", "count 15000-+Inf people"},
		{"Several hundred people fled.", "count 150-+Inf people"},
		// shares
		{"It lost 45% of its boats.", "percent 45"},
		{"It lost half of its boats.", "about percent 50"},
		{"It lost two-thirds of its boats.", "about percent 66.667"},
		{"It lost a third of its boats.", "about percent 33.333"},
		{"A third boat sank.", "ordinal 3"},
		{"Rates rose 0.5 percentage points.", "percent 0.5 points"},
		{"It is a one in three chance.", "about percent 33.333"},
		{"It is a two-in-three chance.", "about percent 66.667"},
		{"Three in the boat and 4 on the quay were hurt.", "count 3; count 4 (the injured)"},
		{"Sixteen of the line’s 48 cabins stopped.", "count 16 cabins; count 48 cabins whole"},
		// money, measures, temperatures
		{"It cost $3.5 million.", "money 3.5e+06 $"},
		{"It cost £22m.", "money 2.2e+07 £"},
		{"It cost 4.85 million crowns.", "money 4.85e+06 crown"},
		{"It is 60 miles long.", "measure 96.54 km"},
		{"It is 130 feet high.", "measure 0.039624 km"},
		{"It fell to minus 12 degrees Celsius.", "measure -12 °C"},
		{"It fell to -12C.", "measure -12 °C"},
		{"It fell to −5 degrees.", "measure -5 °"},
		{"Shares fell -3 percent.", "percent -3"},
		{"It cost 12 crore rupees, or Rs 2 lakh, or ₹2.5 lakh crore.", "money 1.2e+08 rupee; money 2e+05 rupee; money 2.5e+12 rupee"},
		{"The tank held 100 gallons.", "measure 378.5-454.6 l"},
		{"The tank held 900 litres.", "measure 900 l"},
		{"It weighed 2 tons.", "measure 1814.4-2032 kg"},
		{"It drove at 40km/h, 1,200m high.", "measure 40 km/h; measure 1.2 km"},
		{"It rose to 50 degrees Fahrenheit.", "measure 10 °C"},
		// quakes, results, ages
		{"The quake had a magnitude of 5.9.", "magnitude 5.9"},
		{"A 6.1-magnitude quake struck.", "magnitude 6.1"},
		{"The council voted 7–5 for it.", "tally 7-5"},
		{"They backed it by seven votes to six.", "tally 7-6"},
		{"Jean Pilling, 78, was divided.", "age 78"},
		{"A 43-year-old man fell.", "age 43"},
		// times, years, labels
		{"It stopped at 2:40 p.m. on the hill.", "clock 880"},
		{"It stopped at 14:40 on the hill.", "clock 880"},
		{"It stopped at 2.40 in the afternoon.", "clock 880"},
		{"It stopped at about twenty to three.", "about clock 160"},
		{"It stopped at a quarter past four.", "clock 255"},
		{"It stopped at 11.25pm, late.", "clock 1405"},
		{"It was noon.", "clock 720"},
		{"It left at 21h30 and at 2130 hours.", "clock 1290; clock 1290"},
		{"It lasted 9h and 2130 hours.", "measure 9 h; measure 2130 h"},
		{"Der Zug fuhr um 21.30 Uhr oder um 9 Uhr aus der Stadt mit dem Boot.", "clock 1290; clock 540"},
		{"Die Kosten liegen nach Angaben der Stadt bei 3,5 Millionen Euro und nicht bei 12.000 Euro.", "money 3.5e+06 €; money 12000 €"},
		{"It opened in 1994.", "year 1994"},
		{"It won the 2010 elections.", "year 2010"},
		{"It happened in the 1980s.", "year 1980-1989"},
		{"The 1,900 people left.", "count 1900 people"},
		{"It left on Feb. 4 at last.", "date 4"},
		{"It is on Route 9, the longest.", "label 9"},
		{"A quake measuring 4.6 was felt.", "magnitude 4.6"},
		{"A field measuring 4.6 hectares was sold.", "measure 4.6 ha"},
		{"He died at the age of 95 on Monday.", "age 95"},
		{"It has 16 GB of memory and runs at 2.6 GHz.", "measure 16000 MB; measure 2.6 GHz"},
		{"It is in version 5 of the program.", "label 5"},
		{"The 2008-09 season was short.", "year 2008; label 9"},
		{"It has two USB 2.0 ports.", "count 2 usb; label 2"},
		{"Their record is 45-7-2 now.", "tally 45-7"},
		{"Children up to grade 6 came.", "label 6"},
		{"The 9/11 attacks changed it.", "label 9; label 11"},
		// what befell those counted
		{"The storm hit, killing 50 people.", "count 50 people (the dead)"},
		{"The storm killed 10 and injured about 80.", "count 10 (the dead); about count 80 (the injured)"},
		{"Ten people were killed and at least 50 injured.", "count 10 people (the dead); at least count 50 (the injured)"},
		{"The death toll rose to 80 on Monday.", "count 80 (the dead)"},
		{"A death toll of 80 was given.", "count 80 (the dead)"},
		{"It raised the death toll from 10 to 12.", "count 10 (the dead); count 12 (the dead)"},
		{"Storm Hits Coast, Kills 10; 80 Hurt", "count 10 (the dead); count 80 (the injured)"},
		{"Police made 47 arrests overnight.", "count 47 arrests (those arrested)"},
		{"They were stuck in 16 cabins.", "count 16 cabins"},
		{"He was killed three days later.", "measure 72 h"},
		{"Twelve people said the police had killed no one.", "count 12 people"},
	} {
		if got := quantitiesIn(c.text); got != c.want {
			t.Errorf("%s\n\tgot  %s\n\twant %s", c.text, got, c.want)
		}
	}
}

// What agrees is read for the same; what only can both be right is not.
func TestQuantitiesAgree(t *testing.T) {
	for _, c := range []struct {
		x, y               string
		agrees, compatible bool
	}{
		{"12 000 boats", "12,000 boats", true, true},
		{"1,50,000 boats", "150,000 boats", true, true},
		{"1,50,000 boats", "15,000 boats", false, false},
		{"12 crore rupees", "120 million rupees", true, true},
		{"12 crore rupees", "12 million rupees", false, false},
		{"100 gallons", "380 litres", true, true},
		{"100 gallons", "455 litres", true, true},
		{"100 gallons", "900 litres", false, false},
		{"2 tons", "1.9 tonnes", true, true},
		{"5 miles", "8 km", true, true},
		{"one in three boats", "33 percent of boats", true, true},
		{"one in three boats", "one in five boats", false, false},
		{"a third of boats", "a quarter of boats", false, false},
		{"a third of boats", "35 percent of boats", true, true},
		{"dozens of boats", "scores of boats", true, true},
		{"dozens of boats", "thousands of boats", false, true},
		{"dozens of boats", "hundreds of boats", false, true},
		{"dozens of boats", "48 boats", true, true},
		{"thousands of boats", "700,000 boats", false, true},
		{"hundreds of boats", "400 boats", true, true},
		{"−5 degrees", "5 degrees", false, false},
		{"−5 degrees", "minus 5 degrees", true, true},
		{"a half-dozen boats", "six boats", true, true},
		{"a half-dozen boats", "nine boats", false, false},
		{"at 21h30", "at 9:30 p.m.", true, true},
		{"at 9:30 a.m.", "at 9:30 p.m.", false, false},
	} {
		x, y := Prepare(corpus.FromText("a.txt", "They had "+c.x+" there.")).Quantities, Prepare(corpus.FromText("b.txt", "They had "+c.y+" there.")).Quantities
		if len(x) != 1 || len(y) != 1 {
			t.Errorf("%s, %s: %d and %d quantities", c.x, c.y, len(x), len(y))
			continue
		}
		if got := [2]bool{x[0].Agrees(y[0]), x[0].Compatible(y[0])}; got != [2]bool{c.agrees, c.compatible} || y[0].Agrees(x[0]) != c.agrees {
			t.Errorf("%s, %s: agree %v, compatible %v", c.x, c.y, got[0], got[1])
		}
	}
}

// Whatever the text, quantities and moments lie inside their sentence, in
// order, and no two quantities share a word.
func TestQuantitiesTile(t *testing.T) {
	check := func(p *Doc) {
		t.Helper()
		at, atMoment, s := 0, 0, 0
		end := func(first int) int {
			for p.Sentences[s].Last <= first {
				s++
			}
			return p.Sentences[s].Last
		}
		for n, q := range p.Quantities {
			last := end(q.First)
			if q.First < at || q.Last <= q.First || q.Last > last || q.Hedged > q.First || q.Hedged < p.Sentences[s].First || q.Noun >= last {
				t.Fatalf("quantity %d, tokens %d to %d of a sentence that ends at %d, follows one that ends at %d", n, q.First, q.Last, last, at)
			}
			for k := q.First; k < q.Last; k++ {
				if p.Tokens[k].Quantity != n {
					t.Fatalf("token %d of quantity %d belongs to quantity %d", k, n, p.Tokens[k].Quantity)
				}
			}
			at = q.Last
			if w := p.Written(q); w[0] < p.Sentences[s].First || w[1] > last || w[0] > q.First || w[1] < q.Last {
				t.Fatalf("quantity %d is written in tokens %v of the sentence that ends at %d", n, w, last)
			}
		}
		s = 0
		for n, m := range p.moments {
			last := end(m.Last - 1)
			if m.First < atMoment-1 || m.First < p.Sentences[s].First || m.Last <= m.First || m.Last > last {
				t.Fatalf("moment %d, tokens %d to %d of a sentence that ends at %d, follows one that ends at %d", n, m.First, m.Last, last, atMoment)
			}
			atMoment = m.Last
		}
	}
	c, err := sample.Open()
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range c.Articles {
		check(Prepare(a))
	}
	words := strings.Fields("a half third two twenty - and to of one hundred thousand million dozens tens scores 3.5 6 14:40 2.40 p.m. in the afternoon 1990 $ % percent May Feb. 4 , . on Monday evening noon shortly after at least about quarter past three votes minus C degrees km 22m between from killed people ( ”")
	rng := rand.New(rand.NewPCG(8, 9))
	for range corpustest.Often(3000) {
		var b strings.Builder
		for range 2 + rng.IntN(20) {
			b.WriteString(words[rng.IntN(len(words))])
			if rng.IntN(5) > 0 {
				b.WriteByte(' ')
			}
		}
		check(Prepare(corpus.FromText("a.txt", b.String())))
	}
}

func BenchmarkQuantities(b *testing.B) {
	c, err := sample.Open()
	if err != nil {
		b.Fatal(err)
	}
	p := Prepare(sample.Article(c, "gondola-meridian-wire.md"))
	fresh := slices.Clone(p.Tokens)
	for k := range fresh {
		fresh[k].Quantity = -1
	}
	b.ReportAllocs()
	for b.Loop() {
		copy(p.Tokens, fresh)
		p.Quantities, p.moments = p.Quantities[:0], p.moments[:0]
		for _, s := range p.Sentences {
			p.findQuantities(s.First, s.Last)
			p.findMoments(s.First, s.Last)
		}
	}
}
