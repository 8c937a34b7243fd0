package prose

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// An abbreviation is what is known of a word that is written with a point.
// What tells them apart is on what evidence the point also ends a sentence.
type abbreviation uint8

const (
	ordinary  abbreviation = iota // no abbreviation
	title                         // before a name: Mr., Gen.; never ends one
	joining                       // between two things: vs., i.e.; never ends one
	numbering                     // an abbreviation only before a number: No. 10
	measure                       // an abbreviation only after a number: 6 ft.; ends one before a capital
	clock                         // a.m., p.m.; ends one before a capital that is not a day or zone
	trailing                      // etc.; ends one before any capital
	name                          // part of a name: Inc., Jr., Calif., Jan., U.S.; what follows decides
)

// abbreviations holds the words of news prose that are written with a point.
//
// A word belongs here if it appears with its point inside sentences. One that
// is also an ordinary word is written with the capital it needs ("Miss",
// "Sat"), or is under numbering or measure, which need a number beside it; the
// others match with any capitals. Letters with a point each ("U.S.", "Ph.D.")
// are known by their form (see dotted) and are here only if they are not part
// of a name.
var abbreviations = sync.OnceValue(func() map[string]abbreviation { return byWord(abbreviationWords[:]) })

// byWord returns what each word of lists is, by the place of its list.
func byWord(lists []string) map[string]abbreviation {
	m := make(map[string]abbreviation)
	for kind, words := range lists {
		for w := range strings.FieldsSeq(words) {
			m[w] = abbreviation(kind)
		}
	}
	return m
}

var abbreviationWords = [...]string{
	title: `
		mr mrs ms mx dr drs messrs mme mlle Prof Profs
		Sen Sens Rep Reps Gov Govs Pres Hon Amb Atty Supt Insp Det Asst Assoc Dir
		Gen Gens Lt Col Cols Maj Brig Adm Capt Cmdr Comdr Cpl Sgt sgt ssgt Pfc Pvt Spc Lieut
		Rev Revs Fr Msgr Mgr Ven Rabb
		cllr cllrs Ald Pte Cst Rt Flt Sqn Ldr Wg Cdr Cmdt Comm Con Const Cr Adv Smt Shri ret retd Hons Lc Bdr Gnr Cpo Ens
		Sig Sra Srta Mt Ft Ste Jas Wm Chas Thos Robt Geo`,
	joining: `
		v vs viz cf ca i.e e.g w.r.t a.k.a f.k.a d.b.a approx c bzw z.b d.h u.a ggf p.ej vgl incl`,
	numbering: `
		no nos nr kl godz art arts sec secs ch chap p pp par fig figs vol vols ver pos sect tel ext eq ed rs Re Tk Lm ep eps`,
	measure: `
		ft in lb lbs oz yd yds mi mph km cm mm kg sq hr hrs min mins gal yr yrs mo mos tbsp tsp`,
	clock: `
		a.m p.m`,
	trailing: `
		etc usw`,
	name: `
		inc corp ltd llp plc bros Pty Co Cos Assn Dept Depts Univ Inst Intl Natl Govt Mfg
		jr sr Esq al
		st ave blvd rd hwy pkwy Bldg Apt Rte
		Jan Feb Mar Apr Jun Jul aug sept Sep Oct nov Dec
		Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
		Ala Ariz Ark calif Colo Conn Del fla Ga Ill Ind Kan Kans Ky La Mass Md Me mich minn Miss Mo Mont
		neb nebr Nev okla Ore oreg Pa penn tenn Tex Va Vt Wash Wis Wisc Wyo Ont Que Alta Sask`,
}

// lookup returns what is known of word, which has no point at its end. It
// does not allocate.
func lookup(word string) abbreviation {
	const longest = 8 // bytes; "messrs" and "penn" fit well
	if len(word) == 0 || len(word) > longest {
		return ordinary
	}
	var buf [longest]byte
	for i := range len(word) {
		c := word[i]
		if c >= utf8.RuneSelf {
			return ordinary
		}
		if i > 0 && 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		buf[i] = c
	}
	if k, ok := abbreviations()[string(buf[:len(word)])]; ok {
		return k
	}
	if buf[0] < 'A' || buf[0] > 'Z' {
		return ordinary
	}
	buf[0] += 'a' - 'A'
	k := abbreviations()[string(buf[:len(word)])]
	if k == joining && len(word) > 1 && word[1] >= 'A' && word[1] <= 'Z' {
		return ordinary // "VS" and "CA" are acronyms
	}
	return k
}

// dotted returns the length in bytes of the letters with points at the start
// of s, "U.S.", "a.m." or "Ph.D", and 0 if there is no such thing. The last
// point is taken with it.
func dotted(s string) int {
	const most = 12 // parts; keeps hostile input linear
	end, parts, single := 0, 0, 0
	for parts < most {
		n, letters := 0, 0
		for letters < 4 && end+n < len(s) {
			r, size := utf8.DecodeRuneInString(s[end+n:])
			if !unicode.IsLetter(r) {
				break
			}
			letters++
			n += size
		}
		// "Ph", "Sc" and "Ed" are as long as a part gets, and are capitalised.
		if letters == 0 || letters > 2 || letters == 2 && !upperAt(s, end) {
			break
		}
		if c := classAt(s, end+n); c.wordlike() || c == extender {
			break
		}
		parts++
		if letters == 1 {
			single++
		}
		end += n
		if end == len(s) || s[end] != '.' {
			break
		}
		end++
	}
	if parts < 2 || single == 0 {
		return 0
	}
	return end
}
