package slot

import (
	"slices"

	"parallax/diffview/arena"
	"parallax/diffview/budget"
	"parallax/diffview/doc"
	"parallax/diffview/sides"
)

// What a value has to choose from. Of two values it is the likelier that they fill
// one slot, the worse every other value of the kind would fit either of them: where
// an article tells what four countries lost, only one of the four numbers belongs
// to the one that the other article tells. Values that are the same are choices
// too: what has its equal in the other article most likely belongs to that.

// A standing is what is known of two numbers or days beside the evidence.
type standing struct {
	margin   float64 // how likely they fill one slot, as far as the words around tell, less that of the best other choice; -1 to 1
	second   float64 // of the sides' best other choices that differ from the value, the worse; 0 to 1
	support  float64 // the weight of the words around that correspond, the greater of the sides
	repeated float64 // how often either sentence has the other's value, of whatever
	dated    bool    // both sentences tell of a month or a year
	acts     acts    // of days
	cell     cell
}

// A cell is two values of one kind with what tells, the values masked, whether they
// fill one slot.
type cell struct {
	kind   Kind
	at     [2]int // by side: the first token of the value
	masked []float64
}

// usualRatio stands for how many times one masked number is the other, log 10.
const usualRatio = .2

// cell masks the values of a rival: it leaves out how they compare, and where the
// articles have them again.
func (m *matcher) cell(r *Rival, c *counts) cell {
	return m.mask(r, m.evidence(&Rival{Kind: r.Kind, Values: [2]Value{alone(r.Values[sides.Left]), alone(r.Values[sides.Right])}}, c))
}

// alone returns a value that is had nowhere again.
func alone(v Value) Value {
	v.again = nil
	return v
}

func (m *matcher) mask(r *Rival, evidence []float64) cell {
	x := arena.Make[float64](m.Arena, len(evidence))
	copy(x, evidence)
	x[fRatio], x[fEqualKind] = usualRatio, 0
	x[fAgainLeft], x[fAgainRight], x[fAgainLink], x[fAgains] = -1, -1, -1, 0
	return cell{r.Kind, [2]int{r.Values[sides.Left].First, r.Values[sides.Right].First}, x}
}

// A choice is the best and the second best that a value has, and which is the best.
type choice struct {
	best, second float64
	of           int // the first token of the best
}

func (c *choice) add(score float64, of int) {
	switch {
	case score > c.best:
		c.best, c.second, c.of = score, c.best, of
	case score > c.second:
		c.second = score
	}
}

// but returns the best of the others than one.
func (c choice) but(of int) float64 {
	if c.of == of {
		return c.second
	}
	return c.best
}

// compete works out what the values of rivals could be set against beside one
// another.
func compete(all []Rival, alike []cell, score func([]float64) float64) {
	type value struct {
		kind Kind
		side sides.Side
		at   int
	}
	any, differing := map[value]choice{}, map[value]choice{}
	note := func(of map[value]choice, c cell, score float64) {
		for side := range sides.Side(2) {
			v := value{c.kind, side, c.at[side]}
			x, ok := of[v]
			if !ok {
				x.of = -1
			}
			x.add(score, c.at[side.Other()])
			of[v] = x
		}
	}
	masked := make([]float64, len(all))
	for k := range all {
		if reasons[all[k].Kind] == nil {
			continue
		}
		c := all[k].standing.cell
		masked[k] = score(c.masked)
		note(any, c, masked[k])
		note(differing, c, masked[k])
	}
	for _, c := range alike {
		note(any, c, score(c.masked))
	}
	for k := range all {
		r := &all[k]
		if reasons[r.Kind] == nil {
			continue
		}
		other, second := 0., 1.
		for side := range sides.Side(2) {
			v := value{r.Kind, side, r.Values[side].First}
			of := r.Values[side.Other()].First
			other, second = max(other, any[v].but(of)), min(second, differing[v].but(of))
		}
		r.standing.margin, r.standing.second = masked[k]-other, second
	}
}

// stand works out what else is known of numbers and days that are likely enough to
// be weighed.
func (m *matcher) stand(b *budget.Budget, all []Rival) error {
	found := map[[2]int]partners{}
	for k := range all {
		r := &all[k]
		if reasons[r.Kind] == nil {
			continue
		}
		r.standing = standing{cell: m.mask(r, r.evidence)}
		if r.Score < leastWeighed {
			continue
		}
		at := [2]int{r.Values[sides.Left].Sentence, r.Values[sides.Right].Sentence}
		of, ok := found[at]
		if !ok {
			var err error
			if of, err = m.aligned(b, at); err != nil {
				return err
			}
			found[at] = of
		}
		if r.Kind == Day {
			r.standing.acts = m.acts(r)
		}
		r.standing.dated, r.standing.repeated = m.dated(at), m.repeated(r)
		for side := range sides.Side(2) {
			r.standing.support = max(r.standing.support, m.supported(side, r, of[side]))
		}
	}
	return nil
}

// dated reports whether two sentences both tell of a month or a year: then they may
// tell of two.
func (m *matcher) dated(at [2]int) bool {
	for side, d := range m.Docs {
		if !slices.ContainsFunc(d.MomentsOf(at[side]), func(t doc.Moment) bool { return t.Year > 0 || t.Month > 0 }) {
			return false
		}
	}
	return true
}

// repeated counts how often either sentence has the number of the other, beside its
// own.
func (m *matcher) repeated(r *Rival) (n float64) {
	for side, d := range m.Docs {
		v, q := r.Values[side], r.Values[1-side].Entry.Quantity
		if q == nil {
			continue
		}
		for _, o := range d.QuantitiesOf(v.Sentence) {
			if (o.Value == q.Value || o.High == q.Value) && (o.Last <= v.First || v.Last <= o.First) {
				n++
			}
		}
	}
	return n
}
