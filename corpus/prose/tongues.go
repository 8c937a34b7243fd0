package prose

import (
	"strings"
	"sync"
	"unicode/utf8"

	"parallax/corpus/wordset"
)

// A tongue is a language as far as the points of its abbreviations need it.
// English is not among them: its words hold for every text, and those below
// only where the text is in the language, for "on." and "pl." end sentences
// elsewhere.
type tongue struct {
	name     string
	common   string           // words that tell the language from others
	words    [name + 1]string // by kind; those with a capital need it
	starters string           // words that begin a sentence rather than go on with a name

	once          sync.Once // guards what is read from the lists when it is first asked for
	abbreviations map[string]abbreviation
	begins        *wordset.Set
}

// tongues are the languages that articles are compared in and whose
// abbreviations stand before capitals or numbers.
var tongues = [...]tongue{
	{
		name: "German",
		common: `der die das und ist nicht von mit dem den des ein eine für auf sich im war auch wurde er sie es nach bei zur zum dass
			haben hat sie ihr wir ich dass daß aber wenn noch nur über um am zur als bis oder sein seine einer einem einen werden worden sind wäre kann muss soll will gegen unter vor ab Der Die Das Ein Eine Er Es Wir Ich Im Am Bei Nach Für Mit`,
		words: [name + 1]string{
			title:     `hr hrn frl dipl ing hrsg sog st prof dr med jur phil Mag dkfm frhr univ priv doz vors abg stv bgm kard gebr sel hl ev kath röm ehem abt tel`,
			joining:   `z.b d.h u.a i.d.r o.ä bzw ggf evtl inkl exkl zzgl einschl sogen ca vgl d.i s.o s.u z.t z.zt u.u m.e v.a ggü`,
			numbering: `abs nr nrn art str kap bd anm ziff lit rdnr rn ausg geb gest max min mind jh bl aufl s vers hausnr zi`,
			measure:   `mio mrd tsd bio mill std min sek stck stk ha kwh proz prom`,
			trailing:  `usw etc u.ä u.v.m`,
			name:      `gmbh mbh jhd jhdt jan febr aug sept okt nov dez jun sen Mo Di Mi Do Fr Sa So`,
		},
		starters: `Der Die Das Den Dem Des Er Sie Es Ich Wir Ihr Man Ein Eine Einer Eines Einem Einen Dann Danach Darauf Doch Aber Und Auch In Im Am An Auf Aus Bei Beim
			Für Mit Nach Von Vom Zu Zum Zur So Wie Was Wer Wo Wenn Weil Als Ob Nun Jetzt Heute Gestern Morgen Dort Da Hier Damit Dabei Dazu Zudem Außerdem Denn Dennoch
			Dies Diese Dieser Dieses Noch Nur Seit Sein Seine Ihre Unter Über Vor Durch Gegen Ohne Um Während Wegen Trotz Zwischen Später Zuvor Bisher Allerdings Jedoch
			Deshalb Daher Viele Alle Kein Keine Insgesamt Laut Mehr Sogar Schon Erst Bis Nicht Zwei Drei Vier`,
	},
	{
		name: "French",
		common: `le les des une du et est dans pour qui que pas sur au aux avec ce cette il elle ils sont été ont selon ont mais leur sont venus
			à ne plus par son sa ses se était avoir être fait deux ans après avant entre sans sous même aussi très où donc Le Les Un Une Il Elle Dans En Selon Pour l d qu n s c j`,
		words: [name + 1]string{
			title:     `mm mme mmes mlle mlles Me mgr dr pr ste st m av gal cdt cne lt adj sgt prof`,
			joining:   `p.ex c.-à-d c.à.d env av apr cf vs`,
			numbering: `art chap no nos n p pp vol t éd fig tél bd al`,
			trailing:  `etc`,
		},
		starters: `Le La Les Un Une Des Il Elle Ils Elles On Ce Cet Cette Ces Nous Vous Je Tu Mais Et Ou Donc Or Ni Car En Dans Pour Par Avec Sans Sur Sous Selon Après Avant
			Depuis Pendant Quand Si Comme Puis Alors Ainsi Aussi Au Aux Du De À Son Sa Ses Leur Leurs Tous Tout Toutes Plus`,
	},
	{
		name: "Spanish",
		common: `el los las del una y en que por con para su es fue al se lo no la más pero como ha según también hablaron
			de le les un sus sobre entre cuando hasta desde donde muy sin ya porque este esta estos son están era han ser tiene dijo años El La Los Las Un Una Según Por Para Se Lo`,
		words: [name + 1]string{
			title: `sr sra sres sras srta dr dra drs d dña da don gral cnel tte cap cte sgto alm mons pbro fr sor sto sta prof profa lic licda ing arq abog dip sen pdte pdta
				gob min ud uds av avda ctra pza c`,
			joining:   `p.ej i.e a.c d.c aprox ca vs cf`,
			numbering: `núm núms no nº n pág págs p pp art arts cap vol fig tel tfno apdo aprox`,
			measure:   `mill km kg`,
			clock:     `a.m p.m`,
			trailing:  `etc`,
			name:      `ee.uu ee uu s.a s.l s.a.de cía`,
		},
		starters: `El La Los Las Un Una Unos Unas Él Ella Ellos Ellas Lo Se Su Sus Este Esta Estos Estas Ese Esa Eso Esto Aquel Y O Pero Mas Sin En Con Por Para De Del Al A Desde
			Hasta Según Tras Ante Entre Sobre Cuando Si Como Aunque Porque Mientras También Además Así Luego Después Antes Ayer Hoy Mañana No Ya Muy Más Todo Todos Nadie Nada`,
	},
	{
		name: "Italian",
		common: `il gli della dei delle di che è non per con una del nel sono la ha anche più ma come alla dal si le lo disse dissero
			di del nella nei negli all sull dall i un uno da in su ed o se lo quando dove dopo prima era stato stata hanno essere molto tutti anni ieri Il La Gli Le Un Una Nel Per Secondo Non dell nell l d un`,
		words: [name + 1]string{
			title: `sig sigg dott dotti prof proff avv ing arch geom rag on sen mons card gen col ten cap magg serg brig amm comm cav uff egr gent spett dr
				s ss p.le v.le c.so`,
			joining:   `p.es es cfr ca circa i.e a.c d.c vs`,
			numbering: `n nn art artt pag pagg p pp vol cap fig tel lett`,
			trailing:  `ecc etc`,
			name:      `s.p.a s.r.l s.n.c`,
		},
		starters: `Il Lo La I Gli Le Un Uno Una Egli Ella Lui Lei Essi Loro Noi Voi Io Si Ma E O Però Anche In Nel Nella Con Per Da Dal Dalla Di Del Della A Al Alla Su Sul Tra Fra
			Dopo Prima Quando Se Come Poi Così Ieri Oggi Domani Non Ci Vi Questo Questa Quello Quella È Tutti Tutto Nessuno Secondo`,
	},
	{
		name: "Portuguese",
		common: `o os as do da dos das um uma e em que não para com por se ao foi são mais mas pelo pela na no seu sua disse é
			de ou sua pelos pelas às após até já muito quando onde foram era tem têm ser está anos também disse O A Os As Um Uma Em No Na`,
		words: [name + 1]string{
			title:     `sr sra srs sras srta dr dra drs exmo exma prof profa eng enga arq gen cel cap ten maj sgt alm des dep sen ver min d dom pe fr sto sta av r rod pça al v`,
			joining:   `p.ex i.e a.c d.c aprox ca vs cf`,
			numbering: `n nº núm pág págs p art arts cap vol fig tel`,
			trailing:  `etc`,
			name:      `ltda s.a cia`,
		},
		starters: `O A Os As Um Uma Ele Ela Eles Elas Eu Nós Se Seu Sua Este Esta Esse Essa Isso Isto E Ou Mas Porém Em No Na Nos Nas Com Por Para De Do Da Ao À Até Desde Após Antes
			Quando Como Embora Porque Também Além Assim Depois Ontem Hoje Amanhã Não Já Mais Todos Tudo Ninguém Segundo`,
	},
	{
		name: "Dutch",
		common: `de het een van en niet is dat op te zijn met voor aan er ook bij naar heeft werd door maar die zich als hij zij of spraken
			in ik je we ze hebben worden wordt zou zal kan nog wel uit over tegen tot om dan deze dit al geen meer na De Het Een Hij Zij Er In Op Volgens heeft`,
		words: [name + 1]string{
			title:     `dhr mevr mw mej mr mrs dr drs ir ing prof ds bc burg pres em wnd st h h.m z.m gen kol maj kap lt sgt`,
			joining:   `bijv bv d.w.z m.n o.a i.v.m t.o.v m.b.t t.a.v n.a.v a.s jl resp incl excl evt ca vgl zgn`,
			numbering: `nr nrs blz bl p art hfst dl afb tel pag afl`,
			measure:   `mln mld min sec`,
			trailing:  `enz e.d etc`,
			name:      `b.v n.v jan feb mrt apr jun jul aug sept okt nov dec`,
		},
		starters: `De Het Een Hij Zij Ze Wij We Ik Jij Je Dat Dit Deze Die Er Daar Hier En Maar Of Want Dus In Op Aan Bij Met Voor Van Uit Naar Over Door Na Tegen Tot Om Als Toen Dan
			Nu Vandaag Gisteren Morgen Ook Zo Wat Wie Waar Niet Geen Volgens Daarna Daarom Toch Alle Veel Meer`,
	},
	{
		name: "Scandinavian",
		common: `och att är inte på som för av ett det till har jag han hon med og er ikke på det den til ham hun ble blev fra efter etter kom hr
			i vi du jag jeg var är er men eller eller när når då då sig seg sin sitt vil ska skal kan under över over mot mod ved vid blev ble Den Det De Han Hun Hon Jeg Jag En Et Ett I På ikke koster kostar kom gik gick`,
		words: [name + 1]string{
			title:     `hr fr dr prof dir adv sr jfr kapt lt civ ing st fru red`,
			joining:   `t.ex bl.a f.eks d.v.s dvs s.k f.d fr.o.m t.o.m m.a.o eks evt inkl ekskl ca resp jf jfr vs pr p.g.a i.e`,
			numbering: `kl nr sid s kap art § tlf tel ca str jmf`,
			measure:   `mio mia mill mrd milj mdr kr min sek pct tkr`,
			trailing:  `osv m.m m.fl o.s.v mm etc`,
			name:      `a.s jan feb mars apr juni juli aug sept okt nov des dec`,
		},
		starters: `Den Det De Han Hun Hon Jeg Jag Vi Du En Et Ett Och Og Men Eller I På Med För For Til Till Av Från Fra Om Når När Da Då Så Nu Nå Her Här Der Där Dette Denne Detta Denna
			Også Også Också Efter Etter Under Ved Vid Hvis Ikke Inte Alle Alla Ifølge Enligt Sedan Siden`,
	},
	{
		name: "Polish",
		common: `i w na nie z się do że jest to o po przez od jak dla za ale był była są jego oraz także który mówili milczeli przy
			a ale co czy by ten ta te tym tego tej przed pod bez u lat roku został została mieć W Na Z Po Nie To Jest`,
		words: [name + 1]string{
			title:     `prof dr hab inż mgr ks bp abp św o s gen płk ppłk mjr kpt sierż ul al pl os pos red dyr tzw kard p pp`,
			joining:   `np m.in tj tzn ok ds wg zob por cd`,
			numbering: `nr str art ust pkt poz godz tel lok § t`,
			measure:   `tys mln mld zł gr min`,
			trailing:  `itd itp etc`,
			name:      `r w im sp`,
		},
		starters: `W Na Z Do Po Od Za Przy Nie To Ten Ta Te On Ona Ono Oni One My Wy Ja I A Ale Oraz Jak Gdy Kiedy Jeśli Więc Jednak Także Tak Już Potem Teraz Wczoraj Dziś Jutro
			Według Jego Jej Ich Nikt Wszyscy`,
	},
	{
		name: "Czech",
		common: `a v na že se je to s z do o i jako za pro ale by byl byla jsou od po při podle také který který mluvili mlčeli ve bydlí
			ale co či jen už ještě jsem byli bylo má mají být před bez u let roku která které V Na Po Je`,
		words: [name + 1]string{
			title:     `ing mgr bc judr mudr phdr rndr paeddr doc prof dr gen plk pplk mjr kpt por sv p pí ul nám tř tzv posl`,
			joining:   `např tj tzn mj resp popř cca viz srov`,
			numbering: `č čp str s odst písm čl tel hod r kap`,
			measure:   `tis mil mld kč min`,
			trailing:  `atd apod aj`,
			name:      `s.r.o a.s`,
		},
		starters: `V Ve Na Z Ze Do Po Od Za Při S Se K Ke O U Ne Ten Ta To Ti Ty On Ona Ono Oni My Vy Já A I Ale Však Jak Když Pokud Proto Také Tak Už Pak Teď Včera Dnes Zítra Podle
			Jeho Její Jejich Nikdo Všichni`,
	},
	{
		name: "Russian",
		common: `и в на не что с по как это из за от к для его она они был была было при также он ушел пришли но а
			или уже ещё еще бы ли о об до со во без под над года году лет сказал В Он Она Они На По`,
		words: [name + 1]string{
			title:     `проф акад ген св ул пр пл пер наб д кв г-н г-жа гр доц инж стр корп обл р-н пос дер м тов адм`,
			joining:   `т.е т.к т.н т.о напр см ср ок`,
			numbering: `п пп ст гл рис табл стр с т тел д кв № ч`,
			measure:   `тыс млн млрд руб коп мин сек час чел`,
			trailing:  `т.д т.п пр др`,
			name:      `г гг в вв им`,
		},
		starters: `В Во На С Со По К Ко О Об От До За Из Не И А Но Он Она Оно Они Мы Вы Я Ты Это Этот Эта Эти Тот Та Те Как Когда Если Что Кто Где Так Также Тогда Потом Теперь
			Вчера Сегодня Завтра Все Всё Его Её Их Для При Однако`,
	},
}

func (t *tongue) read() {
	t.abbreviations, t.begins = byWord(t.words[:]), wordset.Words(t.starters)
}

// tongueOf says of a word which languages have it, a bit each; the last is
// English.
var tongueOf = sync.OnceValue(func() map[string]uint16 {
	m := make(map[string]uint16)
	for i := range tongues {
		for w := range strings.FieldsSeq(tongues[i].common) {
			m[w] |= 1 << i
		}
	}
	for w := range strings.FieldsSeq(`the of and to in that is was for it with as his on be at by had not but from are this have an they were said will has been who which their its he she after spoke no`) {
		m[w] |= 1 << len(tongues)
	}
	return m
})

// sampleWords is how many words of a text tell its language.
const sampleWords = 250

// tongueIn returns the language of a text, nil for English and those that are not
// known. It is the one that has most of the text's words.
func tongueIn(text string) *tongue {
	best, _ := tongueCounts(text)
	if best == len(tongues) {
		return nil
	}
	return read(best)
}

// tongueAmong returns the language of a paragraph in a text of another: it takes
// two of its words and no English ones, or three times as many.
func tongueAmong(paragraph string) *tongue {
	const least, times = 2, 3
	best, counts := tongueCounts(paragraph)
	if english := counts[len(tongues)]; best == len(tongues) || counts[best] < max(least, times*english) {
		return nil
	}
	return read(best)
}

// read returns a language with its tables.
func read(n int) *tongue {
	t := &tongues[n]
	t.once.Do(t.read)
	return t
}

// tongueCounts returns which language has most words of a text, the last being
// English, and how many each has.
func tongueCounts(text string) (best int, counts [len(tongues) + 1]int) {
	n, of := 0, tongueOf()
	for w := range strings.FieldsSeq(text) {
		if n++; n > sampleWords {
			break
		}
		w = strings.TrimRight(w, ",.:;!?")
		if at := strings.IndexAny(w, "'’"); at > 0 {
			w = w[:at] // l'art, dell'anno
		}
		bits := of[w]
		for i := 0; bits != 0; i, bits = i+1, bits>>1 {
			counts[i] += int(bits & 1)
		}
	}
	best = len(tongues)
	for i, c := range counts[:len(tongues)] {
		if c > counts[best] {
			best = i
		}
	}
	return best, counts
}

// lookup returns what is known of a word without its point, in the language of
// the text or in English.
func (c *splitter) lookup(word string) abbreviation {
	if t := c.language(); t != nil && len(word) < 24 {
		lower := strings.ToLower(word)
		if k, ok := t.abbreviations[lower]; ok {
			return k
		}
		if k, ok := t.abbreviations[word]; ok {
			return k
		}
		if c.inGerman() && strings.HasSuffix(lower, "str") {
			return numbering // Hafenstr. 5
		}
	}
	return lookup(word)
}

// begins reports whether a word, with a capital, begins a sentence rather than
// goes on with a name.
func (c *splitter) begins(word string) bool {
	if t := c.language(); t != nil && t.begins.Has(word) {
		return true
	}
	return starters.Has(word)
}

// language returns the language of the text, or that of the paragraph where the
// text is in English; nil for English.
func (c *splitter) language() *tongue {
	if !c.known {
		c.tongue, c.known = tongueIn(c.text), true
	}
	if c.tongue != nil {
		return c.tongue
	}
	if !c.knownHere {
		c.tongueHere, c.knownHere = tongueAmong(c.s), true
	}
	return c.tongueHere
}

func (c *splitter) inGerman() bool { return c.language() == &tongues[0] }

// germanOrdinal reports whether a number before a point and a capital is an
// ordinal: "am 3. Spieltag", "der 2. Weltkrieg".
func (c *splitter) germanOrdinal(lead, number, word string) bool {
	if !c.inGerman() || len(number) > 3 || c.begins(word) {
		return false
	}
	lead = strings.TrimRight(lead, " \u00a0")
	return determiners.Has(lead[strings.LastIndexAny(lead, " \u00a0“„\"(")+1:])
}

var determiners = wordSet(`der die das den dem des am im zum zur vom beim ab seinem seinen seine seiner seines ihrem ihren ihre ihrer jeder jede jedes jeden dieser dieses diesem diesen
	und bis oder Der Die Das Den Dem Des Am Im Zum Zur Vom Beim Ab unserem unseren unsere einem einen`)

// spacedBefore returns an abbreviation that is written with a space between its
// letters and ends with the letters before a point: of "z. B." it is "z.B".
func (c *splitter) spacedBefore(mark int, before string) string {
	const longest = 3 // letters: i. d. R.
	at := mark - len(before)
	joined := before
	for range longest - 1 {
		head := c.s[c.start:at]
		rest := strings.TrimRight(head, " \u00a0\u202f")
		if len(rest) == len(head) || !strings.HasSuffix(rest, ".") {
			break
		}
		rest = rest[:len(rest)-1]
		prior := rest[strings.LastIndexAny(rest, " \u00a0\u202f(“\"„")+1:]
		if n := utf8.RuneCountInString(prior); n == 0 || n > 2 {
			break
		}
		joined = prior + "." + joined
		at -= len(head) - len(rest) + len(prior)
	}
	if joined == before {
		return ""
	}
	return joined
}
