package keys

import (
	"strings"

	"parallax/diffview/layout"
	"parallax/ui/label"
)

// topics returns the table of all commands, a topic a function.
func topics() []Topic {
	return []Topic{movingTopic(), comparingTopic(), choosingTopic(), findingTopic(), showingTopic(), exportingTopic(), programTopic(), storyPageTopic(), overlayTopic()}
}

// on returns keys that stand in one line.
func on(all string) []string { return strings.Fields(all) }

func movingTopic() Topic {
	return Topic{"Moving", []Command{
		{NextSentence, "next sentence", OnPage, on("j down")},
		{PrevSentence, "previous sentence", OnPage, on("k up")},
		{LineDown, "one line down", OnPage | InHelp, on("ctrl+e")},
		{LineUp, "one line up", OnPage | InHelp, on("ctrl+y")},
		{HalfDown, "half a page down", OnPage, on("ctrl+d")},
		{HalfUp, "half a page up", OnPage, on("ctrl+u")},
		{PageDown, "one page down", OnPage | InHelp | InStory, on("space pgdown")},
		{PageUp, "one page up", OnPage | InHelp | InStory, on("pgup")},
		{ToStart, "to the start", OnPage | InHelp | InStory, on("g home")},
		{ToEnd, "to the end", OnPage | InHelp | InStory, on("G end")},
		{ToPartner, "to the sentence in the other article that reports the same", OnPage, on("enter")},
		{OtherPane, "to the other pane", OnPage, on("tab")},
	}}
}

func comparingTopic() Topic {
	return Topic{"Comparing", []Command{
		{OpenParticulars, "all about the sentence: reasons, score, quotation, file, address", OnPage, on("i")},
		{NextDifference, "next difference", OnPage, on("d")},
		{PrevDifference, "previous difference", OnPage, on("D")},
		{NextConflict, "next conflict, in the next pairs too", OnPage, on("c")},
		{PrevConflict, "previous conflict, in the pairs before too", OnPage, on("C")},
		{NextOnly, "next sentence that only one article has", OnPage, on("o")},
		{PrevOnly, "previous sentence that only one article has", OnPage, on("O")},
	}}
}

func choosingTopic() Topic {
	return Topic{"Choosing", []Command{
		{NextPair, "next pair of articles", OnPage, on("] right")},
		{PrevPair, "previous pair of articles", OnPage, on("[ left")},
		{NextStory, "next story", OnPage, on("}")},
		{PrevStory, "previous story", OnPage, on("{")},
		{SwapSides, "swap the two sides", OnPage, on("x")},
		{OpenArticles, "choose an article for this pane or the other", OnPage, on("p")},
		{OpenStoryPage, "what all articles of the story report: facts by article", OnPage, on("a")},
		{OpenConflicts, "conflicts in all stories", OnPage | InStory, on("!")},
		{OpenMatrix, "table of how much each pair of the story shares", OnPage, on("m")},
		{OpenStories, "choose a story", OnPage, on("s")},
		{OpenMoves, "move the article to another story, or split the story", OnPage, on("S")},
		{OpenVersions, "what changed from version to version of the article", OnPage | InStory, on("V")},
		{ArticleNumber, "open article N of the story in this pane", OnPage, on("1 2 3 4 5 6 7 8 9 0")},
	}}
}

func findingTopic() Topic {
	return Topic{"Finding", []Command{
		{FindHere, "find words in both articles", OnPage, on("/")},
		{FindNext, "next match", OnPage, on("n")},
		{FindPrev, "previous match", OnPage, on("N")},
		{FindAll, "find words in all articles", OnPage, on("ctrl+f")},
	}}
}

func showingTopic() Topic {
	return Topic{"Showing", append(viewCommands(), []Command{
		{FoldAgreed, "fold or show sentences that agree", OnPage, on("z")},
		{ShowWords, "highlight matching words; again to step through those that differ", OnPage, on("w")},
		{ToggleFurniture, "show or fold page lines outside the article", OnPage, on("f")},
		{CycleTheme, "next theme: auto, dark, light, high contrast", OnPage, on("t")},
		{ToggleMouse, "release the mouse to select text, or capture it again", OnPage, on("M")},
	}...)}
}

func exportingTopic() Topic {
	return Topic{"Export and copy", []Command{
		{ExportPair, "export this comparison: text, Markdown, HTML or JSON", OnPage, on("e")},
		{CopySentence, "copy the sentence with its partners and sources", OnPage, on("y")},
		{CopySummary, "copy what the two articles share and where they conflict", OnPage, on("Y")},
		{OpenEditor, "open the article in your editor, at the sentence", OnPage, on("E")},
		{OpenAddress, "open the article's address in the browser", OnPage | InHelp | InStory, on("U")},
		{MakeBookmark, "bookmark the sentence or pair, with a note; again to edit or remove", OnPage, on("b")},
		{OpenBookmarks, "list bookmarks", OnPage, on("B")},
	}}
}

func programTopic() Topic {
	return Topic{"Program", []Command{
		{OpenPalette, "command palette", OnPage, on(":")},
		{ToggleHelp, "this help", OnPage | InHelp | InList | InForm | InTable | InStory, on("? f1")},
		{Suspend, "suspend", OnPage | InStory, on("ctrl+z")},
		{Quit, "quit", OnPage | InHelp | InStory, on("q ctrl+c")},
	}}
}

// storyPageTopic returns what keys do on the page of a story, besides those that do
// the same in tables.
func storyPageTopic() Topic {
	return Topic{"On the page of a story", []Command{
		{StoryDown, "next fact", InStory, on("j")},
		{StoryUp, "previous fact", InStory, on("k")},
		{StoryLeft, "one article left", InStory, on("h")},
		{StoryRight, "one article right", InStory, on("l")},
		{StoryMark, "mark the column to open beside another; again to unmark it", InStory, on("tab")},
		{StoryOrder, "order: most texts first, as told by this article, first told first", InStory, on("s")},
		{StoryConflicts, "only facts in conflict, or the next story with some; again for all", InStory, on("c")},
		{StoryNumbers, "only facts with numbers; again for all", InStory, on("n")},
		{StoryQuotations, "only facts with quotations; again for all", InStory, on("u")},
		{StoryAlone, "sentences that only this article has; again for all facts", InStory, on("o")},
		{StoryLeftOut, "facts of all others, not found in this article; again for all", InStory, on("m")},
	}}
}

// overlayTopic returns what keys do in lists, tables and dialogues.
func overlayTopic() Topic {
	return Topic{"In lists and dialogues", []Command{
		{ListDown, "next row", InList | InHelp | InForm | InTable | InStory, on("down ctrl+n")},
		{ListUp, "previous row", InList | InHelp | InForm | InTable | InStory, on("up ctrl+p")},
		{ListPageDown, "one page of rows down", InList | InTable, on("pgdown")},
		{ListPageUp, "one page of rows up", InList | InTable, on("pgup")},
		{CellLeft, "one column left", InTable | InStory, on("left")},
		{CellRight, "one column right", InTable | InStory, on("right")},
		{NextChoice, "next option", InForm, on("right space")},
		{PrevChoice, "previous option", InForm, on("left")},
		{Complete, "complete the path", InForm, on("tab")},
		{Accept, "select, or confirm", InList | InHelp | InForm | InTable | InStory, on("enter")},
		{Remove, "remove the bookmark", InList, on("ctrl+x")},
		{TakeOther, "open the article in the other pane", InList, on("tab")},
		{ExportList, "export all conflicts to a new Markdown file", InList, on("ctrl+e")},
		{ListOrder, "next order of the list of stories", InList, on("ctrl+o")},
		{Cancel, "close, clear highlights, or go back", OnPage | InList | InHelp | InForm | InTable | InStory, on("esc")},
	}}
}

// viewCommands returns the command that goes through the views, and one for each
// of them.
func viewCommands() []Command {
	var names []string
	all := []Command{{}}
	for _, v := range layout.Views {
		names = append(names, v.Name)
		all = append(all, Command{ViewAction(v), v.Long, OnPage, nil})
	}
	all[0] = Command{ChangeView, "next view: " + label.List(names), OnPage, []string{"v"}}
	return all
}

// ViewAction names the command that shows a view.
func ViewAction(v *layout.View) Action { return Action("view-" + v.Name) }
