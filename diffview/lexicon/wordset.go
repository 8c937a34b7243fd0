package lexicon

import "parallax/corpus/wordset"

// WordSet returns the set of the words of a list, read on first use.
func WordSet(words string) *wordset.Set { return wordset.Words(words) }
