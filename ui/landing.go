package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"parallax/ui/session"
)

// Where the reader begins: where the corpus was left; or else on the page of the
// story with most to see; or else, where that has no more than two articles, at its
// pair. Two articles of different stories are never shown unless they were asked
// for.
//
// What is to be seen in a story is known when it was compared. So that a corpus
// begins soon, and each time alike whatever was compared earlier and however quick
// the machine is, a part of it is: the same each time. From it the choice is made,
// when all of it is there.

// How much is compared to choose where to begin: as much as takes about half a
// second on two processors.
const (
	prospectPairs    = 60 // of all stories together
	prospectArticles = 6  // of one story: of 28 articles these tell enough
)

// storyFrom is how many articles a story has for whose sake its page is shown
// first: of two the pair says all there is, as it does of versions and copies of
// one text.
const storyFrom = 3

// undecided reports whether the reader has not begun anywhere yet.
func (m *model) undecided() bool { return m.landing && m.resume == nil }

// prospect returns the articles of a story that are compared to choose where to
// begin.
func (m *model) prospect(story int) []int {
	articles := m.deck.Stories[story].Articles
	return articles[:min(len(articles), prospectArticles)]
}

// prospects returns the pairs of the first stories, as many as are compared to
// choose where to begin; none where there is no choice. The sample corpus is written
// so that its first story has most to see.
func (m *model) prospects() (pairs []session.Pair) {
	if len(m.deck.Stories) == 1 || m.options.names().Sample {
		return nil
	}
	for n := range m.deck.Stories {
		of := session.TablePairs(m.prospect(n))
		if len(pairs)+len(of) > prospectPairs {
			break
		}
		pairs = append(pairs, of...)
	}
	return pairs
}

// begin goes to where the corpus begins, once everything is read and the stories are
// compared among which that is chosen.
func (m *model) begin() tea.Cmd {
	if !m.undecided() || m.source.Reading() || m.top() != nil {
		return nil
	}
	if !m.deck.Grouped() {
		m.landing = false
		if len(m.deck.Articles) > 2 {
			m.message = "no two articles report the same event: choose two to read side by side"
			return m.openPicker()
		}
		return nil
	}
	pairs := m.prospects()
	if m.deck.SettledOf(pairs) < len(pairs) {
		if m.deck.Surveying() {
			return nil
		}
		return tea.Batch(m.deck.Survey(pairs), m.deck.Fetch())
	}
	best := m.mostToSee(len(pairs))
	cmds := []tea.Cmd{m.openStory(best)}
	if s := &m.deck.Stories[best]; len(s.Articles) >= storyFrom && s.Texts() > 1 {
		cmds = append(cmds, m.openStoryPage())
	}
	early := m.early
	m.early = nil
	for _, key := range early {
		cmds = append(cmds, m.press(key)) // typed ahead
	}
	return tea.Batch(cmds...)
}

// mostToSee returns the story with most to see among the first, of which so many
// pairs were compared: with most conflicts, the weightiest counted first, then most
// texts, then most that they share.
func (m *model) mostToSee(pairs int) (best int) {
	var most []int
	for n := 0; pairs > 0; n++ {
		articles := m.prospect(n)
		pairs -= len(session.TablePairs(articles))
		t := m.deck.Table(articles)
		var graded [3]int // conflicts by grade
		for _, d := range t.Disputes {
			graded[d.Grade]++
		}
		sight := append(graded[:], m.deck.Stories[n].Texts(), len(t.Facts))
		if slices.Compare(sight, most) > 0 {
			best, most = n, sight
		}
	}
	return best
}

// unrelated says why no pair is shown: until stories are known, any two articles
// would be, and until it is known where to begin any story.
func (m *model) unrelated() string {
	switch {
	case !m.undecided() || len(m.deck.Articles) <= 2:
		return ""
	case m.source.Reading() && (!m.deck.Grouped() || m.source.Small()):
		return "looking for articles about the same event …"
	case !m.source.Reading() && m.deck.Grouped() && m.viewport.Page == nil:
		return "looking for the story with most to see …"
	}
	return ""
}
