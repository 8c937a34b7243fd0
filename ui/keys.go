package ui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// An action names what a key asks for, as the configuration and the palette
// name it.
type action string

// A mode is where a key is pressed.
type mode uint8

const (
	onPage  mode = 1 << iota // two articles, and nothing over them
	inHelp                   // a text that is only scrolled
	inList                   // a list, where letters are typed
	inForm                   // a dialogue of several rows
	inTable                  // a table, where letters are typed and one goes to the side as well
	inStory                  // the page of a story, where no letters are typed
)

// A command is an action with its help and the keys that ask for it.
type command struct {
	action action
	help   string
	where  mode
	keys   []string // as Bubble Tea names them; the first is the one hints show
	needs  need
	run    request // does it to the page; nil where only screens know what it means
}

// A topic is a heading of the help screen with its commands.
type topic struct {
	name     string
	commands []command
}

// A keymap is every key of the reader, by topic. Key presses, the help screen,
// hints, the palette and the README's table are all made from it.
type keymap struct {
	topics  []topic
	pressed map[press]*command
	named   map[action]*command
}

// A press is a key where it is pressed.
type press struct {
	where mode
	key   string
}

// newKeymap returns the keys as they are without a configuration.
func newKeymap() *keymap {
	k := &keymap{topics: commands()}
	if err := k.index(); err != nil {
		panic(err) // a key twice in the table of topics.go; any test finds it
	}
	return k
}

// index looks up the table once, so that a key press need not.
func (k *keymap) index() error {
	k.pressed, k.named = make(map[press]*command), make(map[action]*command)
	for _, t := range k.topics {
		for i := range t.commands {
			c := &t.commands[i]
			k.named[c.action] = c
			for _, key := range c.keys {
				for _, where := range []mode{onPage, inHelp, inList, inForm, inTable, inStory} {
					if c.where&where == 0 {
						continue
					}
					if other := k.pressed[press{where, key}]; other != nil {
						return &keyCollision{key, other.action, c.action}
					}
					k.pressed[press{where, key}] = c
				}
			}
		}
	}
	return nil
}

// A keyCollision is a key that would do two things in one place.
type keyCollision struct {
	key           string
	first, second action
}

func (c *keyCollision) Error() string {
	return fmt.Sprintf("the key %q is bound to both %s and %s", c.key, c.first, c.second)
}

// rebind gives actions other keys than they have: for each the keys as Bubble
// Tea names them ("ctrl+n", "space", "G"), none to leave it without. It fails,
// and changes nothing, when no action has the name or one key would do two
// things in one place.
func (k *keymap) rebind(keys map[action][]string) error {
	changed := &keymap{topics: slices.Clone(k.topics)}
	for name := range keys {
		if k.named[name] == nil {
			return fmt.Errorf("unknown action %q; the help lists each with its keys", name)
		}
	}
	for i := range changed.topics {
		t := &changed.topics[i]
		t.commands = slices.Clone(t.commands)
		for n := range t.commands {
			if own, ok := keys[t.commands[n].action]; ok {
				t.commands[n].keys = own
			}
		}
	}
	if err := changed.index(); err != nil {
		return err
	}
	*k = *changed
	return nil
}

// actionOf returns what a key press asks for in a place, "" for nothing.
func (k *keymap) actionOf(where mode, msg tea.KeyPressMsg) action {
	if c := k.pressed[press{where, msg.String()}]; c != nil {
		return c.action
	}
	return ""
}

// keyOf returns the first key of an action as people write it, "" when it has
// none.
func (k *keymap) keyOf(do action) string {
	if c := k.named[do]; c != nil && len(c.keys) > 0 {
		return written(c.keys[0])
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

// shown returns the keys of a command as people write them.
func (c *command) shown() string {
	all := make([]string, len(c.keys))
	for i, k := range c.keys {
		all[i] = written(k)
	}
	return strings.Replace(strings.Join(all, " "), "1 2 3 4 5 6 7 8 9", "1–9", 1)
}

// KeyRows returns the keys of the reader, an action a row: its topic, its keys,
// and what it does.
func KeyRows() (rows [][3]string) {
	for _, t := range newKeymap().topics {
		for _, c := range t.commands {
			if len(c.keys) > 0 {
				rows = append(rows, [3]string{t.name, c.shown(), c.help})
			}
		}
	}
	return rows
}

// KeyTable returns them as a Markdown table, for the README.
func KeyTable() string {
	var b strings.Builder
	b.WriteString("| keys | what they do |\n| --- | --- |\n")
	for _, row := range KeyRows() {
		b.WriteString("| `" + strings.ReplaceAll(row[1], " ", "` `") + "` | " + row[2] + " |\n")
	}
	return b.String()
}
