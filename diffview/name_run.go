package diffview

import "parallax/diffview/lexicon"

// From a run of words with capitals to a mention: the title before the name is
// parted from it, and the roles before and behind are read.

// offices are what a secretary or a speaker is of, inside a title.
var offices = lexicon.WordSet("state defense defence treasury education energy commerce labor interior house")

// nameRun mentions what the tokens [first, last) name, and returns where the
// name ends.
func (n *namer) nameRun(first, last int, s sentence) int {
	from, gender := first, anySex
	title := -1 // the last word of the title within the run
	if !organisationHeads[n.word(last-1)] && !placeHeads[n.word(last-1)] {
		for k := first; k < last; k++ {
			w := n.word(k)
			if roles[w] || addresses[w] {
				title = k
				gender = max(gender, genderOf(w))
			}
		}
	}
	if title >= 0 {
		from = title + 1
		n.holder(first, title)
	}
	for from+1 < last && (n.word(from) == "republican" || n.word(from) == "democrat" || n.word(from) == "former") {
		from++
	}
	if from >= last { // a title alone: "the President"
		if at := n.officeName(last, s); at > last {
			return n.nameRun(at, n.run(at, s, false), s)
		}
		n.roleAlone(last-1, s)
		return last
	}
	words := n.wordsOf(from, last)
	if long := states[words[0]]; long != "" && len(words) == 1 && (len(words[0]) > 3 || n.raw(last - 1)[len(words[0]):] == ".") {
		words[0] = long
	}
	kind := n.kindOf(words, title >= 0, from, last, s)
	if kind == person && gender == anySex {
		gender = genderOfName(words[0])
	}
	e := n.register(words, kind, gender, from, last)
	at := n.mention(e, from, last, byName)
	n.roleWithin(first, title, e, at)
	if title < first {
		n.roleBefore(first, s, e, at)
	}
	n.roleBehind(last, s, e, at)
	n.placeBehind(last, s, e)
	return last
}

// officeName returns where the name begins in "Secretary of State John Kerry",
// after the title that ends at k.
func (n *namer) officeName(k int, s sentence) int {
	if k+2 >= s.last || n.tokens[k].text != "of" {
		return 0
	}
	k++
	if n.tokens[k].text == "the" {
		k++
	}
	if k+1 < s.last && offices[n.tokens[k].text] && n.tokens[k+1].upper && n.tokens[k+1].class == content {
		return k + 1
	}
	return 0
}

func genderOf(word string) sex {
	switch {
	case womanly[word]:
		return female
	case manly[word]:
		return male
	}
	return anySex
}

func genderOfName(word string) sex {
	switch w, m := womensNames[word], mensNames[word]; {
	case w && !m:
		return female
	case m && !w:
		return male
	}
	return anySex
}

// wordsOf returns the words of a name, without the small ones and hyphens.
func (n *namer) wordsOf(first, last int) []string {
	var out []string
	for k := first; k < last; k++ {
		if t := &n.tokens[k]; t.class != punct && (t.upper && t.class != function || n.raw(k) == "US") {
			out = append(out, n.word(k))
		}
	}
	return out
}

// kindOf says what kind of thing a name most likely names.
func (n *namer) kindOf(words []string, titled bool, first, last int, s sentence) entityKind {
	head := words[len(words)-1]
	switch {
	case organisationHeads[head] || len(words) > 1 && ofHeads[words[0]]:
		return organisation
	case placeHeads[head] && len(words) > 1 || states[head] != "" && len(words) == 1:
		return place
	case titled, len(words) > 1 && len(words) < 5 && (womensNames[words[0]] || mensNames[words[0]]):
		return person
	case len(words) == 1 && n.isAcronym(first):
		return organisation
	case last+1 < s.last && n.raw(last) == "," && states[n.word(last+1)] != "" && n.tokens[last+1].upper:
		return place
	case n.aged(last, s) > last:
		return person
	}
	return unknown
}

// isAcronym reports whether a token is written in capitals alone, two or more.
func (n *namer) isAcronym(k int) bool {
	w := n.raw(k)
	capitals := 0
	for _, r := range w {
		switch {
		case r >= 'A' && r <= 'Z':
			capitals++
		case r == 's' && capitals >= 2, r == '.', r == '&':
		default:
			return false
		}
	}
	return capitals >= 2 && capitals <= 6
}

// aged returns the token after ", 43" that gives a person's age, or k.
func (n *namer) aged(k int, s sentence) int {
	if k+1 < s.last && n.raw(k) == "," && n.tokens[k+1].class == number && len(n.tokens[k+1].text) <= 2 &&
		(k+2 >= s.last || n.tokens[k+2].class == punct && n.raw(k+2) != "-") {
		return k + 2
	}
	return k
}

// holder mentions the organisation whose office a title is: the NRA in "NRA
// CEO Wayne LaPierre".
func (n *namer) holder(first, title int) {
	last := first
	for last < title && !roles[n.word(last)] && !roleModifiers[n.word(last)] {
		last++
	}
	if last == first {
		return
	}
	words := n.wordsOf(first, last)
	if len(words) == 0 || !n.isAcronym(first) && n.find(words) < 0 && !organisationHeads[words[len(words)-1]] {
		return
	}
	kind := unknown
	if n.isAcronym(first) || organisationHeads[words[len(words)-1]] {
		kind = organisation
	}
	n.mention(n.register(words, kind, anySex, first, last), first, last, byName)
}

// addRole notes what an entity is said to be, and that it is a person.
func (n *namer) addRole(e, mention, first, head int) {
	for first < head && (n.tokens[first].class == function || n.tokens[first].class == punct) {
		first++
	}
	t := &n.entities[e]
	if t.kind == unknown {
		t.kind = person
		n.recent = append(n.recent, mention)
	}
	if t.sex == anySex {
		t.sex = genderOf(n.tokens[head].text)
	}
	t.roles = append(t.roles, role{first: first, last: head + 1, head: n.word(head), mention: mention})
}

// roleWithin reads the title inside a run of capitals.
func (n *namer) roleWithin(first, title int, e, at int) {
	for title >= first && addresses[n.word(title)] {
		title--
	}
	if title < first || !roles[n.word(title)] {
		return
	}
	for k := first - 1; k >= 0 && roleModifiers[n.tokens[k].text] && n.tokens[k].class != punct; k-- {
		first = k
	}
	n.addRole(e, at, first, title)
}

// roleBefore reads what stands before a name in small letters: "former
// director James Comey", "its operations director, Ilse Brandvold".
func (n *namer) roleBefore(first int, s sentence, e, at int) {
	if n.entities[e].kind == organisation || n.entities[e].kind == place {
		return
	}
	head := first - 1
	if head >= s.first && onlyCapital[n.tokens[head].text] && !n.tokens[head].upper {
		return
	}
	comma := head > s.first && n.raw(head) == ","
	if comma {
		head--
		for k := 0; k < 6 && head > s.first && !roles[n.tokens[head].text]; k++ { // "ambassador to Mexico, Ronald Johnson"
			if t := &n.tokens[head]; t.class == punct && n.raw(head) != "-" || t.class == function && !ties[t.text] {
				return
			}
			head--
		}
	}
	if head < s.first || !roles[n.tokens[head].text] || n.tokens[head].class == punct {
		return
	}
	from := head
	for from > s.first && head-from < 6 {
		t := &n.tokens[from-1]
		if t.class == function && t.text != "'s" || t.class == punct && n.raw(from-1) != "-" {
			break
		}
		if t.text == "'s" || !comma && !t.upper && t.class == content && !roleModifiers[t.text] && !roles[t.text] {
			break
		}
		from--
	}
	if comma && (from == s.first || !determines[n.tokens[from-1].text]) {
		return
	}
	n.addRole(e, at, from, head)
}

var (
	// ties are the small words inside a description of what a person is.
	ties       = lexicon.WordSet("of to for at in the a an its his her their and 's on")
	determines = lexicon.WordSet("the a an its his her their our whose 's '")
)

// roleBehind reads the apposition after a name: "Ronald Johnson, 64, the U.S.
// ambassador to Mexico".
func (n *namer) roleBehind(last int, s sentence, e, at int) {
	if k := n.entities[e].kind; k == organisation || k == place || last >= s.last || n.raw(last) != "," {
		return
	}
	k := n.aged(last, s)
	if k > last && (k >= s.last || n.raw(k) != ",") {
		return
	}
	k++
	from := k
	for ; k < s.last && k-from < 9; k++ {
		t := &n.tokens[k]
		switch {
		case t.class == punct && n.raw(k) != "-", t.class == function && !determines[t.text]:
			return
		case t.text == "'s" || t.class == function && k == from:
			from = k + 1
		case roles[t.text]:
			head := k
			for head+1 < s.last && roles[n.tokens[head+1].text] {
				head++
			}
			if head+1 < s.last && n.tokens[head+1].upper && n.tokens[head+1].class == content { // the next person's title
				return
			}
			n.addRole(e, at, from, head)
			return
		}
	}
}

// placeBehind reads the larger place after a place: "Bellingham, Wash."
func (n *namer) placeBehind(last int, s sentence, e int) {
	if last+1 < s.last && n.raw(last) == "," && n.tokens[last+1].upper {
		if within := states[n.word(last+1)]; within != "" && n.entities[e].kind != person {
			n.entities[e].kind, n.entities[e].within = place, within
		}
	}
}

// nameAt returns the words of a mention by name.
func (p *Prepared) nameAt(m mention) []string { return (&namer{Prepared: p}).wordsOf(m.first, m.last) }
