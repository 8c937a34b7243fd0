package screen

import (
	tea "charm.land/bubbletea/v2"

	"parallax/diffview"
	"parallax/diffview/coverage"
	"parallax/ui/keys"
	"parallax/ui/session"
)

// A Request is what a screen asks of the reader. It is carried out in the Update
// that it was made in: a command that brought it as a message would arrive after
// the keys that were typed ahead. The commands that it returns are effects only:
// what reads, writes, compares or waits.
type Request func(Reader) tea.Cmd

// A Reader is what screens are over, as far as they can ask it for something.
type Reader interface {
	// Say says something in the line below the text, until the next key.
	Say(text string)
	// Perform does what the key of an action does on the page.
	Perform(do keys.Action) tea.Cmd
	// OpenPair closes all screens and reads a pair, at a sentence of it when at
	// is not nil; back is a screen to come back to, or nil.
	OpenPair(p session.Pair, at *session.Cursor, back Screen) tea.Cmd
	// AtConflict points out the conflict that a pair was opened at, as a jump to it
	// would: the one whose words begin at a byte of the article that is read.
	AtConflict(start int)
	// Survey asks for the figures of pairs, in their order, in place of those
	// that were asked for before.
	Survey(pairs []session.Pair) tea.Cmd
}

// Effect asks for a command to be run; nil for none.
func Effect(cmd tea.Cmd) Request {
	if cmd == nil {
		return nil
	}
	return func(Reader) tea.Cmd { return cmd }
}

// Say says something.
func Say(text string) Request {
	return func(r Reader) tea.Cmd {
		r.Say(text)
		return nil
	}
}

// Perform does what the key of an action would.
func Perform(do keys.Action) Request {
	return func(r Reader) tea.Cmd { return r.Perform(do) }
}

// OpenPair closes all screens and reads a pair.
func OpenPair(p session.Pair, at *session.Cursor) Request {
	return func(r Reader) tea.Cmd { return r.OpenPair(p, at, nil) }
}

// OpenPairFrom does so, and keeps the screen to come back to.
func OpenPairFrom(from Screen, p session.Pair, at *session.Cursor) Request {
	return func(r Reader) tea.Cmd { return r.OpenPair(p, at, from) }
}

// OpenConflict reads a pair at a conflict between its articles, and keeps the screen
// to come back to.
func OpenConflict(from Screen, p session.Pair, k coverage.Clash) Request {
	return func(r Reader) tea.Cmd {
		cmd := r.OpenPair(p, &session.Cursor{Side: diffview.Left, Sentence: k.Sentences[diffview.Left]}, from)
		r.AtConflict(k.Spans[diffview.Left].Start)
		return cmd
	}
}

// Survey asks for the figures of pairs; nil for none any more.
func Survey(pairs []session.Pair) Request {
	return func(r Reader) tea.Cmd { return r.Survey(pairs) }
}
