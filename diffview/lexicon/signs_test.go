package lexicon

import "testing"

// TestSigns measures what the signs tell of a cosine, on random pairs of
// frequent words.
func TestSigns(t *testing.T) {
	var near, all, kept, missed int
	for a := int32(100); a < 4000; a += 7 {
		x := row(a).entry()
		for b := a + 1; b < 4000; b += 11 {
			y := row(b).entry()
			all++
			taken := SignsOf(x).Near(SignsOf(y))
			if taken {
				near++
			}
			switch c := cosine(x, y); {
			case c >= .5 && taken:
				kept++
			case c >= .5:
				missed++
			}
		}
	}
	t.Logf("%.3f of all pairs are taken for near; %.3f of those with a cosine of .5", float64(near)/float64(all), float64(kept)/float64(kept+missed))
	if 8*near > all || 10*missed > kept {
		t.Error("the signs let too many pairs through, or too few near ones")
	}
}
