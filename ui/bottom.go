package ui

import (
	"strings"

	"parallax/diffview/layout"
	"parallax/ui/cell"
	"parallax/ui/keys"
	"parallax/ui/screen"
)

// bottom returns the last line: the keys that do something here, the legend
// as far as there is room for it, and the way to help.
func (m *model) bottom() string {
	help := m.Keys.KeyOf(keys.ToggleHelp) + " help"
	width := max(0, m.Width-2*m.chrome.Indent-cell.Width(m.Method, help))
	pieces := []piece{plain.Of(strings.Repeat(" ", m.chrome.Indent))}
	used := 0
	// add adds pieces when they fit a width, whole.
	add := func(width int, entry ...piece) bool {
		w := m.Length(entry)
		if used+w+1 > width {
			return false
		}
		used += w
		pieces = append(pieces, entry...)
		return true
	}
	legend := m.legend()
	if m.greeted {
		// The keys leave room for the marks, if some are left then.
		room := width - m.Length(legend[0])
		if room < roomForKeys {
			room = width
		}
		for _, h := range m.keysHere() {
			if m.Keys.KeyOf(h.Do) == "" {
				continue
			}
			if !add(room, append(m.Named(room, h), plain.Of(screen.HintGap))...) {
				break
			}
		}
	}
	for _, group := range legend {
		if !add(width, group...) {
			break
		}
	}
	gap := strings.Repeat(" ", max(0, width-used))
	return m.Compose(m.Width, false, append(pieces, plain.Of(gap), quiet.Of(help).Doing(string(keys.ToggleHelp)))...)
}

// roomForKeys is the least cells that the keys have of the last line.
const roomForKeys = 40

// keysHere names the keys that do something at the current sentence, the
// weightiest first.
func (m *model) keysHere() []keys.Hint {
	p := m.viewport.Page
	if p == nil || m.viewport.Empty() {
		return nil
	}
	c := m.viewport.Cursor
	row := p.Rows[m.viewport.Current()]
	partners := p.Partners(c)
	var hints []keys.Hint
	switch {
	case row.Folded:
		hints = append(hints, keys.ToPartner.To("open"), keys.FoldAgreed.To("open all"))
	case row.Relation == layout.Furniture:
		hints = append(hints, keys.ToggleFurniture.To(map[bool]string{true: "fold", false: "show"}[m.furniture]))
	case m.words.on:
		hints = append(hints, keys.ShowWords.To("next words"), keys.Cancel.To("done"))
	case len(partners) > 0:
		hints = append(hints, keys.ToPartner.To("partner"), keys.OpenParticulars.To("why"), keys.ShowWords.To("words"))
	}
	if m.words.on {
		return hints
	}
	if p.CountConflicts() > 0 {
		hints = append(hints, keys.NextConflict.To("conflict"))
	}
	hints = append(hints, keys.NextDifference.To("difference"), keys.NextOnly.To("only here"), keys.NextPair.To("pair"))
	if m.agreed && !row.Folded {
		hints = append(hints, keys.FoldAgreed.To("show all"))
	}
	return append(hints, keys.ChangeView.To("view"))
}

// legend names the marks and then the signs, each group whole or not at all.
func (m *model) legend() [][]piece {
	marks := []piece{agree.Of("both say it"), plain.Of("  "), detail.Of("only one says it"),
		plain.Of("  "), wording.Of("other words"), plain.Of("  "), conflict.Of("conflict")}
	if p := m.viewport.Page; p != nil && p.Revision {
		marks[0], marks[2] = plain.Of("the same"), added.Of("only in one version")
	}
	groups := [][]piece{marks}
	for i, r := range []layout.Relation{layout.Same, layout.Similar, layout.Conflict, layout.Unsure, layout.OnlyLeft} {
		mark, said := r.Sign(), [...]string{" same", " alike", " conflict", " unsure", " only here"}[i]
		if r == layout.OnlyLeft {
			mark += " " + layout.OnlyRight.Sign()
		}
		space := "  "
		if i == 0 {
			space = "   "
		}
		groups = append(groups, []piece{plain.Of(space), sign.Of(mark), quiet.Of(said)})
	}
	return groups
}
