package manual

import (
	"fmt"
	"strings"
)

// A page collects lines of roff, in the macros of man(7). They are plain ASCII,
// whatever the text: every reader of man pages shows them alike.
type page struct{ strings.Builder }

// macro writes a line that begins with a macro. Arguments are text: nothing in
// them is acted upon.
func (p *page) macro(name string, args ...string) {
	p.WriteString("." + name)
	for _, a := range args {
		p.WriteString(` "` + escape(a) + `"`)
	}
	p.WriteByte('\n')
}

// request writes a line that asks roff for something, as it stands.
func (p *page) request(line string) { p.WriteString("." + line + "\n") }

// heading begins a section.
func (p *page) heading(name string) { p.macro("SH", name) }

// text writes paragraphs, which are parted by empty lines.
func (p *page) text(s string) {
	for i, paragraph := range strings.Split(strings.TrimSpace(s), "\n\n") {
		if i > 0 {
			p.macro("PP")
		}
		p.line(strings.Join(strings.Fields(paragraph), " "))
	}
}

// item writes a term, in bold, with its explanation indented below or, where it
// is short, next to it.
func (p *page) item(term, says string) {
	p.macro("TP", "12")
	p.macro("B", term)
	p.line(says)
}

// verbatim writes lines as they are, indented.
func (p *page) verbatim(lines string) {
	p.macro("PP")
	p.macro("RS", "4")
	p.request("nf")
	for line := range strings.Lines(lines) {
		p.line(strings.TrimRight(line, "\n"))
	}
	p.request("fi")
	p.macro("RE")
}

// line writes one line of text, which is never taken for a macro.
func (p *page) line(s string) {
	if strings.HasPrefix(s, ".") || strings.HasPrefix(s, "'") {
		p.WriteString(`\&`)
	}
	p.WriteString(escape(s))
	p.WriteByte('\n')
}

// escapes are the characters that roff would act upon, or print as other ones:
// a hyphen for a minus sign, curved quotation marks for straight ones.
var escapes = map[rune]string{'\\': `\e`, '-': `\-`, '\'': `\(aq`, '"': `\(dq`, '`': `\(ga`, '^': `\(ha`, '~': `\(ti`}

// escape returns a text as roff prints it. Control characters are left out.
func escape(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch own, ok := escapes[r]; {
		case ok:
			b.WriteString(own)
		case r >= ' ' && r <= '~':
			b.WriteRune(r)
		case r >= 0xa0:
			fmt.Fprintf(&b, `\[u%04X]`, r)
		}
	}
	return b.String()
}
