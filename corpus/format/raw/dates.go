package raw

import (
	"strings"

	"parallax/corpus/lazyregexp"
)

const (
	dayMonthYear = `\d{4}-\d{2}-\d{2}` +
		`|\d{4} ?[年년] ?\d{1,2} ?[月월] ?\d{1,2} ?[日일]` +
		`|\d{1,2}(?:er|st|nd|rd|th|\.)? (?:de |of )?\pL{3,10}\.?,? (?:de )?\d{4}` +
		`|\pL{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}` +
		`|\d{1,2}[./]\d{1,2}[./]\d{4}`
	// weekdayWord is a day of the week by its ending, in seven languages.
	weekdayWord = `\pL{2,8}(?:day|tag|woch|abend|dag|di|dì|che|nes|tes|les|ves|ado|ato|ngo|nica|feira)`
	timeOfDay   = `(?:,? ` + weekdayWord + `\b)?(?:,? \d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M\b)?(?: [A-Z]{2,5}\b)?)?`
)

var (
	exportDate      = lazyregexp.New(`(?i)\b(?:` + dayMonthYear + `)`)
	exportDateFirst = lazyregexp.New(`(?i)^(?:` + weekdayWord + `\.?,? )?(?:` + dayMonthYear + `)` + timeOfDay)
)

// DateIn returns the date found anywhere in a header line of an export, as
// written there, or "".
func DateIn(line string) string { return exportDate.FindString(OneLine(line)) }

// DateFirst returns the date that a line begins with, with the weekday and the
// time of day beside it, or "". What may follow is the edition.
func DateFirst(line string) string {
	first, _ := CutLine(strings.TrimSpace(line))
	return exportDateFirst.FindString(OneLine(first))
}

var MonthOnly = lazyregexp.New(`^(?:\pL{3,10}[ /–-]{1,3})?\pL{3,10}\.?,? (?:1[6-9]|20)\d{2}$`)
