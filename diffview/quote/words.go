package quote

import (
	"strings"
	"sync"

	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
)

// The words of quotations as they are compared. What an editor may do to
// somebody's words without changing them is undone here: contractions written
// out or not, figures or words, what brackets insert and dots leave out.

// A Word is one word of a quotation.
type Word struct {
	Text    string // folded, contractions written out
	Spelled string // the same in one of its spellings: equal when only the spelling differs
	Token   int
	Content bool
	Hole    bool // words may be left out or put in before it: “…”, “[the mayor]”, a break
}

// contractions are the parts of contracted words as they are written out.
var contractions = sync.OnceValue(func() map[string][]string {
	return map[string][]string{
		"n't": {"not"}, "ca": {"can"}, "wo": {"will"}, "sha": {"shall"}, "'re": {"are"}, "'m": {"am"}, "'ll": {"will"}, "'ve": {"have"},
		"cannot": {"can", "not"}, "gonna": {"going", "to"}, "wanna": {"want", "to"}, "gotta": {"got", "to"}, "%": {"percent"},
		"ok": {"okay"}, "o.k.": {"okay"}, "u.s.": {"united", "states"}, "u.s": {"united", "states"}, "'em": {"them"}, "'cause": {"because"},
		"gen.": {"general"}, "sen.": {"senator"}, "rep.": {"representative"}, "gov.": {"governor"}, "dr.": {"doctor"}, "pres.": {"president"},
		"sec.": {"secretary"}, "lt.": {"lieutenant"}, "vs.": {"versus"}, "v.": {"versus"}, "one": {"1"}, "two": {"2"}, "three": {"3"},
		"four": {"4"}, "five": {"5"}, "six": {"6"}, "seven": {"7"}, "eight": {"8"}, "nine": {"9"}, "ten": {"10"},
		"till": {"until"}, "&": {"and"}, "u.n.": {"united", "nations"}, "towards": {"toward"}, "thru": {"through"},
	}
})

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
		expanded := contractions()[tok.Text]
		if expanded == nil {
			expanded = []string{tok.Text}
		}
		if raw := tok.Of(p.Article.Text); raw == "US" {
			expanded = contractions()["u.s."]
		}
		matters := tok.Matters()
		if ending := p.setOff(t, first); ending != nil {
			expanded, matters = ending, false
			if n := len(out) - 1; ending[0] == "not" && n >= 0 {
				whole := contractions()[strings.TrimSuffix(out[n].Text, "n")]
				if whole == nil {
					whole = []string{strings.TrimSuffix(out[n].Text, "n")}
				}
				out[n].Text, out[n].Spelled, out[n].Content = whole[0], spelling(whole[0]), false
			}
		}
		hole = hole || strings.Contains(tok.Text, "*") // made unreadable
		for _, w := range expanded {
			out = append(out, Word{Text: w, Spelled: spelling(w), Token: t, Content: matters, Hole: hole})
			hole = false
		}
	}
	inPhrases(out)
	return out
}

// inPhrases gives words one spelling that say the same in a phrase: “any longer” and “any
// more”, “sort of” and “kind of”, “a bit” and “a little”, “the past year” and “the last year”.
func inPhrases(words []Word) {
	for k := range words[:max(0, len(words)-1)] {
		switch a, b := &words[k], &words[k+1]; {
		case a.Text == "any" && b.Text == "longer":
			b.Spelled = "more"
		case a.Text == "sort" && b.Text == "of":
			a.Spelled = "kind"
		case a.Text == "a" && b.Text == "bit":
			b.Spelled = "little"
		case a.Text == "past" && spans.Has(b.Text):
			a.Spelled = "last"
		}
	}
}

// spans are how long what is past or last was.
var spans = lexicon.WordSet("day days week weeks weekend month months year years decade decades century few several couple 2 3 4 5 6 7 8 9 10")

// setOff returns what the end of a contracted word stands for that a space sets off
// from its apostrophe or, with it, from the word: "we ’ ll", "did n ’ t", "hadn ’ t",
// "don ’t"; nil for other words.
func (p *Doc) setOff(t, first int) []string {
	if t-2 < first || strings.Trim(p.Tokens[t-1].Text, "'’") != "" {
		return nil
	}
	w := p.Tokens[t].Text
	if w == "t" && strings.HasSuffix(p.Tokens[t-2].Text, "n") {
		return []string{"not"}
	}
	if p.Tokens[t-1].End == p.Tokens[t].Start && p.Tokens[t-2].End < p.Tokens[t-1].Start {
		return nil // a mark that opens
	}
	switch w {
	case "s":
		return []string{"'s"}
	case "d":
		return []string{"'d"}
	default:
		return contractions()["'"+w]
	}
}

// JoinWords returns words written as one, without apostrophes: "super
// majority" and "supermajority", "y’ all" and "y’all" are the same.
func JoinWords(words []Word) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(strings.ReplaceAll(w.Spelled, "'", ""))
	}
	return b.String()
}

// variants are words that are written, or heard, in more than one way.
var variants = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"momma": "mama", "mamma": "mama", "mum": "mom", "grey": "gray", "whilst": "while", "amongst": "among", "ok": "okay", "o.k": "okay",
		"ya": "you", "yup": "yes", "yep": "yes", "yeah": "yes", "gray": "gray", "cheque": "check", "tyre": "tire", "kerb": "curb", "storey": "story",
		"judgement": "judgment", "programme": "program", "catalogue": "catalog", "dialogue": "dialog", "defence": "defense", "offence": "offense",
		"licence": "license", "practise": "practice", "ageing": "aging", "moslem": "muslim", "advisor": "adviser", "sceptical": "skeptical",
		"upwards": "upward", "forwards": "forward", "backwards": "backward", "afterwards": "afterward", "goddamned": "goddamn", "protestor": "protester",
	}
})

// british are endings of words as the British write them, and as they are
// written here.
var british = strings.NewReplacer("isation", "ization", "ising", "izing", "ised", "ized", "ises", "izes", "yse", "yze", "lled", "led", "lling", "ling", "-", "", ".", "")

// maybeBritish reports whether a word has the beginning of what british replaces:
// most have not, and a replacer copies each.
func maybeBritish(word string) bool {
	last := byte(0)
	for k := range len(word) {
		switch c := word[k]; {
		case c == '-', c == '.', c == 's' && (last == 'i' || last == 'y'), c == 'l' && last == 'l':
			return true
		default:
			last = c
		}
	}
	return false
}

// spelling returns a folded word in one of its spellings: "colour" and "color",
// "E.U." and "EU", "Momma" and "Mama" become the same.
func spelling(word string) string {
	if v := variants()[word]; v != "" {
		return v
	}
	word = doc.NameWord(word)
	const shortest = 5 // letters of a word that has such an ending
	if len(word) < shortest {
		return word
	}
	if maybeBritish(word) {
		word = british.Replace(word)
	}
	if stem, ok := strings.CutSuffix(word, "ise"); ok {
		return stem + "ize"
	}
	if stem, ok := strings.CutSuffix(word, "tre"); ok {
		return stem + "ter"
	}
	if at := strings.LastIndex(word, "our"); at > 1 && (at+3 == len(word) || afterOur.Has(word[at+3:])) {
		return word[:at+1] + word[at+2:]
	}
	return word
}

// afterOur are what may follow the "our" of "colour".
var afterOur = lexicon.WordSet("s ed ing able ite ites ful hood hoods ly er ers less")
