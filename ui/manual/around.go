package manual

import "parallax/ui/keep"

// What is around the program, which it has no table of. A test holds that every
// variable that the code reads is listed.

var environment = [][2]string{
	{"NO_COLOR", "If set to anything but the empty string, the reader uses no colours: underlining, weight and signs carry the marks."},
	{"TERM, COLORTERM", "What the terminal can show. With TERM=dumb the reader is not opened; use --plain."},
	{"COLORFGBG", "Whether the background is light, until the terminal answers."},
	{"VISUAL, EDITOR", "The editor that E opens an article in, the first that is set."},
	{"BROWSER", "The program that U opens an address in."},
	{"OPENAI_API_KEY", "The key of a judge behind a server, unless the configuration names another variable."},
	{"XDG_CONFIG_HOME, XDG_STATE_HOME, XDG_DATA_HOME, XDG_CACHE_HOME, HOME", "Where the files below are."},
	{"GOGC", "How often memory is cleaned up, instead of what suits the size of the corpus."},
}

// files returns what the program reads and writes besides articles.
func files() [][2]string {
	home := keep.HomeFolders(func(name string) string { return map[string]string{"HOME": "~"}[name] })
	return [][2]string{
		{home.Settings(), "The configuration, below $XDG_CONFIG_HOME if that is set."},
		{home.Places(), "Where each folder was left, below $XDG_STATE_HOME if that is set. Safe to delete."},
		{home.Notebook(), "Bookmarks, one per line, below $XDG_DATA_HOME if that is set."},
		{home.Moves(), "Articles that were moved to another story, one per line."},
		{"~/.cache/parallax", "Parsed files, compared pairs and answers of judges, below $XDG_CACHE_HOME if that is set. Safe to delete."},
	}
}

var statuses = [][2]string{
	{"0", "Nothing differs; of “conflicts”, there are none; of all other commands, success."},
	{"1", "Something differs (parallax A B, diff, versions), or there are conflicts (conflicts)."},
	{"2", "An error: one line on standard error says what happened, to which file, and what to do."},
}

var examples = [][2]string{
	{"Read the articles of a folder:", "parallax news/"},
	{"Fail a script when the articles of a folder conflict, and keep the list:", "parallax conflicts --format csv -o conflicts.csv news/"},
	{"Compare two articles out of one export:", "parallax diff 'export.docx#3' 'export.docx#5' --format json -o pair.json"},
	{"Install this page for yourself:", "mkdir -p ~/.local/share/man/man1\nparallax man > ~/.local/share/man/man1/parallax.1"},
}
