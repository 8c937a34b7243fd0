// Package licenses holds the licences of everything that is in the program:
// its own, the modules it is linked with, the Go library, the tables of the
// lexicon.
package licenses

import _ "embed"

// All is the text of the licences, each below the names and versions of what it
// is for. “go generate ./ui/licenses” makes it anew after go.mod has changed.
//
//go:generate go run ./gen -o licenses.txt
//go:embed licenses.txt
var All string
