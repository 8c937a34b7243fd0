package dates

import (
	"strings"

	"parallax/corpus/lazyregexp"
)

// monthWords are the names of the months, and their abbreviations, in the
// languages that exports of research databases have them in: French, German,
// Spanish, Italian, Portuguese and Dutch. English is Parse's own.
var monthWords = func() map[string]string {
	m := make(map[string]string)
	for month, names := range map[string]string{
		"January":   "janvier janv januar jänner jan jän enero ene gennaio gen janeiro januari",
		"February":  "février fevrier févr fév februar feb febrero febbraio fevereiro fev februari",
		"March":     "mars märz maerz mär marzo março marco maart mrt",
		"April":     "avril avr april abril abr aprile apr",
		"May":       "mai mayo maggio mag maio mei",
		"June":      "juin juni jun junio giugno giu junho",
		"July":      "juillet juil juli jul julio luglio lug julho",
		"August":    "août aout august aug agosto ago augustus",
		"September": "septembre sept september septiembre setiembre settembre set setembro",
		"October":   "octobre oct oktober okt octubre ottobre ott outubro out",
		"November":  "novembre nov november noviembre novembro",
		"December":  "décembre decembre déc dezember dez diciembre dic dicembre dezembro december",
	} {
		for n := range strings.FieldsSeq(names) {
			m[n] = month
		}
	}
	return m
}()

// dayWords are the days of the week in those languages and in English, and
// what is between the parts of a date: none says anything of it.
var dayWords = func() map[string]bool {
	m := make(map[string]bool)
	for w := range strings.FieldsSeq(`monday tuesday wednesday thursday friday saturday sunday
lundi mardi mercredi jeudi vendredi samedi dimanche
montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
lunes martes miércoles jueves viernes sábado domingo
lunedì martedì mercoledì giovedì venerdì sabato domenica
segunda-feira terça-feira quarta-feira quinta-feira sexta-feira
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
le de del den der am el of the uhr`) {
		m[w] = true
	}
	return m
}()

var (
	dateWord   = lazyregexp.New(`\pL[\pL'-]*\.?,?`)
	dayOrdinal = lazyregexp.New(`\b(\d{1,2})(?:er|º|ª|\.) ?( \pL)`)
)

// englishDate returns a date with its words in English and without days of the
// week, as in "mardi 10 mars 2026" and "January 11, 2010 Monday 9:20 AM". Words
// it does not know stay, so that what is not a date does not become one.
func englishDate(s string) string {
	s = dayOrdinal.ReplaceAllString(s, "$1$2")
	s = dateWord.ReplaceAllStringFunc(s, func(w string) string {
		word := strings.ToLower(strings.TrimRight(w, ".,"))
		switch {
		case dayWords[word]:
			return ""
		case monthWords[word] != "":
			return monthWords[word]
		}
		return w
	})
	return strings.Trim(spaces.ReplaceAllString(s, " "), " ,")
}
