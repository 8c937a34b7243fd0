package doc

import (
	"strings"
	"sync"
)

// givenForms are the short forms of given names that do not begin as the name
// does, each line the forms of one name: "liz" is Elizabeth.
var givenForms = sync.OnceValue(func() map[string][]int {
	return formTable(`
elizabeth liz lizzie beth betty betsy eliza libby
william bill billy will willy willie liam
robert bob bobby rob robbie bert
richard dick rick ricky rich
james jim jimmy jamie
john jack johnny jon
jonathan jon jonny
edward ed eddie ted teddy ned
theodore ted teddy theo
charles chuck charlie chas
henry hank harry
harold harry hal
margaret peggy meg maggie greta rita
katherine kate kathy katie kathryn catherine cathy cate kit
michael mike mick mickey
thomas tom tommy
anthony tony
joseph joe joey
lawrence larry laurie
patrick pat paddy
patricia pat patty trish tricia
susan sue susie
rebecca becky becca
deborah deb debbie
barbara barb babs
jacqueline jackie
alexander alex sandy sasha alec
alexandra alex sandra sasha
albert al bert
alan al
gerald jerry gerry
jerome jerry
terence terry
theresa terry teresa tess
andrew andy drew
donald don donny
ronald ron ronnie
kenneth ken kenny
frederick fred freddie
geoffrey jeffrey jeff geoff
stephen steven steve
christopher chris kit
christine chris tina
nicholas nick nicky
peter pete
philip phil phillip
gregory greg
eugene gene
walter walt wally
samuel sam sammy
samantha sam
daniel dan danny
benjamin ben benny
david dave davy
matthew matt
timothy tim
raymond ray
mary molly polly
helen nell ellen
sarah sally sadie
ann anne annie nancy nan
dorothy dot dolly
virginia ginny
abraham abe
emmanuel manny manuel
francis frank
francisco frank paco pancho
leonard leo len lenny
mohammed mohamed muhammad mohammad
vladimir vlad volodya
mikhail misha
sergei sergey serge
aleksandr alexander
nikolai nicolai
`)
})

func formTable(lines string) map[string][]int {
	out := map[string][]int{}
	for n, line := range strings.Split(lines, "\n") {
		for _, w := range strings.Fields(line) {
			out[w] = append(out[w], n)
		}
	}
	return out
}

// SameGivenName reports whether two folded first names can be one person's: the
// same, an initial, one that the other begins with, or forms of one name.
func SameGivenName(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if a == b || len(a) <= 2 && a[0] == b[0] || len(a) >= 3 && strings.HasPrefix(b, a[:3]) {
		return true
	}
	return shareLine(givenForms(), a, b)
}

// shareLine reports whether two words are of one line.
func shareLine(of map[string][]int, a, b string) bool {
	for _, m := range of[a] {
		for _, n := range of[b] {
			if m == n {
				return true
			}
		}
	}
	return false
}

// roleForms are offices that go by several names, by the word they rest on.
var roleForms = sync.OnceValue(func() map[string][]int {
	return formTable(`
representative rep congressman congresswoman lawmaker legislator
senator sen lawmaker legislator
ambassador envoy
spokesman spokeswoman spokesperson
chairman chairwoman chair chairperson
governor gov
lawyer attorney counsel
firefighter fire-fighter
councilman councilwoman councilor councillor
professor prof
adviser advisor aide
pastor reverend rev
executive ceo
`)
})

// sameRole reports whether what a person was said to be is what a word calls
// somebody: "the premier" is a prime minister, "the envoy" an ambassador.
func (n *namer) sameRole(head string, r Role) bool {
	if head == r.Head || shareLine(roleForms(), head, r.Head) {
		return true
	}
	return head == "premier" && r.Head == "minister" && r.Last-2 >= 0 && n.Tokens[r.Last-2].Text == "prime"
}
