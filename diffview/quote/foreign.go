package quote

import "parallax/diffview/lexicon"

// Who speaks in other languages, as far as the order of the words is that of
// English: a verb of speech with its subject right after it or before it, as in
// „…“, sagte Ann Lund and « … », a déclaré la maire Ann Lund.

// foreignSpeech are the verbs of speech of German, French, Spanish, Italian,
// Portuguese, Dutch, Swedish, Norwegian and Danish news. None is an English word.
const foreignSpeech = `sagte sagten sagt erklärte erklärt betonte betont meinte meint kritisierte warnte ergänzte berichtete versicherte kommentierte twitterte
	dit déclaré déclare affirmé affirme expliqué explique ajouté ajoute assuré assure indiqué indique précisé souligné souligne estimé estime confié raconté raconte commenté dénoncé
	dijo dice declaró afirmó afirma aseguró asegura explicó explica señaló añadió agregó indicó manifestó sostuvo comentó advirtió expresó
	detto dichiarato dichiara affermato afferma spiegato spiega aggiunto aggiunge commentato sottolineato
	disse afirmou declarou explicou acrescentou contou destacou ressaltou
	zei zegt verklaarde vertelde vertelt benadrukte voegde
	säger sade berättar förklarar konstaterar skriver sier forteller uttalte understreker siger sagde fortæller udtaler`

// foreignAuxiliaries stand before a participle of speech: "a déclaré", "ha detto".
var foreignAuxiliaries = lexicon.WordSet("a ha hat har heeft")

// foreignStop reports whether token t ends the phrase after a foreign verb of
// speech, which begins at from: a small word of the genitive or of place, unless
// it is part of a name ("Ursula von der Leyen").
func (q *Doc) foreignStop(from, t int) bool {
	if t == from || from == 0 || !foreignVerbs.Has(q.Tokens[from-1].Text) || !foreignStops.Has(q.Tokens[t].Text) {
		return false
	}
	for _, m := range q.mentionsIn(from, t+subjectReach) {
		if m.First < t && t < m.Last {
			return false
		}
	}
	return true
}

var (
	foreignVerbs = lexicon.WordSet(foreignSpeech)
	foreignStops = lexicon.WordSet(`des der dem von vom am im bei aus beim nach zu zum zur über gegenüber de du d'un aux au dans à lors après sur en al el del durante tras
		di della dello dei alla nel da do na no em ao van aan bij tijdens av til för på om och og et y e devant
		montag dienstag mittwoch donnerstag freitag samstag sonntag jeudi lundi mardi mercredi vendredi samedi dimanche`)
)
