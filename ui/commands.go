package ui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/story"
	"parallax/diffview"
	"parallax/diffview/layout"
	"parallax/ui/page"
	"parallax/ui/session"
)

// The actions.
const (
	nextSentence    action = "next-sentence"
	prevSentence    action = "previous-sentence"
	lineDown        action = "line-down"
	lineUp          action = "line-up"
	halfDown        action = "half-page-down"
	halfUp          action = "half-page-up"
	pageDown        action = "page-down"
	pageUp          action = "page-up"
	toStart         action = "to-start"
	toEnd           action = "to-end"
	toPartner       action = "to-partner"
	otherPane       action = "other-pane"
	nextDifference  action = "next-difference"
	prevDifference  action = "previous-difference"
	nextConflict    action = "next-conflict"
	prevConflict    action = "previous-conflict"
	nextOnly        action = "next-only-here"
	prevOnly        action = "previous-only-here"
	nextPair        action = "next-pair"
	prevPair        action = "previous-pair"
	nextStory       action = "next-story"
	prevStory       action = "previous-story"
	swapSides       action = "swap"
	openArticles    action = "articles"
	openMatrix      action = "matrix"
	openStories     action = "stories"
	openMoves       action = "move"
	openVersions    action = "versions"
	openStoryPage   action = "story"
	openConflicts   action = "conflicts"
	articleNumber   action = "article-number"
	findHere        action = "find"
	findNext        action = "find-next"
	findPrev        action = "find-previous"
	findAll         action = "find-everywhere"
	changeView      action = "view"
	foldAgreed      action = "fold-agreed"
	showWords       action = "words"
	toggleFurniture action = "furniture"
	toggleMouse     action = "mouse"
	cycleTheme      action = "theme"
	exportPair      action = "export"
	copySentence    action = "copy-sentence"
	copySummary     action = "copy-summary"
	openEditor      action = "edit"
	openAddress     action = "open-address"
	openParticulars action = "particulars"
	makeBookmark    action = "bookmark"
	openBookmarks   action = "bookmarks"
	openPalette     action = "commands"
	toggleHelp      action = "help"
	suspend         action = "suspend"
	quit            action = "quit"

	listDown     action = "list-down"
	listUp       action = "list-up"
	listPageDown action = "list-page-down"
	listPageUp   action = "list-page-up"
	nextChoice   action = "next-choice"
	prevChoice   action = "previous-choice"
	complete     action = "complete"
	accept       action = "accept"
	remove       action = "remove"
	cancel       action = "cancel"
	takeOther    action = "take-other-pane"
	exportList   action = "export-list"
	listOrder    action = "list-order"
	cellLeft     action = "cell-left"
	cellRight    action = "cell-right"

	storyDown       action = "story-down"
	storyUp         action = "story-up"
	storyLeft       action = "story-left"
	storyRight      action = "story-right"
	storyMark       action = "story-mark"
	storyOrder      action = "story-order"
	storyConflicts  action = "story-conflicts"
	storyNumbers    action = "story-numbers"
	storyQuotations action = "story-quotations"
	storyAlone      action = "story-only-here"
	storyLeftOut    action = "story-left-out"
)

// commands returns the table of all commands. A new command needs a row here and
// the function that carries it out.
func commands() []topic {
	keys := strings.Fields
	return []topic{
		{"Moving", []command{
			{nextSentence, "next sentence", onPage, keys("j down"), pageSoon, step(1)},
			{prevSentence, "previous sentence", onPage, keys("k up"), pageSoon, step(-1)},
			{lineDown, "one line down", onPage | inHelp, keys("ctrl+e"), pageSoon, scroll(func(int) int { return 1 })},
			{lineUp, "one line up", onPage | inHelp, keys("ctrl+y"), pageSoon, scroll(func(int) int { return -1 })},
			{halfDown, "half a page down", onPage, keys("ctrl+d"), pageSoon, scroll(func(h int) int { return h / 2 })},
			{halfUp, "half a page up", onPage, keys("ctrl+u"), pageSoon, scroll(func(h int) int { return -h / 2 })},
			{pageDown, "one page down", onPage | inHelp | inStory, keys("space pgdown"), pageSoon, scroll(func(h int) int { return h - 2 })},
			{pageUp, "one page up", onPage | inHelp | inStory, keys("pgup"), pageSoon, scroll(func(h int) int { return 2 - h })},
			{toStart, "to the start", onPage | inHelp | inStory, keys("g home"), pageSoon, end(false)},
			{toEnd, "to the end", onPage | inHelp | inStory, keys("G end"), pageSoon, end(true)},
			{toPartner, "to the sentence in the other article that reports the same", onPage, keys("enter"), pageSoon, (*model).toPartner},
			{otherPane, "to the other pane", onPage, keys("tab"), pageSoon, (*model).otherPane},
		}},
		{"Comparing", []command{
			{openParticulars, "all about the sentence: reasons, score, quotation, file, address", onPage, keys("i"), pageNow, (*model).openParticulars},
			{nextDifference, "next difference", onPage, keys("d"), pageSoon, seek(1, "difference", (*page.Page).DifferenceStops)},
			{prevDifference, "previous difference", onPage, keys("D"), pageSoon, seek(-1, "difference", (*page.Page).DifferenceStops)},
			{nextConflict, "next conflict, in the next pairs too", onPage, keys("c"), pageSoon, seekConflict(1)},
			{prevConflict, "previous conflict, in the pairs before too", onPage, keys("C"), pageSoon, seekConflict(-1)},
			{nextOnly, "next sentence that only one article has", onPage, keys("o"), pageSoon, seek(1, onlyOne, (*page.Page).OnlyStops)},
			{prevOnly, "previous sentence that only one article has", onPage, keys("O"), pageSoon, seek(-1, onlyOne, (*page.Page).OnlyStops)},
		}},
		{"Choosing", []command{
			{nextPair, "next pair of articles", onPage, keys("] right"), noPage, stepPair(1)},
			{prevPair, "previous pair of articles", onPage, keys("[ left"), noPage, stepPair(-1)},
			{nextStory, "next story", onPage, keys("}"), noPage, stepStory(1)},
			{prevStory, "previous story", onPage, keys("{"), noPage, stepStory(-1)},
			{swapSides, "swap the two sides", onPage, keys("x"), noPage, (*model).swap},
			{openArticles, "choose an article for this pane or the other", onPage, keys("p"), noPage, (*model).openPicker},
			{openStoryPage, "what all articles of the story report: facts by article", onPage, keys("a"), noPage, (*model).openStoryPage},
			{openConflicts, "conflicts in all stories", onPage | inStory, keys("!"), noPage, (*model).openConflicts},
			{openMatrix, "table of how much each pair of the story shares", onPage, keys("m"), noPage, (*model).openMatrix},
			{openStories, "choose a story", onPage, keys("s"), noPage, (*model).openStories},
			{openMoves, "move the article to another story, or split the story", onPage, keys("S"), noPage, (*model).openMoves},
			{openVersions, "what changed from version to version of the article", onPage | inStory, keys("V"), noPage, (*model).openVersions},
			{articleNumber, "open article N of the story in this pane", onPage, keys("1 2 3 4 5 6 7 8 9 0"), noPage, (*model).byNumber},
		}},
		{"Finding", []command{
			{findHere, "find words in both articles", onPage, keys("/"), noPage, (*model).openFind},
			{findNext, "next match", onPage, keys("n"), pageSoon, findBy(1)},
			{findPrev, "previous match", onPage, keys("N"), pageSoon, findBy(-1)},
			{findAll, "find words in all articles", onPage, keys("ctrl+f"), noPage, (*model).openFindAll},
		}},
		{"Showing", append(viewCommands(), []command{
			{foldAgreed, "fold or show sentences that agree", onPage, keys("z"), noPage, (*model).foldAgreed},
			{showWords, "highlight matching words; again to step through those that differ", onPage, keys("w"), pageSoon, (*model).showWords},
			{toggleFurniture, "show or fold page lines outside the article", onPage, keys("f"), noPage, (*model).fold},
			{cycleTheme, "next theme: auto, dark, light, high contrast", onPage, keys("t"), noPage, (*model).nextTheme},
			{toggleMouse, "release the mouse to select text, or capture it again", onPage, keys("M"), noPage, (*model).switchMouse},
		}...)},
		{"Export and copy", []command{
			{exportPair, "export this comparison: text, Markdown, HTML or JSON", onPage, keys("e"), pageNow, (*model).export},
			{copySentence, "copy the sentence with its partners and sources", onPage, keys("y"), pageNow, (*model).copySentence},
			{copySummary, "copy what the two articles share and where they conflict", onPage, keys("Y"), pageNow, (*model).copySummary},
			{openEditor, "open the article in your editor, at the sentence", onPage, keys("E"), pageNow, (*model).openEditor},
			{openAddress, "open the article's address in the browser", onPage | inHelp | inStory, keys("U"), noPage, (*model).openAddress},
			{makeBookmark, "bookmark the sentence or pair, with a note; again to edit or remove", onPage, keys("b"), pageNow, (*model).bookmarkHere},
			{openBookmarks, "list bookmarks", onPage, keys("B"), noPage, (*model).openBookmarks},
		}},
		{"Program", []command{
			{openPalette, "command palette", onPage, keys(":"), noPage, (*model).openPalette},
			{toggleHelp, "this help", onPage | inHelp | inList | inForm | inTable | inStory, keys("? f1"), noPage, (*model).openHelp},
			{suspend, "suspend", onPage | inStory, keys("ctrl+z"), noPage, (*model).suspend},
			{quit, "quit", onPage | inHelp | inStory, keys("q ctrl+c"), noPage, (*model).leave},
		}},
		onStoryPage(),
		overlays(),
	}
}

// onStoryPage returns what keys do on the page of a story, besides those that do
// the same in tables.
func onStoryPage() topic {
	keys := strings.Fields
	return topic{"On the page of a story", []command{
		{storyDown, "next fact", inStory, keys("j"), noPage, nil},
		{storyUp, "previous fact", inStory, keys("k"), noPage, nil},
		{storyLeft, "one article left", inStory, keys("h"), noPage, nil},
		{storyRight, "one article right", inStory, keys("l"), noPage, nil},
		{storyMark, "mark the column to open beside another; again to unmark it", inStory, keys("tab"), noPage, nil},
		{storyOrder, "order: most texts first, as told by this article, first told first", inStory, keys("s"), noPage, nil},
		{storyConflicts, "only facts in conflict; again for all", inStory, keys("c"), noPage, nil},
		{storyNumbers, "only facts with numbers; again for all", inStory, keys("n"), noPage, nil},
		{storyQuotations, "only facts with quotations; again for all", inStory, keys("u"), noPage, nil},
		{storyAlone, "sentences that only this article has; again for all facts", inStory, keys("o"), noPage, nil},
		{storyLeftOut, "facts of all others, not found in this article; again for all", inStory, keys("m"), noPage, nil},
	}}
}

// overlays returns what keys do in lists, tables and dialogues.
func overlays() topic {
	keys := strings.Fields
	return topic{"In lists and dialogues", []command{
		{listDown, "next row", inList | inHelp | inForm | inTable | inStory, keys("down ctrl+n"), noPage, nil},
		{listUp, "previous row", inList | inHelp | inForm | inTable | inStory, keys("up ctrl+p"), noPage, nil},
		{listPageDown, "one page of rows down", inList | inTable, keys("pgdown"), noPage, nil},
		{listPageUp, "one page of rows up", inList | inTable, keys("pgup"), noPage, nil},
		{cellLeft, "one column left", inTable | inStory, keys("left"), noPage, nil},
		{cellRight, "one column right", inTable | inStory, keys("right"), noPage, nil},
		{nextChoice, "next option", inForm, keys("right space"), noPage, nil},
		{prevChoice, "previous option", inForm, keys("left"), noPage, nil},
		{complete, "complete the path", inForm, keys("tab"), noPage, nil},
		{accept, "select, or confirm", inList | inHelp | inForm | inTable | inStory, keys("enter"), noPage, nil},
		{remove, "remove the bookmark", inList, keys("ctrl+x"), noPage, nil},
		{takeOther, "open the article in the other pane", inList, keys("tab"), noPage, nil},
		{exportList, "export the list of conflicts to a new Markdown file", inList, keys("ctrl+e"), noPage, nil},
		{listOrder, "next order of the list of stories", inList, keys("ctrl+o"), noPage, nil},
		{cancel, "close, clear highlights, or go back", onPage | inList | inHelp | inForm | inTable | inStory, keys("esc"), noPage, (*model).cancel},
	}}
}

// step moves the cursor by sentences.
func step(by int) func(*model) tea.Cmd {
	return func(m *model) tea.Cmd {
		m.viewport.Step(by)
		return nil
	}
}

// scroll moves the page by lines that depend on the lines there are room for.
func scroll(lines func(height int) int) func(*model) tea.Cmd {
	return func(m *model) tea.Cmd {
		n := lines(m.viewport.Height)
		if n == 0 || (n < 0) != (lines(100) < 0) {
			n = cmp.Compare(lines(100), 0)
		}
		m.viewport.Scroll(n)
		return nil
	}
}

func end(last bool) func(*model) tea.Cmd {
	return func(m *model) tea.Cmd {
		m.viewport.End(last)
		return nil
	}
}

// stepPair goes to the next pair of the story. At the end of the story it offers
// the next one, which the same key then opens.
func stepPair(by int) func(*model) tea.Cmd {
	return func(m *model) tea.Cmd {
		if at := m.deck.Position(); !at.Free && m.offered != by && (by > 0 && at.Pair == at.Pairs-1 && at.Story < at.Stories-1 || by < 0 && at.Pair == 0 && at.Story > 0) {
			next := story.Title(m.deck.Stories[at.Story+by].Members(m.deck.Articles))
			which, do := "last", nextPair
			if by < 0 {
				which, do = "first", prevPair
			}
			m.offered, m.message = by, fmt.Sprintf("the %s pair of this story; %s again opens “%s”", which, m.keys.keyOf(do), next)
			return nil
		}
		m.offered = 0
		if !m.deck.Step(by) {
			m.message = map[int]string{1: "this is the last pair", -1: "this is the first pair"}[by]
		}
		return m.deck.Fetch()
	}
}

func stepStory(by int) func(*model) tea.Cmd {
	return func(m *model) tea.Cmd {
		to := m.deck.Position().Story + by
		if to < 0 || to >= len(m.deck.Stories) {
			m.message = map[int]string{1: "this is the last story", -1: "this is the first story"}[by]
			return nil
		}
		return m.openStory(to)
	}
}

func (m *model) swap() tea.Cmd {
	m.deck.Swap()
	return m.deck.Fetch()
}

// toPartner goes to the sentence of the other article that the current one is
// best linked to.
func (m *model) toPartner() tea.Cmd {
	at, ok := m.cursor()
	if !ok {
		m.message = noSentence
		return nil
	}
	p := m.viewport.Page
	switch row := p.Rows[m.viewport.Current()]; {
	case row.Folded:
		m.opened = page.Fold{Cursor: at, Is: true}
		return nil
	case row.Relation == layout.Furniture && p.Extent(at).Folded:
		return m.fold()
	}
	partners := p.Partners(at)
	if len(partners) == 0 {
		m.message = "no sentence of " + nameOf(p, at.Side.Other()) + " reports this"
		return nil
	}
	m.goTo(partners[0].Side, partners[0].Sentence)
	return nil
}

// otherPane goes to the other pane, at the same height.
func (m *model) otherPane() tea.Cmd {
	m.viewport.Turn()
	m.message = m.article(int(m.viewport.Focus)).Name() + ", on the " + sideNames[m.viewport.Focus]
	return nil
}

// viewCommands returns the command that goes through the views, and one for each
// of them.
func viewCommands() []command {
	var names []string
	all := []command{{}}
	for _, v := range layout.Views {
		names = append(names, v.Name)
		all = append(all, command{viewAction(v), v.Long, onPage, nil, noPage, showView(v)})
	}
	all[0] = command{changeView, "next view: " + inWords(names), onPage, []string{"v"}, noPage, (*model).nextView}
	return all
}

// viewAction names the command that shows a view.
func viewAction(v *layout.View) action { return action("view-" + v.Name) }

// nextView changes to the next view.
func (m *model) nextView() tea.Cmd {
	at := slices.Index(layout.Views, m.view)
	return showView(layout.Views[(at+1)%len(layout.Views)])(m)
}

// showView returns the command that changes to a view.
func showView(v *layout.View) request {
	return func(m *model) tea.Cmd {
		if m.width < m.narrow() {
			m.message = fmt.Sprintf("two panes need %d columns; this terminal has %d", m.narrow(), m.width)
			return nil
		}
		m.view = v
		m.message = v.Name + ": " + v.Help
		return nil
	}
}

// foldAgreed folds what both articles agree on, or shows it again.
func (m *model) foldAgreed() tea.Cmd {
	if p := m.pageRead(); p != nil && !m.agreed && !p.Has(func(rows []layout.Row) bool {
		return slices.ContainsFunc(layout.Fold(p.Comparison, rows, nil), func(r layout.Row) bool { return r.Folded })
	}) {
		m.message = "nothing to fold: no sentence is the same in both"
	}
	m.agreed, m.opened = !m.agreed, page.Fold{}
	return nil
}

// fold shows the lines of the page that are not the article, or folds them.
func (m *model) fold() tea.Cmd {
	if p := m.pageRead(); p != nil && !p.Has(func(rows []layout.Row) bool {
		return slices.ContainsFunc(rows, func(r layout.Row) bool { return r.Relation == layout.Furniture })
	}) {
		m.message = "nothing to show: both pages are all article"
	}
	m.furniture = !m.furniture
	return nil
}

func (m *model) switchMouse() tea.Cmd {
	m.freeMouse = !m.freeMouse
	m.message = "the mouse scrolls and selects sentences again"
	if m.freeMouse {
		m.message = "the mouse now selects text; " + m.keys.keyOf(toggleMouse) + " to capture it again"
	}
	return nil
}

func (m *model) openHelp() tea.Cmd {
	m.open(newHelp())
	return nil
}

// cancel clears matches and highlights, closes the fold that was opened and
// forgets keys pressed ahead; where there is nothing of these it goes back to
// the screen that the pair was opened from, or gives up the judge's answer. A message disappears at any key.
func (m *model) cancel() tea.Cmd {
	if back := m.back; len(back) > 0 && m.find.query == "" && !m.words.on && m.opened == (page.Fold{}) && m.awaited == (awaited{}) {
		m.back = nil
		for _, s := range back {
			m.open(s)
		}
		return nil
	}
	if idle := m.find.query == "" && !m.words.on && m.opened == (page.Fold{}) && m.awaited == (awaited{}); idle && m.deck.Asking(m.deck.Wanted()) {
		m.deck.StopAsking(m.deck.Wanted())
		m.message = "no longer asking the judge about this pair"
		return nil
	}
	m.find, m.words, m.opened, m.awaited = search{}, words{}, page.Fold{}, awaited{}
	return nil
}

// cursor returns the sentence being read; false until the pair that was asked
// for is there, and for one without a sentence.
func (m *model) cursor() (session.Cursor, bool) {
	return m.viewport.Cursor, m.pageRead() != nil && !m.viewport.Empty()
}

// goTo makes a sentence of the wanted pair the current one and brings it into
// view, as soon as the pair is compared.
func (m *model) goTo(side diffview.Side, sentence int) {
	to := session.Cursor{Side: side, Sentence: sentence}
	if m.pageRead() != nil {
		m.viewport.Reach(to)
		return
	}
	m.target = &target{m.deck.Wanted(), to}
}

// openPair makes a pair wanted, whether or not a story has it, with its first
// article on the left.
func (m *model) openPair(p session.Pair) tea.Cmd {
	m.deck.Survey(nil)
	m.deck.Open(p)
	return m.deck.Fetch()
}

// openStory makes the first pair of a story wanted.
func (m *model) openStory(i int) tea.Cmd {
	m.deck.Survey(nil)
	m.deck.OpenStory(i)
	return m.deck.Fetch()
}
