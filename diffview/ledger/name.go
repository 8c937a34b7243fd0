package ledger

import (
	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
)

// whereabouts are the words before the place of an event.
var whereabouts = lexicon.WordSet("in at near outside from to")

// names adds the persons a sentence names, their offices, and the places of
// what it tells.
func (l *Ledger) names(s *syntax, things map[int]bool) {
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
			if s.modifies(m) || land(l.Entities[m.Entity].Words) || things[m.Entity] {
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

// things returns the entities that are no persons, whatever the namer took them for: the
// article gives their name alone an article, as to ships and parties ("the Tabar",
// "the Republicans").
func (l *Ledger) things() map[int]bool {
	out := map[int]bool{}
	for _, m := range l.Mentions {
		if m.Manner != doc.ByName || m.First == 0 || m.Last >= len(l.Tokens) || l.Tokens[m.First-1].Text != "the" {
			continue
		}
		if t := &l.Tokens[m.Last]; t.Class != doc.Content && t.Text != "'s" && t.Text != "'" && t.Text != "-" && len(l.Entities[m.Entity].Roles) == 0 {
			out[m.Entity] = true
		}
	}
	return out
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
