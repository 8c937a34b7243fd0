package mark

import (
	"sync"

	"parallax/diffview/lexicon"
)

// The tables of the vetoes.

// turningSets are sets of small words of which one excludes the others. Those
// of words that carry meaning are in the lexicon's contrasts.
var turningSets = sync.OnceValue(func() map[string][]int {
	return sets(
		"for against",
		"with without",
		"up down",
		"in out",
		"on off",
		"over under",
		"above below",
		"inside outside",
		"before after",
		"during before after",
		"until since",
		"until from",
		"near far",
		"if unless",
		"when unless",
		"because although though",
		"all none some only",
		"every some",
		"each some",
		"both neither",
		"either neither",
		"always never",
		"more less fewer",
		"least most",
		"most few",
		"many few",
		"everyone nobody someone",
		"everybody nobody somebody",
		"everything nothing something",
		"everywhere nowhere",
		"never often sometimes",
	)
})

// foreignNumbers are number words of other languages, which are not read as
// numbers: any two of a line are two numbers.
var foreignNumbers = sync.OnceValue(func() map[string][]int {
	return sets(
		"zwei drei vier fünf sechs sieben acht neun zehn elf zwölf fünfzehn zwanzig dreißig vierzig fünfzig hundert tausend",
		"deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente quarante cinquante cent mille",
		"dos tres cuatro cinco seis siete ocho nueve diez once doce quince veinte treinta cuarenta cincuenta cien mil",
		"due tre quattro cinque sei sette otto nove dieci undici dodici quindici venti trenta quaranta cinquanta cento mila",
		"dois duas três quatro cinco seis sete oito nove dez onze doze quinze vinte trinta quarenta cinquenta cem mil",
		"twee drie vier vijf zes zeven acht negen tien elf twaalf vijftien twintig dertig veertig vijftig honderd duizend",
		"två tre fyra fem sex sju åtta nio tio elva tolv femton tjugo trettio hundra tusen",
		"to tre fire fem seks sju syv åtte otte ni ti elleve tolv tjue tyve tretti hundre tusen",
		"million milliarde billion", "millionen milliarden billionen", "million milliard", "millions milliards", "millón billón", "millones billones",
		"milione miliardo", "milioni miliardi", "milhão bilhão", "milhões bilhões", "miljoen miljard", "miljon miljard", "miljoner miljarder", "millioner milliarder",
	)
})

// surenessSets are words of how sure something is: between any two of a line it
// is another sureness. "Will" and "would" are one in reported speech, and in two
// outlets' words much of the speech is.
var surenessSets = sync.OnceValue(func() map[string][]int {
	return sets(
		"will may might could",
		"would may might could",
		"can cannot may might",
		"must should may could might",
	)
})

// hedges say how sure something is, or that it is only somebody's word. Of one
// line they agree; with a word of another line they do not.
var hedges = sync.OnceValue(func() map[string][]int {
	return sets(
		"reportedly",
		"allegedly alleged purportedly purported supposedly supposed",
		"apparently seemingly evidently",
		"probably likely probable",
		"unlikely",
		"possibly perhaps maybe possible potentially potential",
		"certainly definitely surely undoubtedly",
		"suspected",
	)
})

// oppositeSets are sets of words, by stem, of which one excludes the others,
// besides those of the lexicon.
var oppositeSets = sync.OnceValue(func() map[string][]int {
	return stemSets(
		"dawn dusk",
		"sunrise sunset",
		"lift impose",
		"uphold upheld overturn overturned quash",
		"start stop",
		"begin stop",
		"start halt",
		"resume suspend halt",
		"agree refuse decline",
		"plan refuse",
		"alleged convicted proven confirmed",
		"suspected convicted proven confirmed",
		"suspect victim",
		"accuse acquit clear",
		"charge acquit clear",
		"allow block forbid",
		"pass fail",
		"tighten loosen ease eased",
		"strengthen weaken",
		"expand shrink",
		"praise criticize condemn",
		"join quit",
		"first last",
		"early late",
		"always sometimes",
		"majority minority",
		"buyer seller",
		"raise lower",
		"appoint dismiss",
		"improve worsen",
		"widen narrow",
		"grow grew grown shrink shrank",
		"maximum minimum",
		"inside outside",
		"send sent receive",
		"advance retreat",
		"arrival departure",
		"double triple treble quadruple halve",
		"upper lower",
		"land depart",
		"mother daughter sister aunt niece grandmother",
		"father son brother uncle nephew grandfather",
		"wife husband widow widower",
	)
})

// tongues are the ways of telling something. Between two lines it is another
// one. What only tells that somebody told something is in none of them.
var tongues = sync.OnceValue(func() map[string][]int {
	return sets(
		"wrote writes writing write",
		"tweeted tweets tweeting tweet",
		"posted posts posting post",
		"called calls calling phoned telephoned",
		"texted texts texting",
		"shouted shouting yelled yelling screamed",
		"asked asks asking",
		"denied denies denying",
		"confirmed confirms confirming",
		"claimed claims claiming alleged alleges alleging",
		"promised promises promising vowed vows vowing pledged pledges",
		"suggested suggests suggesting hinted hints hinting",
		"warned warns warning threatened threatens",
		"predicted predicts predicting",
		"joked jokes joking",
		"apologized apologised apologizes apologises",
	)
})

// families are words that have their letters in common and not their meaning,
// by stem: of one line none agrees with another.
var families = sync.OnceValue(func() map[string][]int {
	return sets(
		"state statement",
		"offic offici",
		"execut execution",
		"commun communic communist",
		"univers universe",
		"gener general generat",
		"intern internat internet",
		"person personnel",
		"secret secretari",
		"minist minister ministri",
		"direct director",
		"hous household",
		"presid presidenti presidency",
		"elect elector",
		"organ organis organiz",
		"train trainer trainee",
		"author authoritarian",
		"import important",
		"public publish republican",
		"polic polici",
		"new news",
		"part parti",
		"nation nationalist",
		"object objection",
		"human humanitarian",
	)
})

// everyday are turning words that stand in any sentence, turning nothing.
var everyday = lexicon.WordSet(`for with up down in out on off over under before after above below inside outside more most many few some will would can
	until since if when because although though from near far during least someone somebody something often sometimes`)

// negations negate what they stand before, and declining words the verb "to"
// joins to them.
var (
	negations = lexicon.WordSet("not n't never no cannot didn hadn hasn haven wasn weren isn aren don doesn wouldn couldn shouldn")
	declining = lexicon.WordSet("refused refuses refuse refusing declined declines failed fails fail failing")
	denials   = lexicon.WordSet("without neither denied")
	// bridges may stand between a negation and its verb.
	bridges = lexicon.WordSet("have has had having been being be ever even yet also actually 't to")
	// mitigators after "not" take back that it negates.
	mitigators = lexicon.WordSet("only just necessarily merely simply yet")
)

// passive are the words before a verb that turn its subject into its object.
var passive = lexicon.WordSet("was were been being is are be get got gets")

// bareParticiples are participles with neither -ed nor -en.
var bareParticiples = lexicon.WordSet("shot hit hurt struck led won held made sold bought sent left lost built cut caught fought found told paid sued")

// mutual are words of what two do to or with each other, so that it is the same
// which of them comes first, and joining those that say no more than that two go
// together.
var (
	mutual  = lexicon.WordSet(`met meet meets meeting married marries fought fights faced faces play plays played and or nor with versus vs v against between near beside alongside like`)
	joining = lexicon.WordSet("the a an 's ' his her its their both as well")
)

// nounStarts stand before a noun and not before a verb.
var nounStarts = lexicon.WordSet("a an the of in on at for with his her its their by from")

// sets reads sets of words, one a line, each word to the numbers of its sets.
func sets(lines ...string) map[string][]int {
	out := map[string][]int{}
	for n, line := range lines {
		for w := range lexicon.WordSet(line).All() {
			out[w] = append(out[w], n)
		}
	}
	return out
}

// stemSets reads sets of words as sets does, by their stems.
func stemSets(lines ...string) map[string][]int {
	out := map[string][]int{}
	for n, line := range lines {
		for w := range lexicon.WordSet(line).All() {
			stem := lexicon.Lookup(w).Stem
			out[stem] = append(out[stem], n)
		}
	}
	return out
}

// ofOneSet reports whether two different words are of one set.
func ofOneSet(of map[string][]int, x, y string) bool {
	if x == y {
		return false
	}
	for _, a := range of[x] {
		for _, b := range of[y] {
			if a == b {
				return true
			}
		}
	}
	return false
}
