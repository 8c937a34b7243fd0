package office

import (
	"slices"

	"parallax/corpus/format/raw"
)

// topParagraphs is how many paragraphs can be around the headline: title,
// byline, date, and once more the title.
const topParagraphs = 8

// onceAtTop returns the paragraphs of a document without those at its top that
// were said there before: word processors and books print the title on a page
// or in a style of its own, and again above the text.
func onceAtTop(all []string) []string {
	top := min(len(all), topParagraphs)
	var out []string
	for _, p := range all[:top] {
		if !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	return append(out, all[top:]...)
}

// saidInFields returns the paragraphs at the top of a document that are, word
// for word, its author, date or outlet: no part of the article's prose.
func saidInFields(all []string, fields []raw.Field) []string {
	var out []string
	for _, p := range all[:min(len(all), topParagraphs)] {
		if slices.ContainsFunc(fields, func(f raw.Field) bool {
			return f.Value == p && (f.Name == raw.Author || f.Name == raw.Published || f.Name == raw.Outlet)
		}) {
			out = append(out, p)
		}
	}
	return out
}
