package conflict

import (
	"fmt"
	"strings"
	"sync"

	"parallax/corpus/prose"
	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
	"parallax/diffview/sides"
)

// Names conflict when the two articles speak of one person, place or thing and
// spell it in two ways (spelling.go), give it two job titles of which nobody holds
// both, or put one happening in two towns. A shorter title or a former office makes
// no conflict.

// The share of reported name conflicts that readers call one. Of 19 spellings read
// on pairs that nobody labelled, of 13 stories, 18 were one and the other was a
// transliteration. Of job titles and towns so few were read that no more can be told
// than that it is well above half: the figures are in the order of how surely the
// words show the difference.
const (
	spellingConfidence = .9
	officeConfidence   = .75
	townConfidence     = .7
)

// nameClashes finds names that do not agree.
func nameClashes(f Finding) []Clash {
	l, p := f.Pair.Docs[sides.Left], f.Pair.Entities
	out := f.misspelt()
	done := map[int]bool{}
	for _, a := range l.MentionsOf(f.Link.Left) {
		if done[a.Entity] || p.Partner[sides.Left][a.Entity] < 0 {
			continue
		}
		done[a.Entity] = true
		if k, ok := f.offices(a.Entity); ok {
			out = append(out, k)
		}
	}
	return append(out, f.towns()...)
}

// exclusive are offices of which a person holds one at a time, a group a line;
// the names of one office are joined by "=".
var exclusive = sync.OnceValue(func() map[string][2]string {
	out := map[string][2]string{}
	for n, line := range strings.Split(`chief executive=ceo=chief executive officer, executive director, operations director, finance director, communications director, chief operating officer=coo, chief financial officer=cfo, chief technology officer=cto
sergeant=sgt, lieutenant=lt, captain=capt, colonel=col, corporal=cpl, sheriff, police chief=chief of police, police commissioner
senator=sen, representative=rep=congressman=congresswoman, governor=gov, mayor, ambassador, attorney general, prime minister, president, vice president, defense secretary=defence secretary, foreign minister, finance minister, interior minister, chief justice`, "\n") {
		for _, office := range strings.Split(line, ", ") {
			names := strings.Split(office, "=")
			for _, name := range names {
				out[name] = [2]string{fmt.Sprint(n), names[0]}
			}
		}
	}
	return out
})

// offices finds two job titles for one person of which nobody holds both, if the
// two sentences say them.
func (f Finding) offices(e int) (Clash, bool) {
	l, r := f.Pair.Docs[sides.Left], f.Pair.Docs[sides.Right]
	partner := f.Pair.Entities.Partner[sides.Left][e]
	for _, a := range l.Entities[e].Roles {
		if !saidHere(l, a, f.Link.Left) {
			continue
		}
		for _, b := range r.Entities[partner].Roles {
			if !saidHere(r, b, f.Link.Right) {
				continue
			}
			x, y := office(l, a), office(r, b)
			if x[1] == "" || x[0] != y[0] || x[1] == y[1] || holds(r, partner, x) || holds(l, e, y) {
				continue
			}
			who := prose.Fold(l.Spelled(l.Mentions[l.Entities[e].Named]))
			return Clash{
				kind:       sides.NameConflict,
				Tokens:     [2][2]int{{a.First, a.Last}, {b.First, b.Last}},
				confidence: officeConfidence,
				reason: func(left, right string) string {
					return fmt.Sprintf("‘%s’ vs ‘%s’: two job titles for %s", left, right, who)
				},
			}, true
		}
	}
	return Clash{}, false
}

// saidHere reports whether a role is said in a sentence.
func saidHere(p *doc.Doc, r doc.Role, sentence int) bool {
	s := p.Sentences[sentence]
	return r.First >= s.First && r.Last <= s.Last
}

// office returns the group and the name of an exclusive office that a role is
// now, or nothing.
func office(p *doc.Doc, r doc.Role) [2]string {
	for k := max(0, r.First-2); k < min(len(p.Tokens), r.Last+2); k++ {
		if doc.PastOffices.Has(doc.NameWord(p.Tokens[k].Text)) {
			return [2]string{}
		}
	}
	for from := max(r.First, r.Last-3); from < r.Last; from++ {
		var words []string
		for k := from; k < r.Last; k++ {
			words = append(words, doc.NameWord(p.Tokens[k].Text))
		}
		if o, ok := exclusive()[strings.Join(words, " ")]; ok {
			if from > r.First && lesser.Has(p.Tokens[from-1].Text) {
				return [2]string{}
			}
			return o
		}
	}
	return [2]string{}
}

// lesser makes another office of the one after it.
var lesser = lexicon.WordSet("deputy vice assistant associate under shadow lieutenant")

// holds reports whether an article anywhere says that the entity has the
// office.
func holds(p *doc.Doc, e int, wanted [2]string) bool {
	for _, r := range p.Entities[e].Roles {
		if office(p, r) == wanted {
			return true
		}
	}
	return false
}

// towns finds two towns of which the sentences say that one and the same thing
// is in them: "a student in Seattle", "a student at a college in Bellingham".
func (f Finding) towns() []Clash {
	l, r := f.Pair.Docs[sides.Left], f.Pair.Docs[sides.Right]
	p := f.Pair.Entities
	for _, a := range l.MentionsOf(f.Link.Left) {
		x := located(l, a, f.Link.Left)
		if x < 0 || p.Partner[sides.Left][a.Entity] >= 0 {
			continue
		}
		for _, b := range r.MentionsOf(f.Link.Right) {
			y := located(r, b, f.Link.Right)
			if y < 0 || p.Partner[sides.Right][b.Entity] >= 0 || l.Tokens[x].Stem() != r.Tokens[y].Stem() ||
				encloses(&l.Entities[a.Entity], &r.Entities[b.Entity]) || encloses(&r.Entities[b.Entity], &l.Entities[a.Entity]) {
				continue
			}
			what := l.Tokens[x].Text
			return []Clash{{
				kind:       sides.NameConflict,
				Tokens:     [2][2]int{{a.First, a.Last}, {b.First, b.Last}},
				confidence: townConfidence,
				reason: func(left, right string) string {
					return fmt.Sprintf("‘%s’ vs ‘%s’: two locations of the %s", left, right, what)
				},
			}}
		}
	}
	return nil
}

// encloses reports whether one place may hold the other: by what the article
// says it lies in, or by name.
func encloses(e *doc.Entity, f *doc.Entity) bool {
	return f.Within != "" && f.Within == strings.Join(e.Words, " ") || doc.ContainsWord(f.Words, e.Words[0])
}

// located returns the noun that a town is given for, or -1: "student" in "a
// student at Whatcom Community College in Bellingham". Only towns known as
// such count: of "Mexico" and "Tijuana" the one holds the other.
func located(p *doc.Doc, m doc.Mention, sentence int) int {
	e := &p.Entities[m.Entity]
	if m.Manner != doc.ByName || e.Within == "" && !doc.TownWords()[strings.Join(e.Words, " ")] || m.First == 0 || p.Tokens[m.First-1].Text != "in" {
		return -1
	}
	from := p.Sentences[sentence].First
	for k := m.First - 2; k >= from && k >= m.First-8; k-- {
		switch t := &p.Tokens[k]; {
		case t.Class == doc.Punctuation, t.Class == doc.Number, outskirts.Has(t.Text):
			return -1
		case t.Upper, t.Class == doc.Function && (t.Text == "at" || t.Text == "the" || t.Text == "of" || t.Text == "a"):
		case t.Class == doc.Function:
			return -1
		default:
			return k
		}
	}
	return -1
}

// outskirts are words by which a town is not said to be the place itself.
var outskirts = lexicon.WordSet("near outside suburb suburban around born raised lives living based")
