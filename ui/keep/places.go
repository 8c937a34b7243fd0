package keep

import (
	"encoding/json"
	"io"
	"slices"

	"parallax/ui/disk"
)

// How much is remembered of where corpora were left, and how large a file of
// it is believed.
const (
	maxPlaces     = 200
	maxPlacesFile = 1 << 20 // bytes
)

// A Place is where a corpus was left: the pair by its articles' names, the
// sentence that was read, and how it was shown.
type Place struct {
	Paths     []string  `json:"paths"` // what the corpus was opened from, absolute; empty is the sample corpus
	Pair      [2]string `json:"pair"`  // the left and the right article (see Names)
	Sentence  Anchor    `json:"sentence"`
	Right     bool      `json:"right,omitempty"` // the sentence is the right article's
	View      string    `json:"view"`
	Furniture bool      `json:"furniture,omitempty"` // lines of the page were shown
	Agreed    bool      `json:"agreed,omitempty"`    // what agrees was folded
}

// Places is the file of where corpora were left, the latest first.
type Places struct {
	Places []Place `json:"places"`
}

// ReadPlaces reads the file. One that is not there, cannot be read or is
// no such file is an empty one: nothing but comfort is lost.
func ReadPlaces(file string) (all Places) {
	if file == "" {
		return all
	}
	text, err := readFile(file, maxPlacesFile)
	if err != nil || json.Unmarshal(text, &all) != nil {
		return Places{}
	}
	return all
}

// Of returns the place of a corpus, nil when there is none.
func (l Places) Of(paths []string) *Place {
	for i := range l.Places {
		if slices.Equal(l.Places[i].Paths, paths) {
			return &l.Places[i]
		}
	}
	return nil
}

// Keep writes a place into the file, in place of the corpus's former one.
func (l Place) Keep(file string) error {
	if file == "" {
		return nil
	}
	return disk.Locked(file, func() error {
		all := ReadPlaces(file)
		all.Places = slices.DeleteFunc(all.Places, func(p Place) bool { return slices.Equal(p.Paths, l.Paths) })
		all.Places = slices.Insert(all.Places, 0, l)
		all.Places = all.Places[:min(len(all.Places), maxPlaces)]
		return disk.Replace(file, func(w io.Writer) error {
			e := json.NewEncoder(w)
			e.SetIndent("", " ")
			return e.Encode(all)
		})
	})
}
