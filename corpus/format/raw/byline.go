package raw

import (
	"strings"

	"parallax/corpus/lazyregexp"
)

// Authors returns the names in a byline such as "By Ann Lee, Bo Cho and
// Cy Dee, Political Correspondent", without the agency, job, office or address
// beside them. A comma divides names only where each side has two words at
// least: "Lee, Ann" is one author.
func Authors(byline string) []string {
	var out []string
	byline = strings.TrimSpace(byline)
	if name := strings.TrimSpace(mailbox.ReplaceAllString(byline, "")); name != "" {
		byline = name
	}
	byline = fromLead.ReplaceAllString(byLead.ReplaceAllString(byline, "$1"), "$1")
	byline = agency.ReplaceAllString(byline, "")
	for _, part := range authorOr.Split(byline, -1) {
		part = strings.Trim(part, " ,\t\n")
		names := comma.Split(part, -1)
		all, kept := len(names), names[:0]
		for i, n := range names {
			if !isPosition(n) || i == 0 && withoutPosition(n) != "" && (all == 1 || !addressAlone.MatchString(n)) {
				kept = append(kept, n)
			}
		}
		if len(kept) < all {
			part = strings.Join(kept, ", ")
		}
		names = kept
		for _, n := range names {
			if len(strings.Fields(n)) < 2 {
				names = []string{part}
				break
			}
		}
		for _, n := range names {
			if n = withoutPosition(n); n != "" {
				out = append(out, n)
			}
		}
	}
	return out
}

var (
	byLead   = lazyregexp.New(`(?i)^by:?\s+|^(?:Von|Par|Por) (\p{Lu}\pL+ \p{Lu})`)
	fromLead = lazyregexp.New(`^(?:(?i:from|(?:exclusive|reported|written|reporting|story|text|words) by|text:|testo di|texto de|texte de)):? +(\p{Lu}[\pL.’'-]* \p{Lu})`)
	agency   = lazyregexp.New(`(?i)\s*(?:,|/|\()\s*(?:the )?(?:dpa|afp|ap|reuters|upi|ansa|efe|ntb|tt|apa|pa|associated press|agence france-presse|press association)\)?$`)
	authorOr = lazyregexp.New(`\s+(?:and|&|et|und)\s+|\s*;\s*|\s*\|\s*`)
	comma    = lazyregexp.New(`\s*,\s*(?:and\s+)?`)
	mailbox  = lazyregexp.New(`\s*[(<\[]?\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+[)>\]]?`)
)

// jobs are the words that end what somebody is, in the languages of the
// exports of databases; ranks are the words that can stand before them.
const (
	jobs = `correspondents?|reporters?|writers?|editors?|columnists?|contributors?|critics?|journalists?|photographers?|producers?|bureau chief|analyst|newsroom|news desk|` +
		`korrespondent(?:in)?|redakteur(?:in)?|journalist(?:in)?|reporterin|redaktion|mitarbeiter(?:in)?|` +
		`correspondante?|journaliste|rédact(?:eur|rice)|envoyée? spéciale?|reporter|` +
		`corresponsal|redactora?|periodista|enviad[oa] especial|corrispondente|redattore|redattrice|inviat[oa]|giornalista|` +
		`correspondente|jornalista|verslaggever|verslaggeefster|redacteur|medewerker`
	ranks = `chief|senior|staff|special|political|politics|foreign|diplomatic|defen[cs]e|economics?|business|financial|health|education|science|sports?|` +
		`environment|home affairs|crime|court|city|local|national|international|world|news|religion|transport|deputy|assistant|associate|managing|features?|` +
		`arts|technology|media|investigations?|investigative|royal|social affairs|legal|industry|consumer affairs|security|music|theat(?:re|er)|film|executive|contributing|general assignment`
)

var (
	positionEnd   = lazyregexp.New(`(?i)(?:^|\s)(?:` + jobs + `)$`)
	positionStart = lazyregexp.New(`(?i)^(?:(?:special|exclusive) (?:to|for) |(?:for|of|at) the |our |notre |nuestr[ao] |nostr[ao] |unser(?:e|em|er)? |onze |(?:` + jobs + `) (?:in|at|for|of|der|des|à|au|en|pour|de|para|da|bij|van) )`)
	positionWords = lazyregexp.New(`(?i)^(?:(?:and |other )?agencies|staff|news services?|wire (?:reports|services)|staff and agencies|agenturen|agences|agencias|redaktion)$`)
	addressAlone  = lazyregexp.New(`^(?:@\w+|(?:(?i:https?://|www\.)\S+|[\pL\pN-]+(?:\.[\pL\pN-]+)*\.[a-z]{2,}(?:/\S*)?))$`)
	positionAfter = lazyregexp.New(`(?i)^(\S+(?: \S+){1,3}?),? (?:(?:` + ranks + `) ?(?:and |& )?)*(?:` + jobs + `)$`)
)

// isPosition reports whether a part of a byline says what somebody is or whom
// the article was written for, and names nobody.
func isPosition(s string) bool {
	return positionEnd.MatchString(s) || positionStart.MatchString(s) || positionWords.MatchString(s) || addressAlone.MatchString(s)
}

// withoutPosition returns a name without the job that follows it without a
// comma, or "" where there is only a job.
func withoutPosition(s string) string {
	if !isPosition(s) || addressAlone.MatchString(s) {
		return s
	}
	if g := positionAfter.FindStringSubmatch(s); g != nil && !positionRank.MatchString(g[1]) {
		return g[1]
	}
	return ""
}

var positionRank = lazyregexp.New(`(?i)(?:^|\s)(?:the|our|` + ranks + `)(?:\s|$)`)

// WithoutOutlet returns the fields without the article's outlet among or beside
// its authors: "Ann Lee, The Herald", "Ann Lee / The Herald".
func WithoutOutlet(fields []Field) []Field {
	outlet := ""
	for _, f := range fields {
		if f.Name == Outlet {
			outlet = plainOutlet(f.Value)
			break
		}
	}
	if outlet == "" {
		return fields
	}
	out := fields[:0]
	for _, f := range fields {
		if f.Name == Author {
			if f.Value = beforeOutlet(f.Value, outlet); f.Value == "" {
				continue
			}
		}
		out = append(out, f)
	}
	return out
}

// beforeOutlet returns a name without the outlet after it.
func beforeOutlet(name, outlet string) string {
	words := strings.Fields(name)
	for i := range words {
		if plainOutlet(strings.Join(words[i:], " ")) == outlet {
			return strings.TrimRight(strings.Join(words[:i], " "), " /,;|·-–—")
		}
	}
	return name
}

var outletLead = lazyregexp.New(`^(?:(?:of|for|from|[/|·–—-]) )*(?:the )?`)

// plainOutlet returns an outlet as it is compared: "Of The Herald" is "herald".
func plainOutlet(name string) string {
	name, _, _ = strings.Cut(strings.ToLower(name), " (")
	return strings.TrimSpace(outletLead.ReplaceAllString(name, ""))
}
