package explain

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
	"parallax/diffview"
	"parallax/ui/hyperlink"
	"parallax/ui/keys"
	"parallax/ui/label"
	"parallax/ui/look"
	"parallax/ui/page"
	"parallax/ui/screen"
	"parallax/ui/session"
)

// Particulars are all that is known of the sentence that is read, in full: the
// line below the text has room for the beginning of it. Below the sentence: the
// reasons of its conflicts, the matches with their scores and what speaks for
// them, whom it quotes, and where both articles come from.
type particulars struct {
	screen.Canvas
	told  []particular
	whole []string // all lines
	first int      // the first that is shown
}

// A particular is a line of them: what it is about, and what it says.
type particular struct {
	name string
	says look.Piece
}

// linksMsg brings where the paths and addresses of articles lead, by their text as
// it is shown.
type linksMsg map[string]string

// Links brings where the paths and addresses of articles lead, for the particulars.
// Whether a file exists is looked up on the disk.
func Links(articles [2]*corpus.Article) tea.Msg {
	links := make(linksMsg)
	for _, a := range articles {
		links[corpus.Printable(a.Path)] = hyperlink.File(a.File)
		links[corpus.Printable(a.Meta.URL.Value)] = hyperlink.Web(a.Meta.URL.Value)
	}
	return links
}

// NewParticulars returns the screen of what is known of a sentence; the conflict
// that was jumped to, or -1, comes first.
func NewParticulars(p *page.Page, c session.Cursor, first int) screen.Screen {
	return &particulars{told: particularsOf(p, c, first)}
}

// particularsOf lists what is known of a sentence.
func particularsOf(p *page.Page, c session.Cursor, first int) (told []particular) {
	add := func(name string, says look.Part, text string) {
		told = append(told, particular{name, says.Of(text)})
	}
	for _, reason := range Reasons(p, c, first) {
		add("conflict", look.Wording, reason)
	}
	partners := p.Partners(c)
	for _, k := range partners {
		link := p.Links[k.Link]
		add("match", look.Plain, matchWords(p, c, k))
		if p.Exact == nil {
			add("score", look.Plain, fmt.Sprintf("%.2f%s: %s", link.Score, map[bool]string{false: ", unsure"}[link.Sure], p.Why(k.Link)))
		}
	}
	if rel := p.Rows[p.Extent(c).Row].Relation; !rel.Compared() {
		add("match", look.Plain, relations()[rel])
	} else if len(partners) == 0 {
		add("match", look.Plain, "no sentence of "+p.NameOf(c.Side.Other())+" was found that reports this; some are not noticed")
	}
	if changed := p.CountChanges(p.ChangesIn(c.Side, c.Sentence)); changed != "" {
		add("changed", look.Plain, changed)
	}
	if q := quotes(p, c); q != "" {
		add("quotation", look.Plain, q)
	}
	for _, side := range []diffview.Side{c.Side, c.Side.Other()} {
		for _, line := range sourceOf(p.Articles[side]) {
			add(map[bool]string{true: "here", false: "there"}[side == c.Side], look.Quiet, line)
		}
	}
	return told
}

// matchWords says which sentence of the other article a match is with.
func matchWords(p *page.Page, c session.Cursor, k session.Companion) string {
	a := p.Articles[k.Side]
	return fmt.Sprintf("%s here, %s there: %s", label.Ordinal(p.Numbers[c.Side][c.Sentence]), label.Ordinal(p.Numbers[k.Side][k.Sentence]),
		corpus.Printable(a.Sentences[k.Sentence].Of(a.Text)))
}

// sourceOf returns where an article comes from: who published it and when, its
// file, its address.
func sourceOf(a *corpus.Article) []string {
	lines := []string{label.Outlet(a) + label.Date(a), corpus.Printable(a.Path)}
	if a.Meta.URL.Value != "" {
		lines = append(lines, corpus.Printable(a.Meta.URL.Value))
	}
	return lines
}

func (d *particulars) Name() string { return "particulars" }

func (d *particulars) Hints() []keys.Hint {
	return []keys.Hint{keys.PageDown.To("page"), keys.OpenAddress.To("open the address"), keys.Cancel.To("close")}
}

func (d *particulars) Lines() []string {
	return d.whole[d.first:min(len(d.whole), d.first+d.room())]
}

// room returns how many lines are shown: half of the screen where it is high.
func (d *particulars) room() int {
	if d.Height >= 20 {
		return min(len(d.whole), d.Height/2)
	}
	return min(len(d.whole), d.Height)
}

func (d *particulars) Fit(c screen.Canvas) {
	d.Canvas = c
	d.whole = []string{d.Compose(d.Width, false, look.Quiet.Of(screen.Rule(d.Width)))}
	was := ""
	for _, t := range d.told {
		if t.name == was {
			t.name = ""
		} else {
			was = t.name
		}
		d.whole = append(d.whole, d.Wrapped(particularsName, look.Quiet.Of(t.name), []look.Piece{t.says})...)
	}
	d.scroll(0)
}

// particularsName is the cells that the names of particulars have.
const particularsName = 11

func (d *particulars) scroll(by int) {
	d.first = max(0, min(d.first+by, len(d.whole)-d.room()))
}

func (d *particulars) Update(msg tea.Msg) (screen.Screen, screen.Request) {
	switch msg := msg.(type) {
	case linksMsg:
		for i := range d.told {
			if says := &d.told[i].says; says.Part == look.Quiet {
				says.Link = msg[says.Text]
			}
		}
		d.Fit(d.Canvas)
	case tea.MouseWheelMsg:
		d.scroll(screen.Notch(msg.Button))
	case tea.KeyPressMsg:
		switch do := d.Keys.ActionOf(keys.InHelp, msg); do {
		case keys.ListDown, keys.LineDown:
			d.scroll(1)
		case keys.ListUp, keys.LineUp:
			d.scroll(-1)
		case keys.PageDown:
			d.scroll(max(1, d.room()-1))
		case keys.PageUp:
			d.scroll(1 - d.room())
		case keys.OpenAddress:
			return d, screen.Perform(do)
		case keys.Cancel, keys.Accept:
			return nil, nil
		case keys.Quit:
			return d, screen.Perform(do)
		default:
			// Any other key closes it and is then the page's: one reads on.
			if do := d.Keys.ActionOf(keys.OnPage, msg); do == keys.OpenParticulars {
				return nil, nil
			} else if !slices.Contains([]keys.Action{"", keys.Suspend}, do) {
				return nil, screen.Perform(do)
			}
		}
	}
	return d, nil
}
