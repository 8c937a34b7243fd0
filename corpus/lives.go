package corpus

import (
	"strings"
	"unicode/utf8"

	"parallax/corpus/format/raw"
	"parallax/corpus/lazyregexp"
)

// A life of the author often ends an article: "Jana Holt joined the Herald in
// 2017. She reports on ports." It is recognised by its verb and by the name of
// the author or the outlet, as the file gives it.

// know notes the names of an article's authors and outlet.
func (p *page) know(fields []raw.Field) {
	for _, f := range fields {
		switch v := valueOf(f); {
		case f.Name == raw.Author && strings.Contains(v, " "):
			p.authors = append(p.authors, v)
		case f.Name == raw.Outlet && utf8.RuneCountInString(v) > 2:
			p.outlets = append(p.outlets, v)
		}
	}
	for i, l := range p.lines[:min(p.head, len(p.lines))] {
		if p.furniture[i] {
			p.authors = append(p.authors, bylineOf(l.text)...)
		}
	}
}

// isLife reports whether a line at the end tells who an author is: it begins
// with the author's name and a verb of lives, or with any name, and the outlet is
// in its first sentence.
func (p page) isLife(l string) bool {
	if !p.names(l) {
		return false
	}
	if begins := lifeOf.FindString(l); begins != "" {
		if beginsWithAny(l, p.authors) {
			return true
		}
		first, _, _ := strings.Cut(l[len(begins):], ". ")
		for _, o := range p.outlets {
			if strings.Contains(first, strings.TrimPrefix(o, "The ")) {
				return true
			}
		}
	}
	return false
}

// names reports whether a line begins with an author or has an outlet in it.
func (p page) names(l string) bool {
	for _, o := range p.outlets {
		if strings.Contains(l, strings.TrimPrefix(o, "The ")) {
			return true
		}
	}
	return beginsWithAny(l, p.authors)
}

func beginsWithAny(l string, names []string) bool {
	for _, n := range names {
		if len(l) > len(n) && strings.EqualFold(l[:len(n)], n) {
			return true
		}
	}
	return false
}

// lifeVerbs are what lives tell, in the languages of the stemmer and others.
const lifeVerbs = `is|was|has|joined|covers|writes|reports|lives|works|worked|graduated|studied|holds|began|started` +
	`|ist|war|arbeitet|schreibt|berichtet|studierte|leitet|kam|hat` +
	`|est|était|travaille|écrit|couvre|a|suit` +
	`|es|fue|trabaja|escribe|cubre|ha|estudió|lleva` +
	`|è|lavora|scrive|si occupa|segue` +
	`|é|foi|trabalha|escreve|cobre|formou-se` +
	`|werkt|schrijft|heeft|studeerde` +
	`|är|arbetar|skriver|har|bevakar|er|jobber|arbejder|dækker|dekker` +
	`|on|kirjoittaa|työskentelee|jest|pracuje|pisze|je|píše|pracoval|pracovala` +
	`|работает|пишет|освещает|yazıyor|çalışıyor|lucrează|scrie|este`

var lifeOf = lazyregexp.New(`^(?:` + properPerson + `),? (?:` + lifeVerbs + `) `)

const properPerson = `\p{Lu}[\pL.'’-]*(?: (?:von |van |de |der |den |del |di |da |la |le )?\p{Lu}[\pL.'’-]*){1,3}`
