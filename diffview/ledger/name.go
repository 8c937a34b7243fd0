package ledger

import (
	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
)

// whereabouts are the words before the place of an event.
var whereabouts = lexicon.WordSet("in at near outside from to")

// names adds the persons a sentence names, their offices, and the places of
// what it tells.
func (l *Ledger) names(s *syntax) {
	for _, m := range s.MentionsOf(s.sentence) {
		if m.Manner != doc.ByName {
			continue
		}
		e := Entry{Kind: Person, Sentence: s.sentence, First: m.First, Last: m.Last, Entity: m.Entity}
		switch l.Entities[m.Entity].Kind {
		case doc.Place:
			if m.First == s.First || !whereabouts.Has(s.Tokens[m.First-1].Text) {
				continue
			}
			e.Kind = Place
		case doc.Person:
			if s.modifies(m) || land(l.Entities[m.Entity].Words) {
				continue
			}
		default:
			continue
		}
		l.Entries = append(l.Entries, e)
		for _, r := range l.Entities[m.Entity].Roles {
			if e.Kind == Person && r.First >= s.First && r.Last <= s.Last && (r.Last <= m.First && m.First-r.Last < 3 || r.First >= m.Last && r.First-m.Last < 5) {
				l.Entries = append(l.Entries, Entry{Kind: Office, Sentence: s.sentence, First: r.First, Last: r.Last, Entity: m.Entity})
				break
			}
		}
	}
}

// modifies reports whether a name only says of which kind the thing after it is:
// "the Trump administration", "the North Korean leader".
func (s *syntax) modifies(m doc.Mention) bool {
	if m.Last >= s.Last {
		return false
	}
	t := &s.Tokens[m.Last]
	return t.Class == doc.Content && !t.Upper && !s.isVerb(m.Last) && !doc.SpeechWords.Has(t.Text)
}

// regions are the first words of names of lands and parts of towns.
var regions = lexicon.WordSet("north south east west northern southern eastern western northeast northwest southeast southwest central united saudi")

// land reports whether a name is that of a land or of its people: one that the
// lexicon lists with France or the French, or that begins with where it lies.
func land(words []string) bool {
	last := lexicon.Lookup(words[len(words)-1])
	for _, known := range []string{"france", "french"} {
		if words[len(words)-1] == known || lexicon.Relate(last, lexicon.Lookup(known)) == lexicon.Contrast {
			return true
		}
	}
	return regions.Has(words[0])
}
