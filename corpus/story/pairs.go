package story

import "slices"

// Pairs returns all n(n-1)/2 pairs of the story's articles, each once, as left
// and right article, in the order a reader steps through them: each step
// changes one side only, and the other article stays where it is. With
// articles A to D they are A-B, A-C, A-D, B-D, B-C, D-C.
//
// One article at a time is held at the left while the right steps through all
// that have not been paired with it. The next held on the left is the first
// that the last right one, which must stay, has still to meet.
func (s Story) Pairs() [][2]int {
	n := len(s.Articles)
	pairs := make([][2]int, 0, n*(n-1)/2)
	rest := slices.Clone(s.Articles)
	stays := -1 // place in rest of the article that stays on the right
	for len(rest) > 1 {
		held := 0
		if stays == 0 {
			held = 1
		}
		left := rest[held]
		last := stays
		if stays >= 0 {
			pairs = append(pairs, [2]int{left, rest[stays]})
		}
		for i, right := range rest {
			if i != held && i != stays {
				pairs = append(pairs, [2]int{left, right})
				last = i
			}
		}
		rest = slices.Delete(rest, held, held+1)
		if last > held {
			last--
		}
		stays = last
	}
	return pairs
}
