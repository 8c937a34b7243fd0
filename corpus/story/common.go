package story

import "strings"

// Two articles alone cannot say which words are rare: in a folder of five
// about one event every name of the event is in all five. So the corpus's own
// counts are added to those of an imagined background corpus, in which each
// word is in a known part of the articles. It decides while the corpus is
// small, and is outweighed as the corpus grows.

const (
	// background is the size of the background corpus in articles.
	background = 150

	// The part of the background articles that a word is in which is in none
	// of the bands below.
	rareWord   = 0.008
	rareName   = 0.004 // capitalised in the middle of sentences
	rareNumber = 0.02  // one to four digits: days, ages, years
	longNumber = 0.004 // more digits, or digits with a point or comma
)

// commonBands are the words that many news articles hold, whatever they are
// about: in at least this part of each of two corpora, 300 articles on American
// politics and 982 of mixed English news. Words of one corpus's topics fall
// out that way. Every form of a word's stem counts as the word.
var commonBands = []struct {
	part  float64
	words string
}{
	{0.5, `a after an and as at be but by for from has have he in is it of on said s
		that the to was with n't`},
	{0.25, `about all also are been before first had his i into its last more new news
		no not one or other out over people t than their there they this time two up we
		were when which who will would year`},
	{0.12, `according against am announced another any around back because being between
		both called can could day days did do down during early end even family found
		four friday general get go going her high him home how if including just later
		least left like m made make many may million morning most much next night now
		off office only our president re reported run say second set several she since
		so some state statement still take team them then three through thursday times
		today told took tuesday under us very way week well what where while world years
		you`},
	{0.06, `able across added again agency ago almost along already although american among
		appeared article asked attack attorney away based became become began behind
		believed best better big break business california came career case center
		change changed charge charges chief children city close come coming community
		company conference confirmed country court deal december decision department
		described despite director don each earlier every expected face far federal few
		fire five following former front full further gave give given good got
		government great group half hard having head health held help here himself
		history hours house however information inside international investigation job
		john july june keep killed know known large late law leading led less life line
		little local long look lost lot major making man march mark me members men might
		monday month months move mr my name national near need never north nothing
		november number officers official officials old once others outside own part
		party past percent person place play point police possible post posted power
		press public published put received record release released reports right role
		running same saturday saw saying says school security see seen service services
		shot should show six soon south special spokesman start story street such sunday
		support taken th these think third those though too top tried trying u.s until
		use used ve vice want wednesday weeks went whether within without women won work
		working yet york young january february april august september october`},
	{0.03, `ability accused act action adding addition administration affected afternoon
		age agencies agent agreed ahead aid air alleged allow allowed always
		announcement anti anyone anything apparently appears area armed arrested assault
		assistant attacks attempt attention authorities available bad believe biggest
		bill billion bit black block board born bring broke brought building call
		calling calls campaign care caused central certainly chance child choice claims
		clear closed comes comment committee companies completely continue continued
		control cost countries county couple course crime criminal critical crowd
		current currently cut daily damage data date daughter dead death decades decided
		declined deep defense denied deputy designed details different difficult does
		doing done door double dozen dozens drive due e east effort efforts eight either
		else emergency employees ended enough evening ever everyone everything evidence
		executive experience faces fact failed fall families father feel field fight
		fighting figure final finally financial find firm floor focus followed forced
		forward free future game getting giving ground growing guilty gun guy hand hands
		happened heard hearing heart helped herself hit hold host hour hundreds hurt
		identified immediately include included independent instead interview involved
		issue issued issues judge jury justice key knew largest latest lead leader leave
		leaving legal let likely list live lives living ll longer looking looks low
		management manager means media member minutes money mother moved must named
		nation nearly needed newspaper numerous o occurred offer offered officer often
		online open opened opening operations order ordered p.m a.m page particularly
		pass passed pay per personal phone plan plans played points political popular
		position potential powerful previous previously prior pro probably problem
		process program prosecutors protect provide quickly ran reach real really reason
		recent recently refused related remain remaining report reportedly reporter
		residents responded result return revealed risk room safety scheduled search
		secretary seem seemed senior sent series serious serve served serving seven
		sexual shooting short shortly side signed similar single site situation small
		someone something son source sources southern spent spot st staff standing star
		started states stay step stop stopped strong sure system taking talk television
		thing thought thousands threatened together total toward town try turn turned
		united university update using victims victory video violence wanted war
		washington weekend west white whole whom whose why wide wife win winning woman
		worked workers worth write wrote tv source article copyright advertisement`},
}

// commonParts returns the part of background articles that each stem of the
// bands is in.
func commonParts() map[string]float64 {
	parts := make(map[string]float64, 1200)
	for _, band := range commonBands {
		for w := range strings.FieldsSeq(band.words) {
			// The bands go from the commonest down: the first is the largest.
			if stem := stemOf(w); parts[stem] == 0 {
				parts[stem] = band.part
			}
		}
	}
	return parts
}
