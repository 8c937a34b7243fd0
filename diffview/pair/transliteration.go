package pair

import (
	"slices"
	"strings"

	"parallax/corpus/wordset"
	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
)

// Names of other scripts are written in many ways in English: what differs is then
// vowels, doubled letters and the letters of one sound. That a name is of another
// script is told by its letters, its given name, or what country it is said to be
// of.

// custom reports whether a custom of writing explains what differs between two
// spellings.
func (n *comparison) custom() bool {
	switch n.variation {
	case OtherOrder:
		return n.sidesWith(familyFirst) > 0
	case OtherLetters:
		for k, w := range n.words[0] {
			if x := n.words[1][k]; w != x && (skeleton(w) != skeleton(x) || onlyExchanged(w, x)) {
				return false
			}
		}
		return n.foreign()
	}
	return false
}

// foreign reports whether a name is transliterated from another script, as far as
// can be told.
func (n *comparison) foreign() bool {
	western := false
	for side, e := range n.named {
		for _, w := range e.Words {
			if otherScript.Has(w) || otherLetters(w) {
				return true
			}
		}
		m := n.docs[side].Mentions[e.Named]
		for k := max(0, m.First-2); k < m.Last; k++ {
			if t := &n.docs[side].Tokens[k]; arabic.Has(t.Text) && (!t.Upper || k+1 < m.Last && n.docs[side].Tokens[k+1].Text == "-") {
				return true
			}
		}
		western = western || doc.GivenName(e.Words[0])
	}
	in := n.sidesWith(countries)
	return in == 2 || in == 1 && !western
}

// sidesWith counts the articles that have one of the words in a sentence that names
// the bearer.
func (n *comparison) sidesWith(words *wordset.Set) (count int) {
	for side, e := range n.named {
		d := n.docs[side]
		if slices.ContainsFunc(d.Mentions, func(m doc.Mention) bool {
			if &d.Entities[m.Entity] != e || m.Manner != doc.ByName {
				return false
			}
			s := d.WholeSentence(m.First)
			return slices.ContainsFunc(d.Tokens[s.First:s.Last], func(t doc.Token) bool { return words.Has(doc.NameWord(t.Text)) })
		}) {
			count++
		}
	}
	return count
}

// arabic are the small words in names from Arabic and its neighbours, in small
// letters or before a hyphen: not those of "Al Gore" and "Ben Affleck".
var arabic = lexicon.WordSet("al el abu bin ibn ben ul")

// otherScript are given names, and first parts of names, that are seldom borne by
// others.
var otherScript = lexicon.WordSet(`ahmed ahmad mohamed mohammed muhammad mohammad mohamad muhammed ali omar umar hassan hasan hussein
	hussain husain ibrahim mahmoud mahmud abdul abdel abdullah abdallah yasser yasir rahul narendra imran nawaz sergei sergey dmitry
	dmitri dmitriy andrei andrey yuri yury yuriy igor oleg mikhail alexei aleksei alexey aleksey aleksandr nikolai nikolay volodymyr
	vladimir viktor yulia yuliya tatiana tatyana svetlana maksim evgeny yevgeny anatoly leonid mustafa mehmet youssef yusuf yousef
	yousuf khalid khaled osama usama muammar moammar saddam haider haidar heydar masoud massoud fouad fuad bashar hamid hamad said
	saeed sayed sayyed nouri nuri akbar reza jalal jamal gamal nasser naser walid waleed faisal feisal tariq tareq salman salah
	saleh ismail ismael yitzhak yitzak moshe shimon binyamin ehud avigdor yiannis giannis giorgos yorgos dimitris kostas konstantinos
	vassilis nikos mahmood anwar zia pervez asif benazir zulfikar ayman aiman abdelaziz nabil nabeel rashid rasheed karim kareem`)

// endings of family names from other scripts.
var foreignEndings = []string{"ov", "ova", "yev", "eyev", "eva", "enko", "vich", "vych", "chuk", "skiy", "poulos", "akis", "idis", "uddin", "ullah", "zadeh"}

// otherLetters reports whether a word of a name has letters as transliterations
// have them.
func otherLetters(w string) bool {
	for _, end := range foreignEndings {
		if strings.HasSuffix(w, end) && len(w) > len(end)+2 {
			return true
		}
	}
	k := strings.Index(w, "kh")
	q := strings.IndexByte(w, 'q')
	return k == 0 || k > 0 && w[k-1] != 'c' && w[k-1] != 'r' || strings.Contains(w, "zh") || strings.HasPrefix(w, "abd") ||
		q >= 0 && (q+1 == len(w) || w[q+1] != 'u')
}

// countries whose names are transliterated, what is of them, and their capitals.
var countries = lexicon.WordSet(`russia russian moscow ukraine ukrainian kiev kyiv belarus belarusian bulgaria bulgarian serbia serbian
	macedonia macedonian greece greek athens cyprus cypriot israel israeli arab egypt egyptian cairo iraq iraqi baghdad iran iranian
	tehran syria syrian damascus lebanon lebanese beirut jordan jordanian saudi yemen yemeni libya libyan tripoli tunisia tunisian
	algeria algerian morocco moroccan sudan sudanese darfur ethiopia ethiopian eritrea eritrean somalia somali afghanistan afghan
	kabul taliban pakistan pakistani india indian delhi mumbai bangladesh bangladeshi nepal nepalese lankan china chinese beijing
	taiwan taiwanese japan japanese tokyo korea korean seoul thailand thai burma burmese myanmar cambodia cambodian laos mongolia
	armenia armenian azerbaijan kazakhstan kazakh turkmenistan turkmen uzbekistan uzbek kyrgyzstan kyrgyz tajikistan tajik
	chechnya chechen dagestan gaza palestinian palestinians hamas hezbollah kurdish kurds kuwait qatar bahrain emirates uae islamic`)

// familyFirst are countries where the family name goes first, and what is of them.
var familyFirst = lexicon.WordSet(`china chinese beijing taiwan taiwanese japan japanese tokyo korea korean seoul vietnam vietnamese cambodia
	cambodian hungary hungarian budapest singapore hong`)

// consonants writes the letters of consonants that transliterations exchange as
// one; vowels, h and y are left out after that.
var consonants = strings.NewReplacer("dzh", "j", "zh", "j", "dj", "j", "kh", "k", "gh", "k", "ph", "b", "sch", "s", "sh", "s", "ch", "s",
	"ts", "s", "tz", "s", "th", "t", "dh", "d", "ck", "k", "x", "ks", "q", "k", "c", "k", "g", "k", "v", "b", "w", "b", "f", "b", "p", "b", "z", "s",
	"a", "", "e", "", "i", "", "o", "", "u", "", "y", "", "h", "", "'", "", "’", "")

// softened writes the g of "Giannis" and "Kougias" as the y it is heard as.
var softened = strings.NewReplacer("gi", "yi", "ge", "ye")

// skeleton returns the consonants of a word of a name, by their sound, each once
// in a row.
func skeleton(w string) string {
	var out []byte
	for _, c := range []byte(consonants.Replace(softened.Replace(w))) {
		if len(out) == 0 || out[len(out)-1] != c {
			out = append(out, c)
		}
	}
	return string(out)
}

// sound returns one letter for all that may begin one sound.
func sound(letter byte) byte {
	if letter == 'g' {
		return 'k'
	}
	return firstSound(letter)
}
