package text

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestFrontMatterIsSafe feeds YAML that would explode or nest without end.
func TestFrontMatterIsSafe(t *testing.T) {
	bomb := "---\na: &a [x,x,x,x,x,x,x,x,x,x]\n"
	for c := 'b'; c < 'k'; c++ {
		bomb += fmt.Sprintf("%c: &%c [%s]\n", c, c, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*%c,", c-1), 10), ","))
	}
	bomb += "author: *j\ntitle: Bridge\n---\nThe bridge was closed.\n"
	if got := describe("a.md", []byte(bomb)); !strings.HasPrefix(got, "title = Bridge") {
		t.Errorf("a bomb: %.200s", got)
	}
	loop := "---\ntitle: &a [*a]\n---\nThe bridge was closed.\n"
	describe("a.md", []byte(loop)) // must end
	deep := "---\ntitle: " + strings.Repeat("[", 30000) + "\n---\nThe bridge was closed.\n"
	if got := describe("a.md", []byte(deep)); !strings.HasPrefix(got, "text:\nThe bridge was closed.\nlost: front matter: line 2: ") {
		t.Errorf("deep nesting: %.200s", got)
	}
	long := "---\ntitle: " + strings.Repeat("x", maxFrontMatter) + "\n---\nThe bridge was closed.\n"
	if got := describe("a.md", []byte(long)); got != "error: front matter: line 1: longer than 64 KB\n" {
		t.Errorf("long: %.200s", got)
	}
	if data, err := os.ReadFile("../../../../shared/samples/hostile/bomb.yaml"); err == nil {
		describe("a.md", []byte("---\n"+string(data)+"\n---\nThe bridge was closed.\n"))
	}
}

// TestMarkdownKeepsWords: whatever signs stand between words, no word is lost.
func TestMarkdownKeepsWords(t *testing.T) {
	for _, s := range []string{
		"**The* bridge_ `was ~~closed", "[The [bridge](x) was](y) closed", "*The **bridge* was** closed", "> - # The bridge was closed",
		"![The bridge](x.png) was closed", "| The | bridge |\n|---|---|\n| was | closed |", "The\\\nbridge was closed", "1. The bridge\n2. was closed",
		"The bridge was[^1] closed\n\n[^1]: yes", "<p>The <b>bridge</b> was</p> closed", "The <bridge was> closed", "The (bridge) [was] closed",
		"The\n===\nbridge\n---\nwas closed", "f*cking The bridge was closed f*ck", "a_The_b bridge 2*3*4 was closed",
	} {
		got, _ := plainMarkdown(s)
		at := 0
		for _, w := range []string{"The", "bridge", "was", "closed"} {
			i := strings.Index(got[at:], w)
			if i < 0 {
				t.Errorf("%q gave %q: lost %q", s, got, w)
				break
			}
			at += i
		}
	}
}

func FuzzPlainMarkdown(f *testing.F) {
	f.Add("The **bridge** was [closed](x) on _Monday_")
	f.Add("a *b c* d `e` ~~f~~ \\*g\\*")
	f.Fuzz(func(t *testing.T, s string) {
		s = string([]rune(s)) // decode gives nothing but UTF-8: signs taken away must not join bytes into a character
		got, _ := plainMarkdown(s)
		if !utf8.ValidString(got) {
			t.Errorf("%q became invalid: %q", s, got)
		}
		if strings.ContainsAny(s, "<[!&\\`~\n\r") || strings.ContainsRune(s, '\U0010FE00') {
			return // links, tags and entities take their addresses and names along
		}
		letters := func(s string) string {
			return strings.Map(func(r rune) rune {
				if isWordRune(r) {
					return r
				}
				return -1
			}, s)
		}
		if letters(got) != letters(s) {
			t.Errorf("%q became %q: letters lost", s, got)
		}
	})
}
