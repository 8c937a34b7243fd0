package text

import (
	"strings"

	"parallax/corpus/format/raw"
	"parallax/corpus/format/record"
	"parallax/corpus/lazyregexp"
)

// Programs that keep clippings and notes (Readwise, Notion, Roam, Joplin) do
// not write front matter but lines below the headline:
//
//	# Bridge closed
//
//	Author:: [[Ann Lee]]
//	Source: https://herald.example/bridge

var (
	keyLine     = lazyregexp.New(`^(?:[-*+] )?(?:\*\*|__)?(\pL[\pL _-]{1,30})(?:\*\*|__)?(::?)(?:\*\*|__)?(?:\s+(\S.{0,400}))?$`)
	pictureLine = lazyregexp.New(`^!\[[^\]]*\]\([^()\s]*\)$`)
	addressIn   = lazyregexp.New(`https?://[^\s<>()\[\]]+(?:\([^\s()]*\))?[^\s<>()\[\]]*`)
)

// splitKeyLines divides the body of a Markdown file into what the lines of
// keys and values at its top say and the rest. They are taken for such lines
// only when they are all there is of their paragraph, one has a key of
// spellings, and they cannot be prose: there are two, or an address is among
// them, or a double colon.
func splitKeyLines(body string) ([]raw.Field, string) {
	var before strings.Builder // the headline and what else may be above
	rest := body
	for {
		line, next := raw.CutLine(rest)
		plain := strings.TrimSpace(line)
		if plain == "" && next == "" {
			return nil, body
		}
		if isBeside(plain) {
			rest = next
			continue
		}
		if plain != "" && !strings.HasPrefix(plain, "# ") {
			break
		}
		before.WriteString(line + "\n")
		rest = next
	}
	var names, cells []string
	sure := false
	for rest != "" {
		line, next := raw.CutLine(rest)
		if strings.TrimSpace(line) == "" {
			break
		}
		if !strings.Contains(line, ":") {
			return nil, body // nearly always: prose
		}
		g := keyLine.FindStringSubmatch(strings.TrimRight(line, " \t"))
		if g == nil {
			return nil, body
		}
		names, cells = append(names, g[1]), append(cells, plainCell(g[3]))
		sure = sure || g[2] == "::" || addressIn.MatchString(g[3])
		rest = next
	}
	rec := record.NewColumns(names)
	rec.Cells = cells
	fields := record.FieldsOf(rec, "line")
	if len(fields) == 0 || !sure && len(names) < 2 {
		return nil, body
	}
	if line, next := raw.CutLine(strings.TrimLeft(rest, "\r\n")); strings.HasPrefix(line, "#") && isBeside(line) {
		rest = next
	}
	return fields, before.String() + rest
}

// isBeside reports whether a line is a heading of such lines, or a picture.
func isBeside(line string) bool {
	switch strings.ToLower(strings.TrimLeft(line, "#")) {
	case " metadata", " properties", " full document":
		return line[0] == '#'
	}
	return strings.HasPrefix(line, "![") && pictureLine.MatchString(line)
}

// plainCell returns a value without its markup; of a link, the address when
// the link shows little else.
func plainCell(v string) string {
	if u := addressIn.FindString(v); u != "" && (strings.HasPrefix(v, "<") || strings.HasPrefix(v, "[") && !strings.HasPrefix(v, "[[") || v == u) {
		return u
	}
	return strings.TrimSpace(plainInline(v))
}
