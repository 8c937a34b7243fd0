package byline

import (
	"strings"

	"parallax/corpus/lazyregexp"
)

// jobs are what people are called who write, after their names or instead.
var jobs = set(`reporter reporters correspondent correspondents editor editors writer writers columnist columnists journalist journalists contributor contributors
	critic critics photographer photographers producer producers analyst desk staff bureau chief team newsroom news media magazine online tv
	redakteur redakteurin korrespondent korrespondentin reporterin redaktion journalistin volontär ressortleiter mitarbeiter mitarbeiterin
	journaliste rédacteur rédactrice correspondant correspondante reportrice rédaction
	corresponsal periodista redactor redactora redacción editora enviado enviada
	giornalista inviato inviata corrispondente redazione redattore redattrice
	jornalista repórter redação correspondente enviada
	verslaggever verslaggeefster redacteur correspondente redactie medewerker
	journalist redaktör korrespondent toimittaja redaktor dziennikarz dziennikarka redaktorka redakcja novinář redaktorka reportér
	корреспондент редактор журналист обозреватель редакция muhabir muhabiri editör editörü újságíró szerkesztő jurnalist redactor δημοσιογράφος συντάκτης wartawan jurnalis`)

// isJob reports whether a text says what somebody does.
func isJob(n string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(n)) {
		if jobs.Has(strings.Trim(w, ".,()")) {
			return true
		}
	}
	return false
}

// jobEnds are the words that end what somebody is, in the languages of the
// exports of databases; ranks are the words that can stand before them.
const (
	jobEnds = `correspondents?|reporters?|writers?|editors?|columnists?|contributors?|critics?|journalists?|photographers?|producers?|bureau chief|analyst|newsroom|news desk|` +
		`korrespondent(?:in)?|redakteur(?:in)?|journalist(?:in)?|reporterin|redaktion|mitarbeiter(?:in)?|` +
		`correspondante?|journaliste|rédact(?:eur|rice)|envoyée? spéciale?|reporter|` +
		`corresponsal|redactora?|periodista|enviad[oa] especial|corrispondente|redattore|redattrice|inviat[oa]|giornalista|` +
		`correspondente|jornalista|verslaggever|verslaggeefster|redacteur|medewerker`
	ranks = `chief|senior|staff|special|political|politics|foreign|diplomatic|defen[cs]e|economics?|business|financial|health|education|science|sports?|` +
		`environment|home affairs|crime|court|city|local|national|international|world|news|religion|transport|deputy|assistant|associate|managing|features?|` +
		`arts|technology|media|investigations?|investigative|royal|social affairs|legal|industry|consumer affairs|security|music|theat(?:re|er)|film|executive|contributing|general assignment`
)

var (
	positionEnd   = lazyregexp.New(`(?i)(?:^|\s)(?:` + jobEnds + `)$`)
	positionStart = lazyregexp.New(`(?i)^(?:(?:special|exclusive) (?:to|for) |(?:for|of|at) the |our |notre |nuestr[ao] |nostr[ao] |unser(?:e|em|er)? |onze |(?:` + jobEnds + `) (?:in|at|for|of|der|des|à|au|en|pour|de|para|da|bij|van) )`)
	positionWords = lazyregexp.New(`(?i)^(?:(?:and |other )?agencies|staff|news services?|wire (?:reports|services)|staff and agencies|agenturen|agences|agencias|redaktion)$`)
	addressAlone  = lazyregexp.New(`^(?:@\w+|(?:(?i:https?://|www\.)\S+|[\pL\pN-]+(?:\.[\pL\pN-]+)*\.[a-z]{2,}(?:/\S*)?))$`)
	positionAfter = lazyregexp.New(`(?i)^(\S+(?: \S+){1,3}?),? (?:(?:` + ranks + `) ?(?:and |& )?)*(?:` + jobEnds + `)$`)
	positionRank  = lazyregexp.New(`(?i)(?:^|\s)(?:the|our|` + ranks + `)(?:\s|$)`)
)

// isPosition reports whether a part of a byline says what somebody is or whom
// the article was written for, and names nobody.
func isPosition(s string) bool {
	return positionEnd.MatchString(s) || positionStart.MatchString(s) || positionWords.MatchString(s)
}

// withoutPosition returns a name without the job that follows it without a
// comma, or the text itself where there is only a job.
func withoutPosition(s string) string {
	if !isPosition(s) {
		return s
	}
	if g := positionAfter.FindStringSubmatch(s); g != nil && !positionRank.MatchString(g[1]) {
		return g[1]
	}
	return s
}
