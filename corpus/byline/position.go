package byline

import (
	"strings"

	"parallax/corpus/lazyregexp"
	"parallax/corpus/wordset"
)

// jobs are what people are called who write, after their names or instead.
var jobs = set(`correspondent correspondents reporter reporters writer writers editor editors columnist columnists contributor contributors
	critic critics journalist journalists photographer photographers producer producers analyst newsroom
	korrespondent korrespondentin redakteur redakteurin journalistin reporterin redaktion mitarbeiter mitarbeiterin volontär ressortleiter
	correspondant correspondante journaliste rédacteur rédactrice reportrice
	corresponsal periodista redactor redactora enviado enviada
	corrispondente redattore redattrice inviato inviata giornalista
	correspondente jornalista repórter
	verslaggever verslaggeefster redacteur medewerker
	redaktör toimittaja redaktor redaktorka dziennikarz dziennikarka novinář reportér
	корреспондент редактор журналист обозреватель muhabir muhabiri editör editörü újságíró szerkesztő jurnalist δημοσιογράφος συντάκτης wartawan jurnalis`)

// jobPhrases are jobs of two words.
var jobPhrases = wordset.Lines(`
	bureau chief
	news desk
	envoyé spécial
	envoyée spéciale
	enviado especial
	enviada especial`)

// offices are where they work. On a page a line with such a word names nobody;
// a database can have an office for its author.
var offices = set(`desk staff bureau chief team news media magazine online tv rédaction redacción editora redazione redação redactie redakcja редакция`)

// ranks can stand before a job, after a name.
var ranks = set(`chief senior staff special political politics foreign diplomatic defence defense economic economics business financial health education science
	sport sports environment home social consumer affairs crime court city local national international world news religion transport deputy assistant associate
	managing feature features arts technology media investigation investigations investigative royal legal industry security music theatre theater film executive
	contributing general assignment and & the our`)

// leads stand between a job and for whom, or where, it is done.
var leads = set(`in at for of der des à au en pour de para da bij van`)

var (
	positionStart = lazyregexp.New(`(?i)^(?:(?:special|exclusive) (?:to|for)|(?:for|of|at) the|our|notre|nuestr[ao]|nostr[ao]|unser(?:e|em|er)?|onze) `)
	positionWords = lazyregexp.New(`(?i)^(?:(?:and |other )?agencies|staff|news services?|wire (?:reports|services)|staff and agencies|agenturen|agences|agencias|redaktion)$`)
	addressAlone  = lazyregexp.New(`^(?:@\w+|(?:(?i:https?://|www\.)\S+|[\pL\pN-]+(?:\.[\pL\pN-]+)*\.[a-z]{2,}(?:/\S*)?))$`)
)

// isJob reports whether a text says what somebody does.
func isJob(n string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(n)) {
		if w = bare(w); jobs.Has(w) || offices.Has(w) {
			return true
		}
	}
	return false
}

// isPosition reports whether a part of a byline says what somebody is or whom
// the article was written for, and names nobody.
func isPosition(s string) bool {
	words := strings.Fields(strings.ToLower(s))
	if jobAtEnd(words) > 0 || positionStart.MatchString(s) || positionWords.MatchString(s) {
		return true
	}
	for n := 1; n+1 < len(words) && n <= 2; n++ { // "correspondent in Lorne"
		if leads.Has(words[n]) && jobAtEnd(words[:n]) == n {
			return true
		}
	}
	return false
}

// withoutPosition returns a name without the job that follows it without a
// comma, or the text itself where there is only a job.
func withoutPosition(s string) string {
	const shortest, longest = 2, 4 // words of a name
	words := strings.Fields(s)
	low := strings.Fields(strings.ToLower(s))
	job := jobAtEnd(low)
	if job == 0 {
		return s
	}
	n := len(low) - job
	for n > 0 && (ranks.Has(low[n-1]) || startsLarge(words[0]) && !startsLarge(words[n-1])) {
		n-- // "Anna Ek utrikes korrespondent": no name ends in small letters
	}
	if n < shortest || n > longest {
		return s
	}
	for _, w := range low[:n] {
		if ranks.Has(w) {
			return s
		}
	}
	return strings.TrimRight(strings.Join(words[:n], " "), ",")
}

// jobAtEnd returns how many of the last words, in lower case, are a job.
func jobAtEnd(words []string) int {
	n := len(words)
	switch {
	case n >= 2 && jobPhrases.Has(words[n-2]+" "+bare(words[n-1])):
		return 2
	case n >= 1 && jobs.Has(bare(words[n-1])):
		return 1
	}
	return 0
}

// bare returns a word without the signs around it.
func bare(word string) string { return strings.Trim(word, ".,()") }
