package quote

import (
	"strings"

	"parallax/diffview/doc"
)

// The words of quotations as they are compared. What an editor may do to
// somebody's words without changing them is undone here: contractions written
// out or not, figures or words, what brackets insert and dots leave out.

// A Word is one word of a quotation.
type Word struct {
	Text    string // folded, contractions written out
	Token   int
	Content bool
	Hole    bool // words may be left out or put in before it: “…”, “[the mayor]”, a break
}

// contractions are the parts of contracted words as they are written out.
var contractions = map[string][]string{
	"n't": {"not"}, "ca": {"can"}, "wo": {"will"}, "sha": {"shall"}, "'re": {"are"}, "'m": {"am"}, "'ll": {"will"}, "'ve": {"have"},
	"cannot": {"can", "not"}, "gonna": {"going", "to"}, "wanna": {"want", "to"}, "gotta": {"got", "to"}, "%": {"percent"},
	"ok": {"okay"}, "o.k.": {"okay"}, "u.s.": {"united", "states"}, "u.s": {"united", "states"}, "'em": {"them"}, "'cause": {"because"},
	"gen.": {"general"}, "sen.": {"senator"}, "rep.": {"representative"}, "gov.": {"governor"}, "dr.": {"doctor"}, "pres.": {"president"},
	"sec.": {"secretary"}, "lt.": {"lieutenant"}, "vs.": {"versus"}, "v.": {"versus"}, "one": {"1"}, "two": {"2"}, "three": {"3"},
	"four": {"4"}, "five": {"5"}, "six": {"6"}, "seven": {"7"}, "eight": {"8"}, "nine": {"9"}, "ten": {"10"},
	"till": {"until"}, "&": {"and"}, "u.n.": {"united", "nations"}, "towards": {"toward"}, "thru": {"through"},
}

// words returns the words of the tokens [first, last).
func (p *Doc) words(first, last int) []Word {
	out := make([]Word, 0, last-first)
	hole, bracket := false, ""
	for t := first; t < last; t++ {
		tok := &p.Tokens[t]
		if tok.Class == doc.Punctuation {
			switch mark := tok.Text; {
			case bracket != "":
				if mark == bracket {
					bracket = ""
				}
			case mark == "[":
				hole, bracket = true, "]"
			case mark == "(":
				hole, bracket = true, ")"
			case strings.HasPrefix(mark, "…") || strings.HasPrefix(mark, "..") || mark[0] == '*':
				hole = true
			case strings.HasPrefix(mark, "--") && t > first && p.Tokens[t-1].End == tok.Start && t+1 < last && tok.End == p.Tokens[t+1].Start:
				hole = len(p.Tokens[t-1].Text) <= 2 // a word made unreadable: "f-----g"
			}
			continue
		}
		if bracket != "" {
			hole = true
			continue
		}
		expanded := contractions[tok.Text]
		if expanded == nil {
			expanded = []string{tok.Text}
		}
		if raw := tok.Of(p.Article.Text); raw == "US" {
			expanded = contractions["u.s."]
		}
		hole = hole || strings.Contains(tok.Text, "*") // made unreadable
		for _, w := range expanded {
			out = append(out, Word{Text: w, Token: t, Content: tok.Matters(), Hole: hole})
			hole = false
		}
	}
	return out
}

// JoinWords returns words written as one: "super majority" and "supermajority"
// are the same.
func JoinWords(words []Word) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(w.Text)
	}
	return b.String()
}
