package diffview

// A Share counts the words of one side by their marks. Words of furniture are
// not counted. Punctuation is no word.
type Share struct {
	Words                            int // all that were compared
	Agree, Detail, Wording, Conflict int // these add up to Words
}

// Share counts the words of one side of the comparison by their marks.
func (c *Comparison) Share(side Side) Share { return Share{} }
