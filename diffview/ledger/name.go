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
