package corpus

// Printable returns a text as one line that is safe to show, whoever wrote it:
// a word of the command line, the name of a file, what was pasted. What a
// terminal would act upon, or what would be there unseen, can be seen; spaces
// count.
func Printable(s string) string { return cleanPath(s) }
