package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"parallax/corpus/corpustest"
)

// evilNumber is in every control sequence that an article or a paste contains,
// and in none that the program sends.
const evilNumber = "6666"

// escapes are what must never reach a terminal: a title, a copy, a colour, a
// device control string, a message, the same in C1, text turned round.
const escapes = "\x1b]0;evil\x07 \x1b]52;c;ZXZpbA==\x1b\\ \x1b[" + evilNumber + "m \x1bPevil\x1b\\ \x1b_evil\x1b\\ \u009b" + evilNumber + "m \u009d0;evil\u009c \u202eevil\u202c \u2066evil\u2069 \x07\b\x0e\x7f\u200f"

// writeHostile makes a folder of articles that are made to do harm, or are odd
// in one thing.
func writeHostile(t *testing.T, folder string) {
	body := "The gondola stopped over the valley on Tuesday with 53 people in it. Rescuers brought them down one by one, the inspectorate said. "
	files := map[string]string{
		"escapes.txt":                 "Title " + escapes + "\n\nThe ferry " + escapes + " was halted on Tuesday. " + body,
		"escapes.json":                `{"title": "` + jsonEscaped(escapes) + `", "outlet": "` + jsonEscaped(escapes) + `", "author": "` + jsonEscaped(escapes) + `", "text": "` + body + jsonEscaped(escapes) + `", "date": "2024-03-02"}`,
		"escapes.html":                "<html><head><title>&#27;]0;evil&#7; gondola &#x202e;</title></head><body><article><p>" + body + "&#27;[" + evilNumber + "m &#155;" + evilNumber + "m</p><p>" + body + escapes + "</p></article></body></html>",
		"nul.txt":                     "Gondola\x00 stops\n\n" + body + "\x00",
		"bidi.txt":                    "שלום\n\nעברית " + body + "العربية \u202e reversed",
		"marks.txt":                   "Z" + strings.Repeat("\u0301\u0335", 400) + "algo\n\n" + body + "e" + strings.Repeat("\u0308", 1000) + "nd.",
		"wide.txt":                    "漢字の見出し\n\n" + strings.Repeat("貨物船は火曜日に港で止まった。", 200) + " 👩‍👩‍👧‍👦🏴󠁧󠁢󠁷󠁬󠁳󠁿 " + body,
		"line.txt":                    strings.Repeat("x", 200_000) + " " + body,
		"words.txt":                   "One sentence\n\n" + strings.Repeat("the gondola and ", 1000) + "that was all.",
		"spaces.txt":                  strings.Repeat(" \t\u00a0\u3000", 2000) + body,
		"empty.txt":                   "",
		"blank.txt":                   "\n\n \n",
		"title.txt":                   "Only a title",
		"sentence.txt":                "The gondola stopped.",
		"sentence again.txt":          "The gondola stopped.",
		"number.txt":                  "7",
		"same one.txt":                "Gondola stops\n\n" + strings.Repeat(body, 8),
		"same two.txt":                "Gondola stops\n\n" + strings.Repeat(body, 8),
		"broken.json":                 `{"title": "Gondola", "text": "` + body,
		"broken.jsonl":                `{"title": "Gondola", "text": "` + body + `"}` + "\n{{{\n" + `{"text": 7}` + "\n" + `{"title": "Ferry", "text": "` + body + `"}`,
		"deep.json":                   strings.Repeat("[", 5000) + strings.Repeat("]", 5000),
		"latin.txt":                   "Gond\xf4le arr\xeat\xe9e\n\nLa gondole s'est arr\xeat\xe9e mardi. " + body,
		"cut.txt":                     "\ufeffGondola\n\n" + body + "\xe2\x82",
		"picture.html":                "\x89PNG\r\n\x1a\n" + strings.Repeat("\x00\xff", 300),
		"+1 gondola.txt":              "Plus\n\n" + body,
		"-rf.txt":                     "Minus\n\n" + body,
		"+!echo evil >evil.txt":       "Command\n\n" + body,
		"two  spaces.txt":             "Spaces\n\n" + body,
		"esc\x1b]0;evil\x07.txt":      "Name\n\n" + body,
		"line\nbreak \u202e.txt":      "Name\n\n" + body,
		"latin \xe9\xff.txt":          "Name\n\n" + body,
		"folder \xe9/inside.txt":      "Name in a folder\n\n" + body,
		strings.Repeat("n", 255):      "Long name\n\n" + body,
		"long one.txt":                longArticle(1),
		"long two.txt":                longArticle(2),
		".hidden/not read.txt":        "Hidden\n\n" + body,
		"folder/" + "same three.txt":  "Gondola stops\n\n" + strings.Repeat(body, 8),
		"folder/folder/folder/bom.md": "\ufeff# Gondola\n\n" + body,
	}
	for name, text := range files {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Logf("%q: %v", name, err) // a file system that wants UTF-8
			continue
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Logf("%q: %v", name, err)
			continue
		}
		when := time.Date(2024, 3, 2, 8, 0, 0, 0, time.UTC)
		os.Chtimes(path, when, when)
	}
}

// jsonEscaped writes the control characters as JSON has them.
func jsonEscaped(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r < ' ' || r == '\\' || r == '"' {
			fmt.Fprintf(&b, `\u%04x`, r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// longArticle returns 20,000 words.
func longArticle(seed uint64) string {
	var b strings.Builder
	b.WriteString("The long report on the gondola\n\n")
	for a := range corpustest.News(seed, 40) {
		b.WriteString(strings.ReplaceAll(a.Text, "\n", " ") + "\n\n")
	}
	return b.String()
}
