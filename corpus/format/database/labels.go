package database

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"parallax/corpus/lazyregexp"
)

// A nexisLine is one paragraph of an export of LexisNexis.
type nexisLine struct {
	text  string
	apart bool // it begins as labels do: in bold, or in capitals
	bold  bool // its first words are bold
}

// A nexisLabel says what a labelled paragraph holds.
type nexisLabel int

const (
	nexisText    nexisLabel = iota // no label
	nexisHead                      // a metadata line that comes before the text
	nexisTail                      // one that follows the text
	nexisWeak                      // the same, by a word that text can begin with, too
	nexisTitle                     //
	nexisByline                    //
	nexisDate                      // the day of publication, by a label
	nexisSummary                   // a standfirst: text
	nexisBody                      // the text begins here
	nexisLoaded                    // when the database received it: a tail
	nexisLanguage
	nexisAddress
	nexisCorrection // text, but not of the article as it was published
)

// nexisSpellings are the labels as LexisNexis spells them in the languages of
// its pages: English, German, French, Spanish, Italian, Portuguese, Dutch.
var nexisSpellings = sync.OnceValue(func() map[nexisLabel]string {
	return map[nexisLabel]string{
		nexisTitle:   `headline headlin kop titel überschrift schlagzeile titre titular titulo título titolo`,
		nexisByline:  `byline autor autoren verfasser auteur auteurs author authors autores autore autori autora`,
		nexisDate:    `date datum erscheinungsdatum publicatiedatum fecha fecha-de-publicación`,
		nexisSummary: `highlight encart zusammenfassung samenvatting resumen riassunto resumo`,
		nexisBody:    `body text tekst texte texto testo hauptteil volltext corps cuerpo corpo inhoud tekstgedeelte`,
		nexisHead: `section rubrik ressort rubrique seccion sección sezione seção secção sectie rubriek katern
		length länge longueur longitud extensión lunghezza comprimento lengte dateline datelin ort dagtekening
		series series-title edition ausgabe édition edición edizione edição editie page seite pagina página`,
		nexisLoaded: `load-date date-chargement date-de-chargement fecha-de-carga data-di-caricamento data-de-carregamento ladedatum laaddatum`,
		nexisTail: `graphic grafik graphique gráfico grafico grafiek afbeelding classification symbole-boursier secteur-activite
		localisation-geo publication-type pub-type type-publication type-de-publication publikationstyp publicatietype tipo-de-publicación
		tipo-di-pubblicazione tipo-de-publicação document-type journal-code zeitungs-code acc-no correction-date issn`,
		nexisWeak: `update subject sujet thema asunto onderwerp assunto soggetto company societe société unternehmen bedrijf organization organisation
		organisatie organización ticker industry branche geographic geographie city state country person personne personen people name
		distribution notes note category`,
		nexisLanguage:   `language sprache langue idioma lingua língua taal`,
		nexisAddress:    `url`,
		nexisCorrection: `correction berichtigung rectificatie correctif corrección`,
	}
})

var nexisLabels = sync.OnceValue(func() map[string]nexisLabel {
	m := make(map[string]nexisLabel)
	for label, names := range nexisSpellings() {
		for n := range strings.FieldsSeq(names) {
			m[n] = label
		}
	}
	return m
})

// lexisLabels returns a pattern of the labels of these kinds in capitals, at the
// beginning of a line.
func lexisLabels(kinds ...nexisLabel) *lazyregexp.Regexp {
	var names []string
	for _, k := range kinds {
		for n := range strings.FieldsSeq(nexisSpellings()[k]) {
			names = append(names, strings.ReplaceAll(regexp.QuoteMeta(strings.ToUpper(n)), "-", "[ -]"))
		}
	}
	slices.Sort(names)
	return lazyregexp.New(`(?m)^(?:` + strings.Join(names, "|") + `): `)
}

var labelled = lazyregexp.New(`^(\pL[\pL -]{1,24})(?::\s*|$)`)

// surely are the labels that no article has at the beginning of a paragraph, so
// that they count in any layout.
var surely = lazyregexp.New(`(?i)^(?:load-date:|date-chargement:|fecha-de-carga:|publication-type:|type-publication:|` +
	`(?:length|länge|longueur|longitud|lunghezza|comprimento|lengte):\s*\d+ (?:words|wörter|mots|palabras|parole|palavras|woorden))`)

// bareLabel is a label on a line of its own.
var bareLabel = lazyregexp.New(`^(?i:graphic|grafik|graphique|classification|notes|correction)$`)

// label returns what a paragraph is by its label, and what follows that.
func (l nexisLine) label() (nexisLabel, string) {
	text := strings.ReplaceAll(l.text, "\u00a0", " ")
	m := labelled.FindString(text)
	if m == "" || !l.apart && !surely.MatchString(text) || !strings.Contains(m, ":") && !bareLabel.MatchString(m) {
		return nexisText, l.text
	}
	name := strings.TrimRight(m, ": \n\t")
	return nexisLabels()[strings.ReplaceAll(strings.ToLower(name), " ", "-")], strings.TrimSpace(text[len(m):])
}

// inCapitals makes the line of a paragraph whose labels are in capitals.
func inCapitals(text string) nexisLine {
	m := strings.TrimRight(labelled.FindString(strings.ReplaceAll(text, "\u00a0", " ")), " \n")
	return nexisLine{text: text, apart: strings.HasSuffix(m, ":") && m == strings.ToUpper(m)}
}

// isHead reports whether a paragraph is a label above the text.
func (l nexisLine) isHead() bool {
	switch kind, _ := l.label(); kind {
	case nexisHead, nexisTitle, nexisByline, nexisDate, nexisSummary, nexisBody:
		return true
	}
	return false
}
