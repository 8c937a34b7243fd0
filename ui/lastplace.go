package ui

import (
	"encoding/json"
	"io"
	"os"
	"slices"

	"parallax/diffview"
	"parallax/ui/disk"
	"parallax/ui/session"
)

// How much is remembered of where corpora were left, and how large a file of
// it is believed.
const (
	maxLastPlaces = 200
	maxPlacesFile = 1 << 20 // bytes
)

// A lastPlace is where a corpus was left: the pair by its articles' names, the
// sentence that was read, and how it was shown.
type lastPlace struct {
	Paths     []string  `json:"paths"` // what the corpus was opened from, absolute; empty is the sample corpus
	Pair      [2]string `json:"pair"`  // the left and the right article (see nameOf)
	Sentence  anchor    `json:"sentence"`
	Right     bool      `json:"right,omitempty"` // the sentence is the right article's
	View      string    `json:"view"`
	Furniture bool      `json:"furniture,omitempty"` // lines of the page were shown
	Agreed    bool      `json:"agreed,omitempty"`    // what agrees was folded
}

// lastPlaces is the file of where corpora were left, the latest first.
type lastPlaces struct {
	Places []lastPlace `json:"places"`
}

// readLastPlaces reads the file. One that is not there, cannot be read or is
// no such file is an empty one: nothing but comfort is lost.
func readLastPlaces(file string) (all lastPlaces) {
	if file == "" {
		return all
	}
	f, err := os.Open(file)
	if err != nil {
		return all
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, maxPlacesFile+1))
	if err != nil || len(text) > maxPlacesFile || json.Unmarshal(text, &all) != nil {
		return lastPlaces{}
	}
	return all
}

// placeOf returns the place of a corpus, nil when there is none.
func (l lastPlaces) placeOf(paths []string) *lastPlace {
	for i := range l.Places {
		if slices.Equal(l.Places[i].Paths, paths) {
			return &l.Places[i]
		}
	}
	return nil
}

// keep writes a place into the file, in place of the corpus's former one.
func (l lastPlace) keep(file string) error {
	if file == "" {
		return nil
	}
	return disk.Locked(file, func() error {
		all := readLastPlaces(file)
		all.Places = slices.DeleteFunc(all.Places, func(p lastPlace) bool { return slices.Equal(p.Paths, l.Paths) })
		all.Places = slices.Insert(all.Places, 0, l)
		all.Places = all.Places[:min(len(all.Places), maxLastPlaces)]
		return disk.Replace(file, func(w io.Writer) error {
			e := json.NewEncoder(w)
			e.SetIndent("", " ")
			return e.Encode(all)
		})
	})
}

// corpusPaths returns what the corpus was opened from, absolute; false where
// that is nothing to come back to.
func (o Options) corpusPaths() ([]string, bool) {
	paths := make([]string, len(o.Paths))
	for i, p := range o.Paths {
		if p == "-" {
			return nil, false // other articles come down the pipe each time
		}
		paths[i] = o.absolute(p)
	}
	return paths, true
}

// place returns where the reader is.
func (m *model) place() lastPlace {
	wanted := m.deck.Wanted()
	l := lastPlace{View: nameOfView(m.view), Furniture: m.furniture, Agreed: m.agreed}
	l.Paths, _ = m.options.corpusPaths()
	for side, i := range wanted {
		l.Pair[side] = m.options.nameOf(m.deck.Articles[i])
	}
	at, ok := m.cursor()
	if t := m.target; t != nil && t.pair == wanted && t.Sentence != anySentence {
		at, ok = t.Cursor, true // its pair is still being compared
	}
	if ok {
		l.Sentence = m.options.anchorOf(m.deck.Articles[wanted[at.Side]], at.Sentence)
		l.Right = at.Side == diffview.Right
	}
	return l
}

// comeBack goes to where the corpus was left, as far as it is still there. It
// reports whether the pair is.
func (m *model) comeBack(l *lastPlace) bool {
	if l == nil {
		return false
	}
	at := m.numbers()
	left, ok := at[l.Pair[0]]
	right, ok2 := at[l.Pair[1]]
	if !ok || !ok2 {
		return false
	}
	if slices.Contains(Views(), l.View) && m.options.Settings.View == "" {
		m.view = viewNamed(l.View)
	}
	m.furniture, m.agreed = l.Furniture, l.Agreed
	m.deck.Open(session.Pair{left, right})
	if m.message == "" {
		m.message = "where this was left; --fresh begins with the first pair"
	}
	side := diffview.Left
	if l.Right {
		side = diffview.Right
	}
	if s, ok := l.Sentence.find(m.deck.Articles[session.Pair{left, right}[side]]); ok {
		m.goTo(side, s)
	}
	return true
}

// comeBackTo goes to where the corpus was left, now or when all of it is read.
func (m *model) comeBackTo(l *lastPlace) {
	if !m.comeBack(l) && m.source != nil && m.source.said != "" {
		m.resume = l
	}
}

// comeBackLate goes to where the corpus was left when all of it is read, unless
// the reader has begun elsewhere.
func (m *model) comeBackLate() {
	if m.resume != nil && !m.greeted {
		m.comeBack(m.resume)
	}
	m.resume = nil
}

// numbers returns the numbers of the articles by their names.
func (m *model) numbers() map[string]int {
	at := make(map[string]int, len(m.deck.Articles))
	for i, a := range m.deck.Articles {
		at[m.options.nameOf(a)] = i
	}
	return at
}
