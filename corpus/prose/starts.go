package prose

import (
	"parallax/corpus/wordset"

	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/corpus/fold"
)

// starters are words that, with a capital, begin a sentence rather than go on
// with a name: function words, and the common nouns that news sentences begin
// with. They decide whether "the U.S." or "Jr." was the end.
var starters = wordSet(`
	The A An This That These Those He She It They We I You His Her Its Their Our My Your There Here
	In On At By For From With Without To Of As If When While Where What Which Who Whose Why How Whether
	After Before During Since Until Although Though Because But And Or So Yet Nor Still However Meanwhile
	Also Then Now Not No Nobody Nothing None Some Someone Many Most Much Several All Both Each Every Everyone
	Few Other Others Another Such Under Over Between Among Amid Despite According Earlier Later Last Next
	Nearly About Around Almost Once One Two Three Four Five Six Seven Eight Nine Ten Dozens Hundreds Thousands
	Millions Just Only Even More Less Through Instead Nevertheless Nonetheless Moreover Furthermore Indeed
	Perhaps Maybe Yes Asked Speaking Citing Like Unlike Throughout Within Toward Against Across Along Behind
	Beyond Besides Rather Thus Therefore Hence Did Does Do Is Are Was Were Has Have Had Can Could Would Should
	Today Yesterday Tomorrow Currently Recently Previously Eventually Finally Again Afterward Afterwards
	Critics Officials Police Experts Analysts Authorities Lawmakers Investigators Prosecutors Residents Witnesses
	Supporters Opponents Protesters Researchers Scientists Doctors Voters Reporters Sources Lawyers Attorneys
	Campaigners Activists Detectives Firefighters Rescuers Relatives Neighbors Neighbours Survivors Victims
	Students Teachers Parents Workers Drivers Families People Passengers Soldiers Troops Shares Sales Prices
	Stocks Profits Neither Either Additional Apart Aside Alongside Given Prior Following Based Anyone Everything`)

// surnames are starters that are also names, so that after an initial they
// prove nothing.
var surnames = wordSet(`An A So No My Her I Last Few Other One More Less Even Still`)

// dayOrZone are the capitals that follow a time of day.
var dayOrZone = wordSet(`
	Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
	January February March April May June July August September October November December
	Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec
	ET EST EDT CT CST CDT MT MST MDT PT PST PDT GMT UTC BST CET CEST IST JST AEST AEDT HST AKST
	Eastern Central Mountain Pacific Atlantic Greenwich Moscow Beijing Tokyo London Paris Alaska Hawaii`)

// timeWords lead from the beginning of a sentence to a time of day.
var timeWords = wordSet(`at by around about before after until till from since shortly just between towards toward past nearly almost approximately roughly exactly only soon
	on early late later to and or than as the of it's then in morning afternoon evening night day next first some local time minutes seconds hours few`)

// afterDay are words in lower case that go on after a time and its day: "at 9 a.m.
// Monday outside the court".
var afterDay = wordSet(`is was as this has does says its his hers ours yours theirs towards across besides unless whereas upwards downtown always sometimes perhaps thus
	morning afternoon evening night local time and or in at on to until till through for after before when while because with by from near outside inside amid following
	during under over about around into onto off of but so that which who where local eastern central mountain pacific standard daylight`)

// countWords are numbers in words, and currencies the abbreviations before them.
var (
	countWords = wordSet(`One Two Three Four Five Six Seven Eight Nine Ten Twenty Thirty Forty Fifty Hundred`)
	currencies = wordSet(`Rs Re Tk rs`)
)

// What goes on after the abbreviation of a firm's form, and after "Jr.": a part of
// the firm, and what was named after somebody.
var (
	firms       = wordSet(`Inc inc Corp corp Ltd ltd Co Plc plc PLC Llc LLC Pty Bros`)
	afterFirm   = wordSet(`USA US UK North South America Americas Canada India Europe Asia International Worldwide Global Holdings Holding Group Ltd Inc Pty Bhd Class Common Series`)
	juniors     = wordSet(`Jr jr Sr sr JR SR`)
	afterJunior = wordSet(`Day Boulevard Street Avenue Drive Road Way Parkway Highway School High Middle Elementary Hospital Library Memorial Park Center Centre Museum Bridge Stadium
		Award Foundation Holiday Scholarship Plaza Square Institute College Blvd Ave National Community`)
)

// heads are the capitals that go on with a name after "U.S.", "Inc.", "D.C." or
// a state: offices, bodies and titles.
var heads = wordSet(`
	Senate House Congress Capitol Constitution Supreme District Circuit Court Appeals Magistrate Attorney Attorneys
	Department State Defense Justice Treasury Commerce Energy Labor Education Agriculture Interior Health Homeland
	Army Navy Air Marine Marines Coast Forces Military Special Central Southern Northern Strategic Cyber Space
	Embassy Ambassador Consulate Consul Secretary President Vice Rep Reps Representative Sen Sens Senator Gov
	Governor Mayor Councilman Councilwoman Council Chief Chairman Chairwoman Chair Chancellor Commissioner Deputy
	Assistant Associate General Gen Lt Col Maj Capt Adm Sgt Judge Justices Marshal Marshals Customs Border
	Immigration Citizenship Secret Postal Forest Park Fish Geological Census Federal Bureau Agency Food Drug
	Environmental Securities Trade Chamber Olympic Open Soccer Steel Bank Bancorp Airways Olympics Women Mission
	Centers Office Surgeon Solicitor Civil Conference Institute National Metropolitan Superior
	CEO CFO Founder Republican Democrat Democratic Republicans Democrats Sheriff Superintendent Director Professor
	Dr Mr Mrs Ms Prof Rev Pentagon Treasurys African Virgin Digital Global Peace Nuclear Election Preventive
	Assembly Assemblyman Assemblywoman Lieutenant Majority Minority Speaker Congressman Congresswoman Legislature
	University Hospital County City`)

// finite are verbs that show the capitalised word before them to be the
// subject of a new sentence.
var finite = wordSet(`
	is was are were has have had will would can could may might must should does did says said say told asked
	called wants wanted warned warns added announced argued became began believes came faces faced fell gave goes
	got held hopes insisted knew knows launched left made makes met moved needs won lost rose plans promised
	remains returned sees seems spent takes took thinks thought tried used visited voted went wrote denied
	declined responded tweeted`)

// objects are words that no name goes on with: what comes before them with a
// capital begins a sentence ("Reaching that point").
var objects = wordSet(`the a an that this these those his her its their our my it he she they we you`)

// speech are the verbs that hand a quotation to its speaker.
var speech = wordSet(`
	said says say asked asks ask told tells replied replies added adds wrote writes tweeted tweets shouted shouts
	continued continues responded responds wondered quipped joked declared exclaimed yelled cried answered recalled
	posted began concluded remarked argued insisted demanded noted explained chanted screamed thundered demurred
	texted mused interjected countered retorted inquired queried pleaded saying`)

// linking are lower-case words inside the name and title of a speaker.
var linking = wordSet(`
	of the and for de da del der den di la le van von al bin ibn to at then also later once
	was quoted as angrily recently reportedly jr sr`)

// exclaiming are names that end in an exclamation mark.
var exclaiming = wordSet(`Yahoo yahoo YAHOO Jeopardy Jeb Oklahoma Oliver Airplane Ahoy Mia Rouge Hamilton E Yum Joomla Kahoot`)

// lettered are words that a single letter follows as a name: "Plan B." can end
// a sentence where "Ann B." cannot.
var lettered = wordSet(`
	Plan plan Vitamin vitamin Hepatitis hepatitis Type type Group group Section Part Team Class Grade grade Exhibit
	Act Phase Schedule Title Option option Appendix War Factor Chapter Article Division Series Influenza influenza`)

func wordSet(list string) *wordset.Set { return wordset.Words(list) }

// A start is how the text after a possible sentence end begins.
type start uint8

const (
	nothing   start = iota // the text ends
	lowerCase              // the sentence goes on
	capital                // an upper-case letter, or a letter without case
	number
	dash
	bullet
	inner // a comma or another mark that does not begin a sentence
	sign  // any other symbol: a currency sign, @, an emoji
)

// look returns how s begins, its first word if it begins with one, and whether
// an opening quotation mark or bracket comes before that.
func look(s string) (kind start, word string, opened bool) {
	i := 0
	for i < len(s) && i < 24 {
		if n, _ := fold.Unseen(s[i:]); n > 0 {
			i += n
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if !strings.ContainsRune("“\"‘'’([{«‹„‚»›¿¡*_「『”", r) {
			break
		}
		i += n
		opened = true
	}
	if r, n := utf8.DecodeRuneInString(s[i:]); i > 0 && unicode.IsSpace(r) {
		i += n // « Oui »
	}
	if i >= len(s) {
		return nothing, "", opened
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	switch {
	case unicode.IsLetter(r):
		word = leadingWord(s[i:])
		if unicode.IsLower(r) && !camel(s[i:]) {
			return lowerCase, word, opened
		}
		return capital, word, opened
	case unicode.IsNumber(r):
		return number, "", opened
	case r == '-' || r == '–' || r == '—' || r == '―':
		return dash, "", opened
	case strings.ContainsRune("•‣▪●◦", r):
		return bullet, "", opened
	case strings.ContainsRune(",;:.!?…/%&+=)]}", r):
		return inner, "", opened
	}
	return sign, "", opened
}

// leadingWord returns the letters s starts with, to 24 bytes at most.
func leadingWord(s string) string {
	n := 0
	for n < len(s) && n < 24 {
		r, size := utf8.DecodeRuneInString(s[n:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			break
		}
		n += size
	}
	return s[:n]
}

// attributed reports whether s, after a quotation that ended in "?", "!" or
// an ellipsis, goes on with its speaker: “Why?” Mr. Lund asked.
func attributed(s string) bool {
	const far = 200 // bytes; a name, a title and an aside are shorter
	words := strings.Fields(s[:min(len(s), far)])
	aside := false
	for k, w := range words {
		bare := strings.TrimRight(w, ",.")
		switch {
		case k == 0:
			if !upperAt(w, 0) || bare != "I" && starters.Has(bare) {
				return false
			}
		case speech.Has(bare):
			return true
		case k > 15:
			return false
		case !aside && !upperAt(w, 0) && !linking.Has(w) && w != bare+",":
			return false
		}
		if strings.HasSuffix(w, ",") {
			aside = !aside
		} else if last := w[len(w)-1]; last == '?' || last == '!' || last == ';' || last == ':' {
			return false
		} else if last == '.' && utf8.RuneCountInString(bare) > 1 && lookup(bare) == ordinary && !strings.Contains(bare, ".") {
			return false
		}
	}
	return false
}

// subject reports whether s begins with up to longest capitalised words and a
// finite verb, or with one and its object: the beginning of a sentence.
func subject(s string, longest int) bool {
	for k, w := range strings.Fields(s[:min(len(s), 80)]) {
		switch {
		case k > 0 && finite.Has(w) || k == 1 && objects.Has(w):
			return true
		case k >= longest || !upperAt(w, 0) || leadingWord(w) != w:
			return false
		}
	}
	return false
}
