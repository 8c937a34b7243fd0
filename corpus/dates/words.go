package dates

import (
	"slices"
	"strings"
	"sync"
	"time"
)

// weekdays are the days of the week and their abbreviations in the languages
// of monthNamesByNumber, and in Chinese, Japanese and Korean.
var weekdays = sync.OnceValue(func() map[string]bool {
	return foldedSet(`monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun`,
		`montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so`,
		`lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim`,
		`lunes martes miércoles jueves viernes sábado domingo mié jue vie sáb dom`,
		`lunedì martedì mercoledì giovedì venerdì sabato domenica gio sab`,
		`segunda-feira terça-feira quarta-feira quinta-feira sexta-feira segunda terça quarta quinta sexta feira seg ter qua qui sex`,
		`maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma wo vr za zo`,
		`måndag tisdag onsdag torsdag fredag lördag söndag mån tis ons tors tor fre lör sön`,
		`mandag tirsdag lørdag søndag man tir lør søn`,
		`maanantai maanantaina tiistai tiistaina keskiviikko keskiviikkona torstai torstaina perjantai perjantaina lauantai lauantaina sunnuntai sunnuntaina ti ke to pe la su`,
		`poniedziałek wtorek środa czwartek piątek sobota niedziela pon wt śr czw pt sob niedz nd`,
		`pondělí úterý středa čtvrtek pátek neděle po út st čt pá ne`,
		`понедельник вторник среда среду четверг пятница пятницу суббота субботу воскресенье пн вт ср чт пт сб вс понеділок вівторок середа четвер субота неділя`,
		`pazartesi salı çarşamba perşembe cuma cumartesi pazar pzt sal çar per cum cmt paz`,
		`hétfő kedd szerda csütörtök péntek szombat vasárnap`,
		`luni marți miercuri joi vineri sâmbătă duminică`,
		`δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή δευ τρι τετ πεμ παρ σαβ κυρ`,
		`senin selasa rabu kamis jumat sabtu minggu`,
		`الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت أحد اثنين ثلاثاء أربعاء خميس جمعة سبت`,
		`月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 月 火 水 木 金 土 日 星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 周一 周二 周三 周四 周五 周六 周日`,
		`nedjelja ponedjeljak utorak srijeda srijedu četvrtak petak subota subotu nedelja ponedeljak sreda četrtek pondelok utorok streda štvrtok piatok`,
		`неделя понеделник вторник сряда четвъртък петък събота недеља понедељак уторак`,
		`יום ראשון שני שלישי רביעי חמישי שישי שבת`,
		`रविवार सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार อาทิตย์ จันทร์ อังคาร พุธ พฤหัสบดี ศุกร์ เสาร์`,
		`chủ nhật thứ hai ba tư năm sáu bảy`,
		`월요일 화요일 수요일 목요일 금요일 토요일 일요일 월 화 수 목 금 토 일`)
})

// dateLeads are words before a date and between its parts.
var dateLeads = sync.OnceValue(func() map[string]bool {
	return foldedSet(`on of the date dated d le la du de del dal den der el il am al op em om dia dnia dne v w a den den pe pada tarihinde στις na г года р في d'abril m gada ngày năm วันที่ พ ศ`,
		`monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun`)
})

// clockLeads are words before a time of day, and after a date: the words for
// "at" and "o'clock", and "г." after a year in Russian.
var clockLeads = sync.OnceValue(func() map[string]bool {
	m := foldedSet(`at um à às as a alle ore las los kl klo kello om op ob o godz godzina godzinie hodin v ve в г года год року р saat ora orele la pukul jam στις ώρα gegen vers uhr clock from since den`,
		`الساعة بتوقيت في`)
	for d := range weekdays() {
		m[d] = true
	}
	return m
})

// hourWords follow an hour.
var hourWords = sync.OnceValue(func() map[string]bool {
	return foldedSet(`h hs hrs hours uhr hod ч 時 时 點 点 시`)
})

// halfWords are the halves of the day: 1 the first, 2 the second.
var halfWords = sync.OnceValue(func() map[string]int {
	m := map[string]int{}
	for i, words := range []string{`am a.m π.μ 上午 午前 凌晨 早上 오전 ص öö`, `pm p.m μ.μ 下午 午後 晚上 오후 م ös`} {
		for w := range strings.FieldsSeq(words) {
			m[fold(strings.ReplaceAll(w, ".", ""))] = i + 1
		}
	}
	return m
})

// ordinals follow the number of a day without a space.
var ordinals = sync.OnceValue(func() map[string]bool {
	return foldedSet(`st nd rd th er e ère eme º ª го й а én án ei ai ης ος a o`)
})

// weekdayNumbers are the days by those of their names that name no other day in
// another language; Vietnamese counts them from two words.
var weekdayNumbers = sync.OnceValue(func() map[string]time.Weekday {
	m := make(map[string]time.Weekday)
	for day, names := range [...]string{
		"sunday sun sonntag dimanche domingo domenica zondag söndag søndag sunnuntai niedziela neděle воскресенье pazar vasárnap duminică κυριακή minggu nedjelja неділя",
		"monday mon montag lundi lunes lunedì segunda-feira segunda maandag måndag mandag maanantai poniedziałek pondělí понедельник pazartesi hétfő luni δευτέρα senin ponedjeljak понеділок",
		"tuesday tue tues dienstag mardi martes martedì terça-feira terça dinsdag tisdag tirsdag tiistai wtorek úterý вторник salı kedd marți τρίτη selasa utorak вівторок",
		"wednesday wed mittwoch mercredi miércoles mercoledì quarta-feira quarta woensdag onsdag keskiviikko środa středa среда çarşamba szerda miercuri τετάρτη rabu srijeda середа",
		"thursday thu thur thurs donnerstag jeudi jueves giovedì quinta-feira quinta donderdag torsdag torstai czwartek čtvrtek четверг perşembe csütörtök joi πέμπτη kamis четвер",
		"friday fri freitag vendredi viernes venerdì sexta-feira sexta vrijdag fredag perjantai piątek pátek пятница cuma péntek vineri παρασκευή jumat petak",
		"saturday sat samstag sonnabend samedi sábado sabato zaterdag lördag lørdag lauantai sobota суббота cumartesi szombat sâmbătă σάββατο sabtu subota субота",
	} {
		for n := range strings.FieldsSeq(names) {
			m[fold(n)] = time.Weekday(day)
		}
	}
	return m
})

// weekdayBefore returns the day of the week that is named right before a token.
func (t tokens) weekdayBefore(i int) (time.Weekday, bool) {
	k := i - 1
	for t.sign(k, ",.") {
		k--
	}
	if t.at(k).text == "feira" && t.sign(k-1, "-") { // Portuguese
		k -= 2
	}
	if k < 0 || t[k].kind != 'w' {
		return 0, false
	}
	if k > 0 && t[k-1].text == "thu" { // Vietnamese, without its marks: "Thứ hai"
		if n := slices.Index([]string{"hai", "ba", "tu", "nam", "sau", "bay"}, t[k].text); n >= 0 {
			return time.Monday + time.Weekday(n), true
		}
	}
	day, ok := weekdayNumbers()[t[k].text]
	return day, ok
}
