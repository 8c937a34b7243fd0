package ui

import (
	"strings"

	"parallax/ui/page"
)

// commands returns the table of all commands, a topic a function. A new command
// needs a row here and the function that carries it out.
func commands() []topic {
	return []topic{movingTopic(), comparingTopic(), choosingTopic(), findingTopic(), showingTopic(), exportingTopic(), programTopic(), storyPageTopic(), overlayTopic()}
}

func movingTopic() topic {
	keys := strings.Fields
	return topic{"Moving", []command{
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
	}}
}

func comparingTopic() topic {
	keys := strings.Fields
	return topic{"Comparing", []command{
		{openParticulars, "all about the sentence: reasons, score, quotation, file, address", onPage, keys("i"), pageNow, (*model).openParticulars},
		{nextDifference, "next difference", onPage, keys("d"), pageSoon, seek(1, "difference", (*page.Page).DifferenceStops)},
		{prevDifference, "previous difference", onPage, keys("D"), pageSoon, seek(-1, "difference", (*page.Page).DifferenceStops)},
		{nextConflict, "next conflict, in the next pairs too", onPage, keys("c"), pageSoon, seekConflict(1)},
		{prevConflict, "previous conflict, in the pairs before too", onPage, keys("C"), pageSoon, seekConflict(-1)},
		{nextOnly, "next sentence that only one article has", onPage, keys("o"), pageSoon, seek(1, onlyOne, (*page.Page).OnlyStops)},
		{prevOnly, "previous sentence that only one article has", onPage, keys("O"), pageSoon, seek(-1, onlyOne, (*page.Page).OnlyStops)},
	}}
}

func choosingTopic() topic {
	keys := strings.Fields
	return topic{"Choosing", []command{
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
	}}
}

func findingTopic() topic {
	keys := strings.Fields
	return topic{"Finding", []command{
		{findHere, "find words in both articles", onPage, keys("/"), noPage, (*model).openFind},
		{findNext, "next match", onPage, keys("n"), pageSoon, findBy(1)},
		{findPrev, "previous match", onPage, keys("N"), pageSoon, findBy(-1)},
		{findAll, "find words in all articles", onPage, keys("ctrl+f"), noPage, (*model).openFindAll},
	}}
}

func showingTopic() topic {
	keys := strings.Fields
	return topic{"Showing", append(viewCommands(), []command{
		{foldAgreed, "fold or show sentences that agree", onPage, keys("z"), noPage, (*model).foldAgreed},
		{showWords, "highlight matching words; again to step through those that differ", onPage, keys("w"), pageSoon, (*model).showWords},
		{toggleFurniture, "show or fold page lines outside the article", onPage, keys("f"), noPage, (*model).fold},
		{cycleTheme, "next theme: auto, dark, light, high contrast", onPage, keys("t"), noPage, (*model).nextTheme},
		{toggleMouse, "release the mouse to select text, or capture it again", onPage, keys("M"), noPage, (*model).switchMouse},
	}...)}
}

func exportingTopic() topic {
	keys := strings.Fields
	return topic{"Export and copy", []command{
		{exportPair, "export this comparison: text, Markdown, HTML or JSON", onPage, keys("e"), pageNow, (*model).export},
		{copySentence, "copy the sentence with its partners and sources", onPage, keys("y"), pageNow, (*model).copySentence},
		{copySummary, "copy what the two articles share and where they conflict", onPage, keys("Y"), pageNow, (*model).copySummary},
		{openEditor, "open the article in your editor, at the sentence", onPage, keys("E"), pageNow, (*model).openEditor},
		{openAddress, "open the article's address in the browser", onPage | inHelp | inStory, keys("U"), noPage, (*model).openAddress},
		{makeBookmark, "bookmark the sentence or pair, with a note; again to edit or remove", onPage, keys("b"), pageNow, (*model).bookmarkHere},
		{openBookmarks, "list bookmarks", onPage, keys("B"), noPage, (*model).openBookmarks},
	}}
}

func programTopic() topic {
	keys := strings.Fields
	return topic{"Program", []command{
		{openPalette, "command palette", onPage, keys(":"), noPage, (*model).openPalette},
		{toggleHelp, "this help", onPage | inHelp | inList | inForm | inTable | inStory, keys("? f1"), noPage, (*model).openHelp},
		{suspend, "suspend", onPage | inStory, keys("ctrl+z"), noPage, (*model).suspend},
		{quit, "quit", onPage | inHelp | inStory, keys("q ctrl+c"), noPage, (*model).leave},
	}}
}

// storyPageTopic returns what keys do on the page of a story, besides those that do
// the same in tables.
func storyPageTopic() topic {
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

// overlayTopic returns what keys do in lists, tables and dialogues.
func overlayTopic() topic {
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
