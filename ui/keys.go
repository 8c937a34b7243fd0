package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// An action is what a key asks for.
type action uint8

const (
	noAction action = iota
	lineDown
	lineUp
	pageDown
	pageUp
	toStart
	toEnd
	nextDifference
	prevDifference
	nextConflict
	prevConflict
	nextOnly
	prevOnly
	nextPair
	prevPair
	swapSides
	changeView
	toggleFurniture
	exportText
	toggleMouse
	toggleHelp
	suspend
	quit
)

// A topic is a heading of the help screen with its keys.
type topic struct {
	name string
	keys []command
}

// A command is an action with the keys that ask for it and its help.
type command struct {
	key.Binding
	do action
}

// bind makes a command. shown is how people write the keys, one word a key.
func bind(do action, help, shown string, keys ...string) command {
	return command{key.NewBinding(key.WithKeys(keys...), key.WithHelp(shown, help)), do}
}

// topics is every key of the reader. Key presses, the help screen, the hint
// line and the README's table are all made from it.
var topics = []topic{
	{"Moving", []command{
		bind(lineDown, "one line down", "j ↓", "j", "down"),
		bind(lineUp, "one line up", "k ↑", "k", "up"),
		bind(pageDown, "one page down", "space pgdn", "space", "pgdown"),
		bind(pageUp, "one page up", "b pgup", "b", "pgup"),
		bind(toStart, "to the start", "g home", "g", "home"),
		bind(toEnd, "to the end", "G end", "G", "end"),
	}},
	{"Comparing", []command{
		bind(nextDifference, "next difference", "d", "d"),
		bind(prevDifference, "previous difference", "D", "D"),
		bind(nextConflict, "next conflict", "c", "c"),
		bind(prevConflict, "previous conflict", "C", "C"),
		bind(nextOnly, "next sentence that only one article has", "o", "o"),
		bind(prevOnly, "previous sentence that only one article has", "O", "O"),
	}},
	{"Choosing", []command{
		bind(nextPair, "next pair of articles", "] →", "]", "right"),
		bind(prevPair, "previous pair of articles", "[ ←", "[", "left"),
		bind(swapSides, "swap the two sides", "x", "x"),
	}},
	{"Showing", []command{
		bind(changeView, "two panes or one column", "v", "v"),
		bind(toggleFurniture, "show or fold the lines of the page that are not the article", "f", "f"),
		bind(toggleMouse, "release the mouse for selecting text, or take it back", "M", "M"),
	}},
	{"Program", []command{
		bind(exportText, "write this comparison to a text file", "e", "e"),
		bind(toggleHelp, "this help", "?", "?"),
		bind(suspend, "suspend", "ctrl+z", "ctrl+z"),
		bind(quit, "quit", "q ctrl+c", "q", "ctrl+c"),
	}},
}

// actionOf returns what a key press asks for.
func actionOf(k tea.KeyPressMsg) action {
	for _, t := range topics {
		for _, c := range t.keys {
			if key.Matches(k, c.Binding) {
				return c.do
			}
		}
	}
	return noAction
}

// keyOf returns the first key of an action as people write it.
func keyOf(do action) string {
	for _, t := range topics {
		for _, c := range t.keys {
			if c.do == do {
				first, _, _ := strings.Cut(c.Help().Key, " ")
				return first
			}
		}
	}
	return ""
}

// KeyTable returns the keys of the reader as a Markdown table, one row an
// action, for the README.
func KeyTable() string {
	var b strings.Builder
	b.WriteString("| keys | what they do |\n| --- | --- |\n")
	for _, t := range topics {
		for _, c := range t.keys {
			b.WriteString("| ")
			for i, k := range strings.Fields(c.Help().Key) {
				if i > 0 {
					b.WriteString(" ")
				}
				b.WriteString("`" + k + "`")
			}
			b.WriteString(" | " + c.Help().Desc + " |\n")
		}
	}
	return b.String()
}
