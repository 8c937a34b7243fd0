package story

import (
	"fmt"
	"time"

	"parallax/corpus"
	"parallax/corpus/prose"
)

// Title returns the headline to call a story by: the first that its articles are
// known to have, or else the first that is guessed; "untitled" when there is
// none. It is on one line.
func Title(members []*corpus.Article) string {
	title := ""
	for _, a := range members {
		t := a.Meta.Title
		switch {
		case t.Known() && !t.Guess:
			return prose.Fold(t.Value)
		case title == "":
			title = prose.Fold(t.Value)
		}
	}
	if title == "" {
		return "untitled"
	}
	return title
}

// Days says from when to when articles were published, as "2025-04-09" or
// "2025-04-09 to 2025-04-11"; "" when none is dated.
func Days(members []*corpus.Article) string {
	var first, last time.Time
	for _, a := range members {
		p := a.Meta.Published
		if !p.Known() {
			continue
		}
		if first.IsZero() || p.Value.Before(first) {
			first = p.Value
		}
		if p.Value.After(last) {
			last = p.Value
		}
	}
	from, to := first.Format(time.DateOnly), last.Format(time.DateOnly)
	switch {
	case first.IsZero():
		return ""
	case from == to:
		return from
	}
	return fmt.Sprintf("%s to %s", from, to)
}

// Members returns the articles of the story.
func (s Story) Members(all []*corpus.Article) []*corpus.Article {
	members := make([]*corpus.Article, len(s.Articles))
	for k, i := range s.Articles {
		members[k] = all[i]
	}
	return members
}
