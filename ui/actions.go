package ui

import (
	"parallax/diffview/layout"
	"parallax/ui/keys"
	"parallax/ui/page"
)

// A command is what an action does to the page, and what it needs of it.
type command struct {
	needs need
	run   handler
}

// commands returns what each action of the page does; the others mean something to
// screens only. The keys that ask for them and their help are in package keys.
func commands() map[keys.Action]command {
	all := map[keys.Action]command{
		keys.NextSentence:    {pageSoon, step(1)},
		keys.PrevSentence:    {pageSoon, step(-1)},
		keys.LineDown:        {pageSoon, scroll(func(int) int { return 1 })},
		keys.LineUp:          {pageSoon, scroll(func(int) int { return -1 })},
		keys.HalfDown:        {pageSoon, scroll(func(h int) int { return h / 2 })},
		keys.HalfUp:          {pageSoon, scroll(func(h int) int { return -h / 2 })},
		keys.PageDown:        {pageSoon, scroll(func(h int) int { return h - 2 })},
		keys.PageUp:          {pageSoon, scroll(func(h int) int { return 2 - h })},
		keys.ToStart:         {pageSoon, end(false)},
		keys.ToEnd:           {pageSoon, end(true)},
		keys.ToPartner:       {pageSoon, (*model).toPartner},
		keys.OtherPane:       {pageSoon, (*model).otherPane},
		keys.OpenParticulars: {pageNow, (*model).openParticulars},
		keys.NextDifference:  {pageSoon, seek(1, "difference", (*page.Page).DifferenceStops)},
		keys.PrevDifference:  {pageSoon, seek(-1, "difference", (*page.Page).DifferenceStops)},
		keys.NextConflict:    {pageSoon, seekConflict(1)},
		keys.PrevConflict:    {pageSoon, seekConflict(-1)},
		keys.NextOnly:        {pageSoon, seek(1, onlyOne, (*page.Page).OnlyStops)},
		keys.PrevOnly:        {pageSoon, seek(-1, onlyOne, (*page.Page).OnlyStops)},
		keys.NextPair:        {noPage, stepPair(1)},
		keys.PrevPair:        {noPage, stepPair(-1)},
		keys.NextStory:       {noPage, stepStory(1)},
		keys.PrevStory:       {noPage, stepStory(-1)},
		keys.SwapSides:       {noPage, (*model).swap},
		keys.OpenArticles:    {noPage, (*model).openPicker},
		keys.OpenStoryPage:   {noPage, (*model).openStoryPage},
		keys.OpenConflicts:   {noPage, (*model).openConflicts},
		keys.OpenMatrix:      {noPage, (*model).openMatrix},
		keys.OpenStories:     {noPage, (*model).openStories},
		keys.OpenMoves:       {noPage, (*model).openMoves},
		keys.OpenVersions:    {noPage, (*model).openVersions},
		keys.ArticleNumber:   {noPage, (*model).byNumber},
		keys.FindHere:        {noPage, (*model).openFind},
		keys.FindNext:        {pageSoon, findBy(1)},
		keys.FindPrev:        {pageSoon, findBy(-1)},
		keys.FindAll:         {noPage, (*model).openFindAll},
		keys.FoldAgreed:      {noPage, (*model).foldAgreed},
		keys.ShowWords:       {pageSoon, (*model).showWords},
		keys.ToggleFurniture: {noPage, (*model).fold},
		keys.CycleTheme:      {noPage, (*model).nextTheme},
		keys.ToggleMouse:     {noPage, (*model).switchMouse},
		keys.ExportPair:      {pageNow, (*model).export},
		keys.CopySentence:    {pageNow, (*model).copySentence},
		keys.CopySummary:     {pageNow, (*model).copySummary},
		keys.OpenEditor:      {pageNow, (*model).openEditor},
		keys.OpenAddress:     {noPage, (*model).openAddress},
		keys.MakeBookmark:    {pageNow, (*model).bookmarkHere},
		keys.OpenBookmarks:   {noPage, (*model).openBookmarks},
		keys.OpenPalette:     {noPage, (*model).openPalette},
		keys.ToggleHelp:      {noPage, (*model).openHelp},
		keys.Suspend:         {noPage, (*model).suspend},
		keys.Quit:            {noPage, (*model).leave},
		keys.Cancel:          {noPage, (*model).cancel},
		keys.ChangeView:      {noPage, (*model).nextView},
	}
	addViews(all)
	return all
}

// addViews adds what shows each view.
func addViews(all map[keys.Action]command) {
	for _, v := range layout.Views {
		all[keys.ViewAction(v)] = command{noPage, showView(v)}
	}
}
