package exact

import "strings"

// punctuation reports whether only marks differ.
func (p *phrases) punctuation() bool { return len(p.words[0]) == 0 && len(p.words[1]) == 0 }

// capitals reports whether the tokens differ in capitals alone.
func (p *phrases) capitals() bool {
	if len(p.tokens[0]) != len(p.tokens[1]) {
		return false
	}
	for k := range p.tokens[0] {
		if !strings.EqualFold(p.tokens[0][k].text, p.tokens[1][k].text) {
			return false
		}
	}
	return true
}

// quotation reports whether words inside quotation marks differ.
func (p *phrases) quotation() bool {
	for side := range p.tokens {
		for k := range p.tokens[side] {
			if !p.tokens[side][k].quoted {
				return false
			}
		}
	}
	return true
}
