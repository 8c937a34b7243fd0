package story

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"parallax/corpus"
)

// shownWords is how many shared words Why names.
const shownWords = 4

// Why says in words why article i is in the story: what it shares with the
// article of the story nearest to it, or how far away the nearest of all is if
// it is alone. It is one line without a full stop, "" if the story has no
// such article.
//
// The distinctive words that it counts are the article's weightiest 120, each
// by its weight.
func (s Story) Why(i int) string { return s.reasons[i] }

// explain returns the answers of Why for each member of the story.
func explain(texts []text, words []entry, edges [][]edge, s Story, grouping Grouping) map[int]string {
	members := make([]*corpus.Article, len(s.Articles))
	for k, i := range s.Articles {
		members[k] = texts[i].article
	}
	names := make(map[int]string, len(s.Articles))
	for k, name := range corpus.Names(members...) {
		names[s.Articles[k]] = name
	}
	reasons := make(map[int]string, len(s.Articles))
	for _, i := range s.Articles {
		near := slices.IndexFunc(edges[i], func(e edge) bool { return names[int(e.to)] != "" })
		nearest := s.Articles[0]
		switch {
		case near >= 0:
			nearest = int(edges[i][near].to)
		case grouping == None:
			nearest = i
		case i == nearest && len(s.Articles) > 1:
			nearest = s.Articles[1]
		}
		switch {
		case nearest != i:
			reasons[i] = together(&texts[i], &texts[nearest], names[nearest], words)
		case len(edges[i]) > 0:
			reasons[i] = alone(&texts[i], &texts[edges[i][0].to])
		default:
			reasons[i] = "alone: no other article shares enough of its distinctive words"
		}
		if grouping == Folders {
			reasons[i] = fmt.Sprintf("in the folder %s; %s", folder(texts[i].article), reasons[i])
		}
	}
	sayGroups(texts, s, names, reasons)
	return reasons
}

// sayGroups puts before the reasons what is known of versions and copies.
func sayGroups(texts []text, s Story, names, reasons map[int]string) {
	for _, group := range s.Copies {
		from := source(texts, group)
		for _, i := range group {
			said := ""
			switch other := group[0]; {
			case i == from:
				said = "copied by " + others(group, i, names)
			case from >= 0:
				said = "copy of " + names[from]
			case i == other:
				said = "nearly the same text as " + names[group[1]]
			default:
				said = "nearly the same text as " + names[other]
			}
			reasons[i] = said + "; " + reasons[i]
		}
	}
	for _, group := range s.Versions {
		for k, i := range group {
			said := fmt.Sprintf("version %d of %d", k+1, len(group))
			if k > 0 && texts[i].article.Text == texts[group[k-1]].article.Text {
				said += ", unchanged"
			}
			reasons[i] = said + "; " + reasons[i]
		}
	}
}

// others names the articles of a group but i: the first, and how many more.
func others(group []int, i int, names map[int]string) string {
	first := group[0]
	if first == i {
		first = group[1]
	}
	if len(group) == 2 {
		return names[first]
	}
	return fmt.Sprintf("%s and %d more", names[first], len(group)-2)
}

// alone says how far the nearest article is from one that is alone.
func alone(t, nearest *text) string {
	part, _ := common(t, nearest)
	return fmt.Sprintf("alone: the nearest, %s, shares %d %% of its distinctive words%s",
		nearest.article.Path, percent(part), apart(t, nearest))
}

// together says what an article shares with another of its story.
func together(t, nearest *text, name string, words []entry) string {
	part, ids := common(t, nearest)
	shown := make([]string, 0, shownWords)
	for _, id := range ids[:min(len(ids), shownWords)] {
		shown = append(shown, words[id].shown)
	}
	if len(shown) == 0 {
		return fmt.Sprintf("has the address of %s", name)
	}
	return fmt.Sprintf("shares %d %% of its distinctive words with %s (%s)%s",
		percent(part), name, strings.Join(shown, ", "), apart(t, nearest))
}

// common returns which part of a text's words, by weight, another has too, 0 to
// 1, and their ids, those that bring the two together most first.
func common(t, other *text) (part float32, ids []int32) {
	var all float32
	var both []term
	for _, x := range t.terms {
		all += x.weight
		k, ok := slices.BinarySearchFunc(other.terms, x.id, func(u term, id int32) int { return cmp.Compare(u.id, id) })
		if ok {
			part += x.weight
			both = append(both, term{x.id, x.weight * other.terms[k].weight})
		}
	}
	slices.SortFunc(both, func(a, b term) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.id, b.id))
	})
	for _, x := range both {
		ids = append(ids, x.id)
	}
	return part / max(all, math.SmallestNonzeroFloat32), ids
}

// percent returns a part of 1 in whole percent.
func percent(part float32) int { return int(math.Round(100 * float64(part))) }

// apart says how many days lie between two articles, if that is known.
func apart(a, b *text) string {
	if !a.dated || !b.dated {
		return ""
	}
	switch days := math.Abs(math.Floor(a.day) - math.Floor(b.day)); days {
	case 0:
		return ", published the same day"
	case 1:
		return ", published a day apart"
	default:
		return fmt.Sprintf(", published %.0f days apart", days)
	}
}
