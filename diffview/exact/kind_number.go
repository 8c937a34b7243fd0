package exact

import "slices"

var (
	numberWords = set(`zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
		twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion crore lakh dozen score
		half quarter third fourth fifth sixth seventh eighth ninth tenth first second last once twice double triple
		dozens scores hundreds thousands millions billions halves thirds quarters fifths tenths single
		eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf hundert tausend million millionen milliarde milliarden dutzend
		deux trois quatre cinq sept huit neuf dix cent mille millions milliard milliards douzaine
		dos tres cuatro cinco seis siete ocho nueve diez cien mil millones dois duas três quatro cinco seis sete oito nove dez cem mil milhão milhões bilhão bilhões
		twee drie vier vijf zes zeven acht negen tien miljoen miljard två fyra fem sex sju åtta nio tio miljon miljoner miljard miljarder millioner milliarder
		dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć tysiąc tysięcy milion miliony milionów miliard miliardy miliardów
		два две три четыре пять шесть семь восемь девять десять тысяча тысяч миллион миллиона миллионов миллиард миллиарда миллиардов due tre quattro cinque sei sette otto nove dieci cento milioni miliardi`)
	amountWords = set(`many most few several some all every each both more less fewer none no half couple handful majority minority`)
	magnitudes  = set(`hundred thousand million billion trillion crore lakh hundert tausend millionen milliarde milliarden millions milliard milliards millones milioni miliardi mln bn mio mrd
		milhão milhões bilhão bilhões miljoen miljard miljoner miljarder millioner milliarder mld tys milion miliony milionów miliard miliardy miliardów млн млрд тыс миллион миллиона миллионов миллиард миллиарда миллиардов`)
)

// numbers reports whether one number, or one word for an amount, became
// another.
func (p *phrases) numbers() bool {
	if !p.short() {
		return false
	}
	var found [2][]string
	loose := false // an amount that is not a number
	for side := range p.tokens {
		for k := range p.tokens[side] {
			x := &p.tokens[side][k]
			if x.class == mark {
				continue
			}
			w := lower(x.text)
			if x.class == number || numberWords.Has(w) || amountWords.Has(w) {
				found[side] = append(found[side], w)
			}
			loose = loose || x.class == word && amountWords.Has(w)
		}
	}
	if len(found[0]) == 0 || len(found[1]) == 0 || slices.Equal(found[0], found[1]) {
		return false
	}
	return !loose || len(p.words[0]) == len(found[0]) && len(p.words[1]) == len(found[1]) && !opposite(p.words[0], p.words[1])
}
