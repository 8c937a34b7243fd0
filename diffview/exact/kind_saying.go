package exact

import "slices"

// sayings are verbs of saying. Which of them is written tells what the writer
// makes of what was said, and how it was.
var sayings = set(`said says say saying told tells tell claimed claims claim claiming stated states asserted asserts insisted insists argued argues
	alleged alleges denied denies admitted admits acknowledged acknowledges confirmed confirms announced announces declared declares added adds
	explained explains noted notes warned warns suggested suggests wrote writes tweeted tweets posted posts called calls asked asks begged begs
	replied replies responded responds remarked commented reported reports testified contended maintained maintains conceded conceded
	complained shouted whispered joked boasted promised vowed vows pledged threatened urged urges demanded demands ordered requested recommended
	predicted estimated concluded recalled revealed disclosed emphasized emphasised stressed reiterated repeated understands understood mentioned accused praised criticized criticised
	sagte sagt erklärte behauptete teilte betonte meinte dit déclaré affirmé affirme indiqué dijo dice afirmó aseguró declaró ha detto dichiarato affermato`)

// saying reports whether one verb of saying became another.
func (p *phrases) saying() bool {
	if !p.short() || len(p.words[0]) > 3 || len(p.words[1]) > 3 {
		return false
	}
	l, _ := p.only(0, sayings)
	r, _ := p.only(1, sayings)
	return len(l) > 0 && len(r) > 0 && !slices.Equal(l, r)
}
