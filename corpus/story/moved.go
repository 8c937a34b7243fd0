package story

import (
	"slices"

	"parallax/corpus"
)

// A Move is what a reader says of where an article belongs: in the story of
// another, or, where With is less than 0, in one of its own.
type Move struct{ Article, With int }

// mostCompared is how many articles a story may have whose versions and copies
// are sought anew when one comes or goes: it is done while somebody waits.
const mostCompared = 200

// Moved returns the stories after some moves, one after the other. Stories stay in
// their order, those that have lost all their articles are gone, and new ones
// follow those they came from. Versions and copies are those among the articles
// that each then has.
func Moved(articles []*corpus.Article, stories []Story, moves []Move) []Story {
	type home struct {
		story   Story
		changed bool
	}
	homes := make([]*home, len(stories))
	of := make(map[int]*home, len(articles))
	for k, s := range stories {
		homes[k] = &home{story: s}
		for _, i := range s.Articles {
			of[i] = homes[k]
		}
	}
	for _, m := range moves {
		from, to := of[m.Article], of[m.With]
		switch {
		case from == nil, m.With >= 0 && (to == nil || to == from), m.With < 0 && len(from.story.Articles) == 1:
			continue
		case m.With < 0:
			to = new(home)
			homes = slices.Insert(homes, slices.Index(homes, from)+1, to)
		}
		from.story.Articles = slices.DeleteFunc(slices.Clone(from.story.Articles), func(i int) bool { return i == m.Article })
		to.story.Articles = append(slices.Clip(to.story.Articles), m.Article)
		from.changed, to.changed = true, true
		of[m.Article] = to
	}
	var out []Story
	for _, h := range homes {
		if h.changed {
			h.story = regrouped(articles, h.story)
		}
		if len(h.story.Articles) > 0 {
			out = append(out, h.story)
		}
	}
	return out
}

// regrouped returns a story whose articles have changed, in order and with its
// versions and copies.
func regrouped(articles []*corpus.Article, s Story) Story {
	if n := len(s.Articles); n == 0 || n > mostCompared {
		return Story{Articles: s.Articles, Versions: among(s.Articles, s.Versions), Copies: among(s.Articles, s.Copies), reasons: s.reasons}
	}
	members := s.Members(articles)
	anew := None.Stories(members)[0]
	anew.rename(s.Articles)
	for _, i := range anew.Articles {
		anew.reasons[i] = "in this story as you moved it"
	}
	return anew
}

// among returns the groups as far as their articles are among some, those of two
// and more.
func among(some []int, groups [][]int) [][]int {
	var out [][]int
	for _, g := range groups {
		g = slices.DeleteFunc(slices.Clone(g), func(i int) bool { return !slices.Contains(some, i) })
		if len(g) > 1 {
			out = append(out, g)
		}
	}
	return out
}
