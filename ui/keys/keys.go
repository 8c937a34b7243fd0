// Package keys is which key asks for what, and where: the table of all actions
// with their help (table.go), the map that key presses are looked up in, and how
// keys are written and named. Key presses, the help screen, hints, the palette,
// the configuration, the man page and the README's table are all made from it.
// What an action does is its caller's.
package keys

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// An Action names what a key asks for, as the configuration and the palette
// name it.
type Action string

// A Mode is where a key is pressed.
type Mode uint8

const (
	OnPage  Mode = 1 << iota // two articles, and nothing over them
	InHelp                   // a text that is only scrolled
	InList                   // a list, where letters are typed
	InForm                   // a dialogue of several rows
	InTable                  // a table, where letters are typed and one goes to the side as well
	InStory                  // the page of a story, where no letters are typed
)

// A Command is an action with its help and the keys that ask for it.
type Command struct {
	Action Action
	Help   string
	Where  Mode
	Keys   []string // as Bubble Tea names them; the first is the one hints show
}

// A Hint is a key with what it does here, in a word or two.
type Hint struct {
	Do  Action
	Say string
}

// To returns the hint that the key of an action does something.
func (do Action) To(say string) Hint { return Hint{do, say} }

// A Topic is a heading of the help screen with its commands.
type Topic struct {
	Name     string
	Commands []Command
}

// Over returns the screens over the page that a topic is about: those in which its
// keys are pressed, if few of them are on the page.
func (t Topic) Over() (all Mode) {
	onPage := 0
	for _, c := range t.Commands {
		if c.Where&OnPage != 0 {
			onPage++
		} else {
			all |= c.Where
		}
	}
	if onPage > len(t.Commands)/2 {
		return 0
	}
	return all
}

// A Map is every key of the reader, by topic. Key presses, the help screen,
// hints, the palette and the README's table are all made from it.
type Map struct {
	Topics  []Topic
	pressed map[press]*Command
	named   map[Action]*Command
}

// A press is a key where it is pressed.
type press struct {
	where Mode
	key   string
}

// New returns the keys as they are without a configuration.
func New() *Map {
	k := &Map{Topics: topics()}
	if err := k.index(); err != nil {
		panic(err) // a key twice in the table; any test finds it
	}
	return k
}

// index looks up the table once, so that a key press need not.
func (k *Map) index() error {
	k.pressed, k.named = make(map[press]*Command), make(map[Action]*Command)
	for _, t := range k.Topics {
		for i := range t.Commands {
			c := &t.Commands[i]
			k.named[c.Action] = c
			for _, key := range c.Keys {
				for _, where := range []Mode{OnPage, InHelp, InList, InForm, InTable, InStory} {
					if c.Where&where == 0 {
						continue
					}
					if other := k.pressed[press{where, key}]; other != nil {
						return &Collision{key, other.Action, c.Action}
					}
					k.pressed[press{where, key}] = c
				}
			}
		}
	}
	return nil
}

// A Collision is a key that would do two things in one place.
type Collision struct {
	key           string
	First, Second Action
}

func (c *Collision) Error() string {
	return fmt.Sprintf("the key %q is bound to both %s and %s", c.key, c.First, c.Second)
}

// Rebind gives actions other keys than they have: for each the keys as Bubble
// Tea names them ("ctrl+n", "space", "G"), none to leave it without. It fails,
// and changes nothing, when no action has the name or one key would do two
// things in one place.
func (k *Map) Rebind(keys map[Action][]string) error {
	changed := &Map{Topics: slices.Clone(k.Topics)}
	for name := range keys {
		if k.named[name] == nil {
			return fmt.Errorf("unknown action %q; the help lists each with its keys", name)
		}
	}
	for i := range changed.Topics {
		t := &changed.Topics[i]
		t.Commands = slices.Clone(t.Commands)
		for n := range t.Commands {
			if own, ok := keys[t.Commands[n].Action]; ok {
				t.Commands[n].Keys = own
			}
		}
	}
	if err := changed.index(); err != nil {
		return err
	}
	*k = *changed
	return nil
}

// Command returns the command of an action, nil when there is none.
func (k *Map) Command(do Action) *Command { return k.named[do] }

// ActionOf returns what a key press asks for in a place, "" for nothing.
func (k *Map) ActionOf(where Mode, msg tea.KeyPressMsg) Action {
	if c := k.pressed[press{where, msg.String()}]; c != nil {
		return c.Action
	}
	return ""
}

// ControlOf returns the same where letters are typed: what types one is typed,
// whatever the letter does elsewhere.
func (k *Map) ControlOf(where Mode, msg tea.KeyPressMsg) Action {
	if msg.Text != "" {
		return ""
	}
	return k.ActionOf(where, msg)
}

// KeyOf returns the first key of an action as people write it, "" when it has
// none.
func (k *Map) KeyOf(do Action) string {
	if c := k.named[do]; c != nil && len(c.Keys) > 0 {
		return written(c.Keys[0])
	}
	return ""
}

// written returns a key as people write it.
func written(key string) string {
	switch key {
	case "up":
		return "↑"
	case "down":
		return "↓"
	case "left":
		return "←"
	case "right":
		return "→"
	case "pgdown":
		return "pgdn"
	}
	return key
}

// Shown returns the keys of a command as people write them.
func (c *Command) Shown() string {
	all := make([]string, len(c.Keys))
	for i, k := range c.Keys {
		all[i] = written(k)
	}
	return strings.Replace(strings.Join(all, " "), "1 2 3 4 5 6 7 8 9", "1–9", 1)
}

// Rows returns the keys of the reader, an action a row: its topic, its keys,
// and what it does.
func Rows() (rows [][3]string) {
	for _, t := range New().Topics {
		for _, c := range t.Commands {
			if len(c.Keys) > 0 {
				rows = append(rows, [3]string{t.Name, c.Shown(), c.Help})
			}
		}
	}
	return rows
}

// Table returns them as a Markdown table, for the README.
func Table() string {
	var b strings.Builder
	b.WriteString("| keys | what they do |\n| --- | --- |\n")
	for _, row := range Rows() {
		b.WriteString("| `" + strings.ReplaceAll(row[1], " ", "` `") + "` | " + row[2] + " |\n")
	}
	return b.String()
}
