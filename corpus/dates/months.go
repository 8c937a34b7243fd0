package dates

import (
	"strings"
	"sync"
)

// monthNamesByNumber are the names of the months and their abbreviations: in
// English, German, French, Spanish, Italian, Portuguese, Dutch, Swedish,
// Norwegian and Danish, Finnish, Polish, Czech, Russian and Ukrainian, Turkish,
// Hungarian, Romanian, Greek, Indonesian, Arabic; and in the last line of each,
// where they differ from those, in Croatian, Serbian, Slovene, Slovak, Bulgarian,
// Lithuanian, Latvian, Estonian, Catalan, Hebrew, Hindi, Thai and Persian. Where a language bends
// them, the form is the one beside a day. Names of two words have a "_".
var monthNamesByNumber = [12]string{
	`january jan januar jänner jän janvier janv enero ene gennaio gen janeiro januari tammikuuta tammikuu stycznia styczeń sty ledna leden led
	января январь янв січня ocak oca január ianuarie ian ιανουαρίου ιανουάριος ιαν يناير كانون_الثاني جانفي
	siječnja siječanj januara januarja sijecnja януари ιαν sausio janvāris janvārī jaanuar gener ינואר בינואר जनवरी มกราคม ژانویه`,
	`february feb februar februari febr février fevrier févr fév febrero febbraio febb fevereiro fev helmikuuta helmikuu lutego luty lut února únor úno
	февраля февраль фев февр лютого şubat şub február februarie φεβρουαρίου φεβρουάριος φεβ فبراير شباط فيفري
	veljače veljača februára februarja фебруар февруари vasario februāris februārī veebruar febrer פברואר בפברואר फरवरी फ़रवरी กุมภาพันธ์ فوریه`,
	`march mar märz maerz mär mrz mars marzo marz março marco maart mrt marts maaliskuuta maaliskuu marca marzec března březen bře
	марта март мар березня mart március márc martie μαρτίου μάρτιος μαρ maret مارس آذار
	ožujka ožujak marec kovo martā marts març מרץ במרץ मार्च มีนาคม`,
	`april apr avril avr abril abr aprile huhtikuuta huhtikuu kwietnia kwiecień kwi dubna duben dub
	апреля апрель апр квітня nisan nis április ápr aprilie απριλίου απρίλιος απρ أبريل ابريل إبريل نيسان أفريل
	travnja travanj apríla aprila април balandžio aprīlis aprīlī aprill אפריל באפריל अप्रैल เมษายน آوریل`,
	`may mai mayo maggio magg mag maio mei maj toukokuuta toukokuu maja května květen kvě
	мая май травня mayıs may május máj μαΐου μάιος μαι مايو أيار ماي
	svibnja svibanj mája май gegužės maijs maijā מאי במאי मई พฤษภาคม مه`,
	`june jun juni juin junio giugno giu junho kesäkuuta kesäkuu czerwca czerwiec cze června červen čvn
	июня июнь июн червня haziran haz június jún iunie iun ιουνίου ιούνιος ιουν يونيو يونيه حزيران جوان
	lipnja lipanj júna junija junij јун юни birželio jūnijs jūnijā juuni juny יוני ביוני जून มิถุนายน ژوئن`,
	`july jul juli juillet juil julio luglio lug julho heinäkuuta heinäkuu lipca lipiec lip července červenec čvc
	июля июль июл липня temmuz tem július júl iulie iul ιουλίου ιούλιος ιουλ يوليو يوليه يوليوز تموز جويلية
	srpnja srpanj júla julija julij јул юли liepos jūlijs jūlijā juuli juliol יולי ביולי जुलाई กรกฎาคม ژوئیه`,
	`august aug août aout agosto ago augustus augusti elokuuta elokuu sierpnia sierpień sie srpna srpen srp
	августа август авг серпня ağustos ağu augusztus αυγούστου αύγουστος αυγ agustus agt agu أغسطس آب أوت غشت
	kolovoza kolovoz augusta avgusta avgust август rugpjūčio augusts augustā agost אוגוסט באוגוסט अगस्त สิงหาคม اوت`,
	`september sept sep septembre septiembre setiembre settembre sett set setembro syyskuuta syyskuu września wrzesień wrz září zář
	сентября сентябрь сен сент вересня eylül eyl szeptember szept septembrie σεπτεμβρίου σεπτέμβριος σεπ σεπτ سبتمبر أيلول شتنبر
	rujna rujan septembra septembar септембар септември rugsėjo septembris septembrī setembre ספטמבר בספטמבר सितंबर सितम्बर กันยายน سپتامبر`,
	`october oct oktober okt octobre octubre ottobre ott outubro out lokakuuta lokakuu października październik paź paźdz října říjen říj
	октября октябрь окт жовтня ekim eki október octombrie οκτωβρίου οκτώβριος οκτ أكتوبر اكتوبر تشرين_الأول
	októbra oktobra oktobar октобар октомври spalio oktobris oktobrī oktoober אוקטובר באוקטובר अक्टूबर अक्तूबर ตุลาคม اکتبر`,
	`november nov novembre noviembre novembro marraskuuta marraskuu listopada listopad lis listopadu
	ноября ноябрь ноя нояб kasım kas noiembrie νοεμβρίου νοέμβριος νοε نوفمبر تشرين_الثاني نونبر
	studenoga studenog studeni novembra novembar новембар ноември lapkričio novembris novembrī נובמבר בנובמבר नवंबर नवम्बर พฤศจิกายน نوامبر`,
	`december dec décembre decembre déc dezember dez diciembre dic dicembre dezembro desember des joulukuuta joulukuu grudnia grudzień gru
	prosince prosinec pro декабря декабрь дек грудня aralık ara decembrie δεκεμβρίου δεκέμβριος δεκ desember ديسمبر كانون_الأول دجنبر
	prosinca prosinac decembra decembar децембар декември gruodžio decembris decembrī detsember desembre דצמבר בדצמבר दिसंबर दिसम्बर ธันวาคม دسامبر`,
}

// monthWords returns the months by their names, folded.
var monthWords = sync.OnceValue(func() map[string]int {
	const most = 800 // names
	m := make(map[string]int, most)
	for i, names := range monthNamesByNumber {
		for n := range strings.FieldsSeq(names) {
			m[fold(strings.ReplaceAll(n, "_", " "))] = i + 1
		}
	}
	return m
})

// IsMonth reports whether a word is the name of a month in any of the languages.
func IsMonth(word string) bool { return monthWords()[fold(word)] != 0 }
