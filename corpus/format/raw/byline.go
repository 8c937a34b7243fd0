package raw

import (
	"strings"

	"parallax/corpus/lazyregexp"
)

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
