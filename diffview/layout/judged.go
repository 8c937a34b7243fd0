package layout

import "parallax/diffview"

// judged returns the numbers of the sentences in which an outside judge found or
// confirmed something; nil where none was asked.
func judged(c *diffview.Comparison, side diffview.Side, numbers []int) map[int]bool {
	if c.Judged == nil {
		return nil
	}
	has := make(map[int]bool)
	for _, l := range c.Links {
		if l.By != "" {
			has[numbers[l.Sentences[side]]] = true
		}
	}
	for _, k := range c.Conflicts {
		if k.By != "" {
			has[numbers[c.Links[k.Link].Sentences[side]]] = true
		}
	}
	return has
}
