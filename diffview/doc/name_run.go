package doc

import "parallax/diffview/lexicon"

// From a run of words with capitals to a mention: the title before the name is
// split off, and the roles before and after it are read.

// offices are what a secretary or a speaker is of, inside a title.
var offices = lexicon.WordSet("state defense defence treasury education energy commerce labor interior house")

// nameRun mentions what the tokens [first, last) name, and returns where the
// name ends.
func (n *namer) nameRun(first, last int, s Sentence) int {
	from, gender := first, AnySex
	title := -1 // the last word of the title within the run
	if !organisationHeads.Has(n.word(last-1)) && !placeHeads.Has(n.word(last-1)) {
		for k := first; k < last; k++ {
			w := n.word(k)
			if (RoleWords.Has(w) || AddressWords.Has(w)) && (k == first || n.Tokens[k-1].Text != "of" && (k < last-1 || !GivenName(n.word(k-1)))) { // "the Department of Justice", "Peter King"
				title = k
				gender = max(gender, genderOf(w))
			}
		}
	}
	if title >= 0 {
		from = title + 1
		n.holder(first, title)
	}
	if title < 0 && last-first > 2 && n.begins(first, s) && n.Tokens[first].Entry.Known() && !GivenName(n.word(first)) && GivenName(n.word(first+1)) {
		from++ // "Farmer Jon Mora" at the beginning of a sentence
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
	if long := states()[words[0]]; long != "" && len(words) == 1 && (len(words[0]) > 3 || n.raw(last - 1)[len(words[0]):] == ".") {
		words[0] = long
	}
	kind := n.kindOf(words, title >= 0, from, last, s)
	if kind == Person && gender == AnySex {
		gender = genderOfName(words[0])
	}
	e := n.register(words, kind, gender, from, last)
	at := n.mention(e, from, last, ByName)
	n.roleWithin(first, title, e, at)
	if title < first {
		n.roleBefore(first, s, e, at)
	}
	n.roleBehind(from, last, s, e, at)
	n.placeBehind(last, s, e)
	return last
}

// officeName returns where the name begins in "Secretary of State John Kerry",
// after the title that ends at k.
func (n *namer) officeName(k int, s Sentence) int {
	if k+2 >= s.Last || n.Tokens[k].Text != "of" {
		return 0
	}
	k++
	if n.Tokens[k].Text == "the" {
		k++
	}
	if k+1 < s.Last && offices.Has(n.Tokens[k].Text) && n.Tokens[k+1].Upper && n.Tokens[k+1].Class == Content {
		return k + 1
	}
	return 0
}

func genderOf(word string) sex {
	switch {
	case womanly.Has(word):
		return female
	case manly.Has(word):
		return male
	}
	return AnySex
}

func genderOfName(word string) sex {
	switch w, m := womensNames.Has(word), mensNames.Has(word); {
	case w && !m:
		return female
	case m && !w:
		return male
	}
	return AnySex
}

// wordsOf returns the words of a name, without the small ones and hyphens.
func (n *namer) wordsOf(first, last int) []string {
	var out []string
	for k := first; k < last; k++ {
		if t := &n.Tokens[k]; t.Class != Punctuation && (t.Upper && t.Class != Function || n.raw(k) == "US") {
			out = append(out, n.word(k))
		}
	}
	return out
}

// kindOf says what kind of thing a name most likely names.
func (n *namer) kindOf(words []string, titled bool, first, last int, s Sentence) entityKind {
	head := words[len(words)-1]
	switch {
	case organisationHeads.Has(head) || len(words) > 1 && n.isOf(first, last):
		return Organisation
	case placeHeads.Has(head) && len(words) > 1 || states()[head] != "" && len(words) == 1:
		return Place
	case titled, len(words) > 1 && len(words) < 5 && (womensNames.Has(words[0]) || mensNames.Has(words[0])):
		return Person
	case len(words) == 1 && n.isAcronym(first):
		return Organisation
	case last+1 < s.Last && n.raw(last) == "," && states()[n.word(last+1)] != "" && n.Tokens[last+1].Upper:
		return Place
	case n.aged(last, s) > last:
		return Person
	}
	return Unknown
}

// isOf reports whether "of" joins two words of a name: "Department of Health"
// is, "Bill Orde" is not.
func (n *namer) isOf(first, last int) bool {
	for k := first; k+1 < last; k++ {
		if ofHeads.Has(n.word(k)) && n.Tokens[k+1].Text == "of" {
			return true
		}
	}
	return false
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
func (n *namer) aged(k int, s Sentence) int {
	if k+1 < s.Last && n.raw(k) == "," && n.Tokens[k+1].Class == Number && len(n.Tokens[k+1].Text) <= 2 &&
		(k+2 >= s.Last || n.Tokens[k+2].Class == Punctuation && n.raw(k+2) != "-") {
		return k + 2
	}
	return k
}

// holder mentions the organisation whose office a title is: the NRA in "NRA
// CEO Wayne LaPierre".
func (n *namer) holder(first, title int) {
	last := first
	for last < title && !RoleWords.Has(n.word(last)) && !roleModifiers.Has(n.word(last)) {
		last++
	}
	if last == first {
		return
	}
	words := n.wordsOf(first, last)
	if len(words) == 0 || !n.isAcronym(first) && n.find(words) < 0 && !organisationHeads.Has(words[len(words)-1]) {
		return
	}
	kind := Unknown
	if n.isAcronym(first) || organisationHeads.Has(words[len(words)-1]) {
		kind = Organisation
	}
	n.mention(n.register(words, kind, AnySex, first, last), first, last, ByName)
}

// addRole notes what an entity is said to be, and that it is a person.
func (n *namer) addRole(e, mention, first, head int) {
	for first < head && (n.Tokens[first].Class == Function || n.Tokens[first].Class == Punctuation) {
		first++
	}
	t := &n.Entities[e]
	if t.Kind == Unknown {
		t.Kind = Person
		n.recent = append(n.recent, mention)
	}
	if t.Sex == AnySex {
		t.Sex = genderOf(n.Tokens[head].Text)
	}
	t.Roles = append(t.Roles, Role{First: first, Last: head + 1, Head: n.word(head), mention: mention})
}

// roleWithin reads the title inside a run of capitals.
func (n *namer) roleWithin(first, title int, e, at int) {
	for title >= first && AddressWords.Has(n.word(title)) {
		title--
	}
	if title < first || !RoleWords.Has(n.word(title)) {
		return
	}
	for k := first - 1; k >= 0 && roleModifiers.Has(n.Tokens[k].Text) && n.Tokens[k].Class != Punctuation; k-- {
		first = k
	}
	n.addRole(e, at, first, title)
}

// roleBefore reads what comes before a name in small letters: "former
// director James Comey", "its operations director, Ilse Brandvold".
func (n *namer) roleBefore(first int, s Sentence, e, at int) {
	if n.Entities[e].Kind == Organisation || n.Entities[e].Kind == Place {
		return
	}
	head := first - 1
	if head >= s.First && onlyCapital.Has(n.Tokens[head].Text) && !n.Tokens[head].Upper {
		return
	}
	comma := head > s.First && n.raw(head) == ","
	if comma {
		head--
		for k := 0; k < 6 && head > s.First && !RoleWords.Has(n.Tokens[head].Text); k++ { // "ambassador to Mexico, Ronald Johnson"
			if t := &n.Tokens[head]; t.Class == Punctuation && n.raw(head) != "-" || t.Class == Function && !ties.Has(t.Text) {
				return
			}
			head--
		}
	}
	if head < s.First || !RoleWords.Has(n.Tokens[head].Text) || n.Tokens[head].Class == Punctuation {
		return
	}
	from := head
	for from > s.First && head-from < 6 {
		t := &n.Tokens[from-1]
		if t.Class == Function && t.Text != "'s" || t.Class == Punctuation && n.raw(from-1) != "-" {
			break
		}
		if t.Text == "'s" || !comma && !t.Upper && t.Class == Content && !roleModifiers.Has(t.Text) && !RoleWords.Has(t.Text) {
			break
		}
		from--
	}
	if comma && (from == s.First || !determines.Has(n.Tokens[from-1].Text)) {
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
func (n *namer) roleBehind(first, last int, s Sentence, e, at int) {
	if k := n.Entities[e].Kind; k == Organisation || k == Place || last >= s.Last || n.raw(last) != "," {
		return
	}
	k := n.aged(last, s)
	if k > last && (k >= s.Last || n.raw(k) != ",") {
		return
	}
	k++
	from := k
	for ; k < s.Last && k-from < 9; k++ {
		t := &n.Tokens[k]
		switch {
		case t.Class == Punctuation && n.raw(k) != "-", t.Class == Function && !determines.Has(t.Text):
			return
		case t.Text == "'s" || t.Class == Function && k == from:
			from = k + 1
		case RoleWords.Has(t.Text):
			head := k
			for head+1 < s.Last && RoleWords.Has(n.Tokens[head+1].Text) {
				head++
			}
			if head+1 < s.Last && n.Tokens[head+1].Upper && n.Tokens[head+1].Class == Content { // the next person's title
				return
			}
			if !n.appended(head+1, first, s) {
				return
			}
			n.addRole(e, at, from, head)
			return
		}
	}
}

// appended reports whether a role up to k can explain the name before it that
// begins at first: not the president in "Taking to Chirper, the president said".
func (n *namer) appended(k, first int, s Sentence) bool {
	if k >= s.Last || n.Tokens[k].Class != Content || first == s.First {
		return true
	}
	switch n.Tokens[first-1].Text {
	case "to", "on", "in", "at", "from", "with":
		return false
	}
	return true
}

// placeBehind reads the larger place after a place: "Bellingham, Wash."
func (n *namer) placeBehind(last int, s Sentence, e int) {
	if last+1 < s.Last && n.raw(last) == "," && n.Tokens[last+1].Upper {
		if within := states()[n.word(last+1)]; within != "" && n.Entities[e].Kind != Person {
			n.Entities[e].Kind, n.Entities[e].Within = Place, within
		}
	}
}

// NameAt returns the words of a mention by name.
func (p *Doc) NameAt(m Mention) []string { return (&namer{Doc: p}).wordsOf(m.First, m.Last) }
