package help

import (
	"cmp"
	"slices"

	"parallax/diffview/layout"
	"parallax/diffview/measured"
	"parallax/ui/keys"
	"parallax/ui/look"
	"parallax/ui/page"
)

// A topic is a heading with what is explained below it.
type topic struct {
	name string
	rows []row
	over keys.Mode // the screens over the page that it is about; 0 where it is about the page too
}

// A row is a key, a look or a sign, and what it means.
type row struct {
	name look.Piece
	says string
}

// topics returns all there is to be explained: the keys, then what is seen; first
// what is about the screen that is shown.
func topics(k *keys.Map, shown keys.Mode) (all []topic) {
	for _, t := range k.Topics {
		of := topic{name: t.Name, over: t.Over()}
		for i := range t.Commands {
			if shown := t.Commands[i].Shown(); shown != "" {
				of.rows = append(of.rows, row{look.Agree.Of(shown), t.Commands[i].Help})
			}
		}
		all = append(all, of)
	}
	all = append(all, mouse, narrowing, marks, signs(), margins, storySigns)
	noticed := topic{name: "Conflicts noticed, of those that readers marked"}
	for _, k := range measured.Last().Kinds {
		said := k.Name()
		if k.Reported > 0 {
			said += "; of those reported, " + k.Worth() + " are right"
		}
		noticed.rows = append(noticed.rows, row{look.Plain.Of(k.Count()), said})
	}
	all = append(all, noticed)
	slices.SortStableFunc(all, func(a, b topic) int { return cmp.Compare(b.over&shown, a.over&shown) })
	return all
}

// mouse explains what is done with the mouse.
var mouse = topic{name: "With the mouse", rows: []row{
	{look.Agree.Of("a sentence"), "to it"},
	{look.Agree.Of("the overview"), "to that place of the text, also by dragging"},
	{look.Agree.Of("a named key"), "what the key does"},
	{look.Agree.Of("an outlet"), "choose an article for this pane; a headline too"},
	{look.Agree.Of("pair, story"), "above the text: choose another"},
	{look.Agree.Of("conflicts"), "above the text: to the next"},
	{look.Agree.Of("a row"), "of a list: select it; again to open it"},
}}

// narrowing explains what can be typed into lists.
var narrowing = topic{name: "What is typed into lists", over: keys.InList, rows: []row{
	{look.Agree.Of("word"), "rows that have it, or else its letters in their order; several words: all of them"},
	{look.Agree.Of("'word"), "as written, never letters with others between"},
	{look.Agree.Of("!word"), "rows without it"},
	{look.Agree.Of("^word word$"), "at the beginning, at the end of a column"},
	{look.Agree.Of("date:2025"), "in the column of that name or its beginning; also !outlet:bbc, title:^fire"},
	{look.Agree.Of(`two\ words`), "a backslash before a space that is part of the word"},
}}

// marks explains the looks of words.
var marks = topic{name: "Marks of words", rows: []row{
	{look.Agree.Of("words"), "both articles say it, in the same or other words"},
	{look.Perhaps.Of("words"), "both say it if the match, which is unsure, is right"},
	{look.Detail.Of("words"), "in a sentence that both report: only this article says it, as far as was noticed"},
	{look.Plain.Of("words"), "in a sentence that both report: it is unclear whether the other article says it"},
	{look.Wording.Of("words"), "both report it but word it differently; no evidence of a conflict"},
	{look.Conflict.Of("words"), "both report it and cannot both be right; the line below the text says why"},
	{look.Added.Of("words"), "in two versions of one article: only this version says it (what is the same is plain)"},
}}

// signs explains what is between the texts.
func signs() topic {
	return topic{name: "Signs between the texts", rows: []row{
		{look.Sign.Of(layout.Same.Sign()), "word for word the same"},
		{look.Sign.Of(layout.Similar.Sign()), "both report it"},
		{look.Sign.Of(layout.Conflict.Sign()), "both report it, and they conflict"},
		{look.Sign.Of(layout.Unsure.Sign()), "perhaps the same: " + measured.Unsure()},
		{look.Sign.Of("┊"), "the lines below such a one; elsewhere │"},
		{look.Sign.Of(layout.OnlyLeft.Sign() + " " + layout.OnlyRight.Sign()), "only the left article has it, only the right one"},
		{look.Sign.Of(layout.Furniture.Sign()), "page lines outside the article"},
		{look.Quiet.Of("12"), "which sentence of the article it is"},
		{look.Quiet.Of("12*"), "a repeat: the sentence is shown in full elsewhere"},
		{look.Quiet.Of("12" + layout.ParagraphSign), "in two versions of one article: a paragraph begins here in this one only"},
	}}
}

// margins explains the columns at both edges of a text.
var margins = topic{name: "Columns at the edges of a text", rows: []row{
	{look.Marker.Of("▌"), "left: the current sentence"},
	{look.Marker.Of("▏"), "left: the sentences that match it"},
	{look.Marker.Of(page.Kept), "left: a bookmark"},
	{look.Sign.Of("▐"), "right, the overview of the whole text: what is on the screen; click or drag to go elsewhere"},
	{look.Shared.Of("█"), "overview: both say it"},
	{look.Lone.Of("▒"), "overview: only this article says it"},
	{look.Other.Of("▓"), "overview: worded differently"},
	{look.Conflict.Of("!"), "overview: a conflict"},
	{look.Track.Of("░"), "overview: nothing of this article"},
}}

// storySigns explains the cells of a story's table.
var storySigns = topic{name: "Signs on the page of a story", over: keys.InStory, rows: []row{
	{look.Quiet.Of("4/5"), "so many of the story's texts report it; a text that several print counts once"},
	{look.Agree.Of("●"), "the article reports it"},
	{look.Quiet.Of("○"), "perhaps it does"},
	{look.Quiet.Of("·"), "not found in it, though it may report it in other words"},
	{look.Agree.Of("6  ≥6  6?"), "it does, with this figure; at least; perhaps"},
	{look.Wording.Of("6!"), "in conflict with what others say"},
	{look.Marker.Of("[ ]  +"), "the chosen article; the one marked to open beside it"},
}}
