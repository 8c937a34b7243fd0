// Package exporter is the export dialogue: a comparison goes in, the choices of
// what is written and where are made on a screen, and a file is written.
//
//	dialogue  the rows and what keys and the mouse do in them
//	draw      its lines
//	write     what is asked of the disk: what would be written, writing it, what is said of that
//	path      completing the path that is typed
package exporter

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/diffview"
	"parallax/diffview/export"
	"parallax/diffview/layout"
	"parallax/ui/disk"
	"parallax/ui/keys"
	"parallax/ui/list"
	"parallax/ui/screen"
)

// A Dialogue is the export dialogue: four rows at the bottom of the screen, and
// below them what it would write. It asks before it replaces a file.
type Dialogue struct {
	screen.Dialogue
	comparison *diffview.Comparison
	notes      []export.Note
	choice     *Choice
	path       list.Field
	row        int // the row that keys change

	number   int         // of the last question asked of the disk
	measured measuredMsg // its answer
	names    []string    // what the path can be completed to
	problem  string      // why nothing was written
	sure     bool        // the next accept replaces the file that is there

	made  []string
	spots []spot // where the choices are
}

// The rows of the dialogue.
const (
	formatRow = iota
	viewRow
	partRow
	pathRow
	exportRows
)

// A spot is where a choice is, to be clicked.
type spot struct{ line, from, to, row, option int }

// New returns the dialogue for a comparison and the reader's notes on
// it. It offers the last choice, and changes it: until there is one, the view
// that is read and a folder.
func New(c *diffview.Comparison, notes []export.Note, read *layout.View, dir string, last *Choice) *Dialogue {
	if !last.made {
		last.view = layout.Matched
		if read.Panes == 1 {
			last.view = read
		}
	}
	if last.dir == "" {
		last.dir = dir
	}
	e := &Dialogue{comparison: c, notes: notes, choice: last}
	e.path = list.NewField(filepath.Join(last.dir, export.FileName(c, e.format().Extension)))
	return e
}

func (e *Dialogue) format() export.Format { return export.Formats[e.choice.format] }

// options returns the choices of a row, which of them is made, and, where the
// format leaves none, why.
func (e *Dialogue) options(row int) (names []string, at int, none string) {
	switch row {
	case formatRow:
		for _, f := range export.Formats {
			names = append(names, f.Name)
		}
		return names, e.choice.format, ""
	case viewRow:
		if !e.format().Arranged {
			return nil, 0, "not for " + e.format().Name
		}
		if e.choice.view.Panes == 1 {
			at = 1
		}
		return []string{"two columns", "one column"}, at, ""
	case partRow:
		if !e.format().Partial {
			return nil, 0, "all: " + e.format().Name + " is always complete"
		}
		if e.choice.part {
			at = 1
		}
		return []string{"all", "only what differs"}, at, ""
	}
	return nil, 0, ""
}

// choose makes a choice of a row.
func (e *Dialogue) choose(row, option int) screen.Request {
	e.choice.made = true
	switch row {
	case formatRow:
		was := "." + e.format().Extension
		e.choice.format = option
		if name, ok := strings.CutSuffix(e.path.Text(), was); ok {
			e.path = list.NewField(name + "." + e.format().Extension)
		}
	case viewRow:
		e.choice.view = [2]*layout.View{layout.Matched, layout.Unified}[option]
	case partRow:
		e.choice.part = option == 1
	}
	return e.Ask()
}

// job returns what the dialogue asks for.
func (e *Dialogue) job() job {
	o := export.Options{View: e.choice.view, OnlyDifferences: e.choice.part && e.format().Partial, Notes: e.notes}
	return job{e.comparison, e.format(), o, e.path.Text(), e.sure}
}

// Ask finds out what would be written, anew.
func (e *Dialogue) Ask() screen.Request {
	e.number++
	return screen.Effect(e.job().measure(e.number))
}

func (e *Dialogue) Name() string { return "export" }

func (e *Dialogue) Hints() []keys.Hint {
	if e.sure {
		return []keys.Hint{keys.Accept.To("replace the file"), keys.Cancel.To("go back")}
	}
	change := keys.NextChoice.To("change")
	if e.row == pathRow {
		change = keys.Complete.To("complete")
	}
	return []keys.Hint{keys.Accept.To("write"), change, keys.ListDown.To("down"), keys.ListUp.To("up"), keys.Cancel.To("close")}
}

func (e *Dialogue) Fit(c screen.Canvas) {
	e.Within(c)
	e.draw()
}

func (e *Dialogue) Update(msg tea.Msg) (screen.Screen, screen.Request) {
	var asked screen.Request
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if e.Keys.ActionOf(keys.InForm, msg) == keys.Cancel && !e.sure {
			return nil, nil
		}
		asked = e.press(msg)
	case tea.PasteMsg:
		e.row = pathRow
		asked = e.edit(msg)
	case tea.MouseClickMsg:
		asked = e.click(msg)
	case tea.MouseWheelMsg:
		e.move(cmp.Compare(screen.Notch(msg.Button), 0))
	case measuredMsg:
		if msg.number == e.number {
			e.measured = msg
		}
	case completedMsg:
		asked = e.completed(msg)
	case Written:
		if msg.Err == nil {
			e.choice.made, e.choice.dir = true, filepath.Dir(msg.path)
			return nil, nil
		}
		e.refused(msg)
		asked = e.Ask()
	default:
		return e, nil
	}
	e.draw()
	return e, asked
}

// press does what a key asks for. In the path letters are typed, whatever they
// do elsewhere; in the other rows they do nothing.
func (e *Dialogue) press(msg tea.KeyPressMsg) screen.Request {
	do := e.Keys.ActionOf(keys.InForm, msg)
	typed := e.row == pathRow && (msg.Text != "" || do == keys.NextChoice || do == keys.PrevChoice)
	sure := e.sure
	e.sure, e.problem = false, ""
	switch {
	case typed:
		return e.edit(msg)
	case do == keys.ListDown:
		e.move(1)
	case do == keys.ListUp:
		e.move(-1)
	case do == keys.NextChoice:
		return e.turn(1)
	case do == keys.PrevChoice:
		return e.turn(-1)
	case do == keys.Complete && e.row == pathRow:
		return screen.Effect(completePath(e.path.Text()))
	case do == keys.Complete:
		e.move(1)
	case do == keys.Accept:
		return e.accept(sure)
	case do == keys.ToggleHelp:
		return screen.Perform(keys.ToggleHelp)
	case do == "" && e.row == pathRow:
		return e.edit(msg)
	}
	return nil
}

// accept writes, if there is a path; sure is whether the reader agreed to
// replace a file.
func (e *Dialogue) accept(sure bool) screen.Request {
	path := e.path.Text()
	switch {
	case strings.TrimSpace(path) == "":
		e.problem, e.row = "name a file", pathRow
		return nil
	case os.IsPathSeparator(path[len(path)-1]) || e.measured.number == e.number && e.measured.there != nil && e.measured.there.IsDir():
		e.problem, e.row = path+" is a folder; add a file name", pathRow
		return nil
	}
	j := e.job()
	j.replace = sure
	return screen.Effect(j.write())
}

// refused asks whether to replace the file in the way, or says what is wrong.
func (e *Dialogue) refused(msg Written) {
	e.row = pathRow
	exists := errors.Is(msg.Err, fs.ErrExist)
	switch {
	case exists && msg.path == atHome(e.path.Text()):
		e.sure = true
	case exists: // another path was typed meanwhile
		e.problem = "not written: a file already exists at " + filepath.ToSlash(msg.path)
	default:
		e.problem = "not written: " + disk.Why(msg.Err)
	}
}

// move goes to another row.
func (e *Dialogue) move(by int) {
	e.row = max(0, min(e.row+by, exportRows-1))
	e.names = nil
}

// turn goes to another choice of the row, around the end.
func (e *Dialogue) turn(by int) screen.Request {
	names, at, _ := e.options(e.row)
	if len(names) == 0 {
		return nil
	}
	return e.choose(e.row, (at+by+len(names))%len(names))
}

// edit types into the path.
func (e *Dialogue) edit(msg tea.Msg) screen.Request {
	e.sure, e.problem = false, ""
	if !e.path.Update(msg) {
		return nil
	}
	e.names = nil
	return e.Ask()
}

// completed takes over what a path can be completed to, unless something else
// was typed since.
func (e *Dialogue) completed(msg completedMsg) screen.Request {
	if msg.typed != e.path.Text() {
		return nil
	}
	e.names, e.problem = nil, msg.problem
	if msg.text != msg.typed {
		e.path = list.NewField(msg.text)
		return e.Ask()
	}
	if len(msg.names) > 1 {
		e.names = msg.names
	}
	return nil
}

// click goes to the row that was clicked, and takes the choice.
func (e *Dialogue) click(msg tea.MouseClickMsg) screen.Request {
	if msg.Button != tea.MouseLeft {
		return nil
	}
	x, y := e.Inside(msg.X, msg.Y)
	i := slices.IndexFunc(e.spots, func(s spot) bool { return s.line == y && s.from <= x && x < s.to })
	if i < 0 {
		return nil
	}
	s := e.spots[i]
	e.row, e.names, e.sure = s.row, nil, false
	if s.option < 0 {
		return nil
	}
	return e.choose(s.row, s.option)
}
