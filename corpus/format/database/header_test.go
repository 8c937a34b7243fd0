package database

import (
	"slices"
	"testing"
)

// A line of an archive with an outlet and a date is one however the date is
// written, and most lines of prose are none.
func TestPressHeaders(t *testing.T) {
	for line, want := range map[string][]string{
		"Lorner Zeitung vom 3. März 2026":                             {"Lorner Zeitung", "3. März 2026"},
		"Lorner Zeitung vom Dienstag, dem 3. März 2026, S. 4":         {"Lorner Zeitung", "3. März 2026"},
		"Lorner Zeitung, 03.03.2026":                                  {"Lorner Zeitung", "03.03.2026"},
		"Lorner Zeitung,3.3.2026":                                     nil,
		"Lorner Zeitung vom Dienstag,3.3.2026 14:30 Uhr":              {"Lorner Zeitung", "3.3.2026"},
		"„Lorner Zeitung“ Nr. 52/2026 vom 3.März 2026 Seite: 7":       {"Lorner Zeitung", "3.März 2026"},
		"“Lorner Zeitung”, vom 31.12.2026":                            {"Lorner Zeitung", "31.12.2026"},
		"Lorner Zeitung vom März 2026":                                nil,
		"Lorner Zeitung, 3. März":                                     nil,
		"Die Fähre kostet 4.85 Kronen, seit 2026 auch für Kinder":     nil,
		"Am 3. März 2026 lag die Fähre im Dock, sagte der Hafen 2027": nil,
	} {
		if got := isPressHeader(line); !slices.Equal(got, want) {
			t.Errorf("%q is read as %q, want %q", line, got, want)
		}
	}
}

// A line of an archive begins with one of its labels.
func TestPressLines(t *testing.T) {
	for line, want := range map[string][2]string{
		"Quelle: Lorner Zeitung": {"quelle", "Lorner Zeitung"}, "DATUM : 3.3.2026": {"datum", "3.3.2026"}, "Titel:": {"titel", ""}, "Seite:\t 4": {"seite", "4"},
		"Quelle:Lorner Zeitung": {}, "Die Quelle: unbekannt": {}, "Quelle": {}, ": Quelle": {}, "Quelle ist: unbekannt": {}, "": {},
	} {
		if name, value := pressLine(line); [2]string{name, value} != want {
			t.Errorf("%q is read as %q with %q, want %q", line, name, value, want)
		}
	}
}
