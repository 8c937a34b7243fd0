package keep

import (
	"bytes"
	"encoding/json"
	"io"
	"slices"

	"parallax/ui/disk"
)

// A Move is where the reader says that an article belongs: in the story of
// another (see Names), or in one of its own where With is "".
type Move struct {
	Article string `json:"article"`
	With    string `json:"with,omitempty"`
}

// Moves are those of all corpora, in the order they were made. Their file has one
// a line, as JSON, like the notebook's; of an article the last counts, and lines
// that are no moves are left untouched.
type Moves struct{ lines []moveLine }

// A moveLine is a line of the file and the move it is; nil for none.
type moveLine struct {
	raw  []byte
	move *Move
}

// Moves returns the file of where articles were moved to.
func (f Folders) Moves() string { return in(f.Data, "moves.jsonl") }

func parseMoves(text []byte) (all Moves) {
	for raw := range bytes.Lines(text) {
		raw = bytes.TrimSpace(raw)
		if len(raw) == 0 {
			continue
		}
		line := moveLine{raw: raw}
		var m Move
		if err := json.Unmarshal(raw, &m); err == nil && m.Article != "" {
			line.move = &m
		}
		all.lines = append(all.lines, line)
	}
	return all
}

// All returns the moves in their order.
func (all Moves) All() (moves []Move) {
	for _, l := range all.lines {
		if l.move != nil {
			moves = append(moves, *l.move)
		}
	}
	return moves
}

// Of reports whether an article was moved.
func (all Moves) Of(article string) bool {
	return slices.ContainsFunc(all.lines, func(l moveLine) bool { return l.move != nil && l.move.Article == article })
}

// Changed returns the moves without those of an article, and with others after
// them.
func (all Moves) Changed(article string, now ...Move) Moves {
	next := all.without(article)
	for _, m := range now {
		if m.Article != article {
			next = next.without(m.Article)
		}
	}
	for _, m := range now {
		next.lines = append(next.lines, lineOf(m))
	}
	return next
}

// without returns the moves without those of an article. What was moved to it
// stays where it is: with the article that it had been moved to itself, or in the
// story of its own, which then is of the first that followed it there.
func (all Moves) without(article string) (next Moves) {
	moved, with := false, ""
	for _, l := range all.lines {
		switch {
		case l.move == nil:
		case l.move.Article == article:
			moved, with = true, l.move.With
			continue
		case moved && l.move.With == article:
			if l.move.Article == with {
				continue // it is where the other had come to
			}
			l = lineOf(Move{Article: l.move.Article, With: with})
			if with == "" {
				with = l.move.Article
			}
		}
		next.lines = append(next.lines, l)
	}
	return next
}

func lineOf(m Move) moveLine {
	raw, _ := json.Marshal(m) // strings: it cannot fail
	return moveLine{raw, &m}
}

// ReadMoves reads the file. One that is not there is empty.
func ReadMoves(file string) (Moves, error) {
	if file == "" {
		return Moves{}, nil
	}
	text, err := readFile(file, maxNotebook)
	if err != nil {
		return Moves{}, err
	}
	return parseMoves(text), nil
}

// ChangeMoves takes the moves of an article out of the file and puts others behind
// the rest. The file is read first, since another reader may have changed it.
func ChangeMoves(file, article string, now ...Move) error {
	return disk.Locked(file, func() error {
		all, err := ReadMoves(file)
		if err != nil {
			return err
		}
		all = all.Changed(article, now...)
		return disk.Replace(file, func(w io.Writer) error {
			for _, l := range all.lines {
				if _, err := w.Write(append(slices.Clone(l.raw), '\n')); err != nil {
					return err
				}
			}
			return nil
		})
	})
}
