package ledger

import (
	"strings"

	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
)

// times adds the days and times of day of a sentence.
func (l *Ledger) times(s *syntax) {
	ms := s.MomentsOf(s.sentence)
	for n := range ms {
		l.time(s, &ms[n])
	}
	n := 0 // the moments before
	for k := s.First; k < s.Last; k++ {
		for n < len(ms) && ms[n].Last <= k {
			n++
		}
		if m := s.monthAlone(k); m != nil && (n == len(ms) || ms[n].First > k) {
			l.time(s, m)
		}
	}
}

func (l *Ledger) time(s *syntax, m *doc.Moment) {
	e := Entry{Kind: Day, Sentence: s.sentence, First: m.First, Last: m.Last, Moment: m, Entity: -1}
	if m.Timed && m.Weekday < 0 && m.Month == 0 && !m.Dated {
		e.Kind = Clock
		e.Range = Range{Low: float64(m.From), High: float64(m.To)}
	} else if m.Dated {
		e.Range = Range{Low: float64(m.Lo), High: float64(m.Hi)}
	}
	l.Entries = append(l.Entries, e)
}

// monthAlone reads a month that is named without a day or a year: "in March". It is
// none after a name, "Theresa May"; what is another word as well is one only after
// a word that tells of time: not in "May said", "[May]'s plan".
func (s *syntax) monthAlone(k int) *doc.Moment {
	t := &s.Tokens[k]
	month := doc.Months()[strings.TrimSuffix(t.Text, ".")]
	if month == 0 || !t.Upper || !t.Capital && len(t.Text) < 6 || k > s.First && s.isName(k-1) || k+1 < s.Last && s.Tokens[k+1].Capital {
		return nil
	}
	if before := k - 1; t.Text == "may" || t.Text == "march" {
		for before > s.First && s.Tokens[before].Text == "[" {
			before-- // "in [March]"
		}
		if before < s.First || !whenever.Has(s.Tokens[before].Text) && s.Tokens[before].Part() != doc.Determiner {
			return nil
		}
	}
	return &doc.Moment{First: k, Last: k + 1, Weekday: -1, Month: month}
}

// whenever are the words before a month that tell of time.
var whenever = lexicon.WordSet("in both since by until till through last this next past coming following previous from to late early mid mid- and during for before after between each every of or - around")
