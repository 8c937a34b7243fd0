package exact

import "slices"

// hedges say how sure a thing is, or whether it must be.
var hedges = set(`will would may might can could shall should must 'll 'd won't wouldn't can't couldn't shouldn't mustn't cannot
	reportedly allegedly alleged apparently perhaps maybe possibly probably presumably supposedly likely unlikely certainly certain definitely surely
	clearly evidently seemingly potentially possible probable suspected presumed unconfirmed confirmed appears appear appeared seems seem seemed
	expected believed thought feared unclear about around nearly almost approximately roughly least
	wird würde könnte kann soll sollte muss dürfte mutmaßlich angeblich möglicherweise vermutlich wahrscheinlich offenbar
	peut pourrait doit devrait probablement présumé apparemment puede podría debe debería probablemente presunto può potrebbe deve dovrebbe forse probabilmente presunto`)

// sureness reports whether the change is one of how sure a thing is.
func (p *phrases) sureness() bool {
	if len(p.words[0]) > 4 || len(p.words[1]) > 4 {
		return false
	}
	l, alone := p.only(0, hedges)
	r, both := p.only(1, hedges)
	return alone && both && (len(l) > 0 || len(r) > 0) && !slices.Equal(l, r)
}
